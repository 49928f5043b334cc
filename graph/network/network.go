// Package network makes networks of a snapshot and measures them: who cites whom,
// and who does something together, such as sponsoring the same acts.
//
// In go statements of a snapshot; out come nodes, weighted links, and what is known
// of networks of citations: PageRank, communities, the main path. Measures are
// gonum's where it has them. It imports graph/snapshot.
package network

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strings"

	"mandategraph/graph/snapshot"
)

// A Network is made of entities and weighted links between them. It never changes.
type Network struct {
	// Nodes in the order of their ids, and the weight of each: how many entities cite
	// it, or on how many acts it did something.
	Nodes   []snapshot.Node
	Weights []int
	// Links by their ends. Those of a network that is not directed run from the node
	// that comes first.
	Links    []Link
	Directed bool

	communities later[[]int]
}

// A Link joins two nodes, which it names by their places among the nodes.
type Link struct {
	From, To int
	// Weight counts the statements of a citation, or the acts of what was done together.
	Weight int
	// Edge is the first statement of a citation.
	Edge snapshot.Edge
}

// maxMembers bounds who may do something together: all pairs are counted.
const maxMembers = 4096

// ErrTooMany says that a network of what is done together would have too many nodes.
var ErrTooMany = errors.New("more than 4,096 entities do this together; a filter may choose some")

// Citations is the network of statements of which each says that its source cites its
// target. What is cited in a paragraph is cited by its act or document. Statements
// whose target is text, or what they stand in, are left out. The error is that of the
// context.
func Citations(ctx context.Context, s *snapshot.Snapshot, edges []snapshot.Edge) (*Network, error) {
	type pair struct{ source, target snapshot.Node }
	links := map[pair]Link{}
	for i, e := range edges {
		if i%1024 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		source, target := s.Ends(e)
		source = owner(s, source)
		if target == snapshot.NoNode || source == target {
			continue
		}
		link, known := links[pair{source, target}]
		if !known {
			link.Edge = e
		}
		link.Weight++
		links[pair{source, target}] = link
	}
	n := &Network{Directed: true}
	for p := range links {
		n.Nodes = append(n.Nodes, p.source, p.target)
	}
	n.Nodes = sorted(n.Nodes)
	n.Weights = make([]int, len(n.Nodes))
	for p, link := range links {
		link.From, link.To = n.place(p.source), n.place(p.target)
		n.Weights[link.To]++
		n.Links = append(n.Links, link)
	}
	n.order()
	return n, ctx.Err()
}

// Together is the network of those of whom statements with the same relation have the
// same target: who sponsored the same act, or voted alike on it. A link counts the
// acts. The error is that of the context, or [ErrTooMany].
func Together(ctx context.Context, s *snapshot.Snapshot, edges []snapshot.Edge) (*Network, error) {
	n := &Network{}
	edges = slices.DeleteFunc(slices.Clone(edges), func(e snapshot.Edge) bool {
		_, target := s.Ends(e)
		return target == snapshot.NoNode
	})
	for _, e := range edges {
		source, _ := s.Ends(e)
		n.Nodes = append(n.Nodes, source)
	}
	if n.Nodes = sorted(n.Nodes); len(n.Nodes) > maxMembers {
		return nil, ErrTooMany
	}
	n.Weights = make([]int, len(n.Nodes))
	counts := make([][]int32, len(n.Nodes)) // of each node with those before it
	for _, group := range n.groups(s, edges) {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		for i, member := range group {
			n.Weights[member]++
			if counts[member] == nil {
				counts[member] = make([]int32, member)
			}
			for _, other := range group[:i] {
				counts[member][other]++
			}
		}
	}
	for to, row := range counts {
		for from, count := range row {
			if count > 0 {
				n.Links = append(n.Links, Link{From: from, To: to, Weight: int(count)})
			}
		}
	}
	n.order()
	return n, ctx.Err()
}

// groups are those of whom a relation has the same target, each as places of nodes.
func (n *Network) groups(s *snapshot.Snapshot, edges []snapshot.Edge) [][]int {
	type act struct {
		target   snapshot.Node
		relation string
	}
	members := map[act][]int{}
	for _, e := range edges {
		source, target := s.Ends(e)
		a := act{target, s.Relation(e)}
		members[a] = append(members[a], n.place(source))
	}
	groups := make([][]int, 0, len(members))
	for _, group := range members {
		slices.Sort(group)
		groups = append(groups, slices.Compact(group))
	}
	return groups
}

// order sorts the links by their ends.
func (n *Network) order() {
	slices.SortFunc(n.Links, func(a, b Link) int { return cmp.Or(a.From-b.From, a.To-b.To) })
}

// Place is that of an entity among the nodes; ok is false where it is none of them.
func (n *Network) Place(of snapshot.Node) (place int, ok bool) {
	return slices.BinarySearch(n.Nodes, of)
}

func (n *Network) place(of snapshot.Node) int { i, _ := n.Place(of); return i }

// Degrees are how many links each node has.
func (n *Network) Degrees() []int {
	degrees := make([]int, len(n.Nodes))
	for _, l := range n.Links {
		degrees[l.From]++
		degrees[l.To]++
	}
	return degrees
}

func sorted(nodes []snapshot.Node) []snapshot.Node {
	slices.Sort(nodes)
	return slices.Compact(nodes)
}

// owner is the act or document in which a paragraph stands; anything else is its own.
func owner(s *snapshot.Snapshot, n snapshot.Node) snapshot.Node {
	if id, _, inside := strings.Cut(s.ID(n), "#"); inside {
		if whole, ok := s.Lookup(id); ok {
			return whole
		}
	}
	return n
}
