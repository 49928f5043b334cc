package format

import "strings"

// A markup turns the elements of HTML and Akoma Ntoso into paragraphs.
type markup struct {
	flow
	tags *tagTable
	skip int // how many elements deep in what is no text
	// raise is how many elements deep in raised text, which gathers apart.
	raise  int
	sup    strings.Builder
	labels int // elements deep in a number that is printed before a text
	number strings.Builder
	// tables says of each open table how many rows were open before it.
	tables []int
	deeper int // tables that are open beyond the limit
}

// role says what an element does to the text.
type role int

const (
	inline role = iota
	block
	skipped // its content is no text
	lineBreak
	tableTag
	rowTag
	cellTag
	superTag
	numberTag // its text is the label of the next paragraph
)

type tagTable map[string]role

// open reads a start tag.
func (m *markup) open(name string) {
	r := (*m.tags)[name]
	if m.skip > 0 || r == skipped {
		if r == skipped {
			m.skip++
		}
		return
	}
	switch r {
	case block:
		m.end()
	case lineBreak:
		m.add(" ")
	case tableTag:
		m.openTable()
	case rowTag:
		m.closeRows()
		m.openRow()
	case cellTag:
		m.openCell()
	case superTag:
		m.raise++
	case numberTag:
		m.end()
		m.labels++
	}
}

// close reads an end tag.
func (m *markup) close(name string) {
	r := (*m.tags)[name]
	if m.skip > 0 {
		if r == skipped {
			m.skip--
		}
		return
	}
	switch r {
	case block, cellTag:
		m.end()
	case tableTag:
		m.closeTable()
	case rowTag:
		m.closeRows()
	case superTag:
		m.raise = max(m.raise-1, 0)
		m.endRaised()
	case numberTag:
		m.labels = max(m.labels-1, 0)
		m.endNumber()
	}
}

// openTable and closeTable keep the rows of a table apart from those of the table
// in whose cell it stands.
func (m *markup) openTable() {
	m.end()
	if len(m.tables) >= maxRows {
		m.deeper++
		return
	}
	m.tables = append(m.tables, len(m.rows))
}

func (m *markup) closeTable() {
	m.end()
	if m.deeper > 0 {
		m.deeper--
		return
	}
	m.closeRows()
	m.tables = m.tables[:max(len(m.tables)-1, 0)]
}

// closeRows ends the row that is open in the innermost table: the next row ends
// it where its end tag is left out.
func (m *markup) closeRows() {
	before := 0
	if n := len(m.tables); n > 0 {
		before = m.tables[n-1]
	}
	for len(m.rows) > before {
		m.closeRow()
	}
}

// characters reads text.
func (m *markup) characters(text string) {
	switch {
	case m.skip > 0:
	case m.raise > 0 && m.sup.Len() < 100:
		m.sup.WriteString(text)
	case m.labels > 0 && m.number.Len() < 1000:
		m.number.WriteString(text)
	default:
		m.add(text)
	}
}

func (m *markup) endRaised() {
	m.raised(m.sup.String())
	m.sup.Reset()
}

// endNumber takes a number as the label of the text that follows. One that is
// no label, such as "Resolution 12/1", stands alone.
func (m *markup) endNumber() {
	text := tidy(m.number.String())
	m.number.Reset()
	if isListItem(text) {
		m.label = text
		return
	}
	if text != "" {
		m.paragraph(text)
	}
}

// text ends what is open and gives what was written.
func (m *markup) text() (string, error) {
	m.endRaised()
	m.endNumber()
	return m.flow.text()
}
