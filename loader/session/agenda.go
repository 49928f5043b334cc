package session

import (
	"context"
	"strconv"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
	"mandategraph/loader/cite"
	"mandategraph/loader/scan"
	"mandategraph/loader/tree"
)

// A heading of an annex that prints the agenda of a session.
var agendaOf = scan.Compile(`(?i)^(?:annex[^:]*:? )?((?:draft )?provisional |draft )?agenda (?:for|of) (?:the|its) ` +
	`(` + cite.OrdinalPattern + `) (?:regular |annual |substantive )?session\b`)

// Agendas reads the items of agendas that are printed in annexes, each in the
// session for which the agenda is, and where it is printed.
func Agendas(ctx context.Context, t *tree.Tree) (found tree.Findings) {
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
		found.Fact(id, "title", title)
		if provisional {
			found.Fact(id, "status", "provisional")
		}
		found.State(p, part, p.Words, len(strings.TrimRight(part.S, " .;:")), id, "containedIn", p.Source(t),
			tree.Qualifiers{{"rule", "printed agenda"}, {"confidence", "certain"}})
	}
	return found
}

// addAgendaItem makes an item of a session's agenda known by its number, as
// "4(b)", and gives its id.
func addAgendaItem(found *tree.Findings, session, number string) string {
	id := session + "/agenda/" + number
	found.NewEntity(id, "AgendaItem", [2]string{"number", number}, [2]string{"partOf", session})
	return id
}

// agendaSession finds the session on whose agenda the items of an annex stand.
func agendaSession(found *tree.Findings, t *tree.Tree, p *tree.Paragraph) (id string, provisional bool) {
	if p.Kind != tree.Annexed || len(p.Headings) == 0 {
		return "", false
	}
	m := agendaOf.FindStringSubmatch(p.Headings[0])
	if m == nil {
		return "", false
	}
	n, body := names.OrdinalNumber(m[2]), t.Speaker(p)
	if n == 0 || body == "" {
		return "", false
	}
	id = tree.SessionID(body, strconv.Itoa(n))
	found.Entity(graph.BodyID(body), "Body")
	found.Session(body, strconv.Itoa(n))
	return id, m[1] != ""
}
