package names

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// sharedNames are names that two rows of a sort have, with their codes: the
// first has it where both fit. One that no longer is shared is to be deleted.
var sharedNames = map[string]string{}

func TestNoNameOfASortHasTwoCodes(t *testing.T) {
	shared := map[string]string{}
	for _, sort := range Sorts {
		codes, owners := map[string]bool{}, map[string]string{}
		for _, n := range Default().named(sort) {
			assert.False(t, codes[n.code], "%s %s stands twice", sort, n.code)
			codes[n.code] = true
			for _, name := range n.names {
				key := nameKey(name)
				if other, taken := owners[key]; taken && other != n.code {
					shared[sort+" "+key] = other + " " + n.code
				}
				owners[key] = n.code
			}
		}
	}
	assert.Equal(t, sharedNames, shared)
}

func TestTablesAreReadWhole(t *testing.T) {
	d := Default()
	for sort, file := range files {
		text, err := data.ReadFile("data/" + file)
		require.NoError(t, err)
		assert.Len(t, d.named(sort), strings.Count(string(text), "\n")-1, file)
		for _, column := range strings.Split(strings.SplitN(string(text), "\n", 2)[0], "\t") {
			known := false
			for _, c := range Columns {
				known = known || c.Name == column && c.allowed(sort)
			}
			assert.True(t, known, "%s: column %s is not described", file, column)
		}
	}
	used := map[string]bool{}
	for _, r := range ownRows() {
		for _, trait := range r.list("traits") {
			used[trait] = true
		}
	}
	assert.Len(t, used, len(Traits), "each trait is that of some row")
}

func rows(t *testing.T, text string) []Row {
	list, err := ReadRows("own.csv", strings.NewReader(text))
	require.NoError(t, err)
	return list
}

func TestRowsOfAReadersOwn(t *testing.T) {
	tables, err := Default().With(rows(t, `sort,code,name,aliases,acronym,parent,treaty
body,lh-cop,Conference of the Parties to the Lighthouse Convention,Lighthouse Conference | COP of Light,LH COP,,lighthouses
treaty,lighthouses,Lighthouse Convention,,,,
state,rur,Ruritania,,,,
`))
	require.NoError(t, err)
	b := tables.Bodies[len(tables.Bodies)-1]
	assert.Equal(t, []string{"Lighthouse Conference", "COP of Light", "LH COP"}, b.Aliases)
	assert.Equal(t, "LH COP", b.Form)
	assert.Equal(t, "lighthouses", b.Treaty)
	_, ok := tables.states.Named("Ruritania")
	assert.True(t, ok)

	again, err := Default().With(rows(t, WriteRows(tables.Own)))
	require.NoError(t, err)
	assert.Equal(t, tables.Bodies, again.Bodies)
	again, err = again.With(rows(t, "sort,code,name\nstate,rur,Kingdom of Ruritania\n"))
	require.NoError(t, err, "an added row is replaced")
	assert.Len(t, again.States, len(tables.States))
	assert.Len(t, Default().States, len(tables.States)-1, "the tables of the program stay as they are")
}

func TestErrorsNameFileLineAndWhatWasExpected(t *testing.T) {
	for text, says := range map[string]string{
		"":                                "own.csv, line 1: expected a header with the columns sort, code and name",
		"sort,code\n":                     "own.csv, line 1: expected a header with the columns sort, code and name",
		"sort,code,name,colour\n":         `own.csv, line 1: expected columns of sort, code, name, aliases`,
		"sort,code,name\nking,x,X\n":      `own.csv, line 2: expected a sort of name (treaty,`,
		"sort,code,name\nbody,X Y,X\n":    `own.csv, line 2: expected a code of small letters, digits and hyphens, found "X Y"`,
		"sort,code,name\nbody,x,\n":       `own.csv, line 2: expected the name of x, found ""`,
		"sort,code,name\nbody,x,X,Y\n":    "own.csv, line 2: expected 3 cells, found 4",
		"sort,code,name\n\nbody,ga,X\n":   "own.csv, line 3: expected a code of its own, found ga, which is that of General Assembly",
		"sort,code,name\nbody,x,ECOSOC":   `own.csv, line 2: expected names of its own, found "ECOSOC", which is one of Economic and Social Council (ecosoc)`,
		"sort,code,name\nbody,x,\"X\n":    "own.csv: ",
		"sort,code,name,from\nbody,x,X,y": `own.csv, line 2: column from: expected a number, found "y"`,

		"sort,code,name,parent\nbody,x,X,y\n":        `own.csv, line 2: column parent: expected the code of a known body, found "y"`,
		"sort,code,name,treaty\nbody,x,X,y\n":        `own.csv, line 2: column treaty: expected the code of a known treaty, found "y"`,
		"sort,code,name,forms\nbody,x,X,y\n":         `own.csv, line 2: column forms: there is no form of numbers "y"`,
		"sort,code,name,treaty\nstate,xyz,X,untoc\n": `own.csv, line 2: expected nothing in column treaty for a row of sort state, found "untoc"`,
	} {
		list, err := ReadRows("own.csv", strings.NewReader(text))
		if err == nil {
			_, err = Default().With(list)
		}
		if assert.Error(t, err, text) {
			assert.Contains(t, err.Error(), says)
		}
	}
}

func TestCalled(t *testing.T) {
	for code, want := range map[string][3]string{
		"ga":          {"General Assembly", "General Assembly", "GA"},
		"ecosoc":      {"Economic and Social Council", "ECOSOC", "ECOSOC"},
		"unea":        {"Environment Assembly", "UNEA", "Environment Assembly"},
		"tc":          {"Trusteeship Council", "Trusteeship Council", "TC"},
		"un-women-eb": {"UN-Women Executive Board", "UN-Women Executive Board", "UN-Women Executive Board"},
		"a-board":     {"a-board", "A BOARD", "A-BOARD"},
	} {
		assert.Equal(t, want, [3]string{Called(code, Line), Called(code, Lane), Called(code, Mark)}, code)
	}
}

func TestOrdinalsAndMonths(t *testing.T) {
	for word, n := range map[string]int{"first": 1, "Twelfth": 12, "twentieth": 20, "seventy-third": 73, "ninety-ninth": 99, "10th": 10, "ten": 0, "": 0, "tenths": 0} {
		assert.Equal(t, n, OrdinalNumber(word), word)
	}
	assert.Equal(t, "twentieth", Ordinals(20)[19])
	assert.Equal(t, []int{1, 12, 0}, []int{Month("January"), Month("december"), Month("Smarch")})
}

// The page on names describes each column.
func TestColumnsAreDocumented(t *testing.T) {
	page, err := os.ReadFile("../../docs/names.md")
	require.NoError(t, err)
	for _, c := range Columns {
		if c.Own {
			assert.Contains(t, string(page), fmt.Sprintf("| `%s` |", c.Name))
		}
	}
	for form := range Forms {
		assert.Contains(t, string(page), "`"+form+"`")
	}
}
