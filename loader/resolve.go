package loader

import (
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
)

// A memory keeps what a document says in full, for what it says in short
// elsewhere.
type memory struct {
	// bodies of acts cited with their body, by kind and number.
	bodies map[string][]string
	// prints holds the bodies whose acts the document prints.
	prints map[string]bool
	// stranger is a house that no table knows and of which the document prints no
	// act, so that an act without a body need not be its own.
	stranger string
	// said are the same of the paragraph being read.
	said      map[string]string
	paragraph string
}

func newMemory(t *Tree) *memory {
	m := &memory{bodies: map[string][]string{}, prints: map[string]bool{}, said: map[string]string{}}
	for _, a := range t.Acts {
		m.prints[a.Body] = true
	}
	if t.HouseName != "" && !m.prints[t.Body] {
		m.stranger = t.Body
	}
	return m
}

func (c *citation) key() string { return c.kind + " " + c.number }

// learn notes whose act a citation is where the text says so.
func (m *memory) learn(c *citation) {
	code := plainBody(c)
	if code == "" || c.how == unnamedBody || c.how == foreignBody {
		return
	}
	m.bodies[c.key()] = appendNew(m.bodies[c.key()], code)
}

// plainBody is the body that the number itself marks, or that the text names
// and whose acts have such numbers.
func plainBody(c *citation) string {
	if marked := names.BodyOfNumber(c.number); marked != "" {
		return marked
	}
	if graph.ReadNumber(c.number).Form == graph.DatedForm && c.how != namedBody {
		return names.DatedBody()
	}
	if c.body != "" && c.body != unknownBody && names.CanNumber(c.body, c.kind, c.number) {
		return c.body
	}
	return ""
}

// resolve finds the act that a citation of a paragraph means. Where the text does not say
// whose act it is and nothing else in it settles it, it stays unresolved with
// the candidates; it is never guessed.
func (m *memory) resolve(c *citation, paragraph string) (id string, d *Diagnostic) {
	if m.paragraph != paragraph {
		m.paragraph = paragraph
		clear(m.said)
	}
	code, reason := m.bodyOf(c)
	if c.numberless {
		code, reason = "", "the act has no number yet"
	}
	if code == "" {
		if m.said[c.key()] == "" {
			m.said[c.key()] = unknownBody // the same number again is as open
		}
		var ids []string
		for _, may := range slices.Concat(c.may, m.bodies[c.key()]) {
			if id := graph.ActID(may, c.kind, c.number); may != unknownBody && !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
		return "", &Diagnostic{Reason: "unresolved: " + reason, Text: c.kind + " " + c.number, Candidates: ids}
	}
	number := c.number
	if names.IsDated(code) {
		number, c.date = yearToDate(number, c.date)
	}
	m.said[c.key()] = code
	return graph.ActID(code, c.kind, number), nil
}

// agree leaves open whose the acts of a list without a body are, where the text
// gives one of them elsewhere to another body than the list's own: a list has one
// body.
func (m *memory) agree(list []citation) {
	for i := 0; i < len(list); {
		end := i + 1
		for end < len(list) && list[end].group == list[i].group {
			end++
		}
		for _, c := range list[i:end] {
			known := m.bodies[c.key()]
			if c.how != unnamedBody || len(c.may) != 1 || len(known) != 1 || known[0] == c.may[0] {
				continue
			}
			for k := i; k < end; k++ {
				if o := &list[k]; o.how == unnamedBody && len(o.may) == 1 && len(m.bodies[o.key()]) == 0 {
					o.may = []string{o.may[0], known[0]}
				}
			}
			break
		}
		i = end
	}
}

// bodyOf settles whose act it is, or says why it cannot.
func (m *memory) bodyOf(c *citation) (code, reason string) {
	if code := plainBody(c); code != "" && (c.how == namedBody || names.BodyOfNumber(c.number) != "" || c.how == ownBody || c.how == fittingBody || names.IsDated(code)) {
		return code, ""
	}
	if c.how == namedBody {
		return "", "no act of " + c.body + " has a number of this form"
	}
	known := m.bodies[c.key()]
	own := ""
	if len(c.may) == 1 {
		own = c.may[0]
	}
	switch said := m.said[c.key()]; {
	case said == unknownBody && c.how == unnamedBody && len(known) != 1:
		return "", "the text leaves open which of several bodies is meant"
	case len(c.may) > 1 && len(known) == 1 && slices.Contains(c.may, known[0]) && c.how == unnamedBody:
		return known[0], ""
	case len(c.may) == 2 && c.how == unnamedBody && strings.HasPrefix(c.may[0], c.may[1]+"/") && m.prints[c.may[0]]:
		return c.may[0], "" // the house adopts acts of its own
	case len(c.may) > 1 && !slices.Contains(c.may, said):
		return "", "the text leaves open which of several bodies is meant"
	case said != "" && said != unknownBody && (own == "" || own == said || c.how == unnamedBody):
		return said, "" // the same act again in the same paragraph
	case own == unknownBody && c.how == unnamedBody && len(known) == 1:
		return known[0], ""
	case own == unknownBody:
		return "", "the text does not say whose act it is"
	case own != "" && own == m.stranger && c.how == unnamedBody && len(known) == 0:
		return "", "the text does not say whose act it is"
	case own != "" && (len(known) == 0 || slices.Contains(known, own) || c.how == ownBody || c.how == shortBody):
		return own, ""
	case own != "":
		return "", "acts of several bodies have this number in this document"
	case len(known) == 1 && c.how != ownBody && c.how != foreignBody:
		return known[0], ""
	case len(known) > 1:
		return "", "acts of several bodies have this number in this document"
	}
	return "", "the text does not say whose act it is"
}

// yearToDate drops the year of a Security Council number and keeps it as date.
func yearToDate(number, date string) (string, string) {
	n, year, ok := strings.Cut(strings.TrimSuffix(number, ")"), "(")
	if !ok {
		return number, date
	}
	if date == "" {
		date = year
	}
	return n, date
}
