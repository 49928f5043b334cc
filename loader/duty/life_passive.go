package duty

import (
	"strings"

	"mandategraph/loader/scan"
)

// notApplied makes an exception from measures, which changes them: "that the embargo
// imposed by paragraph 6 of resolution 713 (1991) shall not apply to".
var notApplied = scan.Compile(`\b(?:shall|do|does|will|should) not (?:apply|be applicable|extend) to\b`)

// passiveTurns are those told of a subject: "that the mandate of the Mission shall be
// extended", "that the measures are lifted".
func passiveTurns(s string, from, end int) (list []turn) {
	subject := from
	for _, m := range lifePassive.FindAll(s[from:end]) {
		word := s[from+m[2] : from+m[3]]
		relation := lifeParticiples[word]
		if relation == "terminates" && onlyIf.MatchString(s[from+m[1]:end]) || strings.Contains(s[from+m[0]:from+m[1]], " not ") {
			continue // the act does not end it yet
		}
		if word == "increased" && !strings.Contains(s[subject:from+m[0]], "membership") {
			continue
		}
		list = append(
			list,
			turn{relation: relation, verb: s[from+m[0] : from+m[1]], start: subject, end: end, objectFrom: subject, objectTo: from + m[0]},
		)
		subject = from + m[1]
	}
	for _, m := range notApplied.FindAll(s[from:end]) {
		list = append(
			list,
			turn{
				relation:   "amends",
				verb:       s[from+m[0] : from+m[1]],
				start:      from,
				end:        end,
				objectFrom: from,
				objectTo:   from + m[0],
				exception:  true,
			},
		)
	}
	for _, m := range lifeActive.FindAll(s[from:end]) {
		word, rest := s[from+m[2]:from+m[3]], s[from+m[3]:end]
		relation := "terminates"
		if word == "include" {
			if !mandateOf.MatchString(s[from : from+m[0]]) {
				continue
			}
			relation = "amends"
		}
		if strings.HasPrefix(word, "continue") || strings.HasPrefix(word, "remain") {
			relation = "extends"
			if !endsAt.MatchString(rest) && !lasts.MatchString(rest) {
				continue
			}
		}
		if strings.Contains(s[from:from+m[0]], "on the understanding") {
			continue // a condition of what is decided
		}
		if strings.HasPrefix(word, "no longer") && strings.HasPrefix(rest, " to ") {
			continue // to some of what they applied to
		}
		list = append(
			list,
			turn{relation: relation, verb: s[from+m[0] : from+m[1]], start: subject, end: end, objectFrom: from, objectTo: from + m[0]},
		)
	}
	return list
}
