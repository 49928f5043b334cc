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

// ListedObject finds an act that is a further object of a verb whose first
// object is something else: "Recalling the functions assigned to it in article
// 32 of the Convention, its resolution 7/1".
func ListedObject(p *tree.Paragraph, s string, from, lead int) (Ruling, bool) {
	if before, latest := CutLatest(s[from:lead]); latest && p.Kind != tree.Footnote {
		return instanceOf(p, s, from, from+len(before))
	}
	tail := joinStart(s, from, lead)
	join := s[tail:lead]
	if p.Kind == tree.Annexed || p.Kind == tree.Footnote || !joins(join) {
		return Ruling{}, false
	}
	if r, ok := instanceOf(p, s, from, tail); ok && instances(join) {
		return r, true // "its resolutions on sanctions, in particular"
	}
	return listVerb(p, s, from, tail, join)
}

// listVerb finds the verb before byte tail that governs a list, which the words
// join continue with an act.
func listVerb(p *tree.Paragraph, s string, from, tail int, join string) (Ruling, bool) {
	for i := tail; i > from; {
		i = wordStart(s, from, i)
		c, end, ok := tree.VerbAt(s[:tail], i, false)
		if !ok || LeadingWords[c.Phrase] || !mayList(p, c, s, i) {
			continue // "including" is no verb here
		}
		between := s[end:tail]
		takes := graph.HasTrait(c.Relation, graph.TakesLists) && Allowed(p, c, s, i)
		if !takes || standsInside(join, between) || interrupts(join, between) {
			return Ruling{}, false
		}
		_, verb := PrintedVerb(s, from, i, end)
		return Ruling{Relation: c.Relation, Verb: verb, Rule: "object in a list"}, true
	}
	return Ruling{}, false
}

// instanceOf rules an act that is named as an instance of the acts before byte
// tail, which a verb governs.
func instanceOf(p *tree.Paragraph, s string, from, tail int) (Ruling, bool) {
	named := max(strings.LastIndex(s[from:tail], "esolutions "), strings.LastIndex(s[from:tail], "ecisions "))
	if named <= 0 {
		return Ruling{}, false
	}
	return DirectObject(p, s, from, from+named-1)
}

// latest lead from acts to the last one of them.
var latest = []string{"the most recent of which is", "the latest of which is", "the last of which is",
	"the most recent of which was", "the latest of which was", "the last of which was", "the most recent being",
	"the latest being", "the last being", "of which the most recent is", "of which the latest is", "most recently"}

// CutLatest cuts the words before an act that say it is the last of those named
// before: ", the most recent of which is".
func CutLatest(before string) (rest string, ok bool) {
	trimmed := strings.TrimRight(before, " ")
	for {
		w := scan.LastWord(trimmed)
		if w != "its" && w != "the" && (w == "" || !scan.IsCapital(w)) {
			break
		}
		trimmed = strings.TrimRight(trimmed[:len(trimmed)-len(w)], " ")
	}
	for _, l := range latest {
		if rest, ok := strings.CutSuffix(trimmed, l); ok {
			return rest, true
		}
	}
	return before, false
}

// joins says that words join an act to what stands before it.
func joins(words string) bool {
	trimmed := strings.TrimSpace(words)
	return strings.HasPrefix(words, ",") || strings.HasPrefix(words, ";") ||
		strings.HasPrefix(trimmed, "and") || strings.HasPrefix(trimmed, "as well as")
}

// mayList says that a verb at byte i has the form of one that governs a list: the
// past tense in a report, no other in the paragraphs of an act.
func mayList(p *tree.Paragraph, c tree.Cue, s string, i int) bool {
	if p.Kind == tree.Narrative {
		return c.Form == tree.PastForm
	}
	if c.Form == tree.PastForm && !strings.EqualFold(s[i:min(len(s), i+6)], "having") {
		return false
	}
	return c.Form != tree.BaseForm && ClauseStart(p, s, i)
}

// standsInside says that an act is part of what the words between a verb and it
// say, and no object of the verb.
func standsInside(join, between string) bool { return nested(join, between) || holdsClause(between) }

// holdsClause says that words hold a clause in which somebody else speaks.
func holdsClause(words string) bool {
	padded := " " + words + " "
	return slices.ContainsFunc(clauseWords, func(w string) bool { return strings.Contains(padded, w) })
}

// joinStart is where the words begin that join an act to what stands before it.
func joinStart(s string, from, lead int) int {
	for tail := lead; ; {
		trimmed := strings.TrimRight(s[from:tail], " ,;")
		w := scan.LastWord(trimmed)
		rest := s[from+len(trimmed) : lead]
		again := strings.TrimRight(strings.TrimSuffix(trimmed, w), " ")
		if w == "of" && (strings.HasSuffix(again, " and") || strings.HasSuffix(again, " as well as")) {
			tail = from + len(again) // "Taking note of the Plan and of resolution 60/288"
			continue
		}
		fixed := strings.Contains(rest, "regard") || strings.Contains(rest, "particular") // "in this regard"
		w = strings.ToLower(w)
		if !LeadingWords[w] || w == "of" || w == "in" && !fixed {
			return from + len(trimmed)
		}
		tail = from + len(trimmed) - len(w)
	}
}

// nestedWords lead to an object of their own, to which an "and" joins what
// follows: "consistent with Article 14 and decision 19/CMA.1".
var nestedWords = scan.WordSet("with under by from in pursuant implementing through")

// nested says that a bare "and" joins the act to something inside the clause, and
// not to the object of its verb.
func nested(join, between string) bool {
	if strings.Contains(join, ",") || strings.Contains(join, ";") || strings.Contains(join, "as well as") {
		return false
	}
	for i := 0; i < len(between); {
		w, next := scan.Word(between, i)
		if nestedWords[w] {
			return true
		}
		i = max(next, i+1)
	}
	return false
}

// interrupts says that a comma ends an insertion behind a verb, so that what
// follows is this verb's object: "to implement, in full, resolution 1267".
func interrupts(join, between string) bool {
	i := strings.LastIndex(between, ", ")
	if i < 0 || strings.Contains(join, "and ") || strings.Contains(join, ";") || strings.Contains(join, "as well as") {
		return false
	}
	inserted, _ := scan.Word(between, i+2)
	if !inserting[inserted] && !strings.HasSuffix(inserted, "ly") {
		return false
	}
	before := between[:i]
	verb := scan.LastWord(before)
	to := scan.LastWord(strings.TrimRight(before[:len(before)-len(verb)], " "))
	return to == "to" || to == "and" || to == "or" || to == "not" || strings.HasSuffix(to, "ly")
}

// inserting are words that begin an insertion between a verb and its object.
var inserting = scan.WordSet("in as by with within without where when if inter through under for at on to consistent " +
	"pursuant including if once wherever whenever")

// instances says that what follows are named instances of what stands before.
func instances(join string) bool {
	for _, w := range []string{"in particular", "including", "especially", "notably", "inter alia"} {
		if strings.Contains(join, w) {
			return true
		}
	}
	return false
}

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
