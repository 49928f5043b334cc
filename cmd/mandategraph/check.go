package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"mandategraph/graph"
)

// checkCommand lists what could not be understood and what contradicts.
func checkCommand(p *program) *cobra.Command {
	c := &cobra.Command{
		Use:   "check [PATH...]",
		Short: "List what could not be resolved, conflicts and acts that are cited but not loaded",
		Long:  "Checks the store or, with paths, the documents there without a store.",
		Args:  expect(0, -1, "documents to check, or nothing for the store"),
		RunE: func(c *cobra.Command, paths []string) error {
			s, err := p.knowledge(c.Context(), paths)
			if err != nil {
				return err
			}
			for _, section := range checks {
				section.print(p.out, s)
			}
			return nil
		},
	}
	p.storeFlag(c)
	return c
}

// A check is one kind of oddity with those who find it.
type check struct {
	title string
	find  func(*graph.Snapshot) []string
}

var checks = []check{
	{"not resolved, ambiguous or odd in the text", diagnosed},
	{"acts with several titles", func(s *graph.Snapshot) []string { return conflicting(s, "title", "citedTitle") }},
	{"acts with several dates", func(s *graph.Snapshot) []string { return conflicting(s, "adoptedOn", "citedDate") }},
	{"acts cited but not loaded", dangling},
}

func (c check) print(w io.Writer, s *graph.Snapshot) {
	found := c.find(s)
	fmt.Fprintf(w, "%s: %d\n", c.title, len(found))
	for _, line := range found {
		fmt.Fprintf(w, "  %s\n", line)
	}
}

func diagnosed(s *graph.Snapshot) []string {
	var lines []string
	for _, id := range s.Documents() {
		d, _ := s.Document(id)
		for _, f := range diagnosticsOf(d) {
			line := fmt.Sprintf("%s: %s: %q #char=%d,%d", f.Paragraph, f.Reason, f.Text, f.Range[0], f.Range[1])
			if len(f.Candidates) > 0 {
				line += " candidates: " + strings.Join(f.Candidates, ", ")
			}
			lines = append(lines, line)
		}
	}
	slices.Sort(lines)
	return lines
}

// conflicting lists acts of which two texts print different values; titles are
// compared without regard to case and spacing, a date that only lacks its day
// is no conflict.
func conflicting(s *graph.Snapshot, property, qualifier string) []string {
	var lines []string
	for _, n := range s.Nodes("Act") {
		values := map[string]string{}
		note := func(v string) {
			if v == "" {
				return
			}
			key := strings.ToLower(strings.Join(strings.Fields(v), " "))
			for known := range values {
				if strings.HasPrefix(known, key) || strings.HasPrefix(key, known) {
					return
				}
			}
			values[key] = v
		}
		note(s.Text(n, property))
		for _, e := range s.In(n) {
			note(s.Statement(e).Qualifiers[qualifier])
		}
		if len(values) > 1 {
			var printed []string
			for _, v := range values {
				printed = append(printed, v)
			}
			slices.Sort(printed)
			lines = append(lines, s.ID(n)+": "+strings.Join(printed, " | "))
		}
	}
	return lines
}

func dangling(s *graph.Snapshot) []string {
	var lines []string
	for _, n := range s.Nodes("Act") {
		if !s.Loaded(n) && len(s.In(n)) > 0 {
			lines = append(lines, fmt.Sprintf("%s (cited %s)  %s", s.ID(n), plural(len(s.In(n)), "time"), s.Title(n)))
		}
	}
	return lines
}
