package store

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"sync"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"
)

// Defaults of [Options].
const (
	connectTimeout   = 10 * time.Second
	statementTimeout = time.Minute
)

// register makes an address known to the driver, with the timeouts of the
// options where its parameters do not say another, and gives the name under
// which it is known.
func register(address string, options Options) (string, error) {
	config, err := pgx.ParseConfig(address)
	if err != nil {
		return "", errors.New("the URL cannot be read: expected postgres://user@host/database and parameters as in libpq")
	}
	config.ConnectTimeout = cmp.Or(config.ConnectTimeout, options.ConnectTimeout, connectTimeout)
	silence := cmp.Or(options.StatementTimeout, statementTimeout)
	dial := config.DialFunc
	config.DialFunc = func(ctx context.Context, network, address string) (net.Conn, error) {
		c, err := dial(ctx, network, address)
		if err != nil {
			return nil, err
		}
		return &impatient{Conn: c, silence: silence}, nil
	}
	return stdlib.RegisterConnConfig(config), nil
}

// impatient is a connection on which the other side may not be silent for long:
// a server that is stopped, or cut off, keeps its connections. How long a
// statement takes as a whole makes no difference while its rows arrive.
type impatient struct {
	net.Conn
	silence time.Duration

	mu          sync.Mutex
	read, write time.Time // deadlines that the driver has set
}

func earlier(a, b time.Time) time.Time {
	if a.IsZero() || b.Before(a) {
		return b
	}
	return a
}

func (c *impatient) Read(b []byte) (int, error) {
	err := c.begin(c.Conn.SetReadDeadline, &c.read)
	if err != nil {
		return 0, err
	}
	n, err := c.Conn.Read(b)
	return n, c.explained(err, &c.read)
}

func (c *impatient) Write(b []byte) (int, error) {
	err := c.begin(c.Conn.SetWriteDeadline, &c.write)
	if err != nil {
		return 0, err
	}
	n, err := c.Conn.Write(b)
	return n, c.explained(err, &c.write)
}

func (c *impatient) begin(set func(time.Time) error, given *time.Time) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	return set(earlier(*given, time.Now().Add(c.silence)))
}

// explained says of a deadline that the driver has not set what it means.
func (c *impatient) explained(err error, given *time.Time) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if !errors.Is(err, os.ErrDeadlineExceeded) || !given.IsZero() && given.Before(time.Now()) {
		return err
	}
	return silence{err, c.silence}
}

// silence is a network error, as the driver keeps no others.
type silence struct {
	error
	lasted time.Duration
}

func (s silence) Error() string {
	return fmt.Sprintf("the database server has not answered for %v: %v", s.lasted, s.error)
}

func (s silence) Unwrap() error { return s.error }

func (silence) Timeout() bool { return true }

func (silence) Temporary() bool { return false }

func (c *impatient) SetDeadline(t time.Time) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.read, c.write = t, t
	return c.Conn.SetDeadline(t)
}

func (c *impatient) SetReadDeadline(t time.Time) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.read = t
	return c.Conn.SetReadDeadline(t)
}

func (c *impatient) SetWriteDeadline(t time.Time) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.write = t
	return c.Conn.SetWriteDeadline(t)
}
