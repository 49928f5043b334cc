package session

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/loader/scan"
	"mandategraph/loader/text"
	"mandategraph/loader/tree"
)

// A draftHit is where a text names a draft by its symbol.
type draftHit struct {
	id         string
	x          utterance
	start, end int
	amends     bool // it is a proposal to amend
}

// A puttingForward is that somebody puts a draft forward; the draft may become an
// act later in the report.
type puttingForward struct {
	x          utterance
	actor      listedActor
	relation   string
	target     string
	qualifiers tree.Qualifiers
	// carried says that the text only names the sponsors of an earlier version again.
	carried bool
}

var (
	sponsoring = []struct {
		pattern  *scan.Pattern
		relation string
	}{
		{
			scan.Compile(
				`\b(?:co-?)?sponsored by(?: the (?:following )?(?:delegations|[Mm]ember States|States|countries)(?: of)?)?:? ?`,
			),
			"sponsors",
		},
		{
			scan.Compile(
				`\b(?:submitted|tabled|proposed) by(?: the (?:following )?(?:delegations|[Mm]ember States|States|countries)(?: of)?)?:? ?`,
			),
			"submits",
		},
		{scan.Compile(`\bby its (?:[a-z]+ )?(?:(?:co-?)?sponsors?|authors?|proponents?), `), "sponsors"},
		{scan.Compile(`\b(?:(?:later|subsequently|during the session,?) (?:also )?(?:joined )?|, joined )by ` +
			`(?:the delegations of )?`), "sponsors"},
	}
	joinedList  = scan.Compile(` joined it\b`)
	onBehalfOf  = scan.Compile(`\bon behalf (?:also )?of `)
	draftNumber = scan.Compile(`\b[Dd]raft (resolution|decision) (\d[\w/.\-]*/\w*\d)\b`)
	proposals   = scan.Compile(`\b[Dd]raft (?:resolution|decision|proposal|declaration)s?\b|` +
		`\b[Pp]roposals? (?:contained in|to amend)\b|\b[Tt]he (?:first|second|third|other|former|latter) \(`)
)

// pinBehind says that a symbol is that of a report in which a proposal stands: "(A/74/33, para. 5)".
var pinBehind = scan.Compile(`^,? ?(?:para|annex|sect|chap|part)`)

// toAmend is what a proposal asks of the text of a convention, or of an annex.
var toAmend = scan.Compile(`\b[Pp]roposals? to (?:amend|add|delete|replace|include|transfer)\b|\b[Pp]roposed amendment`)

// holdsAmendment says behind a symbol that the document is an amendment.
var holdsAmendment = scan.Compile(`^,? which contains? the text of (?:an|the) amendments?\b`)

// "The representative of Fiji proposed, in document X, amendments to the draft"
var (
	proposedIn   = scan.Compile(`\b(?:proposed|submitted|introduced|tabled|moved), in (?:document )?$`)
	amendsBehind = scan.Compile(`^, (?:an |(?:[a-z]+ )?)?amendments?\b`)
)

// holdsDraft says behind a symbol that the document is a draft.
var holdsDraft = scan.Compile(`^,? which contains? the text of (?:a|the) draft (?:resolution|decision)\b`)

// namedAct is the act that a sentence names before a byte as adopted: "adopted resolution
// 8/4, submitted by the Chair"; empty where it adopts none.
func (r *reporter) namedAct(x utterance, at int) string {
	if r.act == "" || !strings.HasSuffix(x.text[:at], ", ") {
		return ""
	}
	for _, a := range r.acts {
		if a.organ != "" && a.verb == "adopted" && x.holds(a.from) && a.to-x.start < at {
			return r.act
		}
	}
	return ""
}

// ofSponsors are those who put the first version of a draft forward, before others who
// join them: "submitted by the sponsors of draft resolution X and Fiji".
var ofSponsors = scan.Compile(
	`^the (?:main )?(?:co-?)?sponsors of (?:the )?draft (?:resolution|decision) [A-Z][\w./]+(?: and(?: by)? | as well as(?: by)? |, together with |, joined by )`,
)

// readDraft remembers the draft of which a sentence speaks.
func (r *reporter) readDraft(x utterance, symbols []tree.SymbolHit) {
	if m := draftNumber.FindStringSubmatch(x.text); m != nil && r.ofSession(m[2]) {
		r.spoken = graph.ActID(r.body, m[1], m[2])
	}
	from, amends := 0, strings.Index(x.text, "mendment")
	for _, y := range symbols {
		lead := x.text[min(from, y.Start):y.Start]
		from = y.End
		amended := r.amends(lead, y.Symbol)
		if amends >= 0 && amends < y.Start && strings.Contains(y.Symbol, "/L.") && (amended || !draftBefore.MatchString(lead)) ||
			holdsAmendment.MatchString(x.text[y.End:]) ||
			strings.HasSuffix(lead, "mendment contained in document ") ||
			proposedIn.MatchString(lead) && amendsBehind.MatchString(x.text[y.End:]) {
			r.amendment = graph.DocumentID(y.Symbol)
		}
		draft := draftWords.MatchString(lead) ||
			proposalOf.MatchString(lead) && !pinBehind.MatchString(x.text[y.End:]) ||
			holdsDraft.MatchString(x.text[y.End:])
		if draft && !amended && !strings.Contains(lead, "mendment") && !formerDraft.MatchString(lead) {
			r.draft = &draftHit{graph.DocumentID(y.Symbol), x, y.Start, y.End, toAmend.MatchString(lead)}
			r.spoken, r.hits[r.draft.id] = r.draft.id, r.draft
		}
	}
}

// sponsors reads who put a draft forward and who joined them.
func (r *reporter) sponsors(x utterance, symbols []tree.SymbolHit) {
	act := ""
	for _, a := range r.acts {
		if a.act != nil && a.organ != "" && x.holds(a.from) {
			act = a.act.id
		}
	}
	read := 0 // where the sponsors of an earlier draft end, with whom others join
	for _, k := range sponsoring {
		for _, m := range k.pattern.FindAll(x.text) {
			if m[0] < read {
				continue
			}
			from := m[1] + len(ofSponsors.FindString(x.text[m[1]:]))
			joined := from > m[1]
			if joined {
				read = from
			}
			from += len(listLead.FindString(x.text[from:]))
			list, end := r.actorList(x.text, from)
			target := r.putBehind(x, list, symbols, end)
			if target == "" && act == "" {
				if target = r.putBefore(
					x,
					symbols,
					m[0],
				); target == "" && r.draft != nil &&
					draftAgain.MatchString(x.text[:m[0]]) {
					target = r.draft.id
				}
			}
			if len(list) == 0 && strings.Trim(x.text[m[1]:], " :") == "" {
				r.listBelow(x, len(x.text), k.relation, cmp.Or(target, act, r.joinTarget()))
			} else if amended := r.amendmentsBefore(x, symbols, m[0]); len(amended) > 0 {
				r.putsAll(x, list, k.relation, amended)
			} else if target = cmp.Or(target, act, r.namedAct(x, m[0])); target != "" {
				if joined {
					r.again(x, x.text[:m[1]+strings.Index(x.text[m[1]:], " of ")], target)
				}
				r.puts(x, withOthers(x.text, list), k.relation, target)
			}
		}
	}
	r.cued(x, symbols)
	r.addsName(x)
	r.asksToBeAdded(x, symbols)
	r.takesBack(x, symbols)
	r.joins(x)
	r.introduces(x, symbols)
	r.sponsorsTold(x, symbols)
}

// draftAgain names the draft of which the text spoke as the subject of a sentence.
var draftAgain = scan.Compile(
	`^(?:It|The (?:revised )?(?:draft (?:resolution|decision)|text|proposal)) (?:was|had been|is)(?: also| then)? $`,
)

// putBehind is the document in brackets right behind the names of those who put
// it forward; empty where there is none.
func (r *reporter) putBehind(x utterance, list []listedActor, symbols []tree.SymbolHit, to int) string {
	if m := onBehalfOf.FindStringIndex(x.text[to:]); m != nil && m[0] < 3 {
		others, _ := r.actorList(x.text, to+m[1])
		list = append(list[:len(list):len(list)], others...)
	}
	n := len(list)
	if n > 0 && list[n-1].stop <= 0 { // "proposed by Malta on harbour lights (X)"
		end := max(list[n-1].end, to)
		for _, y := range symbols {
			if y.Start > end && subjectOfDraft.MatchString(x.text[end:y.Start]) &&
				putsNewDraft.MatchString(x.text[:list[0].start]) {
				return tree.AddSymbol(&r.found, y.Symbol)
			}
		}
	}
	if n > 0 && list[n-1].stop > 0 {
		for _, y := range symbols {
			if a := list[n-1]; a.inner <= y.Start && y.Start < a.stop &&
				ofDocument.MatchString(x.text[a.inner:y.Start]) &&
				(list[0].kind != "Role" || proposes(y.Symbol, x.text[:list[0].start])) {
				list[n-1].stop = -1 // of the document, not of the name
				return tree.AddSymbol(&r.found, y.Symbol)
			}
		}
	}
	return ""
}

var (
	// what stands in the bracket before the symbol of a document
	ofDocument = scan.Compile(`^(?:(?:contained |reproduced )?in )?(?:[Dd]ocument )?$`)
	// between who proposes a draft and its symbol
	subjectOfDraft = scan.Compile(
		`^,? (?:on|concerning|regarding|relating to|entitled|contained in) ?[^;.()]{0,200}(?: \((?:document )?|document )$`,
	)
	// a draft that a text brings up by who proposes it
	putsNewDraft = scan.Compile(
		`\b[Aa]n? (?:revised |further )?draft (?:resolution|decision) (?:submitted|proposed|sponsored|tabled) by (?:the )?(?:[a-z]+ of )?$`,
	)
)

// putBefore is the last document before a byte at which a text says who put a
// draft or proposal forward; empty where there is none.
func (r *reporter) putBefore(x utterance, symbols []tree.SymbolHit, from int) (target string) {
	if !proposals.MatchString(x.text[:from]) {
		return ""
	}
	read := 0
	for _, y := range symbols {
		if y.End <= from && !besideProposal.MatchString(x.text[min(read, y.Start):y.Start]) {
			target = tree.AddSymbol(&r.found, y.Symbol)
		}
		read = y.End
	}
	return target
}

// pointsToText reads that the text of which a paragraph spoke is printed as an act:
// "took action on a revised draft resolution (...). (For the text of the resolution,
// see chap. I, sect. B, resolution 74/6.)"
func (r *reporter) pointsToText(part text.Text) {
	if r.draft == nil || r.draft.x.part.S != part.S {
		return
	}
	m := textPointer.FindStringSubmatchIndex(part.S)
	if m == nil || m[0] < r.draft.x.start+r.draft.end {
		return
	}
	for i := range r.acts {
		if r.acts[i].act != nil {
			return // an adoption to which it belongs
		}
	}
	if act, _ := r.printed.pointed(part.S, m); act != nil {
		r.becomes(r.draft, act.id)
	}
}

// puts keeps who puts a draft forward until all of the report is read.
func (r *reporter) puts(x utterance, list []listedActor, relation, target string) {
	for _, a := range list {
		if r.putAlready(x.p, a.id, target) {
			continue // "introduced a draft submitted by" names its introducer again
		}
		q := tree.Qualifiers{{"onBehalfOf", a.onBehalf(x.text)}, {"rule", "sponsors"}}
		r.put = append(r.put, puttingForward{x, a, relation, target, q, false})
	}
}

// putAlready says that a paragraph has told that somebody put a draft forward.
func (r *reporter) putAlready(p *tree.Paragraph, actor, target string) bool {
	for i := len(r.put) - 1; i >= 0 && r.put[i].x.p == p; i-- {
		if r.put[i].actor.id == actor && r.put[i].target == target {
			return true
		}
	}
	return false
}

// putForward states who put drafts forward: of the act that a draft became, else
// of the draft.
func (r *reporter) putForward() {
	last, stated := r.lastRevisions(), map[string]bool{}
	for _, f := range r.put {
		target := f.target
		if act := r.drafts[target]; act != "" {
			target = act
		} else if act := last[unrevised(target)]; act != "" {
			target = act
		}
		if f.carried && stated[f.actor.id+" "+target] {
			continue // the versions became one act
		}
		stated[f.actor.id+" "+target] = true
		r.declare(f.actor)
		f.x.state(
			&r.found,
			f.actor.start,
			max(f.actor.end, f.actor.stop+1),
			f.actor.id,
			f.relation,
			target,
			f.qualifiers,
		)
	}
}

// lastRevisions are the acts by the drafts, without their revisions, of which they
// were made.
func (r *reporter) lastRevisions() map[string]string {
	last := map[string]string{}
	for _, draft := range slices.Sorted(maps.Keys(r.drafts)) {
		last[unrevised(draft)] = r.drafts[draft]
	}
	return last
}

// unrevised is the symbol of a draft without its revision.
func unrevised(id string) string {
	base, _, _ := strings.Cut(id, "/Rev.")
	return base
}

// joins reads "the list of sponsors was open; Belgium and Costa Rica joined it".
func (r *reporter) joins(x utterance) {
	target := r.joinTarget()
	if target == "" {
		return
	}
	if m := joinedList.FindStringIndex(x.text); m != nil && strings.Contains(x.text[:m[0]], "list of sponsors") {
		r.puts(x, r.listBefore(x.text, m[0]), "sponsors", target)
	}
}
