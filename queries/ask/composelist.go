package ask

import (
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// Lists that are composed: statements with one side named, statements of a time,
// acts, mandates, parts of sessions.

// far is the filter on what is wanted, at the far end of a statement.
func (c *composer) far() map[string]any {
	filter := map[string]any{}
	if len(c.Clauses) > 0 && c.actorsDo(c.Clauses[0]) && c.Clauses[0].Subject.Wanted {
		return filter // sponsors have no body, session or date
	}
	acts := c.Wanted != nil && c.Wanted.kind == "Act"
	if c.Wanted != nil && !slices.Contains([]string{"", "State", "Mandate", "Paragraph"}, c.Wanted.kind) {
		filter["kinds"] = []any{c.Wanted.kind}
	}
	if len(c.Bodies) == 1 {
		filter["body"] = strings.TrimPrefix(c.ID(c.Bodies[0]), "body/")
	}
	if len(c.Bodies) > 1 {
		c.keep(func(t telling, n snapshot.Node) bool { return slices.Contains(c.Bodies, c.owner(n)) })
	}
	for name, value := range map[string]string{"since": c.Since, "until": c.Until} {
		if value != "" {
			filter[name] = value
		}
	}
	if acts && c.Wanted.actKind != "" {
		kind := c.Wanted.actKind
		c.keep(func(t telling, n snapshot.Node) bool {
			_, k, _, _ := graph.SplitActID(t.ID(n))
			return k == kind
		})
	}
	if len(c.Sessions) > 0 {
		c.keep(func(t telling, n snapshot.Node) bool {
			s, ok := c.Lookup(t.Text(n, "session"))
			return ok && slices.Contains(c.Sessions, s)
		})
	}
	if c.Words != "" {
		about := c.ActsAbout(c.ctx, c.Words)
		c.keep(func(_ telling, n snapshot.Node) bool { return about[n] })
	}
	return filter
}

// owner is the body that adopted an act.
func (r *Reader) owner(n snapshot.Node) snapshot.Node {
	if b, ok := r.Lookup(graph.BodyID(r.OwnerOf(n))); ok {
		return b
	}
	return snapshot.NoNode
}

// keep adds a condition on the entity of a result.
func (c *composer) keep(holds func(t telling, n snapshot.Node) bool) {
	c.keeps = append(c.keeps, func(t telling, r row) bool { return holds(t, t.node(r)) })
}

// edges asks for the statements of an entity in one direction: relations,
// relationsTo, citations or citedBy.
func (c *composer) edges(variable string, n snapshot.Node, field string, relations []string, filter map[string]any) {
	c.u.nodes[variable] = n
	c.u.seeks = soughtRelation{variable, relations, field == "relationsTo"}
	c.declare(variable, "ID!", c.ID(n))
	arguments := "first: 100, after: $after"
	if len(relations) <= manyRelations {
		c.declare("relations", "[RelationName!]", anys(relations))
		arguments += ", types: $relations"
	} else {
		c.keeps = append(c.keeps, func(_ telling, r row) bool { return slices.Contains(relations, str(r, "relation")) })
	}
	if len(filter) > 0 {
		c.declare("filter", "StatementFilter", filter)
		arguments += ", filter: $filter"
	}
	c.text("node(id: $" + variable + ") {\n    ...Named\n    ... on Entity { " + field + "(" + arguments + ") " +
		edgeFields + " }\n  }")
	c.form().lists = []string{"node." + field}
	if field == "relationsTo" {
		c.form().sorted = true
	}
}

// manyRelations is more than a query may name; the results are then looked through.
const manyRelations = 90

// ownWay are the operations that a list does not perform.
var ownWay = []string{opUntil, opLineage, opFollow, opPath, opCompare, opReport, opDuties, opDraft, opByYear, opMost}

// oneSided asks for the statements of the one entity that a clause names. Further
// clauses must hold as well.
func (c *composer) oneSided() bool {
	main := slices.IndexFunc(c.Clauses, func(cl clause) bool {
		return len(cl.Subject.Nodes) > 0 && cl.Object.empty() || len(cl.Subject.Nodes) > 0 && cl.Object.Wanted ||
			len(cl.Object.Nodes) > 0 && (cl.Subject.Wanted || cl.Subject.empty())
	})
	if main < 0 || len(c.Names) > 0 || c.saysOutcome || slices.Contains(ownWay, c.Operation) {
		return false
	}
	cl := c.Clauses[main]
	c.describesSubject(cl)
	if c.Words != "" && len(cl.Subject.Nodes) > 0 && c.isAct(cl.Subject.Nodes[0]) {
		return c.says() // what does 778 decide about frozen assets
	}
	if len(cl.Object.Nodes) > 1 && c.actorsDo(cl) && !strings.Contains(c.question, "both") {
		c.ofSeveral(cl)
		return true
	}
	if len(cl.Subject.Nodes) > 0 {
		return c.fromSubject(cl, main)
	}
	if slices.Equal(cl.Relations, []string{"adopts"}) && c.isAct(cl.Object.Nodes[0]) {
		return c.saved("adoption", map[string]snapshot.Node{"act": cl.Object.Nodes[0]})
	}
	field, relations := "relationsTo", cl.relations()
	c.alsoHold(main)
	duties := c.Wanted != nil && c.Wanted.kind == "Mandate" || cl.Passive && (c.Wanted == nil || c.Wanted.kind == "")
	if cl.asks() && duties {
		c.mandates(map[string]any{"addressee": c.ID(cl.Object.Nodes[0]), "relations": anys(cl.Relations)})
		return true
	}
	c.edges("thing", cl.Object.Nodes[0], field, relations, c.far())
	c.form().columns = c.columnsFor(true)
	c.form().decides = c.Operation == opWhether
	c.extra(cl.Object.Nodes[1:], relations)
	return true
}

// ofSeveral asks who does something to any of several acts, which the columns tell.
func (c *composer) ofSeveral(cl clause) {
	c.declare("objects", "[ID!]", c.idsOf(cl.Object.Nodes))
	c.declare("relations", "[RelationName!]", anys(cl.relations()))
	c.text("statements(objects: $objects, relations: $relations, first: 100, after: $after) " + edgeFields)
	f := c.form()
	f.lists, f.columns = []string{"statements"}, []column{inObject, inRelation, inSubject, inDocument}
	if cl.is("sponsors", "submits") || cl.is("sponsors") {
		f.lead = sponsorsBeside
	}
}

// columnsFor are the columns of statements, by whether what is wanted does what is
// stated.
func (c *composer) columnsFor(does bool) []column {
	actors := c.Wanted != nil && c.Wanted.kind == "State" ||
		c.Wanted != nil && c.Wanted.word == "who" && len(c.Clauses) > 0 && c.actorsDo(c.Clauses[0])
	switch {
	case does && actors:
		return []column{inRelation, inDocument, inWho}
	case does:
		return []column{inNumber, inBody, inDate, inVerb, inPlace, inEnd, inTitle}
	}
	return []column{inNumber, inBody, inDate, inVerb, inLocator, inEnd, inTitle}
}

// actorsDo says that States and others do what a clause says, not acts.
func (c *composer) actorsDo(cl clause) bool {
	for _, name := range cl.Relations {
		if rel, ok := graph.RelationByName(name); ok && slices.Contains(rel.From, "State") {
			return true
		}
	}
	return false
}

// extra keeps what does the same to further entities: recalls both.
func (c *composer) extra(further []snapshot.Node, relations []string) {
	for _, other := range further {
		c.keep(func(t telling, n snapshot.Node) bool {
			return slices.ContainsFunc(t.In(other, relations...), func(e snapshot.Edge) bool {
				source, _ := t.Ends(e)
				return source == n
			})
		})
	}
}

// alsoHold adds the other clauses as conditions on what is wanted.
func (c *composer) alsoHold(main int) {
	for i, cl := range c.Clauses {
		if i == main {
			continue
		}
		switch relations := cl.relations(); {
		case slices.Equal(relations, []string{"adopts"}):
			for _, n := range cl.Subject.Nodes {
				c.Bodies = append(c.Bodies, n)
			}
		case len(cl.Object.Nodes) > 0:
			c.extra(cl.Object.Nodes, relations)
		case len(cl.Subject.Nodes) > 0:
			subject := cl.Subject.Nodes[0]
			c.keep(func(t telling, n snapshot.Node) bool {
				return slices.ContainsFunc(t.Out(subject, relations...), func(e snapshot.Edge) bool {
					_, target := t.Ends(e)
					return target == n
				})
			})
		}
	}
}

// fromSubject asks for what an act or actor does.
func (c *composer) fromSubject(cl clause, main int) bool {
	n := cl.Subject.Nodes[0]
	if c.Kind(n) == "Session" || c.Kind(n) == "Body" && c.adopting(n) {
		if c.Kind(n) == "Session" {
			c.Sessions = append(c.Sessions, cl.Subject.Nodes...)
		} else {
			c.Bodies = append(c.Bodies, cl.Subject.Nodes...)
		}
		c.Clauses[main].Subject = term{}
		return false
	}
	c.alsoHold(main)
	if len(cl.Subject.Nodes) > 1 && c.actorsDo(cl) {
		c.votedTogether(main)
		return true
	}
	field, relations := "relations", cl.relations()
	c.edges("act", n, field, relations, c.far())
	f := c.form()
	f.columns, f.details = c.columnsFor(false), clauses
	if cl.is(voting...) && c.Kind(n) == "State" {
		f.remark = unreadVotes(n, relations)
	}
	if c.isAct(n) {
		f.subject = "act"
	}
	f.decides = c.Operation == opWhether
	return true
}

// unsided asks for all statements of some relations, of a time or by a body.
func (c *composer) unsided() bool {
	if len(c.Clauses) != 1 || len(c.Names) > 0 {
		return false
	}
	cl := c.Clauses[0]
	if len(cl.Object.Nodes) > 0 || len(cl.Subject.Nodes) > 0 || cl.Cites {
		return false
	}
	if slices.Contains(cl.Relations, "adopts") {
		if c.Wanted == nil && (c.Since != "" || c.Until != "") {
			c.Wanted = &nounSense{word: "acts", kind: "Act"} // what was adopted on that day
		}
		c.Clauses = nil
		return c.lists()
	}
	if c.Words != "" {
		return false
	}
	if len(c.Bodies) == 0 && len(c.Sessions) == 0 && c.Since == "" && c.Until == "" {
		return false
	}
	if cl.asks() && len(c.Bodies) <= 1 && len(c.Sessions) == 0 {
		c.mandates(map[string]any{"relations": anys(cl.Relations)})
		return true
	}
	if len(cl.relations()) > manyRelations {
		return false // every mention of anything, which no query asks for
	}
	c.statements(cl)
	return true
}

// statements asks for the statements of a clause; those of its subjects that fit
// the filters are kept.
func (c *composer) statements(cl clause) {
	c.u.tentative = true
	c.declare("relations", "[RelationName!]", anys(cl.relations()))
	filter := map[string]any{}
	if w := c.Wanted; w != nil && w.kind != "" && w.kind != "Act" {
		filter["kinds"] = []any{w.kind}
	}
	c.declare("filter", "StatementFilter", filter)
	c.text("statements(relations: $relations, filter: $filter, first: 100, after: $after) " + edgeFields)
	bodies, sessions, since, until := c.Bodies, c.Sessions, c.Since, c.Until
	c.keeps = append(c.keeps, func(t telling, r row) bool {
		n, ok := t.Lookup(str(r, "source"))
		at := func(s snapshot.Node) bool { return t.Text(n, "session") == t.ID(s) }
		return ok && (len(bodies) == 0 || slices.Contains(bodies, t.owner(n))) &&
			(since == "" && until == "" || t.within(n, since, until)) &&
			(len(sessions) == 0 || slices.ContainsFunc(sessions, at))
	})
	f := c.form()
	f.lists, f.details = []string{"statements"}, clauses
	f.columns = []column{inSubject, inSubjectDate, inVerb, inObject, inEnd, inQuote}
}

// within says that the date of an entity lies in a time; not where it has none.
func (t telling) within(n snapshot.Node, since, until string) bool {
	date := t.Date(n)
	return date != "" && (since == "" || date >= since[:min(len(since), len(date))]) &&
		(until == "" || date[:min(len(date), len(until))] <= until)
}
