package format

import (
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A page is what a page of a PDF prints, in points from its lower left corner.
type page struct {
	width, height float64
	apart         bool // a column, or what stands below columns: nothing above goes on in it
	runs          []glyphRun
}

// A glyphRun is text in one size and weight on one line.
type glyphRun struct {
	text           string
	x0, x1         float64
	base           float64 // the line on which the letters stand
	size           float64
	bold           bool
	opens          bool // no white space stands before it
	sits           bool // base is known from a letter that stands on it
	spaced, broken bool // white space, the end of a line follows
}

// printedAs are the letters of which a character is another form: typesetters join
// some, and mark a hyphen that only divides a word.
var printedAs = map[rune]string{'ﬀ': "ff", 'ﬁ': "fi", 'ﬂ': "fl", 'ﬃ': "ffi", 'ﬄ': "ffl", 2: "-", 0xFFFE: "-", 0xAD: "-"}

// A gatherer joins the characters of a page, in the order of its content stream, into
// runs.
type gatherer struct {
	runs []glyphRun
	run  glyphRun
	text strings.Builder
	last rune // of the text
}

// isPrinted says that a character is neither white space nor a sign without a shape.
func isPrinted(r rune) bool {
	return r > ' ' && r != 0xA0 && (r < 0x7F || !unicode.IsControl(r)) || r == 2
}

// char takes the next character of a page: white space ends a word or the run,
// another character goes on with the run or begins the next.
func (g *gatherer) char(c char) {
	switch c.letter {
	case '\r', '\n':
		g.run.broken = g.run.size > 0
		g.close()
		return
	case ' ', '\t', 0xA0:
		g.run.spaced = g.run.size > 0
		return
	}
	if !isPrinted(c.letter) || math.Abs(math.Sin(c.angle)) > 0.1 {
		return
	}
	next := firstOfRun(c)
	if g.run.size > 0 && !g.joins(next) {
		g.close()
	}
	if g.run.size == 0 {
		g.run = next
	} else {
		g.extend(next)
	}
	g.last = c.letter
	if letters, ok := printedAs[c.letter]; ok {
		g.text.WriteString(letters)
	} else {
		g.text.WriteRune(c.letter)
	}
}

// firstOfRun is the run that begins with a character; its height is the size where
// the PDF gives none.
func firstOfRun(c char) glyphRun {
	size := c.size
	if size <= 0 || math.IsNaN(size) || math.IsInf(size, 0) {
		size = max(c.top-c.bottom, 1)
	}
	return glyphRun{x0: c.left, x1: c.right, base: c.bottom, size: size, bold: c.bold, sits: sits(c.letter)}
}

// isSpace says that the space which stands between two characters is printed: there
// is a gap, in letter sizes. Letters may lean over it, as an italic f does.
func isSpace(gap, size float64, before rune) bool {
	return gap > 0.12*size || gap > 0.05*size && unicode.IsLetter(before)
}

// lastLetter is the last character of a text.
func lastLetter(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// extend widens the run by the character that follows in it. The line of the run is
// the lowest edge of its letters that stand on it, else of all.
func (g *gatherer) extend(next glyphRun) {
	if g.run.spaced && isSpace(next.x0-g.run.x1, g.run.size, g.last) {
		g.text.WriteByte(' ')
	}
	g.run.spaced = false
	g.run.x1 = max(g.run.x1, next.x1)
	if next.sits && (!g.run.sits || next.base < g.run.base) || !g.run.sits && !next.sits && next.base < g.run.base {
		g.run.base, g.run.sits = next.base, next.sits
	}
}

// sits says that a character's lower edge is the line on which letters stand.
func sits(r rune) bool {
	return (unicode.IsLetter(r) || unicode.IsDigit(r)) && !strings.ContainsRune("gjpqyQJçþ", r) || r == '.'
}

// joins says that a character goes on with the run before it.
func (g *gatherer) joins(next glyphRun) bool {
	r := &g.run
	if math.Abs(r.size-next.size) > 0.2 || r.bold != next.bold || r.sits && next.sits && math.Abs(r.base-next.base) > 0.2*r.size {
		return false
	}
	gap := next.x0 - r.x1
	return gap > -1.5*r.size && gap < 1.2*r.size
}

func (g *gatherer) close() {
	if g.run.size > 0 {
		g.run.text = g.text.String()
		g.runs = append(g.runs, g.run)
	}
	g.run = glyphRun{}
	g.text.Reset()
}

// A printed is one line of a page.
type printed struct {
	text       string
	cells      int // pieces that stand apart
	leader     bool
	x0, x1     float64
	base, size float64
	bold       bool
	mark       string // the footnote mark with which the line begins
}

// printedLines puts the runs of a page into lines, from the top down.
func printedLines(runs []glyphRun) []printed {
	slices.SortStableFunc(runs, func(a, b glyphRun) int {
		switch {
		case a.base > b.base:
			return -1
		case a.base < b.base:
			return 1
		}
		return 0
	})
	var lines []printed
	for at := 0; at < len(runs); {
		end, main := at+1, runs[at]
		for end < len(runs) && onLine(main, runs[end]) {
			if runs[end].size > main.size+0.2 {
				main = runs[end]
			}
			end++
		}
		lines = append(lines, printLine(runs[at:end], main)...)
		at = end
	}
	return lines
}

// onLine says that a run which stands no higher is on the line of another, the
// first being perhaps raised above that line.
func onLine(main, r glyphRun) bool {
	drop := main.base - r.base
	return drop < 0.4*max(main.size, r.size) || main.size < 0.8*r.size && drop < 0.65*r.size
}

// apart is the gap, in letter sizes, from which text stands in another column.
const apart = 2.4

// printLine writes the runs of a line from left to right.
func printLine(runs []glyphRun, main glyphRun) []printed {
	slices.SortStableFunc(runs, func(a, b glyphRun) int {
		switch {
		case a.x0 < b.x0:
			return -1
		case a.x0 > b.x0:
			return 1
		}
		return 0
	})
	line := printed{cells: 1, x0: runs[0].x0, base: main.base, size: main.size, bold: true}
	if line.text = line.write(runs, main); line.text == "" {
		return nil
	}
	return []printed{line}
}

// write gives the text of a line and notes what is seen on the way.
func (line *printed) write(runs []glyphRun, main glyphRun) string {
	var b strings.Builder
	for i, r := range runs {
		if i > 0 {
			line.between(&b, runs[i-1], r)
		}
		text := r.text
		switch {
		case isLeader(text):
			line.leader = true
			b.WriteByte('\t')
		case raised(r, main):
			text = superscripts.Replace(text)
			if i == 0 {
				line.mark = r.text
			}
			b.WriteString(text)
		default:
			line.bold = line.bold && r.bold
			b.WriteString(text)
		}
		line.x1 = max(line.x1, r.x1)
	}
	text := b.String()
	if leaderDots.MatchString(text) {
		text, line.leader = leaderDots.ReplaceAllString(text, "\t"), true
	}
	return tidy(text)
}

// between writes what stands between two runs of a line.
func (l *printed) between(b *strings.Builder, left, right glyphRun) {
	gap := right.x0 - left.x1
	switch {
	case gap > apart*l.size && !isLeader(left.text) && !isLeader(right.text):
		l.cells++
		b.WriteByte('\t')
	case raised(right, glyphRun{size: l.size, base: l.base}):
	case left.spaced && isSpace(gap, l.size, lastLetter(left.text)) || gap > 0.25*l.size:
		b.WriteByte(' ')
	}
}

// raised recognizes a footnote mark: figures or a star, small and high.
func raised(r, main glyphRun) bool {
	return r.size < 0.8*main.size && r.base > main.base+0.1*main.size && strings.Trim(r.text, "0123456789*,") == "" && r.text != ""
}

// leaderDots are dots that lead to a page number within a piece of text.
var leaderDots = regexp.MustCompile(`(?: ?\.){5,} ?|(?:…\s?){2,}`)

// isLeader recognizes the dots that lead to a page number.
func isLeader(text string) bool {
	return len(text) > 2 && strings.Trim(text, ". …") == ""
}

var superscripts = strings.NewReplacer("0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴", "5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹")

// tidy makes white space single and keeps one tab of each run with tabs.
func tidy(s string) string {
	fields := strings.Split(s, "\t")
	kept := fields[:0]
	for _, f := range fields {
		if f = strings.Join(strings.Fields(f), " "); f != "" {
			kept = append(kept, f)
		}
	}
	return strings.Join(kept, "\t")
}
