package export

import (
	"context"
	"fmt"
	"io"
	"testing"

	"github.com/stretchr/testify/assert"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// Every format looks at its context on the way, long before its end.
func TestEveryFormatStopsWhenItsContextEnds(t *testing.T) {
	var documents []graph.Document
	for i := range 400 {
		d := graph.Document{ID: fmt.Sprintf("document/%d", i), Source: "words that prove it"}
		act := fmt.Sprintf("sc/resolution/%d", i+1)
		d.Facts = append(d.Facts, graph.Fact{Subject: act, Property: "kind", Value: "Act"},
			graph.Fact{Subject: d.ID, Property: "kind", Value: "Document"})
		for k := range 5 {
			d.Statements = append(d.Statements, graph.Statement{
				Subject: act, Relation: "recalls", Object: fmt.Sprintf("sc/resolution/%d", (i+k)%400+1),
				Evidence: graph.Evidence{Document: d.ID, Paragraph: act + "#pp1", Start: k, End: k + 1, Quote: "words"},
			})
		}
		documents = append(documents, d)
	}
	s := snapshot.New(documents)
	for _, f := range Formats {
		looks := &countedContext{Context: context.Background(), left: 1 << 30}
		assert.NoError(t, f.Write(looks, io.Discard, s, Options{}), f.Name)
		all := 1<<30 - looks.left
		assert.Greater(t, all, 8, "%s looks on the way", f.Name)
		for _, part := range []int{1, 2, 4} {
			stopped := &countedContext{Context: context.Background(), left: all / part / 2}
			assert.ErrorIs(t, f.Write(stopped, io.Discard, s, Options{}), context.Canceled, f.Name)
			assert.Greater(t, -stopped.left, 0, f.Name)
			assert.Less(t, -stopped.left, 400, "%s: it does not go on", f.Name)
		}
	}
}

// A countedContext ends after it was looked at so many times.
type countedContext struct {
	context.Context
	left int
}

func (c *countedContext) Err() error {
	if c.left--; c.left < 0 {
		return context.Canceled
	}
	return nil
}
