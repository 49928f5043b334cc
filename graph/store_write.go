package graph

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/cayleygraph/quad"
)

// A Change counts the quads that a write added and removed.
type Change struct{ Added, Removed int }

// Replace makes the store hold exactly this document under its id, whatever
// was there before. Only the difference is written, all or nothing; the same
// document again writes nothing. A document that fails [Document.Check] is
// refused.
func (s *Store) Replace(ctx context.Context, d Document) (Change, error) {
	d.Facts, d.Statements = slices.Clone(d.Facts), slices.Clone(d.Statements)
	d.Normalize()
	if err := d.Check(); err != nil {
		return Change{}, err
	}
	return s.change(ctx, d.ID, func([]quad.Quad) ([]quad.Quad, error) { return d.Quads(), nil })
}

// Unload removes what a document contributed, and nothing else. The error
// wraps [ErrNotFound] where the store does not hold it.
func (s *Store) Unload(ctx context.Context, id string) (Change, error) {
	return s.change(ctx, id, func(old []quad.Quad) ([]quad.Quad, error) {
		if len(old) == 0 {
			return nil, fmt.Errorf("%s: %w", id, ErrNotFound)
		}
		return nil, nil
	})
}

// change replaces the quads of a document by those that next makes of them.
func (s *Store) change(ctx context.Context, id string, next func(old []quad.Quad) ([]quad.Quad, error)) (Change, error) {
	if s.options.ReadOnly {
		return Change{}, ErrReadOnly
	}
	var change Change
	err := s.with(ctx, func(b backend) (err error) {
		err = b.exclusively(ctx, func() (err error) {
			change, err = changeOnce(ctx, b, id, next)
			return err
		})
		if change != (Change{}) {
			s.snapshot = nil
		}
		return err
	})
	if err != nil && !errors.Is(err, ErrNotFound) {
		err = fmt.Errorf("writing document %s: %w", id, err)
	}
	return change, err
}

func changeOnce(ctx context.Context, b backend, id string, next func(old []quad.Quad) ([]quad.Quad, error)) (Change, error) {
	old, err := readDocumentQuads(ctx, b, id)
	if err != nil {
		return Change{}, err
	}
	quads, err := next(old)
	if err != nil {
		return Change{}, err
	}
	remove, add := difference(old, quads), difference(quads, old)
	change := Change{Added: len(add), Removed: len(remove)}
	if change == (Change{}) {
		return change, nil
	}
	if err := ctx.Err(); err != nil {
		return Change{}, err
	}
	if err := b.write(ctx, remove, add); err != nil {
		return Change{}, err
	}
	return change, nil
}

// difference lists the quads of a that are not in b, each once, in the order
// of a. Cayley counts a quad that is added twice as two references to its
// nodes, which then are never removed.
func difference(a, b []quad.Quad) []quad.Quad {
	seen := make(map[quad.Quad]bool, len(a)+len(b))
	for _, q := range b {
		seen[q] = true
	}
	var rest []quad.Quad
	for _, q := range a {
		if !seen[q] {
			seen[q] = true
			rest = append(rest, q)
		}
	}
	return rest
}
