package tree

import (
	"cmp"
	"fmt"

	"mandategraph/graph/names"
	"mandategraph/loader/scan"
)

// ParseDate reads "16 October 2020" as 2020-10-16 and "May 2022" as 2022-05;
// what is not printed is not completed.
func ParseDate(s string) string {
	d, _, _ := DateAt(s, 0)
	return d
}

// DateAt reads a date at byte at: day, month, year; a day or year may lack. ok
// needs a month and a year.
func DateAt(s string, at int) (date string, end int, ok bool) {
	day, i := Number(s, at)
	if day > 31 {
		return "", at, false
	}
	w, next := scan.Word(s, i)
	month := names.Month(w)
	if month == 0 {
		return "", at, false
	}
	year, after := Number(s, next)
	if year < 1900 || year > 2200 {
		return "", next, false
	}
	if day == 0 {
		return fmt.Sprintf("%04d-%02d", year, month), after, true
	}
	return fmt.Sprintf("%04d-%02d-%02d", year, month, day), after, true
}

// Number reads decimal digits after spaces.
func Number(s string, at int) (n, end int) {
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

// scannedDay matches the line below the heading of a resolution that says its day, as
// scanning may leave it: "of 3 Apri] 1991", "of 3f July 1989", "ef 15 June 1965". It is
// no title.
var scannedDay = scan.Compile(
	`^(?:[Oo]\S|\Sf) (\d\S{0,2}|[Il|]\d?) (\S{3,10}?)\.? (\S\d{3}|\d\S\d\d|\d\d\S\d|\d{3}\S)$`,
)

// issuedAs matches the symbol in brackets under which a resolution of the Security
// Council was first issued, which its volumes print below the heading: [S/5575]. It is
// no title, nor is the letter of the act's first part behind it.
var issuedAs = scan.Compile(`^\[ ?[A-Z]{1,2}/[^\]]{1,24}[\]}]{0,2}(?: [A-Z])?$`)

// scannedDate is the date of such a line where one letter of the month at most is
// damaged; the month alone where the day cannot be read, empty where month or year
// cannot.
func scannedDate(line string) string {
	m := scannedDay.FindStringSubmatch(line)
	if m == nil {
		return ""
	}
	month := names.NearMonth(m[2]) + " " + m[3]
	return cmp.Or(ParseDate(m[1]+" "+month), ParseDate(month))
}
