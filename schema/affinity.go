package schema

import (
	"cmp"
	"slices"

	"github.com/graphql-go/graphql"

	"mandategraph/graph/snapshot"
)

// Affinity of acts by what they share: co-citation (Small, 1973), others citing
// both, and bibliographic coupling (Kessler, 1963), both citing others.

// maxShared bounds what an affinity lists.
const maxShared = 20

// An affine entity shares some entities with the one asked about.
type affine struct {
	entity
	shared []snapshot.Node
}

// affineKinds are those of texts: that two States are named together says little.
var affineKinds = []string{"Act", "Document", "Treaty", "Article", "Instrument", "Recommendations", "Paragraph"}

// affinityRows are the fields of a kind that cites or is cited; from and to say
// which.
func (b *builder) affinityRows(kind string, from, to bool) []field {
	relations := argument{
		name: "relations", typ: graphql.NewList(required(b.relationName)),
		doc: "Only by these relations; by any sub-relation of cites where empty.",
	}
	row := func(name, doc string, near, far adjacency, nearEnd, farEnd ends) field {
		return field{
			name: name, typ: required(b.affinities), args: paged(relations), weight: pageWeight, doc: doc,
			resolve: with(func(e entity, c call) (any, error) {
				list, err := e.affinity(c, near, far, nearEnd, farEnd)
				if err != nil {
					return nil, err
				}
				return e.affineSequence(list).page(c)
			}),
		}
	}
	in, out := (*snapshot.Snapshot).In, (*snapshot.Snapshot).Out
	var rows []field
	if to && slices.Contains(affineKinds, kind) {
		rows = append(
			rows,
			row(
				"coCitedWith", "What is most often cited together with it by the same acts (co-citation), the most often first.",
				in, out, sourceEnd, targetEnd,
			),
		)
	}
	if from && slices.Contains(affineKinds, kind) {
		rows = append(
			rows,
			row(
				"coupledWith", "What cites most of the same (bibliographic coupling), the closest first.", out, in, targetEnd,
				sourceEnd,
			),
		)
	}
	return rows
}

func (b *builder) affinityConnection() *graphql.Object {
	return b.connection(
		"Affinity", "entities that share citations with another one, those that share most first.", b.entity,
		func() []field {
			return []field{
				{
					name: "count", typ: required(graphql.Int), doc: "How many entities they share.",
					resolve: of(func(e connectionEdge) any { return len(e.value.(affine).shared) }),
				},
				{
					name: "shared", typ: listOf(b.entity), weight: fixedWeight(maxShared),
					doc:     "What they share: those that cite both, or those that both cite; at most 20, by id.",
					resolve: of(func(e connectionEdge) any { return e.value.(affine).list() }),
				},
			}
		},
		nil, func(v any) any { return v.(affine).entity },
	)
}

func (a affine) list() any {
	list := make([]entity, min(len(a.shared), maxShared))
	for i := range list {
		list[i] = entity{a.view, a.shared[i]}
	}
	return list
}

// affinity counts for every entity how many neighbours it shares. An entity that
// cites another one more than once counts once.
func (e entity) affinity(c call, near, far adjacency, nearEnd, farEnd ends) ([]affine, error) {
	relations := c.strings("relations")
	if len(relations) == 0 {
		relations = citationRelations()
	}
	shared := map[snapshot.Node][]snapshot.Node{}
	for _, through := range e.neighbours(e.node, near, nearEnd, relations) {
		if c.ctx.Err() != nil {
			return nil, errLate
		}
		for _, n := range e.neighbours(through, far, farEnd, relations) {
			if n != e.node {
				shared[n] = append(shared[n], through)
			}
		}
	}
	list := make([]affine, 0, len(shared))
	for n, by := range shared {
		list = append(list, affine{entity{e.view, n}, by})
	}
	slices.SortFunc(
		list, func(a, b affine) int { return cmp.Or(len(b.shared)-len(a.shared), cmp.Compare(a.node, b.node)) },
	)
	return list, nil
}

// neighbours are the entities at the ends of edges, each once, by id.
func (v *view) neighbours(n snapshot.Node, adjacent adjacency, end ends, relations []string) []snapshot.Node {
	var list []snapshot.Node
	for _, edge := range adjacent(v.Snapshot, n, relations...) {
		if other := end(v.Ends(edge)); other != snapshot.NoNode {
			list = append(list, other)
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

func (v *view) affineSequence(list []affine) sequence {
	nodes := make([]snapshot.Node, len(list))
	for i, a := range list {
		nodes[i] = a.node
	}
	s := v.entities(nodes, false)
	s.at = func(i int) any { return list[i] }
	return s
}
