package format

import (
	"math"
	"slices"
)

// Official records print their text in two columns of one width. A page of them is
// read as pages of its own: what stands above the columns, the left one, the right
// one, and what stands below.

const (
	leastLeft, leastRight = 15, 8 // lines of a left and of a right column
	leastColumn           = 0.3   // of the page's width
	mostUneven            = 0.12  // of the page's width, between two columns
	leastFill             = 0.65  // of a column's width, its lines
	gutter                = 6.0   // points between columns
)

// apartColumns puts the columns of each page on pages of their own.
func apartColumns(pages []page) []page {
	all := make([]page, 0, len(pages))
	for _, p := range pages {
		all = append(all, columns(p)...)
	}
	return all
}

// columns divides a page into what stands above, in and below two columns; the page
// itself where it has none.
func columns(p page) []page {
	middle := emptiest(p)
	var crossing []float64
	for _, r := range p.runs {
		if r.x0 < middle-1 && r.x1 > middle+1 {
			crossing = append(crossing, r.base)
		}
	}
	slices.Sort(crossing)
	low, high := band(p, crossing, middle)
	parts := make([]page, 4) // above, left, right, below
	for _, r := range p.runs {
		switch {
		case r.base >= high:
			parts[0].runs = append(parts[0].runs, r)
		case r.base <= low:
			parts[3].runs = append(parts[3].runs, r)
		case r.x0 < middle:
			parts[1].runs = append(parts[1].runs, r)
		default:
			parts[2].runs = append(parts[2].runs, r)
		}
	}
	if !twoColumns(p, parts[1].runs, parts[2].runs) {
		return []page{p}
	}
	kept := parts[:0]
	for i, part := range parts {
		if part.width, part.height = p.width, p.height; i == 1 || i == 2 {
			part = moved(part)
		}
		part.apart = i == 1 || i == 3
		if len(part.runs) > 0 {
			kept = append(kept, part)
		}
	}
	return kept
}

// emptiest is the place near the middle of a page that the fewest runs cross.
func emptiest(p page) float64 {
	best, fewest := p.width/2, math.MaxInt
	for x := 0.44 * p.width; x <= 0.56*p.width; x += 2 {
		n := 0
		for _, r := range p.runs {
			if r.x0 < x+1 && r.x1 > x-1 {
				n++
			}
		}
		if n < fewest || n == fewest && math.Abs(x-p.width/2) < math.Abs(best-p.width/2) {
			best, fewest = x, n
		}
	}
	return best
}

// band is the part of a page, between two lines that cross its middle, in which the
// most runs stand.
func band(p page, crossing []float64, middle float64) (low, high float64) {
	edges := append(append([]float64{math.Inf(-1)}, crossing...), math.Inf(1))
	most := -1
	for i := 1; i < len(edges); i++ {
		n := 0
		for _, r := range p.runs {
			if r.base > edges[i-1] && r.base < edges[i] && r.x0 >= middle {
				n++
			}
		}
		if n > most {
			low, high, most = edges[i-1], edges[i], n
		}
	}
	return low, high
}

// twoColumns says that the runs left and right of the middle are two columns of
// text: of many lines, of about one width, and full.
func twoColumns(p page, left, right []glyphRun) bool {
	l, r := measure(left), measure(right)
	return l.lines >= leastLeft && r.lines >= leastRight && r.x0-l.x1 > gutter &&
		l.x1-l.x0 > leastColumn*p.width && r.x1-r.x0 > leastColumn*p.width &&
		math.Abs((l.x1-l.x0)-(r.x1-r.x0)) < mostUneven*p.width && l.fill > leastFill && r.fill > leastFill
}

// A column is what is measured of the runs of one.
type column struct {
	x0, x1 float64
	lines  int
	fill   float64 // mean of the lines' widths, of the column's
}

func measure(runs []glyphRun) column {
	c := column{x0: math.Inf(1), x1: math.Inf(-1)}
	widths := map[int][2]float64{}
	for _, r := range runs {
		c.x0, c.x1 = min(c.x0, r.x0), max(c.x1, r.x1)
		key := int(math.Round(r.base / 4))
		w, ok := widths[key]
		if !ok {
			w = [2]float64{r.x0, r.x1}
		}
		widths[key] = [2]float64{min(w[0], r.x0), max(w[1], r.x1)}
	}
	for _, w := range widths {
		c.fill += (w[1] - w[0]) / (c.x1 - c.x0)
	}
	c.lines = len(widths)
	c.fill /= float64(max(c.lines, 1))
	return c
}

// moved puts a column at the left edge of a page of its own width.
func moved(p page) page {
	c := measure(p.runs)
	for i := range p.runs {
		p.runs[i].x0, p.runs[i].x1 = p.runs[i].x0-c.x0, p.runs[i].x1-c.x0
	}
	p.width = c.x1 - c.x0
	return p
}
