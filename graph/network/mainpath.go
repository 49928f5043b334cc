package network

import (
	"cmp"
	"context"
	"math"
	"slices"

	"mandategraph/graph/snapshot"
)

// MainPath is the spine of a network of citations (Hummon and Doreian 1989): the way
// through time on which most ways from what cites nothing to what nothing cites go.
// It begins at the link that most of them use (search path count, Batagelj 2003) and
// goes on from there both ways by the links that most use. Given are the links, the
// oldest first; each runs from what cites to what it cites.
//
// Only citations of what is older count, as a path must not turn back: those of one
// date by ids. What has no date is left out. The error is that of the context.
func (n *Network) MainPath(ctx context.Context, s *snapshot.Snapshot) ([]Link, error) {
	p := pathCounts{network: n, order: make([]int, len(n.Nodes))}
	for i := range p.order {
		p.order[i] = i
	}
	dates := make([]string, len(n.Nodes))
	for i, node := range n.Nodes {
		dates[i] = s.Date(node)
	}
	slices.SortStableFunc(p.order, func(a, b int) int { return cmp.Compare(dates[a], dates[b]) })
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	p.arrange(dates)
	p.count()
	return p.spine(), ctx.Err()
}

// pathCounts are how many ways lead to each node and on from it, as logarithms: there
// are more than numbers hold.
type pathCounts struct {
	network *Network
	order   []int
	// cites and citedBy are the links that count, by their nodes.
	cites, citedBy [][]int
	to, on         []float64
}

// arrange keeps the links that run back in time.
func (p *pathCounts) arrange(dates []string) {
	rank := make([]int, len(p.order))
	for i, node := range p.order {
		rank[node] = i
	}
	p.cites, p.citedBy = make([][]int, len(p.order)), make([][]int, len(p.order))
	for i, l := range p.network.Links {
		if dates[l.To] != "" && rank[l.To] < rank[l.From] {
			p.cites[l.From] = append(p.cites[l.From], i)
			p.citedBy[l.To] = append(p.citedBy[l.To], i)
		}
	}
}

// count adds up the ways, along time and back.
func (p *pathCounts) count() {
	p.to, p.on = make([]float64, len(p.order)), make([]float64, len(p.order))
	for _, node := range p.order {
		p.to[node] = sumOf(p.cites[node], func(i int) float64 { return p.to[p.network.Links[i].To] })
	}
	for _, node := range slices.Backward(p.order) {
		p.on[node] = sumOf(p.citedBy[node], func(i int) float64 { return p.on[p.network.Links[i].From] })
	}
}

// sumOf is the logarithm of a sum of numbers given as logarithms, that of 1 for none.
func sumOf(links []int, get func(link int) float64) float64 {
	if len(links) == 0 {
		return 0
	}
	most, sum := math.Inf(-1), 0.
	for _, i := range links {
		most = max(most, get(i))
	}
	for _, i := range links {
		sum += math.Exp(get(i) - most)
	}
	return most + math.Log(sum)
}

// spine goes from the link that most ways use to both ends.
func (p *pathCounts) spine() []Link {
	all := []int{}
	for _, links := range p.cites {
		all = append(all, links...)
	}
	begin, some := p.busiest(all)
	if !some {
		return []Link{}
	}
	path := []Link{p.network.Links[begin]}
	for i, more := p.busiest(p.cites[path[0].To]); more; i, more = p.busiest(p.cites[path[0].To]) {
		path = slices.Insert(path, 0, p.network.Links[i])
	}
	for {
		i, more := p.busiest(p.citedBy[path[len(path)-1].From])
		if !more {
			return path
		}
		path = append(path, p.network.Links[i])
	}
}

// busiest is the link that most ways use; of equals the first.
func (p *pathCounts) busiest(links []int) (best int, some bool) {
	const equal = 1e-9 // logarithms of the same number may differ by less
	most := math.Inf(-1)
	for _, i := range links {
		l := p.network.Links[i]
		if ways := p.to[l.To] + p.on[l.From]; ways > most+equal {
			best, most, some = i, ways, true
		}
	}
	return best, some
}
