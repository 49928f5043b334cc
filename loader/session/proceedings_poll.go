package session

import (
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/loader/scan"
	"mandategraph/loader/text"
	"mandategraph/loader/tree"
)

var pollGate = text.NewGate("vote", "dopted", "pproved", "ejected", "etained", "withdr", "defer", "postpone",
	"no action", "eleted by", "avour", "gainst", "bst", "not to", "Absent")

// rollGate is for parts that may hold lists of who voted how.
var rollGate = text.NewGate("avour", "gainst", "bst", "Absent", "AVOUR", "GAINST")

// polls reads what a sentence says of the outcome of proposals, and of votes.
func (r *reporter) polls(x utterance) {
	any := false
	var last proposal
	for _, e := range events(x.text) {
		o := r.proposed(x, e)
		if len(o.named) == 0 && !o.none && e.passive && any &&
			goesOnWith.MatchString(x.text[e.object.Start:e.object.End]) {
			o = last // "draft resolution X was put to the vote and was rejected"
			if o.act, o.draft = r.becomesAct(x, e); o.act != nil {
				o.targets = []string{o.act.id}
			}
		}
		if o.found() {
			r.poll(x, e, o)
			any, last = true, o
		}
	}
	for _, a := range r.acts {
		if a.verb == "decided" && a.act != nil && !a.draft && a.organ != "" && x.holds(a.from) {
			e := event{
				Span:    scan.Span{Start: a.from - x.start, End: a.to - x.start},
				outcome: "adopted",
				tail:    len(x.text),
			}
			r.poll(x, e, proposal{targets: []string{a.act.id}, act: a.act})
			any = true
		}
	}
	if r.several(x) {
		any = true
	}
	r.pairs(x, tree.FindSymbols(x.text))
	if !any {
		r.proceeds(x)
		r.result(x)
	}
	r.toldVotes(x)
}

// goesOnWith leads to a further verb of the same subject.
var goesOnWith = scan.Compile(
	`^[^;:.]*\b(?:and|but) (?:(?:then|was|were|therefore|thus|subsequently|thereby|accordingly|had been|not) ?)* ?$`,
)

// proceeding begins a vote without naming again what is voted on.
var proceeding = scan.Compile(`\bproceeded to (?:a |the |take a )?(?:recorded |roll-call )?vote\b|` +
	`\b(?:[Aa]|the) (?:recorded |roll-call )?vote was (?:then |also |thereupon |accordingly )?(?:taken|held|conducted)(?:[.,;:]|$| by | at the )`)

// proceeds opens the poll on the proposal of which the text spoke, where the body goes
// on to vote on it: its lists are not those of an earlier vote.
func (r *reporter) proceeds(x utterance) {
	last := r.lastPoll()
	if r.spoken == "" || !proceeding.MatchString(x.text) || last != nil && slices.Contains(last.targets, r.spoken) ||
		onMotion.MatchString(x.text) || r.ended(r.spoken) {
		return
	}
	v := poll{p: x.p, targets: []string{r.spoken}, roll: roll{found: &r.found}}
	v.procedure = procedureOf(x.text, true)
	r.polled = append(r.polled, v)
}

// ended says that the text has told what became of a proposal, which is then voted on no more.
func (r *reporter) ended(id string) bool {
	return slices.ContainsFunc(r.polled, func(v poll) bool {
		return v.outcome != "" && len(v.pins) == 0 && slices.Contains(v.targets, id)
	})
}

// poll keeps one event: what it adds to a vote of which the lists stand before
// it, or a new one.
func (r *reporter) poll(x utterance, e event, o proposal) {
	words := x.text[r.wordsFrom(x, e):e.tail]
	list := reckonings(words)
	if len(list) == 0 && !e.passive && procedureOf(words, false) == "" { // "the Board, by consensus, adopted"
		words = x.text[e.lead.Start:e.tail]
		list = reckonings(words)
	}
	v := poll{p: x.p, targets: o.targets, pins: o.pins, none: o.none, outcome: e.outcome, roll: roll{found: &r.found}}
	v.procedure = procedureOf(words, len(list) > 0)
	if len(list) > 0 {
		v.tally = list[0].decided(e.outcome)
		v.brackets(x.p, x.part, x.start+e.tail-len(words), list[0])
	}
	v.follows = e.outcome == "adopted" && v.tally.printed() == 0 &&
		(consequently.MatchString(x.text[:e.Start]) || followsVote.MatchString(x.text[:e.Start]))
	r.adoptedSo(x, e, o)
	if len(o.targets) == 1 && len(o.pins) == 0 && !o.none {
		r.spoken = o.targets[0]
	}
	if last := r.lastPoll(); last != nil && last.waitsFor(&v, o.named) {
		last.take(v)
		r.votedInto(x, e, o, r.hits[last.replaced])
		return
	}
	if last := r.lastPoll(); last != nil && v.follows && last.outcome == "adopted" && len(last.targets) == 1 &&
		len(last.pins) == 0 {
		r.votedInto(x, e, o, r.hits[last.targets[0]]) // the draft was told to be adopted before its number
	}
	r.polled = append(r.polled, v)
}

// votedInto adds which act the draft became on which a vote was told before: "The Board
// accordingly adopted decision 2041/9".
func (r *reporter) votedInto(x utterance, e event, o proposal, hit *draftHit) {
	switch {
	case hit == nil || r.drafts[hit.id] != "":
	case o.act != nil:
		r.became(x, e.Span, hit, o.act)
	case len(o.targets) == 1 && !strings.HasPrefix(o.targets[0], "document/"):
		r.becameIn(
			x,
			e.Start,
			e.End+len(ownNumber.FindString(strings.TrimPrefix(x.text[e.End:], " ")))+1,
			hit.id,
			o.targets[0],
		)
	}
}

// wordsFrom is where the words begin that tell of an event: with what stands before
// "vote was taken on".
func (r *reporter) wordsFrom(x utterance, e event) int {
	from := min(e.object.Start, e.Start)
	if strings.HasPrefix(x.text[from:], "it ") {
		from = e.lead.Start // what the sentence says before of the same
	}
	if e.outcome == "" {
		from -= len(voteKind.FindString(x.text[:from]))
	}
	return from
}

// voteKind is what a text calls a vote that is taken.
var voteKind = scan.Compile(`(?:recorded|roll-?[ -]?call) $`)

// adoptedSo adds the adoption that a sentence in the passive voice tells, or one
// that names the act behind the draft.
func (r *reporter) adoptedSo(x utterance, e event, o proposal) {
	if e.outcome != "adopted" || o.none || len(o.pins) > 0 || r.body == "" {
		return
	}
	a := adoption{organ: graph.BodyID(r.body), verb: "adopted", from: x.start + e.Start, to: x.start + e.End,
		limit: x.start + e.tail, act: o.act, draft: o.draft, after: x.start + e.object.Start - 1}
	stated := r.decisionAt(x, e)
	if stated != nil && (stated.act != nil || len(tree.FindSymbols(x.text[e.End:e.tail])) > 0) {
		return
	}
	switch {
	case o.act != nil:
		r.act = o.act.id
		defer r.inPlenary(x.text[e.End:e.tail])()
		r.adopts(x, &a, tree.FindSymbols(x.text))
		for _, id := range o.named {
			if hit := r.hits[id]; hit != nil && r.drafts[id] == "" {
				r.became(x, e.Span, hit, o.act)
			}
		}
	default:
		a.organ += r.committee // which approves drafts
		how := r.how(x, &a)
		for _, id := range o.targets {
			x.state(&r.found, e.Start, e.End, a.organ, "adopts", known(&r.found, id), how)
			if len(r.meetings) == 1 && r.committee == "" {
				x.state(&r.found, e.Start, e.End, id, "adoptedAt", r.meetings[0], r.by("adoption"))
			}
		}
	}
}

// how lists the qualifiers of an adoption: when, and by which procedure and votes.
func (r *reporter) how(x utterance, a *adoption) tree.Qualifiers {
	words := x.text[min(len(x.text), a.to-x.start):min(len(x.text), a.limit-x.start)]
	if a.verb == "decided" && procedureOf(words, false) == "" && len(reckonings(words)) == 0 {
		words = x.text[:a.to-x.start] // "The Council, by a recorded vote of 30 to 4, decided"
	}
	list := reckonings(words)
	v := poll{procedure: procedureOf(words, len(list) > 0)}
	if len(list) > 0 {
		v.tally = list[0].tally
	} else if a.procedure != "" {
		v.procedure = a.procedure
	}
	return append(r.by("adoption"), v.qualifiers()...)
}

// consequently says that a decision follows from the vote that was told before it.
var consequently = scan.Compile(`\b(?:accordingly|therefore|thus|thereupon|consequently) $`)

// followsVote begins the sentence on a decision as what came of the vote before it.
var followsVote = scan.Compile(
	`^(?:Following|After|Further to|As a result of|On the basis of|In (?:the )?(?:light|view) of) (?:the|that|this) ` +
		`(?:recorded |roll-call )?(?:vote|voting|results? of the (?:vote|voting)),? `,
)

// result reads a sentence that only tells how a vote ended: "The draft resolution
// received 11 votes in favour, none against and 1 abstention."
func (r *reporter) result(x utterance) {
	if !strings.Contains(x.text, "vot") && !resultWords.MatchString(x.text) {
		return
	}
	list, last := reckonings(x.text), r.lastPoll()
	if len(list) == 0 || onMotion.MatchString(x.text) {
		return
	}
	if last == nil || last.settled() && (last.p != x.p || last.tally.printed() > 0) {
		if r.spoken == "" {
			return
		}
		r.polled = append(r.polled, poll{p: x.p, targets: []string{r.spoken}, roll: roll{found: &r.found}})
		last = r.lastPoll()
		last.procedure = procedureOf(x.text, true)
	}
	if last.tally.printed() > 0 {
		return
	}
	last.tally = list[0].tally
	last.brackets(x.p, x.part, x.start, list[0])
}

// onMotion tells of a vote on how to proceed: to adjourn or close a debate, to admit
// somebody. It is none on the draft of which the text speaks.
var onMotion = scan.Compile(
	`\bto (?:adjourn|close|suspend|admit|divide)\b|\b(?:adjournment|closure) of the (?:debate|meeting)\b|\bprocedural vote\b`,
)

func (r *reporter) lastPoll() *poll {
	if n := len(r.polled); n > 0 {
		return &r.polled[n-1]
	}
	return nil
}

// settled says that all is known of a poll but the lists of who voted how.
func (v *poll) settled() bool { return v.outcome != "" && (len(v.targets) > 0 || v.none) }

// waitsFor says that an event tells how a vote ended whose lists stood before it:
// on the same proposal, by whatever name, or on one that the text had not named.
func (v *poll) waitsFor(w *poll, named []string) bool {
	if v.outcome != "" || v.none != w.none || v.tally.printed() > 0 && w.tally.printed() > 0 && v.tally != w.tally {
		return false
	}
	if len(v.targets) == 0 {
		return true
	}
	same := slices.Equal(v.targets, w.targets) || slices.Equal(v.targets, named) || w.follows
	return same && slices.Equal(v.pins, w.pins)
}

// take adds what a later sentence says of the same vote.
func (v *poll) take(w poll) {
	v.p, v.outcome = w.p, w.outcome
	if w.follows && len(v.targets) == 1 && len(w.targets) == 1 {
		v.replaced = v.targets[0]
	}
	v.targets, v.pins = w.targets, w.pins
	if v.procedure == "" || v.procedure == "vote" && w.procedure != "" {
		v.procedure = w.procedure
	}
	if v.tally.printed() == 0 {
		v.tally = w.tally
	}
	if len(v.roll.voters) == 0 {
		v.roll = w.roll
	}
}

// rollCall reads the lists of a vote in a part of a paragraph; true where all of
// the part belongs to them: it begins with one, or goes on with the last. Behind the
// sentences of a part, inline is given for lists in its middle.
func (r *reporter) rollCall(p *tree.Paragraph, part text.Text, inline bool) bool {
	last := r.lastPoll()
	var m []int
	if strings.IndexByte(part.S, ':') >= 0 { // most texts have no colon, with which each cue ends
		m = rollCue.FindStringIndex(part.S)
	}
	switch {
	case strings.HasPrefix(part.S, "|"):
		return last != nil && last.roll.row(p, part)
	case m == nil && part.S == r.tree.Symbol && last != nil && last.p == p && last.roll.open:
		return true // the head of a page inside a list
	case m == nil:
		return last != nil && last.p == p && last.roll.open && !inline && last.roll.read(p, part)
	case !inline && strings.Trim(part.S[:m[0]], " •–-[|*") != "":
		return false // a sentence stands before it
	case last == nil || last.roll.listsAgain(part.S) || last.unvoted() || r.spokeOfOther(last):
		r.polled = append(r.polled, poll{p: p, roll: roll{found: &r.found}})
		last = r.lastPoll()
	}
	return last.roll.read(p, part)
}

// spokeOfOther says that the text has come to another draft since it told how a vote ended:
// lists below are of a vote on that one, or on what the text does not name.
func (r *reporter) spokeOfOther(last *poll) bool {
	hit := r.hits[r.spoken]
	return last.settled() && hit != nil && hit.x.p.Start > last.p.Start && !slices.Contains(last.targets, r.spoken)
}

// inlineRoll reads lists in the middle of a part: "rejected a motion. In favour: Cuba
// and Yemen. Against: Chile."
func (r *reporter) inlineRoll(p *tree.Paragraph, part text.Text) {
	if rollGate.In(part) {
		r.rollCall(p, part, true)
	}
}

// listedPolls reads the votes of an item of a list: "(a) Operative paragraph 4 was
// retained by a recorded vote of 120 to 1."
func (r *reporter) listedPolls(p *tree.Paragraph) {
	for i, part := range p.Parts {
		if !pollGate.In(part) && !(len(r.polled) > 0 && r.lastPoll().roll.open) || r.rollCall(p, part, false) {
			continue
		}
		from := 0
		if i == 0 {
			from = p.Words
		}
		r.acts = r.adoptions(part)
		for _, c := range scan.CutSentences(part.S, from) {
			r.polls(utterance{p, part, c.Start, part.S[c.Start:c.End]})
		}
		r.inlineRoll(p, part)
	}
}

// statePolls states the polls when all drafts that became acts are known.
func (r *reporter) statePolls() {
	last := r.lastRevisions()
	for i := range r.polled {
		r.polled[i].state(&r.found, func(id string) string {
			if act := r.drafts[id]; act != "" {
				return act
			}
			return last[unrevised(id)]
		})
	}
}
