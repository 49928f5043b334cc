package httpapi

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/export"
	"mandategraph/graph/snapshot"
	"mandategraph/schema"
	"mandategraph/schema/guard"
)

// A wantedExport is what the parameters of a request for an export say.
type wantedExport struct {
	format, base string
	safety       export.SheetSafety
	part         Selection
}

// export answers GET /export with the options of the command, whose names and
// defaults are those of the parameters. It works the export out in a place of the
// API's, gives that back, and then sends it.
func (s *Site) export(w http.ResponseWriter, r *http.Request) {
	o, err := requestedExport(r.URL.Query())
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	format, err := FormatByName(o.format)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	h := w.Header()
	h.Set("Content-Disposition", fmt.Sprintf("attachment; filename=%q", o.name()+format.Extension))
	h.Set("Content-Type", format.MediaType)
	s.sendExport(w, r, o, func(inside context.Context, api *schema.API, snap *snapshot.Snapshot) (Writer, error) {
		return o.part.Writer(inside, api, snap, format)
	})
}

// A finder finds what is to be written.
type finder func(inside context.Context, api *schema.API, snap *snapshot.Snapshot) (Writer, error)

// sendExport works out what find finds and sends it, under the headers that are set.
func (s *Site) sendExport(w http.ResponseWriter, r *http.Request, o wantedExport, find finder) {
	kept := &spool{most: s.server.options.MaxExport, allowance: s.server.sending}
	defer kept.close()
	unchanged := func() bool { return s.server.Unmodified(w, r) }
	switch done, err := s.workOut(r.Context(), o, find, kept, unchanged); {
	case err != nil:
		status, text := s.failure(w, r, err)
		w.Header().Del("Content-Disposition")
		forget(w.Header())
		http.Error(w, text, status)
		return
	case done:
		return
	}
	w.Header().Set("X-Content-Type-Options", "nosniff")
	if kept.send(w) != nil {
		panic(http.ErrAbortHandler) // half a file must not look like a whole one
	}
}

// workOut fills a spool within the deadline of a request. unchanged may answer the
// request instead, once it is known to be a good one; done says that it did.
func (s *Site) workOut(
	ctx context.Context, o wantedExport, find finder, to *spool, unchanged func() bool,
) (done bool, err error) {
	ctx, cancel := context.WithTimeout(ctx, s.server.options.Timeout)
	defer cancel()
	inside, leave, err := s.server.API.Enter(ctx)
	if err != nil {
		return false, err
	}
	defer leave()
	write, err := find(inside, s.server.API, s.snapshot())
	switch {
	case inside.Err() != nil:
		return false, inside.Err()
	case err != nil:
		return false, err
	case unchanged():
		return true, nil
	}
	err = write(inside, to, export.Options{Base: o.base, SheetSafe: o.safety})
	if err != nil && inside.Err() == nil && !errors.Is(err, errExportTooLong) && !errors.Is(err, errSpoolFull) {
		err = brokenExport{err}
	}
	return false, err
}

// A brokenExport is an error that is not the client's, and not for its eyes.
type brokenExport struct{ error }

// failure is the status and the text for an error of an export or a question; what
// may go better at another time says when, and a defect stands in the log alone.
func (s *Site) failure(w http.ResponseWriter, r *http.Request, err error) (status int, text string) {
	later := func(reason, text string) (int, string) {
		s.server.refused(reason)
		w.Header().Set("Retry-After", strconv.Itoa(retryAfter))
		return http.StatusServiceUnavailable, text
	}
	var fault *guard.Fault
	isFault := errors.As(err, &fault)
	switch {
	case r.Context().Err() != nil: // the client has gone
		return http.StatusServiceUnavailable, ""
	case errors.Is(err, errSpoolFull):
		return later(refusedSending, errSpoolFull.Error())
	case isFault && fault.Code == guard.Overloaded:
		return later(refusedBusy, fault.Message)
	case errors.Is(err, context.DeadlineExceeded), errors.Is(err, context.Canceled),
		isFault && fault.Code == guard.TimedOut:
		return later(refusedLate, "the deadline passed; ask for a part, or use the command")
	case isFault && fault.Code == guard.Internal, errors.As(err, &brokenExport{}):
		id := w.Header().Get(requestIDHeader)
		s.log.Error("failed request", slog.String("request", id), slog.String("path", r.URL.Path), slog.Any("error", err))
		return http.StatusInternalServerError, "internal error; the log has more under the request id " + id
	case errors.As(err, &Misuse{}), errors.Is(err, errExportTooLong),
		isFault && (fault.Code == guard.BadRequest || fault.Code == guard.TooComplex):
		return http.StatusBadRequest, err.Error()
	}
	return http.StatusNotFound, err.Error()
}

// maxReach bounds what one request may walk over.
const maxReach = 6

// requestedExport reads the parameters of a request.
func requestedExport(q url.Values) (wantedExport, error) {
	var names []string
	for _, p := range exportParameters {
		names = append(names, p.name)
	}
	for name := range q {
		if !slices.Contains(names, name) {
			return wantedExport{}, fmt.Errorf(
				"there is no parameter %q; expected %s", guard.Shorten(name), strings.Join(names, ", "),
			)
		}
	}
	if q.Has("depth") || q.Has("direction") {
		if !q.Has("around") {
			return wantedExport{}, errors.New("depth and direction go with around")
		}
	}
	get := func(name, otherwise string) string { return cmp.Or(q.Get(name), otherwise) }
	depth, err := strconv.Atoi(get("depth", "1"))
	if err != nil || depth > maxReach {
		return wantedExport{}, fmt.Errorf("depth %q: expected a number up to %d", q.Get("depth"), maxReach)
	}
	least, err := strconv.Atoi(get("least", "1"))
	if err != nil || q.Has("least") && !q.Has("network") {
		return wantedExport{}, fmt.Errorf("least %q: expected a number, with network", q.Get("least"))
	}
	safety, err := export.SheetSafetyByName(get("sheetSafe", string(export.SafeFormulas)))
	if err != nil {
		return wantedExport{}, err
	}
	return wantedExport{
		format: get("format", "csv"), base: get("base", export.DefaultBase), safety: safety,
		part: Selection{
			Around: q["around"], Relations: q["relation"], Depth: depth, Direction: get("direction", "both"),
			Kind: q.Get(
				"kind",
			), Network: q.Get("network"), Least: least, Filter: q.Get("filter"), Question: q.Get("question"), Query: q.Get("query"),
		},
	}, nil
}

// name is that of the file, without its extension.
func (o wantedExport) name() string {
	if len(o.part.Around) > 0 {
		return graph.Slug(o.part.Around[0])
	}
	return cmp.Or(graph.Slug(o.part.Question), graph.Slug(o.part.Kind), graph.Slug(o.part.Network), "mandategraph")
}

// FormatByName finds an export format; the error lists those there are.
func FormatByName(name string) (export.Format, error) {
	if f, ok := export.FormatByName(name); ok {
		return f, nil
	}
	return export.Format{}, fmt.Errorf("there is no format %q; expected one of %s", name, FormatNames())
}

// FormatNames lists the names of all export formats.
func FormatNames() string { return strings.Join(formatNames(), ", ") }
