package ask

import (
	"regexp"
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// Names alone, and how things began, went on and came about.

// describes answers a name alone.
func (c *composer) describes() bool {
	n, ok := c.first()
	if !ok || len(c.Clauses) > 0 || c.Words != "" || c.Wanted != nil || c.Since != "" || len(c.things()) > 1 {
		return false
	}
	if c.Operation != opDescribe && c.Operation != opList {
		return false
	}
	return c.aboutThing(n)
}

// aboutThing tells what is known of a thing, and shows where the texts tell of it.
func (c *composer) aboutThing(n snapshot.Node) bool {
	switch c.Kind(n) {
	case "Session":
		c.u.support = func() []snapshot.Node { return c.tellingOfSession(n) }
	case "Document":
		c.u.support = func() []snapshot.Node { return c.tellingOf(n, "hasBefore", "draftOf") }
	case "Body", "Instrument":
		c.u.support = func() []snapshot.Node { return c.tellingOf(n, graph.Life...) }
	}
	c.u.marked = strings.TrimPrefix(c.ID(n), "document/")
	return c.saved("about", map[string]snapshot.Node{"thing": n})
}

// lives tells how something began, went on and ended.
func (c *composer) lives() bool {
	if c.Operation != opLife && c.Operation != opUntil && !c.severalOfLife() && !c.termOfLife() {
		return false
	}
	if !c.onlyLife() {
		return false
	}
	n, ok := c.living("Body", "Instrument")
	if ok && c.ofAnother(n) {
		return false
	}
	if ok && (c.Operation == opUntil || len(c.Clauses) > 0) {
		return c.saved("lifecycle", map[string]snapshot.Node{"entity": n})
	}
	if n, ok = c.living("Body", "Instrument", "Act", "Subject"); ok {
		return c.saved("story", map[string]snapshot.Node{"thing": n})
	}
	return false
}

// living is what the life is of: what is named outside the clauses, else what is done
// to; who does it ("extended by the Council") comes last.
func (c *composer) living(kinds ...string) (snapshot.Node, bool) {
	var list []snapshot.Node
	for _, t := range c.Names {
		list = append(list, t.Nodes...)
	}
	for _, cl := range c.Clauses {
		list = append(list, cl.Object.Nodes...)
	}
	for _, n := range append(list, c.Bodies...) {
		if slices.Contains(kinds, c.Kind(n)) {
			return n, true
		}
	}
	return c.first(kinds...)
}

// termOfLife says that the question is until when or for how long something goes on,
// which its whole life shows: was UNIFIL extended until 1 March 1999, by one year.
func (c *composer) termOfLife() bool {
	if len(c.Clauses) == 0 || !c.timed() {
		return false
	}
	_, ok := c.living("Body", "Instrument")
	return ok && (c.Operation == opWhether || c.Operation == opList && c.Since == "")
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

// followsItself matches a question where the act that is named is what follows: which
// resolution did 7/3 follow.
var followsItself = regexp.MustCompile(`(?i)\b(?:did|does) .+ follow\W*$`)

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
	case c.Operation == opFollow && len(list) == 1 && followsItself.MatchString(c.question):
		c.edges("thing", list[0], "relations", narrower(graph.Cites), c.far())
		c.form().header, c.form().columns = "What {thing} cites of what went before, by date:", citing
		return true
	case c.Operation == opFollow && len(list) == 1:
		c.edges("thing", list[0], "relationsTo", narrower(graph.Cites), c.far())
		c.form().header, c.form().columns = "What followed {thing}, by date:", citing
		return true
	}
	return false
}

// whens answers when something was adopted or done.
func (c *composer) whens() bool {
	other := func(n snapshot.Node) bool { return !slices.Contains([]string{"Session", "Meeting", "Body"}, c.Kind(n)) }
	if n, ok := c.first("Session", "Meeting"); ok && c.Operation == opSay && c.Words == "" && len(c.Clauses) == 0 &&
		!slices.ContainsFunc(c.things(), other) {
		return c.aboutThing(n) // where was it held
	}
	if c.Operation != opWhen {
		return false
	}
	if n, ok := c.first("Act"); ok && (len(c.Clauses) == 0 || slices.Contains(c.Clauses[0].Relations, "adopts")) {
		return c.saved("adoption", map[string]snapshot.Node{"act": n})
	}
	c.u.tentative = true
	if n, ok := c.first("Session", "Meeting"); ok && len(c.Clauses) == 0 {
		return c.aboutThing(n)
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
