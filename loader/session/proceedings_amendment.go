package session

import (
	"strconv"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
	"mandategraph/loader/scan"
	"mandategraph/loader/tree"
)

// amendments lists the documents of the amendments that a text names.
func (r *reporter) amendments(x utterance, in scan.Span) (ids []string) {
	s := x.text
	for _, y := range tree.FindSymbols(s[in.Start:in.End]) {
		from := in.Start + y.Start
		lead := s[max(0, from-len("draft resolution contained in document (")):from]
		if !draftBefore.MatchString(lead) || r.amends(lead, y.Symbol) {
			ids = scan.AppendNew(ids, tree.AddSymbol(&r.found, y.Symbol))
		}
	}
	if len(ids) == 0 && r.amendment != "" {
		return []string{r.amendment}
	}
	return ids
}

// amends says that a symbol in brackets behind the draft of which the text spoke is that
// of the amendment: "an amendment to the draft resolution (A/C.3/90/L.9)".
func (r *reporter) amends(lead, symbol string) bool {
	return r.draft != nil && r.draft.id != graph.DocumentID(symbol) && bracketedDraft.MatchString(lead)
}

var bracketedDraft = scan.Compile(`\bthe draft (?:resolution|decision) \($`)

var draftBefore = scan.Compile(`draft (?:resolution|decision)s?(?: as)?(?: contained in(?: document)?)? \(?$`)

// pinsOf are the locators of the paragraphs that a text names.
func pinsOf(s string) (pins []string) {
	kinds := map[string]string{"preambular": "pp", "operative": "op", "": "op"}
	for _, m := range ordinalPin.FindAll(s) {
		if n := names.OrdinalNumber(s[m[2]:m[3]]); n > 0 {
			pins = scan.AppendNew(pins, kinds[s[m[4]:m[5]]]+strconv.Itoa(n))
		}
	}
	for _, m := range numberedPin.FindAll(s) {
		kind := ""
		if m[2] >= 0 {
			kind = strings.ToLower(s[m[2]:m[3]])
		}
		for _, n := range digitsOnly.FindAll(s[m[4]:m[5]]) {
			pins = scan.AppendNew(pins, kinds[kind]+s[m[4]+n[0]:m[4]+n[1]])
		}
	}
	return pins
}
