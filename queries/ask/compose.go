package ask

import (
	"cmp"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
	"mandategraph/queries"
)

// From what a question means to the query that answers it, through the fields
// that every client has.

// composed is the name of a query that was put together for one question.
const composed = "composed"

// A composer puts a query together.
type composer struct {
	*Reader
	*meaning
	u *understanding
	// declared are the variables of the query with their types.
	declared map[string]string
	// keeps are what must hold of a result that the query cannot ask for.
	keeps []func(t telling, r row) bool
}

// compose gives the query for a meaning; nil where none fits.
func (r *Reader) compose(d *meaning) *understanding {
	u := &understanding{
		variables: map[string]any{}, nodes: map[string]snapshot.Node{}, lists: map[string][]snapshot.Node{}, meant: d,
	}
	if d.doubt != nil {
		alone := len(d.Clauses) == 0 && len(d.Names) == 1 && d.Wanted == nil && d.Operation == opList
		if alone || d.Operation == opWhen {
			return nil // a name alone is no question, and most that is dated of many is nothing
		}
		u.doubtful(d)
		return u
	}
	c := &composer{Reader: r, meaning: d, u: u, declared: map[string]string{}}
	c.narrowNames()
	c.complete()
	if !c.asksVotes() {
		c.nouns()
	}
	for _, rule := range compositions {
		if rule(c) {
			c.finish()
			return u
		}
	}
	return nil
}

// doubtful makes a choice of a name that means several things.
func (u *understanding) doubtful(d *meaning) {
	u.trouble = &trouble{"thing", d.doubt.Text, d.doubt.Nodes}
	u.slots, u.values = []queries.Slot{{Variable: "thing", Sort: "thing"}}, []string{d.doubt.Text}
	u.phrasing = strings.Replace(d.question, d.doubt.Text, "{thing}", 1)
}

// compositions are tried in this order.
var compositions = []func(c *composer) bool{
	(*composer).outcomes, (*composer).officers, (*composer).events, (*composer).describes, (*composer).lives, (*composer).walks, (*composer).compares, (*composer).aggregates,
	(*composer).whens, (*composer).drafts, (*composer).ends, (*composer).reports, (*composer).votes, (*composer).decides, (*composer).both, (*composer).oneSided,
	(*composer).unsided, (*composer).lists, (*composer).says,
}

// complete gives a clause without an object the acts that the question names
// outside it: compare the votes on 446 and 452, who abstained. Deadlines that an act
// set are those in it.
func (c *composer) complete() {
	if len(c.Clauses) > 1 && c.actorsDo(c.Clauses[0]) && len(c.Clauses[0].Object.Nodes) > 0 {
		c.Clauses = slices.DeleteFunc(c.Clauses, func(cl clause) bool { // who abstained, of those votes
			return len(cl.Object.Nodes) == 0 && len(cl.Subject.Nodes) == 0 && c.actorsDo(cl)
		})
	}
	if len(c.Clauses) != 1 {
		return
	}
	cl := &c.Clauses[0]
	if c.Wanted != nil && c.Wanted.kind == "Mandate" && slices.Equal(cl.Relations, []string{"sets"}) {
		for _, t := range []term{cl.Subject, cl.Object} {
			if len(t.Nodes) > 0 {
				c.Names = append(c.Names, t)
			}
		}
		c.Clauses = nil
		return
	}
	if len(cl.Object.Nodes) > 0 || len(c.Names) == 0 || !c.actorsDo(*cl) || !cl.Subject.Wanted {
		return
	}
	for _, name := range c.Names {
		if len(name.Nodes) != 1 || !c.isAct(name.Nodes[0]) {
			return
		}
	}
	for _, name := range c.Names {
		cl.Object.Nodes = append(cl.Object.Nodes, name.Nodes...)
	}
	c.Names = nil
}

// nouns makes clauses of nouns that stand for a verb: sponsors of 12/3.
func (c *composer) nouns() {
	if w := c.Wanted; w != nil && len(w.relations) > 0 && len(c.Clauses) == 0 && len(c.Names) > 0 {
		named := c.Names[0]
		c.Names = c.Names[1:]
		made := clause{Relations: w.relations, Verb: w.word, Subject: term{Wanted: true}, Object: named, Cites: w.word == "citations" || w.word == "references"}
		if made.Cites && named.prep != "to" {
			made.Subject, made.Object = made.Object, made.Subject
		}
		c.Clauses = append(c.Clauses, made)
	}
}

// saved takes a saved query.
func (c *composer) saved(name string, variables map[string]snapshot.Node) bool {
	q, ok := queries.ByName(name)
	if !ok {
		return false
	}
	c.u.query = q
	for variable, n := range variables {
		c.u.variables[variable], c.u.nodes[variable] = c.ID(n), n
	}
	return true
}

// first is the first entity that the question names, of some kinds where any is
// given.
func (c *composer) first(kinds ...string) (snapshot.Node, bool) {
	for _, n := range c.things() {
		if len(kinds) == 0 || slices.Contains(kinds, c.Kind(n)) {
			return n, true
		}
	}
	return snapshot.NoNode, false
}

// things are all entities that the question names.
func (d *meaning) things() []snapshot.Node {
	var list []snapshot.Node
	for _, cl := range d.Clauses {
		for _, t := range []term{cl.Subject, cl.Object} {
			list = append(list, t.Nodes...)
		}
	}
	for _, t := range d.Names {
		list = append(list, t.Nodes...)
	}
	return slices.Concat(list, d.Bodies, d.Sessions)
}

// describes answers a name alone.
func (c *composer) describes() bool {
	n, ok := c.first()
	if !ok || len(c.Clauses) > 0 || c.Words != "" || c.Wanted != nil || len(c.things()) > 1 {
		return false
	}
	if c.Operation != opDescribe && c.Operation != opList {
		return false
	}
	return c.saved("about", map[string]snapshot.Node{"thing": n})
}

// lives tells how something began, went on and ended.
func (c *composer) lives() bool {
	if c.Operation != opLife && c.Operation != opUntil && !c.severalOfLife() {
		return false
	}
	if !c.onlyLife() {
		return false
	}
	n, ok := c.first("Body", "Instrument")
	if ok && (c.Operation == opUntil || len(c.Clauses) > 0) {
		return c.saved("lifecycle", map[string]snapshot.Node{"entity": n})
	}
	if n, ok = c.first("Body", "Instrument", "Act", "Subject"); ok {
		return c.saved("story", map[string]snapshot.Node{"thing": n})
	}
	return false
}

// severalOfLife says that the question asks for several steps in the life of one
// thing: when was it set up and who extended it.
func (c *composer) severalOfLife() bool {
	return c.onlyLife() && len(c.Clauses) > 1 && len(c.things()) > 0 && c.Since == "" && c.Until == "" && c.Pick == ""
}

// onlyLife says that all verbs of the question begin, change or end something.
func (c *composer) onlyLife() bool {
	return !slices.ContainsFunc(c.Clauses, func(cl clause) bool {
		return slices.ContainsFunc(cl.Relations, func(name string) bool { return !slices.Contains(graph.Life, name) })
	})
}

// walks follows citations: back, on, or from one to another.
func (c *composer) walks() bool {
	list := c.things()
	if slices.ContainsFunc(c.Clauses, func(cl clause) bool { return !cl.Cites }) {
		return false
	}
	switch {
	case c.Operation == opPath && len(list) == 2:
		return c.saved("path", map[string]snapshot.Node{"from": list[0], "to": list[1]})
	case c.Operation == opLineage && len(list) == 1:
		return c.saved("lineage", map[string]snapshot.Node{"thing": list[0]})
	case c.Operation == opFollow && len(list) == 1 && c.Wanted == nil && c.Since == "" && c.Until == "":
		return c.saved("story", map[string]snapshot.Node{"thing": list[0]})
	case c.Operation == opFollow && len(list) == 1:
		c.edges("thing", list[0], "relationsTo", narrower(graph.Cites), c.far())
		c.form().header, c.form().columns = "What followed {thing}, by date:", citing
		return true
	}
	return false
}

// whens answers when something was adopted or done.
func (c *composer) whens() bool {
	if n, ok := c.first("Session", "Meeting"); ok && c.Operation == opSay && c.Words == "" && len(c.Clauses) == 0 {
		return c.saved("about", map[string]snapshot.Node{"thing": n}) // where was it held
	}
	if c.Operation != opWhen {
		return false
	}
	if n, ok := c.first("Act"); ok && (len(c.Clauses) == 0 || slices.Contains(c.Clauses[0].Relations, "adopts")) {
		return c.saved("adoption", map[string]snapshot.Node{"act": n})
	}
	c.u.tentative = true
	if n, ok := c.first("Session", "Meeting"); ok && len(c.Clauses) == 0 {
		return c.saved("about", map[string]snapshot.Node{"thing": n})
	}
	return false
}

// drafts answers from which draft an act was adopted, and what a draft became.
func (c *composer) drafts() bool {
	if c.Operation != opDraft || len(c.Clauses) > 0 {
		return false
	}
	n, ok := c.first("Act", "Document")
	if !ok {
		return false
	}
	field := "relationsTo"
	if c.Kind(n) == "Document" {
		field = "relations"
	}
	c.edges("act", n, field, []string{"draftOf"}, nil)
	c.form().columns = []column{inTitle, inRelation, inDocument}
	return true
}

// reports answers who must report what to whom.
func (c *composer) reports() bool {
	if c.Operation == opDuties && len(c.Clauses) == 0 && len(c.things()) > 0 {
		c.mandates(c.due())
		return true
	}
	if c.Wanted != nil && c.Wanted.kind == "Mandate" && len(c.Clauses) == 0 && len(c.things()) > 0 && c.Operation != opReport {
		filter := map[string]any{}
		if c.Wanted.word == "deadlines" {
			filter["withDeadline"] = true
		}
		c.mandates(filter)
		return true
	}
	if c.Operation != opReport || len(c.things()) == 0 && c.Words == "" && c.Since == "" && c.Until == "" {
		return false
	}
	filter := map[string]any{}
	if len(c.Sessions) > 0 {
		filter = c.due()
	}
	filter["reports"] = true
	c.mandates(filter)
	return true
}

// due takes the time of a question, or the session that it names, as the time by
// which something is to be done.
func (c *composer) due() map[string]any {
	filter := map[string]any{}
	if len(c.Sessions) == 1 {
		if date := c.Date(c.Sessions[0]); date != "" {
			filter["dueSince"], filter["dueUntil"] = date, cmp.Or(c.Text(c.Sessions[0], "endDate"), date)
			c.Sessions = nil
		}
	}
	if c.Until != "" {
		filter["dueUntil"], c.Until = c.Until, ""
	}
	if c.Since != "" {
		filter["dueSince"], c.Since = c.Since, ""
	}
	return filter
}

// ends answers what ends in a time.
func (c *composer) ends() bool {
	if len(c.Clauses) != 1 || !slices.Equal(c.Clauses[0].Relations, []string{"terminates"}) || len(c.things()) > 0 || c.Until == "" {
		return false
	}
	filter := map[string]any{"endsUntil": c.Until}
	if c.Since != "" {
		filter["endsSince"] = c.Since
	}
	c.declare("filter", "StatementFilter", filter)
	c.declare("mandates", "MandateFilter", filter)
	c.text("statements(filter: $filter, first: 100, after: $afterStatements) " + edgeFields +
		"\n  mandates(filter: $mandates, first: 100, after: $afterMandates) {\n    totalCount\n    pageInfo { hasNextPage endCursor }\n" +
		"    edges { node { id verb clause until addressees { id title } } }\n  }")
	c.form().lists, c.form().columns = forms["endsBefore"].lists, forms["endsBefore"].columns
	return true
}

// votes answers how something was voted on.
func (c *composer) votes() bool {
	if c.Operation != opOutcome && !c.asksVotes() {
		return false
	}
	act, isAct := c.first("Act")
	state, isState := c.first("State")
	switch {
	case isAct && isState && len(c.Clauses) == 0:
		c.Clauses = []clause{{Relations: voting, Subject: term{Nodes: []snapshot.Node{state}}, Object: term{Nodes: []snapshot.Node{act}}, Verb: "vote"}}
		return false
	}
	return false
}

var voting = []string{"votedFor", "votedAgainst", "abstained"}

func (c *composer) asksVotes() bool {
	return c.Wanted != nil && slices.Equal(c.Wanted.relations, voting)
}

// decides answers whether one entity does something to another.
func (c *composer) decides() bool {
	for _, cl := range c.Clauses {
		if len(cl.Subject.Nodes) == 0 || len(cl.Object.Nodes) == 0 || cl.Subject.Wanted || cl.Object.Wanted && !cl.asks() {
			continue
		}
		if cl.asks() && c.isAct(cl.Subject.Nodes[0]) {
			c.asks(cl)
			return true
		}
		if c.adopting(cl.Subject.Nodes[0]) && c.Kind(cl.Subject.Nodes[0]) == "Body" && !slices.Contains(cl.Relations, "adopts") {
			c.Bodies = append(c.Bodies, cl.Subject.Nodes...)
			cl.Subject = term{Wanted: true}
			c.Clauses = []clause{cl}
			return false
		}
		c.between(cl)
		return true
	}
	return false
}

func (r *Reader) isAct(n snapshot.Node) bool { return r.Kind(n) == "Act" }

func (r *Reader) adopting(n snapshot.Node) bool { return len(r.Having("body", n, "Act")) > 0 }

// asks says that a clause directs somebody.
func (cl clause) asks() bool {
	return len(cl.Relations) > 0 && !slices.ContainsFunc(cl.Relations, func(name string) bool {
		rel, _ := graph.RelationByName(name)
		return rel.Broader != graph.Addresses
	})
}

// between asks for the statements between two entities.
func (c *composer) between(cl clause) {
	relations := cl.relations()
	c.u.nodes["subject"], c.u.nodes["object"] = cl.Subject.Nodes[0], cl.Object.Nodes[0]
	c.declare("subjects", "[ID!]", c.idsOf(cl.Subject.Nodes))
	c.declare("objects", "[ID!]", c.idsOf(cl.Object.Nodes))
	c.declare("relations", "[RelationName!]", anys(relations))
	c.text("statements(subjects: $subjects, objects: $objects, relations: $relations, first: 100, after: $after) " + edgeFields)
	f := c.form()
	f.lists, f.columns, f.decides = []string{"statements"}, []column{inSubject, inRelation, inObject, inDocument, inQuote}, c.Operation == opWhether
	if c.isAct(cl.Subject.Nodes[0]) {
		f.subject = "subject"
	}
}

// relations are those of a clause, all citations where it only cites.
func (cl clause) relations() []string {
	if cl.Cites && len(cl.Relations) == 0 {
		return narrower(graph.Cites)
	}
	return cl.Relations
}

// asks answers what an act asks of somebody.
func (c *composer) asks(cl clause) {
	c.mandates(map[string]any{"act": c.ID(cl.Subject.Nodes[0]), "addressee": c.ID(cl.Object.Nodes[0]), "relations": anys(cl.Relations)})
	c.u.nodes["act"] = cl.Subject.Nodes[0]
	c.form().subject = "act"
}

func anys(words []string) []any {
	list := make([]any, len(words))
	for i, w := range words {
		list[i] = w
	}
	return list
}

// declare adds a variable.
func (c *composer) declare(name, typ string, value any) {
	c.declared[name], c.u.variables[name] = typ, value
}

// edgeFields are what a composed query asks of statements.
const edgeFields = `{
    totalCount
    pageInfo { hasNextPage endCursor }
    edges {
      statement source target relation verb locator paragraph quote until date onBehalfOf function
      mandate { id ... on Mandate { clause deadline condition } }
      node { ...Named }
    }
  }`

const namedFragment = "\n\nfragment Named on Entity {\n  id title date\n  ... on Act { number kind adoptedOn loaded }\n}\n"

// cursorPattern is the variable of a cursor.
var cursorPattern = regexp.MustCompile(`\$after\w*`)

// text sets the query, whose variables are all declared.
func (c *composer) text(body string) {
	for _, cursor := range cursorPattern.FindAllString(body, -1) {
		c.declared[cursor[1:]] = "String"
	}
	var declarations []string
	for _, name := range slices.Sorted(maps.Keys(c.declared)) {
		declarations = append(declarations, "$"+name+": "+c.declared[name])
	}
	text := fmt.Sprintf("query %s(%s) {\n  %s\n}", composed, strings.Join(declarations, ", "), body)
	if strings.Contains(body, "...Named") {
		text += namedFragment
	}
	c.u.query = queries.Query{Name: composed, Title: "A question put together of its parts", Text: text}
}

// form is that of the answer.
func (c *composer) form() *form {
	if c.u.form == nil {
		c.u.form = &form{columns: citation}
	}
	return c.u.form
}

// finish completes the form.
func (c *composer) finish() {
	c.u.phrasing = c.line(c.meaning)
	f := c.u.form
	if f == nil {
		return
	}
	if f.header == "" && f.decides && len(c.Clauses) > 0 {
		f.header = strings.TrimPrefix(c.clauseWords(c.Clauses[0]), "that ") + "."
	}
	if f.header == "" {
		line := c.u.phrasing
		f.header = strings.ToUpper(line[:1]) + line[1:] + ":"
	}
	if len(c.keeps) > 0 {
		own, keeps := f.keep, c.keeps
		f.keep = func(t telling, r row) bool {
			return (own == nil || own(t, r)) && !slices.ContainsFunc(keeps, func(k func(telling, row) bool) bool { return !k(t, r) })
		}
	}
	f.pick = c.Pick
	f.counts = c.Operation == opCount
}
