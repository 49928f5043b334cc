package cite

import (
	"sort"
	"strings"

	"mandategraph/graph"
	"mandategraph/loader/scan"
	"mandategraph/loader/text"
	"mandategraph/loader/tree"
)

// A Citation is one act named in a paragraph.
type Citation struct {
	Start, End  int // bytes of the clean text: number, date and title
	body, Kind  string
	Number      string
	date, title string
	Pin         string
	group       int    // citations that share a noun share a group
	LeadStart   int    // where the words that lead to it begin: body or noun
	how         string // how the body was found
	numberless  bool   // a draft that has no number yet: -/CP.26
	broken      bool   // digits stand behind the number that may belong to it
	short       string // the short name of a body that nothing before explains
	name        string // in full, of a body that no table knows
	relative    bool   // reached over a subordinate clause
	// may are codes of the bodies whose act it may be, where the text leaves a
	// choice; reason says what the text lacks.
	may    []string
	reason string
	among  []string // the bodies that have numbers of this form; nil for any
	// ID is the act that it means; where the text leaves that open, it is empty
	// and open says why.
	ID   string
	open *tree.Diagnostic
}

// finder looks for acts in one running text.
type finder struct {
	s       string
	quotes  []scan.Span
	tree    *tree.Tree
	body    string // whose act it is
	found   []Citation
	bodies  []tree.BodyHit
	said    []speaker // bodies in the roles that "its" may refer to
	read    bool      // said is complete
	group   int
	ahead   [len(nouns)]int // the next place of each noun; -1 for none, 0 for not looked for
	bare    *bareForms      // of a body that its numbers' form tells
	before  attribution     // of the list before
	alone   []standing      // numbers that name an act without a noun
	reports []tree.Diagnostic
	places  []scan.Span // of the reports
}

// FindCitations lists the acts that a text names outside quoted titles.
func FindCitations(s string, body string, t *tree.Tree) []Citation {
	return newFinder(text.Text{S: s}, body, t).found
}

func newFinder(text text.Text, body string, t *tree.Tree) *finder {
	s := text.S
	f := &finder{s: s, tree: t, body: body}
	if !NamesActs.In(text) || text.Held == nil && !citesSomething(s) {
		return f
	}
	for k := range nouns {
		if !nounGates[k].In(text) {
			f.ahead[k] = -1
		}
	}
	f.quotes, f.bodies = titlesIn(s), tree.FindBodies(s)
	if mayHoldSymbols(text) {
		f.symbols()
	}
	for at := 0; at < len(s); {
		i, kind, n := f.noun(at)
		if i < 0 {
			break
		}
		at = max(n, f.list(i, n, kind))
	}
	if f.alone != nil {
		f.addAlone()
	}
	if yearGate.In(text) {
		f.orphans()
	}
	sort.SliceStable(f.found, func(i, j int) bool { return f.found[i].Start < f.found[j].Start })
	f.respective()
	return f
}

// titlesIn lists what stands between quotation marks in a text and may be a title. A
// paragraph that is one quotation is what a body says, as its President reads it out:
// "The Council recalls ...".
func titlesIn(s string) []scan.Span {
	list := scan.Quoted(s)
	if len(list) == 1 && list[0].Start == 0 && list[0].End == len(s) {
		if inner := strings.Trim(s, `"“”`); strings.HasPrefix(inner, "The ") && strings.HasSuffix(inner, ".") {
			return nil
		}
	}
	return list
}

// citingWords are such that every citation holds one.
var citingWords = append([]string{"esolution", "ecision", "ESOLUTION", "ECISION", "es. ", "SCR",
	"eso1ution", "esoIution", "esolutlon", "ecislon", "ecis1on"},
	append(symbolAnchors, yearAnchors...)...)

var NamesActs = text.NewGate(citingWords...)

// citesSomething is a look at the text that spares most texts the reading.
func citesSomething(s string) bool {
	for _, anchor := range citingWords {
		if strings.Contains(s, anchor) {
			return true
		}
	}
	return false
}

func (f *finder) masked(i int) (end int, ok bool) {
	k := sort.Search(len(f.quotes), func(k int) bool { return f.quotes[k].End > i })
	if k < len(f.quotes) && i >= f.quotes[k].Start {
		return f.quotes[k].End, true
	}
	return i, false
}

// nouns that name acts, without the first letter.
var nouns = [...]struct {
	tail, kind string
	first      byte
}{
	{"esolution", graph.Resolution, 'r'}, {"ecision", graph.Decision, 'd'}, {"es. ", graph.Resolution, 'r'},
	{"ESOLUTION", graph.Resolution, 'r'}, {"ECISION", graph.Decision, 'd'},
	{"NSCR", graph.Resolution, 'u'}, {"CR ", graph.Resolution, 's'}, {"CRs ", graph.Resolution, 's'},
	// As scanning leaves them.
	{"eso1ution", graph.Resolution, 'r'}, {"esoIution", graph.Resolution, 'r'}, {"esolutlon", graph.Resolution, 'r'},
	{"ecislon", graph.Decision, 'd'}, {"ecis1on", graph.Decision, 'd'},
}

var (
	nounGates = func() (gates [len(nouns)]*text.Gate) {
		for k, n := range nouns {
			gates[k] = text.NewGate(n.tail)
		}
		return gates
	}()
	symbolGate = text.NewGate(symbolAnchors...)
	yearGate   = text.NewGate(yearAnchors...)
)

// nextNoun gives the next place of any noun's tail at or after byte at, and
// which it is; each tail is looked for once.
func (f *finder) nextNoun(at int) (place, which int) {
	place = -1
	for k := range nouns {
		if f.ahead[k] >= 0 && f.ahead[k] < at || f.ahead[k] == 0 {
			i := strings.Index(f.s[at:], nouns[k].tail)
			if f.ahead[k] = at + i; i < 0 {
				f.ahead[k] = -1
			}
		}
		if f.ahead[k] > 0 && (place < 0 || f.ahead[k] < place) {
			place, which = f.ahead[k], k
		}
	}
	return place, which
}

// noun finds the next "resolution(s)", "decision(s)" or "res." outside quotes:
// its first byte, its kind and the byte after it.
func (f *finder) noun(at int) (start int, kind string, end int) {
	for at = max(at, 1); at < len(f.s); {
		place, which := f.nextNoun(at)
		if place < 0 {
			break
		}
		n := nouns[which]
		start, end = place-1, place+len(n.tail)
		if masked, ok := f.masked(start); ok {
			at = max(masked, end) // a quotation may end inside the noun
			continue
		}
		if behind, ok := f.insideAlone(start); ok {
			at = max(behind, end)
			continue
		}
		if f.s[start]|0x20 == n.first && (start == 0 || !scan.IsWord(f.s[start-1])) {
			if behind, ok := nounEnd(f.s, end); ok {
				return start, n.kind, behind
			}
		}
		at = end
	}
	return -1, "", len(f.s)
}

// nounEnd is where a noun ends whose singular ends at byte end: behind its s,
// and before the space of "res. 70/3"; false where the word goes on.
func nounEnd(s string, end int) (behind int, ok bool) {
	if s[end-1] == ' ' {
		return end - 1, end < len(s) && scan.IsDigit(s[end])
	}
	if end < len(s) && s[end]|0x20 == 's' {
		end++
	}
	return end, end == len(s) || !scan.IsWord(s[end])
}

// list reads the numbers that follow a noun, with dates, titles and pins, and
// gives the byte after them.
func (f *finder) list(start, at int, kind string) int {
	if strings.HasSuffix(strings.ToLower(f.s[max(0, start-6):start]), "draft ") {
		return at
	}
	who := f.bodyBefore(start)
	bare := f.bareForms(who)
	f.group++
	first := len(f.found)
	named, from := f.bodyBetween(start, at)
	if named != nil {
		who, bare = *named, bareFormsOf(named.code)
		who.lead = start
	}
	if who.how == unnamedBody && named == nil {
		if named = f.conference(start); named != nil {
			who, bare = *named, bareForms{plain: true}
		}
	}
	at = f.members(start, f.pastDocument(f.pastAcronym(from)), kind, who.lead, bare)
	if open := " ("; len(f.found) == first && strings.HasPrefix(f.s[from:], open) {
		at = f.members(start, from+len(open), kind, who.lead, bareForms{}) // "four decisions (25/1 and 25/2)"
	}
	if len(f.found) == first {
		if end, ok := f.strangers(start, from, kind, who); ok {
			return end
		}
		if from = f.firstInstance(start, at); from < 0 {
			return at
		}
		f.damaged(at, from)
		at = f.members(start, from, kind, who.lead, bareForms{})
	}
	end := f.bodyAfter(first, at, &who)
	namedBehind := end > at
	if f.inherits(first, start, kind, who) {
		f.before.lead = who.lead
		who = f.before
	}
	f.before = who
	if f.pluralBefore(start) || len(f.found)-first > 1 {
		end = f.loose(first, end, kind, bare)
	}
	f.settle(first, at, who)
	if namedBehind {
		return f.behindBody(first, start, at, end, who)
	}
	f.shareTitle(first)
	return end
}

// behindBody ends a list from byte start to at with its body behind it, which ends at
// byte end: the act before may share the body, and a further body's acts may follow.
func (f *finder) behindBody(first, start, at, end int, who attribution) int {
	kind := f.found[first].Kind
	if who.how == namedBody {
		f.sharesBody(first, start, kind, at, who)
	}
	f.shareTitle(first)
	if f.pluralBefore(start) {
		return f.ofAnother(end, kind)
	}
	return end
}

// sharesBody gives the body that stands behind a list also to the act right before it
// whose noun says of nobody's: "decision 14/8 and decision 15/4 of the Conference of the
// Parties to the Convention".
func (f *finder) sharesBody(first, start int, kind string, end int, who attribution) {
	if first == 0 {
		return
	}
	last := &f.found[first-1]
	joined := f.s[last.End:start] == " and " || f.s[last.End:start] == " or "
	if joined && last.Kind == kind && last.how == unnamedBody && len(last.may) == 0 {
		of := first - 1
		for of > 0 && f.found[of-1].group == last.group {
			of--
		}
		f.settle(of, end, who)
	}
}

// ofAnother reads the acts of a further body with which a list goes on whose noun
// stands once, each with its body behind it: "resolutions 60/181 of the General Assembly
// and 2005/7 of the Economic and Social Council".
func (f *finder) ofAnother(end int, kind string) int {
	next := scan.SkipPrefix(f.s, end, " and ")
	if next == end {
		return end
	}
	first := len(f.found)
	at := f.members(next, next, kind, next, bareForms{})
	who := attribution{how: unnamedBody, lead: next}
	if len(f.found) == first {
		return end
	}
	behind := f.bodyAfter(first, at, &who)
	if behind == at {
		f.found = f.found[:first]
		return end
	}
	f.settle(first, at, who)
	return behind
}

// pluralBefore says that the noun at byte start is plural.
func (f *finder) pluralBefore(start int) bool {
	end := start
	for end < len(f.s) && scan.IsWord(f.s[end]) {
		end++
	}
	return f.s[end-1] == 's' || f.s[end-1] == 'S'
}

// members reads the numbers of a list from byte at and gives the byte after the
// last.
func (f *finder) members(start, at int, kind string, lead int, bare bareForms) int {
	first, dash, plural := len(f.found), false, f.pluralBefore(start)
	for i := at; ; {
		c, more, next, ok := f.item(i, bare)
		if ok && len(f.found) > first {
			ok = f.plainMember(f.found[len(f.found)-1], c, next)
		}
		if !ok {
			if last, k, serial := f.shortRange(first, i, dash && plural); serial {
				f.expand(first, last, k)
				at = k
			}
			break
		}
		c.Kind = kindOf(c, kind)
		c.group, c.LeadStart = f.group, c.Start
		if len(f.found) == first {
			c.Start, c.LeadStart = start, lead
		}
		if dash && len(f.found) > first {
			f.expand(first, c, next)
		} else {
			f.found = append(f.found, c)
		}
		for _, letter := range more {
			f.found = append(f.found, withLetter(c, letter))
		}
		at = next
		if i, dash, ok = listGlue(f.s, next); !ok {
			break
		}
		if e, masked := f.masked(i); masked {
			i = e
		}
	}
	return at
}

// kindOf is the kind of a citation: that of its symbol, else of the noun.
func kindOf(c Citation, noun string) string {
	if c.Kind != "" {
		return c.Kind
	}
	return noun
}

// withLetter is the citation of another part of the same resolution: 70/2 B
// after 70/2 A.
func withLetter(c Citation, letter string) Citation {
	i := strings.IndexByte(c.Number, '(')
	if i < 0 {
		i = len(c.Number)
	}
	c.Number = c.Number[:i-1] + letter + c.Number[i:]
	return c
}

// listGlue reads what joins the members of a list; dash says that it may join
// the ends of a range.
func listGlue(s string, at int) (next int, dash, ok bool) {
	if at >= len(s) || strings.IndexByte(" ,;-\xe2", s[at]) < 0 {
		return at, false, false
	}
	if s[at] == ',' && s[at-1] == ')' && at+1 < len(s) && scan.IsDigit(s[at+1]) {
		return at + 1, false, true // "1325 (2000),1820 (2008)"
	}
	for _, g := range []string{"–", " – ", "-", " - ", " to ", " through "} {
		if strings.HasPrefix(s[at:], g) {
			return at + len(g), true, true
		}
	}
	for _, g := range []string{", respectively, and ", ", respectively, ", ", and in particular ", ", and ", "; and ",
		", as well as ", " as well as ", ", in particular ", " in particular ", ", including ", " including ",
		", most recently ", " and most recently ", ", and most recently ", ", including most recently ",
		", supplemented by ", " supplemented by ", " as supplemented by ", ", as supplemented by ",
		" and also ", ", also ", ", or ", ", ", "; ", " and ", " or ", " & ", " AND ", ", AND "} {
		if strings.HasPrefix(s[at:], g) {
			return at + len(g), false, true
		}
	}
	return at, false, false
}
