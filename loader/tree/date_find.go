package tree

import (
	"strings"

	"mandategraph/loader/scan"
)

// FirstDate finds the first full date in a text.
func FirstDate(s string) (date string, end int, ok bool) {
	for i := 0; i < len(s); i++ {
		if !scan.IsDigit(s[i]) || i > 0 && (scan.IsWord(s[i-1]) || s[i-1] == '/') {
			continue
		}
		if date, end, ok = DateAt(s, i); ok && len(date) == len("2006-01-02") {
			return date, end, true
		}
	}
	return "", 0, false
}

// DaysOf reads "14, 15 and 16 October 2024" and "30 September and 1 October
// 2024".
func DaysOf(s string) (days []string) {
	cut := strings.LastIndexByte(s, ' ')
	if cut < 0 {
		return nil
	}
	var open []string
	for _, f := range strings.FieldsFunc(s[:cut], func(c rune) bool { return c == ' ' || c == ',' }) {
		switch {
		case f == "and":
		case f[0] >= '0' && f[0] <= '9':
			open = append(open, f)
		default:
			for _, d := range open {
				if date := ParseDate(d + " " + f + s[cut:]); date != "" {
					days = append(days, date)
				}
			}
			open = nil
		}
	}
	return days
}
