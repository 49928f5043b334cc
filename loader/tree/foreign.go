package tree

import (
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
	"mandategraph/loader/scan"
)

// Other organizations have a General Assembly, a Security Council or an Economic
// and Social Council too. A text says whose it means by the name before or behind
// it, "the OAS General Assembly", "the General Assembly of the World Tourism
// Organization"; a masthead by the organization that it names.

// organizationNouns tell the name of an organization.
var organizationNouns = scan.WordSet("Organization Organisation Agency Union Association League Institute Community Federation Bank")

// foreign says that a principal organ's name, at bytes start to end of a text,
// belongs to another organization; the hit is then that body's, under the slug of
// its full name.
func foreign(s string, start, end int) (BodyHit, bool) {
	from, to := before(s, start), behind(s, end)
	if from == start && to == end {
		return BodyHit{}, false
	}
	return BodyHit{graph.Slug(s[from:to]), from, to}, true
}

// before is where the organization's name begins that stands directly before a
// body's: an acronym, or a name of the tables.
func before(s string, start int) int {
	if start < 2 || s[start-1] != ' ' {
		return start
	}
	words := 0
	for i := start - 1; i > 0 && words < mostOrganizationWords; words++ {
		k := i
		for k > 0 && scan.IsWord(s[k-1]) {
			k--
		}
		if k == i {
			break
		}
		if words == 0 && !scan.IsCapitalAt(s, k) {
			break
		}
		if words == 0 && acronym(s[k:i]) && s[start:start+2] != strings.ToUpper(s[start:start+2]) {
			if _, ours := names.BodyByText(s[k:i]); !ours && s[k:i] != "UN" {
				return k
			}
			break
		}
		if o, ok := names.OrganizationByText(s[k : start-1]); ok && !ofUnitedNations(o) {
			return k
		}
		if i = k - 1; i > 0 && s[i] != ' ' {
			break
		}
	}
	return start
}

// mostOrganizationWords bounds the words of an organization's name before a body's.
const mostOrganizationWords = 6

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

// behind is where the organization's name ends that stands behind a body's: "of
// the Organization of American States", "of UN Tourism".
func behind(s string, end int) int {
	rest := s[end:]
	lead := ""
	for _, words := range []string{" of the ", " of ", " OF THE ", " OF "} {
		if strings.HasPrefix(rest, words) {
			lead = words
			break
		}
	}
	if lead == "" || !scan.IsCapitalAt(rest, len(lead)) {
		return end
	}
	if name := capitalized(rest[len(lead):]); namesOrganization(name) {
		return end + len(lead) + len(name)
	}
	return end
}

// namesOrganization says that a name is that of another organization: one of the
// tables, or with the noun of one at its beginning (Organization of American
// States) or its end (World Tourism Organization).
func namesOrganization(name string) bool {
	if o, ok := names.OrganizationByText(name); ok {
		return !ofUnitedNations(o)
	}
	name = titled(name)
	words := strings.Fields(name)
	if len(words) < 2 || strings.HasPrefix(name, "United Nations") {
		return false
	}
	return organizationNouns[words[0]] || organizationNouns[words[len(words)-1]] && !strings.Contains(name, " of ")
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
	if len(s) > 90 || len(capitalized(titled(s))) != len(s) || s == "" {
		return "", ""
	}
	if namesOrganization(s) {
		return "", titled(s)
	}
	for _, l := range p.lines[i+1:] {
		if l.kind == blankLine {
			continue
		}
		if b, ok := names.BodyByText(l.text); ok && b.Principal() && p.lines[i].kind == titleLine {
			return "", titled(s)
		}
		break
	}
	return "", ""
}

// titled writes words in capitals as names are written.
func titled(s string) string {
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
		organ := titled(l.text)
		if l.kind != titleLine && l.kind != formLine || !wholeOrgan(organ) || organ == name {
			continue
		}
		if b, ok := names.Governing(code, organ); ok {
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

// wholeOrgan says that a text is the name of an organ and nothing more.
func wholeOrgan(s string) bool {
	return s != "" && len(s) < 200 && OrganName(s) == s && !reportTitle.MatchString(titled(s))
}
