package export

import (
	"bufio"
	"encoding/csv"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

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
	return writeTable(w, o, slices.Concat(edgeColumns, qualifierColumns), rows)
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
	return writeTable(w, o, header, rows)
}

// A SheetSafety says before which cells an apostrophe is put, so that a spreadsheet
// shows them and does not run them. Rows are sorted without it.
type SheetSafety string

// The choices. Formulas, the zero value's meaning, spares what only looks like one:
// an item after a dash, a number with its sign.
const (
	SafeFormulas SheetSafety = "formulas" // =, or + - @ before a letter, figure or bracket
	SafeAll      SheetSafety = "all"      // everything that begins with = + - @, tab or CR
	SafeOff      SheetSafety = "off"      // nothing: each cell as it is
)

// SheetSafetyByName finds a choice; the error says which there are.
func SheetSafetyByName(name string) (SheetSafety, error) {
	switch s := SheetSafety(name); s {
	case SafeFormulas, SafeAll, SafeOff:
		return s, nil
	}
	return "", fmt.Errorf("there is no sheet safety %q; expected formulas, all or off", name)
}

// runs says that a spreadsheet would run a cell.
func (s SheetSafety) runs(cell string) bool {
	if cell == "" || s == SafeOff || strings.IndexByte("=+-@\t\r", cell[0]) < 0 {
		return false
	}
	if s == SafeAll {
		return true
	}
	if _, err := strconv.ParseFloat(cell, 64); err == nil || len(cell) == 1 {
		return false
	}
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(cell, "=+-@\t\r"))
	return cell[0] == '=' || unicode.IsLetter(next) || unicode.IsDigit(next) || next == '('
}

func writeTable(w *bufio.Writer, o Options, header []string, rows [][]string) error {
	for _, row := range rows {
		for i, cell := range row {
			if o.SheetSafe.runs(cell) {
				row[i] = "'" + cell
			}
		}
	}
	table := csv.NewWriter(w)
	if err := table.Write(header); err != nil {
		return fmt.Errorf("writing the header: %w", err)
	}
	return table.WriteAll(rows)
}
