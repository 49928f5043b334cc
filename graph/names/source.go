package names

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"mandategraph/graph"
)

// A Source is a document in which the text of an act can be had.
type Source struct {
	// Symbol is that of the document, as the official document service takes it.
	Symbol string
	// Report says that the document is no document of the act alone, but the report of
	// the session at which it was adopted, or a part of that.
	Report bool
}

// A sourceRow says where the acts of a body are printed. The table sources.tsv has
// the body, resolution or decision or nothing for both, the first and the last
// session or year, what is added to the session to get the year, and the symbol, in
// which {number}, {session}, {item} and {year} stand for parts of the act's number.
// Rows stand in the order in which the documents are looked for; what is not sure is
// left out, as a wrong symbol brings a wrong document.
type sourceRow struct {
	body, kind  string
	first, last int
	offset      string
	symbol      string
}

var sourceRows = sync.OnceValue(func() (rows []sourceRow) {
	text, err := data.ReadFile("data/sources.tsv")
	if err != nil {
		panic(err) // it is built in
	}
	for i, line := range strings.Split(strings.TrimSpace(string(text)), "\n") {
		cells := strings.Split(line, "\t")
		if len(cells) != len(sourceColumns) {
			panic(fmt.Sprintf("sources.tsv, line %d: expected %d cells", i+1, len(sourceColumns)))
		}
		if i > 0 {
			rows = append(rows, sourceRow{cells[0], cells[1], atoi(cells[2]), atoi(cells[3]), cells[4], cells[5]})
		}
	}
	return rows
})

var sourceColumns = []string{"body", "kind", "first", "last", "year", "symbol"}

func atoi(s string) int { n, _ := strconv.Atoi(s); return n }

// holes are the parts of a symbol that are filled from the number of an act.
var holes = regexp.MustCompile(`\{(?:number|session|item|year)\}`)

// Sources are the documents in which an act can be had, in the order in which they
// are to be looked for; none where the table does not know. date is that of the act,
// or empty: some symbols end with its year.
func Sources(act, date string) (list []Source) {
	body, kind, number, ok := graph.SplitActID(act)
	if !ok {
		return nil
	}
	session := graph.ReadNumber(number).Session
	for _, r := range sourceRows() {
		if r.body != body || r.kind != "" && r.kind != kind || session < r.first || r.last > 0 && session > r.last {
			continue
		}
		if symbol, whole := r.fill(number, session, date); whole {
			list = append(list, Source{symbol, !r.ofAct()})
		}
	}
	return list
}

// ofAct says that each act has a document of its own.
func (r sourceRow) ofAct() bool {
	return strings.Contains(r.symbol, "{number}") || strings.Contains(r.symbol, "{item}")
}

// fill puts the parts of a number into the symbol; whole is false where the number or
// the date does not have one of them.
func (r sourceRow) fill(number string, session int, date string) (symbol string, whole bool) {
	_, item, _ := strings.Cut(number, "/")
	year := ""
	switch {
	case r.offset != "":
		year = strconv.Itoa(session + atoi(r.offset))
	case session > 1900: // a body that numbers by years
		year = strconv.Itoa(session)
	default:
		year, _, _ = strings.Cut(date, "-")
	}
	parts := map[string]string{"{number}": printedNumber(number), "{item}": item, "{year}": year}
	if session > 0 {
		parts["{session}"] = strconv.Itoa(session)
	}
	whole = true
	symbol = holes.ReplaceAllStringFunc(r.symbol, func(hole string) string {
		whole = whole && parts[hole] != ""
		return parts[hole]
	})
	return symbol, whole
}

// lettered are numbers with the letter of a part before the session in brackets,
// which symbols do not have: 217A(III) is printed in A/RES/217(III).
var lettered = regexp.MustCompile(`^(\d+)[A-Z](\([A-Z-]+\))$`)

func printedNumber(number string) string { return lettered.ReplaceAllString(number, "$1$2") }
