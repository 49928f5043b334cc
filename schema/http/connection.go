package httpapi

import (
	"context"
	"net"
	"sync"
	"sync/atomic"
	"time"
)

// connections bound how many there are, of all clients and of each. Where there
// are too many, one makes room that never said anything, else the one that has
// been silent for longest: those of slow and of idle clients, never one whose
// request is worked on. A new one has its time to say something first: where all
// are new, the next one waits.
type connections struct {
	most, each int
	proxies    *proxies
	refused    func(reason string)

	mu   sync.Mutex
	open map[*connection]struct{}
	of   map[string]int // by client
}

// A connection remembers when something came or went.
type connection struct {
	net.Conn
	all    *connections
	client string
	// heard is the time of the last byte, in nanoseconds, and spoke says that one
	// came; working is the number of its requests that are worked on.
	heard   atomic.Int64
	spoke   atomic.Bool
	working atomic.Int32
	once    sync.Once
}

// limit makes a listener keep to the bounds.
func (c *connections) limit(l net.Listener) net.Listener { return limitedListener{l, c} }

type limitedListener struct {
	net.Listener
	all *connections
}

// Accept waits for a connection for which there is room.
func (l limitedListener) Accept() (net.Conn, error) {
	for {
		raw, err := l.Listener.Accept()
		if err != nil {
			return nil, err
		}
		c, wait := l.all.admit(raw)
		for ; wait > 0; c, wait = l.all.admit(raw) {
			time.Sleep(wait)
		}
		if c != nil {
			return c, nil
		}
		_ = raw.Close() // there is nobody to be told
	}
}

// grace is the time that a new connection has to say something.
const grace = 100 * time.Millisecond

// admit counts a connection, and ends another where there is no room; wait says
// when to try again where all others are new. It is nil, without a wait, where all
// others are at work, or those of its client are new.
func (c *connections) admit(raw net.Conn) (n *connection, wait time.Duration) {
	n = &connection{Conn: raw, all: c}
	if address := raw.RemoteAddr().String(); !c.proxies.trusts(address) {
		n.client = clientName(address)
	}
	n.hear()
	ends, wait, room := c.enter(n)
	switch {
	case !room && wait == 0:
		c.refused(refusedConnection)
		return nil, 0
	case !room:
		return nil, wait
	case ends != nil:
		c.refused(refusedSilent)
		_ = ends.Close() // the other end may have gone
	}
	return n, 0
}

// enter puts a connection on the list where there is room, and takes off it the
// one that makes room.
func (c *connections) enter(n *connection) (ends *connection, wait time.Duration, room bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	own := n.client != "" && c.of[n.client] >= c.each
	if own || len(c.open) >= c.most {
		if ends = c.silent(n.client, !own); ends == nil {
			return nil, 0, false
		}
		if wait = grace - time.Duration(n.heard.Load()-ends.heard.Load()); wait > 0 {
			if own {
				wait = 0 // others must not wait for this client
			}
			return nil, wait, false
		}
		c.forget(ends)
	}
	c.open[n] = struct{}{}
	c.of[n.client]++
	return ends, 0, true
}

// silent is the connection to close first, of all clients or of one; nil where all
// of them are at work.
func (c *connections) silent(client string, all bool) *connection {
	var longest *connection
	for n := range c.open {
		if n.working.Load() == 0 && (all || n.client == client) &&
			(longest == nil || n.before(longest)) {
			longest = n
		}
	}
	return longest
}

// before says which of two connections is to be closed.
func (n *connection) before(other *connection) bool {
	if a, b := n.spoke.Load(), other.spoke.Load(); a != b {
		return b
	}
	return n.heard.Load() < other.heard.Load()
}

// forget takes a connection off the list.
func (c *connections) forget(n *connection) {
	if _, known := c.open[n]; !known {
		return
	}
	delete(c.open, n)
	if c.of[n.client]--; c.of[n.client] == 0 {
		delete(c.of, n.client)
	}
}

// count is the number of open connections.
func (c *connections) count() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return len(c.open)
}

func (n *connection) hear() { n.heard.Store(time.Now().UnixNano()) }

func (n *connection) Read(b []byte) (int, error) {
	read, err := n.Conn.Read(b)
	if read > 0 {
		n.spoke.Store(true)
		n.hear()
	}
	return read, err
}

func (n *connection) Write(b []byte) (int, error) {
	written, err := n.Conn.Write(b)
	if written > 0 {
		n.hear()
	}
	return written, err
}

// CloseWrite lets the HTTP server say that it is done and still listen, so that
// its last answer is not lost.
func (n *connection) CloseWrite() error {
	if half, ok := n.Conn.(interface{ CloseWrite() error }); ok {
		return half.CloseWrite()
	}
	return nil
}

func (n *connection) Close() error {
	n.once.Do(func() {
		n.all.mu.Lock()
		defer n.all.mu.Unlock()
		n.all.forget(n)
	})
	return n.Conn.Close()
}

type connectionKey struct{}

// inContext puts a connection, or the one under its TLS, where its requests find it.
func inContext(ctx context.Context, c net.Conn) context.Context {
	if secure, ok := c.(interface{ NetConn() net.Conn }); ok {
		c = secure.NetConn()
	}
	n, _ := c.(*connection)
	return context.WithValue(ctx, connectionKey{}, n)
}

// connectionOf is that of a request; nil where its listener has no bounds.
func connectionOf(ctx context.Context) *connection {
	n, _ := ctx.Value(connectionKey{}).(*connection)
	return n
}
