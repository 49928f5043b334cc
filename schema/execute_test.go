package schema

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
	"mandategraph/schema/guard"
)

func TestKeysComeInTheOrderOfTheQuery(t *testing.T) {
	a := newAPI(t, Options{})
	r := a.Execute(context.Background(), `query { zebra: statistics { statements documents entities }
		act(id: "ga/resolution/76/185") { ...F title ... on Entity { name id } url } }
		fragment F on Act { number kind }`, nil, "")
	encoded, err := json.Marshal(r)
	require.NoError(t, err)
	assert.Equal(t, `{"data":{"zebra":{"statements":13,"documents":1,"entities":27},`+
		`"act":{"number":"76/185","kind":"resolution","title":null,"name":null,"id":"ga/resolution/76/185","url":"https://docs.un.org/A/RES/76/185"}},`+
		`"extensions":{"cost":{"limit":5000,"remaining":4998,"requested":2}}}`, string(encoded))
}

func TestStringsAreWrittenAsJSON(t *testing.T) {
	for _, s := range []string{
		"plain", "“curly” and \"straight\"", "back\\slash", "line\nend\ttab\x01", "a\xffb", "🏃\u2028", "<&>",
	} {
		e := &Encoder{}
		require.NoError(t, e.value(s, nil))
		var back string
		require.NoError(t, json.Unmarshal(e.bytes, &back), string(e.bytes))
		assert.Equal(t, strings.ToValidUTF8(s, "\ufffd"), back)
	}
}

func TestVariablesAreCoercedStrictly(t *testing.T) {
	a := newAPI(t, Options{})
	const query = `query($first: Int, $loaded: Boolean, $kind: ActKind, $title: String, $id: ID, $types: [RelationName!]) {
		acts(first: $first, loaded: $loaded, kind: $kind, title: $title) { nodes { relations(types: $types, filter: {document: $id}) { totalCount } } } }`
	for variables, ok := range map[string]bool{
		`{"first":1}`: true, `{"first":1.0}`: true, `{"first":null}`: true, `{"unknown":1}`: true,
		`{"first":1.5}`: false, `{"first":"15"}`: false, `{"first":true}`: false, `{"first":2147483648}`: false, `{"first":1e400}`: false,
		`{"loaded":true}`: true, `{"loaded":"true"}`: false, `{"loaded":1}`: false,
		`{"kind":"decision"}`: true, `{"kind":"DECISION"}`: false, `{"kind":1}`: false,
		`{"title":"x"}`: true, `{"title":1}`: false,
		`{"id":"x"}`: true, `{"id":5}`: true, `{"id":1.5}`: false, `{"id":true}`: false,
		`{"types":["recalls"]}`: true, `{"types":"recalls"}`: true, `{"types":[]}`: true, `{"types":[null]}`: false, `{"types":["remembers"]}`: false, `{"types":{}}`: false,
	} {
		var values map[string]any
		decoder := json.NewDecoder(strings.NewReader(variables))
		decoder.UseNumber()
		require.NoError(t, decoder.Decode(&values))
		r := execute(t, a, query, values)
		assert.Equal(t, ok, len(r.Errors) == 0, "%s: %v", variables, r.Errors)
		if !ok {
			assert.Equal(t, []string{guard.BadRequest}, r.codes(), variables)
		}
	}
	r := execute(t, a, `query($id: ID!) { node(id: $id) { id } }`, nil)
	assert.Equal(t, []string{guard.BadRequest}, r.codes())
	r = execute(t, a, `query($ids: [ID!]!) { nodes(ids: $ids) { id } }`, map[string]any{"ids": make([]string, 101)})
	assert.Equal(t, []string{guard.TooComplex}, r.codes(), "as where the list stands in the query")
}

func TestGoValuesServeAsVariables(t *testing.T) {
	r := newAPI(t, Options{}).Execute(
		context.Background(), `query($ids: [ID!]!, $n: Int) { nodes(ids: $ids) { id } acts(first: $n) { nodes { id } } }`,
		map[string]any{"ids": []string{"state/alb"}, "n": 1}, "",
	)
	assert.Empty(t, r.Errors)
	assert.Equal(t, map[string]any{"id": "state/alb"}, r.Data.(map[string]any)["nodes"].([]any)[0])
}

func TestAPanicIsMaskedAndFoundInTheLog(t *testing.T) {
	var log bytes.Buffer
	a := newAPI(t, Options{Logger: slog.New(slog.NewTextHandler(&log, nil))})
	for _, cause := range []any{"the secret", fmt.Errorf("the secret"), 42} {
		log.Reset()
		a.ask = func(context.Context, string) (Answer, error) { panic(cause) }
		r := execute(t, a, `{ ask(question: "?") { text } }`, nil)
		assert.Equal(t, []string{guard.Internal}, r.codes())
		assert.NotContains(t, r.Errors[0].Message, "secret")
		id := r.Errors[0].Extensions["requestId"].(string)
		assert.Contains(t, log.String(), id)
		assert.Contains(t, log.String(), fmt.Sprint(cause))
	}
	log.Reset()
	a.ask = func(context.Context, string) (Answer, error) { return Answer{}, fmt.Errorf("the secret") }
	r := execute(t, a, `{ ask(question: "?") { text } }`, nil)
	assert.Equal(t, []string{guard.Internal}, r.codes())
	assert.Contains(t, log.String(), "the secret")
	assert.Equal(t, []any{"ask"}, r.Errors[0].Path)
}

func TestAnErrorOfAskKeepsItsCode(t *testing.T) {
	a := newAPI(t, Options{})
	a.ask = func(context.Context, string) (Answer, error) {
		return Answer{}, fmt.Errorf("wrapped: %w", guard.Refuse(guard.NotFound, "no such thing"))
	}
	r := execute(t, a, `{ ask(question: "?") { text } }`, nil)
	assert.Equal(t, []string{guard.NotFound}, r.codes())
	assert.Equal(t, "no such thing", r.Errors[0].Message)
}

// A question runs a saved query inside the request: it sees the same snapshot
// and needs no second slot.
func TestAskRunsAQueryInsideTheRequest(t *testing.T) {
	a := newAPI(t, Options{Concurrency: 1, Long: 1})
	a.ask = func(ctx context.Context, question string) (Answer, error) {
		r := a.Execute(
			ctx, `query($id: ID!) { act(id: $id) { title } }`, map[string]any{"id": "ctoc-cop/resolution/12/1"}, "",
		)
		n, _ := requestFrom(ctx).view.Lookup("ctoc-cop/resolution/12/1")
		return Answer{
			Query: "title", Variables: map[string]any{"id": "x"}, Text: "Widgets", Data: r.Data, Candidates: []snapshot.Node{n},
			Parse: question,
		}, nil
	}
	r := ask(
		t, a, `{ ask(question: "what is 12/1") { query variables text parse complete data candidates { id title } } }`,
	)
	assert.Equal(t, map[string]any{
		"query": "title", "variables": map[string]any{"id": "x"}, "text": "Widgets", "parse": "what is 12/1",
		"complete": false, "data": map[string]any{"act": map[string]any{"title": "Widgets"}},
		"candidates": []any{map[string]any{"id": "ctoc-cop/resolution/12/1", "title": "Widgets"}},
	}, r.get("ask"))
}

func TestTheDeadlineEndsARequest(t *testing.T) {
	a := newAPI(t, Options{Timeout: time.Millisecond})
	a.ask = func(ctx context.Context, _ string) (Answer, error) {
		<-ctx.Done()
		return Answer{}, ctx.Err()
	}
	r := execute(t, a, `{ ask(question: "?") { text } }`, nil)
	assert.Equal(t, []string{guard.TimedOut}, r.codes())
	assert.Nil(t, r.Data)
}

// One request is worked on, one waits, and the third is sent away.
func TestTheQueueIsBounded(t *testing.T) {
	a := newAPI(t, Options{Long: 1, Queue: 1, Timeout: time.Minute})
	started, proceed := make(chan struct{}), make(chan struct{})
	a.ask = func(context.Context, string) (Answer, error) {
		started <- struct{}{}
		<-proceed
		return Answer{Text: "done"}, nil
	}
	var clients sync.WaitGroup
	slow := func() {
		assert.Equal(t, "done", execute(t, a, `{ ask(question: "?") { text } }`, nil).get("ask text"))
	}
	waiting := func() int { _, n := a.LongLoad(); return n }
	clients.Go(slow)
	<-started
	clients.Go(slow)
	for waiting() == 0 {
		time.Sleep(time.Millisecond)
	}
	assert.Equal(t, []string{guard.Overloaded}, execute(t, a, `{ ask(question: "?") { text } }`, nil).codes())
	assert.Empty(t, execute(t, a, `{ __typename }`, nil).Errors, "what is short has places of its own")
	close(proceed)
	<-started
	clients.Wait()
	assert.Empty(t, execute(t, a, `{ __typename }`, nil).Errors)
}

func TestManyRequestsAtATime(t *testing.T) {
	a := newAPI(t, Options{Queue: 1000, Documents: 2})
	var clients sync.WaitGroup
	for i := range 50 {
		clients.Go(func() {
			r := execute(
				t, a,
				fmt.Sprintf(
					`query Q%d { node(id: "ctoc-cop/resolution/12/1") { ... on Entity { relations(types: [recalls]) { edges { relation ... on Statement { verb } } } }
				... on Act { kind paragraphs { nodes { id } } session { acts { totalCount } } citedBy { nodes { ... on Act { title } } } } } }`,
					i%10,
				),
				nil,
			)
			assert.Empty(t, r.Errors)
			assert.EqualValues(t, 3, r.get("node session acts totalCount"))
		})
	}
	clients.Wait()
	assert.LessOrEqual(t, a.documents.Len(), 2)
}

func TestANewSnapshotIsSeenByTheNextRequest(t *testing.T) {
	var snap *snapshot.Snapshot
	a, err := New(func() *snapshot.Snapshot { return snap }, Options{})
	require.NoError(t, err)
	count := func() any { return ask(t, a, `{ statistics { entities } }`).get("statistics entities") }
	assert.EqualValues(t, 0, count(), "nothing is loaded yet")
	snap = snapshot.New([]graph.Document{referenceNames()})
	assert.EqualValues(t, 15, count())
}

// graphql-go resolves the fields of an object in any order; the same query gives
// the same answer all the same, errors included.
func TestErrorsComeInTheOrderOfTheQuery(t *testing.T) {
	a := newAPI(t, Options{})
	for range 20 {
		r := execute(
			t, a,
			`{ y: act(id: "a") { id } z: act(id: "b") { id } nodes(ids: ["ctoc-cop/resolution/12/4", "ctoc-cop/resolution/12/1"]) {
			... on Act { relations(after: "x") { totalCount } } } k: act(id: "c") { id } }`,
			nil,
		)
		var paths []string
		for _, e := range r.Errors {
			paths = append(paths, fmt.Sprint(e.Path...))
		}
		assert.Equal(t, []string{"y", "z", "nodes0relations", "nodes1relations", "k"}, paths)
	}
}
