package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/kv"
	"github.com/hidal-go/hidalgo/kv/bbolt"
	bolt "go.etcd.io/bbolt"

	"mandategraph/graph"
)

// migrating follows the path of a bbolt store of the version before in the name of
// the file that is to take its place.
const migrating = ".migrating"

// journalBefore is the bucket of the journal in files of the version before.
const journalBefore = "mandategraph journal"

// isBefore says that a file is a store of a version before 3, in which quads lie in
// buckets of Cayley's making.
func isBefore(file *bolt.DB) (before bool, err error) {
	err = file.View(func(tx *bolt.Tx) error {
		before = tx.Bucket([]byte(cayleyLog)) != nil
		return nil
	})
	return before, err
}

// openBefore opens the quads of a file of the version before.
func openBefore(ctx context.Context, file *bolt.DB) (*boltStore, error) {
	b := &boltStore{file: file, journalBucket: journalBefore, readOnly: true}
	var err error
	if b.QuadStore, err = kv.New(bbolt.New(file), cayley.Options{kv.OptNoBloom: true}); err != nil {
		return nil, err
	}
	marked, err := readVersion(ctx, b)
	if err == nil && marked != StoreVersion-1 {
		err = refuse(ctx, b, marked, Options{ReadOnly: true})
	}
	return b, err
}

// migrate makes a store of this version beside one of the version before, which is
// open for writing, and puts it in its place, document by document. Killed
// meanwhile, it leaves the old one as it was. The file must then be opened anew.
func (b *boltStore) migrate(ctx context.Context, path string, options Options) error {
	before, err := openBefore(ctx, b.file)
	if err != nil {
		return err
	}
	mode := fs.FileMode(0o644)
	if info, err := os.Stat(path); err == nil {
		mode = info.Mode().Perm()
	}
	beside := path + migrating
	if err = removeStore(beside); err != nil {
		return err
	}
	err = fillFile(ctx, beside, options, func(s *Store) error { return copyDocuments(ctx, before, s) })
	if err == nil {
		err = os.Chmod(beside, mode)
	}
	if err != nil {
		return errors.Join(fmt.Errorf("bring it to version %d: %w", StoreVersion, err), removeStore(beside))
	}
	return takePlace(beside, path)
}

// copyDocuments loads the documents of a store of the version before, each as its
// journal says that it was written, a few at a time.
func copyDocuments(ctx context.Context, before *boltStore, to *Store) error {
	const together = 256
	v, err := before.version(ctx)
	if err != nil {
		return err
	}
	written, err := manifests(ctx, before, v)
	if err != nil {
		return err
	}
	ids, err := documentIDs(ctx, before)
	if err != nil {
		return err
	}
	for len(ids) > 0 {
		n := min(together, len(ids))
		documents := make([]graph.Document, 0, n)
		for _, id := range ids[:n] {
			d, _, err := documentBefore(ctx, before, id, written[id])
			if err != nil {
				return err
			}
			documents = append(documents, d)
		}
		if err := to.Load(ctx, documents, func(int, Change) {}); err != nil {
			return err
		}
		ids = ids[n:]
	}
	return nil
}
