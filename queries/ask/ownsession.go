package ask

import (
	"regexp"
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// Whose session a question means that gives only its number.

// numberedSession matches a session by its number and nothing else: the 24th session,
// session 12.
var numberedSession = regexp.MustCompile(`(?i)^(?:session \d+|[\w-]+ session)$`)

// ownSessions leaves of a session that is named by its number only those of the bodies
// that the question names: the 24th session of the Permanent Forum is none of another
// body, also where nothing is known of it.
func (p *parser) ownSessions() {
	owners := p.ownersNamed()
	for i := range p.parts {
		q := p.at(i)
		if !p.ofKinds(i, "Session") || !numberedSession.MatchString(q.text) || len(owners) == 0 {
			continue
		}
		if number := sessionNumber(strings.ToLower(strings.Fields(q.text)[0])); number != "" {
			q.nodes = p.sessionsOf(func(body string) bool { return slices.Contains(owners, body) }, number)
		} else {
			q.nodes = slices.DeleteFunc(slices.Clone(q.nodes), func(n snapshot.Node) bool {
				owner, _, _ := strings.Cut(p.ID(n), "/session/")
				return !slices.Contains(owners, owner)
			})
		}
		if len(q.nodes) == 0 {
			q.near = closenesses
		}
	}
}

// ownersNamed are the bodies that a question names, by their ids: the adopters of
// what it names are among them.
func (p *parser) ownersNamed() (ids []string) {
	for i := range p.parts {
		if len(p.at(i).nodes) > maxReadings {
			continue
		}
		for _, n := range p.at(i).nodes {
			switch p.Kind(n) {
			case "Body":
				ids = append(ids, p.ID(n))
			case "Act":
				ids = append(ids, graph.BodyID(p.OwnerOf(n)))
			}
		}
	}
	return ids
}
