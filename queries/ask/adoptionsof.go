package ask

import (
	"regexp"
	"slices"
	"strings"

	"mandategraph/graph/search"
	"mandategraph/graph/snapshot"
)

// howAdopted matches a question how something came to be adopted, or was voted on.
var howAdopted = regexp.MustCompile(
	`(?i)\bhow (?:was|were|is|are|did|has|have)? ?.*\badopt(?:ed)?\b|\bhow did\b.*\bvote\b|\bput to (?:a|the) vote\b`,
)

// mostAdoptions is of how many texts it is told, among how many of the passages.
const mostAdoptions, amongFirst = 4, 6

// adoptionsOf are the lines that tell how the texts were adopted in which passages were
// found: the Council prints them below a resolution, the Assembly above or below it.
func (c *composer) adoptionsOf(found []Passage) (list []snapshot.Node) {
	var told []snapshot.Node
	for _, p := range found[:min(len(found), amongFirst)] {
		if len(told) == mostAdoptions || slices.Contains(told, p.Whole) || !c.isAct(p.Whole) {
			continue
		}
		told = append(told, p.Whole)
		for _, place := range []string{"#end", "#head"} {
			n, ok := c.Lookup(c.ID(p.Whole) + place)
			shown := slices.ContainsFunc(found, func(p Passage) bool { return p.Node == n })
			if text := c.Text(n, "text"); ok && !shown && len(text) < longestHead && strings.Contains(text, "dopted") {
				list = append(list, n)
			}
		}
	}
	return list
}

// leastAsked is how many words say which text is asked about.
const leastAsked = 3

// asksVote matches a question how somebody voted.
var asksVote = regexp.MustCompile(`(?i)\bhow did\b.*\bvote\b|\bput to (?:a|the) vote\b|\bhow was the vote\b|\bvoted\b`)

// votesUntold says of the text of the best passage that no vote on it was read, where a
// question asks how the vote on it went.
func (c *composer) votesUntold(t telling) string {
	if !asksVote.MatchString(c.question) || len(t.found) == 0 {
		return ""
	}
	best := t.passageOf(t.found[0])
	words := search.CountWords(sayingWords(c.Words))
	if !t.isAct(best.Whole) || words < leastAsked || len(best.Lacking) > 1 || len(t.In(best.Whole, voting...)) > 0 ||
		t.printedVote(best.Whole) != "" {
		return ""
	}
	return "Of the vote on " + t.called(best.Whole) + ": " + votesNotTold(t.Reader, best.Whole)
}
