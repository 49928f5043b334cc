package ask

import (
	"regexp"
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/search"
)

// What stands outside the clauses of a question: filters, names alone, what it is
// about, and what is left over.

// searchWords gathers what a search for passages takes of the question: the words
// that are no text to look into, no time, and no word of the lexicon that only
// holds it together.
func (p *parser) searchWords() {
	var verbs []string
	for i := range p.parts {
		q := p.at(i)
		if numberWord.MatchString(q.text) {
			continue
		}
		if p.isName(i) && len(q.nodes) <= maxReadings {
			p.out.mentioned = append(p.out.mentioned, q.nodes...)
			p.out.named = append(p.out.named, term{Nodes: q.nodes, Text: q.text})
		}
		switch {
		case p.isName(i) && (p.ofKinds(i, "Act", "Document", "Session") || p.bodies(i) && p.adopters(i)):
			nodes := q.nodes
			if p.bodies(i) {
				nodes = p.adoptersOf(nodes)
			}
			if unplaced := p.unplaced(nodes[0]); p.ofKinds(i, "Session") && len(nodes) == 1 && len(unplaced) > 0 {
				nodes = unplaced
			}
			p.out.texts = append(p.out.texts, term{Nodes: nodes, Text: q.text})
		case p.isName(i), q.unknown():
			p.out.content = append(p.out.content, p.inTexts(i))
		case q.is("outcome") && fallenDrafts.MatchString("draft "+q.text):
			verbs = append(verbs, q.text)
		case q.since != "" || q.cue != "":
		case q.verb != nil && q.noun == nil && !mentioning.MatchString(q.text):
			verbs = append(verbs, q.text)
		case q.noun != nil && q.noun.kind != "Act" && q.noun.kind != "Document" && q.noun.kind != "State":
			p.out.content = append(p.out.content, q.text)
		case q.noun != nil && memberNoun.MatchString(q.text):
			verbs = append(verbs, q.text)
		}
	}
	if search.CountWords(sayingWords(strings.Join(p.out.content, " "))) <= fewWords {
		p.out.content = append(p.out.content, verbs...)
	}
}

// numberWord matches a number in letters, which says nothing of what a text is about.
var numberWord = regexp.MustCompile(`(?i)^(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)$`)

// memberNoun matches nouns for States that say as what they are counted.
var memberNoun = regexp.MustCompile(`(?i)^member|part(?:y|ies)$`)

// fewWords is how many words are too few for a search, so that the verbs are looked for
// as well.
const fewWords = 2

// others gives each name outside a clause its place.
func (p *parser) others() {
	for i := range p.parts {
		if !p.isName(i) || p.used[i] {
			continue
		}
		prep := p.prepBefore(i)
		nouned := p.out.Wanted != nil && p.out.Wanted.kind == "Act"
		switch {
		case p.ofKinds(i, "Session") && p.out.Operation != opDescribe && (prep != "" || p.out.Wanted != nil):
			p.out.Sessions, p.used[i] = append(p.out.Sessions, p.at(i).nodes...), true
		case prep == "about" && p.out.Words == "" && !(p.out.Wanted != nil && p.out.Wanted.kind == "Mandate"):
			p.about(i)
		case nouned && p.adopters(i) && (slices.Contains([]string{"of", "by", "in"}, prep) || p.at(i+1).noun != nil):
			p.out.Bodies, p.used[i] = append(p.out.Bodies, p.adoptersOf(p.at(i).nodes)...), true
		default:
			p.out.Names = append(p.out.Names, p.take(i))
		}
	}
}

// adopting says that the bodies of a part adopted acts.
func (p *parser) adopters(i int) bool {
	return p.bodies(i) && slices.ContainsFunc(p.at(i).nodes, p.adopting)
}

// about takes what stands behind a part as the words that something is about, up
// to the next part that has a place.
func (p *parser) about(i int) {
	var words []string
	for k := i; k < len(p.parts) && !p.used[k]; k++ {
		q := p.at(k)
		if k > i && (q.is("since") || q.is("before") || q.is("between")) {
			break
		}
		words = append(words, q.text)
		p.used[k] = true
	}
	if p.out.Words = strings.TrimSpace(strings.Join(words, " ")); strings.EqualFold(p.out.Words, "the") {
		p.out.Words = ""
	}
}

// aboutLife says that the question is about how something went on, so that its
// mandate is itself.
func (p *parser) aboutLife() bool {
	lives := func(c clause) bool {
		return slices.ContainsFunc(c.Relations, func(name string) bool { return slices.Contains(graph.Life, name) })
	}
	return p.out.Operation == opLife || p.out.Operation == opUntil || slices.ContainsFunc(p.out.Clauses, lives)
}

// mentions says that words stand behind a verb of mentioning that acts do: resolutions
// that mention lighthouses. They are what the acts are looked for by.
func (p *parser) mentions(i int) bool {
	if p.out.Wanted == nil || p.out.Wanted.kind != "Act" || len(p.out.Clauses) != 1 || len(p.out.things()) > 0 {
		return false
	}
	c := p.out.Clauses[0]
	if !speaking.MatchString(c.Verb) || c.Passive || p.at(i-1).verb == nil && !p.at(i-1).is("the") {
		return false
	}
	p.out.Clauses = nil
	return true
}

// counts says that paragraphs are counted, of whatever acts.
func (p *parser) counts() bool {
	return p.out.Operation == opCount && p.out.Wanted != nil && p.out.Wanted.kind == "Paragraph"
}

// carriesOn says that a noun is a step of a life: the last renewal.
func (p *parser) carriesOn(q *part) bool {
	return len(q.noun.relations) > 0 && slices.Contains(graph.Life, q.noun.relations[0])
}

// leftovers takes the words that nothing is known of: behind "about" or a question
// what a text says they are what it is about.
func (p *parser) leftovers() {
	for i := range p.parts {
		if p.used[i] || p.out.Words != "" || actNumber.MatchString(p.at(i).text) {
			continue
		}
		if q := p.at(i); q.unknown() && p.mentions(i) {
			p.about(i)
			continue
		}
		if q := p.at(i); p.at(i-1).is("about") && !q.is("about") || p.out.Operation == opSay && q.unknown() {
			p.about(i)
		}
	}
	for i := range p.parts {
		if q := p.at(i); !p.used[i] && q.text != "" && !p.idle(i) &&
			(q.unknown() || q.is("not") || q.noun != nil && q.cue == "" || len(q.nodes) > 0) {
			p.out.Left = append(p.out.Left, q.text)
		}
	}
}

// idle says that a part adds nothing to what the question says already.
func (p *parser) idle(i int) bool {
	q := p.at(i)
	if p.out.Wanted != nil && p.out.Wanted.kind == "Mandate" && noDate.MatchString(p.out.question) && (q.is("not") || p.at(i-1).is("not")) {
		return true // which requests have no date
	}
	if q.noun == nil {
		number := q.unknown() && slices.Index(smallNumbers, strings.ToLower(q.text)) > 0
		return number && p.at(i+1).noun != nil // the four resolutions
	}
	if p.out.Operation == opWhether && p.out.Wanted == nil && p.at(i-1).is("all") {
		p.out.Wanted = q.noun // does it recall any resolution
		return true
	}
	ofLife := (q.noun.kind == "Mandate" || p.carriesOn(q)) && p.aboutLife()
	counted := (p.out.Operation == opMost || p.counts()) && len(q.nodes) == 0
	ofBody := q.noun.kind == "Act" && p.bodies(i-1) && p.used[i-1] // by Security Council resolutions
	return ofLife || counted || ofBody
}
