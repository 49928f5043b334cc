package fetch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/cenkalti/backoff/v5"
	"golang.org/x/time/rate"
)

// Options of a [Client].
type Options struct {
	// Address is that of the service; s, l and t, the symbol, the language and the
	// format, are added to its query.
	Address string
	// Format is pdf, or doc for Word.
	Format string
	// Agent is how requests call this program, as RFC 9110 has it: name/version and a
	// comment. robots.txt knows it by the name.
	Agent string
	// Every is the least time between two requests.
	Every time.Duration
	// Tries is how often a request is made at most, with a pause that begins with
	// Pause and doubles. The service may ask for another pause, but not for one
	// longer than Patience.
	Tries           int
	Pause, Patience time.Duration
	// Timeout is that of one request.
	Timeout time.Duration
	// Most is how large a file may be, in bytes.
	Most int64
	// Again asks also for what the folder says is not to be had.
	Again bool
	// Check looks at a whole file, but for those of Word before 2007; a [Failure] of it
	// counts as the answer. nil for none.
	Check func(ctx context.Context, name string, data []byte) error
}

// English is the language that is asked for.
const English = "en"

// DefaultAddress is that of the official document service.
const DefaultAddress = "https://documents.un.org/api/symbol/access"

// A Client asks one service.
type Client struct {
	options Options
	folder  *Folder
	address *url.URL
	http    *http.Client
	robots  *robots
	down    int // failures of kind Down in a row
}

// New makes a client that keeps what comes in a folder.
func New(o Options, folder *Folder) (*Client, error) {
	address, err := url.Parse(o.Address)
	if err != nil || address.Scheme != "http" && address.Scheme != "https" || address.Host == "" {
		return nil, fmt.Errorf("expected an address such as %s, found %q", DefaultAddress, o.Address)
	}
	pace := rate.NewLimiter(rate.Every(o.Every), 1)
	c := &Client{options: o, folder: folder, address: address}
	transport := &paced{agent: o.Agent, pace: pace, next: http.DefaultTransport.(*http.Transport).Clone()}
	c.robots = newRobots(folder, o.Agent, &http.Client{Transport: transport, Timeout: o.Timeout}, pace)
	c.http = &http.Client{Transport: transport, Timeout: o.Timeout, CheckRedirect: c.redirected}
	return c, nil
}

// A paced transport gives every request, those that follow redirects included, its
// turn and the name of this program.
type paced struct {
	agent string
	pace  *rate.Limiter
	next  http.RoundTripper
}

func (p *paced) RoundTrip(r *http.Request) (*http.Response, error) {
	if err := p.pace.Wait(r.Context()); err != nil {
		return nil, err
	}
	r = r.Clone(r.Context())
	r.Header.Set("User-Agent", p.agent)
	return p.next.RoundTrip(r)
}

// asked carries with a request for which symbol it is.
type asked struct{}

// mostRedirects is how far a request is sent on.
const mostRedirects = 10

// redirected keeps where the service says a file is, so that it need not be asked
// for that again.
func (c *Client) redirected(next *http.Request, before []*http.Request) error {
	switch {
	case len(before) >= mostRedirects:
		return &Failure{Kind: Refused, Detail: fmt.Sprintf("it sends on more than %d times", mostRedirects)}
	case before[0].URL.Scheme == "https" && next.URL.Scheme != "https":
		return &Failure{Kind: Refused, Detail: "it sends on from https to " + next.URL.Scheme}
	}
	next.Header.Del("Referer") // the same request, sent on
	if err := c.robots.allow(next.Context(), next.URL); err != nil {
		return err
	}
	e, _ := next.Context().Value(asked{}).(Entry)
	e.outcome, e.Address = moved, next.URL.String()
	return c.folder.note(e)
}

// downInARow is after how many failures of a service that is down no other document
// is asked for.
const downInARow = 3

// Get brings a document into the folder, or finds it there. cited says that it is
// looked for because another document cites it. fetched says that the service was
// asked. The error is a [Failure] where the service has answered otherwise than with
// the file; any other is one of this machine, or ctx has ended.
func (c *Client) Get(ctx context.Context, symbol string, cited bool) (e Entry, fetched bool, err error) {
	if _, err := fileName(symbol); err != nil {
		return Entry{}, false, &Failure{Symbol: symbol, Kind: NoSymbol}
	}
	e, known := c.folder.Entry(symbol)
	before := &Failure{symbol, Kind(e.outcome), e.detail, true}
	switch {
	case known && e.Whole():
		return e, false, nil
	case known && before.lasts() && !c.options.Again:
		return e, false, before
	case c.down >= downInARow:
		return e, false, &Failure{Symbol: symbol, Kind: Down, Detail: "it was not asked for this document"}
	}
	e.Symbol, e.Cited = symbol, cited
	e, err = c.ask(ctx, e)
	var f *Failure
	if errors.As(err, &f) {
		f.Symbol = symbol
		if c.down++; f.Kind != Down {
			c.down = 0
		}
		if f.lasts() {
			err = errors.Join(f, c.folder.note(Entry{Symbol: symbol, outcome: string(f.Kind), Cited: cited, detail: f.Detail}))
		}
		return e, true, err
	}
	c.down = 0
	return e, true, err
}

// ask asks the service until it has answered.
func (c *Client) ask(ctx context.Context, e Entry) (Entry, error) {
	pauses := backoff.NewExponentialBackOff()
	pauses.InitialInterval, pauses.MaxInterval, pauses.Multiplier = c.options.Pause, c.options.Patience, 2
	var last error
	known, err := backoff.Retry(ctx, func() (Entry, error) {
		got, pause, err := c.once(ctx, e)
		last = err
		var f *Failure
		switch {
		case err == nil:
			return got, nil
		case ctx.Err() != nil || !errors.As(err, &f) || f.Kind != Down && f.Kind != CutOff:
			return got, backoff.Permanent(err)
		case pause > c.options.Patience:
			f.Detail += fmt.Sprintf("; it asks to come again in %v", pause.Round(time.Second))
			return got, backoff.Permanent(err)
		case pause > 0:
			return got, &backoff.RetryAfterError{Duration: pause}
		}
		return got, err
	}, backoff.WithBackOff(pauses), backoff.WithMaxTries(uint(max(1, c.options.Tries))), backoff.WithMaxElapsedTime(0))
	switch {
	case err == nil:
		return known, nil
	case ctx.Err() != nil:
		return e, context.Cause(ctx)
	case last != nil:
		return e, last
	}
	return e, err
}

// once makes one request, and takes what comes. pause is how long the service asks
// to wait before the next one.
func (c *Client) once(ctx context.Context, e Entry) (got Entry, pause time.Duration, err error) {
	now, _ := c.folder.Entry(e.Symbol)
	sentOn := now.outcome == moved
	if e.Address = now.Address; !sentOn {
		e.Address = c.addressOf(e.Symbol)
	}
	r, err := http.NewRequestWithContext(context.WithValue(ctx, asked{}, e), http.MethodGet, e.Address, nil)
	if err != nil {
		return e, 0, err
	}
	if err := c.robots.allow(ctx, r.URL); err != nil {
		return e, 0, err
	}
	r.Header.Set("Accept-Language", English)
	response, err := c.http.Do(r)
	if err != nil {
		return e, 0, unreachable(err)
	}
	defer func() { _ = response.Body.Close() }() // it was only read
	e.Address = response.Request.URL.String()
	if f := refusal(response); f != nil {
		if sentOn && f.Kind == NotThere {
			return e, 0, c.forget(e)
		}
		return e, retryAfter(response.Header, time.Now()), f
	}
	got, err = c.receive(ctx, e, response)
	return got, 0, err
}

// receive takes the file that comes, looks at it and keeps it.
func (c *Client) receive(ctx context.Context, e Entry, response *http.Response) (Entry, error) {
	data, err := io.ReadAll(io.LimitReader(response.Body, c.options.Most+1))
	switch {
	case err != nil:
		return e, &Failure{Kind: CutOff, Detail: plainly(err)}
	case int64(len(data)) > c.options.Most:
		return e, &Failure{Kind: TooLarge}
	}
	if l := response.Header.Get("Content-Language"); l != "" && !strings.HasPrefix(strings.ToLower(l), English) {
		return e, &Failure{Kind: OtherLanguage, Detail: l}
	}
	extension, f := recognize(data, response.Header.Get("Content-Type"))
	if f != nil {
		return e, f
	}
	if c.options.Check != nil && extension != wordExtension {
		if err := c.options.Check(ctx, e.Symbol, data); err != nil {
			return e, err
		}
	}
	return c.folder.keep(e, extension, data)
}

// forget lets the service be asked anew, where the address that it gave before has
// nothing any more.
func (c *Client) forget(e Entry) error {
	if err := c.folder.note(Entry{Symbol: e.Symbol, Cited: e.Cited}); err != nil {
		return err
	}
	return &Failure{Kind: Down, Detail: "the address that it gave before has nothing any more"}
}

// addressOf is where the service is asked for a symbol.
func (c *Client) addressOf(symbol string) string {
	u := *c.address
	q := u.Query()
	q.Set("s", symbol)
	q.Set("l", English)
	q.Set("t", c.options.Format)
	u.RawQuery = q.Encode()
	return u.String()
}
