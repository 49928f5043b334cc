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

// numberWords may stand between a noun and its number.
var numberWords = []string{"No. ", "Nos. ", "no. ", "nos. ", "No ", "Nos ", "N° ", "Nº ", "№ ", "numbers ", "number ",
	"NO. "}

// item reads one number with what belongs to it; more are further letters of
// parts of the same number.
func (f *finder) item(at int, bare bareForms) (c Citation, more []string, end int, ok bool) {
	s := f.s
	for at < len(s) && (s[at] == ' ' || s[at] == ':') {
		at++
	}
	at = scan.SkipPrefix(s, at, numberWords...)
	c = Citation{Start: at}
	if r, length, symbol := symbolAt(s, at); symbol {
		c.body, c.Kind, c.Number, c.how = r.Body, r.Kind, r.Number, namedBody
		end = f.details(&c, at+length)
		c.End = end
		return c, nil, end, true
	}
	if end, ok = f.ownNumber(&c, at); ok {
		end = f.details(&c, end)
		c.End = end
		return c, nil, end, true
	}
	if first, behind, ok := sharedSuffix(s, at); ok {
		c.Number, end = first, behind
	} else if c.Number, end = f.misprinted(at); c.Number != "" {
		// "70S (1991)" is not part S of a resolution 70
	} else if c.Number, end = actNumber(s, at, bare); c.Number == "" {
		if c.Number, more, end = severalParts(s, at); c.Number == "" {
			if c.Number, end = misread(s, at, bare); c.Number == "" {
				if end = f.anyNumber(&c, at, bare); end == at {
					return c, nil, at, false
				}
			}
		}
	} else if n := len(c.Number); c.Number[n-1] >= 'A' && c.Number[n-1] <= 'Z' && scan.IsDigit(c.Number[n-2]) {
		last := c.Number[n-1]
		more, end = moreLetters(s, end, last)
	} else if behind := brokenOff(s, c.Number, end); behind > end {
		c.broken, end = true, behind
	}
	end = f.details(&c, symbolBehind(s, end, &c))
	c.End = end
	if len(more) > 0 {
		end = furtherDates(s, end)
	}
	return c, more, end, true
}

// furtherDates passes the dates of further parts of an act: "57/270 A and B of 20
// December 2002 and 23 June 2003".
func furtherDates(s string, end int) int {
	for {
		next, _, ok := listGlue(s, end)
		if !ok {
			return end
		}
		_, after, ok := tree.DateAt(s, scan.SkipPrefix(s, next, "of "))
		if !ok {
			return end
		}
		end = after
	}
}

// sharedSuffix reads the 1 of "1–3/CMA.1", whose body and session stand behind
// the end of the range.
func sharedSuffix(s string, at int) (number string, end int, ok bool) {
	end = scan.DigitsEnd(s, at)
	i := end
	switch {
	case end == at:
		return "", at, false
	case strings.HasPrefix(s[end:], "–"):
		i += len("–")
	case strings.HasPrefix(s[end:], "-"):
		i++
	default:
		return "", at, false
	}
	if i >= len(s) || !scan.IsDigit(s[i]) {
		return "", at, false
	}
	last, behind := digitNumber(s, i, bareForms{})
	if behind == i || graph.ReadNumber(last).Form != graph.SuffixForm {
		return "", at, false
	}
	return s[at:end] + last[strings.IndexByte(last, '/'):], end, true
}

// symbolBehind reads the symbol between brackets of "resolution 70/1
// (A/RES/70/1)", which tells whose it is.
func symbolBehind(s string, at int, c *Citation) (end int) {
	if !strings.HasPrefix(s[at:], " (") {
		return at
	}
	r, length, ok := symbolAt(s, at+2)
	end = at + 2 + length
	if !ok || r.Number != c.Number || end >= len(s) || s[end] != ')' {
		return at
	}
	c.body, c.Kind, c.how = r.Body, r.Kind, namedBody
	return end + 1
}

// symbolAt reads the symbol of an act at byte at.
func symbolAt(s string, at int) (r names.Reference, length int, ok bool) {
	if at >= len(s) || !scan.IsDigit(s[at]) && (s[at] < 'A' || s[at] > 'Z') {
		return r, 0, false
	}
	return names.ActOfSymbol(s[at:min(len(s), at+scan.LongestWord)])
}

// severalParts reads "217 A and B (III)": parts before the session.
func severalParts(s string, at int) (number string, more []string, end int) {
	head := scan.DigitsEnd(s, at)
	letter, after, ok := partLetter(s, head)
	if head == at || !ok {
		return "", nil, at
	}
	more, end = moreLetters(s, after, letter[0])
	if more == nil {
		return "", nil, at
	}
	session, length := bracketNumber(s[at:head]+s[end:min(len(s), end+20)], 0, head-at)
	i := strings.IndexByte(session, '(')
	if i < 0 {
		return "", nil, at
	}
	return s[at:head] + letter + session[i:], more, end + length - (head - at)
}

// details reads date, title and pin in any order.
func (f *finder) details(c *Citation, end int) int {
	for again := true; again; {
		again = false
		if date, e, ok := ofDate(f.s, end); ok && c.date == "" {
			c.date, end, again = date, e, true
		}
		if year, e, ok := yearAfter(f.s, end); ok && c.date == "" {
			c.date, end, again = year, e, true
		}
		if same := " of the same date"; strings.HasPrefix(f.s[end:], same) && c.date == "" && len(f.found) > 0 {
			c.date, end, again = f.found[len(f.found)-1].date, end+len(same), true
		}
		if title, e, ok := f.entitled(end); ok && c.title == "" {
			c.title, end, again = title, e, true
		}
		if pin, e, ok := clause.PinAfter(f.s, end); ok {
			if c.Pin != "" {
				c.Pin += ", "
			}
			c.Pin += pin
			end, again = e, true
		}
	}
	return end
}

// yearAfter reads the " (2005)" behind a number that is complete without it.
func yearAfter(s string, at int) (year string, end int, ok bool) {
	if !strings.HasPrefix(s[at:], " (") {
		return "", at, false
	}
	end = scan.DigitsEnd(s, at+2)
	if end != at+6 || end >= len(s) || s[end] != ')' || s[at+2] != '1' && s[at+2] != '2' {
		return "", at, false
	}
	return s[at+2 : end], end + 1, true
}

// ofDate reads " of 19 October 2018", also after a comma.
func ofDate(s string, at int) (date string, end int, ok bool) {
	rest := s[at:]
	trimmed := strings.TrimPrefix(rest, ",")
	for _, lead := range []string{" of ", " adopted on ", " dated "} {
		if strings.HasPrefix(trimmed, lead) {
			i := at + len(rest) - len(trimmed) + len(lead)
			if date, end, ok = tree.DateAt(s, i); ok {
				return date, end, true
			}
			if restored, changed := scan.InFigures(s[i:min(len(s), i+farMisread)]); changed {
				if date, end, ok = tree.DateAt(restored, 0); ok {
					return date, i + end, true
				}
			}
			// "of 24 and 28 December 1948", "of 1 August": printed, but not one
			// full date.
			if n, e := tree.Number(s, i); n > 0 && n <= 31 {
				w, e2 := scan.Word(s, e)
				if names.Month(w) > 0 {
					e = e2
				}
				if strings.HasPrefix(s[e:], " and ") {
					if _, e3, ok := tree.DateAt(s, e+5); ok {
						return "", e3, true
					}
				}
				if e == e2 {
					return "", e2, true
				}
			}
		}
	}
	return "", at, false
}

// entitled reads `, entitled “…”`.
func (f *finder) entitled(at int) (title string, end int, ok bool) {
	rest := f.s[at:]
	i := at
	for _, lead := range []string{", both entitled ", ", entitled ", " entitled ", ", also entitled ",
		", and entitled ", " on ", " ", ", "} {
		if strings.HasPrefix(rest, lead) {
			i = at + len(lead)
			break
		}
	}
	if i == at {
		return "", at, false
	}
	k := sort.Search(len(f.quotes), func(k int) bool { return f.quotes[k].Start >= i })
	if k < len(f.quotes) && f.quotes[k].Start == i {
		return strings.Trim(f.s[i:f.quotes[k].End], "“”\""), f.quotes[k].End, true
	}
	return "", at, false
}

// shareTitle gives "both entitled" to the citation before as well.
func (f *finder) shareTitle(first int) {
	last := len(f.found) - 1
	c := f.found[last]
	if c.title == "" || last == 0 {
		return
	}
	i := strings.Index(f.s[c.Start:c.End], "both entitled")
	if i >= 0 && f.found[last-1].title == "" {
		f.found[last-1].title = c.title
	}
}

// loose finds numbers of the same list beyond a description or a subordinate
// clause: "79/1 of 22 September 2024, in which ..., and 79/194 of 19 December
// 2024". Only a number with its own date or title, or the mark of its body, is
// one.
func (f *finder) loose(first, at int, kind string, bare bareForms) int {
	limit, _, _ := f.noun(at)
	if limit < 0 {
		limit = len(f.s)
	}
	for i := at; i < limit; i++ {
		if e, ok := f.masked(i); ok {
			i = e
			continue
		}
		if !f.mayBegin(i) {
			continue
		}
		c, _, end, ok := f.item(i, bareForms{})
		if !ok || !f.marked(&c, f.found[first].Number) && !f.parallel(&c, f.found[first].Number, at, i, end) {
			for i+1 < limit && (scan.IsWord(f.s[i+1]) || f.s[i+1] == '/') {
				i++
			}
			continue
		}
		at = f.looseMembers(first, c, end, limit, kind)
		i = at - 1
	}
	return at
}

// mayBegin says that a number may begin at byte i.
func (f *finder) mayBegin(i int) bool {
	if !scan.IsDigit(f.s[i]) && !scan.IsCapitalAt(f.s, i) {
		return false
	}
	return i == 0 || (!scan.IsWord(f.s[i-1]) || inAddress(f.s, i)) && strings.IndexByte("/.$&-!|]", f.s[i-1]) < 0
}

// marked says that a number is an act's by its date, its title, the mark of its
// body, or its form, which is that of another act of the list.
func (f *finder) marked(c *Citation, other string) bool {
	plain := graph.ReadNumber(other).Form == graph.PlainForm
	return c.date != "" || c.title != "" || names.BodyOfNumber(c.Number) != "" || bothBracketed(c.Number, other) ||
		plain && isDated(c.Number)
}

// looseMembers adds a member and those that a list joins to it, before byte
// limit; end is where the last one ends.
func (f *finder) looseMembers(first int, c Citation, end, limit int, kind string) int {
	of := f.found[first]
	for {
		c.Kind, c.body, c.how, c.group, c.LeadStart, c.relative = kind, of.body, of.how, of.group, c.Start, true
		f.found = append(f.found, c)
		next, _, glued := listGlue(f.s, end)
		if !glued || next >= limit {
			return end
		}
		further, _, behind, ok := f.item(next, bareForms{})
		if !ok {
			return end
		}
		c, end = further, behind
	}
}

// bothBracketed says that two numbers have a year or a session in brackets,
// which nothing else has: 1325 (2000) and 1502 (2003).
func bothBracketed(a, b string) bool {
	return strings.HasSuffix(a, ")") && strings.HasSuffix(b, ")")
}

// describing words say what an act is on.
var describing = []string{
	", on ", " on ", ", concerning ", " concerning ", ", regarding ", " regarding ", ", entitled ", " entitled ",
}

// parallel says that two members of a list are described alike: "5/1, on
// institution-building, and 5/2, on the code of conduct", or have titles that no marks
// set apart. Their numbers have one form.
func (f *finder) parallel(c *Citation, other string, from, start, end int) bool {
	if graph.ReadNumber(c.Number).Form != graph.ReadNumber(other).Form ||
		!scan.EndsWithAny(f.s[:start], " and ", ", ", "; ", " as well as ") {
		return false
	}
	for _, on := range describing {
		if strings.HasPrefix(f.s[from:], on) {
			return strings.HasPrefix(f.s[end:], on) || f.joinsLast(from, start, end)
		}
	}
	return false
}

// joinsLast says that a number ends a list of acts behind the description of the one
// before: "71/256, on the New Urban Agenda, and 73/239,".
func (f *finder) joinsLast(from, start, end int) bool {
	between := f.s[from:start]
	joined := strings.HasSuffix(between, ", and ") && strings.HasPrefix(between, ",") &&
		strings.Count(between, ",") == 2
	return joined && (end == len(f.s) || strings.IndexByte(",;.", f.s[end]) >= 0)
}

// inAddress says that byte i stands right behind a web address, to which a page
// glued the next word.
func inAddress(s string, i int) bool {
	return strings.Contains(s[strings.LastIndexByte(s[:i], ' ')+1:i], "://")
}

// alreadyRead says that the act at byte start was read already: with its noun, or
// as the same act right before in "resolution 70/1 (A/RES/70/1)".
func alreadyRead(found []Citation, start int, r names.Reference) bool {
	k := sort.Search(len(found), func(k int) bool { return found[k].Start > start })
	for _, c := range found[max(0, k-8):k] {
		same := c.Number == r.Number && (c.body == r.Body || c.body == "")
		if start >= c.Start && start < c.End || start >= c.End && start-c.End < 4 && same {
			return true
		}
	}
	return false
}
