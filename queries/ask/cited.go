package ask

import (
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// What acts cite most, and what the acts of one body cite of another.

// citable are the kinds that can be ranked by how many acts cite them.
var citable = []string{"", "Act", "Treaty", "Article", "Body", "State", "Document", "Instrument", "Organization", "Group"}

// A citedQuery is a count of what is cited: by which acts, and what.
type citedQuery struct {
	cl             clause
	kind           string
	source, target map[string]any
	// ofBody says that acts of a body that the question names are what is cited.
	ofBody bool
}

// citedMost ranks what acts cite, of one body or of all, by how many acts do.
func (c *composer) citedMost() bool {
	q, ok := c.citedQuery()
	if !ok {
		return false
	}
	end := q.target
	if q.kind != "Act" {
		end = q.source // treaties have no year and no body
	}
	c.Clauses = nil
	fits := c.filtered(end)
	if c.Clauses = []clause{q.cl}; !fits {
		return false
	}
	if q.kind == "Act" && c.Wanted != nil && c.Wanted.actKind != "" && !q.ofBody {
		q.target["actKind"] = c.Wanted.actKind
	}
	by := c.bySubjects(q)
	filter := map[string]any{"source": q.source, "target": q.target}
	if relations := q.cl.relations(); len(relations) < manyRelations {
		filter["relations"] = anys(relations)
	}
	c.declare("filter", "StatementFilter", filter)
	c.text("aggregate(by: [" + by + "], filter: $filter, top: " + decimal(c.shownCited(by)) + ", orderBy: SOURCES) {\n" +
		"    groupCount groups { count sources keys { value label entity { ...Named } } }\n  }")
	c.tellCited(q, by == "TARGET")
	return true
}

// citedQuery says what a question counts of what is cited; ok is false where it counts
// nothing of the kind.
func (c *composer) citedQuery() (q citedQuery, ok bool) {
	if len(c.Clauses) != 1 || c.saysOutcome || !c.citing(c.Clauses[0]) {
		return q, false
	}
	q = citedQuery{cl: c.Clauses[0], kind: "Act"}
	if c.Wanted != nil && c.Wanted.kind != "" {
		q.kind = c.Wanted.kind
	}
	object := q.cl.Object
	if q.ofBody = object.acts && len(object.Nodes) == 1 && c.adopting(object.Nodes[0]); q.ofBody {
		if len(q.cl.Subject.Nodes) == 0 && len(c.Bodies) > 0 {
			q.cl.Subject.Nodes, c.Bodies, q.kind = c.Bodies, nil, "Act"
		}
	} else if !c.ranked(q) || !q.cl.Passive && !object.Wanted || len(object.Nodes) > 0 {
		return q, false
	}
	if slices.ContainsFunc(q.cl.Subject.Nodes, func(n snapshot.Node) bool { return !c.adopting(n) }) {
		return q, false
	}
	q.source, q.target = map[string]any{"kinds": []any{"Act"}}, map[string]any{"kinds": []any{q.kind}}
	if q.ofBody {
		q.target["body"] = strings.TrimPrefix(c.ID(object.Nodes[0]), "body/")
	}
	return q, slices.Contains(citable, q.kind)
}

// ranked says that a question ranks or counts what is cited: most, or treaties and the
// like, or what the acts of a body cite.
func (c *composer) ranked(q citedQuery) bool {
	byBody := len(q.cl.Subject.Nodes) > 0 && c.adopting(q.cl.Subject.Nodes[0]) && c.Wanted != nil
	return c.Operation == opMost || (q.kind != "Act" || byBody) && (c.Operation == opCount || c.Operation == opList)
}

// bySubjects filters by the bodies whose acts cite; it gives the keys of the count.
func (c *composer) bySubjects(q citedQuery) string {
	switch subjects := q.cl.Subject.Nodes; len(subjects) {
	case 0:
		return "TARGET"
	case 1:
		q.source["body"] = strings.TrimPrefix(c.ID(subjects[0]), "body/")
		return "TARGET"
	default:
		c.keeps = append(c.keeps, func(t telling, r row) bool {
			return slices.ContainsFunc(subjects, func(n snapshot.Node) bool { return t.ID(n) == graph.BodyID(groupValue(r, 1)) })
		})
		return "TARGET, BODY"
	}
}

// shownCited is how many groups are asked for.
func (c *composer) shownCited(by string) int {
	const all, most = 1000, 30
	switch {
	case by != "TARGET" || c.Operation != opMost && c.top == 0:
		return all
	case c.top > 0:
		return c.top
	}
	return most
}

// tellCited sets how the count is told; single says that no body divides it.
func (c *composer) tellCited(q citedQuery, single bool) {
	f := c.form()
	f.lists, f.columns, f.merges = []string{"aggregate.groups"}, []column{inCiters, inCounted}, !single
	if single {
		f.total = "aggregate.groupCount"
	}
	if f.decides = c.Operation == opWhether; f.decides && q.ofBody {
		c.u.sure = true
		f.header = "acts of " + c.calledAll(q.cl.Subject.Nodes, " or ") + " cite acts of " + c.calledAll(q.cl.Object.Nodes, " or ") + "."
	}
}

// citing says that a clause is a citation.
func (c *composer) citing(cl clause) bool {
	return cl.Cites || len(cl.Relations) > 0 && !slices.ContainsFunc(cl.Relations, func(name string) bool {
		r, _ := graph.RelationByName(name)
		return r.Broader != graph.Cites || slices.Contains(graph.Life, name)
	})
}

// inCiters is by how many acts something is cited, and in how many places.
var inCiters = column{"count", func(_ telling, r row) string {
	acts, places := whole(r["sources"]), whole(r["count"])
	said := "by " + counted(acts, "act")
	if places > acts {
		said += " in " + decimal(places) + " places"
	}
	return said
}}

// describesSubject takes words that say what the cited acts are about as said of the
// act that cites them, where its own title has them: how many resolutions on the
// embargo does the one on the embargo recall. Cited acts are rarely loaded.
func (c *composer) describesSubject(cl clause) {
	if c.Words == "" || len(cl.Subject.Nodes) != 1 || c.Wanted == nil || c.Wanted.kind != "Act" || !c.citing(cl) {
		return
	}
	title := "-" + graph.Slug(c.Title(cl.Subject.Nodes[0])+" "+c.Text(cl.Subject.Nodes[0], "about")) + "-"
	words, have := strings.Split(graph.Slug(c.Words), "-"), 0
	for _, w := range words {
		if strings.Contains(title, "-"+stem(w)) {
			have++
		}
	}
	if 3*have >= 2*len(words) {
		c.Assumed = append(c.Assumed, "“"+c.Words+"” is what "+c.called(cl.Subject.Nodes[0])+" is about")
		c.Words = ""
	}
}
