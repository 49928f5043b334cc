package session

import (
	"sort"
	"strings"

	"mandategraph/graph/names"
	"mandategraph/loader/scan"
	"mandategraph/loader/tree"
)

var (
	// "introduced a draft resolution", "submitted amendments to draft resolution X"
	introducing = scan.Compile(
		`\b(introduced|submitted|tabled|proposed)(?:,? (?:also )?on behalf of [^;.]{2,300}?,)?(?:,? in (?:document )?[A-Z]\w*/[\w./-]+,)? (?:an? |the |its |their |her |his |two |` +
			`three )?(?:(?:text|proposal) (?:of|for) (?:the|a) )?(?:[a-z]+ ){0,2}?` +
			`(draft (?:resolution|decision)s?|(?:oral )?amendments?(?: to)?)\b`,
	)
	introducedBy = scan.Compile(`\b(?:introduced|put forward) by (?:the (?:representatives?|delegations?|` +
		`observers?) (?:of|for) )?`)
	theSponsors = scan.Compile(`\b[Tt]he (?:main )?(?:co-?)?sponsors?(?:,|$| of\b)`)
	proposalBy  = scan.Compile(`\b[Pp]roposals? by (?:the delegations of )?`)
)

// objectBytes is about how long what is introduced is at most, with its title.
const objectBytes = 1200

// introduces reads who put a draft or amendments forward by handing them in: "the
// representative of Fiji, also on behalf of Chile, introduced a draft resolution (...)",
// "draft resolution X, introduced by the representatives of Nepal and Qatar", "the
// proposal by Kenya contained in document X".
func (r *reporter) introduces(x utterance, symbols []tree.SymbolHit) {
	if len(symbols) == 0 && r.draft == nil {
		return
	}
	all := introducing.FindAll(x.text)
	for i, m := range all {
		near := symbols
		if i+1 < len(all) {
			near = symbols[:sort.Search(len(symbols), func(k int) bool { return symbols[k].Start >= all[i+1][0] })]
		}
		targets := r.introduced(x, near, m)
		if len(targets) == 0 {
			continue
		}
		relation := "sponsors"
		if x.text[m[2]:m[3]] == "submitted" {
			relation = "submits"
		}
		r.ownDraft(x, m, targets)
		r.putsAll(x, withOthers(x.text, r.introducers(x, m[0])), relation, targets)
		r.again(x, x.text[:m[0]], targets[0])
		behind := x.text[m[3]:min(len(x.text), m[1]+objectBytes)]
		for _, b := range onBehalfOf.FindAll(behind) {
			named := theirNames.FindString(behind[b[1]:])
			if list, _ := r.actorList(x.text, m[3]+b[1]+len(named)); len(list) > 1 || len(list) == 1 && list[0].kind == "State" {
				r.putsAll(x, list, "sponsors", targets)
			}
		}
	}
	for _, form := range []*scan.Pattern{introducedBy, proposalBy} {
		for _, m := range form.FindAll(x.text) {
			list, end := r.actorList(x.text, m[1])
			target := r.putBefore(x, symbols, m[0])
			if behind := r.putBehind(x, list, symbols, end); form == proposalBy && behind != "" {
				target = behind // "a proposal by Kenya (X)"
			} else if form == proposalBy {
				target = symbolAfter(&r.found, x, symbols, end)
			}
			if target != "" {
				r.puts(x, statesOf(list), "sponsors", target)
			}
		}
	}
}

// theirNames stands before the names of the sponsors on whose behalf somebody introduces.
var theirNames = scan.Compile(`^(?:the|its) (?:main )?(?:co-?)?sponsors(?:,? namely,?|[:,]) `)

// ownDraft reads that an officer introduces a draft of his or her own: "the Chair introduced
// her draft resolution".
func (r *reporter) ownDraft(x utterance, m []int, targets []string) {
	if words := x.text[m[0]:m[1]]; !strings.Contains(words, " her ") && !strings.Contains(words, " his ") {
		return
	}
	for _, a := range r.listBefore(x.text, m[0]-1) {
		if a.kind == "Role" {
			r.putsAll(x, []listedActor{a}, "submits", targets)
		}
	}
}

// symbolAfter is the document whose symbol stands behind a byte, contained in which
// the text says a proposal to be; empty where there is none near.
func symbolAfter(found *tree.Findings, x utterance, symbols []tree.SymbolHit, at int) string {
	for _, y := range symbols {
		if y.Start >= at && y.Start < at+symbolNear {
			return tree.AddSymbol(found, y.Symbol)
		}
	}
	return ""
}

// introduced lists the documents that a match of introducing speaks of: the draft, or
// where it is of amendments those that hold them.
func (r *reporter) introduced(x utterance, symbols []tree.SymbolHit, m []int) (ids []string) {
	amends := strings.Contains(x.text[m[4]:m[5]], "mendment")
	for _, y := range symbols[sort.Search(len(symbols), func(i int) bool { return symbols[i].Start >= m[2] }):] {
		if y.Start > m[1]+objectBytes {
			break
		}
		lead := x.text[max(0, y.Start-len("draft resolution contained in document (")):y.Start]
		switch {
		case besideProposal.MatchString(lead):
		case !amends:
			return []string{tree.AddSymbol(&r.found, y.Symbol)}
		case !draftBefore.MatchString(lead) || r.amends(lead, y.Symbol):
			ids = append(ids, tree.AddSymbol(&r.found, y.Symbol))
		}
	}
	if len(ids) == 0 && !amends && r.draft != nil && strings.Contains(x.text[m[0]:m[1]], " the ") {
		return []string{r.draft.id}
	}
	return ids
}

// introducers are the States that stand before the verb, with those on whose behalf
// they also speak.
func (r *reporter) introducers(x utterance, end int) (list []listedActor) {
	subject := strings.TrimRight(x.text[:end], " ")
	subject = strings.TrimSuffix(strings.TrimSuffix(subject, " then"), " also")
	if i := inCapacity.FindStringIndex(subject); i != nil {
		subject = subject[:i[0]]
	}
	head := strings.TrimSuffix(subject, ",")
	near := max(0, len(head)-subjectList)
	if b := onBehalfOf.FindAll(head[near:]); len(b) > 0 && len(head) < len(subject) {
		last := b[len(b)-1]
		return r.introducedFor(head, near+last[0], near+last[1])
	}
	if by := strings.LastIndex(head[near:], ", joined by "); by > 0 && len(head) < len(subject) {
		list, _ = r.actorList(head, near+by+len(", joined by "))
		return statesOf(list)
	}
	return statesOf(r.listBefore(subject, len(subject)))
}

// inCapacity is in what capacity somebody introduces: ", as coordinator of the sponsors,".
var inCapacity = scan.Compile(`, (?:acting )?(?:as|in (?:his|her|its|their) capacity as) [^,;]{3,90},$`)

// introducedFor reads the States that stand before "also on behalf of": with other
// States they introduce together, for a group they speak.
func (r *reporter) introducedFor(head string, from, to int) (list []listedActor) {
	before := strings.TrimRight(strings.TrimSuffix(strings.TrimRight(head[:from], " "), "also"), " ,")
	list = statesOf(r.listBefore(before, len(before)))
	others, stop := r.actorList(head, to)
	if stop == len(head) && len(others) > 0 && others[0].kind == "State" {
		return append(list, statesOf(others)...)
	}
	for i := range list {
		list[i].forWhom = knownGroup(head[to:])
	}
	return list
}

// again puts a revised draft forward in the names of those who put its first version
// forward, where the text only says "the sponsors".
func (r *reporter) again(x utterance, subject, target string) {
	from := max(0, len(subject)-subjectList)
	m := theSponsors.FindStringIndex(subject[from:])
	if m == nil {
		return
	}
	for _, f := range r.put {
		if f.target != target && unrevised(f.target) == unrevised(target) {
			again := listedActor{id: f.actor.id, kind: f.actor.kind, name: f.actor.name, start: from + m[0], end: from + m[1], stop: -1,
				forWhom: f.actor.onBehalf(f.x.text)}
			n := len(r.put)
			if r.puts(x, []listedActor{again}, f.relation, target); len(r.put) > n {
				r.put[n].carried = true
			}
		}
	}
}

// statesOf leaves those of a list who sponsor: States and groups; offices introduce
// what others put forward.
func statesOf(list []listedActor) (states []listedActor) {
	for _, a := range list {
		if a.kind == "State" || a.kind == "Group" {
			states = append(states, a)
		}
	}
	return states
}

// withOthers adds to those who introduce the States in the brackets behind them, on
// whose behalf they also speak: "Fiji (also on behalf of Malta)".
func withOthers(s string, list []listedActor) []listedActor {
	for _, a := range list {
		if a.stop <= 0 {
			continue
		}
		m := alsoFor.FindStringIndex(s[a.inner:a.stop])
		for m != nil {
			i := a.inner + m[1]
			e, end, ok := names.StateFinder().At(s[:a.stop], i)
			if !ok {
				break
			}
			list = append(list, listedActor{id: e.ID, kind: e.Kind, start: i, end: end, stop: -1})
			joint := listJoint.FindString(s[end:a.stop])
			if m[1] = end + len(joint) - a.inner; joint == "" {
				break
			}
		}
	}
	return list
}

// alsoFor leads in brackets to the States on whose behalf another one also acts.
var alsoFor = scan.Compile(`\bon behalf (?:also )?of (?:the )?(?:(?:delegations?|representatives?|Governments?) of )?`)

// putsAll keeps who puts several documents forward.
func (r *reporter) putsAll(x utterance, list []listedActor, relation string, targets []string) {
	for _, target := range targets {
		r.puts(x, list, relation, target)
	}
}

// amendmentsBefore lists the documents of amendments that stand before words that say
// who put them forward: "amendments X and Y to draft resolution Z had been submitted by".
func (r *reporter) amendmentsBefore(x utterance, symbols []tree.SymbolHit, at int) (ids []string) {
	near := max(0, at-subjectList)
	i := strings.LastIndex(x.text[near:at], "mendment")
	if i < 0 || draftWords.MatchString(x.text[near:near+i]) {
		return nil
	}
	end := near + i
	for _, y := range symbols[sort.Search(len(symbols), func(k int) bool { return symbols[k].Start >= end }):] {
		if y.End > at {
			break
		}
		lead := x.text[end:y.Start]
		if draftBefore.MatchString(lead) || len(ids) > 0 && !proposalJoint.MatchString(lead) {
			break
		}
		ids, end = append(ids, tree.AddSymbol(&r.found, y.Symbol)), y.End
	}
	return ids
}
