package session

import (
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
	"mandategraph/loader/scan"
	"mandategraph/loader/tree"
)

// Commissions list in an annex to their reports the meetings of their subsidiary bodies:
// the name of each body, below it "Chair:" and "Vice-Chairs:" with names and States, and
// beside these, in columns of their own, sessions and symbols. The lines are read as they
// are printed, as columns may stand between them.
var (
	officersAnnex = scan.Compile(`(?i)\bsubsidiary bodies\b|\bintergovernmental (?:bodies|meetings)\b|\bofficers\b`)
	listOffice    = scan.Compile(`^(` + officeTitles + `): *`)
	listBody      = scan.Compile(`^(?:[A-Z][\w’.-]*[ -]){0,5}(?:` + listNouns + `|Review)(?: (?:on|of|for|to) [\w’+, -]+)?$`)
	// how the line begins in which the name of a body begins
	startsBody = scan.Compile(`^(?:[A-Z][\w’.-]*[ -]){0,6}(?:` + listNouns + `)\b`)
	listNumber = scan.Compile(`^(?:[IVX]+|\d{1,2}|[A-Z])\.(?: |$)`)
	listMember = scan.Compile(`^Members?:?$`)
)

const listNouns = `Committee|Council|Conference|Commission|Forum|Group|Board|Panel|Subcommittee|Task Force`

// An annexList is the state of reading such an annex: the body and the office to which the
// next names belong, the lines that may be the name of the next body, and where a name
// began that goes on in the next line.
type annexList struct {
	*reporter
	p            *tree.Paragraph
	body, office string
	name         []string
	named        bool // the lines of the name have ended
	from         int
}

// annexed reads the officers of other bodies that an annex lists.
func (r *reporter) annexed(p *tree.Paragraph) {
	if p.Lead != nil || !officersAnnex.MatchString(strings.Join(p.Headings, " ")) {
		return
	}
	r.meetings, r.date = nil, ""
	a := annexList{reporter: r, p: p, from: -1}
	if head := p.Headings[len(p.Headings)-1]; listBody.MatchString(head[len(listNumber.FindString(head)):]) {
		a.name = []string{head[len(listNumber.FindString(head)):]}
	}
	source := r.tree.Source.Text
	for at := p.Start; at < p.End; {
		end := at + strings.IndexByte(source[at:p.End]+"\n", '\n')
		a.line(source[at:end], at, end)
		at = end + 1
	}
}

// line reads one line of the list, between two bytes of the source.
func (a *annexList) line(line string, from, to int) {
	s := strings.TrimSpace(line)
	from += strings.Index(line, s)
	to = from + len(s)
	switch m := listOffice.FindStringSubmatchIndex(s); {
	case s == "":
		a.named = true
	case m != nil:
		a.begins(s[m[2]:m[3]])
		if m[1] < len(s) {
			a.holder(from+m[1], to)
		}
	case listMember.MatchString(s):
		a.office = ""
	case a.holder(from, to):
	default:
		a.heads(strings.TrimSpace(s[len(listNumber.FindString(s)):]))
	}
}

// heads keeps a line that may name the next body.
func (a *annexList) heads(s string) {
	if s == "" || strings.Trim(s, "0123456789") == "" {
		return // its number alone, or that of the page
	}
	if a.named {
		if next := strings.Join(a.name, " "); !listBody.MatchString(next) || listBody.MatchString(s) || startsBody.MatchString(s) {
			a.name = nil // what stood there is no body, or another one
		} else {
			return
		}
	}
	a.name, a.named = append(a.name, s), false
	if startsBody.MatchString(s) {
		a.office = ""
	}
}

// begins takes the office of further names; the first one below the name of a body is of it.
func (a *annexList) begins(office string) {
	a.office, a.from = names.SingularOffice(office), -1
	if len(a.name) == 0 {
		return
	}
	name := strings.Join(a.name, " ")
	a.name, a.body = nil, ""
	if !listBody.MatchString(name) || smallWordLast.MatchString(name) {
		return
	}
	a.body = a.reporter.body + "/" + graph.Slug(name)
	id := graph.BodyID(a.body)
	a.found.Entity(id, "Body")
	a.found.Fact(id, "name", name)
	a.found.Fact(id, "partOf", graph.BodyID(a.reporter.body))
}

var smallWordLast = scan.Compile(`\b(?:of|the|and|on|to|for|with|in)$`)

// holder reads a name with its State, which may go on in the next line; true where the
// line is one or begins one.
func (a *annexList) holder(from, to int) bool {
	if a.office == "" || a.body == "" {
		return false
	}
	begun := a.from >= 0
	if begun {
		from = a.from
	}
	a.from = -1
	part := joined(a.tree.Source.Text, from, to)
	list := statesmen(part.S)
	if len(list) != 1 || list[0].Start != 0 || list[0].End < len(part.S)-1 {
		if !begun && honored.MatchString(part.S) && !strings.Contains(part.S, ")") {
			a.from = from
			return true
		}
		return false
	}
	n := list[0]
	state, _ := names.StateFinder().Named(strings.TrimPrefix(part.S[n.stateFrom:n.stateTo], "the "))
	a.found.Entity(state.ID, "State")
	x := utterance{a.p, part, 0, part.S}
	a.holdsElsewhere(x, scan.Span{Start: n.nameFrom, End: n.nameTo}, n.End, "role/"+a.body+"/", a.office, state.ID)
	return true
}

var honored = scan.Compile(`^(?:` + honorific + `)+\p{Lu}`)
