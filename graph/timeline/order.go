package timeline

import (
	"cmp"
	"context"
	"slices"
)

// sweeps is how often the cells are sorted, there and back along the time axis; of
// more than manyNodes, which are looked at from afar, fewSweeps must do.
const (
	sweeps    = 8
	manyNodes = 2000
	fewSweeps = 2
)

// A cell is what stands in one column and lane, from top to bottom.
type cell struct {
	column, lane int
	members      []int
}

// order gives every entity its row, and the lanes their rows. It begins with the
// natural order of ids, sorts each cell by the mean height of what its members
// are joined to (the barycentre heuristic of Sugiyama, Tagawa and Toda, 1981),
// several times over, and keeps what was best; among equals the last. It ends
// early with the context.
func (d *draft) order(ctx context.Context, lanes []Lane) {
	cells, m := d.cells(lanes), d.measure(lanes)
	best, least := slices.Clone(d.row), m.strain()
	most := sweeps
	if len(d.nodes) > manyNodes {
		most = fewSweeps
	}
	for sweep := 0; sweep < most && least.crossings+least.length > 0; sweep++ {
		if ctx.Err() != nil || !d.sweep(cells, lanes) {
			break
		}
		slices.Reverse(cells)
		if now := m.strain(); !least.less(now) {
			least = now
			copy(best, d.row)
		}
	}
	copy(d.row, best)
}

// cells gathers the cells by column and lane, in the order of ids, and finds how
// many rows each lane needs.
func (d *draft) cells(lanes []Lane) []cell {
	byPlace := map[[2]int]int{}
	var cells []cell
	for i := range d.nodes {
		at := [2]int{d.column[i], d.lane[i]}
		k, known := byPlace[at]
		if !known {
			k = len(cells)
			byPlace[at] = k
			cells = append(cells, cell{column: at[0], lane: at[1]})
		}
		d.row[i] = len(cells[k].members)
		cells[k].members = append(cells[k].members, i)
	}
	slices.SortFunc(cells, func(a, b cell) int { return cmp.Or(a.column-b.column, a.lane-b.lane) })
	for _, c := range cells {
		lanes[c.lane].Rows = max(lanes[c.lane].Rows, len(c.members))
	}
	for i := 1; i < len(lanes); i++ {
		lanes[i].Above = lanes[i-1].Above + lanes[i-1].Rows
	}
	return cells
}

// sweep sorts each cell once; one that is sorted counts for the next. It reports
// whether anything changed.
func (d *draft) sweep(cells []cell, lanes []Lane) (changed bool) {
	mean := make([]float64, len(d.nodes))
	for _, c := range cells {
		if len(c.members) == 1 {
			continue
		}
		for _, i := range c.members {
			mean[i] = float64(d.level(i, lanes))
			if near := d.near[i]; len(near) > 0 {
				sum := 0
				for _, other := range near {
					sum += d.level(other, lanes)
				}
				mean[i] = float64(sum) / float64(len(near))
			}
		}
		slices.SortFunc(c.members, func(a, b int) int { return cmp.Or(cmp.Compare(mean[a], mean[b]), a-b) })
		for row, i := range c.members {
			changed = changed || d.row[i] != row
			d.row[i] = row
		}
	}
	return changed
}

func (d *draft) level(i int, lanes []Lane) int { return lanes[d.lane[i]].Above + d.row[i] }
