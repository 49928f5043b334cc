package loader

import (
	"strconv"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
)

// voteCues open the lists of a recorded vote; an empty relation is of those who
// did not vote.
var voteCues = []struct{ cue, relation string }{
	{"In favour:", "votedFor"}, {"Against:", "votedAgainst"}, {"Abstaining:", "abstained"}, {"Abstentions:", "abstained"}, {"Abstained:", "abstained"},
	{"Absent:", ""}, {"Not voting:", ""}, {"Absent or not voting:", ""},
}

var voteGate = newGate("favour:", "Against:", "Abst", " votes to ")

// votes states who voted how: "In favour: ... Against: ... Abstaining: ...", and
// "by 12 votes to 1 (Cuba), with 2 abstentions (Ecuador, Yemen)".
func (s *stater) votes() {
	for _, p := range s.tree.Paragraphs {
		for i, part := range p.Parts {
			if !voteGate.in(part) {
				continue
			}
			if strings.Contains(part.S, "favour:") || strings.Contains(part.S, "Against:") || strings.Contains(part.S, "Abst") {
				s.recordedVote(p)
				break
			}
			if strings.Contains(part.S, " votes to ") {
				s.countedVote(p, p.Parts[i])
			}
		}
	}
}

// A ballot is one recorded vote: what was voted on, and how many votes each
// side has by the printed figures.
type ballot struct {
	target  string
	counted map[string]int
	named   map[string]int
}

// recordedVote reads the lists of a paragraph.
func (s *stater) recordedVote(p *Paragraph) {
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
				to = listEnd(text[:to], at)
				s.voters(p, part, at, to, relation, b)
			}
			if from < 0 {
				break
			}
			if b == nil {
				b = s.ballotOf(p, part, from)
			}
			relation, at = cue, next
		}
	}
	if b == nil {
		return
	}
	for _, side := range []string{"votedFor", "votedAgainst", "abstained"} {
		if n, ok := b.counted[side]; ok && n != b.named[side] {
			s.report(p, p.Parts[0], 0, min(len(p.Parts[0].S), 80), Diagnostic{Reason: "recorded vote: " + strconv.Itoa(n) + " counted and " + strconv.Itoa(b.named[side]) + " named (" + side + ")"})
		}
	}
}

func voteSeekers(text string) []seeker {
	list := make([]seeker, len(voteCues))
	for k, c := range voteCues {
		list[k] = newSeeker(text, c.cue)
	}
	return list
}

func nextVoteCue(cues []seeker, at int) (relation string, from, next int) {
	from = -1
	for k, c := range voteCues {
		if i := cues[k].from(at); i < len(cues[k].text) && (from < 0 || i < from) {
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
func (s *stater) voters(p *Paragraph, part Text, from, to int, relation string, b *ballot) {
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
			end = i + strings.IndexByte(part.S[i:to]+",", ',')
			s.report(p, part, i, min(end, to), Diagnostic{Reason: "unresolved: no State of this name in a recorded vote"})
			i = min(end, to)
			continue
		}
		b.named[relation]++
		if b.target != "" {
			s.entity(e.ID, e.Kind)
			s.state(p, part, i, end, e.ID, relation, b.target, qualifiers{{"rule", "recorded vote"}, {"confidence", "certain"}})
		}
		i = end
	}
}

// ballotOf finds what was voted on: the act that tells of its own vote, else the
// one act or draft that the paragraph names before the lists.
func (s *stater) ballotOf(p *Paragraph, part Text, before int) *ballot {
	b := &ballot{counted: map[string]int{}, named: map[string]int{}}
	var lead strings.Builder
	for _, q := range p.Parts {
		if q.S == part.S {
			lead.WriteString(q.S[:before])
			break
		}
		lead.WriteString(q.S + " ")
	}
	text := lead.String()
	b.count(text)
	if p.Act != nil {
		b.target = p.Act.ID
		return b
	}
	b.target = s.votedOn(p, text)
	if b.target == "" {
		s.report(p, part, before, min(len(part.S), before+40), Diagnostic{Reason: "unresolved: the text does not say by act or symbol what was voted on"})
	}
	return b
}

// votedOn is the one act or draft named in a text on which a vote was taken; of
// a vote on amendments, motions or single paragraphs there is none.
func (s *stater) votedOn(p *Paragraph, text string) string {
	if id := s.amendmentVoted(text); id != "" {
		return id
	}
	for _, other := range []string{"amendment", "motion", "operative paragraph", "preambular paragraph", "vote on paragraph", "separate vote"} {
		if strings.Contains(text, other) {
			return ""
		}
	}
	if m := textPointer.FindStringSubmatchIndex(text); m != nil {
		if a, draft := s.pointed(text, m); draft {
			return a.id
		}
	}
	var targets []string
	for _, a := range s.tree.Acts {
		for _, c := range findCitations(text, s.speaker(p), s.tree) {
			if a.Number == c.number && a.Kind == c.kind && !a.Draft {
				targets = appendNew(targets, a.ID)
			}
		}
	}
	if len(targets) == 0 {
		for _, y := range findSymbols(text) {
			if strings.Contains(y.symbol, "/L.") {
				targets = appendNew(targets, graph.DocumentID(y.symbol))
				s.symbolEntity(y)
			}
		}
	}
	if len(targets) != 1 {
		return ""
	}
	return targets[0]
}

var amendmentVote = compile(`\b(?:adopted|rejected) the (?:oral )?amendments? by a recorded vote\b`)

// amendmentVoted is the document of amendments to a draft on which a vote was
// taken, where it is the one besides the draft that the text names.
func (s *stater) amendmentVoted(text string) string {
	if !amendmentVote.MatchString(text) {
		return ""
	}
	var targets []string
	for _, y := range findSymbols(text) {
		if strings.Contains(y.symbol, "/L.") && !draftBefore.MatchString(text[max(0, y.start-len("draft resolution ")):y.start]) {
			targets = appendNew(targets, graph.DocumentID(y.symbol))
			s.symbolEntity(y)
		}
	}
	if len(targets) != 1 {
		return ""
	}
	return targets[0]
}

var draftBefore = compile(`draft (?:resolution|decision) $`)

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
	favour, end := number(text, at)
	if end == at {
		return
	}
	end += len(text[end:]) - len(strings.TrimPrefix(text[end:], " votes"))
	rest, ok := strings.CutPrefix(text[end:], " to ")
	if !ok {
		return
	}
	against, length := number(rest, 0)
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
func (s *stater) countedVote(p *Paragraph, part Text) {
	if p.Act == nil || p.Locator != endLocator && p.Locator != headLocator {
		return
	}
	b := &ballot{target: p.Act.ID, counted: map[string]int{}, named: map[string]int{}}
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
		s.voters(p, part, i+1, end, relation, b)
		i = end
	}
}
