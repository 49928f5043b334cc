package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"mandategraph/bench/corpus"
	"mandategraph/graph/snapshot"
)

// query is a request to the API.
func query(text string) request {
	body, _ := json.Marshal(map[string]string{"query": text}) // a string never fails
	return request{"/graphql", string(body)}
}

// acts asks for a number of acts with five fields.
func acts(n int) request {
	return query(fmt.Sprintf(`{ acts(first: %d) { nodes { id number title kind adoptedOn } } }`, n))
}

// hop asks what an act cites, with the same fields as [cayleyHop].
func hop(id string) request {
	return query(fmt.Sprintf(`{ act(id: %q) { id recalls(first: 100) { nodes { id title date } } } }`, id))
}

// cayleyHop is the same in Cayley's language.
func cayleyHop(id string) request {
	return request{
		"/api/v2/query?lang=graphql",
		fmt.Sprintf(`{ nodes(id: <un:%s>) { id <unv:recalls> { id title: <unv:title> @opt date: <unv:adoptedOn> @opt } } }`, id),
	}
}

// http measures what a request costs a server, beside an empty answer.
func (t *table) http(ctx context.Context, size int) error {
	directory, err := os.MkdirTemp("", "mandategraph-bench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(directory)
	fmt.Printf("\n## Over HTTP, %d acts: processor of the server a request\n\n", size)
	d := &data{snapshot: snapshot.New(corpus.All(corpus.Options{Acts: size, Seed: 1}))}
	d.choose(size)
	file := filepath.Join(directory, "graph.snapshot")
	if err := d.snapshot.WriteFile(file); err != nil {
		return err
	}
	t.head()
	empty, err := t.costs(ctx, []string{"-child", "empty"}, 0, "an empty answer", "-", acts(10))
	if err != nil {
		return err
	}
	var hops []request
	for _, id := range d.questions.Hops {
		hops = append(hops, hop(id))
	}
	for _, c := range []struct {
		what, bar string
		requests  []request
	}{
		{"10 nodes with 5 fields", "30 µs, 2.5x", []request{acts(10)}},
		{"1,000 nodes with 5 fields", "400 µs", []request{acts(1000)}},
		{"one hop", "-", hops},
		{"lineage of depth 3", "-", []request{query(fmt.Sprintf(`{ lineage(id: %q, depth: 3) { nodes { id distance } edges { source target relation } } }`, d.questions.Hops[0]))}},
	} {
		if _, err := t.costs(ctx, []string{"-child", "api=" + file}, empty, c.what, c.bar, c.requests...); err != nil {
			return err
		}
	}
	return nil
}

// costs prints what requests cost a child of this program, beside a reference.
func (t *table) costs(ctx context.Context, child []string, reference float64, what, bar string, requests ...request) (float64, error) {
	program, err := os.Executable()
	if err != nil {
		return 0, err
	}
	s, err := serve(ctx, program, child...)
	if err != nil {
		return 0, err
	}
	defer s.stop()
	cost, err := s.cost(requests)
	if err != nil {
		return 0, err
	}
	if reference > 0 {
		t.row(what, micros(cost), micros(reference), fmt.Sprintf("%.1fx", cost/reference), bar)
	} else {
		t.row(what, micros(cost), "-", "-", bar)
	}
	return cost, nil
}

// besideCayley compares one hop with Cayley's own HTTP server on the same data.
func (t *table) besideCayley(ctx context.Context, size int) error {
	directory, err := os.MkdirTemp("", "mandategraph-bench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(directory)
	fmt.Printf("\n## One hop over HTTP beside Cayley's server, %d acts\n\n", size)
	documents := corpus.All(corpus.Options{Acts: size, Seed: 1})
	file, kept := filepath.Join(directory, "store.db"), filepath.Join(directory, "graph.snapshot")
	l, err := loadBare(file, documents)
	if err == nil {
		err = l.qs.Close()
	}
	d := &data{snapshot: snapshot.New(documents)}
	if err = errors.Join(err, d.snapshot.WriteFile(kept)); err != nil {
		return err
	}
	d.choose(size)
	var ours, theirs []request
	for _, id := range d.questions.Hops[:100] {
		ours, theirs = append(ours, hop(id)), append(theirs, cayleyHop(id))
	}
	if err := sameHops(ctx, "api="+kept, "cayley="+file, ours, theirs); err != nil {
		return err
	}
	t.head()
	cost, err := t.costs(ctx, []string{"-child", "cayley=" + file}, 0, "Cayley", "-", theirs...)
	if err == nil {
		var own float64
		own, err = t.costs(ctx, []string{"-child", "api=" + kept}, 0, "here", "-", ours...)
		t.row("Cayley's by ours", "-", "-", fmt.Sprintf("%.0fx", cost/own), "5x")
	}
	return err
}

// sameHops compares the ids that two servers answer with.
func sameHops(ctx context.Context, ours, theirs string, mine, other []request) error {
	program, err := os.Executable()
	if err != nil {
		return err
	}
	var answers [2][]string
	for i, side := range []struct {
		child    string
		requests []request
	}{{ours, mine}, {theirs, other}} {
		s, err := serve(ctx, program, "-child", side.child)
		if err != nil {
			return err
		}
		defer s.stop()
		for _, r := range side.requests {
			answer, err := s.post(r)
			if err != nil {
				return err
			}
			answers[i] = append(answers[i], strings.Join(idsIn(answer), " "))
		}
	}
	if !slices.Equal(answers[0], answers[1]) {
		return fmt.Errorf("one hop: the API answers %v, and Cayley %v", answers[0], answers[1])
	}
	fmt.Println("All answers are equal.")
	return nil
}

// idsIn are the values of all members id in JSON, sorted, without the prefix of
// an IRI.
func idsIn(encoded []byte) []string {
	var ids []string
	var look func(v any)
	look = func(v any) {
		switch v := v.(type) {
		case []any:
			for _, item := range v {
				look(item)
			}
		case map[string]any:
			for name, member := range v {
				if id, ok := member.(string); ok && name == "id" {
					ids = append(ids, strings.TrimPrefix(id, "un:"))
				}
				look(member)
			}
		}
	}
	var value any
	_ = json.Unmarshal(encoded, &value) // what is no JSON has no ids, and so differs
	look(value)
	slices.Sort(ids)
	return slices.Compact(ids)
}
