package text

import (
	"strconv"
	"strings"

	"mandategraph/loader/scan"
)

// What a page prints at its head and foot. The UN prints the document's symbol at
// the head, and at the foot its job number and the page: "12-34567", "3/9", until
// 2000 "/..." and, below the symbol of the next page, "Page 3". A conversion may
// glue them: "23-12345 3/9A/C.3/78/L.1". Which symbol and which job number are the
// document's own shows their repetition and the masthead, not a list.

// maxEdge is the most bytes of a line at the head or foot of a page.
const maxEdge = 160

// mastheadLines is how many lines may stand above a document's text.
const mastheadLines = 20

// mostOwn is how many symbols and job numbers of its own a document has at most:
// joint documents have some.
const mostOwn = 16

var symbolPattern = `[A-Z]{1,6}/[A-Z0-9][A-Za-z0-9./()\-]*\d[A-Za-z0-9./()\-]*` +
	`(?: ?\((?:\d{4}|[A-Z][a-z]+\.? ?[IVXLC\d]+)\))?`

var (
	symbolLine  = scan.Compile(`^` + symbolPattern + `\*{0,3}(?:[–-][A-Z]{1,5}/\S+(?: \([A-Z][a-z]+ [IVXLC\d]+\))?)?$`)
	symbolLast  = scan.Compile(`(?:^| )(` + symbolPattern + `)\*{0,3}$`)
	gluedSymbol = scan.Compile(`[0-9*](` + symbolPattern + `)\*{0,3}$`)
	dashedPage  = scan.Compile(`^(?:-|–|—) ?\d{1,3} ?(?:-|–|—)$`)
	jobStart    = scan.Compile(`^(?:[A-Z]{1,2}\.?)?\d{2}-\d{5}\b`)
)

// An edge is what is read of a line at the head or foot of a page.
type edge struct {
	job, barcode, catch bool   // job number, its bar code, "/..."
	page, dashed        bool   // "Page 3", "- 3 -"
	number              bool   // 3
	total               string // the 9 of "3/9"
	symbol              string // as printed
}

// A pageEdges knows what recurs at the heads and feet of a document's pages.
type pageEdges struct {
	jobs    []string
	symbols map[string]int // by their key, on how many lines they stand
	totals  map[string]int
}

// symbolKey is a symbol as it is compared: also "S/RES/1373(2001)*".
func symbolKey(s string) string {
	return strings.Map(func(r rune) rune {
		if r == ' ' || r == '*' {
			return -1
		}
		return r
	}, s)
}

// edgeStarts are the first bytes of lines at the head or foot of a page.
var edgeStarts = func() (starts [256]bool) {
	for c := range starts {
		starts[c] = c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || strings.IndexByte("*/(p-\xe2", byte(c)) >= 0
	}
	return starts
}()

// read takes a line apart; ok is false where a page prints no such line at its
// head or foot.
func (p *pageEdges) read(s string) (e edge, ok bool) {
	if s == "" || len(s) > maxEdge || !edgeStarts[s[0]] {
		return edge{}, false
	}
	for at := 0; at < len(s); {
		n := p.part(s, at, &e)
		if n == 0 {
			return edge{}, false
		}
		at += n
	}
	return e, true
}

// part reads one part of a line at the head or foot of a page and gives its length.
func (p *pageEdges) part(s string, at int, e *edge) int {
	rest := s[at:]
	if at == 0 && dashedPage.MatchString(s) {
		e.page, e.dashed = true, true
		return len(s)
	}
	switch c := rest[0]; {
	case isSpace(c):
		return 1
	case c == '*':
		return e.star(rest)
	case c == '/':
		return e.catchword(rest)
	case c == '(':
		if e.job && len(rest) > 2 && scan.IsCapital(rest[1:]) && rest[2] == ')' {
			return 3 // the language
		}
	case c == 'P' || c == 'p':
		if n := pageLabelAt(rest); n > 0 {
			e.page = true
			return n
		}
		return p.name(rest, e)
	case scan.IsDigit(c):
		return p.figures(rest, e)
	case scan.IsCapital(rest):
		return p.name(rest, e)
	}
	return 0
}

// star reads the bar code of a job number, which stands between stars, or the star
// behind a job number or symbol.
func (e *edge) star(s string) int {
	if end := scan.DigitsEnd(s, 1); end > 5 && end < 10 && end < len(s) && s[end] == '*' {
		e.barcode = true
		return end + 1
	}
	if e.job || e.symbol != "" {
		return 1
	}
	return 0
}

// catchword reads the "/..." at the foot of a page, which says that the text goes on.
func (e *edge) catchword(s string) int {
	for _, catch := range []string{"/...", "/…"} {
		if strings.HasPrefix(s, catch) {
			e.catch = true
			return len(catch)
		}
	}
	return 0
}

// pageLabelAt is the length of "Page 3".
func pageLabelAt(s string) int {
	if len(s) < 6 || !strings.EqualFold(s[:5], "page ") {
		return 0
	}
	start := len(s) - len(strings.TrimLeft(s[5:], " "))
	if end := scan.DigitsEnd(s, start); end > start {
		return end
	}
	return 0
}

// name reads a job number that begins with the letters of an office, or the
// document's symbol.
func (p *pageEdges) name(s string, e *edge) int {
	for _, job := range p.jobs {
		if strings.HasPrefix(s, job) {
			e.job = true
			return len(job)
		}
	}
	if n := jobAt(s); n > 0 {
		e.job = true
		return n
	}
	if strings.IndexByte(s, '/') < 0 {
		return 0
	}
	if e.symbol == "" && s[len(s)-1] != '.' && symbolLine.MatchString(s) { // a full stop ends a sentence
		e.symbol = s
		return len(s)
	}
	return p.symbolAndPage(s, e)
}

// symbolAndPage reads a symbol with the page beside it: "A/50/1 Page 3",
// "S/RES/918 (1994) 3/9".
func (p *pageEdges) symbolAndPage(s string, e *edge) int {
	for at := len(s) - 1; at > 0 && e.symbol == ""; at-- {
		if s[at] != ' ' || s[at-1] == ' ' {
			continue
		}
		if page := strings.TrimLeft(s[at:], " "); pageLabelAt(page) == 0 && !scan.IsDigit(page[0]) {
			continue
		}
		if symbol := s[:at]; symbolLine.MatchString(symbol) {
			e.symbol = symbol
			return at
		}
	}
	return 0
}

// jobAt is the length of the job number at the start of a text: 12-34567,
// GE.12-34567.
func jobAt(s string) int {
	if dash := strings.IndexByte(s[:min(len(s), 6)], '-'); dash < 2 {
		return 0
	}
	if m := jobStart.FindStringIndex(s); m != nil {
		return m[1]
	}
	return 0
}

// figures reads a job number, a page, or the date beside a job number; the job
// number may be glued to the page before it.
func (p *pageEdges) figures(s string, e *edge) int {
	end := scan.DigitsEnd(s, 0)
	for k := 0; k <= min(end, 4); k++ {
		for _, job := range p.jobs {
			if !strings.HasPrefix(s[k:], job) {
				continue
			}
			if k > 0 {
				e.number = true
				return k
			}
			e.job = true
			return len(job)
		}
	}
	if n := jobAt(s); n > 0 {
		e.job = true
		return n
	}
	switch {
	case end == 6 && (e.job || e.barcode):
		return end
	case end > 4:
		return 0
	}
	if end < len(s) && s[end] == '/' {
		return p.pageOf(s, end, e)
	}
	e.number = true
	return end
}

// pageOf reads the rest of "3/9", to which a job number or a symbol may be glued.
func (p *pageEdges) pageOf(s string, slash int, e *edge) int {
	end := scan.DigitsEnd(s, slash+1)
	for k := slash + 2; k < end; k++ {
		for _, job := range p.jobs {
			if strings.HasPrefix(s[k:], job) {
				end = k
			}
		}
	}
	if end == slash+1 || end > slash+5 || len(s[:slash]) > end-slash-1 || len(s[:slash]) == end-slash-1 && s[:slash] > s[slash+1:end] {
		return 0 // 2035/10 is no page of ten
	}
	e.total = s[slash+1 : end]
	return end
}

// A printedLine is a line that may stand at the head or foot of a page.
type printedLine struct {
	line int
	edge
}

// learn finds the job numbers, symbols and numbers of pages of a document, and
// the lines that may be heads or feet.
func (p *pageEdges) learn(text string, list []line) (found []printedLine) {
	p.symbols, p.totals = map[string]int{}, map[string]int{}
	for i := range list {
		p.learnJob(text[list[i].start:list[i].end])
	}
	for i := range list {
		if list[i].kind != lineText {
			continue
		}
		e, ok := p.read(text[list[i].start:list[i].end])
		if !ok {
			continue
		}
		found = append(found, printedLine{i, e})
		if e.symbol != "" {
			p.symbols[symbolKey(e.symbol)]++
		}
		if e.total != "" {
			p.totals[e.total]++
		}
	}
	return found
}

// learnJob takes a job number from a line that is one without doubt.
func (p *pageEdges) learnJob(s string) {
	if s == "" || len(s) > maxEdge || len(p.jobs) == mostOwn || !edgeStarts[s[0]] || strings.IndexByte(s, '-') < 0 {
		return
	}
	if e, ok := p.read(s); !ok || !e.job {
		return
	}
	for at := range len(s) {
		if n := jobAt(s[at:]); n > 0 && (at == 0 || s[at-1] == ' ') {
			p.jobs = scan.AppendNew(p.jobs, s[at:at+n])
			return
		}
	}
}

// prints says that a line stands at the head or foot of a page. A line that could
// be text does so only where it recurs.
func (p *pageEdges) prints(e edge) bool {
	switch {
	case e.job, e.barcode, e.catch, e.page:
		return true
	case e.symbol != "":
		return p.symbols[symbolKey(e.symbol)] > 1
	}
	return p.totals[e.total] > 1
}

// masthead finds the first line in which the document prints its symbol, alone or
// beside the organ's name; -1 where its masthead has none.
func (p *pageEdges) masthead(text string, list []line) int {
	above := 0
	for i := range list {
		content := text[list[i].start:list[i].end]
		if content == "" {
			continue
		}
		if above++; above > mastheadLines {
			break
		}
		if len(content) > maxEdge || strings.IndexByte(content, '/') < 0 {
			continue
		}
		if p.symbols[symbolKey(content)] > 0 {
			return i
		}
		if m := symbolLast.FindStringSubmatch(content); m != nil && p.symbols[symbolKey(m[1])] > 0 {
			p.symbols[symbolKey(m[1])]++
			return i
		}
	}
	return -1
}

// HeadSymbol is the symbol that most page heads of a text print, as it is printed
// first; empty where none does.
func HeadSymbol(s *Source) string {
	list := lines(s)
	count, best := map[string]int{}, ""
	for _, l := range list {
		if l.kind != lineEdge || !l.head {
			continue
		}
		content := s.Text[l.start:l.end]
		m := symbolLast.FindStringSubmatch(content)
		if m == nil {
			m = gluedSymbol.FindStringSubmatch(content)
		}
		if m == nil {
			continue
		}
		if count[m[1]]++; best == "" || count[m[1]] > count[best] {
			best = m[1]
		}
	}
	return best
}

// markPages finds what a page prints around its text.
func markPages(text string, list []line) {
	p := &pageEdges{}
	found := p.learn(text, list)
	first := p.masthead(text, list)
	for _, f := range found {
		own := f.symbol != "" && p.prints(edge{symbol: f.symbol})
		if f.line == first && f.edge == (edge{symbol: f.symbol}) {
			continue // it tells the document's own
		}
		if l := &list[f.line]; p.prints(f.edge) {
			l.kind, l.head = lineEdge, own
		}
		if f.dashed {
			markNumberAgain(text, list, f.line)
		}
	}
	for i := range list {
		if l := &list[i]; l.kind == lineText && recycleLine.MatchString(text[l.start:l.end]) {
			l.kind = lineEdge
		}
	}
	markJobDates(text, list)
	markPageNumbers(text, list)
	markRunningTitles(text, list)
}

// numberLine is the number of an act alone, as pages print it again at their heads: WHA85.9.
var numberLine = scan.Compile(`^[A-Z][A-Z0-9.()/-]{2,30}\d[A-Z0-9.()/-]*$`)

// markNumberAgain finds the number of an act below a page number between dashes, where
// the masthead prints it alone as well.
func markNumberAgain(text string, list []line, page int) {
	k := page + 1
	for k < len(list) && list[k].kind == lineBlank {
		k++
	}
	if k == len(list) || list[k].kind != lineText || !numberLine.MatchString(text[list[k].start:list[k].end]) {
		return
	}
	for i := range list[:min(mastheadLines, page)] {
		if text[list[i].start:list[i].end] == text[list[k].start:list[k].end] {
			list[k].kind, list[k].head = lineEdge, true
			return
		}
	}
}

// jobBeside is what stands alone beside a job number or its bar code: a date or a
// page.
var jobBeside = scan.Compile(`^(?:\d{6}|\d{1,3}/\d{1,3})$`)

// markJobDates finds the dates and pages that stand alone beside a job number.
func markJobDates(text string, list []line) {
	edge := false // the line above, past blank ones
	for i := range list {
		l := &list[i]
		switch l.kind {
		case lineEdge:
			edge = !l.head
		case lineText:
			if edge && jobBeside.MatchString(text[l.start:l.end]) {
				l.kind = lineEdge
			} else {
				edge = false
			}
		}
	}
}

// markPageNumbers finds the numbers of pages that stand alone beside the symbol at
// the head of their pages: 2 above the second, 3 above the third.
func markPageNumbers(text string, list []line) {
	page := 1
	for i := range list {
		if list[i].kind != lineEdge || !list[i].head {
			continue
		}
		for _, k := range []int{i - 1, i + 1} {
			if k < 0 || k == len(list) || list[k].kind != lineText {
				continue
			}
			content := text[list[k].start:list[k].end]
			if n, err := strconv.Atoi(content); err == nil && n == page+1 && len(content) < 4 {
				page, list[k].kind = n, lineEdge
				break
			}
		}
	}
}
