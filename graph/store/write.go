package store

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"

	"github.com/cayleygraph/quad"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// A Change counts the quads that a write added and removed.
type Change struct{ Added, Removed int }

// batchQuads is about how many quads one transaction of [Store.Load] writes:
// more are no faster on bbolt.
const batchQuads = 30000

// Replace makes the store hold exactly this document under its id, whatever
// was there before. Only the difference is written, all or nothing; the same
// document again writes nothing. A document that fails [graph.Document.Check] is
// refused.
func (s *Store) Replace(ctx context.Context, d graph.Document) (Change, error) {
	var change Change
	err := s.Load(ctx, []graph.Document{d}, func(_ int, c Change) { change = c })
	return change, err
}

// Load is [Store.Replace] of many documents. Several share a transaction where
// they are small, each document whole; written is told, in their order, of
// those that the store now holds. After an error or where the context ends,
// the store holds those and no others, and a second call goes on.
func (s *Store) Load(ctx context.Context, documents []graph.Document, written func(i int, change Change)) error {
	return s.Feed(ctx, func(yield func(graph.Document, string) bool) {
		for _, d := range documents {
			if !yield(d, "") {
				return
			}
		}
	}, written)
}

// Feed is [Store.Load] of documents as they come, each with the version of the rules
// by which it was read; one that is there already is marked with it, too. While a
// transaction is written and waits for the disk, those that come next are made
// ready. They are taken from another goroutine, which ends with documents or, soon
// after, with ctx.
func (s *Store) Feed(
	ctx context.Context, documents iter.Seq2[graph.Document, string], written func(i int, change Change),
) error {
	if s.options.ReadOnly {
		return ErrReadOnly
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	var b batch
	begin := 0
	write := func() error {
		if len(b.parts) == 0 {
			return nil
		}
		if err := s.change(ctx, &b); err != nil {
			return err
		}
		for i, c := range b.changes {
			written(begin+i, c)
		}
		begin += len(b.parts)
		b = batch{}
		return s.condense(ctx)
	}
	for made := range s.makeReady(ctx, documents) {
		p := <-made
		if b.full(p.id) {
			if err := write(); err != nil {
				return err
			}
		}
		p, err := s.settled(ctx, p)
		if err = errors.Join(err, p.refused); err != nil {
			return err
		}
		b.parts, b.quads = append(b.parts, p), b.quads+len(p.quads)
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	return write()
}

// Unload removes what a document contributed, and nothing else. The error
// wraps [ErrNotFound] where the store does not hold it.
func (s *Store) Unload(ctx context.Context, id string) (Change, error) {
	if s.options.ReadOnly {
		return Change{}, ErrReadOnly
	}
	b := batch{parts: []part{goingPart(id)}}
	if err := s.change(ctx, &b); err != nil {
		return Change{}, err
	}
	return b.changes[0], nil
}

// A batch is what one transaction writes.
type batch struct {
	parts   []part
	quads   int
	changes []Change // of each part, once it is written
}

// A part is one document of a batch.
type part struct {
	id       string
	document graph.Document
	quads    []quad.Quad
	written  manifest
	refused  error // why it cannot be written
	gone     bool  // it is to be unloaded
	same     bool  // it is there already
	rules    string
}

// full says that a document belongs into the next batch.
func (b *batch) full(id string) bool {
	return b.quads >= batchQuads || slices.ContainsFunc(b.parts, func(p part) bool { return p.id == id })
}

// newPart makes a document ready to be written.
func newPart(d graph.Document, rules string) part {
	d = normalized(d)
	p := part{id: d.ID, document: d, refused: d.Check(), rules: rules}
	if p.refused == nil {
		p.quads = Quads(&d)
		p.written = manifestOf(d.ID, p.quads)
		p.written.Rules = rules
	}
	return p
}

// goingPart is a document that shall go.
func goingPart(id string) part { return part{id: id, gone: true, written: manifest{ID: id}} }

// normalized is [Document.Normalize] that leaves the lists as they were.
func normalized(d graph.Document) graph.Document {
	if !ascends(d.Facts, graph.Fact.Compare) || !ascends(d.Statements, graph.Statement.Compare) {
		d.Facts, d.Statements = slices.Clone(d.Facts), slices.Clone(d.Statements)
		d.Normalize()
	}
	return d
}

// equal reports whether two normalized documents say the same.
func equal(d *graph.Document, e *graph.Document) bool {
	return d.Source == e.Source && slices.Equal(d.Facts, e.Facts) && slices.EqualFunc(d.Statements, e.Statements, graph.Statement.Equal)
}

// ascends says that a list is sorted and has nothing twice.
func ascends[T any](list []T, compare func(a, b T) int) bool {
	for i := 1; i < len(list); i++ {
		if compare(list[i-1], list[i]) >= 0 {
			return false
		}
	}
	return true
}

// change writes a batch.
func (s *Store) change(ctx context.Context, batch *batch) error {
	err := s.with(ctx, func(b backend) (err error) {
		return b.exclusively(ctx, func() error { return batch.write(ctx, b, s.marks) })
	})
	if err != nil {
		id := batch.parts[0].id
		if errors.Is(err, ErrNotFound) {
			return err
		}
		if len(batch.parts) > 1 {
			return fmt.Errorf("writing documents %s to %s: %w", id, batch.parts[len(batch.parts)-1].id, err)
		}
		return fmt.Errorf("writing document %s: %w", id, err)
	}
	s.keep(batch)
	for i := range batch.parts {
		if p := &batch.parts[i]; !p.same {
			s.marks.note(p.id, p.rules)
		}
	}
	return nil
}

// write writes what is different from what the store holds.
func (b *batch) write(ctx context.Context, to backend, marks *marks) error {
	var remove []quad.Quad
	var written []manifest
	add := make([]quad.Quad, 0, b.quads)
	b.changes = b.changes[:0]
	for i := range b.parts {
		p := &b.parts[i]
		if p.same {
			b.changes = append(b.changes, Change{})
			continue
		}
		old, err := readDocumentQuads(ctx, to, p.id)
		if err != nil {
			return err
		}
		if p.gone && len(old) == 0 {
			return fmt.Errorf("%s: %w", p.id, ErrNotFound)
		}
		less, more := difference(old, p.quads), difference(p.quads, old)
		b.changes = append(b.changes, Change{Added: len(more), Removed: len(less)})
		if len(less)+len(more) == 0 {
			if known, err := marks.know(ctx, to, p.id, p.rules); known || err != nil {
				if err != nil {
					return err
				}
				continue
			}
		}
		m := p.written
		if m.change = m.Sum; len(old) > 0 {
			m.change = snapshot.Sum{}
			addQuads(&m.change, more)
			removeQuads(&m.change, less)
		}
		remove, add, written = append(remove, less...), append(add, more...), append(written, m)
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if len(written) == 0 {
		return nil
	}
	return to.write(ctx, remove, add, written...)
}

// difference lists the quads of a that are not in b, in the order of a. Neither
// has a quad twice: Cayley counts one that is added again as another reference
// to its nodes, which then are never removed.
func difference(a, b []quad.Quad) []quad.Quad {
	if len(a) == 0 || len(b) == 0 {
		return a
	}
	seen := make(map[quad.Quad]bool, len(b))
	for _, q := range b {
		seen[q] = true
	}
	var rest []quad.Quad
	for _, q := range a {
		if !seen[q] {
			rest = append(rest, q)
		}
	}
	return rest
}
