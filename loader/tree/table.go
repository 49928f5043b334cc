package tree

import (
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
	"mandategraph/loader/scan"
	"mandategraph/loader/text"
)

// A report lists acts in tables under the paragraph that speaks of them. A column's
// head names their kind, "Resolution number", and the cells below hold bare numbers;
// a text prints a row between bars, or each cell on a line of its own.

// A ListedAct is the number of an act in a cell of a table.
type ListedAct struct {
	Part     text.Text
	From, To int // the number in the part
	Number   string
	Kind     string
	Body     string // the code of the body that the head names, or empty
}

// A column is that of the table being read whose cells are numbers of acts.
type column struct {
	kind  string
	body  string // that a list's head names: "General Assembly resolutions"
	place int    // among the cells of a row between bars; -1 where each has a line
	tight bool   // the columns stand so close that a cell holds the words of two
}

// letters are those of the parts of an act, with the mark of a table's note behind.
const letters = `((?: [A-Z](?:(?:, | and )[A-Z])*)?)(?: ?[a-e])?`

var (
	entriesHead = scan.Compile(`^([A-Z][A-Za-z ]*) (resolution|decision)s$`)
	columnHead  = scan.Compile(`^(?i:(resolution|decision)s?(?: numbers?| nos?\.?| symbol)?)$`)
	cellHead    = scan.Compile(`^(?i:(resolution|decision) (?:numbers?|nos?\.?))$`)
	// tightHead is the head of columns that stand close: "Resolution number Date".
	tightHead  = scan.Compile(`(?i)\b(resolution|decision) (?:numbers?|nos?\.)(?: date\b| title\b|$)`)
	cellNumber = scan.Compile(`^((?:[A-Z]{1,2}-)?\d{1,4}/\d{1,4}|\d{1,4}(?: [A-Z])? \([IVXL\d-]+\))` + letters + `$`)
	// tightNumber is a number behind the words of the column before, or before the date
	// in the one behind.
	tightNumber = scan.Compile(`(?:^| )(\d{1,3}/\d{1,3})` + letters + `(?: \d{1,2} (?:` + names.MonthPattern + `) \d{4})?$`)
)

// row reads a row of a table: in an annex it belongs to the annex, elsewhere to the
// paragraph before.
func (p *parser) row(b text.Block) {
	to := p.last
	switch {
	case p.act == nil && p.zone == inAnnex && p.last == nil:
		p.annexLine(b)
		to = p.annexText[p.appended]
		p.numbersIn(to, b.Text)
		return
	case p.act == nil && p.last == nil:
		to = p.counted
	case p.act != nil && p.zone == inAnnex:
		if to = p.tableOfAnnex(); to == nil {
			p.add(b, p.annexName(), Annexed, 0, 0)
			return
		}
	}
	if to != nil {
		to.Parts = append(to.Parts, b.Text)
		to.End = max(to.End, b.End)
		p.numbersIn(to, b.Text)
	}
}

// tableOfAnnex is the paragraph to which rows of an act's annex go; nil where there
// is none yet.
func (p *parser) tableOfAnnex() *Paragraph {
	id := graph.ParagraphID(p.act.ID, p.annexName())
	if p.ids[id] == 0 {
		return nil
	}
	if p.table == nil || p.table.ID != id {
		for _, q := range p.act.Paragraphs {
			if q.ID == id {
				p.table = q
				break
			}
		}
	}
	return p.table
}

// numbersIn finds the numbers of acts in a row between bars.
func (p *parser) numbersIn(to *Paragraph, row text.Text) {
	for place, at := 0, 0; at < len(row.S); place++ {
		end := at + strings.IndexByte(row.S[at:], '|')
		if end < at {
			end = len(row.S)
		}
		cell := strings.TrimSpace(row.S[at:end])
		from := at + strings.Index(row.S[at:end], cell)
		if m := columnHead.FindStringSubmatch(cell); m != nil {
			p.column = column{kind: strings.ToLower(m[1]), place: place}
		} else if m := tightHead.FindStringSubmatch(cell); m != nil {
			p.column = column{kind: strings.ToLower(m[1]), place: place, tight: true}
		} else if p.column.tight || p.column.place == place {
			p.numberIn(to, row, from, from+len(cell))
		}
		at = end + 1
	}
}

// numberIn finds the number of an act, or those of its parts, in a cell of the column.
func (p *parser) numberIn(to *Paragraph, part text.Text, from, end int) {
	cell := part.S[from:end]
	m := cellNumber.FindStringSubmatchIndex(cell)
	if m == nil && (p.column.tight || p.column.place < 0) {
		m = tightNumber.FindStringSubmatchIndex(cell)
	}
	if m == nil || p.column.kind == "" {
		return
	}
	a := ListedAct{Part: part, From: from + m[2], To: from + m[5], Kind: p.column.kind}
	if number := WithoutSpaces(cell[m[2]:m[3]]); m[4] == m[5] {
		a.Number = number
		to.Listed = append(to.Listed, a)
	} else {
		for _, letter := range strings.FieldsFunc(cell[m[4]:m[5]], func(r rune) bool { return r < 'A' || r > 'Z' }) {
			a.Number = number + letter
			to.Listed = append(to.Listed, a)
		}
	}
}

// cell reads a line that is a cell of a table of acts under the report's last
// paragraph; false where it is none.
func (p *parser) cell(b text.Block) bool {
	body := b.Text.S
	if p.act != nil || p.counted == nil || len(body) > longestCell || p.tree.headings[PlainKey(body)] {
		return false
	}
	if p.mandateLine(b) {
		return true
	}
	if m := cellHead.FindStringSubmatch(body); m != nil {
		p.column = column{kind: strings.ToLower(m[1]), place: -1}
	} else if p.column.kind == "" || p.column.body != "" || p.column.place >= 0 && !p.betweenRows() {
		return false
	}
	p.counted.Parts = append(p.counted.Parts, b.Text)
	p.counted.End = max(p.counted.End, b.End)
	if p.column.place < 0 {
		p.numberIn(p.counted, b.Text, 0, len(body))
	}
	return true
}

// mandateLine reads a line of a list of mandates under the report's last paragraph: its head,
// which names the body, or the number of an act with its title; false where it is none.
func (p *parser) mandateLine(b text.Block) bool {
	if p.act != nil || p.counted == nil || len(b.Text.S) > longestCell {
		return false
	}
	if head := entriesHead.FindStringSubmatch(b.Text.S); head != nil {
		body, known := BodyNamed(head[1])
		if !known || p.at+1 == len(p.list) || !text.Entry.MatchString(p.list[p.at+1].Text.S) {
			return false
		}
		p.column = column{kind: head[2], body: body.Code, place: -1}
	} else if m := text.Entry.FindStringSubmatchIndex(b.Text.S); m != nil && p.column.body != "" {
		p.counted.Listed = append(
			p.counted.Listed,
			ListedAct{b.Text, m[2], m[3], WithoutSpaces(b.Text.S[m[2]:m[3]]), p.column.kind, p.column.body},
		)
	} else {
		return false
	}
	p.counted.Parts = append(p.counted.Parts, b.Text)
	p.counted.End = max(p.counted.End, b.End)
	return true
}

// betweenRows says that the line being read stands right below a row and above another,
// as the further lines of a cell do in a page set in columns.
func (p *parser) betweenRows() bool {
	return p.at > 0 && p.at+1 < len(p.list) && p.list[p.at-1].Kind == text.BlockTable && p.list[p.at+1].Kind == text.BlockTable
}

// longestCell is how many bytes a cell has at most that stands on a line.
const longestCell = 120
