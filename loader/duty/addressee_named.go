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

// group reads a group of States: "European Union".
func (r *addresseeReader) group(at int) (a Addressee, end int, ok bool) {
	e, end, ok := names.Actors().At(r.text[:r.limit], at)
	if !ok || e.Kind != "Group" || strings.HasSuffix(e.Name, " States") && !strings.HasPrefix(e.Name, "Group") {
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

// own reads the body that speaks by its short form, and another that texts call so
// whoever speaks: "the Council", "the Assembly".
func (r *addresseeReader) own(at int) (a Addressee, end int, ok bool) {
	id, end := r.duty.bodyAt(r.p, r.text[:r.limit], at)
	return Addressee{ID: id, Kind: "Body"}, end, id != ""
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
	if id == "" || !r.closed(end) && !(r.dutyThat && r.closes(end)) {
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
		n.bodiesNamed(p, short)
	}
	return short
}

// bodiesNamed adds the bodies that a paragraph names in full and no table has: the
// Committee of "Committee of Experts on Lamps".
func (n *ShortNames) bodiesNamed(p *tree.Paragraph, short map[string]string) {
	if !bodyGate.In(p.Parts[0]) {
		return
	}
	s, read := p.Parts[0].S, 0
	for _, noun := range nounsNaming(s) {
		from := capitalsBefore(s, noun.Start, read)
		if from < read || from > 0 && s[from-1] != ' ' {
			continue
		}
		end := scan.CapitalPhrase(s, from)
		read = noun.End
		if end <= noun.End {
			continue
		}
		name := s[from:end]
		id := subsidiaryNamed(n.tree.Speaker(p), name)
		if found := tree.FindBodies(name); len(found) > 0 && found[0].Start == 0 {
			id = n.tree.BodyID(found[0].Code)
		} else if b, ok := cite.SubsidiaryAt(name, n.tree.Speaker(p)); ok {
			id = b.ID
		}
		note(short, s[from:noun.End], id)
	}
}

// nounsNaming lists the nouns of bodies that stand before what the body is on.
func nounsNaming(s string) (list []scan.Span) {
	o, f := scan.NewSeeker(s, " o"), scan.NewSeeker(s, " for ") // on, of
	for at := 0; ; {
		if at = 1 + min(o.From(at), f.From(at)); at > len(s) {
			return list
		}
		behind := scan.SkipPrefix(s, at, "on ", "of ", "for ")
		if behind == at || !scan.IsCapitalAt(s, scan.SkipPrefix(s, behind, "the ")) {
			continue
		}
		for _, noun := range namingNouns {
			if strings.HasSuffix(s[:at-1], noun) {
				list = append(list, scan.Span{Start: at - 1 - len(noun), End: at - 1})
				break
			}
		}
	}
}

// capitalsBefore is where the words with a capital begin, not before byte least, that
// stand directly before byte at.
func capitalsBefore(s string, at, least int) int {
	for at > least && s[at-1] == ' ' {
		i := at - 1
		for i > least && (text.IsLower(s[i-1]) || s[i-1] == '-') {
			i--
		}
		if i == at-1 || i == least || !scan.IsCapitalAt(s, i-1) || i > 1 && scan.IsWord(s[i-2]) && s[i-2] < 0x80 {
			break
		}
		at = i - 1
	}
	return at
}

var bodyGate = text.NewGate(
	"Committee ",
	"Commission ",
	"Board ",
	"Council ",
	"Panel ",
	"Group ",
	"Forum ",
	"Institute ",
	"Department ",
	"Mechanism ",
	"Platform ",
	"Programme ",
	"Team ",
)

var namingNouns = strings.Fields(
	"Committee Commission Board Council Panel Group Forum Institute Department Mechanism Platform Programme Team",
)
