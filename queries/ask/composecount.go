package ask

import (
	"fmt"
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// Counts, comparisons, and what two entities have in common.

// aggregates answers what occurs most, or how often by year.
func (c *composer) aggregates() bool {
	if c.Operation != opMost && c.Operation != opByYear {
		return false
	}
	filter, key := map[string]any{}, ""
	c.uponActs(filter)
	switch {
	case len(c.Clauses) == 1:
		cl := c.Clauses[0]
		if len(cl.Subject.Nodes) > 0 && !c.adopting(cl.Subject.Nodes[0]) {
			return false
		}
		filter["relations"] = anys(cl.relations())
		key = "SOURCE"
		if cl.Passive || cl.Object.Wanted {
			key = "TARGET"
		}
		if slices.Equal(cl.Relations, []string{"adopts"}) {
			key = "SOURCE"
		}
		if len(cl.Object.Nodes) > 0 {
			filter["ends"], key = c.idsOf(cl.Object.Nodes), "SOURCE"
		}
	case c.Wanted != nil && len(c.Wanted.relations) > 0:
		filter["relations"], key = anys(c.Wanted.relations), "SOURCE"
	case c.Wanted != nil && c.Wanted.kind == "Act" && c.Operation == opByYear:
		filter["relations"] = []any{"adopts"}
	default:
		return false
	}
	if len(c.Names) > 0 || c.Words != "" || len(c.Sessions) > 0 {
		return false
	}
	if relations, _ := filter["relations"].([]any); len(relations) > manyRelations {
		return c.mostCited()
	}
	if w := c.Wanted; w != nil && w.kind != "" && key == "TARGET" {
		filter["kinds"] = []any{w.kind}
	}
	if w := c.Wanted; w != nil && w.actKind != "" && c.Operation == opMost {
		c.keeps = append(c.keeps, func(_ telling, r row) bool { return countedKind(r) == w.actKind })
	}
	c.aggregate(filter, key)
	return true
}

// uponActs counts what States and others did upon acts of a body and a time.
func (c *composer) uponActs(filter map[string]any) {
	if len(c.Clauses) != 1 || !c.actorsDo(c.Clauses[0]) {
		return
	}
	target := map[string]any{}
	bodies := slices.Clone(c.Bodies)
	for _, name := range append(slices.Clone(c.Names), c.Clauses[0].Object) {
		bodies = append(bodies, name.Nodes...)
	}
	if len(bodies) == 1 && c.adopting(bodies[0]) {
		target["body"], c.Names, c.Bodies = strings.TrimPrefix(c.ID(bodies[0]), "body/"), nil, bodies
		c.Clauses[0].Object = term{}
	}
	for name, value := range map[string]string{"since": c.Since, "until": c.Until} {
		if value != "" {
			target[name] = value
		}
	}
	if len(target) > 0 {
		filter["target"] = target
	}
}

// countedKind says whether a group of a count is a resolution or a decision.
func countedKind(r row) string {
	keys, _ := r["keys"].([]any)
	if len(keys) == 0 {
		return ""
	}
	key, _ := keys[0].(map[string]any)
	entity, _ := key["entity"].(map[string]any)
	_, kind, _, _ := graph.SplitActID(str(entity, "id"))
	return kind
}

// mostCited lists the acts that are cited most.
func (c *composer) mostCited() bool {
	if c.Operation != opMost || c.Wanted == nil || c.Wanted.kind != "Act" {
		return false
	}
	filter := map[string]any{}
	if c.Wanted.actKind != "" {
		filter["kind"] = c.Wanted.actKind
	}
	if len(c.Bodies) == 1 {
		filter["body"] = strings.TrimPrefix(c.ID(c.Bodies[0]), "body/")
	}
	c.declare("filter", "ActFilter", filter)
	c.text("acts(filter: $filter, orderBy: {field: TIMES_CITED, direction: DESC}, first: 20) {\n" +
		"    edges { node { ...Named citedBy(first: 1) { totalCount } } }\n  }")
	f := c.form()
	f.lists, f.columns = []string{"acts"}, append([]column{inTimesCited}, simple...)
	return true
}

// timesCited is how often an act is cited.
func timesCited(_ telling, r row) string {
	list, _ := inner(r)["citedBy"].(map[string]any)
	return fmt.Sprintf("%v times", list["totalCount"])
}

// aggregate asks for the count. The year is that of the act which does it.
func (c *composer) aggregate(filter map[string]any, key string) {
	relations, _ := filter["relations"].([]any)
	adopting := len(relations) == 1 && relations[0] == "adopts"
	if c.Operation == opByYear {
		key = "YEAR"
		if adopting {
			key = "TARGET_YEAR"
		}
	}
	if len(c.Bodies) == 1 && adopting {
		filter["body"] = c.ID(c.Bodies[0])
	}
	for name, value := range map[string]string{"since": c.Since, "until": c.Until} {
		if value != "" && (adopting || key == "SOURCE") {
			filter[name] = value
		}
	}
	c.declare("filter", "StatementFilter", filter)
	order := ""
	if c.Operation == opByYear {
		order = ", orderBy: KEY"
	}
	c.text("aggregate(by: [" + key + "], filter: $filter, top: 50" + order + ") {\n" +
		"    groups { count sources targets keys { value label entity { ...Named } } }\n  }")
	f := c.form()
	f.lists, f.columns = []string{"aggregate.groups"}, []column{inTimes, inCounted}
}

// compares answers what two acts have in common.
func (c *composer) compares() bool {
	list := c.things()
	if c.bothCite() {
		c.sharedBy(list[0], list[1])
		return true
	}
	if c.Operation != opCompare || len(list) != 2 || !c.isAct(list[0]) || !c.isAct(list[1]) {
		return false
	}
	if w := c.Wanted; w != nil && slices.Contains(w.relations, "sponsors") ||
		len(c.Clauses) > 0 && slices.Contains(c.Clauses[0].Relations, "sponsors") {
		return c.saved("sponsoredBoth", map[string]snapshot.Node{"act": list[0], "other": list[1]})
	}
	c.sharedBy(list[0], list[1])
	return true
}

// bothCite says that the question is what two acts both cite.
func (c *composer) bothCite() bool {
	acts := c.actsNamed()
	return len(acts) == 2 && len(c.things()) == 2 && len(c.Clauses) == 1 && c.citing(c.Clauses[0]) && !c.Clauses[0].Passive &&
		slices.ContainsFunc(c.Clauses[0].Subject.Nodes, c.isAct) && strings.Contains(c.question, "both")
}

// sharedBy asks for what two acts cite both.
func (c *composer) sharedBy(first, second snapshot.Node) {
	c.edges("act", first, "relations", narrower(graph.Cites), c.far())
	c.u.nodes["other"] = second
	c.keep(func(t telling, n snapshot.Node) bool {
		return slices.ContainsFunc(t.Out(second), func(e snapshot.Edge) bool {
			_, target := t.Ends(e)
			return target == n
		})
	})
	c.form().header = "Cited by both {act} and {other}:"
}
