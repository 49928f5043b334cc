package ask

import (
	"regexp"
	"strings"

	"mandategraph/graph"
)

// Wordings that are put into the order in which the grammar reads them.

// reordered puts the words of a question into that order.
func reordered(question string) string { return mostLast(question) }

// phrasal matches a verb of two words with its object between them: set it up, wound
// the Mission up.
var phrasal = regexp.MustCompile(`(?i)\b(sets?|setting|winds?|wound|winding|puts?|brings?|brought)\s+` +
	`(it|them|this|that|(?:the|a|an|its)\s+(?:\S+\s+){0,6}?\S+?)\s+(up|forward|in)\b`)

// together puts the words of such a verb together: set up it.
func together(question string) string {
	return phrasal.ReplaceAllStringFunc(question, func(found string) string {
		m := phrasal.FindStringSubmatch(found)
		if lexicon()[graph.Slug(m[1]+" "+m[3])].verb == nil {
			return found
		}
		return m[1] + " " + m[3] + " " + m[2]
	})
}

// bracketed matches an act in brackets behind what it is called: the gender programme
// (decision 18/CP.20).
var bracketed = regexp.MustCompile(`\(((?:UNSC |GA |SC |COP )?(?:resolution|decision|res\.?) [^()]*\d[^()]*(?:\(\d{4}\))?|\d+/[\w.]+)\)`)

// inBracketsNamed is the act that a question names in brackets; empty where there is
// none.
func inBracketsNamed(question string) string {
	if m := bracketed.FindStringSubmatch(question); m != nil {
		return strings.TrimSpace(m[1])
	}
	return ""
}
