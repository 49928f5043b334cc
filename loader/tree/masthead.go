package tree

import (
	"strconv"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
	"mandategraph/loader/scan"
	"mandategraph/loader/text"
)

var (
	symbolText   = scan.Compile(`\b[A-Z]{1,6}/(?:[A-Z0-9][A-Za-z0-9.()]*/)*(?:[A-Z0-9][A-Za-z0-9.()]*)?\d[A-Za-z0-9.()]*`)
	dateLine     = scan.Compile(`\b\d{1,2} (?:` + names.MonthPattern + `) \d{4}\b`)
	sessionWords = scan.Compile(`(?i)\b([a-z]+(?:-[a-z]+)?) session\b`)
	// "Adopted by the Security Council at its 3200th meeting, on 17 April 1993",
	// "of 3 April 1991".
	adoptionLine = scan.Compile(`^(?:Adopted (?:by|at|on) .*|[Oo]f |Resolution adopted by .* on )\d{1,2} \w+ \d{4}`)
	// "meeting report IPBES-1-12 of 2013": how a publishing tool names a document.
	publishedAs  = scan.Compile(`\breport ([A-Z]{2,10}-\d+-\d+) of \d{4}$`)
	mastheadItem = scan.Compile(`^Agenda item (\d+(?: ?\([a-z]\))?)$`)
	reportTitle  = scan.Compile(`^(?:Report|Annual report|Conclusions|Resolutions? and decisions?|Note|Addendum to the report) `)
)

var namesSession = text.NewGate("ession", "ESSION")

// masthead reads what stands above the text: symbol, date, body, session and
// title. What is not printed is not invented.
func (p *parser) masthead(list []text.Block, id string) {
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
	if t.Symbol == "" {
		p.headSymbol()
	}
	if t.Title == "" && end > 0 {
		t.Title = fallbackTitle(list[:end])
	}
	if t.Title == "" && len(list) > 0 {
		t.Title = firstWords(list[0].Text.S)
	}
	h := p.houseOf(list, end)
	t.Body, t.BodyName = h.code, h.name
	switch {
	case id != "":
		t.ID = id
	case t.Symbol != "":
		t.ID = graph.DocumentID(t.Symbol)
	default:
		t.ID = graph.DocumentID(graph.Slug(t.Title))
	}
	if base, _ := ChangedBy(t.Symbol); base != "" {
		line := p.symbolLine
		p.add(line, HeadLocator, Narrative, 0, 0)
		p.last = nil
	}
}

func mastheadEnds(b text.Block) bool {
	switch b.Kind {
	case text.BlockAct, text.BlockBody, text.BlockOpener:
		return true
	case text.BlockLabel:
		return true
	}
	if b.Kind == text.BlockProse && text.LastLetter(b.Text.S) == ':' && meetingDecides(b.Text.S) {
		return true
	}
	return strings.EqualFold(b.Text.S, "contents") || b.Kind == text.BlockProse && (len(b.Text.S) > 100 || text.LastLetter(b.Text.S) == ':') && text.Speaks(b.Text.S)
}

func (p *parser) mastheadBlock(b text.Block, i int) {
	t, body := p.tree, b.Text.S
	if b.Kind == text.BlockClosing {
		p.head = append(p.head, b)
	}
	p.draft = p.draft || strings.Contains(body, "Draft decision") || strings.Contains(body, "Draft resolution") || strings.Contains(body, "draft resolution") || strings.Contains(body, "draft decision")
	if t.Symbol == "" && len(body) < 120 {
		if found := symbolText.FindAllStrings(body); found != nil && len(body) < 90 {
			t.Symbols = append(t.Symbols, found...)
			p.symbolLine = b
			first, _, _ := strings.Cut(found[0], "-E/")
			t.Symbol = strings.TrimRight(first, ".")
		}
	}
	if t.Symbol == "" && len(body) < 400 {
		if m := publishedAs.FindStringSubmatch(body); m != nil {
			t.Symbols, t.Symbol = append(t.Symbols, m[1]), m[1]
		}
	}
	if t.Date == "" && (strings.Contains(body, "Distr") || dateLine.MatchString(body) && len(body) < 40) {
		t.Date = ParseDate(dateLine.FindString(body))
	}
	if t.Title == "" && reportTitle.MatchString(body) && len(body) < 500 && !strings.HasPrefix(body, "Note Symbols of ") {
		t.Title = body
	}
	if m := mastheadItem.FindStringSubmatch(body); m != nil {
		t.Item = WithoutSpaces(m[1])
	}
	if t.Session == "" && namesSession.In(b.Text) {
		records := strings.Index(strings.ToLower(body), "official records")
		if m := sessionWords.FindStringSubmatchIndex(body); m != nil && (records < 0 || m[1] < records) {
			if n := names.OrdinalNumber(body[m[2]:m[3]]); n > 0 {
				t.Session = strconv.Itoa(n + hundreds(body[:m[2]]))
			}
		}
	}
}

// headSymbol takes the symbol from the heads of the document's own pages, where its
// masthead prints none.
func (p *parser) headSymbol() {
	if found := symbolText.FindAllStrings(text.HeadSymbol(p.tree.Source)); found != nil {
		p.tree.Symbol, p.tree.Symbols = found[0], append(p.tree.Symbols, found...)
	}
}

// hundreds reads the "one hundred and" before an ordinal.
func hundreds(before string) int {
	before, ok := strings.CutSuffix(strings.ToLower(before), "hundred and ")
	if !ok {
		return 0
	}
	switch scan.LastWord(strings.TrimRight(before, " ")) {
	case "two":
		return 200
	case "three":
		return 300
	}
	return 100
}

func fallbackTitle(list []text.Block) string {
	best := ""
	for _, b := range list {
		s := b.Text.S
		if b.Kind == text.BlockHeading && len(s) > len(best) && len(s) < 300 && !symbolText.MatchString(s) && !strings.HasPrefix(s, "Distr") {
			best = s
		}
	}
	return best
}

func firstWords(s string) string {
	fields := strings.Fields(s)
	return strings.Join(fields[:min(len(fields), 12)], " ")
}
