package format

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// unshown are elements whose content is not shown, or twice there.
var unshown = map[string]bool{"del": true, "moveFrom": true, "Fallback": true, "delText": true}

// maxOpen is how deep paragraphs stand in paragraphs.
const maxOpen = 50

func (d *docx) start(e xml.StartElement) {
	name := e.Name.Local
	if unshown[name] {
		d.skip++
	}
	if d.skip > 0 {
		return
	}
	switch name {
	case "p":
		d.openParagraph()
	case "pPr":
		d.inMark = true
	case "t":
		d.inText = true
	case "tab", "br", "cr", "noBreakHyphen", "sym":
		d.special(name)
	case "tr":
		d.openRow()
	case "tc":
		d.openCell()
	case "footnoteReference", "endnoteReference":
		d.cite(e)
	default:
		d.property(e)
	}
}

// property reads what is said of a paragraph or a run.
func (d *docx) property(e xml.StartElement) {
	value := attribute(e, "val")
	if n := len(d.stack); n > 0 && d.inMark {
		switch p := &d.stack[n-1]; e.Name.Local {
		case "pStyle":
			p.style = value
		case "numId":
			p.number = value
		case "ilvl":
			p.level, _ = strconv.Atoi(value) // level 0 where it is no number
		}
		return
	}
	switch e.Name.Local {
	case "vertAlign":
		d.raise = value == "superscript"
	case "vanish":
		d.hidden = value != "0" && value != "false"
	}
}

// special writes characters that are elements. A tab stop within a run is one
// of a paragraph's properties too.
func (d *docx) special(name string) {
	switch {
	case d.inMark || d.hidden:
	case name == "tab":
		d.add("\t")
	case name == "noBreakHyphen":
		d.add("-")
	case name != "sym":
		d.add(" ")
	}
}

func (d *docx) finish(name string) {
	if unshown[name] {
		d.skip = max(d.skip-1, 0)
		return
	}
	if d.skip > 0 {
		return
	}
	switch name {
	case "p":
		d.closeParagraph()
	case "pPr":
		d.inMark = false
		d.number()
	case "t":
		d.inText = false
	case "r":
		d.raise, d.hidden = false, false
	case "tr":
		d.closeRow()
	}
}

func (d *docx) openParagraph() {
	if len(d.stack) >= maxOpen {
		d.end()
		return
	}
	d.stack = append(d.stack, wordParagraph{line: d.line.String(), level: -1})
	d.line.Reset()
	d.label = ""
}

func (d *docx) closeParagraph() {
	d.end()
	d.label = ""
	if n := len(d.stack); n > 0 {
		d.line.WriteString(d.stack[n-1].line)
		d.stack = d.stack[:n-1]
	}
}

// number gives the paragraph its automatic number, its own or its style's.
func (d *docx) number() {
	n := len(d.stack)
	if n == 0 {
		return
	}
	p := d.stack[n-1]
	id, level := p.number, p.level
	for name, depth := p.style, 0; depth < 20 && (id == "" || level < 0); depth++ {
		s, ok := d.styles[name]
		if !ok {
			break
		}
		if id == "" {
			id = s.number
		}
		if level < 0 {
			level = s.level
		}
		name = s.basedOn
	}
	d.label = d.numbering.next(id, max(level, 0))
}

// cite prints the mark of a footnote; the note follows the paragraph.
func (d *docx) cite(e xml.StartElement) {
	text := d.footnotes[strings.TrimSuffix(e.Name.Local, "Reference")+attribute(e, "id")]
	mark := "*"
	if custom := attribute(e, "customMarkFollows"); custom == "" || custom == "0" || custom == "false" {
		d.cited++
		mark = strconv.Itoa(d.cited)
		d.raised(mark)
	}
	d.notes = append(d.notes, note{mark, strings.TrimLeft(text, "* ")})
}

// A style is a paragraph style with the numbering that it brings.
type style struct {
	basedOn, number string
	level           int
}

func (d *docx) readStyles(x *xml.Decoder) error {
	id, s := "", style{}
	return eachToken(x, func(token xml.Token) {
		switch t := token.(type) {
		case xml.StartElement:
			switch value := attribute(t, "val"); t.Name.Local {
			case "style":
				id, s = attribute(t, "styleId"), style{level: -1}
			case "basedOn":
				s.basedOn = value
			case "numId":
				s.number = value
			case "ilvl":
				s.level, _ = strconv.Atoi(value) // level 0 where it is no number
			}
		case xml.EndElement:
			if t.Name.Local == "style" {
				d.styles[id] = s
			}
		}
	})
}
