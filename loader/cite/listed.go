package cite

import (
	"cmp"

	"mandategraph/graph"
	"mandategraph/graph/names"
	"mandategraph/loader/scan"
	"mandategraph/loader/tree"
)

// listedActs states the acts whose bare numbers stand in tables. They are acts of
// the body whose act the paragraph above names last, else of the one whose acts it
// announces, else of the one that speaks in it; where none has acts of such numbers, they
// are reported.
func (c *Citations) listedActs(found *tree.Findings, named map[*tree.Paragraph]string) {
	for _, p := range c.tree.Paragraphs {
		for _, a := range p.Listed {
			number, body := a.Number, cmp.Or(a.Body, named[p])
			if !names.CanNumber(body, a.Kind, number) {
				body = announcedBody(p.Parts[0].S, a.Kind, number)
			}
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

// announcedBody is the body of whose acts a paragraph speaks above a table, "Other
// resolutions adopted by the General Assembly ... are listed below", and which can have one
// of that number; empty where there is none or more than one.
func announcedBody(s, kind, number string) (code string) {
	for _, b := range tree.FindBodies(s) {
		by := scan.EndsWithAny(s[:b.Start], kind+"s adopted by the ", kind+"s of the ", kind+"s taken by the ")
		its := scan.SkipPrefix(s, b.End, " "+kind+"s", "’s "+kind+"s") > b.End
		if !by && !its || !names.CanNumber(b.Code, kind, number) {
			continue
		}
		if code != "" && code != b.Code {
			return ""
		}
		code = b.Code
	}
	return code
}
