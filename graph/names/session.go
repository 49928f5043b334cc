package names

import (
	"strconv"
	"strings"
	"sync"
)

// A sessionRow says in which years a run of sessions of a body opened: the first one
// in a year, each next one so many years later.
type sessionRow struct {
	body                    string
	first, last, year, step int
}

// sessionRows are the rows of data/sessions.tsv. A body whose sessions do not follow
// one another so has several rows, or none.
var sessionRows = sync.OnceValue(func() (rows []sessionRow) {
	text, err := data.ReadFile("data/sessions.tsv")
	if err != nil {
		panic(err) // it is built in
	}
	for _, line := range strings.Split(strings.TrimSpace(string(text)), "\n")[1:] {
		cells := strings.Split(line, "\t")
		var n [4]int
		for i := range n {
			if n[i], err = strconv.Atoi(cells[i+1]); err != nil {
				panic(err) // a test reads the table
			}
		}
		rows = append(rows, sessionRow{cells[0], n[0], n[1], n[2], n[3]})
	}
	return rows
})

// YearOfSession is the year in which a regular session of a body opened; 0 where no
// row says it.
func YearOfSession(code string, session int) int {
	for _, r := range sessionRows() {
		if r.body == code && r.first <= session && session <= r.last {
			return r.year + (session-r.first)*r.step
		}
	}
	return 0
}
