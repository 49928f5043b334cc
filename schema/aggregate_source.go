package schema

import (
	"context"
	"iter"
	"slices"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
	"mandategraph/schema/guard"
)

// Statements lists the statements of a snapshot that fit a filter: an object with
// the members of the input type StatementFilter, whose far end is the target. A
// member that there is not, or a value that does not fit, is a [guard.Fault].
func (a *API) Statements(
	ctx context.Context, snap *snapshot.Snapshot, filter map[string]any,
) ([]snapshot.Edge, error) {
	c, err := a.filteredCall(ctx, snap, filter)
	if err != nil {
		return nil, err
	}
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

// Entities lists the entities of a kind of a snapshot that fit a filter: an object with
// the members of the input type of the kind's list, such as ActFilter. A kind or member
// that there is not, or a value that does not fit, is a [guard.Fault].
func (a *API) Entities(
	ctx context.Context, snap *snapshot.Snapshot, kind string, filter map[string]any,
) ([]snapshot.Node, error) {
	t := a.schema.Type(kind + "Filter")
	if _, known := graph.KindByName(kind); !known || t == nil {
		return nil, guard.Refuse(guard.BadRequest, "there is no kind %q", guard.Shorten(kind))
	}
	coerced, problem := a.coerce(t, filter)
	if problem != "" {
		return nil, guard.Refuse(guard.BadRequest, "filter: %s", problem)
	}
	v := a.viewOf(snap)
	c := call{ctx: ctx, request: a.request(ctx, v)}
	holds, err := c.fitting(a.kindFilters[kind], coerced.(map[string]any))
	if err != nil {
		return nil, err
	}
	nodes := slices.DeleteFunc(slices.Clone(v.Nodes(kind)), func(n snapshot.Node) bool {
		return c.request.stopped() || !holds(entity{v, n})
	})
	return nodes, ctx.Err()
}

// filteredCall is a call with a filter of statements as it comes from elsewhere than a
// query.
func (a *API) filteredCall(ctx context.Context, snap *snapshot.Snapshot, filter map[string]any) (call, error) {
	coerced, problem := a.coerce(a.schema.Type("StatementFilter"), filter)
	if problem != "" {
		return call{}, guard.Refuse(guard.BadRequest, "filter: %s", problem)
	}
	r := a.request(ctx, a.viewOf(snap))
	return call{ctx: ctx, request: r, args: map[string]any{"filter": coerced}}, nil
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
