package loader

import (
	"strings"

	"mandategraph/graph"
	"mandategraph/loader/text"
	"mandategraph/loader/tree"
)

// A sink takes what the stages found in one document and states it: it is the
// only one that makes facts and statements.
type sink struct {
	tree  *tree.Tree
	doc   graph.Document
	seen  map[tree.StatementKey]bool
	kinds map[string]bool
	found []tree.Diagnostic
	most  int    // statements and diagnostics
	read  ranges // of all that was understood, repetitions included
	// groupIDs are those of subsidiary bodies, in the order of their statement.
	groupIDs []string
	// names of roles and organizations as printed, by their id
	names map[string]string
}

// About how many bytes of a text give one fact, and one statement.
const (
	factBytes      = 20
	statementBytes = 160
)

func newSink(t *tree.Tree, most int) *sink {
	text, paragraphs := t.Source.Text, len(t.Paragraphs)
	s := &sink{tree: t, most: most, names: map[string]string{}}
	s.seen, s.kinds = make(map[tree.StatementKey]bool, paragraphs), make(map[string]bool, 2*paragraphs)
	s.doc = graph.Document{ID: t.ID, Source: text, Facts: make([]graph.Fact, 0, len(text)/factBytes+16)}
	s.read = make(ranges, 0, len(text)/statementBytes+4)
	s.found = append(s.found, t.Found...)
	return s
}

func (s *sink) fact(subject, property, value string) {
	if value != "" {
		s.doc.Facts = append(s.doc.Facts, graph.Fact{Subject: subject, Property: property, Value: value})
	}
}

// entity says of what kind an id is.
func (s *sink) entity(id, kind string) {
	if !s.kinds[id] {
		s.kinds[id] = true
		if strings.HasPrefix(id, "body/") && strings.Count(id, "/") == 2 {
			s.groupIDs = append(s.groupIDs, id)
		}
		s.fact(id, "kind", kind)
	}
}

// state adds a statement proved by bytes from to to of a part of a paragraph.
func (s *sink) state(p *tree.Paragraph, part text.Text, from, to int, subject, relation, object string, q tree.Qualifiers) bool {
	if subject == "" || object == "" {
		return false
	}
	values, place := q.Key(from)
	key := tree.StatementKey{Subject: subject, Relation: relation, Object: object, Paragraph: p.ID, Qualifier: values, Place: place}
	if from, to = trimSpan(part.S, from, to); from >= to {
		return false // no words prove it
	}
	source := s.tree.Source
	start, end := part.SourceRange(from, to)
	start, end = source.CodePoint(start), source.CodePoint(end)
	s.read = append(s.read, [2]int{start, end})
	if s.full() {
		return false
	}
	known := len(s.seen)
	if s.seen[key] = true; len(s.seen) == known {
		s.complete(key, q)
		return false
	}
	s.doc.Statements = append(s.doc.Statements, graph.Statement{
		Subject: subject, Relation: relation, Object: object, Qualifiers: q.ByName(),
		Evidence: graph.Evidence{
			Document: s.tree.ID, Paragraph: p.ID, Quote: part.S[from:to],
			Start: start, End: end,
		},
	})
	return true
}

// complete adds to a statement until when, and on what basis, where a later stage knows
// that.
func (s *sink) complete(key tree.StatementKey, q tree.Qualifiers) {
	named := q.ByName()
	if named["until"] == "" && named["basis"] == "" {
		return
	}
	for i := range s.doc.Statements {
		st := &s.doc.Statements[i]
		if st.Subject == key.Subject && st.Relation == key.Relation && st.Object == key.Object && st.Evidence.Paragraph == key.Paragraph {
			for _, name := range []string{"until", "basis"} {
				if st.Qualifiers[name] == "" && named[name] != "" {
					st.Qualifiers[name] = named[name]
				}
			}
		}
	}
}

// dated are the acts of which a date of adoption has been found.
func (s *sink) dated() map[string]bool {
	found := map[string]bool{}
	for _, f := range s.doc.Facts {
		if f.Property == "adoptedOn" {
			found[f.Subject] = true
		}
	}
	return found
}

// acts are the numbers of all acts that the document states something of.
func (s *sink) acts() map[string]bool {
	numbers := map[string]bool{}
	for i := range s.doc.Statements {
		for _, id := range []string{s.doc.Statements[i].Subject, s.doc.Statements[i].Object} {
			if _, _, number, ok := graph.SplitActID(id); ok {
				numbers[number] = true
			}
		}
	}
	return numbers
}

// room is how many more statements and diagnostics the document may hold.
func (s *sink) room() int { return s.most - len(s.doc.Statements) - len(s.found) }

// full says that the document holds more than a document can.
func (s *sink) full() bool { return s.room() <= 0 }

func trimSpan(s string, from, to int) (int, int) {
	for from < to && strings.IndexByte(" ,;", s[from]) >= 0 {
		from++
	}
	for to > from && strings.IndexByte(" ,;", s[to-1]) >= 0 {
		to--
	}
	return from, to
}

func (s *sink) report(p *tree.Paragraph, part text.Text, from, to int, d tree.Diagnostic) {
	if s.full() {
		return
	}
	if d.Text == "" {
		d.Text = part.S[from:to]
	}
	d.Paragraph = p.ID
	start, end := part.SourceRange(from, to)
	d.Start, d.End = s.tree.Source.CodePoint(start), s.tree.Source.CodePoint(end)
	s.found = append(s.found, d)
}
