// Package schema answers GraphQL queries about the graph in process: see [New],
// [API.Execute] and [API.Run]. Types and fields are derived from the vocabulary's
// tables, and plans compiled from valid queries append JSON straight from a
// snapshot's columns.
//
// In go a query with its variables and a snapshot of the graph; out comes a
// [Result], which is JSON. HTTP is the business of schema/http, what is refused
// beforehand that of schema/guard.
//
// Beside guard it is the only package that imports graphql-go. It imports graph,
// guard, queries, and queries/ask, which answers questions in words; never loader.
package schema

import (
	"context"
	"crypto/sha256"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync/atomic"

	"github.com/graphql-go/graphql"

	"mandategraph/graph/snapshot"
	"mandategraph/schema/guard"
)

// An API answers GraphQL requests. It is safe for concurrent use.
type API struct {
	source  func() *snapshot.Snapshot
	options Options
	schema  graphql.Schema
	guard   guard.Guard
	// resolvers by type and field, and texts by both, serve plans.
	resolvers map[string]map[string]resolver
	texts     map[string]func(source any) string
	filters   []statementFilter
	// kindFilters are those of the lists of kinds.
	kindFilters map[string][]filter
	documents   *guard.Cache[[sha256.Size]byte, *Prepared]
	gate, long  *guard.Gate // of short requests, and of those that may take long
	current     atomic.Pointer[view]
	// ask answers a question in words; the field ask calls it.
	ask func(ctx context.Context, question string) (Answer, error)
}

// New builds the API over whatever snapshot source returns at the time of a
// request. It fails only where the vocabulary's tables contradict each other,
// for example when a relation has the name of a property.
func New(source func() *snapshot.Snapshot, options Options) (*API, error) {
	options = options.WithDefaults()
	a := &API{
		source: source, options: options, gate: guard.NewGate(options.Concurrency, options.Queue),
		long:        guard.NewGate(options.Long, options.Queue),
		documents:   guard.NewCache[[sha256.Size]byte, *Prepared](options.Documents),
		kindFilters: map[string][]filter{}, resolvers: map[string]map[string]resolver{}, texts: map[string]func(source any) string{},
	}
	b := &builder{
		api: a, weights: map[string]map[string]guard.Weight{}, lists: map[string]int{}, efforts: map[string]guard.Weight{},
		objects: map[string]*graphql.Object{}, connections: map[string]*graphql.Object{},
	}
	query := b.declare()
	types := make([]graphql.Type, 0, len(b.objects))
	for _, name := range slices.Sorted(maps.Keys(b.objects)) {
		types = append(types, b.objects[name])
	}
	schema, err := graphql.NewSchema(graphql.SchemaConfig{Query: query, Types: types})
	if err == nil {
		err = b.err
	}
	if err != nil {
		return nil, fmt.Errorf("build the GraphQL schema: %w", err)
	}
	settle(&schema)
	a.schema, a.guard = schema, guard.Guard{Limits: options.Limits, Types: b.guardedTypes(schema)}
	a.declareIntrospection()
	a.filters = b.statementFilters()
	a.ask = a.Ask
	return a, nil
}

// A builder holds the types while they refer to each other.
type builder struct {
	api     *API
	weights map[string]map[string]guard.Weight // by type and field
	efforts map[string]guard.Weight            // by Type.field
	// lists are the lengths of arguments that may be longer than others, by
	// Type.field.argument.
	lists       map[string]int
	objects     map[string]*graphql.Object // by kind
	connections map[string]*graphql.Object // by kind
	err         error

	node, entity, statement             *graphql.Interface
	pageInfo, statements, link, literal *graphql.Object
	affinities                          *graphql.Object
	property, qualifier, facets         *graphql.Object
	available                           *graphql.Object
	relationName, kindName, actKind     *graphql.Enum
	entityOrder, statementOrder         *graphql.InputObject
	statementFilter, entityFilter       *graphql.InputObject
	date, json                          *graphql.Scalar
	timeline, count, line, fold         *graphql.Object
	class                               *graphql.Enum
	match, told, answer                 *graphql.Object
	axis                                argument
}

// declare makes every type. Fields are thunks, so the order does not matter as
// long as each type exists before the first thunk runs.
func (b *builder) declare() *graphql.Object {
	b.declareLeaves()
	b.declareInterfaces()
	b.declareInputs()
	b.facets = b.facetType()
	b.match = b.matchType()
	b.told = b.storyType()
	b.available = b.availableType()
	b.declareEvidence()
	b.affinities = b.affinityConnection()
	b.declareTimeline()
	b.declareDrawing()
	for _, kind := range kinds() {
		b.declareKind(kind)
	}
	return b.object(
		"Query", "What can be asked. The order of lists is that of ids unless a field says otherwise.", nil, b.rootRows,
	)
}

// object makes an object type whose rows are asked for once all types exist.
func (b *builder) object(name, doc string, interfaces []*graphql.Interface, rows func() []field) *graphql.Object {
	return graphql.NewObject(graphql.ObjectConfig{
		Name: name, Description: doc, Interfaces: interfaces,
		Fields: graphql.FieldsThunk(func() graphql.Fields { return b.fields(name, rows()) }),
	})
}

func (b *builder) interfaceType(
	name, doc string, rows func() []field, resolve graphql.ResolveTypeFn,
) *graphql.Interface {
	return graphql.NewInterface(graphql.InterfaceConfig{
		Name: name, Description: doc, ResolveType: resolve,
		Fields: graphql.FieldsThunk(func() graphql.Fields { return b.fields(name, rows()) }),
	})
}

// connection makes the connection and edge types of one sort of value.
func (b *builder) connection(
	name, doc string, node graphql.Output, edgeRows func() []field,
	interfaces []*graphql.Interface, entityOf func(any) any,
) *graphql.Object {
	edge := b.object(name+"Edge", "An edge of "+doc, interfaces, func() []field {
		return append([]field{
			{
				name: "cursor", typ: required(graphql.String), doc: "Marks this edge, for after and before.",
				resolve: of(connectionEdge.cursor),
			},
			{
				name: "node", typ: node, weight: inherit, doc: "The entity at the end of this edge.",
				resolve: of(func(e connectionEdge) any { return entityOf(e.value) }),
			},
		}, edgeRows()...)
	})
	return b.object(
		name+"Connection", "A page of "+doc, nil, func() []field { return b.connectionRows(edge, node, entityOf) },
	)
}

// settle sorts arguments and enumeration values, which graphql-go takes from
// maps, so that introspection gives the same bytes in every process. It also
// fills the tables that graphql-go would fill when they are first asked for,
// without a lock.
func settle(schema *graphql.Schema) {
	for _, t := range schema.TypeMap() {
		switch t := t.(type) {
		case *graphql.Enum:
			slices.SortFunc(t.Values(), func(a, b *graphql.EnumValueDefinition) int { return strings.Compare(a.Name, b.Name) })
			t.Serialize("")
			t.ParseValue("")
		case *graphql.Interface:
			schema.IsPossibleType(t, schema.QueryType())
			sortArguments(t.Fields())
		case *graphql.Object:
			sortArguments(t.Fields())
		}
	}
}

func sortArguments(fields graphql.FieldDefinitionMap) {
	for _, f := range fields {
		slices.SortFunc(f.Args, func(a, b *graphql.Argument) int { return strings.Compare(a.PrivateName, b.PrivateName) })
	}
}
