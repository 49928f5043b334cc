package web

import (
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func serve(t *testing.T, method, target string, header http.Header) *httptest.ResponseRecorder {
	t.Helper()
	req := httptest.NewRequest(method, target, nil)
	for key, values := range header {
		req.Header[key] = values
	}
	rec := httptest.NewRecorder()
	handler := GraphiQL()
	if target == "/" || strings.HasPrefix(target, "/explorer") || strings.HasPrefix(target, "/?") {
		handler = Explorer()
	}
	handler.ServeHTTP(rec, req)
	return rec
}

func assertSecurityHeaders(t *testing.T, rec *httptest.ResponseRecorder) {
	t.Helper()
	csp := rec.Header().Get("Content-Security-Policy")
	for _, directive := range []string{
		"default-src 'none'", "script-src 'self';", "style-src 'self'", "img-src 'self' data:", "connect-src 'self'",
		"base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
	} {
		assert.Contains(t, csp, directive)
	}
	assert.NotContains(t, csp, "unsafe-eval")
	assert.NotContains(t, csp, "http")
	assert.NotContains(t, csp, "*")
	assert.Equal(t, "nosniff", rec.Header().Get("X-Content-Type-Options"))
	assert.Equal(t, "no-referrer", rec.Header().Get("Referrer-Policy"))
}

func TestPage(t *testing.T) {
	for _, target := range []string{"/graphiql", "/graphiql/", "/graphiql?query=%7Ba%7D"} {
		rec := serve(t, http.MethodGet, target, nil)
		require.Equal(t, http.StatusOK, rec.Code, target)
		assertSecurityHeaders(t, rec)
		assert.Equal(t, "text/html; charset=utf-8", rec.Header().Get("Content-Type"))
		assert.Equal(t, "no-cache", rec.Header().Get("Cache-Control"))
		assert.Contains(t, rec.Body.String(), "<title>Mandate Graph: GraphiQL</title>")
	}
}

var (
	urlAttribute = regexp.MustCompile(`(?i)\b(?:src|href|action|srcset|data)\s*=\s*["']?([^"'\s>]+)`)
	cssReference = regexp.MustCompile(`(?i)(?:url\(|@import)\s*["']?([^"')\s]+)`)
	inlineScript = regexp.MustCompile(`(?is)<script[^>]*>\s*[^<\s]|\son[a-z]+\s*=`)
)

func TestPagesReferOnlyToServedFiles(t *testing.T) {
	for page, below := range map[string]string{"/graphiql": "/graphiql/", "/": "/explorer/"} {
		html := serve(t, http.MethodGet, page, nil).Body.String()
		assert.NotContains(t, html, "://")
		assert.NotRegexp(t, inlineScript, html, "the policy forbids inline scripts")

		var types []string
		for _, match := range urlAttribute.FindAllStringSubmatch(html, -1) {
			target := match[1]
			if target == "/plain" {
				continue // the page without scripts, which is not one of these
			}
			require.True(t, strings.HasPrefix(target, below), "not a path of this page: %s", target)
			rec := serve(t, http.MethodGet, target, nil)
			require.Equal(t, http.StatusOK, rec.Code, target)
			assertSecurityHeaders(t, rec)
			assert.NotEmpty(t, rec.Body.Bytes(), target)
			types = append(types, rec.Header().Get("Content-Type"))
		}
		assert.ElementsMatch(t, []string{
			"text/javascript; charset=utf-8", "text/css; charset=utf-8", "image/svg+xml",
		}, types)
	}
}

func TestTheExplorerAllowsNoInlineStyle(t *testing.T) {
	assert.NotContains(t, serve(t, http.MethodGet, "/", nil).Header().Get("Content-Security-Policy"), "unsafe")
	assert.Equal(t, http.StatusOK, serve(t, http.MethodGet, "/?ask=what+does+12/4+recall", nil).Code)
}

func TestStyleSheetsLoadNothing(t *testing.T) {
	for _, name := range []string{"/graphiql/assets/graphiql.css", "/explorer/assets/explorer.css"} {
		css := serve(t, http.MethodGet, name, nil).Body.String()
		require.NotEmpty(t, css)
		for _, match := range cssReference.FindAllStringSubmatch(css, -1) {
			own := strings.HasPrefix(match[1], "data:") || strings.HasPrefix(match[1], "#") // # names a part of the page
			assert.True(t, own, "%.80s", match[1])
		}
	}
}

func TestNoticesNameTheMainPackages(t *testing.T) {
	for page, names := range map[string][]string{
		"/graphiql": {"codemirror", "graphiql", "graphql", "react", "react-dom"},
		"/explorer": {"d3-drag", "d3-selection", "d3-zoom", "preact"},
	} {
		rec := serve(t, http.MethodGet, page+"/THIRD-PARTY-NOTICES.txt", nil)
		require.Equal(t, http.StatusOK, rec.Code)
		assert.Equal(t, "text/plain; charset=utf-8", rec.Header().Get("Content-Type"))
		for _, name := range names {
			assert.Regexp(t, `(?m)^`+name+` \d+\.\d+\.\d+$`, rec.Body.String())
		}
	}
}

func TestETag(t *testing.T) {
	const target = "/graphiql/assets/graphiql.js"
	first := serve(t, http.MethodGet, target, nil)
	etag := first.Header().Get("ETag")
	require.Regexp(t, `^"[0-9a-f]{32}"$`, etag)
	assert.NotEqual(t, etag, serve(t, http.MethodGet, "/graphiql", nil).Header().Get("ETag"))

	again := serve(t, http.MethodGet, target, http.Header{"If-None-Match": {etag}})
	assert.Equal(t, http.StatusNotModified, again.Code)
	assert.Empty(t, again.Body.Bytes())
	assert.Equal(t, etag, again.Header().Get("ETag"))

	other := serve(t, http.MethodGet, target, http.Header{"If-None-Match": {`"other"`}})
	assert.Equal(t, http.StatusOK, other.Code)
}

func TestHead(t *testing.T) {
	rec := serve(t, http.MethodHead, "/graphiql", nil)
	assert.Equal(t, http.StatusOK, rec.Code)
	assert.Empty(t, rec.Body.Bytes())
	assert.NotEmpty(t, rec.Header().Get("Content-Length"))
}

func TestRefused(t *testing.T) {
	for _, target := range []string{
		"/graphiqlx", "/explorerx", "/explorer", "/explorer/nothing", "/explorer/../web.go", "/graphiql/nothing", "/graphiql/assets", "/graphiql/assets/",
		"/graphiql//index.html", "/graphiql/../web.go", "/other/graphiql",
	} {
		rec := serve(t, http.MethodGet, target, nil)
		assert.Equal(t, http.StatusNotFound, rec.Code, target)
		assertSecurityHeaders(t, rec)
	}
	rec := serve(t, http.MethodPost, "/graphiql", nil)
	assert.Equal(t, http.StatusMethodNotAllowed, rec.Code)
	assert.Equal(t, "GET, HEAD", rec.Header().Get("Allow"))
	assertSecurityHeaders(t, rec)
}

func TestLoadAssetsRefusesUnknownTypes(t *testing.T) {
	_, err := loadAssets(fstest.MapFS{"d/a.bin": {Data: []byte("x")}}, "d")
	assert.ErrorContains(t, err, "d/a.bin")
	_, err = loadAssets(fstest.MapFS{}, "d")
	assert.Error(t, err)
}
