package httpapi

import (
	"bytes"
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
	"mandategraph/schema"
)

// pythonPost sends a file with urllib, which sends all of it before it looks at
// the answer.
const pythonPost = `
import sys, urllib.request, urllib.error
kind, address, path = sys.argv[1:]
request = urllib.request.Request(address, open(path, "rb").read(), {"Content-Type": kind})
try:
    answer = urllib.request.urlopen(request, timeout=60)
except urllib.error.HTTPError as error:
    answer = error
print(answer.status, answer.read().decode())
`

// A body that is too long has an answer that its client can read, however long it
// is and in whatever order the client sends and reads.
func TestClientsCanReadWhyTheirBodyIsRefused(t *testing.T) {
	address := listen(t, newSite(t, Options{}))
	dir := t.TempDir()
	for _, c := range []struct {
		path, kind string
		bytes      int
		want       string
	}{
		{"/graphql", "application/json", 200 << 10, "413"},
		{"/graphql", "application/json", 3 << 20, "413"},
		{"/graphql", "application/json", 100 << 20, "413"},
		{"/ask", "application/x-www-form-urlencoded", 3 << 20, "413"},
		{"/graphql", "text/plain", 3 << 20, "415"},
		{"/nowhere", "text/plain", 3 << 20, "404"},
	} {
		name := filepath.Join(dir, fmt.Sprint(c.bytes))
		require.NoError(t, os.WriteFile(name, []byte(strings.Repeat("question=", c.bytes/9)), 0o600))
		for client, arguments := range map[string][]string{
			"curl": {"curl", "-sS", "-m", "60", "-w", "%{http_code}", "-H", "Content-Type: " + c.kind,
				"--data-binary", "@" + name, address + c.path},
			"curl that asks for no leave": {"curl", "-sS", "-m", "60", "-w", "%{http_code}", "-H", "Content-Type: " + c.kind,
				"-H", "Expect:", "-H", "Transfer-Encoding: chunked", "--data-binary", "@" + name, address + c.path},
			"urllib": {"python3", "-c", pythonPost, c.kind, address + c.path, name},
		} {
			said, err := exec.Command(arguments[0], arguments[1:]...).CombinedOutput()
			assert.NoError(t, err, "%s %s %d: %s", client, c.path, c.bytes, said)
			assert.Contains(t, string(said), c.want, "%s %s %d", client, c.path, c.bytes)
		}
	}
}

// A client that was told why its body is refused may go on with its connection.
func TestAConnectionOutlivesABodyThatIsTooLong(t *testing.T) {
	address := listen(t, newSite(t, Options{}))
	c := dial(t, address)
	body := strings.Repeat("x", 1<<20)
	for range 2 {
		c.send(fmt.Sprintf("POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n",
			len(body)))
		response, err := http.ReadResponse(c.reader, nil)
		require.NoError(t, err, "it comes before the body was sent")
		said, err := io.ReadAll(response.Body)
		require.NoError(t, err)
		assert.Equal(t, http.StatusRequestEntityTooLarge, response.StatusCode)
		assert.Contains(t, string(said), "the body has more than 131072 bytes")
		c.send(body)
	}
}

// Heads, bodies and answers have their deadlines, each of its own.
func TestSlowClientsAreLetGo(t *testing.T) {
	const short = 100 * time.Millisecond
	endless := Options{HeaderTimeout: time.Minute, BodyTimeout: time.Minute, WriteTimeout: time.Minute}
	const post = "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 40\r\n\r\n"
	for name, c := range map[string]struct {
		options func(o *Options)
		sends   string
		status  string
	}{
		"no head": {func(o *Options) { o.HeaderTimeout, o.BodyTimeout = short, time.Minute }, "GET / HT", ""},
		"no body": {func(o *Options) { o.BodyTimeout = short }, post + "{", "HTTP/1.1 408"},
		"no reading": {
			func(o *Options) { o.WriteTimeout = short }, "GET /export?format=jsonl HTTP/1.1\r\nHost: x\r\n\r\n", "",
		},
		"no request": {
			func(o *Options) { o.IdleTimeout = short }, "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n", "HTTP/1.1 200",
		},
	} {
		options := endless
		c.options(&options)
		site := siteOf(t, longSnapshot(20<<20), options)
		client := dial(t, listen(t, site))
		client.send(c.sends)
		if c.status != "" {
			client.expect(c.status)
		}
		require.Eventually(t, func() bool { return site.connections.count() == 0 }, 30*time.Second, time.Millisecond, name)
	}
}

// longSnapshot has a text of so many bytes.
func longSnapshot(bytes int) *snapshot.Snapshot {
	return snapshot.New([]graph.Document{{
		ID: "document/a", Source: strings.Repeat("0123456789abcde\n", bytes/16),
		Facts: []graph.Fact{{Subject: "document/a", Property: "kind", Value: "Document"}},
	}})
}

// A long answer goes to whoever takes it bit by bit, however long all of it takes.
func TestAnAnswerMayTakeAsLongAsItsClientGoesOnReading(t *testing.T) {
	site := siteOf(t, longSnapshot(30<<20), Options{WriteTimeout: time.Second})
	client := dial(t, listen(t, site))
	client.send("GET /export?format=jsonl HTTP/1.1\r\nHost: x\r\n\r\n")
	response, err := http.ReadResponse(client.reader, nil)
	require.NoError(t, err)
	read := int64(0)
	for start := time.Now(); time.Since(start) < 3*time.Second; time.Sleep(10 * time.Millisecond) {
		n, err := io.CopyN(io.Discard, response.Body, 64<<10)
		require.NoError(t, err)
		read += n
	}
	rest, err := io.Copy(io.Discard, response.Body)
	require.NoError(t, err)
	assert.Greater(t, read+rest, int64(30<<20))
}

func TestExportsAreBounded(t *testing.T) {
	snap := longSnapshot(4 << 20)
	get := func(options Options) (int, string) {
		response, err := http.Get(listen(t, siteOf(t, snap, options)) + "/export?format=jsonl")
		require.NoError(t, err)
		defer response.Body.Close()
		text, err := io.ReadAll(response.Body)
		require.NoError(t, err)
		return response.StatusCode, string(text)
	}
	status, text := get(Options{MaxExport: 2 << 20})
	assert.Equal(t, http.StatusBadRequest, status)
	assert.Contains(t, text, "more than 2097152 bytes; ask for a part")
	status, text = get(Options{MaxSending: 2 << 20})
	assert.Equal(t, http.StatusServiceUnavailable, status)
	assert.Contains(t, text, "on their way")
	before := temporary(t)
	status, text = get(Options{})
	assert.Equal(t, http.StatusOK, status)
	assert.Greater(t, len(text), 4<<20)
	assert.Equal(t, before, temporary(t), "nothing is left behind")
}

func temporary(t *testing.T) []string {
	names, err := filepath.Glob(filepath.Join(os.TempDir(), "mandategraph-export-*"))
	require.NoError(t, err)
	return names
}

// What was taken of the room for answers is given back, whatever became of them.
func TestTheRoomForAnswersIsGivenBack(t *testing.T) {
	site := siteOf(t, longSnapshot(4<<20), Options{MaxSending: 10 << 20})
	address := listen(t, site)
	for range 3 {
		client := dial(t, address)
		client.send("GET /export?format=jsonl HTTP/1.1\r\nHost: x\r\n\r\n")
		client.expect("HTTP/1.1 200")
		require.NoError(t, client.Close())
		require.Eventually(t, func() bool {
			return site.server.sending.left.Load() == 10<<20
		}, 30*time.Second, time.Millisecond)
	}
}

// A client that leaves ends the work for it.
func TestTheWorkEndsWhenTheClientLeaves(t *testing.T) {
	site := newSite(t, Options{Options: schema.Options{Long: 1, Timeout: time.Hour}})
	_, leave, err := site.server.API.Enter(t.Context())
	require.NoError(t, err)
	defer leave()
	waiting := func() int { _, n := site.server.API.LongLoad(); return n }
	for _, path := range []string{"/export?format=csv", "/graphql?query={search(query:%22widgets%22){totalCount}}"} {
		client := dial(t, listen(t, site))
		client.send("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n")
		require.Eventually(t, func() bool { return waiting() == 1 }, 30*time.Second, time.Millisecond)
		require.NoError(t, client.Close())
		require.Eventually(t, func() bool { return waiting() == 0 }, 30*time.Second, time.Millisecond)
	}
}

// No panic of a handler shows a client more than an id.
func TestAPanicOfAHandlerStaysInTheLog(t *testing.T) {
	var log bytes.Buffer
	calls := 0
	snap := longSnapshot(16)
	site, err := NewSite(func() *snapshot.Snapshot {
		if calls++; calls > 0 {
			panic(errors.New("the secret"))
		}
		return snap
	}, Options{}, slog.New(slog.NewTextHandler(&log, nil)))
	require.NoError(t, err)
	for _, path := range []string{"/plain", "/export?format=csv", "/graphql?query={statistics{documents}}"} {
		w, r := httptest.NewRecorder(), httptest.NewRequest(http.MethodGet, path, nil)
		r.Header.Set("Accept-Encoding", "identity")
		site.Handler().ServeHTTP(w, r)
		assert.Equal(t, http.StatusInternalServerError, w.Code, path)
		assert.NotContains(t, w.Body.String(), "secret", path)
		assert.NotContains(t, w.Body.String(), ".go", path)
		assert.Contains(t, w.Body.String(), w.Header().Get("X-Request-Id"), path)
		assert.Empty(t, w.Header().Get("ETag"), path)
	}
	assert.Contains(t, log.String(), "the secret")
}

// The bounds on connections are those of the sockets below TLS.
func TestConnectionsUnderTLSAreBounded(t *testing.T) {
	site := newSite(t, Options{Connections: 2})
	plain := httptest.NewUnstartedServer(nil)
	plain.StartTLS()
	certificate := plain.TLS.Certificates[0]
	plain.Close()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	server := site.HTTP(ctx)
	go func() {
		_ = server.Serve(tls.NewListener(site.Limit(listener), &tls.Config{
			Certificates: []tls.Certificate{certificate}, MinVersion: tls.VersionTLS12, NextProtos: []string{"h2", "http/1.1"},
		})) // http.ErrServerClosed
	}()
	defer func() { assert.NoError(t, server.Close()) }()
	for range 5 {
		client := &http.Client{Transport: &http.Transport{
			ForceAttemptHTTP2: true, TLSClientConfig: &tls.Config{InsecureSkipVerify: true}, //nolint:gosec // a made-up certificate
		}}
		assert.Equal(t, "ok\n", body(t, client, "https://"+listener.Addr().String()+"/healthz"))
		assert.LessOrEqual(t, site.connections.count(), 2)
	}
}

func body(t *testing.T, client *http.Client, address string) string {
	response, err := client.Get(address)
	require.NoError(t, err)
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	require.NoError(t, err)
	return string(text)
}
