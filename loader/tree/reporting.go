package tree

import (
	"strings"

	"mandategraph/loader/text"
)

// Whose report a document is, by its titles.

// titlesAbove are what may say whose report a document is: the blocks of the masthead,
// and its titles of one line and two, as without blank lines a block holds more.
func (p *parser) titlesAbove(list []text.Block) (titles []string) {
	for _, b := range list {
		if b.Kind != text.BlockNote { // "* The report of the Committee is issued in two parts"
			titles = append(titles, b.Text.S)
		}
	}
	for i, l := range p.lines {
		if l.kind != titleLine {
			continue
		}
		title := l.text
		if i+1 < len(p.lines) && p.lines[i+1].kind == titleLine {
			title += " " + p.lines[i+1].text
		}
		titles = append(titles, title)
	}
	return titles
}

// reporting reads whose report a line announces: "Report of the Committee on
// Contributions", "Statistical Commission Report on the fifty-sixth session".
func reporting(s string) string {
	if len(s) > 500 {
		return ""
	}
	for _, lead := range []string{"Report of the ", "report of the ", "REPORT OF THE "} {
		if i := strings.Index(s, lead); i >= 0 && i < 20 {
			return OrganName(s[i+len(lead):])
		}
	}
	if i := strings.Index(s, " Report on the "); i > 0 {
		if name := OrganName(s[:i]); len(name) == i {
			return name
		}
	}
	return ""
}
