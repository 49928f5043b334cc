package store

import (
	"context"
	"errors"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/iterator"
	"github.com/cayleygraph/cayley/graph/refs"
	"github.com/cayleygraph/quad"

	"mandategraph/graph/snapshot"
)

// arraysType is the name under which Cayley knows the quads of a snapshot.
const arraysType = "mandategraph-snapshot"

// A Go program may open a snapshot's file as a quad store of Cayley:
//
//	cayley.NewQuadStore("mandategraph-snapshot", "graph.db.snapshot", nil)
func init() {
	cayley.RegisterQuadStore(arraysType, cayley.QuadStoreRegistration{
		NewFunc: func(path string, _ cayley.Options) (cayley.QuadStore, error) {
			s, err := snapshot.Read(path)
			if err != nil {
				return nil, err
			}
			return QuadStore(s), nil
		},
		InitFunc:     func(string, cayley.Options) error { return ErrReadOnly },
		UpgradeFunc:  func(string, cayley.Options) error { return ErrReadOnly },
		IsPersistent: true,
	})
}

// QuadStore shows a snapshot to Cayley, with all quads of its documents, those that
// a store leaves out included, so that Cayley's path language answers on it from memory. It
// takes about as long to make as the snapshot and cannot be written to.
func QuadStore(s *snapshot.Snapshot) cayley.QuadStore {
	var quads []quad.Quad
	for _, id := range s.Sources() {
		d, _ := s.Document(id)
		quads = append(quads, spelledOut(&d)...)
	}
	return arraysOf(quads)
}

// arrays are quads as numbers of their terms, with the quads of each term in
// each direction as compressed sparse rows.
type arrays struct {
	terms  []quad.Value
	number map[quad.Value]termRef
	quads  [][4]termRef // in the order of [quad.Directions]
	start  [4][]uint32
	list   [4][]uint32
}

// References are numbers.
type (
	termRef uint32
	quadRef uint32
)

func (r termRef) Key() any { return r }

func (r quadRef) Key() any { return r }

// arraysOf takes quads of which none is there twice. A part may be missing.
func arraysOf(quads []quad.Quad) *arrays {
	a := &arrays{number: map[quad.Value]termRef{}, quads: make([][4]termRef, len(quads)), terms: []quad.Value{nil}}
	for i, q := range quads {
		for j, d := range quad.Directions {
			a.quads[i][j] = a.term(q.Get(d))
		}
	}
	for j := range quad.Directions {
		a.start[j], a.list[j] = snapshot.GroupRows(len(quads), len(a.terms), func(i int) uint32 { return uint32(a.quads[i][j]) })
	}
	return a
}

// term numbers a term; zero stands for none.
func (a *arrays) term(v quad.Value) termRef {
	if v == nil {
		return 0
	}
	n, ok := a.number[v]
	if !ok {
		n = termRef(len(a.terms))
		a.number[v] = n
		a.terms = append(a.terms, v)
	}
	return n
}

// place is that of a direction among [quad.Directions].
func place(d quad.Direction) int { return int(d - quad.Subject) }

func (a *arrays) ValueOf(v quad.Value) (cayley.Ref, error) {
	if n, ok := a.number[v]; ok && v != nil {
		return n, nil
	}
	return nil, nil
}

func (a *arrays) NameOf(r cayley.Ref) (quad.Value, error) {
	switch r := r.(type) {
	case termRef:
		return a.terms[r], nil
	case refs.PreFetchedValue:
		return r.NameOf(), nil
	}
	return nil, nil
}

var errNoQuad = errors.New("this is no reference of a quad of a snapshot")

func (a *arrays) Quad(r cayley.Ref) (q quad.Quad, err error) {
	n, ok := r.(quadRef)
	if !ok {
		return q, errNoQuad
	}
	for j, d := range quad.Directions {
		if t := a.quads[n][j]; t != 0 {
			q.Set(d, a.terms[t])
		}
	}
	return q, nil
}

func (a *arrays) QuadDirection(r cayley.Ref, d quad.Direction) (cayley.Ref, error) {
	n, ok := r.(quadRef)
	if !ok {
		return nil, errNoQuad
	}
	if t := a.quads[n][place(d)]; t != 0 {
		return t, nil
	}
	return nil, nil
}

// having are the quads that have a term in a direction.
func (a *arrays) having(d quad.Direction, t termRef) []uint32 {
	j := place(d)
	return a.list[j][a.start[j][t]:a.start[j][t+1]]
}

func (a *arrays) QuadIterator(d quad.Direction, r cayley.Ref) iterator.Shape {
	t, ok := r.(termRef)
	if !ok {
		return iterator.NewNull()
	}
	return &arrayShape{arrays: a, list: a.having(d, t), ref: func(n uint32) cayley.Ref { return quadRef(n) },
		contains: func(r cayley.Ref) bool { n, ok := r.(quadRef); return ok && a.quads[n][place(d)] == t }}
}

func (a *arrays) QuadIteratorSize(_ context.Context, d quad.Direction, r cayley.Ref) (refs.Size, error) {
	t, ok := r.(termRef)
	if !ok {
		return refs.Size{Exact: true}, nil
	}
	return refs.Size{Value: int64(len(a.having(d, t))), Exact: true}, nil
}

func (a *arrays) QuadsAllIterator() iterator.Shape {
	return &arrayShape{arrays: a, list: snapshot.Ascending(0, len(a.quads)), ref: func(n uint32) cayley.Ref { return quadRef(n) },
		contains: func(r cayley.Ref) bool { _, ok := r.(quadRef); return ok }}
}

func (a *arrays) NodesAllIterator() iterator.Shape {
	return &arrayShape{arrays: a, list: snapshot.Ascending(1, len(a.terms)), ref: func(n uint32) cayley.Ref { return termRef(n) },
		contains: func(r cayley.Ref) bool { _, ok := r.(termRef); return ok }}
}

func (a *arrays) Stats(context.Context, bool) (cayley.Stats, error) {
	return cayley.Stats{
		Nodes: refs.Size{Value: int64(len(a.terms) - 1), Exact: true},
		Quads: refs.Size{Value: int64(len(a.quads)), Exact: true},
	}, nil
}

func (a *arrays) ApplyDeltas([]cayley.Delta, cayley.IgnoreOpts) error { return ErrReadOnly }

func (a *arrays) NewQuadWriter() (quad.WriteCloser, error) { return nil, ErrReadOnly }

func (a *arrays) Close() error { return nil }

// ValuesOf and RefsOf look many up at once.
func (a *arrays) ValuesOf(_ context.Context, list []cayley.Ref) ([]quad.Value, error) {
	values := make([]quad.Value, len(list))
	for i, r := range list {
		values[i], _ = a.NameOf(r)
	}
	return values, nil
}

func (a *arrays) RefsOf(_ context.Context, values []quad.Value) ([]cayley.Ref, error) {
	list := make([]cayley.Ref, len(values))
	for i, v := range values {
		list[i], _ = a.ValueOf(v)
	}
	return list, nil
}
