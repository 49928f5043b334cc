package httpapi

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/bench/corpus"
	"mandategraph/graph/snapshot"
)

// A siege is clients that want a server to serve nobody else, until it ends.
type siege struct {
	host    string
	end     context.Context
	clients sync.WaitGroup
}

// lay begins a siege of an address, and gives what ends it.
func lay(t testing.TB, address string, slow, connected, searching int) {
	ctx, end := context.WithCancel(context.Background())
	s := &siege{host: strings.TrimPrefix(address, "http://"), end: ctx}
	for range slow {
		s.again(func(c net.Conn) { // sends a part of its body
			_, _ = io.WriteString(c, "POST /ask HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"+
				"Content-Length: 100\r\n\r\nquestion=")
			s.wait(c, time.Minute)
		})
		s.again(func(c net.Conn) { // reads nothing of its answer
			_, _ = io.WriteString(c, "GET /export?format=jsonl HTTP/1.1\r\nHost: x\r\n\r\n")
			s.sleep(6 * time.Second)
		})
	}
	for range connected {
		s.again(func(c net.Conn) { s.wait(c, time.Minute); s.sleep(time.Second) })
	}
	var words []string
	for i := range 20_000 {
		words = append(words, fmt.Sprintf("w%04x", i))
	}
	const query = `query($q: String!) { search(query: $q, fuzzy: true) { totalCount } }`
	for i := range searching {
		text := strings.Join(words, " ")
		if i%2 == 0 { // as many as are allowed
			text = strings.Join(words[:64], "onal ")
		}
		body, err := json.Marshal(map[string]any{"query": query, "variables": map[string]string{"q": text}})
		require.NoError(t, err)
		s.again(func(c net.Conn) {
			_, _ = fmt.Fprintf(c, "POST /graphql HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n"+
				"Content-Length: %d\r\n\r\n%s", len(body), body)
			s.wait(c, time.Minute)
		})
	}
	t.Cleanup(func() { end(); s.clients.Wait() })
}

// again lets a client connect over and over.
func (s *siege) again(attack func(net.Conn)) {
	s.clients.Go(func() {
		for s.end.Err() == nil {
			if c, err := net.Dial("tcp", s.host); err == nil {
				stop := context.AfterFunc(s.end, func() { _ = c.Close() })
				attack(c)
				stop()
				_ = c.Close() // the server may have done so
			}
			s.sleep(100 * time.Millisecond)
		}
	})
}

// wait reads until the server closes the connection.
func (s *siege) wait(c net.Conn, most time.Duration) {
	_ = c.SetReadDeadline(time.Now().Add(most))
	_, _ = io.Copy(io.Discard, c)
}

func (s *siege) sleep(d time.Duration) {
	select {
	case <-s.end.Done():
	case <-time.After(d):
	}
}

// asked asks a usual question and gives its time.
func asked(t testing.TB, address string) time.Duration {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	query := fmt.Sprintf(`{"query":"{ act(id: \"%s\") { id title } }"}`, corpus.ActID(7))
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, address+"/graphql", strings.NewReader(query))
	require.NoError(t, err)
	request.Header.Set("Content-Type", jsonType)
	begun := time.Now()
	client := http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
	response, err := client.Do(request)
	require.NoError(t, err)
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	require.NoError(t, err)
	took := time.Since(begun)
	require.Equal(t, http.StatusOK, response.StatusCode)
	require.Contains(t, string(text), corpus.ActID(7))
	return took
}

// Whoever asks as usual is answered, whatever others do.
func TestUsualClientsAreAnsweredUnderSiege(t *testing.T) {
	options := Options{Connections: 100}
	options.Timeout = time.Minute // exports of slow clients stand in line before the question
	site := siteOf(t, snapshot.New(corpus.All(corpus.Options{Acts: 100, Seed: 1})), options)
	address := listen(t, site)
	question := func() int {
		response, err := http.PostForm(address+"/ask", map[string][]string{"question": {"what is cited but not loaded"}})
		require.NoError(t, err)
		assert.NoError(t, response.Body.Close())
		return response.StatusCode
	}
	lay(t, address, 25, 300, 4)
	require.Eventually(t, func() bool { return site.connections.count() == 100 }, time.Minute, time.Millisecond)
	for range 50 {
		asked(t, address)
		assert.LessOrEqual(t, site.connections.count(), 100)
	}
	assert.Equal(t, http.StatusOK, question())
}

// BenchmarkNormalClientUnderHostileLoad reports the time of usual requests, each
// over a connection of its own, while 25 clients send slowly, 25 read nothing, 4
// search for all that they may and more, and 3,000 are connected, or are once more
// a second after they were sent away: each sort alone, and all. They share the
// processors with the server.
func BenchmarkNormalClientUnderHostileLoad(b *testing.B) {
	snap := snapshot.New(corpus.All(corpus.Options{Acts: *benchmarkActs, Seed: 1}))
	address := listen(b, siteOf(b, snap, Options{}))
	asked(b, address)
	b.Run("alone", func(b *testing.B) { reportTimes(b, address) })
	b.Run("slow", func(b *testing.B) { lay(b, address, 25, 0, 0); reportTimes(b, address) })
	b.Run("connected", func(b *testing.B) { lay(b, address, 0, 3000, 0); reportTimes(b, address) })
	b.Run("searching", func(b *testing.B) { lay(b, address, 0, 0, 4); reportTimes(b, address) })
	b.Run("all", func(b *testing.B) { lay(b, address, 25, 3000, 4); reportTimes(b, address) })
}

func reportTimes(b *testing.B, address string) {
	time.Sleep(time.Second)
	var times []time.Duration
	for b.Loop() {
		times = append(times, asked(b, address))
		time.Sleep(10 * time.Millisecond)
	}
	slices.Sort(times)
	part := func(percent int) float64 {
		return float64(times[min(len(times)*percent/100, len(times)-1)].Microseconds()) / 1000
	}
	b.ReportMetric(part(50), "p50-ms")
	b.ReportMetric(part(99), "p99-ms")
	b.ReportMetric(part(100), "max-ms")
}
