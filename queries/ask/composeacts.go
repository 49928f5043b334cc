package ask

import (
	"cmp"
	"slices"
	"strings"

	"mandategraph/graph/snapshot"
)

// Acts and mandates by what holds of them.

// mandates asks for mandates that fit some values and the filters.
func (c *composer) mandates(filter map[string]any) {
	if w := c.Wanted; w != nil && w.kind == "Mandate" && len(w.relations) > 0 && filter["relations"] == nil {
		filter["relations"] = anys(w.relations) // how many requests does it make
	}
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
	c.text("mandates(filter: $filter, first: 100, after: $after) {" + pageFields + "    edges { node {" + mandateFields +
		"} }\n  }")
	f := c.form()
	f.lists, f.columns, f.details = []string{"mandates"}, mandateColumns, whoIsMeant
	if len(c.Sessions) > 0 {
		sessions := c.Sessions
		c.keeps = append(c.keeps, func(t telling, r row) bool {
			act, _ := inner(r)["act"].(map[string]any)
			n, ok := t.Lookup(str(act, "id"))
			return ok && slices.ContainsFunc(sessions, func(s snapshot.Node) bool { return t.Text(n, "session") == t.ID(s) })
		})
	}
}

// mandateFields are what a composed query asks of mandates, and mandateColumns what is
// told of them.
const mandateFields = `
      id verb clause deadline due until condition act { id title } paragraph { id }
      addressees { id title } recipients { id title }
    `

var mandateColumns = []column{inParagraph, inWhom, inOrder, inDeadline, inRecipient, inClause}

// nameMandates filters mandates by the entities that the question names: the act
// that gives them, to whom is reported, who is asked. One of several of these is
// enough.
func (c *composer) nameMandates(filter map[string]any) {
	var asked, acts, recipients []string
	for _, name := range c.Names {
		if slices.Contains(name.Nodes, c.dueBody) {
			name.Nodes = []snapshot.Node{c.dueBody} // the Council whose session it is
		}
		for _, n := range name.Nodes {
			switch {
			case c.isAct(n) || c.Kind(n) == "Document":
				acts = append(acts, c.ID(n))
			case filter["reports"] != nil && c.receives(name, n):
				recipients = append(recipients, c.ID(n))
			case filter["reports"] != nil && c.adopting(n) && len(name.Nodes) == 1:
				filter["body"] = strings.TrimPrefix(c.ID(n), "body/")
			default:
				asked = append(asked, c.ID(n))
			}
		}
	}
	switch {
	case len(recipients) == 1:
		filter["recipient"] = recipients[0]
	case len(recipients) > 1:
		c.keepNaming("recipients", recipients)
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
		c.keepNaming("addressees", asked)
	}
}

// keepNaming keeps mandates that have one of some entities in a field.
func (c *composer) keepNaming(field string, ids []string) {
	for _, id := range ids {
		c.u.lists[field] = append(c.u.lists[field], c.node(id))
	}
	c.keeps = append(c.keeps, func(_ telling, r row) bool {
		list, _ := inner(r)[field].([]any)
		return slices.ContainsFunc(list, func(a any) bool {
			object, _ := a.(map[string]any)
			return slices.Contains(ids, str(object, "id"))
		})
	})
}

// receives says that reports come to what a name names: reports to it, what comes before
// it, or at its session.
func (c *composer) receives(name term, n snapshot.Node) bool {
	if name.prep == "to" || name.prep == "before" {
		return true
	}
	return c.dueBody != snapshot.NoNode && n == c.dueBody && name.prep == ""
}

// lists asks for acts by body, time, session, subject and manner of adoption.
func (c *composer) lists() bool {
	if c.Wanted == nil || c.Wanted.kind != "Act" || len(c.Clauses) > 0 || len(c.Names) > 0 || len(c.Sessions) > 1 {
		return false
	}
	filter, how := c.actFilter(), c.mannerAsked()
	switch {
	case c.acronymsSaid(c.Words, false) != "":
		return false // the name for which it stands is looked for as well
	case c.saysOutcome != (how != nil):
		return false
	case how != nil:
		filter["loaded"], c.manner = true, how.asked.FindString(c.question)
		if c.Operation == opOutcome {
			c.Operation = opList
		}
	case c.Pick != "": // the newest resolution of all
	case len(filter) == 0 && len(c.Bodies) == 0 || len(filter) == 1 && filter["kind"] != nil && len(c.Bodies) < 2:
		return false
	}
	if len(c.Bodies) > 1 {
		c.keep(func(_ telling, n snapshot.Node) bool { return slices.Contains(c.Bodies, c.owner(n)) })
	}
	c.declare("filter", "ActFilter", filter)
	c.text("acts(filter: $filter, orderBy: {field: DATE}, first: 100, after: $after) {" + pageFields + "    edges { node { ...Named } }\n  }")
	f := c.form()
	f.lists, f.columns, f.remark, f.sorted = []string{"acts"}, simple, c.kindsAndUndated, true
	if c.Words != "" {
		f.keep, f.first, f.remark = notOnlyInTables, calledSo, titledFirst
	}
	f.decides = c.Operation == opWhether
	c.ofTheMonth()
	c.leadsList(how)
	return true
}

// countedAbout says how acts about some words are counted.
func countedAbout(t telling) string {
	return cmp.Or(noneAbout(t), "those that have the words in the title, the subject or one paragraph.")
}

// noneInTime says of which years acts of the bodies are loaded where none is of the time
// asked about, so that nothing is found although nothing is missing.
func (c *composer) noneInTime(t telling) string {
	if len(t.found) > 0 {
		return ""
	}
	var years []string
	for _, b := range c.Bodies {
		for _, n := range c.Having("body", b, "Act") {
			if date := c.dateOf(n); c.Loaded(n) && yearOf(date) > 0 && !slices.Contains(years, date[:4]) {
				years = append(years, date[:4])
			}
		}
	}
	if len(years) == 0 {
		return ""
	}
	slices.Sort(years)
	if len(years) > maxCandidates {
		years = []string{years[0] + " to " + years[len(years)-1]}
	}
	return "none is of this time; the loaded acts of " + c.calledAll(c.Bodies, " and ") + " are of " + enumerated(years) + "."
}

// leadsList says first of a list of acts how far it goes.
func (c *composer) leadsList(how *manner) {
	f := c.form()
	switch {
	case how != nil:
		c.u.sure = c.tallied != nil
		c.adoptedSo(how)
	case c.Words != "":
		f.lead = noneAbout
		if c.Operation == opCount {
			f.lead = countedAbout
		}
	case len(c.Bodies) > 0 && (c.Since != "" || c.Until != ""):
		f.lead, c.u.sure = c.noneInTime, true
	}
}

// ofTheMonth leaves out acts of which only the year is known, where the question is about
// a month or a day.
func (c *composer) ofTheMonth() {
	if least := len("2006-01"); len(c.Since) >= least || len(c.Until) >= least {
		c.keep(func(t telling, n snapshot.Node) bool { return len(t.Date(n)) >= least || t.Date(n) == "" })
	}
}

// actFilter are the filters of a question as those of acts.
func (c *composer) actFilter() map[string]any {
	filter := map[string]any{}
	if c.Wanted.actKind != "" {
		filter["kind"] = c.Wanted.actKind
	}
	if len(c.Bodies) == 1 {
		filter["body"] = strings.TrimPrefix(c.ID(c.Bodies[0]), "body/")
	}
	if len(c.Sessions) == 1 {
		filter["session"] = c.ID(c.Sessions[0])
	}
	for name, value := range map[string]string{"since": c.Since, "until": c.Until, "subject": c.Words} {
		if value != "" {
			filter[name] = value
		}
	}
	return filter
}

// noneAbout says what was looked for where no act is about some words.
func noneAbout(t telling) string {
	if len(t.found) > 0 {
		return ""
	}
	return "no act that fits has all of these words in its title or in one paragraph."
}

// node is the entity of an id that is known to be there.
func (r *Reader) node(id string) snapshot.Node {
	n, _ := r.Lookup(id)
	return n
}
