package duty

import (
	"mandategraph/loader/cite"
	"mandategraph/loader/tree"
)

// A dutyReader reads who is asked what in the texts of one document.
type dutyReader struct {
	tree  *tree.Tree
	cites *cite.Citations
	short *ShortNames
	// groups are the full names of the groups that acts have created so far, by
	// [groupKey]: what they are called for short later.
	groups map[string]string
	// nameless is the last group that an act was said to found without a name.
	nameless *founding
	found    tree.Findings
	// own are the names by which a report calls its body; read when first asked for.
	own []string
	// last and officers are those whom acts have addressed so far, for pronouns.
	last     lastAddressed
	officers map[*tree.Act]Addressee
	// leads are the mandates of paragraphs that lead to items.
	leads map[*tree.Paragraph]Mandate
}

func newDutyReader(t *tree.Tree, c *cite.Citations, short *ShortNames) *dutyReader {
	return &dutyReader{tree: t, cites: c, short: short, groups: map[string]string{}, officers: map[*tree.Act]Addressee{},
		leads: map[*tree.Paragraph]Mandate{}}
}

// body makes a body known by its code and gives its id.
func (d *dutyReader) body(code string) string {
	d.found.Body(code)
	return d.tree.BodyID(code)
}

// ShortNames are what a document calls organizations, bodies and offices for
// short, where it has named them in full. They are read when they are first asked
// for.
type ShortNames struct {
	tree *tree.Tree
	// acronyms are those that the document introduces in brackets.
	acronyms map[string]bool
	// byAct holds the ids of subsidiary bodies and mandate holders by their short
	// form, for each act asked about so far; see fullNames.
	byAct map[*tree.Act]map[string]string
	// set holds the ids of bodies that resolutions set up, by their nouns.
	set map[*tree.Act]map[string][]string
}

func NewShortNames(t *tree.Tree) *ShortNames {
	return &ShortNames{tree: t, byAct: map[*tree.Act]map[string]string{},
		set: map[*tree.Act]map[string][]string{}}
}
