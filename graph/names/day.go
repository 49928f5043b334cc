package names

import (
	"fmt"
	"regexp"
	"strconv"
	"time"
)

// dayForms are the ways in which people write a day, a month or a year: 2031-07-04,
// 4 July 2031, July 4, 2031, July 2031, the end of 2031, 2031.
var dayForms = regexp.MustCompile(
	`(?i)^(?:(\d{4})-(\d\d)-(\d\d)|(?:(\d{1,2}) )?(` + MonthPattern + `)(?: (\d{1,2}),)? (\d{4})|(?:the )?(?:(?:end of )?the year |end of )?(\d{4}))$`,
)

// ReadDay is a day, month or year as YYYY-MM-DD, YYYY-MM or YYYY; empty where the
// words are none.
func ReadDay(words string) string {
	m := dayForms.FindStringSubmatch(words)
	switch {
	case m == nil:
		return ""
	case m[8] != "":
		return m[8]
	case m[1] != "":
		return existing(m[1], m[2], m[3])
	}
	month := fmt.Sprintf("%02d", Month(m[5]))
	if day := m[4] + m[6]; day != "" {
		n, _ := strconv.Atoi(day)
		return existing(m[7], month, fmt.Sprintf("%02d", n))
	}
	return m[7] + "-" + month
}

// existing is a day of the calendar; empty where there is no such day.
func existing(year, month, day string) string {
	text := year + "-" + month + "-" + day
	if _, err := time.Parse(time.DateOnly, text); err != nil {
		return ""
	}
	return text
}
