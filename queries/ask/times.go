package ask

import (
	"regexp"
	"slices"
	"strings"

	"mandategraph/graph/names"
)

// Times in questions.

// times takes years and days out of the question.
func (p *parser) times() {
	for i := range p.parts {
		q := p.at(i)
		if q.since == "" || p.used[i] || len(q.nodes) > 0 && p.at(i-1).cue == "" {
			continue
		}
		p.used[i] = true
		if p.at(i-1).is("of") && p.actOf(i-2, q.since) {
			continue // resolution 678 of 1990
		}
		before := p.at(i - 1)
		if p.at(i - 1).is("the") {
			before = p.at(i - 2)
		}
		switch {
		case before.is("and") && p.out.Since != "" && p.at(i-2).since != "", before.is("to") && p.out.Since != "":
			p.out.Until = q.until
		case before.text == "after" || before.text == "later than" || before.text == "following":
			p.out.Since = after(q.until)
		case before.is("since") && before.text != "from" || before.text == "from":
			p.out.Since = q.since
		case before.text == "before" || before.text == "prior to" || before.text == "earlier than":
			p.out.Until = beforeThat(q.since)
		case before.is("before") && !before.is("since"):
			p.out.Until = q.until
		case before.text == "by" && p.speaksOfDuty(): // when it is due, not when it was asked
			p.out.Left = append(p.out.Left, "by "+q.text)
			p.used[i-1] = true
		case before.text == "by":
			p.out.Until, p.used[i-1] = q.until, true
		default:
			p.out.Since, p.out.Until = q.since, q.until
		}
		for k := i - 1; k >= i-2 && k >= 0; k-- {
			if p.at(k).isAny("since", "before", "between", "in", "and", "to", "of", "the") && !p.isName(k) {
				p.used[k] = true
			} else {
				break
			}
		}
	}
}

// actOf says that a part is one act of a time.
func (p *parser) actOf(i int, time string) bool {
	return p.ofKinds(i, "Act") && len(p.at(i).nodes) == 1 && strings.HasPrefix(p.Date(p.at(i).nodes[0]), time)
}

// speaksOfDuty says that a verb of the question asks something of somebody.
func (p *parser) speaksOfDuty() bool {
	return slices.ContainsFunc(p.parts, func(q part) bool {
		return q.verb != nil && clause{Relations: q.verb.relations}.asks()
	})
}

// after is the first year or day that is later, as a filter takes it; a year that
// ends is followed by the next.
func after(until string) string {
	if len(until) == 4 {
		return nextYear(until, 1)
	}
	return until
}

func beforeThat(since string) string {
	if len(since) == 4 {
		return nextYear(since, -1)
	}
	return since
}

func nextYear(year string, step int) string {
	n := 0
	for _, c := range year {
		n = n*10 + int(c-'0')
	}
	return decimal(n + step)
}

// readTime reads a year, a decade, a month or a day.
func (p *part) readTime(words []token) bool {
	text := ""
	for i, w := range words {
		if i > 0 {
			text += " "
		}
		text += w.text
	}
	switch m := years.FindStringSubmatch(text); {
	case len(words) == 1 && isYear(text):
		p.since, p.until, p.year = text, text, true
		return true
	case m != nil:
		p.since, p.until = m[1], m[2]
		if len(m[2]) == 2 {
			p.until = m[1][:2] + m[2]
		}
		return true
	case decade.MatchString(text):
		p.since, p.until = text[:4], text[:3]+"9"
		return true
	}
	if len(words) < 2 || len(words) > 3 {
		return false
	}
	if day := names.ReadDay(text); day != "" {
		p.since, p.until = day, day
		return true
	}
	if month := names.Month(words[0].text); month > 0 && len(words) == 2 && isYear(words[1].text) {
		p.since = words[1].text + "-" + twoFigures(month)
		p.until = p.since
		return true
	}
	return false
}

func twoFigures(n int) string {
	if n < 10 {
		return "0" + decimal(n)
	}
	return decimal(n)
}

var (
	years  = regexp.MustCompile(`^((?:19|20)\d\d)[-/]((?:19|20)?\d\d)$`)
	decade = regexp.MustCompile(`^(?:19|20)\d0s$`)
	// sessionShort is a conference with the number of its session: COP12, COP-12.
	sessionShort = regexp.MustCompile(`^([a-z]+)-?(\d{1,3})$`)
)
