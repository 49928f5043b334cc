package ask

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
)

// What a question wants done, by the words that ask for it.

// operations by the cue that asks for them, the surest first.
var operations = []struct{ cue, operation string }{
	{
		"long",
		opLongest,
	}, {"short", opLongest}, {"byYear", opByYear}, {"byMonth", opByYear}, {"bySession", opByYear}, {"byBody", opByYear}, {"least", opMost},
	{"most", opMost}, {"count", opCount}, {"compare", opCompare},
	{"until", opUntil}, {"follow", opFollow}, {"lineage", opLineage}, {"life", opLife},
	{"say", opSay}, {"path", opPath}, {"outcome", opOutcome}, {"when", opWhen}, {"where", opSay}, {"report", opReport},
	{"draft", opDraft}, {"define", opDescribe},
}

// operation finds what is to be done.
func (p *parser) operation() {
	if len(p.parts) > 0 && p.at(0).is("aux") && p.at(0).text != "be" {
		p.out.Operation, p.used[0] = opWhether, true
		for i := range p.parts {
			if p.at(i).is("until") && !p.isName(i) && len(p.verbs) == 0 {
				p.out.Operation, p.used[i] = opUntil, true // is it still in force
			}
		}
		return
	}
	if p.duties() {
		p.out.Operation = opDuties
		return
	}
	if i := p.reporting(); i >= 0 {
		p.out.Operation, p.used[i] = opReport, true
		p.verbs = slices.DeleteFunc(p.verbs, func(v int) bool { return v == i })
		return
	}
	for _, o := range operations {
		for i := range p.parts {
			q := p.at(i)
			if !q.is(o.cue) || p.isName(i) || slices.Contains(p.verbs, i) || p.used[i] {
				continue
			}
			if !p.performs(o.operation, i) {
				continue
			}
			p.out.Operation, p.used[i] = o.operation, true
			if p.counting(o.cue); o.operation == opDescribe && p.pick() {
				p.out.Operation = opList // what was the last resolution of the year
			} else if o.operation == opWhen {
				p.pick() // when was it last extended
			}
			return
		}
	}
	p.pick()
}

// groupings are the keys by which the API counts, by the cue that asks for them.
var groupings = map[string]string{"byYear": "YEAR", "byMonth": "MONTH", "bySession": "SESSION", "byBody": "BODY"}

// whichYear matches a question for the year in which most was done.
var whichYear = regexp.MustCompile(`(?i)\b(?:in )?(?:which|what) years?\b|\byears? with\b`)

// whichMonth matches one for the month.
var whichMonth = regexp.MustCompile(`(?i)\b(?:in )?(?:which|what) months?\b|\bmonths? with\b`)

// topNumber matches how many of the first are wanted: top five, the 10 most cited.
var topNumber = regexp.MustCompile(`(?i)\b(?:top|first)[ -](\w+)\b|\b(\w+) most\b`)

// counting notes by what is counted, in which direction, and how many are wanted.
func (p *parser) counting(cue string) {
	p.out.group, p.out.least = groupings[cue], cue == "least" || cue == "short"
	for i := range p.parts {
		if cue := p.at(i).cue; p.at(i).isAny("bySession", "byBody", "byYear", "byMonth", "least") && !p.isName(i) {
			p.used[i] = true
			p.out.group = cmp.Or(p.out.group, groupings[cue])
		}
	}
	if p.out.Operation == opMost && p.out.group == "" && whichYear.MatchString(p.out.question) {
		p.out.group = "YEAR"
	}
	if p.out.Operation == opMost && whichMonth.MatchString(p.out.question) {
		p.out.group = "MONTH"
	}
	for _, m := range topNumber.FindAllStringSubmatch(p.out.question, -1) {
		if word := cmp.Or(m[1], m[2]); numberOf(word) > 0 && p.out.Operation == opMost {
			p.out.top = numberOf(word)
			p.useText(word)
		}
	}
}

// useText marks the part of a text as used where it is a number.
func (p *parser) useText(text string) {
	for i := range p.parts {
		if p.out.top > 0 && p.at(i).text == text {
			p.parts[i].nodes, p.used[i] = nil, true
		}
	}
}

// numberOf is a number in figures or a small one in words; 0 for anything else.
func numberOf(word string) int {
	if n := slices.Index(smallNumbers, strings.ToLower(word)); n > 0 {
		return n
	}
	n := 0
	for _, c := range word {
		if c < '0' || c > '9' || n > 1000 {
			return 0
		}
		n = 10*n + int(c-'0')
	}
	return n
}

var smallNumbers = []string{"", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
	"eleven", "twelve", "thirteen", "fourteen", "fifteen"}

// performs says that a cue asks for its operation here.
func (p *parser) performs(operation string, i int) bool {
	switch operation {
	case opReport:
		return p.mustBefore(i)
	case opWhen:
		return !p.asksDuty(i)
	case opPath:
		return len(p.entities()) > 1
	case opDescribe:
		return len(p.verbs) == 0
	case opDraft:
		return p.draftOf(i)
	}
	return true
}

// asksDuty says that a "when" asks for the day by which somebody has to do something:
// by when, who must report and when.
func (p *parser) asksDuty(i int) bool {
	if i > 0 && strings.EqualFold(p.at(i-1).text, "by") {
		return true
	}
	for k := range p.parts {
		switch strings.ToLower(p.at(k).text) {
		case "must", "shall":
			return true
		case "has", "have", "had":
			if p.hasTo(k) {
				return true
			}
		}
	}
	return false
}

// hasTo says that a part of "have" obliges: has to report, has the secretariat to report.
func (p *parser) hasTo(k int) bool {
	if strings.EqualFold(p.at(k+1).text, "to") {
		return true
	}
	for i := k + 1; i < len(p.parts) && (p.isName(i) || p.at(i).is("the")); i++ {
		if verb := p.at(i + 2); strings.EqualFold(p.at(i+1).text, "to") && (verb.is("report") || verb.verb != nil && verb.verb.base) {
			return true
		}
	}
	return false
}

// reporting is the verb of who must report, or reports to whom; -1 where there is none.
func (p *parser) reporting() int {
	for i := range p.parts {
		if !p.at(i).is("report") || p.isName(i) || p.at(i-1).isAny("of", "the", "about") || p.at(i-1).noun != nil {
			continue
		}
		who := p.at(i-1).is("ask") && strings.EqualFold(p.at(i-1).text, "who") && p.at(i+1).is("to")
		if who || p.asksDuty(i) && p.mustBefore(i) {
			return i
		}
	}
	return -1
}

// draftOf says that the draft of something is meant, or what a draft became.
func (p *parser) draftOf(i int) bool {
	return p.at(i+1).is("of") || p.at(i+1).is("to") || p.isName(i+1)
}

// duties says that the question is what somebody must do: what must the secretariat
// do by 2026.
func (p *parser) duties() bool {
	must := false
	for i := range p.parts {
		switch strings.ToLower(p.at(i).text) {
		case "must", "should", "shall", "has", "have", "supposed", "expected", "required", "need", "needs":
			must = true
		case "do":
			if must && i > 0 && (p.isName(i-1) || p.at(i-1).is("to")) && len(p.verbs) == 0 {
				return true
			}
		}
	}
	return false
}

// mustBefore says that a part is what somebody has to do.
func (p *parser) mustBefore(i int) bool {
	for k := range i {
		switch strings.ToLower(p.at(k).text) {
		case "must", "shall", "should", "has", "have", "to", "does", "do", "will":
			return true
		}
	}
	for k := i + 1; k < len(p.parts); k++ {
		if v := p.at(k).verb; v != nil && len(v.relations) > 0 && strings.HasPrefix(v.relations[0], "submits") || p.at(k).is("report") {
			return true // which reports are to be submitted
		}
	}
	return strings.HasPrefix(p.at(i).text, "reporting") || strings.HasSuffix(p.at(i).text, "due") || p.at(i+1).is("to")
}

// pick finds that only the first or the last is wanted.
func (p *parser) pick() (found bool) {
	for i := range p.parts {
		for _, which := range []string{"first", "last"} {
			if p.at(i).is(which) && !p.isName(i) && !p.used[i] {
				p.out.Pick, p.used[i], found = which, true, true
			}
		}
	}
	return found
}
