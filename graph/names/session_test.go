package names

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestYearsOfSessions(t *testing.T) {
	for _, each := range []struct {
		body          string
		session, year int
	}{
		{"ga", 1, 1946}, {"ga", 31, 1976}, {"ga", 76, 2021}, {"unfccc-cop", 21, 2015}, {"unfccc-cop", 26, 2021}, {"unfccc-cmp", 11, 2015},
		{"unfccc-cmp", 16, 2021}, {"wha", 64, 2011}, {"ctoc-cop", 3, 2006}, {"ctoc-cop", 12, 2024}, {"cac-cosp", 8, 2019}, {"ccpcj", 28, 2019},
		{"csw", 39, 1995}, {"statcom", 56, 2025}, {"escap", 81, 2025}, {"ga", 500, 0}, {"hrc", 12, 0}, {"nobody", 1, 0},
	} {
		assert.Equal(t, each.year, YearOfSession(each.body, each.session), "%s %d", each.body, each.session)
	}
}

func TestRowsOfSessionsAreOfKnownBodiesAndDoNotOverlap(t *testing.T) {
	for i, r := range sessionRows() {
		_, known := BodyByCode(r.body)
		assert.True(t, known, r.body)
		assert.True(t, r.first <= r.last && r.step > 0 && r.year > 1940, "%v", r)
		for _, o := range sessionRows()[:i] {
			assert.True(t, o.body != r.body || o.last < r.first, "%v %v", o, r)
		}
	}
}
