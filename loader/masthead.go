package loader

import (
	"strconv"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
)

var (
	symbolText   = compile(`\b[A-Z]{1,6}/(?:[A-Z0-9][A-Za-z0-9.()]*/)*(?:[A-Z0-9][A-Za-z0-9.()]*)?\d[A-Za-z0-9.()]*`)
	dateLine     = compile(`\b\d{1,2} (?:` + names.MonthPattern + `) \d{4}\b`)
	sessionWords = compile(`(?i)\b([a-z]+(?:-[a-z]+)?) session\b`)
	// "Adopted by the Security Council at its 3200th meeting, on 17 April 1993",
	// "of 3 April 1991".
	adoptionLine = compile(`^(?:Adopted (?:by|at|on) .*|[Oo]f |Resolution adopted by .* on )\d{1,2} \w+ \d{4}`)
	// "meeting report IPBES-1-12 of 2013": how a publishing tool names a document.
	publishedAs  = compile(`\breport ([A-Z]{2,10}-\d+-\d+) of \d{4}$`)
	mastheadItem = compile(`^Agenda item (\d+(?: ?\([a-z]\))?)$`)
	reportTitle  = compile(`^(?:Report|Annual report|Conclusions|Resolutions? and decisions?|Note|Addendum to the report) `)
)

var namesSession = newGate("ession", "ESSION")

// masthead reads what stands above the text: symbol, date, body, session and
// title. What is not printed is not invented.
func (p *parser) masthead(list []block, id string) {
	t := p.tree
	end := 0
	for end < len(list) && end < 40 && !mastheadEnds(list[end]) {
		end++
	}
	if end == len(list) || end == 40 {
		end = min(end, len(list))
	}
	for i, b := range list[:end] {
		p.mastheadBlock(b, i)
	}
	p.first = end
	if t.Title == "" && end > 0 {
		t.Title = fallbackTitle(list[:end])
	}
	if t.Title == "" && len(list) > 0 {
		t.Title = firstWords(list[0].text.S)
	}
	h := p.houseOf(list, end)
	t.Body, t.HouseName = h.code, h.name
	switch {
	case id != "":
		t.ID = id
	case t.Symbol != "":
		t.ID = graph.DocumentID(t.Symbol)
	default:
		t.ID = graph.DocumentID(graph.Slug(t.Title))
	}
	if base, _ := changed(t.Symbol); base != "" {
		line := p.symbolLine
		p.add(line, headLocator, narrative, 0, 0)
		p.last = nil
	}
}

func mastheadEnds(b block) bool {
	switch b.kind {
	case blockAct, blockBody, blockOpener:
		return true
	case blockLabel:
		return true
	}
	if b.kind == blockProse && lastLetter(b.text.S) == ':' && meetingDecides(b.text.S) {
		return true
	}
	return strings.EqualFold(b.text.S, "contents") || b.kind == blockProse && (len(b.text.S) > 100 || lastLetter(b.text.S) == ':') && speaks(b.text.S)
}

func (p *parser) mastheadBlock(b block, i int) {
	t, text := p.tree, b.text.S
	if b.kind == blockClosing {
		p.head = append(p.head, b)
	}
	p.draft = p.draft || strings.Contains(text, "Draft decision") || strings.Contains(text, "Draft resolution") || strings.Contains(text, "draft resolution") || strings.Contains(text, "draft decision")
	if t.Symbol == "" && len(text) < 120 {
		if found := symbolText.findAllStrings(text); found != nil && len(text) < 90 {
			t.Symbols = append(t.Symbols, found...)
			p.symbolLine = b
			first, _, _ := strings.Cut(found[0], "-E/")
			t.Symbol = strings.TrimRight(first, ".")
		}
	}
	if t.Symbol == "" && len(text) < 400 {
		if m := publishedAs.FindStringSubmatch(text); m != nil {
			t.Symbols, t.Symbol = append(t.Symbols, m[1]), m[1]
		}
	}
	if t.Date == "" && (strings.Contains(text, "Distr") || dateLine.MatchString(text) && len(text) < 40) {
		t.Date = parseDate(dateLine.FindString(text))
	}
	if t.Title == "" && reportTitle.MatchString(text) && len(text) < 500 && !strings.HasPrefix(text, "Note Symbols of ") {
		t.Title = text
	}
	if m := mastheadItem.FindStringSubmatch(text); m != nil {
		t.Item = compact(m[1])
	}
	if t.Session == "" && namesSession.in(b.text) {
		records := strings.Index(strings.ToLower(text), "official records")
		if m := sessionWords.FindStringSubmatchIndex(text); m != nil && (records < 0 || m[1] < records) {
			if n := names.OrdinalNumber(text[m[2]:m[3]]); n > 0 {
				t.Session = strconv.Itoa(n + hundreds(text[:m[2]]))
			}
		}
	}
}

// hundreds reads the "one hundred and" before an ordinal.
func hundreds(before string) int {
	before, ok := strings.CutSuffix(strings.ToLower(before), "hundred and ")
	if !ok {
		return 0
	}
	switch lastWord(strings.TrimRight(before, " ")) {
	case "two":
		return 200
	case "three":
		return 300
	}
	return 100
}

func fallbackTitle(list []block) string {
	best := ""
	for _, b := range list {
		s := b.text.S
		if b.kind == blockHeading && len(s) > len(best) && len(s) < 300 && !symbolText.MatchString(s) && !strings.HasPrefix(s, "Distr") {
			best = s
		}
	}
	return best
}

func firstWords(s string) string {
	fields := strings.Fields(s)
	return strings.Join(fields[:min(len(fields), 12)], " ")
}
