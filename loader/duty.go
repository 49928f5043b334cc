package loader

// A dutyReader reads who is asked what in the texts of one document.
type dutyReader struct {
	tree  *Tree
	cites *citations
	short *shortNames
	// groups are the full names of the groups that acts have created so far, by
	// [groupKey]: what they are called for short later.
	groups map[string]string
	// nameless is the last group that an act was said to found without a name.
	nameless *founding
	found    findings
}

func newDutyReader(t *Tree, c *citations, short *shortNames) *dutyReader {
	return &dutyReader{tree: t, cites: c, short: short, groups: map[string]string{}}
}

// body makes a body known by its code and gives its id.
func (d *dutyReader) body(code string) string {
	d.found.body(code)
	return d.tree.bodyID(code)
}

// shortNames are what a document calls organizations, bodies and offices for
// short, where it has named them in full. They are read when they are first asked
// for.
type shortNames struct {
	tree *Tree
	// acronyms are those that the document introduces in brackets.
	acronyms map[string]bool
	// byAct holds the ids of subsidiary bodies and mandate holders by their short
	// form, for each act asked about so far; see fullNames.
	byAct map[*Act]map[string]string
}

func newShortNames(t *Tree) *shortNames {
	return &shortNames{tree: t, byAct: map[*Act]map[string]string{}}
}
