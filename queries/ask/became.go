package ask

import (
	"slices"
	"strings"

	"mandategraph/graph/snapshot"
)

// A draft and the act that it became: sponsors and votes are told of either.

// becameOf puts the act in the place of the draft where a verb is told only of the act.
func (c *composer) becameOf() {
	for i := range c.Clauses {
		cl := &c.Clauses[i]
		if c.actorsDo(*cl) {
			cl.Object.Nodes = c.toldOf(cl.Object.Nodes, cl.Relations)
		}
	}
}

// becameAct is the one act that a draft became.
func (r *Reader) becameAct(draft string) (snapshot.Node, bool) {
	var acts []snapshot.Node
	for _, n := range r.resolveSlot("thing", strings.TrimPrefix(draft, "draft ")) {
		for _, e := range r.Out(n, "draftOf") {
			if _, act := r.Ends(e); !slices.Contains(acts, act) {
				acts = append(acts, act)
			}
		}
	}
	if len(acts) != 1 {
		return snapshot.NoNode, false
	}
	return acts[0], true
}

// toldOf are some acts and drafts, each in the form of which something is told.
func (c *composer) toldOf(nodes []snapshot.Node, relations []string) []snapshot.Node {
	list := slices.Clone(nodes)
	for i, n := range list {
		if len(c.In(n, relations...)) > 0 {
			continue
		}
		for _, e := range slices.Concat(c.Out(n, "draftOf"), c.In(n, "draftOf")) {
			source, target := c.Ends(e)
			other := source
			if source == n {
				other = target
			}
			if len(c.In(other, relations...)) > 0 {
				list[i] = other
				c.Assumed = append(c.Assumed, c.called(n)+" and "+c.called(other)+" are the draft and the act")
				break
			}
		}
	}
	return list
}

// votedWhenAdopted makes one clause of how somebody voted when something was adopted.
func (c *composer) votedWhenAdopted() {
	if len(c.Clauses) != 2 {
		return
	}
	vote, adopts := c.Clauses[0], c.Clauses[1]
	if !vote.is(voting...) {
		vote, adopts = adopts, vote
	}
	open := len(vote.Object.Nodes) == 0 && vote.Subject.Wanted
	if vote.is(voting...) && open && adopts.is("adopts") && len(adopts.Object.Nodes) == 1 {
		vote.Object = adopts.Object
		c.Clauses = []clause{vote}
	}
}

// is says that the first relation of a clause is one of some.
func (cl clause) is(relations ...string) bool {
	return len(cl.Relations) > 0 && slices.Contains(relations, cl.Relations[0])
}

// relationsAsked are the relations to an act that some saved queries ask for.
var relationsAsked = map[string][]string{
	"sponsors": {"sponsors", "submits"}, "sponsoredBoth": {"sponsors", "submits"}, "sponsoredNot": {"sponsors", "submits"},
	"whetherSponsored": {"sponsors", "submits"}, "voted": voting,
}

// toldFor leaves of several acts of one number those of which is told what a query asks
// for; all where it is told of none or of more than one.
func (r *Reader) toldFor(query string, acts []snapshot.Node) []snapshot.Node {
	relations, ok := relationsAsked[query]
	if !ok || len(acts) < 2 {
		return acts
	}
	told := slices.DeleteFunc(slices.Clone(acts), func(n snapshot.Node) bool { return len(r.In(n, relations...)) == 0 })
	if len(told) != 1 {
		return acts
	}
	return told
}
