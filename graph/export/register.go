package export

import (
	"bufio"
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// registerColumns are those of the register of mandates.
var registerColumns = []string{
	"act", "date", "body", "paragraph", "verb", "addressee", "restriction", "clause", "due", "recurrence", "until", "recipient",
	"condition", "reports", "quote", "document",
}

// writeRegister writes one row for each mandate and addressee. Several values in a
// cell are joined by " | "; the verb is a relation of the vocabulary; a mandate that
// asks nobody by name has an empty addressee.
func writeRegister(w *bufio.Writer, s *snapshot.Snapshot, o Options) error {
	return writeTable(w, o, registerColumns, registerRows(s, o))
}

// registerRows are the rows of the register, sorted as text.
func registerRows(s *snapshot.Snapshot, o Options) [][]string {
	rows := [][]string{}
	for e := range eachOf(o, o.edges(s)) {
		st := s.Statement(e)
		if st.Qualifiers["mandate"] != "" {
			rows = append(rows, registerRow(s, st))
		}
	}
	slices.SortFunc(rows, func(a, b []string) int {
		if o.stopped() {
			return 0 // all alike: the sort soon ends
		}
		return slices.Compare(a, b)
	})
	return rows
}

func registerRow(s *snapshot.Snapshot, st *graph.Statement) []string {
	of := func(id, property string) string {
		n, ok := s.Lookup(id)
		if !ok {
			return ""
		}
		return strings.Join(s.Values(n, property), " | ")
	}
	mandate := st.Qualifiers["mandate"]
	addressee := st.Object
	if addressee == st.Evidence.Paragraph {
		addressee = "" // nobody is named
	}
	return []string{
		st.Subject, of(st.Subject, "adoptedOn"), of(st.Subject, "body"), st.Evidence.Paragraph, st.Relation, addressee,
		st.Qualifiers["restriction"], of(mandate, "clause"), of(mandate, "due"), of(mandate, "recurrence"), of(mandate, "until"),
		of(mandate, "recipient"), of(mandate, "condition"), of(mandate, "reports"), st.Evidence.Quote, st.Evidence.Document,
	}
}

// sheetName is that of the one sheet of the register.
const sheetName = "mandates"

// writeRegisterSheet writes the same rows as a workbook, in which each cell is text: a
// spreadsheet runs none.
func writeRegisterSheet(w *bufio.Writer, s *snapshot.Snapshot, o Options) (err error) {
	book := excelize.NewFile()
	defer func() { _ = book.Close() }() // it holds no file
	if err = book.SetSheetName("Sheet1", sheetName); err != nil {
		return fmt.Errorf("naming the sheet: %w", err)
	}
	stream, err := book.NewStreamWriter(sheetName)
	if err != nil {
		return fmt.Errorf("beginning the sheet: %w", err)
	}
	if err = stream.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return fmt.Errorf("freezing the header: %w", err)
	}
	for i, row := range append([][]string{registerColumns}, registerRows(s, o)...) {
		cells := make([]any, len(row))
		for k, cell := range row {
			cells[k] = cell
		}
		if err = stream.SetRow(fmt.Sprintf("A%d", i+1), cells); err != nil {
			return fmt.Errorf("writing row %d: %w", i+1, err)
		}
	}
	if err = stream.Flush(); err != nil {
		return fmt.Errorf("ending the sheet: %w", err)
	}
	if err = book.Write(w); err != nil {
		return fmt.Errorf("writing the workbook: %w", err)
	}
	return nil
}
