package session

import (
	"context"
	"strconv"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
	"mandategraph/loader/scan"
	"mandategraph/loader/text"
	"mandategraph/loader/tree"
)

// printedAdoption qualifies what an act prints of its own adoption; date may be
// empty.
func printedAdoption(date string) tree.Qualifiers {
	return tree.Qualifiers{{"date", date}, {"rule", "adoption told by the act"}, {"confidence", "certain"}}
}

// Adoptions reads what acts print of their own adoption: body, date, meeting
// and draft.
func Adoptions(ctx context.Context, t *tree.Tree) (found tree.Findings) {
	for _, p := range t.Paragraphs {
		if ctx.Err() != nil {
			return found
		}
		a := p.Act
		if a == nil || a.Draft {
			continue
		}
		if p.Kind == tree.Decided && p.Lead == nil {
			decidedIn(&found, t, p)
		}
		if p.Locator != tree.HeadLocator && p.Locator != tree.EndLocator {
			continue
		}
		date := a.Adopted
		for _, part := range p.Parts {
			if d, _, ok := tree.FirstDate(part.S); ok && a.Adopted == "" {
				date = d
			}
		}
		for _, part := range p.Parts {
			adoptionIn(&found, t, p, part, date)
		}
	}
	return found
}

// decidedAt begins a decision that tells when it was taken: "At its 5th meeting, on 12
// March 2031, the Commission decided".
var decidedAt = scan.Compile(`^(?:[^,;:.]{0,80}\. )?At (?:its|the) (\d+)(?:st|nd|rd|th) (?:\((?:resumed|` +
	`closed)\) )?(?:plenary )?meetings?(?: \(resumed\))?,? ` +
	`(?:held )?on (\d{1,2} (?:` + names.MonthPattern + `) \d{4}),`)

// decidedIn reads at which meeting and by which votes a decision was taken that its
// own sentence tells.
func decidedIn(found *tree.Findings, t *tree.Tree, p *tree.Paragraph) {
	part, a := p.Parts[0], p.Act
	m := decidedAt.FindStringSubmatchIndex(part.S[p.Words:])
	if m == nil || a.Body == "" {
		return
	}
	sentence := scan.CutSentences(part.S, p.Words)[0]
	list := reckonings(part.S[:sentence.End])
	v := poll{p: p, targets: []string{a.ID}, outcome: "adopted", roll: roll{found: found}}
	v.procedure = procedureOf(part.S[:sentence.End], len(list) > 0)
	if len(list) > 0 {
		v.tally = list[0].tally
	}
	number, _ := strconv.Atoi(part.S[p.Words+m[2] : p.Words+m[3]])
	date := tree.ParseDate(part.S[p.Words+m[4] : p.Words+m[5]])
	q := printedAdoption(date)
	found.Body(a.Body)
	found.State(p, part, p.Words+m[2], p.Words+m[5], a.ID, "adoptedAt", addMeetingOf(found, t, a, number), q)
	q = append(q[:len(q):len(q)], v.qualifiers()...)
	found.State(p, part, p.Words, p.Words+m[1], t.BodyID(a.Body), "adopts", a.ID, q)
	if a.Adopted == "" {
		found.Fact(a.ID, "adoptedOn", date)
	}
	v.state(found, nil)
}

// adoptionIn reads one part of what an act prints of its adoption.
func adoptionIn(found *tree.Findings, t *tree.Tree, p *tree.Paragraph, part text.Text, date string) {
	text, a := part.S, p.Act
	found.Body(a.Body)
	if a.Body == "" {
		return
	}
	body := t.BodyID(a.Body)
	if number, start, end := firstMeeting(text); number > 0 {
		meeting := addMeetingOf(found, t, a, number)
		found.State(p, part, start, end, a.ID, "adoptedAt", meeting, printedAdoption(date))
		found.State(p, part, 0, len(text), body, "adopts", a.ID, printedAdoption(date))
	}
	if p.Locator == tree.HeadLocator && strings.Contains(text, "dopted by ") {
		found.State(p, part, 0, len(text), body, "adopts", a.ID, printedAdoption(date))
	}
	if a.Adopted == "" {
		found.Fact(a.ID, "adoptedOn", date)
	}
	for _, y := range tree.FindSymbols(text) {
		if strings.Contains(y.Symbol, "/L.") && !strings.Contains(y.Symbol, "/Add.") {
			found.State(p, part, y.Start, y.End, tree.AddSymbol(found, y.Symbol), "draftOf", a.ID, printedAdoption(""))
		}
	}
}

// firstMeeting finds the first "50th plenary meeting" of a text; number is 0
// where there is none.
func firstMeeting(text string) (number, start, end int) {
	for i := 0; i < len(text); i++ {
		if !scan.IsDigit(text[i]) || i > 0 && scan.IsWord(text[i-1]) {
			continue
		}
		if number, end = tree.MeetingAt(text, i); number > 0 {
			return number, i, end
		}
	}
	return 0, 0, 0
}

// addMeetingOf makes the meeting known at which an act was adopted, and gives
// its id: of the session in the act's number, else of the document's session.
func addMeetingOf(found *tree.Findings, t *tree.Tree, a *tree.Act, number int) string {
	found.Body(a.Body)
	parent, session := t.BodyID(a.Body), ""
	switch n := graph.ReadNumber(a.Number); {
	case n.Session > 0 && (n.Form == graph.SessionForm || n.Form == graph.SuffixForm || n.Form == graph.YearForm):
		session = strconv.Itoa(n.Session)
	case a.Body == t.Body:
		session = t.Session
	}
	if session != "" {
		found.Session(a.Body, session)
		parent = tree.SessionID(a.Body, session)
	}
	id := parent + "/meeting/" + strconv.Itoa(number)
	found.NewEntity(id, "Meeting", [2]string{"number", strconv.Itoa(number)}, [2]string{"partOf", parent})
	return id
}
