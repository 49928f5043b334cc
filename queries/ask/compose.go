package ask

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

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
	// dueBody is the body at whose session something is due.
	dueBody snapshot.Node
}

// compose gives the query for a meaning; nil where none fits.
func (r *Reader) compose(d *meaning) *understanding {
	u := &understanding{
		variables: map[string]any{}, nodes: map[string]snapshot.Node{}, lists: map[string][]snapshot.Node{}, meant: d,
	}
	c := &composer{Reader: r, meaning: d, u: u, declared: map[string]string{}, dueBody: snapshot.NoNode}
	c.narrowNames()
	c.complete()
	if !c.asksVotes() {
		c.nouns()
	}
	c.becameOf()
	for _, rule := range compositions {
		if !rule(c) {
			continue
		}
		c.finish()
		if d.doubt != nil && !c.u.told().words { // words are looked for in each of them
			return r.doubtful(d)
		}
		return u
	}
	if d.doubt != nil && (d.described || d.Operation == opDescribe) {
		return r.doubtful(d)
	}
	return nil
}

// doubtful makes a choice of a name that means several things. A name alone is no
// question, and most that is dated of many is nothing.
func (r *Reader) doubtful(d *meaning) *understanding {
	alone := !d.described && len(d.Clauses) == 0 && len(d.Names) == 1 && d.Wanted == nil && d.Operation == opList
	if alone || d.Operation == opWhen {
		return nil
	}
	return &understanding{
		trouble: &trouble{"thing", d.doubt.Text, d.doubt.Nodes}, meant: d,
		slots: []queries.Slot{{Variable: "thing", Sort: "thing"}}, values: []string{d.doubt.Text},
		phrasing:  strings.Replace(d.question, d.doubt.Text, "{thing}", 1),
		variables: map[string]any{}, nodes: map[string]snapshot.Node{}, lists: map[string][]snapshot.Node{},
	}
}

// compositions are tried in this order.
var compositions = []func(c *composer) bool{
	(*composer).candidates, (*composer).fallen, (*composer).sponsoredMost, (*composer).namesSomebody, (*composer).proposals, (*composer).agenda, (*composer).votedWhether, (*composer).outcomes, (*composer).officers, (*composer).events,
	(*composer).describes, (*composer).livesWhether, (*composer).lives,
	(*composer).walks, (*composer).contrasts, (*composer).compares, (*composer).votesRanked, (*composer).ranks, (*composer).aggregates, (*composer).whens, (*composer).drafts,
	(*composer).ends, (*composer).reports, (*composer).votes, (*composer).decides, (*composer).oneSided,
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
	c.votedWhenAdopted()
	c.votedInTheVote()
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
	if w := c.Wanted; w != nil && w.kind != "Mandate" && len(w.relations) > 0 && len(c.Clauses) == 0 && len(c.Names) > 0 {
		named := c.Names[0]
		c.Names = c.Names[1:]
		made := clause{Relations: w.relations, Verb: w.word, Subject: term{Wanted: true}, Object: named}
		made.Cites = w.word == "citations" || w.word == "references"
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

// votes answers how something was voted on.
func (c *composer) votes() bool {
	if c.Operation != opOutcome && !c.asksVotes() {
		return false
	}
	act, isAct := c.first("Act")
	state, isState := c.first("State")
	switch {
	case isAct && isState && len(c.Clauses) == 0:
		cast := clause{Relations: voting, Verb: "vote"}
		cast.Subject.Nodes, cast.Object.Nodes = []snapshot.Node{state}, []snapshot.Node{act}
		c.Clauses = []clause{cast}
		return false
	}
	return false
}

var voting = []string{"votedFor", "votedAgainst", "abstained"}

func (c *composer) asksVotes() bool {
	return c.Wanted != nil && slices.Equal(c.Wanted.relations, voting)
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

// pageFields are what a composed query asks of every connection.
const pageFields = "\n    totalCount\n    pageInfo { hasNextPage endCursor }\n"

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

const namedFragment = `

fragment Named on Entity {
  id title date
  ... on Act { number kind adoptedOn loaded }
}
`

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
		if f.header = strings.TrimPrefix(
			c.clauseWords(c.Clauses[0]),
			"that ",
		) + "."; len(c.Clauses[0].Subject.Nodes) == 0 &&
			!c.Clauses[0].Passive {
			f.header = "an act " + f.header
			if c.actorsDo(c.Clauses[0]) {
				f.header = "somebody" + strings.TrimPrefix(f.header, "an act")
			}
		}
		if cl := c.Clauses[0]; len(cl.Object.Nodes) == 0 {
			f.header = strings.TrimSuffix(f.header, ".") + " something."
		}
	}
	if f.header == "" && f.decides && c.Words != "" {
		f.header = "there are " + c.acts.word + " about “" + c.Words + "”."
	}
	if f.header == "" {
		line := c.u.phrasing
		f.header = strings.ToUpper(line[:1]) + line[1:] + ":"
	}
	if len(c.keeps) > 0 {
		own, keeps := f.keep, c.keeps
		f.keep = func(t telling, r row) bool {
			drops := func(k func(telling, row) bool) bool { return !k(t, r) }
			return (own == nil || own(t, r)) && !slices.ContainsFunc(keeps, drops)
		}
	}
	f.pick = c.Pick
	f.counts = c.Operation == opCount
	c.countsVotes(f)
	c.saysVeto(f)
	c.allBodies(f)
}
