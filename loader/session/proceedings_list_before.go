package session

import (
	"strings"

	"mandategraph/loader/scan"
)

// subjectList is about how long a list of States before its verb is at most.
const subjectList = 2000

// listBefore reads the list of actors that ends at a byte.
func (r *reporter) listBefore(s string, end int) []listedActor {
	from := max(0, end-subjectList)
	for at := from; at < end; at++ {
		if at > from && s[at-1] != ' ' || !startsList(s[from:at], s[at:end]) {
			continue
		}
		start := at + len(listLead.FindString(s[at:end]))
		if list, stop := r.actorList(s[:end], start); stop == end && len(list) > 0 {
			return list
		}
	}
	return nil
}

// startsList says that a list may begin behind these words: at the start, behind
// a comma, or where another clause begins.
func startsList(before, rest string) bool {
	return before == "" ||
		scan.EndsWithAny(before, ", ", "; ", " that ", "with ", "while ", "; and ", ", and ", ": ", " by ", "which ") ||
		strings.HasSuffix(before, " meeting ") && listLead.MatchString(rest) ||
		strings.HasSuffix(before, " and ") && strings.HasPrefix(rest, "the representative")
}
