package format

import (
	"regexp"
	"strings"
)

// margin is the part of a page's height, at its head and its foot, in which
// page furniture stands.
const margin = 0.13

var (
	// What UN documents print in the margins of a page.
	furnitureLine = regexp.MustCompile(`^(?:\d{1,4}/\d{1,4}|\d{1,4}|(?i:page) \d+|(?:[A-Z]{1,2}\.)?\d{2}-\d{5}(?: ?\(E\))?(?: +\d{6})*|\*\d{5,8}\*|(?i:please recycle).*|[–-] ?\d{1,4} ?[–-])$`)
	symbolLine    = regexp.MustCompile(`^[A-Z]{1,6}/[A-Z0-9][A-Za-z0-9./()\-]*\d[A-Za-z0-9./()\-]*(?:[–-][A-Z]{1,5}/\S+)?$`)
	figures       = regexp.MustCompile(`\d+`)
	ruleLine      = regexp.MustCompile(`^[_–—-]{6,}$`)
)

// A sheet is a page taken apart.
type sheet struct {
	body, notes []printed
	marked      []note  // the footnotes of notes
	right       float64 // where full lines end
}

// takeApart tells the text of pages from their furniture and footnotes.
func takeApart(pages []page) []sheet {
	lines := make([][]printed, len(pages))
	heads := map[string]int{} // on how many pages a line stands in a margin
	for i, p := range pages {
		lines[i] = printedLines(p.runs)
		seen := map[string]bool{}
		for _, l := range lines[i] {
			for _, cell := range strings.Split(l.text, "\t") {
				if key := headKey(cell); inMargin(l, p) && !seen[key] {
					seen[key] = true
					heads[key]++
				}
			}
		}
	}
	sheets := make([]sheet, len(pages))
	size := commonSize(lines)
	for i, p := range pages {
		var kept []printed
		for _, l := range lines[i] {
			if !isFurniture(l, p, heads, i == 0) {
				kept = append(kept, l)
			}
		}
		sheets[i].body, sheets[i].notes = splitNotes(kept, p, size)
		sheets[i].right = rightEdge(sheets[i].body)
	}
	return sheets
}

func inMargin(l printed, p page) bool {
	return l.base > p.height*(1-margin) || l.base < p.height*margin
}

func headKey(text string) string { return figures.ReplaceAllString(text, "#") }

// isFurniture recognizes a line in the margins all of whose cells are furniture
// or recur there; on the first page a symbol is the document's own.
func isFurniture(l printed, p page, heads map[string]int, first bool) bool {
	if !inMargin(l, p) {
		return false
	}
	cells := strings.Split(l.text, "\t")
	for _, cell := range cells {
		recurs := heads[headKey(cell)] > 1 && !isListItem(cell) && l.base > p.height*(1-margin) && len(cell) < 120
		if !furnitureLine.MatchString(cell) && (first || !recurs && !symbolLine.MatchString(cell)) {
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
