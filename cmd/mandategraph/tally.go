package main

import (
	"cmp"
	"maps"
	"math"
	"slices"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// A verdict says what became of one row of gold or one statement.
type verdict string

const (
	right  verdict = "right"
	wrong  verdict = "wrong identity"
	missed verdict = "missed"
	extra  verdict = "false"
)

// A finding is one row or statement with its verdict.
type finding struct {
	claim
	verdict verdict
	// found is the target that stands in the place of a wrong one.
	found string
	// quote proves what was found; line is that of the gold.
	quote string
	line  int
	// differing are the qualifiers that do not agree with the gold.
	differing []string
	qualified int
}

// judge compares statements with gold.
func judge(g goldFile, snapshot *snapshot.Snapshot) []finding {
	found := g.candidates(snapshot)
	var findings []finding
	var open []goldRow
	judged, told := map[claim]bool{}, map[claim]*graph.Statement{}
	for _, row := range g.placedFirst() {
		own, st := row.in(found)
		if st == nil && row.anywhere() {
			own, st = row.in(told)
		}
		ok := st != nil
		if ok {
			told[own] = st
		}
		maps.DeleteFunc(found, func(c claim, _ *graph.Statement) bool { return c == own || row.anywhere() && c.sameButPlace(own) })
		switch again := judged[row.claim]; {
		case again: // the same with other qualifiers
		case row.optional:
		case ok:
			findings = append(findings, row.agree(st, snapshot))
		default:
			open = append(open, row)
		}
		judged[row.claim] = true
	}
	rest := make([]claim, 0, len(found))
	for c := range found {
		rest = append(rest, c)
	}
	slices.SortFunc(rest, func(a, b claim) int { return cmp.Compare(a.String(), b.String()) })
	for _, row := range open {
		f := finding{claim: row.claim, verdict: missed, line: row.line}
		if i := slices.IndexFunc(rest, row.sameButTarget); i >= 0 {
			f.verdict, f.found, f.quote = wrong, rest[i].target, found[rest[i]].Evidence.Quote
			rest = slices.Delete(rest, i, i+1)
		}
		findings = append(findings, f)
	}
	for _, c := range rest {
		if g.family.chains && g.knows(c) {
			continue
		}
		findings = append(findings, finding{claim: c, verdict: extra, quote: found[c].Evidence.Quote})
	}
	return findings
}

// placedFirst are the rows, those that may be told anywhere behind the others, as what
// proves one of a paragraph proves one of the document, too.
func (g goldFile) placedFirst() []goldRow {
	rows := slices.Clone(g.rows)
	slices.SortStableFunc(rows, func(a, b goldRow) int {
		if a.anywhere() == b.anywhere() {
			return 0
		}
		return map[bool]int{true: 1, false: -1}[a.anywhere()]
	})
	return rows
}

func (r goldRow) sameButTarget(c claim) bool {
	return r.source == c.source && r.relation == c.relation && (r.anywhere() || r.paragraph == c.paragraph)
}

// agree compares the qualifiers of a row that was found.
func (r goldRow) agree(st *graph.Statement, snap *snapshot.Snapshot) finding {
	f := finding{claim: r.claim, verdict: right, quote: st.Evidence.Quote, line: r.line}
	for _, q := range graph.Qualifiers {
		want, ok := r.qualifiers[q.Name]
		if !ok {
			continue
		}
		f.qualified++
		if have := st.Qualifiers[q.Name]; have != want {
			f.differing = append(f.differing, q.Name+" "+have+", not "+want)
		}
	}
	if r.date != "" {
		f.qualified++
		act, _ := snap.Lookup(st.Subject)
		if have := snap.Date(act); have != r.date {
			f.differing = append(f.differing, "date "+have+", not "+r.date)
		}
	}
	return f
}

// candidates are the statements that the gold speaks of. Mentions of the same
// act in one paragraph are one.
func (g goldFile) candidates(snap *snapshot.Snapshot) map[claim]*graph.Statement {
	covered, entities := g.documents(snap), g.entities()
	asked := map[claim]bool{} // also what the family leaves out, where the gold has it
	for _, row := range g.rows {
		asked[row.sameAnywhere()] = true
	}
	if g.family.properties != nil {
		return g.values(snap, covered)
	}
	found := map[claim]*graph.Statement{}
	for e := range snapshot.Edge(snap.Edges()) {
		st := snap.Statement(e)
		c := candidate{claim{st.Subject, st.Relation, st.Object, st.Evidence.Paragraph}, snap, st}
		if g.family.chains && !entities[st.Object] || !g.family.chains && !covered[st.Evidence.Document] ||
			!g.family.takes(c) && !asked[g.folded(c.claim).sameAnywhere()] {
			continue
		}
		if folded := g.folded(c.claim); found[folded] == nil {
			found[folded] = st
		}
	}
	return found
}

// entities are those whose chains the gold tells.
func (g goldFile) entities() map[string]bool {
	all := map[string]bool{}
	for _, row := range g.rows {
		all[row.target] = true
		for _, other := range alternatives(row.qualifiers["alt"]) {
			all[other] = true
		}
	}
	return all
}

// documents are those that hold a paragraph of the gold; where there is only
// one, it is that.
func (g goldFile) documents(snapshot *snapshot.Snapshot) map[string]bool {
	ids := snapshot.Documents()
	if len(ids) == 1 {
		return map[string]bool{ids[0]: true}
	}
	parents := map[string]bool{}
	for _, r := range g.rows {
		parents[r.parent()] = true
	}
	covered := map[string]bool{}
	for _, id := range ids {
		d, _ := snapshot.Document(id)
		covered[id] = parents[id] || slices.ContainsFunc(d.Facts, func(f graph.Fact) bool {
			return f.Property == "inDocument" && f.Value == id && parents[f.Subject]
		})
	}
	return covered
}

// A tally counts verdicts.
type tally struct{ right, wrong, missed, extra int }

func (t *tally) add(v verdict) {
	switch v {
	case right:
		t.right++
	case wrong:
		t.wrong++
	case missed:
		t.missed++
	case extra:
		t.extra++
	}
}

// gold, found: a wrong identity is in both.
func (t tally) gold() int { return t.right + t.wrong + t.missed }

func (t tally) found() int { return t.right + t.wrong + t.extra }

func (t tally) exact() bool { return t.right == t.gold() && t.right == t.found() }

// A rate is a proportion with its 95 % interval.
type rate struct{ value, low, high float64 }

func (t tally) precision() rate { return wilson(t.right, t.found()) }

func (t tally) recall() rate { return wilson(t.right, t.gold()) }

// f1 is the harmonic mean of both. With J the share of what is right among all
// that is in gold or found, F1 is 2J/(1+J); its interval is that of J.
func (t tally) f1() rate {
	j := wilson(t.right, t.gold()+t.found()-t.right)
	f := func(x float64) float64 { return 2 * x / (1 + x) }
	return rate{f(j.value), f(j.low), f(j.high)}
}

// wilson is the score interval of Wilson (1927). Of nothing, all is right.
func wilson(k, n int) rate {
	if n == 0 {
		return rate{1, 0, 1}
	}
	const z = 1.959963984540054
	p, m := float64(k)/float64(n), float64(n)
	middle := (p + z*z/(2*m)) / (1 + z*z/m)
	half := z / (1 + z*z/m) * math.Sqrt(p*(1-p)/m+z*z/(4*m*m))
	return rate{p, max(0, middle-half), min(1, middle+half)}
}
