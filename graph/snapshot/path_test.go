package snapshot

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"

	"mandategraph/graph"
)

// chain makes statements "a recalls b" out of pairs.
func chain(pairs ...string) *Snapshot {
	d := graph.Document{ID: "document/X"}
	for i := 0; i < len(pairs); i += 2 {
		d.Statements = append(d.Statements, graph.Statement{Subject: pairs[i], Relation: "recalls", Object: pairs[i+1],
			Evidence: graph.Evidence{Document: d.ID, Paragraph: pairs[i] + "#pp1", Start: i, End: i + 1}})
	}
	return New([]graph.Document{d})
}

// spell writes paths as the objects that they pass.
func spell(s *Snapshot, paths [][]Edge) []string {
	texts := []string{}
	for _, path := range paths {
		text := ""
		for _, e := range path {
			text += s.Statement(e).Subject + ">" + s.Statement(e).Object + " "
		}
		texts = append(texts, text)
	}
	return texts
}

func node(s *Snapshot, id string) Node {
	n, ok := s.Lookup(id)
	if !ok {
		panic("no " + id)
	}
	return n
}

func TestPathsAreAllShortestOnesInOrder(t *testing.T) {
	s := chain("a", "c", "a", "b", "b", "d", "c", "d", "d", "e", "a", "x", "x", "y", "y", "e", "x", "a", "e", "a")
	length, found := paths(s, node(s, "a"), node(s, "e"), Limits{Depth: 6})
	assert.Equal(t, 3, length)
	assert.Equal(t, []string{"a>c c>d d>e ", "a>b b>d d>e ", "a>x x>y y>e "}, spell(s, found))
	length, found = paths(s, node(s, "a"), node(s, "a"), Limits{Depth: 6})
	assert.Equal(t, 0, length)
	assert.Equal(t, [][]Edge{{}}, found)
}

func TestPathsFollowDirectionDepthAndRelations(t *testing.T) {
	s := chain("a", "b", "b", "c")
	for _, limits := range []Limits{{Depth: 1}, {Depth: 0}, {Depth: 6, Relations: []string{"endorses"}}, {Depth: 6, Nodes: 1}} {
		length, found := paths(s, node(s, "a"), node(s, "c"), limits)
		assert.Equal(t, -1, length, "%+v", limits)
		assert.Empty(t, found)
	}
	length, _ := paths(s, node(s, "c"), node(s, "a"), Limits{Depth: 6})
	assert.Equal(t, -1, length, "against the direction")
}

func TestPathsOfParallelStatementsAreSeveral(t *testing.T) {
	s := chain("a", "b", "a", "b", "b", "c")
	length, found := paths(s, node(s, "a"), node(s, "c"), Limits{Depth: 6, Relations: []string{"recalls"}})
	assert.Equal(t, 2, length)
	assert.Len(t, found, 2)
}

func TestPathsAreBounded(t *testing.T) {
	var pairs []string
	for level := range 6 {
		for from := range 5 {
			for to := range 5 {
				pairs = append(pairs, fmt.Sprint(level, "-", from), fmt.Sprint(level+1, "-", to))
			}
		}
	}
	s := chain(pairs...)
	length, found := paths(s, node(s, "0-0"), node(s, "6-4"), Limits{Depth: 6})
	assert.Equal(t, 6, length)
	assert.Len(t, found, MaxPaths)
	length, _ = paths(s, node(s, "0-0"), node(s, "6-4"), Limits{Depth: 6, Nodes: 10})
	assert.Equal(t, -1, length, "the bound on nodes stops the walk")
	length, _ = paths(s, node(s, "0-0"), node(s, "2-4"), Limits{Depth: 6, Nodes: 6})
	assert.Equal(t, 2, length, "the end itself is always seen")
}
