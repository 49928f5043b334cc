package fetch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// pdf is what a file of the service looks like from outside.
const pdf = "%PDF-1.7\n1 0 obj << >> endobj\n%%EOF\n"

// serve starts a service without rules that answers with a function, which is told
// how often it was called.
func serve(t *testing.T, answer func(w http.ResponseWriter, r *http.Request, n int)) *httptest.Server {
	var calls atomic.Int32
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" {
			http.NotFound(w, r)
			return
		}
		answer(w, r, int(calls.Add(1)))
	}))
	t.Cleanup(s.Close)
	return s
}

func open(t *testing.T, path string) *Folder {
	f, err := OpenFolder(path)
	require.NoError(t, err)
	t.Cleanup(func() { _ = f.Close() }) // it may be closed already
	return f
}

func client(t *testing.T, address string, f *Folder) *Client {
	c, err := New(Options{
		Address: address, Format: "pdf", Agent: "mandategraph/test (of this program)", Tries: 3, Pause: time.Millisecond,
		Patience: 2 * time.Second, Timeout: 5 * time.Second, Most: 1 << 20,
	}, f)
	require.NoError(t, err)
	return c
}

// Each way in which a service does not give a document is named, and asked about
// again only where that may help.
func TestWhatComesInsteadOfADocument(t *testing.T) {
	for what, c := range map[string]struct {
		answer func(w http.ResponseWriter, n int)
		says   string
		asked  int
	}{
		"nothing of that symbol": {func(w http.ResponseWriter, _ int) { w.WriteHeader(404) }, "the service has no document of this symbol", 1},
		"a page that says so": {func(w http.ResponseWriter, _ int) {
			fmt.Fprint(w, "<html><p>There is no document matching your request.")
		}, "the service has no document of this symbol", 1},
		"a page":                   {func(w http.ResponseWriter, _ int) { fmt.Fprint(w, "<html><title>Sign\nin</title>") }, "a page instead of a file: Sign in", 1},
		"a file in French":         {func(w http.ResponseWriter, _ int) { w.Header().Set("Content-Language", "fr"); io.WriteString(w, pdf) }, "another language: fr", 1},
		"a refusal":                {func(w http.ResponseWriter, _ int) { w.WriteHeader(403) }, "the service refuses the request: 403 Forbidden", 1},
		"a service that is down":   {func(w http.ResponseWriter, _ int) { w.WriteHeader(503) }, "the service is down: 503 Service Unavailable", 3},
		"a connection that breaks": {func(http.ResponseWriter, int) { panic(http.ErrAbortHandler) }, "the service is down", 3},
		"a file that is cut off":   {func(w http.ResponseWriter, _ int) { w.Header().Set("Content-Length", "99"); io.WriteString(w, pdf) }, "cut off on the way, each time: unexpected EOF", 3},
		"a file without its end":   {func(w http.ResponseWriter, _ int) { io.WriteString(w, pdf[:20]) }, "cut off on the way, each time: the PDF has no end", 3},
		"nothing at all":           {func(http.ResponseWriter, int) {}, "cut off on the way, each time: nothing came", 3},
		"more than is allowed":     {func(w http.ResponseWriter, _ int) { io.WriteString(w, pdf+strings.Repeat("x", 1<<20)) }, "larger than --max-file allows", 1},
		"a wait of hours":          {func(w http.ResponseWriter, _ int) { w.Header().Set("Retry-After", "7200"); w.WriteHeader(429) }, "down: 429 Too Many Requests; it asks to come again in 2h0m0s", 1},
		"redirects without end":    {func(w http.ResponseWriter, n int) { w.Header().Set("Location", fmt.Sprint("/", n)); w.WriteHeader(302) }, "refuses the request: it sends on more than 10 times", 10},
		"a file of an unknown format": {func(w http.ResponseWriter, _ int) {
			w.Header().Set("Content-Type", "text/plain; charset=x")
			fmt.Fprint(w, "words")
		}, "a page instead of a file: text/plain", 1},
	} {
		var count atomic.Int32
		s := serve(t, func(w http.ResponseWriter, _ *http.Request, n int) { count.Store(int32(n)); c.answer(w, n) })
		f := open(t, t.TempDir())
		_, fetched, err := client(t, s.URL, f).Get(context.Background(), "A/99/12", false)
		var failure *Failure
		require.ErrorAs(t, err, &failure, what)
		assert.True(t, fetched, what)
		assert.ErrorContains(t, err, "A/99/12: ", what)
		assert.ErrorContains(t, err, c.says, what)
		assert.EqualValues(t, c.asked, count.Load(), what)
		_, fetched, again := client(t, s.URL, f).Get(context.Background(), "A/99/12", false)
		require.Error(t, again, what)
		assert.Equal(t, failure.lasts(), !fetched, "%s: what lasts is not asked for again", what)
	}
}

// A service that comes back, after pauses as it asks for them, gives the file.
func TestPausesAreAsTheServiceAsks(t *testing.T) {
	for what, header := range map[string]func() string{
		"seconds": func() string { return "1" },
		"a date":  func() string { return time.Now().Add(2 * time.Second).UTC().Format(http.TimeFormat) },
	} {
		var first time.Time
		s := serve(t, func(w http.ResponseWriter, r *http.Request, n int) {
			assert.Equal(t, "mandategraph/test (of this program)", r.UserAgent())
			if n == 1 {
				first = time.Now()
				w.Header().Set("Retry-After", header())
				w.WriteHeader(http.StatusServiceUnavailable)
				return
			}
			assert.GreaterOrEqual(t, time.Since(first), 900*time.Millisecond, what)
			io.WriteString(w, pdf)
		})
		e, _, err := client(t, s.URL, open(t, t.TempDir())).Get(context.Background(), "A/99/12", false)
		require.NoError(t, err, what)
		assert.EqualValues(t, len(pdf), e.Size)
	}
}

// Requests stand apart in time, those that follow a redirect too; robots.txt may ask
// for more.
func TestRequestsAreApart(t *testing.T) {
	var times []time.Time
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		times = append(times, time.Now())
		switch r.URL.Path {
		case "/robots.txt":
			fmt.Fprint(w, "User-agent: mandategraph\nCrawl-delay: 0.05\n\nUser-agent: *\nDisallow: /\n")
		case "/":
			http.Redirect(w, r, "/file", http.StatusFound)
		default:
			io.WriteString(w, pdf)
		}
	}))
	t.Cleanup(s.Close)
	c := client(t, s.URL, open(t, t.TempDir()))
	for _, symbol := range []string{"A/99/1", "A/99/2"} {
		_, _, err := c.Get(context.Background(), symbol, false)
		require.NoError(t, err)
	}
	require.Len(t, times, 5)
	assert.GreaterOrEqual(t, times[4].Sub(times[1]), 120*time.Millisecond, "three waits")
}

// A folder goes on where it was left: with a file that has come and is not in the
// index, after a line that was cut off, and where a file is no longer what it was.
func TestAFolderGoesOn(t *testing.T) {
	path, asked := t.TempDir(), 0
	s := serve(t, func(w http.ResponseWriter, r *http.Request, _ int) { asked++; io.WriteString(w, pdf) })
	get := func(symbol string) (Entry, error) {
		f := open(t, path)
		defer f.Close()
		e, _, err := client(t, s.URL, f).Get(context.Background(), symbol, true)
		return e, err
	}
	e, err := get("A/C.3/99/L.7/Rev.1")
	require.NoError(t, err)
	assert.Equal(t, "A/C.3/99/L.7/Rev.1.pdf", e.File)
	index := filepath.Join(path, indexName)
	data, err := os.ReadFile(index)
	require.NoError(t, err)
	assert.Contains(t, string(data), "A/C.3/99/L.7/Rev.1,whole,A/C.3/99/L.7/Rev.1.pdf,"+s.URL+"?l=en&s=A%2FC.3%2F99%2FL.7%2FRev.1&t=pdf,")
	assert.Contains(t, string(data), fmt.Sprintf(",%d,%s,cited,\n", len(pdf), sum([]byte(pdf))))

	require.NoError(t, os.WriteFile(index, data[:len(data)-5], 0o644))
	_, err = get("A/C.3/99/L.7/Rev.1")
	require.NoError(t, err)
	assert.Equal(t, 1, asked, "the file is there")

	require.NoError(t, os.WriteFile(filepath.Join(path, "A/C.3/99/L.7/Rev.1.pdf"), []byte("other"), 0o644))
	_, err = get("A/C.3/99/L.7/Rev.1")
	require.NoError(t, err)
	assert.Equal(t, 2, asked, "the file is another")

	for _, symbol := range []string{"../x", "A/../../x", "", "/etc/passwd", "A//B", ".git/x"} {
		_, err := get(symbol)
		var failure *Failure
		require.True(t, errors.As(err, &failure) && failure.Kind == NoSymbol, symbol)
	}
	require.NoError(t, os.WriteFile(index, []byte("a,table\nof,others\n"), 0o644))
	_, err = OpenFolder(path)
	assert.Error(t, err, "a file of others is not written to")
}

// Where the file has gone from the address that the service gave before, the service
// is asked anew.
func TestAnAddressThatHasGone(t *testing.T) {
	s := serve(t, func(w http.ResponseWriter, r *http.Request, n int) {
		switch {
		case r.URL.Path == "/":
			http.Redirect(w, r, fmt.Sprint("/", n), http.StatusFound)
		case n == 2:
			w.WriteHeader(http.StatusBadGateway)
		case r.URL.Path == "/1":
			http.NotFound(w, r)
		default:
			io.WriteString(w, pdf)
		}
	})
	e, _, err := client(t, s.URL+"/", open(t, t.TempDir())).Get(context.Background(), "A/99/12", false)
	require.NoError(t, err)
	assert.Equal(t, s.URL+"/4", e.Address)
}

// A service that is down for several documents in a row is left alone.
func TestAServiceThatIsDownIsLeftAlone(t *testing.T) {
	asked := 0
	s := serve(t, func(w http.ResponseWriter, _ *http.Request, n int) { asked = n; w.WriteHeader(500) })
	c := client(t, s.URL, open(t, t.TempDir()))
	for n := range 5 {
		_, _, err := c.Get(context.Background(), fmt.Sprint("A/99/", n), false)
		assert.ErrorContains(t, err, "the service is down")
	}
	assert.Equal(t, 9, asked, "three documents, three times each")
}

func TestAnEndedContextEndsTheAsking(t *testing.T) {
	ctx, stop := context.WithCancelCause(context.Background())
	reason := errors.New("enough")
	s := serve(t, func(w http.ResponseWriter, r *http.Request, _ int) { stop(reason); <-r.Context().Done() })
	_, _, err := client(t, s.URL, open(t, t.TempDir())).Get(ctx, "A/99/12", false)
	assert.ErrorIs(t, err, reason)
}
