package schema

import (
	"fmt"
	"strings"

	"mandategraph/graph"
	"mandategraph/queries"
)

// unknown is the answer to a question that no phrasing fits: the questions that
// are known.
func unknown(why string) Answer {
	var b strings.Builder
	b.WriteString(why + " These are known:\n\n")
	var lines [][]string
	for _, q := range queries.All() {
		if len(q.Phrasings) > 0 {
			lines = append(lines, []string{q.Phrasings[0], q.Title})
		}
	}
	b.WriteString(align(lines))
	b.WriteString("\n{act} is an act (12/4, resolution 76/185), {thing} an act or anything else with a name; a name or an id stands for the others.\n")
	return Answer{Text: b.String(), Parse: "not understood"}
}

// sorts of slots in words.
var sorts = map[string]string{
	"act": "act", "thing": "act or other entity", "entity": "entity", "body": "body", "state": "State, group or organization", "treaty": "treaty", "session": "session",
}

// nothing is the answer where nothing fits a slot.
func (u *understanding) nothing() Answer {
	text := fmt.Sprintf("No %s in the store fits %q.\n", sorts[u.trouble.slot], shorten(u.trouble.value))
	return Answer{Query: u.query.Name, Text: text, Parse: u.parse()}
}

// ambiguous is the answer where several entities fit a slot.
func (v *view) ambiguous(u *understanding) Answer {
	var b strings.Builder
	fmt.Fprintf(&b, "%q may mean %d things:\n\n", shorten(u.trouble.value), len(u.trouble.candidates))
	var lines [][]string
	for _, n := range u.trouble.candidates {
		lines = append(lines, []string{v.called(n), v.ID(n), v.Date(n), v.Title(n)})
	}
	b.WriteString(align(lines))
	b.WriteString("\nAsk again with:\n")
	for _, n := range u.trouble.candidates {
		b.WriteString("  " + u.again(v.unique(n, u.trouble.candidates)) + "\n")
	}
	return Answer{Query: u.query.Name, Variables: u.variables, Text: b.String(), Candidates: u.trouble.candidates, Parse: u.parse()}
}

// again is the query's plain phrasing with a clear name in place of the doubtful
// one.
func (u *understanding) again(clear string) string {
	words := u.phrasing
	if strings.ContainsAny(words, "([|") && len(u.query.Phrasings) > 0 && strings.Count(u.query.Phrasings[0], "{") == len(u.slots) {
		words = u.query.Phrasings[0]
	}
	for i, slot := range u.slots {
		value := u.values[i]
		if value == u.trouble.value {
			value = clear
		}
		for _, mark := range []string{"{" + slot.Variable + ":" + slot.Sort + "}", "{" + slot.Sort + "}"} {
			words = strings.Replace(words, mark, value, 1)
		}
	}
	return words
}

// unique is the shortest way to name an entity that none of the others has.
func (v *view) unique(n graph.Node, among []graph.Node) string {
	_, kind, number, ok := graph.SplitActID(v.ID(n))
	if !ok {
		return v.ID(n)
	}
	for _, other := range among {
		_, k, m, _ := graph.SplitActID(v.ID(other))
		if other != n && k == kind && strings.EqualFold(m, number) {
			return v.ID(n)
		}
	}
	return kind + " " + number
}
