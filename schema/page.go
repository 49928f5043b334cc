package schema

import (
	"encoding/base64"
	"slices"

	"github.com/graphql-go/graphql"

	"mandategraph/graph/snapshot"
	"mandategraph/schema/guard"
)

// Lists are connections as in the Relay cursor connections specification
// (https://relay.dev/graphql/connections.htm). A cursor names the statement or
// entity that it marks, so it stays good when other documents are loaded.

// pageArguments are the same on every connection.
var pageArguments = []argument{
	{name: "first", doc: "From the start.", typ: graphql.Int},
	{name: "after", doc: "After this cursor.", typ: graphql.String},
	{name: "last", doc: "From the end.", typ: graphql.Int},
	{name: "before", doc: "Before this cursor.", typ: graphql.String},
}

// paged adds the page arguments to those of a list.
func paged(args ...argument) []argument { return append(args, pageArguments...) }

// pageDoc describes PageInfo and, with it, the arguments of every connection.
const pageDoc = "Where a page stands in its list (https://relay.dev/graphql/connections.htm). " +
	"Every connection takes first and last, how many edges to return from the start or the end (20 from the start " +
	"where neither is given, at most 100), " +
	"and after and before, cursors between which the edges must lie."

// A sequence is anything that can be paged.
type sequence struct {
	length int
	// at makes the edge at a position, key the text that its cursor encodes.
	at  func(i int) any
	key func(i int) string
	// find is the position at which a key stands; ok is false where it does not
	// belong to this sequence.
	find func(key string) (i int, ok bool)
	// aspect is what facets count of the edge at a position; nil for lists of
	// what are no entities.
	aspect func(i int) aspect
	view   *view
}

// A connection is one page of a sequence: the edges from one position up to
// another.
type connection struct {
	sequence
	from, to int
}

// page cuts a page out of a sequence: after and before first, then first, then
// last, as section 4.4 of the specification says.
func (s sequence) page(c call) (any, error) {
	from, to := 0, s.length
	if cursor, ok := c.args["after"].(string); ok {
		i, err := s.position(cursor)
		if err != nil {
			return nil, err
		}
		from = i + 1
	}
	if cursor, ok := c.args["before"].(string); ok {
		i, err := s.position(cursor)
		if err != nil {
			return nil, err
		}
		to = max(from, i)
	}
	first, hasFirst := c.args["first"].(int)
	last, hasLast := c.args["last"].(int)
	if !hasFirst && !hasLast {
		first, hasFirst = c.request.options.DefaultPage, true
	}
	if hasFirst {
		to = min(to, from+first)
	}
	if hasLast {
		from = max(from, to-last)
	}
	return connection{s, from, max(from, to)}, nil
}

func (s sequence) position(cursor string) (int, error) {
	key, err := base64.RawURLEncoding.DecodeString(cursor)
	if err == nil {
		if i, ok := s.find(string(key)); ok {
			return i, nil
		}
	}
	return 0, guard.Refuse(guard.BadRequest, "the cursor %q does not belong to this list", guard.Shorten(cursor))
}

func encodeCursor(key string) string { return base64.RawURLEncoding.EncodeToString([]byte(key)) }

// entities pages nodes that are sorted by their numbers, or in any other order
// where sorted is false.
func (v *view) entities(nodes []snapshot.Node, sorted bool) sequence {
	return sequence{
		length: len(nodes),
		at:     func(i int) any { return entity{v, nodes[i]} },
		key:    func(i int) string { return v.ID(nodes[i]) },
		find: func(key string) (int, bool) {
			n, ok := v.Lookup(key)
			if !ok {
				return 0, false
			}
			if sorted {
				return slices.BinarySearch(nodes, n)
			}
			i := slices.Index(nodes, n)
			return i, i >= 0
		},
		aspect: func(i int) aspect { return aspect{node: nodes[i]} },
		view:   v,
	}
}

// statements pages edges that are in the order of their numbers, or in any other
// order where sorted is false; far is the end of each at which the page shows an
// entity.
func (v *view) statements(edges []snapshot.Edge, far ends, sorted bool) sequence {
	return sequence{
		length: len(edges),
		at:     func(i int) any { return statement{v, edges[i], far(v.Ends(edges[i]))} },
		key:    func(i int) string { return v.StatementNode(edges[i]) },
		find: func(key string) (int, bool) {
			e, ok := v.StatementByNode(key)
			if !ok {
				return 0, false
			}
			if sorted {
				return slices.BinarySearch(edges, e)
			}
			i := slices.Index(edges, e)
			return i, i >= 0
		},
		aspect: func(i int) aspect {
			e := edges[i]
			return aspect{far(v.Ends(e)), v.Relation(e), v.Qualifier(e, "until")}
		},
		view: v,
	}
}

// An edge of a connection: the value, and what its cursor encodes.
type connectionEdge struct {
	key   func(i int) string
	place int
	value any
}

func (e connectionEdge) cursor() any { return encodeCursor(e.key(e.place)) }

func (p connection) list() any {
	edges := make([]connectionEdge, p.to-p.from)
	for i := range edges {
		edges[i] = connectionEdge{p.key, p.from + i, p.at(p.from + i)}
	}
	return edges
}

// end is the cursor of the edge at a position, null where the page is empty.
func (p connection) end(i int) any {
	if p.from == p.to {
		return nil
	}
	return encodeCursor(p.key(i))
}

func pageInfoRows() []field {
	return []field{
		{
			name: "hasNextPage", typ: required(graphql.Boolean), doc: "Whether there are edges after this page.",
			resolve: of(func(p connection) any { return p.to < p.length }),
		},
		{
			name: "hasPreviousPage", typ: required(graphql.Boolean), doc: "Whether there are edges before this page.",
			resolve: of(func(p connection) any { return p.from > 0 }),
		},
		{
			name: "startCursor", typ: graphql.String, doc: "The cursor of the first edge of this page.",
			resolve: of(func(p connection) any { return p.end(p.from) }),
		},
		{
			name: "endCursor", typ: graphql.String, doc: "The cursor of the last edge of this page.",
			resolve: of(func(p connection) any { return p.end(p.to - 1) }),
		},
	}
}

// connectionRows are the fields of every connection; node gives the entity of
// an edge's value.
func (b *builder) connectionRows(edge *graphql.Object, node graphql.Output, entityOf func(any) any) []field {
	rows := []field{
		{
			name: "edges", typ: listOf(edge), weight: inherit, doc: "The edges of this page.",
			resolve: of(func(p connection) any { return p.list() }),
		},
		{
			name: "nodes", typ: required(graphql.NewList(node)), weight: inherit,
			doc: "The entities of this page, one for each edge.", resolve: of(func(p connection) any {
				nodes := make([]any, p.to-p.from)
				for i := range nodes {
					nodes[i] = entityOf(p.at(p.from + i))
				}
				return nodes
			}),
		},
		{
			name: "pageInfo", typ: required(b.pageInfo), weight: inherit, doc: "Whether and from where to go on.",
			resolve: of(func(p connection) any { return p }),
		},
		{
			name: "totalCount", typ: required(graphql.Int), doc: "The number of edges of all pages.",
			resolve: of(func(p connection) any { return p.length }),
		},
	}
	if b.showsEntities(node) {
		rows = append(rows, field{
			name: "distinctCount", typ: required(graphql.Int), doc: "The number of different entities on all pages.",
			resolve: with(func(p connection, c call) (any, error) { return p.distinct(c) }),
		}, field{
			name: "facets", typ: required(b.facets), doc: "The edges of all pages, counted by what they have in common.",
			resolve: of(func(p connection) any { return facets{p.view, p.length, p.aspect} }),
		})
	}
	return rows
}

// distinct counts the entities that the edges of all pages show.
func (p connection) distinct(c call) (any, error) {
	shown := map[snapshot.Node]struct{}{}
	for i := range p.length {
		if c.request.stopped() {
			return nil, errLate
		}
		if n := p.aspect(i).node; n != snapshot.NoNode {
			shown[n] = struct{}{}
		}
	}
	return len(shown), nil
}

// showsEntities tells lists of entities from those of anything else.
func (b *builder) showsEntities(node graphql.Output) bool {
	return node == graphql.Output(b.entity) || b.objects[node.Name()] != nil
}

func required(t graphql.Type) graphql.Output { return graphql.NewNonNull(t) }

// listOf is a list that is never null and holds no null.
func listOf(t graphql.Type) graphql.Output {
	return graphql.NewNonNull(graphql.NewList(graphql.NewNonNull(t)))
}
