package schema

import (
	"fmt"
	"slices"

	"github.com/graphql-go/graphql"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// unclassified is the type of entities whose kind no loaded document says.
var unclassified = graph.Kind{
	Name: "Unclassified", Plural: "unclassified entities", Definition: "An entity whose kind no loaded document says.",
}

// kinds are those of the vocabulary and [unclassified].
func kinds() []graph.Kind { return append(slices.Clone(graph.Kinds), unclassified) }

func (b *builder) declareInterfaces() {
	resolve := func(p graphql.ResolveTypeParams) *graphql.Object {
		if t, ok := b.objects[p.Value.(entity).kind()]; ok {
			return t
		}
		return b.objects[unclassified.Name]
	}
	b.node = b.interfaceType(
		"Node", "Anything with an id (https://relay.dev/graphql/objectidentification.htm).",
		func() []field { return b.commonRows()[:1] }, resolve,
	)
	b.entity = b.interfaceType("Entity", "Anything that the graph knows.", b.commonRows, resolve)
	b.pageInfo = b.object("PageInfo", pageDoc, nil, pageInfoRows)
}

// declareKind makes the object type of a kind and its connection.
func (b *builder) declareKind(kind graph.Kind) {
	doc := kind.Definition
	if kind.Example != "" {
		doc += fmt.Sprintf(" Example of an id: %s.", kind.Example)
	}
	b.objects[kind.Name] = b.object(kind.Name, doc, []*graphql.Interface{b.node, b.entity}, func() []field {
		return slices.Concat(
			b.commonRows(), b.ownRows(kind.Name), b.propertyRows(kind.Name), b.relationRows(kind.Name), b.partRows(kind.Name),
		)
	})
	b.connections[kind.Name] = b.connection(
		kind.Name, kind.Plural+".", b.objects[kind.Name], func() []field { return nil }, nil, func(v any) any { return v },
	)
}

// commonRows are the fields of every entity; the first one is that of Node.
func (b *builder) commonRows() []field {
	types := argument{
		name: "types", typ: graphql.NewList(required(b.relationName)), doc: "Only these relations; all where empty.",
	}
	return []field{
		{name: "id", typ: required(graphql.ID), doc: "The entity's id, readable and stable.", text: text(entity.id)},
		{
			name: "title", typ: graphql.String,
			doc:  "The title of its own text, else its name, else the title under which it is most often cited.",
			text: text(func(e entity) string { return e.Title(e.node) }),
		},
		{
			name: "name", typ: graphql.String, doc: "The full name.",
			text: text(func(e entity) string { return e.value("name") }),
		},
		{
			name: "date", typ: b.date,
			doc:  "The date of adoption or of the event, else the date under which it is most often cited.",
			text: text(func(e entity) string { return e.Date(e.node) }),
		},
		{
			name: "url", typ: graphql.String, doc: "Where the official text can be read, when its symbol is known.",
			text: text(func(e entity) string { return e.Address(e.node) }),
		},
		{
			name: "properties", typ: listOf(b.property), weight: inherit,
			doc: "Every property that the loaded documents state, by name and value.", resolve: of(entity.properties),
		},
		{
			name: "relations", typ: required(b.statements), args: b.selecting(types), weight: pageWeight,
			doc: "The statements whose subject it is.", resolve: b.generic((*snapshot.Snapshot).Out, targetEnd),
		},
		{
			name: "relationsTo", typ: required(b.statements), args: b.selecting(types), weight: pageWeight,
			doc: "The statements whose object it is.", resolve: b.generic((*snapshot.Snapshot).In, sourceEnd),
		},
	}
}

func (e entity) properties() any {
	facts := e.Facts(e.node)
	list := make([]namedValue, len(facts))
	for i, f := range facts {
		list[i] = namedValue{f.Property, f.Value}
	}
	return list
}
