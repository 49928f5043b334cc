package session

import (
	"cmp"
	"context"
	"fmt"
	"strconv"
	"strings"

	"mandategraph/graph/names"
	"mandategraph/loader/cite"
	"mandategraph/loader/scan"
	"mandategraph/loader/text"
	"mandategraph/loader/tree"
)

var (
	// "its twelfth session, held in Vienna from 14 to 18 October 2024"; "its
	// thirteenth session would take place from 19 to 23 October 2026".
	sessionHeld = scan.Compile(`\b(?:[Ii]ts|[Tt]he|[Tt]heir) (` + cite.OrdinalPattern + `) ` +
		`(?:regular |annual |substantive )?session(?: of the [A-Z][A-Za-z]+)?,? ` +
		`(?:(?:which )?(?:was |would |will |should |shall |to )?(?:be )?` +
		`(?:held |take place |took place |taking place |convened )?)?` +
		`(?:(?:in|at) (?:the )?([A-Z][^\s,.;]*(?: [A-Z][^\s,.;]*)*),? )?` +
		`from (\d{1,2})(?: ([A-Z][a-z]+))?(?: (\d{4}))? to (\d{1,2}) ([A-Z][a-z]+) (\d{4})`)
	// The body whose session it is, where it is not that of the document.
	othersSession = scan.Compile(`\b(?:Working Group|Committee|Commission|Subcommittee|Bureau|Board|Group)\b[^.;]*$`)
)

var (
	sessionGate = text.GateOf(sessionHeld)
	fromGate    = text.NewGate("from ")
)

// Sessions reads when and where the body met or will meet, from the title and
// from the report's own paragraphs.
func Sessions(ctx context.Context, t *tree.Tree) (found tree.Findings) {
	if t.Body == "" {
		return found
	}
	sessionsIn(&found, t, t.Title)
	for _, p := range t.Paragraphs {
		if ctx.Err() != nil {
			return found
		}
		if p.Kind != tree.Narrative && p.Kind != tree.Decided {
			continue
		}
		for _, part := range p.Parts {
			if sessionGate.In(part) && fromGate.In(part) {
				sessionsIn(&found, t, part.S)
			}
		}
	}
	return found
}

// sessionsIn reads the sessions of a text.
func sessionsIn(found *tree.Findings, t *tree.Tree, text string) {
	if !strings.Contains(text, "session") {
		return
	}
	for _, m := range sessionHeld.FindAll(text) {
		number := names.OrdinalNumber(text[m[2]:m[3]])
		if number == 0 || ofOtherBody(t.Body, text[:m[0]]) {
			continue
		}
		group := func(i int) string {
			if m[2*i] < 0 {
				return ""
			}
			return text[m[2*i]:m[2*i+1]]
		}
		month, year := cmp.Or(group(4), group(7)), cmp.Or(group(5), group(8))
		first := tree.ParseDate(fmt.Sprintf("%s %s %s", group(3), month, year))
		last := tree.ParseDate(fmt.Sprintf("%s %s %s", group(6), group(7), group(8)))
		if first == "" || last == "" || last < first {
			continue
		}
		id := tree.SessionID(t.Body, strconv.Itoa(number))
		found.Session(t.Body, strconv.Itoa(number))
		found.Fact(id, "date", first)
		found.Fact(id, "endDate", last)
		found.Fact(id, "place", group(2))
	}
}

// ofOtherBody says that the words before "its twelfth session" name another body
// than the one with this code.
func ofOtherBody(code, before string) bool {
	if i := strings.LastIndexAny(before, ".;"); i >= 0 {
		before = before[i:]
	}
	body, _ := names.BodyByCode(code)
	before = strings.ReplaceAll(strings.ReplaceAll(before, body.Name, ""), body.Short, "")
	return othersSession.MatchString(before)
}
