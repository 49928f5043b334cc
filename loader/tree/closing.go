package tree

import (
	"cmp"
	"strconv"
	"strings"

	"mandategraph/graph/names"
	"mandategraph/loader/scan"
	"mandategraph/loader/text"
)

// Locators of what an act prints about itself above its title and below its
// last paragraph.
const (
	HeadLocator = "head" // "Resolution adopted by the General Assembly on ..."
	EndLocator  = "end"  // "50th plenary meeting", recorded votes
)

// closingStarts begin the lines in which an act tells of its own adoption.
var closingStarts = []string{
	"Adopted at ", "Adopted by ", "Adopted unanimously", "Adopted without a vote", "Adopted on ", "[Adopted ", "[adopted ",
	"Resolution adopted ", "Decision adopted ", "[Without ", "[without ", "[on the ", "[On the ",
	"In favour:", "Against:", "Abstaining:", "Abstentions:", "Abstained:", "Absent:",
}

// withoutDay is all that a damaged line keeps of the date of adoption: "at its 3158th
// meeting, on January 1993". The month is the date then.
var withoutDay = scan.Compile(`\b(?:` + names.MonthPattern + `) \d{4}$`)

// scannedClosing matches the line below the text of a scanned resolution that says at
// which meeting it was adopted, with one letter of its words damaged or a word lost: "Adapted at
// the 1821st meeting", "Adopted ut the 2242nd meeting", "Adopted unanimous at the".
var scannedClosing = scan.Compile(
	`^(A\w{6})(?: unanimous(?:ly)?)?,?(?: without a vote,?)?(?: \wt| a\w)? (?:the|its)(?: resumed)?(?:$| \d\w{0,4}(?:st|nd|rd|th)\b)`,
)

// damagedClosing says that a line is such a one.
func damagedClosing(s string) bool {
	m := scannedClosing.FindStringSubmatch(s)
	return m != nil && names.OneLetterOff("Adopted", m[1])
}

// MeetingAt reads "50th plenary meeting", "3200th meeting" at byte at; number
// is 0 where there is none.
func MeetingAt(s string, at int) (number, end int) {
	k := scan.DigitsEnd(s, at)
	if k == at || k-at > 5 || k+2 > len(s) {
		return 0, at
	}
	switch s[k : k+2] {
	case "st", "nd", "rd", "th":
	default:
		return 0, at
	}
	for _, word := range []string{" plenary meeting", " (resumed) plenary meeting", " meeting", " (resumed) meeting", " meet-ing"} {
		if strings.HasPrefix(s[k+2:], word) {
			number, _ = strconv.Atoi(s[at:k])
			return number, k + 2 + len(word)
		}
	}
	return 0, at
}

// closing keeps what an act tells of its own adoption apart from its
// paragraphs.
func (p *parser) closing(b text.Block) {
	if p.act == nil {
		p.voteOrHeading(b)
		return
	}
	locator := EndLocator
	if p.zone == inTitle || p.zone == outside {
		locator = HeadLocator
		if date := ParseDate(cmp.Or(dateLine.FindString(b.Text.S), withoutDay.FindString(b.Text.S))); date != "" {
			p.act.Adopted = date
		}
	}
	p.close(b, locator)
}

// close adds a block to the act's head or end.
func (p *parser) close(b text.Block, locator string) {
	for _, q := range p.act.Paragraphs {
		if q.Locator == locator {
			q.Parts = append(q.Parts, b.Text)
			q.End = max(q.End, b.End)
			p.ending = q
			return
		}
	}
	last := p.last
	p.add(b, locator, Narrative, 0, 0)
	p.ending, p.last = p.last, last
}

// voteOrHeading reads such a line in the report's own text, where it is a line
// of a vote or a heading.
func (p *parser) voteOrHeading(b text.Block) {
	if p.last != nil && strings.Contains(b.Text.S, ":") {
		p.last.Parts = append(p.last.Parts, b.Text)
		p.last.End = b.End
		return
	}
	if strings.IndexByte(".;:,", text.LastLetter(b.Text.S)) < 0 {
		p.heading(b, text.NoLabel)
		return
	}
	p.prose(b)
}

// endsOpen says that a block goes on with the act's end: a date under its
// meeting, States under the vote.
func (p *parser) endsOpen(b text.Block) bool {
	if p.act == nil || p.ending == nil || p.ending.Act != p.act || p.ending.Locator != EndLocator {
		return false
	}
	if b.Kind != text.BlockHeading && b.Kind != text.BlockProse {
		return false
	}
	last := p.ending.Parts[len(p.ending.Parts)-1].S
	all := p.ending.Text()
	if strings.HasSuffix(last, ":") || strings.HasSuffix(last, ",") ||
		strings.Count(all, "(") > strings.Count(all, ")") {
		// a page or line may break the list
		return true
	}
	date, end, ok := DateAt(b.Text.S, 0)
	return ok && date != "" && end == len(b.Text.S)
}
