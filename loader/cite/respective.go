package cite

import (
	"fmt"
	"strings"

	"mandategraph/graph/names"
	"mandategraph/loader/scan"
	"mandategraph/loader/tree"
)

var (
	respectiveDates = scan.Compile(`,? (?:of|adopted on|dated) ` +
		`((?:\d{1,2}(?: [A-Z][a-z]+)?(?: \d{4})?(?:, and | and |, ))+` +
		`\d{1,2} [A-Z][a-z]+ \d{4}),? respectively`)
	dateJoint = scan.Compile(`, and | and |, `)
)

// respective gives the dates of "resolutions 10/2, 11/6 and 12/3, of 16 October
// 2020, 21 October 2022 and 18 October 2024, respectively" to their acts. Where
// there are not as many dates as acts, none has one.
func (f *finder) respective() {
	if !strings.Contains(f.s, "respectively") {
		return
	}
	for _, m := range respectiveDates.FindAll(f.s) {
		last := -1
		for i, c := range f.found {
			if c.Start < m[0] {
				last = i
			}
		}
		if last < 0 || strings.ContainsAny(f.s[min(m[0], f.found[last].End):m[0]], ".;") {
			continue
		}
		first := last
		for first > 0 && f.found[first-1].group == f.found[last].group {
			first--
		}
		dates := seriesOfDates(f.s[m[2]:m[3]])
		members := f.found[first : last+1]
		for i := range members {
			members[i].date = ""
			if len(dates) == len(members) {
				members[i].date = dates[i]
			}
		}
	}
}

// seriesOfDates reads dates of which the earlier ones may leave out month and
// year: "16 and 21 October 2022". Nil where a piece is no date.
func seriesOfDates(s string) []string {
	pieces := dateJoint.Regexp().Split(s, -1)
	dates := make([]string, len(pieces))
	year, month := 0, 0
	for i := len(pieces) - 1; i >= 0; i-- {
		day, at := tree.Number(pieces[i], 0)
		if w, next := scan.Word(pieces[i], at); w != "" {
			month, at = names.Month(w), next
		}
		if y, _ := tree.Number(pieces[i], at); y > 0 {
			year = y
		}
		if day < 1 || day > 31 || month == 0 || year == 0 {
			return nil
		}
		dates[i] = fmt.Sprintf("%04d-%02d-%02d", year, month, day)
	}
	return dates
}
