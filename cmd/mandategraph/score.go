package main

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"mandategraph/graph"
)

// scoreCommand compares what was read with gold written by reading.
func scoreCommand(p *program) *cobra.Command {
	var gold []string
	var verbose, exact bool
	var least float64
	c := &cobra.Command{
		Use:   "score --gold FILE.tsv [--gold FILE.tsv ...] [PATH...]",
		Short: "Compare statements with gold rows: precision, recall and F1 with counts and 95 % intervals",
		Long: "A gold file is named [DOCUMENT.]FAMILY.tsv and holds rows\n  source<TAB>relation<TAB>target<TAB>paragraph[<TAB>key=value ...]\n" +
			"Families: " + strings.Join(familyNames(), ", ") + ".\nRows with optional=yes count neither way. Documents at PATHs are read without a store; without paths the store is scored.",
		Example: "  mandategraph score --gold testdata/gold/cop12-report/acts.tsv testdata/cop12-report.txt",
		Args:    expect(0, -1, "documents, or nothing for the store"),
		RunE: func(c *cobra.Command, paths []string) error {
			if len(gold) == 0 {
				return misusef("expected --gold FILE.tsv")
			}
			s, err := p.knowledge(c.Context(), paths)
			if err != nil {
				return err
			}
			return p.score(s, gold, verbose, exact, least)
		},
	}
	c.Flags().StringArrayVar(&gold, "gold", nil, "gold `FILE`; may be repeated")
	c.Flags().BoolVar(&verbose, "verbose", false, "list missed, wrong and false rows with their words")
	c.Flags().BoolVar(&exact, "exact", false, "fail unless nothing is missed, wrong or false")
	c.Flags().Float64Var(&least, "min-f1", 0, "fail where a file's F1 is lower")
	p.storeFlag(c)
	return c
}

// A row is what gold and statements are compared by.
type row struct{ source, relation, target, paragraph string }

func (p *program) score(s *graph.Snapshot, files []string, verbose, exact bool, least float64) error {
	fmt.Fprintf(p.out, "%-28s %-16s %5s %5s %5s %6s %5s %5s  %-22s %-22s %s\n", "file", "relation", "gold", "found", "right", "missed", "wrong", "false", "precision", "recall", "F1")
	failed := false
	for _, file := range files {
		family, ok := families[familyOf(file)]
		if !ok {
			return misusef("%s: expected a name that ends in one of %s.tsv", file, strings.Join(familyNames(), ".tsv, "))
		}
		firm, optional, err := readGold(file)
		if err != nil {
			return err
		}
		found := map[row]string{}
		for e := range s.Edges() {
			st := s.Statement(graph.Edge(e))
			if family(s, st) {
				found[row{st.Subject, st.Relation, st.Object, st.Evidence.Paragraph}] = st.Evidence.Quote
			}
		}
		t := compare(firm, optional, found)
		name := filepath.Base(filepath.Dir(file)) + "/" + strings.TrimSuffix(filepath.Base(file), ".tsv")
		for _, relation := range t.relations() {
			t.of(relation).print(p.out, name, relation)
		}
		t.of("").print(p.out, name, "all")
		if verbose {
			t.list(p.out)
		}
		all := t.of("")
		failed = failed || exact && (len(all.missed)+len(all.wrong)+len(all.extra) > 0) || all.f1() < least
	}
	if failed {
		return errQuiet
	}
	return nil
}

func readGold(file string) (firm, optional map[row]bool, err error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, nil, err
	}
	firm, optional = map[row]bool{}, map[row]bool{}
	for i, line := range strings.Split(strings.ReplaceAll(string(data), "\r\n", "\n"), "\n") {
		if strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#") {
			continue
		}
		fields := strings.Split(line, "\t")
		if len(fields) < 4 {
			return nil, nil, fmt.Errorf("%s:%d: expected source, relation, target and paragraph, separated by tabs, found %d fields", file, i+1, len(fields))
		}
		r := row{fields[0], fields[1], fields[2], fields[3]}
		if slices.Contains(fields[4:], "optional=yes") {
			optional[r] = true
		} else {
			firm[r] = true
		}
	}
	return firm, optional, nil
}

// wilson is the 95 % score interval of k successes in n (Wilson 1927).
func wilson(k, n int) (low, high float64) {
	if n == 0 {
		return 0, 1
	}
	const z = 1.959964
	f, m := float64(k)/float64(n), float64(n)
	centre := (f + z*z/(2*m)) / (1 + z*z/m)
	half := z / (1 + z*z/m) * math.Sqrt(f*(1-f)/m+z*z/(4*m*m))
	return max(0, centre-half), min(1, centre+half)
}
