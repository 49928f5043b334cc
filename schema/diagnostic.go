package schema

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"

	"github.com/graphql-go/graphql"

	"mandategraph/graph"
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

// diagnostics reads those of a document. One that cannot be read is shown with
// its text alone, so that nothing is hidden.
func (v *view) diagnostics(document graph.Node) []diagnostic {
	var list []diagnostic
	for _, value := range v.Values(document, "diagnostic") {
		d := diagnostic{document: v.ID(document)}
		if json.Unmarshal([]byte(value), &d) != nil {
			d = diagnostic{document: d.document, Reason: "unreadable", Text: value}
		}
		sum := sha256.Sum256([]byte(d.document + "\x00" + value))
		d.key = hex.EncodeToString(sum[:8])
		list = append(list, d)
	}
	return list
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
		{name: "reason", typ: required(graphql.String), doc: "Why, in a few words.", resolve: of(func(d diagnostic) any { return d.Reason })},
		{name: "text", typ: graphql.String, doc: "The words in question.", text: text(func(d diagnostic) string { return d.Text })},
		{name: "start", typ: graphql.Int, doc: "The first code point of the words in the document's source.", resolve: of(func(d diagnostic) any { return d.bound(0) })},
		{name: "end", typ: graphql.Int, doc: "The code point after the last one.", resolve: of(func(d diagnostic) any { return d.bound(1) })},
		{name: "document", typ: required(graphql.ID), doc: "The id of the document.", resolve: of(func(d diagnostic) any { return d.document })},
		{name: "paragraph", typ: graphql.ID, doc: "The id of the paragraph.", text: text(func(d diagnostic) string { return d.Paragraph })},
		{name: "candidates", typ: listOf(graphql.ID), doc: "The ids that the words may mean.", resolve: of(func(d diagnostic) any { return append([]string{}, d.Candidates...) })},
	}
}

// diagnosticsRow is the root field that lists what the loader could not settle.
func (b *builder) diagnosticsRow() field {
	node := b.object("Diagnostic", "Something in a text that was not understood, is ambiguous or contradicts.", nil, diagnosticRows)
	list := b.connection("Diagnostic", "diagnostics, by document.", node, func() []field { return nil }, nil, func(v any) any { return v })
	return field{name: "diagnostics", typ: required(list), weight: pageWeight, resolve: diagnostics,
		doc: "What the loader did not understand or could not decide.",
		args: paged(argument{name: "document", typ: graphql.ID, doc: "Only those of this document, by id."},
			argument{name: "reason", typ: graphql.String, doc: "Only those with this reason."})}
}

func diagnostics(c call) (any, error) {
	v := c.request.view
	nodes := v.Nodes("Document")
	if id := c.string("document"); id != "" {
		n, ok := v.Lookup(id)
		if !ok {
			return nil, refuse(NotFound, "there is no document %q", shorten(id))
		}
		nodes = []graph.Node{n}
	}
	var list []diagnostic
	for _, n := range nodes {
		for _, d := range v.diagnostics(n) {
			if reason := c.string("reason"); reason == "" || reason == d.Reason {
				list = append(list, d)
			}
		}
	}
	return diagnosticSequence(list).page(c)
}
