package cite

import (
	"slices"
	"sort"
	"strings"

	"mandategraph/graph/names"
	"mandategraph/loader/scan"
	"mandategraph/loader/text"
)

// Some numbers name an act wherever they stand, without "resolution" or "decision"
// before them: the symbols of resolutions (A/RES/70/1), and the numbers of bodies
// that print the kind of the act or the session in letters (46 C/Resolution 31,
// EC-107/DEC.3). Which do is said by the table of bodies.

// symbolAnchors stand in the symbols of acts, and in numbers that need no noun.
var symbolAnchors = append([]string{"/RES/", "/DEC/", "/Res.", "/Dec.", "/Res/", "/Dec/"}, names.Anchors()...)

// anchors are these with those of a reader's own rows.
var anchors = names.Derived(func(*names.Tables) []string {
	list := slices.Clone(symbolAnchors)
	for _, a := range names.Anchors() {
		list = scan.AppendNew(list, a)
	}
	return list
})

// mayHoldSymbols says that a text may hold such a number; of anchors of a reader's
// own rows nothing is known before.
func mayHoldSymbols(t text.Text) bool {
	return symbolGate.In(t) || len(anchors()) > len(symbolAnchors)
}

// numberBytes is how far the number of an act begins before its anchor at most.
const numberBytes = 24

// symbols finds acts that their symbols or numbers alone name, and the words that
// belong to these, which are no nouns of lists.
func (f *finder) symbols() {
	for _, anchor := range anchors() {
		for at := 0; ; {
			i := strings.Index(f.s[at:], anchor)
			if i < 0 {
				break
			}
			place, before := at+i, at
			at = place + len(anchor)
			if start, r, end, ok := f.symbolAround(before, place, at); ok && !scan.Inside(f.quotes, start) {
				f.alone = append(f.alone, standing{scan.Span{Start: start, End: end}, r})
				at = end
			}
		}
	}
	sort.SliceStable(f.alone, func(i, j int) bool { return f.alone[i].Start < f.alone[j].Start })
}

// A standing number names an act without a noun.
type standing struct {
	scan.Span
	act names.Reference
}

// symbolAround reads the number that begins at byte from or behind it and holds the
// bytes from place to behind.
func (f *finder) symbolAround(from, place, behind int) (start int, r names.Reference, end int, ok bool) {
	for start = max(from, place-numberBytes); start <= place; start++ {
		if !scan.IsDigit(f.s[start]) && !scan.IsCapitalAt(f.s, start) || start > 0 && inSymbol(f.s[start-1]) {
			continue
		}
		if r, length, ok := symbolAt(f.s, start); ok && start+length > behind {
			return start, r, start + length, true
		}
	}
	return 0, r, 0, false
}

// inSymbol says that a byte may stand in a document symbol.
func inSymbol(c byte) bool {
	return scan.IsWord(c) && c < 0x80 || strings.IndexByte("/.-(", c) >= 0 && c != '('
}

// addAlone adds the acts that no list named.
func (f *finder) addAlone() {
	sort.SliceStable(f.found, func(i, j int) bool { return f.found[i].Start < f.found[j].Start })
	named := f.found
	for _, a := range f.alone {
		if alreadyRead(named, a.Start, a.act) {
			continue
		}
		f.group++
		c := Citation{Start: a.Start, LeadStart: a.Start, group: f.group,
			body: a.act.Body, Kind: a.act.Kind, Number: a.act.Number, how: namedBody}
		c.End = f.details(&c, a.End)
		f.found = append(f.found, c)
	}
}

// insideAlone says that byte at stands inside of a number that names an act alone.
func (f *finder) insideAlone(at int) (end int, ok bool) {
	k := sort.Search(len(f.alone), func(k int) bool { return f.alone[k].Start > at })
	if k == 0 || at >= f.alone[k-1].End {
		return at, false
	}
	return f.alone[k-1].End, true
}

// ownNumber reads the number at byte at in a form of a body's own. One whose form
// tells no body is an act of one of the bodies that have it, which the words say.
func (f *finder) ownNumber(c *Citation, at int) (end int, ok bool) {
	if at >= len(f.s) {
		return at, false
	}
	n, ok := names.ReadOwnNumber(f.s[at:min(len(f.s), at+scan.LongestWord)])
	if !ok {
		return f.sharedOwn(c, at)
	}
	c.Number, c.Kind = n.Number, n.Kind
	if n.Distinct && len(n.Bodies) == 1 {
		c.body, c.how = n.Bodies[0], namedBody
	} else {
		c.among = n.Bodies
	}
	return at + n.End, true
}

// pastDocument passes the words between a noun and the document that the act is, as of
// a body whose decisions are documents of their own: "its decision contained in
// document ISBA/29/C/7".
func (f *finder) pastDocument(at int) int {
	for _, words := range []string{
		" contained in document ", " as contained in document ", " set out in document ", " (document ",
	} {
		if behind := scan.SkipPrefix(f.s, at, words); behind > at {
			if n, ok := names.ReadOwnNumber(f.s[behind:min(len(f.s), behind+scan.LongestWord)]); ok && n.Distinct {
				return behind
			}
		}
	}
	return at
}

// sharedOwn reads the first of several figures of which the last has what belongs to
// the number behind it: the 82 of "82 and 83 (Cg-18)".
func (f *finder) sharedOwn(c *Citation, at int) (end int, ok bool) {
	for end = scan.DigitsEnd(f.s, at); end > at && end-at < 4; {
		next, dash, glued := listGlue(f.s, end)
		figures := scan.DigitsEnd(f.s, next)
		if !glued || dash || figures == next {
			break
		}
		n, own := names.ReadOwnNumber(f.s[next:min(len(f.s), next+scan.LongestWord)])
		if bracket := strings.IndexByte(n.Number, '('); own && n.Distinct && bracket == figures-next {
			own := scan.DigitsEnd(f.s, at)
			c.Number, c.Kind, c.body, c.how = f.s[at:own]+n.Number[bracket:], n.Kind, n.Bodies[0], namedBody
			return own, true
		}
		end = figures
	}
	return at, false
}
