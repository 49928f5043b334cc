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

// The Security Council prints the year behind the number of its resolution, "1500
// (2003)", and often no noun before it: once "resolutions" is said, the numbers of
// a list may stand anywhere in its sentence, and behind a paragraph of one the noun
// is left out ("paragraphs 15 and 16 of 2712 (2023)").

// yearAnchors stand before the year of such numbers.
var yearAnchors = func() (anchors []string) {
	for _, digit := range scan.Digits {
		anchors = append(anchors, digit+" (19", digit+" (20", digit+"(19", digit+"(20")
	}
	return anchors
}()

// instanceWords lead from a description of acts to the ones that are meant.
var instanceWords = []string{" in particular ", " including ", " namely ", " notably ", " especially ",
	" particularly ", " of which is ", " of which was ", " being ", " most recently ", " specifically ", " latest ",
	" in particular: ", " inter alia, ", " i.e. "}

// firstInstance is where the first number stands of acts that a plural noun at
// byte start names only behind a description of them: "resolutions on Iraq, in
// particular 1500 (2003)"; -1 where there is none in its sentence.
func (f *finder) firstInstance(start, at int) int {
	if !f.pluralBefore(start) {
		return -1
	}
	limit, _, _ := f.noun(at)
	if limit < 0 {
		limit = len(f.s)
	}
	limit = min(limit, at+clause.LongestClause)
	for i := at; i < limit; i++ {
		if e, ok := f.masked(i); ok {
			i = e - 1
			continue
		}
		if endsClause(f.s, i) {
			return -1
		}
		if !f.mayBegin(i) || !scan.IsDigit(f.s[i]) && f.s[i] != 'S' && f.s[i] != 'E' {
			continue
		}
		if c, _, _, ok := f.item(i, bareForms{}); ok && f.isInstance(&c, f.s[at:i]) {
			return i
		}
		i = scan.WordEnd(f.s, i)
	}
	return -1
}

// damaged reports what begins like a number between a noun and the first number of
// its list that can be read: "resolutions 31I3 (2067), 3114 (2067)".
func (f *finder) damaged(at, first int) {
	from := at + len(f.s[at:first]) - len(strings.TrimLeft(f.s[at:first], " "))
	if from >= first || !scan.IsDigit(f.s[from]) {
		return
	}
	to := scan.WordEnd(f.s, from)
	f.reports = append(f.reports, tree.Diagnostic{Reason: "unresolved: a number that cannot be read",
		Text: f.s[from:to]})
	f.places = append(f.places, scan.Span{Start: from, End: to})
}

// endsClause says that the sentence or its part ends at byte i.
func endsClause(s string, i int) bool {
	return s[i] == ';' || s[i] == '.' && i+2 < len(s) && s[i+1] == ' ' && scan.IsCapitalAt(s, i+2)
}

// isInstance says that a number behind the words between a noun and it is that of
// an act by its form, or by the words that lead to it.
func (f *finder) isInstance(c *Citation, between string) bool {
	if isDated(c.Number) {
		return !clause.PartNouns[strings.ToLower(scan.LastWord(strings.TrimRight(between, " ")))]
	}
	for _, w := range instanceWords {
		if strings.HasSuffix(between, w) {
			return true
		}
	}
	return false
}

// isDated says that a number has the form of 1373 (2001), with as many digits as
// no paragraph or article has.
func isDated(number string) bool {
	n := graph.ReadNumber(number)
	return n.Form == graph.DatedForm && n.Session >= 1946 && strings.IndexByte(number, '(') >= 3
}

// plainMember says that a number may go on with a list of acts. A plain one is a
// page, a quantity or a paragraph as well: it is an act's behind another plain one,
// or before the next act, and not where what is counted follows.
func (f *finder) plainMember(before, c Citation, end int) bool {
	if graph.ReadNumber(c.Number).Form != graph.PlainForm || c.date != "" || c.title != "" {
		return true
	}
	if len(c.Number) > 2 && yearDamaged(f.s[end:]) {
		return true
	}
	if c.Pin == "" && countsThings(f.s[end:]) {
		return false
	}
	if graph.ReadNumber(before.Number).Form == graph.PlainForm && before.date == "" {
		return true
	}
	next, _, ok := listGlue(f.s, end)
	return ok && len(c.Number) > 2 && scan.IsDigit(f.s[min(next, len(f.s)-1)])
}

// yearDamaged says that the year of a number follows as scanning left it, "508
// eB) of 5 June 1982", "775 1992 of", or that the head of a page stands before it.
func yearDamaged(after string) bool {
	after = after[:min(len(after), 12)]
	if i := strings.IndexAny(after, ",;)"); i > 0 && after[i] == ')' {
		return true
	}
	rest, ok := strings.CutPrefix(after, " ")
	return ok && (strings.HasPrefix(rest, "19") || strings.HasPrefix(rest, "20") || strings.HasPrefix(rest, "S/RES/"))
}

// countsThings says that what follows a number is counted by it, or is what it is
// a part of: "192 military observers", "11 of resolution 2362".
func countsThings(after string) bool {
	rest, ok := strings.CutPrefix(after, " ")
	if !ok || rest == "" {
		return false
	}
	w, _ := scan.Word(rest, 0)
	switch {
	case w == "of":
		return nounFollows(rest[len("of"):])
	case w == "", !strings.HasPrefix(rest, w):
		return rest[0] != '(' && rest[0] != '*' && !scan.IsDigit(rest[0])
	case scan.IsCapital(w):
		return true // "2 S/RES/1460"
	}
	_, verb := tree.CueOf(w)
	return !verb && !afterActs[w] && !strings.HasSuffix(w, "ing")
}

// afterActs are words that follow the number of an act.
var afterActs = scan.WordSet("and or on in by to as at for from with under which that is are was were has have had " +
	"concerning adopted entitled should shall would will may must the be before after when where while until but " +
	"respectively inter dated also provide provides call calls set sets do does did remain remains")

// nounFollows says that a text goes on with a noun that names acts.
func nounFollows(s string) bool {
	for i, words := 0, 0; words < 6; words++ {
		w, next := scan.Word(s, i)
		if w == "" {
			return false
		}
		lower := strings.ToLower(w)
		if strings.HasPrefix(lower, "resolution") || strings.HasPrefix(lower, "decision") {
			return true
		}
		if lower == "and" || lower == "or" { // "4 of the Tenth Conference and decision 2"
			return false
		}
		i = next
	}
	return false
}

// nounBody is the body of which a noun is the acronym with the R of resolution:
// UNSCR, SCR.
func nounBody(s string, start int) (code string, ok bool) {
	w, _ := scan.Word(s, start)
	acronym, ok := strings.CutSuffix(strings.TrimSuffix(w, "s"), "R")
	if !ok {
		return "", false
	}
	b, ok := names.BodyByText(acronym)
	return b.Code, ok
}

// pastAcronym passes the acronym between the noun and the number of "Security
// Council resolution (UNSCR) 1820".
func (f *finder) pastAcronym(at int) int {
	const open = " ("
	if !strings.HasPrefix(f.s[at:], open) {
		return at
	}
	w, end := scan.Word(f.s, at+len(open))
	if _, ok := nounBody(f.s, at+len(open)); ok && w != "" && strings.HasPrefix(f.s[end:], ") ") {
		return end + 1
	}
	return at
}

// orphans finds dated numbers that no noun leads to: "paragraphs 15 and 16 of 2712
// (2023)", "Recalling 1325 (2000)".
func (f *finder) orphans() {
	sort.SliceStable(f.found, func(i, j int) bool { return f.found[i].Start < f.found[j].Start })
	named := f.found
	for i := 0; i < len(f.s); i++ {
		if f.s[i] != '(' {
			continue
		}
		start := len(strings.TrimRight(f.s[:i], " "))
		for start > 0 && scan.IsDigit(f.s[start-1]) {
			start--
		}
		if start == i || !f.mayBegin(start) || within(named, start) || scan.Inside(f.quotes, start) {
			continue
		}
		c, _, end, ok := f.item(start, bareForms{})
		if !ok || !isDated(c.Number) || !f.leadsToOrphan(start) {
			continue
		}
		i = f.orphanList(c, end)
	}
}

// orphanList adds a dated number and those that a list joins to it.
func (f *finder) orphanList(c Citation, end int) int {
	f.group++
	for {
		c.Kind, c.group, c.LeadStart = graph.Resolution, f.group, c.Start
		f.found = append(f.found, c)
		next, _, ok := listGlue(f.s, end)
		if !ok {
			return end
		}
		if c, _, end, ok = f.item(next, bareForms{}); !ok || !isDated(c.Number) {
			return next
		}
	}
}

// leadsToOrphan says that the words before byte at lead to an act: a part "of" it,
// or a verb of the vocabulary.
func (f *finder) leadsToOrphan(at int) bool {
	before := strings.TrimRight(f.s[:at], " ")
	if part, ok := strings.CutSuffix(before, " of"); ok {
		return clause.EndsInPart(part)
	}
	return verbCue(scan.LastWord(before))
}

// within says that byte at stands inside of a citation of a sorted list.
func within(found []Citation, at int) bool {
	k := sort.Search(len(found), func(k int) bool { return found[k].Start > at })
	for _, c := range found[max(0, k-8):k] {
		if at < c.End {
			return true
		}
	}
	return false
}
