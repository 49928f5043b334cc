package store

import (
	"context"
	"encoding/binary"
	"errors"
	"maps"
	"slices"
	"strings"

	hidalgo "github.com/hidal-go/hidalgo/kv"
	bolt "go.etcd.io/bbolt"
)

// packed lays what Cayley keeps under keys into a few trees of bbolt. Cayley asks
// for 131,072 of them, two for each beginning of a hash, which then take most of a
// file and of the time; here one tree has all nodes, each with both of its values.
// What a transaction writes is kept in memory until it ends and put into the trees
// in the order of its keys, so that each page is met once.
type packed struct{ file *bolt.DB }

func (p packed) Close() error { return p.file.Close() }

func (p packed) View(ctx context.Context, f func(hidalgo.Tx) error) error {
	return hidalgo.View(ctx, p, f)
}

func (p packed) Update(ctx context.Context, f func(hidalgo.Tx) error) error {
	return hidalgo.Update(ctx, p, f)
}

func (p packed) Tx(_ context.Context, write bool) (hidalgo.Tx, error) {
	tx, err := p.file.Begin(write)
	if err != nil {
		return nil, err
	}
	return &packedTx{tx: tx, write: write, trees: map[string]*packedTree{}}, nil
}

// Cayley's keys have two parts: the name of a tree and the key in it. The names
// here are the same, but for the log of quads and terms, by whose name files of the
// version before are told, and for the trees of nodes. Of a node Cayley keeps its
// number in a tree whose name begins with v, and how often it is referred to in one
// that begins with n; two bytes of its hash follow.
const (
	nodesTree, entriesTree, metaTree, cayleyLog = "nodes", "entries", "meta", "log"

	numberTrees, countTrees byte = 'v', 'n'
)

// placeOf says in which tree and under which key something is, and of the two values
// of a node which it is; else part is zero.
func placeOf(k hidalgo.Key) (tree string, key []byte, part byte) {
	if len(k) != 2 {
		return "", nil, 0
	}
	tree, key = string(k[0]), k[1]
	switch {
	case len(tree) == 3 && (tree[0] == numberTrees || tree[0] == countTrees):
		return nodesTree, key, tree[0]
	case tree == cayleyLog:
		tree = entriesTree
	}
	if hasWords(tree) {
		key = shortKey(key)
	}
	return tree, key, 0
}

// packedTx is a transaction.
type packedTx struct {
	tx    *bolt.Tx
	write bool
	trees map[string]*packedTree
}

// A packedTree is a bucket of bbolt, with what a transaction has written since and is
// not yet there: pairs in the order in which they were written, which for most trees
// is nearly that of the keys. The last pair of a key counts; one without a value
// removes it.
type packedTree struct {
	bucket  *bolt.Bucket // nil where there is none yet
	pairs   []packedPair
	indexed int            // how many pairs are in index
	index   map[string]int // of the last pair of a key
}

type packedPair struct {
	key   string
	value []byte
}

func (t *packedTx) tree(name string) *packedTree {
	tree := t.trees[name]
	if tree == nil {
		tree = &packedTree{bucket: t.tx.Bucket([]byte(name)), index: map[string]int{}}
		t.trees[name] = tree
	}
	return tree
}

// get reads what is under a key.
func (t *packedTree) get(key []byte) []byte {
	for ; t.indexed < len(t.pairs); t.indexed++ {
		t.index[t.pairs[t.indexed].key] = t.indexed
	}
	if i, written := t.index[string(key)]; written {
		return t.pairs[i].value
	}
	if t.bucket == nil {
		return nil
	}
	return t.bucket.Get(key)
}

// put writes a value, or removes it where it is nil.
func (t *packedTree) put(key, value []byte) {
	if i, written := t.index[string(key)]; written {
		t.pairs[i].value = value
		return
	}
	t.pairs = append(t.pairs, packedPair{string(key), value})
}

// flush puts what was written into the bucket.
func (t *packedTree) flush() error {
	slices.SortStableFunc(t.pairs, func(a, b packedPair) int { return strings.Compare(a.key, b.key) })
	for i, p := range t.pairs {
		if i+1 < len(t.pairs) && t.pairs[i+1].key == p.key {
			continue
		}
		var err error
		if p.value != nil {
			err = t.bucket.Put([]byte(p.key), p.value)
		} else {
			err = t.bucket.Delete([]byte(p.key))
		}
		if err != nil {
			return err
		}
	}
	clear(t.index)
	t.pairs, t.indexed = nil, 0
	return nil
}

// The two values of a node follow one another: its number, which is zero for none,
// and how often it is referred to, both as varints.
func splitNode(value []byte) (number, count []byte) {
	n, length := binary.Uvarint(value)
	if length <= 0 {
		return nil, nil
	}
	if number = value[:length]; n == 0 {
		number = nil
	}
	if count = value[length:]; len(count) == 0 {
		count = nil
	}
	return number, count
}

func joinNode(number, count []byte) []byte {
	switch {
	case len(number)+len(count) == 0:
		return nil
	case len(number) == 0:
		number = []byte{0}
	}
	return slices.Concat(number, count)
}

func (t *packedTx) get(k hidalgo.Key) (hidalgo.Value, error) {
	name, key, part := placeOf(k)
	value := t.tree(name).get(key)
	switch number, count := splitNode(value); {
	case part == numberTrees:
		return number, nil
	case part == countTrees:
		return count, nil
	case name == entriesTree:
		return longEntry(value)
	}
	return value, nil
}

func (t *packedTx) Get(_ context.Context, k hidalgo.Key) (hidalgo.Value, error) {
	value, err := t.get(k)
	if value == nil && err == nil {
		err = hidalgo.ErrNotFound
	}
	return value, err
}

func (t *packedTx) GetBatch(_ context.Context, keys []hidalgo.Key) ([]hidalgo.Value, error) {
	values := make([]hidalgo.Value, len(keys))
	for i, k := range keys {
		var err error
		if values[i], err = t.get(k); err != nil {
			return nil, err
		}
	}
	return values, nil
}

// Put also takes the wish for an empty tree, and leaves it: trees are made when
// something is in them.
func (t *packedTx) Put(_ context.Context, k hidalgo.Key, v hidalgo.Value) error {
	if name, key, part := placeOf(k); len(key) > 0 {
		t.set(name, key, part, v)
	}
	return t.writable()
}

func (t *packedTx) Del(_ context.Context, k hidalgo.Key) error {
	if name, key, part := placeOf(k); len(key) > 0 {
		t.set(name, key, part, nil)
	}
	return t.writable()
}

func (t *packedTx) writable() error {
	if !t.write {
		return hidalgo.ErrReadOnly
	}
	return nil
}

func (t *packedTx) set(name string, key []byte, part byte, value []byte) {
	tree := t.tree(name)
	switch {
	case name == entriesTree && value != nil:
		value = shortEntry(value)
	case part != 0:
		number, count := splitNode(tree.get(key))
		if part == numberTrees {
			number = value
		} else {
			count = value
		}
		value = joinNode(number, count)
	}
	tree.put(key, value)
}

// flush puts what was written into the trees.
func (t *packedTx) flush() (err error) {
	for _, name := range slices.Sorted(maps.Keys(t.trees)) {
		tree := t.trees[name]
		if len(tree.pairs) == 0 {
			continue
		}
		if tree.bucket == nil {
			if tree.bucket, err = t.tx.CreateBucket([]byte(name)); err != nil {
				return err
			}
		}
		tree.bucket.FillPercent = fillOf(name)
		if err := tree.flush(); err != nil {
			return err
		}
	}
	return nil
}

// fillOf is how full the pages of a tree are made when they are split. New entries
// of the log and the journal come last, new quads of an index mostly; hashes come
// anywhere.
func fillOf(tree string) float64 {
	switch tree {
	case entriesTree, journalBucket:
		return 1
	case nodesTree:
		return bolt.DefaultFillPercent
	}
	return 0.9
}

func (t *packedTx) Commit(context.Context) error {
	if err := t.flush(); err != nil {
		return err
	}
	return t.tx.Commit()
}

func (t *packedTx) Close() error {
	if err := t.tx.Rollback(); !errors.Is(err, bolt.ErrTxClosed) {
		return err
	}
	return nil
}
