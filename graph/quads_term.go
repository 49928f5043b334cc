package graph

import (
	"fmt"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/cayleygraph/quad"
)

// Prefixes of the IRIs in the quad store. Exports expand them.
const (
	EntityPrefix     = "un:"  // un:ctoc-cop/resolution/12/4
	VocabularyPrefix = "unv:" // unv:recalls
)

// Datatypes of literals in the quad store. Dates say how much of them is
// printed: XML Schema 1.1 part 2, sections 3.3.9, 3.3.10 and 3.3.11.
const (
	xsd          = "http://www.w3.org/2001/XMLSchema#"
	xsdDate      = quad.IRI(xsd + "date")
	xsdYearMonth = quad.IRI(xsd + "gYearMonth")
	xsdYear      = quad.IRI(xsd + "gYear")
	xsdInteger   = quad.IRI(xsd + "integer")

	// escapedText marks text in which %, \ and NUL are percent-encoded. The SQL
	// back ends write NUL as \x00 and read any \x00 back as NUL, so a text that
	// has either would not come back as it was.
	escapedText = quad.IRI(VocabularyPrefix + "escapedText")
)

// entityIRI is the id as an IRI. Characters that RFC 3987 does not allow in an
// IRI, and a second '#', are percent-encoded; all others stay readable.
func entityIRI(id string) quad.IRI { return quad.IRI(EntityPrefix + escapeID(id)) }

func vocabularyIRI(name string) quad.IRI { return quad.IRI(VocabularyPrefix + name) }

func escapeID(id string) string {
	fragment := false
	plain := true
	for _, r := range id {
		if !inIRI(r) || r == '#' && fragment {
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
		if inIRI(r) && !(r == '#' && fragment) {
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

// inIRI tells which characters stand for themselves in an entity's IRI: those
// of path and fragment in RFC 3987, section 2.2, but not %, which escapes.
func inIRI(r rune) bool {
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

// nameOf is the part of an IRI after its prefix, unescaped; ok is false for
// other IRIs and other terms.
func nameOf(v quad.Value, prefix string) (string, bool) {
	iri, ok := v.(quad.IRI)
	if !ok {
		return "", false
	}
	rest, ok := strings.CutPrefix(string(iri), prefix)
	if !ok {
		return "", false
	}
	if !strings.Contains(rest, "%") {
		return rest, true
	}
	rest, err := url.PathUnescape(rest)
	return rest, err == nil
}

// termOf makes the value of a property or qualifier of the given range into a
// term of the quad store. A value that does not fit its range stays text, so
// that nothing printed is lost.
func termOf(kind, value string) quad.Value {
	switch kind {
	case Entity:
		return entityIRI(value)
	case Integer:
		if n, err := strconv.Atoi(value); err == nil && strconv.Itoa(n) == value {
			return quad.Int(n)
		}
	case Date:
		if datatype, ok := dateType(value); ok {
			return quad.TypedString{Value: quad.String(value), Type: datatype}
		}
	}
	if strings.Contains(value, "\x00") || strings.Contains(value, `\x00`) {
		escaped := strings.NewReplacer("%", "%25", "\x00", "%00", `\`, "%5C").Replace(value)
		return quad.TypedString{Value: quad.String(escaped), Type: escapedText}
	}
	return quad.String(value)
}

func dateType(value string) (quad.IRI, bool) {
	for layout, datatype := range map[string]quad.IRI{"2006-01-02": xsdDate, "2006-01": xsdYearMonth, "2006": xsdYear} {
		if len(value) == len(layout) {
			_, err := time.Parse(layout, value)
			return datatype, err == nil
		}
	}
	return "", false
}

// textOf undoes [termOf].
func textOf(v quad.Value) (string, error) {
	switch v := v.(type) {
	case quad.String:
		return string(v), nil
	case quad.Int:
		return strconv.Itoa(int(v)), nil
	case quad.TypedString:
		if v.Type == escapedText {
			return url.PathUnescape(string(v.Value))
		}
		return string(v.Value), nil
	case quad.IRI:
		if id, ok := nameOf(v, EntityPrefix); ok {
			return id, nil
		}
	}
	return "", fmt.Errorf("unexpected term %v", v)
}
