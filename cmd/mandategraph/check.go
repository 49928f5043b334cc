package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// A checkup is one thing that check looks for.
type checkup struct {
	name, finds string
	// grave findings fail the command under --strict.
	grave bool
	find  func(*snapshot.Snapshot) []string
}

// checkups in the order in which they are printed.
var checkups = []checkup{
	{"unresolved", "what a text says and the loader could not make out", true, unresolved},
	{"conflicts", "acts with two titles or two dates", true, conflicts},
	{"records", "what the record of a catalogue and the text itself say otherwise", true, recordConflicts},
	{"dangling", "cited acts whose own text is not loaded", false, dangling},
	{"dates", "dates without a day", false, vagueDates},
	{"corrections", "what was changed by hand", false, corrections},
}

// checkCommand lists what is doubtful.
func checkCommand(p *program) *cobra.Command {
	var kinds []string
	var strict bool
	var lines []string
	for _, c := range checkups {
		lines = append(lines, fmt.Sprintf("  %-11s %s", c.name, c.finds))
	}
	c := &cobra.Command{
		Use:   "check [PATH...]",
		Short: "List what could not be resolved, conflicts and gaps",
		Long: "Looks through the store, or through the documents at PATH without a store, for\n" + strings.Join(lines, "\n") +
			fmt.Sprintf("\n  %-11s %s\n  %-11s %s", outdated, outdatedFinds, integrity, integrityFinds),
		Example: "  mandategraph check --only unresolved,conflicts",
		Args:    expect(0, -1, ""),
		RunE:    func(c *cobra.Command, paths []string) error { return p.check(c.Context(), paths, kinds, strict) },
	}
	c.Flags().StringSliceVar(&kinds, "only", nil, "look only for these, separated by commas")
	c.Flags().BoolVar(&strict, "strict", false, "exit with 1 where something is unresolved or in conflict")
	p.storeFlag(c)
	p.readFlags(c)
	return c
}

func (p *program) check(ctx context.Context, paths, only []string, strict bool) error {
	for _, name := range only {
		if name != integrity && name != outdated && !slices.ContainsFunc(checkups, func(c checkup) bool { return c.name == name }) {
			return misusef("--only %q: expected one of %s", name, checkupNames())
		}
	}
	snapshot, err := p.knowledge(ctx, paths)
	if err != nil {
		return err
	}
	grave := p.runCheckups(snapshot, only)
	for _, c := range []struct {
		name string
		look func(context.Context, bool) error
	}{{outdated, p.listOutdated}, {integrity, p.verify}} {
		if len(paths) == 0 && (len(only) == 0 || slices.Contains(only, c.name)) {
			if err := c.look(ctx, len(only) > 0); err != nil {
				return err
			}
		}
	}
	if strict && grave > 0 {
		return fmt.Errorf("%s unresolved or in conflict", plural(grave, "finding"))
	}
	return nil
}

// runCheckups prints what the named checkups find, or all where none is named, and
// counts the grave findings.
func (p *program) runCheckups(snapshot *snapshot.Snapshot, only []string) (grave int) {
	for _, c := range checkups {
		if len(only) > 0 && !slices.Contains(only, c.name) {
			continue
		}
		found := c.find(snapshot)
		fmt.Fprintf(p.out, "%s (%s): %d\n", c.name, c.finds, len(found))
		for _, line := range found {
			fmt.Fprintf(p.out, "  %s\n", line)
		}
		if c.grave {
			grave += len(found)
		}
	}
	return grave
}

// vagueReason begins the diagnostics that are listed by vagueDates instead.
const vagueReason = "date without a day"

// unresolved lists the diagnostics with the line of the source.
func unresolved(s *snapshot.Snapshot) []string {
	var found []string
	for _, id := range s.Documents() {
		d, _ := s.Document(id)
		for _, g := range diagnosticsOf(d) {
			if g.Reason == vagueReason {
				continue
			}
			text := fmt.Sprintf("%s:%d: %s: %q", id, g.Line, g.Reason, g.Text)
			if g.Paragraph != "" {
				text += " at " + g.Paragraph
			}
			if len(g.Candidates) > 0 {
				text += "; may be " + strings.Join(g.Candidates, ", ")
			}
			found = append(found, text)
		}
	}
	return found
}

// conflicts lists acts for which texts give different titles or dates.
func conflicts(s *snapshot.Snapshot) []string {
	var found []string
	for _, n := range s.Nodes("Act") {
		for _, c := range []struct{ what, property, qualifier string }{
			{"titles", "title", "citedTitle"}, {"dates", "adoptedOn", "citedDate"},
		} {
			if given := givenFor(s, n, c.property, c.qualifier); len(given) > 1 {
				found = append(found, fmt.Sprintf("%s has %d %s: %s", s.ID(n), len(given), c.what, strings.Join(given, "; ")))
			}
		}
	}
	return found
}

// givenFor lists the different values that an act's own text and its citations
// give. A date that only leaves the day open contradicts nothing, nor do
// titles that differ in case and punctuation.
func givenFor(s *snapshot.Snapshot, n snapshot.Node, property, qualifier string) []string {
	var given, keys []string
	add := func(value, where string) {
		key := graph.Slug(value)
		if value == "" || slices.ContainsFunc(keys, func(k string) bool { return sameValue(property, k, key) }) {
			return
		}
		keys = append(keys, key)
		given = append(given, fmt.Sprintf("%q (%s)", value, where))
	}
	for _, v := range s.Values(n, property) {
		add(v, "own text")
	}
	for _, e := range s.In(n) {
		st := s.Statement(e)
		add(st.Qualifiers[qualifier], st.Evidence.Paragraph)
	}
	return given
}

func sameValue(property, a, b string) bool {
	return a == b || property == "adoptedOn" && (strings.HasPrefix(a, b) || strings.HasPrefix(b, a))
}

// dangling lists cited acts that are not loaded, with who cites them.
func dangling(s *snapshot.Snapshot) []string {
	var found []string
	for _, n := range s.Nodes("Act") {
		if s.Loaded(n) {
			continue
		}
		var at []string
		for _, e := range s.In(n) {
			at = append(at, s.Statement(e).Evidence.Paragraph)
		}
		slices.Sort(at)
		if at = slices.Compact(at); len(at) > 0 {
			found = append(found, fmt.Sprintf("%s, cited at %s", s.ID(n), strings.Join(at, ", ")))
		}
	}
	return found
}

// fullDate is the length of YYYY-MM-DD.
const fullDate = len("2006-01-02")

// vagueDates lists dates for which only the year or month is printed.
func vagueDates(s *snapshot.Snapshot) []string {
	var found []string
	for e := range snapshot.Edge(s.Edges()) {
		st := s.Statement(e)
		if d := st.Qualifiers["citedDate"]; d != "" && len(d) < fullDate {
			found = append(found, fmt.Sprintf("%s of %s at %s: %q", st.Object, d, st.Evidence.Paragraph, st.Evidence.Quote))
		}
	}
	for n := range snapshot.Node(s.Len()) {
		for _, f := range s.Facts(n) {
			if (f.Property == "date" || f.Property == "adoptedOn") && len(f.Value) < fullDate {
				found = append(found, fmt.Sprintf("%s: %s %s", s.ID(n), f.Property, f.Value))
			}
		}
	}
	return found
}

// corrections lists what was changed by hand, with who, when and why.
func corrections(s *snapshot.Snapshot) []string {
	var found []string
	for n := range snapshot.Node(s.Len()) {
		for _, what := range s.Values(n, "correction") {
			found = append(found, fmt.Sprintf("%s: %s", s.ID(n), what))
		}
	}
	return found
}

func checkupNames() string {
	var names []string
	for _, c := range checkups {
		names = append(names, c.name)
	}
	return strings.Join(append(names, outdated, integrity), ", ")
}
