package tree

import (
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
	"mandategraph/loader/scan"
)

var (
	// committeeName begins the name of a committee on lines of its own in the masthead.
	committeeName = scan.Compile(
		`^(?:(?:Special|Ad Hoc|Open-ended|Preparatory|Intergovernmental|High-level) )*(?:Committee|Working Group|Panel)(?: of the Whole)?(?: (?:on|for|to)\b|$)`,
	)
	smallWordEnds = scan.Compile(`\b(?:of|the|and|on|to|for|with|in|regard|by|its)$`)
	smallWordHead = scan.Compile(`^(?:of|and|to|on|for|with|in|the) `)
)

// ofCommittee is the committee of a principal organ whose paper the document is: its symbol
// has AC behind that of the organ (A/AC.109/...), and its name stands on lines of its own
// below the organ's.
func (p *parser) ofCommittee() (own publisher, ok bool) {
	parent, rest, _ := strings.Cut(p.tree.Symbol, "/")
	if !strings.HasPrefix(rest, "AC.") {
		return own, false
	}
	name := ""
	for _, l := range p.lines {
		line := strings.TrimSpace(l.text)
		switch {
		case name == "" && committeeName.MatchString(line):
			name = line
		case name != "" && (smallWordEnds.MatchString(name) || smallWordHead.MatchString(line)):
			name += " " + line
		case name != "":
			return p.committeeNamed(parent, name)
		}
	}
	return p.committeeNamed(parent, name)
}

// committeeNamed is the committee of a name below the organ whose symbols begin so.
func (p *parser) committeeNamed(parent, name string) (own publisher, ok bool) {
	if strings.Count(name, " ") < 3 {
		return own, false
	}
	if b, known := names.BodyByText(name); known {
		return publisher{code: b.Code}, true
	}
	for _, b := range names.Bodies() {
		if b.Organs == parent+"/" {
			return publisher{code: b.Code + "/" + graph.Slug(name), name: name}, true
		}
	}
	return own, false
}
