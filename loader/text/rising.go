package text

import (
	"strconv"
	"strings"

	"mandategraph/loader/scan"
)

// Annexes of guidelines, codes and procedures number their paragraphs without a stop,
// as ISO 2145 has it and the agencies print it: "2.1 Coastal States should", "3 Crews
// are trained", with items ".1 are carried". So do the reports of agencies, the paragraphs
// of whose section 3 are 3.1 and 3.2. Quantities and headings stand at the beginning of
// lines too; only the numbers of paragraphs rise one by one.

// A rising number is that of a line as it was read: 2.1 is [2 1]; an item's has the
// number of its paragraph before it.
type rising []int

// A riser follows the numbers through the lines of a text or of its annex.
type riser struct {
	annexed     bool   // elsewhere all numbers have two parts and more
	last, first rising // the last one of a series, and one that may begin it
	at          int    // the line of first
	// closed says that sentences or numbers with a stop stand above: a number alone
	// is that of a note then.
	closed bool
	found  map[int]string
}

// risingNumbers are the numbers of paragraphs without a stop in a text and its annexes, by
// the line that they begin.
func (b *blocker) risingNumbers(list []line) map[int]string {
	var r riser
	for i, l := range list {
		if l.kind != lineText {
			continue
		}
		content := b.source[l.start:l.end]
		if b.headsAnnex(content) {
			r = riser{annexed: true, found: r.found}
			continue
		}
		if c := content[0]; (c == '.' || scan.IsDigit(c)) && b.mayBegin(list, i) {
			r.reads(content, i)
		}
		r.closed = r.closed || r.first == nil && r.last == nil && content[len(content)-1] == '.'
	}
	return r.found
}

// reads takes the number of a line where it goes on with the series, or may begin one;
// the second number of a series tells that the first is one.
func (r *riser) reads(content string, i int) {
	if l, _ := ReadLabel(content); l.Kind != NoLabel {
		r.closed = r.closed || l.Kind == LabelNumber
		return // 1. or 3 REQUESTS
	}
	n, item := readRising(content)
	switch {
	case n == nil || (r.closed || !r.annexed) && !item && len(n) == 1:
	case !r.annexed && r.last != nil && r.last.precedes(n, item):
		r.last = r.last.next(n, item)
		r.note(i, r.last)
	case !item && (n.begins() || !r.annexed && r.first == nil && n[1:].begins()):
		r.first, r.at = n, i
	case r.first != nil && r.first.precedes(n, item):
		r.note(r.at, r.first)
		r.last, r.first = r.first.next(n, item), nil
		r.note(i, r.last)
	case r.last != nil && r.last.precedes(n, item):
		r.last = r.last.next(n, item)
		r.note(i, r.last)
	}
}

// note keeps the number of a line.
func (r *riser) note(line int, n rising) {
	if r.found == nil {
		r.found = map[int]string{}
	}
	marks := make([]string, len(n))
	for k, part := range n {
		marks[k] = strconv.Itoa(part)
	}
	r.found[line] = strings.Join(marks, ".")
}

// headsAnnex says that a line is the heading of an annex.
func (b *blocker) headsAnnex(content string) bool {
	word := strings.TrimLeft(content, "*_# ")
	if word == "" || word[0]|0x20 != 'a' || len(content) > 200 {
		return false
	}
	word, _ = scan.Word(word, 0)
	return (strings.EqualFold(word, "annex") || strings.EqualFold(word, "appendix")) &&
		b.Classify(content) == BlockAnnex
}

// mayBegin says that the line above one ends a sentence or an item, or is a heading.
func (b *blocker) mayBegin(list []line, i int) bool {
	if i == 0 || list[i-1].kind != lineText {
		return true
	}
	above := b.source[list[i-1].start:list[i-1].end]
	last := LastLetter(above)
	return last == '.' || last == ';' || last == ':' || strings.HasSuffix(above, "; and") ||
		strings.HasSuffix(above, "; or") ||
		len(above) < maxHeading && (scan.IsCapital(above) || scan.IsDigit(above[0]))
}

// deepestRising is how many parts such a number has at most.
const deepestRising = 4

// readRising reads the number at the head of a line, and whether it is that of an item,
// ".1 are carried"; nil where a word with a capital does not follow a paragraph's.
func readRising(s string) (n rising, item bool) {
	at := 0
	if item = s[0] == '.'; item {
		at = 1
	}
	for len(n) < deepestRising {
		end := classEnd(s, at, 2, scan.IsDigit)
		if end == at || end >= len(s) {
			return nil, false
		}
		part, _ := strconv.Atoi(s[at:end]) // two digits
		n = append(n, part)
		if at = end; s[at] != '.' || at+1 >= len(s) || !scan.IsDigit(s[at+1]) {
			break
		}
		at++
	}
	if at+1 < len(s) && s[at] == '.' && len(n) > 1 && breakAt(s, at+1) > 0 {
		at++ // some print 2.1. with a stop
	}
	words := at
	for words < len(s) && breakAt(s, words) > 0 {
		words += breakAt(s, words)
	}
	if words == at || words >= len(s) || item && len(n) > 1 || !item && !scan.IsCapital(s[words:]) {
		return nil, false
	}
	return n, item
}

// begins says that a number is the first of a series: 1, 1.1.
func (r rising) begins() bool {
	for _, part := range r {
		if part != 1 {
			return false
		}
	}
	return true
}

// precedes says that a number may be the next one: 2.2 behind 2.1, 3 or 3.1 behind 2.4,
// 2.1.1 behind 2.1.
func (r rising) precedes(n rising, item bool) bool {
	if item {
		return n[0] == 1 || len(r) > 1 && r[len(r)-1]+1 == n[0]
	}
	k := 0
	for k < len(r) && k < len(n) && r[k] == n[k] {
		k++
	}
	if k == len(n) || k < len(r) && n[k] != r[k]+1 || k == len(r) && n[k] != 1 {
		return false
	}
	return n[k+1:].begins()
}

// next is the number in full of what follows.
func (r rising) next(n rising, item bool) rising {
	switch {
	case !item:
		return n
	case n[0] == 1:
		return append(append(rising{}, r...), 1)
	}
	return append(append(rising{}, r[:len(r)-1]...), n[0])
}

// rises keeps the number of a paragraph that ends as one, and not as a heading does.
func (b *blocker) rises() {
	s := b.current.Text.S
	item := s[0] == '.'
	if item || strings.IndexByte(".;:,?", LastLetter(s)) >= 0 || strings.HasSuffix(s, "; and") ||
		strings.HasSuffix(s, "; or") {
		b.current.Kind = BlockProse
		return
	}
	b.current.Rising = ""
}
