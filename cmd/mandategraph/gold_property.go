package main

import (
	"fmt"
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// parseProperty reads one row of values: entity, property, value, paragraph or document.
func (f family) parseProperty(text string) (goldRow, error) {
	c := strings.Split(text, "\t")
	if len(c) < 4 {
		return goldRow{}, fmt.Errorf("expected entity, property, value and document between tabs, found %s", plural(len(c), "column"))
	}
	if !slices.Contains(f.properties, c[1]) {
		return goldRow{}, fmt.Errorf("column 2: expected one of %s, found %q", strings.Join(f.properties, ", "), c[1])
	}
	row := goldRow{claim: claim{c[0], c[1], c[2], claim{paragraph: c[3]}.parent()}, qualifiers: map[string]string{}}
	for i, pair := range c[4:] {
		if problem := row.qualify(pair); problem != "" {
			return goldRow{}, fmt.Errorf("column %d: expected %s, found %q", i+5, problem, pair)
		}
	}
	return row, nil
}

// values are what covered documents say of the properties of a family.
func (g goldFile) values(snap *snapshot.Snapshot, covered map[string]bool) map[claim]*graph.Statement {
	found := map[claim]*graph.Statement{}
	for _, id := range snap.Documents() {
		d, _ := snap.Document(id)
		for _, f := range d.Facts {
			if covered[id] && slices.Contains(g.family.properties, f.Property) {
				c := g.folded(claim{f.Subject, f.Property, f.Value, id})
				found[c] = &graph.Statement{Subject: f.Subject, Relation: f.Property, Object: f.Value}
			}
		}
	}
	return found
}
