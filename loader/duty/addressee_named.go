package duty

import (
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
	"mandategraph/loader/cite"
	"mandategraph/loader/scan"
	"mandategraph/loader/text"
	"mandategraph/loader/tree"
)

// things are plural nouns of what is given, said or done: nobody is asked by
// them, though a verb governs them ("Invites voluntary contributions").
var things = scan.WordSet("contributions pledges comments submissions views proposals nominations applications statements " +
	"efforts steps measures recommendations suggestions reports resources funds activities initiatives")

// group reads a group of States: "European Union".
func (r *addresseeReader) group(at int) (a Addressee, end int, ok bool) {
	e, end, ok := names.Actors().At(r.text[:r.limit], at)
	if !ok || e.Kind != "Group" || !r.closed(end) {
		return a, at, false
	}
	return Addressee{ID: e.ID, Kind: e.Kind}, end, true
}

// mission reads a mission, tribunal or other body by its own name, also with its
// acronym behind it: "the United Nations Mission in Ruritania (UNMIRU)".
func (r *addresseeReader) mission(at int) (a Addressee, end int, ok bool) {
	b, ok := cite.SubsidiaryAt(r.text[at:r.limit], r.duty.tree.Speaker(r.p))
	if !ok || !b.Single {
		return a, at, false
	}
	cite.AddSubsidiary(&r.duty.found, b)
	return Addressee{ID: b.ID, Kind: "Body"}, r.acronym(at + b.End), true
}

// government reads a government that the text does not name by its State:
// "Government of National Unity".
func (r *addresseeReader) government(at int) (a Addressee, end int, ok bool) {
	const head = "Government of "
	if !strings.HasPrefix(r.text[at:r.limit], head) {
		return a, at, false
	}
	from := scan.SkipPrefix(r.text[:r.limit], at+len(head), "the ")
	end = scan.CapitalPhrase(r.text[:r.limit], from)
	if _, _, state := names.StateFinder().At(r.text[:r.limit], from); state || end == from || !r.closed(end) {
		return a, at, false
	}
	return Addressee{ID: "addressee/" + graph.Slug(r.text[at:end]), Kind: "AddresseeClass"}, end, true
}

// shortened reads the short form of a subsidiary body, "the Working Group",
// where the act names one such body in full.
func (r *addresseeReader) shortened(at int) (a Addressee, end int, ok bool) {
	if r.p.Act == nil || at >= r.limit || !scan.IsCapital(r.text[at:at+1]) {
		return a, at, false
	}
	end = scan.CapitalPhrase(r.text[:r.limit], at)
	id := r.duty.short.fullNames(r.p.Act)[r.text[at:end]]
	if id == "" || !r.closed(end) {
		return a, at, false
	}
	return Addressee{ID: id, Kind: "Body"}, end, true
}

// namesHolder holds a word of each mandate holder.
var namesHolder = text.NewGate("Rapporteur", "Independent Expert")

// fullNames holds the subsidiary bodies and mandate holders that an act names in
// full, by the short form of each; empty where several have the same.
func (n *ShortNames) fullNames(a *tree.Act) map[string]string {
	short, read := n.byAct[a]
	if read {
		return short
	}
	short = map[string]string{}
	n.byAct[a] = short
	for _, p := range a.Paragraphs {
		if p.Kind == tree.Footnote {
			continue
		}
		if namesHolder.In(p.Parts[0]) {
			holdersNamed(p, n.tree.Speaker(p), short)
		}
		for _, b := range cite.Subsidiaries(p.Parts[0], n.tree.Speaker(p)) {
			for _, lead := range []string{" on ", " of ", " for ", " to "} {
				name, _, cut := strings.Cut(b.Name, lead)
				if cut {
					note(short, name, b.ID)
					break
				}
			}
		}
	}
	return short
}

// mostUnknown is the most bytes of a name that no table knows.
const mostUnknown = 80

// unknown reads over somebody whom no table knows and whom a conjunction joins
// to others that it does: "the interim trustee and the secretariat to publish".
func (r *addresseeReader) unknown(at int) (next int, ok bool) {
	if r.exact || !strings.HasPrefix(r.text[at:r.limit], "the ") {
		return at, false
	}
	if _, _, known := r.one(at); known {
		return at, false
	}
	window := r.text[at:min(r.limit, at+mostUnknown)]
	cut, joint := len(window), ""
	for _, j := range []string{", as well as ", " as well as ", " and "} {
		if i := strings.Index(window, j); i > 0 && i < cut {
			cut, joint = i, j
		}
	}
	if joint == "" || strings.ContainsAny(window[:cut], ",;:()") || saysMore(window[:cut]) {
		return at, false
	}
	next = at + cut + len(joint)
	list, end := r.known(next)
	rest := strings.TrimPrefix(r.text[end:r.limit], ",")
	if len(list) == 0 || !strings.HasPrefix(rest, " to ") {
		return at, false
	}
	return next, true
}

// saysMore says that words are more than a name with "of the" and "on" in it.
func saysMore(name string) bool {
	for _, w := range strings.Fields(name) {
		if w = strings.ToLower(w); notInClass[w] && w != "of" && w != "on" {
			return true
		}
	}
	return false
}
