package duty

import (
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
	"mandategraph/loader/cite"
	"mandategraph/loader/scan"
	"mandategraph/loader/text"
	"mandategraph/loader/tree"
)

// Operations that an act founds without a verb of founding, and operations whose name it
// misprints.

// firstPeriod stands before an operation for whose first time an act decides how it works:
// "Decides that the modalities for the initial six-month period of the Mission shall be".
var firstPeriod = scan.Compile(`^ that the [a-z ]{3,60} (?:for|of) the initial (?:[a-z-]+ ){0,2}period of the `)

// foundedSo are the turns of a clause by which an act founds an operation that the tables
// say it founded, without saying so itself.
func (d *dutyReader) foundedSo(p *tree.Paragraph, s string, v demand) []turn {
	o, known := operationsFounded()[p.Act.ID]
	if !known || !deciding[v.relation] {
		return nil
	}
	m := firstPeriod.FindStringIndex(s[v.from:v.end])
	if m == nil {
		return nil
	}
	at := v.from + m[1]
	if b, ok := cite.SubsidiaryAt(s[at:], o.Parent); !ok || b.ID != o.ID(o.Parent) {
		return nil
	}
	return []turn{
		{
			relation:   "establishes",
			verb:       strings.TrimSpace(v.verb),
			start:      v.start,
			end:        v.end,
			objectFrom: at,
			objectTo:   v.end,
		},
	}
}

// succeeded states that an act which expands an operation begins its second one by that,
// as the tables say: resolution 814 (1993) expanded UNOSOM to UNOSOM II.
func (d *dutyReader) succeeded(p *tree.Paragraph, part text.Text, t turn, b cite.Subsidiary, q tree.Qualifiers) {
	o, known := operationsFounded()[p.Act.ID]
	if !known || !scan.EndsWithAny(t.verb, "expand", "enlarge") || !strings.HasPrefix(o.Name, b.Name+" ") {
		return
	}
	next := operation(o)
	cite.AddSubsidiary(&d.found, next)
	q = slices.DeleteFunc(slices.Clone(q), func(pair [2]string) bool { return pair[0] == "confidence" })
	d.found.State(
		p,
		part,
		b.Start,
		b.End,
		p.Act.ID,
		"establishes",
		next.ID,
		append(q, [2]string{"confidence", "likely"}),
	)
}

// decisionTo stands before the act by which something was set up whose name it did not have
// yet: "the decision to set up an observer unit was taken in paragraph 5 of".
var decisionTo = scan.Compile(
	`\bdecision to (set up|establish|create) an? ([a-z][a-z -]{2,60}?)(?:,? (?:was|which was))? (?:taken|made|contained) (?:in|by)(?: (paragraphs? \d+) of)?(?: its)? ?$`,
)

// decidedOn reads which act founded the one operation that the act of a passage names.
func (d *dutyReader) decidedOn(x passage) {
	s := x.part.S
	from := max(0, x.LeadStart-mostMade)
	m := decisionTo.FindStringSubmatchIndex(s[from:x.LeadStart])
	if m == nil || x.p.Act == nil {
		return
	}
	if o, known := operationsFounded()[x.p.Act.ID]; !known || d.onlyOperation(x.p, "").ID != o.ID(o.Parent) {
		return
	}
	pin := ""
	if m[6] >= 0 {
		pin = s[from+m[6] : from+m[7]]
	}
	d.passed(x, from+m[4], from+m[5], "establishes", d.onlyOperation(x.p, "").ID,
		tree.Qualifiers{{"verb", "decision to " + s[from+m[2]:from+m[3]]}, {"pin", pin}})
}

// misprinted is an operation in whose name one letter is lost or wrong, where another
// paragraph of the act prints the name right: "the United Nation Observer Force".
func (d *dutyReader) misprinted(p *tree.Paragraph, object string) (b cite.Subsidiary) {
	for _, q := range p.Act.Paragraphs {
		if q.Kind == tree.Footnote || q == p {
			continue
		}
		for _, n := range cite.Subsidiaries(q.Parts[0], d.tree.Speaker(p)) {
			if at, end := nearly(object, n.Name); n.Single && at >= 0 && !notIts.MatchString(object[:at]) &&
				!otherThing.MatchString(object[:at]) {
				cite.AddSubsidiary(&d.found, n)
				n.Start, n.End = at, end
				return n
			}
		}
	}
	return b
}

// leastMisprinted is how long a name must be that a misprint leaves its own.
const leastMisprinted = 24

// nearly finds a name with one letter lost or wrong; at is negative where it is not there.
func nearly(s, name string) (at, end int) {
	if len(name) < leastMisprinted {
		return -1, -1
	}
	for i := 0; i+len(name)-1 <= len(s); i++ {
		if s[i] != name[0] || i > 0 && scan.IsWord(s[i-1]) {
			continue
		}
		for _, end := range []int{i + len(name) - 1, i + len(name)} {
			if end > len(s) || end < len(s) && scan.IsWord(s[end]) {
				continue
			}
			if printed := s[i:end]; printed != name && names.OneLetterOff(name, printed) || lacksOne(printed, name) {
				return i, end
			}
		}
	}
	return -1, -1
}

// lacksOne says that a text is a name without one of its bytes.
func lacksOne(s, name string) bool {
	if len(s)+1 != len(name) {
		return false
	}
	same := 0
	for same < len(s) && s[same] == name[same] {
		same++
	}
	return s[same:] == name[same+1:]
}

// figureLost puts right the number of an operation of which a figure was lost: "Mission I"
// of an act that names Mission II, when the first had ended years before.
func (d *dutyReader) figureLost(p *tree.Paragraph, b cite.Subsidiary) cite.Subsidiary {
	stem, first := strings.CutSuffix(b.Name, " I")
	year := names.YearOfNumber(p.Act.Body, p.Act.Number)
	if !first || year == 0 || !endedBefore(b.ID, year) {
		return b
	}
	for _, q := range p.Act.Paragraphs {
		if q.Kind == tree.Footnote {
			continue
		}
		for _, n := range cite.Subsidiaries(q.Parts[0], d.tree.Speaker(p)) {
			if rest, ok := strings.CutPrefix(
				n.Name,
				stem+" I",
			); ok && strings.Trim(rest, "I") == "" && rest != "" &&
				!endedBefore(n.ID, year) {
				cite.AddSubsidiary(&d.found, n)
				n.Start, n.End = b.Start, b.End
				return n
			}
		}
	}
	return b
}

// endedBefore says that the tables know an operation to have ended before a year.
func endedBefore(id string, year int) bool {
	return slices.ContainsFunc(names.Current().Operations, func(o names.Operation) bool {
		return graph.BodyID(o.Code) == id && o.To > 0 && o.To < year
	})
}
