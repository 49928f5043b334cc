package search

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// Ranks of what names an entity as a whole.
const (
	byName = iota + 1
	byNumber
	byID
)

// searchWeights say what is searched and how much a word there counts: what an
// entity is called tells more about it than a word somewhere in its text.
var searchWeights = []struct {
	property string
	weight   float64
	rank     int // of the whole value as a query; 0 where it names nothing
}{
	{"title", 5, byName}, {"name", 5, byName}, {"number", 4, byNumber}, {"symbol", 4, byID}, {"alias", 4, byName},
	{"code", 3, byNumber}, {citedTitle, 3, 0}, {"called", 2, 0}, {"clause", 1, 0}, {"text", 1, 0},
}

// citedTitle stands for the title that others give an entity which says none
// itself: see [snapshot.Snapshot.Title].
const citedTitle = "citedTitle"

// A textIndex is an inverted index: where each word stands.
type textIndex struct {
	units    []textUnit
	postings map[string][]posting // sorted by unit and place
	forms    []string             // the keys of postings, sorted
	byLength [][]string           // those without a digit, by their length in bytes
	mean     []float64            // words per unit, of each row of searchWeights
	exact    map[string][]exactly
}

// A textUnit is one value of one searched property.
type textUnit struct {
	node   snapshot.Node
	field  uint8 // row of searchWeights
	length int32
	text   string
}

type posting struct{ unit, place int32 }

// exactly says which entity a whole text is an identifier of.
type exactly struct {
	node     snapshot.Node
	property string
	rank     int
}

// indexKey is where a snapshot keeps its index.
type indexKey struct{}

// A pending index is being made, or is there once done is closed.
type pendingIndex struct {
	done   chan struct{}
	index  *textIndex
	failed error
}

// indexOf is the index of a snapshot. The first who asks has it made, which goes
// on when nobody waits any more: the next one will want it.
func indexOf(ctx context.Context, s *snapshot.Snapshot) (*textIndex, error) {
	p := s.Derived(indexKey{}, func() any {
		p := &pendingIndex{done: make(chan struct{})}
		go p.make(s)
		return p
	}).(*pendingIndex)
	select {
	case <-p.done:
		return p.index, errors.Join(p.failed, ctx.Err())
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func (p *pendingIndex) make(s *snapshot.Snapshot) {
	defer close(p.done)
	defer func() {
		if cause := recover(); cause != nil {
			p.failed = fmt.Errorf("making the index of words: %v\n%s", cause, debug.Stack())
		}
	}()
	p.index = newIndex(s)
}

func newIndex(s *snapshot.Snapshot) *textIndex {
	x := &textIndex{postings: map[string][]posting{}, exact: map[string][]exactly{}, mean: make([]float64, len(searchWeights))}
	for n := range snapshot.Node(s.Len()) {
		for field, row := range searchWeights {
			for _, value := range searched(s, n, row.property) {
				x.add(n, uint8(field), value)
			}
		}
		x.identify(s, n)
	}
	x.settle()
	return x
}

// searched are the values of a property as the index takes them.
func searched(s *snapshot.Snapshot, n snapshot.Node, property string) []string {
	values := s.Values(n, property)
	switch {
	case len(values) > 0:
		return values
	case property == citedTitle && s.Text(n, "title") == "" && s.Text(n, "name") == "":
		if title := s.Title(n); title != "" {
			return []string{title}
		}
	case property == "number":
		if _, _, number, ok := graph.SplitActID(s.ID(n)); ok {
			return []string{number}
		}
	case property == "symbol":
		if symbol, ok := symbolOfID(s.ID(n)); ok {
			return []string{symbol}
		}
	}
	return nil
}

// symbolOfID is the symbol in a document's id; a slug of a title is none, and a
// draft inside a document has none of its own.
func symbolOfID(id string) (string, bool) {
	symbol, ok := strings.CutPrefix(id, "document/")
	return symbol, ok && !strings.Contains(symbol, "#") && !strings.Contains(symbol, "/draft-") && strings.ToLower(symbol) != symbol
}

func (x *textIndex) add(n snapshot.Node, field uint8, value string) {
	unit := int32(len(x.units))
	list := wordsOf(value)
	if len(list) == 0 {
		return
	}
	for _, w := range list {
		x.postings[w.form] = append(x.postings[w.form], posting{unit, int32(w.place)})
	}
	x.units = append(x.units, textUnit{n, field, int32(list[len(list)-1].place + 1), value})
}

// identify notes what names the entity as a whole.
func (x *textIndex) identify(s *snapshot.Snapshot, n snapshot.Node) {
	note := func(text, property string, rank int) {
		key := exactKey(text)
		x.exact[key] = append(x.exact[key], exactly{n, property, rank})
	}
	note(s.ID(n), "id", byID)
	for _, row := range searchWeights {
		for _, value := range searched(s, n, row.property) {
			if row.rank > 0 {
				note(value, row.property, row.rank)
			}
		}
	}
}

// exactKey lets spaces, case and accents not matter.
func exactKey(text string) string {
	return strings.ToLower(graph.Fold(strings.Join(strings.Fields(text), "")))
}

func (x *textIndex) settle() {
	counts := make([]float64, len(searchWeights))
	for _, u := range x.units {
		x.mean[u.field] += float64(u.length)
		counts[u.field]++
	}
	for field := range x.mean {
		x.mean[field] /= max(counts[field], 1)
	}
	for form := range x.postings {
		x.forms = append(x.forms, form)
	}
	slices.Sort(x.forms)
	for _, form := range x.forms {
		for len(x.byLength) <= len(form) {
			x.byLength = append(x.byLength, nil)
		}
		if !strings.ContainsAny(form, digits) {
			x.byLength[len(form)] = append(x.byLength[len(form)], form)
		}
	}
}

func (p posting) compare(q posting) int {
	return cmp.Or(cmp.Compare(p.unit, q.unit), cmp.Compare(p.place, q.place))
}
