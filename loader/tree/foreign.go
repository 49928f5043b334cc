package tree

import (
	"strconv"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
	"mandategraph/loader/scan"
)

// Other organizations have a General Assembly or a Security Council too, and number
// documents as the United Nations does. A masthead says whose document it is by the
// organization that it names.

// organizationNouns tell the name of an organization.
var organizationNouns = scan.WordSet("Organization Organisation Agency Union Association League Institute Community Federation Bank")

// acronym says that a word is one of two capitals and more.
func acronym(w string) bool {
	for i := range len(w) {
		if w[i] < 'A' || w[i] > 'Z' {
			return false
		}
	}
	return len(w) > 1
}

func ofUnitedNations(o names.Organization) bool {
	return o.Code == "un" || strings.HasPrefix(o.Name, "United Nations")
}

// namesOrganization says that a name is that of another organization: one of the
// tables, or with the noun of one at its beginning (Organization of American
// States) or its end (World Tourism Organization).
func namesOrganization(name string) bool {
	if o, ok := names.OrganizationByText(name); ok {
		return !ofUnitedNations(o)
	}
	name = asName(name)
	words := strings.Fields(name)
	if len(words) < 2 || strings.HasPrefix(name, "United Nations") {
		return false
	}
	second := len(words) > 3 && organizationNouns[words[1]] && scan.SmallWords[words[2]] // World Organization for Lakes
	return second || organizationNouns[words[0]] || organizationNouns[words[len(words)-1]] && !strings.Contains(name, " of ")
}

// capitalized measures a name at the start of a text: words with capitals, and
// small ones between them.
func capitalized(s string) string {
	end := 0
	for i := 0; i < len(s); {
		w, next := scan.WordInName(s, i)
		if w == "" || strings.TrimLeft(s[i:next-len(w)], " ") != "" || !scan.IsCapital(w) && !scan.SmallWords[w] {
			break
		}
		if scan.IsCapital(w) {
			end = next
		}
		i = next
		if i < len(s) && s[i] != ' ' {
			break
		}
	}
	return s[:end]
}

// organizationOf is the organization other than the United Nations whose masthead
// it is: a line of it is that name, and none is the United Nations'.
func (p *parser) organizationOf() (code, name string) {
	for i, l := range p.lines {
		if l.kind == formLine && unitedNations(l.text) {
			return "", ""
		}
		if name == "" && (l.kind == titleLine || l.kind == formLine) {
			code, name = p.organizationLine(i)
		}
	}
	return code, name
}

func unitedNations(s string) bool {
	s = strings.ToLower(s)
	return strings.Contains(s, "united") || strings.Contains(s, "nations")
}

// organizationLine reads the name of an organization on a line of its own: one of
// the tables, one with the noun of an organization, or what stands right above a
// line that is the name of a principal organ.
func (p *parser) organizationLine(i int) (code, name string) {
	s := strings.TrimSpace(p.lines[i].text)
	if o, ok := names.OrganizationByText(s); ok {
		if ofUnitedNations(o) {
			return "", ""
		}
		return o.Code, o.Name
	}
	if len(s) > 90 || len(capitalized(asName(s))) != len(s) || s == "" {
		return "", ""
	}
	if namesOrganization(s) {
		return "", asName(s)
	}
	for _, l := range p.lines[i+1:] {
		if l.kind == blankLine {
			continue
		}
		if b, ok := names.BodyByText(l.text); ok && b.Principal() && p.lines[i].kind == titleLine {
			return "", asName(s)
		}
		break
	}
	return "", ""
}

// asName writes words in capitals as names are written.
func asName(s string) string {
	if s != strings.ToUpper(s) || acronym(s) && len(s) < 6 {
		return s
	}
	words := strings.Fields(s)
	for i, w := range words {
		if lower := strings.ToLower(w); i > 0 && scan.SmallWords[lower] {
			words[i] = lower
		} else {
			words[i] = w[:1] + lower[1:]
		}
	}
	return strings.Join(words, " ")
}

// ofOrganization is the publisher where the masthead names another organization:
// the organ that it names too, of a table or under the slug of both names.
func (p *parser) ofOrganization() (publisher, bool) {
	code, name := p.organizationOf()
	if name == "" {
		return publisher{}, false
	}
	for _, l := range p.lines {
		organ := asName(l.text)
		if l.kind != titleLine && l.kind != formLine || !wholeOrgan(organ) || organ == name {
			continue
		}
		if b, ok := p.nthSession(code, organ); ok {
			return publisher{code: b.Code}, true
		}
		if strings.Contains(strings.ToLower(organ), strings.ToLower(name)) {
			return publisher{code: graph.Slug(organ), name: organ}, true
		}
		full := organ + " of the " + name
		return publisher{code: graph.Slug(full), name: full}, true
	}
	return publisher{}, false
}

// nthSession is the governing body of an organization by its name, also where the number
// of its session stands before it: "Eightieth World Health Assembly".
func (p *parser) nthSession(organization, organ string) (names.Body, bool) {
	if b, ok := names.Governing(organization, organ); ok {
		return b, true
	}
	ordinal, name, _ := strings.Cut(organ, " ")
	n := names.OrdinalNumber(ordinal)
	if n == 0 {
		return names.Body{}, false
	}
	b, ok := names.Governing(organization, name)
	if ok && p.tree.Session == "" {
		p.tree.Session = strconv.Itoa(n)
	}
	return b, ok
}

// wholeOrgan says that a text is the name of an organ and nothing more.
func wholeOrgan(s string) bool {
	return s != "" && len(s) < 200 && OrganName(s) == s && !reportTitle.MatchString(asName(s))
}
