package schema

import (
	"cmp"
	"context"
	"errors"
	"maps"
	"slices"

	"github.com/graphql-go/graphql"

	"mandategraph/graph/network"
	"mandategraph/graph/snapshot"
	"mandategraph/schema/guard"
)

// A networkKind is what joins the nodes of a network: a value of NetworkOf.
type networkKind struct {
	name, doc string
	relations func() []string
	// make makes the network of statements with these relations.
	make func(context.Context, *snapshot.Snapshot, []snapshot.Edge) (*network.Network, error)
}

var networkKinds = []networkKind{
	{
		"CO_SPONSORSHIP", "States and others who sponsored the same acts, as often as they did.",
		func() []string { return []string{"sponsors"} }, network.Together,
	},
	{
		"CO_VOTING", "States that voted alike, for, against or abstaining, as often as they did.",
		func() []string { return []string{"votedFor", "votedAgainst", "abstained"} }, network.Together,
	},
	{
		"CITATIONS", "Acts and others that cite one another, from what cites to what is cited; a link counts statements.",
		citationRelations, network.Citations,
	},
}

// NetworkNames are the names of the networks that [API.Network] makes.
func NetworkNames() (list []string) {
	for _, k := range networkKinds {
		list = append(list, k.name)
	}
	return list
}

// Network makes a network of the statements of a snapshot that fit a filter, as
// [API.Statements] takes it. There must be a network of that name. An error that is the
// caller's is a [guard.Fault].
func (a *API) Network(
	ctx context.Context, snap *snapshot.Snapshot, name string, filter map[string]any,
) (*network.Network, error) {
	i := slices.IndexFunc(networkKinds, func(k networkKind) bool { return k.name == name })
	if i < 0 {
		return nil, guard.Refuse(
			guard.BadRequest, "there is no network %q; expected one of %v", guard.Shorten(name), NetworkNames(),
		)
	}
	c, err := a.filteredCall(ctx, snap, filter)
	if err != nil {
		return nil, err
	}
	return c.network(networkKinds[i], a.filters)
}

// network makes a network of the statements that fit the argument filter.
func (c call) network(k networkKind, filters []statementFilter) (*network.Network, error) {
	v := c.request.view
	holds, err := c.statementCondition(filters)
	if err != nil {
		return nil, err
	}
	edges := slices.DeleteFunc(network.Edges(v.Snapshot, k.relations()), func(e snapshot.Edge) bool {
		_, target := v.Ends(e)
		return c.request.stopped() || !holds(statement{v, e, target})
	})
	n, err := k.make(c.ctx, v.Snapshot, edges)
	switch {
	case errors.Is(err, network.ErrTooMany):
		return nil, guard.Refuse(guard.TooComplex, "%v", err)
	case err != nil:
		return nil, errLate
	}
	return n, nil
}

// maxLinks bounds the links that an answer shows.
const maxLinks = 5000

// A drawnNetwork is the part of a network that an answer shows.
type drawnNetwork struct {
	*view
	whole     *network.Network
	degrees   []int
	nodes     []int // places in the whole
	links     []network.Link
	linkCount int
	truncated bool
}

// A networkNode is one node of a network, by its place.
type networkNode struct {
	drawnNetwork
	at int
}

func (n networkNode) entity() entity { return entity{n.view, n.whole.Nodes[n.at]} }

type networkLink struct {
	drawnNetwork
	network.Link
}

// circle are the places in a network of one node and of those that links join to it,
// those joined most first; none where it is not in the network.
func circle(whole *network.Network, to snapshot.Node, least int) (nodes []int) {
	at, ok := whole.Place(to)
	if !ok {
		return nil
	}
	weights := map[int]int{}
	for _, l := range whole.Links {
		if l.Weight >= least && (l.From == at || l.To == at) {
			weights[l.From+l.To-at] += l.Weight
		}
	}
	nodes = slices.Sorted(maps.Keys(weights))
	slices.SortStableFunc(nodes, func(a, b int) int { return weights[b] - weights[a] })
	return append([]int{at}, nodes...)
}

// taking are the places of all nodes, those that take part most first.
func taking(whole *network.Network) []int {
	nodes := make([]int, len(whole.Nodes))
	for i := range nodes {
		nodes[i] = i
	}
	slices.SortStableFunc(nodes, func(a, b int) int { return whole.Weights[b] - whole.Weights[a] })
	return nodes
}

// shown cuts out what an answer shows: the first of some nodes, and the links between
// them that weigh most.
func (v *view) shown(whole *network.Network, nodes []int, limit, least int) drawnNetwork {
	d := drawnNetwork{view: v, whole: whole, degrees: whole.Degrees(), nodes: nodes}
	d.truncated = len(d.nodes) > limit
	d.nodes = d.nodes[:min(limit, len(d.nodes))]
	in := map[int]bool{}
	for _, i := range d.nodes {
		in[i] = true
	}
	for _, l := range whole.Links {
		if l.Weight >= least {
			d.linkCount++
			if in[l.From] && in[l.To] {
				d.links = append(d.links, l)
			}
		}
	}
	slices.SortStableFunc(d.links, func(a, b network.Link) int { return cmp.Compare(b.Weight, a.Weight) })
	d.truncated = d.truncated || len(d.links) > maxLinks
	d.links = d.links[:min(maxLinks, len(d.links))]
	return d
}

// networkRow is the root field of networks.
func (b *builder) networkRow() field {
	of := enum("NetworkOf", "What joins the nodes of a network.", func(add func(name, doc string)) {
		for _, k := range networkKinds {
			add(k.name, k.doc)
		}
	})
	filters := b.statementFilters()
	return field{
		name: "network", typ: required(b.networkType()), weight: limitWeight,
		doc: "Who does something together, or cites whom, as nodes and weighted links. All of it is had from /export, " +
			"as GEXF, GraphML or CSV.",
		args: []argument{
			{name: "of", typ: required(of), doc: "What joins the nodes."},
			{name: "filter", typ: b.statementFilter, doc: "Only by statements that fit; the far end is the act."},
			{name: "around", typ: graphql.ID, doc: "Only the entity with this id and those joined to it, those joined most first."},
			{name: "least", typ: graphql.Int, fallback: 1, doc: "Only links of at least this weight."},
			{name: "limit", typ: graphql.Int, fallback: 100, doc: "How many nodes at most, those that take part most first."},
		},
		resolve: func(c call) (any, error) {
			limit, _ := c.args["limit"].(int)
			least, _ := c.args["least"].(int)
			if limit < 1 || limit > c.request.options.MaxNodes {
				return nil, guard.Refuse(guard.BadRequest, "limit must lie between 1 and %d", c.request.options.MaxNodes)
			}
			i := slices.IndexFunc(networkKinds, func(k networkKind) bool { return k.name == c.string("of") })
			whole, err := c.network(networkKinds[i], filters)
			if err != nil {
				return nil, err
			}
			nodes := taking(whole)
			if id := c.string("around"); id != "" {
				of, _ := c.request.view.Lookup(id)
				nodes = circle(whole, of, least)
			}
			return c.request.view.shown(whole, nodes, limit, least), nil
		},
	}
}

func (b *builder) networkType() *graphql.Object {
	node := b.object("NetworkNode", "A node of a network.", nil, b.networkNodeRows)
	link := b.object("NetworkLink", "A link of a network.", nil, networkLinkRows)
	return b.object("Network", "Nodes, and weighted links between them.", nil, func() []field {
		return []field{
			{
				name: "nodeCount", typ: required(graphql.Int), doc: "How many nodes there are in all.",
				resolve: of(func(d drawnNetwork) any { return len(d.whole.Nodes) }),
			},
			{
				name: "linkCount", typ: required(graphql.Int), doc: "How many links of at least the least weight there are in all.",
				resolve: of(func(d drawnNetwork) any { return d.linkCount }),
			},
			{
				name: "directed", typ: required(graphql.Boolean), doc: "Whether a link runs from its source to its target only.",
				resolve: of(func(d drawnNetwork) any { return d.whole.Directed }),
			},
			{
				name: "nodes", typ: listOf(node), weight: inherit, doc: "The nodes that take part most, these first.",
				resolve: of(func(d drawnNetwork) any {
					list := make([]networkNode, len(d.nodes))
					for i, at := range d.nodes {
						list[i] = networkNode{d, at}
					}
					return list
				}),
			},
			{
				name: "links", typ: listOf(link), weight: inherit,
				doc: "The links between these nodes, the heaviest first; at most 5,000.",
				resolve: of(func(d drawnNetwork) any {
					list := make([]networkLink, len(d.links))
					for i, l := range d.links {
						list[i] = networkLink{d, l}
					}
					return list
				}),
			},
			{
				name: "truncated", typ: required(graphql.Boolean), doc: "Whether a limit kept nodes or links out.",
				resolve: of(func(d drawnNetwork) any { return d.truncated }),
			},
		}
	})
}

func (b *builder) networkNodeRows() []field {
	return []field{
		{
			name: "id", typ: required(graphql.ID), doc: "The entity's id.",
			text: text(func(n networkNode) string { return n.entity().id() }),
		},
		{
			name: "node", typ: required(b.entity), weight: inherit, doc: "The entity.",
			resolve: of(func(n networkNode) any { return n.entity() }),
		},
		{
			name: "weight", typ: required(graphql.Int), doc: "On how many acts it did this; of citations, how many cite it.",
			resolve: of(func(n networkNode) any { return n.whole.Weights[n.at] }),
		},
		{
			name: "degree", typ: required(graphql.Int), doc: "How many links it has in the whole network, both ways.",
			resolve: of(func(n networkNode) any { return n.degrees[n.at] }),
		},
		{
			name: "community", typ: required(graphql.Int),
			doc: "The number of its community in the whole network, the largest 1: nodes that are joined among themselves " +
				"more than to others (Louvain).",
			resolve: with(func(n networkNode, c call) (any, error) { return communityOf(c, n.whole, n.at) }),
		},
	}
}

func communityOf(c call, n *network.Network, at int) (any, error) {
	numbers, err := n.Communities(c.ctx)
	if err != nil {
		return nil, measuring(c, err)
	}
	return numbers[at], nil
}

// measuring says to a client why a measure is not there.
func measuring(c call, err error) error {
	if c.ctx.Err() != nil {
		return errLate
	}
	return err
}

func networkLinkRows() []field {
	return joinRows(
		"The id of the one end.", func(l networkLink) string { return l.ID(l.whole.Nodes[l.From]) },
		"The id of the other end.", func(l networkLink) string { return l.ID(l.whole.Nodes[l.To]) },
		"How many acts, or of citations statements, join them.", func(l networkLink) int { return l.Weight },
	)
}

// joinRows are the fields of what joins two entities with a weight.
func joinRows[T any](
	sourceDoc string, source func(T) string, targetDoc string, target func(T) string, weightDoc string, weight func(T) int,
) []field {
	return []field{
		{name: "source", typ: required(graphql.ID), doc: sourceDoc, text: text(source)},
		{name: "target", typ: required(graphql.ID), doc: targetDoc, text: text(target)},
		{name: "weight", typ: required(graphql.Int), doc: weightDoc, resolve: of(func(v T) any { return weight(v) })},
	}
}
