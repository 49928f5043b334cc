package clause

import (
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/loader/scan"
	"mandategraph/loader/text"
	"mandategraph/loader/tree"
)

// Governed looks for the verb whose object begins at lead.
func Governed(p *tree.Paragraph, s string, from, lead int) Ruling {
	if r, ok := DirectObject(p, s, from, lead); ok {
		return r
	}
	if r, ok := ListedObject(p, s, from, lead); ok {
		return r
	}
	if r, ok := introduced(p, s, lead); ok {
		return r
	}
	return Ruling{Relation: "mentions", Connective: Connective(s[from:lead]),
		Pin: PinIn(s[max(from, lead-60):lead]), Rule: "mention"}
}

// DirectObject finds a verb of the paragraph with nothing but glue between it
// and byte lead.
func DirectObject(p *tree.Paragraph, s string, from, lead int) (Ruling, bool) {
	for i := lead; i > from; {
		i = wordStart(s, from, i)
		if !scan.IsWord(s[i]) {
			continue
		}
		between := s[i:lead]
		if len(between) > 200 {
			break
		}
		c, end, ok := tree.VerbAt(s[:lead], i, false)
		if !ok || i+len(c.Phrase) > lead || !governs(p, c, s, i) {
			if !looseGlue(s[i:lead]) {
				break
			}
			continue
		}
		if LeadsOver(s[end:lead]) && !negated(s[:i]) && !byMeans(s[end:lead]) {
			start, verb := PrintedVerb(s, from, i, end)
			return Ruling{Relation: c.Relation, Verb: verb, Also: coordinated(p, s, from, start),
				Pin: PinIn(s[end:lead]), Rule: "direct object"}, true
		}
		break
	}
	return Ruling{}, false
}

// byMeans says that an act is what a body did something by, and no object of its verb:
// "agreed in decision 5/2".
func byMeans(words string) bool {
	before := strings.TrimRight(strings.TrimSuffix(strings.TrimSuffix(strings.TrimRight(words, " "), " its"), " the"), " ")
	w := scan.LastWord(before)
	return strings.EqualFold(w, "in") && !strings.HasSuffix(strings.TrimRight(before[:len(before)-len(w)], " "), ",")
}

// wordStart is where the word begins, with its hyphens, that ends before byte end;
// the byte before end where there is none.
func wordStart(s string, from, end int) int {
	i := end - 1
	for i > from && (scan.IsWord(s[i-1]) || s[i-1] == '-') {
		i--
	}
	return i
}

// governs says that a verb at byte i may govern what stands behind it.
func governs(p *tree.Paragraph, c tree.Cue, s string, i int) bool {
	if !Allowed(p, c, s, i) || qualifies(c) && !ClauseStart(p, s, i) {
		return false
	}
	return p.Kind != tree.Annexed || c.Form != tree.PresentForm || opens(s, i)
}

// coordinated finds the verb that "and" joins to the one at byte at: both have
// the same object.
func coordinated(p *tree.Paragraph, s string, from, at int) *Ruling {
	before, joined := strings.CutSuffix(strings.TrimRight(s[from:at], " *"), " and")
	if !joined {
		return nil
	}
	before = strings.TrimRight(before, " *")
	for i, words := len(before), 0; i > 0 && words < 5; words++ {
		i = wordStart(before, 0, i)
		verb := from + i
		c, end, ok := tree.VerbAt(s[:from+len(before)], verb, false)
		ok = ok && end == from+len(before) && Allowed(p, c, s, verb)
		if ok && ClauseStart(p, s, verb) && !negated(s[:verb]) {
			_, verb := PrintedVerb(s, from, verb, end)
			return &Ruling{Relation: c.Relation, Verb: verb}
		}
		for i > 0 && !scan.IsWord(before[i-1]) {
			i--
		}
	}
	return nil
}

// negated says that the words before a verb deny it: "Not recalling".
func negated(before string) bool {
	for {
		before = strings.TrimRight(before, " *")
		w := strings.ToLower(scan.LastWord(before))
		switch {
		case w == "not", w == "never", w == "nor", w == "without":
			return true
		case w == "" || !tree.Modifies(w) || w == "and":
			return false
		}
		before = before[:len(before)-len(w)]
	}
}

// qualifies says that a cue is an adjective, which inside a clause belongs to a
// noun: "the authorities concerned", "as determined in".
func qualifies(c tree.Cue) bool {
	r, ok := graph.RelationByName(c.Relation)
	return ok && strings.HasPrefix(r.Verb, "be ")
}

// opens says that a verb stands at the beginning of its paragraph.
func opens(s string, i int) bool {
	_, words := text.ReadLabel(s)
	return i <= words+farOpening
}

// introduced finds the verb of "The Conference of the Parties recall:", of which
// the items that follow are the objects.
func introduced(p *tree.Paragraph, s string, lead int) (Ruling, bool) {
	_, words := text.ReadLabel(s)
	if p.Intro == nil || lead < words || !OnlyLeads(s[words:lead]) {
		return Ruling{}, false
	}
	intro := strings.TrimRight(p.Intro.Parts[0].S, " *")
	text, colon := strings.CutSuffix(intro, ":")
	if _, end, verb := tree.VerbAt(text, 0, false); !colon && (!verb || end < len(text)) {
		return Ruling{}, false // nor is it a verb on a line of its own
	}
	text = withoutFollowing(text)
	start := strings.LastIndexAny(text, " ,") + 1
	for range 3 {
		c, end, ok := tree.VerbAt(text, start, false)
		if r, known := graph.RelationByName(c.Relation); ok && known && r.Broader == graph.Cites && end == len(text) {
			return Ruling{Relation: c.Relation, Verb: text[start:end], Rule: "object of the introduction"}, true
		}
		if start == 0 {
			break
		}
		start = strings.LastIndexAny(text[:start-1], " ,") + 1
	}
	return Ruling{}, false
}

// withoutFollowing cuts what announces a list behind the verb of its introduction: "the
// following resolutions listed below".
func withoutFollowing(s string) string {
	for _, tails := range [][]string{
		{" listed hereunder", " listed below", " below"},
		{" the following resolutions", " the following decisions", " the following", " the resolutions", " the decisions"},
	} {
		lower := strings.ToLower(s)
		if i := slices.IndexFunc(tails, func(tail string) bool { return strings.HasSuffix(lower, tail) }); i >= 0 {
			s = s[:len(s)-len(tails[i])]
		}
	}
	return s
}

// clauseWords open a clause in which somebody else speaks.
var clauseWords = []string{" which ", " that ", " whereby ", " who ", " whose ", " where ", " wherein ", " whom "}

// ClauseStart says that a verb at byte i governs a clause of the paragraph: it
// opens it, or follows a comma or "and".
func ClauseStart(p *tree.Paragraph, s string, i int) bool {
	before := strings.TrimRight(s[:i], " *")
	for {
		w := scan.LastWord(before)
		if w == "" || !tree.Modifies(w) || strings.EqualFold(w, "and") {
			break
		}
		before = strings.TrimRight(before[:len(before)-len(w)], " ")
	}
	_, words := text.ReadLabel(s)
	return len(before) <= words || strings.HasSuffix(before, ",") || strings.HasSuffix(before, " and")
}

// looseGlue lets the search for the verb go on over glue and over the parts of
// a verb phrase ("taking note with appreciation of").
func looseGlue(words string) bool {
	w, _ := scan.Word(words, 0)
	lower := strings.ToLower(w)
	if LeadingWords[lower] || tree.Modifies(lower) || OnlyLeads(words) ||
		len(w) == 1 && scan.IsCapital(w) || graph.Roman(w) > 0 {
		return true
	}
	if strings.HasPrefix(words[len(w):], ")") && (len(w) == 1 || graph.Roman(strings.ToUpper(w)) > 0) {
		return true // the items of a paragraph: "(a), (b) and (c) of"
	}
	return phraseWords[lower] || strings.HasSuffix(lower, "ing") || scan.IsDigit(words[0])
}

// phraseWords are parts of verb phrases.
var phraseWords = scan.WordSet("note mind account consideration appreciation satisfaction interest concern regard " +
	"upon under by about deep grave approval on with for tribute attention forward great into accordance serious " +
	"context connection that")

// PrintedVerb is the verb with the modifiers that stand before and after it.
func PrintedVerb(s string, from, at, end int) (start int, verb string) {
	start = at
	for start > from {
		w := scan.LastWord(strings.TrimRight(s[from:start], " "))
		if w == "" || !tree.Modifies(w) || strings.EqualFold(w, "and") || strings.EqualFold(w, "while") {
			break
		}
		start = strings.LastIndex(s[:start], w)
	}
	return start, strings.TrimPrefix(strings.TrimSpace(s[start:end]), "and ")
}

// ClauseInside says that a text holds a clause or a sentence of its own.
func ClauseInside(words string) bool { return holdsClause(words) || strings.Contains(words, ". ") }
