package export

import (
	"bytes"
	"context"
	"encoding/csv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// duties are an act that asks two bodies for two reports, and something of nobody.
func duties() []graph.Document {
	const act, place = "ga/resolution/95/4", "ga/resolution/95/4#op2"
	d := graph.Document{ID: "document/A/RES/95/4"}
	fact := func(subject, property, value string) {
		d.Facts = append(d.Facts, graph.Fact{Subject: subject, Property: property, Value: value})
	}
	fact(act, "adoptedOn", "2040-12-01")
	fact(act, "body", "body/ga")
	fact(place+"/mandate/1", "clause", "=to report")
	fact(place+"/mandate/1", "due", "2041-02-01")
	fact(place+"/mandate/1", "due", "body/ga/session/96")
	fact(place+"/mandate/1", "recurrence", "P1Y")
	fact(place+"/mandate/1", "recipient", "body/ga")
	fact(place+"/mandate/1", "condition", "existing resources")
	fact(place+"/mandate/1", "reports", "yes")
	state := func(relation, object, mandate string) {
		d.Statements = append(d.Statements, graph.Statement{Subject: act, Relation: relation, Object: object,
			Qualifiers: map[string]string{"mandate": mandate, "restriction": ""},
			Evidence:   graph.Evidence{Document: d.ID, Paragraph: place, Quote: "words", Start: len(d.Statements), End: 9}})
	}
	state("requests", "role/un/secretary-general", place+"/mandate/1")
	state("requests", "body/unifil", place+"/mandate/1")
	state("encourages", place, place+"/mandate/2")
	state("welcomes", "body/unifil", "")
	d.Normalize()
	return []graph.Document{d}
}

func TestTheRegisterHasARowForEachDutyAndAddressee(t *testing.T) {
	var table, book bytes.Buffer
	for name, to := range map[string]*bytes.Buffer{"csv-mandates": &table, "xlsx-mandates": &book} {
		f, ok := FormatByName(name)
		require.True(t, ok, name)
		require.NoError(t, f.Write(context.Background(), to, snapshot.New(duties()), Options{SheetSafe: SafeFormulas}))
	}
	rows, err := csv.NewReader(&table).ReadAll()
	require.NoError(t, err)
	require.Len(t, rows, 4)
	assert.Equal(t, "act,date,body,paragraph,verb,addressee,restriction,clause,due,recurrence,until,recipient,condition,reports,quote,document",
		strings.Join(rows[0], ","))
	assert.Equal(t, "encourages,", strings.Join(rows[1][4:6], ","), "nobody is named")
	assert.Equal(t, []string{"ga/resolution/95/4", "2040-12-01", "body/ga", "ga/resolution/95/4#op2", "requests", "body/unifil", "",
		"'=to report", "2041-02-01 | body/ga/session/96", "P1Y", "", "body/ga", "existing resources", "yes", "words",
		"document/A/RES/95/4"}, rows[2])
	assert.Equal(t, "role/un/secretary-general", rows[3][5])

	sheet, err := excelize.OpenReader(&book)
	require.NoError(t, err)
	cells, err := sheet.GetRows("mandates")
	require.NoError(t, err)
	require.Len(t, cells, 4)
	assert.Equal(t, rows[0], cells[0])
	assert.Equal(t, "=to report", cells[2][7], "a cell of text needs no apostrophe")
	formula, err := sheet.GetCellFormula("mandates", "H3")
	require.NoError(t, err)
	assert.Empty(t, formula)
}
