package graph

import (
	"bufio"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// writeNQuads writes RDF 1.1 N-Quads (W3C Recommendation, 25 February 2014) in
// the model of the quad store: a statement is one quad labelled with its
// statement node; the node's evidence and qualifiers, the document's list of
// its nodes and the facts are labelled with the document. The lines of each
// document are sorted; the source text is left out.
func writeNQuads(w *bufio.Writer, s *Snapshot, o ExportOptions) error {
	q := quadLines{base: o.base()}
	if !isBase(q.base) {
		return fmt.Errorf("base %q: expected an absolute IRI without a fragment", o.Base)
	}
	for _, d := range o.documents(s) {
		q.lines = q.lines[:0]
		q.document(d)
		slices.Sort(q.lines)
		for _, line := range slices.Compact(q.lines) {
			if _, err := w.WriteString(line); err != nil {
				return err
			}
		}
	}
	return nil
}

// isBase reports whether ids can be appended to a text to make IRIs. Ids have
// fragments of their own, and an IRI has one at most.
func isBase(text string) bool {
	scheme, _, ok := strings.Cut(text, ":")
	return ok && scheme != "" && !strings.ContainsFunc(text, func(r rune) bool {
		return r == '#' || !inIRI(r) && !strings.ContainsRune("%[]", r)
	})
}

// quadLines gathers the lines of one document.
type quadLines struct {
	base  string
	lines []string
}

func (q *quadLines) document(d Document) {
	label := q.entity(d.ID)
	for _, f := range d.Facts {
		q.add(q.entity(f.Subject), f.Property, q.value(propertyRange[f.Property], f.Value), label)
	}
	for _, st := range d.Statements {
		node := q.entity(st.Node())
		object := q.entity(st.Object)
		if isLiteral(st) {
			object = q.value(Text, st.Object)
		}
		q.add(q.entity(st.Subject), st.Relation, object, node)
		q.add(label, statementTerm, node, label)
		q.evidence(node, st.Evidence, label)
		for name, value := range st.Qualifiers {
			q.add(node, name, q.value(qualifierRange[name], value), label)
		}
	}
}

func (q *quadLines) evidence(node string, e Evidence, label string) {
	q.add(node, documentTerm, q.entity(e.Document), label)
	q.add(node, startTerm, q.value(Integer, strconv.Itoa(e.Start)), label)
	q.add(node, endTerm, q.value(Integer, strconv.Itoa(e.End)), label)
	if e.Paragraph != "" {
		q.add(node, paragraphTerm, q.entity(e.Paragraph), label)
	}
	if e.Quote != "" {
		q.add(node, quoteTerm, q.value(Text, e.Quote), label)
	}
}

func (q *quadLines) add(subject, predicate, object, label string) {
	q.lines = append(q.lines, subject+" <"+VocabularyBase+escapeID(predicate)+"> "+object+" "+label+" .\n")
}

// entity expands an id. What IRIs forbid is percent-encoded (RFC 3987).
func (q *quadLines) entity(id string) string { return "<" + q.base + escapeID(id) + ">" }

// value writes a value by its range; one that does not fit stays a plain
// literal, so that nothing printed is lost.
func (q *quadLines) value(kind, value string) string {
	literal := `"` + literalEscapes.Replace(value) + `"`
	switch kind {
	case Entity:
		return q.entity(value)
	case Integer:
		if n, err := strconv.Atoi(value); err == nil && strconv.Itoa(n) == value {
			return literal + "^^<" + string(xsdInteger) + ">"
		}
	case Date:
		if datatype, ok := dateType(value); ok {
			return literal + "^^<" + string(datatype) + ">"
		}
	}
	return literal
}

// literalEscapes are what a quoted literal must not hold as it is, and the
// other control characters, which would make a line hard to read.
var literalEscapes = func() *strings.Replacer {
	pairs := []string{`\`, `\\`, `"`, `\"`, "\n", `\n`, "\r", `\r`, "\t", `\t`, "\b", `\b`, "\f", `\f`, "\x7f", `\u007F`}
	for c := range 0x20 {
		if !strings.ContainsRune("\n\r\t\b\f", rune(c)) {
			pairs = append(pairs, string(rune(c)), fmt.Sprintf(`\u%04X`, c))
		}
	}
	return strings.NewReplacer(pairs...)
}()
