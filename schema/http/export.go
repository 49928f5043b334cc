package httpapi

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/export"
)

// A wantedExport is what the parameters of a request for an export say.
type wantedExport struct {
	format, base string
	part         Selection
}

// export answers GET /export with the options of the command, whose names and
// defaults are those of the parameters.
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
	snapshot := s.snapshot()
	part, err := o.part.In(r.Context(), s.server.API, snapshot)
	switch {
	case r.Context().Err() != nil:
		failedExport(w, r)
		return
	case errors.As(err, &Misuse{}):
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	case err != nil:
		http.Error(w, err.Error(), http.StatusNotFound)
		return
	}
	if s.server.Unmodified(w, r) {
		return
	}
	h := w.Header()
	h.Set("Content-Disposition", fmt.Sprintf("attachment; filename=%q", o.name()+format.Extension))
	h.Set("Content-Type", format.MediaType)
	h.Set("X-Content-Type-Options", "nosniff")
	watched := &startedWriter{ResponseWriter: w, ctx: r.Context()}
	if err := format.Write(r.Context(), watched, snapshot, export.Options{Base: o.base, Only: part}); err == nil {
		return
	}
	if watched.started {
		// Half a file must not look like a whole one.
		panic(http.ErrAbortHandler)
	}
	failedExport(w, r)
}

// failedExport says that nothing was written, and whether for want of time.
func failedExport(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Del("Content-Disposition")
	h.Del("ETag")
	h.Set("Cache-Control", "no-store")
	if r.Context().Err() != nil {
		h.Set("Retry-After", "1")
		http.Error(
			w, "the deadline passed before the export began; ask for a part, or use the command", http.StatusServiceUnavailable,
		)
		return
	}
	http.Error(w, "the export failed", http.StatusInternalServerError)
}

// maxReach bounds what one request may walk over.
const maxReach = 6

// requestedExport reads the parameters of a request.
func requestedExport(q url.Values) (wantedExport, error) {
	get := func(name, otherwise string) string { return cmp.Or(q.Get(name), otherwise) }
	depth, err := strconv.Atoi(get("depth", "1"))
	if err != nil || depth > maxReach {
		return wantedExport{}, fmt.Errorf("depth %q: expected a number up to %d", q.Get("depth"), maxReach)
	}
	return wantedExport{format: get("format", "csv"), base: get("base", export.DefaultBase), part: Selection{
		Around: q["around"], Relations: q["relation"], Depth: depth, Direction: get("direction", "both"),
		Question: q.Get("question"), Query: q.Get("query"),
	}}, nil
}

// name is that of the file, without its extension.
func (o wantedExport) name() string {
	if len(o.part.Around) > 0 {
		return graph.Slug(o.part.Around[0])
	}
	if o.part.Question != "" {
		return graph.Slug(o.part.Question)
	}
	return "mandategraph"
}

// A startedWriter knows whether anything was sent, and sends nothing after the
// deadline.
type startedWriter struct {
	http.ResponseWriter
	ctx     context.Context
	started bool
}

func (w *startedWriter) Write(b []byte) (int, error) {
	if err := w.ctx.Err(); err != nil {
		return 0, err
	}
	w.started = true
	return w.ResponseWriter.Write(b)
}

// FormatByName finds an export format; the error lists those there are.
func FormatByName(name string) (export.Format, error) {
	if f, ok := export.FormatByName(name); ok {
		return f, nil
	}
	return export.Format{}, fmt.Errorf("there is no format %q; expected one of %s", name, FormatNames())
}

// FormatNames lists the names of all export formats.
func FormatNames() string {
	var names []string
	for _, f := range export.Formats {
		names = append(names, f.Name)
	}
	return strings.Join(names, ", ")
}
