package tree

import (
	"strings"

	"mandategraph/graph"
)

// typeMarks are the marks in a symbol that say of what type its document is.
var typeMarks = []struct{ mark, name string }{
	{"L.", "draft"}, {"CRP.", "conference room paper"}, {"INF", "information"}, {"Rev.", "revision"},
	{"Add.", "addendum"}, {"Corr.", "corrigendum"}, {"NGO", "non-governmental organization"},
	{"WP.", "working paper"}, {"WG.", "working group document"}, {"PV.", "verbatim record"}, {"SR.", "summary record"},
}

// AddDocument makes a document known by its symbol and gives its id.
func AddDocument(found *Findings, symbol string) string {
	id := graph.DocumentID(symbol)
	found.NewEntity(id, "Document", [2]string{"symbol", symbol})
	return id
}

// AddSymbol makes the document of a symbol known with the types that the
// symbol's marks say, and gives its id.
func AddSymbol(found *Findings, symbol string) string {
	id := AddDocument(found, symbol)
	for _, part := range strings.Split(symbol, "/")[1:] {
		for _, k := range typeMarks {
			if strings.HasPrefix(part, k.mark) {
				found.Fact(id, "documentType", k.name)
			}
		}
	}
	return id
}
