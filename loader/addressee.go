package loader

import (
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
	"those in a position to do so", "international community", "funds and programmes", "donor community",
	"private sector", "member states", "civil society", "governments", "academia", "states", "donors", "media",
}

// restrictors are words before a head that restrict it; longest first.
var restrictors = []string{
	"all other ", "other interested ", "other relevant ", "all relevant ", "other ", "all ", "relevant ", "interested ",
	"concerned ",
}

// offices are the heads of phrases that name an office.
var offices = names.Derived((*names.Tables).AddressedOffices)

// notInClass never stand in the noun phrase of a class of addressees.
var notInClass = wordSet("which that who whose in with by as for to is are was were has have had be been where " +
	"when through under at from into it its their this these such an a on of subject " +
	"including or not also and any they should may upon among between provides means terms " +
	"basis consider each within following")

// An addresseeReader reads those whom a text of a paragraph addresses.
type addresseeReader struct {
	duty  *dutyReader
	p     *Paragraph
	text  string
	limit int
	exact bool // the text up to limit is the addressee and nothing else
}

// addresseesAt reads the list of addressees that begins at byte at.
func (d *dutyReader) addresseesAt(p *Paragraph, text string, at, limit int) ([]addressee, int) {
	r := addresseeReader{duty: d, p: p, text: text, limit: limit}
	return r.list(at)
}

// exactAddressees reads a list that must fill the text from at to limit.
func (d *dutyReader) exactAddressees(p *Paragraph, text string, at, limit int) ([]addressee, bool) {
	r := addresseeReader{duty: d, p: p, text: text, limit: limit, exact: true}
	list, end := r.list(at)
	if len(list) == 0 || strings.Trim(text[end:limit], " ,") != "" {
		return nil, false
	}
	// "local communities and individuals, parties are ...": a list ends with a
	// conjunction; with a comma a new clause begins.
	if n := len(list); n > 1 {
		joint := text[list[n-2].end:list[n-1].start]
		return list, strings.Contains(joint, " and ") || strings.Contains(joint, "as well as")
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
	for _, read := range []func(int) (addressee, int, bool){
		r.party, r.class, r.office, r.secretariat, r.group, r.organization, r.body, r.subsidiary, r.government, r.noun,
	} {
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
	from := len(m) - 1
	for _, i := range infinitive.findAll(rest[from:]) {
		if start, stop := from+i[0], from+i[1]; asksTo(rest[start:stop], rest[stop:]) {
			return strings.Trim(rest[:start], " ,"), at + start
		}
	}
	return "", at
}

// asksTo says that "to" and a word are the infinitive that says what is asked;
// after stands behind it.
func asksTo(words, after string) bool {
	switch lastWord(words) {
	case "the", "a", "which":
		return false
	}
	return words != " to do" || !strings.HasPrefix(after, " so")
}

// party reads "States parties", "Parties to the Firearms Protocol".
func (r *addresseeReader) party(at int) (a addressee, end int, ok bool) {
	for _, head := range []string{"States parties", "States Parties", "Parties", "parties"} {
		if !r.head(at, head) {
			continue
		}
		end = at + len(head)
		treaty, e := r.treaty(end)
		if treaty == "" {
			b, _ := names.BodyByCode(r.duty.tree.speaker(r.p))
			treaty, e = b.Treaty, end
			if treaty == "un-charter" {
				treaty = "" // parties to some other treaty, which the text does not name here
			}
		}
		a = addressee{id: "addressee/" + graph.Slug(head), kind: "AddresseeClass"}
		if treaty != "" {
			a.id += "/" + treaty
		}
		return a, e, true
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
		if end > r.limit || !strings.EqualFold(r.text[at:end], c) || !r.head(at, r.text[at:end]) {
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
			id := graph.BodyID(r.duty.tree.speaker(r.p)) + "/secretariat"
			return addressee{id: id, kind: "Secretariat"}, at + len(w), true
		}
	}
	return a, at, false
}

// body reads a body by its full name, behind which the text goes on: not the
// secretariat of one, nor its office. In a draft for another body and in a
// recommendation it reads the body of the document by its short name.
func (r *addresseeReader) body(at int) (a addressee, end int, ok bool) {
	window := r.text[at:min(r.limit, at+mostBody)]
	if found := findBodies(window); len(found) > 0 && found[0].start == 0 {
		end = at + found[0].end
		if w, _ := word(r.text[:r.limit], end); isCapital(w) || w == "secretariat" || !r.closed(end) {
			return a, at, false
		}
		return addressee{id: r.duty.body(found[0].code), kind: "Body"}, end, true
	}
	house, known := names.BodyByCode(r.duty.tree.Body)
	elsewhere := r.p.Act != nil && r.p.Act.Draft && r.p.Act.Body != house.Code
	if !known || !elsewhere && !(r.exact && r.p.Kind == annexed) {
		return a, at, false
	}
	if r.head(at, house.Short) && !strings.HasPrefix(r.text[at+len(house.Short):], " on ") {
		return addressee{id: r.duty.body(house.Code), kind: "Body"}, at + len(house.Short), true
	}
	return a, at, false
}

// mostBody is the most bytes of the name of a body.
const mostBody = 200

// subsidiary reads a subsidiary body by its full name.
func (r *addresseeReader) subsidiary(at int) (a addressee, end int, ok bool) {
	if b, ok := subsidiaryAt(r.text[at:r.limit], r.duty.tree.speaker(r.p)); ok {
		addSubsidiary(&r.duty.found, b)
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
	plural := strings.HasSuffix(last, "s") && !strings.HasSuffix(last, "ss") && !things[strings.ToLower(last)]
	if n == 0 || n > mostNoun || !plural {
		return a, at, false
	}
	if !r.closed(end) && !(r.exact && relativeClause.MatchString(r.text[end:r.limit])) {
		return a, at, false
	}
	return addressee{id: "addressee/" + graph.Slug(r.text[at:end]), kind: "AddresseeClass", generic: true}, end, true
}

// mostNoun is the most words of a noun phrase by which a class is known.
const mostNoun = 5
