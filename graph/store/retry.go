package store

import (
	"context"
	"database/sql/driver"
	"errors"
	"io"
	"math/rand/v2"
	"net"
	"slices"
	"strings"
	"syscall"
	"time"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/jackc/pgx/v5/pgconn"

	"mandategraph/graph/snapshot"
)

// attempts bounds how often an operation starts again because another process
// has changed the same database in between.
const attempts = 20

// retry runs f again, after a random pause that grows, while it fails in the
// given way.
func retry(ctx context.Context, failed func(error) bool, f func() error) error {
	for attempt := 1; ; attempt++ {
		err := f()
		if attempt == attempts || !failed(err) {
			return err
		}
		select {
		case <-ctx.Done():
			return errors.Join(err, ctx.Err())
		case <-time.After(time.Duration(rand.IntN(attempt*10)) * time.Millisecond):
		}
	}
}

// errChanged stops an operation that has read, one after the other, what does
// not belong together.
var errChanged = errors.New("another process is writing to the store, or it is damaged")

// isNetwork knows the errors by which a database server cannot be reached, does
// not answer, is ending or starting, or has gone.
func isNetwork(err error) bool {
	var network net.Error
	var server *pgconn.PgError
	var connect *pgconn.ConnectError
	return isGone(err) || errors.As(err, &network) || errors.As(err, &connect) ||
		errors.As(err, &server) && strings.HasPrefix(server.Code, "08")
}

// isGone knows those after which the server may be there again at once: a
// connection of before a restart, and codes of class 57P: it is ending, or
// starting.
func isGone(err error) bool {
	var server *pgconn.PgError
	return pgconn.SafeToRetry(err) || errors.Is(err, driver.ErrBadConn) || errors.Is(err, io.ErrUnexpectedEOF) ||
		errors.Is(err, syscall.ECONNRESET) || errors.Is(err, syscall.EPIPE) || errors.As(err, &server) && strings.HasPrefix(server.Code, "57P")
}

// isConflict knows the errors by which an operation learns that another process
// was in the way: a quad is not as it had been read, or the server says
// unique_violation, serialization_failure, deadlock_detected or, while
// tables are being made, duplicate_table, duplicate_object and undefined_table
// (PostgreSQL documentation, appendix A).
func isConflict(err error) bool {
	var server *pgconn.PgError
	return isGone(err) || errors.Is(err, errChanged) ||
		errors.Is(err, cayley.ErrQuadExists) || errors.Is(err, cayley.ErrQuadNotExist) ||
		errors.As(err, &server) && slices.Contains([]string{"23505", "40001", "40P01", "42P07", "42710", "42P01"}, server.Code)
}

// steadily runs a read that takes several steps. It fails with [errChanged]
// where the version, which it gives to f, is not the same after it.
func steadily(ctx context.Context, b backend, f func(snapshot.Revision) error) error {
	before, err := b.version(ctx)
	if err != nil {
		return err
	}
	failed := f(before)
	after, err := b.version(ctx)
	if err == nil && after != before {
		return errChanged
	}
	return errors.Join(failed, err)
}
