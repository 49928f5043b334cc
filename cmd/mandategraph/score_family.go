package main

import (
	"fmt"
	"io"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"mandategraph/graph"
)

// families say which statements a family of gold is about.
var families = map[string]func(*graph.Snapshot, *graph.Statement) bool{
	"acts": func(s *graph.Snapshot, st *graph.Statement) bool {
		return citesAct(s, st) && !narrated(s, st)
	},
	"proceedings": func(s *graph.Snapshot, st *graph.Statement) bool {
		return citesAct(s, st) && narrated(s, st)
	},
	"sponsors": relations("sponsors", "submits"),
	"adoption": func(s *graph.Snapshot, st *graph.Statement) bool {
		return st.Relation == "adoptedAt" || st.Relation == "draftOf" || st.Relation == "adopts" && kindOf(s, st.Object) == "Act"
	},
	"endorsements": func(s *graph.Snapshot, st *graph.Statement) bool {
		return st.Relation == "endorses" && kindOf(s, st.Object) == "Recommendations" && kindOf(s, st.Subject) == "Act"
	},
	"recommendations": func(s *graph.Snapshot, st *graph.Statement) bool {
		return kindOf(s, st.Subject) == "Recommendations" || kindOf(s, st.Subject) == "Paragraph"
	},
	"passing": func(s *graph.Snapshot, st *graph.Statement) bool {
		n, ok := s.Lookup(st.Subject)
		return ok && !strings.HasPrefix(st.Evidence.Paragraph, st.Subject+"#") && s.Kind(n) == "Act" && !citesAct(s, st) && st.Relation != "adoptedAt" && st.Relation != "endorses" && st.Qualifiers["mandate"] == ""
	},
	"mandates": func(_ *graph.Snapshot, st *graph.Statement) bool { return st.Qualifiers["mandate"] != "" },
	"speakers": relations("speaksOn", "alignsWith"),
	"officers": relations("holdsOffice", "chairs", "nominates"),
	"documents": func(s *graph.Snapshot, st *graph.Statement) bool {
		return st.Relation != "draftOf" && st.Relation != "containedIn" && st.Relation != "sponsors" && st.Relation != "submits" && st.Qualifiers["mandate"] == "" &&
			(kindOf(s, st.Object) == "Document" || st.Relation == "considers" && kindOf(s, st.Object) == "AgendaItem")
	},
	"treaties": func(s *graph.Snapshot, st *graph.Statement) bool {
		k := kindOf(s, st.Object)
		return st.Relation == "registeredAs" || (k == "Treaty" || k == "Article") && st.Qualifiers["mandate"] == "" && st.Relation != "supplements" && st.Relation != "hasMember"
	},
}

func relations(names ...string) func(*graph.Snapshot, *graph.Statement) bool {
	return func(_ *graph.Snapshot, st *graph.Statement) bool { return slices.Contains(names, st.Relation) }
}

func kindOf(s *graph.Snapshot, id string) string {
	if n, ok := s.Lookup(id); ok {
		return s.Kind(n)
	}
	return ""
}

// citesAct: an act or document cites an act.
func citesAct(s *graph.Snapshot, st *graph.Statement) bool {
	r, ok := graph.RelationByName(st.Relation)
	subject := kindOf(s, st.Subject)
	return ok && r.Broader == graph.Cites && kindOf(s, st.Object) == "Act" && (subject == "Act" || subject == "Document") && st.Qualifiers["mandate"] == ""
}

// narrated: the report itself says it in a paragraph of its own.
func narrated(s *graph.Snapshot, st *graph.Statement) bool {
	n, ok := s.Lookup(st.Subject)
	return ok && s.Kind(n) == "Document" && s.Text(n, "actKind") == ""
}

func familyNames() []string { return slices.Sorted(maps.Keys(families)) }

// familyOf reads the family from a file's name: [DOCUMENT.]FAMILY.tsv.
func familyOf(file string) string {
	name := strings.TrimSuffix(filepath.Base(file), ".tsv")
	return name[strings.LastIndexByte(name, '.')+1:]
}

// A tally counts what agrees.
type tally struct {
	gold, right          map[row]bool
	missed, wrong, extra map[row]string // with the words
	found                int
}

// compare pairs a missed row with a false one of the same source, relation and
// paragraph: that is a wrong identity, counted apart.
func compare(firm, optional map[row]bool, found map[row]string) tally {
	t := tally{gold: firm, right: map[row]bool{}, missed: map[row]string{}, wrong: map[row]string{}, extra: map[row]string{}}
	for r, quote := range found {
		switch {
		case firm[r]:
			t.right[r] = true
		case !optional[r]:
			t.extra[r] = quote
		}
	}
	for r := range firm {
		if !t.right[r] {
			t.missed[r] = ""
		}
	}
	for _, m := range sorted(t.missed) {
		for _, x := range sorted(t.extra) {
			if m.source == x.source && m.relation == x.relation && m.paragraph == x.paragraph {
				t.wrong[m] = x.target + ": " + t.extra[x]
				delete(t.extra, x)
				delete(t.missed, m)
				break
			}
		}
	}
	return t
}

func sorted[V any](m map[row]V) []row {
	return slices.SortedFunc(maps.Keys(m), func(a, b row) int {
		return strings.Compare(a.source+"\t"+a.paragraph+"\t"+a.relation+"\t"+a.target, b.source+"\t"+b.paragraph+"\t"+b.relation+"\t"+b.target)
	})
}

func (t tally) relations() []string {
	names := map[string]bool{}
	for _, m := range []map[row]bool{t.gold, t.right} {
		for r := range m {
			names[r.relation] = true
		}
	}
	for r := range t.extra {
		names[r.relation] = true
	}
	return slices.Sorted(maps.Keys(names))
}

// of restricts a tally to one relation; empty means all.
func (t tally) of(relation string) tally {
	o := tally{gold: keep(t.gold, relation), right: keep(t.right, relation), missed: keep(t.missed, relation), wrong: keep(t.wrong, relation), extra: keep(t.extra, relation)}
	o.found = len(o.right) + len(o.wrong) + len(o.extra)
	return o
}

func keep[V any](m map[row]V, relation string) map[row]V {
	kept := map[row]V{}
	for r, v := range m {
		if relation == "" || r.relation == relation {
			kept[r] = v
		}
	}
	return kept
}

func (t tally) f1() float64 {
	if len(t.gold)+t.found == 0 {
		return 1
	}
	return 2 * float64(len(t.right)) / float64(len(t.gold)+t.found)
}

func (t tally) print(w io.Writer, file, relation string) {
	fmt.Fprintf(w, "%-28s %-16s %5d %5d %5d %6d %5d %5d  %-22s %-22s %.3f\n", file, relation, len(t.gold), t.found, len(t.right), len(t.missed), len(t.wrong), len(t.extra),
		share(len(t.right), t.found), share(len(t.right), len(t.gold)), t.f1())
}

func share(k, n int) string {
	if n == 0 {
		return "-"
	}
	low, high := wilson(k, n)
	return fmt.Sprintf("%.3f [%.3f, %.3f]", float64(k)/float64(n), low, high)
}

func (t tally) list(w io.Writer) {
	for _, l := range []struct {
		name string
		rows map[row]string
	}{{"missed", t.missed}, {"wrong", t.wrong}, {"false", t.extra}} {
		for _, r := range sorted(l.rows) {
			fmt.Fprintf(w, "  %s: %s %s %s at %s  %s\n", l.name, r.source, r.relation, r.target, r.paragraph, l.rows[r])
		}
	}
}
