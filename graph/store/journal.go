package store

import (
	"context"
	"database/sql"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"

	"github.com/cayleygraph/quad"
	hidalgo "github.com/hidal-go/hidalgo/kv"
	bolt "go.etcd.io/bbolt"

	"mandategraph/graph/snapshot"
)

// Beside the quads a store keeps a journal: one entry for each transaction,
// written with it, that says what the store holds since then. It tells a reader
// whether a snapshot is the newest and, where not, which documents to read
// again; and it counts what each document had when it was written.
type entry struct {
	snapshot.Revision
	Documents []manifest `json:"documents,omitempty"`
	// Check is a CRC-32C of the entry without it; zero in those of earlier
	// programs.
	Check uint32 `json:"check,omitempty"`
}

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// checksum is what Check shall be.
func (e entry) checksum() (uint32, error) {
	e.Check = 0
	text, err := json.Marshal(e)
	return crc32.Checksum(text, castagnoli), err
}

// text is the entry as it is stored.
func (e entry) text() (text []byte, err error) {
	if e.Check, err = e.checksum(); err != nil {
		return nil, err
	}
	return json.Marshal(e)
}

// A manifest counts what a document has; all are zero once it is unloaded.
type manifest struct {
	ID         string       `json:"id"`
	Quads      int          `json:"quads"`
	Facts      int          `json:"facts"`
	Statements int          `json:"statements"`
	Sum        snapshot.Sum `json:"sum"`
	// Rules is the version of the rules by which the document was read; empty where
	// it is not known.
	Rules string `json:"rules,omitempty"`
	// change is what the transaction adds to the sum of the store. It need not be
	// that of a document, which has an ID.
	change snapshot.Sum
}

// manifestOf counts the quads of a document: those of statements have the label
// of their own node.
func manifestOf(id string, quads []quad.Quad) manifest {
	m := manifest{ID: id, Quads: len(quads)}
	label := entityIRI(id)
	nodes := map[quad.Value]bool{}
	for i := range quads {
		if quads[i].Label != label {
			nodes[quads[i].Label] = true
		}
	}
	for i := range quads {
		name, _ := quads[i].Predicate.(quad.IRI)
		if quads[i].Label == label && propertyOfIRI[name] && !nodes[quads[i].Subject] {
			m.Facts++
		}
	}
	m.Statements = len(nodes)
	addQuads(&m.Sum, quads)
	return m
}

// entryAfter is the entry of a transaction that writes documents, or else only the
// given quads.
func entryAfter(v snapshot.Revision, remove, add []quad.Quad, documents []manifest) entry {
	v.Writes++
	var named []manifest
	for _, m := range documents {
		v.Sum.Plus(m.change)
		if m.ID != "" {
			named = append(named, m)
		}
	}
	if len(documents) == 0 {
		addQuads(&v.Sum, add)
		removeQuads(&v.Sum, remove)
	}
	return entry{Revision: v, Documents: named}
}

// last is the version that a journal ends with.
func last(entries []entry) snapshot.Revision {
	if len(entries) == 0 {
		return snapshot.Revision{}
	}
	return entries[len(entries)-1].Revision
}

// The bucket of the journal in a bbolt file. The keys are the numbers of the
// writes, the highest byte first.
const journalBucket = "journal"

func journalKey(writes int64) []byte { return binary.BigEndian.AppendUint64(nil, uint64(writes)) }

// putEntry is part of a transaction that writes.
func putEntry(ctx context.Context, tx hidalgo.Tx, e entry) error {
	text, err := e.text()
	if err != nil {
		return err
	}
	return tx.Put(ctx, hidalgo.Key{[]byte(journalBucket), journalKey(e.Writes)}, text)
}

func (b *boltStore) journal(_ context.Context, from int64) (entries []entry, err error) {
	err = b.file.View(func(tx *bolt.Tx) error {
		bucket := tx.Bucket([]byte(b.journalBucket))
		if bucket == nil {
			return nil
		}
		c := bucket.Cursor()
		for key, text := c.Seek(journalKey(from)); key != nil; key, text = c.Next() {
			e, err := readEntry(text)
			if err != nil {
				return err
			}
			entries = append(entries, e)
		}
		return inSequence(entries)
	})
	return entries, err
}

func (b *boltStore) version(context.Context) (v snapshot.Revision, err error) {
	err = b.file.View(func(tx *bolt.Tx) error {
		bucket := tx.Bucket([]byte(b.journalBucket))
		if bucket == nil {
			return nil
		}
		_, text := bucket.Cursor().Last()
		if text == nil {
			return nil
		}
		e, err := readEntry(text)
		v = e.Revision
		return err
	})
	return v, err
}

func (b *boltStore) everything(ctx context.Context) ([]quad.Quad, snapshot.Revision, error) {
	v, err := b.version(ctx)
	if err != nil {
		return nil, v, err
	}
	quads, err := allQuads(ctx, b)
	return quads, v, err
}

func readEntry(text []byte) (e entry, err error) {
	if err = json.Unmarshal(text, &e); err != nil {
		return e, fmt.Errorf("the store's journal is %w: %w", ErrDamaged, err)
	}
	sum, err := e.checksum()
	if err == nil && e.Check != 0 && e.Check != sum {
		err = fmt.Errorf("the store's journal is %w: entry %d has another checksum", ErrDamaged, e.Writes)
	}
	return e, err
}

// inSequence reports a journal in which entries are missing.
func inSequence(entries []entry) error {
	for i := 1; i < len(entries); i++ {
		if entries[i].Writes != entries[i-1].Writes+1 {
			return fmt.Errorf(
				"the store's journal is %w: entry %d follows %d", ErrDamaged, entries[i].Writes, entries[i-1].Writes,
			)
		}
	}
	return nil
}

// journal and version of a database server; see insertEntry.
func (b *sqlStore) journal(ctx context.Context, from int64) (entries []entry, err error) {
	rows, err := b.db.QueryContext(ctx, `SELECT entry FROM mandategraph_journal WHERE writes >= $1 AND writes > 0 ORDER BY writes`, from)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		var text []byte
		if err := rows.Scan(&text); err != nil {
			return nil, err
		}
		e, err := readEntry(text)
		if err != nil {
			return nil, err
		}
		entries = append(entries, e)
	}
	return entries, errors.Join(rows.Err(), inSequence(entries))
}

func (b *sqlStore) version(ctx context.Context) (snapshot.Revision, error) {
	return lastRevision(ctx, b.db)
}

// lastRevision asks a database or a transaction of it.
func lastRevision(ctx context.Context, q interface {
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}) (snapshot.Revision, error) {
	var text []byte
	err := q.QueryRowContext(
		ctx, `SELECT entry FROM mandategraph_journal WHERE writes > 0 ORDER BY writes DESC LIMIT 1`,
	).Scan(&text)
	if errors.Is(err, sql.ErrNoRows) {
		return snapshot.Revision{}, nil
	}
	if err != nil {
		return snapshot.Revision{}, err
	}
	e, err := readEntry(text)
	return e.Revision, err
}
