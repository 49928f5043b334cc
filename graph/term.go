package graph

import (
	"fmt"
	"strings"
	"time"
)

// Prefixes of the IRIs in the quad store. Exports expand them.
const (
	EntityPrefix     = "un:"  // un:ctoc-cop/resolution/12/4
	VocabularyPrefix = "unv:" // unv:recalls
)

// Datatypes of literals. Dates say how much of them is printed: XML Schema 1.1
// part 2, sections 3.3.9, 3.3.10 and 3.3.11.
const (
	Xsd          = "http://www.w3.org/2001/XMLSchema#"
	xsdDate      = Xsd + "date"
	xsdYearMonth = Xsd + "gYearMonth"
	xsdYear      = Xsd + "gYear"
	XsdInteger   = Xsd + "integer"
)

// How a document lies in the quad store. D is the document's IRI, N a
// statement node, P a paragraph, V the vocabulary term of that name; the last
// column is the label. Nothing is labelled twice, so what a document contributes is
// exactly what carries its label or that of one of its statement nodes, each of
// which has one range.
//
//	un:store  V:holds         D              D    the identity
//	D         V:sourceText    "..."          D    the text as decoded
//	subject   V:<relation>    object         N    a statement
//	N         V:range         "start,end"    D    its evidence
//	N         V:<qualifier>   value          D
//	P         V:extent        "start,end"    D    a paragraph
//	subject   V:<property>    value          D    a fact
//
// What follows from the rest is not there, so that there is less to write and
// keep: the quote and the paragraph of a statement follow from its range, the text
// of a paragraph from its extent, the kind and number of an act from its id.
// Where something else is true it is there, as
//
//	N         V:paragraph     un:<paragraph> D
//	N         V:quote         "..."          D
//
// or, where nothing is, so is that:
//
//	subject   V:without       V:<name>       D
//
// Exports and questions see all, as they did when a store had every quad: then each
// statement had V:document, V:paragraph, V:start, V:end and V:quote, and the
// document V:hasStatement for each.
//
// un:store also has, under its own label, the version of this layout.
const (
	StoreID     = "store"
	HoldsTerm   = "holds"
	SourceTerm  = "sourceText"
	RangeTerm   = "range"
	ExtentTerm  = "extent"
	WithoutTerm = "without"
	VersionTerm = "version"

	StatementTerm = "hasStatement"
	DocumentTerm  = "document"
	ParagraphTerm = "paragraph"
	StartTerm     = "start"
	EndTerm       = "end"
	QuoteTerm     = "quote"
)

// Ranges of properties and qualifiers by their names.
var (
	PropertyRange = func() map[string]string {
		ranges := make(map[string]string, len(Properties))
		for _, p := range Properties {
			ranges[p.Name] = p.Range
		}
		return ranges
	}()
	QualifierRange = func() map[string]string {
		ranges := make(map[string]string, len(Qualifiers))
		for _, q := range Qualifiers {
			ranges[q.Name] = q.Range
		}
		return ranges
	}()
)

// DateType is the datatype of a day, month or year as the contract writes them;
// ok is false for any other text.
func DateType(value string) (datatype string, ok bool) {
	for layout, datatype := range map[string]string{"2006-01-02": xsdDate, "2006-01": xsdYearMonth, "2006": xsdYear} {
		if len(value) == len(layout) {
			_, err := time.Parse(layout, value)
			return datatype, err == nil
		}
	}
	return "", false
}

// EscapeID writes an id as it stands in an IRI.
func EscapeID(id string) string {
	fragment := false
	plain := true
	for _, r := range id {
		if !InIRI(r) || r == '#' && fragment {
			plain = false
			break
		}
		fragment = fragment || r == '#'
	}
	if plain {
		return id
	}
	var b strings.Builder
	fragment = false
	for _, r := range id {
		if InIRI(r) && !(r == '#' && fragment) {
			b.WriteRune(r)
		} else {
			for _, c := range []byte(string(r)) {
				fmt.Fprintf(&b, "%%%02X", c)
			}
		}
		fragment = fragment || r == '#'
	}
	return b.String()
}

// InIRI tells which characters stand for themselves in an entity's IRI: those
// of path and fragment in RFC 3987, section 2.2, but not %, which escapes.
func InIRI(r rune) bool {
	switch {
	case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9':
		return true
	case r < 0x80:
		return strings.ContainsRune("-._~!$&'()*+,;=:@/?#", r)
	}
	plane, low := r>>16, r&0xFFFF
	switch {
	case plane == 0:
		return r >= 0xA0 && r <= 0xD7FF || r >= 0xF900 && r <= 0xFDCF || r >= 0xFDF0 && r <= 0xFFEF
	case plane == 14:
		return low >= 0x1000 && low <= 0xFFFD
	}
	return plane < 14 && low <= 0xFFFD
}
