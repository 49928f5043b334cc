package session

import (
	"slices"

	"mandategraph/loader/scan"
)

// One sentence may adopt several acts, each in its own way: "By consensus, the Board adopted
// decision 2041/3 and, without a vote, decision 2041/4". How stands before the number; where
// it stands behind all of them, or before the verb, it is that of all that have none.

// An adoptedWith is an act that a sentence adopts together with others.
type adoptedWith struct {
	id, procedure string
	start, end    int // of its number, in the sentence
	from          int // of the verb
}

// procedureOfEach is how one of several acts of a sentence was adopted, by the words before it.
func (r *reporter) procedureOfEach(x utterance, a *adoption, act *actPointer) string {
	from, first := a.to-x.start, len(r.together) == 0
	if !first {
		from = r.together[len(r.together)-1].end
	}
	start := act.start - x.start
	how := procedureOf(afterBrackets(x.text[min(from, start):start]), false)
	if how == "" && first {
		how = procedureOf(x.text[:from], false)
	}
	r.together = append(r.together, adoptedWith{act.id, how, start, act.end - x.start, from})
	return how
}

// afterBrackets leaves out the brackets behind the number before.
func afterBrackets(s string) string {
	for m := bracketsOfAct.FindStringIndex(s); m != nil; m = bracketsOfAct.FindStringIndex(s) {
		s = s[:m[0]] + s[m[1]:]
	}
	return s
}

var bracketsOfAct = scan.Compile(`\([^()]*\)`)

// several keeps the outcome of each act that a sentence adopts with others; false where it
// adopts no more than one.
func (r *reporter) several(x utterance) bool {
	n := len(r.together)
	if n < 2 {
		r.together = nil
		return false
	}
	last := r.together[n-1]
	tail := procedureOf(x.text[last.end:], false)
	for i, a := range r.together {
		how := a.procedure
		if how == "" && i > 0 {
			how = r.together[0].procedure
		}
		if how == "" {
			how = tail
		}
		r.adoptedTogether(x, a.id, how)
	}
	r.together = nil
	return true
}

// adoptedTogether keeps how one of them was adopted: in the poll that was read for it, or a new one.
func (r *reporter) adoptedTogether(x utterance, id, how string) {
	for i := len(r.polled) - 1; i >= 0 && r.polled[i].p == x.p; i-- {
		if v := &r.polled[i]; slices.ContainsFunc(
			v.targets,
			func(t string) bool { return t == id || r.drafts[t] == id },
		) {
			if how != "" && v.tally.printed() == 0 {
				v.procedure = how
			}
			return
		}
	}
	r.polled = append(
		r.polled,
		poll{p: x.p, targets: []string{id}, outcome: "adopted", procedure: how, roll: roll{found: &r.found}},
	)
}
