package ask

import (
	"regexp"
	"slices"

	"mandategraph/graph/snapshot"
)

// Drafts that did not become acts: rejected, withdrawn, discontinued.

// fallenDrafts matches a question which drafts these are.
var fallenDrafts = regexp.MustCompile(`(?i)\b(?:drafts?|proposals?|draft (?:resolutions?|decisions?))\b.*\b` +
	`(reject\w*|withdr\w+|discontinu\w*|not adopted|abandon\w*|dropped|failed|fell)\b`)

// fellWords are the words of such a question that say that a draft fell.
var fellWords = regexp.MustCompile(
	`(?i)\b(?:reject\w*|withdr\w+|discontinu\w*|not adopted|abandon\w*|dropped|failed|fell)\b`,
)

// fell takes these words out of the question.
func (p *parser) fell() {
	if fallenDrafts.MatchString(p.out.question) {
		for _, said := range fellWords.FindAllString(p.out.question, -1) {
			p.useWords(said)
		}
	}
}

// fallen lists the drafts of which it was read that they did not become acts, whatever of
// the kind the question asks for: each says what it was.
func (c *composer) fallen() bool {
	if !fallenDrafts.MatchString(c.question) || c.namesDocument() {
		return false
	}
	if _, act := c.first("Act"); act {
		return false
	}
	var list []snapshot.Node
	for _, n := range c.Nodes("Document") {
		if outcome := c.Text(n, "outcome"); outcome != "" && outcome != "adopted" && c.toldByAsked(n) {
			list = append(list, n)
		}
	}
	if len(list) == 0 {
		return false
	}
	c.declare("ids", "[ID!]!", c.idsOf(list))
	c.text("nodes(ids: $ids) { ...Named }")
	f := c.form()
	f.lists, f.header = []string{"nodes"}, "Drafts that were not adopted, as far as it was read:"
	f.columns = []column{
		inID,
		{"outcome", func(t telling, r row) string { return t.Text(t.node(r), "outcome") }},
		inTitle,
	}
	f.decides = false
	c.u.support = func() (told []snapshot.Node) {
		for _, n := range list[:min(len(list), fewFound)] {
			told = append(told, c.tellingOf(n)...)
		}
		return told
	}
	return true
}

// toldByAsked says that a draft is told of in a report of the bodies, sessions and the time
// that the question names, where it names any.
func (c *composer) toldByAsked(draft snapshot.Node) bool {
	var bodies, sessions []string
	for _, n := range slices.Concat(c.things(), c.Bodies, c.Sessions) {
		switch c.Kind(n) {
		case "Body":
			bodies = append(bodies, c.ID(n))
		case "Session":
			sessions = append(sessions, c.ID(n))
		}
	}
	return slices.ContainsFunc(c.tellingOf(draft), func(p snapshot.Node) bool {
		report := c.wholeOf(p)
		return (len(bodies) == 0 || slices.Contains(bodies, c.Text(report, "body"))) &&
			(len(sessions) == 0 || slices.Contains(sessions, c.Text(report, "session"))) && c.isDated(report, c.Since, c.Until)
	})
}

// mostSponsors matches a question for the act with most sponsors.
var mostSponsors = regexp.MustCompile(
	`(?i)\bmost (?:co-?)?sponsors\b|\blargest number of (?:co-?)?sponsors\b|\bsponsored by (?:the )?most\b`,
)

// sponsoredMost counts the sponsors of acts.
func (c *composer) sponsoredMost() bool {
	if c.acts == nil || !mostSponsors.MatchString(c.question) || len(c.Names) > 0 || c.Words != "" {
		return false
	}
	filter := map[string]any{"relations": []any{"sponsors"}, "kinds": []any{"Act"}}
	if len(c.Bodies) == 1 {
		filter["body"] = c.ID(c.Bodies[0])
	}
	if sessions := c.Sessions; len(sessions) > 0 {
		c.keeps = append(c.keeps, func(t telling, r row) bool {
			act, ok := t.Lookup(groupValue(r, 0))
			return ok &&
				slices.ContainsFunc(sessions, func(s snapshot.Node) bool { return t.Text(act, "session") == t.ID(s) })
		})
	}
	c.Operation = opMost
	c.aggregate(filter, "TARGET")
	return true
}
