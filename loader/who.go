package loader

import (
	"slices"
	"strings"

	"mandategraph/graph"
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
}

// words between a body and its noun that change neither.
var betweenWords = map[string]bool{"relevant": true, "previous": true, "earlier": true, "recent": true, "most": true, "subsequent": true, "other": true, "own": true, "all": true, "said": true, "above-mentioned": true, "landmark": true, "annual": true, "related": true, "prior": true, "draft": false, "also": true, "biennial": true, "latest": true, "last": true, "first": true}

// bodyBefore reads whose act it is from the words before the noun: a body's
// name, a short form, or "its".
func (f *finder) bodyBefore(noun int) attribution {
	i := noun
	for {
		trimmed := strings.TrimRight(f.s[:i], " *")
		w := lastWord(trimmed)
		if w == "" || !betweenWords[strings.ToLower(w)] {
			i = len(trimmed)
			break
		}
		i = len(trimmed) - len(w)
	}
	possessor := strings.TrimSuffix(strings.TrimSuffix(f.s[:i], "'s"), "’s")
	if strings.HasSuffix(possessor, "s'") || strings.HasSuffix(possessor, "s’") {
		possessor = strings.TrimSuffix(strings.TrimSuffix(possessor, "'"), "’")
	}
	for _, b := range f.bodies {
		if b.end == len(possessor) {
			return attribution{code: b.code, how: namedBody, lead: b.start}
		}
	}
	w := lastWord(possessor)
	start := len(possessor) - len(w)
	if strings.EqualFold(w, "its") {
		return attribution{how: ownBody, lead: start}
	}
	if w == "COP" || w == "CoP" {
		if b, _ := graph.BodyByCode(f.body); strings.HasPrefix(b.Name, "Conference of the ") {
			return attribution{code: f.body, how: namedBody, lead: start}
		}
		return attribution{how: foreignBody, lead: start}
	}
	if code, ok := acronym(w); ok {
		return attribution{code: code, how: namedBody, lead: start}
	}
	if at, may, ok := f.shortAt(w, start); ok {
		a := attribution{how: shortBody, lead: at, may: may}
		if len(may) == 1 {
			a.code = may[0]
		}
		if may == nil {
			a.how = foreignBody
		}
		return a
	}
	if isCapital(w) && start > 0 && !strings.HasSuffix(strings.TrimRight(f.s[:start], " "), ".") && isName(f.s[:start]) && !verbCue(w) && !openers[w] {
		return attribution{how: foreignBody, lead: start}
	}
	return attribution{how: unnamedBody, lead: noun}
}

// acronym knows the bodies by acronyms too short to be looked for in all text:
// GA resolution, WHA resolution.
func acronym(w string) (code string, ok bool) {
	if len(w) < 2 || len(w) > 6 || strings.ToUpper(w) != w {
		return "", false
	}
	b, ok := graph.BodyByText(w)
	return b.Code, ok
}

// bareForms says which numbers need no mark here: those of the body named, or
// of the body that speaks.
func (f *finder) bareForms(who attribution) bareForms {
	codes := []string{who.code}
	if who.how == ownBody || who.how == unnamedBody {
		codes = []string{f.body}
		for _, b := range f.bodies {
			if b.code != "sc" { // whose numbers stand beside its name or a year
				codes = append(codes, b.code)
			}
		}
	}
	var bare bareForms
	for _, code := range codes {
		bare.plain = bare.plain || graph.CanNumber(code, graph.Decision, "1")
		bare.dotted = bare.dotted || graph.CanNumber(code, graph.Decision, "1.1")
	}
	return bare
}

func isCapital(w string) bool { return w != "" && w[0] >= 'A' && w[0] <= 'Z' }

// verbCue says that a word is a verb of the vocabulary: "Recalling resolution".
func verbCue(w string) bool { return len(cues[strings.ToLower(w)]) > 0 }

// isName says that the word before is part of a name too, so that a capital
// letter does not come from the start of a sentence.
func isName(before string) bool {
	w := lastWord(strings.TrimRight(before, " "))
	return w != "" && (isCapital(w) || w == "of" || w == "the")
}

func lastWord(s string) string {
	i := len(s)
	for i > 0 && (isWord(s[i-1]) || s[i-1] == '-') {
		i--
	}
	return s[i:]
}

// shortWords end the short names of bodies.
var shortWords = map[string]bool{"Conference": true, "Council": true, "Commission": true, "Plenary": true, "Platform": true, "Forum": true, "Meeting": true, "Assembly": true, "Parties": true, "Board": true, "Committee": true, "Congress": true, "Union": true, "Authority": true, "Organization": true, "Agency": true}

// openers are words with a capital letter from the start of a sentence.
var openers = map[string]bool{"The": true, "In": true, "By": true, "Under": true, "See": true, "With": true, "For": true, "To": true, "On": true, "At": true, "And": true, "Through": true, "As": true, "Pursuant": true, "Following": true, "Since": true, "While": true, "Also": true, "That": true, "Both": true}

// shortAt resolves a short name that ends in word w at byte at: the bodies that
// it may mean here, nil for a body that no table knows; start is where it
// begins. ok is false where w is no such word.
func (f *finder) shortAt(w string, at int) (start int, may []string, ok bool) {
	if !shortWords[w] {
		return at, nil, false
	}
	name, start := w, at
	for {
		before := strings.TrimRight(f.s[:start], " ")
		v := lastWord(before)
		if len(before) == start || !isCapital(v) && v != "of" && (v != "the" || !strings.HasSuffix(before, " of the")) || openers[v] || verbCue(v) && !shortWords[v] {
			break
		}
		start = len(before) - len(v)
		name = f.s[start : at+len(w)]
	}
	// A leading "of the" belongs to what stands before.
	for _, lead := range []string{"of the ", "of ", "the "} {
		if strings.HasPrefix(name, lead) {
			start, name = start+len(lead), name[len(lead):]
		}
	}
	if name == "Parties" {
		return at, nil, false
	}
	return start, f.shortMeanings(name, start), true
}

// shortMeanings lists the bodies that a short name may mean at byte at: the one
// that speaks, the bodies of that kind named in full before, the body of the
// document.
func (f *finder) shortMeanings(name string, at int) (may []string) {
	add := func(code string) {
		if code != "" && (hasShort(code, name) || f.houseShort(code, name)) && !slices.Contains(may, code) {
			may = append(may, code)
		}
	}
	if b, ok := graph.BodyByText(name); ok {
		return []string{b.Code}
	}
	if name == "Assembly" {
		add("ga")
	}
	add(f.body)
	for i := len(f.bodies) - 1; i >= 0; i-- {
		if b := f.bodies[i]; b.end <= at {
			if _, quoted := f.masked(b.start); !quoted {
				add(b.code)
			}
		}
	}
	if f.tree != nil && len(may) == 0 {
		add(f.tree.Body)
	}
	if len(may) == 0 {
		add(parentOf(f.body))
	}
	return may
}

// parentOf is the body to which a body reports; empty where none is known.
func parentOf(code string) string {
	if parent, _, ok := strings.Cut(code, "/"); ok {
		return parent
	}
	b, _ := graph.BodyByCode(code)
	return b.Parent
}

// houseShort says that a short name is the beginning of the printed name of the
// house that no table names.
func (f *finder) houseShort(code, name string) bool {
	return f.tree != nil && code == f.tree.Body && f.tree.HouseName != "" && (f.tree.HouseName == name || strings.HasPrefix(f.tree.HouseName, name+" ") || strings.HasSuffix(f.tree.HouseName, " "+name))
}

// hasShort says that a body's own short name is the one given, or ends or
// begins with it as a word.
func hasShort(code, name string) bool {
	b, _ := graph.BodyByCode(code)
	return b.Short == name || strings.HasSuffix(b.Short, " "+name) || strings.HasPrefix(b.Short, name+" ") || strings.HasPrefix(b.Name, name+" to ")
}

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
	if named == nil {
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
	f.found[len(f.found)-1].end = end
	return end
}

// bodyFrom reads the body whose name or short name begins at byte i.
func (f *finder) bodyFrom(i int) (named *attribution, end int) {
	for _, b := range f.bodies {
		if b.start == i {
			return &attribution{code: b.code, how: namedBody}, b.end
		}
	}
	at, end, last := i, i, ""
	for {
		w, next := word(f.s, at)
		if !isCapital(w) && (last == "" || w != "of" && w != "the") {
			break
		}
		if shortWords[w] && (w != "Parties" || strings.HasSuffix(f.s[:next], " of the Parties")) {
			end, last = next, w
		} else if last == "" {
			last = w
		}
		at = next
	}
	if end == i {
		return nil, i
	}
	if strings.HasSuffix(f.s[:end], "Parties") && strings.HasPrefix(f.s[end:], " to the ") {
		if to := capitalPhrase(f.s, end+len(" to the ")); to > end && !treatyNouns[f.s[end+len(" to the "):to]] {
			return &attribution{how: foreignBody}, to // no body of the tables stands here
		}
	}
	may := f.shortMeanings(f.s[i:end], i)
	switch len(may) {
	case 0:
		return &attribution{how: foreignBody}, end
	case 1:
		return &attribution{code: may[0], how: namedBody}, end
	}
	return &attribution{how: shortBody, may: may}, end
}

// thatBody reads "decision 9/3 of that Conference": the last body named before.
func (f *finder) thatBody(at, i int, who *attribution) int {
	w, next := word(f.s, i)
	for k := len(f.bodies) - 1; k >= 0; k-- {
		if b := f.bodies[k]; b.end <= at && strings.Contains(f.s[b.start:b.end], w) {
			who.code, who.how, who.may = b.code, namedBody, nil
			return next
		}
	}
	return at
}

// settle gives the citations of one list their body.
func (f *finder) settle(first, end int, who attribution) {
	list := f.found[first:]
	switch who.how {
	case ownBody:
		who.may = f.ownMeanings(who.lead, end)
	case unnamedBody:
		who.may = f.unnamedMeanings(who.lead, end)
	}
	who.may = f.commonTo(list, who.may)
	for i := range list {
		c := &list[i]
		if c.how == namedBody {
			continue // by its own symbol
		}
		c.body, c.how, c.may = who.code, who.how, nil
		for _, code := range who.may {
			if graph.CanNumber(code, c.kind, c.number) {
				c.may = appendNew(c.may, code)
			}
		}
		if len(c.may) > 1 {
			c.may = slices.DeleteFunc(c.may, func(code string) bool { return f.toCome(code, c) })
		}
		if c.how == namedBody || c.how == foreignBody {
			continue
		}
		if len(c.may) == 0 && c.how == unnamedBody {
			if c.may = f.onlyFitting(who.lead, end, c); len(c.may) == 1 {
				c.how = fittingBody
			}
		}
		c.body = ""
		if len(c.may) == 1 {
			c.body = c.may[0]
		}
	}
}

// commonTo narrows the bodies of a list to those that can have all its acts: one
// noun names the acts of one body.
func (f *finder) commonTo(list []citation, may []string) []string {
	var common []string
	for _, code := range may {
		all := true
		for i := range list {
			all = all && graph.CanNumber(code, list[i].kind, list[i].number)
		}
		if all {
			common = appendNew(common, code)
		}
	}
	if common == nil {
		return may
	}
	return common
}

// onlyFitting is the one body named in the sentence, or failing that before in
// the text, that can have an act of this number, where the body that speaks
// cannot.
func (f *finder) onlyFitting(start, end int, c *citation) []string {
	from, to := f.sentence(start, end)
	var inside, before []string
	for _, b := range f.bodies {
		if _, quoted := f.masked(b.start); quoted || !graph.CanNumber(b.code, c.kind, c.number) {
			continue
		}
		switch {
		case b.start > end && adjunct(f.s[b.end:]): // names another act
		case b.start >= from && b.end <= to:
			inside = appendNew(inside, b.code)
		case b.end <= from:
			before = appendNew(before, b.code)
		}
	}
	if len(inside) > 0 {
		return inside
	}
	return before
}

func appendNew(list []string, s string) []string {
	if slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}

// toCome says that the number is of a session of the house's own that comes
// after the one of the document, so that the act is another body's.
func (f *finder) toCome(code string, c *citation) bool {
	if f.tree == nil || code != f.tree.Body || f.tree.Session == "" {
		return false
	}
	n := graph.ReadNumber(c.number)
	return n.Form == graph.SessionForm && n.Session > f.tree.session()
}
