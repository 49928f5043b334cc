package loader

import (
	"strconv"
	"strings"
)

// Locators of what an act prints about itself above its title and below its
// last paragraph.
const (
	headLocator = "head" // "Resolution adopted by the General Assembly on ..."
	endLocator  = "end"  // "50th plenary meeting", recorded votes
)

// closingStarts begin the lines in which an act tells of its own adoption.
var closingStarts = []string{
	"Adopted at ", "Adopted by ", "Adopted unanimously", "Adopted without a vote", "Adopted on ", "[Adopted ", "[adopted ",
	"Resolution adopted ", "Decision adopted ", "[Without ", "[without ", "[on the ", "[On the ",
	"In favour:", "Against:", "Abstaining:", "Abstentions:", "Abstained:", "Absent:",
}

// meetingAt reads "50th plenary meeting", "3200th meeting" at byte at; number
// is 0 where there is none.
func meetingAt(s string, at int) (number, end int) {
	k := digitsEnd(s, at)
	if k == at || k-at > 5 || k+2 > len(s) {
		return 0, at
	}
	switch s[k : k+2] {
	case "st", "nd", "rd", "th":
	default:
		return 0, at
	}
	for _, word := range []string{" plenary meeting", " (resumed) plenary meeting", " meeting", " (resumed) meeting"} {
		if strings.HasPrefix(s[k+2:], word) {
			number, _ = strconv.Atoi(s[at:k])
			return number, k + 2 + len(word)
		}
	}
	return 0, at
}

// closing keeps what an act tells of its own adoption apart from its
// paragraphs.
func (p *parser) closing(b block) {
	if p.act == nil {
		p.voteOrHeading(b)
		return
	}
	locator := endLocator
	if p.zone == inTitle || p.zone == outside {
		locator = headLocator
		if date := parseDate(dateLine.FindString(b.text.S)); date != "" {
			p.act.Adopted = date
		}
	}
	p.close(b, locator)
}

// close adds a block to the act's head or end.
func (p *parser) close(b block, locator string) {
	for _, q := range p.act.Paragraphs {
		if q.Locator == locator {
			q.Parts = append(q.Parts, b.text)
			q.End = max(q.End, b.end)
			p.ending = q
			return
		}
	}
	last := p.last
	p.add(b, locator, narrative, 0, 0)
	p.ending, p.last = p.last, last
}

// voteOrHeading reads such a line in the report's own text, where it is a line
// of a vote or a heading.
func (p *parser) voteOrHeading(b block) {
	if p.last != nil && strings.Contains(b.text.S, ":") {
		p.last.Parts = append(p.last.Parts, b.text)
		p.last.End = b.end
		return
	}
	if strings.IndexByte(".;:,", lastLetter(b.text.S)) < 0 {
		p.heading(b, noLabel)
		return
	}
	p.prose(b)
}

// endsOpen says that a block goes on with the act's end: a date under its
// meeting, States under the vote.
func (p *parser) endsOpen(b block) bool {
	if p.act == nil || p.ending == nil || p.ending.Act != p.act || p.ending.Locator != endLocator {
		return false
	}
	if b.kind != blockHeading && b.kind != blockProse {
		return false
	}
	last := p.ending.Parts[len(p.ending.Parts)-1].S
	if strings.HasSuffix(last, ":") || strings.HasSuffix(last, ",") { // a page may break the list
		return true
	}
	date, end, ok := dateAt(b.text.S, 0)
	return ok && date != "" && end == len(b.text.S)
}
