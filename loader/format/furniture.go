package format

import (
	"math"
	"regexp"
	"strconv"
	"strings"
)

// margin is the part of a page's height, at its head and its foot, in which
// page furniture stands.
const margin = 0.13

var (
	// What UN documents print in the margins of a page.
	furnitureLine = regexp.MustCompile(
		`^(?:\d{1,4}|(?i:page) \d+|(?:[A-Z]{1,2}\.)?\d{2}-\d{5}(?: ?\(E\))?(?: +\d{6})*|\*\d{5,8}\*|(?i:please recycle).*|[–-] ?\d{1,4} ?[–-])$`,
	)
	pageOfPages = regexp.MustCompile(`^\d{1,4}/(\d{1,4})$`)
	symbolLine  = regexp.MustCompile(`^[A-Z]{1,6}/[A-Z0-9][A-Za-z0-9./()\-]*\d[A-Za-z0-9./()\-]*(?:[–-][A-Z]{1,5}/\S+)?$`)
	ruleLine    = regexp.MustCompile(`^[_–—-]{6,}$`)
)

// A sheet is a page taken apart.
type sheet struct {
	body, notes []printed
	marked      []note  // the footnotes of notes
	right       float64 // where full lines end
	width       float64 // of the page
	apart       bool    // no paragraph goes on from the page before
}

// aside recognizes a line in the right half of the page that is not in its
// middle, such as the date in a masthead.
func (s sheet) aside(l printed) bool {
	return l.x0 > 0.45*s.width && math.Abs(l.x0+l.x1-s.width) > 0.05*s.width
}

// takeApart tells the text of pages from their furniture and footnotes.
func takeApart(pages []page) []sheet {
	count := len(pages)
	pages = apartColumns(pages)
	lines := make([][]printed, len(pages))
	for i, p := range pages {
		lines[i] = printedLines(p.runs)
	}
	f := newFurniture(pages, lines, count)
	sheets := make([]sheet, len(pages))
	for i, p := range pages {
		sheets[i].body, sheets[i].notes = splitNotes(f.without(lines[i], p, i == 0), p, f.size)
		sheets[i].right = rightEdge(sheets[i].body)
		sheets[i].width = p.width
		sheets[i].apart = p.apart && i > 0 && len(sheets[i-1].body) > 0
	}
	return sheets
}

// A furniture knows what recurs in a document.
type furniture struct {
	size  float64        // in which most of the text stands
	heads map[string]int // on how many pages a line stands in a margin
	first string         // what the first page says, as running heads repeat the title
	pages map[string]int // how often a number stands as that of all pages
}

func newFurniture(pages []page, lines [][]printed, count int) *furniture {
	f := &furniture{size: commonSize(lines), heads: map[string]int{}, pages: map[string]int{strconv.Itoa(count): 2}}
	var first strings.Builder
	for i, p := range pages {
		seen := map[string]bool{}
		for _, l := range lines[i] {
			for _, cell := range strings.Split(l.text, "\t") {
				if inMargin(l, p) && !seen[cell] {
					seen[cell] = true
					f.heads[cell]++
					if m := pageOfPages.FindStringSubmatch(cell); m != nil {
						f.pages[m[1]]++
					}
				}
			}
			if i == 0 {
				first.WriteString(l.text + " ")
			}
		}
	}
	f.first = plain(first.String())
	return f
}

func plain(text string) string { return strings.Join(strings.Fields(text), " ") }

func inMargin(l printed, p page) bool {
	return l.base > p.height*(1-margin) || l.base < p.height*margin
}

// without leaves out the furniture of a page: from its head and its foot on,
// as far as there is nothing else.
func (f *furniture) without(lines []printed, p page, first bool) []printed {
	for len(lines) > 0 && f.is(lines[0], p, first) {
		lines = lines[1:]
	}
	for len(lines) > 0 && f.is(lines[len(lines)-1], p, first) {
		lines = lines[:len(lines)-1]
	}
	return lines
}

// is recognizes a line in the margins all of whose cells are furniture. On the
// first page a symbol is the document's own.
func (f *furniture) is(l printed, p page, first bool) bool {
	if !inMargin(l, p) {
		return false
	}
	for _, cell := range strings.Split(l.text, "\t") {
		small := l.size < 0.97*f.size && len(cell) < 200
		head := symbolLine.MatchString(cell) || small && (f.heads[cell] > 1 || len(cell) > 5 && strings.Contains(f.first, plain(cell)))
		m := pageOfPages.FindStringSubmatch(cell)
		number := furnitureLine.MatchString(cell) || m != nil && f.pages[m[1]] > 1 && l.size < 1.1*f.size
		if !number && (first || !head) {
			return false
		}
	}
	return true
}

// splitNotes finds the footnotes of a page: what stands below a rule, or the
// lines in small print at its end that begin with a raised mark.
func splitNotes(lines []printed, p page, size float64) (body, notes []printed) {
	for i, l := range lines {
		if ruleLine.MatchString(l.text) && l.size < size && l.base < p.height*0.9 {
			return lines[:i], lines[i+1:]
		}
	}
	from := len(lines)
	for i := len(lines) - 1; i >= 0 && lines[i].size < 0.93*size; i-- {
		if lines[i].mark != "" || strings.HasPrefix(lines[i].text, "* ") {
			from = i
		}
	}
	return lines[:from], lines[from:]
}

// commonSize is the size in which most of the text stands.
func commonSize(pages [][]printed) float64 {
	letters := map[int]int{}
	for _, lines := range pages {
		for _, l := range lines {
			letters[int(l.size*2+0.5)] += len(l.text)
		}
	}
	best := 20
	for size, n := range letters {
		if n > letters[best] || n == letters[best] && size < best {
			best = size
		}
	}
	return float64(best) / 2
}

// rightEdge is where the full lines of a page end.
func rightEdge(lines []printed) float64 {
	ends := map[int]int{}
	best := 0
	for _, l := range lines {
		if l.cells > 1 || l.leader {
			continue
		}
		end := int(l.x1/4 + 0.5)
		ends[end]++
		if ends[end]+ends[end-1]+ends[end+1] >= 3 && end > best {
			best = end
		}
	}
	if best == 0 {
		for _, l := range lines {
			best = max(best, int(l.x1/4))
		}
	}
	return float64(best) * 4
}
