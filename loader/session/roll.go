package session

import (
	"strconv"
	"strings"

	"mandategraph/graph/names"
	"mandategraph/loader/scan"
	"mandategraph/loader/text"
	"mandategraph/loader/tree"
)

// rollCue opens the list of one side of a recorded vote: "In favour:", "Against (3):".
var rollCue = scan.Compile(`(?:^|[ (.\[|])(?:[Vv]ot(?:ing|ed) )?([Ii]n favou?r|IN FAVOUR|For|for|Against|` +
	`AGAINST|against|Abstain(?:ing|ed)|` +
	`ABSTAINING|Abstentions?|abstain(?:ing|ed)|Absent(?: or not voting)?|Not voting|` +
	`Not participating)(?: (?:were|was))?(?: ?\(\d+\))?: ?`)

// A voter is a State on one side of a vote, and the words that say so.
type voter struct {
	p        *tree.Paragraph
	part     text.Text
	from, to int
	id       string
	side     int
}

// A roll collects the States of a recorded vote while its lists are read.
type roll struct {
	found  *tree.Findings
	voters []voter
	named  [noSide + 1]int
	listed [noSide + 1]bool
	sides  []int // of the columns of a table
	side   int
	open   bool // a list goes on in the next part
	full   bool // all sides have their lists
}

// read reads the lists of a part of a paragraph; false where it holds none.
func (r *roll) read(p *tree.Paragraph, part text.Text) bool {
	if r.row(p, part) {
		return true
	}
	s, at, any := part.S, 0, false
	if r.open {
		r.open = r.goesOn(part)
	}
	for _, m := range rollCue.FindAll(s) {
		if r.open {
			r.list(p, part, at, listEnd(s[:m[0]], at))
		}
		r.side, at, any = rollSide(s[m[2]:m[3]]), m[1], true
		r.open, r.full = true, true
	}
	if !r.open {
		return any
	}
	end := listEnd(s, at)
	r.list(p, part, at, end)
	r.open = end == len(s)
	return true
}

// goesOn says that an open list goes on in a part: it begins with a State or a cue.
func (r *roll) goesOn(part text.Text) bool {
	s := strings.TrimLeft(part.S, " •–-")
	if rollCue.MatchString(part.S) || noVoters(s) {
		return true
	}
	_, _, ok := names.StateFinder().At(s, 0)
	return ok
}

// listsAgain says that a part opens the list of a side whose list is read.
func (r *roll) listsAgain(s string) bool {
	m := rollCue.FindStringSubmatchIndex(s)
	return m != nil && r.listed[rollSide(s[m[2]:m[3]])]
}

func rollSide(cue string) int {
	switch strings.ToLower(cue)[:3] {
	case "in ", "for":
		return inFavour
	case "aga":
		return against
	case "abs":
		if !strings.HasPrefix(cue, "Absent") {
			return abstaining
		}
	}
	return noSide
}

// noVoters says that a list begins like one without States.
func noVoters(s string) bool {
	return strings.HasPrefix(s, "None") || strings.HasPrefix(s, "none") || strings.HasPrefix(s, "Nil")
}

// listEnd is where a list of States ends: at a full stop or closing bracket
// outside brackets.
func listEnd(s string, at int) int {
	depth := 0
	for i := at; i < len(s); i++ {
		switch s[i] {
		case '(':
			depth++
		case ')':
			depth--
		case ']':
			return i
		case '.':
			if depth <= 0 && (i+1 == len(s) || s[i+1] == ' ' || s[i+1] == ']') {
				return i
			}
		}
		if depth < 0 {
			return i
		}
	}
	return len(s)
}

// list takes the States of one list, and reports what is no State's name.
func (r *roll) list(p *tree.Paragraph, part text.Text, from, to int) {
	r.listed[r.side] = true
	for i := from; i < to; {
		i = to - len(strings.TrimLeft(part.S[i:to], " ,;.*|—–"))
		rest := part.S[i:to]
		if strings.HasPrefix(rest, "and ") {
			i += len("and ")
			continue
		}
		if rest == "" || noVoters(rest) {
			return
		}
		e, end, ok := names.StateFinder().At(part.S[:to], i)
		if !ok {
			e, end, ok = names.StateFinder().At(zeroForO(part.S[:to], i), i)
		}
		if !ok {
			end = min(to, i+strings.IndexAny(part.S[i:to]+",", ",;."))
			r.found.Report(p, part, i, end, tree.Diagnostic{Reason: "unresolved: no State of this name in a recorded vote"})
			i = end
			continue
		}
		r.add(voter{p, part, i, end, e.ID, r.side})
		i = end
	}
}

// zeroForO is a text in which the next name has letters for noughts that were read
// wrongly from print: "Union of S0viet Socialist Republics".
func zeroForO(s string, from int) string {
	end := from + strings.IndexAny(s[from:]+",", ",;.()")
	if strings.IndexByte(s[from:end], '0') < 0 {
		return s
	}
	return s[:from] + strings.ReplaceAll(s[from:end], "0", "o") + s[end:]
}

func (r *roll) add(v voter) {
	r.named[v.side]++
	if v.side != noSide {
		r.voters = append(r.voters, v)
	}
}

// holds says that a State is among the voters.
func (r *roll) holds(id string) bool {
	for i := range r.voters {
		if r.voters[i].id == id {
			return true
		}
	}
	return false
}

// state adds how the States voted on a text.
func (r *roll) state(target string) {
	for _, v := range r.voters {
		r.found.Entity(v.id, "State")
		r.found.State(v.p, v.part, v.from, v.to, v.id, sideRelations[v.side], target,
			tree.Qualifiers{{"rule", "recorded vote"}, {"confidence", "certain"}})
	}
}

// counts completes a tally by the States of full lists, and reports sides whose
// names are not as many as their printed votes.
func (r *roll) counts(p *tree.Paragraph, t tally) tally {
	for side, printed := range t {
		named := strconv.Itoa(r.named[side])
		switch {
		case printed == named || !r.full && !r.listed[side]:
		case printed == "" && r.listed[side]:
			t[side] = named
		case printed != "":
			r.found.Report(p, p.Parts[0], 0, min(len(p.Parts[0].S), 80), tree.Diagnostic{
				Reason: "recorded vote: " + printed + " counted and " + named + " named (" + sideRelations[side] + ")",
			})
		}
	}
	return t
}
