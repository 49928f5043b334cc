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
	told, _ := strconv.Atoi(p.told)
	next := told + 1
	runs := p.inItems() && text.Succeeds(p.stack[1].mark, b.Label.Mark)
	switch {
	case n == next && !(told == 0 && titles(b)):
		if runs && p.runsTo(n, next) {
			return anItem
		}
		return aParagraph
	case titles(b) && p.nextNumber() == next:
		return aSubheading
	case told == 0:
		return aParagraph
	case runs, n == 1 && p.counted != nil && (p.runsTo(1, next) || !p.chaptered && p.counted.announces()):
		return anItem
	}
	return aParagraph
}

// subsection says that a lettered line is a title, "(a) Procedure": the report's next
// paragraph stands right below it, and it begins a series of such titles or goes on
// with one.
func (p *parser) subsection(b text.Block) bool {
	if p.counted == nil || !titles(b) || p.at+1 >= len(p.list) || !text.Succeeds(p.told, p.list[p.at+1].Label.Mark) {
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
	return p.act == nil && len(p.stack) > 1 && p.stack[0].par == p.counted && p.stack[1].kind == text.LabelParen &&
		scan.IsDigit(p.stack[1].mark[0]) && strings.HasSuffix(p.stack[1].par.Locator, "."+p.stack[1].mark)
}

// openItems goes back to the report's last paragraph, whose item comes.
func (p *parser) openItems() {
	if len(p.stack) == 0 || p.stack[0].par != p.counted {
		p.stack = []level{{text.LabelNumber, p.counted.Label, p.counted}}
		p.last = p.counted
	}
}

// titles says that a numbered block is a title: no stop ends it.
func titles(b text.Block) bool {
	_, words := text.ReadLabel(b.Text.S)
	return words < len(b.Text.S) && len(b.Text.S) < 200 && !text.EndsClosed(b.Text.S) && !text.StartsLower(b.Text.S[words:])
}

// listAnnounced are words by which the last sentence of a paragraph announces
// what stands below it.
var listAnnounced = scan.Compile(`\b(?:below|as follows|the following|reproduced|set out|set forth|annexed hereto)\b[^.]*[.:]?$`)

// announces says that a paragraph leads to a list or a quoted text.
func (p *Paragraph) announces() bool {
	s := p.Parts[len(p.Parts)-1].S
	return text.LastLetter(s) == ':' || listAnnounced.MatchString(s[max(0, len(s)-200):])
}
