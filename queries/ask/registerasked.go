package ask

import (
	"regexp"
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
	"mandategraph/graph/snapshot"
)

// What a question for duties says of the mandates that answer it.

var (
	// asksDuties matches a question for what somebody has to do or to report, by when or
	// to whom.
	asksDuties = regexp.MustCompile(
		`(?i)\b(?:must|has to|have to|had to|ha(?:s|ve|d) (?:it |they |he )?to|supposed to|(?:asked|requested|invited|required|obliged|expected|` +
			`urged|called upon) to|to (?:report|submit|deliver|hand in|send in|provide|produce))\b|\bdue\b|\bby when\b|\bby (?:what|which) (?:date|day)s?\b|` +
			`\bdeadlines?\b|\bhave back\b|\bcomes? (?:back )?before\b|\breporting\b|\breports? (?:are|were|is|was|to be)\b|\bsubmissions?\b|\btasks?\b`,
	)
	// asksReports matches one for what is handed over, and deliveringClause a clause that
	// asks for it.
	asksReports = regexp.MustCompile(
		`(?i)\breport|\bsubmi|\bdeliver|\bhand(?:ed)? in\b|\bsen[dt] in\b|\bhave back\b|\bback before\b|\bcomes? before\b`,
	)
	deliveringClause = regexp.MustCompile(`\b(?:reports?|submits?|submissions?|transmits?)\b`)
	saysReport       = regexp.MustCompile(`(?i)\breport|\bsubmission`)
	asksDates        = regexp.MustCompile(
		`(?i)\bby when\b|\bdeadlines?\b|\bby (?:what|which) (?:date|day)s?\b|\bwhen\b`,
	)
	// dutyWord matches words that only ask, and dueSession a session at which something is due.
	dutyWord = regexp.MustCompile(
		`(?i)^(?:reports?|reporting|reported|submits?|submitted|submissions?|due|deliver\w*|deadlines?|back|list|everything|requests?|` +
			`requested|asked|hand|handed|send|sent|provides?|progress|must|paragraphs?|dates?|sessions?|adopted|obligations?|duty|duties|\d+(?:st|nd|rd|th) session|commission|council)$`,
	)
	dueSession = regexp.MustCompile(
		`(?i)\b(?:at|to|by|before|for|until|in) (?:the |its |their |that )?(?:[\w-]+|\d+(?:st|nd|rd|th)) session`,
	)
	atSessionOf = regexp.MustCompile(`(?i)^(?:at|to|by|before|for|until|in)$`)
	ofTheAct    = regexp.MustCompile(`(?i)\b(?:resolution|decision|draft|act)s?\b`)
	// tellsOfPast matches a question for what was asked then, not for what is due.
	tellsOfPast = regexp.MustCompile(`(?i)\b(?:did|was|were|had)\b`)
	// lengthOfTime matches a term: 15 days.
	lengthOfTime = regexp.MustCompile(`(?i)\b(\d{1,3}|[a-z]+(?:-[a-z]+)?) (days?|weeks?|months?|years?)\b`)
	// plainYear matches a year at which something is due: in 2027, by 2026.
	plainYear = regexp.MustCompile(`(?i)\b(?:in|by|at its|before|until|during|for) ((?:19|20)\d\d)\b`)
)

// addressed are the kinds of entities that a mandate addresses, or to which is reported.
var addressed = []string{"Body", "Organization", "Role", "Secretariat", "AddresseeClass", "Group", "State"}

// registerWishes are the readings of a question for duties, the one that says most first;
// none where it is no such question.
func (r *Reader) registerWishes(d *meaning) (list []*registerWish) {
	if !asksDuties.MatchString(d.question) {
		return nil
	}
	w := registerWish{Reader: r, since: d.Since, until: d.Until, ofAct: ofTheAct.MatchString(d.question)}
	w.reports = asksReports.MatchString(d.question)
	w.dated = !w.reports && asksDates.MatchString(d.question)
	w.readTerm(d.question)
	w.readNames(d.question)
	words := slices.DeleteFunc(strings.Fields(strings.Join(d.content, " ")), w.saysNothing)
	if len(words) > 0 {
		w.stems = stemsOf(strings.Join(words, " "))
	}
	if m := plainYear.FindStringSubmatch(d.question); m != nil && (w.due > 0 || !tellsOfPast.MatchString(d.question)) {
		due := w
		due.since, due.until = "", ""
		if w.due == 0 {
			due.dueYear = m[1]
		}
		list = append(list, &due)
	}
	list = append(list, &w)
	for _, one := range slices.Clone(list) {
		if bare := *one; len(one.stems) > 0 && (bare.due > 0 || bare.dueYear != "" || len(bare.acts) > 0) {
			bare.stems, bare.unread = nil, strings.Join(words, " ") // what is due tells more than they do
			list = append(list, &bare)
		}
	}
	for _, one := range list {
		one.reports = one.reports && (one.due == 0 && one.dueYear == "" || saysReport.MatchString(d.question))
	}
	return list
}

// readTerm notes a length of time, in figures and in letters.
func (w *registerWish) readTerm(question string) {
	m := lengthOfTime.FindStringSubmatch(question)
	if m == nil {
		return
	}
	if w.term = []string{strings.ToLower(m[0])}; numberOf(m[1]) > 0 && figures.MatchString(m[1]) {
		w.term = append(w.term, inLetters(numberOf(m[1]))+" "+strings.ToLower(m[2]))
	}
}

// readNames notes what the parts of a question name, and which session is which.
func (w *registerWish) readNames(question string) {
	numbers := sessionNumbers(question)
	parts, at := w.cut(tokens(question)), dueSession.MatchString(question)
	for i, part := range parts {
		w.take(part, &numbers)
		if i == 0 || len(part.nodes) == 0 {
			continue
		}
		if w.Kind(part.nodes[0]) == "State" && obliging.MatchString(parts[i-1].text+" "+textBehind(parts, i)) {
			w.obliged = append(w.obliged, part.nodes...)
		}
		at = at || w.only(part.nodes, "Session") && atSessionOf.MatchString(parts[i-1].text)
	}
	slices.Sort(numbers)
	switch n := len(numbers); {
	case n > 1:
		w.given, w.due = numbers[0], numbers[n-1]
	case n == 1 && at:
		w.due = numbers[0]
	case n == 1:
		w.given = numbers[0]
	}
}

// saysNothing says that a word only asks, or is told by what is named already.
func (w *registerWish) saysNothing(word string) bool {
	inTerm := len(w.term) > 0 && lengthOfTime.MatchString(word+" days") && strings.Contains(w.term[0], strings.ToLower(word))
	return inTerm || dutyWord.MatchString(word) || begunAs[strings.ToLower(word)] != nil || w.isNamed(word) ||
		names.OrdinalNumber(word) > 0
}

// asksWhatIsDue says that a question names the session or the year at which something is
// due, of which the register tells all: who, to whom and under which paragraph.
func (r *Reader) asksWhatIsDue(question string) bool {
	return r.meant(question) == nil && slices.ContainsFunc(r.registerWishes(r.read(question)), func(w *registerWish) bool {
		return w.due > 0 || w.dueYear != ""
	})
}

// take notes what a part of a question names.
func (w *registerWish) take(q part, numbers *[]int) {
	if len(q.nodes) == 0 || len(q.nodes) > maxReadings || q.verb != nil && q.near > asName {
		return
	}
	switch kind := w.Kind(q.nodes[0]); {
	case kind == "Act" || kind == "Document":
		w.acts = append(w.acts, q.nodes...)
	case kind == "Session" && !figures.MatchString(q.text): // its number stands apart
	case kind == "Session":
		_, number, _ := strings.Cut(w.ID(q.nodes[0]), "/session/")
		if n := numberOf(number); n > 0 && !slices.Contains(*numbers, n) {
			*numbers = append(*numbers, n)
		}
	case len(q.nodes) > 1 && q.noun != nil: // the Commission, which the session tells
	case slices.Contains(addressed, kind):
		w.named = append(w.named, q.nodes)
	}
}

// isNamed says that a word is a part of a name of an entity that is asked for.
func (w *registerWish) isNamed(word string) bool {
	return slices.ContainsFunc(w.named, func(nodes []snapshot.Node) bool {
		return slices.ContainsFunc(nodes, func(n snapshot.Node) bool {
			texts := append([]string{w.Title(n), w.Text(n, "name")}, w.Values(n, "alias")...)
			return strings.Contains("-"+graph.Slug(strings.Join(texts, " "))+"-", "-"+graph.Slug(word)+"-")
		})
	})
}

// sessionNumbers are the numbers of the sessions in a question, each once.
func sessionNumbers(question string) (list []int) {
	words := strings.Fields(strings.ToLower(question))
	for i, word := range words {
		next := strings.Trim(strings.Join(words[i+1:min(i+2, len(words))], ""), ".,;:?!")
		if n := names.OrdinalNumber(
			word,
		); n > 0 && (next == "session" || next == "sessions") &&
			!slices.Contains(list, n) {
			list = append(list, n)
		}
	}
	return list
}

// obliging matches the words around a name that is obliged: what had X to do, X must.
var obliging = regexp.MustCompile(
	`(?i)^(?:did|does|do|had|has|have|must|should|shall) (?:have to|has to|had to|to|must|shall|need to)\b|^\S+ (?:must|has to|had to|have to|shall)\b`,
)

// textBehind is what stands behind a part, at most two more of them.
func textBehind(parts []part, i int) string {
	var list []string
	for _, q := range parts[i+1 : min(i+3, len(parts))] {
		list = append(list, q.text)
	}
	return strings.Join(list, " ")
}
