package session

import (
	"sort"
	"strings"

	"mandategraph/loader/scan"
)

var (
	adoptedWords = scan.Compile(
		`\b(?:adopted|approved|retained|agreed to retain|carried|kept by (?:an?|\d+))\b|\b(?:decided|agreed)(?:, [^;.]{3,160},)? to (?:adopt|approve)\b`,
	)
	// a vote of which another sentence may say how it ended
	votedWords = scan.Compile(
		`\b(?:voted on|[Vv]ote(?: by roll[ -]call)?(?:(?: was| were| had been) (?:also |then |thereupon )?` +
			`(?:taken|held|conducted|requested)(?: at the request of [^,;.]{3,80}?)?)? on|` +
			`(?:put|putting) (?:it |the [^,;.()]{3,60}?(?: \([^()]{3,60}\))? |draft (?:resolution|decision) [^,;()]{3,60}? )?to (?:the|a) (?:recorded |roll-call )?vote|vote was (?:then |also )?taken)\b`,
	)
	passive = scan.Compile(`\b(?:was|were|been|be|is|are)(?: (?:also|then|therefore|thus|thereby|accordingly|` +
		`subsequently|` +
		`finally|thereupon|however))* $`)
	resultWords = scan.Compile(`\b(?:resulted in|the (?:result|voting)s? (?:of the vot\w+ )?(?:was|` +
		`were) as follows|received)\b`)
)

// An event is where a sentence says what became of a proposal.
type event struct {
	scan.Span
	outcome string
	passive bool
	// object is the stretch of the sentence in which the proposal is named; tail
	// where it ends: where the next event begins.
	object scan.Span
	tail   int
	lead   scan.Span // what stands before it
}

// events lists what a sentence says of proposals, in its order.
func events(s string) (list []event) {
	add := func(words *scan.Pattern, outcome string) {
		for _, m := range words.FindAll(s) {
			if strings.HasSuffix(s[:m[0]], "without ") {
				continue // how it was adopted: "without putting it to a vote"
			}
			list = append(list, event{Span: scan.Span{Start: m[0], End: m[1]}, outcome: outcome})
		}
	}
	for _, f := range fates {
		add(f.words, f.outcome)
	}
	add(adoptedWords, "adopted")
	add(votedWords, "")
	sort.SliceStable(list, func(i, k int) bool { return list[i].Start < list[k].Start })
	kept := list[:0]
	for _, e := range list {
		if n := len(kept); n > 0 && e.Start < kept[n-1].End {
			continue // "not adopted" holds "adopted"
		}
		kept = append(kept, e)
	}
	cut := 0
	for i := range kept {
		e := &kept[i]
		e.tail = len(s)
		if i+1 < len(kept) {
			e.tail = kept[i+1].Start
		}
		e.passive = passive.MatchString(s[cut:e.Start]) || strings.HasPrefix(s[e.Start:], "not ") && i == 0 ||
			ofItself.MatchString(
				s[e.Start:e.End],
			) || i > 0 && kept[i-1].passive && sharesVerb.MatchString(s[cut:e.Start])
		e.object = scan.Span{Start: e.End, End: e.tail}
		if e.passive {
			e.object = scan.Span{Start: cut, End: e.Start}
			if clause := strings.LastIndex(s[cut:e.Start], "; "); clause >= 0 {
				e.object.Start += clause + len("; ")
			}
		}
		if putsIt.MatchString(s[e.Start:e.End]) {
			e.object = e.Span
		}
		e.lead = scan.Span{Start: cut, End: e.Start}
		cut = e.End
	}
	return kept
}

var (
	// verbs whose subject is the proposal: "failed to obtain the required majority"
	ofItself = scan.Compile(
		`^(?:failed to (?:receive|obtain|secure|gain|achieve)|did not (?:receive|obtain|secure|gain|achieve))`,
	)
	// "put the proposal to a vote"
	putsIt = scan.Compile(`^put(?:ting)? (?:it|the|draft) `)
	// "was put to the vote and rejected"
	sharesVerb = scan.Compile(`^[^;:.()]{0,80}\band (?:then |subsequently |thereupon |thereby )?$`)
)
