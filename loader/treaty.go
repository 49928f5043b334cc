package loader

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"mandategraph/graph/names"
)

// A treatyHit is a treaty, or articles of one, named in a text.
type treatyHit struct {
	code       string
	start, end int
	articles   []string
	pin        string // of the article: paragraph (b)
}

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
var nameLeads = []string{"Conference of the Parties to the ", "Conference of the States Parties to the ", "Review of the Implementation of the ", "Review of Implementation of the ", "Meeting of States Parties to the ", "Parties serving as the meeting of the Parties to the ", "Assembly of States Parties to the ", "Conference of the Parties to ", "Conference of the Contracting Parties to the ", "ecretariat of the ", "Guide for the Implementation of the ", "Guides for the Implementation of the ", "Guide to the Implementation of the "}

// findTreaties lists the treaties that a text names outside quotation marks
// and outside other names; own is the treaty of the body that speaks.
func findTreaties(text Text, own string, last *string) []treatyHit {
	if !namesTreaty().in(text) {
		return nil
	}
	s := text.S
	quotes := quoted(s)
	var hits []treatyHit
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
		if inside(quotes, start) || start > 0 && s[start-1] == '(' || partOfName(s[:start]) || strings.ToUpper(f.form) == f.form && beforeCapital(s[at:]) || ofBody(s[at:]) {
			code = "" // holds its place, says nothing; in brackets it is the short form of the name before
		}
		hits = append(hits, treatyHit{code: code, start: start, end: at})
	}
	byPlace := func(a, b treatyHit) int { return cmp.Compare(a.start, b.start) }
	slices.SortFunc(hits, byPlace)
	hits = append(hits, shortTreaties(text, own, hits, quotes, last)...)
	slices.SortFunc(hits, byPlace)
	return hits
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

// wordEnd is the end of the letters and digits from byte i on.
func wordEnd(s string, i int) int {
	for i < len(s) && isWord(s[i]) {
		i++
	}
	return i
}

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

func inside(spans []span, i int) bool {
	k := sort.Search(len(spans), func(k int) bool { return spans[k].end > i })
	return k < len(spans) && i >= spans[k].start
}

func partOfName(before string) bool {
	for _, lead := range nameLeads {
		if strings.HasSuffix(before, lead) || strings.HasSuffix(before, strings.TrimSuffix(lead, "the ")) {
			return true
		}
	}
	return false
}

// A shortForm is what a text calls a treaty that it has named or that is known.
type shortForm struct {
	form, noun string
	gate       *gate
}

var shortForms = func() (forms []shortForm) {
	for _, f := range [][2]string{{"the Convention", "Convention"}, {"The Convention", "Convention"}, {"the Protocols thereto", "Protocols"}, {"its Protocols", "Protocols"}, {"the Protocol", "Protocol"}, {"The Protocol", "Protocol"}, {"the Agreement", "Agreement"}, {"the Covenant", "Covenant"}, {"the Charter", "Charter"}, {"the Treaty", "Treaty"}, {"the Optional Protocol thereto", "thereto"}} {
		forms = append(forms, shortForm{f[0], f[1], newGate(f[0])})
	}
	return forms
}()

// shortTreaties reads "the Convention" as the treaty of the body that speaks,
// "the Protocol" as the protocol named last, and "the Protocols thereto".
func shortTreaties(text Text, own string, known []treatyHit, quotes []span, last *string) []treatyHit {
	s, protocols := text.S, protocolsIn(known)
	var hits []treatyHit
	for _, f := range shortForms {
		for at := 0; f.gate.in(text); {
			i := strings.Index(s[at:], f.form)
			if i < 0 {
				break
			}
			start := at + i
			at = start + len(f.form)
			if at < len(s) && (isWord(s[at]) || longerName(s[at:])) || inside(quotes, start) || covered(known, start, at) {
				continue
			}
			code := ""
			switch {
			case f.noun == "Convention" && names.ConventionOf(own) != "":
				code = names.ConventionOf(own)
			case f.noun == "Protocols" && strings.HasSuffix(f.form, "thereto") && behindTreaty(known, names.WithProtocols(), s, start):
				code = names.WithProtocols() + "-protocols"
			case f.noun == "Convention" && strings.Contains(names.TreatyName(own), "Convention"):
				code = own
			case f.noun == "Protocols" && own == names.WithProtocols() && !afterMechanism(s, start):
				code = names.WithProtocols() + "-protocols"
			case f.noun == "thereto":
				code = protocolTo(known, start)
			case f.noun == "Protocol":
				code = lastProtocol(protocols, start, *last)
			case f.noun == "Charter":
				code = "un-charter"
			case strings.Contains(names.TreatyName(own), f.noun):
				code = own
			}
			if code != "" && !partOfName(s[:start+len("the ")]) {
				hits = append(hits, treatyHit{code: code, start: start + len("the "), end: at})
			}
		}
	}
	if n := len(protocols); n > 0 {
		*last = protocols[n-1].code
	}
	return hits
}

// longerName says that the words go on as another treaty's name: "the
// Convention on Biological Diversity".
func longerName(after string) bool {
	for _, lead := range []string{" on ", " against ", " for ", " relating to ", " of "} {
		if rest, ok := strings.CutPrefix(after, lead); ok {
			return isCapital(strings.TrimPrefix(rest, "the ")) && !strings.HasPrefix(after, " of the United Nations")
		}
	}
	return false
}

func afterMechanism(s string, at int) bool {
	return strings.Contains(s[max(0, at-140):at], "Mechanism for the Review of ")
}

func covered(hits []treatyHit, i, j int) bool {
	k := sort.Search(len(hits), func(k int) bool { return hits[k].end > i })
	return k < len(hits) && hits[k].start < j
}

// protocolsIn lists the protocols among treaties.
func protocolsIn(known []treatyHit) (list []treatyHit) {
	for _, h := range known {
		if h.code != "" && strings.Contains(names.TreatyName(h.code), "Protocol") {
			list = append(list, h)
		}
	}
	return list
}

// lastProtocol is the one that was named last before a byte.
func lastProtocol(protocols []treatyHit, at int, last string) string {
	if k := sort.Search(len(protocols), func(k int) bool { return protocols[k].end > at }); k > 0 {
		return protocols[k-1].code
	}
	return last
}

var articlePattern = compile(`\b[Aa]rticles? ((?:\d+|[IVX]+\b)(?: ?\((?:[a-z]|\d+)\))*(?:(?:, | and |, and | to |–)(?:[Aa]rticle )?(?:\d+|[IVX]+\b)(?: ?\((?:[a-z]|\d+)\))*)*)`)

var articleNumber = compile(`\d+|[IVX]+`)

// withArticles finds which treaty each article belongs to: the one named
// behind it ("article 16 of the Convention"), else the last one before it in
// the text.
func withArticles(s string, hits []treatyHit) []treatyHit {
	quotes := quoted(s)
	var out []treatyHit
	used := map[int]bool{}
	for _, m := range articlePattern.findAll(s) {
		if inside(quotes, m[0]) {
			continue
		}
		best := -1
		for i, h := range hits {
			between := ""
			if h.start >= m[1] {
				between = s[m[1]:h.start]
			}
			if h.start >= m[1] && h.start-m[1] < 60 && strings.Contains(between+" ", " of ") && !strings.Contains(between, "rticle") && !strings.ContainsAny(between, ";.") {
				best, used[i] = i, true
				break
			}
		}
		if best < 0 {
			best = nearTreaty(s, hits, m)
			if other := ofOther.FindStringSubmatch(s[m[1]:min(len(s), m[1]+60)]); best >= 0 && other != nil && !strings.Contains(names.TreatyName(hits[best].code), other[1]) {
				best = -1
			}
			if best >= 0 && hits[best].end < m[0] && s[hits[best].end:m[0]] == ", " {
				used[best] = true // the Paris Agreement, Article 11
			}
		}
		if best < 0 || hits[best].code == "" {
			continue
		}
		pin, end := articlePin(s, m)
		out = append(out, treatyHit{code: hits[best].code, start: m[0], end: end, articles: articleNumber.findAllStrings(articleParens.ReplaceAllString(s[m[2]:m[3]], "")), pin: pin})
	}
	for i, h := range hits {
		if h.code != "" && !used[i] {
			out = append(out, h)
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].start < out[j].start })
	return out
}

var articleParens = compile(` ?\((?:[a-z]|\d+)\)`)

// articlePin is the part of one article that a text cites, and its end:
// "article 2 (b)", "article 2, paragraph (b)", "article 8, paragraph 6".
func articlePin(s string, m []int) (pin string, end int) {
	if p := lettersPin.FindString(s[m[1]:]); p != "" {
		return strings.TrimLeft(p, ", "), m[1] + len(p)
	}
	if pin, end, ok := pinAfter(s, m[1]); ok {
		return pin, end
	}
	if letters := articleParens.findAllStrings(s[m[2]:m[3]]); len(letters) == 1 {
		return strings.TrimSpace(letters[0]), m[1]
	}
	return "", m[1]
}

var lettersPin = compile(`^, (?:sub)?paragraphs? \([a-z]+\)(?:(?:, | and )\([a-z]+\))*`)

// treaties states which treaties and articles a paragraph cites, and where a
// footnote says that they are registered.
func (s *stater) treaties() {
	last := ""
	for _, p := range s.tree.Paragraphs {
		if len(p.Headings) > 0 && p.Kind == annexed && strings.Contains(strings.ToLower(p.Headings[0]), "agenda for") {
			continue // the items of an agenda are titles
		}
		if top := p.top(); top != p && p.Kind == narrative && top.leadsToAgenda() {
			continue
		}
		code := s.tree.Body
		if p.Act != nil {
			code = p.Act.Body
		}
		body, _ := names.BodyByCode(code)
		for _, part := range p.Parts {
			hits := findTreaties(part, body.Treaty, &last)
			if p.Kind != footnote {
				s.registered(part, hits)
			}
			s.supplements(p, part, hits)
			if len(hits) == 0 {
				continue // an article alone is of no treaty
			}
			for _, h := range withArticles(part.S, hits) {
				s.treaty(p, part, h)
			}
		}
	}
}

func (s *stater) treaty(p *Paragraph, part Text, h treatyHit) {
	id := "treaty/" + h.code
	s.entity(id, "Treaty")
	relation, verb := "mentions", ""
	if p.Kind == preambular || p.Kind == operative || p.Kind == decided || p.Kind == narrative {
		lead := h.start - lengthOfThe(part.S, h.start)
		r, ok := directObject(p, part.S, 0, lead)
		if !ok {
			r, ok = listedTreaty(p, part.S, lead)
		}
		if ok {
			relation, verb = r.relation, r.verb
		}
	}
	lead := strings.TrimRight(part.S[max(0, h.start-80):h.start-lengthOfThe(part.S, h.start)], " ")
	joint := ""
	if relation == "mentions" && h.start > 0 {
		joint = longConnective(lead, len(h.articles) > 0)
	}
	q := qualifiers{{"rule", "treaty"}, {"verb", verb}, {"connective", joint}, {"pin", h.pin}, {"confidence", "certain"}}
	if len(h.articles) == 0 {
		s.state(p, part, h.start, h.end, p.Source(s.tree), relation, id, q)
	}
	for _, n := range h.articles {
		article := id + "/article/" + n
		s.entity(article, "Article")
		s.fact(article, "partOf", id)
		s.fact(article, "number", n)
		s.state(p, part, h.start, h.end, p.Source(s.tree), relation, article, q)
	}
}

// longConnective is the connective before a treaty; a lone preposition joins
// only articles in a way that says something.
func longConnective(lead string, article bool) string {
	c := connective(lead)
	if c == "of" || !article && !strings.Contains(c, " ") && c != "under" {
		return ""
	}
	return c
}

// supplements states what a text says of a protocol's full name:
// ", supplementing the United Nations Convention against ...".
func (s *stater) supplements(p *Paragraph, part Text, hits []treatyHit) {
	for i, h := range hits {
		if i == 0 || h.code == "" || hits[i-1].code == "" || hits[i-1].code == h.code {
			continue
		}
		if between := part.S[hits[i-1].end:h.start]; strings.TrimLeft(between, ", ") == "supplementing the " {
			s.entity("treaty/"+hits[i-1].code, "Treaty")
			s.entity("treaty/"+h.code, "Treaty")
			s.state(p, part, hits[i-1].start, h.end, "treaty/"+hits[i-1].code, "supplements", "treaty/"+h.code, qualifiers{{"verb", "supplementing"}, {"rule", "supplementing"}, {"confidence", "certain"}})
		}
	}
}

func lengthOfThe(s string, at int) int {
	if strings.HasSuffix(s[:at], "the ") {
		return len("the ")
	}
	return 0
}

var series = compile(`Treaty Series,? vols?\. ([\d, and]+), No\. (\d+)|^Ibid\., vols?\. ([\d, and]+), No\. (\d+)`)

// registered reads the footnote at a treaty's name: volume and number in the
// Treaty Series, Ibid. followed by what differs.
func (s *stater) registered(part Text, hits []treatyHit) {
	for _, mark := range part.Marks {
		for i, h := range hits {
			if mark.At < h.end || mark.At > h.end+2 {
				continue
			}
			if i > 0 && h.start > 0 && part.S[h.start-1] == '(' {
				h = hits[i-1]
			}
			if h.code == "" {
				continue
			}
			if i > 0 && strings.HasSuffix(part.S[:h.start], "supplementing the ") && hits[i-1].code != "" {
				h = hits[i-1] // the note is to the protocol
			}
			for _, n := range s.tree.Paragraphs {
				if n.Kind != footnote || n.note != mark.Note || n.Start < part.SourceStart(0) {
					continue
				}
				s.register(n, h.code)
				break
			}
		}
	}
}

func (s *stater) register(n *Paragraph, code string) {
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
		s.entity("treaty/"+c, "Treaty")
		object := "vol. " + volumes[i] + ", No. " + number
		s.state(n, n.Parts[0], m[0], m[1], "treaty/"+c, "registeredAs", object, qualifiers{{"rule", "Treaty Series"}, {"confidence", "certain"}})
	}
}
