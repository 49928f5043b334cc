package main

import (
	"encoding/json"

	"github.com/spf13/cobra"

	"mandategraph/graph"
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
			format, err := formatByName(o.format)
			if err != nil {
				return misuse{err}
			}
			read, err := p.readAll(c.Context(), paths, id)
			if err != nil {
				return err
			}
			return p.write(format, snapshotOf(read, false), graph.ExportOptions{Base: o.base})
		},
	}
	o.flags(c)
	c.Flags().StringVar(&id, "id", "", "identity for a text without a symbol; one document only")
	return c
}

// A finding is a diagnostic as the loader keeps it in the graph.
type finding struct {
	Reason     string   `json:"reason"`
	Text       string   `json:"text"`
	Paragraph  string   `json:"paragraph"`
	Range      [2]int   `json:"range"`
	Candidates []string `json:"candidates"`
}

func diagnosticsOf(d graph.Document) []finding {
	var list []finding
	for _, f := range d.Facts {
		var found finding
		if f.Property == "diagnostic" && json.Unmarshal([]byte(f.Value), &found) == nil {
			if found.Paragraph == "" {
				found.Paragraph = f.Subject
			}
			list = append(list, found)
		}
	}
	return list
}
