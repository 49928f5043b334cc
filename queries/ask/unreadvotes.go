package ask

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"mandategraph/graph/snapshot"
)

// Votes of a State that are printed and were not read, as a slip of the scanner or a
// footnote mark stands in the line: a list of its votes names them.

// abstaining matches where a line on a vote begins with those who abstained.
var abstaining = regexp.MustCompile(`\babst`)

// shownUnread is how many such lines are quoted.
const shownUnread = 5

// unreadVotes quotes the lines on votes that name a State of which no vote was read there.
func unreadVotes(state snapshot.Node, relations []string) func(t telling) string {
	return func(t telling) string {
		named := t.namesOfState(state)
		var list []string
		for _, act := range t.Nodes("Act") {
			if !t.Loaded(act) || t.voted(state, act) {
				continue
			}
			if line := t.printedVote(act); named.MatchString(partOfVote(line, relations)) {
				list = append(list, t.called(act)+": "+line)
			}
		}
		if len(list) == 0 {
			return ""
		}
		said := "Its vote was not read, but it is named in the line on the vote of " + strings.Join(list[:min(len(list), shownUnread)], "; ")
		if more := len(list) - shownUnread; more > 0 {
			said += "; and of " + decimal(more) + " more"
		}
		return said + "."
	}
}

// partOfVote is the part of a line that names those who voted in some way: those against
// come first, those who abstained behind them.
func partOfVote(line string, relations []string) string {
	at := abstaining.FindStringIndex(line)
	switch {
	case len(relations) > 1:
		return line
	case at == nil:
		at = []int{len(line)}
	}
	if relations[0] == "abstained" {
		return line[at[0]:]
	}
	_, against, _ := strings.Cut(line[:at[0]], " to ") // 11 votes to 1 (Malta)
	if relations[0] == "votedAgainst" {
		return against
	}
	return strings.TrimSuffix(line[:at[0]], against)
}

// namesOfState matches what a State is called.
func (r *Reader) namesOfState(state snapshot.Node) *regexp.Regexp {
	var list []string
	for _, name := range append(r.Values(state, "alias"), cmp.Or(r.Title(state), r.called(state))) {
		list = append(list, regexp.QuoteMeta(name))
	}
	return regexp.MustCompile(`\b(?:` + strings.Join(list, "|") + `)\b`)
}

// voted says that it was read how a State voted on an act.
func (r *Reader) voted(state, act snapshot.Node) bool {
	return slices.ContainsFunc(r.In(act, voting...), func(e snapshot.Edge) bool {
		source, _ := r.Ends(e)
		return source == state
	})
}
