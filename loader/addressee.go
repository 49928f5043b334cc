package loader

import (
	"sort"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
)

// An addressee is somebody of whom a text asks something.
type addressee struct {
	id, kind    string
	restriction string
	start, end  int
	generic     bool // known by its noun phrase only
}

// classes of addressees by their printed head, in lower case; longest first.
var classes = []string{
	"those in a position to do so", "funds and programmes", "member states", "states", "donors", "private sector", "civil society", "academia",
	"international community", "donor community", "media", "governments",
}

// words before a head that restrict it.
var restrictors = []string{"all other ", "other interested ", "other relevant ", "all relevant ", "other ", "all ", "relevant ", "interested ", "concerned "}

// offices are the heads of phrases that name an office.
var offices = names.Derived((*names.Tables).AddressedOffices)

// never stands in the noun phrase of a class of addressees.
var notInClass = map[string]bool{
	"which": true, "that": true, "who": true, "whose": true, "in": true, "with": true, "by": true, "as": true, "for": true, "to": true, "is": true, "are": true, "was": true, "were": true,
	"has": true, "have": true, "had": true, "be": true, "been": true, "where": true, "when": true, "through": true, "under": true, "at": true, "from": true, "into": true, "it": true, "its": true, "their": true, "this": true,
	"these": true, "such": true, "an": true, "a": true, "on": true, "of": true, "subject": true, "including": true, "or": true, "not": true, "also": true, "and": true, "any": true, "they": true, "should": true, "may": true, "upon": true,
	"among": true, "between": true, "provides": true, "means": true, "terms": true, "basis": true, "consider": true, "each": true, "within": true, "following": true,
}

type addresseeReader struct {
	s     *stater
	p     *Paragraph
	text  string
	limit int
	exact bool // the text up to limit is the addressee and nothing else
}

// addresseesAt reads the list of addressees that begins at byte at.
func (s *stater) addresseesAt(p *Paragraph, text string, at, limit int) ([]addressee, int) {
	r := addresseeReader{s: s, p: p, text: text, limit: limit}
	return r.list(at)
}

// exactAddressees reads a list that must fill the text from at to limit.
func (s *stater) exactAddressees(p *Paragraph, text string, at, limit int) ([]addressee, bool) {
	r := addresseeReader{s: s, p: p, text: text, limit: limit, exact: true}
	list, end := r.list(at)
	if len(list) == 0 || strings.Trim(text[end:limit], " ,") != "" {
		return nil, false
	}
	// "local communities and individuals, parties are ...": a list ends with a
	// conjunction; with a comma a new clause begins.
	if n := len(list); n > 1 && !strings.Contains(text[list[n-2].end:list[n-1].start], " and ") && !strings.Contains(text[list[n-2].end:list[n-1].start], "as well as") {
		return nil, false
	}
	return list, true
}

func (r *addresseeReader) list(at int) ([]addressee, int) {
	if from, ok := r.unknown(at); ok {
		at = from
	}
	return r.known(at)
}

// known reads a list of those who have an id.
func (r *addresseeReader) known(at int) ([]addressee, int) {
	var list []addressee
	end := at
	at = skipPrefix(r.text[:r.limit], at, "its ") // of the body that speaks
	for {
		a, next, ok := r.one(at)
		if !ok || len(list) > 0 && a.generic && !r.closed(next) {
			return list, end
		}
		list, end = append(list, a), next
		glued := false
		for _, g := range []string{", and ", ", as well as ", " as well as ", " and ", ", "} {
			if strings.HasPrefix(r.text[next:r.limit], g) {
				at, glued = next+len(g), true
				break
			}
		}
		if !glued {
			return list, end
		}
	}
}

// closed says that a noun phrase ends at byte at.
func (r *addresseeReader) closed(at int) bool {
	rest := r.text[at:r.limit]
	for _, p := range []string{" to ", ", ", " and ", ":", " that ", " as well as "} {
		if strings.HasPrefix(rest, p) {
			return true
		}
	}
	return strings.Trim(rest, " ,.;") == ""
}

// one reads one addressee.
func (r *addresseeReader) one(at int) (a addressee, end int, ok bool) {
	start := at
	at = skipPrefix(r.text[:r.limit], at, "the ", "The ")
	for _, w := range restrictors {
		if len(r.text) > at+len(w) && strings.EqualFold(r.text[at:at+len(w)], w) && at+len(w) < r.limit {
			a.restriction = strings.ToLower(strings.TrimSpace(w))
			at += len(w)
			break
		}
	}
	at = skipPrefix(r.text[:r.limit], at, "the ")
	for _, read := range []func(int) (addressee, int, bool){r.party, r.class, r.office, r.secretariat, r.group, r.organization, r.body, r.subsidiary, r.government, r.noun} {
		found, next, ok := read(at)
		if !ok {
			continue
		}
		found.restriction, found.start, found.end = a.restriction, start, next
		if words, e := r.relative(next); words != "" {
			// "all" adds nothing to a clause that says which.
			found.restriction, next = strings.TrimSpace(strings.TrimPrefix(a.restriction+" ", "all ")+words), e
		}
		return found, next, true
	}
	return a, at, false
}

func skipPrefix(s string, at int, prefixes ...string) int {
	for _, p := range prefixes {
		if strings.HasPrefix(s[at:], p) {
			return at + len(p)
		}
	}
	return at
}

var (
	relativeClause = compile(`^,? (?:that|which|who|in a position to|having) `)
	infinitive     = compile(` to (?:[a-z]+ly )?[a-z]+`)
)

// relative reads the relative clause that restricts an addressee; it ends
// before the infinitive that says what is asked.
func (r *addresseeReader) relative(at int) (words string, end int) {
	rest := r.text[at:r.limit]
	m := relativeClause.FindString(rest)
	if m == "" || strings.HasPrefix(m, ",") && !r.exact {
		return "", at
	}
	if r.exact {
		if strings.Contains(rest, ". ") || strings.Contains(rest, "; ") {
			return "", at
		}
		return strings.Trim(rest, " ,"), r.limit
	}
	for _, i := range infinitive.findAll(rest[len(m)-1:]) {
		words := rest[len(m)-1+i[0] : len(m)-1+i[1]]
		if !strings.HasSuffix(words, " the") && !strings.HasSuffix(words, " a") && !strings.HasSuffix(words, " which") && !(words == " to do" && strings.HasPrefix(rest[len(m)-1+i[1]:], " so")) {
			return strings.Trim(rest[:len(m)-1+i[0]], " ,"), at + len(m) - 1 + i[0]
		}
	}
	return "", at
}

// party reads "States parties", "Parties to the Firearms Protocol".
func (r *addresseeReader) party(at int) (a addressee, end int, ok bool) {
	for _, h := range [][2]string{{"States parties", "states-parties"}, {"States Parties", "states-parties"}, {"Parties", "parties"}, {"parties", "parties"}} {
		if !r.head(at, h[0]) {
			continue
		}
		end = at + len(h[0])
		treaty, e := r.treaty(end)
		if treaty == "" {
			b, _ := names.BodyByCode(r.s.speaker(r.p))
			treaty, e = b.Treaty, end
			if treaty == "un-charter" {
				treaty = "" // parties to some other treaty, which the text does not name here
			}
		}
		if treaty == "" {
			return addressee{id: "addressee/" + h[1], kind: "AddresseeClass"}, e, true
		}
		return addressee{id: "addressee/" + h[1] + "/" + treaty, kind: "AddresseeClass"}, e, true
	}
	return a, at, false
}

// head says that a whole phrase stands at byte at.
func (r *addresseeReader) head(at int, phrase string) bool {
	end := at + len(phrase)
	return end <= r.limit && r.text[at:end] == phrase && (end == r.limit || !isWord(r.text[end]) && r.text[end] != '-')
}

// class reads a class of addressees of the table.
func (r *addresseeReader) class(at int) (a addressee, end int, ok bool) {
	for _, c := range classes {
		end := at + len(c)
		if end > r.limit || !strings.EqualFold(r.text[at:end], c) || end < r.limit && (isWord(r.text[end]) || r.text[end] == '-') {
			continue
		}
		if c == "states" && r.text[at] != 'S' {
			continue
		}
		return addressee{id: "addressee/" + graph.Slug(c), kind: "AddresseeClass"}, end, true
	}
	return a, at, false
}

// secretariat reads the secretariat of the body that speaks.
func (r *addresseeReader) secretariat(at int) (a addressee, end int, ok bool) {
	for _, w := range []string{"secretariat", "Secretariat"} {
		if r.head(at, w) && !strings.HasPrefix(r.text[at+len(w):], " of the ") {
			return addressee{id: graph.BodyID(r.s.speaker(r.p)) + "/secretariat", kind: "Secretariat"}, at + len(w), true
		}
	}
	return a, at, false
}

// body reads a body of the vocabulary by its full name, behind which the text
// goes on, or in a draft for another body and in a recommendation the house by
// its short one: not the secretariat of one, nor its office.
func (r *addresseeReader) body(at int) (a addressee, end int, ok bool) {
	window := r.text[at:min(r.limit, at+mostBody)]
	if found := findBodies(window); len(found) > 0 && found[0].start == 0 {
		end = at + found[0].end
		if w, _ := word(r.text[:r.limit], end); isCapital(w) || w == "secretariat" || !r.closed(end) {
			return a, at, false
		}
		return addressee{id: r.s.body(found[0].code), kind: "Body"}, end, true
	}
	house, known := names.BodyByCode(r.s.tree.Body)
	elsewhere := r.p.Act != nil && r.p.Act.Draft && r.p.Act.Body != house.Code
	if known && (elsewhere || r.exact && r.p.Kind == annexed) && r.head(at, house.Short) && !strings.HasPrefix(r.text[at+len(house.Short):], " on ") {
		return addressee{id: r.s.body(house.Code), kind: "Body"}, at + len(house.Short), true
	}
	return a, at, false
}

// mostBody is the most bytes of the name of a body.
const mostBody = 200

// subsidiary reads a subsidiary body by its full name.
func (r *addresseeReader) subsidiary(at int) (a addressee, end int, ok bool) {
	if b, ok := subsidiaryAt(r.text[at:r.limit], r.s.speaker(r.p)); ok {
		r.s.subsidiary(b)
		return addressee{id: b.id, kind: "Body"}, at + b.end, true
	}
	return r.shortened(at)
}

// noun reads a class known by its noun phrase only: at most five words, the
// last in the plural, such as "shipping companies".
func (r *addresseeReader) noun(at int) (a addressee, end int, ok bool) {
	i, n, last := at, 0, ""
	for i < r.limit {
		w, next := phraseWord(r.text[:r.limit], i)
		if w == "" || notInClass[strings.ToLower(w)] {
			break
		}
		n, last, end, i = n+1, w, next, next
		if i < r.limit && r.text[i] == ' ' {
			i++
		} else {
			break
		}
	}
	if n == 0 || n > 5 || !strings.HasSuffix(last, "s") || strings.HasSuffix(last, "ss") || things[strings.ToLower(last)] || !r.closed(end) && !(r.exact && relativeClause.MatchString(r.text[end:r.limit])) {
		return a, at, false
	}
	return addressee{id: "addressee/" + graph.Slug(r.text[at:end]), kind: "AddresseeClass", generic: true}, end, true
}

func init() {
	sort.SliceStable(classes, func(i, j int) bool { return len(classes[i]) > len(classes[j]) })
}
