package loader

import (
	"strings"

	"mandategraph/graph/names"
)

// leads says that nothing but a label and modifiers stands before a verb.
func leads(s string, at int) bool {
	_, words := readLabel(s)
	for i := words; i < at; {
		w, next := word(s, i)
		if w == "" || !modifies(w) {
			return false
		}
		i = next
	}
	return true
}

// publisherSpeaks says that before a verb stands nothing but the body whose report
// it is: "The SBSTA recalled decisions 1/CP.16 and 2/CP.17".
func publisherSpeaks(p *Paragraph, before string) bool {
	_, words := readLabel(before)
	before = before[words:]
	whole := before[:min(len(before), farClause)]
	before = lastBytes(before) // who speaks does not stand further off
	if i := strings.LastIndex(before, ". "); i >= 0 {
		before = before[i+2:]
	}
	if before = withoutModifiers(before); before == "It" { // whom the paragraph began with
		before = whole[:firstPast(whole)]
	}
	name, ok := strings.CutPrefix(before, "The ")
	if !ok || p.House == "" || len(name) > 2*farClause {
		return false
	}
	if first, joined := strings.CutSuffix(name, " and"); joined && len(first) < farClause { // a second verb
		if name = first[:firstPast(first)]; name == first || clauseInside(first[len(name):]) {
			return false
		}
	}
	return namesPublisher(p.House, name)
}

// withoutModifiers cuts the modifiers of a verb from the end of the words before
// it.
func withoutModifiers(before string) string {
	for {
		before = strings.TrimRight(before, " ")
		w := lastWord(before)
		if w == "" || !modifies(w) || strings.EqualFold(w, "and") {
			return before
		}
		before = before[:len(before)-len(w)]
	}
}

// namesPublisher says that a name is that of the body with a code, or of several
// bodies of which it is one: two may speak together.
func namesPublisher(code, name string) bool {
	publisher, _ := names.BodyByCode(code)
	own := false
	for _, part := range strings.Split(name, " and the ") {
		b, known := names.BodyByText(part)
		if part != publisher.Short && !known {
			return false
		}
		own = own || part == publisher.Short || b.Code == code
	}
	return own
}

// firstPast is where the first verb in the past stands, behind the bodies that
// speak; the text's length where there is none.
func firstPast(s string) int {
	for i := strings.IndexByte(s, ' '); i >= 0 && i < len(s); {
		w, _ := word(s, i+1)
		if strings.HasSuffix(w, "ed") || w == "took" || w == "heard" {
			return i
		}
		step := strings.IndexByte(s[i+1:], ' ')
		if step < 0 {
			break
		}
		i += 1 + step
	}
	return len(s)
}

// alsoPast says that "and" joins a verb in the past to the one that opens the
// paragraph: "(b) Reaffirmed decision 21/1 and recalled resolution 46/152".
func alsoPast(p *Paragraph, s string, at int) bool {
	before, joined := strings.CutSuffix(strings.TrimRight(s[:at], " *"), " and")
	if !joined || len(before) > farClause {
		return false
	}
	_, words := readLabel(s)
	c, end, ok := verbAt(s, words, true)
	return ok && c.form == pastForm && end < len(before) && plainThing(before[end:])
}
