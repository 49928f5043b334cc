package main

import (
	"bufio"
	"context"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/mattn/go-sqlite3"
)

var _ sqlite3.SQLiteDriver // registers "sqlite3"

// tables are the same in both SQL databases, with the indexes that the queries
// can use. The tables hold what an edge needs, so that one look-up gives it.
const tables = `
CREATE TABLE acts (id TEXT PRIMARY KEY, title TEXT NOT NULL, date TEXT NOT NULL);
CREATE TABLE cites (document TEXT NOT NULL, source TEXT NOT NULL, relation TEXT NOT NULL, target TEXT NOT NULL, paragraph TEXT NOT NULL, start INTEGER NOT NULL, finish INTEGER NOT NULL, quote TEXT NOT NULL,
	cited_date TEXT NOT NULL, cited_title TEXT NOT NULL, confidence TEXT NOT NULL, rule TEXT NOT NULL, verb TEXT NOT NULL);
CREATE TABLE sponsors (state TEXT NOT NULL, act TEXT NOT NULL, date TEXT NOT NULL);`

const indexes = `
CREATE INDEX cites_source ON cites (source, target);
CREATE INDEX cites_target ON cites (target, source);
CREATE INDEX sponsors_state ON sponsors (state, date, act);
ANALYZE;`

// An sqlEngine is a database with the text of its queries.
type sqlEngine struct {
	*sql.DB
	clock func() time.Duration
	// all, object and list are the functions that make JSON.
	all, object, list string
	text              func(query string) string
}

// The queries; ? stands for parameters. Recursion with UNION is breadth first
// and drops what it has seen.
const (
	row         = `document, source, relation, target, paragraph, start, finish, quote, cited_date, cited_title, confidence, rule, verb`
	hopQuery    = `SELECT ` + row + ` FROM cites WHERE source = ?`
	hubQuery    = `SELECT ` + row + ` FROM cites WHERE target = ?`
	depth6Query = `WITH RECURSIVE r(id, d) AS (SELECT ?, 0 UNION SELECT c.target, r.d + 1 FROM r JOIN cites c ON c.source = r.id WHERE r.d < 6) SELECT DISTINCT id FROM r WHERE id <> ?`
	allQuery    = `WITH RECURSIVE r(id) AS (SELECT ? UNION SELECT c.target FROM r JOIN cites c ON c.source = r.id) SELECT id FROM r WHERE id <> ?`
	pathQuery   = `WITH RECURSIVE r(id, d) AS (SELECT ?, 0 UNION SELECT c.target, r.d + 1 FROM r JOIN cites c ON c.source = r.id WHERE r.d < ?) SELECT min(d) FROM r WHERE id = ?`
	pageQuery   = `SELECT s.act, a.title, a.date FROM sponsors s JOIN acts a ON a.id = s.act WHERE s.state = ? ORDER BY s.date, s.act LIMIT 50`
)

func measureSQLite(ctx context.Context, d *data, directory string) (results, error) {
	db, err := sql.Open("sqlite3", "file:"+filepath.Join(directory, "sqlite.db")+"?_journal_mode=OFF&_synchronous=OFF&_cache_size=-400000")
	if err != nil {
		return nil, err
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	e := sqlEngine{db, processor, "json_group_array", "json_object", "json_array", func(query string) string { return query }}
	if err := e.fill(ctx, directory, func(tx *sql.Tx) func(string, []any) error { return e.insert(ctx, tx) }); err != nil {
		return nil, err
	}
	return e.measure(ctx, d)
}

// fill loads the tables.
func (e *sqlEngine) fill(ctx context.Context, directory string, insert func(*sql.Tx) func(string, []any) error) error {
	for _, statement := range strings.Split(strings.TrimSuffix(tables, ";"), ";") {
		if _, err := e.ExecContext(ctx, statement); err != nil {
			return err
		}
	}
	tx, err := e.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	put := insert(tx)
	dates := map[string]string{}
	if err := readRows(directory, "acts", func(cells []any) error {
		dates[cells[0].(string)] = cells[2].(string)
		return put("acts", cells)
	}); err != nil {
		return err
	}
	if err := readRows(directory, "cites", func(cells []any) error { return put("cites", cells) }); err != nil {
		return err
	}
	if err := readRows(
		directory,
		"sponsors",
		func(cells []any) error { return put("sponsors", append(cells, dates[cells[1].(string)])) },
	); err != nil {
		return err
	}
	if err := tx.Commit(); err != nil {
		return err
	}
	for _, statement := range strings.Split(strings.TrimSuffix(indexes, ";"), ";") {
		if _, err := e.ExecContext(ctx, statement); err != nil {
			return err
		}
	}
	return nil
}

// insert prepares one statement for each table.
func (e *sqlEngine) insert(ctx context.Context, tx *sql.Tx) func(string, []any) error {
	prepared := map[string]*sql.Stmt{}
	return func(table string, cells []any) error {
		if prepared[table] == nil {
			places := strings.TrimSuffix(strings.Repeat("?,", len(cells)), ",")
			stmt, err := tx.PrepareContext(ctx, e.text(fmt.Sprintf("INSERT INTO %s VALUES (%s)", table, places)))
			if err != nil {
				return err
			}
			prepared[table] = stmt
		}
		_, err := prepared[table].ExecContext(ctx, cells...)
		return err
	}
}

// readRows reads a file that writeTables wrote.
func readRows(directory, name string, row func([]any) error) error {
	file, err := os.Open(filepath.Join(directory, name+".csv"))
	if err != nil {
		return err
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var cells []any
		for _, cell := range strings.Split(lines.Text(), "|") {
			cells = append(cells, cell)
		}
		if err := row(cells); err != nil {
			return err
		}
	}
	return lines.Err()
}

// measure asks everything.
func (e *sqlEngine) measure(ctx context.Context, d *data) (results, error) {
	q, r := d.questions, results{}
	var failed error
	ask := func(name, query, columns string, calls [][]any) {
		if failed != nil {
			return
		}
		r[name], failed = e.ask(ctx, query, columns, calls)
		if failed != nil {
			failed = fmt.Errorf("%s: %w", name, failed)
		}
	}
	ask("hop", hopQuery, row, each(q.Hops, func(id string) []any { return []any{id} }))
	ask("hub", hubQuery, row, [][]any{{q.Hub}})
	ask("lineage6", depth6Query, "", [][]any{{q.Lineage, q.Lineage}})
	ask("lineage", allQuery, "", [][]any{{q.Lineage, q.Lineage}})
	ask("page", pageQuery, "act, title, date", each(q.States, func(id string) []any { return []any{id} }))
	if failed == nil {
		r["path"], failed = e.paths(ctx, d)
	}
	return r, failed
}

func each[T any](list []T, f func(T) []any) (calls [][]any) {
	for _, item := range list {
		calls = append(calls, f(item))
	}
	return calls
}

// ask checks one query's rows and then measures it, as one JSON text where
// columns are given.
func (e *sqlEngine) ask(ctx context.Context, query, columns string, calls [][]any) (result, error) {
	var sum digest
	for _, call := range calls {
		if err := e.rowsOf(ctx, query, call, &sum, columns == "act, title, date"); err != nil {
			return result{}, err
		}
	}
	measured := query
	if columns != "" {
		measured = fmt.Sprintf("SELECT %s(%s) FROM (%s) AS q", e.all, e.json(columns), query)
	} else {
		measured = "SELECT count(*) FROM (" + query + ") AS q"
	}
	stmt, err := e.PrepareContext(ctx, e.text(measured))
	if err != nil {
		return result{}, err
	}
	defer stmt.Close()
	var failed error
	all := func() {
		for _, call := range calls {
			var answer sql.RawBytes
			rows, err := stmt.QueryContext(ctx, call...)
			for err == nil && rows.Next() {
				err = rows.Scan(&answer)
			}
			if err != nil {
				failed = err
				return
			}
			rows.Close()
		}
	}
	return result{sum.String(), timed(e.clock, all) / float64(len(calls))}, failed
}

// json is what makes a row into the JSON that the snapshot gives.
func (e *sqlEngine) json(columns string) string {
	if columns != row {
		return e.list + "(" + columns + ")"
	}
	o := e.object
	return o + `('type', 'statement', 'document', document, 'subject', source, 'relation', relation, 'object', target,
		'evidence', ` + o + `('document', document, 'paragraph', paragraph, 'start', start, 'end', finish, 'quote', quote),
		'qualifiers', ` + o + `('citedDate', cited_date, 'citedTitle', cited_title, 'confidence', confidence, 'rule', rule, 'verb', verb))`
}

// rowsOf adds the rows of a query to a digest.
func (e *sqlEngine) rowsOf(ctx context.Context, query string, call []any, sum *digest, withCall bool) error {
	rows, err := e.QueryContext(ctx, e.text(query), call...)
	if err != nil {
		return err
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		return err
	}
	cells, at := make([]any, len(columns)), make([]any, len(columns))
	for i := range cells {
		at[i] = &cells[i]
	}
	for rows.Next() {
		if err := rows.Scan(at...); err != nil {
			return err
		}
		if withCall {
			sum.add(append([]any{call[0]}, cells...)...)
		} else {
			sum.add(cells...)
		}
	}
	return rows.Err()
}

// paths finds lengths. Recursion cannot stop at the end that it looks for, so
// it is told how deep to go: as deep as the answer, which it would find shorter
// or not at all if the snapshot's were wrong.
func (e *sqlEngine) paths(ctx context.Context, d *data) (result, error) {
	var sum digest
	var failed error
	find := func(pair [2]string) int {
		var length sql.NullInt64
		if err := e.QueryRowContext(ctx, e.text(pathQuery), pair[0], d.length(pair), pair[1]).Scan(&length); err != nil {
			failed = err
		}
		return int(length.Int64)
	}
	for _, pair := range d.questions.Pairs {
		sum.add(pair[0], pair[1], find(pair))
	}
	return result{sum.String(), timed(e.clock, func() {
		for _, pair := range d.questions.Pairs {
			find(pair)
		}
	}) / float64(len(d.questions.Pairs))}, failed
}
