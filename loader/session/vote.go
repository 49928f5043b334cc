package session

import (
	"context"
	"strconv"
	"strings"

	"mandategraph/graph/names"
	"mandategraph/loader/scan"
	"mandategraph/loader/text"
	"mandategraph/loader/tree"
)

// voteCues open the lists of a recorded vote; an empty relation is of those who
// did not vote.
var voteCues = []struct{ cue, relation string }{
	{"In favour:", "votedFor"}, {"Against:", "votedAgainst"},
	{"Abstaining:", "abstained"}, {"Abstentions:", "abstained"}, {"Abstained:", "abstained"},
	{"Absent:", ""}, {"Not voting:", ""}, {"Absent or not voting:", ""},
}

// voteGate is for texts that may tell of a vote.
var voteGate = text.NewGate("favour:", "Against:", "Abst", " votes to ")

// A voteReader reads the votes of one document.
type voteReader struct {
	tree    *tree.Tree
	printed printedActs
	found   tree.Findings
}

// Votes reads who voted how: "In favour: ... Against: ... Abstaining: ...", and
// "by 12 votes to 1 (Cuba), with 2 abstentions (Ecuador, Yemen)".
func Votes(ctx context.Context, t *tree.Tree) tree.Findings {
	r := &voteReader{tree: t, printed: newPrintedActs(t)}
	for _, p := range t.Paragraphs {
		if ctx.Err() != nil {
			break
		}
		r.paragraph(p)
	}
	return r.found
}

func (r *voteReader) paragraph(p *tree.Paragraph) {
	for _, part := range p.Parts {
		if !voteGate.In(part) {
			continue
		}
		if strings.Contains(part.S, "favour:") || strings.Contains(part.S, "Against:") || strings.Contains(part.S, "Abst") {
			r.recordedVote(p)
			return
		}
		if strings.Contains(part.S, " votes to ") {
			r.countedVote(p, part)
		}
	}
}

// A ballot is one recorded vote: what was voted on, and how many votes each
// side has by the printed figures and by the printed names.
type ballot struct {
	target  string
	counted map[string]int
	named   map[string]int
}

func newBallot(target string) *ballot {
	return &ballot{target: target, counted: map[string]int{}, named: map[string]int{}}
}

// recordedVote reads the lists of a paragraph.
func (r *voteReader) recordedVote(p *tree.Paragraph) {
	var b *ballot
	relation := ""
	for _, part := range p.Parts {
		text, cues := part.S, voteSeekers(part.S)
		for at := 0; at < len(text); {
			cue, from, next := nextVoteCue(cues, at)
			to := from
			if from < 0 {
				to = len(text)
			}
			if b != nil && relation != "" {
				r.voters(p, part, at, listEnd(text[:to], at), relation, b)
			}
			if from < 0 {
				break
			}
			if b == nil {
				b = r.ballotOf(p, part, from)
			}
			relation, at = cue, next
		}
	}
	if b != nil {
		r.compare(p, b)
	}
}

// compare reports the sides whose names are not as many as their printed votes.
func (r *voteReader) compare(p *tree.Paragraph, b *ballot) {
	for _, side := range []string{"votedFor", "votedAgainst", "abstained"} {
		if n, ok := b.counted[side]; ok && n != b.named[side] {
			r.found.Report(p, p.Parts[0], 0, min(len(p.Parts[0].S), 80), tree.Diagnostic{
				Reason: "recorded vote: " + strconv.Itoa(n) + " counted and " + strconv.Itoa(b.named[side]) + " named (" + side + ")",
			})
		}
	}
}

func voteSeekers(text string) []scan.Seeker {
	list := make([]scan.Seeker, len(voteCues))
	for k, c := range voteCues {
		list[k] = scan.NewSeeker(text, c.cue)
	}
	return list
}

func nextVoteCue(cues []scan.Seeker, at int) (relation string, from, next int) {
	from = -1
	for k, c := range voteCues {
		if i := cues[k].From(at); i < len(cues[k].Text) && (from < 0 || i < from) {
			relation, from, next = c.relation, i, i+len(c.cue)
		}
	}
	return relation, from, next
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
		case ']', ';':
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

// voters states the States of one list, and reports what is no State's name.
func (r *voteReader) voters(p *tree.Paragraph, part text.Text, from, to int, relation string, b *ballot) {
	for i := from; i < to; {
		for i < to && strings.IndexByte(" ,", part.S[i]) >= 0 {
			i++
		}
		if rest := part.S[i:to]; strings.HasPrefix(rest, "and ") {
			i += len("and ")
			continue
		} else if rest == "" || strings.HasPrefix(rest, "None") || strings.HasPrefix(rest, "none") {
			return
		}
		e, end, ok := names.StateFinder().At(part.S[:to], i)
		if !ok {
			end = min(to, i+strings.IndexByte(part.S[i:to]+",", ','))
			r.found.Report(p, part, i, end, tree.Diagnostic{Reason: "unresolved: no State of this name in a recorded vote"})
			i = end
			continue
		}
		b.named[relation]++
		if b.target != "" {
			r.found.Entity(e.ID, e.Kind)
			r.found.State(p, part, i, end, e.ID, relation, b.target,
				tree.Qualifiers{{"rule", "recorded vote"}, {"confidence", "certain"}})
		}
		i = end
	}
}

// count reads the figures of "a recorded vote of 120 to 3, with 20 abstentions"
// and of "27 votes to 12, with 8 abstentions".
func (b *ballot) count(text string) {
	i := strings.LastIndex(text, "vote of ")
	at := i + len("vote of ")
	if i < 0 {
		if i = strings.LastIndex(text, " votes to "); i < 0 {
			return
		}
		at = strings.LastIndexByte(text[:i], ' ') + 1
	}
	favour, end := tree.Number(text, at)
	if end == at {
		return
	}
	rest, ok := strings.CutPrefix(strings.TrimPrefix(text[end:], " votes"), " to ")
	if !ok {
		return
	}
	against, length := tree.Number(rest, 0)
	if length == 0 && !strings.HasPrefix(rest, "none") {
		return
	}
	b.counted["votedFor"], b.counted["votedAgainst"] = favour, against
	if k := strings.Index(rest, " abstention"); k > 0 {
		w := rest[strings.LastIndexByte(rest[:k], ' ')+1 : k]
		if n, err := strconv.Atoi(w); err == nil {
			b.counted["abstained"] = n
		}
	}
}

// countedVote reads the States between brackets of "by 12 votes to 1 (Cuba),
// with 2 abstentions (Ecuador, Yemen)".
func (r *voteReader) countedVote(p *tree.Paragraph, part text.Text) {
	if p.Act == nil || p.Locator != tree.EndLocator && p.Locator != tree.HeadLocator {
		return
	}
	b := newBallot(p.Act.ID)
	at := strings.Index(part.S, " votes to ") + len(" votes to ")
	for i := at; i < len(part.S); i++ {
		if part.S[i] != '(' {
			continue
		}
		relation := "votedAgainst"
		if strings.Contains(part.S[at:i], "abstention") {
			relation = "abstained"
		}
		end := listEnd(part.S, i+1)
		r.voters(p, part, i+1, end, relation, b)
		i = end
	}
}
