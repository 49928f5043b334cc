package session

import (
	"strings"

	"mandategraph/graph/names"
	"mandategraph/loader/scan"
	"mandategraph/loader/text"
	"mandategraph/loader/tree"
)

// A printedLine is a line as the source prints it, inside a part of a paragraph.
type printedLine struct {
	part     int
	from, to int
}

// printedLines cuts the parts of a paragraph where the source ends its lines.
func printedLines(source string, p *tree.Paragraph) (list []printedLine) {
	for k, part := range p.Parts {
		from := 0
		for i := 1; i+1 < len(part.S); i++ {
			if part.S[i] == ' ' && strings.IndexByte(source[part.SourceStart(i-1):part.SourceStart(i+1)], '\n') >= 0 {
				list = append(list, printedLine{k, from, i})
				from = i + 1
			}
		}
		list = append(list, printedLine{k, from, len(part.S)})
	}
	return list
}

var (
	// "Chair:", "Chair: Eva Lund (Norway)", "Vice-Presidents Ms. Ana Soto (Chile)"
	officeLead = scan.Compile(`^\|? ?(` + officeTitles + `)(?:(?: of (?:the )?([A-Z][\w ]*))? ?(?:[:|]|$)| ?\p{Lu})`)
	// "elected the following Vice-Presidents:", with one name a line below it
	officeAnnounced = scan.Compile(`\b(?:following|as|were|are)(?: its)? (` + officeTitles + `):$`)
	officeHalf      = scan.Compile(`^(` + officeTitles + `) and$`)
	plainPerson     = scan.Compile(`^(?:(?:` + honorific + `)+)?(` + fullName + `)$`)
	// What leads to a list of officers, or stands above it.
	bureauWords = scan.Compile(`(?i)\belect|\bofficers?\b|\bbureau\b|\bcomposed\b|\bconstituted\b|\bvice-`)
)

// An officers is the state of reading a list of officers: the office that further
// lines share, and whether names stand alone or with their States.
type officers struct {
	*reporter
	p      *tree.Paragraph
	lines  []printedLine
	taken  map[int]bool
	office string
	half   string // of an office that two lines name: "Vice-President and"
	alone  bool   // the first name had no State
	any    bool
}

// bureau reads a list of officers, one a line: the office stands before the first
// name of each group. It gives the parts of the paragraph that hold nothing else.
func (r *reporter) bureau(p *tree.Paragraph) map[int]bool {
	if !officersGate.In(p.Parts[0]) && len(p.Parts) == 1 || !r.speaksOfOfficers(p) {
		return nil
	}
	o := officers{reporter: r, p: p, lines: printedLines(r.tree.Source.Text, p), taken: map[int]bool{}}
	for i := 0; i < len(o.lines); i++ {
		i += o.line(i)
	}
	return o.taken
}

// speaksOfOfficers says that a paragraph or its heading speaks of officers, and that
// one of its lines names an office.
func (r *reporter) speaksOfOfficers(p *tree.Paragraph) bool {
	titled := false
	for _, part := range p.Parts {
		titled = titled || officeTitled(part.S)
	}
	if !titled {
		return false
	}
	for _, h := range p.Headings {
		if bureauWords.MatchString(h) {
			return true
		}
	}
	return bureauWords.MatchString(p.Parts[0].S)
}

// line reads one line of the list; it gives how many more it took.
func (o *officers) line(i int) (more int) {
	l := o.lines[i]
	part := o.p.Parts[l.part]
	s, at := part.S[l.from:l.to], 0
	if m := officeHalf.FindStringSubmatch(s); m != nil {
		o.half = m[1] + " and "
		return 0
	}
	if m := officeAnnounced.FindStringSubmatch(s); m != nil {
		o.office = m[1]
		return 0
	}
	if more, ok := o.officeLast(i); ok {
		return more
	}
	if m := officeLead.FindStringSubmatchIndex(s); m != nil && o.leads(i) {
		o.office, o.half = o.half+s[m[2]:m[3]], ""
		if m[4] >= 0 {
			o.office += o.partOffice(s[m[4]:m[5]])
		}
		if at = m[3]; m[5] > at {
			at = m[5]
		}
		at = scan.SkipPrefix(s, at, " ", ":", " ", "|", " ")
		if l.part > 0 {
			o.taken[l.part] = true
		}
		if at >= len(s) {
			return 0
		}
	}
	if o.office == "" {
		return 0
	}
	if n, ok := inColumns(part, l.from+at, l.to); ok {
		o.holdsOffice(utterance{o.p, part, 0, part.S}, n, o.office)
		o.took(l.part)
		return 0
	}
	if cell := wideGap(part, l); cell > l.from+at {
		at = cell - l.from // the last column of a table without bars
	}
	if o.brokenState(i, l.from+at) {
		return 1
	}
	return o.named(i, l.from+at)
}

// officeLast reads a row whose last column is the office, behind name and State; an office
// may go on in the next line: "Vice-President and / Rapporteur".
func (o *officers) officeLast(i int) (more int, ok bool) {
	l := o.lines[i]
	part := o.p.Parts[l.part]
	cell := wideGap(part, l)
	m := lastOffice.FindStringSubmatch(part.S[cell:l.to])
	if cell == l.from || m == nil {
		return 0, false
	}
	office := m[1]
	if m[2] != "" {
		if i+1 == len(o.lines) || o.lines[i+1].part != l.part || !lastOffice.MatchString(part.S[o.lines[i+1].from:o.lines[i+1].to]) {
			return 0, false
		}
		office, more = office+" and "+part.S[o.lines[i+1].from:o.lines[i+1].to], 1
	}
	n, known := inColumns(part, l.from, cell-1)
	if !known {
		return 0, false
	}
	o.holdsOffice(utterance{o.p, part, 0, part.S}, n, office)
	return more, o.took(l.part)
}

var lastOffice = scan.Compile(`^(` + officeTitles + `)( and)?$`)

// named reads who stands on a line from a byte of its part on; it gives how many more lines
// it took.
func (o *officers) named(i, from int) (more int) {
	l := o.lines[i]
	part, end := o.p.Parts[l.part], l.to
	s := part.S[l.from:l.to]
	if strings.Count(s, "(") > strings.Count(s, ")") && i+1 < len(o.lines) && o.lines[i+1].part == l.part {
		end, more = o.lines[i+1].to, 1 // "Eva Lund (Plurinational / State of Bolivia)"
	}
	if !o.officer(part, from, end, l.part) {
		o.office = ""
		return 0
	}
	return more
}

// wideGap is where the last column of a line begins that is set apart by spaces; a State
// in brackets goes with the name before it.
func wideGap(part text.Text, l printedLine) int {
	for i := l.to - 1; i > l.from; i-- {
		if part.S[i-1] == ' ' && part.S[i] != '(' && part.SourceStart(i)-part.SourceEnd(i-1) > 1 {
			return i
		}
	}
	return l.from
}

// brokenState reads a name whose State goes on in the last column of the next line.
func (o *officers) brokenState(i, from int) bool {
	l := o.lines[i]
	part := o.p.Parts[l.part]
	s := part.S[from:l.to]
	open := strings.LastIndex(s, " (")
	if open < 0 || strings.Contains(s[open:], ")") || i+1 == len(o.lines) || o.lines[i+1].part != l.part {
		return false
	}
	next := o.lines[i+1]
	rest := part.S[wideGap(part, next):next.to]
	state, ok := names.StateFinder().Named(s[open+len(" ("):] + " " + strings.TrimRight(rest, ") "))
	m := plainPerson.FindStringSubmatchIndex(s[:open])
	if !ok || m == nil {
		return false
	}
	o.found.Entity(state.ID, "State")
	o.holds(utterance{o.p, part, from, s}, scan.Span{Start: m[2], End: m[3]}, m[3], o.office, state.ID)
	return o.took(l.part)
}

// leads says that the line of an office may begin or go on with the list: the text
// before it is closed by a colon or is part of the list.
func (o *officers) leads(i int) bool {
	if o.any || o.office != "" || i == 0 {
		return true
	}
	before := o.lines[i-1]
	if _, ok := inColumns(o.p.Parts[o.lines[i].part], o.lines[i].from, o.lines[i].to); ok {
		return true // below the heads of the columns
	}
	s := strings.TrimRight(o.p.Parts[before.part].S[before.from:before.to], " ")
	return scan.EndsWithAny(s, ":", ".") || before.part != o.lines[i].part || strings.HasPrefix(s, "|")
}

// officer reads who stands on a line: a name with a State, or a name alone.
func (o *officers) officer(part text.Text, from, to, index int) bool {
	s := strings.TrimSuffix(strings.TrimRight(part.S[from:to], " .;,|"), " and") // the list goes on
	if m := noteBehind.FindStringIndex(s); m != nil {
		s = s[:m[0]+1]
	}
	x := utterance{o.p, part, from, s}
	if m := plainPerson.FindStringSubmatchIndex(s); m != nil && (!o.any || o.alone) && o.personal(s[m[2]:m[3]]) {
		o.alone = true
		o.holds(x, scan.Span{Start: m[2], End: m[3]}, m[3], o.office, "")
		return o.took(index)
	}
	if list := statesmen(s); len(list) > 0 && list[len(list)-1].End >= len(s)-1 &&
		(list[0].Start == 0 || strings.HasPrefix(s, "|") || !scan.IsCapital(s)) {
		for _, n := range list {
			o.holdsOffice(x, n, o.office)
		}
		return o.took(index)
	}
	if n, ok := inCells(s); ok {
		o.holdsOffice(x, n, o.office)
		return o.took(index)
	}
	return false
}

func (o *officers) took(index int) bool {
	o.any = true
	if index > 0 {
		o.taken[index] = true
	}
	return true
}

// noteBehind is the mark of a footnote behind a State: "Bo Berg (Fiji) 4".
var noteBehind = scan.Compile(`\) ?[*\d]{1,2}$`)

// personal says that words are the name of a person, and of no State, body or office.
func (r *reporter) personal(name string) bool {
	if _, ok := names.Actors().Named(name); ok || officeWord.MatchString(name) {
		return false
	}
	_, ok := names.BodyByText(name)
	return !ok
}

// inColumns reads a row of a table without bars: the last column holds the State, the
// one before it the name.
func inColumns(part text.Text, from, to int) (n stateman, ok bool) {
	cell := wideGap(part, printedLine{from: from, to: to})
	if cell == from {
		return n, false
	}
	name := wideGap(part, printedLine{from: from, to: cell - 1})
	m := plainPerson.FindStringSubmatchIndex(part.S[name : cell-1])
	if _, known := names.StateFinder().Named(strings.TrimPrefix(part.S[cell:to], "the ")); m == nil || !known {
		return n, false
	}
	return stateman{scan.Span{Start: name, End: to}, name + m[2], name + m[3], cell, to, false}, true
}

// inCells reads a row of a table of officers: a cell with the name, the next one with
// the State.
func inCells(s string) (n stateman, ok bool) {
	cells := strings.Split(s, "|")
	at := 0
	for i := 0; i+1 < len(cells); i++ {
		name, state := strings.TrimSpace(cells[i]), strings.TrimSpace(cells[i+1])
		if m := plainPerson.FindStringSubmatchIndex(name); m != nil {
			if _, known := names.StateFinder().Named(strings.TrimPrefix(state, "the ")); known {
				from := at + strings.Index(cells[i], name)
				behind := at + len(cells[i]) + 1 + strings.Index(cells[i+1], state)
				end := behind + len(state)
				return stateman{scan.Span{Start: from, End: end}, from + m[2], from + m[3], behind, end, false}, true
			}
		}
		at += len(cells[i]) + 1
	}
	return n, false
}
