package main

import (
	"context"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"mandategraph/graph/snapshot"
)

// scoreCommand compares what was extracted with what a reader wrote.
func scoreCommand(p *program) *cobra.Command {
	var o scoreOptions
	c := &cobra.Command{
		Use:   "score --gold FILE.tsv... [PATH...]",
		Short: "Compare statements with gold",
		Long: "Gold is written by reading: rows of source, relation, target and paragraph between\n" +
			"tabs, then key=value; rows with optional=yes count neither way. FILE is named\n" +
			"<family>.tsv or <document>.<family>.tsv. Families: acts, proceedings, sponsors,\n" +
			"adoption, endorsements, recommendations, passing, mandates, operative, life, lifecycles, speakers,\n" +
			"officers, documents, votes, outcomes, treaties. A row that names a document and no paragraph is told\n" +
			"anywhere in it; pairs of ids in aliases.tsv beside FILE count as one. Rows of outcomes hold a property\n" +
			"and its value; those of lifecycles are steps in a life: entity, act, relation, date, until, paragraph.\n" +
			"Documents given as PATH are read without a store. A wrong\n" +
			"identity has the right source, relation and paragraph and another target.\n" +
			"Intervals are those of Wilson for 95 %.",
		Example: "  mandategraph score --exact --gold testdata/gold testdata/cop12-report.txt",
		Args:    expect(0, -1, ""),
		RunE:    func(c *cobra.Command, args []string) error { return p.score(c.Context(), o, args) },
	}
	c.Flags().StringArrayVar(&o.gold, "gold", nil, "`FILE.tsv` with gold, or a folder of such; may be repeated")
	c.Flags().StringVar(&o.id, "id", "", "identity for a text without a symbol; one document only")
	c.Flags().Float64Var(&o.minimum, "min-f1", 0, "exit with 1 where a family's F1 is below this")
	c.Flags().BoolVar(&o.exact, "exact", false, "exit with 1 where anything is wrong, missed or false")
	c.Flags().BoolVarP(&o.verbose, "verbose", "v", false, "list what is wrong, missed or false, with quotes")
	p.storeFlag(c)
	p.readFlags(c)
	return c
}

type scoreOptions struct {
	gold           []string
	id             string
	minimum        float64
	exact, verbose bool
}

func (p *program) score(ctx context.Context, o scoreOptions, args []string) error {
	files, paths, err := p.collectGold(ctx, o.gold, args)
	if err != nil {
		return err
	}
	var gold []goldFile
	for _, f := range files {
		g, err := readGold(f)
		if err != nil {
			return err
		}
		gold = append(gold, g)
	}
	snapshot, err := p.scored(ctx, paths, o.id)
	if err != nil {
		return err
	}
	failed := false
	for _, g := range gold {
		findings := judge(g, snapshot)
		all := report(p.out, g, findings)
		if o.verbose {
			list(p.out, g, findings)
		}
		failed = failed || o.exact && !all.exact() || all.f1().value < o.minimum
	}
	if failed {
		return fmt.Errorf("the score is below what was asked for%s", hint(o.verbose))
	}
	return nil
}

// scored is what the gold is compared with.
func (p *program) scored(ctx context.Context, paths []string, id string) (*snapshot.Snapshot, error) {
	if len(paths) == 0 {
		return p.snapshot(ctx)
	}
	read, err := p.readAll(ctx, paths, id)
	if err != nil {
		return nil, err
	}
	return snapshotOf(read, true), nil
}

func hint(verbose bool) string {
	if verbose {
		return ""
	}
	return "; --verbose lists the rows"
}

// report prints one family with a line for each relation and gives the total.
func report(out io.Writer, g goldFile, findings []finding) tally {
	var all tally
	relations := map[string]tally{}
	qualified, agreeing := 0, 0
	for _, f := range findings {
		t := relations[f.relation]
		t.add(f.verdict)
		relations[f.relation] = t
		all.add(f.verdict)
		qualified += f.qualified
		agreeing += f.qualified - len(f.differing)
	}
	fmt.Fprintf(out, "%s (%s)\n", g.family.name, g.path)
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "relation\tgold\tfound\tright\twrong\tmissed\tfalse\tprecision\trecall\tF1\t")
	for _, name := range slices.Sorted(maps.Keys(relations)) {
		printTally(w, name, relations[name])
	}
	printTally(w, "all", all)
	_ = w.Flush() // fails only where out does, as the next line will
	if qualified > 0 {
		fmt.Fprintf(out, "qualifiers that agree: %d of %d\n", agreeing, qualified)
	}
	if g.family.chains {
		printChains(out, findings)
	}
	fmt.Fprintln(out)
	return all
}

func printTally(w io.Writer, name string, t tally) {
	fmt.Fprintf(
		w, "%s\t%d\t%d\t%d\t%d\t%d\t%d\t%s\t%s\t%s\t\n", name, t.gold(), t.found(), t.right, t.wrong, t.missed, t.extra,
		t.precision(), t.recall(), t.f1(),
	)
}

// String is the rate with its interval, in per cent.
func (r rate) String() string {
	return fmt.Sprintf("%.1f [%.1f, %.1f]", 100*r.value, 100*r.low, 100*r.high)
}

// list prints the rows that are not right.
func list(out io.Writer, g goldFile, findings []finding) {
	for _, f := range findings {
		place := g.path
		if f.line > 0 {
			place = fmt.Sprintf("%s:%d", g.path, f.line)
		}
		row := strings.ReplaceAll(f.String(), "\t", " ")
		switch {
		case f.verdict == right && len(f.differing) > 0:
			fmt.Fprintf(out, "%s: qualifiers differ: %s: %s\n", place, row, strings.Join(f.differing, "; "))
		case f.verdict == right:
		case f.verdict == wrong:
			fmt.Fprintf(out, "%s: %s: %s, found %s in %q\n", place, f.verdict, row, f.found, f.quote)
		case f.verdict == missed:
			fmt.Fprintf(out, "%s: %s: %s\n", place, f.verdict, row)
		default:
			fmt.Fprintf(out, "%s: %s: %s in %q\n", place, f.verdict, row, f.quote)
		}
	}
}
