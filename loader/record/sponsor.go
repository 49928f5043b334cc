package record

import (
	"strings"

	"mandategraph/graph/names"
	"mandategraph/loader/scan"
)

// A listed party is one of a list in a field; from and to are bytes of the list.
type listed struct {
	party
	from, to int
	// behalf is for whom it also acts: an id, else the words.
	behalf string
}

// A partyList is what a list in a field names, and where it has words that name
// nobody.
type partyList struct {
	list    []listed
	unknown [][2]int
}

// submitted leads over to those who put a draft forward.
var submitted = scan.Compile(`^ ?(?i:submitted by|sponsored by|by) (?:the delegations? of )?`)

// readList reads "Belgium, Cuba [on behalf of the Group of 77 and China] and Peru",
// up to a full stop or a bracket with the symbol of a document.
func readList(s string) (l partyList) {
	for at := len(submitted.FindString(s)); at < len(s); {
		rest := s[at:]
		switch {
		case s[at] == '.' && len(l.list)+len(l.unknown) > 0:
			return l // what else the note says
		case strings.IndexByte(" ,;.", s[at]) >= 0:
			at++
		case strings.HasPrefix(rest, "and "):
			at += len("and ")
		case s[at] == '[' || s[at] == '(':
			end := closing(s, at)
			behalf := behalfOf(s[at+1 : end])
			if behalf == "" {
				return l // the symbol of the document that says so
			}
			if n := len(l.list); n > 0 {
				l.list[n-1].behalf = behalf
			}
			at = end + 1
		default:
			at = l.name(s, at)
		}
	}
	return l
}

// closing is where the bracket at a byte closes, or the end.
func closing(s string, at int) int {
	if i := strings.IndexAny(s[at+1:], ")]"); i >= 0 {
		return at + 1 + i
	}
	return len(s)
}

// behalfOf is for whom somebody acts: "on behalf of the Group of 77 and China";
// empty where the words say nothing of the kind.
func behalfOf(words string) string {
	_, who, ok := strings.Cut(words, "on behalf of ")
	if !ok {
		return ""
	}
	who = strings.TrimSpace(who)
	if p, ok := resolve(strings.TrimPrefix(who, "the ")); ok {
		return p.id
	}
	return who
}

// name reads one name of a list and gives the byte after it.
func (l *partyList) name(s string, at int) int {
	end := nameEnd(s, at)
	if e, stop, ok := names.Actors().At(s, at); ok && stop >= end {
		l.list = append(l.list, listed{party{id: e.ID, kind: e.Kind}, at, stop, ""})
		return stop
	}
	words := s[at:end]
	if before, who, ok := strings.Cut(words, " on behalf of "); ok {
		if p, known := resolve(before); known {
			l.list = append(l.list, listed{p, at, at + len(before), behalfOf("on behalf of " + who)})
			return end
		}
	}
	if p, ok := resolve(words); ok {
		l.list = append(l.list, listed{p, at, end, ""})
	} else {
		l.unknown = append(l.unknown, [2]int{at, end})
	}
	return end
}

// nameEnd is where a name of a list ends: before a comma, "and" or what stands in
// square brackets; a round bracket belongs to it where no symbol stands in it.
func nameEnd(s string, at int) int {
	for i := at; i < len(s); i++ {
		switch {
		case strings.IndexByte(",;[", s[i]) >= 0, strings.HasPrefix(s[i:], " and "), strings.HasPrefix(s[i:], " ["):
			return i
		case strings.HasPrefix(s[i:], ". ") || s[i:] == ".":
			return i
		case strings.HasPrefix(s[i:], " ("):
			end := closing(s, i+1)
			if strings.ContainsAny(s[i:end], "/") || strings.Contains(s[i:end], "on behalf of ") {
				return i
			}
			i = end
		}
	}
	return len(s)
}

// sponsors reads who puts the document forward: the headings of fields 710, and
// whom of field 245, subfield c, these leave out.
func (r *reader) sponsors() {
	titles := r.all("245")
	var printed partyList
	var c subfield
	if len(titles) > 0 && (r.draft || r.amends()) {
		c = titles[0].get('c')
		printed = readList(titles[0].paragraph.Parts[0].S[c.from:c.to])
	}
	named, behalves := map[string]bool{}, printed.behalves()
	for _, f := range r.all("710") {
		if p, ok := r.heading(f); ok {
			named[p.id] = true
			r.putsForward(f, p, behalves[p.id])
		}
	}
	if len(printed.list) == 0 {
		return // "submitted by the Chair" and the like are no list
	}
	for _, p := range printed.list {
		if !named[p.id] {
			r.sponsor(titles[0], subfield{from: c.from + p.from, to: c.from + p.to}, p)
		}
	}
	for _, u := range printed.unknown {
		r.report(titles[0], c.from+u[0], c.from+u[1], unknownParty)
	}
}

const unknownParty = "unresolved: no State, group, organization or body of this name"

// behalves are for whom the parties of a list also act, by their ids.
func (l partyList) behalves() map[string]string {
	list := map[string]string{}
	for _, p := range l.list {
		list[p.id] = p.behalf
	}
	return list
}

// amends says that the title calls the document an amendment of a draft.
func (r *reader) amends() bool {
	for _, f := range r.all("245") {
		if amendment.MatchString(f.get('b').value) {
			return true
		}
	}
	return false
}

// sitting is what a heading adds to a body of which it means one session:
// " (99th sess. : 2044-2045)".
var sitting = scan.Compile(` \(\d[^)]*\)`)

// heading finds whom a heading names.
func (r *reader) heading(f *field) (party, bool) {
	a := f.get('a')
	name := a.value
	for _, s := range f.subs {
		if s.code == 'b' {
			name += " " + s.value
		}
	}
	if m := sitting.FindStringIndex(name); m != nil {
		name = name[:m[0]] + name[m[1]:]
	}
	p, ok := resolve(name)
	if !ok && a.value != "" {
		r.report(f, a.from, a.to, unknownParty)
	}
	return p, ok
}

// mainSponsor marks headings of those who put a draft forward.
const mainSponsor = "ms"

// putsForward states what a heading says: a State, group or organization sponsors a
// draft; an office or a body submits it, as all do with other documents. Whom the
// record of an act names is not said to have put it forward.
func (r *reader) putsForward(f *field, p party, behalf string) {
	proposal := r.draft || r.amends() || f.get('9').value == mainSponsor
	switch {
	case proposal && p.kind != "Body" && p.kind != "Role":
		r.sponsor(f, f.get('a'), listed{party: p, behalf: behalf})
	case r.document != "":
		p.declare(&r.found)
		r.state(f, f.get('a'), p.id, "submits", r.document)
	}
}

func (r *reader) sponsor(f *field, s subfield, p listed, q ...[2]string) {
	p.declare(&r.found)
	r.state(f, s, p.id, "sponsors", r.subject, append(q, [2]string{"onBehalfOf", p.behalf})...)
}

var additional = scan.Compile(`(?i)\b(additional (?:co-?)?sponsors?) ?: ?`)

// additionalSponsors reads the note that tells who joined the sponsors, in whatever
// field of notes it stands (490 to 599).
func (r *reader) additionalSponsors(f *field) {
	if f.tag < "490" || f.tag > "599" {
		return
	}
	line := f.paragraph.Parts[0].S
	for _, s := range f.subs {
		note := line[s.from:s.to]
		m := additional.FindStringSubmatchIndex(note)
		if m == nil {
			continue
		}
		l := readList(note[m[1]:])
		start := s.from + m[1]
		for _, p := range l.list {
			r.sponsor(f, subfield{from: start + p.from, to: start + p.to}, p,
				[2]string{"connective", note[m[2]:m[3]]})
		}
		for _, u := range l.unknown {
			r.report(f, start+u[0], start+u[1], unknownParty)
		}
	}
}
