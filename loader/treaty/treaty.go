package treaty

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"mandategraph/graph/names"
	"mandategraph/loader/scan"
	"mandategraph/loader/text"
	"mandategraph/loader/tree"
)

// treatyForms are names and unmistakable short names, longest first.
var treatyForms = names.Derived(func(t *names.Tables) []tree.BodyForm {
	var forms []tree.BodyForm
	for _, t := range t.Treaties {
		for _, form := range t.Known {
			forms = append(forms, tree.BodyForm{Form: form, Code: t.Code, Short: false})
		}
	}
	sort.SliceStable(forms, func(i, j int) bool { return len(forms[i].Form) > len(forms[j].Form) })
	return forms
})

// nameLeads stand before a treaty's name where it is part of another name: of
// a body or of a mechanism.
var nameLeads = []string{
	"Conference of the Parties to the ", "Conference of the States Parties to the ", "Conference of the Parties to ",
	"Conference of the Contracting Parties to the ", "Meeting of the Contracting Parties to the ",
	"Conference of States Parties to the ", "Meeting of States Parties to the ", "Meeting of the States Parties to the ",
	"Meeting of the Parties to the ", "Review Conference of the Parties to the ",
	"Assembly of States Parties to the ", "Parties serving as the meeting of the Parties to the ", "ecretariat of the ",
	"Review of the Implementation of the ", "Review of Implementation of the ",
	"Guide for the Implementation of the ", "Guides for the Implementation of the ",
	"Guide to the Implementation of the ",
}

// A treatyHit is a treaty, or articles of one, named in a text.
type treatyHit struct {
	Code       string
	Start, End int
	Articles   []string
	Pin        string // of the article: paragraph (b)
}

// findTreaties lists the treaties that a text names outside quotation marks and
// outside other names. own is the treaty of the body that speaks; before is the
// protocol named last before the text, and last the same after it.
func findTreaties(text text.Text, own, before string) (hits []treatyHit, last string) {
	if !namesTreaty().In(text) {
		return nil, before
	}
	s := text.S
	quotes := scan.Quoted(s)
	var taken []bool // bytes of the names so far
	forms := treatyForms()
	for _, place := range treatyPlaces(s) {
		f := forms[place.form]
		start, at := place.start, place.start+len(f.Form)
		if taken == nil {
			taken = make([]bool, len(s))
		}
		if taken[start] || taken[at-1] {
			continue // a part of a longer name
		}
		for i := start; i < at; i++ {
			taken[i] = true
		}
		code := f.Code
		if scan.Inside(quotes, start) || namesOther(s, f.Form, start) {
			code = "" // holds its place, says nothing
		}
		hits = append(hits, treatyHit{Code: code, Start: start, End: at})
	}
	byPlace := func(a, b treatyHit) int { return cmp.Compare(a.Start, b.Start) }
	slices.SortFunc(hits, byPlace)
	r := shortReader{text: text, own: own, known: hits, protocols: protocolsIn(hits), last: before}
	hits = append(hits, r.find(quotes)...)
	slices.SortFunc(hits, byPlace)
	if n := len(r.protocols); n > 0 {
		return hits, r.protocols[n-1].Code
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
		first := f.Form[:scan.WordEnd(f.Form, 0)]
		table[first] = append(table[first], i)
	}
	return table
})

// treatyPlaces lists where the forms stand as whole words, the longest first.
func treatyPlaces(s string) (places []treatyPlace) {
	forms, first := treatyForms(), treatyFirst()
	for i := 0; i < len(s); {
		if !scan.IsWord(s[i]) {
			i++
			continue
		}
		start := i
		i = scan.WordEnd(s, i)
		if !scan.IsCapitalAt(s, start) && !scan.IsDigit(s[start]) {
			continue // the 1961 Convention
		}
		for _, form := range first[s[start:i]] {
			f := forms[form].Form
			if k := start + len(f); strings.HasPrefix(s[start:], f) && (k == len(s) || !scan.IsWord(s[k]) || s[k] >= 0x80) &&
				!inAddress(s, start, k) {
				places = append(places, treatyPlace{form, start})
			}
		}
	}
	slices.SortStableFunc(places, func(a, b treatyPlace) int { return cmp.Compare(a.form, b.form) })
	return places
}

// inAddress says that the name at bytes start to end is part of a web address, and
// names no treaty: UNFCCC.int.
func inAddress(s string, start, end int) bool {
	return end+1 < len(s) && s[end] == '.' && s[end+1] >= 'a' && s[end+1] <= 'z' || start > 0 && strings.IndexByte("@.", s[start-1]) >= 0
}

// treatyWords are such that every name and short form of a treaty holds one.
func treatyWords(forms []tree.BodyForm) []string {
	words := []string{"Convention", "Protocol", "Agreement", "Covenant", "Charter", "Treaty", "Statute"}
	for _, f := range forms {
		if !slices.ContainsFunc(words, func(w string) bool { return strings.Contains(f.Form, w) }) {
			words = append(words, f.Form)
		}
	}
	return words
}

// namesTreaty is their gate. Those of the program are known from the start, as
// the words of all gates are.
var (
	_           = text.NewGate(treatyWords(treatyForms())...)
	namesTreaty = names.Derived(func(*names.Tables) *text.Gate { return text.KnownGate(treatyWords(treatyForms())...) })
)

// beforeCapital says that an acronym is the first word of a longer name: "UNCAC
// Coalition".
func beforeCapital(after string) bool {
	w, _ := scan.Word(after, 0)
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

var series = scan.Compile(`Treaty Series,? vols?\. ([\d, and]+), No\. (\d+)|^Ibid\., vols?\. ([\d, and]+), No\. (\d+)`)

// registered finds the footnote at a treaty's name: volume and number in the
// Treaty Series, Ibid. followed by what differs.
func registered(found *tree.Findings, t *tree.Tree, part text.Text, hits []treatyHit) {
	for _, mark := range part.Marks {
		for i, h := range hits {
			if mark.At < h.End || mark.At > h.End+2 {
				continue
			}
			code := notedTreaty(part.S, hits, i)
			if code == "" {
				continue
			}
			if n := tree.NoteFrom(t.Paragraphs, mark.Note, part.SourceStart(0)); n != nil {
				register(found, n, code)
			}
		}
	}
}

// notedTreaty is the treaty that the footnote behind the i-th one is about: where
// that stands in brackets or in the name of a protocol, the one before it.
func notedTreaty(s string, hits []treatyHit, i int) string {
	h := hits[i]
	if i > 0 && h.Start > 0 && s[h.Start-1] == '(' {
		h = hits[i-1]
	}
	if i > 0 && h.Code != "" && strings.HasSuffix(s[:h.Start], "supplementing the ") && hits[i-1].Code != "" {
		h = hits[i-1]
	}
	return h.Code
}

// register reads volume and number of a treaty in the Treaty Series.
func register(found *tree.Findings, n *tree.Paragraph, code string) {
	text := n.Parts[0].S
	m := series.FindStringSubmatchIndex(text)
	if m == nil {
		return
	}
	group := 2
	if m[2] < 0 {
		group = 6
	}
	volumes := articleNumber.FindAllStrings(text[m[group]:m[group+1]])
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
		found.Entity("treaty/"+c, "Treaty")
		object := "vol. " + volumes[i] + ", No. " + number
		found.State(n, n.Parts[0], m[0], m[1], "treaty/"+c, "registeredAs", object,
			tree.Qualifiers{{"rule", "Treaty Series"}, {"confidence", "certain"}})
	}
}
