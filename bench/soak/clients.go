package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"strings"
	"sync"
	"time"
)

// usual are requests of usual clients. None of their answers touches the text
// that is loaded and unloaded meanwhile.
var usual = []string{
	"/graphql?query=" + url.QueryEscape(`{ resolution(number: "12/4", body: "ctoc-cop") { id title recalls(first: 50) { totalCount nodes { id } } } }`),
	"/graphql?query=" + url.QueryEscape(`{ lineage(id: "ctoc-cop/resolution/12/1", direction: BACKWARD, depth: 1) { nodes { id distance } } }`),
	"/graphql?query=" + url.QueryEscape(`{ ask(question: "what does 12/4 recall") { query text } }`),
	"/graphql?query=" + url.QueryEscape(`{ act(id: "ctoc-cop/resolution/12/3") { id sponsoredBy { totalCount nodes { id } } } }`),
}

// first holds what the server answered to each of usual before all else began.
var first [][]byte

var client = &http.Client{
	Timeout:   30 * time.Second,
	Transport: &http.Transport{MaxIdleConnsPerHost: 32},
}

// get asks the server for a path and reads the whole answer.
func (s *soak) get(ctx context.Context, path string) (int, []byte, error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+s.address+path, nil)
	if err != nil {
		return 0, nil, err
	}
	answer, err := client.Do(r)
	if err != nil {
		return 0, nil, err
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	return answer.StatusCode, body, err
}

// learn keeps the right answers.
func (s *soak) learn() error {
	for _, path := range usual {
		status, body, err := s.get(context.Background(), path)
		if err != nil || status != http.StatusOK || bytes.Contains(body, []byte(`"errors"`)) {
			return fmt.Errorf("%s: status %d, %v: %.200s", path, status, err, body)
		}
		first = append(first, body)
	}
	return nil
}

// loose starts all clients; the channel is closed when the last has ended.
func (s *soak) loose(ctx context.Context) chan struct{} {
	var all sync.WaitGroup
	start := func(n int, work func(context.Context)) {
		for range n {
			all.Go(func() {
				for ctx.Err() == nil {
					work(ctx)
				}
			})
		}
	}
	start(4, s.ask)
	start(4, s.search)
	start(2, s.export)
	start(25, s.dawdle)
	start(1, s.write)
	start(1, s.garble)
	done := make(chan struct{})
	go func() { all.Wait(); close(done) }()
	return done
}

// ask puts all usual requests and compares the answers.
func (s *soak) ask(ctx context.Context) {
	for i, path := range usual {
		began := time.Now()
		status, body, err := s.get(ctx, path)
		if ctx.Err() != nil {
			return
		}
		s.tally.usual(time.Since(began), status, err, err == nil && bytes.Equal(body, first[i]))
		pause(ctx, 20*time.Millisecond)
	}
}

// search looks for long words nearly, as many as a request may hold.
func (s *soak) search(ctx context.Context) {
	words := strings.Repeat("internatoinal~2 organizd~2 convetnion~2 ", 40)
	query := fmt.Sprintf(`{"query":"query($q: String!) { search(query: $q) { totalCount } }","variables":{"q":%q}}`, words)
	answer, err := client.Post("http://"+s.address+"/graphql", "application/json", strings.NewReader(query))
	if err == nil {
		_, _ = io.Copy(io.Discard, answer.Body)
		answer.Body.Close()
	}
	s.tally.hostile(err)
	pause(ctx, 100*time.Millisecond)
}

// export takes the whole graph away.
func (s *soak) export(ctx context.Context) {
	_, _, err := s.get(ctx, "/export?format=jsonl")
	s.tally.hostile(err)
	pause(ctx, 500*time.Millisecond)
}

// dawdle opens a connection, promises a body or asks for an export, and leaves
// it at that until the server has had enough.
func (s *soak) dawdle(ctx context.Context) {
	c, err := (&net.Dialer{}).DialContext(ctx, "tcp", s.address)
	if err != nil {
		pause(ctx, time.Second)
		return
	}
	defer c.Close()
	if time.Now().UnixNano()%2 == 0 {
		fmt.Fprintf(c, "POST /graphql HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n{", s.address)
	} else {
		fmt.Fprintf(c, "GET /export?format=jsonl HTTP/1.1\r\nHost: %s\r\n\r\n", s.address)
	}
	pause(ctx, 20*time.Second)
}

// write unloads the last of the texts and loads it again.
func (s *soak) write(ctx context.Context) {
	last := s.texts[len(s.texts)-1]
	out, err := s.identity(last)
	if err == nil {
		err = s.call("unload", out)
	}
	if err == nil {
		err = s.call("load", last)
	}
	s.tally.written(err)
	pause(ctx, 3*time.Second)
}

// garble overwrites a piece of the snapshot's file in place.
func (s *soak) garble(ctx context.Context) {
	if f, err := os.OpenFile(s.file+".snapshot", os.O_WRONLY, 0); err == nil {
		_, err = f.WriteAt(bytes.Repeat([]byte{0xa5}, 512), 4096)
		f.Close()
		s.tally.garbled(err)
	}
	pause(ctx, 17*time.Second)
}

// pause waits, unless the run ends before.
func pause(ctx context.Context, d time.Duration) {
	select {
	case <-ctx.Done():
	case <-time.After(d):
	}
}
