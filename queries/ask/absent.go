package ask

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// Acts that a question names and that no loaded text is or cites.

// numberOfAct matches a noun for acts with the number behind it.
var numberOfAct = regexp.MustCompile(`(?i)\b(resolutions?|decisions?|res\.?|UNSCR|SCR)\s+(\d+(?:/[\w.]+)?)\b`)

// absentAct says that a question asks for an act which is not in the store, and what is
// there of the body that numbers so; ok is false where it names none.
func (r *Reader) absentAct(question string) (answer Answer, ok bool) {
	for _, m := range numberOfAct.FindAllStringSubmatch(question, -1) {
		if isYear(m[2]) && !strings.HasPrefix(strings.ToLower(m[1]), "unsc") && strings.HasSuffix(m[1], "s") {
			continue // resolutions 1968-1990
		}
		if len(r.referred(m[2])) > 0 || len(r.referred(m[1]+" "+m[2])) > 0 {
			continue
		}
		said := fmt.Sprintf("No loaded text is %s %s or cites it.", strings.ToLower(m[1]), m[2])
		if !strings.Contains(m[2], "/") {
			said += r.coverage("body/sc", graph.Resolution)
		}
		answer = Answer{Sentence: said, Text: said + "\n"}
		answer.Completeness = Completeness{State: NotLoaded, Lacks: []Lack{{State: NotLoaded, Text: said}}}
		return answer, true
	}
	return Answer{}, false
}

// coverage says of which numbers and years acts of a body are loaded.
func (r *Reader) coverage(body, kind string) string {
	n, ok := r.Lookup(body)
	if !ok {
		return ""
	}
	acts := slices.DeleteFunc(slices.Clone(r.Having("body", n, "Act")), func(act snapshot.Node) bool {
		_, k, _, _ := graph.SplitActID(r.ID(act))
		return k != kind || !r.Loaded(act)
	})
	if len(acts) == 0 {
		return ""
	}
	slices.SortFunc(acts, func(a, b snapshot.Node) int { return graph.CompareNatural(r.ID(a), r.ID(b)) })
	first, last := acts[0], acts[len(acts)-1]
	return fmt.Sprintf(" Loaded are %d %ss of %s, from %s (%s) to %s (%s).", len(acts), kind, r.spoken(n), r.called(first),
		r.Date(first), r.called(last), r.Date(last))
}
