package names

import (
	"strconv"
	"strings"
	"sync"
)

// A yearRow says with which number a body ended a year that numbers its acts on from
// its first one.
type yearRow struct {
	body       string
	year, last int
}

// yearRows are the rows of data/years.tsv, year after year.
var yearRows = sync.OnceValue(func() (rows []yearRow) {
	text, err := data.ReadFile("data/years.tsv")
	if err != nil {
		panic(err) // it is built in
	}
	for _, line := range strings.Split(strings.TrimSpace(string(text)), "\n")[1:] {
		cells := strings.Split(line, "\t")
		year, wrong := strconv.Atoi(cells[1])
		last, err := strconv.Atoi(cells[2])
		if wrong != nil || err != nil {
			panic(line) // a test reads the table
		}
		rows = append(rows, yearRow{cells[0], year, last})
	}
	return rows
})

// YearOfNumber is the year in which a body adopted the act of a number, "1373" of the
// Security Council in 2001; 0 where no row says it.
func YearOfNumber(code, number string) int {
	n, err := strconv.Atoi(number)
	if err != nil || n < 1 {
		return 0
	}
	for _, r := range yearRows() {
		if r.body == code && n <= r.last {
			return r.year
		}
	}
	return 0
}

// OutOfYear says that the act of a number was adopted in another year than the one printed
// with it, which is one of those that the table knows. Drafters are one year out now and
// then; more than that, figures of the number or of the year were misread.
func OutOfYear(code, number, year string) bool {
	rows, of := yearRows(), YearOfNumber(code, number)
	printed, err := strconv.Atoi(year)
	if err != nil || of == 0 || printed < rows[0].year || printed > rows[len(rows)-1].year {
		return false
	}
	return printed < of-1 || printed > of+1
}
