package session

import (
	"slices"
	"sort"
	"strconv"
	"strings"

	"mandategraph/graph"
	"mandategraph/loader/scan"
	"mandategraph/loader/tree"
)

// A proposal is what was voted on or decided on.
type proposal struct {
	targets, pins []string
	none          bool // it has no id, as an oral amendment
	// named are the targets before it is known which act they became.
	named []string
	// act is which act it became; draft says that this is one for another body.
	act   *actPointer
	draft bool
}

func (o proposal) found() bool { return len(o.targets) > 0 || o.none }

// actNumber is the number of an act of the body's own, in the forms of all bodies:
// 67/1, S-30/2, 2031/17, 730(XLI), WHA81.4, WHA81(9), BC-21/4.
const actNumber = `(?:[A-Z]-?|WHA|EB|[A-Z]{2,6}-)?\d[\w/.\-]*\w(?:\((?:[IVXLC]+|\d{1,3})\))?`

var (
	// The noun that says what was decided on.
	proposalHead = scan.Compile(`\b([Aa]mendments?|[Mm]otions?|[Ww]ords|(?:[Ss]ub)?[Pp]aragraphs?|` +
		`[Dd]raft (?:resolution|decision|proposal|declaration|text)s?|[Tt]exts?|[Pp]roposals?|` +
		`[Rr]esolutions?|[Dd]ecisions?|[Dd]ocument|[Cc]onclusions|[Ii]t)\b`)
	// "seventh preambular paragraph", "operative paragraph 4", "paragraphs 3 and 5"
	ordinalPin = scan.Compile(`\b(?:the |The )?([A-Za-z]+(?:-[a-z]+)?|\d+(?:st|nd|rd|th)) (preambular|` +
		`operative) paragraph\b`)
	numberedPin = scan.Compile(`\b(?:([Pp]reambular|[Oo]perative) )?[Pp]aragraphs? (\d+(?:(?:, | and |` +
		`, and )\d+)*)\b`)
	// What a text names beside its proposal: "as amended by document E/2031/L.10".
	besideProposal = scan.Compile(`(?:\b(?:amended|revised|corrected) (?:by|in)(?: document)?|` +
		`\bon the basis of.*|consultations on .*|` +
		`\b(?:replac|supersed)\w+ .*|\b(?:programme )?budget implications .*|\b[Ss]tatement .*) ?\(?$`)
	proposalJoint = scan.Compile(`^[)\]]?(?:,|,? and|;|;? as well as)?(?: draft (?:resolution|decision)s?)? ?[(\[]?$`)
	ownNumber     = scan.Compile(`^(?:[Dd]raft )?(resolution|decision|Resolution|Decision)s? (` + actNumber + `)`)
	// How a text says behind a vote which act was adopted.
	becameAct = scan.Compile(`(?:\((?:(?:General Assembly|Council|Commission|Conference|Assembly|` +
		`Human Rights Council|see|later|subsequently|now) )?|; (?:see )?|\b(?:as|became|becoming) )` +
		`(?:(?:General Assembly|Council) )?(resolution|decision)s? (` + actNumber + `)(?: \(\d{4}\))?`)
)

// bracketSentence is a sentence in brackets.
var bracketSentence = scan.Compile(`^ *\((?:At its |See |Adopted )[^()]{2,120}\)`)

// headBytes is about how far from its verb an active sentence names its object.
const headBytes = 90

// proposed finds what an event of a sentence is about; nothing where the text does
// not say that it is a proposal.
func (r *reporter) proposed(x utterance, e event) (o proposal) {
	words, at := x.text[e.object.Start:e.object.End], e.object.Start
	if e.passive && r.byOthers(x, e) {
		return o
	}
	if e.passive {
		lead := len(speechLead.FindString(words))
		words, at = words[lead:], at+lead
	} else if !r.decides(x, e) {
		return o
	}
	near := words
	if !e.passive {
		near = words[:min(len(words), headBytes)]
	}
	head := proposalHead.FindStringIndex(near)
	o.act, o.draft = r.becomesAct(x, e)
	if head == nil {
		if o.act != nil {
			o.targets = []string{o.act.id}
		}
		return o
	}
	if e.outcome == "withdrawn" && withdrawsOther.MatchString(words[:head[0]]) {
		return o
	}
	noun := strings.ToLower(words[head[0]:head[1]])
	r.targets(&o, x, noun, scan.Span{Start: at + head[0], End: e.tail}, x.text[at:e.object.End])
	o.named = o.targets
	if o.act != nil && len(o.pins) == 0 && !o.none {
		o.targets = []string{o.act.id}
	}
	return o
}

// drafty are the nouns that may mean again the draft of which the text spoke.
var drafty = scan.WordSet("it text proposal")

// targets finds what the noun of a proposal means in the stretch that it begins; object
// is all that names it.
func (r *reporter) targets(o *proposal, x utterance, noun string, region scan.Span, object string) {
	last := r.lastPoll()
	apart := last != nil && last.p == x.p && last.outcome == "" && len(last.pins) > 0 // a vote on a paragraph is being told
	switch {
	case apart && (noun == "it" || strings.HasSuffix(noun, "paragraph") && len(pinsOf(object)) == 0):
		o.targets, o.pins = last.targets, last.pins
	case strings.HasPrefix(noun, "motion") || noun == "words":
		o.none = true
	case strings.HasPrefix(noun, "amendment"):
		if o.targets = r.amendments(x, region); len(o.targets) == 0 && r.draft != nil && r.draft.amends {
			o.targets = []string{r.draft.id} // "a proposal to amend the annex"
		}
		o.none = len(o.targets) == 0
	case strings.Contains(noun, "paragraph"):
		o.pins = pinsOf(object)
		o.targets = r.drafted(x, region, true)
		if r.amendment != "" && len(o.targets) == 1 && o.targets[0] == r.amendment && r.draft != nil {
			o.targets = []string{r.draft.id} // paragraphs are those of the draft
		}
		o.none = len(o.pins) == 0 || len(o.targets) != 1
	case noun == "proposal" && (oralChange.MatchString(x.text[:region.Start]) || oralProposal.MatchString(object) && len(tree.FindSymbols(object)) == 0):
		o.none = true
	default:
		o.targets = r.drafted(x, region, strings.HasPrefix(noun, "draft") || drafty[noun])
		if r.draft != nil && r.amendment != "" && strings.HasPrefix(noun, "draft") && slices.Equal(o.targets, []string{r.amendment}) {
			o.targets = []string{r.draft.id} // a vote on its amendment came before
		}
	}
}

// oralChange tells of a change to a draft that has no document: "proposed to add a
// paragraph; the proposal was lost".
var oralChange = scan.Compile(
	`\bproposed (?:to (?:add|delete|insert|replace|amend|change|reword)|(?:add|delet|insert|replac|amend|chang|reword)ing)\b`,
)

// oralProposal tells of one by its noun: "a proposal of Kenya to insert a new paragraph".
var oralProposal = scan.Compile(`\bproposals? (?:of|by|from) [^;.]{2,80}? to (?:add|delete|insert|replace|amend|change|reword)\b`)

// withdrawsOther is what is withdrawn before a draft is named for which it was: "withdrew
// its sponsorship of draft resolution X", "its request for a vote on".
var withdrawsOther = scan.Compile(`\b(?:(?:co-?)?sponsor|request|candida|reservation|objection|nam(?:e|es) from|support)`)

var (
	doneBy = scan.Compile(`^(?: [a-z]+)? by (?:the |its )?([A-Z][\w-]*(?: [A-Z][\w-]*| of| the| and| on| for)*)`)
	// what was done before the session of which the text tells
	longAgo = scan.Compile(`\bhad been (?:[a-z]+ )?$`)
)

// byOthers says that a sentence in the passive voice tells of what another body or
// somebody else decided, or the body itself at another time.
func (r *reporter) byOthers(x utterance, e event) bool {
	if e.outcome == "adopted" && longAgo.MatchString(x.text[max(0, e.Start-len("had been subsequently ")):e.Start]) {
		return true
	}
	m := doneBy.FindStringSubmatch(x.text[e.End:e.tail])
	return m != nil && e.outcome != "withdrawn" && r.organ(m[1]) == ""
}

// decides says that the subject of a verb in the active voice is the body itself,
// or, where drafts are withdrawn, anybody.
func (r *reporter) decides(x utterance, e event) bool {
	if e.outcome == "withdrawn" || e.outcome == "" {
		return true
	}
	if r.decisionAt(x, e) != nil {
		return true
	}
	before := x.text[:e.Start]
	before = before[max(0, len(before)-subjectBytes):]
	if e.Start < subjectBytes && itDid.MatchString(x.text[:e.Start]) {
		return true
	}
	m := subjectBefore.FindStringSubmatch(before)
	if m == nil {
		m = subjectEarlier.FindStringSubmatch(x.text[max(0, e.Start-subjectList):e.Start])
	}
	return m != nil && r.organ(m[1]) != ""
}

var (
	// "It adopted", of the body of which the sentence before spoke
	itDid = scan.Compile(`^(?:[^,]*, )?[Ii]t (?:(?:also|then|therefore|further|subsequently) )?(?:decided(?:, [^;.]*,)? )?$`)
	// "the Council considered draft decision X and adopted"
	subjectEarlier = scan.Compile(`\b[Tt]he ([A-Z]\w*(?: [A-Z]\w*)*) (?:considered|had before it|discussed|` +
		`took up|reviewed|resumed|concluded)` +
		`\b.* and (?:then |subsequently |also )?$`)
)

// decisionAt is the decision of an organ of the body in which an event lies; nil
// where there is none.
func (r *reporter) decisionAt(x utterance, e event) *adoption {
	i := sort.Search(len(r.acts), func(i int) bool { return r.acts[i].limit-x.start >= e.End })
	if i == len(r.acts) || r.acts[i].organ == "" || !x.holds(r.acts[i].from) || r.acts[i].to-x.start > e.End {
		return nil
	}
	return &r.acts[i]
}

// subjectBefore is the organ before its verb.
var subjectBefore = scan.Compile(`\b[Tt]he ([A-Z]\w*(?: [A-Z]\w*| of| the| and| on| for)*)(?: (?:then|also|` +
	`further|subsequently|` +
	`thereupon|decided|agreed|to|not|and|,))*,? $`)

// becomesAct is the act that was adopted by an event, where the text points to it:
// "(see chap. I, sect. B, draft resolution II)", "(resolution 79/91)", "as
// resolution 2728 (2024)". draft says that it is a draft for another body.
func (r *reporter) becomesAct(x utterance, e event) (act *actPointer, draft bool) {
	if e.outcome != "adopted" {
		return nil, false
	}
	if a := r.decisionAt(x, e); a != nil && a.act != nil {
		return a.act, a.draft
	}
	words := x.text[e.End:e.tail]
	if !e.passive && !draftWords.MatchString(words) && !strings.HasPrefix(words, " it ") || r.body == "" {
		return nil, false
	}
	at := x.start + e.End
	tail := x.part.S[at : x.start+e.tail]
	if e.tail == len(x.text) { // a sentence in brackets of its own may follow
		tail += bracketSentence.FindString(x.part.S[x.start+e.tail:])
	}
	if m := textPointer.FindStringSubmatchIndex(tail); m != nil && e.passive {
		if act, draft = r.printed.pointed(tail, m); act != nil {
			return &actPointer{act.id, at + act.start, at + act.end}, draft
		}
	}
	if m := becameAct.FindStringSubmatchIndex(tail); m != nil {
		number := tail[m[4]:m[5]]
		if id := graph.ActID(r.body, tail[m[2]:m[3]], number); r.ofSession(number) || r.printed.ids[id] || r.body == "sc" {
			return &actPointer{id, at + m[4], at + m[5]}, false
		}
	}
	return nil, false
}

// drafted lists the drafts, or the acts of the body by their numbers, that a
// stretch of a sentence names; where it names none and may mean the draft of which
// the text spoke last, that one.
func (r *reporter) drafted(x utterance, in scan.Span, again bool) (ids []string) {
	s, end, beside := x.text, in.Start, false
	for _, y := range tree.FindSymbols(s[in.Start:in.End]) {
		from := in.Start + y.Start
		lead := s[end:from]
		if len(ids) > 0 && !proposalJoint.MatchString(lead) {
			break
		}
		beside = besideProposal.MatchString(lead) || beside && proposalJoint.MatchString(lead)
		if beside || len(ids) == 0 && !proposes(y.Symbol, lead) {
			if len(ids) == 0 {
				end = in.Start + y.End
				continue
			}
			break
		}
		ids, end = append(ids, tree.AddSymbol(&r.found, y.Symbol)), in.Start+y.End
	}
	if len(ids) > 0 {
		return ids
	}
	if ids = r.ownActs(s[in.Start:in.End]); len(ids) > 0 {
		return ids
	}
	if again && r.spoken != "" {
		return []string{r.spoken}
	}
	return nil
}

// proposes says that a symbol is that of a draft: by its own form, or by the words
// before it.
func proposes(symbol, lead string) bool {
	return strings.Contains(symbol, "/L.") || draftWords.MatchString(lead) || proposalOf.MatchString(lead)
}

// proposalOf names a proposal before its symbol, with who made it and to do what.
var proposalOf = scan.Compile(`\b[Pp]roposal (?:by|from|of|to|on|for|submitted|contained)\b[^;.]{0,200}(?:\(| document )$|` +
	`\b[Tt]he (?:first|second|third|fourth|other|former|latter)(?: of (?:these|them))? \($`)

// ownActs are the acts of the body's own session that a text names by their numbers.
func (r *reporter) ownActs(s string) (ids []string) {
	m := ownNumber.FindStringSubmatch(s)
	for at := 0; m != nil && r.ofSession(m[2]); {
		ids = append(ids, graph.ActID(r.body, strings.ToLower(m[1]), m[2]))
		at += len(m[0])
		next := actsFurther.FindStringSubmatch(s[at:])
		if next == nil || next[1] != "" && !strings.EqualFold(next[1], m[1]) {
			break
		}
		next[1], m = m[1], next
	}
	return ids
}

// ofSession says that a number is one of the acts of this session: the document
// prints that act, or its session or year is that of the document.
func (r *reporter) ofSession(number string) bool {
	n := strconv.Itoa(graph.ReadNumber(number).Session)
	return n != "0" && (n == r.tree.Session || n == r.yearMet() || strings.Contains(r.tree.Symbol, "/"+n+"/"))
}
