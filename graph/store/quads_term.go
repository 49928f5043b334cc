package store

import (
	"fmt"
	"net/url"
	"strconv"
	"strings"

	"github.com/cayleygraph/quad"

	"mandategraph/graph"
)

// escapedText marks text in which %, \ and NUL are percent-encoded. The SQL
// back ends write NUL as \x00 and read any \x00 back as NUL, so a text that
// has either would not come back as it was.
const escapedText = quad.IRI(graph.VocabularyPrefix + "escapedText")

// entityIRI is the id as an IRI. Characters that RFC 3987 does not allow in an
// IRI, and a second '#', are percent-encoded; all others stay readable.
func entityIRI(id string) quad.IRI { return quad.IRI(graph.EntityPrefix + graph.EscapeID(id)) }

func vocabularyIRI(name string) quad.IRI { return quad.IRI(graph.VocabularyPrefix + name) }

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
	switch graph.RangeOf(kind, value) {
	case graph.Entity:
		return entityIRI(value)
	case graph.Integer:
		if n, err := strconv.Atoi(value); err == nil && strconv.Itoa(n) == value {
			return quad.Int(n)
		}
	case graph.Date:
		if datatype, ok := graph.DateType(value); ok {
			return quad.TypedString{Value: quad.String(value), Type: quad.IRI(datatype)}
		}
	}
	if strings.Contains(value, "\x00") || strings.Contains(value, `\x00`) {
		escaped := strings.NewReplacer("%", "%25", "\x00", "%00", `\`, "%5C").Replace(value)
		return quad.TypedString{Value: quad.String(escaped), Type: escapedText}
	}
	return quad.String(value)
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
		if id, ok := nameOf(v, graph.EntityPrefix); ok {
			return id, nil
		}
	}
	return "", fmt.Errorf("unexpected term %v", v)
}
