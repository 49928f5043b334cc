package schema

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/graphql-go/graphql"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/schema/guard"
)

// both executes a query by its plan and by graphql-go. ok is false where it is
// not served at all, planned where the plan gave an answer.
func both(t *testing.T, a *API, query string, variables map[string]any) (byPlan, byExecutor string, failed, planned, ok bool) {
	t.Helper()
	j, _ := a.ready(Params{Query: query, Variables: variables})
	if j == nil {
		return "", "", false, false, false
	}
	r := a.request(context.Background(), a.view())
	whole, planned := a.planned(r, j, true)
	if planned {
		byPlan = string(whole.bytes)
	}
	result := a.resolve(r, j)
	result.Extensions = map[string]any{"cost": a.spent(j.cost)}
	e := &Encoder{}
	require.NoError(t, result.write(e))
	return byPlan, string(e.bytes), len(result.Errors) > 0, planned, true
}

func TestAPlanGivesWhatTheExecutorGives(t *testing.T) {
	a := answeringWith(t, Options{Limits: guard.Limits{DefaultPage: 3}})
	g := &generator{a: a, random: rand.New(rand.NewPCG(1, 2))}
	compared, left := 0, 0
	for tries := 0; compared < 2000; tries++ {
		require.Less(t, tries, 40_000, "most queries are served")
		query, variables := g.query()
		byPlan, byExecutor, failed, planned, ok := both(t, a, query, variables)
		switch {
		case !ok:
		case failed:
			require.False(t, planned, "an error is the executor's: %s", query)
		case !planned:
			left++
		default:
			compared++
			// The order of keys may differ where a fragment does not apply.
			require.JSONEq(t, byExecutor, byPlan, "%s %v", query, variables)
		}
	}
	assert.Less(t, left, compared/50, "plans cover nearly all")
}

// A generator makes queries up from the schema.
type generator struct {
	a         *API
	random    *rand.Rand
	aliases   int
	fragments []string
	variables map[string]any
	declared  []string
}

func (g *generator) chance(percent int) bool { return g.random.IntN(100) < percent }

func pick[T any](g *generator, list []T) T { return list[g.random.IntN(len(list))] }

func (g *generator) one(list ...string) string { return pick(g, list) }

func (g *generator) query() (string, map[string]any) {
	g.aliases, g.fragments, g.declared, g.variables = 0, nil, nil, map[string]any{}
	set := g.set(g.a.schema.QueryType(), 1+g.random.IntN(4))
	head := "query Q"
	if len(g.declared) > 0 {
		head += "(" + strings.Join(g.declared, ", ") + ")"
	}
	variables := map[string]any{}
	decoder := json.NewDecoder(strings.NewReader(encode(g.variables)))
	decoder.UseNumber()
	_ = decoder.Decode(&variables) // what was encoded is decoded
	return head + " " + set + strings.Join(g.fragments, ""), variables
}

func encode(value any) string {
	data, err := json.Marshal(value)
	if err != nil {
		panic(err)
	}
	return string(data)
}

// set asks for some fields of a composite type.
func (g *generator) set(t graphql.Type, depth int) string {
	fields := t.(interface {
		Fields() graphql.FieldDefinitionMap
	}).Fields()
	names := slices.Sorted(maps.Keys(fields))
	var parts []string
	for range 1 + g.random.IntN(3) {
		parts = append(parts, g.field(fields[pick(g, names)], depth))
	}
	if g.chance(20) {
		parts = append(parts, "__typename")
	}
	if i, ok := t.(*graphql.Interface); ok {
		possible := g.a.schema.PossibleTypes(i)
		slices.SortFunc(possible, func(a, b *graphql.Object) int { return strings.Compare(a.Name(), b.Name()) })
		on := pick(g, possible)
		if g.chance(70) {
			on = g.a.schema.Type("Act").(*graphql.Object)
		}
		if slices.Contains(possible, on) {
			parts = append(parts, g.fragment(on, depth))
		}
	} else if g.chance(10) {
		parts = append(parts, g.fragment(t, depth))
	}
	return "{" + strings.Join(parts, " ") + "}"
}

func (g *generator) fragment(t graphql.Type, depth int) string {
	if g.chance(50) {
		return "... on " + t.Name() + " " + g.set(t, depth)
	}
	name := fmt.Sprintf("F%d", len(g.fragments))
	g.fragments = append(g.fragments, "")
	g.fragments[len(g.fragments)-1] = " fragment " + name + " on " + t.Name() + " " + g.set(t, depth)
	return "..." + name
}

func (g *generator) field(f *graphql.FieldDefinition, depth int) string {
	text := f.Name
	var args []string
	for _, d := range f.Args {
		if _, needed := d.Type.(*graphql.NonNull); needed || g.chance(25) && d.Name() != "after" && d.Name() != "before" {
			args = append(args, d.Name()+": "+g.argument(d))
		}
	}
	if (len(args) > 0 || g.chance(15)) && g.aliases < 30 { // others may ask for the same key
		g.aliases++
		text = fmt.Sprintf("a%d: %s", g.aliases, f.Name)
	}
	if len(args) > 0 {
		text += "(" + strings.Join(args, ", ") + ")"
	}
	named := graphql.GetNamed(f.Type).(graphql.Type)
	if _, composite := named.(interface {
		Fields() graphql.FieldDefinitionMap
	}); !composite {
		return text
	}
	if depth == 0 {
		return text + " {__typename}"
	}
	return text + " " + g.set(named, depth-1)
}

// argument is a literal or, for numbers, sometimes a variable.
func (g *generator) argument(d *graphql.Argument) string {
	if d.Type.Name() == "Int" && g.chance(30) {
		name := fmt.Sprintf("v%d", len(g.declared))
		declaration := "$" + name + ": Int"
		if g.chance(50) {
			declaration += " = 2"
		}
		if g.chance(60) {
			g.variables[name] = g.random.IntN(4)
		}
		g.declared = append(g.declared, declaration)
		return "$" + name
	}
	return g.literal(d.Type, d.Name())
}

func (g *generator) literal(t graphql.Type, name string) string {
	switch t := t.(type) {
	case *graphql.NonNull:
		return g.literal(t.OfType, name)
	case *graphql.List:
		if g.chance(20) {
			return g.literal(t.OfType, name)
		}
		var items []string
		for range g.random.IntN(3) {
			items = append(items, g.literal(t.OfType, name))
		}
		return "[" + strings.Join(items, ", ") + "]"
	case *graphql.Enum:
		return pick(g, t.Values()).Name
	case *graphql.InputObject:
		var members []string
		for _, member := range slices.Sorted(maps.Keys(t.Fields())) {
			f := t.Fields()[member]
			if _, needed := f.Type.(*graphql.NonNull); needed || g.chance(20) {
				members = append(members, member+": "+g.literal(f.Type, member))
			}
		}
		return "{" + strings.Join(members, ", ") + "}"
	}
	return g.leaf(t.Name(), name)
}

func (g *generator) leaf(kind, name string) string {
	switch kind {
	case "Int":
		return fmt.Sprint(g.random.IntN(4))
	case "Boolean":
		return g.one("true", "false")
	case "Date":
		return g.one(`"2021"`, `"2024-10"`, `"2024-10-18"`)
	case "String":
		texts := map[string][]string{
			"question": {"what does 12/4 recall", "nonsense", "what does 12/1 recall"}, "number": {"12/4", "12/1", "9/9"},
			"body": {"ctoc-cop", "ga"},
		}
		if list := texts[name]; list != nil {
			return encode(pick(g, list))
		}
		return encode(g.one("widgets", "12/4", "states", "résumé", "ctoc-cop"))
	}
	v := g.a.view()
	return encode(v.ID(pick(g, v.Nodes(g.one("Act", "Act", "Session", "State", "Document", "Body", "Treaty")))))
}

// One plan serves many requests, each with its own variables.
func TestAPlanServesManyAtATime(t *testing.T) {
	a := answeringWith(t, Options{Queue: 1000})
	var clients sync.WaitGroup
	for i := range 40 {
		clients.Go(func() {
			r := respond(t, a, `query($n: Int) { acts(first: $n) { nodes { id } }
				node(id: "ctoc-cop/resolution/12/4") { ... on Act { relations { nodes { id __typename ... on Act { title } } } } } }`, map[string]any{"n": i % 7})
			assert.Empty(t, r.Errors)
			assert.Len(t, r.get("acts nodes"), i%7)
			assert.Contains(t, r.each("node relations nodes", "__typename"), "Instrument")
		})
	}
	clients.Wait()
}

// What a plan leaves to the executor is answered all the same.
func TestWhatAPlanCannotDoIsLeftToTheExecutor(t *testing.T) {
	a := answering(t)
	for query, want := range map[string]string{
		`{ act(id: "ctoc-cop/resolution/12/4") { title @include(if: true) id @skip(if: true) } }`:              `{"data":{"act":{"title":"Sprockets"}},"extensions":{"cost":{"limit":5000,"remaining":4999,"requested":1}}}`,
		`query($t: Boolean = true) { act(id: "ctoc-cop/resolution/12/4") { ... @include(if: $t) { title } } }`: `{"data":{"act":{"title":"Sprockets"}},"extensions":{"cost":{"limit":5000,"remaining":4999,"requested":1}}}`,
	} {
		_, _, _, planned, ok := both(t, a, query, nil)
		assert.True(t, ok, query)
		assert.False(t, planned, query)
		r := respond(t, a, query, nil)
		assert.Equal(t, want, encode(map[string]any{"data": r.Data, "extensions": r.Extensions}))
	}
	r := respond(t, a, `{ good: act(id: "ctoc-cop/resolution/12/4") { title } bad: act(id: "nowhere") { title } }`, nil)
	assert.Equal(t, []string{guard.NotFound}, r.codes())
	assert.Equal(t, "Sprockets", r.get("good title"), "what is beside the error is there")
}

// What a schema says of itself is written by a plan, the same as by the executor.
func TestAPlanWritesIntrospection(t *testing.T) {
	a := newAPI(t, Options{})
	for _, query := range []string{
		introspection,
		`{ __type(name: "Act") { kind name ofType { name } fields { name type { kind name ofType { name kind } } } } }`,
		`{ __type(name: "Nothing") { name } __schema { directives { name locations args { name } } __typename } }`,
		`query($name: String!) { __type(name: $name) { inputFields { name defaultValue type { name } } } }`,
	} {
		byPlan, byExecutor, failed, planned, ok := both(t, a, query, map[string]any{"name": "StatementFilter"})
		require.True(t, ok && planned && !failed, query)
		require.True(t, byExecutor == byPlan, query) // too long to be shown
	}
}

// introspection is what clients ask first, as graphql-js writes it.
const introspection = `query IntrospectionQuery { __schema { queryType { name kind } mutationType { name kind } subscriptionType {
	name kind } types { ...FullType } directives { name description locations args { ...InputValue } } } }
	fragment FullType on __Type { kind name description fields(includeDeprecated: true) { name description args {
	...InputValue } type { ...TypeRef } isDeprecated deprecationReason } inputFields { ...InputValue } interfaces
	{ ...TypeRef } enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
	possibleTypes { ...TypeRef } } fragment InputValue on __InputValue { name description type { ...TypeRef }
	defaultValue } fragment TypeRef on __Type { kind name ofType { name kind ofType { name kind ofType { name
	kind ofType { name kind ofType { name kind ofType { name kind ofType { name kind ofType { name kind ofType {
	name kind } } } } } } } } } }`
