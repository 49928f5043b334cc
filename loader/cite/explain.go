package cite

import (
	"mandategraph/graph/names"
	"mandategraph/loader/scan"
	"mandategraph/loader/text"
	"mandategraph/loader/tree"
)

// bodiesByAct lists the bodies that the acts of a document, and for nil the whole
// document, name in full; each act is read once.
type bodiesByAct struct {
	tree  *tree.Tree
	lists map[*tree.Act][]string
}

// explain finds the body that a short name means which nothing in its own
// paragraph explains, "Council decision 113 (LIX)": the one body that the act
// names in full, or failing that the document, of which both the name can be the
// short one and the number can be an act's. False where there is no such body.
func (n bodiesByAct) explain(p *tree.Paragraph, c *Citation) bool {
	for _, act := range []*tree.Act{p.Act, nil} {
		var fit []string
		for _, code := range n.in(act) {
			if hasShort(code, c.short) && names.CanNumber(code, c.Kind, c.Number) {
				fit = append(fit, code)
			}
		}
		if len(fit) == 1 {
			c.body, c.how, c.may = fit[0], fittingBody, fit
		}
		if len(fit) > 0 {
			return len(fit) == 1
		}
	}
	return false
}

// in lists the bodies that an act, or the document, names in full.
func (n bodiesByAct) in(a *tree.Act) []string {
	if list, read := n.lists[a]; read {
		return list
	}
	paragraphs := n.tree.Paragraphs
	var list []string
	if a != nil {
		paragraphs = a.Paragraphs
		list = bodiesNamed(a.Title, list)
	}
	for _, q := range paragraphs {
		for _, part := range q.Parts {
			list = bodiesNamed(part, list)
		}
	}
	n.lists[a] = list
	return list
}

// bodiesNamed adds to a list the bodies that a text names in full.
func bodiesNamed(t text.Text, list []string) []string {
	for _, b := range tree.FindBodies(t.S) {
		list = scan.AppendNew(list, b.Code)
	}
	return list
}
