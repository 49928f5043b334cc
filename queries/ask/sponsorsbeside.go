package ask

import (
	"slices"

	"mandategraph/graph/snapshot"
)

// sponsorsBeside says of two texts who sponsors both, and who only one of them.
func sponsorsBeside(t telling) string {
	var texts []snapshot.Node
	sponsors := map[snapshot.Node][]string{}
	for _, r := range t.found {
		text, ok := t.Lookup(str(r, "target"))
		who, known := t.Lookup(str(r, "source"))
		if !ok || !known || str(r, "relation") != "sponsors" {
			continue
		}
		if !slices.Contains(texts, text) {
			texts = append(texts, text)
		}
		if name := t.called(who); !slices.Contains(sponsors[text], name) {
			sponsors[text] = append(sponsors[text], name)
		}
	}
	if len(texts) != 2 {
		return ""
	}
	first, second := sponsors[texts[0]], sponsors[texts[1]]
	without := func(list, others []string) string {
		left := slices.DeleteFunc(slices.Clone(list), func(s string) bool { return slices.Contains(others, s) })
		if len(left) == 0 {
			return "nobody"
		}
		return enumerated(left)
	}
	onlyFirst, onlySecond := without(first, second), without(second, first)
	both := slices.DeleteFunc(slices.Clone(first), func(s string) bool { return !slices.Contains(second, s) })
	said := "both were sponsored by nobody that was read for both"
	if len(both) > 0 {
		said = "both were sponsored by " + enumerated(both)
	}
	return said + "; only " + t.called(texts[0]) + " by " + onlyFirst + "; only " + t.called(texts[1]) + " by " + onlySecond + "."
}
