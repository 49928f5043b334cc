package schema

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"
	"strings"

	"github.com/graphql-go/graphql"

	"mandategraph/graph/snapshot"
	"mandategraph/schema/guard"
)

// A diagnostic is something in a text that was not understood, is ambiguous or
// contradicts: a value of the property of that name.
type diagnostic struct {
	document string
	key      string
	Reason   string
	Text     string
	// Range is start and end in code points of the source.
	Range      []int
	Paragraph  string
	Candidates []string
}

// diagnostics lists all of them, by document and place. They are properties of
// the paragraphs in question, and of the document where there is none. The
// caller must not change the list.
func (v *view) diagnostics() []diagnostic {
	v.diagnosticsOnce.Do(func() {
		for n := range snapshot.Node(v.Len()) {
			for _, value := range v.Values(n, "diagnostic") {
				v.diagnosticList = append(v.diagnosticList, readDiagnostic(v.documentOf(n), value))
			}
		}
		slices.SortStableFunc(v.diagnosticList, func(a, b diagnostic) int {
			return cmp.Or(strings.Compare(a.document, b.document), slices.Compare(a.Range, b.Range))
		})
	})
	return v.diagnosticList
}

// readDiagnostic decodes a value. One that cannot be read is shown with its text
// alone, so that nothing is hidden.
func readDiagnostic(document, value string) diagnostic {
	d := diagnostic{document: document}
	if json.Unmarshal([]byte(value), &d) != nil {
		d = diagnostic{document: document, Reason: "unreadable", Text: value}
	}
	sum := sha256.Sum256([]byte(document + "\x00" + value))
	d.key = hex.EncodeToString(sum[:8])
	return d
}

// documentOf is the id of the document that prints an entity or its paragraphs:
// of an act the one with its text.
func (v *view) documentOf(n snapshot.Node) string {
	owner, _, _ := strings.Cut(v.ID(n), "#")
	if printed := v.Text(n, "inDocument"); printed != "" {
		return printed
	}
	if o, ok := v.Lookup(owner); ok {
		return cmp.Or(v.Text(o, "inDocument"), owner)
	}
	return owner
}

func diagnosticSequence(list []diagnostic) sequence {
	return sequence{
		length: len(list),
		at:     func(i int) any { return list[i] },
		key:    func(i int) string { return list[i].key },
		find: func(key string) (int, bool) {
			for i, d := range list {
				if d.key == key {
					return i, true
				}
			}
			return 0, false
		},
	}
}

func (d diagnostic) bound(i int) any {
	if i >= len(d.Range) {
		return nil
	}
	return d.Range[i]
}

func diagnosticRows() []field {
	return []field{
		{
			name: "reason", typ: required(graphql.String), doc: "Why, in a few words.",
			resolve: of(func(d diagnostic) any { return d.Reason }),
		},
		{
			name: "text", typ: graphql.String, doc: "The words in question.",
			text: text(func(d diagnostic) string { return d.Text }),
		},
		{
			name: "start", typ: graphql.Int, doc: "The first code point of the words in the document's source.",
			resolve: of(func(d diagnostic) any { return d.bound(0) }),
		},
		{
			name: "end", typ: graphql.Int, doc: "The code point after the last one.",
			resolve: of(func(d diagnostic) any { return d.bound(1) }),
		},
		{
			name: "document", typ: required(graphql.ID), doc: "The id of the document.",
			resolve: of(func(d diagnostic) any { return d.document }),
		},
		{
			name: "paragraph", typ: graphql.ID, doc: "The id of the paragraph.",
			text: text(func(d diagnostic) string { return d.Paragraph }),
		},
		{
			name: "candidates", typ: listOf(graphql.ID), doc: "The ids that the words may mean.",
			resolve: of(func(d diagnostic) any { return append([]string{}, d.Candidates...) }),
		},
	}
}

// diagnosticsRow is the root field that lists what the loader could not settle.
func (b *builder) diagnosticsRow() field {
	node := b.object(
		"Diagnostic", "Something in a text that was not understood, is ambiguous or contradicts.", nil, diagnosticRows,
	)
	list := b.connection(
		"Diagnostic", "diagnostics, by document.", node, func() []field { return nil }, nil, func(v any) any { return v },
	)
	return field{name: "diagnostics", typ: required(list), weight: pageWeight, resolve: diagnostics,
		doc: "What the loader did not understand or could not decide.",
		args: paged(argument{name: "document", typ: graphql.ID, doc: "Only those of this document, by id."},
			argument{name: "reason", typ: graphql.String, doc: "Only those with this reason."})}
}

func diagnostics(c call) (any, error) {
	v := c.request.view
	document, reason := c.string("document"), c.string("reason")
	if document != "" && v.findKind(document, "Document") == nil {
		return nil, guard.Refuse(guard.NotFound, "there is no document %q", guard.Shorten(document))
	}
	var list []diagnostic
	for _, d := range v.diagnostics() {
		if (document == "" || document == d.document) && (reason == "" || reason == d.Reason) {
			list = append(list, d)
		}
	}
	return diagnosticSequence(list).page(c)
}
