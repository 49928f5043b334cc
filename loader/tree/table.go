package tree

import (
	"strings"

	"mandategraph/graph"
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
	Kind     string
	Body     string // the code of the body that the head names, or empty
}

// A column is that of the table being read whose cells are numbers of acts.
type column struct {
	kind  string
	body  string // that a list's head names: "General Assembly resolutions"
	place int    // among the cells of a row between bars; -1 where each has a line
}

var (
	entriesHead = scan.Compile(`^([A-Z][A-Za-z ]*) (resolution|decision)s$`)
	columnHead  = scan.Compile(`^(?i:(resolution|decision)s?(?: numbers?| nos?\.?| symbol)?)$`)
	cellHead    = scan.Compile(`^(?i:(resolution|decision) (?:numbers?|nos?\.?))$`)
	cellNumber  = scan.Compile(`^(?:[A-Z]{1,2}-)?\d{1,4}/\d{1,4}(?: [A-Z])?$|^\d{1,4}(?: [A-Z])? \([IVXL\d-]+\)$`)
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
		if m := columnHead.FindStringSubmatch(cell); m != nil {
			p.column = column{kind: strings.ToLower(m[1]), place: place}
		} else if p.column.kind != "" && p.column.place == place && cellNumber.MatchString(cell) {
			from := at + strings.Index(row.S[at:end], cell)
			to.Listed = append(to.Listed, ListedAct{Part: row, From: from, To: from + len(cell), Kind: p.column.kind})
		}
		at = end + 1
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
	} else if p.column.kind == "" || p.column.body != "" || p.column.place >= 0 {
		return false
	}
	p.counted.Parts = append(p.counted.Parts, b.Text)
	p.counted.End = max(p.counted.End, b.End)
	if cellNumber.MatchString(body) {
		p.counted.Listed = append(p.counted.Listed, ListedAct{Part: b.Text, To: len(body), Kind: p.column.kind})
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
		p.counted.Listed = append(p.counted.Listed, ListedAct{b.Text, m[2], m[3], p.column.kind, p.column.body})
	} else {
		return false
	}
	p.counted.Parts = append(p.counted.Parts, b.Text)
	p.counted.End = max(p.counted.End, b.End)
	return true
}

// longestCell is how many bytes a cell has at most that stands on a line.
const longestCell = 120
