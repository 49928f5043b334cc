package store

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// DocumentInfo is one row of the list of documents.
type DocumentInfo struct {
	ID string
	// Title is the first title that the document gives itself, or empty.
	Title string
	// Quads counts all that the document contributes, Statements its edges.
	Quads, Statements int
	// Rules is the version of the rules by which it was read; empty where it is not
	// known.
	Rules string
}

// Documents lists what is loaded, sorted by id, without [graph.ReferenceData].
func (s *Store) Documents(ctx context.Context) ([]DocumentInfo, error) {
	var infos []DocumentInfo
	err := s.with(ctx, func(b backend) error {
		snap, err := s.newest(ctx, b)
		if err != nil {
			return err
		}
		written, err := manifests(ctx, b, snap.Revision)
		infos = infosOf(snap, written)
		return err
	})
	return infos, err
}

func infosOf(snap *snapshot.Snapshot, written map[string]manifest) (infos []DocumentInfo) {
	for _, id := range snap.Documents() {
		d, _ := snap.Document(id)
		m := written[id]
		info := DocumentInfo{ID: id, Quads: m.Quads, Statements: m.Statements, Rules: m.Rules}
		for _, f := range d.Facts { // sorted
			if f.Subject == id && f.Property == "title" {
				info.Title = f.Value
				break
			}
		}
		infos = append(infos, info)
	}
	return infos
}

// documentIDs follows the identities of un:store.
func documentIDs(ctx context.Context, b backend) ([]string, error) {
	rows, err := scanNode(ctx, b, quad.Subject, entityIRI(graph.StoreID))
	if err != nil {
		return nil, err
	}
	quads, err := resolve(ctx, b, rows)
	if err != nil {
		return nil, err
	}
	var ids []string
	for _, q := range quads {
		if id, ok := nameOf(q.Object, graph.EntityPrefix); ok && q.Predicate == vocabularyIRI(graph.HoldsTerm) {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return ids, nil
}

// Document reads one document back as it was loaded, normalized. The error
// wraps [ErrNotFound] where the store does not hold it.
func (s *Store) Document(ctx context.Context, id string) (graph.Document, error) {
	var d graph.Document
	err := s.with(ctx, func(b backend) error {
		return steadily(ctx, b, func(v snapshot.Revision) error {
			quads, err := readDocumentQuads(ctx, b, id)
			if err != nil {
				return err
			}
			written, err := manifests(ctx, b, v)
			if err != nil {
				return err
			}
			if _, known := written[id]; len(quads) == 0 && known {
				return notAsWritten(id) // whose name a damaged page has lost
			} else if len(quads) == 0 {
				return fmt.Errorf("%s: %w", id, ErrNotFound)
			}
			d, err = asWritten(id, quads, written[id])
			return err
		})
	})
	return d, err
}

// Size is the number of quads in the store, those of un:store included.
func (s *Store) Size(ctx context.Context) (int64, error) {
	var size int64
	err := s.with(ctx, func(b backend) error {
		stats, err := b.Stats(ctx, true)
		size = stats.Quads.Value
		return err
	})
	return size, err
}

// allQuads reads everything that a store holds.
func allQuads(ctx context.Context, b backend) ([]quad.Quad, error) {
	rows, err := scan(ctx, b, b.QuadsAllIterator(), 0)
	if err != nil {
		return nil, err
	}
	return resolve(ctx, b, rows)
}

// readAll reads all documents in one pass, sorted by id, and the version of
// which they are. What is there must be what was written.
func readAll(ctx context.Context, b backend) ([]graph.Document, snapshot.Revision, error) {
	quads, v, err := b.everything(ctx)
	if err != nil {
		return nil, v, err
	}
	var sum snapshot.Sum
	if addQuads(&sum, quads); sum != v.Sum {
		return nil, v, fmt.Errorf(
			"the store is %w: its quads are not those that were written, as their sum differs from the journal's", ErrDamaged,
		)
	}
	byID, err := byDocument(quads)
	if err != nil {
		return nil, v, err
	}
	documents := make([]graph.Document, 0, len(byID))
	for _, id := range slices.Sorted(maps.Keys(byID)) {
		d, err := DocumentOf(id, byID[id])
		if err != nil {
			return nil, v, err
		}
		documents = append(documents, d)
	}
	return documents, v, nil
}

// asWritten is a document of its quads, which must be those that the journal
// tells of.
func asWritten(id string, quads []quad.Quad, written manifest) (graph.Document, error) {
	if held := manifestOf(id, quads); held.Sum != written.Sum {
		return graph.Document{}, notAsWritten(id)
	}
	return DocumentOf(id, quads)
}

func notAsWritten(id string) error {
	return fmt.Errorf("the store is %w: the quads of %s are not those that were written", ErrDamaged, id)
}

// byDocument sorts quads by the document to which they belong.
func byDocument(quads []quad.Quad) (map[string][]quad.Quad, error) {
	store := entityIRI(graph.StoreID)
	byID := map[string][]quad.Quad{}
	for _, q := range quads {
		if q.Subject == store && q.Predicate == vocabularyIRI(graph.HoldsTerm) {
			id, _ := nameOf(q.Object, graph.EntityPrefix)
			byID[id] = nil
		}
	}
	for _, q := range quads {
		if q.Label == store {
			continue
		}
		id, err := ownerOf(q, byID)
		if err != nil {
			return nil, err
		}
		byID[id] = append(byID[id], q)
	}
	return byID, nil
}

// ownerOf is the id of the document whose label, or whose statement node's, a
// quad carries.
func ownerOf(q quad.Quad, documents map[string][]quad.Quad) (string, error) {
	id, ok := nameOf(q.Label, graph.EntityPrefix)
	if _, loaded := documents[id]; ok && loaded {
		return id, nil
	}
	if i := strings.LastIndex(id, "#"); i > 0 {
		if _, loaded := documents[id[:i]]; loaded {
			return id[:i], nil
		}
	}
	return "", fmt.Errorf("the store is %w: the quad %v belongs to no document", ErrDamaged, q)
}
