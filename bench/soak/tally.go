package main

import (
	"bytes"
	"context"
	"fmt"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"time"
)

// tally counts what happened; all of its methods may be called at once.
type tally struct {
	sync.Mutex
	took                     []time.Duration // of usual requests since the last line
	all                      []time.Duration
	wrong, refused, lost     int // usual answers: other than the first, with another status, without any
	hostiles, writes, breaks int
	failed                   []string // what failed that must not
}

func (t *tally) usual(took time.Duration, status int, err error, same bool) {
	t.Lock()
	defer t.Unlock()
	switch {
	case err != nil:
		t.lost++
		t.failed = append(t.failed, err.Error())
	case status != 200:
		t.refused++
	case !same:
		t.wrong++
	}
	t.took = append(t.took, took)
}

func (t *tally) hostile(error) { t.count(&t.hostiles, nil) }
func (t *tally) written(err error) {
	t.count(&t.writes, err)
}
func (t *tally) garbled(err error) { t.count(&t.breaks, err) }

func (t *tally) count(n *int, err error) {
	t.Lock()
	defer t.Unlock()
	*n++
	if err != nil {
		t.failed = append(t.failed, err.Error())
	}
}

// identity is the id that the program gives a text.
func (s *soak) identity(text string) (string, error) {
	out, err := exec.Command(s.program, "extract", "--format", "jsonl", text).Output()
	if err != nil {
		return "", err
	}
	_, rest, found := strings.Cut(string(out), `"id":"document/`)
	id, _, closed := strings.Cut(rest, `"`)
	if !found || !closed {
		return "", fmt.Errorf("%s: no document in its extract", text)
	}
	return "document/" + id, nil
}

// watch prints a line now and then, and all at the end.
func (s *soak) watch(ctx context.Context, every time.Duration, gone chan error, done chan struct{}) error {
	began := time.Now()
	fmt.Println("minute\trequests/s\tp50\tp99\tmax\tMB\tgoroutines\tfiles")
	tick := time.NewTicker(every)
	defer tick.Stop()
	for {
		select {
		case err := <-gone:
			gone <- err
			return fmt.Errorf("the server has ended: %v", err)
		case <-tick.C:
			fmt.Printf("%.1f\t%s\t%s\n", time.Since(began).Minutes(), s.tally.line(every), s.gauges())
		case <-done:
			return s.sum(time.Since(began))
		}
	}
}

// line is what was measured since the last one.
func (t *tally) line(every time.Duration) string {
	t.Lock()
	defer t.Unlock()
	line := figures(t.took, every)
	t.all = append(t.all, t.took...)
	t.took = t.took[:0]
	return line
}

// figures are requests a second, median, p99 and the longest, in milliseconds.
func figures(took []time.Duration, over time.Duration) string {
	if len(took) == 0 {
		return "0\t-\t-\t-"
	}
	slices.Sort(took)
	ms := func(share float64) float64 {
		return float64(took[int(share*float64(len(took)-1))].Microseconds()) / 1000
	}
	return fmt.Sprintf("%.0f\t%.1f\t%.1f\t%.1f", float64(len(took))/over.Seconds(), ms(0.5), ms(0.99), ms(1))
}

// gauges are the server's memory in MB, goroutines and open files.
func (s *soak) gauges() string {
	_, page, err := s.get(context.Background(), "/metrics")
	if err != nil {
		return err.Error()
	}
	value := func(name string) (v float64) {
		for line := range bytes.Lines(page) {
			if rest, found := bytes.CutPrefix(line, []byte(name+" ")); found {
				_, _ = fmt.Sscan(string(rest), &v)
			}
		}
		return v
	}
	return fmt.Sprintf("%.0f\t%.0f\t%.0f", value("process_resident_memory_bytes")/1e6,
		value("go_goroutines"), value("process_open_fds"))
}

// sum prints the totals; an error says what must not have happened.
func (s *soak) sum(took time.Duration) error {
	t := &s.tally
	t.line(took)
	fmt.Printf("all\t%s\t%s\n", figures(t.all, took), s.gauges())
	fmt.Printf(
		"%d usual requests: %d wrong, %d refused, %d without an answer; %d hostile ones; %d times loaded and unloaded; %d times garbled\n",
		len(t.all),
		t.wrong,
		t.refused,
		t.lost,
		t.hostiles,
		t.writes,
		t.breaks,
	)
	for _, f := range t.failed[:min(len(t.failed), 10)] {
		fmt.Println("failed:", f)
	}
	if t.wrong+t.lost+len(t.failed) > 0 {
		return fmt.Errorf("%d answers wrong, %d missing, %d failures", t.wrong, t.lost, len(t.failed))
	}
	return nil
}
