package text

import (
	"strings"

	"mandategraph/loader/scan"
)

// Running titles: what the pages of a document print at their heads or feet beside
// symbol and number, such as the report's name or a chapter's. It is known by its
// repetition at the edges of pages, and by standing nowhere else.

const (
	// maxTitle is the most bytes of a running title.
	maxTitle = 120
	// leastPages is on how many pages it stands at least.
	leastPages = 3
	// titleLayers is how many lines a page prints above its text at most.
	titleLayers = 3
)

// markRunningTitles finds the lines that recur at the edges of pages.
func markRunningTitles(text string, list []line) {
	for range titleLayers {
		at := edgeLines(text, list)
		if len(at) < leastPages {
			return
		}
		edges, all := map[string]int{}, map[string]int{}
		for _, i := range at {
			edges[runningKey(text[list[i].start:list[i].end])]++
		}
		for i := range list {
			if l := &list[i]; l.kind == lineText && l.end-l.start <= maxTitle {
				if key := runningKey(text[l.start:l.end]); edges[key] >= leastPages {
					all[key]++
				}
			}
		}
		marked := false
		for _, i := range at {
			key := runningKey(text[list[i].start:list[i].end])
			if n := edges[key]; key != "" && n >= leastPages && all[key]*2 <= n*3 {
				list[i].kind, marked = lineEdge, true
			}
		}
		if !marked {
			return
		}
	}
}

// edgeLines lists the short lines of text that begin or end a page: beside the end
// of a page or beside what is known as its head or foot.
func edgeLines(text string, list []line) (at []int) {
	edge := false // the line above, past blank ones
	last := -1    // the line of text above
	for i := range list {
		l := &list[i]
		edge = edge || l.feeds
		if (l.feeds || l.kind == lineEdge) && last >= 0 {
			at, last = append(at, last), -1
		}
		switch l.kind {
		case lineEdge:
			edge = true
		case lineText:
			last = -1
			if l.end-l.start > maxTitle || text[l.start:l.end] == "" {
				edge = false
				continue
			}
			if edge {
				at = append(at, i)
			} else {
				last = i
			}
			edge = false
		case lineNote:
			edge, last = false, -1
		}
	}
	return at
}

// runningKey is a line without the page number before or behind it; empty where it
// cannot be a running title.
func runningKey(s string) string {
	rest := s
	if end := scan.DigitsEnd(s, 0); end > 0 && end < 5 && end < len(s) && s[end] == ' ' {
		rest = strings.TrimLeft(s[end:], " |")
	} else if cut := strings.TrimRight(s, "0123456789"); len(s)-len(cut) < 5 && strings.HasSuffix(cut, " ") {
		rest = strings.TrimRight(cut, " |")
	}
	if strings.Count(rest, " ") < 2 {
		rest = s
	}
	if len(rest) < 8 || strings.IndexByte(".,;:", rest[len(rest)-1]) >= 0 || StartsLower(rest) {
		return ""
	}
	return rest
}
