package session

import (
	"strings"

	"mandategraph/graph/names"
	"mandategraph/loader/scan"
	"mandategraph/loader/tree"
)

// officers reads who holds an office, elections, nominations and who chaired a
// meeting.
func (r *reporter) officers(x utterance) {
	r.holders(x)
	r.chairs(x)
	if strings.Contains(x.text, "nominated by") {
		for _, m := range nominatedBy.FindAll(x.text) {
			r.nominates(x, m[4], x.text[m[2]:m[3]])
		}
	}
}

// nominates adds that the group whose name begins at a byte nominates for an
// office.
func (r *reporter) nominates(x utterance, at int, office string) {
	if e, end, ok := names.Actors().At(x.text, at); ok && e.Kind == "Group" {
		r.entity(e.ID, e.Kind)
		role := r.officeRole(names.SingularOffice(office))
		x.state(&r.found, at, end, e.ID, "nominates", role, tree.Qualifiers{{"rule", "officers"}})
	}
}

// beforeName is how many bytes before a name its office stands in.
const beforeName = 120

// An officeList is what is known of a list of officers while its names are read.
// A list has its offices either all before the names or all after them: the
// first name with an office decides which.
type officeList struct {
	elected bool    // the sentence speaks of an election
	decided bool    // a name with an office was read
	before  bool    // the offices stand before the names
	carried string  // an office in the plural, which further names share
	waiting [][]int // names in a row whose office stands behind the last of them
}

// holders reads the offices that stand beside the names of persons with their
// States.
func (r *reporter) holders(x utterance) {
	if !officeTitled(x.text) {
		return
	}
	list := officeList{elected: electing.MatchString(x.text)}
	for _, m := range personOf.FindAll(x.text) {
		if _, ok := names.StateFinder().Named(strings.TrimPrefix(x.text[m[6]:m[7]], "the ")); !ok {
			list.carried, list.waiting = "", nil
			continue
		}
		lead := x.text[max(0, m[0]-beforeName):m[0]]
		office := r.officeBeside(x, m, lead, &list)
		for _, name := range list.holding(office, m, lead) {
			r.holdsOffice(x, name[4], name[5], name[6], name[7], names.SingularOffice(office))
		}
	}
}

// holding adds a name to the list, and gives those who hold the office that was
// read beside it: the name, or all in a row before an office in the plural.
func (l *officeList) holding(office string, name []int, lead string) (those [][]int) {
	if !joinsNames(lead) {
		l.waiting = nil
	}
	l.waiting = append(l.waiting, name)
	if office == "" {
		return nil
	}
	those, l.waiting = l.waiting, nil
	if names.SingularOffice(office) == office || l.before {
		those = those[len(those)-1:]
	}
	return those
}

// officeBeside is the office that stands beside a name, or that it shares with
// the name before; empty where there is none.
func (r *reporter) officeBeside(x utterance, name []int, lead string, list *officeList) string {
	rest := x.text[name[1]:]
	left, right := r.beside(lead, rest, list.elected)
	if !list.decided && (left != nil || right != nil) {
		list.before, list.decided = left != nil, true
	}
	switch {
	case left != nil && (list.before || strings.EqualFold(left[1], "the ")):
		list.carried = ""
		if office := left[2]; names.SingularOffice(office) != office {
			list.carried = office
		}
		return left[2]
	case right != nil && !list.before:
		list.carried = ""
		return right[2]
	case list.carried != "" && joinsNames(lead):
		return list.carried
	}
	return r.officeFor(x, name[0]-len(lead), lead, rest)
}

// officeFor reads "the Group nominated X (Serbia) for the office of Rapporteur";
// it is an office that the person holds where the text says that it was elected.
// from is where lead begins in the sentence.
func (r *reporter) officeFor(x utterance, from int, lead, rest string) string {
	m := forOffice.FindStringSubmatch(rest)
	if m == nil {
		return ""
	}
	if by := nominates.FindStringSubmatchIndex(lead); by != nil {
		r.nominates(x, from+by[2], m[1])
	}
	if !strings.Contains(rest, "elected") {
		return ""
	}
	return m[1]
}

// beside matches the office of the body before a name and that behind it.
func (r *reporter) beside(lead, rest string, listing bool) (left, right []string) {
	left, right = officeBefore.FindStringSubmatch(lead), officeAfter.FindStringSubmatch(rest)
	if right != nil && (right[1] == "" && !listing || !r.ownOffice(right[3])) {
		right = nil // no apposition, or another body's
	}
	if left != nil && (!r.ownOffice(left[3]) || left[1] != "the " && left[1] != "The " && !listing) {
		left = nil
	}
	if left != nil && right != nil && !listing {
		left = nil // "in the absence of the President, X (Serbia), Vice-President, chaired"
	}
	return left, right
}

// officeTitled says that a text may hold the title of an office.
func officeTitled(s string) bool {
	return strings.Contains(s, "Chair") || strings.Contains(s, "President") || strings.Contains(s, "Rapporteur")
}

// joinsNames says that a name follows another one in a list.
func joinsNames(lead string) bool {
	return scan.EndsWithAny(lead, "), ", ") and ", "), and ", "); ", "); and ")
}

// ownOffice says that the body of an office is the report's.
func (r *reporter) ownOffice(body string) bool {
	if body == "" || r.ownName(body) {
		return true
	}
	b, ok := names.BodyByText(body)
	return ok && b.Code == r.body
}
