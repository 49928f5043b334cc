package session

import (
	"slices"
	"strings"

	"mandategraph/graph/names"
	"mandategraph/loader/scan"
)

// Sentences join a person and an office in many words, but in few ways: a verb behind the
// name leads to the office ("Ms. Soto served as Rapporteur"), a verb or comma behind the
// office leads to the name ("The Vice-Chairs were Mr. Berg and Ms. Lund"), or "as" stands
// between them where somebody is chosen ("appointed Mr. Berg as its Chair").

const (
	// an organ or a part of one, as the title of an office names it
	officeOwner = `(?:[A-Z][\w’-]*|(?:drafting|working|contact|expert|study|planning|negotiating) (?:group|committee))` +
		`(?: (?:[A-Z\d][\w’-]*|of|the|on|and|for|in|to|against|with|its|group|committee))*`
	// an office with its owner; what is "of" something else is an office elsewhere
	joinedOffice = `(` + heldTitles + `)\b(?: (?:of|for) (?:the |its |that )?(` + officeOwner + `)|` +
		` (?:of|at|for|during) (?:the|its) (?:[a-z][a-z -]{2,40} )?(?:sessions?|meetings?)\b|( of | on [a-z]| for follow))?`
	helpingVerbs = `(?: (?:was|were|had|has|have|been|be|is|are|would|will|shall|to|also|then|duly|subsequently|thereby|` +
		`unanimously|again|later|both|agreed|continued|concurrently|temporarily|kindly|accordingly))*`
	officeLeads = `(?:the|its|an?|new|additional|interim|acting|two|three|four)`
)

var (
	officeBehind = scan.Compile(
		`^(?:[^.;:()]{0,60},? and (?:he|she|they)|,? who)?,?` + helpingVerbs + `,? (?:(?:re-?)?elected|` +
			`(?:re-?)?appointed|designated|chosen|named|confirmed|serv(?:e|ed|ing)|act(?:ed|ing)?|function(?:ed|ing)?|officiat(?:ed|ing)|` +
			`continu(?:e|ed|ing)|t(?:ook|aking) (?:over|up)|assum(?:ed|ing)|filled|held|remained|became|was the|were the)` +
			`(?:,? by (?:acclamation|consensus),?| unanimously| temporarily| also| concurrently)*` +
			`(?: as| to serve as| to act as| in the capacity of| in (?:his|her|their) capacity as| to| to fill)?` +
			`(?: (?:the|its|an?) (?:vacant )?(?:office|post|position|function|role|dut|chair)(?:s|ies)? of)?(?: ` + officeLeads + `)* ` + joinedOffice,
	)
	// between somebody who is chosen or thanked and the office
	officeAs = scan.Compile(
		`^(?:,? by (?:acclamation|consensus))?(?: to replace (?:him|her|them|(?:` + honorific + `)[^,;.()]{2,40}?))?,? (?:(?:serving|acting) )?(?:(?:in (?:his|her|their) capacity )?as|to serve(?: concurrently)? as|to act as|to be)` +
			`(?: ` + officeLeads + `)* ` + joinedOffice,
	)
	chosenBefore = scan.Compile(
		`\b(?:(?:re-?)?elect|(?:re-?)?appoint|designat|chose|confirm|named|with|had|has|having|thank|congratulat|welcom|compris|compos|includ|consist)[a-z]*\b`,
	)
	// before the chair of a group that is the body's own: the body made the one or the other
	madeOfficer = scan.Compile(
		`\b(?:(?:re-?)?elected|appointed|designated|chose|named|confirmed|established|constituted|with|had)\b`,
	)
	onlyProposed  = scan.Compile(`\b(?:propos|nominat|candida|suggest)[a-z]*\b[^;]*$`)
	ownCapacityAs = scan.Compile(
		`^,? (?:in (?:his|her|their) capacity )?as (?:` + officeLeads + ` )*` + joinedOffice + `(?:[,.;]| of |$)`,
	)
	// "elected Mr. Bo Berg Chair", "Mr. Bo Berg, Chair of the Committee, presided"
	officeBare = scan.Compile(`^(,)? ` + joinedOffice)
	// the office before the name
	nameBehindOffice = scan.Compile(
		`\b(?:[Tt]he |([Ii]ts) |[Aa] |[Aa]s )?` + joinedOffice + `(?: (?:at|of|for) (?:its|the) [\w-]+ session)?` +
			`(?:,|:| were as follows:|,? namely,?| (?:was|were|is|are|being|remained|has been|had been)(?: (?:then|also|now|again))?` +
			`(?: (?:held|filled|performed|occupied|assumed|exercised) by)?| (?:went|passed|fell) to)? $`,
	)
	// before an office that is another one, "Special Rapporteur", or that of who is away
	otherOffice = scan.Compile(
		`(?:\b[A-Z]\w+ |\b(?:absence|place|stead|behalf|instead) of (?:[Tt]he |[Ii]ts )?|\b(?:[Aa]lternates?|[Aa]dvis[eo]r|[Aa]ssistant) to (?:the )?)$`,
	)
	nextOfficeName = scan.Compile(`,? and (?:the |its )?(?:(?:Mr|Ms|Mrs|Dr|Sir|H)\b|` + officeTitles + `)`)
	respectively   = scan.Compile(`^((?:, (?:` + officeTitles + `))*),? and (` + officeTitles + `),? respectively\b`)
	itsOffice      = scan.Compile(`\b(?:its|their) `)
	smallTopic     = scan.Compile(
		`^( [a-z][^,;:.()“”]{2,120}?)(?:[,;:.(]|$| (?:at|for|to|which|who|was|were|had|has|and the|during)\b)`,
	)
	// words that say that somebody takes an office, as one that only has it does not
	takesOffice = scan.Compile(
		`^(?:.*\b(?:elected|appointed|designated|chosen|named|confirmed|serv|act|took|taking|assum)|[^,]* as |[^,]* to (?:serve|act|be) )`,
	)
	wholeOwner     = scan.Compile(`^` + officeOwner + `$`)
	chairTitle     = scan.Compile(`^(?:Acting |Co-)?(?:Chair|President)`)
	namedCommittee = scan.Compile(`\b(?:Committee|Group|Panel|Task Force|Subcommittee|Sub-?[Cc]ommission)\b`)
	nextOfficeOf   = scan.Compile(`^[^;:]{0,40}? and [^;:]{3,120}? ` + joinedOffice)
	titledPerson   = scan.Compile(
		`(?:` + honorific + `)+((?:` + nameParticle + ` ){0,3}` + nameWord + `(?: ` + nextWord + `){0,6})`,
	)
)

// leadOfOffice is how many bytes before a name its office may stand.
const leadOfOffice = 240

// joinedOffices reads who holds an office by the words that join the two.
func (r *reporter) joinedOffices(x utterance) {
	if !officeTitled(x.text) && !strings.Contains(x.text, "oordinator") && !strings.Contains(x.text, "acilitator") {
		if strings.Contains(x.text, "replace") || strings.Contains(x.text, "succeed") {
			r.replaces(x, r.mentioned(x.text))
		}
		return
	}
	people := r.mentioned(x.text)
	r.replaces(x, people)
	for from := 0; from < len(people); {
		to := from + 1
		for to < len(people) && joinsNames(x.text[people[to-1].End:people[to].Start]) {
			to++
		}
		r.joined(x, people[from:to])
		from = to
	}
}

// mentioned lists the persons whom a text names: with their States, or behind an honorific.
func (r *reporter) mentioned(text string) []stateman {
	list := slices.Clone(r.statesmenOf(text))
	for _, m := range titledPerson.FindAll(text) {
		to := m[3]
		if cut := officeWord.FindStringIndex(text[m[2]:to]); cut != nil {
			to = m[2] + len(strings.TrimRight(text[m[2]:m[2]+cut[0]], " "))
		}
		if to > m[2] {
			list = append(list, stateman{Span: scan.Span{Start: m[0], End: to}, nameFrom: m[2], nameTo: to})
		}
	}
	return inOrder(list)
}

// statesmenOf keeps the persons of the sentence that was asked about last.
func (r *reporter) statesmenOf(text string) []stateman {
	if r.people.text != text {
		r.people.text, r.people.list = text, statesmen(text)
	}
	return r.people.list
}

// joined reads the office of persons who stand in a row, behind or before them.
func (r *reporter) joined(x utterance, row []stateman) {
	first, last := row[0], row[len(row)-1]
	lead, rest := x.text[max(0, first.Start-leadOfOffice):first.Start], x.text[last.End:]
	if m := r.officeOfRow(x, first, lead, rest); m != nil {
		if others := respectively.FindStringSubmatch(rest[len(m[0]):]); others != nil {
			r.inTurn(x, row, strings.Split(m[1]+others[1]+", "+others[2], ", "))
			return
		}
		if strings.HasPrefix(strings.TrimPrefix(rest[len(m[0]):], ","), " respectively") {
			r.inTurn(x, row, strings.Split(m[1], " and "))
			return
		}
		if names.SingularOffice(m[1]) == m[1] {
			row = row[len(row)-1:]
		}
		r.allHold(x, row, m, !takesOffice.MatchString(m[0]))
		return
	}
	at := nameBehindOffice.FindStringSubmatchIndex(lead)
	for at != nil { // "the Chair of the Board and the Rapporteur of the Forum, Mr. Berg": the nearest one
		next := nextOfficeName.FindStringIndex(group(lead, at, 3))
		if next == nil {
			break
		}
		lead = lead[at[6]+next[0]:]
		at = nameBehindOffice.FindStringSubmatchIndex(lead)
	}
	if at != nil && at[8] < 0 && !otherOffice.MatchString(lead[:at[4]]) {
		m := []string{"", lead[at[4]:at[5]], group(lead, at, 3), group(lead, at, 1)}
		if names.SingularOffice(m[1]) == m[1] {
			row = row[:1]
		}
		r.allHold(x, row, m, true)
	}
}

// officeOfRow matches the office behind a row of persons: all, title, owner.
func (r *reporter) officeOfRow(x utterance, first stateman, lead, rest string) (m []string) {
	chosen := chosenBefore.MatchString(x.text[:first.Start]) && !onlyProposed.MatchString(lead)
	switch {
	case officeBehind.MatchString(rest):
		m = officeBehind.FindStringSubmatch(rest)
	case chosen && officeAs.MatchString(rest):
		m = officeAs.FindStringSubmatch(rest)
	case ownCapacityAs.MatchString(rest):
		m = ownCapacityAs.FindStringSubmatch(rest)
	default:
		m = officeBare.FindStringSubmatch(rest)
		if m == nil || m[1] == "" && !electing.MatchString(x.text[:first.Start]) {
			return nil
		}
		m = append(m[:1], m[2:]...)
	}
	if m[3] != "" {
		return nil // of what is no organ
	}
	if smallWordLast.MatchString(m[2]) { // "the Study Group on sea-level rise"
		m[2] += group(rest[len(m[0]):], smallTopic.FindStringSubmatchIndex(rest[len(m[0]):]), 1)
	}
	if itsOffice.MatchString(m[0]) {
		m[3] = "its"
	}
	return m
}

// allHold gives an office to all of a row; the match holds its title and owner.
func (r *reporter) allHold(x utterance, row []stateman, m []string, inPassing bool) {
	owner := m[2]
	if cut := nextOfficeName.FindStringIndex(owner); cut != nil {
		owner = owner[:cut[0]]
	}
	owner = groupName(owner)
	if owner == "" {
		owner = sharedOwner(x.text[row[len(row)-1].End:])
	}
	if owner == "" {
		part, other := r.partSpokenOf(x, row[0].Start, m[3] != "")
		if part == "" && (other || !officeTitled(m[1])) {
			return // of a group that the text does not name
		}
		owner = part
	}
	for _, n := range row {
		if n.stateTo > 0 || !inPassing || !r.toldBefore(x, n, m[1]+r.partOffice(owner)) {
			r.heldBy(x, n, m[1], owner, "")
		}
	}
}

// sharedOwner is the group of which a further office behind a name is, which goes for the
// office before it, too: "Mr. Berg was elected Chair and Ms. Soto Vice-Chair of the Working
// Group"; empty where there is none.
func sharedOwner(rest string) string {
	m := nextOfficeOf.FindStringSubmatch(rest)
	if m == nil || !workingPart.MatchString(m[2]) {
		return ""
	}
	return m[2]
}

// toldBefore says that the document has told that a person, whom it names here without a
// State, holds an office.
func (r *reporter) toldBefore(x utterance, n stateman, title string) bool {
	person, ok := r.person(x.text[n.nameFrom:n.nameTo], false)
	title, part, _ := strings.Cut(title, " of ")
	if title = names.SingularOffice(strings.Replace(title, "Vice ", "Vice-", 1)); part != "" {
		title += " of " + part
	}
	return ok && r.offices[toldOffice{nil, person, r.roleID(title)}] != ""
}

// inTurn gives each of a row its own office.
func (r *reporter) inTurn(x utterance, row []stateman, titles []string) {
	if len(row) != len(titles) {
		return
	}
	for i, n := range row {
		r.heldBy(x, n, titles[i], "", "")
	}
}

// heldBy adds that a person holds an office of the body, of a part of it or of another organ
// that owner names; false where it is of none of them. state is the id of the person's State
// where it is known already.
func (r *reporter) heldBy(x utterance, n stateman, title, owner, state string) bool {
	if !r.personal(x.text[n.nameFrom:n.nameTo]) {
		return false
	}
	if e, ok := names.StateFinder().
		Named(strings.TrimPrefix(x.text[n.stateFrom:n.stateTo], "the ")); ok &&
		n.stateTo > 0 {
		r.found.Entity(e.ID, "State")
		state = e.ID
	}
	name, to := scan.Span{
		Start: n.nameFrom,
		End:   n.nameTo,
	}, max(
		n.nameTo,
		names.CloseBracket(x.text, n.nameFrom, n.stateTo),
	)
	if n.stateTo == 0 {
		to = n.End
	}
	if genericGroup.MatchString(owner) {
		if owner = r.groupNamed(x, n.Start, owner); owner == "" {
			return false
		}
	}
	switch other := r.otherOrgan(owner); {
	case r.ownOffice(owner):
		r.holds(x, name, to, title+r.partOffice(owner), state)
	case other != "":
		r.holdsElsewhere(x, name, to, "role/"+other+"/", title, state)
		return true
	case !workingPart.MatchString(owner) && !(madeOfficer.MatchString(x.text[:n.Start]) && wholeOwner.MatchString(owner) && namedCommittee.MatchString(owner)):
		return false
	case !chairTitle.MatchString(title): // who chairs it is stated below
		r.holds(x, name, to, title+" of the "+owner, state)
	}
	if chairTitle.MatchString(title) &&
		(partBody.MatchString(owner) || workingPart.MatchString(owner) || namedCommittee.MatchString(owner) && !r.ownName(owner)) {
		r.chairsPart(x, true, n.nameFrom, n.nameTo, owner)
	}
	return true
}
