package schema

import (
	"github.com/graphql-go/graphql"

	"mandategraph/graph/names"
	"mandategraph/graph/snapshot"
)

// availableType makes the type of documents in which an act can be had.
func (b *builder) availableType() *graphql.Object {
	return b.object("Availability", "A document in which the text of an act can be had.", nil, func() []field {
		return []field{
			{
				name: "symbol", typ: required(graphql.String), doc: "The symbol of the document, as 'mandategraph fetch' takes it.",
				resolve: of(func(s names.Source) any { return s.Symbol }),
			},
			{
				name: "url", typ: required(graphql.String), doc: "Where it can be read.",
				resolve: of(func(s names.Source) any { return snapshot.OfficialAddress(s.Symbol) }),
			},
			{
				name: "report", typ: required(graphql.Boolean),
				doc:     "Whether it is not of the act alone, but the report of its session, or one of several parts of that.",
				resolve: of(func(s names.Source) any { return s.Report }),
			},
		}
	})
}

// availableRow is the field of acts that says where they can be had.
func (b *builder) availableRow() field {
	return field{
		name: "availableIn", typ: listOf(b.available), weight: inherit,
		doc: "The documents in which its text can be had, in the order in which to look for it; empty where it is loaded, " +
			"or where no table says.",
		resolve: of(func(e entity) any {
			list := []names.Source{}
			if !e.Loaded(e.node) {
				list = append(list, names.Sources(e.id(), e.Date(e.node))...)
			}
			return list
		}),
	}
}
