package ask

import (
	"regexp"
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
	"mandategraph/graph/snapshot"
)

// Facts of meetings, as questions ask for them: who held an office, what a meeting
// did, what was before an item, how a vote came out.

// meetingPattern is a meeting by its number: the 8th meeting, meeting 8.
var meetingPattern = regexp.MustCompile(`(?i)^(?:meeting (?:no )?(\d+)|(\w+(?:-\w+)?) (?:plenary )?meeting)$`)

// meetingIn reads a meeting by its number; several have it where no session is
// named.
func (r *Reader) meetingIn(text string) []snapshot.Node {
	m := meetingPattern.FindStringSubmatch(text)
	if m == nil {
		return nil
	}
	number := m[1]
	if number == "" {
		if number = sessionNumber(strings.ToLower(m[2])); number == "" {
			if n := names.OrdinalNumber(m[2]); n > 0 {
				number = decimal(n)
			}
		}
	}
	if number == "" {
		return nil
	}
	var found []snapshot.Node
	for _, n := range r.Nodes("Meeting") {
		if id := r.ID(n); strings.HasSuffix(id, "/meeting/"+number) {
			found = append(found, n)
		}
	}
	return found
}

// itemIn reads an item of the agenda by its number.
func (r *Reader) itemIn(text string) []snapshot.Node {
	if m := itemPattern.FindStringSubmatch(text); m == nil || !strings.Contains(strings.ToLower(text), "item") {
		return nil
	}
	number := strings.ToLower(strings.ReplaceAll(text[strings.LastIndexByte(strings.ToLower(text), 'm')+1:], " ", ""))
	var found []snapshot.Node
	for _, n := range r.Nodes("AgendaItem") {
		if _, item, ok := strings.Cut(r.ID(n), "/agenda/"); ok && item == number {
			found = append(found, n)
		}
	}
	return found
}

// narrowed are the meetings, items or offices among several that belong to a
// session or body that the question names; all where none does.
func (c *composer) narrowed(nodes []snapshot.Node) []snapshot.Node {
	var owners []string
	for _, n := range slices.Concat(c.Sessions, c.Bodies, c.things()) {
		if kind := c.Kind(n); kind == "Session" || kind == "Body" {
			owners = append(owners, strings.TrimPrefix(c.ID(n), "body/"))
		}
	}
	list := slices.DeleteFunc(slices.Clone(nodes), func(n snapshot.Node) bool {
		_, id, _ := strings.Cut(c.ID(n), "/")
		return !slices.ContainsFunc(owners, func(owner string) bool {
			body, _, _ := strings.Cut(owner, "/session/")
			return strings.HasPrefix(id, owner+"/") || c.Kind(n) == "Role" && strings.HasPrefix(id, body+"/")
		})
	})
	if len(list) == 0 {
		return nodes
	}
	return list
}

// narrowNames leaves of each name that means several things those that belong to
// what else the question names.
func (c *composer) narrowNames() {
	for i, name := range c.Names {
		if len(name.Nodes) > 1 && slices.Contains(severalKinds, c.Kind(name.Nodes[0])) {
			c.Names[i].Nodes = c.narrowed(name.Nodes)
		}
	}
}

// ofKind are all entities of a kind that the question names, narrowed.
func (c *composer) ofKind(kind string) []snapshot.Node {
	list := slices.DeleteFunc(c.things(), func(n snapshot.Node) bool { return c.Kind(n) != kind })
	return c.narrowed(list)
}

// officers answers who held offices.
func (c *composer) officers() bool {
	roles := c.rolesAsked()
	chosen := []string{"elects", "appoints", "designates", "nominates", "holdsOffice"}
	if len(roles) == 0 || c.Words != "" || slices.ContainsFunc(c.Clauses, func(cl clause) bool {
		return slices.ContainsFunc(cl.Relations, func(name string) bool { return name != "chairs" && !slices.Contains(chosen, name) })
	}) {
		return false
	}
	if _, ofAct := c.first("Act", "Document"); ofAct || c.Wanted != nil && c.Wanted.kind == "Mandate" {
		return false
	}
	if !c.ofOwners(roles) || len(roles) > maxCandidates || len(c.ownersOfOffices()) == 0 && c.ofManyBodies(roles) ||
		c.Operation != opList && c.Operation != opDescribe {
		return false
	}
	c.u.tentative = true
	c.Sessions = append(c.Sessions, c.ofKind("Session")...)
	if sessions := c.Sessions; len(sessions) > 0 {
		c.keeps = append(c.keeps, func(t telling, r row) bool { return t.reportsOn(r, sessions) })
	}
	if since, until := c.Since, c.Until; since != "" || until != "" {
		c.keeps = append(c.keeps, func(t telling, r row) bool { return t.reportedIn(r, since, until) })
	}
	c.declare("objects", "[ID!]", c.idsOf(roles))
	c.declare("relations", "[RelationName!]", []any{"holdsOffice", "nominates"})
	c.text("statements(objects: $objects, relations: $relations, first: 100, after: $after) " +
		strings.Replace(edgeFields, "function", "function state { id title }", 1))
	c.Operation, c.Wanted, c.Names, c.Clauses = "who held or nominated for the office", nil, []term{{Nodes: roles}}, nil
	f := c.form()
	f.lists, f.columns = []string{"statements"}, []column{inChaired, inRelation, inChair, inOrigin, inDocument}
	c.u.support = func() []snapshot.Node { return c.tellingOffices(roles) }
	return true
}

// reportsOn says that a statement stands in a report on one of some sessions.
func (t telling) reportsOn(r row, sessions []snapshot.Node) bool {
	document, _, _ := strings.Cut(str(r, "paragraph"), "#")
	n, ok := t.Lookup(document)
	if !ok {
		return false
	}
	s, ok := t.Lookup(t.Text(n, "session"))
	return ok && slices.Contains(sessions, s)
}

// events tells what is known of a meeting, a person or an item: the statements both
// ways.
func (c *composer) events() bool {
	if len(c.Clauses) > 0 && !c.onlyDoes() || c.Words != "" {
		return false
	}
	for _, kind := range []string{"Meeting", "AgendaItem", "Person"} {
		if list := c.ofKind(kind); len(list) > 0 && len(list) <= maxCandidates {
			relations := []string{}
			if kind == "AgendaItem" && c.asksDocuments() {
				relations = []string{"hasBefore"}
			}
			c.bothWays(list, relations)
			return true
		}
	}
	return false
}

// onlyDoes says that the verbs of the question are considered or spoke and the like,
// which a meeting's statements tell anyway.
func (c *composer) onlyDoes() bool {
	return !slices.ContainsFunc(c.Clauses, func(cl clause) bool {
		return !slices.ContainsFunc(cl.Relations, func(name string) bool {
			return slices.Contains([]string{"considers", "adopts", "speaksOn"}, name)
		})
	})
}

func (c *composer) asksDocuments() bool {
	return c.Wanted != nil && c.Wanted.kind == "Document" || strings.Contains(c.question, "document")
}

// bothWays asks for the statements that some entities make and that are made of
// them.
func (c *composer) bothWays(nodes []snapshot.Node, relations []string) {
	c.declare("ids", "[ID!]", c.idsOf(nodes))
	c.declare("relations", "[RelationName!]", anys(relations))
	fields := strings.Replace(edgeFields, "function", "function state { id title }", 1)
	c.text("does: statements(subjects: $ids, relations: $relations, first: 100, after: $afterDoes) " + fields +
		"\n  isDone: statements(objects: $ids, relations: $relations, first: 100, after: $afterIsDone) " + fields)
	f := c.form()
	f.lists, f.columns = []string{"does", "isDone"}, []column{inSubject, inRelation, inObjectTitle, inOrigin, inBehalf, inDocument}
	switch kind := c.Kind(nodes[0]); {
	case kind == "Meeting" || kind == "AgendaItem":
		c.u.support = func() (list []snapshot.Node) {
			for _, n := range nodes {
				list = append(list, c.tellingOf(n, "speaksOn", "considers", "chairs")...)
			}
			return list
		}
	case len(nodes) == 1 && kind == "Person":
		c.u.support = func() []snapshot.Node { return c.printedIn(c.Title(nodes[0]), shownSupport) }
		c.u.marked = c.Title(nodes[0])
	}
	c.u.lists["things"] = nodes
}

// outcomes answers how an act or draft fared: what was decided on it, how, and with
// which votes.
func (c *composer) outcomes() bool {
	adopts := len(c.Clauses) == 1 && slices.Equal(c.Clauses[0].Relations, []string{"adopts"})
	votes := len(c.Clauses) == 1 && c.voteOnly()
	became := (c.Operation == opFollow || c.Operation == opLife) && c.namesDocument()
	asks := c.Operation == opOutcome || became || c.asksVotes() || votes ||
		c.Operation == opWhether && (c.saysOutcome || adopts && c.namesDocument())
	state, ofState := c.first("State")
	n, ok := c.first("Act", "Document")
	if !asks || !ok || ofState && state != n && c.Operation != opWhether {
		return false
	}
	if acts := c.actsNamed(); len(acts) > 1 && (c.asksVotes() || votes) {
		c.votesOnSeveral(acts)
		return true
	}
	c.u.nodes["thing"] = n
	c.declare("thing", "ID!", c.ID(n))
	c.declare("relations", "[RelationName!]", anys(append(slices.Clone(voting), "draftOf", "adoptedAt")))
	c.text("node(id: $thing) {\n    ...Named\n    ... on Entity {\n      properties { name value }\n" +
		"      relationsTo(types: $relations, first: 100, after: $afterRelationsTo) " + edgeFields + "\n" +
		"      relations(types: $relations, first: 100, after: $afterRelations) " + edgeFields + "\n    }\n  }")
	f := c.form()
	f.header, f.lists = "How {thing} fared:", []string{"node.properties", "node.relationsTo", "node.relations"}
	f.columns, f.keep, f.remark = []column{inFared, inFaredValue, inDocument}, isOutcome, votesTold
	if c.Operation == opWhether && c.isAct(n) && c.mannerAsked() != nil {
		question := c.question
		f.judged = func(t telling) (*bool, string) { return t.judgeManner(n, question) }
	}
	c.u.support = func() []snapshot.Node { return c.tellingOf(n, "adoptedAt", "draftOf", "submits", "sponsors") }
	c.u.marked = strings.TrimPrefix(c.ID(n), "document/")
	return true
}

// voteOnly says that the one clause of a question is how something was voted on, or
// who voted in a way in which nobody is known to have voted.
func (c *composer) voteOnly() bool {
	cl := c.Clauses[0]
	if !cl.is(voting...) {
		return false
	}
	n, ok := cl.Object.one()
	nobody := ok && c.isAct(n) && len(c.In(n, cl.Relations...)) == 0
	return c.Wanted == nil && slices.Equal(cl.Relations, voting) || nobody && len(cl.Subject.Nodes) == 0
}

func (c *composer) namesDocument() bool {
	_, ok := c.first("Document")
	return ok
}

// outcomeProperties are those that tell how a proposal fared.
var outcomeProperties = []string{"outcome", "procedure", "votesFor", "votesAgainst", "abstentions", "adoptedOn", "status"}

func isOutcome(_ telling, r row) bool {
	return str(r, "relation") != "" || slices.Contains(outcomeProperties, str(r, "name"))
}

func fared(t telling, r row) string {
	if relation := str(r, "relation"); relation != "" {
		return graph.Spaced(relation)
	}
	return aspectName(t, r)
}

func faredValue(t telling, r row) string {
	if str(r, "relation") == "" {
		return aspectValue(t, r)
	}
	thing := t.u.nodes["thing"]
	if n, ok := t.Lookup(str(r, "source")); ok && n != thing {
		return t.calledByID(str(r, "source"))
	}
	return t.calledByID(str(r, "target"))
}

// objectTitle is what a statement is about, with its title.
func objectTitle(t telling, r row) string {
	name := objectOf(t, r)
	if n, ok := t.Lookup(str(r, "target")); ok && t.Kind(n) == "Role" {
		return t.inFull(n)
	}
	if n, ok := t.Lookup(str(r, "target")); ok && t.Title(n) != "" && !strings.Contains(name, t.Title(n)) {
		name += " " + t.Title(n)
	}
	return name
}
