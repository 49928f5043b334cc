package loader

import (
	"maps"
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/loader/tree"
)

// Concerns reports whether a correction is about something in a document.
func (c Correction) Concerns(d graph.Document) bool {
	if c.Do != Merge { // also where the act has no such paragraph, which is reported
		act, _, _ := strings.Cut(c.Paragraph, "#")
		return slices.ContainsFunc(d.Facts, func(f graph.Fact) bool { return strings.HasPrefix(f.Subject, act+"#") })
	}
	return slices.ContainsFunc(d.Facts, func(f graph.Fact) bool {
		return f.Subject == c.Entity || f.Value == c.Entity
	}) || slices.ContainsFunc(d.Statements, func(st graph.Statement) bool {
		return st.Subject == c.Entity || st.Object == c.Entity
	})
}

// Corrected reports whether a document was changed by corrections.
func Corrected(d graph.Document) bool {
	return slices.ContainsFunc(d.Facts, func(f graph.Fact) bool { return f.Property == "correction" })
}

// correct applies corrections in their order. One that finds nothing to change
// is reported.
func (s *sink) correct(list []Correction) {
	for _, c := range list {
		if !c.Concerns(s.doc) {
			continue
		}
		at, done := c.Paragraph, false
		switch c.Do {
		case Add:
			done = s.addByHand(c)
		case Drop:
			before := len(s.doc.Statements)
			s.doc.Statements = slices.DeleteFunc(s.doc.Statements, c.meets)
			done = len(s.doc.Statements) < before
		case Amend:
			done = s.amend(c)
		case Merge:
			at, done = c.Into, s.merge(c)
		}
		if !done {
			s.found = append(s.found, tree.Diagnostic{Reason: "correction by hand without effect: nothing to " + c.Do,
				Text: strings.TrimSpace(c.Source + " " + c.Relation + " " + c.Target), Paragraph: c.Paragraph})
			continue
		}
		s.fact(at, "correction", c.did())
	}
}

// did says what was done, by whom, when and why.
func (c Correction) did() string {
	what := c.Source + " " + c.Relation + " " + c.Target
	switch c.Do {
	case Merge:
		what = c.Entity + " into " + c.Into
	case Amend:
		what += " to " + strings.Join(strings.Fields(c.To.Source+" "+c.To.Relation+" "+c.To.Target), " ")
		for _, q := range slices.Sorted(maps.Keys(c.To.Qualifiers)) {
			what += " " + q + "=" + c.To.Qualifiers[q]
		}
	}
	return c.Do + " " + strings.TrimSpace(what) + " (" + c.note() + ")"
}

// meets says whether a statement is the one that a correction names.
func (c Correction) meets(st graph.Statement) bool {
	return st.Subject == c.Source && st.Relation == c.Relation && st.Object == c.Target &&
		st.Evidence.Paragraph == c.Paragraph
}

// addByHand adds a statement, proved by words of its paragraph.
func (s *sink) addByHand(c Correction) bool {
	for _, p := range s.tree.Paragraphs {
		if p.ID != c.Paragraph {
			continue
		}
		for _, part := range p.Parts {
			i := strings.Index(part.S, c.Quote)
			if i < 0 {
				continue
			}
			for _, id := range []string{c.Source, c.Target} {
				s.known(id)
			}
			var q tree.Qualifiers
			for _, name := range slices.Sorted(maps.Keys(c.Qualifiers)) {
				q = append(q, [2]string{name, c.Qualifiers[name]})
			}
			q = append(q, tree.Qualifiers{{"rule", "correction by hand"}, {"confidence", "certain"},
				{"correction", c.note()}}...)
			return s.state(p, part, i, i+len(c.Quote), c.Source, c.Relation, c.Target, q)
		}
	}
	return false
}

// known gives an entity of a correction its kind.
func (s *sink) known(id string) {
	if kind := graph.KindOfID(id); kind == "Act" {
		s.cited(id)
	} else if kind != "" {
		s.entity(id, kind)
	}
}

// amend changes the statements that a correction names.
func (s *sink) amend(c Correction) (done bool) {
	for i := range s.doc.Statements {
		st := &s.doc.Statements[i]
		if !c.meets(*st) {
			continue
		}
		for _, change := range []struct {
			to   *string
			with string
		}{{&st.Subject, c.To.Source}, {&st.Relation, c.To.Relation}, {&st.Object, c.To.Target}} {
			if change.with != "" {
				*change.to = change.with
			}
		}
		maps.Copy(st.Qualifiers, c.To.Qualifiers)
		maps.DeleteFunc(st.Qualifiers, func(_, v string) bool { return v == "" })
		st.Qualifiers["correction"] = c.note()
		s.known(st.Subject)
		s.known(st.Object)
		done = true
	}
	return done
}

// merge puts one entity in the place of another; the names of the other become
// further names of it.
func (s *sink) merge(c Correction) (done bool) {
	for i := range s.doc.Statements {
		st := &s.doc.Statements[i]
		if st.Subject != c.Entity && st.Object != c.Entity {
			continue
		}
		if st.Subject == c.Entity {
			st.Subject = c.Into
		}
		if st.Object == c.Entity {
			st.Object = c.Into
		}
		st.Qualifiers["correction"] = c.note()
		done = true
	}
	for i := range s.doc.Facts {
		f := &s.doc.Facts[i]
		if f.Value == c.Entity {
			f.Value, done = c.Into, true
		}
		if f.Subject != c.Entity {
			continue
		}
		f.Subject, done = c.Into, true
		if f.Property == "name" {
			f.Property = "alias"
		}
	}
	return done
}
