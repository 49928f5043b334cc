package ask

import (
	"regexp"
	"slices"
	"strings"

	"mandategraph/graph/snapshot"
)

// Acts that a time would shut out though they may be of it: of some no day was read, or no
// date at all.

// mostUndated is how many of these are named.
const mostUndated = 12

// kindsAndUndated counts acts by their kinds, and names those of the same sessions whose
// day was not read where the question is about a day or a month.
func (c *composer) kindsAndUndated(t telling) string {
	said := kindsOfActs(t)
	if len(c.Since) < len("2004-06") || len(t.found) == 0 {
		return said
	}
	year := toYear(c.Since)
	var names []string
	for _, n := range c.withoutDay(t) {
		name := c.called(n)
		if day := printedDay.FindString(c.closing(n)); day != "" {
			name += " (its text has “" + strings.TrimPrefix(day, "on ") + "”)"
		} else if date := c.Date(n); date != "" && toYear(date) < year {
			continue
		}
		names = append(names, name)
	}
	if len(names) == 0 || len(names) > mostUndated {
		return said
	}
	return strings.TrimSpace(said + " Besides, of " + counted(len(names), "act") +
		" of the same session no day was read, so they may be of this time as well: " + enumerated(names) + ".")
}

// withoutDay are the loaded acts of the sessions and kinds of some results that have no day.
func (c *composer) withoutDay(t telling) (list []snapshot.Node) {
	var sessions, shown []snapshot.Node
	kinds := map[string]bool{}
	for _, r := range t.found {
		n := t.node(r)
		if s, ok := c.Lookup(c.Text(n, "session")); ok && !slices.Contains(sessions, s) {
			sessions = append(sessions, s)
		}
		shown, kinds[c.kindOfAct(n)] = append(shown, n), true
	}
	for _, kind := range actKindsIn(c.question) {
		kinds[kind] = true
	}
	for _, s := range sessions {
		for _, n := range c.Having("session", s, "Act") {
			whole := len(c.Date(n)) == len("2004-06-03")
			if c.Loaded(n) && !whole && kinds[c.kindOfAct(n)] && !slices.Contains(shown, n) {
				list = append(list, n)
			}
		}
	}
	return list
}

// kindOfAct is whether an act is a resolution or a decision.
func (r *Reader) kindOfAct(n snapshot.Node) string {
	for _, kind := range []string{"resolution", "decision"} {
		if r.isOfKind(n, []string{kind}) {
			return kind
		}
	}
	return ""
}

// undatedOf says which loaded acts of some bodies have no date, and so are in no year.
func (r *Reader) undatedOf(bodies []snapshot.Node) string {
	var names []string
	for _, body := range bodies {
		for _, n := range r.Having("body", body, "Act") {
			if r.Loaded(n) && r.Date(n) == "" {
				names = append(names, r.called(n))
			}
		}
	}
	if len(names) == 0 {
		return ""
	}
	return "No date was read of " + fewNames(names) + ", which are counted in no year."
}

// countedList says how many paragraphs have as many of the words as the best one, and of
// which acts they are, where a question asks how many or which there are.
func countedList(t telling) string {
	if len(t.found) < 2 || t.u.meant == nil || !severalAsked(t.u.meant.question) {
		return ""
	}
	best, names, paragraphs := len(t.passageOf(t.found[0]).Lacking), []string(nil), 0
	for _, r := range t.found {
		p := t.passageOf(r)
		if len(p.Lacking) != best {
			break
		}
		paragraphs++
		name := t.called(p.Whole)
		if t.u.meant.Since+t.u.meant.Until != "" && t.dateOf(p.Whole) == "" {
			name += " (no date was read)"
		}
		if t.isAct(p.Whole) && !slices.Contains(names, name) {
			names = append(names, name)
		} else if !t.isAct(p.Whole) {
			return ""
		}
	}
	if len(names) < 2 || paragraphs == len(t.found) && t.left > 0 {
		return ""
	}
	having := "all of the words"
	if best > 0 {
		having = "most of the words"
	}
	return counted(
		paragraphs,
		"paragraph",
	) + " of " + counted(
		len(names),
		"act",
	) + " have " + having + ", those of " + enumerated(
		names,
	) + "."
}

// howSeveral matches a question how many or which there are, with the noun of the latter.
var howSeveral = regexp.MustCompile(
	`(?i)\bhow (?:often|many)\b|\bon (?:what|which) occasions\b|\b(?:which|what) (?:\pL+ ){0,2}?(\pL{4,}s)\b`)

// severalAsked says that a question is one.
func severalAsked(question string) bool {
	m := howSeveral.FindStringSubmatch(question)
	return m != nil && !slices.Contains([]string{"does", "this"}, strings.ToLower(m[1])) &&
		!nounlessWhat.MatchString(question)
}

// nounlessWhat matches a question with no noun behind what: what is the purpose.
var nounlessWhat = regexp.MustCompile(
	`(?i)\b(?:which|what) (?:is|are|was|were|does|did|do|has|have|had|of|will|must|should)\b`,
)
