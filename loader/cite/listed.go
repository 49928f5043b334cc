package cite

import (
	"cmp"

	"mandategraph/graph"
	"mandategraph/graph/names"
	"mandategraph/loader/tree"
)

// listedActs states the acts whose bare numbers stand in tables. They are acts of
// the body whose act the paragraph above names last, else of the one that speaks in
// it; where neither has acts of such numbers, they are reported.
func (c *Citations) listedActs(found *tree.Findings, named map[*tree.Paragraph]string) {
	for _, p := range c.tree.Paragraphs {
		for _, a := range p.Listed {
			number, body := a.Number, cmp.Or(a.Body, named[p])
			if !names.CanNumber(body, a.Kind, number) {
				body = c.tree.Speaker(p)
			}
			if !names.CanNumber(body, a.Kind, number) {
				found.Report(p, a.Part, a.From, a.To, tree.Diagnostic{
					Reason: "unresolved: the text does not say whose act it is", Text: a.Kind + " " + number,
				})
				continue
			}
			if names.IsDated(body) {
				number, _ = yearToDate(number, "")
			}
			id := graph.ActID(body, a.Kind, names.Canonical(body, a.Kind, number))
			found.Cited(id)
			found.State(p, a.Part, a.From, a.To, p.Source(c.tree), "mentions", id, tree.Qualifiers{
				{"rule", "table of acts"}, {"confidence", "certain"},
			})
		}
	}
}
