package loader

import (
	"cmp"
	"context"
	"fmt"
	"strconv"
	"strings"

	"mandategraph/graph/names"
)

var (
	// "its twelfth session, held in Vienna from 14 to 18 October 2024"; "its
	// thirteenth session would take place from 19 to 23 October 2026".
	sessionHeld = compile(`\b(?:[Ii]ts|[Tt]he|[Tt]heir) (` + ordinalPattern + `) ` +
		`(?:regular |annual |substantive )?session(?: of the [A-Z][A-Za-z]+)?,? ` +
		`(?:(?:which )?(?:was |would |will |should |shall |to )?(?:be )?` +
		`(?:held |take place |took place |taking place |convened )?)?` +
		`(?:(?:in|at) (?:the )?([A-Z][^\s,.;]*(?: [A-Z][^\s,.;]*)*),? )?` +
		`from (\d{1,2})(?: ([A-Z][a-z]+))?(?: (\d{4}))? to (\d{1,2}) ([A-Z][a-z]+) (\d{4})`)
	// The body whose session it is, where it is not that of the document.
	othersSession = compile(`\b(?:Working Group|Committee|Commission|Subcommittee|Bureau|Board|Group)\b[^.;]*$`)
)

var (
	sessionGate = gateOf(sessionHeld)
	fromGate    = newGate("from ")
)

// sessions reads when and where the body met or will meet, from the title and
// from the report's own paragraphs.
func sessions(ctx context.Context, t *Tree) (found findings) {
	if t.Body == "" {
		return found
	}
	sessionsIn(&found, t, t.Title)
	for _, p := range t.Paragraphs {
		if ctx.Err() != nil {
			return found
		}
		if p.Kind != narrative && p.Kind != decided {
			continue
		}
		for _, part := range p.Parts {
			if sessionGate.in(part) && fromGate.in(part) {
				sessionsIn(&found, t, part.S)
			}
		}
	}
	return found
}

// sessionsIn reads the sessions of a text.
func sessionsIn(found *findings, t *Tree, text string) {
	if !strings.Contains(text, "session") {
		return
	}
	for _, m := range sessionHeld.findAll(text) {
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
		first := parseDate(fmt.Sprintf("%s %s %s", group(3), month, year))
		last := parseDate(fmt.Sprintf("%s %s %s", group(6), group(7), group(8)))
		if first == "" || last == "" || last < first {
			continue
		}
		id := sessionID(t.Body, strconv.Itoa(number))
		found.session(t.Body, strconv.Itoa(number))
		found.fact(id, "date", first)
		found.fact(id, "endDate", last)
		found.fact(id, "place", group(2))
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
