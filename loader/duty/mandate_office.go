package duty

import (
	"cmp"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
	"mandategraph/loader/scan"
	"mandategraph/loader/tree"
)

// servedBy is the organization whose offices the body that governs it means.
func servedBy(code string) string {
	b, _ := names.BodyByCode(code)
	return b.Serves
}

// office reads "Chair of the expert group", "Secretary-General".
func (r *addresseeReader) office(at int) (a Addressee, end int, ok bool) {
	if at >= r.limit || r.text[at] >= 'a' && r.text[at] <= 'z' && r.text[at] != 'c' {
		return a, at, false // only chairs are written small
	}
	for _, o := range offices() {
		if end = r.printedOffice(at, o); end == at {
			continue
		}
		alone := !strings.HasPrefix(r.text[end:r.limit], " of the ")
		if o == "Secretary-General" && servedBy(r.duty.tree.Speaker(r.p)) == "" && alone {
			return Addressee{ID: "role/un/secretary-general", Kind: "Role"}, end, true
		}
		a.Kind = "Role"
		a.ID, end = r.officeOf(at, end, o)
		return a, end, true
	}
	return a, at, false
}

// hisOfficer reads the envoys of the Secretary-General: "his Special Representative".
func (r *addresseeReader) hisOfficer(at int) (a Addressee, end int, ok bool) {
	for _, title := range []string{"Special Representative", "Personal Envoy", "Special Envoy", "Special Coordinator", "Deputy Special Representative"} {
		if r.head(at, title) {
			id := "role/un/" + graph.Slug(title+" of the Secretary-General")
			r.duty.found.PrintedName(id, title+" of the Secretary-General")
			return Addressee{ID: id, Kind: "Role"}, at + len(title), true
		}
	}
	return a, at, false
}

// printedOffice is the byte behind the title of an office at byte at; at where it
// does not stand there. A hyphen may be the one at which no line breaks, and is
// lost or a space where a line broke at it: "SecretaryGeneral".
func (r *addresseeReader) printedOffice(at int, office string) (end int) {
	if r.head(at, office) || r.smallOffice(at, office) {
		return at + len(office)
	}
	for _, hyphen := range []string{"\u2011", "\u2010", "\u00ad", " ", ""} {
		if !strings.Contains(office, "-") {
			break
		}
		if printed := strings.ReplaceAll(office, "-", hyphen); r.head(at, printed) {
			return at + len(printed)
		}
	}
	return at
}

// officeOf is the id of the office at bytes at to behind, with the body or the
// subject that is named behind it.
func (r *addresseeReader) officeOf(at, behind int, office string) (id string, end int) {
	text := r.text[:r.limit]
	end = behind
	for _, lead := range []string{" of the ", " on the ", " on ", " for "} {
		if !strings.HasPrefix(text[end:], lead) {
			continue
		}
		if holder := "Secretary-General"; strings.HasPrefix(text[end+len(lead):], holder+" and ") { // "and UNAMI"
			return r.officeID(office, office+lead+holder), end + len(lead) + len(holder)
		}
		name, e := r.duty.groupMeant(r.p, text, end+len(lead))
		if and := andAcronym.FindStringIndex(name); and != nil && strings.HasSuffix(text[:e], name) {
			name, e = name[:and[0]], e-len(name)+and[0] // who is asked beside the office
		}
		if owner, ok := names.Actors().Named(name); ok && owner.Kind == "Organization" && lead == " of the " {
			return "role/" + owner.Code + "/" + graph.Slug(office), r.acronym(e)
		}
		if name == "" && (strings.HasPrefix(lead, " on ") || r.smallOffice(at, office)) {
			name, e = subjectOf(text, end+len(lead))
		}
		if name != "" {
			return r.officeID(office, office+lead+name), e
		}
		break
	}
	return r.officeID(office, office), end
}

// andAcronym is somebody who is named by an acronym behind what an office is for: "and UNICEF".
var andAcronym = scan.Compile(` and (?:the )?[A-Z][A-Z-]{3,}$`)

// officeID is the id of an office by its name; one that governs an organization
// is that of the organization, and a mandate holder the one whom the act names
// with a subject.
func (r *addresseeReader) officeID(head, name string) string {
	id := r.ownOffice(graph.Slug(name))
	switch code := servedBy(r.duty.tree.Speaker(r.p)); {
	case tree.OfOrganization.MatchString(name):
		id = "role/un/" + graph.Slug(name)
	case name == head && code != "" && names.Executive(head):
		id = "role/" + code + "/" + graph.Slug(name)
	case name == head && r.p.Act != nil && r.duty.short.fullNames(r.p.Act)[head] != "":
		return r.duty.short.fullNames(r.p.Act)[head]
	}
	r.duty.found.PrintedName(id, name)
	return id
}

// ownOffice is the id of an office of the body that speaks; where no text says which that
// is, of the document.
func (r *addresseeReader) ownOffice(slug string) string {
	return "role/" + cmp.Or(r.duty.tree.Speaker(r.p), r.duty.tree.ID) + "/" + slug
}

// smallOffice says that the office of a group stands at byte at in small
// letters: "the chairs of the subsidiary bodies".
func (r *addresseeReader) smallOffice(at int, office string) bool {
	return strings.Contains(office, "Chair") && r.head(at, strings.ToLower(office)) &&
		strings.HasPrefix(r.text[at+len(office):r.limit], " of the ")
}

// subjectEnd is where the subject of an office ends that is written in small
// letters.
var subjectEnd = scan.Compile(`[,;:.(]| (?:to|that|which|who|within|pursuant|submitted|established|by|at|as` +
	`|shall|should|will|may|is|are|has|have|was|were)\b| in accordance\b| and (?:the|all|its|other|others|to)\b`)

// rightTo are the words behind which "to" goes on with a subject.
var rightTo = scan.WordSet("right rights everyone access")

// mostSubject is the most bytes of the subject of an office.
const mostSubject = 160

// subjectOf reads the subject of an office in small letters: "freedom of
// religion or belief", "the right to education".
func subjectOf(text string, at int) (name string, end int) {
	window := text[at:min(len(text), at+mostSubject)]
	end = len(window)
	for _, m := range subjectEnd.FindAll(window) {
		if window[m[0]:m[1]] == " to" && rightTo[scan.LastWord(window[:m[0]])] {
			continue
		}
		end = m[0]
		break
	}
	if end == mostSubject {
		end = 0
	}
	return window[:end], at + end
}

// holdersNamed adds the mandate holders of a body that a paragraph names with a
// subject.
func holdersNamed(p *tree.Paragraph, body string, short map[string]string) {
	text := p.Parts[0].S
	for _, office := range names.Current().Offices {
		head := office.Name
		if !office.Holder {
			continue
		}
		for at := 0; ; {
			i := strings.Index(text[at:], head+" on ")
			if i < 0 {
				break
			}
			start := at + i
			at = start + len(head) + len(" on ")
			if subject, end := subjectOf(text, at); subject != "" {
				note(short, head, "role/"+body+"/"+graph.Slug(text[start:end]))
			}
		}
	}
}

// note keeps the one id of a short form; where it has several it means none.
func note(short map[string]string, name, id string) {
	if known, ok := short[name]; ok && known != id {
		id = ""
	}
	short[name] = id
}
