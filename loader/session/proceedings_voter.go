package session

import (
	"strings"

	"mandategraph/loader/scan"
)

var (
	// "Cuba and Yemen voted against", "Peru abstained"
	votedSo = scan.Compile(` (?:(?:explained (?:why|that) (?:it|they) |who )?(?:had )?(voted (?:in favou?r|for|against)|abstained)|` +
		`(voting (?:in favou?r|for|against)|abstaining))\b`)
	// "Voting in favour were Chile and Peru"
	votersBehind = scan.Compile(`\b[Vv]oting (in favou?r|against) (?:was|were) (?:the )?`)
	// "the vote was as follows: Cuba against, Peru and Chile abstaining"
	votersBare = scan.Compile(` (against|abstaining|in favou?r)(?:[,;.]|$)`)
	asFollows  = scan.Compile(`\b[Vv]ot(?:e|es|ing) (?:was|were) as follows: `)
)

// toldVotes reads in running text who voted how in the vote of which the text spoke.
func (r *reporter) toldVotes(x utterance) {
	last := r.lastPoll()
	if last == nil || last.none || r.verbatim || last.roll.full {
		return
	}
	for _, m := range votedSo.FindAll(x.text) {
		from, to := m[2], m[3]
		if from < 0 {
			from, to = m[4], m[5]
		}
		word := strings.TrimPrefix(strings.TrimPrefix(x.text[from:to], "voted "), "voting ")
		r.voted(x, r.listBefore(x.text, m[0]), sideOf(word), to)
	}
	for _, m := range votersBehind.FindAll(x.text) {
		list, end := r.actorList(x.text, m[1])
		r.voted(x, list, sideOf(x.text[m[2]:m[3]]), end)
	}
	if f := asFollows.FindStringIndex(x.text); f != nil {
		for _, m := range votersBare.FindAll(x.text) {
			if m[0] > f[1] {
				list := r.listBefore(x.text[:m[0]], m[0])
				if len(list) == 0 {
					list, _ = r.actorList(x.text[:m[0]], f[1])
				}
				r.voted(x, list, sideOf(x.text[m[2]:m[3]]), m[3])
			}
		}
	}
}

// voted adds the States of a list to the last vote; to is where the words end that say
// how they voted.
func (r *reporter) voted(x utterance, list []listedActor, side, to int) {
	last := r.lastPoll()
	for _, a := range list {
		if a.kind == "State" && !last.roll.holds(a.id) {
			last.roll.add(voter{x.p, x.part, x.start + a.start, x.start + max(a.end, a.stop+1), a.id, side})
		}
	}
}
