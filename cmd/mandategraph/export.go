package main

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"mandategraph/graph"
	"mandategraph/graph/export"
	"mandategraph/graph/snapshot"
	"mandategraph/schema"
)

// exportCommand writes the store in an interchange format.
func exportCommand(p *program) *cobra.Command {
	var o exportOptions
	c := &cobra.Command{
		Use:   "export --format NAME",
		Short: "Write the graph in an interchange format to standard output",
		Long: "Writes everything in the store, what lies around some entities, or what answers a\n" +
			"question, to standard output.\n\nFormats:\n" + formatList(),
		Example: "  mandategraph export --format csv >edges.csv\n" +
			"  mandategraph export --format gexf --around ctoc-cop/resolution/12/1 --direction backward --depth 3 >lineage.gexf\n" +
			"  mandategraph export --format bibtex --question \"what does 12/4 recall\" >recalled.bib",
		Args: expect(0, 0, "no argument"),
		RunE: func(c *cobra.Command, _ []string) error { return p.export(c.Context(), o) },
	}
	o.flags(c)
	o.part.flags(c)
	p.storeFlag(c)
	return c
}

// exportOptions say what is written and how.
type exportOptions struct {
	format, base string
	part         selection
}

// defaultBase is what un: stands for in exports.
const defaultBase = export.DefaultBase

func (o *exportOptions) flags(c *cobra.Command) {
	c.Flags().StringVar(&o.format, "format", "csv", "one of "+formatNames(export.Formats))
	c.Flags().StringVar(&o.base, "base", defaultBase, "what un: stands for in formats that name entities by IRI")
}

// flags of a part of the graph.
func (s *selection) flags(c *cobra.Command) {
	c.Flags().StringArrayVar(&s.around, "around", nil, "`ID` of an entity: write only what lies around it; may be repeated")
	c.Flags().IntVar(&s.depth, "depth", 1, "how many steps to go from --around")
	c.Flags().StringArrayVar(&s.relations, "relation", nil, "`NAME` of a relation to follow from --around, all where none is named; may be repeated")
	c.Flags().StringVar(&s.direction, "direction", "both", "which way to go from --around: both, backward (towards what is cited) or forward")
	c.Flags().StringVar(&s.question, "question", "", "write only what answers a question in words")
	c.Flags().StringVar(&s.query, "query", "", "write only what a GraphQL query returns; it asks for the field statement of edges")
}

func (p *program) export(ctx context.Context, o exportOptions) error {
	format, err := formatByName(o.format)
	if err != nil {
		return misuse{err}
	}
	snap, err := p.snapshot(ctx)
	if err != nil {
		return err
	}
	api, err := schema.New(func() *snapshot.Snapshot { return snap }, schema.Options{})
	if err != nil {
		return err
	}
	part, err := o.part.in(ctx, api, snap)
	if err != nil {
		return err
	}
	return p.write(format, snap, export.Options{Base: o.base, Only: part})
}

// export answers GET /export with the options of the command, whose names and
// defaults are those of the parameters.
func (s *site) export(w http.ResponseWriter, r *http.Request) {
	o, err := requestedExport(r.URL.Query())
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	format, err := formatByName(o.format)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	snapshot := s.snapshot()
	part, err := o.part.in(r.Context(), s.api, snapshot)
	switch {
	case r.Context().Err() != nil:
		failedExport(w, r)
		return
	case errors.As(err, &misuse{}):
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	case err != nil:
		http.Error(w, err.Error(), http.StatusNotFound)
		return
	}
	if s.api.Unmodified(w, r) {
		return
	}
	h := w.Header()
	h.Set("Content-Disposition", fmt.Sprintf("attachment; filename=%q", o.name()+format.Extension))
	h.Set("Content-Type", format.MediaType)
	h.Set("X-Content-Type-Options", "nosniff")
	watched := &startedWriter{ResponseWriter: w, ctx: r.Context()}
	if err := format.Write(watched, snapshot, export.Options{Base: o.base, Only: part}); err == nil {
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
		http.Error(w, "the deadline passed before the export began; ask for a part, or use the command", http.StatusServiceUnavailable)
		return
	}
	http.Error(w, "the export failed", http.StatusInternalServerError)
}

// maxReach bounds what one request may walk over.
const maxReach = 6

// requestedExport reads the parameters of a request.
func requestedExport(q url.Values) (exportOptions, error) {
	get := func(name, otherwise string) string { return cmp.Or(q.Get(name), otherwise) }
	depth, err := strconv.Atoi(get("depth", "1"))
	if err != nil || depth > maxReach {
		return exportOptions{}, fmt.Errorf("depth %q: expected a number up to %d", q.Get("depth"), maxReach)
	}
	return exportOptions{format: get("format", "csv"), base: get("base", defaultBase), part: selection{
		around: q["around"], relations: q["relation"], depth: depth, direction: get("direction", "both"),
		question: q.Get("question"), query: q.Get("query"),
	}}, nil
}

// name is that of the file, without its extension.
func (o exportOptions) name() string {
	if len(o.part.around) > 0 {
		return graph.Slug(o.part.around[0])
	}
	if o.part.question != "" {
		return graph.Slug(o.part.question)
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

// write sends a snapshot to standard output.
func (p *program) write(format export.Format, snapshot *snapshot.Snapshot, options export.Options) error {
	out := bufio.NewWriter(p.out)
	if err := format.Write(out, snapshot, options); err != nil {
		return fmt.Errorf("write %s: %w", format.Name, err)
	}
	return out.Flush()
}

func formatByName(name string) (export.Format, error) {
	if f, ok := export.FormatByName(name); ok {
		return f, nil
	}
	return export.Format{}, fmt.Errorf("there is no format %q; expected one of %s", name, formatNames(export.Formats))
}

func formatNames(formats []export.Format) string {
	var names []string
	for _, f := range formats {
		names = append(names, f.Name)
	}
	return strings.Join(names, ", ")
}

func formatList() string {
	var b strings.Builder
	for _, f := range export.Formats {
		fmt.Fprintf(&b, "  %-11s %s\n", f.Name, f.Definition)
	}
	return strings.TrimRight(b.String(), "\n")
}
