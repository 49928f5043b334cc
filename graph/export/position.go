package export

import (
	"mandategraph/graph"
	"mandategraph/graph/snapshot"
	"mandategraph/graph/timeline"
)

// Distances of columns and rows in exports that hold places, in the pixels of a
// screen.
const (
	columnWidth = 200
	rowHeight   = 40
)

// A spot is a place in an export; y grows downwards.
type spot struct {
	X int `json:"x"`
	Y int `json:"y"`
}

// positions are those of the nodes in a drawing on an axis of years, by id; none
// where there are more than [MaxPlaced]. A target that is text stands below all
// entities, in the column of its statement's subject.
func (o Options) positions(s *snapshot.Snapshot) map[string]spot {
	nodes, edges := o.nodes(s), o.edges(s)
	if o.Only != nil && len(o.Only.Nodes) > 0 {
		nodes = append([]snapshot.Node{o.Only.Nodes[0]}, nodes...) // where the part begins
	}
	t, err := timeline.Arrange(o.ctx, s, nodes, edges, timeline.ByYear)
	if err != nil {
		return nil
	}
	places := make(map[string]spot, len(t.Places))
	rows := 0
	for _, p := range t.Places {
		places[s.ID(p.Node)] = spot{p.Column * columnWidth, t.Level(p) * rowHeight}
		rows = max(rows, t.Level(p)+1)
	}
	below := map[int]int{}
	for e := range eachOf(o, edges) {
		if st := s.Statement(e); graph.IsLiteral(*st) {
			x := places[st.Subject].X
			places[literalNode(*st)] = spot{x, (rows + below[x]) * rowHeight}
			below[x]++
		}
	}
	return places
}
