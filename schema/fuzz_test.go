package schema

import (
	"context"
	"encoding/json"
	"maps"
	"slices"
	"testing"

	"mandategraph/schema/guard"
	"mandategraph/schema/schematest"
)

// Whatever is sent, the response is JSON with data or errors.
func FuzzExecute(f *testing.F) {
	for _, c := range schematest.Hostile() {
		if len(c.Query) < 2000 {
			f.Add(c.Query)
		}
	}
	f.Add(
		`query($n: Int = null) { acts(first: $n, title: "é\u00e9") { nodes { id ... on Entity { relations(types: [recalls]) { totalCount } } } } }`,
	)
	a := newAPI(f, Options{})
	f.Fuzz(func(t *testing.T, query string) {
		encoded, err := json.Marshal(a.Execute(context.Background(), query, nil, ""))
		if err != nil || !json.Valid(encoded) {
			t.Fatalf("%v: %s", err, encoded)
		}
		var r answer
		if json.Unmarshal(encoded, &r) != nil || r.Data == nil && len(r.Errors) == 0 {
			t.Fatalf("neither data nor errors: %s", encoded)
		}
		for _, e := range r.Errors {
			if e.Code() == "" || e.Code() == guard.Internal {
				t.Fatalf("%q: %v", query, e)
			}
		}
	})
}

// The time that each hostile input takes to be refused.
func BenchmarkHostile(b *testing.B) {
	a := newAPI(b, Options{})
	inputs := schematest.Hostile()
	for _, name := range slices.Sorted(maps.Keys(inputs)) {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				a.Execute(context.Background(), inputs[name].Query, nil, "")
			}
		})
	}
}

func BenchmarkOrdinaryQuery(b *testing.B) {
	a := newAPI(b, Options{})
	for b.Loop() {
		r := a.Execute(
			context.Background(),
			`{ act(id: "ctoc-cop/resolution/12/4") { id title recalls { totalCount edges { verb quote node { id title } } } } }`,
			nil, "",
		)
		if _, err := json.Marshal(r); err != nil {
			b.Fatal(err)
		}
	}
}
