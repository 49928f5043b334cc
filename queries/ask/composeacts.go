package ask

import (
	"slices"
	"strings"

	"mandategraph/graph/snapshot"
)

// Acts and mandates by what holds of them.

// mandates asks for mandates that fit some values and the filters.
func (c *composer) mandates(filter map[string]any) {
	for name, value := range map[string]string{"since": c.Since, "until": c.Until} {
		if value != "" {
			filter[name] = value
		}
	}
	if len(c.Bodies) == 1 {
		filter["body"] = strings.TrimPrefix(c.ID(c.Bodies[0]), "body/")
	}
	if c.Words != "" {
		filter["words"] = c.Words
	}
	c.nameMandates(filter)
	c.declare("filter", "MandateFilter", filter)
	c.text("mandates(filter: $filter, first: 100, after: $after) {" + pageFields + "    edges { node {\n" +
		"      id verb clause deadline until condition act { id title } paragraph { id }\n" +
		"      addressees { id title } recipients { id title }\n    } }\n  }")
	f := c.form()
	f.lists, f.columns = []string{"mandates"}, []column{inParagraph, inWhom, inOrder, inDeadline, inRecipient, inClause}
	if len(c.Sessions) > 0 {
		sessions := c.Sessions
		c.keeps = append(c.keeps, func(t telling, r row) bool {
			act, _ := inner(r)["act"].(map[string]any)
			n, ok := t.Lookup(str(act, "id"))
			return ok && slices.ContainsFunc(sessions, func(s snapshot.Node) bool { return t.Text(n, "session") == t.ID(s) })
		})
	}
}

// nameMandates filters mandates by the entities that the question names: the act
// that gives them, to whom is reported, who is asked. One of several of these is
// enough.
func (c *composer) nameMandates(filter map[string]any) {
	var asked, acts []string
	for _, name := range c.Names {
		for _, n := range name.Nodes {
			switch {
			case c.isAct(n) || c.Kind(n) == "Document":
				acts = append(acts, c.ID(n))
			case name.prep == "to" && filter["reports"] != nil:
				filter["recipient"] = c.ID(n)
			default:
				asked = append(asked, c.ID(n))
			}
		}
	}
	switch {
	case len(acts) == 1:
		filter["act"] = acts[0]
	case len(acts) > 1:
		filter["body"] = c.OwnerOf(c.node(acts[0]))
		c.keeps = append(c.keeps, func(_ telling, r row) bool {
			act, _ := inner(r)["act"].(map[string]any)
			return slices.Contains(acts, str(act, "id"))
		})
	}
	switch {
	case len(asked) == 1:
		filter["addressee"] = asked[0]
	case len(asked) > 1:
		c.keeps = append(c.keeps, func(_ telling, r row) bool {
			list, _ := inner(r)["addressees"].([]any)
			return slices.ContainsFunc(list, func(a any) bool {
				object, _ := a.(map[string]any)
				return slices.Contains(asked, str(object, "id"))
			})
		})
	}
}

// lists asks for acts by body, time, session and subject.
func (c *composer) lists() bool {
	if c.Wanted == nil || c.Wanted.kind != "Act" || len(c.Clauses) > 0 || len(c.Names) > 0 {
		return false
	}
	filter := map[string]any{}
	if c.Wanted.actKind != "" {
		filter["kind"] = c.Wanted.actKind
	}
	if len(c.Bodies) == 1 {
		filter["body"] = strings.TrimPrefix(c.ID(c.Bodies[0]), "body/")
	} else if len(c.Bodies) > 1 {
		c.keep(func(_ telling, n snapshot.Node) bool { return slices.Contains(c.Bodies, c.owner(n)) })
	}
	if len(c.Sessions) == 1 {
		filter["session"] = c.ID(c.Sessions[0])
	} else if len(c.Sessions) > 1 {
		return false
	}
	for name, value := range map[string]string{"since": c.Since, "until": c.Until, "subject": c.Words} {
		if value != "" {
			filter[name] = value
		}
	}
	if len(filter) == 0 || len(filter) == 1 && filter["kind"] != nil {
		return false
	}
	c.declare("filter", "ActFilter", filter)
	c.text("acts(filter: $filter, orderBy: {field: DATE}, first: 100, after: $after) {" + pageFields + "    edges { node { ...Named } }\n  }")
	f := c.form()
	f.lists, f.columns, f.remark, f.sorted = []string{"acts"}, simple, kindsOfActs, true
	if c.Words != "" {
		f.keep, f.first, f.remark = notOnlyInTables, calledSo, titledFirst
	}
	f.decides = c.Operation == opWhether
	return true
}

// node is the entity of an id that is known to be there.
func (r *Reader) node(id string) snapshot.Node {
	n, _ := r.Lookup(id)
	return n
}
