package session

import (
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/loader/scan"
	"mandategraph/loader/tree"
)

// Committees of the World Health Assembly and others that report several drafts at once put
// behind each the number of the act that it became: "approved the draft resolution contained
// in document X (later adopted as resolution Y) and that contained in document Z (W)".
var (
	pairedAct = scan.Compile(
		`^\)?[^;.()]{0,160}\((?:later |subsequently |see )?(?:adopted )?(?:as )?(?:(resolution|decision) )?(` + actNumber + `)\)`,
	)
	draftLead = scan.Compile(
		`\b[Dd]raft (?:resolution|decision)s?\b|\b[Tt]he (?:first|second|third|other|former|latter) \($|\bthat (?:on|of|contained)\b`,
	)
)

// pairs reads which acts the drafts of a sentence became that tells of their adoption.
func (r *reporter) pairs(x utterance, symbols []tree.SymbolHit) {
	if len(symbols) == 0 || !adoptedWords.MatchString(x.text) || r.body == "" {
		return
	}
	type pair struct {
		y        tree.SymbolHit
		act      string
		from, to int
	}
	var list []pair
	read := 0
	for i, y := range symbols {
		limit := len(x.text)
		if i+1 < len(symbols) {
			limit = max(y.End, symbols[i+1].Start) // "documents X and Add.1" overlap
		}
		lead := x.text[min(read, y.Start):y.Start]
		read = y.End
		m := pairedAct.FindStringSubmatchIndex(x.text[y.End:limit])
		if m == nil || !draftLead.MatchString(lead) {
			continue
		}
		number := x.text[y.End+m[4] : y.End+m[5]]
		kind := group(x.text[y.End:], m, 1)
		if kind == "" {
			kind = kindByForm(number)
		}
		if kind != "" && r.ofSession(number) {
			list = append(list, pair{y, graph.ActID(r.body, kind, number), y.End + m[4], y.End + m[5]})
		}
	}
	for _, p := range list {
		id := tree.AddSymbol(&r.found, p.y.Symbol)
		if r.drafts[id] != "" {
			continue
		}
		r.becomes(&draftHit{id, x, p.y.Start, p.y.End, false}, p.act)
		r.found.Cited(p.act)
		x.state(&r.found, p.from, p.to, graph.BodyID(r.body), "adopts", p.act, tree.Qualifiers{{"rule", "adoption"}})
		if !slices.ContainsFunc(
			r.polled,
			func(v poll) bool { return slices.Contains(v.targets, id) || slices.Contains(v.targets, p.act) },
		) {
			r.polled = append(r.polled, poll{p: x.p, targets: []string{p.act}, outcome: "adopted", roll: roll{found: &r.found}})
		}
	}
}

// kindByForm is the kind of an act of the World Health Assembly by its number: WHA87.10 is a
// resolution, WHA87(11) a decision; empty for other numbers.
func kindByForm(number string) string {
	switch {
	case !strings.HasPrefix(number, "WHA"):
		return ""
	case strings.HasSuffix(number, ")"):
		return "decision"
	}
	return "resolution"
}
