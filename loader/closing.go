package loader

import (
	"strconv"
	"strings"

	"mandategraph/graph"
)

// Locators of what an act prints about itself above its title and below its
// last paragraph.
const (
	headLocator = "head" // "Resolution adopted by the General Assembly on ..."
	endLocator  = "end"  // "50th plenary meeting", recorded votes
)

var closingStarts = []string{"Adopted at ", "Adopted by ", "Adopted unanimously", "Adopted without a vote", "Adopted on ", "[Adopted ", "[adopted ", "Resolution adopted ", "Decision adopted ", "[Without ", "[without ", "[on the ", "[On the ", "In favour:", "Against:", "Abstaining:", "Abstentions:", "Abstained:", "Absent:"}

// closes recognizes a line in which an act tells of its own adoption: meeting,
// vote, voters.
func closes(s string) bool {
	if s == "" || strings.IndexByte("AIRD[", s[0]) < 0 && !isDigit(s[0]) {
		return false
	}
	if isDigit(s[0]) {
		number, at := meetingAt(s, 0)
		return number > 0 && len(s) < at+30
	}
	for _, start := range closingStarts {
		if strings.HasPrefix(s, start) {
			return true
		}
	}
	return false
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
	if p.act == nil || p.ending == nil || p.ending.Act != p.act || p.ending.Locator != endLocator || b.kind != blockHeading && b.kind != blockProse {
		return false
	}
	last := p.ending.Parts[len(p.ending.Parts)-1].S
	if strings.HasSuffix(last, ":") || strings.HasSuffix(last, ",") { // a page may break the list
		return true
	}
	date, end, ok := dateAt(b.text.S, 0)
	return ok && date != "" && end == len(b.text.S)
}

// adoptions states what acts print of their own adoption: body, date, meeting
// and draft.
func (s *stater) adoptions() {
	for _, p := range s.tree.Paragraphs {
		if p.Act == nil || p.Act.Draft || p.Locator != headLocator && p.Locator != endLocator {
			continue
		}
		a := p.Act
		date := a.Adopted
		for _, part := range p.Parts {
			if d, _, ok := firstDate(part.S); ok && a.Adopted == "" {
				date = d
			}
		}
		for _, part := range p.Parts {
			s.adoptedHere(p, part, date)
		}
	}
}

// firstDate finds the first full date in a text.
func firstDate(s string) (date string, end int, ok bool) {
	for i := 0; i < len(s); i++ {
		if !isDigit(s[i]) || i > 0 && (isWord(s[i-1]) || s[i-1] == '/') {
			continue
		}
		if date, end, ok = dateAt(s, i); ok && len(date) == len("2006-01-02") {
			return date, end, true
		}
	}
	return "", 0, false
}

func (s *stater) adoptedHere(p *Paragraph, part Text, date string) {
	text, a := part.S, p.Act
	body := s.body(a.Body)
	if a.Body == "" {
		return
	}
	for i := 0; i < len(text); i++ {
		if !isDigit(text[i]) || i > 0 && isWord(text[i-1]) {
			continue
		}
		number, end := meetingAt(text, i)
		if number == 0 {
			continue
		}
		id := s.meetingOf(a, number)
		s.state(p, part, i, end, a.ID, "adoptedAt", id, qualifiers{{"date", date}, {"rule", "adoption told by the act"}, {"confidence", "certain"}})
		s.state(p, part, 0, len(text), body, "adopts", a.ID, qualifiers{{"date", date}, {"rule", "adoption told by the act"}, {"confidence", "certain"}})
		break
	}
	if p.Locator == headLocator && strings.Contains(text, "dopted by ") {
		s.state(p, part, 0, len(text), body, "adopts", a.ID, qualifiers{{"date", date}, {"rule", "adoption told by the act"}, {"confidence", "certain"}})
	}
	if a.Adopted == "" {
		s.fact(a.ID, "adoptedOn", date)
	}
	for _, y := range findSymbols(text) {
		if strings.Contains(y.symbol, "/L.") && !strings.Contains(y.symbol, "/Add.") {
			s.symbolEntity(y)
			s.state(p, part, y.start, y.end, graph.DocumentID(y.symbol), "draftOf", a.ID, qualifiers{{"rule", "adoption told by the act"}, {"confidence", "certain"}})
		}
	}
}

// meetingOf makes the meeting of the session in which an act was adopted known:
// that of the act's number, else that of the document.
func (s *stater) meetingOf(a *Act, number int) string {
	parent := s.body(a.Body)
	session := ""
	switch n := graph.ReadNumber(a.Number); {
	case n.Session > 0 && (n.Form == graph.SessionForm || n.Form == graph.SuffixForm || n.Form == graph.YearForm):
		session = strconv.Itoa(n.Session)
	case a.Body == s.tree.Body:
		session = s.tree.Session
	}
	if session != "" {
		parent = s.session(a.Body, session)
	}
	id := parent + "/meeting/" + strconv.Itoa(number)
	if !s.kinds[id] {
		s.entity(id, "Meeting")
		s.fact(id, "number", strconv.Itoa(number))
		s.fact(id, "partOf", parent)
	}
	return id
}
