package store

import (
	"context"
	"fmt"

	"github.com/cayleygraph/quad"

	"mandategraph/graph"
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

// migrate brings a store of version 1, which has no journal, to this one, all
// or nothing: the quads of documents stay as they are.
func migrate(ctx context.Context, b backend) error {
	ids, err := documentIDs(ctx, b)
	if err != nil {
		return err
	}
	documents := make([]manifest, 0, len(ids))
	for _, id := range ids {
		quads, err := readDocumentQuads(ctx, b, id)
		if err != nil {
			return err
		}
		m := manifestOf(id, quads)
		m.change = m.Sum // they were in no sum before
		documents = append(documents, m)
	}
	marker := manifest{}
	addQuads(&marker.change, []quad.Quad{versionQuad(StoreVersion)})
	return b.write(ctx, []quad.Quad{versionQuad(StoreVersion - 1)}, []quad.Quad{versionQuad(StoreVersion)}, append(documents, marker)...)
}
