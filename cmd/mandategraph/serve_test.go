package main

import (
	"bufio"
	"context"
	"io"
	"net/http"
	"net/url"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/graph/store"
)

// served starts the server on a free port and gives its address. It is stopped
// at the end of the test and must then end well.
func (d *desk) served(options ...string) string {
	address, stop := d.serving(io.Discard, options...)
	d.Cleanup(stop)
	return address
}

// serving is served for a test that ends the server itself.
func (d *desk) serving(log io.Writer, options ...string) (address string, end func()) {
	d.Helper()
	ctx, stop := context.WithCancel(context.Background())
	reader, writer := io.Pipe()
	p := &program{out: writer, err: log, getenv: func(string) string { return d.store }}
	ended := make(chan int, 1)
	go func() {
		ended <- p.run(ctx, append([]string{"serve", "--listen", "127.0.0.1:0"}, options...))
		_ = writer.Close() // of a pipe, never fails
	}()
	end = func() {
		stop()
		assert.Equal(d, exitGood, <-ended, "a server that is told to stop ends well")
	}
	line, err := bufio.NewReader(reader).ReadString('\n')
	require.NoError(d, err)
	address, ok := strings.CutPrefix(strings.TrimSpace(line), "listening on ")
	require.True(d, ok, line)
	return address, end
}

// body reads a response of the given status.
func (d *desk) body(r *http.Response, err error) string {
	d.Helper()
	require.NoError(d, err)
	defer func() { assert.NoError(d, r.Body.Close()) }()
	b, err := io.ReadAll(r.Body)
	require.NoError(d, err)
	assert.Equal(d, http.StatusOK, r.StatusCode, string(b))
	return string(b)
}

func TestServe(t *testing.T) {
	d := newDesk(t)
	d.must("load", sample)
	at := d.served()

	for _, c := range []struct{ path, holds string }{
		{"/", `src="/explorer/assets/explorer.js"`},
		{"/plain", `<form method="post" action="/ask">`},
		{"/graphiql", "<html"},
		{"/queries.json", "recalls"},
		{"/healthz", "ok"},
		{"/readyz", "ready"},
		{"/export?format=csv", "source,relation,target,locator"},
		{"/export?format=csv&around=ctoc-cop/resolution/12/4", "ctoc-cop/resolution/12/4,recalls"},
		{
			"/export?format=gexf&around=ctoc-cop/resolution/12/1&direction=backward&depth=3&relation=recalls",
			`<node id="ctoc-cop/decision/2/2"`,
		},
		{"/export?format=bibtex&question=what+does+12/4+recall", "@misc{ga-resolution-76-185,"},
		{
			"/export?format=csv&question=who+must+report+what+to+whom+by+when",
			"ctoc-cop/resolution/12/4,requests,body/ctoc-cop/secretariat,op8,",
		},
		{
			"/export?format=csv&query=" + url.QueryEscape(
				`{act(id:"ctoc-cop/resolution/12/4"){recalls(first:1){edges{statement}}}}`,
			),
			"ctoc-cop/resolution/12/4,recalls",
		},
		{"/graphql?query=" + url.QueryEscape(`{act(reference:"resolution 12/4"){id}}`), "ctoc-cop/resolution/12/4"},
		{"/metrics", "mandategraph_documents 1\n"},
	} {
		assert.Contains(t, d.body(http.Get(at+c.path)), c.holds, c.path)
	}
	answer := d.body(http.PostForm(at+"/ask", url.Values{"question": {"what does 12/4 recall"}}))
	assert.Contains(t, answer, "15 found")
	hostile := d.body(http.PostForm(at+"/ask", url.Values{"question": {`"><script>alert(1)</script>`}}))
	assert.NotContains(t, hostile, "<script")

	for path, status := range map[string]int{
		"/export?sheetSafe=yes": http.StatusBadRequest, "/export?format=docx": http.StatusBadRequest, "/export?around=nowhere/at/all": http.StatusNotFound, "/export?around=12/4&depth=x": http.StatusBadRequest,
		"/export?around=12/4&depth=99": http.StatusBadRequest, "/export?around=12/4&relation=eats": http.StatusBadRequest,
		"/export?around=12/4&question=what+does+12/4+recall": http.StatusBadRequest, "/export?question=why": http.StatusNotFound,
	} {
		r, err := http.Get(at + path)
		require.NoError(t, err)
		require.NoError(t, r.Body.Close())
		assert.Equal(t, status, r.StatusCode, path)
	}
	assert.Contains(t, d.must("list"), "document/", "others may read the store while it is served")
}

// A load, a replacement and an unloading by other programs show without a
// restart, and the server is in the way of none of them.
func TestServeAnswersFromWhatWasLoadedSince(t *testing.T) {
	d := newDesk(t)
	d.must("load", d.file("a.txt", text))
	at := d.served("--refresh", "10ms")
	cites := func(act string) func() bool {
		return func() bool {
			return strings.Contains(
				d.body(http.Get(at+"/graphql?query="+url.QueryEscape(`{node(id:"`+act+`"){id}}`))), `"id":"`+act,
			)
		}
	}
	for range 3 {
		assert.False(t, cites("ga/resolution/77/3")())
		d.must("load", "--replace", d.file("b.txt", strings.ReplaceAll(text, "76/185", "77/3")))
		require.Eventually(t, cites("ga/resolution/77/3"), 20*time.Second, 5*time.Millisecond)
		d.must("unload", textID)
		require.Eventually(t, func() bool { return !cites("ga/resolution/77/3")() }, 20*time.Second, 5*time.Millisecond)
	}
}

// While a load has the store, commands read it and a server starts; a second
// load waits, says so, and gives up when it is told to.
func TestReadersDoNotWaitForALoad(t *testing.T) {
	d := newDesk(t)
	d.must("load", d.file("a.txt", text))
	loader, err := store.Open(context.Background(), d.store, store.Options{})
	require.NoError(t, err)
	defer func() { assert.NoError(t, loader.Close()) }()
	assert.Contains(t, d.must("list"), textID)
	_, err = loader.Unload(context.Background(), textID)
	require.NoError(t, err)
	for _, args := range [][]string{
		{"list"}, {"export"}, {"check"}, {"check", "--only", "integrity"}, {"backup", filepath.Join(d.dir, "now.backup")},
	} {
		assert.NotContains(t, d.must(args...), textID, "%v shows what was written a moment ago", args)
	}
	assert.Contains(t, d.body(http.Get(d.served()+"/metrics")), "mandategraph_documents 0\n")
	r := d.typed("", "load", "--wait", "50ms", filepath.Join(d.dir, "a.txt"))
	assert.Equal(t, exitFailed, r.code)
	assert.Contains(t, r.err, "in use by another process; waiting for it up to 50ms\n")
	assert.True(t, strings.HasSuffix(r.err, "in use by another process\n"), r.err)
}

func TestThePlainPageForbidsScripts(t *testing.T) {
	d := newDesk(t)
	d.must("load", d.file("a.txt", text))
	r, err := http.Get(d.served() + "/plain")
	require.NoError(t, err)
	policy := r.Header.Get("Content-Security-Policy")
	assert.True(t, strings.HasPrefix(policy, "default-src 'none'; style-src 'sha256-"), policy)
	assert.NotContains(t, policy, "unsafe")
	assert.NotContains(t, policy, "script-src")
	assert.NotContains(t, d.body(r, nil), "<script")
}

func TestServeSaysWhyItCannotListen(t *testing.T) {
	d := newDesk(t)
	d.must("load", d.file("a.txt", text))
	taken := strings.TrimPrefix(d.served(), "http://")
	r := d.typed("", "serve", "--listen", taken)
	assert.Equal(t, exitFailed, r.code)
	assert.Contains(t, r.err, taken)
}
