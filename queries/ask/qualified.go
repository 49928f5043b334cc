package ask

import (
	"regexp"
	"strings"
)

// Words that make a question stricter than its reading: every, only, none. What was read
// is shown, but a Yes to something weaker is no Yes to the question.

var (
	// strict are these words, alone or at the beginning of what they go with.
	strict = regexp.MustCompile(`(?i)^(?:every|all|each|only|solely|exclusively)\b`)
	// denying matches who did not: no State, none.
	denying = regexp.MustCompile(`(?i)\b(?:none of|nobody|no (?:states?|members?|country|countries|delegations?|one))\b`)
)

// unchecked is the word of a question that its reading does not decide; empty for none.
// A Yes to an easier question is none to a stricter one; where nothing was read, a No to
// the easier one is a No to both, but for denials and for numbers.
func (t telling) unchecked(verdict bool) string {
	question := t.u.asked
	if m := soMany.FindString(question); m != "" && whetherSoMany.MatchString(question) {
		return m
	}
	if m := denying.FindString(question); m != "" || !verdict {
		return m
	}
	parts := t.parted(question)
	for i, p := range parts {
		atAll := i > 0 && strings.EqualFold(parts[i-1].text, "at")
		if len(p.nodes) == 0 && !atAll && strict.MatchString(p.text) {
			return strict.FindString(p.text)
		}
	}
	return ""
}

// notOnly says of a list that nothing was left out of it for the sake of “only”.
func (t telling) notOnly() string {
	if t.u.meant == nil || t.u.meant.Operation != opList || t.form.words {
		return ""
	}
	for _, p := range t.parted(t.u.asked) {
		if len(p.nodes) == 0 && strings.EqualFold(p.text, "only") {
			return " (“only” was not checked)"
		}
	}
	return ""
}
