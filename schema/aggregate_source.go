package schema

import (
	"context"
	"iter"
	"slices"

	"mandategraph/graph/snapshot"
	"mandategraph/schema/guard"
)

// Statements lists the statements of a snapshot that fit a filter: an object with
// the members of the input type StatementFilter, whose far end is the target. A
// member that there is not, or a value that does not fit, is a [guard.Fault].
func (a *API) Statements(
	ctx context.Context, snap *snapshot.Snapshot, filter map[string]any,
) ([]snapshot.Edge, error) {
	coerced, problem := a.coerce(a.schema.Type("StatementFilter"), filter)
	if problem != "" {
		return nil, guard.Refuse(guard.BadRequest, "filter: %s", problem)
	}
	v := a.viewOf(snap)
	c := call{ctx: ctx, request: a.request(ctx, v), args: map[string]any{"filter": coerced}}
	statements, err := c.statementsCounted(a.filters)
	if err != nil {
		return nil, err
	}
	var edges []snapshot.Edge
	for s := range statements {
		edges = append(edges, s.edge)
	}
	return edges, ctx.Err()
}

// Mandates lists the statements by which mandates of a snapshot ask somebody, of those
// that fit a filter: an object with the members of the input type MandateFilter. A
// member that there is not, or a value that does not fit, is a [guard.Fault].
func (a *API) Mandates(
	ctx context.Context, snap *snapshot.Snapshot, filter map[string]any,
) ([]snapshot.Edge, error) {
	coerced, problem := a.coerce(a.schema.Type("MandateFilter"), filter)
	if problem != "" {
		return nil, guard.Refuse(guard.BadRequest, "mandates: %s", problem)
	}
	v := a.viewOf(snap)
	c := call{ctx: ctx, request: a.request(ctx, v), args: map[string]any{"filter": coerced}}
	mandates, err := c.fittingOf("Mandate", a.duties)
	var edges []snapshot.Edge
	for _, n := range mandates {
		act, id := entity{v, n}.owning().node, v.ID(n)
		for _, e := range v.Out(act) {
			if v.Qualifier(e, "mandate") == id {
				edges = append(edges, e)
			}
		}
	}
	return edges, err
}

// thingsCounted gives what the argument of says, as far as it fits the argument filter.
func (c call) thingsCounted(filters []statementFilter, acts []filter) (iter.Seq[counted], error) {
	switch c.string("of") {
	case "ACTS":
		return c.actsCounted(acts)
	case "MANDATES":
		statements, err := c.statementsCounted(filters)
		return c.mandatesCounted(statements), err
	}
	return c.statementsCounted(filters)
}

// actsCounted gives the acts that fit the member source of the argument filter; an act
// has no other end and no relation, so that the other members are refused.
func (c call) actsCounted(filters []filter) (iter.Seq[counted], error) {
	given, _ := c.args["filter"].(map[string]any)
	for name, value := range given {
		if name != "source" && value != nil {
			return nil, guard.Refuse(guard.BadRequest, "filter: acts are counted by source alone, not by %s", name)
		}
	}
	source, _ := given["source"].(map[string]any)
	holds, err := c.fitting(filters, source)
	return func(yield func(counted) bool) {
		v := c.request.view
		for n := range slices.Values(v.Nodes("Act")) {
			if c.request.stopped() || holds(entity{v, n}) && !yield(counted{source: n}) {
				return
			}
		}
	}, err
}

// statementsCounted gives the statements that fit the argument filter.
func (c call) statementsCounted(filters []statementFilter) (iter.Seq[counted], error) {
	v := c.request.view
	holds, err := c.statementCondition(filters)
	return func(yield func(counted) bool) {
		for e := range snapshot.Edge(v.Edges()) {
			if c.request.stopped() {
				return
			}
			source, target := v.Ends(e)
			if !holds(statement{v, e, target}) {
				continue
			}
			thing := counted{source: source, relation: v.Relation(e), edge: e}
			if target != snapshot.NoNode {
				thing.targets = []snapshot.Node{target}
			}
			if !yield(thing) {
				return
			}
		}
	}, err
}

// mandatesCounted puts together the statements of each mandate: one for each of its
// addressees.
func (c call) mandatesCounted(statements iter.Seq[counted]) iter.Seq[counted] {
	v := c.request.view
	return func(yield func(counted) bool) {
		places := map[string]int{}
		var mandates []counted
		for s := range statements {
			id := v.Qualifier(s.edge, "mandate")
			if id == "" {
				continue
			}
			i, known := places[id]
			if !known {
				i = len(mandates)
				places[id] = i
				mandates = append(mandates, counted{source: s.source, relation: s.relation})
			}
			mandates[i].targets = append(mandates[i].targets, s.targets...)
		}
		for _, m := range mandates {
			if !yield(m) {
				return
			}
		}
	}
}
