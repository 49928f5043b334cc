package loader

import (
	"fmt"
	"strings"

	"mandategraph/graph/names"
)

var (
	// "its twelfth session, held in Vienna from 14 to 18 October 2024"; "its
	// thirteenth session would take place from 19 to 23 October 2026".
	sessionHeld = compile(`\b(?:[Ii]ts|[Tt]he|[Tt]heir) (` + ordinalPattern + `) (?:regular |annual |substantive )?session(?: of the [A-Z][A-Za-z]+)?,? ` +
		`(?:(?:which )?(?:was |would |will |should |shall |to )?(?:be )?(?:held |take place |took place |taking place |convened )?)?` +
		`(?:(?:in|at) (?:the )?([A-Z][^\s,.;]*(?: [A-Z][^\s,.;]*)*),? )?` +
		`from (\d{1,2})(?: ([A-Z][a-z]+))?(?: (\d{4}))? to (\d{1,2}) ([A-Z][a-z]+) (\d{4})`)
	// The body whose session it is, where it is not the house.
	othersSession = compile(`\b(?:Working Group|Committee|Commission|Subcommittee|Bureau|Board|Group)\b[^.;]*$`)
)

var (
	sessionGate = gateOf(sessionHeld)
	fromGate    = newGate("from ")
)

// sessions states when and where the house met or will meet, from the title
// and from the report's own paragraphs.
func (s *stater) sessions() {
	if s.tree.Body == "" {
		return
	}
	s.sessionsIn(s.tree.Title)
	for _, p := range s.tree.Paragraphs {
		if p.Kind != narrative && p.Kind != decided {
			continue
		}
		for _, part := range p.Parts {
			if sessionGate.in(part) && fromGate.in(part) {
				s.sessionsIn(part.S)
			}
		}
	}
}

func (s *stater) sessionsIn(text string) {
	if !strings.Contains(text, "session") {
		return
	}
	house, _ := names.BodyByCode(s.tree.Body)
	for _, m := range sessionHeld.findAll(text) {
		n := names.OrdinalNumber(text[m[2]:m[3]])
		before := text[:m[0]]
		if i := strings.LastIndexAny(before, ".;"); i >= 0 {
			before = before[i:]
		}
		if n == 0 || othersSession.MatchString(strings.ReplaceAll(strings.ReplaceAll(before, house.Name, ""), house.Short, "")) {
			continue
		}
		group := func(i int) string {
			if m[2*i] < 0 {
				return ""
			}
			return text[m[2*i]:m[2*i+1]]
		}
		month, year := group(4), group(5)
		if month == "" {
			month = group(7)
		}
		if year == "" {
			year = group(8)
		}
		first := parseDate(fmt.Sprintf("%s %s %s", group(3), month, year))
		last := parseDate(fmt.Sprintf("%s %s %s", group(6), group(7), group(8)))
		if first == "" || last == "" || last < first {
			continue
		}
		id := s.session(s.tree.Body, itoa(n))
		s.fact(id, "date", first)
		s.fact(id, "endDate", last)
		s.fact(id, "place", group(2))
	}
}
