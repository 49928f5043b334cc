package session

import (
	"strings"

	"mandategraph/graph"
	"mandategraph/loader/scan"
	"mandategraph/loader/tree"
)

// Who sponsors a draft stands beside a word for sponsoring, before it or behind it, with
// few words between: "Malta, Fiji and Peru later became sponsors", "its sponsors, namely
// Fiji and Malta", "was sponsored by", "announced their sponsorship". Which draft it is the
// sentence says by symbol or number, or it is the one of which the text spoke.

const (
	someDraft = `(?:the |an? |this |that |its )?(?:[a-z]+ )?(?:draft (?:resolution|decision)|resolution|decision|text|proposal|amendment|document)s?`
	joinsList = `(?:joined|joining|bec[ao]me|becoming|were|was|are|is|been|be|being|added|included|listed|placed|considered)`
)

var (
	sponsorCue = scan.Compile(`\b(?:[Cc]o-?)?([Ss]ponsor(?:s|ed|ing|ship)?|[Aa]uthors?|[Pp]roponents?)\b`)
	// between the word and the names behind it
	cueToNames = scan.Compile(
		`^(?: (?:of|for) (?:` + someDraft + `(?: [A-Z][\w.]*/[\w./-]+)?(?: (?:on|concerning|entitled|contained in|in)\b[^,;:()]{0,160})?` +
			`(?: ?\([^()]{1,60}\))?|it|them|which|whom)(?:,|$| |:))?(?:,? ?(?:namely|in particular|including|by|were|are|was|is|being|included|now|then|also|` +
			`the draft (?:resolution|decision)|the text|it|as follows|\())*[:,]? ?` +
			`(?:(?:the )?(?:following )?(?:(?:[Mm]ember )?States|countries|delegations)(?: of)?:? )?(?:(?:the )?(?:representatives?|delegations?) of )?$`,
	)
	// between the names and the word behind them
	namesToCue = scan.Compile(
		`(?:^(?:,? (?:who|which))?(?: (?:had|have|has|also|subsequently|then|later|thereafter|further|jointly|together|` +
			`asked|requested|wished|wish|expressed (?:the|their|its) (?:wish|desire|intention|interest)|announced|stated|indicated|declared|said|` +
			`that (?:they|it|their|its)|names?|(?:wished|wanted|would like|wish)|to|in|as|on|an?|their|its|would|` + joinsList + `|among|the list of|among the|` +
			`to the list of|the))* |^, (?:the |its |all |both )?|^ as (?:the |an? )?)(?:additional |main |original |further |new |principal |sole )*$`,
	)
	// names that are those of the sponsors only where one of these verbs joins them to the word
	beingSponsor = scan.Compile(`\b(?:` + joinsList + `|as|wish\w*|to|(?:their|its)|interest in)\b|^, `)
	noSponsor    = scan.Compile(
		`(?:\b(?:withdr\w+|not|no longer|former|ceased|without|asked|urged|invited|requested|thanked) (?:to be |its |their |her |his |the )?(?:name )?` +
			`(?:as |from )?(?:an? |the list of )?(?:[Cc]o-?)?|\bon behalf of (?:all )?(?:the|its|their) (?:main |other )?)$`,
	)
	numberedAct = scan.Compile(`\b([Rr]esolution|[Dd]ecision) (` + actNumber + `)`)
	// who takes a draft back put it forward: only its proposer may (rule 122 of the General Assembly)
	takenBack = scan.Compile(
		` (?:had |then |also |subsequently |thereupon |later )*(?:withdrew|withdrawing|decided to withdraw|did not wish to pursue) (?:the|its|their|his|her|an?) (?:[a-z]+ )?(?:draft|proposal|amendments?|text)\b|` +
			` (?:had |then |also |subsequently |thereupon |later )*withdrew draft\b`,
	)
	takenBackBy = scan.Compile(`\bwithdrawn by (?:the )?(?:(?:delegations?|representatives?) of )?`)
)

// cued reads the sponsors beside each word for sponsoring in a sentence.
func (r *reporter) cued(x utterance, symbols []tree.SymbolHit) {
	if !strings.Contains(x.text, "ponsor") && !strings.Contains(x.text, "uthor") &&
		!strings.Contains(x.text, "roponent") {
		return
	}
	for _, m := range sponsorCue.FindAll(x.text) {
		word := strings.ToLower(x.text[m[2]:m[3]])
		if noSponsor.MatchString(x.text[max(0, m[0]-60):m[0]]) && word != "sponsoring" &&
			!strings.HasPrefix(x.text[m[1]:], ", ") &&
			!strings.HasPrefix(x.text[m[1]:], " (") {
			continue
		}
		if list, gap := r.namesBehind(x.text, m[1], word); len(list) > 0 {
			r.puts(x, list, "sponsors", r.sponsoredAt(x, symbols, m[0], m[1]+gap))
			continue
		}
		if list := r.namesBefore(x.text, m[0], word); len(list) > 0 {
			r.puts(x, list, "sponsors", r.sponsoredAt(x, symbols, m[0], len(x.text)))
		}
	}
}

// addsName reads "India and Nepal added their names", of the draft of which the text spoke.
func (r *reporter) addsName(x utterance) {
	if m := nameAdded.FindStringIndex(x.text); m != nil && r.joinTarget() != "" {
		r.puts(x, statesOf(r.listBefore(x.text, m[0])), "sponsors", r.joinTarget())
	}
}

// asksToBeAdded reads "asked that her country's name be added to the list of sponsors, as did
// those of Malta and Fiji", of the draft that the sentence names or of which
// the text spoke.
func (r *reporter) asksToBeAdded(x utterance, symbols []tree.SymbolHit) {
	m := askedToAdd.FindStringIndex(x.text)
	if m == nil {
		return
	}
	target := r.sponsoredAt(x, symbols, m[0], len(x.text))
	if target == "" {
		return
	}
	r.puts(x, statesOf(r.subjectOf(x.text, m[0])), "sponsors", target)
	if as := asDidOthers.FindStringIndex(x.text[m[1]:]); as != nil {
		list, _ := r.actorList(x.text, m[1]+as[1])
		r.puts(x, statesOf(list), "sponsors", target)
	}
}

var (
	askedToAdd = scan.Compile(
		` (?:had |also |then |further |subsequently )*(?:asked|requested|wished) (?:that|for) (?:(?:the )?names? of )?(?:his|her|its|their) ` +
			`(?:own )?(?:country|countries|delegation|delegations|Government|Governments|State)?(?:[’']s?)?(?: names?)? (?:also )?(?:to )?be ` +
			`(?:added|included|placed|put)\b[^,;.]{0,60}\bsponsors?\b[^,;.]{0,60}`,
	)
	asDidOthers = scan.Compile(
		`^,? (?:and )?as (?:did|had) (?:the )?(?:those|delegates?|representatives?|delegations?) of `,
	)
)

var nameAdded = scan.Compile(
	` (?:also |then |later |subsequently |thereafter )*added (?:its|their) names?(?:[.,;]| to (?:it|the list)\b)`,
)

// gapBytes is about how much stands between the word for sponsoring and the names at most.
const gapBytes = 320

// namesBehind reads the list behind a word for sponsoring; gap is how far behind it begins.
func (r *reporter) namesBehind(s string, at int, word string) (list []listedActor, gap int) {
	rest := s[at:min(len(s), at+gapBytes)]
	if strings.HasPrefix(word, "sponsorship") {
		return nil, 0
	}
	for gap = 0; gap < len(rest); gap++ {
		if gap > 0 && rest[gap-1] != ' ' && rest[gap-1] != '(' ||
			!scan.IsCapitalAt(rest, gap) && !strings.HasPrefix(rest[gap:], "the ") {
			continue
		}
		if !cueToNames.MatchString(rest[:gap]) {
			continue
		}
		if list, _ = r.actorList(s, at+gap); len(statesOf(list)) > 0 {
			return withOthers(s, statesOf(list)), gap
		}
	}
	return nil, 0
}

// namesBefore reads the list before a word for sponsoring.
func (r *reporter) namesBefore(s string, at int, word string) []listedActor {
	from := max(0, at-gapBytes)
	for i := at; i > from; i-- {
		if i < len(s) && s[i] != ' ' && s[i] != ',' {
			continue
		}
		gap := s[i:at]
		if !namesToCue.MatchString(gap) || !beingSponsor.MatchString(gap) && word != "sponsored" {
			continue
		}
		if list := statesOf(r.listBefore(s, i)); len(list) > 0 {
			return withOthers(s, list)
		}
	}
	return nil
}

// sponsoredAt is the draft or act whose sponsors a sentence names: by symbol between two
// bytes or before them, by number, or the one of which the text speaks.
func (r *reporter) sponsoredAt(x utterance, symbols []tree.SymbolHit, from, to int) string {
	for _, y := range symbols {
		if y.Start >= from && y.End <= to && !besideProposal.MatchString(x.text[max(0, y.Start-60):y.Start]) {
			return tree.AddSymbol(&r.found, y.Symbol)
		}
	}
	if target := r.putBefore(x, symbols, from); target != "" {
		return target
	}
	if all := numberedAct.FindAll(x.text[:from]); len(all) > 0 {
		m := all[len(all)-1]
		if r.ofSession(x.text[m[4]:m[5]]) {
			return graph.ActID(r.body, strings.ToLower(x.text[m[2]:m[3]]), x.text[m[4]:m[5]])
		}
	}
	if r.draft != nil && r.draft.x.p != x.p { // the paragraph may speak of another text
		for _, y := range tree.FindSymbols(x.part.S[:x.start]) {
			if target := graph.DocumentID(y.Symbol); r.act == "" && target != r.draft.id {
				return symbolOfDraft(&r.found, y.Symbol)
			}
		}
	}
	return r.joinTarget()
}

// symbolOfDraft is the document of a symbol that is a draft's by its form; empty for others.
func symbolOfDraft(found *tree.Findings, symbol string) string {
	if !strings.Contains(symbol, "/L.") && !strings.Contains(symbol, "/CRP.") {
		return ""
	}
	return tree.AddSymbol(found, symbol)
}

// symbolBehind is the document of the first symbol behind a byte, with a title between them.
func symbolBehind(found *tree.Findings, symbols []tree.SymbolHit, at int) string {
	for _, y := range symbols {
		if y.Start >= at && y.Start < at+objectBytes {
			return tree.AddSymbol(found, y.Symbol)
		}
	}
	return ""
}

// takesBack reads who withdraws a draft.
func (r *reporter) takesBack(x utterance, symbols []tree.SymbolHit) {
	if !strings.Contains(x.text, "withdr") && !strings.Contains(x.text, "pursue") {
		return
	}
	if m := takenBack.FindStringIndex(x.text); m != nil {
		list := statesOf(r.subjectOf(x.text, m[0]))
		if target := symbolBehind(&r.found, symbols, m[0]); target != "" {
			r.puts(x, list, "sponsors", target)
		} else if target := r.putBefore(x, symbols, m[0]); target != "" {
			r.puts(x, list, "sponsors", target)
		}
	}
	if m := takenBackBy.FindStringIndex(x.text); m != nil {
		list, _ := r.actorList(x.text, m[1])
		if target := r.putBefore(x, symbols, m[0]); target != "" {
			r.puts(x, statesOf(list), "sponsors", target)
		}
	}
}
