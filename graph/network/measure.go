package network

import (
	"cmp"
	"context"
	"math"
	"slices"

	"gonum.org/v1/gonum/graph"
	"gonum.org/v1/gonum/graph/iterator"
	gonum "gonum.org/v1/gonum/graph/network"
	"gonum.org/v1/gonum/graph/simple"

	"mandategraph/graph/snapshot"
)

// Measures are what is known of the nodes of the network of all citations of a
// snapshot.
type Measures struct {
	*Network
	snapshot *snapshot.Snapshot
	rank     later[[]float64]
	years    later[[][]YearCount]
}

// MeasuresOf are those of all citations of a snapshot, made when first asked for and
// kept with it. relations are those by which something is cited. The error is that of
// the context.
func MeasuresOf(ctx context.Context, s *snapshot.Snapshot, relations []string) (*Measures, error) {
	type key struct{}
	kept := s.Derived(key{}, func() any { return &later[*Measures]{} }).(*later[*Measures])
	return kept.get(ctx, func() *Measures {
		n, _ := Citations(context.Background(), s, Edges(s, relations))
		return &Measures{Network: n, snapshot: s}
	})
}

// Edges are the statements of a snapshot with some relations.
func Edges(s *snapshot.Snapshot, relations []string) (edges []snapshot.Edge) {
	for n := range snapshot.Node(s.Len()) {
		edges = append(edges, s.Out(n, relations...)...)
	}
	return edges
}

// The damping of PageRank is that of Brin and Page (1998). Ranks are rounded where
// they may differ from one working out to the next, since gonum begins anywhere.
const (
	damping   = 0.85
	tolerance = 1e-13
	rounding  = 1e10
)

// PageRank is the share of each node in what a reader meets who follows citations at
// random and now and then begins anew. All together are 1.
func (m *Measures) PageRank(ctx context.Context) ([]float64, error) {
	return m.rank.get(ctx, func() []float64 {
		found := gonum.PageRankSparse(m.directed(), damping, tolerance)
		ranks, sum := make([]float64, len(m.Nodes)), 0.
		for i := range ranks {
			ranks[i] = found[int64(i)]
			sum += ranks[i]
		}
		for i := range ranks {
			ranks[i] = math.Round(ranks[i]/sum*rounding) / rounding
		}
		return ranks
	})
}

// A YearCount is how many entities of a year cite something; the year of the undated
// is empty.
type YearCount struct {
	Year  string
	Count int
}

// CitedByYear counts for each node those that cite it by their years, the undated
// last. The error is that of the context.
func (m *Measures) CitedByYear(ctx context.Context) ([][]YearCount, error) {
	return m.years.get(ctx, func() [][]YearCount {
		citing := make([][]string, len(m.Nodes))
		for _, l := range m.Links {
			date := m.snapshot.Date(m.Nodes[l.From])
			citing[l.To] = append(citing[l.To], date[:min(4, len(date))])
		}
		counts := make([][]YearCount, len(m.Nodes))
		for i, years := range citing {
			slices.SortFunc(years, func(a, b string) int { return cmp.Or(cmp.Compare(len(b), len(a)), cmp.Compare(a, b)) })
			for _, year := range years {
				if n := len(counts[i]); n == 0 || counts[i][n-1].Year != year {
					counts[i] = append(counts[i], YearCount{Year: year})
				}
				counts[i][len(counts[i])-1].Count++
			}
		}
		return counts
	})
}

// directed is the network as gonum reads it for PageRank.
func (n *Network) directed() graph.Directed {
	d := digraph{from: make([][]graph.Node, len(n.Nodes))}
	for i := range n.Nodes {
		d.nodes = append(d.nodes, simple.Node(i))
	}
	for _, l := range n.Links {
		d.from[l.From] = append(d.from[l.From], d.nodes[l.To])
	}
	return d
}

// A digraph has the part of gonum's directed graph that PageRank asks for, in arrays:
// its own graphs are maps, which take several times as long and no order.
type digraph struct {
	graph.Directed
	nodes []graph.Node
	from  [][]graph.Node
}

func (d digraph) Nodes() graph.Nodes { return iterator.NewOrderedNodes(d.nodes) }

func (d digraph) From(id int64) graph.Nodes { return iterator.NewOrderedNodes(d.from[id]) }
