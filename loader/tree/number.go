package tree

import (
	"strconv"
	"strings"

	"mandategraph/loader/scan"
	"mandategraph/loader/text"
)

// The paragraphs of a report are numbered through, as the UN Editorial Manual has
// it. What a report quotes or lists (an agenda, another report, its own numbered
// subheadings) has numbers of its own, behind which the report's go on.

// A series is where the numbers of the report, or of its annex, have come to.
type series struct {
	number    string     // of the last numbered paragraph
	counted   *Paragraph // that paragraph
	chaptered bool       // a chapter or section began behind it
	before    []level    // the list that a heading interrupts
	listing   bool       // numbered items of that paragraph were read
}

// count makes a paragraph the last numbered one.
func (p *parser) count(q *Paragraph) {
	number := strings.TrimRight(q.Label, "abeinqrstu") // 1 bis counts with 1
	p.number, p.counted, p.chaptered, p.listing, p.column = number, q, false, false, column{}
}

// A numbering is what a number at the head of a block counts.
type numbering int

const (
	aParagraph  numbering = iota
	anItem                // of what the paragraph before lists or quotes
	aSubheading           // "1. Pattern of conferences", above paragraph 31
)

// numbering tells the report's own paragraphs from items and subheadings.
func (p *parser) numbering(b text.Block) numbering {
	n, err := strconv.Atoi(b.Label.Mark)
	if err != nil {
		return aParagraph // 12 bis
	}
	last, _ := strconv.Atoi(p.number)
	next := last + 1
	runs := p.inItems() && text.Succeeds(p.stack[1].mark, b.Label.Mark)
	switch {
	case titles(b) && p.sectionBelow(b.Label):
		return aSubheading
	case n == next && !(last == 0 && titles(b)):
		if runs && p.runsTo(n, next) {
			return anItem
		}
		return aParagraph
	case titles(b) && (p.nextNumber() == next || p.countsHeadings(n)):
		return aSubheading
	case last > 0 && (runs || n == 1 && p.listsAbove(next) || n > 1 && p.countsHeadings(n)):
		return anItem
	}
	return aParagraph
}

// sectionBelow says that the paragraph below a number has the number of a section's: 3.1
// below 3.
func (p *parser) sectionBelow(l text.Label) bool {
	return strings.HasPrefix(p.list[min(p.at+1, len(p.list)-1)].Rising, l.Mark+".")
}

// sectioned reads a paragraph of a report whose number is that of its section and its own,
// "3.2 The secretariat introduced". The series of whole numbers stays where it is.
func (p *parser) sectioned(b text.Block) {
	number := strings.Fields(b.Text.S)[0]
	b.Label = text.Label{Kind: text.LabelNumber, Mark: b.Rising}
	before := p.series
	p.stack = nil
	p.add(b, b.Rising, Narrative, min(len(number)+1, len(b.Text.S)), 0)
	p.series, p.stack = before, []level{{text.LabelNumber, b.Rising, p.last}}
}

// countsHeadings says that a number below the heading of a chapter or section is that of
// the first of its parts, or goes on with them.
func (p *parser) countsHeadings(n int) bool {
	if last := len(p.headings) - 1; last >= 0 && p.headings[last].kind == text.LabelNumber {
		open, _ := text.ReadLabel(p.headings[last].text)
		return open.Mark == strconv.Itoa(n-1)
	}
	return n == 1 && p.chaptered && len(p.stack) == 0
}

// listsAbove says that the last paragraph leads to a list: it says so, it has one
// already, or the numbers behind it count from 1 and then go on with the report's next.
func (p *parser) listsAbove(next int) bool {
	return p.counted != nil && (p.runsTo(1, next) || !p.chaptered && (p.listing || p.counted.announces()))
}

// subsection says that a lettered line is a title, "(a) Procedure": the report's next
// paragraph stands right below it, and it begins a series of such titles or goes on
// with one.
func (p *parser) subsection(b text.Block) bool {
	below := p.list[min(p.at+1, len(p.list)-1)]
	if p.counted == nil || !titles(b) || !text.Succeeds(p.number, below.Label.Mark) {
		return false
	}
	if last := len(p.headings) - 1; last >= 0 && p.headings[last].kind == text.LabelParen {
		open, _ := text.ReadLabel(p.headings[last].text)
		return follows(open.Mark, b.Label.Mark)
	}
	return first(b.Label.Mark) && !p.counted.introduces()
}

// inItems says that the last thing read is a numbered item of a paragraph, or in one.
func (p *parser) inItems() bool {
	if p.act != nil || len(p.stack) < 2 || p.stack[0].par != p.counted {
		return false
	}
	item := p.stack[1]
	return item.kind == text.LabelParen && scan.IsDigit(item.mark[0]) &&
		strings.HasSuffix(item.par.Locator, "."+item.mark)
}

// openItems goes back to the report's last paragraph, whose item comes.
func (p *parser) openItems() {
	p.listing = true
	if len(p.stack) == 0 || p.stack[0].par != p.counted {
		p.stack = []level{{text.LabelNumber, p.counted.Label, p.counted}}
		p.last = p.counted
	}
}

// titles says that a numbered block is a title: no stop ends it.
func titles(b text.Block) bool {
	s := b.Text.S
	_, words := text.ReadLabel(s)
	return words < len(s) && len(s) < 200 && !text.EndsClosed(s) && !text.StartsLower(s[words:])
}

// listAnnounced are words by which the last sentence of a paragraph announces
// what stands below it.
var listAnnounced = scan.Compile(`\b(?:below|as follows|the following|reproduced|set out|set forth|annexed hereto)\b` +
	`[^.]*[.:]?$`)

// announces says that a paragraph leads to a list or a quoted text.
func (p *Paragraph) announces() bool {
	s := p.Parts[len(p.Parts)-1].S
	return text.LastLetter(s) == ':' || listAnnounced.MatchString(s[max(0, len(s)-200):])
}
