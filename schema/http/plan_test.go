package httpapi

import (
	"encoding/json"
	"fmt"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/schema"
	"mandategraph/schema/guard"
)

// One plan serves many requests, each with its own variables.
func TestManyClientsAtATime(t *testing.T) {
	server := serve(t, newServer(t, Options{Options: schema.Options{Queue: 1000}}))
	var clients sync.WaitGroup
	for i := range 40 {
		clients.Go(func() {
			_, r := server.post(
				t,
				fmt.Sprintf(
					`{"query":"query($n: Int) { acts(first: $n) { nodes { id } } node(id: \"ctoc-cop/resolution/12/4\") { ... on Act { relations { nodes { id __typename ... on Act { title } } } } } }","variables":{"n":%d}}`,
					i%7,
				),
			)
			assert.Empty(t, r.Errors)
			assert.Len(t, r.Get("acts nodes"), i%7)
			assert.Equal(t, []any{"Act", "Act", "Act"}, r.Each("node relations nodes", "__typename"))
		})
	}
	clients.Wait()
}

// What a plan leaves to the executor is answered all the same.
func TestWhatAPlanCannotDoIsLeftToTheExecutor(t *testing.T) {
	server := serve(t, newServer(t, Options{}))
	for query, want := range map[string]string{
		`{ act(id: "ctoc-cop/resolution/12/4") { title @include(if: true) id @skip(if: true) } }`: `{"data":{"act":{"title":"Sprockets"}},"extensions":{"cost":{"limit":5000,"remaining":4999,"requested":1}}}`,
		`{ __type(name: "Date") { name } }`: `{"data":{"__type":{"name":"Date"}},"extensions":{"cost":{"limit":5000,"remaining":5000,"requested":0}}}`,
	} {
		response, r := server.query(t, query)
		assert.Equal(t, 200, response.StatusCode)
		got, err := json.Marshal(map[string]any{"data": r.Data, "extensions": r.Extensions})
		require.NoError(t, err)
		assert.Equal(t, want, string(got))
	}
	_, r := server.query(t, `{ good: act(id: "ctoc-cop/resolution/12/4") { title } bad: act(id: "nowhere") { title } }`)
	assert.Equal(t, []string{guard.NotFound}, r.Codes())
	assert.Equal(t, "Sprockets", r.Get("good title"), "what is beside the error is there")
}
