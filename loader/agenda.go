package loader

import (
	"context"
	"strconv"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
)

// A heading of an annex that prints the agenda of a session.
var agendaOf = compile(`(?i)^(?:annex[^:]*:? )?((?:draft )?provisional |draft )?agenda (?:for|of) (?:the|its) ` +
	`(` + ordinalPattern + `) (?:regular |annual |substantive )?session\b`)

// agendas reads the items of agendas that are printed in annexes, each in the
// session for which the agenda is, and where it is printed.
func agendas(ctx context.Context, t *Tree) (found findings) {
	for _, p := range t.Paragraphs {
		if ctx.Err() != nil {
			return found
		}
		session, provisional := agendaSession(&found, t, p)
		_, mark, ok := strings.Cut(p.Locator, ".")
		if session == "" || !ok {
			continue
		}
		part := p.Parts[0]
		title := strings.Trim(part.S[p.Words:], " .;:")
		if title == "" {
			continue // a number without a title is no item
		}
		number, letter, _ := strings.Cut(mark, ".")
		if letter != "" {
			number += "(" + strings.ReplaceAll(letter, ".", ")(") + ")"
		}
		id := addAgendaItem(&found, session, number)
		found.fact(id, "title", title)
		if provisional {
			found.fact(id, "status", "provisional")
		}
		found.state(p, part, p.Words, len(strings.TrimRight(part.S, " .;:")), id, "containedIn", p.Source(t),
			qualifiers{{"rule", "printed agenda"}, {"confidence", "certain"}})
	}
	return found
}

// addAgendaItem makes an item of a session's agenda known by its number, as
// "4(b)", and gives its id.
func addAgendaItem(found *findings, session, number string) string {
	id := session + "/agenda/" + number
	found.newEntity(id, "AgendaItem", [2]string{"number", number}, [2]string{"partOf", session})
	return id
}

// agendaSession finds the session on whose agenda the items of an annex stand.
func agendaSession(found *findings, t *Tree, p *Paragraph) (id string, provisional bool) {
	if p.Kind != annexed || len(p.Headings) == 0 {
		return "", false
	}
	m := agendaOf.FindStringSubmatch(p.Headings[0])
	if m == nil {
		return "", false
	}
	n, body := names.OrdinalNumber(m[2]), t.speaker(p)
	if n == 0 || body == "" {
		return "", false
	}
	id = sessionID(body, strconv.Itoa(n))
	found.entity(graph.BodyID(body), "Body")
	found.session(body, strconv.Itoa(n))
	return id, m[1] != ""
}
