package graph

import "strings"

// CompareNatural compares ids so that runs of digits count as numbers: 2 before
// 10.
func CompareNatural(a, b string) int {
	for a != "" && b != "" {
		x, restA := run(a)
		y, restB := run(b)
		c := strings.Compare(x, y)
		if isDigit(x[0]) && isDigit(y[0]) && len(x) != len(y) {
			c = len(x) - len(y)
		}
		if c != 0 {
			return c
		}
		a, b = restA, restB
	}
	return len(a) - len(b)
}

// run splits off the longest start of a text that is all digits or none.
func run(s string) (start, rest string) {
	i := 1
	for i < len(s) && isDigit(s[i]) == isDigit(s[0]) {
		i++
	}
	return s[:i], s[i:]
}
