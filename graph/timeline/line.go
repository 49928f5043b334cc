package timeline

import (
	"cmp"
	"context"
	"slices"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// A Line joins two entities of a drawing: all statements that run from the one to
// the other, in the order of the texts.
type Line struct {
	Source, Target snapshot.Node
	Edges          []snapshot.Edge
	// Class is that of its strongest relation (see [graph.Classes]).
	Class string
	// Backbone says that no chain of other lines leads from its source to its target.
	Backbone bool
}

// Lines gathers statements into lines, in the order of their ends, and marks the
// backbone: what the transitive reduction of the lines keeps (Aho, Garey and Ullman,
// 1972). Lines of acts that cite one another in a circle are all of it. Statements
// that have a text as their object, or one entity at both ends, make no line. The
// error is that of the context, at the end of which the work stops.
func Lines(ctx context.Context, s *snapshot.Snapshot, edges []snapshot.Edge) ([]Line, error) {
	var lines []Line
	number := map[[2]snapshot.Node]int{}
	for _, e := range edges {
		source, target := s.Ends(e)
		if target == snapshot.NoNode || source == target {
			continue
		}
		ends := [2]snapshot.Node{source, target}
		i, known := number[ends]
		if !known {
			i = len(lines)
			number[ends] = i
			lines = append(lines, Line{Source: source, Target: target})
		}
		l := &lines[i]
		l.Edges, l.Class = append(l.Edges, e), graph.StrongerClass(l.Class, graph.ClassOf(s.Relation(e)))
	}
	slices.SortFunc(lines, func(a, b Line) int {
		return cmp.Or(cmp.Compare(a.Source, b.Source), cmp.Compare(a.Target, b.Target))
	})
	return lines, reduce(ctx, lines)
}

// reduce marks the backbone of lines that are sorted by their ends. Circles are
// numbered so that lines lead from higher to lower numbers only; of each one the
// circles that it reaches are a set of bits. A line to a circle that a nearer one
// reaches already is not of the backbone.
func reduce(ctx context.Context, lines []Line) error {
	c := circlesOf(lines)
	words := (len(c.members) + 63) / 64
	reached := make([][]uint64, len(c.members))
	for circle, members := range c.members {
		if circle%256 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		var out []int
		for _, n := range members {
			out = append(out, c.out[n]...)
		}
		to := func(l int) int { return c.of[c.place[lines[l].Target]] }
		slices.SortFunc(out, func(a, b int) int { return to(b) - to(a) })
		row := make([]uint64, words)
		for from := 0; from < len(out); {
			far, end := to(out[from]), from
			for end < len(out) && to(out[end]) == far {
				end++
			}
			kept := far == circle || row[far/64]&(1<<(far%64)) == 0
			for _, l := range out[from:end] {
				lines[l].Backbone = kept
			}
			if kept && far != circle {
				for word, bits := range reached[far] {
					row[word] |= bits
				}
			}
			from = end
		}
		row[circle/64] |= 1 << (circle % 64)
		reached[circle] = row
	}
	return nil
}

// circles are the strongly connected parts of what lines join (Tarjan, 1972), each
// after all that it leads to.
type circles struct {
	place   map[snapshot.Node]int // of each entity: its number
	out     [][]int               // of each number: the lines that begin there
	of      []int                 // of each number: its circle
	members [][]int               // the numbers, by circle

	lines    []Line
	met, low []int // the order in which numbers were met, from 1
	open     []int // met, without a circle
}

func circlesOf(lines []Line) *circles {
	c := &circles{place: map[snapshot.Node]int{}, lines: lines}
	for i, l := range lines {
		for _, n := range []snapshot.Node{l.Source, l.Target} {
			if _, known := c.place[n]; !known {
				c.place[n] = len(c.out)
				c.out = append(c.out, nil)
			}
		}
		at := c.place[l.Source]
		c.out[at] = append(c.out[at], i)
	}
	n := len(c.out)
	c.of, c.met, c.low = make([]int, n), make([]int, n), make([]int, n)
	count := 0
	for i := range n {
		if c.met[i] == 0 {
			c.visit(i, &count)
		}
	}
	return c
}

// visit goes as deep as the longest chain of lines, which is at most the number of
// entities that are placed.
func (c *circles) visit(n int, count *int) {
	*count++
	c.met[n], c.low[n] = *count, *count
	c.open = append(c.open, n)
	c.of[n] = -1
	for _, l := range c.out[n] {
		far := c.place[c.lines[l].Target]
		switch {
		case c.met[far] == 0:
			c.visit(far, count)
			c.low[n] = min(c.low[n], c.low[far])
		case c.of[far] < 0:
			c.low[n] = min(c.low[n], c.met[far])
		}
	}
	if c.low[n] < c.met[n] {
		return
	}
	first := len(c.open) - 1
	for c.open[first] != n {
		first--
	}
	members := slices.Clone(c.open[first:])
	c.open = c.open[:first]
	for _, m := range members {
		c.of[m] = len(c.members)
	}
	c.members = append(c.members, members)
}
