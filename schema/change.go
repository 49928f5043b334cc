package schema

import (
	"slices"

	"github.com/graphql-go/graphql"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
	"mandategraph/schema/guard"
)

// A change compares what the acts of two sessions say about a subject.
type change struct {
	*view
	earlier, later actSet
	links          []snapshot.Edge
}

// An actSet is the acts of one session about the subject, by id, and what they
// cite and whom they address.
type actSet struct {
	acts             []snapshot.Node
	cited, addressed []snapshot.Node
}

// changeRow is the root field that compares two sessions.
func (b *builder) changeRow() field {
	changes := b.object(
		"Changes",
		"What changed between two sessions: their acts, how the later ones rest on the earlier ones, and what is "+
			"newly or no longer cited and addressed. Lists are by id.",
		nil, b.changeRows,
	)
	session := func(name, doc string) argument { return argument{name: name, typ: required(graphql.ID), doc: doc} }
	return field{name: "changes", typ: required(changes), weight: limitWeight, effort: wordEffort("subject"),
		resolve: changesBetween,
		doc:     "What changed between two sessions, of all their acts or of those on a subject.",
		args: []argument{session("from", "The id of the earlier session."), session("to", "The id of the later session."),
			{
				name: "subject", typ: graphql.String,
				doc: "Only acts that have all these words in their title, or in one paragraph or mandate.",
			}}}
}

// changeRows are the fields of a comparison.
func (b *builder) changeRows() []field {
	list := func(name, doc string, typ graphql.Type, get func(change) any) field {
		return field{name: name, typ: listOf(typ), weight: inherit, doc: doc, resolve: of(get)}
	}
	act := b.objects["Act"]
	return []field{
		list("earlier", "The acts of the earlier session.", act, func(c change) any { return c.each(c.earlier.acts) }),
		list("later", "The acts of the later session.", act, func(c change) any { return c.each(c.later.acts) }),
		list(
			"links", "The statements by which later acts cite earlier ones, in the order of the texts.", b.link,
			func(c change) any { return c.list(c.links) },
		),
		list(
			"takenUp", "The earlier acts that a later one cites.", act,
			func(c change) any { return c.each(c.linked(targetEnd)) },
		),
		list(
			"leftAside", "The earlier acts that no later one cites.", act,
			func(c change) any { return c.each(without(c.earlier.acts, c.linked(targetEnd))) },
		),
		list(
			"begun", "The later acts that cite no earlier one.", act,
			func(c change) any { return c.each(without(c.later.acts, c.linked(sourceEnd))) },
		),
		list(
			"newlyCited", "What only later acts cite.", b.entity,
			func(c change) any { return c.each(without(c.later.cited, c.earlier.cited)) },
		),
		list(
			"noLongerCited", "What only earlier acts cite.", b.entity,
			func(c change) any { return c.each(without(c.earlier.cited, c.later.cited)) },
		),
		list(
			"newlyAddressed", "Whom only later acts ask to do something.", b.entity,
			func(c change) any { return c.each(without(c.later.addressed, c.earlier.addressed)) },
		),
		list(
			"noLongerAddressed", "Whom only earlier acts ask to do something.", b.entity,
			func(c change) any { return c.each(without(c.earlier.addressed, c.later.addressed)) },
		),
	}
}

func changesBetween(c call) (any, error) {
	sessions, err := c.starts([]string{c.string("from"), c.string("to")})
	if err != nil {
		return nil, err
	}
	v := c.request.view
	for i, n := range sessions {
		if v.Kind(n) != "Session" {
			return nil, guard.Refuse(guard.BadRequest, "%q is no session", guard.Shorten(c.string([]string{"from", "to"}[i])))
		}
	}
	about := func(snapshot.Node) bool { return true }
	if subject := c.string("subject"); subject != "" {
		acts, err := actsAbout(c, subject)
		if err != nil {
			return nil, err
		}
		about = func(n snapshot.Node) bool { return acts.(map[snapshot.Node]bool)[n] }
	}
	r := change{view: v, earlier: v.actsAt(sessions[0], about), later: v.actsAt(sessions[1], about)}
	if n := len(r.earlier.acts) + len(r.later.acts); n > c.request.options.MaxNodes {
		return nil, guard.Refuse(guard.TooComplex, "the sessions have %d acts; give a narrower subject", n)
	}
	for _, act := range r.later.acts {
		for _, e := range v.Out(act, citationRelations()...) {
			if _, target := v.Ends(e); slices.Contains(r.earlier.acts, target) {
				r.links = append(r.links, e)
			}
		}
	}
	return r, nil
}

// actsAt gathers the acts of a session that fit.
func (v *view) actsAt(session snapshot.Node, fits func(snapshot.Node) bool) actSet {
	var s actSet
	for _, act := range v.having("session", session, "Act") {
		if !fits(act) {
			continue
		}
		s.acts = append(s.acts, act)
		s.cited = append(s.cited, v.neighbours(act, (*snapshot.Snapshot).Out, targetEnd, citationRelations())...)
		s.addressed = append(s.addressed, v.neighbours(
			act, (*snapshot.Snapshot).Out, targetEnd, subRelations(graph.Addresses),
		)...)
	}
	for _, list := range []*[]snapshot.Node{&s.cited, &s.addressed} {
		slices.Sort(*list)
		*list = slices.Compact(*list)
	}
	return s
}

// linked lists the acts at one end of the links.
func (c change) linked(end ends) []snapshot.Node {
	var list []snapshot.Node
	for _, e := range c.links {
		list = append(list, end(c.Ends(e)))
	}
	slices.Sort(list)
	return slices.Compact(list)
}

func without(list, others []snapshot.Node) []snapshot.Node {
	return slices.DeleteFunc(slices.Clone(list), func(n snapshot.Node) bool { return slices.Contains(others, n) })
}

func (v *view) each(nodes []snapshot.Node) any {
	list := make([]entity, len(nodes))
	for i, n := range nodes {
		list[i] = entity{v, n}
	}
	return list
}
