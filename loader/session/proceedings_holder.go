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
	r.joinedOffices(x)
	r.chairs(x)
	r.appositions(x)
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
	elected bool       // the sentence speaks of an election
	decided bool       // a name with an office was read
	before  bool       // the offices stand before the names
	carried string     // an office in the plural, which further names share
	waiting []stateman // names in a row whose office stands behind the last of them
	last    int        // where the last name ends; -1 before the first
	joined  bool       // the name follows another one in the list
}

// holders reads the offices that stand beside the names of persons with their
// States.
func (r *reporter) holders(x utterance) {
	if !officeTitled(x.text) {
		return
	}
	r.holdersIn(x, electing.MatchString(x.text))
}

// listedOfficers reads the offices in an item of a list that its lead says to be one of
// officers: "(a) Chair: Ana Soto (Chile);".
func (r *reporter) listedOfficers(p *tree.Paragraph) {
	part, lead := p.Parts[0], p.Lead.Parts[0].S
	if last := lead[strings.LastIndex(lead, ". ")+1:]; electedAs.MatchString(strings.TrimSpace(last) + " ") {
		m := electedAs.FindStringSubmatch(strings.TrimSpace(last) + " ")
		for _, n := range statesmen(part.S) {
			r.holdsOffice(utterance{p, part, 0, part.S}, n, names.SingularOffice(m[1]))
		}
		return
	}
	if officeTitled(part.S) && scan.EndsWithAny(strings.TrimRight(lead, " "), ":") &&
		electing.MatchString(lead) {
		r.holdersIn(utterance{p, part, p.Words, part.S[p.Words:]}, true)
	}
}

// holdersIn reads the same of a text that may speak of an election.
func (r *reporter) holdersIn(x utterance, elected bool) {
	list := officeList{elected: elected, last: -1}
	var shared []int
	if list.elected {
		shared = electedAs.FindStringSubmatchIndex(x.text)
	}
	for _, n := range r.statesmenOf(x.text) {
		list.joined = list.last >= 0 && joinsNames(x.text[list.last:n.Start])
		if list.last = n.End; !list.joined {
			list.waiting = nil
			list.decided = list.decided && list.elected
		}
		office := r.officeBeside(x, n, &list)
		if office == "" && shared != nil && n.Start >= shared[1] {
			office, list.waiting = names.SingularOffice(x.text[shared[2]:shared[3]]), nil
		}
		if sharedOwner(x.text[n.End:]) != "" {
			office = "" // of that group
		}
		for _, name := range list.holding(office, n) {
			r.holdsOffice(x, name, office)
		}
	}
	if list.elected {
		r.officeInBrackets(x)
	}
}

// electedAs tells the office of all whom a sentence names behind it: "The Vice-Presidents
// were elected from the following groups: (a) African States: Mr. Bo Berg, Ambassador of".
var electedAs = scan.Compile(`^(?:[^,;:]{0,60}, )?[Tt]he (` + officeTitles + `) were (?:also )?elected\b[^:.]{0,80}: `)

// bracketOffice is an office behind a name, where no State is given.
var bracketOffice = scan.Compile(`(` + fullName + `) \((` + officeTitles + `|Vice Chair)\)`)

// officeInBrackets reads "elected its Bureau: Ana Soto (Chair), Bo Berg (Rapporteur)".
func (r *reporter) officeInBrackets(x utterance) {
	for _, m := range bracketOffice.FindAll(x.text) {
		office := strings.Replace(x.text[m[4]:m[5]], "Vice Chair", "Vice-Chair", 1)
		r.holds(x, scan.Span{Start: m[2], End: m[3]}, m[1], office, "")
	}
}

// holding adds a name to the list, and gives those who hold the office that was
// read beside it: the name, or all in a row before an office in the plural.
func (l *officeList) holding(office string, name stateman) (those []stateman) {
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
func (r *reporter) officeBeside(x utterance, name stateman, list *officeList) string {
	lead, rest := x.text[max(0, name.Start-beforeName):name.Start], x.text[name.End:]
	left, right := r.beside(lead, rest, list.elected || name.titled)
	if !list.decided && (left != nil || right != nil) {
		list.before, list.decided = left != nil, true
	}
	switch {
	case left != nil && (list.before || name.titled || article(left[1])):
		list.carried = ""
		if office := left[2]; names.SingularOffice(office) != office {
			list.carried = office
		}
		return left[2] + r.partOffice(left[3])
	case right != nil && !list.before:
		list.carried = ""
		return right[2] + r.partOffice(right[3])
	case list.carried != "" && list.joined:
		return list.carried
	}
	return r.officeFor(x, name.Start-len(lead), lead, rest)
}

// partBody is a part of a body whose officers are elected with those of the body.
var partBody = scan.Compile(`^(?:Working Group (?:[IVX]+|\d+|on .*)|Drafting .*|` +
	`[Cc]ontact [Gg]roup .*)$`)

// partOffice is what the title of an office of a part of the body adds: " of Working
// Group II", " of the Drafting Committee".
func (r *reporter) partOffice(body string) string {
	switch {
	case !partBody.MatchString(body):
		return ""
	case numberedPart.MatchString(body):
		return " of " + body
	}
	return " of the " + body
}

// numberedPart is a part that stands without an article.
var numberedPart = scan.Compile(` (?:[IVX]+|\d+|[A-Z])$`)

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
	if right != nil &&
		(right[1] == "" && !listing || !r.ownOffice(right[3]) || inTurn.MatchString(rest[len(right[0]):])) {
		right = nil // no apposition, another body's, or one of several
	}
	if left != nil && (!r.ownOffice(left[3]) || !article(left[1]) && !listing) {
		left = nil
	}
	if left != nil && right != nil && !listing {
		left = nil // "in the absence of the President, X (Serbia), Vice-President, chaired"
	}
	return left, right
}

// inTurn ends a list of offices that go to the names before it in their order.
var inTurn = scan.Compile(`^[^;.()]{0,80},? respectively\b`)

// article says that a word before an office is its article.
func article(word string) bool { return word != "" && (word[0]|0x20 == 't' || word[0]|0x20 == 'a') }

// officeTitled says that a text may hold the title of an office.
func officeTitled(s string) bool {
	return strings.Contains(s, "Chair") || strings.Contains(s, "President") || strings.Contains(s, "Rapporteur")
}

// joinsNames says that words join two names of a list.
func joinsNames(between string) bool {
	switch strings.TrimSuffix(between, "the ") {
	case ", ", " and ", ", and ", "; ", "; and ":
		return true
	}
	return false
}

// ownOffice says that the body of an office is the report's.
func (r *reporter) ownOffice(body string) bool {
	if body == "" || r.ownName(body) || partBody.MatchString(body) {
		return true
	}
	b, ok := names.BodyByText(body)
	return ok && b.Code == r.body
}
