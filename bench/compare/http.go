package main

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// A server is a process of its own that answers over HTTP, so that its time of
// the processor is not that of who asks.
type server struct {
	command *exec.Cmd
	address string
}

// serve starts a program and waits for the line that says where it listens.
func serve(ctx context.Context, program string, arguments ...string) (*server, error) {
	s := &server{command: exec.CommandContext(ctx, program, arguments...)}
	output, err := s.command.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := s.command.Start(); err != nil {
		return nil, err
	}
	line, err := bufio.NewReader(output).ReadString('\n')
	address, ok := strings.CutPrefix(strings.TrimSpace(line), "listening on ")
	if !ok {
		s.stop()
		return nil, fmt.Errorf("%s %s: expected an address, found %q (%v)", program, arguments, line, err)
	}
	s.address = address
	return s, nil
}

// stop ends the process. That it was killed is no error.
func (s *server) stop() {
	_ = s.command.Process.Kill()
	_ = s.command.Wait()
}

// processor is the time that the process has spent computing so far: the sum of
// its threads' (Linux, Documentation/scheduler/sched-stats.rst).
func (s *server) processor() time.Duration {
	tasks, _ := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/schedstat", s.command.Process.Pid))
	var sum time.Duration
	for _, path := range tasks {
		var spent int64
		if text, err := os.ReadFile(path); err == nil {
			_, _ = fmt.Sscan(string(text), &spent) // a thread that has just ended counts no more
		}
		sum += time.Duration(spent)
	}
	return sum
}

// memory is the most that the process had in memory, in MiB.
func (s *server) memory() string {
	text, _ := os.ReadFile(fmt.Sprintf("/proc/%d/status", s.command.Process.Pid))
	_, rest, _ := strings.Cut(string(text), "VmHWM:")
	var kib int
	_, _ = fmt.Sscan(rest, &kib)
	return fmt.Sprintf("%d MiB", kib>>10)
}

// A request is what is sent to a server, by POST.
type request struct{ path, body string }

// connections is the number of clients that measure what a request costs.
const connections = 4

var client = &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 128, DisableCompression: true}}

func (s *server) post(r request) ([]byte, error) {
	response, err := client.Post(s.address+r.path, "application/json", strings.NewReader(r.body))
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	var answer bytes.Buffer
	_, err = io.Copy(&answer, response.Body)
	return answer.Bytes(), err
}

// cost is the processor's microseconds that the server needs for one of the
// requests: the least of several rounds.
func (s *server) cost(requests []request) (float64, error) {
	var failed atomic.Pointer[error]
	costs := make([]float64, rounds)
	for i := range costs {
		var sent atomic.Int64
		var clients sync.WaitGroup
		began, end := s.processor(), time.Now().Add(400*time.Millisecond)
		for range connections {
			clients.Go(func() {
				for time.Now().Before(end) {
					if _, err := s.post(requests[int(sent.Add(1))%len(requests)]); err != nil {
						failed.Store(&err)
						return
					}
				}
			})
		}
		clients.Wait()
		costs[i] = float64((s.processor() - began).Nanoseconds()) / 1000 / float64(sent.Load())
	}
	if err := failed.Load(); err != nil {
		return 0, *err
	}
	return slices.Min(costs), nil
}
