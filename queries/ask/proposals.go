package ask

import (
	"regexp"
	"slices"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// The drafts that a body has before it or puts forward, which stand in its report or
// have a symbol of their own.

// severalDrafts matches a question for drafts.
var severalDrafts = regexp.MustCompile(
	`(?i)^(?:which|what|list|how many) (?:\S+ ){0,4}(?:draft (?:resolution|decision)s|drafts|proposals)\b`,
)

// proposals answers which drafts a body recommended, or which are before it.
func (c *composer) proposals() bool {
	if !severalDrafts.MatchString(c.question) || c.Words != "" || len(c.Clauses) > 1 {
		return false
	}
	if len(c.Clauses) == 1 && !c.Clauses[0].is(putting...) {
		return false
	}
	owner, ok := c.proposer()
	other := func(n snapshot.Node) bool { return c.Kind(n) != "Body" && c.Kind(n) != "Session" }
	if !ok || slices.ContainsFunc(c.mentioned, other) {
		return false
	}
	var texts, drafts []snapshot.Node
	for _, n := range c.Nodes("Document") {
		if !c.Loaded(n) || c.Text(n, "body") != c.ID(owner) || !c.isDated(n, c.Since, c.Until) {
			continue
		}
		if c.isDraft(n) {
			drafts = append(drafts, n)
			continue
		}
		texts = append(texts, n)
		drafts = append(drafts, c.Below("Act", c.ID(n)+"/draft-")...)
	}
	if len(drafts) == 0 {
		return c.proposalsInWords(texts)
	}
	slices.SortFunc(drafts, func(a, b snapshot.Node) int { return graph.CompareNatural(c.ID(a), c.ID(b)) })
	c.declare("ids", "[ID!]!", c.idsOf(drafts))
	c.text("nodes(ids: $ids) { ...Named }")
	f := c.form()
	f.lists, f.columns = []string{"nodes"}, []column{inID, inDate, inTitle}
	f.header = "Drafts of " + c.called(owner) + " in the loaded texts:"
	return true
}

// putting are the relations of the verbs by which a body puts drafts forward.
var putting = []string{"recommends", "submits", "sponsors", "adopts", "considers", "has before", "hasBefore"}

// inID is the id of a result without its kind.
var inID = column{"act", func(t telling, r row) string { return t.called(t.node(r)) }}

// proposer is the body that puts drafts forward: who does what the verb says, else the
// first body that the question names.
func (c *composer) proposer() (snapshot.Node, bool) {
	for _, cl := range c.Clauses {
		for _, n := range cl.Subject.Nodes {
			if c.Kind(n) == "Body" {
				return n, true
			}
		}
	}
	if len(c.Bodies) > 0 {
		return c.Bodies[0], true
	}
	return c.first("Body")
}

// proposalsInWords looks for the paragraphs of a body's reports that list its drafts.
func (c *composer) proposalsInWords(texts []snapshot.Node) bool {
	if len(texts) == 0 || len(texts) > maxCandidates {
		return false
	}
	c.asWords()
	c.Words, c.Names = "recommends draft resolutions decisions", []term{{Nodes: texts}}
	return c.passages()
}

// agenda answers what was on the agenda of a session.
func (c *composer) agenda() bool {
	if c.Wanted == nil || c.Wanted.kind != "AgendaItem" || c.Words != "" || c.Operation != opList || c.Since != "" {
		return false
	}
	sessions := append(c.ofKind("Session"), c.Sessions...)
	if len(sessions) == 0 || len(c.ofKind("Meeting")) > 0 || slices.ContainsFunc(c.Clauses, func(cl clause) bool {
		return !cl.is("considers", "adopts", "discusses")
	}) {
		return false
	}
	items := slices.Clone(c.Below("AgendaItem", c.ID(sessions[0])+"/agenda/"))
	untitled := func(n snapshot.Node) bool { return c.Title(n) == "" }
	if len(items) == 0 || slices.ContainsFunc(items, untitled) {
		return false
	}
	slices.SortFunc(items, func(a, b snapshot.Node) int { return graph.CompareNatural(c.ID(a), c.ID(b)) })
	c.declare("ids", "[ID!]!", c.idsOf(items))
	c.text("nodes(ids: $ids) { ...Named }")
	f := c.form()
	f.lists, f.columns = []string{"nodes"}, []column{inID, inTitle}
	f.header = "Items of the agenda of " + c.called(sessions[0]) + " that the loaded texts speak of:"
	return true
}
