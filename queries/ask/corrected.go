package ask

import (
	"slices"
	"strings"

	"mandategraph/graph/snapshot"
)

// corrections lists what was changed by hand in what the question is about: in
// the paragraphs of its entities, or in a statement about one of them.
func (t telling) corrections() []string {
	found := map[string]bool{}
	for _, n := range t.u.nodes {
		for _, c := range t.correctionsOf(n) {
			found[c] = true
		}
	}
	var lines []string
	for c := range found {
		lines = append(lines, "corrected by hand: "+c)
	}
	slices.Sort(lines)
	return lines
}

func (t telling) correctionsOf(n snapshot.Node) []string {
	list := t.Values(n, "correction")
	if !t.corrected() {
		return list
	}
	for _, p := range t.Nodes("Paragraph") {
		if strings.HasPrefix(t.ID(p), t.ID(n)+"#") {
			list = append(list, t.Values(p, "correction")...)
		}
	}
	for _, e := range slices.Concat(t.In(n), t.Out(n)) {
		st := t.Statement(e)
		if st.Qualifiers["correction"] == "" {
			continue
		}
		if p, ok := t.Lookup(st.Evidence.Paragraph); ok {
			list = append(list, t.Values(p, "correction")...)
		}
	}
	return list
}

// corrected says whether any document was corrected by hand.
func (t telling) corrected() bool {
	return slices.ContainsFunc(t.Documents(), func(id string) bool {
		return strings.HasPrefix(id, "document/corrections")
	})
}
