package httpapi

import (
	"net/http"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"

	"mandategraph/schema/guard"
	"mandategraph/schema/schematest"
)

// The process survives every hostile input, says why it refuses, and serves
// others meanwhile.
func TestHostileQueriesAreRefusedWhileOthersAreServed(t *testing.T) {
	server := serve(t, newServer(t, Options{}))
	stop := make(chan struct{})
	var others sync.WaitGroup
	for range 3 {
		others.Go(func() {
			for served := 0; ; served++ {
				select {
				case <-stop:
					if served > 0 {
						return
					}
				default:
				}
				_, r := server.post(t, `{"query":"{ act(id: \"ctoc-cop/resolution/12/4\") { recalls { totalCount } } }"}`)
				assert.EqualValues(t, 3, r.Get("act recalls totalCount"))
			}
		})
	}
	for name, c := range schematest.Hostile() {
		response, r := server.query(t, c.Query)
		if assert.NotEmpty(t, r.Errors, name) {
			assert.Equal(t, c.Code, r.Errors[0].Code(), "%s: %s", name, r.Errors[0].Message)
			assert.Nil(t, r.Data, name)
			assert.Equal(t, http.StatusBadRequest, response.StatusCode, name)
			assert.LessOrEqual(t, len(r.Errors), 20, name)
		}
	}
	response, r := server.query(t, strings.Repeat("{a", 1_000_000))
	assert.Equal(t, http.StatusRequestEntityTooLarge, response.StatusCode)
	assert.Equal(t, []string{guard.TooComplex}, r.Codes())
	close(stop)
	others.Wait()
}
