package loader

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"mandategraph/graph/names"
)

// treatyForms are names and unmistakable short names, longest first.
var treatyForms = names.Derived(func(t *names.Tables) []bodyForm {
	var forms []bodyForm
	for _, t := range t.Treaties {
		forms = append(forms, bodyForm{t.Name, t.Code, false})
		for _, short := range t.Aliases {
			forms = append(forms, bodyForm{short, t.Code, false})
		}
	}
	sort.SliceStable(forms, func(i, j int) bool { return len(forms[i].form) > len(forms[j].form) })
	return forms
})

// nameLeads stand before a treaty's name where it is part of another name: of
// a body or of a mechanism.
var nameLeads = []string{
	"Conference of the Parties to the ", "Conference of the States Parties to the ", "Conference of the Parties to ",
	"Conference of the Contracting Parties to the ", "Meeting of States Parties to the ",
	"Assembly of States Parties to the ", "Parties serving as the meeting of the Parties to the ", "ecretariat of the ",
	"Review of the Implementation of the ", "Review of Implementation of the ",
	"Guide for the Implementation of the ", "Guides for the Implementation of the ",
	"Guide to the Implementation of the ",
}

// A treatyHit is a treaty, or articles of one, named in a text.
type treatyHit struct {
	code       string
	start, end int
	articles   []string
	pin        string // of the article: paragraph (b)
}

// findTreaties lists the treaties that a text names outside quotation marks and
// outside other names. own is the treaty of the body that speaks; before is the
// protocol named last before the text, and last the same after it.
func findTreaties(text Text, own, before string) (hits []treatyHit, last string) {
	if !namesTreaty().in(text) {
		return nil, before
	}
	s := text.S
	quotes := quoted(s)
	var taken []bool // bytes of the names so far
	forms := treatyForms()
	for _, place := range treatyPlaces(s) {
		f := forms[place.form]
		start, at := place.start, place.start+len(f.form)
		if taken == nil {
			taken = make([]bool, len(s))
		}
		if taken[start] || taken[at-1] {
			continue // a part of a longer name
		}
		for i := start; i < at; i++ {
			taken[i] = true
		}
		code := f.code
		if inside(quotes, start) || namesOther(s, f.form, start) {
			code = "" // holds its place, says nothing
		}
		hits = append(hits, treatyHit{code: code, start: start, end: at})
	}
	byPlace := func(a, b treatyHit) int { return cmp.Compare(a.start, b.start) }
	slices.SortFunc(hits, byPlace)
	r := shortReader{text: text, own: own, known: hits, protocols: protocolsIn(hits), last: before}
	hits = append(hits, r.find(quotes)...)
	slices.SortFunc(hits, byPlace)
	if n := len(r.protocols); n > 0 {
		return hits, r.protocols[n-1].code
	}
	return hits, before
}

// namesOther says that a form of a treaty's name, at byte start, is part of
// another name; in brackets it is the short form of the name before.
func namesOther(s, form string, start int) bool {
	after := s[start+len(form):]
	return start > 0 && s[start-1] == '(' || partOfName(s[:start]) ||
		strings.ToUpper(form) == form && beforeCapital(after) || ofBody(after)
}

// A treatyPlace is where a form of a treaty's name stands, by its place among
// the forms.
type treatyPlace struct{ form, start int }

// treatyFirst lists the forms by their first word.
var treatyFirst = names.Derived(func(*names.Tables) map[string][]int {
	table := map[string][]int{}
	for i, f := range treatyForms() {
		first := f.form[:wordEnd(f.form, 0)]
		table[first] = append(table[first], i)
	}
	return table
})

// treatyPlaces lists where the forms stand as whole words, the longest first.
func treatyPlaces(s string) (places []treatyPlace) {
	forms, first := treatyForms(), treatyFirst()
	for i := 0; i < len(s); {
		if !isWord(s[i]) {
			i++
			continue
		}
		start := i
		i = wordEnd(s, i)
		if !isCapitalAt(s, start) && !isDigit(s[start]) {
			continue // the 1961 Convention
		}
		for _, form := range first[s[start:i]] {
			f := forms[form].form
			if k := start + len(f); strings.HasPrefix(s[start:], f) && (k == len(s) || !isWord(s[k]) || s[k] >= 0x80) {
				places = append(places, treatyPlace{form, start})
			}
		}
	}
	slices.SortStableFunc(places, func(a, b treatyPlace) int { return cmp.Compare(a.form, b.form) })
	return places
}

// treatyWords are such that every name and short form of a treaty holds one.
func treatyWords(forms []bodyForm) []string {
	words := []string{"Convention", "Protocol", "Agreement", "Covenant", "Charter", "Treaty", "Statute"}
	for _, f := range forms {
		if !slices.ContainsFunc(words, func(w string) bool { return strings.Contains(f.form, w) }) {
			words = append(words, f.form)
		}
	}
	return words
}

// namesTreaty is their gate. Those of the program are known from the start, as
// the words of all gates are.
var (
	_           = newGate(treatyWords(treatyForms())...)
	namesTreaty = names.Derived(func(*names.Tables) *gate { return knownGate(treatyWords(treatyForms())...) })
)

// beforeCapital says that an acronym is the first word of a longer name: "UNCAC
// Coalition".
func beforeCapital(after string) bool {
	w, _ := word(after, 0)
	return strings.HasPrefix(after, " ") && len(w) > 1 && w[0] >= 'A' && w[0] <= 'Z' && w[1] >= 'a'
}

// partOfName says that what follows is part of the name of a body or a mechanism.
func partOfName(before string) bool {
	for _, lead := range nameLeads {
		if strings.HasSuffix(before, lead) || strings.HasSuffix(before, strings.TrimSuffix(lead, "the ")) {
			return true
		}
	}
	return false
}

var series = compile(`Treaty Series,? vols?\. ([\d, and]+), No\. (\d+)|^Ibid\., vols?\. ([\d, and]+), No\. (\d+)`)

// registered finds the footnote at a treaty's name: volume and number in the
// Treaty Series, Ibid. followed by what differs.
func registered(found *findings, t *Tree, part Text, hits []treatyHit) {
	for _, mark := range part.Marks {
		for i, h := range hits {
			if mark.At < h.end || mark.At > h.end+2 {
				continue
			}
			code := notedTreaty(part.S, hits, i)
			if code == "" {
				continue
			}
			if n := noteFrom(t.Paragraphs, mark.Note, part.SourceStart(0)); n != nil {
				register(found, n, code)
			}
		}
	}
}

// notedTreaty is the treaty that the footnote behind the i-th one is about: where
// that stands in brackets or in the name of a protocol, the one before it.
func notedTreaty(s string, hits []treatyHit, i int) string {
	h := hits[i]
	if i > 0 && h.start > 0 && s[h.start-1] == '(' {
		h = hits[i-1]
	}
	if i > 0 && h.code != "" && strings.HasSuffix(s[:h.start], "supplementing the ") && hits[i-1].code != "" {
		h = hits[i-1]
	}
	return h.code
}

// register reads volume and number of a treaty in the Treaty Series.
func register(found *findings, n *Paragraph, code string) {
	text := n.Parts[0].S
	m := series.FindStringSubmatchIndex(text)
	if m == nil {
		return
	}
	group := 2
	if m[2] < 0 {
		group = 6
	}
	volumes := articleNumber.findAllStrings(text[m[group]:m[group+1]])
	number := text[m[group+2]:m[group+3]]
	codes := []string{code}
	if code == names.WithProtocols()+"-protocols" {
		codes = nil
		for _, t := range names.Treaties() {
			if t.Parent == names.WithProtocols() {
				codes = append(codes, t.Code)
			}
		}
	}
	if len(codes) != len(volumes) {
		return
	}
	for i, c := range codes {
		found.entity("treaty/"+c, "Treaty")
		object := "vol. " + volumes[i] + ", No. " + number
		found.state(n, n.Parts[0], m[0], m[1], "treaty/"+c, "registeredAs", object,
			qualifiers{{"rule", "Treaty Series"}, {"confidence", "certain"}})
	}
}
