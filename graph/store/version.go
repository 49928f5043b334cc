package store

import (
	"context"
	"fmt"

	"github.com/cayleygraph/quad"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// versionQuad says which version of the layout a store has.
func versionQuad(version quad.Int) quad.Quad {
	store := entityIRI(graph.StoreID)
	return quad.Quad{Subject: store, Predicate: vocabularyIRI(graph.VersionTerm), Object: version, Label: store}
}

// initialize checks the version marker of a store and writes it into an empty
// one.
func initialize(ctx context.Context, b backend, options Options) error {
	marked, err := readVersion(ctx, b)
	if err != nil || marked == StoreVersion {
		return err
	}
	if options.ReadOnly {
		return refuse(ctx, b, marked, options)
	}
	return b.exclusively(ctx, func() error {
		// Then the marker again: another process may just have made the store.
		marked, err := readVersion(ctx, b)
		if err != nil || marked == StoreVersion {
			return err
		}
		if err := refuse(ctx, b, marked, options); err != nil {
			return err
		}
		if marked == 0 {
			return b.write(ctx, nil, []quad.Quad{versionQuad(StoreVersion)})
		}
		return migrate(ctx, b)
	})
}

// refuse says why a store whose marker is not of this version cannot be opened;
// zero stands for none.
func refuse(ctx context.Context, b backend, marked quad.Int, options Options) error {
	rows, err := scan(ctx, b, b.QuadsAllIterator(), 1)
	switch {
	case err != nil:
		return err
	case marked == 0 && len(rows) > 0:
		return fmt.Errorf("%w: it holds quads of another program", ErrVersion)
	case marked == 0 && options.ReadOnly:
		return fmt.Errorf("%w: it is empty", ErrNoStore)
	case marked == 0:
		return nil
	case marked != StoreVersion-1:
		return fmt.Errorf("%w: it has version %d, this program needs %d; load its documents into a new store", ErrVersion, marked, StoreVersion)
	case options.ReadOnly:
		return fmt.Errorf("%w: it has version %d, this program needs %d", ErrOld, marked, StoreVersion)
	}
	return nil
}

// migrate brings a store of the version before to this one, all or nothing. A bbolt
// file is made anew: see [boltStore.migrate].
func migrate(ctx context.Context, b backend) error {
	v, err := b.version(ctx)
	if err != nil {
		return err
	}
	written, err := manifests(ctx, b, v)
	if err != nil {
		return err
	}
	ids, err := documentIDs(ctx, b)
	if err != nil {
		return err
	}
	remove, add := []quad.Quad{versionQuad(StoreVersion - 1)}, []quad.Quad{versionQuad(StoreVersion)}
	marker := manifest{}
	removeQuads(&marker.change, remove)
	addQuads(&marker.change, add)
	changed := []manifest{marker}
	for _, id := range ids {
		d, old, err := documentBefore(ctx, b, id, written[id])
		if err != nil {
			return err
		}
		quads := Quads(&d)
		less, more := difference(old, quads), difference(quads, old)
		m := manifestOf(id, quads)
		addQuads(&m.change, more)
		removeQuads(&m.change, less)
		remove, add, changed = append(remove, less...), append(add, more...), append(changed, m)
	}
	return b.write(ctx, remove, add, changed...)
}

// documentBefore reads a document of a store of the version before, with its quads,
// which must be those that were written.
func documentBefore(ctx context.Context, b backend, id string, written manifest) (graph.Document, []quad.Quad, error) {
	quads, err := readDocumentQuads(ctx, b, id)
	if err != nil {
		return graph.Document{}, nil, err
	}
	var sum snapshot.Sum
	if addQuads(&sum, quads); sum != written.Sum {
		return graph.Document{}, nil, notAsWritten(id)
	}
	d, err := spelledDocument(id, quads)
	return d, quads, err
}
