package graph

import (
	"bufio"
	"encoding/csv"
	"fmt"
	"slices"
)

// writeCSV writes one statement a row under one header line. Quotation follows
// RFC 4180; lines end in LF, as tools that work by line expect. Rows are sorted
// by their columns as text.
func writeCSV(w *bufio.Writer, s *Snapshot, o ExportOptions) error {
	rows := [][]string{}
	for _, e := range o.edges(s) {
		var row []string
		for _, a := range s.Statement(e).columns() {
			row = append(row, a.value)
		}
		rows = append(rows, row)
	}
	slices.SortFunc(rows, slices.Compare)
	table := csv.NewWriter(w)
	if err := table.Write(slices.Concat(edgeColumns, qualifierColumns)); err != nil {
		return fmt.Errorf("writing the header: %w", err)
	}
	return table.WriteAll(rows)
}
