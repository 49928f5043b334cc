package ask

import (
	"cmp"
	"strings"

	"mandategraph/graph/snapshot"
)

// How several acts were voted on, side by side.

// votesOnSeveral lists who voted how on several acts, with the count of each.
func (c *composer) votesOnSeveral(acts []snapshot.Node) {
	c.declare("objects", "[ID!]", c.idsOf(acts))
	c.declare("relations", "[RelationName!]", anys(voting))
	c.text("statements(objects: $objects, relations: $relations, first: 100, after: $after) " + edgeFields)
	f := c.form()
	f.lists, f.columns = []string{"statements"}, []column{inObject, inRelation, inSubject, inDocument}
	f.lead = func(t telling) string {
		var parts []string
		for _, n := range acts {
			parts = append(parts, t.tally(n))
		}
		return strings.Join(parts, "; ") + "."
	}
}

// tally says how an act was voted on as far as it was read.
func (r *Reader) tally(n snapshot.Node) string {
	said := r.called(n) + ": "
	count := func(name, words string) string {
		if v := r.Text(n, name); v != "" {
			return ", " + v + " " + words
		}
		return ""
	}
	votes := count("votesFor", "for") + count("votesAgainst", "against") + count("abstentions", "abstaining")
	if votes != "" {
		return said + strings.TrimPrefix(votes, ", ")
	}
	if printed := r.printedVote(n); printed != "" {
		return said + "the vote was not read, but the text prints " + printed
	}
	if strings.Contains(strings.ToLower(r.closing(n)), "unanimously") {
		return said + "adopted unanimously"
	}
	if procedure := cmp.Or(r.Text(n, "procedure"), r.Text(n, "outcome")); procedure != "" {
		return said + procedure + ", no number of votes was read"
	}
	return said + "no vote was read"
}
