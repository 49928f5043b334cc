package httpapi

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
	"mandategraph/queries"
	"mandategraph/schema/guard"
	"mandategraph/schema/schematest"
)

func TestAnAnswerToAGETIsKeptUntilTheGraphChanges(t *testing.T) {
	snap := snapshot.New([]graph.Document{schematest.Names(), schematest.Report()})
	a, err := New(func() *snapshot.Snapshot { return snap }, Options{})
	require.NoError(t, err)
	server := serve(t, a)
	get := func(query, tag string) (*http.Response, schematest.Answer) {
		return server.do(t, http.MethodGet, "?query="+url.QueryEscape(query), nil, map[string]string{
			"Accept": responseType, "If-None-Match": tag,
		})
	}
	const good = `{ act(id: "ctoc-cop/resolution/12/1") { title } }`
	first, r := get(good, "")
	tag := first.Header.Get("ETag")
	assert.Equal(t, "Widgets", r.Get("act title"))
	assert.True(t, strings.HasPrefix(tag, `W/"`), tag)
	assert.Equal(t, "public, no-cache", first.Header.Get("Cache-Control"))
	for _, header := range []string{tag, strings.TrimPrefix(tag, "W/"), `"x", ` + tag, "*"} {
		again, r := get(good, header)
		assert.Equal(t, http.StatusNotModified, again.StatusCode, header)
		assert.Equal(t, tag, again.Header.Get("ETag"))
		assert.Nil(t, r.Data)
	}
	other, _ := get(good, `"something else"`)
	assert.Equal(t, 200, other.StatusCode)
	wrong, _ := get(`{ nothing }`, "*")
	assert.Equal(t, 400, wrong.StatusCode, "what is refused was never kept")
	assert.Equal(t, "no-store", wrong.Header.Get("Cache-Control"))
	head, _ := server.do(
		t, http.MethodHead, "?query="+url.QueryEscape(good), nil, map[string]string{"Accept": responseType},
	)
	assert.Equal(t, tag, head.Header.Get("ETag"))
	posted, _ := server.query(t, good)
	assert.Empty(t, posted.Header.Get("ETag"))
	assert.Equal(t, "no-store", posted.Header.Get("Cache-Control"))
	plain, _ := server.do(t, http.MethodGet, "?query="+url.QueryEscape(good), nil, map[string]string{"If-None-Match": tag})
	assert.Equal(t, 200, plain.StatusCode, "another media type is another answer")

	snap = snapshot.New([]graph.Document{schematest.Names()})
	changed, r := get(good, tag)
	assert.Equal(t, 200, changed.StatusCode)
	assert.NotEqual(t, tag, changed.Header.Get("ETag"))
	assert.Equal(t, []string{guard.NotFound}, r.Codes())
}

func TestHowLongAnAnswerMayBeKept(t *testing.T) {
	a := newServer(t, Options{MaxAge: time.Minute})
	server := serve(t, a)
	response, _ := server.do(t, http.MethodGet, "?query={__typename}", nil, nil)
	assert.Equal(t, "public, max-age=60", response.Header.Get("Cache-Control"))
	for code, want := range map[string]bool{
		guard.Internal: true, guard.TimedOut: true, guard.Overloaded: true, guard.NotFound: false,
	} {
		errs := []guard.Error{guard.Refuse(guard.BadRequest, "").Report(), guard.Refuse(code, "").Report()}
		assert.Equal(t, want, passing(errs), "whether another try may go well: %s", code)
	}
}

func TestSavedQueriesGoByName(t *testing.T) {
	server := serve(t, newServer(t, Options{}))
	variables := `{"act":"ctoc-cop/resolution/12/4"}`
	saved, _ := queries.ByName("recalls")
	sum := sha256.Sum256([]byte(saved.Text))
	for _, id := range []string{"recalls", "sha256:" + hex.EncodeToString(sum[:])} {
		response, r := server.do(t, http.MethodGet, "?"+url.Values{
			"documentId": {id}, "variables": {variables},
		}.Encode(), nil, nil)
		assert.EqualValues(t, 3, r.Get("act recalls totalCount"), id)
		assert.NotEmpty(t, response.Header.Get("ETag"))
		_, r = server.post(t, `{"documentId":"`+id+`","variables":`+variables+`}`)
		assert.EqualValues(t, 3, r.Get("act recalls totalCount"), id)
	}
	for body, code := range map[string]string{
		`{"documentId":"nothing"}`:                           guard.PersistedQueryNotFound,
		`{"documentId":"sha256:00"}`:                         guard.PersistedQueryNotFound,
		`{"documentId":5}`:                                   guard.BadRequest,
		`{"documentId":"recalls","query":"{__typename}"}`:    guard.BadRequest,
		`{"documentId":""}`:                                  guard.BadRequest,
		`{"extensions":{"persistedQuery":{"version":1}}}`:    guard.BadRequest,
		`{"documentId":null,"query":null,"extensions":null}`: guard.BadRequest,
	} {
		response, r := server.post(t, body)
		assert.Equal(t, 400, response.StatusCode, body)
		assert.Equal(t, []string{code}, r.Codes(), body)
	}
}

// The dance of automatic persisted queries: the hash alone, then the text with
// it, then the hash alone for ever after.
func TestAutomaticPersistedQueries(t *testing.T) {
	a := newServer(t, Options{Persisted: 2})
	server := serve(t, a)
	hashed := func(query string) string {
		return url.QueryEscape(`{"persistedQuery":{"version":1,"sha256Hash":"` + guard.Hash(query) + `"}}`)
	}
	get := func(query, text string) schematest.Answer {
		path := "?extensions=" + hashed(query)
		if text != "" {
			path += "&query=" + url.QueryEscape(text)
		}
		_, r := server.do(t, http.MethodGet, path, nil, nil)
		return r
	}
	const query = `{ statistics { entities } }`
	r := get(query, "")
	assert.Equal(t, []string{guard.PersistedQueryNotFound}, r.Codes())
	assert.Equal(t, "PersistedQueryNotFound", r.Errors[0].Message, "as clients expect it")
	assert.Empty(t, get(query, query).Errors)
	assert.NotNil(t, get(query, "").Get("statistics"))
	assert.Equal(t, []string{guard.BadRequest}, get(query, `{ __typename }`).Codes(), "the hash of another text")
	_, r = server.do(
		t, http.MethodGet,
		"?extensions="+url.QueryEscape(`{"persistedQuery":{"version":2,"sha256Hash":"`+guard.Hash(query)+`"}}`), nil, nil,
	)
	assert.Equal(t, []string{guard.BadRequest}, r.Codes(), "a version that is not known")
	get(`{ nothing }`, `{ nothing }`)
	assert.Equal(
		t, []string{guard.PersistedQueryNotFound}, get(`{ nothing }`, "").Codes(), "what is not valid is not kept",
	)
	for i := range 5 {
		q := fmt.Sprintf(`query Q%d { __typename }`, i)
		get(q, q)
	}
	assert.Equal(t, []string{guard.PersistedQueryNotFound}, get(query, "").Codes())
}
