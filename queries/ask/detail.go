package ask

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// clauses are what a mandate asks, below its addressee.
func clauses(_ telling, r row) []string {
	m, _ := r["mandate"].(map[string]any)
	var lines []string
	if s := str(m, "clause"); s != "" {
		lines = append(lines, s)
	}
	for _, name := range []string{"condition", "deadline"} {
		if s := cmp.Or(str(r, name), str(m, name)); s != "" {
			lines = append(lines, name+": "+s)
		}
	}
	return lines
}

func titles(object map[string]any, list string) string {
	var names []string
	items, _ := object[list].([]any)
	for _, item := range items {
		o, _ := item.(map[string]any)
		names = append(names, cmp.Or(str(o, "title"), str(o, "id")))
	}
	return strings.Join(names, ", ")
}

func whom(_ telling, r row) string { return cmp.Or(titles(inner(r), "addressees"), "(nobody named)") }

func recipients(_ telling, r row) string {
	if s := titles(inner(r), "recipients"); s != "" {
		return "to " + s
	}
	return ""
}

func mandateVerb(_ telling, r row) string { return graph.Spaced(str(inner(r), "verb")) }

func paragraphOf(_ telling, r row) string {
	id, _, _ := strings.Cut(str(inner(r), "id"), "/mandate/")
	return shortPlace(id)
}

// reporting are the words by which a clause asks for a report; "the reporting
// of seizures" is none.
var reporting = []string{" to report ", " shall report ", " to submit ", " shall submit "}

// isDuty keeps mandates with a deadline, a recipient or words that ask for a
// report.
func isDuty(_ telling, r row) bool {
	m := inner(r)
	clause := " " + str(m, "clause") + " "
	asks := func(words string) bool { return strings.Contains(clause, words) }
	return str(m, "deadline") != "" || titles(m, "recipients") != "" || slices.ContainsFunc(reporting, asks)
}

// notOther keeps the sponsors that the other act does not have.
func notOther(t telling, r row) bool {
	for _, other := range rows(t.data, "other.sponsoredBy") {
		if t.node(other) == t.node(r) {
			return false
		}
	}
	return true
}

// alsoOther keeps the sponsors whom the other act has too.
func alsoOther(t telling, r row) bool { return !notOther(t, r) }

// notStart drops the entity from which a lineage starts.
func notStart(_ telling, r row) bool { return fmt.Sprint(r["distance"]) != "0" }

// ofBody keeps the endorsed recommendations of the body in question.
func ofBody(t telling, r row) bool {
	id, node := str(t.u.variables, "body"), inner(r)
	owner, _ := node["body"].(map[string]any)
	return (strings.HasPrefix(str(node, "id"), id+"/") || str(owner, "id") == id) && len(rows(node, "endorsedBy")) > 0
}

// meeting names the meeting whose recommendations these are.
func meeting(t telling, r row) string {
	id, ok := strings.CutSuffix(str(inner(r), "id"), "/recommendations")
	n, known := t.Lookup(id)
	if !ok || !known {
		return title(t, r)
	}
	name := cmp.Or(t.Title(n), id)
	if owner, m, of := strings.Cut(id, "/meeting/"); of && t.Title(n) == "" {
		if b, found := t.Lookup(owner); found && t.Title(b) != "" {
			name = t.Title(b) + ", meeting " + m
		}
	}
	if d := t.Date(n); d != "" {
		name += ", " + strings.TrimSuffix(d+" to "+t.Text(n, "endDate"), " to ")
	}
	return name
}

func members(_ telling, r row) string {
	list, _ := inner(r)["hasMember"].(map[string]any)
	if total, _ := list["totalCount"].(float64); total > 0 {
		return counted(int(total), "recommendation")
	}
	return ""
}

// endorsements are the acts that endorse recommendations.
func endorsements(t telling, r row) []string {
	var lines []string
	for _, e := range rows(inner(r), "endorsedBy") {
		lines = append(lines, "by "+strings.Join(strings.Fields(number(t, e)+" "+bodyName(t, e)+" "+place(t, e)), " "))
	}
	return lines
}

// items are the recommendations one by one.
func items(_ telling, r row) []string {
	var lines []string
	for _, e := range rows(inner(r), "hasMember") {
		p := inner(e)
		lines = append(lines, strings.TrimSpace(str(p, "label")+" "+cmp.Or(str(p, "text"), str(p, "id"))))
	}
	return lines
}

// citers are the places that cite something.
func citers(t telling, r row) []string {
	var lines []string
	for _, e := range rows(inner(r), "citedBy") {
		place := cmp.Or(shortPlace(str(e, "paragraph")), str(inner(e), "id"))
		lines = append(lines, strings.TrimSpace(place+"  "+verb(t, e)))
	}
	return lines
}

// articleOf names an article with its treaty.
func articleOf(t telling, r row) string {
	treaty, article, _ := strings.Cut(str(inner(r), "id"), "/article/")
	if n, ok := t.Lookup(treaty); ok && t.Title(n) != "" {
		treaty = t.Title(n)
	}
	return "article " + article + " of " + treaty
}

func steps(_ telling, r row) string {
	edges, _ := r["edges"].([]any)
	return counted(len(edges), "step")
}

// stepLines are the steps of a way.
func stepLines(t telling, r row) []string {
	var lines []string
	for _, e := range rows(r, "edges") {
		from, to := t.calledByID(str(e, "source")), t.calledByID(str(e, "target"))
		line := from + " " + graph.Spaced(str(e, "relation")) + " " + to + " (" + str(e, "locator") + ")"
		lines = append(lines, strings.Join(strings.Fields(line), " "))
	}
	return lines
}

func cutPaths(t telling) string {
	if p, _ := t.data["path"].(map[string]any); p["truncated"] == true {
		return "There are more ways of that length."
	}
	return ""
}

func cutLineage(t telling) string {
	if l, _ := t.data["lineage"].(map[string]any); l["truncated"] == true {
		return "The lineage was cut: a limit kept entities or statements out."
	}
	return ""
}

// alsoServes points to the secretariats whose tasks the entity also carries out.
func alsoServes(t telling) string {
	node, _ := t.data["node"].(map[string]any)
	served := titles(map[string]any{"nodes": nodesOf(node, "relationsTo")}, "nodes")
	if served == "" {
		return ""
	}
	return "It also serves " + served + ", whose tasks are a question of their own."
}

func nodesOf(object map[string]any, name string) []any {
	c, _ := object[name].(map[string]any)
	nodes, _ := c["nodes"].([]any)
	return nodes
}

// rows are the results at a path in the data: edges of a connection, or a list.
func rows(data map[string]any, path string) []row {
	var at any = data
	for _, step := range strings.Split(path, ".") {
		object, _ := at.(map[string]any)
		at = object[step]
	}
	if c, ok := at.(map[string]any); ok {
		at = c["edges"]
	}
	elements, _ := at.([]any)
	found := make([]row, 0, len(elements))
	for _, e := range elements {
		if o, ok := e.(map[string]any); ok {
			found = append(found, o)
		}
	}
	return found
}

// calledByID names an entity in a sentence.
func (t telling) calledByID(id string) string {
	if n, ok := t.Lookup(id); ok {
		return t.called(n)
	}
	return id
}

// called is a short name: an act's body, kind and number; the number of a
// session, of a meeting or of an item of the agenda; or a title.
func (r *Reader) called(n snapshot.Node) string {
	if body, rest, ok := strings.Cut(r.ID(n), "/session/"); ok {
		session, part, _ := strings.Cut(rest, "/")
		name := "session " + session + " of " + ShortBody(strings.TrimPrefix(body, "body/"))
		kind, number, _ := strings.Cut(part, "/")
		word, known := map[string]string{"agenda": "item", "meeting": "meeting"}[kind]
		if known && !strings.Contains(number, "/") {
			return word + " " + number + " of " + name
		}
		if part == "" {
			return name
		}
	}
	if id, number, ok := strings.Cut(r.ID(n), "/meeting/"); ok && r.Title(n) == "" {
		return r.meetingCalled(id, number)
	}
	if body, kind, number, ok := graph.SplitActID(r.ID(n)); ok {
		return ShortBody(body) + " " + kind + " " + number
	}
	return cmp.Or(r.Title(n), r.ID(n))
}

// meetingCalled is the name of a meeting that a body numbers by itself, or of its
// recommendations.
func (r *Reader) meetingCalled(body, number string) string {
	code := strings.TrimPrefix(body, "body/")
	owner := ShortBody(code)
	if n, ok := r.Lookup(body); ok && owner == code {
		owner = cmp.Or(r.Title(n), code)
	}
	number, recommendations := strings.CutSuffix(number, "/recommendations")
	if recommendations {
		return "recommendations of meeting " + number + " of " + owner
	}
	return "meeting " + number + " of " + owner
}
