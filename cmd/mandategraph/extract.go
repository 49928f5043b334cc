package main

import (
	"github.com/spf13/cobra"

	"mandategraph/graph/export"
	httpapi "mandategraph/schema/http"
)

// extractCommand reads documents and writes what they say, without a store.
func extractCommand(p *program) *cobra.Command {
	var o exportOptions
	var id string
	c := &cobra.Command{
		Use:     "extract PATH...",
		Short:   "Read documents and write their statements to standard output",
		Long:    "The same reading as load, without a store.\n\nFormats:\n" + formatList(),
		Example: "  mandategraph extract --format csv testdata/cop12-report.txt",
		Args:    expect(1, -1, "at least one PATH"),
		RunE: func(c *cobra.Command, paths []string) error {
			format, err := httpapi.FormatByName(o.format)
			if err != nil {
				return misuse{err}
			}
			read, err := p.readAll(c.Context(), paths, id)
			if err != nil {
				return err
			}
			return p.write(c.Context(), format, snapshotOf(read, false), export.Options{Base: o.base})
		},
	}
	o.flags(c)
	c.Flags().StringVar(&id, "id", "", "identity for a text without a symbol; one document only")
	return c
}
