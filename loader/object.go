package loader

import (
	"slices"
	"strings"

	"mandategraph/graph"
)

// governed looks for the verb whose object begins at lead.
func governed(p *Paragraph, s string, from, lead int) ruling {
	if r, ok := directObject(p, s, from, lead); ok {
		return r
	}
	if r, ok := listedObject(p, s, from, lead); ok {
		return r
	}
	if r, ok := introduced(p, s, lead); ok {
		return r
	}
	return ruling{relation: "mentions", connective: connective(s[from:lead]),
		pin: pinIn(s[max(from, lead-60):lead]), rule: "mention"}
}

// directObject finds a verb of the paragraph with nothing but glue between it
// and byte lead.
func directObject(p *Paragraph, s string, from, lead int) (ruling, bool) {
	for i := lead; i > from; {
		i--
		for i > from && (isWord(s[i-1]) || s[i-1] == '-') {
			i--
		}
		if !isWord(s[i]) {
			continue
		}
		between := s[i:lead]
		if len(between) > 200 {
			break
		}
		c, end, ok := verbAt(s[:lead], i, false)
		if !ok || i+len(c.phrase) > lead || !governs(p, c, s, i) {
			if !looseGlue(s[i:lead]) {
				break
			}
			continue
		}
		if glueOver(s[end:lead]) && !negated(s[:i]) {
			start, verb := printedVerb(s, from, i, end)
			return ruling{relation: c.relation, verb: verb, also: coordinated(p, s, from, start),
				pin: pinIn(s[end:lead]), rule: "direct object"}, true
		}
		break
	}
	return ruling{}, false
}

// governs says that a verb at byte i may govern what stands behind it.
func governs(p *Paragraph, c cue, s string, i int) bool {
	if !allowed(p, c, s, i) || qualifies(c) && !clauseStart(p, s, i) {
		return false
	}
	return p.Kind != annexed || c.form != presentForm || opens(s, i)
}

// coordinated finds the verb that "and" joins to the one at byte at: both have
// the same object.
func coordinated(p *Paragraph, s string, from, at int) *ruling {
	before, joined := strings.CutSuffix(strings.TrimRight(s[from:at], " *"), " and")
	if !joined {
		return nil
	}
	before = strings.TrimRight(before, " *")
	for i, words := len(before), 0; i > 0 && words < 5; words++ {
		i--
		for i > 0 && (isWord(before[i-1]) || before[i-1] == '-') {
			i--
		}
		verb := from + i
		c, end, ok := verbAt(s[:from+len(before)], verb, false)
		ok = ok && end == from+len(before) && allowed(p, c, s, verb)
		if ok && clauseStart(p, s, verb) && !negated(s[:verb]) {
			_, verb := printedVerb(s, from, verb, end)
			return &ruling{relation: c.relation, verb: verb}
		}
		for i > 0 && !isWord(before[i-1]) {
			i--
		}
	}
	return nil
}

// negated says that the words before a verb deny it: "Not recalling".
func negated(before string) bool {
	for {
		before = strings.TrimRight(before, " *")
		w := strings.ToLower(lastWord(before))
		switch {
		case w == "not", w == "never", w == "nor", w == "without":
			return true
		case w == "" || !modifies(w) || w == "and":
			return false
		}
		before = before[:len(before)-len(w)]
	}
}

// qualifies says that a cue is an adjective, which inside a clause belongs to a
// noun: "the authorities concerned", "as determined in".
func qualifies(c cue) bool {
	r, ok := graph.RelationByName(c.relation)
	return ok && strings.HasPrefix(r.Verb, "be ")
}

// opens says that a verb stands at the beginning of its paragraph.
func opens(s string, i int) bool {
	_, words := readLabel(s)
	return i <= words+farOpening
}

// introduced finds the verb of "The Conference of the Parties recall:", of which
// the items that follow are the objects.
func introduced(p *Paragraph, s string, lead int) (ruling, bool) {
	_, words := readLabel(s)
	if p.Intro == nil || lead < words || !glue(s[words:lead]) {
		return ruling{}, false
	}
	intro := strings.TrimRight(p.Intro.Parts[0].S, " *")
	text, colon := strings.CutSuffix(intro, ":")
	if !colon {
		return ruling{}, false
	}
	for _, tail := range []string{" listed hereunder", " listed below", " below"} {
		if trimmed, ok := strings.CutSuffix(text, tail); ok {
			text = trimmed
			break
		}
	}
	lower := strings.ToLower(text)
	for _, tail := range []string{" the following resolutions", " the following decisions", " the following",
		" the resolutions", " the decisions"} {
		if strings.HasSuffix(lower, tail) {
			text = text[:len(text)-len(tail)]
			break
		}
	}
	start := strings.LastIndexAny(text, " ,") + 1
	for try := 0; try < 3 && start > 0; try++ {
		c, end, ok := verbAt(text, start, false)
		if r, known := graph.RelationByName(c.relation); ok && known && r.Broader == graph.Cites && end == len(text) {
			return ruling{relation: c.relation, verb: text[start:end], rule: "object of the introduction"}, true
		}
		start = strings.LastIndexAny(text[:start-1], " ,") + 1
	}
	return ruling{}, false
}

// clauseWords open a clause in which somebody else speaks.
var clauseWords = []string{" which ", " that ", " whereby ", " who ", " whose ", " where ", " wherein ", " whom "}

// listedObject finds an act that is a further object of a verb whose first
// object is something else: "Recalling the functions assigned to it in article
// 32 of the Convention, its resolution 7/1".
func listedObject(p *Paragraph, s string, from, lead int) (ruling, bool) {
	tail := joinStart(s, from, lead)
	join := s[tail:lead]
	if p.Kind == annexed || p.Kind == footnote || !joins(join) {
		return ruling{}, false
	}
	named := max(strings.LastIndex(s[from:tail], "esolutions "), strings.LastIndex(s[from:tail], "ecisions "))
	if named > 0 && instances(join) {
		return directObject(p, s, from, from+named-1) // "its resolutions on sanctions, in particular"
	}
	for i := tail; i > from; {
		i--
		for i > from && (isWord(s[i-1]) || s[i-1] == '-') {
			i--
		}
		c, end, ok := verbAt(s[:tail], i, false)
		if !ok || !mayList(p, c, s, i) {
			continue
		}
		if !graph.HasTrait(c.relation, graph.TakesLists) || !allowed(p, c, s, i) || standsInside(join, s[end:tail]) {
			return ruling{}, false
		}
		_, verb := printedVerb(s, from, i, end)
		return ruling{relation: c.relation, verb: verb, rule: "object in a list"}, true
	}
	return ruling{}, false
}

// joins says that words join an act to what stands before it.
func joins(words string) bool {
	trimmed := strings.TrimSpace(words)
	return strings.HasPrefix(words, ",") || strings.HasPrefix(words, ";") ||
		strings.HasPrefix(trimmed, "and") || strings.HasPrefix(trimmed, "as well as")
}

// mayList says that a verb at byte i has the form of one that governs a list: the
// past tense in a report, no other in the paragraphs of an act.
func mayList(p *Paragraph, c cue, s string, i int) bool {
	if p.Kind == narrative {
		return c.form == pastForm
	}
	if c.form == pastForm && !strings.EqualFold(s[i:min(len(s), i+6)], "having") {
		return false
	}
	return c.form != baseForm && clauseStart(p, s, i)
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
		w := lastWord(trimmed)
		rest := s[from+len(trimmed) : lead]
		again := strings.TrimRight(strings.TrimSuffix(trimmed, w), " ")
		if w == "of" && (strings.HasSuffix(again, " and") || strings.HasSuffix(again, " as well as")) {
			tail = from + len(again) // "Taking note of the Plan and of resolution 60/288"
			continue
		}
		fixed := strings.Contains(rest, "regard") || strings.Contains(rest, "particular") // "in this regard"
		w = strings.ToLower(w)
		if !glueWords[w] || w == "of" || w == "in" && !fixed {
			return from + len(trimmed)
		}
		tail = from + len(trimmed) - len(w)
	}
}

// nestedWords lead to an object of their own, to which an "and" joins what
// follows: "consistent with Article 14 and decision 19/CMA.1".
var nestedWords = wordSet("with under by from in pursuant implementing through")

// nested says that a bare "and" joins the act to something inside the clause, and
// not to the object of its verb.
func nested(join, between string) bool {
	if strings.Contains(join, ",") || strings.Contains(join, ";") || strings.Contains(join, "as well as") {
		return false
	}
	for i := 0; i < len(between); {
		w, next := word(between, i)
		if nestedWords[w] {
			return true
		}
		i = max(next, i+1)
	}
	return false
}

// instances says that what follows are named instances of what stands before.
func instances(join string) bool {
	for _, w := range []string{"in particular", "including", "especially", "notably", "inter alia"} {
		if strings.Contains(join, w) {
			return true
		}
	}
	return false
}

// clauseStart says that a verb at byte i governs a clause of the paragraph: it
// opens it, or follows a comma or "and".
func clauseStart(p *Paragraph, s string, i int) bool {
	before := strings.TrimRight(s[:i], " *")
	for {
		w := lastWord(before)
		if w == "" || !modifies(w) || strings.EqualFold(w, "and") {
			break
		}
		before = strings.TrimRight(before[:len(before)-len(w)], " ")
	}
	_, words := readLabel(s)
	return len(before) <= words || strings.HasSuffix(before, ",") || strings.HasSuffix(before, " and")
}

// looseGlue lets the search for the verb go on over glue and over the parts of
// a verb phrase ("taking note with appreciation of").
func looseGlue(words string) bool {
	w, _ := word(words, 0)
	lower := strings.ToLower(w)
	if glueWords[lower] || modifies(lower) || glue(words) || len(w) == 1 && isCapital(w) || graph.Roman(w) > 0 {
		return true
	}
	return phraseWords[lower] || strings.HasSuffix(lower, "ing") || isDigit(words[0])
}

// phraseWords are parts of verb phrases.
var phraseWords = wordSet("note mind account consideration appreciation satisfaction interest concern regard upon " +
	"under by about deep grave approval on with for tribute attention forward great into accordance serious " +
	"context connection that")

// allowed says whether a form of the verb states the relation in a paragraph of
// this kind: participles in preambles, the third person in operative parts, the
// past tense in decisions told. In the past tense of a subordinate clause it is
// somebody else who recalls.
func allowed(p *Paragraph, c cue, s string, at int) bool {
	if r, ok := graph.RelationByName(c.relation); !ok || r.Broader != graph.Cites {
		return false
	}
	if graph.HasTrait(c.relation, graph.OnlyOpening) && (at > farOpening || p.Kind == annexed && !leads(s, at)) {
		return false
	}
	return formAllowed(p, c, s, at)
}

// formAllowed says the same of a verb's form.
func formAllowed(p *Paragraph, c cue, s string, at int) bool {
	switch c.form {
	case presentForm:
		return true
	case baseForm:
		// "The Conferences, ... 5. Recall ...": several bodies speak.
		_, words := readLabel(s)
		return p.Kind == operative && p.Depth == 0 && at == words
	case thirdForm:
		return p.Kind != preambular && p.Kind != footnote || at == 0
	case pastForm:
		return pastAllowed(p, s, at)
	}
	return p.Kind == annexed && strings.HasPrefix(s, "The ")
}

// farOpening is how many bytes from its beginning a verb opens a paragraph at most.
const farOpening = 24

// pastAllowed says the same of a verb in the past tense at byte at.
func pastAllowed(p *Paragraph, s string, at int) bool {
	const having = "having "
	if n := len(having); at >= n && (strings.EqualFold(s[:n], having) || strings.EqualFold(s[at-n:at], having)) {
		return true
	}
	switch p.Kind {
	case decided:
		return at < 12 || alsoPast(p, s, at)
	case narrative:
		return publisherSpeaks(p, s[:at])
	}
	return false
}

// printedVerb is the verb with the modifiers that stand before and after it.
func printedVerb(s string, from, at, end int) (start int, verb string) {
	start = at
	for start > from {
		w := lastWord(strings.TrimRight(s[from:start], " "))
		if w == "" || !modifies(w) || strings.EqualFold(w, "and") || strings.EqualFold(w, "while") {
			break
		}
		start = strings.LastIndex(s[:start], w)
	}
	return start, strings.TrimPrefix(strings.TrimSpace(s[start:end]), "and ")
}

// clauseInside says that a text holds a clause or a sentence of its own.
func clauseInside(words string) bool { return holdsClause(words) || strings.Contains(words, ". ") }
