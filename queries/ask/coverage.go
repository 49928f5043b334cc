package ask

import (
	"fmt"
	"slices"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

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
	return fmt.Sprintf(heldBeside+"%d %ss of %s, from %s (%s) to %s (%s).", len(acts), kind, r.spoken(n), r.called(first),
		r.Date(first), r.called(last), r.Date(last))
}
