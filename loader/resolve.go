package loader

import (
	"strings"

	"mandategraph/graph"
)

// A memory keeps what a document has said in full, for what it says in short
// later.
type memory struct {
	tree *Tree
	// bodies of acts cited with their body, by kind and number.
	bodies map[string]map[string]bool
}

func newMemory(t *Tree) *memory { return &memory{tree: t, bodies: map[string]map[string]bool{}} }

// resolve finds the act that a citation means. Where the text does not say
// whose act it is and nothing before settles it, it stays unresolved with the
// candidates; it is never guessed.
func (m *memory) resolve(c *citation, body string) (id string, d *Diagnostic) {
	if own := suffixBody(c.number); own != "" {
		c.body, c.how = own, namedBody
	}
	if strings.HasSuffix(c.number, ")") && (strings.Contains(c.number, "(19") || strings.Contains(c.number, "(20")) && (c.body == "" || c.body == "sc" || c.how != namedBody) {
		c.body, c.how = "sc", namedBody
	}
	key := c.kind + " " + c.number
	code := c.body
	if code == "" || (c.how == ownBody || c.how == shortBody) && !fits(code, c.number) || c.how == shortBody && code == "" {
		code = m.fromMemory(key, body, c)
	}
	if code == "" {
		return "", &Diagnostic{Reason: "unresolved: the text does not say whose act it is", Text: c.kind + " " + c.number, Candidates: m.candidates(key, c)}
	}
	if c.how == namedBody || c.how == ownBody {
		if m.bodies[key] == nil {
			m.bodies[key] = map[string]bool{}
		}
		m.bodies[key][code] = true
	}
	number := c.number
	if code == "sc" {
		number, c.date = yearToDate(number, c.date)
	}
	return graph.ActID(code, c.kind, number), nil
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

// fromMemory settles a citation without a body: the one body with which the
// same number was cited in this document, else the body that speaks where the
// number has its form.
func (m *memory) fromMemory(key, body string, c *citation) string {
	if known := m.bodies[key]; len(known) == 1 {
		for code := range known {
			return code
		}
	} else if len(known) > 1 {
		return ""
	}
	if c.how == foreignBody {
		return ""
	}
	if (c.how == unnamedBody || c.how == ownBody) && body != "" && fits(body, c.number) {
		return body
	}
	return ""
}

func (m *memory) candidates(key string, c *citation) []string {
	var ids []string
	for _, b := range graph.BodyNames {
		if m.bodies[key][b.Code] {
			ids = append(ids, graph.ActID(b.Code, c.kind, c.number))
		}
	}
	return ids
}

// fits says whether a number has the form of a body's numbers.
func fits(code, number string) bool {
	year := len(number) > 5 && number[4] == '/' && (strings.HasPrefix(number, "19") || strings.HasPrefix(number, "20"))
	paren := strings.HasSuffix(number, ")")
	slash := strings.Contains(number, "/")
	switch code {
	case "ecosoc", "chr":
		return year || paren
	case "sc":
		return !slash
	case "ga":
		return slash && !year || paren
	case "unfccc-cop", "unfccc-cmp", "unfccc-cma":
		return suffixBody(number) == code
	case "":
		return false
	}
	return slash && !year && !paren
}
