package main

import (
	"github.com/spf13/cobra"
)

// extractCommand reads documents and writes what they say, without a store.
func extractCommand(p *program) *cobra.Command {
	var o exportOptions
	var id, names string
	c := &cobra.Command{
		Use:     "extract PATH...",
		Short:   "Read documents and write their statements to standard output",
		Long:    "The same reading as load, without a store.\n\nFormats:\n" + formatList(),
		Example: "  mandategraph extract --format csv testdata/cop12-report.txt",
		Args:    expect(1, -1, "at least one PATH"),
		RunE: func(c *cobra.Command, paths []string) error {
			format, err := o.check()
			if err != nil {
				return err
			}
			if err := p.addNames(c.Context(), names); err != nil {
				return err
			}
			read, err := p.readAll(c.Context(), paths, id)
			if err != nil {
				return err
			}
			return p.write(c.Context(), format, snapshotOf(read, false), o.options(nil))
		},
	}
	o.flags(c)
	c.Flags().StringVar(&id, "id", "", "identity for a text without a symbol; one document only")
	namesFlag(c, &names)
	p.readFlags(c)
	return c
}
