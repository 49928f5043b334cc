package store

import (
	"bytes"
	"context"
	"errors"

	hidalgo "github.com/hidal-go/hidalgo/kv"
	bolt "go.etcd.io/bbolt"
)

// Scan gives the pairs of one tree whose keys begin alike: Cayley asks for no
// others.
func (t *packedTx) Scan(_ context.Context, options ...hidalgo.IteratorOption) hidalgo.Iterator {
	return hidalgo.ApplyIteratorOptions(&packedScan{tx: t, err: errWideScan}, options)
}

var errWideScan = errors.New("only the pairs of one tree can be scanned")

type packedScan struct {
	tx         *packedTx
	tree       string
	prefix     []byte
	cursor     *bolt.Cursor
	key, value []byte
	err        error
}

func (s *packedScan) WithPrefix(k hidalgo.Key) hidalgo.Iterator {
	if len(k) == 1 {
		k = append(k, nil)
	}
	tree, prefix, part := placeOf(k)
	if tree == "" || part != 0 {
		return s
	}
	scan := &packedScan{tx: s.tx, tree: tree, prefix: prefix}
	if s.tx.write {
		scan.err = s.tx.flush()
	}
	return scan
}

func (s *packedScan) Reset() { s.cursor, s.key, s.value = nil, nil, nil }

func (s *packedScan) Next(context.Context) bool {
	if s.err != nil {
		return false
	}
	if s.cursor != nil {
		s.key, s.value = s.cursor.Next()
	} else if bucket := s.tx.tree(s.tree).bucket; bucket != nil {
		s.cursor = bucket.Cursor()
		s.key, s.value = s.cursor.Seek(s.prefix)
	}
	if s.key == nil || !bytes.HasPrefix(s.key, s.prefix) {
		return false
	}
	if s.tree == entriesTree {
		s.value, s.err = longEntry(s.value)
	}
	return s.err == nil
}

func (s *packedScan) Key() hidalgo.Key {
	tree, key := s.tree, s.key
	if hasWords(tree) {
		key = longKey(key)
	}
	if tree == entriesTree {
		tree = cayleyLog
	}
	return hidalgo.Key{[]byte(tree), key}
}

func (s *packedScan) Val() hidalgo.Value { return s.value }

func (s *packedScan) Err() error { return s.err }

func (s *packedScan) Close() error {
	s.Reset()
	return nil
}
