package loader

import (
	"fmt"

	"mandategraph/graph/names"
)

// parseDate reads "16 October 2020" as 2020-10-16 and "May 2022" as 2022-05;
// what is not printed is not completed.
func parseDate(s string) string {
	d, _, _ := dateAt(s, 0)
	return d
}

// dateAt reads a date at byte at: day, month, year; a day or year may lack. ok
// needs a month and a year.
func dateAt(s string, at int) (date string, end int, ok bool) {
	day, i := number(s, at)
	if day > 31 {
		return "", at, false
	}
	w, next := word(s, i)
	month := names.Month(w)
	if month == 0 {
		return "", at, false
	}
	year, after := number(s, next)
	if year < 1900 || year > 2200 {
		return "", next, false
	}
	if day == 0 {
		return fmt.Sprintf("%04d-%02d", year, month), after, true
	}
	return fmt.Sprintf("%04d-%02d-%02d", year, month, day), after, true
}

// number reads decimal digits after spaces.
func number(s string, at int) (n, end int) {
	i := at
	for i < len(s) && s[i] == ' ' {
		i++
	}
	start := i
	for i < len(s) && s[i] >= '0' && s[i] <= '9' && i-start < 6 {
		n = n*10 + int(s[i]-'0')
		i++
	}
	if i == start {
		return 0, at
	}
	return n, i
}
