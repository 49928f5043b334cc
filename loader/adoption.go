package loader

import (
	"context"
	"strconv"
	"strings"

	"mandategraph/graph"
)

// printedAdoption qualifies what an act prints of its own adoption; date may be
// empty.
func printedAdoption(date string) qualifiers {
	return qualifiers{{"date", date}, {"rule", "adoption told by the act"}, {"confidence", "certain"}}
}

// adoptions reads what acts print of their own adoption: body, date, meeting
// and draft.
func adoptions(ctx context.Context, t *Tree) (found findings) {
	for _, p := range t.Paragraphs {
		if ctx.Err() != nil {
			return found
		}
		a := p.Act
		if a == nil || a.Draft || p.Locator != headLocator && p.Locator != endLocator {
			continue
		}
		date := a.Adopted
		for _, part := range p.Parts {
			if d, _, ok := firstDate(part.S); ok && a.Adopted == "" {
				date = d
			}
		}
		for _, part := range p.Parts {
			adoptionIn(&found, t, p, part, date)
		}
	}
	return found
}

// adoptionIn reads one part of what an act prints of its adoption.
func adoptionIn(found *findings, t *Tree, p *Paragraph, part Text, date string) {
	text, a := part.S, p.Act
	found.body(a.Body)
	if a.Body == "" {
		return
	}
	body := t.bodyID(a.Body)
	if number, start, end := firstMeeting(text); number > 0 {
		meeting := addMeetingOf(found, t, a, number)
		found.state(p, part, start, end, a.ID, "adoptedAt", meeting, printedAdoption(date))
		found.state(p, part, 0, len(text), body, "adopts", a.ID, printedAdoption(date))
	}
	if p.Locator == headLocator && strings.Contains(text, "dopted by ") {
		found.state(p, part, 0, len(text), body, "adopts", a.ID, printedAdoption(date))
	}
	if a.Adopted == "" {
		found.fact(a.ID, "adoptedOn", date)
	}
	for _, y := range findSymbols(text) {
		if strings.Contains(y.symbol, "/L.") && !strings.Contains(y.symbol, "/Add.") {
			found.state(p, part, y.start, y.end, addSymbol(found, y.symbol), "draftOf", a.ID, printedAdoption(""))
		}
	}
}

// firstMeeting finds the first "50th plenary meeting" of a text; number is 0
// where there is none.
func firstMeeting(text string) (number, start, end int) {
	for i := 0; i < len(text); i++ {
		if !isDigit(text[i]) || i > 0 && isWord(text[i-1]) {
			continue
		}
		if number, end = meetingAt(text, i); number > 0 {
			return number, i, end
		}
	}
	return 0, 0, 0
}

// addMeetingOf makes the meeting known at which an act was adopted, and gives
// its id: of the session in the act's number, else of the document's session.
func addMeetingOf(found *findings, t *Tree, a *Act, number int) string {
	found.body(a.Body)
	parent, session := t.bodyID(a.Body), ""
	switch n := graph.ReadNumber(a.Number); {
	case n.Session > 0 && (n.Form == graph.SessionForm || n.Form == graph.SuffixForm || n.Form == graph.YearForm):
		session = strconv.Itoa(n.Session)
	case a.Body == t.Body:
		session = t.Session
	}
	if session != "" {
		found.session(a.Body, session)
		parent = sessionID(a.Body, session)
	}
	id := parent + "/meeting/" + strconv.Itoa(number)
	found.newEntity(id, "Meeting", [2]string{"number", strconv.Itoa(number)}, [2]string{"partOf", parent})
	return id
}
