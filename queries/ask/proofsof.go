package ask

import (
	"regexp"
	"slices"

	"mandategraph/graph/snapshot"
)

// fewRows is how many results are so few that the paragraphs which prove them are shown
// whole: they have the country of a person and the office in which somebody acts.
const fewRows = 2

// actsAsked matches a question for several acts, whose paragraphs are many.
var actsAsked = regexp.MustCompile(`(?i)\b(?:resolutions|decisions|drafts|acts|texts|documents)\b`)

// proofsOf are these paragraphs of an answer by statements that shows no words of theirs.
func (r *Reader) proofsOf(u *understanding, answer *Answer) (list []snapshot.Node) {
	if u.told().words || len(answer.Rows) == 0 || len(answer.Rows) > fewRows || answer.Story != nil || answer.saysPassages() {
		return nil
	}
	if actsAsked.MatchString(u.meant.question) {
		return nil
	}
	for _, row := range answer.Rows {
		if len(row.Details) > 0 {
			return nil
		}
	}
	for _, s := range answer.Statements {
		n, ok := r.Lookup(str(s, "paragraph"))
		if ok && r.Text(n, "text") != "" && !slices.Contains(list, n) && len(r.Text(n, "text")) < longestHead {
			list = append(list, n)
		}
	}
	if len(list) > fewRows {
		return nil
	}
	return list
}
