package duty

import (
	"slices"
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
	behind      int  // the byte behind its restriction
}

// classes of addressees by their printed head, in lower case; longest first.
var classes = []string{
	"those in a position to do so", "international community", "funds and programmes", "donor community",
	"private sector", "member states", "civil society", "governments", "academia", "states", "donors", "media",
}

// restrictors are words before a head that restrict it; longest first.
var restrictors = []string{
	"any other ", "any ", "all other relevant ", "all other interested ", "all other ", "other interested ", "other relevant ", "all relevant ",
	"all interested ", "all concerned ", "relevant other ", "other ", "pertinent ", "all the ", "all ", "relevant ", "interested ", "concerned ", "both ", "such ", "these ",
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
	// dutyThat says that the addressee is the subject of a clause with "that".
	dutyThat bool
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

// list reads those who have an id, or whose noun phrase is their name.
func (r *addresseeReader) list(at int) ([]Addressee, int) {
	var list []Addressee
	end := at
	at = scan.SkipPrefix(r.text[:r.limit], at, "its ", "their ") // of the body that speaks
	for {
		some, next := r.several(at)
		if len(some) == 0 {
			return r.asked(list, end)
		}
		list, end = append(list, some...), next
		if next = r.aside(&list[len(list)-1], next); next == r.limit {
			end = next
		}
		at = next
		for _, g := range glues {
			if strings.HasPrefix(r.text[next:r.limit], g) {
				at = scan.SkipPrefix(r.text[:r.limit], next+len(g), "as appropriate, ", "where appropriate, ", "to the ", "to all ", "upon ", "on ", "its ", "their ")
				break
			}
		}
		if at == next {
			return r.asked(headed(r.text, list), end)
		}
	}
}

// glues join the members of a list.
var glues = []string{" and in particular ", " and, in particular, ", " and especially ", " and, as appropriate, ", " and, where appropriate, ", ", and also ", ", and ", ", as well as ", " as well as ", " and also ", " and ", ", in addition to ", ", or ", " or ", ", "}

// headsOf are those who stand at the head of several: what follows up to "and other" is
// of them, too: "the executive heads of the funds, the agencies and other organizations".
var headsOf = scan.Compile(`\b(?:heads|representatives|secretariats|governing bodies) of the `)

// headed leaves out of a list those of whom only the heads are asked.
func headed(text string, list []Addressee) []Addressee {
	for i, a := range list {
		if !a.generic || !headsOf.MatchString(text[a.Start:a.End]) {
			continue
		}
		for k := len(list) - 1; k > i; k-- {
			if strings.HasPrefix(list[k].Restriction, "other") {
				list[i].End, list[i].behind = list[k].End, list[k].behind
				return slices.Delete(list, i+1, k+1)
			}
		}
	}
	return list
}

// asked leaves out of the end of a list those known by their noun phrase alone of
// whom nothing is asked.
func (r *addresseeReader) asked(list []Addressee, end int) ([]Addressee, int) {
	for n := len(list); n > 0; n = len(list) {
		last := list[n-1]
		if !last.generic || r.exact || r.closes(end) {
			break
		}
		list = list[:n-1]
		if n > 1 {
			end = list[n-2].behind
		}
	}
	if len(list) == 0 {
		return nil, end // so that the verb has its own paragraph as target
	}
	return list, end
}

// closes says that behind byte at the text says what is asked, or ends.
func (r *addresseeReader) closes(at int) bool {
	rest := strings.Trim(r.text[at:r.limit], " ,.;")
	return rest == "" || rest == "to" || r.dutyFollows(at) || // "the Executive Committee to:" before its items
		r.dutyThat && (laysDuty.MatchString(r.text[at:r.limit]) || subjunctive.MatchString(r.text[at:r.limit]))
}

// several reads one addressee, or those whose adjectives share a noun: "international
// and regional organizations", "troop- and police-contributing countries".
func (r *addresseeReader) several(at int) (list []Addressee, end int) {
	if m := r.sharedNoun(at); m != nil && r.adjectives(at, m) {
		last, end, ok := r.one(at + m[4])
		if ok && last.Kind == "AddresseeClass" && last.generic {
			_, noun, _ := strings.Cut(last.ID, "/")
			second := graph.Slug(r.text[at+m[4] : at+m[5]])
			noun = strings.TrimPrefix(noun, second)
			before := strings.TrimSpace(r.text[at+m[2] : at+m[3]])
			restriction := ""
			for _, w := range restrictors {
				if rest, ok := strings.CutPrefix(before, w); ok {
					restriction, before = strings.TrimSpace(w), rest
					break
				}
			}
			for _, w := range strings.Split(before, ", ") {
				a := last
				a.ID, a.Start = "addressee/"+sharedSlug(w, r.text[at+m[4]:at+m[5]], noun), at
				a.Restriction = strings.TrimSpace(restriction + " " + a.Restriction)
				list = append(list, a)
			}
			last.Restriction = strings.TrimSpace(restriction + " " + last.Restriction)
			return append(list, last), end
		}
	}
	a, end, ok := r.one(at)
	if !ok {
		return nil, at
	}
	return []Addressee{a}, end
}

// sharedNoun matches adjectives in small letters that a conjunction joins near byte at.
func (r *addresseeReader) sharedNoun(at int) []int {
	window := r.text[at:min(r.limit, at+mostShared)]
	if window == "" || window[0] < 'a' || window[0] > 'z' || !strings.Contains(window, " and ") {
		return nil
	}
	return sharedNoun.FindStringSubmatchIndex(window)
}

// mostShared is within how many bytes adjectives stand that share a noun.
const mostShared = 120

var sharedNoun = scan.Compile(`^(?:the )?((?:all |other |relevant |all relevant |interested |pertinent |existing |appropriate )?[a-z]+(?:-[a-z]+)*-?(?:, [a-z]+(?:-[a-z]+)*)*),? and ([a-z]+(?:-[a-z]+)*) [A-Za-z]`)

// sharedSlug is the slug of an adjective with the noun that it shares with another
// one; "troop-" shares also the end of "police-contributing".
func sharedSlug(adjective, other, noun string) string {
	if stem, cut := strings.CutSuffix(adjective, "-"); cut {
		_, rest, _ := strings.Cut(other, "-")
		return stem + "-" + rest + noun
	}
	return graph.Slug(adjective) + noun
}

// adjectives says that the words of a match are adjectives all.
func (r *addresseeReader) adjectives(at int, m []int) bool {
	words := strings.FieldsFunc(r.text[at+m[2]:at+m[3]]+" "+r.text[at+m[4]:at+m[5]], func(c rune) bool { return c == ' ' || c == ',' })
	for _, w := range words {
		if !adjectival[w] && !scan.EndsWithAny(w, "al", "ic", "ive", "ary", "ous", "ble", "ern", "an", "-", "ing", "ed") {
			return false
		}
	}
	return true
}

var adjectival = scan.WordSet("all other relevant interested public private local host donor developed developing military civil small large " +
	"voluntary religious academic coastal transit sub-regional home")

var asides = scan.Compile(`^, (in particular|including|especially|particularly|notably|such as|inter alia|within|in accordance with|as well as in) [^;:.]{0,300}?(,(?: to | and | as well as | not to | including )|, )`)

// aside reads over what stands between commas behind an addressee, and keeps of it
// what restricts him: "all States, in particular those in the region, to ...".
func (r *addresseeReader) aside(a *Addressee, at int) int {
	m := asides.FindStringSubmatchIndex(r.text[at:r.limit])
	if m == nil {
		return r.lastAside(a, at)
	}
	for end := at + m[4]; end < min(r.limit, at+mostInterlude); end++ {
		if r.text[end] == ';' || r.text[end] == ':' {
			return at
		}
		if r.text[end] != ',' {
			continue
		}
		behind := r.text[end+1 : r.limit]
		if strings.HasPrefix(behind, " to ") && r.asks(end+1) || strings.HasPrefix(behind, " and ") && r.goesOn(end+1+len(" and ")) ||
			strings.HasPrefix(behind, " as well as ") {
			if words := r.text[at+m[2] : end]; !strings.HasPrefix(words, "within") && !strings.HasPrefix(words, "in accordance") && a.Restriction == "" {
				a.Restriction = words
			}
			if strings.HasPrefix(behind, " to ") {
				return end + 1
			}
			return end
		}
	}
	return r.lastAside(a, at)
}

// lastAside reads over what stands between a comma and the colon before a list: "all States,
// including those of the region:".
func (r *addresseeReader) lastAside(a *Addressee, at int) int {
	if a.Kind != "AddresseeClass" || a.Restriction != "" || r.limit >= len(r.text) || r.text[r.limit] != ':' {
		return at
	}
	words := strings.TrimPrefix(r.text[at:r.limit], ", ")
	if w, _ := scan.Word(words, 0); len(words) == r.limit-at || !(w == "including" || w == "especially" || strings.HasPrefix(words, "in particular ")) {
		return at
	}
	a.Restriction = strings.TrimSpace(words)
	return r.limit
}

// goesOn says that at a byte another addressee stands.
func (r *addresseeReader) goesOn(at int) bool {
	_, next, ok := r.one(at)
	return ok && r.dutyFollows(next)
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
			if a.Restriction = strings.ToLower(strings.TrimSpace(w)); a.Restriction == "all" || a.Restriction == "all the" {
				a.Restriction = "" // it restricts nobody
			}
			at += len(w)
			break
		}
	}
	if from := scan.SkipPrefix(r.text[:r.limit], at, "his ", "her "); from > at {
		if a, end, ok := r.hisOfficer(from); ok {
			a.Start, a.End = start, end
			return a, end, true
		}
	}
	at = scan.SkipPrefix(r.text[:r.limit], at, "the ")
	for _, read := range []func(int) (Addressee, int, bool){
		r.party, r.class, r.office, r.secretariat, r.state, r.group, r.mission, r.committee, r.organization, r.body,
		r.own, r.subsidiary, r.government, r.phrase,
	} {
		found, next, ok := read(at)
		if !ok {
			continue
		}
		if found.End == 0 {
			found.End = next
		}
		if found.Kind == "AddresseeClass" && found.Restriction == "" {
			found.Restriction, next = r.behind(next)
		}
		found.Restriction = strings.TrimSpace(a.Restriction + " " + found.Restriction)
		next = r.bracketed(next)
		found.Start = start
		if words, e := r.relative(next); words != "" {
			found.Restriction, next = strings.TrimSpace(a.Restriction+" "+words), e
		}
		found.behind = next
		return found, next, true
	}
	return a, at, false
}

var (
	relativeClause = scan.Compile(`^,? (?:that|which|who|whose|in a position to|having) `)
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
		if start, stop := from+i[0], from+i[1]; asksTo(rest[start:stop]) && !leansOn[scan.LastWord(rest[:start])] {
			return strings.Trim(rest[:start], " ,"), at + start
		}
	}
	return "", at
}

// bracketed reads over brackets behind a name: "Ruritania (North and South)".
func (r *addresseeReader) bracketed(at int) int {
	if !strings.HasPrefix(r.text[at:r.limit], " (") {
		return at
	}
	if i := strings.IndexByte(r.text[at:min(r.limit, at+mostUnit)], ')'); i > 0 {
		return at + i + 1
	}
	return at
}

// leansOn are words with which an infinitive goes that is not what is asked: "which
// have failed to comply".
var leansOn = scan.WordSet("failed fail continue continues continued able unable wish wishes seek seeks committed agreed decided required " +
	"yet need needs intend intends willing ready position undertaken begun started trying attempting refuse refused entitled " +
	"likely like desire able invited requested authorized mandated designed used contribute contributed made")

// asksTo says that "to" and a word are the infinitive that says what is asked.
func asksTo(words string) bool {
	switch scan.LastWord(words) {
	case "the", "a", "which":
		return false
	}
	return true
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
			if head == "parties" && r.text[end:min(r.limit, end+len(" to "))] == " to " {
				treaty = "" // to a conflict, an agreement
			}
			if rest := r.text[end:r.limit]; strings.HasPrefix(rest, " to the ") && scan.IsCapitalAt(rest, len(" to the ")) {
				treaty = "" // to another treaty than the body's own
			}
			if treaty == "un-charter" {
				treaty = "" // parties to some other treaty, which the text does not name here
			}
		}
		a = Addressee{ID: "addressee/" + graph.Slug(head), Kind: "AddresseeClass"}
		if treaty != "" && r.exact {
			a.ID += "/" + treaty // recommendations keep the word
			return a, e, true
		} else if treaty != "" {
			a.ID = "addressee/states-parties/" + treaty
			return a, e, true
		}
		a.Restriction, e = r.behind(end)
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
		if c == "states" && r.text[at] != 'S' || c == "governments" && r.ofState(end) {
			continue
		}
		return Addressee{ID: "addressee/" + graph.Slug(c), Kind: "AddresseeClass"}, end, true
	}
	return a, at, false
}

// ofState says that the States stand behind byte at whose Governments are meant: "the
// Governments of Fiji, Malta and Peru".
func (r *addresseeReader) ofState(at int) bool {
	from := scan.SkipPrefix(r.text[:r.limit], at, " of ", "the ")
	_, _, ok := names.StateFinder().At(r.text[:r.limit], from)
	return ok && from > at
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
