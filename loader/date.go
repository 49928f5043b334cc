package loader

import (
	"fmt"
	"strconv"
	"strings"
)

var months = map[string]int{
	"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7,
	"august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
}

func itoa(n int) string { return strconv.Itoa(n) }

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
	month := months[strings.ToLower(w)]
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

var ordinals = buildOrdinals()

func buildOrdinals() map[string]int {
	units := []string{"", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
		"thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"}
	table := map[string]int{}
	for i, u := range units {
		if u != "" {
			table[u] = i
		}
	}
	for i, t := range []string{"twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet"} {
		n := (i + 2) * 10
		table[t+"ieth"] = n
		for k := 1; k < 10; k++ {
			table[t+"y-"+units[k]] = n + k
		}
	}
	return table
}

// ordinalWord reads "twelfth", "seventy-third" and "10th".
func ordinalWord(w string) int {
	w = strings.ToLower(w)
	if n := ordinals[w]; n > 0 {
		return n
	}
	if len(w) > 2 {
		switch w[len(w)-2:] {
		case "st", "nd", "rd", "th":
			n, _ := strconv.Atoi(w[:len(w)-2])
			return n
		}
	}
	return 0
}
