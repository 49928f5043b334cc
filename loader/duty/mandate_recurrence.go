package duty

import (
	"cmp"
	"fmt"
	"strings"

	"mandategraph/loader/scan"
)

var (
	everyUnit = scan.Compile(`\b(?:every|each|at intervals of) (?:(` + aNumber + `) )?` +
		`(days?|weeks?|months?|years?|quarters?|sessions?)\b`)
	atIntervals = scan.Compile(`\bat (?:least )?(` + aNumber + `)[- ](month|day|week|year)(?:ly)? intervals\b`)
	perYear     = scan.Compile(`\b(once|twice|three times|four times) (?:a|per|each|every) (year|month|session)\b`)
	rhythm      = scan.Compile(`\b(daily|weekly|fortnightly|monthly|bimonthly|quarterly|semi-annual(?:ly)?|biannual(?:ly)?` +
		`|six-monthly|three-monthly|half-yearly|annual(?:ly)?|yearly|biennial(?:ly)?|triennial(?:ly)?|quadrennial(?:ly)?)` +
		`( basis| updates?| reports?| briefings?| progress| reviews?| interim| written| oral| assessments?| intervals| meetings?| workshops?| sessions?)?`)
	rhythms = map[string]string{
		"daily": "P1D", "weekly": "P7D", "fortnightly": "P14D", "monthly": "P1M", "bimonthly": "P2M", "quarterly": "P3M",
		"semi-annual": "P6M", "biannual": "P6M", "six-monthly": "P6M", "half-yearly": "P6M", "three-monthly": "P3M",
		"annual": "P1Y", "yearly": "P1Y", "biennial": "P2Y", "triennial": "P3Y", "quadrennial": "P4Y",
		"once year": "P1Y", "twice year": "P6M", "three times year": "P4M", "four times year": "P3M", "once month": "P1M",
		"twice month": "P14D", "once session": "session",
	}
	// madeReport is what makes an annual report one that is asked: "submit an annual
	// report", and not "reflect this in its annual report".
	madeReport = scan.Compile(
		`\b(?:submit|provide|present|prepare|issue|make|publish|transmit|produce|circulate|undertake|conduct|hold|organize|carry out|convene)[^,;]{0,60}$`,
	)
	inReport = scan.Compile(`\b(?:in|into|through|of|from|as part of|during|at) (?:the |its|his|her|their|each|an)[^,;]{0,40}$`)
)

// recurrenceIn is how often a clause asks something.
func recurrenceIn(clause string) string {
	if m := everyUnit.FindStringSubmatch(clause); m != nil {
		if every := everyOf(m[1], m[2][0]); every != "" {
			return every
		}
	}
	if m := atIntervals.FindStringSubmatch(clause); m != nil && countOf(m[1]) > 0 {
		return fmt.Sprintf("P%d%c", countOf(m[1]), m[2][0]-'a'+'A')
	}
	if m := perYear.FindStringSubmatch(clause); m != nil {
		return rhythms[m[1]+" "+m[2]]
	}
	return rhythmIn(clause)
}

// everyOf is "every three months" by its number, as printed, and the first letter of
// its unit; empty where the number is none.
func everyOf(number string, unit byte) string {
	n := map[string]int{"": 1, "other": 2}[number]
	if n == 0 {
		n = countOf(number)
	}
	switch {
	case unit == 's':
		return "session"
	case n == 0:
		return ""
	case unit == 'w':
		return fmt.Sprintf("P%dD", n*daysInWeek)
	case unit == 'q':
		return fmt.Sprintf("P%dM", n*monthsInYear/4)
	default:
		return fmt.Sprintf("P%d%c", n, unit-'a'+'A')
	}
}

// rhythmIn is how often a clause asks something by an adjective or adverb: "quarterly".
func rhythmIn(clause string) string {
	for _, at := range rhythm.FindAll(clause) {
		word, before := clause[at[2]:at[3]], clause[:at[0]]
		said := strings.HasSuffix(word, "ally") || at[4] >= 0 && clause[at[4]:at[5]] == " basis"
		if !said &&
			(inReport.MatchString(before) || at[4] < 0 && strings.HasSuffix(word, "al") || !madeReport.MatchString(before) && at[4] >= 0) {
			continue
		}
		return cmp.Or(rhythms[word], rhythms[strings.TrimSuffix(word, "ly")])
	}
	return ""
}
