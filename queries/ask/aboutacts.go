package ask

import (
	"cmp"
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// Acts about something: those that are called so first, and none of which only a table
// names it.

// stemsOf are how the words of a text begin, without those that say nothing.
func stemsOf(words string) (stems []string) {
	for w := range strings.FieldsSeq(sayingWords(strings.Trim(words, `"“”`))) {
		stems = append(stems, "-"+stem(graph.Slug(w)))
	}
	return stems
}

// hasAll says that a folded text has all of some stems.
func hasAll(folded string, stems []string) bool {
	return !slices.ContainsFunc(stems, func(s string) bool { return !strings.Contains("-"+folded, s) })
}

// subjectAsked are the words of a question about acts.
func (t telling) subjectAsked() string {
	if t.u.meant != nil {
		return t.u.meant.Words
	}
	return str(t.u.variables, "subject")
}

// calledSo says that the title of an act, or what it is about, has the words of a
// question.
func calledSo(t telling, r row) bool {
	n := t.node(r)
	return hasAll(graph.Slug(t.Title(n)+" "+t.Text(n, "about")), stemsOf(t.subjectAsked()))
}

// isTable says that a text is a table, such as those of a budget.
func isTable(text string) bool {
	return len(text) > tableLength || strings.Count(text, " | ") > fewCells
}

// fewCells is how many bars a text may have that is no table.
const fewCells = 3

// notOnlyInTables drops an act that has the words only in a table.
func notOnlyInTables(t telling, r row) bool {
	n, stems := t.node(r), stemsOf(t.subjectAsked())
	if n == snapshot.NoNode || len(stems) == 0 || calledSo(t, r) {
		return true
	}
	tables := 0
	for p := n + 1; int(p) < t.Len() && strings.HasPrefix(t.ID(p), t.ID(n)+"#"); p++ {
		text := t.Text(p, "text")
		if text == "" || !hasAll(graph.Slug(text), stems) {
			continue
		}
		if !isTable(text) {
			return true
		}
		tables++
	}
	return tables == 0
}

// inFront puts the results first of which something holds.
func (t *telling) inFront(first func(t telling, r row) bool) {
	rank := func(r row) int {
		if first(*t, r) {
			return 0
		}
		return 1
	}
	slices.SortStableFunc(t.found, func(a, b row) int { return cmp.Compare(rank(a), rank(b)) })
}

// titledFirst says how many acts are called so.
func titledFirst(t telling) string {
	titled := 0
	for _, r := range t.found {
		if calledSo(t, r) {
			titled++
		}
	}
	said := kindsOfActs(t)
	if titled > 0 && titled < len(t.found) {
		said = strings.TrimSpace(said + " The first " + decimal(titled) + " have it in their title or subject, the others in their text.")
	}
	return said
}
