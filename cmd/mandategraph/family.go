package main

import (
	"slices"
	"strings"

	"mandategraph/graph"
)

// A family is a sort of gold: it says which statements are compared with it.
type family struct {
	name string
	// citations takes every citation relation, whether gold has it or not;
	// elsewhere a statement counts where its relation occurs in the gold.
	citations bool
	// relations, where given, are the only ones.
	relations []string
	// from and to, where given, are the kinds of source and target.
	from, to []string
	// keep, where given, has the last word.
	keep func(candidate) bool
}

// A candidate is a statement that may belong to a family.
type candidate struct {
	claim
	snapshot  *graph.Snapshot
	statement *graph.Statement
}

// structural relations are never said in passing.
var structural = []string{
	"sponsors", "submits", "adoptedAt", "draftOf", "hasMember", "containedIn", "hasBefore", "alignsWith",
	"speaksOn", "chairs", "holdsOffice", "nominates", "servedBy", "registeredAs", "supplements",
}

// families in the order in which the help lists them.
var families = []family{
	{name: "acts", citations: true, from: []string{"Act", "Document"}, to: []string{"Act"}, keep: func(c candidate) bool { return c.own() && !c.narrative() }},
	{name: "proceedings", citations: true, from: []string{"Document"}, to: []string{"Act"}, keep: candidate.narrative},
	{name: "sponsors", relations: []string{"sponsors", "submits"}},
	{name: "adoption", relations: []string{"adopts", "adoptedAt", "draftOf"}, keep: func(c candidate) bool { return c.relation != "adopts" || c.kind(c.target) == "Act" }},
	{name: "endorsements", to: []string{"Recommendations"}},
	{name: "recommendations", from: []string{"Recommendations", "Act", "Document"}, keep: func(c candidate) bool {
		return c.kind(c.source) == "Recommendations" || c.kind(c.target) == "Recommendations"
	}},
	{name: "passing", keep: func(c candidate) bool {
		return !slices.Contains(structural, c.relation) && c.source != c.parent() && c.kind(c.source) != "State"
	}},
	{name: "mandates", from: []string{"Act", "Document"}, keep: candidate.directs},
	{name: "speakers", relations: []string{"speaksOn", "alignsWith"}},
	{name: "officers", relations: []string{"holdsOffice", "chairs", "nominates"}},
	{name: "documents", keep: func(c candidate) bool { return c.kind(c.target) == "Document" || c.kind(c.source) == "Document" }},
	{name: "treaties", keep: func(c candidate) bool {
		return slices.ContainsFunc([]string{c.kind(c.target), c.kind(c.source)}, func(k string) bool { return k == "Treaty" || k == "Article" })
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

// takes reports whether a statement is compared with gold that has the given
// relations.
func (f family) takes(c candidate, inGold map[string]bool) bool {
	if f.citations {
		if r, ok := graph.RelationByName(c.relation); !ok || r.Broader != graph.Cites {
			return false
		}
	} else if !inGold[c.relation] {
		return false
	}
	return (f.relations == nil || slices.Contains(f.relations, c.relation)) &&
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

// narrative reports whether the loaded document itself says it, in a paragraph
// of its report. A document that is one draft has no narrative.
func (c candidate) narrative() bool {
	if c.source != c.statement.Evidence.Document || !c.own() {
		return false
	}
	for _, locator := range []string{"pp1", "op1", "dec"} {
		if _, draft := c.snapshot.Lookup(graph.ParagraphID(c.source, locator)); draft {
			return false
		}
	}
	return true
}

// directs reports whether the statement is what an operative verb asks.
func (c candidate) directs() bool {
	r, _ := graph.RelationByName(c.relation)
	return r.Broader == graph.Addresses || c.statement.Qualifiers["mandate"] != ""
}
