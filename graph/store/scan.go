package store

import (
	"context"
	"fmt"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/iterator"
	"github.com/cayleygraph/quad"

	"mandategraph/graph"
)

// A row is a quad as references of its back end, in the order of
// [quad.Directions].
type row [4]cayley.Ref

// scan reads the quads of an iterator, all or at most limit where it is above
// zero, and closes it: an open iterator stops the writers of bbolt.
func scan(ctx context.Context, b backend, shape iterator.Shape, limit int) (rows []row, err error) {
	it := shape.Iterate()
	defer func() {
		if closing := it.Close(); err == nil {
			err = closing
		}
	}()
	for (limit == 0 || len(rows) < limit) && it.Next(ctx) {
		var r row
		for i, d := range quad.Directions {
			if r[i], err = b.QuadDirection(it.Result(), d); err != nil {
				return nil, err
			}
		}
		rows = append(rows, r)
	}
	return rows, it.Err()
}

// scanNode reads the quads that have a node in a direction. The back ends tell
// in different ways that they do not know a node; all give no rows.
func scanNode(ctx context.Context, b backend, d quad.Direction, node quad.Value) ([]row, error) {
	ref, err := b.ValueOf(node)
	if err != nil || ref == nil {
		return nil, err
	}
	return scan(ctx, b, b.QuadIterator(d, ref), 0)
}

// resolve looks up the terms of rows, each distinct reference once.
func resolve(ctx context.Context, b backend, rows []row) ([]quad.Quad, error) {
	index := map[any]int{}
	var refs []cayley.Ref
	for _, r := range rows {
		for _, ref := range r {
			if ref == nil {
				continue
			}
			if _, ok := index[ref.Key()]; !ok {
				index[ref.Key()] = len(refs)
				refs = append(refs, ref)
			}
		}
	}
	values, err := b.values(ctx, refs)
	if err != nil {
		return nil, err
	}
	quads := make([]quad.Quad, len(rows))
	for i, r := range rows {
		for j, ref := range r {
			if ref == nil {
				return nil, fmt.Errorf("the store is %w: it holds the quad %v, which lacks a part", ErrDamaged, quads[i])
			}
			value := values[index[ref.Key()]]
			if value == nil {
				return nil, fmt.Errorf("the store is %w: a term of the quad %v is missing", ErrDamaged, quads[i])
			}
			quads[i].Set(quad.Directions[j], value)
		}
	}
	return quads, nil
}

// readVersion reads the version of the layout; zero means that there is none.
func readVersion(ctx context.Context, b backend) (quad.Int, error) {
	rows, err := scanNode(ctx, b, quad.Label, entityIRI(graph.StoreID))
	if err != nil {
		return 0, err
	}
	quads, err := resolve(ctx, b, rows)
	if err != nil {
		return 0, err
	}
	for _, q := range quads {
		if n, ok := q.Object.(quad.Int); ok && q.Predicate == vocabularyIRI(graph.VersionTerm) {
			return n, nil
		}
	}
	return 0, nil
}

// scanDocument reads all rows of a document: those with its own label, then
// the statements, each labelled with a node that the document lists: by its range,
// or, in a store of the version before, by a quad of its own. None mean that the
// store does not hold it.
func scanDocument(ctx context.Context, b backend, id string) ([]row, error) {
	label := entityIRI(id)
	rows, err := scanNode(ctx, b, quad.Label, label)
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	ranges, err := b.ValueOf(vocabularyIRI(graph.RangeTerm))
	if err != nil {
		return nil, err
	}
	lists, err := b.ValueOf(vocabularyIRI(graph.StatementTerm))
	if err != nil {
		return nil, err
	}
	for _, r := range rows[:len(rows):len(rows)] {
		var node cayley.Ref
		switch {
		case same(r[1], ranges):
			node = r[0]
		case same(r[1], lists):
			node = r[2]
		default:
			continue
		}
		statement, err := scan(ctx, b, b.QuadIterator(quad.Label, node), 0)
		if err != nil {
			return nil, err
		}
		rows = append(rows, statement...)
	}
	return rows, nil
}

// same reports whether two references are of one term.
func same(a, b cayley.Ref) bool { return a != nil && b != nil && a.Key() == b.Key() }

func readDocumentQuads(ctx context.Context, b backend, id string) ([]quad.Quad, error) {
	rows, err := scanDocument(ctx, b, id)
	if err != nil {
		return nil, err
	}
	return resolve(ctx, b, rows)
}
