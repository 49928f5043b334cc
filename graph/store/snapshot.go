package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// pendingFacts bounds what a store keeps in memory of the documents that it
// wrote, so that the next snapshot need not read them back: where they are more, and
// more than an eighth of what the snapshot has, they are laid out with it, which
// takes a tenth of the room.
const (
	pendingFacts = 1 << 21
	pendingShare = 8
)

// pending are the documents that were written since the last snapshot; nil
// stands for one that was unloaded. It is complete as long as no other process
// can have written: that is, the store is a bbolt file that stayed open, or in
// memory.
type pending struct {
	complete  bool
	documents map[string]*graph.Document
	size      int
}

// keep notes what was written.
func (s *Store) keep(b *batch) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.pending.complete {
		return
	}
	for i := range b.parts {
		p := &b.parts[i]
		if b.changes[i] == (Change{}) {
			continue
		}
		s.pending.documents[p.id] = nil
		if !p.gone {
			s.pending.documents[p.id] = clone(&p.document)
			s.pending.size += sizeOf(len(p.document.Facts), len(p.document.Statements))
		}
	}
}

// sizeOf counts a statement with its evidence as four facts.
func sizeOf(facts, statements int) int { return facts + 4*statements }

// condense lays pending documents out where they are many.
func (s *Store) condense(ctx context.Context) error {
	s.mu.Lock()
	bound := s.room
	if s.snapshot != nil {
		bound = max(bound, sizeOf(factsOfNode*s.snapshot.Len(), s.snapshot.Edges())/pendingShare)
	}
	crowded := s.pending.complete && s.pending.size > bound
	s.mu.Unlock()
	if !crowded {
		return nil
	}
	return s.with(ctx, func(b backend) error {
		v, err := b.version(ctx)
		if err != nil {
			return err
		}
		made, err := s.make(ctx, b, s.snapshot, v)
		if err == nil {
			s.begin(made)
			s.unkept = true
		}
		return err
	})
}

// factsOfNode is about how many facts are known of an entity.
const factsOfNode = 6

// clone is a copy that shares nothing which the owner of the document may
// change. Its facts share the names of their subjects, which are most of their texts.
func clone(d *graph.Document) *graph.Document {
	c := *d
	c.Facts, c.Statements = slices.Clone(d.Facts), slices.Clone(d.Statements)
	for i := 1; i < len(c.Facts); i++ {
		if before := &c.Facts[i-1]; c.Facts[i].Subject == before.Subject {
			c.Facts[i].Subject = before.Subject
		}
	}
	for i := range c.Statements {
		c.Statements[i].Qualifiers = maps.Clone(c.Statements[i].Qualifiers)
	}
	return &c
}

// begin starts anew after a snapshot. The caller holds the lock.
func (s *Store) begin(snapshot *snapshot.Snapshot) {
	s.snapshot, s.pending = snapshot, pending{complete: !s.shared, documents: map[string]*graph.Document{}}
	s.unkept = false
}

// holds reports whether a document is known to be there as it is, without
// reading it from the store. It may say no where it is.
func (s *Store) holds(d *graph.Document) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.snapshot == nil || !s.pending.complete {
		return false
	}
	held, written := s.pending.documents[d.ID]
	if !written {
		if shown, ok := s.snapshot.Document(d.ID); ok {
			held = &shown
		}
	}
	return held != nil && equal(held, d)
}

// Snapshot is what the store holds now. As long as nothing was written it gives
// the same snapshot again; else it reads what was written since, and only where
// it has no older snapshot, everything. What it reads must be what was written;
// the error wraps [ErrDamaged] where it is not. The newest one is kept in a file,
// from which a later process takes it: beside a bbolt store, its name with
// [SnapshotExtension]; for a database server, in [Options.Snapshots].
//
// A file that cannot be written is no error of a snapshot: [Options.Warn] is
// told.
func (s *Store) Snapshot(ctx context.Context) (*snapshot.Snapshot, error) {
	snap, err := s.unopened(ctx)
	if snap != nil || err != nil {
		return snap, err
	}
	err = s.with(ctx, func(b backend) error {
		snap, err = s.newest(ctx, b)
		return err
	})
	return snap, err
}

// unopened is the newest snapshot of a bbolt file that is only read, where there
// is one of what the file's journal ends with; else nil, and the file must be
// copied and opened.
func (s *Store) unopened(ctx context.Context) (*snapshot.Snapshot, error) {
	if !s.isCopied() {
		return nil, nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return nil, ErrClosed
	}
	v, _, err := boltRevision(ctx, s.path, s.options)
	if err != nil {
		return nil, s.named(err)
	}
	if s.snapshot == nil || s.snapshot.Revision != v {
		if kept := s.fromFile(); kept != nil && (s.snapshot == nil || kept.Revision == v) {
			s.snapshot = kept
		}
	}
	if s.snapshot != nil && s.snapshot.Revision == v {
		return s.snapshot, nil
	}
	return nil, s.release() // it may be a copy of an earlier content
}

// fromFile reads the snapshot that was kept; nil where none is of use.
func (s *Store) fromFile() *snapshot.Snapshot {
	if s.file == "" {
		return nil
	}
	kept, err := snapshot.ReadAfter(s.file, s.snapshot)
	if err != nil && !errors.Is(err, os.ErrNotExist) && !errors.Is(err, snapshot.ErrOther) {
		s.options.warn(fmt.Errorf("%w; it is made anew", err))
	}
	return kept
}

// newest finds or makes the snapshot of what a back end holds. The caller holds
// the lock.
func (s *Store) newest(ctx context.Context, b backend) (*snapshot.Snapshot, error) {
	v, err := b.version(ctx)
	if err != nil {
		return nil, err
	}
	base := s.snapshot
	if base == nil && !s.isCopied() {
		base = s.fromFile()
	}
	made := base
	switch {
	case base == nil || base.Revision != v:
		if made, err = s.make(ctx, b, base, v); err != nil {
			return nil, err
		}
	case base != s.snapshot:
		s.begin(base)
		return base, nil
	case !s.unkept:
		return base, nil
	}
	if s.file != "" && made.Revision != (snapshot.Revision{}) {
		if err := s.keepFile(made); err != nil {
			s.options.warn(fmt.Errorf("the snapshot is not kept, so the next start takes longer: %w", err))
		}
	}
	s.begin(made)
	return made, nil
}

// keepFile writes a snapshot's file. Its folder is made, as none may have been
// needed before.
func (s *Store) keepFile(snapshot *snapshot.Snapshot) error {
	if err := os.MkdirAll(filepath.Dir(s.file), 0o755); err != nil {
		return err
	}
	return snapshot.WriteFile(s.file)
}

// make extends an older snapshot to a version by what the journal names or, where
// there is none or it is not of this store, reads everything.
func (s *Store) make(
	ctx context.Context, b backend, base *snapshot.Snapshot, v snapshot.Revision,
) (made *snapshot.Snapshot, err error) {
	err = steadily(ctx, b, func(now snapshot.Revision) error {
		if now != v {
			return errChanged
		}
		made, err = s.extend(ctx, b, base)
		return err
	})
	if err != nil {
		return nil, err
	}
	if made == nil {
		var documents []graph.Document
		if documents, v, err = readAll(ctx, b); err != nil {
			return nil, err
		}
		made = snapshot.New(documents)
	}
	made.Revision = v
	return made, nil
}

// extend gives nil where everything must be read.
func (s *Store) extend(ctx context.Context, b backend, base *snapshot.Snapshot) (*snapshot.Snapshot, error) {
	written, err := changedSince(ctx, b, base)
	if err != nil || written == nil || base == nil && !s.hasAll(written) {
		return nil, err
	}
	var changed []graph.Document
	var gone []string
	for _, id := range slices.Sorted(maps.Keys(written)) {
		d, ok, err := s.current(ctx, b, written[id])
		if err != nil {
			return nil, err
		}
		if ok {
			changed = append(changed, d)
		} else {
			gone = append(gone, id)
		}
	}
	if base == nil {
		return snapshot.New(changed), nil
	}
	return base.With(changed, gone...), nil
}

// hasAll says that this process wrote all those documents.
func (s *Store) hasAll(written map[string]manifest) bool {
	for id := range written {
		if _, ok := s.pending.documents[id]; !ok {
			return false
		}
	}
	return s.pending.complete
}

// current is a document as the store holds it, which must be as it was written;
// ok is false where it does not hold it.
func (s *Store) current(ctx context.Context, b backend, written manifest) (d graph.Document, ok bool, err error) {
	if known, mine := s.pending.documents[written.ID]; mine {
		if known == nil {
			return graph.Document{}, false, nil
		}
		return *known, true, nil
	}
	quads, err := readDocumentQuads(ctx, b, written.ID)
	if err != nil || len(quads) == 0 && written.Quads == 0 {
		return graph.Document{}, false, err
	}
	d, err = asWritten(written.ID, quads, written)
	return d, true, err
}

// changedSince gives what the journal says last of the documents that were
// written since a snapshot, or, of a store with a journal from its first write
// on, since it was empty. It gives nil where the journal does not know the
// snapshot.
func changedSince(ctx context.Context, b backend, base *snapshot.Snapshot) (map[string]manifest, error) {
	var from snapshot.Revision
	if base != nil {
		from = base.Revision
	}
	entries, err := b.journal(ctx, from.Writes)
	if err != nil || len(entries) == 0 {
		return nil, err
	}
	switch known := base != nil && entries[0].Revision == from; {
	case known:
		entries = entries[1:]
	case base != nil || entries[0].Writes != 1:
		return nil, nil
	}
	written := map[string]manifest{}
	for _, e := range entries {
		for _, m := range e.Documents {
			written[m.ID] = m
		}
	}
	return written, nil
}

// SnapshotExtension follows the path of a bbolt store in the name of the file
// that keeps its snapshot.
const SnapshotExtension = ".snapshot"

// snapshotFile is where the snapshot of a store is kept; empty for nowhere.
func snapshotFile(scheme, rest string, options Options) string {
	switch {
	case scheme == "bbolt":
		return rest + SnapshotExtension
	case scheme == "mem" || options.Snapshots == "":
		return ""
	}
	name := sha256.Sum256([]byte(rest))
	return filepath.Join(options.Snapshots, hex.EncodeToString(name[:8])+SnapshotExtension)
}
