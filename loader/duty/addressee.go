package duty

import (
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
	"mandategraph/loader/cite"
	"mandategraph/loader/scan"
	"mandategraph/loader/tree"
)

// An Addressee is somebody of whom a text asks something.
type Addressee struct {
	ID, Kind    string
	Restriction string
	Start, End  int
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
var notInClass = scan.WordSet("which that who whose in with by as for to is are was were has have had be been where " +
	"when through under at from into it its their this these such an a on of subject " +
	"including or not also and any they should may upon among between provides means terms " +
	"basis consider each within following")

// An addresseeReader reads those whom a text of a paragraph addresses.
type addresseeReader struct {
	duty  *dutyReader
	p     *tree.Paragraph
	text  string
	limit int
	exact bool // the text up to limit is the addressee and nothing else
}

// addresseesAt reads the list of addressees that begins at byte at.
func (d *dutyReader) addresseesAt(p *tree.Paragraph, text string, at, limit int) ([]Addressee, int) {
	r := addresseeReader{duty: d, p: p, text: text, limit: limit}
	return r.list(at)
}

// exactAddressees reads a list that must fill the text from at to limit.
func (d *dutyReader) exactAddressees(p *tree.Paragraph, text string, at, limit int) ([]Addressee, bool) {
	r := addresseeReader{duty: d, p: p, text: text, limit: limit, exact: true}
	list, end := r.list(at)
	if len(list) == 0 || strings.Trim(text[end:limit], " ,") != "" {
		return nil, false
	}
	// "local communities and individuals, parties are ...": a list ends with a
	// conjunction; with a comma a new clause begins.
	if n := len(list); n > 1 {
		joint := text[list[n-2].End:list[n-1].Start]
		return list, strings.Contains(joint, " and ") || strings.Contains(joint, "as well as")
	}
	return list, true
}

func (r *addresseeReader) list(at int) ([]Addressee, int) {
	if from, ok := r.unknown(at); ok {
		at = from
	}
	return r.known(at)
}

// known reads a list of those who have an id.
func (r *addresseeReader) known(at int) ([]Addressee, int) {
	var list []Addressee
	end := at
	at = scan.SkipPrefix(r.text[:r.limit], at, "its ") // of the body that speaks
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
func (r *addresseeReader) one(at int) (a Addressee, end int, ok bool) {
	start := at
	at = scan.SkipPrefix(r.text[:r.limit], at, "the ", "The ")
	for _, w := range restrictors {
		if len(r.text) > at+len(w) && strings.EqualFold(r.text[at:at+len(w)], w) && at+len(w) < r.limit {
			a.Restriction = strings.ToLower(strings.TrimSpace(w))
			at += len(w)
			break
		}
	}
	at = scan.SkipPrefix(r.text[:r.limit], at, "the ")
	for _, read := range []func(int) (Addressee, int, bool){
		r.party, r.class, r.office, r.secretariat, r.group, r.mission, r.organization, r.body, r.subsidiary,
		r.government, r.noun,
	} {
		found, next, ok := read(at)
		if !ok {
			continue
		}
		found.Restriction, found.Start, found.End = a.Restriction, start, next
		if words, e := r.relative(next); words != "" {
			// "all" adds nothing to a clause that says which.
			found.Restriction, next = strings.TrimSpace(strings.TrimPrefix(a.Restriction+" ", "all ")+words), e
		}
		return found, next, true
	}
	return a, at, false
}

var (
	relativeClause = scan.Compile(`^,? (?:that|which|who|in a position to|having) `)
	infinitive     = scan.Compile(` to (?:[a-z]+ly )?[a-z]+`)
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
	for _, i := range infinitive.FindAll(rest[from:]) {
		if start, stop := from+i[0], from+i[1]; asksTo(rest[start:stop], rest[stop:]) {
			return strings.Trim(rest[:start], " ,"), at + start
		}
	}
	return "", at
}

// asksTo says that "to" and a word are the infinitive that says what is asked;
// after stands behind it.
func asksTo(words, after string) bool {
	switch scan.LastWord(words) {
	case "the", "a", "which":
		return false
	}
	return words != " to do" || !strings.HasPrefix(after, " so")
}

// party reads "States parties", "Parties to the Firearms Protocol".
func (r *addresseeReader) party(at int) (a Addressee, end int, ok bool) {
	for _, head := range []string{"States parties", "States Parties", "Parties", "parties"} {
		if !r.head(at, head) {
			continue
		}
		end = at + len(head)
		treaty, e := r.treaty(end)
		if treaty == "" {
			b, _ := names.BodyByCode(r.duty.tree.Speaker(r.p))
			treaty, e = b.Treaty, end
			if treaty == "un-charter" {
				treaty = "" // parties to some other treaty, which the text does not name here
			}
		}
		a = Addressee{ID: "addressee/" + graph.Slug(head), Kind: "AddresseeClass"}
		if treaty != "" {
			a.ID += "/" + treaty
		}
		return a, e, true
	}
	return a, at, false
}

// head says that a whole phrase stands at byte at.
func (r *addresseeReader) head(at int, phrase string) bool {
	end := at + len(phrase)
	return end <= r.limit && r.text[at:end] == phrase && (end == r.limit || !scan.IsWord(r.text[end]) && r.text[end] != '-')
}

// class reads a class of addressees of the table.
func (r *addresseeReader) class(at int) (a Addressee, end int, ok bool) {
	for _, c := range classes {
		end := at + len(c)
		if end > r.limit || !strings.EqualFold(r.text[at:end], c) || !r.head(at, r.text[at:end]) {
			continue
		}
		if c == "states" && r.text[at] != 'S' {
			continue
		}
		return Addressee{ID: "addressee/" + graph.Slug(c), Kind: "AddresseeClass"}, end, true
	}
	return a, at, false
}

// secretariat reads the secretariat of the body that speaks.
func (r *addresseeReader) secretariat(at int) (a Addressee, end int, ok bool) {
	speaker := r.duty.tree.Speaker(r.p)
	if speaker == "" {
		return a, at, false // of which body, the text does not say
	}
	for _, w := range []string{"secretariat", "Secretariat"} {
		if r.head(at, w) && !strings.HasPrefix(r.text[at+len(w):], " of the ") {
			id := graph.BodyID(speaker) + "/secretariat"
			return Addressee{ID: id, Kind: "Secretariat"}, at + len(w), true
		}
	}
	return a, at, false
}

// body reads a body by its full name, behind which the text goes on: not the
// secretariat of one, nor its office. In a draft for another body and in a
// recommendation it reads the body of the document by its short name.
func (r *addresseeReader) body(at int) (a Addressee, end int, ok bool) {
	window := r.text[at:min(r.limit, at+mostBody)]
	if found := tree.FindBodies(window); len(found) > 0 && found[0].Start == 0 {
		end = at + found[0].End
		if w, _ := scan.Word(r.text[:r.limit], end); scan.IsCapital(w) || w == "secretariat" || !r.closed(end) {
			return a, at, false
		}
		return Addressee{ID: r.duty.body(found[0].Code), Kind: "Body"}, end, true
	}
	house, known := names.BodyByCode(r.duty.tree.Body)
	elsewhere := r.p.Act != nil && r.p.Act.Draft && r.p.Act.Body != house.Code
	if !known || !elsewhere && !(r.exact && r.p.Kind == tree.Annexed) {
		return a, at, false
	}
	if r.head(at, house.Short) && !strings.HasPrefix(r.text[at+len(house.Short):], " on ") {
		return Addressee{ID: r.duty.body(house.Code), Kind: "Body"}, at + len(house.Short), true
	}
	return a, at, false
}

// mostBody is the most bytes of the name of a body.
const mostBody = 200

// subsidiary reads a subsidiary body by its full name.
func (r *addresseeReader) subsidiary(at int) (a Addressee, end int, ok bool) {
	if b, ok := cite.SubsidiaryAt(r.text[at:r.limit], r.duty.tree.Speaker(r.p)); ok {
		cite.AddSubsidiary(&r.duty.found, b)
		return Addressee{ID: b.ID, Kind: "Body"}, at + b.End, true
	}
	return r.shortened(at)
}

// noun reads a class known by its noun phrase only: at most five words, the
// last in the plural, such as "shipping companies".
func (r *addresseeReader) noun(at int) (a Addressee, end int, ok bool) {
	i, n, last := at, 0, ""
	for i < r.limit {
		w, next := scan.PhraseWord(r.text[:r.limit], i)
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
	return Addressee{ID: "addressee/" + graph.Slug(r.text[at:end]), Kind: "AddresseeClass", generic: true}, end, true
}

// mostNoun is the most words of a noun phrase by which a class is known.
const mostNoun = 5
