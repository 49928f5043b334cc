package record

import (
	"strconv"
	"strings"

	"mandategraph/graph/names"
	"mandategraph/loader/scan"
	"mandategraph/loader/tree"
)

// sides are the relations of votes by their letters; of those who did not vote
// nothing is said.
var sides = map[string]string{"Y": "votedFor", "N": "votedAgainst", "A": "abstained"}

// letter is that of a vote.
func letter(f *field) string { return strings.ToUpper(strings.TrimSpace(f.get('d').value)) }

// vote reads how one State voted: its code and name, and the letter of its vote.
func (r *reader) vote(f *field) {
	relation := sides[letter(f)]
	if relation == "" {
		return
	}
	for _, code := range []byte{'e', 'c'} {
		s := f.get(code)
		if p, ok := actor(s.value); ok && p.kind == "State" {
			r.ballot(f, s, p, relation)
			return
		}
		for _, e := range names.Current().States {
			if strings.EqualFold(e.Code, s.value) {
				r.ballot(f, s, party{id: e.ID, kind: e.Kind}, relation)
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

func (r *reader) ballot(f *field, s subfield, p party, relation string) {
	p.declare(&r.found)
	r.state(f, s, p.id, relation, r.subject)
}

// tallies are the subfields of field 996 with the counts of a vote, the letter of
// those votes and the property that holds their count.
var tallies = []struct {
	code           byte
	vote, property string
}{{'b', "Y", "votesFor"}, {'c', "N", "votesAgainst"}, {'d', "A", "abstentions"}}

// adoption is how an index tells that an act was adopted: "Adopted without vote, 50th
// plenary meeting", "Adopted 116-10-44, 50th meeting".
var adoption = scan.Compile(`(?i)\badopted\b[^;]*?(?:(without (?:a )?vote)|(by consensus)|\b(\d+)-(\d+)-(\d+)\b)` +
	`(?:[^;]*?\b(\d+)(?:st|nd|rd|th) (?:plenary )?meeting)?`)

// tally reads how an act was adopted, as an index tells it or in counts, and compares
// the counts with the States that are named.
func (r *reader) tally(f *field) {
	r.told(f)
	if !r.votes {
		return
	}
	r.found.FirstFact(r.subject, "procedure", "recorded vote")
	for _, t := range tallies {
		s := f.get(t.code)
		counted, err := strconv.Atoi(strings.TrimSpace(s.value))
		if err != nil {
			continue
		}
		r.found.FirstFact(r.subject, t.property, strconv.Itoa(counted))
		named := r.letters[t.vote]
		if counted != named {
			r.report(f, s.from, s.to, "recorded vote: "+strconv.Itoa(counted)+" counted and "+strconv.Itoa(named)+
				" named ("+sides[t.vote]+")")
		}
	}
}

// told reads the sentence of an index on the adoption.
func (r *reader) told(f *field) {
	s := f.get('a')
	m := adoption.FindStringSubmatch(s.value)
	if m == nil || !r.act {
		return
	}
	r.found.FirstFact(r.subject, "outcome", "adopted")
	switch {
	case m[1] != "":
		r.found.FirstFact(r.subject, "procedure", "without a vote")
	case m[2] != "":
		r.found.FirstFact(r.subject, "procedure", "consensus")
	default:
		r.found.FirstFact(r.subject, "procedure", "recorded vote")
		for i, t := range tallies {
			r.found.FirstFact(r.subject, t.property, m[3+i])
		}
	}
	if m[6] == "" || r.session == "" {
		return
	}
	sitting := tree.SessionID(r.body, r.session)
	id := sitting + "/meeting/" + m[6]
	r.found.Session(r.body, r.session)
	r.found.Body(r.body)
	r.found.NewEntity(id, "Meeting", [2]string{"number", m[6]}, [2]string{"partOf", sitting})
	r.state(f, s, r.subject, "adoptedAt", id)
}
