package tree

import (
	"mandategraph/loader/scan"
	"mandategraph/loader/text"
)

// contentsHead heads a table of contents, also with the heads of its columns.
var contentsHead = scan.Compile(`^(?i:(?:table of )?contents)(?: (?:Chapter|Section|Paragraphs?|Page))*$`)

func headsContents(s string) bool { return len(s) < 60 && contentsHead.MatchString(s) }

// inContents passes over the table of contents, which repeats every title, and
// remembers its entries: they tell a chapter's heading from one inside an act.
func (p *parser) inContents(b text.Block) bool {
	body := b.Text.S
	switch {
	case headsContents(body):
		p.contents = true
		return true
	case !p.contents:
		return false
	case b.Contents:
		p.entry(body)
		return true
	case b.Kind == text.BlockAct && (loneEntry.MatchString(body) && !p.bareNumbers() || p.entryBelow()):
		return true
	case p.endsContents(b):
		p.contents = false
		return false
	}
	if _, words := text.ReadLabel(body); words > 0 && text.UpperLabel(body) { // an entry without a page number
		p.tree.headings[PlainKey(body)], p.tree.headings[PlainKey(body[words:])] = true, true
	}
	return true
}

// mostTitleLines is how many lines of a table of contents a title takes at most.
const mostTitleLines = 4

// entryBelow says that the title below an act's number has its page behind it.
func (p *parser) entryBelow() bool {
	for _, b := range p.list[p.at+1 : min(p.at+1+mostTitleLines, len(p.list))] {
		if b.Contents || text.IsContentsEntry(b.Text.S) {
			return true
		}
		if b.Kind != text.BlockHeading && b.Kind != text.BlockProse {
			return false
		}
	}
	return false
}

// entry remembers an entry with its page number, with and without its label.
func (p *parser) entry(body string) {
	key := PlainKey(text.BeforePage(body))
	p.tree.headings[key] = true
	if _, words := text.ReadLabel(key); words > 0 {
		p.tree.headings[key[words:]] = true
	}
	_, words := text.ReadLabel(body)
	p.tree.headings[PlainKey(text.BeforePage(body[words:]))] = true
}

// meetingBegins is the first line of the record of a meeting.
var meetingBegins = scan.Compile(`^The meeting (?:was called to order|(?:was )?resumed) at \d`)

// endsContents says that a block is no entry: a heading that was one, an act, a long
// paragraph or the beginning of a meeting.
func (p *parser) endsContents(b text.Block) bool {
	switch b.Kind {
	case text.BlockAct, text.BlockBody, text.BlockOpener:
		return true
	}
	body := b.Text.S
	if meetingBegins.MatchString(body) {
		return true
	}
	long := b.Kind == text.BlockLabel && b.Label.Kind == text.LabelNumber && len(body) > 120
	return long || bareChapter.MatchString(body) || p.listed(body)
}

// listed says that the table of contents lists a heading, with its label or without.
func (p *parser) listed(body string) bool {
	_, words := text.ReadLabel(body)
	return p.tree.headings[PlainKey(body)] || words > 0 && p.tree.headings[PlainKey(body[words:])]
}
