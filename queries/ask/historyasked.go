package ask

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"mandategraph/graph/search"
	"mandategraph/graph/snapshot"
)

// Questions for the history of something that has no life of its own in the statements,
// and how their answers are told.

// asksHistory matches a question for all that happened to something.
var asksHistory = regexp.MustCompile(
	`(?i)\bhistory\b|\bchronolog|\btimeline\b|\bevolution\b|\btrace\b|\borigins?\b|\bstep by step\b|\bmilestones?\b|` +
		`\bhow (?:\w+ )*?(?:did|has|have|had|was|were) .*\b(?:come about|come into being|begin|start|develop|evolve|change|grow|originate|` +
		`begun|started|developed|evolved|changed|grown|extended)\b|\bover the years\b|\bbec(?:o|a)me of\b|\bwhat (?:has |have |had )?(?:happened|followed|came)\b|` +
		`\b(?:road|way|path|steps) (?:to|towards)\b|\bfrom (?:the |its |their )?(?:beginning|start|outset)\b|\bsince (?:the )?(?:beginning|start)\b|` +
		`\boverview\b|\bover time\b|\bin (?:chronological )?order\b|\bmoved? from\b.*\bto\b|\bafterwards\b|\bhow did .*\bend\b|` +
		`\bwhen (?:were|was|did) .*\b(?:lifted|terminated|abolished|dissolved|brought to an end|end|suspended)\b|\bwhere .* c[ao]mes? from\b`,
)

// historyWord matches words of such a question that say nothing of its subject.
var historyWord = regexp.MustCompile(
	`(?i)^(?:history|chronology|timeline|evolution|trace|origins?|milestones?|steps?|stages?|road|way|path|begin|began|begun|` +
		`start|started|beginning|end|ended|came|come|happen|happened|follow|followed|develop|developed|evolved?|changed?|extended|main|important|question|brought|bring|please|pls|give|` +
		`overview|order|chronological|moved?|tightened|lifted|terminated|suspended|dissolved|abolished|afterwards|explain|comes)$`,
)

// fromTo matches how far a history is to go where it says so by the names of places or
// sessions and not by years.
var fromTo = regexp.MustCompile(`(?i)[\s,–-]*\bfrom (?:the |its )?[^\d?,;]+ to (?:the |its )?[^\d?,;]+`)

// fromOneTo matches two states between which something moved: from a voluntary to a
// mandatory embargo.
var fromOneTo = regexp.MustCompile(`(?i)\bfrom (?:an? )?([a-z-]+) to (?:an? )?([a-z-]+) [a-z]`)

// asksOtherFirst matches a question that asks something else before the history: who sits
// in it, and how did it come about.
var asksOtherFirst = regexp.MustCompile(`(?i)^(?:who|whom|whose|how many|how much|where)\b.*\band (?:how|what)\b`)

// wordAndNumber matches words that only together name something: Article 6.
var wordAndNumber = regexp.MustCompile(`^\pL+ \d+$`)

// asksStory makes the search for passages of a question one for a history; ok is false
// where it asks for none, or where it looks into one text.
func (d *meaning) asksStory(r *Reader) bool {
	if d.noStory || asksOtherFirst.MatchString(d.question) || !asksHistory.MatchString(d.question) ||
		slices.ContainsFunc(d.texts, func(t term) bool {
			return !slices.ContainsFunc(t.Nodes, func(n snapshot.Node) bool { return r.Kind(n) == "Body" })
		}) {
		return false
	}
	if whole := fromTo.ReplaceAllString(d.question, ""); whole != d.question {
		saysMore := func(w string) bool { return !historyWord.MatchString(w) }
		if narrow := r.read(whole); slices.ContainsFunc(narrow.content, saysMore) {
			d.content = narrow.content
		}
	}
	if m := fromOneTo.FindStringSubmatch(d.question); m != nil {
		rest := slices.DeleteFunc(slices.Clone(d.content), func(w string) bool { return w == m[1] || w == m[2] })
		if slices.ContainsFunc(rest, func(w string) bool { return !historyWord.MatchString(w) }) {
			d.content = rest
		}
	}
	for i, w := range d.content {
		if wordAndNumber.MatchString(w) {
			d.content[i] = `"` + w + `"`
		}
	}
	d.content = slices.DeleteFunc(slices.Clone(d.content), func(w string) bool { return historyWord.MatchString(w) })
	return len(d.content) > 0
}

// asSearch makes a search for passages of a meaning, in the order of dates where the
// question asks for a history.
func (c *composer) asSearch() {
	story := c.asksStory(c.Reader)
	c.asWords()
	if story {
		c.Operation = opHistory
	}
}

// shownOfStep is how much of a paragraph a chronicle shows, in code points.
const shownOfStep = 420

// chronicle makes the search for passages one in the order of dates.
func (c *composer) chronicle() {
	own := forms["passages"]
	own.header = "What the loaded texts tell of “" + c.Words + "”, by date:"
	if chosenVerbs(c.question) == ending {
		own.header = "What the loaded texts say of an end of “" + c.Words + "”, by date:"
	}
	own.columns = []column{
		{"date", func(t telling, r row) string { return t.dateOf(t.passageOf(r).Whole) }},
		inWholeNumber,
		inWholeBody,
		inPassage,
		inWholeTitle,
	}
	own.details = func(t telling, r row) []string {
		return t.passageOf(r).step(t.Reader, shownOfStep)
	}
	own.lead, own.remark = toldFrom, silences
	c.u.form, c.u.beside = &own, nil
}

// step is a passage as a step of a history: under the beginning of the paragraph of which
// it is an item, and cut.
func (p Passage) step(r *Reader, length int) []string {
	text, marks := search.CutTo(p.Text, p.Matches, length)
	return append(r.leadOf(p.Node), Passage{Text: text, Matches: marks}.starred())
}

// toldFrom says from when to when texts tell of it.
func toldFrom(t telling) string {
	seen := map[snapshot.Node]bool{}
	var dates []string
	for _, p := range t.passages() {
		if date := t.dateOf(p.Whole); !seen[p.Whole] && date != "" {
			dates = append(dates, date)
		}
		seen[p.Whole] = true
	}
	if len(dates) == 0 {
		return ""
	}
	return fmt.Sprintf("%s, from %s to %s:", counted(len(seen), "text"), dates[0], dates[len(dates)-1])
}

// silences says between which years nothing was found.
func silences(t telling) string {
	var said []string
	before := ""
	for _, p := range t.passages() {
		date := t.dateOf(p.Whole)
		if from, to := yearOf(before), yearOf(date); from > 0 && to-from > longSilence {
			said = append(said, "between "+before+" and "+date)
		}
		before = date
	}
	if len(said) == 0 {
		return ""
	}
	return "Nothing was found " + strings.Join(said, ", nor ") + "."
}
