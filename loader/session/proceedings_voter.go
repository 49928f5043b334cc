package session

import (
	"strconv"
	"strings"

	"mandategraph/loader/scan"
)

var (
	// "Cuba and Yemen voted against", "Peru abstained"
	votedSo = scan.Compile(
		` (?:(?:explained (?:why|that) (?:it|they) |who )?(?:had )?(voted (?:in favou?r|for|against)|abstained)|` +
			`(voting (?:in favou?r|for|against)|abstaining))\b`,
	)
	// "Voting in favour were Chile and Peru"
	votersBehind = scan.Compile(`\b[Vv]oting (in favou?r|for|against) (?:it )?(?:was|were) (?:the )?`)
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
	r.oneSide(x, last)
	for _, m := range votersBehind.FindAll(x.text) {
		limit := m[1] + strings.IndexByte(x.text[m[1]:]+";", ';') // behind it stand those of another side
		list, end := r.actorList(x.text[:limit], m[1])
		r.voted(x, list, sideOf(x.text[m[2]:m[3]]), end)
	}
	for _, m := range votedSo.FindAll(x.text) {
		from, to := m[2], m[3]
		if from < 0 {
			from, to = m[4], m[5]
		}
		word := strings.TrimPrefix(strings.TrimPrefix(x.text[from:to], "voted "), "voting ")
		r.voted(x, r.listBefore(x.text, m[0]), sideOf(word), to)
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

// sideVoted is the number of one side where the others are told by name.
var sideVoted = scan.Compile(
	`\b(` + numeral + `)(?: (?:members|delegations|States|Parties|countries))?(?: of the [A-Z]\w+)?` +
		`(?: had)? (voted (?:in favou?r|for|against)|abstained)\b`,
)

// oneSide reads it, of a vote whose result is not known yet.
func (r *reporter) oneSide(x utterance, last *poll) {
	if last.tally.printed() > 0 || last.outcome != "" && last.p != x.p {
		return
	}
	for _, m := range sideVoted.FindAll(x.text) {
		n, ok := numberOf(x.text[m[2]:m[3]])
		if side := sideOf(strings.TrimPrefix(x.text[m[4]:m[5]], "voted ")); ok && last.tally[side] == "" {
			last.tally[side] = strconv.Itoa(n)
		}
	}
}

// voted adds the States of a list to the last vote; to is where the words end that say
// how they voted.
func (r *reporter) voted(x utterance, list []listedActor, side, to int) {
	last := r.lastPoll()
	for _, a := range list {
		if last.tally[inFavour] != "" && side != noSide && last.tally[side] == "" {
			last.roll.listed[side] = true // beside the number of those in favour the others are named
		}
		if a.kind == "State" && !last.roll.holds(a.id) {
			last.roll.add(voter{x.p, x.part, x.start + a.start, x.start + max(a.end, a.stop+1), a.id, side})
		}
	}
}
