package loader

import (
	"strings"

	"mandategraph/graph"
)

// How the body of a citation was found.
const (
	namedBody   = "named"      // General Assembly resolution, or resolution ... of the General Assembly
	shortBody   = "short form" // Conference resolution
	ownBody     = "its"
	unnamedBody = "" // resolution 9/1
	foreignBody = "unknown body"
)

// words between a body and its noun that change neither.
var betweenWords = map[string]bool{"relevant": true, "previous": true, "earlier": true, "recent": true, "most": true, "subsequent": true, "other": true, "own": true, "all": true, "said": true, "above-mentioned": true, "landmark": true, "annual": true, "related": true, "prior": true, "draft": false, "also": true}

// bodyBefore reads whose act it is from the words before the noun: a body's
// name, a short form, or "its". lead is where these words begin.
func (f *finder) bodyBefore(noun int) (code, how string, lead int) {
	i := noun
	for {
		trimmed := strings.TrimRight(f.s[:i], " *")
		w := lastWord(trimmed)
		if w == "" || !betweenWords[strings.ToLower(w)] {
			i = len(trimmed)
			break
		}
		i = len(trimmed) - len(w)
	}
	for _, b := range f.bodies {
		if b.end == i || b.end+2 == i && strings.HasSuffix(f.s[:i], "'s") || strings.HasSuffix(f.s[:i], "’s") && b.end == i-4 {
			return b.code, namedBody, b.start
		}
	}
	w := lastWord(f.s[:i])
	start := i - len(w)
	switch {
	case strings.EqualFold(w, "its"):
		if f.owner(start) {
			return "", foreignBody, start // "the Council and its resolution": whose, the text leaves open
		}
		return f.itsBody(start, noun), ownBody, start
	case w == "Parties" && strings.HasSuffix(f.s[:i], "Conference of the Parties"):
		return f.body, shortBody, i - len("Conference of the Parties")
	case w == "Assembly" && !strings.HasSuffix(f.s[:i], "Environment Assembly") && !strings.HasSuffix(f.s[:i], "Health Assembly"):
		return "ga", shortBody, start
	}
	if code, ok := f.shortForm(w, start); ok {
		return code, shortBody, start
	}
	if w != "" && w[0] >= 'A' && w[0] <= 'Z' && start > 0 && !strings.HasSuffix(strings.TrimRight(f.s[:start], " "), ".") && isName(f.s[:start]) {
		return "", foreignBody, start
	}
	return "", unnamedBody, noun
}

// owner says that another body stands right before "its", joined to it by no
// more than a conjunction.
func (f *finder) owner(start int) bool {
	for _, b := range f.bodies {
		if b.end <= start && start-b.end < 60 && b.code != f.body && glue(f.s[b.end:start]) {
			return true
		}
	}
	return false
}

// isName says that the word before is part of a name too, so that a capital
// letter does not come from the start of a sentence.
func isName(before string) bool {
	w := lastWord(strings.TrimRight(before, " "))
	return w != "" && (w[0] >= 'A' && w[0] <= 'Z' || w == "of" || w == "the")
}

func lastWord(s string) string {
	i := len(s)
	for i > 0 && (isWord(s[i-1]) || s[i-1] == '-') {
		i--
	}
	return s[i:]
}

// shortForm resolves "Conference", "Council", "Commission" ...: the body that
// speaks where that is its own short form, else the last body named in full
// before it in the text whose name has the word.
func (f *finder) shortForm(w string, at int) (code string, ok bool) {
	switch w {
	case "Conference", "Council", "Commission", "Plenary", "Platform", "Forum", "Meeting":
	default:
		return "", false
	}
	own, _ := graph.BodyByCode(f.body)
	if strings.HasSuffix(own.Short, w) || strings.HasPrefix(own.Short, w) {
		for i := len(f.bodies) - 1; i >= 0; i-- {
			b := f.bodies[i]
			if b.end <= at && b.code != f.body && hasShort(b.code, w) {
				return b.code, true // another body of that kind was named since
			}
		}
		return f.body, true
	}
	for i := len(f.bodies) - 1; i >= 0; i-- {
		if b := f.bodies[i]; b.end <= at && hasShort(b.code, w) {
			return b.code, true
		}
	}
	if f.tree != nil && f.tree.Body != "" && hasShort(f.tree.Body, w) {
		return f.tree.Body, true
	}
	return "", true
}

func hasShort(code, w string) bool {
	b, _ := graph.BodyByCode(code)
	return strings.Contains(b.Short, w)
}

// itsBody reads "its": the body that speaks, unless another body is the
// subject of the clause: "the adoption by the General Assembly of ..., in its
// resolution 78/47", "in its resolution 77/150, the General Assembly
// recognized".
func (f *finder) itsBody(start, noun int) string {
	before := strings.TrimRight(f.s[:start], " ")
	lower := strings.ToLower(before)
	preposition := strings.HasSuffix(lower, " in") || strings.HasSuffix(lower, " by") || strings.HasSuffix(lower, " through") || strings.HasSuffix(lower, " under") || lower == "in" || lower == "by" || strings.HasSuffix(lower, " with") || strings.HasSuffix(lower, " to") || strings.HasSuffix(lower, " of")
	if !preposition {
		// The object of a verb: whose verb? A body named as its subject.
		if code, ok := f.subjectBefore(start); ok {
			return code
		}
		return f.body
	}
	if code, ok := f.subjectAfter(noun); ok {
		return code
	}
	if strings.HasSuffix(lower, " in") || strings.HasSuffix(lower, " by") || strings.HasSuffix(lower, " through") || strings.HasSuffix(lower, " with") || strings.HasSuffix(lower, " to") {
		for i := len(f.bodies) - 1; i >= 0; i-- {
			b := f.bodies[i]
			if b.end > start {
				continue
			}
			if _, inQuote := f.masked(b.start); inQuote {
				continue
			}
			lead := strings.ToLower(strings.TrimRight(f.s[:b.start], " "))
			if strings.HasSuffix(lower[b.end:], "resolution") {
				break
			}
			if (strings.HasSuffix(lead, " by the") || strings.HasSuffix(lead, " by") || lead == "the" || strings.HasSuffix(lead, ", the") || strings.HasSuffix(lead, "that the") || strings.HasSuffix(lead, "which the")) && !adjunct(f.s[b.end:]) {
				return b.code
			}
		}
	}
	return f.body
}

// adjunct says that the name is only the possessor of a noun: "General
// Assembly resolution".
func adjunct(after string) bool {
	return strings.HasPrefix(after, " resolution") || strings.HasPrefix(after, " decision")
}

// subjectBefore finds a body that is the subject of the finite verb just
// before: "the General Assembly reaffirmed its resolution".
func (f *finder) subjectBefore(start int) (string, bool) {
	for i := len(f.bodies) - 1; i >= 0; i-- {
		b := f.bodies[i]
		if b.end > start {
			continue
		}
		between := f.s[b.end:start]
		if len(between) > 60 {
			break
		}
		c, end, ok := verbAt(between, 0, false)
		if ok && (c.form == pastForm || c.form == thirdForm) && strings.TrimSpace(between[end:]) == "" {
			return b.code, true
		}
	}
	return "", false
}

// subjectAfter reads the subject that follows: "in its decision 5/2, the
// Conference had decided".
func (f *finder) subjectAfter(noun int) (string, bool) {
	end := min(len(f.s), noun+400)
	window := f.s[noun:end]
	for i := 0; i < len(window); {
		k := strings.Index(window[i:], ", the ")
		if k < 0 {
			return "", false
		}
		at := noun + i + k + len(", the ")
		i += k + len(", the ")
		if _, inQuote := f.masked(at); inQuote {
			continue
		}
		for _, b := range f.bodies {
			if b.start == at && startsVerb(f.s[b.end:]) {
				return b.code, true
			}
		}
		w, next := word(f.s, at)
		if w == "Assembly" && startsVerb(f.s[next:]) {
			return "ga", true
		}
		if code, ok := f.shortForm(w, at); ok && code != "" && startsVerb(f.s[next:]) {
			return code, true
		}
		if strings.Count(f.s[noun:at], ".") > 1 {
			return "", false
		}
	}
	return "", false
}

// startsVerb says that a finite verb follows: it was the subject.
func startsVerb(after string) bool {
	w, _ := word(after, 0)
	switch w {
	case "had", "has", "was", "shall", "should", "would", "will", "may", "also", "inter":
		return true
	}
	c, _, ok := verbAt(after, 0, false)
	return ok && (c.form == pastForm || c.form == thirdForm)
}

// bodyAfter reads a body that stands behind: "resolution 11/2, entitled “…”,
// of the Conference of the Parties to the Convention".
func (f *finder) bodyAfter(first, at int) int {
	rest := f.s[at:]
	i := at
	for _, lead := range []string{", of the ", " of the ", ", adopted by the ", " adopted by the "} {
		if strings.HasPrefix(rest, lead) {
			i = at + len(lead)
			break
		}
	}
	if that := " of that "; strings.HasPrefix(rest, that) {
		return f.thatBody(first, at, at+len(that))
	}
	if i == at {
		return at
	}
	code, end := "", i
	for _, b := range f.bodies {
		if b.start == i {
			code, end = b.code, b.end
		}
	}
	if code == "" {
		w, next := word(f.s, i)
		switch {
		case w == "Assembly":
			code, end = "ga", next
		case strings.HasPrefix(f.s[i:], "Conference of the Parties"):
			code, end = f.body, i+len("Conference of the Parties")
		default:
			if c, ok := f.shortForm(w, i); ok {
				code, end = c, next
			}
		}
	}
	if code == "" {
		return at
	}
	for k := first; k < len(f.found); k++ {
		f.found[k].body, f.found[k].how = code, namedBody
	}
	if date, e, ok := ofDate(f.s, end); ok {
		if last := &f.found[len(f.found)-1]; last.date == "" {
			last.date = date
		}
		end = e
	}
	if title, e, ok := f.entitled(end); ok {
		if last := &f.found[len(f.found)-1]; last.title == "" {
			last.title = title
		}
		end = e
	}
	f.found[len(f.found)-1].end = end
	return end
}

// thatBody reads "decision 9/3 of that Conference": the last body named before.
func (f *finder) thatBody(first, at, i int) int {
	w, next := word(f.s, i)
	for k := len(f.bodies) - 1; k >= 0; k-- {
		if b := f.bodies[k]; b.end <= at && strings.Contains(f.s[b.start:b.end], w) {
			for j := first; j < len(f.found); j++ {
				f.found[j].body, f.found[j].how = b.code, namedBody
			}
			return next
		}
	}
	return at
}
