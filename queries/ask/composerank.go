package ask

import (
	"fmt"
	"maps"
	"slices"
	"strings"

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
	case c.group != "" && (c.acts != nil || len(c.Clauses) > 0) && c.onlyAdopts():
		return c.actsBy()
	}
	return c.doneBy() || c.citedMost()
}

// doneBy counts by year how often somebody did something: in which year did a State
// abstain most. The year is that of the act, which a State acts upon.
func (c *composer) doneBy() bool {
	if c.group != "YEAR" || len(c.Clauses) != 1 || len(c.Names) > 0 || c.Words != "" || len(c.Bodies) > 0 || len(c.Sessions) > 0 {
		return false
	}
	cl, key, filter := c.Clauses[0], "YEAR", map[string]any{}
	if c.actorsDo(cl) {
		key = "TARGET_YEAR"
	}
	relations := cl.relations()
	if len(relations) >= manyRelations {
		return false
	}
	filter["relations"] = anys(relations)
	if len(cl.Subject.Nodes) > 0 {
		filter["source"] = map[string]any{"ids": c.idsOf(cl.Subject.Nodes)}
	}
	if len(cl.Object.Nodes) > 0 {
		filter["ends"] = c.idsOf(cl.Object.Nodes)
	}
	c.declare("filter", "StatementFilter", filter)
	c.text("aggregate(by: [" + key + "], filter: $filter, top: 1000, orderBy: KEY) {\n" +
		"    groups { count sources targets keys { value label entity { ...Named } } }\n  }")
	f := c.form()
	f.lists, f.columns, f.lead = []string{"aggregate.groups"}, []column{inTimes, inCounted}, sumLead
	f.most, f.least = c.Operation == opMost, c.least
	return true
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
	if c.acts != nil && c.acts.actKind != "" {
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
	f.keep = func(_ telling, r row) bool { return groupValue(r, 0) != "" || group == "YEAR" || group == "MONTH" }
	bodies := slices.Clone(c.things())
	f.remark = func(telling) string { return c.undatedOf(bodies) }
	f.merges, f.most, f.least = group != "SESSION", c.Operation == opMost, c.least
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
		for _, name := range []string{"count", "sources"} {
			list[i][name] = float64(whole(list[i][name]) + whole(r[name]))
		}
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
