package loader

import "strings"

// firstDate finds the first full date in a text.
func firstDate(s string) (date string, end int, ok bool) {
	for i := 0; i < len(s); i++ {
		if !isDigit(s[i]) || i > 0 && (isWord(s[i-1]) || s[i-1] == '/') {
			continue
		}
		if date, end, ok = dateAt(s, i); ok && len(date) == len("2006-01-02") {
			return date, end, true
		}
	}
	return "", 0, false
}

// daysOf reads "14, 15 and 16 October 2024" and "30 September and 1 October
// 2024".
func daysOf(s string) (days []string) {
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
				if date := parseDate(d + " " + f + s[cut:]); date != "" {
					days = append(days, date)
				}
			}
			open = nil
		}
	}
	return days
}
