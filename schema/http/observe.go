package httpapi

import (
	"crypto/rand"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"regexp"
	"runtime/debug"
	"strconv"
	"time"

	"mandategraph/schema"
)

// requestIDHeader names a request towards clients, proxies and the log.
const requestIDHeader = "X-Request-Id"

// decentID is an id that a proxy may have given; anything else is replaced.
var decentID = regexp.MustCompile(`^[A-Za-z0-9._-]{1,64}$`)

// observe gives each request an id, watches its body and its answer, and logs and
// counts it when it is done.
func (s *Site) observe(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		id := r.Header.Get(requestIDHeader)
		if !decentID.MatchString(id) {
			id = rand.Text()
		}
		w.Header().Set(requestIDHeader, id)
		r = r.WithContext(schema.WithRequestID(r.Context(), id))
		e := newExchange(w, r, s.server.options.WriteTimeout)
		start := time.Now()
		s.metrics.inFlight.Inc()
		defer func() {
			s.metrics.inFlight.Dec()
			took := time.Since(start)
			s.metrics.done(r, e.status, took)
			s.log.LogAttrs(
				r.Context(), slog.LevelInfo, "request", slog.String("request", id), slog.String("method", r.Method),
				slog.String("path", r.URL.Path), slog.Int("status", e.status), slog.Int64("bytes", e.bytes),
				slog.Duration("took", took), slog.String("remote", r.RemoteAddr),
				slog.String("client", s.server.proxies.client(r)),
			)
		}()
		defer e.end()
		next.ServeHTTP(e, r)
		e.release()
		s.linger(e, r)
	})
}

// masked keeps the text of a panic from the client: it stands in the log, under
// the id of the request.
func (s *Site) masked(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			cause := recover()
			if cause == nil {
				return
			}
			if err, ok := cause.(error); ok && errors.Is(err, http.ErrAbortHandler) {
				panic(http.ErrAbortHandler)
			}
			id := w.Header().Get(requestIDHeader)
			s.log.Error("panic in a handler", slog.String("request", id), slog.String("path", r.URL.Path),
				slog.Any("panic", cause), slog.String("stack", string(debug.Stack())))
			forget(w.Header())
			http.Error(w, "internal error; the log has more under the request id "+id, http.StatusInternalServerError)
		}()
		next.ServeHTTP(w, r)
	})
}

// An exchange is a request and its answer on their way: it counts what was sent,
// gives the client a deadline for every piece of it, and knows whether the request
// is worked on, which is from the end of its body to the begin of the answer.
type exchange struct {
	http.ResponseWriter
	control    *http.ResponseController
	timeout    time.Duration
	connection *connection
	body       *watchedBody
	status     int
	bytes      int64
	working    bool
	answering  bool
	// held is an answer to a request whose body was not read to its end, until its
	// length is known: the client must see where it ends before it sent the rest.
	held []byte
	hold bool
}

// newExchange watches a request, whose body it replaces.
func newExchange(w http.ResponseWriter, r *http.Request, timeout time.Duration) *exchange {
	e := &exchange{
		ResponseWriter: w, control: http.NewResponseController(w), timeout: timeout,
		connection: connectionOf(r.Context()), status: http.StatusOK,
	}
	if r.Body == nil || r.Body == http.NoBody {
		e.begin()
		return e
	}
	_ = e.control.EnableFullDuplex() // not needed where it is not supported
	e.body = &watchedBody{ReadCloser: r.Body, exchange: e}
	r.Body = e.body
	return e
}

// begin says that the request is worked on, end that it is not any more.
func (e *exchange) begin() {
	if e.connection != nil && !e.working && !e.answering {
		e.working = true
		e.connection.working.Add(1)
	}
}

func (e *exchange) end() {
	if e.working {
		e.working = false
		e.connection.hear() // its client has been silent for good reason
		e.connection.working.Add(-1)
	}
}

// answer gives the client its time for the next piece.
func (e *exchange) answer() {
	e.answering = true
	e.end()
	if e.timeout > 0 {
		_ = e.control.SetWriteDeadline(time.Now().Add(e.timeout)) // a writer in memory has none
	}
}

func (e *exchange) WriteHeader(status int) {
	e.status = status
	if e.body != nil && !e.body.ended && e.Header().Get("Content-Length") == "" {
		e.hold = true
		return
	}
	e.answer()
	e.ResponseWriter.WriteHeader(status)
}

// release sends the whole answer, where it is held.
func (e *exchange) release() {
	if e.hold {
		e.Header().Set("Content-Length", strconv.Itoa(len(e.held)))
		e.send()
	}
}

// send sends what is held, and holds nothing any more.
func (e *exchange) send() {
	e.hold = false
	e.answer()
	e.ResponseWriter.WriteHeader(e.status)
	_, _ = e.Write(e.held) // an error means that the client has gone
}

// piece is the number of bytes that a client must take within one deadline.
const piece = 64 << 10

func (e *exchange) Write(b []byte) (written int, err error) {
	if e.hold && len(e.held)+len(b) <= piece {
		e.held = append(e.held, b...)
		return len(b), nil
	}
	if e.hold {
		e.send()
	}
	for {
		e.answer()
		n, err := e.ResponseWriter.Write(b[:min(len(b), piece)])
		written, b = written+n, b[n:]
		e.bytes += int64(n)
		if err != nil || len(b) == 0 {
			return written, err
		}
	}
}

// Unwrap lets http.ResponseController reach the writer underneath.
func (e *exchange) Unwrap() http.ResponseWriter { return e.ResponseWriter }

// A watchedBody knows whether it was read, and to its end.
type watchedBody struct {
	io.ReadCloser
	exchange *exchange
	begun    bool
	ended    bool
}

func (b *watchedBody) Read(p []byte) (int, error) {
	b.begun = true
	n, err := b.ReadCloser.Read(p)
	if err == nil || b.ended {
		return n, err
	}
	b.ended = true
	if !errors.Is(err, io.EOF) {
		b.exchange.Header().Set("Connection", "close") // what may still come is no request
	}
	b.exchange.begin()
	return n, err
}

// Bounds of what is read and thrown away after an answer to a request whose body
// was not read to its end: a client that sends first and reads then would see its
// connection broken, and not the answer.
const (
	maxLingering   = 1 << 30 // bytes of one body
	lingerers      = 32      // requests at a time
	lingeringBytes = 32 << 10
)

// linger reads what is left of a body, so that the client comes to read the
// answer. What is more, or takes longer than a body may, is left: the server then
// says that it is done, waits half a second, and closes the connection.
func (s *Site) linger(e *exchange, r *http.Request) {
	if e.body == nil || e.body.ended || r.ProtoMajor > 1 {
		return
	}
	if r.Header.Get("Expect") != "" && !e.body.begun {
		return // the client waits for leave to send it
	}
	select {
	case s.lingering <- struct{}{}:
		defer func() { <-s.lingering }()
	default:
		return
	}
	e.answering = true
	if e.control.Flush() != nil || e.control.SetReadDeadline(time.Now().Add(s.server.options.BodyTimeout)) != nil {
		return
	}
	_, _ = io.CopyBuffer(
		struct{ io.Writer }{io.Discard}, io.LimitReader(e.body, maxLingering), make([]byte, lingeringBytes),
	)
}
