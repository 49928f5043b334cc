package ask

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// What occurs most or least, by year, session and body, and what is longest.

// ranks answers these.
func (c *composer) ranks() bool {
	if c.group == "" && c.Operation == opMost && c.acts != nil && c.Wanted != nil && c.Wanted.kind == "Body" && c.onlyAdopts() {
		c.group = "BODY" // which body has most resolutions
	}
	switch {
	case c.Operation == opLongest:
		return c.longest()
	case c.Operation == opCount && c.Wanted != nil && c.Wanted.kind == "Paragraph":
		return c.paragraphs()
	case c.group != "" && c.acts != nil && c.onlyAdopts():
		return c.actsBy()
	}
	return c.citedMost()
}

// onlyAdopts says that the question has no verb but that of adopting.
func (c *composer) onlyAdopts() bool {
	return !slices.ContainsFunc(c.Clauses, func(cl clause) bool { return !slices.Equal(cl.Relations, []string{"adopts"}) })
}

// filtered puts the filters of a question on acts into a filter of entities; ok is
// false where they do not fit into one. Whoever adopts is one of them.
func (c *composer) filtered(filter map[string]any) bool {
	bodies := slices.Clone(c.Bodies)
	for _, cl := range c.Clauses {
		if slices.Equal(cl.Relations, []string{"adopts"}) {
			bodies = append(bodies, cl.Subject.Nodes...)
		}
	}
	for _, t := range c.Names {
		if len(t.Nodes) == 0 || !slices.ContainsFunc(t.Nodes, c.adopting) {
			return false
		}
		bodies = append(bodies, t.Nodes...)
	}
	slices.Sort(bodies)
	switch bodies = slices.Compact(bodies); {
	case len(bodies) == 1:
		filter["body"] = strings.TrimPrefix(c.ID(bodies[0]), "body/")
	case len(bodies) > 1 && c.group == "", len(c.Sessions) > 0 && c.group != "SESSION":
		return false
	case len(bodies) > 1:
		codes := make([]string, len(bodies))
		for i, n := range bodies {
			codes[i] = strings.TrimPrefix(c.ID(n), "body/")
		}
		c.keeps = append(c.keeps, func(_ telling, r row) bool { return slices.Contains(codes, groupValue(r, 1)) })
	}
	for name, value := range map[string]string{"since": c.Since, "until": c.Until, "subject": c.Words} {
		if value != "" {
			filter[name] = value
		}
	}
	return true
}

// actsBy counts the loaded acts by year, session or body.
func (c *composer) actsBy() bool {
	filter := map[string]any{"loaded": true}
	if !c.filtered(filter) {
		return false
	}
	if c.acts.actKind != "" {
		filter["actKind"] = c.acts.actKind
	}
	c.declare("filter", "StatementFilter", map[string]any{"source": filter})
	if limits := c.Sessions; len(limits) > 0 {
		c.keeps = append(c.keeps, func(t telling, r row) bool { return t.betweenSessions(groupValue(r, 0), limits) })
	}
	c.text("aggregate(of: ACTS, by: [" + c.group + ", BODY], filter: $filter, top: 1000, orderBy: KEY) {\n" +
		"    groups { count sources keys { value label entity { ...Named } } }\n  }")
	f := c.form()
	f.lists, f.columns, f.lead = []string{"aggregate.groups"}, []column{inTimes, inCounted}, sumLead
	group := c.group
	f.keep = func(_ telling, r row) bool { return groupValue(r, 0) != "" || group == "YEAR" }
	f.merges, f.most, f.backward = group != "SESSION", c.Operation == opMost, c.least
	f.columns = []column{
		{"count", func(_ telling, r row) string { return counted(whole(r["count"]), "act") }}, {"title", groupName},
	}
	return true
}

// groupName is a year, a session or a body.
func groupName(t telling, r row) string {
	if n, ok := t.Lookup(groupValue(r, 0)); ok && t.Kind(n) == "Session" {
		return t.called(n)
	}
	return countedName(t, r)
}

// betweenSessions says that a session is one of some, or lies between two of one body.
func (t telling) betweenSessions(id string, limits []snapshot.Node) bool {
	owner, number, _ := strings.Cut(id, "/session/")
	var numbers []int
	for _, s := range limits {
		if other, n, _ := strings.Cut(t.ID(s), "/session/"); other == owner {
			numbers = append(numbers, numberOf(n))
		}
	}
	n := numberOf(number)
	return len(numbers) > 0 && n >= slices.Min(numbers) && n <= slices.Max(numbers)
}

// merged joins the groups that have the first key in common: a year of several bodies.
func merged(found []row) (list []row) {
	places := map[string]int{}
	for _, r := range found {
		i, known := places[groupValue(r, 0)]
		if !known {
			i = len(list)
			places[groupValue(r, 0)] = i
			list = append(list, maps.Clone(r))
			continue
		}
		list[i]["count"] = float64(whole(list[i]["count"]) + whole(r["count"]))
	}
	return list
}

// sumLead says how many there are in all, and where most and fewest.
func sumLead(t telling) string {
	var most, least []string
	sum, high, low := 0, 0, 0
	for _, r := range t.found {
		n := whole(r["count"])
		sum += n
		name := groupName(t, r)
		switch {
		case n > high:
			high, most = n, []string{name}
		case n == high:
			most = append(most, name)
		}
		switch {
		case low == 0 || n < low:
			low, least = n, []string{name}
		case n == low:
			least = append(least, name)
		}
	}
	if len(t.found) < 2 {
		return fmt.Sprintf("%d in all.", sum)
	}
	return fmt.Sprintf("%d in all; most in %s (%d), fewest in %s (%d).", sum, fewNames(most), high, fewNames(least), low)
}

// fewNames are some names, and how many more there are.
func fewNames(names []string) string {
	const few = 4
	if len(names) > few {
		return strings.Join(names[:few], ", ") + " and " + decimal(len(names)-few) + " more"
	}
	return enumerated(names)
}

// whole is a number of the data.
func whole(value any) int {
	n, _ := value.(float64)
	return int(n)
}

// groupValue is a value of a group; empty where it has none.
func groupValue(r row, i int) string {
	keys, _ := r["keys"].([]any)
	if len(keys) <= i {
		return ""
	}
	key, _ := keys[i].(map[string]any)
	return str(key, "value")
}

// citable are the kinds that can be ranked by how many acts cite them.
var citable = []string{"", "Act", "Treaty", "Article", "Body", "State", "Document", "Instrument", "Organization", "Group"}

// citedMost ranks what acts cite, of one body or of all, by how many acts do.
func (c *composer) citedMost() bool {
	if len(c.Clauses) != 1 || c.saysOutcome {
		return false
	}
	cl, kind := c.Clauses[0], "Act"
	if c.Wanted != nil && c.Wanted.kind != "" {
		kind = c.Wanted.kind
	}
	counts := c.Operation == opMost || kind != "Act" && (c.Operation == opCount || c.Operation == opList)
	if !counts || !c.citing(cl) || !slices.Contains(citable, kind) || !cl.Passive && !cl.Object.Wanted || len(cl.Object.Nodes) > 0 {
		return false
	}
	source, target := map[string]any{"kinds": []any{"Act"}}, map[string]any{"kinds": []any{kind}}
	for _, n := range cl.Subject.Nodes {
		if len(cl.Subject.Nodes) > 1 || !c.adopting(n) {
			return false
		}
		source["body"] = strings.TrimPrefix(c.ID(n), "body/")
	}
	end := target
	if kind != "Act" {
		end = source // treaties have no year and no body
	}
	c.Clauses = nil
	if !c.filtered(end) {
		c.Clauses = []clause{cl}
		return false
	}
	c.Clauses = []clause{cl}
	if kind == "Act" && c.Wanted != nil && c.Wanted.actKind != "" {
		target["actKind"] = c.Wanted.actKind
	}
	filter := map[string]any{"source": source, "target": target}
	if relations := cl.relations(); len(relations) < manyRelations {
		filter["relations"] = anys(relations)
	}
	c.declare("filter", "StatementFilter", filter)
	top := 30
	if c.top > 0 {
		top = c.top
	} else if c.Operation != opMost {
		top = 1000
	}
	c.text("aggregate(by: [TARGET], filter: $filter, top: " + decimal(top) + ", orderBy: SOURCES) {\n" +
		"    groupCount groups { count sources keys { value label entity { ...Named } } }\n  }")
	f := c.form()
	f.lists, f.columns, f.total = []string{"aggregate.groups"}, []column{inCiters, inCounted}, "aggregate.groupCount"
	return true
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

// longest ranks acts by how many paragraphs they have.
func (c *composer) longest() bool {
	if len(c.Clauses) > 0 && !c.onlyAdopts() || c.acts == nil {
		return false
	}
	filter := map[string]any{"loaded": true}
	if !c.filtered(filter) {
		return false
	}
	if c.acts.actKind != "" {
		filter["kind"] = c.acts.actKind
	}
	direction := "DESC"
	if c.least {
		direction = "ASC"
	}
	c.declare("filter", "ActFilter", filter)
	c.text("acts(filter: $filter, orderBy: {field: PARAGRAPHS, direction: " + direction + "}, first: 10) {\n" +
		"    totalCount edges { node { ...Named ... on Act { paragraphs(first: 1) { totalCount } } } }\n  }")
	f := c.form()
	f.lists, f.total = []string{"acts"}, "acts.totalCount"
	f.columns = append([]column{{"count", func(_ telling, r row) string {
		list, _ := inner(r)["paragraphs"].(map[string]any)
		return counted(whole(list["totalCount"]), "paragraph")
	}}}, simple...)
	return true
}

// paragraphs counts those of the acts that the question names.
func (c *composer) paragraphs() bool {
	list := slices.DeleteFunc(c.things(), func(n snapshot.Node) bool { return !c.isAct(n) || !c.Loaded(n) })
	if len(c.Clauses) > 0 || c.Words != "" || len(list) == 0 || len(list) > maxReadings {
		return false
	}
	c.declare("ids", "[ID!]!", c.idsOf(list))
	c.text("nodes(ids: $ids) { ...Named ... on Act { paragraphs(first: 1) { totalCount } } }")
	kind := c.Wanted.word
	f := c.form()
	f.lists = []string{"nodes"}
	f.columns = []column{
		{"act", func(t telling, r row) string { return t.calledByID(str(r, "id")) }},
		{"count", func(t telling, r row) string { n, _ := t.Lookup(str(r, "id")); return t.paragraphsOf(n, kind) }},
	}
	f.lead = func(t telling) string {
		var parts []string
		for _, r := range t.found {
			n, _ := t.Lookup(str(r, "id"))
			parts = append(parts, t.called(n)+" has "+t.paragraphsOf(n, kind))
		}
		return strings.Join(parts, "; ") + "."
	}
	c.Operation = opList
	return true
}

// paragraphsOf counts the numbered paragraphs of an act by what they are: those of its
// preamble, its operative ones with the items below them, those of its annexes.
func (r *Reader) paragraphsOf(n snapshot.Node, kind string) string {
	var preambular, operative, items, annexed int
	for p := n + 1; int(p) < r.Len() && strings.HasPrefix(r.ID(p), r.ID(n)+"#"); p++ {
		_, locator, _ := strings.Cut(r.ID(p), "#")
		switch {
		case r.Kind(p) != "Paragraph":
		case strings.HasPrefix(locator, "pp") && !strings.Contains(locator, "."):
			preambular++
		case strings.HasPrefix(locator, "op") && strings.Contains(locator, "."):
			items++
		case strings.HasPrefix(locator, "op"):
			operative++
		case strings.HasPrefix(locator, "an"):
			annexed++
		}
	}
	parts := []string{several(operative, "operative paragraph", "operative paragraphs")}
	if items > 0 {
		parts[0] += " with " + counted(items, "item") + " below them"
	}
	if kind != "operative paragraphs" {
		parts = append(parts, several(preambular, "paragraph of the preamble", "paragraphs of the preamble"),
			several(annexed, "paragraph of annexes", "paragraphs of annexes"))
	}
	return enumerated(slices.DeleteFunc(parts, func(s string) bool { return s == "" }))
}
