package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"github.com/cayleygraph/cayley/clog"
	cayley "github.com/cayleygraph/cayley/graph"
	cayleysql "github.com/cayleygraph/cayley/graph/sql"
	"github.com/cayleygraph/quad"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/stdlib"

	"mandategraph/graph/snapshot"
)

// Cayley also logs every error that it returns.
func init() { clog.SetLogger(nil) }

// execMode is the parameter of a URL by which pgx takes its mode of execution.
const execMode = "default_query_exec_mode"

// sqlStore is Cayley's SQL back end on a PostgreSQL or CockroachDB server,
// with a connection pool of its own for what Cayley asks row by row.
type sqlStore struct {
	cayley.QuadStore
	db         *sql.DB
	registered string // under which the driver knows its address
	options    Options
}

func openSQL(ctx context.Context, scheme, rest string, options Options) (b backend, err error) {
	address, err := url.Parse("postgres:" + rest)
	if err != nil || address.Host == "" && address.Query().Get("host") == "" {
		return nil, fmt.Errorf("expected %s://user@host/database", scheme)
	}
	authority, _, _ := strings.Cut(rest, "?")
	if from, to := passwordIn(authority); strings.ContainsAny(authority[from:to], "@/#") {
		return nil, errors.New("expected a password in which @ / # are written %40 %2F %23")
	}
	// A server keeps the plan of a named statement that it made while its tables
	// were small. Unnamed statements are planned each time.
	query := address.Query()
	if !query.Has(execMode) {
		query.Set(execMode, "cache_describe")
		address.RawQuery = query.Encode()
	}
	dialect := cockroachDialect
	if scheme != "cockroach" {
		dialect = postgresDialect
	}
	registered, err := register(address.String(), options)
	if err != nil {
		return nil, err
	}
	// Two processes that make the same store at once disturb each other.
	err = retry(ctx, isConflict, func() error {
		b, err = openSQLOnce(ctx, dialect, registered, options)
		return err
	})
	if err != nil {
		stdlib.UnregisterConnConfig(registered)
		return nil, discreetly(err, address)
	}
	return b, nil
}

func openSQLOnce(ctx context.Context, dialect, registered string, options Options) (backend, error) {
	db, err := sql.Open(sqlDriver, registered)
	if err != nil {
		return nil, err
	}
	if err := makeTables(ctx, db, dialect, registered, options); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	b := &sqlStore{db: db, registered: registered, options: options}
	if b.QuadStore, err = cayleysql.New(dialect, registered, nil); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	if err := initialize(ctx, b, options); err != nil {
		return nil, errors.Join(err, b.QuadStore.Close(), b.db.Close())
	}
	return b, nil
}

// additions are what Cayley's tables lack. The first is Cayley's own, which is
// missing where making the tables was interrupted: without it two writers could
// add one quad twice. Unloading starts from labels.
var additions = []string{
	`CREATE UNIQUE INDEX IF NOT EXISTS spol_unique ON quads (subject_hash, predicate_hash, object_hash, label_hash) WHERE label_hash IS NOT NULL`,
	`CREATE INDEX IF NOT EXISTS label_index ON quads (label_hash)`,
	`CREATE TABLE IF NOT EXISTS mandategraph (name TEXT PRIMARY KEY, count BIGINT NOT NULL)`,
	`INSERT INTO mandategraph (name, count) VALUES ('writer', 0) ON CONFLICT (name) DO NOTHING`,
	`CREATE TABLE IF NOT EXISTS mandategraph_journal (writes BIGINT PRIMARY KEY, entry TEXT NOT NULL)`,
}

func makeTables(ctx context.Context, db *sql.DB, dialect, address string, options Options) error {
	var tables int
	err := db.QueryRowContext(ctx, `SELECT count(*) FROM information_schema.tables
		WHERE table_schema = current_schema() AND table_name IN ('nodes', 'quads', 'mandategraph', 'mandategraph_journal')`).Scan(&tables)
	switch {
	case err != nil:
		return err
	case tables == 4, tables == 3 && options.ReadOnly:
		return nil // three are a store of version 1
	case options.ReadOnly:
		return ErrNoStore
	}
	if tables == 0 {
		if err := cayleysql.Init(dialect, address, nil); err != nil {
			return err
		}
	}
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	for _, addition := range additions {
		if _, err := tx.ExecContext(ctx, addition); err != nil {
			return errors.Join(err, tx.Rollback())
		}
	}
	return tx.Commit()
}

func (b *sqlStore) Close() error {
	stdlib.UnregisterConnConfig(b.registered)
	return errors.Join(b.QuadStore.Close(), b.db.Close())
}

// write puts the journal's entry where the transaction of Cayley, which knows
// nothing of it, finds it: see insertEntry. Only one process writes at a time.
func (b *sqlStore) write(ctx context.Context, remove, add []quad.Quad, documents ...manifest) error {
	if b.options.ReadOnly {
		return ErrReadOnly
	}
	v, err := b.version(ctx)
	if err != nil {
		return err
	}
	text, err := entryAfter(v, remove, add, documents).text()
	if err != nil {
		return err
	}
	_, err = b.db.ExecContext(
		ctx,
		`INSERT INTO mandategraph_journal (writes, entry) VALUES (0, $1) ON CONFLICT (writes) DO UPDATE SET entry = EXCLUDED.entry`,
		string(text),
	)
	if err != nil {
		return err
	}
	return b.ApplyDeltas(deltas(remove, add), cayley.IgnoreOpts{})
}

// exclusively holds a lock on a row that nobody writes to. The server frees it
// when the process ends.
func (b *sqlStore) exclusively(ctx context.Context, f func() error) error {
	tx, err := b.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	// SET takes no parameters.
	_, err = tx.ExecContext(ctx, fmt.Sprintf(`SET LOCAL lock_timeout = %d`, b.options.wait().Milliseconds()))
	if err == nil {
		_, err = tx.ExecContext(ctx, `SELECT count FROM mandategraph WHERE name = 'writer' FOR UPDATE`)
	}
	var server *pgconn.PgError
	if errors.As(err, &server) && server.Code == "55P03" { // lock_not_available
		err = ErrLocked
	}
	if err == nil {
		err = f()
	}
	_ = tx.Rollback() // what f wrote has been committed by another connection
	return err
}

// everything reads in one transaction, so that it is of one version, however
// much others write meanwhile.
func (b *sqlStore) everything(ctx context.Context) (quads []quad.Quad, v snapshot.Revision, err error) {
	tx, err := b.db.BeginTx(ctx, &sql.TxOptions{Isolation: sql.LevelRepeatableRead, ReadOnly: true})
	if err != nil {
		return nil, v, err
	}
	defer func() { err = errors.Join(err, tx.Rollback()) }()
	if v, err = lastRevision(ctx, tx); err != nil {
		return nil, v, err
	}
	terms := map[string]quad.Value{}
	rows, err := tx.QueryContext(ctx, selectTerms)
	if err == nil {
		err = readValues(rows, func(hash []byte, value quad.Value) { terms[string(hash)] = value })
	}
	if err != nil {
		return nil, v, err
	}
	rows, err = tx.QueryContext(ctx, `SELECT subject_hash, predicate_hash, object_hash, label_hash FROM quads`)
	if err != nil {
		return nil, v, err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	var hashes [4]sql.RawBytes
	for rows.Next() {
		if err := rows.Scan(&hashes[0], &hashes[1], &hashes[2], &hashes[3]); err != nil {
			return nil, v, err
		}
		var q quad.Quad
		for i, d := range quad.Directions {
			value := terms[string(hashes[i])]
			if value == nil {
				return nil, v, fmt.Errorf("the store is %w: a part of the quad %v is missing", ErrDamaged, q)
			}
			q.Set(d, value)
		}
		quads = append(quads, q)
	}
	return quads, v, rows.Err()
}

// selectTerms has the columns that readValues takes.
const selectTerms = `SELECT hash, value_string, datatype, iri, value_int FROM nodes`

// insertEntry is part of every transaction that writes.
func insertEntry(tx *sql.Tx) error {
	_, err := tx.Exec(`INSERT INTO mandategraph_journal (writes, entry)
		SELECT (SELECT COALESCE(max(writes), 0) + 1 FROM mandategraph_journal), entry FROM mandategraph_journal WHERE writes = 0`)
	return err
}

// values asks for many nodes at once; Cayley asks for one at a time. It reads
// the kinds of terms that [termOf] makes.
func (b *sqlStore) values(ctx context.Context, refs []cayley.Ref) ([]quad.Value, error) {
	values := make([]quad.Value, len(refs))
	index := make(map[string]int, len(refs))
	hashes := make([][]byte, len(refs))
	for i, ref := range refs {
		hash, ok := ref.(cayleysql.NodeHash)
		if !ok {
			return nil, fmt.Errorf("unexpected reference %T", ref)
		}
		hashes[i] = hash.ValueHash[:]
		index[string(hashes[i])] = i
	}
	for batch := range slices.Chunk(hashes, valuesBatch) {
		rows, err := b.db.QueryContext(ctx, selectTerms+` WHERE hash = ANY($1)`, batch)
		if err != nil {
			return nil, err
		}
		if err := readValues(rows, func(hash []byte, value quad.Value) { values[index[string(hash)]] = value }); err != nil {
			return nil, err
		}
	}
	if slices.Contains(values, nil) {
		return nil, errChanged
	}
	return values, nil
}

func readValues(rows *sql.Rows, found func(hash []byte, value quad.Value)) error {
	defer rows.Close()
	for rows.Next() {
		var hash []byte
		var str, datatype sql.NullString
		var iri sql.NullBool
		var number sql.NullInt64
		if err := rows.Scan(&hash, &str, &datatype, &iri, &number); err != nil {
			return err
		}
		switch {
		case iri.Bool:
			found(hash, quad.IRI(str.String))
		case datatype.Valid:
			found(hash, quad.TypedString{Value: quad.String(str.String), Type: quad.IRI(datatype.String)})
		case number.Valid:
			found(hash, quad.Int(number.Int64))
		default:
			found(hash, quad.String(str.String))
		}
	}
	return rows.Err()
}
