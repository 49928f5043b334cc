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
}

// role says what an element does to the text.
type role int

const (
	inline role = iota
	block
	skipped // its content is no text
	lineBreak
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
	case rowTag:
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
	case rowTag:
		m.closeRow()
	case superTag:
		m.raise = max(m.raise-1, 0)
		m.endRaised()
	case numberTag:
		m.labels = max(m.labels-1, 0)
		m.endNumber()
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
