package session

import (
	"cmp"
	"strings"

	"mandategraph/loader/scan"
	"mandategraph/loader/text"
	"mandategraph/loader/tree"
)

// Reports tell in more ways than by "sponsored by" who put a draft forward: behind the
// draft in a clause of its own ("which Fiji had submitted"), by naming its sponsors ("the
// sponsors of draft resolution X, namely"), or in a list below a colon.

var (
	// "draft resolution X, which Malta and Fiji had submitted", "which she had submitted"
	whichPut = scan.Compile(
		`,? which ([^;]{2,300}?) (?:had|has) (?:earlier |previously |jointly )?(?:submitted|proposed|tabled|sponsored|introduced)\b`,
	)
	// "The President of the Council, on behalf of the Bureau, had submitted it"
	putIt = scan.Compile(` (?:had |has )?(?:then |also |subsequently )?(submitted|tabled|proposed|introduced) it\b`)
	// "the sponsors of draft resolution X, namely Fiji and Malta,", "the sponsors of which were"
	sponsorsAre = scan.Compile(
		`\b(?:[Tt]he|[Ii]ts|whose|[Tt]heir) (?:main |original |current |initial )?(?:co-?)?sponsors` +
			`(?: of (?:(?:the )?(?:revised )?draft (?:resolution|decision)(?: [A-Z][\w./]+| \([^()]{1,60}\))?|which|it))?` +
			`(?:, namely,? | namely,? | (?:were|are|being)(?: now)?(?: the following(?: (?:[Mm]ember )?[Ss]tates| countries| delegations)?)?:? | \()`,
	)
	// "the Chair withdrew her draft decision (X)"
	ownText = scan.Compile(
		` (?:withdrew|presented|revised|orally revised) (?:her|his) (?:revised )?draft (?:resolution|decision|text|proposal)\b`,
	)
	// "Sponsors: Malta and Fiji" below the draft
	sponsorsLine = scan.Compile(`^(?:Main |Additional |Co-)?[Ss]ponsors?(?: \(\d+\))?: `)
	// "The following States subsequently joined the sponsors:"
	joinedBelow = scan.Compile(
		`\b(?:[Tt]he )?following (?:additional )?(?:[Mm]ember )?(?:[Ss]tates|countries|delegations)[^:.]{0,40}?` +
			`(?:joined|bec[ao]me|were added|added|asked to)[^:.]{0,80}\b(?:co-?)?sponsor(?:s|ing)?\b[^:.]{0,60}: ?`,
	)
	// "joined in sponsoring the draft resolution:", with the list behind it
	joinedBy = scan.Compile(`\b(?:were )?(?:joined|added)\b[^:.]{0,80}\b(?:co-?)?sponsors?\b(?: of [^:.]{0,60})?: ?$`)
)

// sponsorsTold reads who put drafts forward in the further ways.
func (r *reporter) sponsorsTold(x utterance, symbols []tree.SymbolHit) {
	for _, m := range whichPut.FindAll(x.text) {
		if target := r.putBefore(x, symbols, m[0]); target != "" {
			r.puts(x, r.who(x, m[2], m[3], m[0]), "submits", target)
		}
	}
	if m := putIt.FindStringSubmatchIndex(x.text); m != nil && r.draft != nil {
		list := r.subjectOf(x.text, m[0])
		if x.text[m[2]:m[3]] == "introduced" {
			list = statesOf(list)
		}
		r.puts(x, list, "submits", r.draft.id)
	}
	for _, m := range sponsorsAre.FindAll(x.text) {
		if list, _ := r.actorList(x.text, m[1]); len(list) > 0 {
			r.puts(x, list, "sponsors", r.sponsored(x, symbols, m[0], m[1]))
		}
	}
	if m := ownText.FindStringIndex(x.text); m != nil {
		for _, a := range r.listBefore(x.text, m[0]) {
			if target := symbolAfter(&r.found, x, symbols, m[1]); target != "" && a.kind == "Role" {
				r.puts(x, []listedActor{a}, "submits", target)
			}
		}
	}
	if line := sponsorsLine.FindString(x.text); line != "" {
		if list, _ := r.actorList(x.text, len(line)); len(list) > 0 && r.joinTarget() != "" {
			r.puts(x, list, "sponsors", r.joinTarget())
		}
	}
	if m := joinedBelow.FindStringIndex(x.text); m != nil {
		r.listBelow(x, m[1], "sponsors", r.joinTarget())
	} else if m := joinedBy.FindStringIndex(x.text); m != nil {
		r.listBelow(x, m[1], "sponsors", r.joinTarget())
	}
}

// subjectOf are those who stand before a verb, with what is said between commas left out:
// "The President of the Council, on behalf of the Bureau, had submitted".
func (r *reporter) subjectOf(s string, end int) []listedActor {
	if list := r.listBefore(s, end); len(list) > 0 {
		return list
	}
	at := len(speechLead.FindString(s[:end]))
	list, stop := r.actorList(s[:end], at+len(listLead.FindString(s[at:end])))
	if rest := s[min(stop, end):end]; rest == "" || strings.HasPrefix(rest, ",") && strings.HasSuffix(rest, ",") {
		return list
	}
	return nil
}

// who reads the actors between two bytes; "he", "she" and "it" are the subject of the
// sentence before a byte.
func (r *reporter) who(x utterance, from, to, before int) []listedActor {
	switch x.text[from:to] {
	case "he", "she", "it", "they":
		at := len(speechLead.FindString(x.text[:before]))
		list, _ := r.actorList(x.text[:before], at+len(listLead.FindString(x.text[at:before])))
		return list
	}
	from += len(listLead.FindString(x.text[from:to]))
	if list, end := r.actorList(x.text[:to], from); end == to {
		return list
	}
	return nil
}

// sponsored is the draft whose sponsors words between two bytes name: by its symbol, or the
// one of which the text spoke.
func (r *reporter) sponsored(x utterance, symbols []tree.SymbolHit, from, to int) string {
	for _, y := range symbols {
		if y.Start >= from && y.End <= to {
			return tree.AddSymbol(&r.found, y.Symbol)
		}
	}
	if target := r.putBefore(x, symbols, from); target != "" {
		return target
	}
	return r.joinTarget()
}

// joinTarget is the act or draft of which the text speaks; empty where it speaks of none.
func (r *reporter) joinTarget() string {
	if r.act == "" && r.draft != nil {
		return r.draft.id
	}
	return cmp.Or(r.act, r.spokenDraft())
}

// spokenDraft is the last draft that the text spoke of, also after it became an act.
func (r *reporter) spokenDraft() string {
	if r.hits[r.spoken] != nil {
		return r.spoken
	}
	return ""
}

// A belowList is what a list is of that stands below the sentence that leads to it.
type belowList struct {
	p                *tree.Paragraph
	relation, target string
}

// listBelow reads the list behind a byte, or waits for it in the next part.
func (r *reporter) listBelow(x utterance, at int, relation, target string) {
	if target == "" {
		return
	}
	if list, _ := r.actorList(x.text, at); len(list) > 0 {
		r.puts(x, list, relation, target)
		return
	}
	r.below = belowList{x.p, relation, target}
}

// readsBelow reads the part of a paragraph that holds the list for which the part before it
// waited; true where it holds nothing else.
func (r *reporter) readsBelow(p *tree.Paragraph, part text.Text) bool {
	below := r.below
	r.below = belowList{}
	if below.p != p && (p.Lead == nil || p.Lead != below.p) || below.target == "" {
		return false
	}
	x := utterance{p, part, 0, part.S}
	list, end := r.actorList(part.S, len(itemOfList.FindString(part.S)))
	if len(list) == 0 {
		return false
	}
	r.puts(x, list, below.relation, below.target)
	whole := strings.Trim(part.S[end:], " .;,") == ""
	if whole && !strings.HasSuffix(strings.TrimRight(part.S, " "), ".") {
		r.below = below // the list may go on
	}
	return whole
}

// itemOfList is the mark before an item of a list.
var itemOfList = scan.Compile(`^(?:\([a-z]+\) |[•–—-] ?|\d+\. )`)
