package record

import (
	"strconv"
	"strings"

	"mandategraph/graph/names"
)

// sides are the relations of votes by their letters; of those who did not vote
// nothing is said.
var sides = map[string]string{"Y": "votedFor", "N": "votedAgainst", "A": "abstained"}

// vote reads how one State voted: its code and name, and the letter of its vote.
func (r *reader) vote(f *field) {
	relation := sides[strings.ToUpper(strings.TrimSpace(f.get('d').value))]
	if relation == "" {
		return
	}
	for _, code := range []byte{'e', 'c'} {
		s := f.get(code)
		if e, ok := names.StateFinder().Named(s.value); ok {
			r.ballot(f, s, e, relation)
			return
		}
		for _, e := range names.Current().States {
			if strings.EqualFold(e.Code, s.value) {
				r.ballot(f, s, &e, relation)
				return
			}
		}
	}
	s := f.get('e')
	if s.value == "" {
		s = f.get('c')
	}
	r.report(f, s.from, s.to, "unresolved: no State of this name in a recorded vote")
}

func (r *reader) ballot(f *field, s subfield, e *names.Actor, relation string) {
	r.found.Entity(e.ID, e.Kind)
	r.state(f, s, e.ID, relation, r.subject)
}

// tallies are the subfields of field 996 with the counts of a vote.
var tallies = []struct {
	code byte
	vote string
}{{'b', "Y"}, {'c', "N"}, {'d', "A"}}

// tally compares the counts of a recorded vote with the States that are named.
func (r *reader) tally(f *field) {
	if !r.votes {
		return
	}
	for _, t := range tallies {
		s := f.get(t.code)
		counted, err := strconv.Atoi(strings.TrimSpace(s.value))
		if err != nil {
			continue
		}
		named := 0
		for _, v := range r.all("967") {
			if strings.EqualFold(strings.TrimSpace(v.get('d').value), t.vote) {
				named++
			}
		}
		if counted != named {
			r.report(f, s.from, s.to, "recorded vote: "+strconv.Itoa(counted)+" counted and "+strconv.Itoa(named)+
				" named ("+sides[t.vote]+")")
		}
	}
}
