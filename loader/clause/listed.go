package clause

import (
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/loader/scan"
	"mandategraph/loader/tree"
)

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
		return c.Form == tree.PastForm || c.Form == tree.PresentForm && opens(s, i) && Allowed(p, c, s, i)
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
		if annex := strings.TrimSuffix(again, " annex"); w == "to" && len(annex) < len(again) {
			tail = from + len(annex) // ", and of the annex to its resolution 91/45"
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
		if nestedWords[w] && !insideName(between, next-len(w), next) {
			return true
		}
		i = max(next, i+1)
	}
	return false
}

// insideName says that a small word between two places stands inside a name, as in
// "Traffic in Narcotic Drugs".
func insideName(s string, start, end int) bool {
	next, _ := scan.Word(s, end)
	return scan.IsCapital(scan.LastWord(strings.TrimRight(s[:start], " "))) && scan.IsCapital(next)
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
