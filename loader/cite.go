package loader

import (
	"strings"

	"mandategraph/graph"
)

// A citation is one act named in a paragraph.
type citation struct {
	start, end  int // bytes of the clean text: number, date and title
	body, kind  string
	number      string
	date, title string
	pin         string
	group       int // citations that share a noun share a group
	leadStart   int // where the words that lead to it begin: body or noun
	first       bool
	plural      bool
	how         string // how the body was found
	relative    bool   // reached over a subordinate clause
	titleOpen   bool   // no title of its own yet
}

// finder looks for acts in one running text.
type finder struct {
	s      string
	quotes []span
	tree   *Tree
	body   string // whose act it is
	found  []citation
	bodies []bodyHit
	group  int
}

type span struct{ start, end int }

// findCitations lists the acts that a text names outside quoted titles.
func findCitations(s string, body string, t *Tree) []citation {
	if !strings.Contains(s, "esolution") && !strings.Contains(s, "ecision") && !strings.Contains(s, "/RES/") && !strings.Contains(s, "ESOLUTION") {
		return nil
	}
	f := &finder{s: s, quotes: quoted(s), tree: t, body: body, bodies: findBodies(s)}
	for at := 0; at < len(s); {
		i, kind, n := f.noun(at)
		if i < 0 {
			break
		}
		at = max(n, f.list(i, n, kind))
	}
	f.symbols()
	f.respective()
	return f.found
}

// quoted lists what stands between quotation marks: titles, which may hold
// whatever looks like a citation.
func quoted(s string) []span {
	var list []span
	for i := 0; i < len(s); {
		open := strings.Index(s[i:], "“")
		straight := strings.IndexByte(s[i:], '"')
		switch {
		case open < 0 && straight < 0:
			return list
		case open >= 0 && (straight < 0 || open < straight):
			start := i + open
			end, width := strings.Index(s[start:], "”"), len("”")
			if next := strings.IndexByte(s[start:], '"'); end < 0 || next >= 0 && next < end {
				end, width = next, 1
			}
			if end < 0 {
				return list
			}
			i = start + end + width
			list = append(list, span{start, i})
		default:
			start := i + straight
			end := strings.IndexByte(s[start+1:], '"')
			if end < 0 {
				return list
			}
			i = start + end + 2
			list = append(list, span{start, i})
		}
	}
	return list
}

func (f *finder) masked(i int) (end int, ok bool) {
	for _, q := range f.quotes {
		if i >= q.start && i < q.end {
			return q.end, true
		}
	}
	return i, false
}

// noun finds the next "resolution(s)" or "decision(s)" outside quotes: its
// first byte, its kind and the byte after it.
func (f *finder) noun(at int) (start int, kind string, end int) {
	for at < len(f.s) {
		r := indexFold(f.s, at, "esolution")
		d := indexFold(f.s, at, "ecision")
		i, length, kind := r, len("esolution"), graph.Resolution
		if r < 0 || d >= 0 && d < r {
			i, length, kind = d, len("ecision"), graph.Decision
		}
		if i <= 0 {
			if i < 0 {
				return -1, "", len(f.s)
			}
			at = i + 1
			continue
		}
		start, end = i-1, i+length
		if end < len(f.s) && (f.s[end] == 's' || f.s[end] == 'S') {
			end++
		}
		c := f.s[start] | 0x20
		wordStart := start == 0 || !isWord(f.s[start-1])
		if masked, ok := f.masked(start); ok {
			at = max(masked, end) // a quotation may end inside the noun
			continue
		}
		if wordStart && (c == 'r' && kind == graph.Resolution || c == 'd' && kind == graph.Decision) && (end == len(f.s) || !isWord(f.s[end])) {
			return start, kind, end
		}
		at = end
	}
	return -1, "", len(f.s)
}

func indexFold(s string, at int, lower string) int {
	i := strings.Index(s[at:], lower)
	j := strings.Index(s[at:], strings.ToUpper(lower))
	if i < 0 || j >= 0 && j < i {
		i = j
	}
	if i < 0 {
		return -1
	}
	return at + i
}

// list reads the numbers that follow a noun, with dates, titles and pins, and
// gives the byte after them.
func (f *finder) list(start, at int, kind string) int {
	if strings.HasSuffix(strings.ToLower(f.s[:start]), "draft ") {
		return at
	}
	plural := at > 0 && (f.s[at-1] == 's' || f.s[at-1] == 'S')
	body, how, lead := f.bodyBefore(start)
	allowPlain := body == "sc" || body == "" && f.body == "sc" && how != "named"
	f.group++
	first := len(f.found)
	for i := at; ; {
		c, next, ok := f.item(i, allowPlain)
		if !ok {
			break
		}
		c.kind, c.body, c.how, c.group, c.plural, c.leadStart = kind, body, how, f.group, plural, c.start
		if len(f.found) == first {
			c.start, c.leadStart, c.first = start, lead, true
		}
		f.found = append(f.found, c)
		at = next
		i, ok = listGlue(f.s, next)
		if !ok {
			break
		}
		if e, masked := f.masked(i); masked {
			i = e
		}
	}
	if len(f.found) == first {
		return at
	}
	at = f.bodyAfter(first, at)
	if plural {
		at = f.loose(first, at, kind, body, how, allowPlain)
	}
	f.shareTitle(first)
	return at
}

// item reads one number with what belongs to it.
func (f *finder) item(at int, plain bool) (c citation, end int, ok bool) {
	s := f.s
	for at < len(s) && (s[at] == ' ' || s[at] == ':') {
		at++
	}
	for _, skip := range []string{"No. ", "Nos. ", "no. "} {
		if strings.HasPrefix(s[at:], skip) {
			at += len(skip)
		}
	}
	number, end := actNumber(s, at, plain)
	if number == "" {
		return c, at, false
	}
	c = citation{start: at, number: number}
	end = f.details(&c, end)
	c.end = end
	return c, end, true
}

// details reads date, title and pin in any order.
func (f *finder) details(c *citation, end int) int {
	for again := true; again; {
		again = false
		if date, e, ok := ofDate(f.s, end); ok && c.date == "" {
			c.date, end, again = date, e, true
		}
		if same := " of the same date"; strings.HasPrefix(f.s[end:], same) && c.date == "" && len(f.found) > 0 {
			c.date, end, again = f.found[len(f.found)-1].date, end+len(same), true
		}
		if title, e, ok := f.entitled(end); ok && c.title == "" {
			c.title, end, again = title, e, true
		}
		if pin, e, ok := pinAfter(f.s, end); ok {
			if c.pin != "" {
				c.pin += ", "
			}
			c.pin += pin
			end, again = e, true
		}
	}
	return end
}

// ofDate reads " of 19 October 2018", also after a comma.
func ofDate(s string, at int) (date string, end int, ok bool) {
	rest := s[at:]
	trimmed := strings.TrimPrefix(rest, ",")
	for _, lead := range []string{" of ", " adopted on ", " dated "} {
		if strings.HasPrefix(trimmed, lead) {
			i := at + len(rest) - len(trimmed) + len(lead)
			if date, end, ok = dateAt(s, i); ok {
				return date, end, true
			}
			// "of 24 and 28 December 1948", "of 1 August": printed, but not one
			// full date.
			if n, e := number(s, i); n > 0 && n <= 31 {
				if w, e2 := word(s, e); months[strings.ToLower(w)] > 0 {
					return "", e2, true
				}
				if strings.HasPrefix(s[e:], " and ") {
					if _, e3, ok := dateAt(s, e+5); ok {
						return "", e3, true
					}
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
	for _, lead := range []string{", both entitled ", ", entitled ", " entitled ", ", also entitled ", ", and entitled ", " on ", " ", ", "} {
		if strings.HasPrefix(rest, lead) {
			i = at + len(lead)
			break
		}
	}
	if i == at {
		return "", at, false
	}
	for _, q := range f.quotes {
		if q.start == i {
			return strings.Trim(f.s[q.start:q.end], "“”\""), q.end, true
		}
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
	i := strings.Index(f.s[c.start:c.end], "both entitled")
	if i >= 0 && f.found[last-1].title == "" {
		f.found[last-1].title = c.title
	}
}

// loose finds numbers of the same list beyond a description or a subordinate
// clause: "79/1 of 22 September 2024, in which ..., and 79/194 of 19 December
// 2024". Only a number with its own date is one.
func (f *finder) loose(first, at int, kind, body, how string, plain bool) int {
	limit, _, _ := f.noun(at)
	if limit < 0 {
		limit = len(f.s)
	}
	for i := at; i < limit; i++ {
		if e, ok := f.masked(i); ok {
			i = e
			continue
		}
		if f.s[i] < '0' || f.s[i] > '9' || i > 0 && (isWord(f.s[i-1]) && !strings.HasSuffix(f.s[:i], "pdf") || f.s[i-1] == '/' || f.s[i-1] == '.') {
			continue
		}
		c, end, ok := f.item(i, false)
		if !ok || c.date == "" && c.title == "" {
			for i < limit && f.s[i] != ' ' {
				i++
			}
			continue
		}
		c.kind, c.body, c.how, c.group, c.plural, c.leadStart, c.relative = kind, body, how, f.group, true, c.start, true
		f.found = append(f.found, c)
		at, i = end, end-1
	}
	return at
}

// listGlue reads what joins the members of a list.
func listGlue(s string, at int) (next int, ok bool) {
	for _, g := range []string{", and ", "; and ", ", as well as ", " as well as ", ", in particular ", " in particular ", ", including ", " including ", " and also ", ", also ", ", ", "; ", " and ", " or ", " to ", "–", " through "} {
		if strings.HasPrefix(s[at:], g) {
			return at + len(g), true
		}
	}
	return at, false
}

// symbols finds resolutions named by their document symbols: A/RES/70/1.
func (f *finder) symbols() {
	for _, b := range graph.BodyNames {
		if b.ResolutionSymbol == "" {
			continue
		}
		for at := 0; ; {
			i := strings.Index(f.s[at:], b.ResolutionSymbol)
			if i < 0 {
				break
			}
			start := at + i
			at = start + len(b.ResolutionSymbol)
			if start > 0 && (isWord(f.s[start-1]) || f.s[start-1] == '/') {
				continue
			}
			number, end := actNumber(f.s, at, b.Code == "sc")
			if number == "" {
				continue
			}
			f.group++
			f.found = append(f.found, citation{start: start, leadStart: start, end: end, body: b.Code, kind: graph.Resolution, number: number, group: f.group, first: true, how: "symbol"})
		}
	}
}
