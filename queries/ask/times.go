package ask

import ()

// Times in questions.

// times takes years and days out of the question.
func (p *parser) times() {
	for i := range p.parts {
		q := p.at(i)
		if q.since == "" || p.used[i] || len(q.nodes) > 0 && p.at(i-1).cue == "" {
			continue
		}
		p.used[i] = true
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
		default:
			p.out.Since, p.out.Until = q.since, q.until
		}
		for k := i - 1; k >= i-2 && k >= 0; k-- {
			if c := p.at(k); (c.is("since") || c.is("before") || c.is("between") || c.is("in") || c.is("and") || c.is("to") || c.is("of") || c.is("the")) && !p.isName(k) {
				p.used[k] = true
			} else {
				break
			}
		}
	}
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
