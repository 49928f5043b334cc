package duty

import (
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
	"mandategraph/loader/scan"
	"mandategraph/loader/text"
	"mandategraph/loader/tree"
)

// shortOrganizations are nouns by which a text that has named the organization
// in full goes on to name it.
var shortOrganizations = [][2]string{
	{"Office", "Office"},
	{"Programme", "Programme"},
	{"Fund", "Fund"},
	{"Organization", "Organization"},
	{"Agency", "Agency"},
	{"Institute", "Institute"},
}

// A printedName is a form of a name and the code of whom it means.
type printedName struct{ form, code string }

// addressedNames are organizations that texts name without their acronym.
var addressedNames = names.Derived(func(t *names.Tables) (list []printedName) {
	for _, o := range t.Organizations {
		for _, form := range o.Addressed {
			list = append(list, printedName{form, o.Code})
		}
	}
	return list
})

// partyTreaties are treaties as they stand after "States parties to the", the
// longest name first.
var partyTreaties = names.Derived(func(t *names.Tables) (list []printedName) {
	for _, t := range t.Treaties {
		for _, form := range t.Parties {
			list = append(list, printedName{form, t.Code})
		}
	}
	slices.SortStableFunc(list, func(a, b printedName) int { return len(b.form) - len(a.form) })
	return list
})

// treaty reads " to the Firearms Protocol" after States parties.
func (r *addresseeReader) treaty(at int) (code string, end int) {
	const lead = " to the "
	if !strings.HasPrefix(r.text[at:r.limit], lead) {
		return "", at
	}
	from := at + len(lead)
	for _, t := range partyTreaties() {
		if strings.HasPrefix(r.text[from:r.limit], t.form) {
			return t.code, scan.CapitalPhrase(r.text[:r.limit], from)
		}
	}
	for _, w := range []string{"Protocol", "Convention", "Agreement", "Covenant", "Treaty"} {
		if !r.head(from, w) {
			continue
		}
		if w == "Convention" {
			b, _ := names.BodyByCode(r.duty.tree.Speaker(r.p))
			return b.Treaty, from + len(w)
		}
		return r.duty.meant(r.p, w), from + len(w)
	}
	end = scan.CapitalPhrase(r.text[:r.limit], from)
	for _, w := range []string{"Convention", "Treaty", "Protocol", "Covenant"} {
		if strings.Contains(r.text[from:end], w) {
			return graph.Slug(r.text[from:end]), end
		}
	}
	return "", at
}

// meant finds the treaty of a kind that the act named last in full before or in
// a paragraph.
func (d *dutyReader) meant(p *tree.Paragraph, noun string) string {
	return d.namedLast(p, noun, partyTreaties())
}

// namedLast finds the code of the name of a table that holds a noun and that
// the act used last, before or in a paragraph.
func (d *dutyReader) namedLast(p *tree.Paragraph, noun string, forms []printedName) string {
	code := ""
	for _, q := range d.tree.Paragraphs {
		if q.Act != p.Act || q.Kind == tree.Footnote {
			continue
		}
		best := -1
		for _, n := range forms {
			if !strings.Contains(n.form, noun) {
				continue
			}
			if i := strings.LastIndex(q.Parts[0].S, n.form); i > best {
				best, code = i, n.code
			}
		}
		if q == p {
			break
		}
	}
	return code
}

var acronymAfter = scan.Compile(`^ \(([A-Z][A-Za-z-]*[A-Z])\)`)

// named reads a capitalised name that may be followed by its acronym.
func (r *addresseeReader) named(at int) (code, name string, end int) {
	for _, o := range addressedNames() {
		if r.head(at, o.form) {
			return o.code, o.form, r.acronym(at + len(o.form))
		}
	}
	if w, next := scan.PhraseWord(r.text[:r.limit], at); w != "" && r.duty.short.isAcronym(w) {
		if e, known := names.OrganizationFinder().Named(w); known {
			return e.Code, e.Name, next
		}
		return graph.Slug(w), w, next
	}
	if e, stop, ok := names.OrganizationFinder().
		At(r.text[:r.limit], at); ok &&
		(stop == r.limit || r.closed(stop) || r.text[stop] == ' ') {
		w, _ := scan.Word(r.text[:r.limit], stop)
		if !scan.IsCapital(w) && (e.Code != "un" || r.closed(stop) || r.dutyFollows(stop)) {
			return e.Code, e.Name, r.acronym(stop)
		}
	}
	return r.withAcronym(at)
}

// withAcronym reads a capitalised name that no table has by the acronym behind it.
func (r *addresseeReader) withAcronym(at int) (code, name string, end int) {
	end = scan.CapitalPhrase(r.text[:r.limit], at)
	if m := acronymAfter.FindStringSubmatchIndex(r.text[end:r.limit]); m != nil && end > at {
		return graph.Slug(r.text[end+m[2] : end+m[3]]), r.text[at:end], end + m[1]
	}
	return "", "", at
}

func (r *addresseeReader) acronym(end int) int {
	if m := acronymAfter.FindStringIndex(r.text[end:r.limit]); m != nil {
		return end + m[1]
	}
	return end
}

var brackets = text.NewGate("(")

// bracketed lists the acronyms that a text introduces in brackets: "the United
// Nations Office on Drugs and Crime (UNODC)".
func bracketed(s string) (list []string) {
	for at := 0; ; {
		i := strings.Index(s[at:], " (")
		if i < 0 {
			return list
		}
		start := at + i + len(" (")
		at = start
		end := strings.IndexByte(s[start:min(len(s), start+scan.LongestWord)], ')')
		if end < 2 || start < 3 || s[start-3] < 'a' || s[start-3] > 'z' {
			continue
		}
		w := s[start : start+end]
		capitals := w[0] >= 'A' && w[0] <= 'Z' && w[len(w)-1] >= 'A' && w[len(w)-1] <= 'Z'
		if capitals && strings.Trim(w, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-") == "" {
			list = append(list, w)
		}
	}
}

// isAcronym says that the document itself introduces an acronym, or that it is
// one of the table of organizations.
func (n *ShortNames) isAcronym(w string) bool {
	if n.acronyms == nil {
		n.acronyms = map[string]bool{}
		for _, p := range n.tree.Paragraphs {
			if !brackets.In(p.Parts[0]) {
				continue
			}
			for _, w := range bracketed(p.Parts[0].S) {
				n.acronyms[w] = true
			}
		}
	}
	return n.acronyms[w] || knownAcronyms()[w]
}

// knownAcronyms are those of the table of organizations.
var knownAcronyms = names.Derived(func(t *names.Tables) map[string]bool {
	known := map[string]bool{}
	for _, o := range t.Organizations {
		if o.Addressed != nil {
			known[strings.ToUpper(o.Code)] = true
		}
	}
	return known
})

// mostUnit is the most bytes of the name of a section.
const mostUnit = 60

// units are the sections of organizations.
var units = []string{" Section of ", " Branch of ", " Division of ", " Unit of "}

// organization reads an organization, a section of one ("the Firearms
// Trafficking Section of the United Nations Office on Drugs and Crime") or the
// short form of one.
func (r *addresseeReader) organization(at int) (a Addressee, end int, ok bool) {
	for _, unit := range units {
		if !strings.Contains(r.text[at:min(r.limit, at+mostUnit+len(" Division of "))], " of ") {
			break
		}
		i := strings.Index(r.text[at:min(r.limit, at+mostUnit+len(unit))], unit)
		if i < 0 || scan.CapitalPhrase(r.text[:at+i+len(unit)-len(" of ")], at) < at+i {
			continue
		}
		from := scan.SkipPrefix(r.text[:r.limit], at+i+len(unit), "the ")
		if code, _, e := r.named(from); code != "" {
			name := r.text[at : at+i+len(unit)-len(" of ")]
			id := "organization/" + code + "/" + graph.Slug(name)
			r.duty.found.PrintedName(id, name)
			return Addressee{ID: id, Kind: "Organization"}, e, true
		}
	}
	if code, name, e := r.named(at); code != "" {
		r.duty.nameOrganization("organization/"+code, name)
		e = scan.SkipPrefix(r.text[:r.limit], e, " management") // as boards call those who run it
		return Addressee{ID: "organization/" + code, Kind: "Organization"}, e, true
	}
	for _, w := range shortOrganizations {
		if r.head(at, w[0]) && !strings.HasPrefix(r.text[at+len(w[0]):], " of ") {
			if code := r.duty.organizationMeant(r.p, w[1]); code != "" {
				return Addressee{ID: "organization/" + code, Kind: "Organization"}, at + len(w[0]), true
			}
		}
	}
	return a, at, false
}

// nameOrganization makes an organization known, by the first name that a text
// gives it where no table names it.
func (d *dutyReader) nameOrganization(id, name string) {
	d.found.Entity(id, "Organization")
	if _, known := names.ActorKind(id); !known {
		d.found.FirstFact(id, "name", name)
	}
}

// organizationMeant finds the organization named last in the act whose name
// holds a noun.
func (d *dutyReader) organizationMeant(p *tree.Paragraph, noun string) string {
	return d.namedLast(p, noun, addressedNames())
}

// groupMeant reads the body of an office: its full name, or the short form of
// a group that the act has created.
func (d *dutyReader) groupMeant(p *tree.Paragraph, text string, at int) (name string, end int) {
	if end = scan.CapitalPhrase(text, at); end > at {
		return text[at:end], end
	}
	for _, noun := range groupNouns {
		if strings.HasPrefix(text[at:], noun) {
			end = at + len(noun)
			if full := d.groups[groupKey(p, noun)]; full != "" {
				return full, end
			}
			return noun, end
		}
	}
	return "", at
}
