package main

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"mandategraph/graph"
)

// goldExtension is that of files with gold.
const goldExtension = ".tsv"

// A claim is what gold and statements are compared by.
type claim struct{ source, relation, target, paragraph string }

// String is the claim as a row of gold.
func (c claim) String() string {
	return strings.Join([]string{c.source, c.relation, c.target, c.paragraph}, "\t")
}

// parent is the act or document of the paragraph; locator its place in there.
func (c claim) parent() string { before, _, _ := strings.Cut(c.paragraph, "#"); return before }

func (c claim) locator() string { _, after, _ := strings.Cut(c.paragraph, "#"); return after }

// A goldRow is a row that a reader wrote.
type goldRow struct {
	claim
	line int
	// optional rows are scored neither way.
	optional   bool
	qualifiers map[string]string
	// date is that of the act, in chains.
	date string
}

// A goldFile is the gold of one family.
type goldFile struct {
	path   string
	family family
	rows   []goldRow
	// aliases are ids that count as others.
	aliases []aliasPair
}

// readGold reads FILE.tsv, whose name ends in <family>.tsv.
func readGold(path string) (goldFile, error) {
	name := strings.TrimSuffix(filepath.Base(path), goldExtension)
	name = name[strings.LastIndexByte(name, '.')+1:]
	f, ok := familyByName(name)
	if !ok {
		return goldFile{}, fmt.Errorf(
			"%s: %q is no family; expected FILE.<family>.tsv with one of %s", path, name, familyNames(),
		)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return goldFile{}, err
	}
	g := goldFile{path: path, family: f}
	if g.aliases, err = readAliases(filepath.Dir(path)); err != nil {
		return goldFile{}, err
	}
	parse := parseGold
	switch {
	case f.chains:
		parse = parseChain
	case f.properties != nil:
		parse = f.parseProperty
	}
	lines := bufio.NewScanner(bytes.NewReader(bytes.TrimPrefix(data, []byte("\uFEFF"))))
	lines.Buffer(nil, len(data)+1)
	for n := 1; lines.Scan(); n++ {
		text := strings.TrimRight(lines.Text(), "\r")
		if strings.TrimSpace(text) == "" || strings.HasPrefix(text, "#") {
			continue
		}
		row, err := parse(text)
		if err != nil {
			return goldFile{}, fmt.Errorf("%s:%d: %w", path, n, err)
		}
		row.line, row.claim = n, g.folded(row.claim)
		g.rows = append(g.rows, row)
	}
	return g, lines.Err()
}

// parseGold reads one row: source, relation, target, paragraph, qualifiers.
func parseGold(text string) (goldRow, error) {
	columns := strings.Split(text, "\t")
	if len(columns) < 4 {
		return goldRow{}, fmt.Errorf(
			"expected source, relation, target and paragraph between tabs, found %s", plural(len(columns), "column"),
		)
	}
	for i := range columns {
		columns[i] = strings.TrimSpace(columns[i])
	}
	if i := slices.Index(columns[:4], ""); i >= 0 {
		return goldRow{}, fmt.Errorf("column %d is empty; expected source, relation, target and paragraph", i+1)
	}
	if _, ok := graph.RelationByName(columns[1]); !ok {
		return goldRow{}, fmt.Errorf("column 2: expected a relation of the vocabulary, found %q", columns[1])
	}
	for _, i := range []int{0, 2} {
		if strings.Contains(columns[i], " ") && columns[1] != "registeredAs" {
			return goldRow{}, fmt.Errorf("column %d: expected an id such as ctoc-cop/resolution/12/4, found %q", i+1, columns[i])
		}
	}
	if !strings.ContainsAny(columns[3], "#/") {
		return goldRow{}, fmt.Errorf(
			"column 4: expected the id of a paragraph such as ctoc-cop/resolution/12/4#op5, found %q", columns[3],
		)
	}
	row := goldRow{claim: claim{columns[0], columns[1], columns[2], columns[3]}, qualifiers: map[string]string{}}
	for i, pair := range columns[4:] {
		if problem := row.qualify(pair); problem != "" {
			return goldRow{}, fmt.Errorf("column %d: expected %s, found %q", i+5, problem, pair)
		}
	}
	return row, nil
}

// qualify takes one pair of key and value, or says what was expected.
func (r *goldRow) qualify(pair string) (problem string) {
	key, value, ok := strings.Cut(pair, "=")
	switch {
	case pair == "":
	case !ok:
		return "key=value"
	case key == "optional" && value != "yes" && value != "no":
		return "optional=yes or optional=no"
	case key == "optional":
		r.optional = value == "yes"
	default:
		r.qualifiers[key] = value
	}
	return ""
}

// collectGold lists the files that --gold and arguments ending in .tsv name;
// folders stand for all gold in them. The other arguments are documents.
func (p *program) collectGold(ctx context.Context, named, args []string) (files, paths []string, err error) {
	for _, a := range args {
		if strings.HasSuffix(a, goldExtension) {
			named = append(named, a)
		} else {
			paths = append(paths, a)
		}
	}
	for _, n := range named {
		info, err := os.Stat(n)
		if err != nil {
			return nil, nil, err
		}
		if !info.IsDir() {
			files = append(files, n)
			continue
		}
		for _, f := range p.walk(ctx, n, []string{goldExtension}) {
			if filepath.Base(f) != aliasFile {
				files = append(files, f)
			}
		}
	}
	if len(files) == 0 {
		return nil, nil, misusef("expected --gold FILE.tsv")
	}
	slices.Sort(files)
	return slices.Compact(files), paths, nil
}
