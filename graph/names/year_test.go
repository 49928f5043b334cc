package names

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestYearsOfNumbers(t *testing.T) {
	for number, year := range map[string]int{
		"1": 1946, "15": 1946, "16": 1947, "132": 1959, "242": 1967, "678": 1990, "969": 1994, "1373": 2001, "1386": 2001, "1387": 2002,
		"2767": 2024, "9999": 0, "0": 0, "12A": 0,
	} {
		assert.Equal(t, year, YearOfNumber("sc", number), number)
	}
	assert.Zero(t, YearOfNumber("ga", "12"))
}

func TestANumberOutOfItsYear(t *testing.T) {
	for _, each := range []struct {
		number, year string
		out          bool
	}{
		{"678", "1990", false}, {"678", "1991", false}, {"78", "1990", true}, {"678", "1980", true}, {"678", "2190", false}, {"2990", "2024", false},
	} {
		assert.Equal(t, each.out, OutOfYear("sc", each.number, each.year), "%s (%s)", each.number, each.year)
	}
}

func TestRowsOfYearsRise(t *testing.T) {
	rows := yearRows()
	for i, r := range rows[1:] {
		_, known := BodyByCode(r.body)
		assert.True(t, known, r.body)
		assert.True(t, rows[i].body != r.body || rows[i].year+1 == r.year && rows[i].last < r.last, "%v", r)
	}
}
