package ask

import (
	"regexp"
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// How two acts differ: what each cites that the other does not, and what each decides.

// differing matches a question for a difference.
var differing = regexp.MustCompile(`(?i)\b(?:compar\w+|differ\w*|versus|vs|contrast\w*|adds?|added|goes? (?:further|beyond)|changed?)\b`)

// contrasts puts two acts side by side.
func (c *composer) contrasts() bool {
	acts := c.actsNamed()
	wants := c.Wanted == nil || c.Wanted.kind == "Act" || c.Wanted.kind == "Paragraph"
	if len(acts) != 2 || !wants || c.Operation == opCompare || !differing.MatchString(c.question) || c.actorsAct() {
		return false
	}
	c.declare("first", "ID!", c.ID(acts[0]))
	c.declare("second", "ID!", c.ID(acts[1]))
	fields := " { ...Named ... on Act { paragraphs(first: 100, after: $after%) { pageInfo { hasNextPage endCursor } edges { node { id text } } } } }"
	c.text("first: node(id: $first)" + strings.Replace(fields, "%", "First", 1) + "\n" +
		"  second: node(id: $second)" + strings.Replace(fields, "%", "Second", 1))
	c.u.nodes["first"], c.u.nodes["second"] = acts[0], acts[1]
	f := c.form()
	f.header, f.lists = "{first} beside {second}:", []string{"first.paragraphs", "second.paragraphs"}
	f.columns = []column{inPassage}
	f.keep = func(_ telling, r row) bool {
		_, locator, _ := strings.Cut(str(inner(r), "id"), "#")
		return strings.HasPrefix(locator, "op") || strings.HasPrefix(locator, "dec")
	}
	f.details = func(_ telling, r row) []string { return []string{clipped(str(inner(r), "text"))} }
	f.lead = contrastLead
	return true
}

// actsNamed are the acts that a question names, each once.
func (c *composer) actsNamed() (acts []snapshot.Node) {
	for _, n := range c.things() {
		if c.isAct(n) && !slices.Contains(acts, n) {
			acts = append(acts, n)
		}
	}
	return acts
}

// actorsAct says that the question is what States and others did, not acts.
func (c *composer) actorsAct() bool {
	return c.asksVotes() || slices.ContainsFunc(c.Clauses, c.actorsDo)
}

// maxClip bounds a paragraph that is shown beside others, in code points.
const maxClip = 400

func clipped(text string) string {
	if runes := []rune(text); len(runes) > maxClip {
		return strings.TrimSpace(string(runes[:maxClip])) + " …"
	}
	return text
}

// contrastLead says what both acts cite, and what only one of them does.
func contrastLead(t telling) string {
	first, second := t.u.nodes["first"], t.u.nodes["second"]
	a, b := t.citedBy(first), t.citedBy(second)
	var both, onlyFirst, onlySecond []string
	for _, n := range a {
		if slices.Contains(b, n) {
			both = append(both, t.called(n))
		} else {
			onlyFirst = append(onlyFirst, t.called(n))
		}
	}
	for _, n := range b {
		if !slices.Contains(a, n) {
			onlySecond = append(onlySecond, t.called(n))
		}
	}
	said := func(names []string) string {
		const few = 12
		if len(names) == 0 {
			return "nothing that was read"
		}
		if len(names) > few {
			names = append(names[:few:few], decimal(len(names)-few)+" more")
		}
		return enumerated(names)
	}
	parts := []string{
		"both cite " + said(both), "only " + t.called(first) + " cites " + said(onlyFirst),
		"only " + t.called(second) + " cites " + said(onlySecond),
	}
	for _, pair := range [][2]snapshot.Node{{first, second}, {second, first}} {
		if slices.Contains(t.citedBy(pair[0]), pair[1]) {
			parts = append(parts, t.called(pair[0])+" cites "+t.called(pair[1])+" itself")
		}
	}
	return strings.Join(parts, "; ") + ". What each decides:"
}

// citedBy is what an act cites, each once, articles with their treaty left out.
func (r *Reader) citedBy(act snapshot.Node) (list []snapshot.Node) {
	for _, e := range r.Out(act, narrower(graph.Cites)...) {
		if _, n := r.Ends(e); n != snapshot.NoNode && r.Kind(n) != "Article" && r.Kind(n) != "Paragraph" && !slices.Contains(list, n) {
			list = append(list, n)
		}
	}
	return list
}
