package cite

import (
	"sort"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
	"mandategraph/loader/clause"
	"mandategraph/loader/scan"
	"mandategraph/loader/tree"
)

// How the body of a citation was found.
const (
	namedBody   = "named"      // General Assembly resolution, or resolution ... of the General Assembly
	shortBody   = "short form" // Conference resolution
	ownBody     = "its"
	unnamedBody = "" // resolution 9/1
	foreignBody = "unknown body"
	fittingBody = "form of the number" // the one body named with such numbers
)

// An attribution is what the words before a noun say of whose act it is.
type attribution struct {
	code, how string
	lead      int // where these words begin
	// may are the codes among which a short form leaves a choice.
	may []string
	// short is a short name that nothing before explains.
	short string
	name  string // in full, of a body that no table knows
}

// words between a body and its noun that change neither.
var betweenWords = scan.WordSet("" +
	"relevant previous earlier recent most subsequent other own all said above-mentioned landmark annual " +
	"related prior also biennial latest last first follow-up")

// bodyBefore reads whose act it is from the words before the noun: a body's
// name, a short form, or "its".
func (f *finder) bodyBefore(noun int) attribution {
	if code, ok := nounBody(f.s, noun); ok {
		return attribution{code: code, how: namedBody, lead: noun}
	}
	if code := documentBefore(f.s[:noun]); code != "" {
		return attribution{code: code, how: namedBody, lead: noun}
	}
	possessor := possessorBefore(f.s[:noun])
	if k := f.bodiesBefore(len(possessor)); k > 0 && f.bodies[k-1].End == len(possessor) {
		return attribution{code: f.bodies[k-1].Code, how: namedBody, lead: f.ofOrganization(f.bodies[k-1].Start)}
	}
	w := scan.LastWord(possessor)
	start := len(possessor) - len(w)
	if strings.EqualFold(w, "its") {
		return attribution{how: ownBody, lead: start}
	}
	if code, ok := f.acronym(w); ok && code == "" {
		return attribution{how: foreignBody, lead: start}
	} else if ok {
		return attribution{code: code, how: namedBody, lead: start}
	}
	if at, may, ok := f.shortAt(w, start); ok {
		return shortAttribution(f.s[at:len(possessor)], at, may)
	}
	if scan.IsCapital(w) && !verbCue(w) && !openers[w] && goesOnName(f.s[:start]) && !endsInVerb(possessor) {
		return attribution{how: foreignBody, lead: start}
	}
	return attribution{how: unnamedBody, lead: f.ofOrganization(noun)} // "IMO resolution A.1158(32)"
}

// documentBefore is the body whose document is named right before its act, as notes
// cite it: "document CBD/COP/15/17, decision 15/4"; empty where none is.
func documentBefore(before string) string {
	before, comma := strings.CutSuffix(before, ", ")
	if !comma {
		return ""
	}
	symbol := before[strings.LastIndexByte(before, ' ')+1:]
	if !strings.HasSuffix(before, "document "+symbol) {
		return ""
	}
	return names.BodyOfSymbol(symbol)
}

// ofOrganization is where the acronym begins of the organization whose organ stands at
// byte start: UN Security Council, WHO World Health Assembly; or its name where the
// acronym is explained by it: United Nations (UN) Security Council; start where none does.
func (f *finder) ofOrganization(start int) int {
	before := strings.TrimSuffix(f.s[:start], " ")
	if inner, closed := strings.CutSuffix(before, ")"); closed {
		from := max(0, len(inner)-scan.LongestWord) // an acronym is short
		open := from + strings.LastIndexByte(inner[from:], '(')
		full := strings.TrimSuffix(inner[:max(0, open)], " ")
		if o, known := names.OrganizationByText(inner[open+1:]); known && strings.HasSuffix(full, o.Name) {
			return len(full) - len(o.Name)
		}
		return start
	}
	w := scan.LastWord(before)
	if len(before) == start || len(w) < 2 || strings.ToUpper(w) != w {
		return start
	}
	if _, known := names.OrganizationByText(w); !known {
		return start
	}
	return len(before) - len(w)
}

// shortAttribution is the attribution to a body by the name that begins at byte lead
// and may mean those bodies; to a stranger where it is a name in full.
func shortAttribution(name string, lead int, may []string) attribution {
	a := attribution{how: shortBody, lead: lead, may: may}
	switch {
	case len(may) == 1:
		a.code = may[0]
	case may == nil && isFullName(name):
		a = *stranger(name)
		a.lead = lead
	case may == nil:
		a.how, a.short = foreignBody, name
	}
	return a
}

// acronym is the body that an acronym before a noun means; that of a conference
// of parties means the one that speaks, and no known body elsewhere.
func (f *finder) acronym(w string) (code string, ok bool) {
	if w != "COP" && w != "CoP" {
		return acronym(w)
	}
	if b, _ := names.BodyByCode(f.body); strings.HasPrefix(b.Name, "Conference of the ") {
		return f.body, true
	}
	return "", true
}

// possessorBefore cuts the words that may stand between a body and its act, and
// the mark of a possessive.
func possessorBefore(s string) string {
	for {
		s = strings.TrimRight(s, " *")
		w := scan.LastWord(s)
		if w == "" || !betweenWords[strings.ToLower(w)] {
			break
		}
		s = s[:len(s)-len(w)]
	}
	s = strings.TrimSuffix(strings.TrimSuffix(s, "'s"), "’s")
	if strings.HasSuffix(s, "s'") || strings.HasSuffix(s, "s’") {
		s = strings.TrimSuffix(strings.TrimSuffix(s, "'"), "’")
	}
	return s
}

// bareForms says which numbers need no mark here: those of the body named, or
// of the body that speaks.
func (f *finder) bareForms(who attribution) bareForms {
	if who.how != ownBody && who.how != unnamedBody {
		return bareFormsOf(who.code)
	}
	if f.bare == nil {
		bare := bareFormsOf(f.body)
		for _, b := range f.bodies {
			if !names.IsDated(b.Code) { // whose numbers stand beside its name or a year
				more := bareFormsOf(b.Code)
				bare = bareForms{bare.plain || more.plain, bare.dotted || more.dotted, bare.any}
			}
		}
		f.bare = &bare
	}
	return *f.bare
}

func bareFormsOf(code string) bareForms {
	if _, known := names.BodyByCode(code); !known && code != "" && !strings.Contains(code, "/") {
		return bareForms{any: true}
	}
	return bareForms{
		plain:  names.CanNumber(code, graph.Decision, "1"),
		dotted: names.CanNumber(code, graph.Decision, "1.1"),
	}
}

// How many bodies around an act may tell whose it is, which bounds the work in a
// text without sentences.
const (
	reach   = 64
	nearest = 8 // bodies before an "its" that may be meant
)

// bodiesBefore counts the bodies whose names end at or before byte at.
func (f *finder) bodiesBefore(at int) int {
	return sort.Search(len(f.bodies), func(k int) bool { return f.bodies[k].End > at })
}

// verbCue says that a word is a verb of the vocabulary: "Recalling resolution".
func verbCue(w string) bool { v, _ := tree.VerbWordOf(w); return len(v.Cues) > 0 }

// goesOnName says that the word before is part of a name too, so that a capital
// letter does not come from the start of a sentence.
func goesOnName(before string) bool {
	w := scan.LastWord(strings.TrimRight(before, " ")) // none behind a full stop
	return w != "" && (scan.IsCapital(w) || w == "of" || w == "the")
}

// endsInVerb says that a verb of several words in capitals ends a text, as conventions
// print the verbs of recitals, and no name: "TAKING INTO ACCOUNT".
func endsInVerb(s string) bool {
	for at, words := len(s), 0; words < mostVerbWords; words++ {
		w := scan.LastWord(strings.TrimRight(s[:at], " "))
		if len(w) < 2 || strings.ToUpper(w) != w {
			return false
		}
		at = strings.LastIndex(s[:at], w)
		if _, end, verb := tree.VerbAt(s, at, true); verb && end == len(s) {
			return true
		}
	}
	return false
}

// mostVerbWords is how many words such a verb has at most.
const mostVerbWords = 4

// bodyAfter reads a body that stands behind: "resolution 11/2, entitled “…”,
// of the Conference of the Parties to the Convention".
func (f *finder) bodyAfter(first, at int, who *attribution) int {
	rest := f.s[at:]
	i := at
	for _, lead := range []string{", of the ", " of the ", ", adopted by the ", " adopted by the ", " (of the "} {
		if strings.HasPrefix(rest, lead) {
			i = at + len(lead)
			break
		}
	}
	if that := " of that "; strings.HasPrefix(rest, that) {
		return f.thatBody(at, at+len(that), who)
	}
	if i == at || who.how == namedBody {
		return at
	}
	named, end := f.bodyFrom(i)
	if named == nil || scan.SkipPrefix(f.s, end, "’s ", "'s ", "’ ", "' ") > end { // "of the Commission’s request"
		return at
	}
	*who = *named
	who.lead = 0
	if date, e, ok := ofDate(f.s, end); ok {
		if last := &f.found[len(f.found)-1]; last.date == "" {
			last.date = date
		}
		end = e
	}
	if title, e, ok := f.entitled(end); ok {
		if last := &f.found[len(f.found)-1]; last.title == "" {
			last.title = title
		}
		end = e
	}
	f.found[len(f.found)-1].End = end
	return end
}

// bodyFrom reads the body whose name or short name begins at byte i.
func (f *finder) bodyFrom(i int) (named *attribution, end int) {
	if k := f.bodiesBefore(i); k < len(f.bodies) && f.bodies[k].Start == i {
		return &attribution{code: f.bodies[k].Code, how: namedBody}, f.bodies[k].End
	}
	w, next := scan.Word(f.s, i)
	if scan.IsCapital(w) && names.OrdinalNumber(w) > 0 && next < len(f.s) && f.s[next] == ' ' {
		return f.bodyFrom(next + 1) // the First Meeting of States Parties
	}
	if end = f.organNameEnd(i); end > i {
		return stranger(f.s[i:end]), end
	}
	if end = f.shortEnd(i); end == i {
		return nil, i
	}
	return f.shortBodyFrom(i, end)
}

// shortEnd is where the short name of a body ends that begins at byte i; i where
// none does.
func (f *finder) shortEnd(i int) (end int) {
	at, end, last := i, i, ""
	for {
		w, next := scan.Word(f.s, at)
		if !scan.IsCapital(w) && (last == "" || w != "of" && w != "the") {
			return end
		}
		if shortWords[w] && (w != "Parties" || strings.HasSuffix(f.s[:next], " of the Parties")) {
			end, last = next, w
		} else if last == "" {
			last = w
		}
		at = next
	}
}

// shortBodyFrom reads the body whose short name stands at bytes i to end, with
// what follows of its name.
func (f *finder) shortBodyFrom(i, end int) (named *attribution, behind int) {
	if serving := " serving as the "; strings.HasPrefix(f.s[end:], serving) {
		end += len(serving)
		return &attribution{how: foreignBody}, end + len(clause.CapitalWords(f.s[end:])) // the Parties to a protocol
	}
	if code, behind := f.partiesTo(i, end); code != "" {
		return &attribution{code: code, how: namedBody}, behind
	}
	may := f.shortMeanings(f.s[i:end], i)
	if strings.HasPrefix(f.s[end:], " of States Parties") {
		end += len(" of States Parties")
	}
	if to := " to the "; strings.HasSuffix(f.s[:end], "Parties") && strings.HasPrefix(f.s[end:], to) {
		from := end + len(to)
		if to := scan.CapitalPhrase(f.s, from); to > end && !tree.TreatyNouns[f.s[from:to]] {
			return &attribution{how: foreignBody}, to // no body of the tables stands here
		}
	}
	switch len(may) {
	case 0:
		return &attribution{how: foreignBody, short: f.s[i:end]}, end
	case 1:
		return &attribution{code: may[0], how: namedBody}, end
	}
	return &attribution{how: shortBody, may: may}, end
}

// partiesTo reads "the Conference of the Parties to that Convention", at bytes i
// to end: the parties to the treaty named last before.
func (f *finder) partiesTo(i, end int) (code string, behind int) {
	that := " to that "
	if !strings.HasPrefix(f.s[end:], that) || !strings.HasSuffix(f.s[i:end], "Parties") {
		return "", end
	}
	noun, behind := scan.Word(f.s, end+len(that))
	at := -1
	for _, t := range names.Treaties() {
		for _, name := range append([]string{t.Name}, t.Aliases...) {
			k := strings.LastIndex(f.s[max(0, i-clause.LongestClause):i], name)
			if k > at && strings.Contains(name, noun) {
				at, code = k, ""
				for _, b := range names.Bodies() {
					if b.Treaty == t.Code && strings.HasPrefix(b.Name, f.s[i:end]+" to ") {
						code = b.Code
					}
				}
			}
		}
	}
	return code, behind
}

// thatBody reads "decision 9/3 of that Conference": the last body named before.
func (f *finder) thatBody(at, i int, who *attribution) int {
	w, next := scan.Word(f.s, i)
	before := f.bodiesBefore(at)
	for k := before - 1; k >= max(0, before-reach); k-- {
		if b := f.bodies[k]; strings.Contains(f.s[b.Start:b.End], w) {
			who.code, who.how, who.may = b.Code, namedBody, nil
			return next
		}
	}
	return at
}
