package schema

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Queries that few people write: fields that merge, fragments on interfaces
// inside one another, nulls, variables in every place.
var odd = []struct {
	query     string
	variables map[string]any
}{
	{
		`{ act(id: "ctoc-cop/resolution/12/4") { title title id title } act(id: "ctoc-cop/resolution/12/4") { number id } }`,
		nil,
	},
	{
		`{ a: act(id: "ctoc-cop/resolution/12/4") { recalls(first: 2) { nodes { id } } recalls(first: 2) { nodes { title: __typename } totalCount } } }`,
		nil,
	},
	{
		`{ node(id: "ctoc-cop/resolution/12/4") { id ... on Entity { title ... on Act { number ... on Node { id __typename } } ... { x: id } } ... on State { code } ...F } } fragment F on Entity { date ...G } fragment G on Act { loaded recalls { nodes { ...F2 } } } fragment F2 on Entity { id ... on Act { kind } }`,
		nil,
	},
	{
		`{ nodes(ids: ["state/alb", "nowhere", "ctoc-cop/resolution/12/4"]) { __typename ... on State { n: name } ... on Act { n: number } ... on Entity { relations(first: 1) { edges { ... on Statement { relation source } node { id } } } } } }`,
		nil,
	},
	{
		`query($a: ID = "state/alb", $n: Int = 1) { node(id: $a) { ... on State { sponsors(first: $n) { nodes { id } } } } }`,
		map[string]any{"n": nil},
	},
	{
		`query($a: ID = "state/alb", $n: Int = 1) { node(id: $a) { ... on State { sponsors(first: $n) { nodes { id } } } } }`,
		map[string]any{"a": nil},
	},
	{
		`query($f: ActFilter = {kind: decision}, $k: [KindName!] = [Act, State]) { acts(filter: $f) { nodes { id relations(filter: {kinds: $k}) { totalCount } } } }`,
		nil,
	},
	{
		`query($k: KindName!, $s: Date) { acts(filter: {since: $s}) { nodes { id relations(filter: {kinds: [$k, State]}, orderBy: {field: DATE}) { nodes { id } } } } }`,
		map[string]any{"k": "Act", "s": "2024"},
	},
	{`{ acts(first: null, after: null, filter: null, orderBy: null, title: null) { totalCount nodes { id } } }`, nil},
	{
		`{ acts(filter: {title: null, kind: decision}) { totalCount pageInfo { hasNextPage } pageInfo { endCursor } edges { cursor } edges { node { id } } } }`,
		nil,
	},
	{
		`query($i: Boolean = true) { act(id: "ctoc-cop/resolution/12/4") { id @include(if: $i) ... @skip(if: $i) { title } recalls @include(if: true) { totalCount } } }`,
		nil,
	},
	{
		`{ __typename a: __typename ...Q ... on Query { statistics { entities } } } fragment Q on Query { __typename statistics { documents } }`,
		nil,
	},
	{
		`{ statements(objects: ["ctoc-cop/resolution/12/1"]) { edges { ... on Statement { qualifiers { name value } ... on StatementEdge { cursor } } documentNode { ... on Document { loaded symbol } } } facets { years { value } years { count } } } }`,
		nil,
	},
	{
		`{ lineage(id: "ctoc-cop/resolution/12/4", relations: []) { nodes { node { ...N } } edges { sourceNode { ...N } relation } paths { nodes { ...N } } truncated } } fragment N on Entity { __typename id ... on Act { kind } ... on Treaty { t: title } }`,
		nil,
	},
	{
		`{ search(query: "widgets") { edges { score matches { start end } node { ... on Node { id } } } nodes { id } } ask(question: "what does 12/4 recall") { data variables candidates { id } } }`,
		nil,
	},
	{
		`{ treaty(id: "untoc") { registeredAs { value ... on Statement { relation } } } allRecommendations { nodes { id hasMember { totalCount } } } }`,
		nil,
	},
	{`{ empty: nodes(ids: []) { id } one: nodes(ids: "state/alb") { id } }`, nil},
}

func TestOddQueriesGiveTheSameByPlanAndByExecutor(t *testing.T) {
	a := answering(t)
	for _, o := range odd {
		byPlan, byExecutor, failed, planned, ok := both(t, a, o.query, o.variables)
		if !assert.True(t, ok, o.query) {
			continue
		}
		require.False(t, failed, "%s: %s", o.query, byExecutor)
		if planned {
			assert.Equal(t, byExecutor, byPlan, "%s %v", o.query, o.variables)
		}
		assert.Equal(t, !strings.Contains(o.query, "@"), planned, "only directives are left to the executor: %s", o.query)
	}
}
