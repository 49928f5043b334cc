package main

import (
	"bufio"
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"mandategraph/graph"
)

// exportCommand writes the store in an interchange format.
func exportCommand(p *program) *cobra.Command {
	var o exportOptions
	c := &cobra.Command{
		Use:     "export --format NAME",
		Short:   "Write the graph in an interchange format to standard output",
		Long:    "Writes everything in the store, or what lies around one entity, to standard output.\n\nFormats:\n" + formatList(),
		Example: "  mandategraph export --format csv >edges.csv",
		Args:    expect(0, 0, "no argument"),
		RunE:    func(c *cobra.Command, _ []string) error { return p.export(c.Context(), o) },
	}
	o.flags(c)
	c.Flags().StringVar(&o.around, "around", "", "id of an entity: write only what lies around it")
	c.Flags().IntVar(&o.depth, "depth", 1, "how many steps to go from --around")
	p.storeFlag(c)
	return c
}

// exportOptions say what is written and how.
type exportOptions struct {
	format, base, around string
	depth                int
}

// defaultBase is what un: stands for in exports.
const defaultBase = "https://mandategraph.example/id/"

func (o *exportOptions) flags(c *cobra.Command) {
	c.Flags().StringVar(&o.format, "format", "csv", "one of "+formatNames(graph.Formats))
	c.Flags().StringVar(&o.base, "base", defaultBase, "what un: stands for in formats that name entities by IRI")
}

func (p *program) export(ctx context.Context, o exportOptions) error {
	format, err := formatByName(o.format)
	if err != nil {
		return misuse{err}
	}
	snapshot, err := p.snapshot(ctx)
	if err != nil {
		return err
	}
	options, err := o.in(snapshot)
	if err != nil {
		return err
	}
	return p.write(format, snapshot, options)
}

// in finds the neighbourhood that the options ask for.
func (o exportOptions) in(snapshot *graph.Snapshot) (graph.ExportOptions, error) {
	options := graph.ExportOptions{Base: o.base}
	if o.around == "" {
		return options, nil
	}
	n, err := only(snapshot, o.around)
	if err != nil {
		return options, err
	}
	around := snapshot.Subgraph([]graph.Node{n}, graph.Limits{Depth: o.depth})
	options.Only = &around
	return options, nil
}

// write sends a snapshot to standard output.
func (p *program) write(format graph.Format, snapshot *graph.Snapshot, options graph.ExportOptions) error {
	out := bufio.NewWriter(p.out)
	if err := format.Write(out, snapshot, options); err != nil {
		return fmt.Errorf("write %s: %w", format.Name, err)
	}
	return out.Flush()
}

func formatByName(name string) (graph.Format, error) {
	if f, ok := graph.FormatByName(name); ok {
		return f, nil
	}
	return graph.Format{}, fmt.Errorf("there is no format %q; expected one of %s", name, formatNames(graph.Formats))
}

func formatNames(formats []graph.Format) string {
	var names []string
	for _, f := range formats {
		names = append(names, f.Name)
	}
	return strings.Join(names, ", ")
}

func formatList() string {
	var b strings.Builder
	for _, f := range graph.Formats {
		fmt.Fprintf(&b, "  %-10s %s\n", f.Name, f.Definition)
	}
	return strings.TrimRight(b.String(), "\n")
}
