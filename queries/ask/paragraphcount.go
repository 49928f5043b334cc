package ask

import (
	"cmp"
	"mandategraph/graph"
	"mandategraph/graph/snapshot"
	"slices"
	"strings"
)

// How many paragraphs acts have.

// paragraphs counts those of the acts that the question names.
func (c *composer) paragraphs() bool {
	list := slices.DeleteFunc(c.actsNamed(), func(n snapshot.Node) bool { return !c.Loaded(n) })
	for _, s := range c.Sessions {
		if len(list) == 0 && c.acts != nil {
			list = slices.DeleteFunc(slices.Clone(c.Having("session", s, "Act")), func(n snapshot.Node) bool {
				_, kind, _, _ := graph.SplitActID(c.ID(n))
				return !c.Loaded(n) || c.acts.actKind != "" && kind != c.acts.actKind
			})
		}
	}
	if len(c.Clauses) > 0 || c.Words != "" || len(list) == 0 || len(list) > maxCandidates {
		return false
	}
	c.declare("ids", "[ID!]!", c.idsOf(list))
	c.text("nodes(ids: $ids) { ...Named ... on Act { paragraphs(first: 1) { totalCount } } }")
	kind := c.Wanted.word
	f := c.form()
	f.lists = []string{"nodes"}
	f.columns = []column{
		{"act", func(t telling, r row) string { return t.calledByID(str(r, "id")) }},
		{"count", func(t telling, r row) string { n, _ := t.Lookup(str(r, "id")); return t.paragraphsOf(n, kind) }},
	}
	f.lead = func(t telling) string {
		var parts []string
		for _, r := range t.found {
			n, _ := t.Lookup(str(r, "id"))
			parts = append(parts, t.called(n)+" has "+t.paragraphsOf(n, kind))
		}
		return strings.Join(parts, "; ") + "."
	}
	c.Operation = opList
	return true
}

// paragraphsOf counts the numbered paragraphs of an act by what they are: those of its
// preamble, its operative ones with the items below them, those of its annexes.
func (r *Reader) paragraphsOf(n snapshot.Node, kind string) string {
	var preambular, operative, items, annexed int
	annexes := map[string]bool{}
	for p := n + 1; int(p) < r.Len() && strings.HasPrefix(r.ID(p), r.ID(n)+"#"); p++ {
		_, locator, _ := strings.Cut(r.ID(p), "#")
		switch {
		case r.Kind(p) != "Paragraph":
		case strings.HasPrefix(locator, "pp") && !strings.Contains(locator, "."):
			preambular++
		case strings.HasPrefix(locator, "op") && strings.Contains(locator, "."):
			items++
		case strings.HasPrefix(locator, "op"):
			operative++
		case strings.HasPrefix(locator, "an"):
			annexed++
			label, _, _ := strings.Cut(locator, ".")
			annexes[label] = true
		}
	}
	if kind == "annexes" {
		return cmp.Or(several(len(annexes), "annex", "annexes"), "no annexes")
	}
	parts := []string{several(operative, "operative paragraph", "operative paragraphs")}
	if items > 0 {
		parts[0] += " with " + counted(items, "item") + " below them"
	}
	if kind != "operative paragraphs" {
		parts = append(parts, several(preambular, "paragraph of the preamble", "paragraphs of the preamble"),
			several(annexed, "paragraph of annexes", "paragraphs of annexes"))
	}
	return enumerated(slices.DeleteFunc(parts, func(s string) bool { return s == "" }))
}
