package loader

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/graph"
)

// eventRelations are what an .events.tsv lists in full.
var eventRelations = map[string]bool{"adopts": true, "adoptedAt": true, "votedFor": true, "votedAgainst": true, "abstained": true, "corrects": true, "revises": true, "supplements": true}

// toldRelations are what a .told.tsv lists in full: what a report tells of drafts,
// documents, speakers and officers.
var toldRelations = map[string]bool{"draftOf": true, "sponsors": true, "submits": true, "considers": true, "hasBefore": true, "speaksOn": true, "alignsWith": true, "holdsOffice": true, "chairs": true, "nominates": true}

// TestHouses reads made-up documents in the style of each house. Beside each
// stand its rows: acts cited in acts and proceedings, events, and for whole
// reports what they tell.
func TestHouses(t *testing.T) {
	files, err := filepath.Glob("testdata/houses/*.txt")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		name := strings.TrimSuffix(file, ".txt")
		t.Run(filepath.Base(name), func(t *testing.T) {
			data, err := os.ReadFile(file)
			require.NoError(t, err)
			r, err := Load(context.Background(), file, data, Options{})
			require.NoError(t, err)
			cited, events, told := rowsOf(r)
			assert.Equal(t, goldRows(t, name+".acts.tsv", name+".proceedings.tsv"), cited)
			assert.Equal(t, goldRows(t, name+".events.tsv"), events)
			if _, err := os.Stat(name + ".told.tsv"); err == nil { // of whole reports only
				assert.Equal(t, goldRows(t, name+".told.tsv"), told)
			}
		})
	}
}

func rowsOf(r *Result) (cited, events, told []string) {
	for _, s := range r.Document.Statements {
		row := strings.Join([]string{s.Subject, s.Relation, s.Object, s.Evidence.Paragraph}, "\t")
		switch {
		case toldRelations[s.Relation] && s.Qualifiers["mandate"] == "" && !(s.Relation == "considers" && isAct(s.Object)):
			told = append(told, row)
		case s.Qualifiers["rule"] == "life of a mandate": // what it ends and carries on, beside the citations
		case eventRelations[s.Relation] && !strings.Contains(s.Object, "#"):
			events = append(events, row)
		case isAct(s.Object):
			cited = append(cited, row)
		}
	}
	sort.Strings(cited)
	sort.Strings(events)
	sort.Strings(told)
	return cited, events, slices.Compact(told)
}

func isAct(id string) bool {
	_, _, _, ok := graph.SplitActID(id)
	return ok
}

// goldRows reads the rows of files; a file that is not there has none.
func goldRows(t *testing.T, files ...string) (rows []string) {
	for _, file := range files {
		data, err := os.ReadFile(file)
		if os.IsNotExist(err) {
			continue
		}
		require.NoError(t, err)
		for _, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
			cells := strings.Split(line, "\t")
			require.GreaterOrEqual(t, len(cells), 4, "%s: %q", file, line)
			rows = append(rows, strings.Join(cells[:4], "\t"))
		}
	}
	sort.Strings(rows)
	return rows
}
