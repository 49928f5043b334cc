package main

import (
	"cmp"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"mandategraph/graph"
)

// parseChain reads one row of a chain, a step in the life of an entity: entity, act,
// relation, date of the act, until, paragraph, qualifiers.
func parseChain(text string) (goldRow, error) {
	c := strings.Split(text, "\t")
	if len(c) < 6 {
		return goldRow{}, fmt.Errorf(
			"expected entity, act, relation, date, until and paragraph between tabs, found %s", plural(len(c), "column"),
		)
	}
	row, err := parseGold(strings.Join(append([]string{c[1], c[2], c[0], c[5]}, c[6:]...), "\t"))
	if err != nil {
		return goldRow{}, err
	}
	row.date = c[3]
	if row.qualifiers["computed"] != "yes" { // an end that the text does not print may be left open
		row.qualifiers["until"] = cmp.Or(row.qualifiers["until_printed"], c[4])
	}
	return row, nil
}

// knows says that a step which another act tells in passing is a step of the gold.
func (g goldFile) knows(c claim) bool {
	return c.parent() != c.source && slices.ContainsFunc(g.rows, func(r goldRow) bool {
		return r.source == c.source && r.relation == c.relation && r.target == c.target
	})
}

// printChains says of how many entities every step was found with its date and end, and no
// other step.
func printChains(out io.Writer, findings []finding) {
	broken := map[string]bool{}
	for _, f := range findings {
		broken[f.target] = broken[f.target] || f.verdict != right || len(f.differing) > 0
	}
	whole := 0
	for _, b := range broken {
		if !b {
			whole++
		}
	}
	fmt.Fprintf(out, "complete: %d of %d\n", whole, len(broken))
}

// in gives the statement that a row speaks of: its own claim, else one with another id
// (alt=) or relation (relalt=) that its reader holds as good. A row that names a document
// and no paragraph is told anywhere in it, one of a paragraph also in its items.
func (r goldRow) in(found map[claim]*graph.Statement) (claim, *graph.Statement) {
	for _, relation := range append([]string{r.relation}, alternatives(r.qualifiers["relalt"])...) {
		for _, target := range append([]string{r.target}, alternatives(r.qualifiers["alt"])...) {
			c := claim{r.source, relation, target, r.paragraph}
			if st := found[c]; st != nil {
				return c, st
			}
			for other, st := range found {
				if other.sameButPlace(c) && (r.anywhere() || strings.HasPrefix(other.paragraph, c.paragraph+".")) {
					return other, st
				}
			}
		}
	}
	return r.claim, nil
}

func (r goldRow) anywhere() bool { return !strings.Contains(r.paragraph, "#") }

// sameAnywhere is a claim without its place.
func (c claim) sameAnywhere() claim { return claim{c.source, c.relation, c.target, ""} }

func (c claim) sameButPlace(d claim) bool { return c.sameAnywhere() == d.sameAnywhere() }

func alternatives(list string) []string {
	return strings.FieldsFunc(list, func(r rune) bool { return r == '|' })
}

// aliasFile stands beside gold and lists pairs of ids that the conventions leave open.
const aliasFile = "aliases" + goldExtension

// An aliasPair is one of them: other counts as id.
type aliasPair struct{ id, other string }

// readAliases reads the aliases of a folder, where it has any.
func readAliases(folder string) ([]aliasPair, error) {
	data, err := os.ReadFile(filepath.Join(folder, aliasFile))
	if err != nil && !os.IsNotExist(err) {
		return nil, err
	}
	var pairs []aliasPair
	for line := range strings.Lines(string(data)) {
		id, other, _ := strings.Cut(strings.TrimSpace(line), "\t")
		if other == "" {
			continue
		}
		pairs = append(pairs, aliasPair{id, other})
		if body, is := strings.CutPrefix(other, "body/"); is {
			pairs = append(pairs, aliasPair{"role/" + strings.TrimPrefix(id, "body/"), "role/" + body})
		}
	}
	return pairs, nil
}

// fold gives an id by which the aliases of it are compared.
func (g goldFile) fold(id string) string {
	for _, p := range g.aliases {
		rest, is := strings.CutPrefix(id, p.other)
		whole := strings.HasSuffix(p.other, ".") || rest == "" || slices.Contains([]byte("/#."), rest[0])
		if is && whole {
			id = p.id + rest
		}
	}
	return id
}

func (g goldFile) folded(c claim) claim {
	if len(g.aliases) == 0 {
		return c
	}
	return claim{g.fold(c.source), c.relation, g.fold(c.target), g.fold(c.paragraph)}
}
