package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"mandategraph/graph/export"
	"mandategraph/graph/snapshot"
	"mandategraph/schema"
	httpapi "mandategraph/schema/http"
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
			"  mandategraph export --format gexf --around ctoc-cop/resolution/12/1 --direction backward --depth 3 " +
			">lineage.gexf\n" +
			"  mandategraph export --format bibtex --question \"what does 12/4 recall\" >recalled.bib",
		Args: expect(0, 0, "no argument"),
		RunE: func(c *cobra.Command, _ []string) error { return p.export(c.Context(), o) },
	}
	o.flags(c)
	partFlags(c, &o.part)
	p.storeFlag(c)
	return c
}

// exportOptions say what is written and how.
type exportOptions struct {
	format, base string
	sheetSafe    string
	part         httpapi.Selection
}

func (o *exportOptions) flags(c *cobra.Command) {
	c.Flags().StringVar(&o.format, "format", "csv", "one of "+httpapi.FormatNames())
	c.Flags().StringVar(&o.base, "base", export.DefaultBase, "what un: stands for in formats that name entities by IRI")
	c.Flags().StringVar(
		&o.sheetSafe, "sheet-safe", string(export.SafeFormulas),
		"`CELLS` of csv with an apostrophe before them, so that no spreadsheet runs them: formulas, all\n"+
			"(that begin with = + - @, tab or CR; also without a value) or off",
	)
	c.Flags().Lookup("sheet-safe").NoOptDefVal = string(export.SafeAll)
}

// partFlags are those of a part of the graph.
func partFlags(c *cobra.Command, s *httpapi.Selection) {
	c.Flags().StringArrayVar(
		&s.Around, "around", nil, "`ID` of an entity: write only what lies around it; may be repeated",
	)
	c.Flags().IntVar(&s.Depth, "depth", 1, "how many steps to go from --around")
	c.Flags().StringArrayVar(
		&s.Relations, "relation", nil,
		"`NAME` of a relation to follow from --around, or to write all statements of; may be repeated",
	)
	c.Flags().StringVar(
		&s.Filter, "filter", "", "write only statements that fit: a JSON object with members of the API's StatementFilter,\n"+
			"with --kind those of the filter of its list, such as ActFilter",
	)
	c.Flags().StringVar(&s.Kind, "kind", "", "write all entities of this `KIND`, such as Act, and what they state")
	c.Flags().StringVar(
		&s.Network, "network", "",
		"write a network with weighted links instead of statements: "+strings.Join(schema.NetworkNames(), ", "),
	)
	c.Flags().IntVar(&s.Least, "least", 1, "write only links of --network of at least this weight")
	c.Flags().StringVar(
		&s.Direction, "direction", "both",
		"which way to go from --around: both, backward (towards what is cited) or forward",
	)
	c.Flags().StringVar(&s.Question, "question", "", "write only what answers a question in words")
	c.Flags().StringVar(
		&s.Query, "query", "", "write only what a GraphQL query returns; it asks for the field statement of edges",
	)
}

// options are those that writing needs.
func (o *exportOptions) options(part *snapshot.Neighbourhood) export.Options {
	return export.Options{Base: o.base, Only: part, SheetSafe: export.SheetSafety(o.sheetSafe)}
}

// check finds misuse before anything is read.
func (o *exportOptions) check() (export.Format, error) {
	format, err := httpapi.FormatByName(o.format)
	if err == nil {
		_, err = export.SheetSafetyByName(o.sheetSafe)
	}
	if err != nil {
		return format, misuse{err}
	}
	return format, nil
}

func (p *program) export(ctx context.Context, o exportOptions) error {
	format, err := o.check()
	if err != nil {
		return err
	}
	snap, err := p.snapshot(ctx)
	if err != nil {
		return err
	}
	api, err := schema.New(func() *snapshot.Snapshot { return snap }, schema.Options{})
	if err != nil {
		return err
	}
	write, err := o.part.Writer(ctx, api, snap, format)
	switch {
	case errors.As(err, &httpapi.Misuse{}):
		return misuse{err}
	case err != nil:
		return err
	}
	out := bufio.NewWriter(p.out)
	if err := write(ctx, out, o.options(nil)); err != nil {
		return fmt.Errorf("write %s: %w", format.Name, err)
	}
	return out.Flush()
}

// write sends a snapshot to standard output.
func (p *program) write(ctx context.Context, format export.Format, snapshot *snapshot.Snapshot, options export.Options) error {
	out := bufio.NewWriter(p.out)
	if err := format.Write(ctx, out, snapshot, options); err != nil {
		return fmt.Errorf("write %s: %w", format.Name, err)
	}
	return out.Flush()
}

func formatList() string {
	var b strings.Builder
	for _, f := range export.Formats {
		fmt.Fprintf(&b, "  %-11s %s\n", f.Name, f.Definition)
	}
	return strings.TrimRight(b.String(), "\n")
}
