package ask

import (
	"slices"
	"strings"

	"mandategraph/graph/snapshot"
)

// Which offices a question asks for that does not name them: who chaired the
// Commission, its officers.

// rolesAsked are the offices that a question names, or those of the bodies that it asks
// the officers or the chair of.
func (c *composer) rolesAsked() []snapshot.Node {
	chairs := c.Wanted != nil && slices.Equal(c.Wanted.relations, []string{"chairs"}) ||
		len(c.Clauses) == 1 && slices.Equal(c.Clauses[0].Relations, []string{"chairs"})
	named := c.ofKind("Role")
	all := c.Wanted != nil && c.Wanted.kind == "Role"
	if _, meeting := c.first("Meeting"); meeting || !chairs && !all {
		return named
	}
	for _, owner := range c.ownersOfOffices() {
		for _, n := range c.Nodes("Role") {
			office, of := strings.CutPrefix(c.ID(n), "role/"+owner+"/")
			if of && !strings.Contains(office, "/") && (all || presiding.MatchString(office)) && !slices.Contains(named, n) {
				named = append(named, n)
			}
		}
	}
	if len(named) > 0 && chairs {
		c.Wanted = nil
	}
	return c.narrowed(named)
}

// ownersOfOffices are the codes of the bodies whose officers are asked for.
func (c *composer) ownersOfOffices() (codes []string) {
	for _, n := range slices.Concat(c.things(), c.Sessions, c.Bodies) {
		code, _, _ := strings.Cut(strings.TrimPrefix(c.ID(n), "body/"), "/session/")
		if kind := c.Kind(n); (kind == "Body" || kind == "Session") && !slices.Contains(codes, code) {
			codes = append(codes, code)
		}
	}
	return codes
}

// reportedIn says that a statement stands in a document of a time.
func (t telling) reportedIn(r row, since, until string) bool {
	document, _, _ := strings.Cut(str(r, "paragraph"), "#")
	n, ok := t.Lookup(document)
	return ok && t.within(n, since, until)
}

// tellingOffices are the paragraphs that tell who held some offices, in the documents of
// the session and the time that the question names.
func (c *composer) tellingOffices(roles []snapshot.Node) (list []snapshot.Node) {
	for _, role := range roles {
		for _, e := range c.In(role, "holdsOffice", "nominates") {
			p, ok := c.Lookup(c.Evidence(e).Paragraph)
			if !ok || slices.Contains(list, p) {
				continue
			}
			document := c.wholeOf(p)
			session, _ := c.Lookup(c.Text(document, "session"))
			if c.isDated(document, c.Since, c.Until) && (len(c.Sessions) == 0 || slices.Contains(c.Sessions, session)) {
				list = append(list, p)
			}
		}
	}
	slices.Sort(list)
	return list
}

// fewBodies is of how many bodies the officers are told where none is named.
const fewBodies = 3

// ofManyBodies says that offices are those of more bodies than an answer is about.
func (c *composer) ofManyBodies(roles []snapshot.Node) bool {
	bodies := map[string]bool{}
	for _, n := range roles {
		bodies[c.bodyOfRole(n)] = true
	}
	return len(bodies) > fewBodies
}

// ofOwners says that some of the offices are of the bodies that the question names, where
// it names any: the rapporteur of one commission is none of another.
func (c *composer) ofOwners(roles []snapshot.Node) bool {
	owners := c.ownersOfOffices()
	return len(owners) == 0 || slices.ContainsFunc(roles, func(n snapshot.Node) bool {
		body := c.bodyOfRole(n)
		return slices.ContainsFunc(owners, func(owner string) bool { return body == owner || strings.HasPrefix(body, owner+"/") })
	})
}
