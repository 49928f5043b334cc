package export

import (
	"bufio"
	"encoding/csv"
	"fmt"
	"slices"

	"mandategraph/graph/snapshot"
)

// writeCSV writes one statement a row under one header line. Quotation follows
// RFC 4180; lines end in LF, as tools that work by line expect. Rows are sorted
// by their columns as text.
func writeCSV(w *bufio.Writer, s *snapshot.Snapshot, o Options) error {
	rows := [][]string{}
	for e := range eachOf(o, o.edges(s)) {
		var row []string
		for _, a := range columnsOf(*s.Statement(e)) {
			row = append(row, a.value)
		}
		rows = append(rows, row)
	}
	slices.SortFunc(rows, func(a, b []string) int {
		if o.stopped() {
			return 0 // all alike: the sort soon ends
		}
		return slices.Compare(a, b)
	})
	return writeTable(w, slices.Concat(edgeColumns, qualifierColumns), rows)
}

// writeNodeCSV writes one entity a row, in the order of ids.
func writeNodeCSV(w *bufio.Writer, s *snapshot.Snapshot, o Options) error {
	header := []string{"id"}
	for _, c := range nodeColumns {
		header = append(header, c.name)
	}
	rows := [][]string{}
	for n := range eachOf(o, o.nodes(s)) {
		row := []string{s.ID(n)}
		for _, a := range attributes(s, n) {
			row = append(row, a.value)
		}
		rows = append(rows, row)
	}
	return writeTable(w, header, rows)
}

func writeTable(w *bufio.Writer, header []string, rows [][]string) error {
	table := csv.NewWriter(w)
	if err := table.Write(header); err != nil {
		return fmt.Errorf("writing the header: %w", err)
	}
	return table.WriteAll(rows)
}
