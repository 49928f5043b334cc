package schema

import (
	"context"
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
)

func TestAnAnswerToAGETIsKeptUntilTheGraphChanges(t *testing.T) {
	snap := snapshot.New([]graph.Document{referenceNames(), fixture()})
	a, err := New(func() *snapshot.Snapshot { return snap }, Options{})
	require.NoError(t, err)
	server := serve(t, a)
	get := func(query, tag string) (*http.Response, answer) {
		return server.do(t, http.MethodGet, "?query="+url.QueryEscape(query), nil, map[string]string{"Accept": responseType, "If-None-Match": tag})
	}
	const good = `{ act(id: "ctoc-cop/resolution/12/1") { title } }`
	first, r := get(good, "")
	tag := first.Header.Get("ETag")
	assert.Equal(t, "Widgets", r.get("act title"))
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
	head, _ := server.do(t, http.MethodHead, "?query="+url.QueryEscape(good), nil, map[string]string{"Accept": responseType})
	assert.Equal(t, tag, head.Header.Get("ETag"))
	posted, _ := server.query(t, good)
	assert.Empty(t, posted.Header.Get("ETag"))
	assert.Equal(t, "no-store", posted.Header.Get("Cache-Control"))
	plain, _ := server.do(t, http.MethodGet, "?query="+url.QueryEscape(good), nil, map[string]string{"If-None-Match": tag})
	assert.Equal(t, 200, plain.StatusCode, "another media type is another answer")

	snap = snapshot.New([]graph.Document{referenceNames()})
	changed, r := get(good, tag)
	assert.Equal(t, 200, changed.StatusCode)
	assert.NotEqual(t, tag, changed.Header.Get("ETag"))
	assert.Equal(t, []string{NotFound}, r.codes())
}

func TestHowLongAnAnswerMayBeKept(t *testing.T) {
	a := newAPI(t, Options{MaxAge: time.Minute})
	server := serve(t, a)
	response, _ := server.do(t, http.MethodGet, "?query={__typename}", nil, nil)
	assert.Equal(t, "public, max-age=60", response.Header.Get("Cache-Control"))
	a.ask = func(context.Context, string) (Answer, error) { return Answer{}, fmt.Errorf("broken") }
	response, r := server.do(t, http.MethodGet, "?query="+url.QueryEscape(`{ask(question:"?"){text}}`), nil, nil)
	assert.Equal(t, []string{Internal}, r.codes())
	assert.Equal(t, "no-store", response.Header.Get("Cache-Control"), "another try may go well")
	assert.Empty(t, response.Header.Get("ETag"))
}

func TestSavedQueriesGoByName(t *testing.T) {
	server := serve(t, newAPI(t, Options{}))
	variables := `{"act":"ctoc-cop/resolution/12/4"}`
	saved, _ := queries.ByName("recalls")
	sum := sha256.Sum256([]byte(saved.Text))
	for _, id := range []string{"recalls", "sha256:" + hex.EncodeToString(sum[:])} {
		response, r := server.do(t, http.MethodGet, "?"+url.Values{"documentId": {id}, "variables": {variables}}.Encode(), nil, nil)
		assert.EqualValues(t, 3, r.get("act recalls totalCount"), id)
		assert.NotEmpty(t, response.Header.Get("ETag"))
		_, r = server.post(t, `{"documentId":"`+id+`","variables":`+variables+`}`)
		assert.EqualValues(t, 3, r.get("act recalls totalCount"), id)
	}
	for body, code := range map[string]string{
		`{"documentId":"nothing"}`:                           PersistedQueryNotFound,
		`{"documentId":"sha256:00"}`:                         PersistedQueryNotFound,
		`{"documentId":5}`:                                   BadRequest,
		`{"documentId":"recalls","query":"{__typename}"}`:    BadRequest,
		`{"documentId":""}`:                                  BadRequest,
		`{"extensions":{"persistedQuery":{"version":1}}}`:    BadRequest,
		`{"documentId":null,"query":null,"extensions":null}`: BadRequest,
	} {
		response, r := server.post(t, body)
		assert.Equal(t, 400, response.StatusCode, body)
		assert.Equal(t, []string{code}, r.codes(), body)
	}
}

// The dance of automatic persisted queries: the hash alone, then the text with
// it, then the hash alone for ever after.
func TestAutomaticPersistedQueries(t *testing.T) {
	a := newAPI(t, Options{Persisted: 2})
	server := serve(t, a)
	hashed := func(query string) string {
		return url.QueryEscape(`{"persistedQuery":{"version":1,"sha256Hash":"` + hashOf(query) + `"}}`)
	}
	get := func(query, text string) answer {
		path := "?extensions=" + hashed(query)
		if text != "" {
			path += "&query=" + url.QueryEscape(text)
		}
		_, r := server.do(t, http.MethodGet, path, nil, nil)
		return r
	}
	const query = `{ statistics { entities } }`
	r := get(query, "")
	assert.Equal(t, []string{PersistedQueryNotFound}, r.codes())
	assert.Equal(t, "PersistedQueryNotFound", r.Errors[0].Message, "as clients expect it")
	assert.Empty(t, get(query, query).Errors)
	assert.NotNil(t, get(query, "").get("statistics"))
	assert.Equal(t, []string{BadRequest}, get(query, `{ __typename }`).codes(), "the hash of another text")
	_, r = server.do(t, http.MethodGet, "?extensions="+url.QueryEscape(`{"persistedQuery":{"version":2,"sha256Hash":"`+hashOf(query)+`"}}`), nil, nil)
	assert.Equal(t, []string{BadRequest}, r.codes(), "a version that is not known")
	get(`{ nothing }`, `{ nothing }`)
	assert.Equal(t, []string{PersistedQueryNotFound}, get(`{ nothing }`, "").codes(), "what is not valid is not kept")
	for i := range 5 {
		q := fmt.Sprintf(`query Q%d { __typename }`, i)
		get(q, q)
	}
	assert.Equal(t, 2, a.persisted.recent.Len(), "what is kept is bounded")
	assert.Equal(t, []string{PersistedQueryNotFound}, get(query, "").codes())
}

// Another build may answer otherwise from the same store, so it has other tags.
func TestTheBuildIsPartOfTheVersion(t *testing.T) {
	assert.Len(t, program(), 12)
	assert.Contains(t, newAPI(t, Options{}).view().version(), program())
}
