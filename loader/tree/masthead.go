package tree

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"mandategraph/graph/names"
	"mandategraph/loader/scan"
	"mandategraph/loader/text"
)

var (
	dateLine     = scan.Compile(`\b\d{1,2} (?:` + names.MonthPattern + `) \d{4}\b`)
	sessionWords = scan.Compile(`(?i)\b([a-z]+(?:-[a-z]+)?) session\b`)
	// "Adopted by the Security Council at its 3200th meeting, on 17 April 1993",
	// "of 3 April 1991".
	adoptionLine = scan.Compile(`^(?:Adopted (?:by|at|on) .*|[Oo]f |Resolution adopted by .* on )\d{1,2} \w+ \d{4}`)
	mastheadItem = scan.Compile(`^Agenda item (\d+(?: ?\([a-z]\))?)$`)
	reportTitle  = scan.Compile(`^(?:Report|Annual report|Conclusions|Resolutions? and decisions?|Note|Addendum to the report) `)
	// "Note by the Secretariat": who wrote the document, below its title
	authorLine = scan.Compile(
		`^(?:Reports?|Notes?) (?:of|by) the (?:Secretary-General|Secretariat|secretariat|Chair\w*|President|Executive \w+|Director-General|(?:United Nations )?High Commissioner[\w ]*)[*\d]*$`,
	)
)

// apartSession is a session beside the regular ones, in the title of the report on it,
// below the session of the Assembly to which that report goes: "Report of the Trade and
// Development Board on its tenth special session".
var apartSession = scan.Compile(`(?i)^Report of the .* on its ([a-z]+(?:-[a-z]+)?) (special|executive) session\b`)

// apartMark is what its number begins with: S-10, EX-50.
var apartMark = map[string]string{"special": "S-", "executive": "EX-"}

// draftWords say in a masthead that the document is a draft.
var draftWords = scan.Compile(`[Dd]raft (?:resolution|decision)|DRAFT (?:RESOLUTION|DECISION)`)

var namesSession = text.NewGate("ession", "ESSION")

// mostHeadBlocks bounds the blocks of a masthead.
const mostHeadBlocks = 40

// masthead reads what stands above the text: symbol, date, body, session and
// title. What is not printed is not invented.
func (p *parser) masthead(list []text.Block, asked Asked) {
	end := 0
	for end < len(list) && end < mostHeadBlocks && !mastheadEnds(list[end]) {
		end++
	}
	p.first = end
	p.readIdentity(list, end)
	for _, b := range list[:end] {
		p.mastheadBlock(b)
	}
	for _, l := range p.lines {
		p.tree.Date = cmp.Or(p.tree.Date, l.date)
	}
	p.readTitle(list[:titlesEnd(list[:end])])
	if m := apartSession.FindStringSubmatch(p.tree.Title); m != nil && names.OrdinalNumber(m[1]) > 0 {
		p.tree.Session = apartMark[strings.ToLower(m[2])] + strconv.Itoa(names.OrdinalNumber(m[1]))
	}
	h := p.publisher(list, end)
	if p.tree.Body, p.tree.BodyName = h.code, h.name; h.name != "" {
		p.tree.BodyAcronym = acronymOf(list, h.name)
	}
	p.identify(list, asked)
	if base, _ := ChangedBy(p.tree.Symbol); base != "" && p.own.end > p.own.start {
		from, to := p.own.start, p.own.end
		printed := text.Text{S: p.tree.Source.Text[from:to], Runs: []text.Run{{At: 0, Source: from}}}
		p.add(text.Block{Text: printed, Place: from, End: to}, HeadLocator, Narrative, 0, 0)
		p.last = nil
	}
}

// titlesEnd is where the titles of a masthead end: at the annex of a letter, whose own
// text has no number that ends the masthead.
func titlesEnd(list []text.Block) int {
	for i, b := range list {
		if b.Kind == text.BlockAnnex && i > 0 {
			return i
		}
	}
	return len(list)
}

func mastheadEnds(b text.Block) bool {
	switch b.Kind {
	case text.BlockAct, text.BlockBody, text.BlockOpener:
		return true
	case text.BlockLabel:
		return true
	}
	if b.Rising != "" {
		return true
	}
	if b.Kind == text.BlockProse && text.LastLetter(b.Text.S) == ':' && meetingDecides(b.Text.S) {
		return true
	}
	if b.Kind == text.BlockProse && (len(b.Text.S) > 100 || text.LastLetter(b.Text.S) == ':') {
		return text.Speaks(b.Text.S) || speaksWithin(b.Text.S)
	}
	return strings.EqualFold(b.Text.S, "contents")
}

// mastheadBlock reads what a block of the masthead says beside its symbol.
func (p *parser) mastheadBlock(b text.Block) {
	t, body := p.tree, b.Text.S
	if b.Kind == text.BlockClosing {
		p.head = append(p.head, b)
	}
	p.begun = p.begun || b.Kind == text.BlockProse && isSentence(body)
	p.draft = p.draft || !p.begun && draftWords.MatchString(body)
	if m := mastheadItem.FindStringSubmatch(body); m != nil {
		t.Item = WithoutSpaces(m[1])
	}
	if t.Session == "" && namesSession.In(b.Text) {
		p.readSession(body)
	}
}

// readSession reads the number of the session.
func (p *parser) readSession(body string) {
	records := strings.Index(strings.ToLower(body), "official records")
	m := sessionWords.FindStringSubmatchIndex(body)
	if m == nil || records >= 0 && m[1] >= records {
		return
	}
	if n := names.OrdinalNumber(body[m[2]:m[3]]); n > 0 {
		p.tree.Session = strconv.Itoa(n + hundreds(body[:m[2]]))
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

// Bounds of the bytes of a title.
const (
	leastTitle = 4
	mostTitle  = 500
)

// readTitle takes the title from the lines of the masthead that are none of its
// form: that which says whose report the document is, else the longest.
func (p *parser) readTitle(list []text.Block) {
	best, organ, before := "", "", ""
	for _, b := range list {
		title, place := p.titleOf(b)
		if len(title) < leastTitle || len(title) >= mostTitle {
			continue
		}
		if place == authored {
			best = title
			break
		}
		if place == leading && reportTitle.MatchString(title) && !strings.HasPrefix(title, "Note Symbols of ") {
			p.report = strings.HasPrefix(b.Text.S, "Report")
			if best = title; before != "" && authorLine.MatchString(title) {
				best = before // "Note by the Secretariat" below a title
			}
			break
		}
		switch {
		case wholeOrgan(asName(title)), namesTreaty(title): // whose organ the publisher is
			organ = cmp.Or(organ, title)
		case len(title) < mostTitle*3/5 && (b.Kind == text.BlockHeading || len(title) < len(b.Text.S)):
			if before = title; len(title) > len(best) {
				best = title
			}
		}
	}
	p.tree.Title = cmp.Or(best, organ)
}

// namesTreaty says that a text is the name of a treaty and nothing else.
func namesTreaty(s string) bool {
	return slices.ContainsFunc(names.Treaties(), func(t names.Treaty) bool { return strings.EqualFold(t.Name, s) })
}

// titlePlace says where in its block a title stands.
type titlePlace int

const (
	inside   titlePlace = iota
	leading             // it begins it
	authored            // who wrote the document stands below it
)

// titleOf is what a block of the masthead holds beside lines of the form.
func (p *parser) titleOf(b text.Block) (title string, place titlePlace) {
	if b.Kind == text.BlockClosing || b.Kind == text.BlockNote || draftLine.MatchString(b.Text.S) {
		return "", inside
	}
	lines, form, first := p.titleLines(b)
	if first == titleLine {
		place = leading
	}
	last := len(lines) - 1
	switch {
	case last < 0 && form == 0:
		return b.Text.S, leading
	case last < 0:
		return "", inside
	case last > 0 && authorLine.MatchString(lines[last]):
		return strings.Join(lines[:last], " "), authored
	case form == 0:
		return b.Text.S, leading
	}
	return strings.Join(lines, " "), place
}

// titleLines reads the lines of the title in a block of the masthead. form counts
// the lines that are none of it, first is the kind of the block's first line.
func (p *parser) titleLines(b text.Block) (lines []string, form int, first headKind) {
	first = titleLine
	for _, l := range p.lines {
		if l.start >= b.End || l.end <= b.Place || l.kind == blankLine {
			continue
		}
		if form+len(lines) == 0 {
			first = l.kind
		}
		report := len(lines) > 0 && reportTitle.MatchString(lines[0])
		if l.endsTitle(report) {
			form++
			break
		}
		if l.kind != titleLine && !report || len(lines) == 0 && l.organAbove(b) {
			form++
			continue
		}
		lines = append(lines, l.text)
	}
	return lines, form, first
}

// endsTitle says that no title goes on from this line: the summary begins, or a
// report's title is over, of which only its session, place and days may be part.
func (l *headLine) endsTitle(report bool) bool {
	return strings.EqualFold(l.text, "Summary") || report && l.kind != titleLine && !l.ofReport()
}

// organAbove says that the line is the name of an organ, printed above the title
// in the same block of the masthead.
func (l *headLine) organAbove(b text.Block) bool {
	return wholeOrgan(asName(l.text)) && len(b.Text.S) > len(l.text)
}
