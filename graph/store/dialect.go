package store

import (
	"database/sql"
	"fmt"
	"slices"

	cayley "github.com/cayleygraph/cayley/graph"
	graphlog "github.com/cayleygraph/cayley/graph/log"
	cayleysql "github.com/cayleygraph/cayley/graph/sql"
	"github.com/cayleygraph/quad"
	"github.com/jackc/pgx/v5"
)

const (
	sqlDriver        = "pgx"
	postgresDialect  = "mandategraph-postgres"
	cockroachDialect = "mandategraph-cockroach"
)

// The dialects of Cayley's SQL back end, with the tables of its own ones.
// Cayley's dialect of CockroachDB makes triples unique, so that the same fact
// of a second document is refused, and puts all quads of a transaction into
// one statement, which may have 65,535 parameters: 16,383 quads. Its dialect of
// PostgreSQL sends every node and every quad by itself.
func init() {
	dialect := cayleysql.Registration{
		Driver:      sqlDriver,
		HashType:    "BYTEA",
		BytesType:   "BYTEA",
		HorizonType: "BIGSERIAL",
		TimeType:    "timestamp with time zone",
		QueryDialect: cayleysql.QueryDialect{
			RegexpOp:    "~",
			FieldQuote:  func(name string) string { return pgx.Identifier{name}.Sanitize() },
			Placeholder: func(n int) string { return fmt.Sprint("$", n) },
		},
		ConditionalIndexes: true,
		// A foreign key would look through all quads for each node removed.
		NoForeignKeys: true,
		Error:         func(err error) error { return err },
		RunTx:         insertSQL,
	}
	cayleysql.Register(postgresDialect, dialect)
	dialect.NoSchemaChangesInTx = true
	cayleysql.Register(cockroachDialect, dialect)
}

// insertBatch bounds the rows of one statement.
const insertBatch = 5000

// insertSQL begins a transaction that writes: it adds nodes and quads as arrays,
// a few statements instead of one for each row.
func insertSQL(tx *sql.Tx, nodes []graphlog.NodeUpdate, quads []graphlog.QuadUpdate, options cayley.IgnoreOpts) error {
	if err := insertEntry(tx); err != nil {
		return err
	}
	for batch := range slices.Chunk(nodes, insertBatch) {
		if err := insertNodes(tx, batch); err != nil {
			return err
		}
	}
	for batch := range slices.Chunk(quads, insertBatch) {
		if err := insertQuads(tx, batch, options); err != nil {
			return err
		}
	}
	return nil
}

func insertNodes(tx *sql.Tx, nodes []graphlog.NodeUpdate) error {
	n := len(nodes)
	refs, hashes := make([]int, n), make([][]byte, n)
	strings, datatypes := make([]*string, n), make([]*string, n)
	iris, numbers := make([]*bool, n), make([]*int64, n)
	yes := true
	for i, node := range nodes {
		refs[i], hashes[i] = node.RefInc, node.Hash[:]
		switch v := node.Val.(type) {
		case quad.IRI:
			strings[i], iris[i] = (*string)(&v), &yes
		case quad.String:
			strings[i] = (*string)(&v)
		case quad.TypedString:
			strings[i], datatypes[i] = (*string)(&v.Value), (*string)(&v.Type)
		case quad.Int:
			numbers[i] = (*int64)(&v)
		default:
			return fmt.Errorf("the layout has no terms of type %T", v)
		}
	}
	_, err := tx.Exec(`INSERT INTO nodes (refs, hash, value_string, datatype, iri, value_int)
		SELECT * FROM unnest($1::int[], $2::bytea[], $3::text[], $4::text[], $5::bool[], $6::bigint[])
		ON CONFLICT (hash) DO UPDATE SET refs = nodes.refs + EXCLUDED.refs`,
		refs, hashes, strings, datatypes, iris, numbers)
	return err
}

func insertQuads(tx *sql.Tx, quads []graphlog.QuadUpdate, options cayley.IgnoreOpts) error {
	var columns [4][][]byte
	for _, q := range quads {
		for i, d := range quad.Directions {
			hash := q.Quad.Get(d)
			if !hash.Valid() {
				columns[i] = append(columns[i], nil) // no label
				continue
			}
			columns[i] = append(columns[i], hash[:])
		}
	}
	query := `INSERT INTO quads (subject_hash, predicate_hash, object_hash, label_hash, ts)
		SELECT s, p, o, l, now() FROM unnest($1::bytea[], $2::bytea[], $3::bytea[], $4::bytea[]) AS q (s, p, o, l)`
	if options.IgnoreDup {
		query += ` ON CONFLICT DO NOTHING`
	}
	_, err := tx.Exec(query, columns[0], columns[1], columns[2], columns[3])
	return err
}
