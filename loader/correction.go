package loader

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"mandategraph/graph"
	"mandategraph/loader/scan"
)

// What a correction does.
const (
	Add   = "add"
	Drop  = "drop"
	Amend = "amend"
	Merge = "merge"
)

// A Correction is one change by hand of what was read from a text, made by
// somebody who compared both. It is applied after each reading.
type Correction struct {
	Do string `yaml:"do"`
	// The statement that is added, dropped or amended.
	Source    string `yaml:"source"`
	Relation  string `yaml:"relation"`
	Target    string `yaml:"target"`
	Paragraph string `yaml:"paragraph"`
	// Quote are the words of the paragraph that prove an added statement.
	Quote      string            `yaml:"quote"`
	Qualifiers map[string]string `yaml:"qualifiers"`
	// To is what an amended statement becomes; what is empty stays.
	To Replacement `yaml:"to"`
	// Entity is merged into another.
	Entity string `yaml:"entity"`
	Into   string `yaml:"into"`
	// Who did it, when (YYYY-MM-DD) and why.
	Who  string `yaml:"who"`
	When string `yaml:"when"`
	Why  string `yaml:"why"`
}

// A Replacement says what an amended statement becomes.
type Replacement struct {
	Source     string            `yaml:"source"`
	Relation   string            `yaml:"relation"`
	Target     string            `yaml:"target"`
	Qualifiers map[string]string `yaml:"qualifiers"`
}

// note is what answers show of a correction.
func (c Correction) note() string { return c.Who + ", " + c.When + ": " + c.Why }

// CorrectionsLead begins the identity of every document of corrections.
const CorrectionsLead = "document/corrections"

// CorrectionsFormat is the format of documents of corrections in a store.
const CorrectionsFormat = "corrections"

var correctionsLead = scan.Compile(`^(?:\s*(?:#[^\n]*)?\n|---\n|\x{FEFF})*corrections:`)

// IsCorrections recognizes a file of corrections by its content.
func IsCorrections(data []byte) bool { return correctionsLead.Regexp().Match(data[:min(len(data), 1<<16)]) }

// ParseCorrections reads a file of corrections. Errors name the file, the line
// and what was expected.
//
//	corrections:
//	  - do: drop
//	    source: ctoc-cop/resolution/12/4
//	    relation: mentions
//	    target: ctoc-cop/resolution/9/1
//	    paragraph: ctoc-cop/resolution/12/4#pp2
//	    who: A. Reader
//	    when: 2026-11-20
//	    why: The paragraph speaks of decision 9/1.
func ParseCorrections(name string, data []byte) ([]Correction, error) {
	var file struct {
		Corrections []Correction `yaml:"corrections"`
	}
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	decoder.KnownFields(true)
	if err := decoder.Decode(&file); err != nil && !errors.Is(err, io.EOF) {
		return nil, notCorrections(name, err)
	}
	var places struct {
		Corrections []yaml.Node `yaml:"corrections"`
	}
	if err := yaml.Unmarshal(data, &places); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	for i, c := range file.Corrections {
		if err := c.valid(); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, places.Corrections[i].Line, err)
		}
	}
	return file.Corrections, nil
}

var unknownPart = scan.Compile(`^line (\d+): field (.*) not found in type `)

// notCorrections says what is wrong with the form of a file, in its words rather
// than in those of the program.
func notCorrections(name string, err error) error {
	var parts *yaml.TypeError
	if !errors.As(err, &parts) {
		what := strings.TrimPrefix(err.Error(), "yaml: ")
		return fmt.Errorf("%s: expected a list of corrections in YAML: %s", name, what)
	}
	first := parts.Errors[0]
	if m := unknownPart.FindStringSubmatch(first); m != nil {
		return fmt.Errorf("%s:%s: expected a part of a correction "+
			"(do, source, relation, target, paragraph, quote, qualifiers, to, entity, into, who, when, why), found %q", name, m[1], m[2])
	}
	first, _, _ = strings.Cut(first, " into ")
	return fmt.Errorf("%s: expected a list of corrections: %s", name, first)
}

var wholeDate = scan.Compile(`^\d{4}-\d{2}-\d{2}$`)

// valid says what a correction lacks.
func (c Correction) valid() error {
	type field struct{ name, value string }
	needed := []field{{"who", c.Who}, {"when", c.When}, {"why", c.Why}}
	statement := []field{{"source", c.Source}, {"relation", c.Relation}, {"target", c.Target}, {"paragraph", c.Paragraph}}
	switch c.Do {
	case Add:
		needed = append(append(needed, statement...), field{"quote", c.Quote})
	case Drop, Amend:
		needed = append(needed, statement...)
	case Merge:
		needed = append(needed, field{"entity", c.Entity}, field{"into", c.Into})
	default:
		return fmt.Errorf("do: expected %s, %s, %s or %s, found %q", Add, Drop, Amend, Merge, c.Do)
	}
	for _, n := range needed {
		if n.value == "" {
			return fmt.Errorf("%s: expected %s", c.Do, n.name)
		}
	}
	if !wholeDate.MatchString(c.When) {
		return fmt.Errorf("when: expected YYYY-MM-DD, found %q", c.When)
	}
	if c.Do == Amend && c.To.Source+c.To.Relation+c.To.Target == "" && len(c.To.Qualifiers) == 0 {
		return errors.New("amend: expected to, with source, relation, target or qualifiers")
	}
	return c.known()
}

// known checks relations, qualifiers and ids against the vocabulary.
func (c Correction) known() error {
	for _, r := range []string{c.Relation, c.To.Relation} {
		if _, ok := graph.RelationByName(r); r != "" && !ok {
			return fmt.Errorf("relation: %q is not in the vocabulary", r)
		}
	}
	for _, q := range slices.Concat(slices.Sorted(maps.Keys(c.Qualifiers)), slices.Sorted(maps.Keys(c.To.Qualifiers))) {
		if !slices.ContainsFunc(graph.Qualifiers, func(k graph.Qualifier) bool { return k.Name == q }) {
			return fmt.Errorf("qualifiers: %q is not in the vocabulary", q)
		}
	}
	for _, id := range []string{c.Source, c.To.Source, c.Entity, c.Into} {
		if id != "" && graph.KindOfID(id) == "" {
			return fmt.Errorf("%q is no id of an entity", id)
		}
	}
	if c.Do == Merge && graph.KindOfID(c.Entity) != graph.KindOfID(c.Into) {
		return fmt.Errorf("merge: %s and %s are of different kinds", c.Entity, c.Into)
	}
	return nil
}

// CorrectionsDocument keeps a file of corrections in a store, so that they
// survive a reload of the documents that they correct.
func CorrectionsDocument(name string, data []byte) (graph.Document, error) {
	if _, err := ParseCorrections(name, data); err != nil {
		return graph.Document{}, err
	}
	base := filepath.Base(name)
	title := strings.TrimSuffix(base, filepath.Ext(base))
	if !strings.HasPrefix(graph.Slug(title), CorrectionsFormat) {
		title = CorrectionsFormat + " " + title
	}
	d := graph.Document{ID: "document/" + graph.Slug(title), Source: string(data)}
	for property, value := range map[string]string{"kind": "Document", "title": title, "format": CorrectionsFormat} {
		d.Facts = append(d.Facts, graph.Fact{Subject: d.ID, Property: property, Value: value})
	}
	d.Normalize()
	return d, nil
}

// CorrectionsOf gives the corrections that a document of a store holds; none
// where it is no document of corrections.
func CorrectionsOf(d graph.Document) ([]Correction, error) {
	if !slices.Contains(d.Facts, graph.Fact{Subject: d.ID, Property: "format", Value: CorrectionsFormat}) {
		return nil, nil
	}
	return ParseCorrections(d.ID, []byte(d.Source))
}
