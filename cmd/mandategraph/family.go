package main

import (
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// A family is a sort of gold: it says which statements are compared with it.
type family struct {
	name string
	// citations leaves out every relation that is no citation.
	citations bool
	// relations, where given, are the only ones; without lists others that are
	// left out.
	relations, without []string
	// from and to, where given, are the kinds of source and target.
	from, to []string
	// properties, where given, are those whose values the gold tells, in the place of
	// relations; where they are told counts not.
	properties []string
	// chains says that the gold tells whole lives, of whatever document.
	chains bool
	// keep, where given, has the last word.
	keep func(candidate) bool
}

// A candidate is a statement that may belong to a family.
type candidate struct {
	claim
	snapshot  *snapshot.Snapshot
	statement *graph.Statement
}

// families in the order in which the help lists them.
var families = []family{
	{
		name: "acts", citations: true, from: []string{"Act", "Document"}, to: []string{"Act"},
		keep: func(c candidate) bool { return !c.mandates() && !c.lives() && !c.narrative() },
	},
	{
		name: "proceedings", citations: true, from: []string{"Document"}, to: []string{"Act"},
		keep: func(c candidate) bool { return !c.mandates() && c.narrative() },
	},
	{name: "sponsors", relations: []string{"sponsors", "submits"}},
	{
		name: "adoption", relations: []string{"adopts", "adoptedAt", "draftOf"},
		keep: func(c candidate) bool { return c.relation != "adopts" || c.kind(c.target) == "Act" },
	},
	{name: "endorsements", relations: []string{"endorses"}, from: []string{"Act"}, to: []string{"Recommendations"}},
	{name: "recommendations", from: []string{"Recommendations", "Paragraph"}},
	{name: "passing", from: []string{"Act"}, without: []string{"adoptedAt", "endorses"}, keep: func(c candidate) bool {
		return !c.own() && !c.mandates() && !c.operative() && !c.citesAct()
	}},
	{name: "mandates", keep: candidate.mandates},
	{name: "operative", keep: func(c candidate) bool { return c.operative() && !c.mandates() }},
	{name: "life", relations: graph.Life, keep: func(c candidate) bool {
		return c.own() && c.kind(c.target) != "Paragraph"
	}},
	{name: "lifecycles", chains: true, relations: graph.Life, from: []string{"Act"}},
	{name: "speakers", relations: []string{"speaksOn", "alignsWith"}},
	{name: "officers", relations: []string{"holdsOffice", "chairs", "nominates"}},
	{
		name: "documents", to: []string{"Document", "AgendaItem"},
		without: []string{"draftOf", "containedIn", "sponsors", "submits", "votedFor", "votedAgainst", "abstained"},
		keep: func(c candidate) bool {
			return !c.mandates() && !c.operative() && (c.kind(c.target) == "Document" || c.relation == "considers")
		},
	},
	{name: "votes", relations: []string{"votedFor", "votedAgainst", "abstained"}},
	{name: "outcomes", properties: []string{"outcome", "procedure", "votesFor", "votesAgainst", "abstentions"}},
	{name: "treaties", without: []string{"supplements", "hasMember"}, keep: func(c candidate) bool {
		k := c.kind(c.target)
		return c.relation == "registeredAs" || !c.mandates() && (k == "Treaty" || k == "Article")
	}},
}

func familyByName(name string) (family, bool) {
	i := slices.IndexFunc(families, func(f family) bool { return f.name == name })
	if i < 0 {
		return family{}, false
	}
	return families[i], true
}

func familyNames() string {
	var names []string
	for _, f := range families {
		names = append(names, f.name)
	}
	return strings.Join(names, ", ")
}

// takes reports whether a statement is compared with gold of the family, be
// its relation in the gold or not.
func (f family) takes(c candidate) bool {
	return (!f.citations || c.cites()) &&
		!slices.Contains(f.without, c.relation) &&
		(f.relations == nil || slices.Contains(f.relations, c.relation)) &&
		(f.from == nil || slices.Contains(f.from, c.kind(c.source))) &&
		(f.to == nil || slices.Contains(f.to, c.kind(c.target))) &&
		(f.keep == nil || f.keep(c))
}

// kind of an entity: what the documents say, else what its id says.
func (c candidate) kind(id string) string {
	if n, ok := c.snapshot.Lookup(id); ok && c.snapshot.Kind(n) != "" {
		return c.snapshot.Kind(n)
	}
	if _, _, _, ok := graph.SplitActID(id); ok {
		return "Act"
	}
	return ""
}

// own reports whether the statement stands in a paragraph of its own source.
func (c candidate) own() bool { return c.source == c.parent() }

// narrative reports whether a report itself says it, and no act or draft.
func (c candidate) narrative() bool {
	n, ok := c.snapshot.Lookup(c.source)
	return ok && c.kind(c.source) == "Document" && c.snapshot.Text(n, "actKind") == ""
}

// mandates reports whether the statement is what a mandate asks.
func (c candidate) mandates() bool { return c.statement.Qualifiers["mandate"] != "" }

// operative reports whether it is what an operative verb says, be it a mandate or not.
func (c candidate) operative() bool { return c.statement.Qualifiers["rule"] == "operative verb" }

// lives reports whether it is a step in the life of what an act speaks of.
func (c candidate) lives() bool { return c.statement.Qualifiers["rule"] == "life of a mandate" }

// cites reports whether the relation is a citation; citesAct whether an act is
// cited by it.
func (c candidate) cites() bool {
	r, ok := graph.RelationByName(c.relation)
	return ok && r.Broader == graph.Cites
}

func (c candidate) citesAct() bool { return c.cites() && c.kind(c.target) == "Act" }
