package format

import (
	"errors"
	"math"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// layOut writes the pages of a PDF as text: the lines of a paragraph joined,
// also over the end of a page, and the footnotes of a page after the paragraph
// that the page ends in.
func layOut(pages []page, limits Limits) (string, error) {
	l := &layout{sheets: takeApart(pages), out: flow{limits: limits}}
	l.words()
	l.readNotes()
	l.leading()
	for i := range l.sheets {
		l.sheet(i)
	}
	l.end()
	if l.out.out.Len() == 0 {
		return "", errors.New("expected a PDF with text, found no text layer: a scanned picture; run OCR first")
	}
	return l.out.text()
}

type layout struct {
	sheets  []sheet
	known   map[string]bool // words that stand within lines
	breaks  bool            // the typesetter broke words over lines
	gap     map[int]float64 // usual distance of lines for each size
	out     flow
	current paragraph
	notes   []note // of the pages before, not yet written
}

// A paragraph is being read from its lines.
type paragraph struct {
	text  []byte
	lines int
	last  printed
	rest  float64 // where the second and later lines begin
	left  float64 // where the first line begins
	label bool
	page  int
	row   bool // takes no further line
}

// leading finds the usual distance between lines of each size.
func (l *layout) leading() {
	counts := map[int]map[int]int{}
	for _, s := range l.sheets {
		for i := 1; i < len(s.body); i++ {
			a, b := s.body[i-1], s.body[i]
			if key := sizeKey(a.size); key == sizeKey(b.size) {
				if counts[key] == nil {
					counts[key] = map[int]int{}
				}
				counts[key][int((a.base-b.base)*2+0.5)]++
			}
		}
	}
	l.gap = map[int]float64{}
	for key, distances := range counts {
		best := 0
		for d, n := range distances {
			// Lines of a paragraph stand closer than paragraphs do.
			if d > key && d < 2*key && (best == 0 || n > 2*distances[best] && d > best || 2*n >= distances[best] && d < best) {
				best = d
			}
		}
		l.gap[key] = float64(best) / 2
	}
}

func sizeKey(size float64) int { return int(size*2 + 0.5) }

func (l *layout) sheet(i int) {
	for k, line := range l.sheets[i].body {
		if k == 0 && !l.sheets[i].apart && l.crosses(line, i) || k > 0 && l.goesOn(line, i) {
			l.add(line, i)
			continue
		}
		l.end()
		l.start(line, i)
	}
	l.notes = append(l.notes, l.sheets[i].marked...)
}

var labelStart = regexp.MustCompile(
	`^(?:\d{1,3}\.|\([a-z]{1,5}\)|\([A-Z]\)|[IVXLC]{1,6}\.|[A-Z]\.|\d{1,4}/\d{1,4}\.|[•–—-])(?:\s|$)|^\d{1,3}\.[A-Z][a-z ]`,
)

// titleLine is a line that names an act or part, whose title stands below it.
var titleLine = regexp.MustCompile(
	`^(?:(?i:(?:draft )?(?:resolution|decision|recommendation)) [0-9A-Z][0-9A-Za-z./-]*(?: ?[A-Z])?(?: \([A-Z0-9-]+\))?|\d{1,4}/\d{1,3}(?: [A-Z])?\.?|(?i:chapter|part|annex|appendix)(?: [IVXLC\d]+| [A-Z])?)[*⁰¹²³⁴⁵⁶⁷⁸⁹]*$`,
)

func isListItem(text string) bool { return labelStart.MatchString(text) }

func (l *layout) start(line printed, i int) {
	l.current = paragraph{left: line.x0, rest: math.NaN(), label: isListItem(line.text), page: i}
	if i == 0 && line.cells > 1 && !line.leader && !l.current.label {
		// The masthead prints in columns.
		for _, cell := range strings.Split(line.text, "\t") {
			l.out.paragraph(cell)
		}
		l.current.row = true
		l.current.last, l.current.lines = line, 1
		return
	}
	text := line.text
	if l.current.label && line.cells > 1 && !line.leader {
		text = strings.Replace(text, "\t", " ", 1)
	}
	l.current.text = append(l.current.text, text...)
	l.current.row = strings.Contains(text, "\t") && !line.leader || isEntry(line) || titleLine.MatchString(text)
	l.current.last, l.current.lines = line, 1
}

// isEntry recognizes an entry of a table of contents.
func isEntry(line printed) bool { return line.leader && endsInFigure.MatchString(line.text) }

var endsInFigure = regexp.MustCompile(`\t[\divxlc]{1,6}$`)

// goesOn says that a line of the same page belongs to the current paragraph.
func (l *layout) goesOn(line printed, i int) bool {
	p := &l.current
	if p.lines == 0 || p.row || !alike(p.last, line) || l.isRow(line, i) || l.sheets[i].aside(line) || titleLine.MatchString(line.text) {
		return false
	}
	distance := p.last.base - line.base
	if usual := l.gap[sizeKey(line.size)]; usual > 0 && distance > 1.2*usual || distance > 2*line.size {
		return false
	}
	if isListItem(line.text) && l.startsAnew(line, i) || l.listed(line, i) {
		return false
	}
	return !l.indented(line, i)
}

// isRow recognizes pieces that stand apart, unless they are the words of a line
// that was spread to the full width.
func (l *layout) isRow(line printed, i int) bool {
	return line.cells > 1 && !line.leader && (strings.Contains(line.text, " ") || l.short(line, i))
}

// alike says that two lines are set in the same type.
func alike(a, b printed) bool { return math.Abs(a.size-b.size) < 0.6 && a.bold == b.bold }

// startsAnew says that a line which looks like an item of a list is one: the
// line before is short or ends a clause.
func (l *layout) startsAnew(line printed, i int) bool {
	p := &l.current
	if strings.HasSuffix(p.last.text, "/") {
		return false // "decision 95/" and "540."
	}
	return l.short(p.last, i) || endsClause(p.last.text) || math.Abs(line.x0-p.left) < 3 && p.label && p.lines > 1
}

// listed says that a line and the one above it are entries of a list, one to a line:
// a line of a paragraph takes the words for which its column has room.
func (l *layout) listed(line printed, i int) bool {
	last := l.current.last
	first, _ := utf8.DecodeRuneInString(line.text)
	if last.bold || !unicode.IsUpper(first) || unfinished(last.text) || math.Abs(line.x0-last.x0) > sameEdge {
		return false
	}
	words := len(line.text)
	if at := strings.IndexByte(line.text[min(words, shortWords):], ' '); at >= 0 {
		words = shortWords + at
	}
	if right := l.sheets[i].right; right-last.x1 > 0.4*(right-line.x0) ||
		l.short(last, i) && inBrackets(last.text) && inBrackets(line.text) {
		return true
	}
	room := l.sheets[i].columnEnd(line.x0) - last.x1
	return room > 2*line.size+(line.x1-line.x0)*float64(words)/float64(len(line.text))
}

// inBrackets says that a line ends in brackets, as a name does behind which its State
// stands.
func inBrackets(text string) bool { return strings.HasSuffix(text, ")") }

// unfinished says that no entry of a list ends as a line does: with a hyphen, a small
// word, or in brackets that are still open.
func unfinished(text string) bool {
	word := text[strings.LastIndexByte(text, ' ')+1:]
	return strings.HasSuffix(text, "-") || smallWords[word] || strings.LastIndexByte(text, '(') > strings.LastIndexByte(text, ')')
}

var smallWords = map[string]bool{"a": true, "an": true, "and": true, "as": true, "at": true, "by": true, "for": true, "from": true,
	"in": true, "of": true, "on": true, "or": true, "the": true, "to": true, "with": true}

// sameEdge is how many points apart lines begin at most that begin at one edge;
// shortWords are so few bytes that the words after them may be kept on one line with
// them: "Mr. Khng".
const (
	sameEdge   = 3
	shortWords = 8
)

// columnEnd is where the longest of the lines ends that begin at an edge.
func (s sheet) columnEnd(edge float64) (end float64) {
	for _, l := range s.body {
		if math.Abs(l.x0-edge) <= sameEdge {
			end = max(end, min(l.x1, s.right))
		}
	}
	return end
}

func (l *layout) short(line printed, i int) bool { return line.x1 < l.sheets[i].right-3*line.size }

// indented says that a line begins a paragraph by standing further in, or that
// the line before ended one by being short.
func (l *layout) indented(line printed, i int) bool {
	p := &l.current
	if centred(p.last, line) {
		return false
	}
	switch short := l.short(p.last, i); {
	case !math.IsNaN(p.rest):
		return line.x0 > p.rest+0.8*line.size || line.x0 < p.rest-4*line.size || short && endsSentence(p.last.text)
	case p.label:
		return false
	case line.x0 > p.left+0.8*line.size:
		return short || !p.last.bold
	default:
		return short && (endsSentence(p.last.text) || line.x0 < p.left-4*line.size || p.last.bold && l.veryShort(p.last, line))
	}
}

// veryShort says that the next line's first words had room on a line.
func (l *layout) veryShort(last, next printed) bool { return last.x1-last.x0 < 0.3*(next.x1-next.x0) }

func centred(a, b printed) bool {
	return math.Abs(a.x0+a.x1-b.x0-b.x1) < 8 && math.Abs(a.x0-b.x0) > 3
}

// crosses says that the first line of a page goes on with the paragraph in
// which the page before ended.
func (l *layout) crosses(line printed, i int) bool {
	p := &l.current
	switch {
	case p.lines == 0 || p.row || !alike(p.last, line) || l.isRow(line, i) || isListItem(line.text):
		return false
	case startsLower(line.text):
		return true
	case l.short(p.last, p.page):
		return false
	case !math.IsNaN(p.rest) && line.x0 > p.rest+0.8*line.size:
		return false
	}
	return !endsClause(p.last.text) || !math.IsNaN(p.rest) && line.x0 < p.left-0.8*line.size
}

func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "“\"(‘'"))
	return unicode.IsLower(r)
}

func endsClause(s string) bool { return endsIn(s, ".;:,?!") }

func endsSentence(s string) bool { return endsIn(s, ".;:?!") || endsIn(s, ",") }

func endsIn(s, marks string) bool {
	s = strings.TrimRight(s, "”’\"')»⁰¹²³⁴⁵⁶⁷⁸⁹* ")
	return s != "" && strings.IndexByte(marks, s[len(s)-1]) >= 0
}

// add joins a line to the current paragraph.
func (l *layout) add(line printed, i int) {
	p := &l.current
	if !line.leader {
		line.text = strings.ReplaceAll(line.text, "\t", " ")
	}
	p.text = l.join(p.text, line.text)
	if math.IsNaN(p.rest) {
		p.rest = line.x0
	}
	p.lines, p.last, p.page = p.lines+1, line, i
	p.row = isEntry(line)
}

// end writes the current paragraph and the footnotes of the pages before.
func (l *layout) end() {
	text := string(l.current.text)
	if l.current.row && !isEntry(l.current.last) {
		text = bars(strings.Split(text, "\t"))
	}
	l.out.paragraph(text)
	l.current = paragraph{}
	l.out.notes, l.notes = l.notes, nil
	l.out.writeNotes()
}
