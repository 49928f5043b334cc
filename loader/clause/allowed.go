package clause

import (
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/loader/scan"
	"mandategraph/loader/text"
	"mandategraph/loader/tree"
)

// Allowed says whether a form of the verb states the relation in a paragraph of
// this kind: participles in preambles, the third person in operative parts, the
// past tense in decisions told. In the past tense of a subordinate clause it is
// somebody else who recalls.
func Allowed(p *tree.Paragraph, c tree.Cue, s string, at int) bool {
	if r, ok := graph.RelationByName(c.Relation); !ok || r.Broader != graph.Cites || p.Act != nil && p.Act.Communique {
		return false
	}
	if graph.HasTrait(c.Relation, graph.OnlyOpening) && (at > farOpening || p.Kind == tree.Annexed && !leads(s, at)) {
		return false
	}
	return formAllowed(p, c, s, at)
}

// formAllowed says the same of a verb's form.
func formAllowed(p *tree.Paragraph, c tree.Cue, s string, at int) bool {
	switch c.Form {
	case tree.PresentForm:
		return p.Kind != tree.Narrative || concludes(p) && publisherRecalls(p, s, at)
	case tree.BaseForm:
		// "The Conferences, ... 5. Recall ...": several bodies speak.
		_, words := text.ReadLabel(s)
		return p.Kind == tree.Operative && p.Depth == 0 && at == words || at == words+len("To ") && decidedItem(p, s[words:])
	case tree.ThirdForm:
		return (p.Kind != tree.Preambular && p.Kind != tree.Footnote || at == 0) && !(p.Kind == tree.Narrative && parties[subjectBefore(s[:at])])
	case tree.PastForm:
		return pastAllowed(p, s, at)
	}
	return p.Kind == tree.Annexed && strings.HasPrefix(s, "The ")
}

// parties are those of whose stand a narrative tells, and who do not speak in it: "The
// State party recalls resolution 40/33", "she refers to".
var parties = scan.WordSet("party parties author authors complainant complainants petitioner petitioners applicant counsel " +
	"she he they delegation delegations representative representatives speaker speakers observer government")

// subjectBefore is the last word before a verb and its modifiers, in small letters.
func subjectBefore(before string) string {
	before = withoutModifiers(text.LastBytes(before))
	return strings.ToLower(scan.LastWord(before))
}

// decidedItem says that an item is what a body decides to do itself: "The Meeting
// decides: ... (b) To reaffirm decision 5/3".
func decidedItem(p *tree.Paragraph, words string) bool {
	if !strings.HasPrefix(words, "To ") {
		return false
	}
	intro := p.Intro
	if intro == nil {
		intro = p.Lead
	}
	if intro == nil {
		return false
	}
	lead := intro.Parts[len(intro.Parts)-1].S
	verb, colon := strings.CutSuffix(strings.TrimRight(lead, " *"), ":")
	c, cue := tree.CueOf(scan.LastWord(verb))
	return colon && cue && graph.HasTrait(c.Relation, graph.Settles)
}

// farOpening is how many bytes from its beginning a verb opens a paragraph at most.
const farOpening = 24

// pastAllowed says the same of a verb in the past tense at byte at.
func pastAllowed(p *tree.Paragraph, s string, at int) bool {
	const having = "having "
	if n := len(having); at >= n && (strings.EqualFold(s[:n], having) || strings.EqualFold(s[at-n:at], having)) {
		return true
	}
	switch p.Kind {
	case tree.Decided:
		return at < 12 || alsoPast(p, s, at)
	case tree.Narrative:
		return concludes(p) && publisherSpeaks(p, s[:at])
	}
	return false
}

// concludes says that a report prints below a heading what its body has concluded. That
// is the body's own text, as an act is; what a report otherwise tells that somebody
// recalled is the narrative's.
func concludes(p *tree.Paragraph) bool {
	return slices.ContainsFunc(p.Headings, func(h string) bool { return strings.Contains(strings.ToLower(h), "conclusion") })
}
