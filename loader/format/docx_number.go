package format

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// A numbering counts the automatic numbers of paragraphs (ECMA-376 part 1,
// section 17.9).
type numbering struct {
	abstract map[string]*numberLevels
	lists    map[string]numberList
	// counts are kept for each abstract numbering, whose lists go on counting
	// one another's paragraphs.
	counts map[string]*[maxLevels]int
	begun  map[string]bool // lists that have restarted where they ask for it
}

const maxLevels = 9

type numberLevel struct {
	format, text string
	start        int
}

type numberLevels [maxLevels]numberLevel

type numberList struct {
	abstract string
	restart  [maxLevels]int // 0: it goes on
}

// numberFormats are the forms of automatic numbers.
var numberFormats = map[string]func(int) string{
	"decimal":     strconv.Itoa,
	"decimalZero": strconv.Itoa,
	"lowerLetter": letters,
	"upperLetter": func(n int) string { return strings.ToUpper(letters(n)) },
	"lowerRoman":  romanLower,
	"upperRoman":  func(n int) string { return strings.ToUpper(romanLower(n)) },
}

// read reads the definitions of the document's numbering.
func (n *numbering) read(x *xml.Decoder) error {
	n.abstract, n.lists = map[string]*numberLevels{}, map[string]numberList{}
	n.counts, n.begun = map[string]*[maxLevels]int{}, map[string]bool{}
	r := &numberReader{numbering: n}
	return eachToken(x, func(token xml.Token) {
		switch t := token.(type) {
		case xml.StartElement:
			r.start(t)
		case xml.EndElement:
			if t.Name.Local == "num" {
				n.lists[r.list] = r.current
			}
		}
	})
}

type numberReader struct {
	*numbering
	levels  *numberLevels
	level   int
	list    string
	current numberList
}

func (r *numberReader) start(e xml.StartElement) {
	value := attribute(e, "val")
	switch e.Name.Local {
	case "abstractNum":
		r.levels = &numberLevels{}
		r.abstract[attribute(e, "abstractNumId")] = r.levels
	case "num":
		r.list, r.current, r.levels = attribute(e, "numId"), numberList{}, nil
	case "abstractNumId":
		r.current.abstract = value
	case "lvl", "lvlOverride":
		r.level, _ = strconv.Atoi(attribute(e, "ilvl")) // level 0 where it is no number
		r.level = min(max(r.level, 0), maxLevels-1)
	case "startOverride":
		r.current.restart[r.level], _ = strconv.Atoi(value) // goes on where it is no number
	case "start", "numFmt", "lvlText":
		r.define(e.Name.Local, value)
	}
}

func (r *numberReader) define(name, value string) {
	if r.levels == nil {
		return
	}
	switch l := &r.levels[r.level]; name {
	case "start":
		l.start, _ = strconv.Atoi(value) // from 0 where it is no number
	case "numFmt":
		l.format = value
	default:
		l.text = value
	}
}

// next counts a paragraph of a list and gives its number as printed; empty
// where the paragraph has none.
func (n *numbering) next(id string, level int) string {
	list, ok := n.lists[id]
	levels := n.abstract[list.abstract]
	if !ok || levels == nil || level >= maxLevels {
		return ""
	}
	counts := n.counts[list.abstract]
	if counts == nil {
		counts = &[maxLevels]int{}
		for i := range counts {
			counts[i] = levels[i].start - 1
		}
		n.counts[list.abstract] = counts
	}
	if !n.begun[id] {
		n.begun[id] = true
		for i, from := range list.restart {
			if from > 0 {
				counts[i] = from - 1
			}
		}
	}
	counts[level]++
	for i := level + 1; i < maxLevels; i++ {
		counts[i] = levels[i].start - 1
	}
	return levels.print(counts, level)
}

// print writes a number in the form of its level: "%1." is the count of the
// first level and a full stop.
func (l *numberLevels) print(counts *[maxLevels]int, level int) string {
	if l[level].format == "bullet" {
		return "•"
	}
	text := l[level].text
	for i := 0; i <= level; i++ {
		form, ok := numberFormats[l[i].format]
		if !ok {
			form = strconv.Itoa
		}
		count := counts[i]
		if i < level && count == l[i].start-1 {
			count++ // no paragraph of that level stands before
		}
		if l[i].format == "none" {
			form = func(int) string { return "" }
		}
		text = strings.ReplaceAll(text, "%"+strconv.Itoa(i+1), form(count))
	}
	return strings.TrimSpace(text)
}
