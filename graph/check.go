package graph

import (
	"fmt"
	"unicode/utf8"
)

// Check reports the first thing in the document that a store or an export
// could not keep: an empty or reserved id, a name that the vocabulary does not
// have, evidence of another document, text that is not UTF-8.
func (d *Document) Check() error {
	if d.ID == "" || d.ID == StoreID {
		return fmt.Errorf("a document's identity cannot be %q", d.ID)
	}
	if !utf8.ValidString(d.ID) || !utf8.ValidString(d.Source) {
		return fmt.Errorf("document %q is not valid UTF-8", d.ID)
	}
	nodes := make(map[string]bool, len(d.Statements))
	for _, s := range d.Statements {
		if err := d.checkStatement(s); err != nil {
			return fmt.Errorf("document %s: statement %s %s %s: %w", d.ID, s.Subject, s.Relation, s.Object, err)
		}
		nodes[s.Node()] = true
	}
	for _, f := range d.Facts {
		if err := checkFact(f, nodes); err != nil {
			return fmt.Errorf("document %s: %w", d.ID, err)
		}
	}
	return nil
}

// checkFact looks at a fact beside the statement nodes of its document.
func checkFact(f Fact, nodes map[string]bool) error {
	kind, ok := PropertyRange[f.Property]
	switch {
	case !ok:
		return fmt.Errorf("fact about %s: the vocabulary has no property %q", f.Subject, f.Property)
	case f.Subject == "" || f.Subject == StoreID || nodes[f.Subject]:
		return fmt.Errorf("a fact %s cannot be about %q", f.Property, f.Subject)
	case kind == Entity && f.Value == "":
		return fmt.Errorf("fact about %s: %s is empty", f.Subject, f.Property)
	case !utf8.ValidString(f.Subject) || !utf8.ValidString(f.Value):
		return fmt.Errorf("fact about %q: %s is not valid UTF-8", f.Subject, f.Property)
	}
	return nil
}

func (d *Document) checkStatement(s Statement) error {
	if _, ok := RelationByName(s.Relation); !ok {
		return fmt.Errorf("the vocabulary has no relation %q", s.Relation)
	}
	if s.Subject == "" || s.Subject == StoreID || s.Object == "" {
		return fmt.Errorf("an end is missing or reserved")
	}
	if s.Evidence.Document != d.ID {
		return fmt.Errorf("its evidence is of document %q", s.Evidence.Document)
	}
	for _, text := range []string{s.Subject, s.Object, s.Evidence.Paragraph, s.Evidence.Quote} {
		if !utf8.ValidString(text) {
			return fmt.Errorf("%q is not valid UTF-8", text)
		}
	}
	for name, value := range s.Qualifiers {
		kind, ok := QualifierRange[name]
		if !ok {
			return fmt.Errorf("the vocabulary has no qualifier %q", name)
		}
		if kind == Entity && value == "" || !utf8.ValidString(value) {
			return fmt.Errorf("%s cannot be %q", name, value)
		}
	}
	return nil
}
