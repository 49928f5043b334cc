package session

import (
	"strconv"
	"strings"

	"mandategraph/graph/names"
	"mandategraph/loader/scan"
)

// The sides of a vote in the order in which texts print them: which property
// counts them, and which relation the States on them have.
const (
	inFavour = iota
	against
	abstaining
	noSide // those who were absent
)

var (
	sideCounts    = [...]string{"votesFor", "votesAgainst", "abstentions"}
	sideRelations = [...]string{"votedFor", "votedAgainst", "abstained"}
)

// A tally holds how many votes each side has; empty where it is not printed.
type tally [len(sideCounts)]string

// printed counts the sides of a tally.
func (t tally) printed() (n int) {
	for _, c := range t {
		if c != "" {
			n++
		}
	}
	return n
}

// A bracketed list is what stands in brackets behind the votes of a side: "2
// abstentions (Ecuador, Yemen)".
type bracketed struct{ side, from, to int }

// A reckoning is where a text prints a tally, and the brackets in it.
type reckoning struct {
	tally
	scan.Span
	lists   []bracketed
	implied bool // the text does not say which number is in favour
}

// decided is the tally of a vote that ended in an outcome: what is "rejected by 58
// votes to 15" has 58 votes against it.
func (k reckoning) decided(outcome string) tally {
	t := k.tally
	first, _ := strconv.Atoi(t[inFavour])
	second, _ := strconv.Atoi(t[against])
	if outcome == "rejected" && k.implied && first > second {
		t[inFavour], t[against] = t[against], t[inFavour]
	}
	return t
}

// numeral is a number in figures, which may be read wrongly from print, or in words.
const numeral = `[\dIl\]]{1,3}|[Nn]one|[Nn]o|nil|zero|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our(?:teen)?|[Ff]ive|` +
	`[Ss]ix(?:teen)?|[Ss]even(?:teen)?|` +
	`[Ee]ight(?:een)?|[Nn]ine(?:teen)?|[Tt]en|[Ee]leven|[Tt]welve|[Tt]hirteen|[Ff]ifteen|` +
	`(?:[Tt]wenty|[Tt]hirty|[Ff]orty|[Ff]ifty|[Ss]ixty|[Ss]eventy|[Ee]ighty|[Nn]inety)(?:-[a-z]{3,5})?`

var (
	// Where a tally begins: "a recorded vote of 120", "49 votes", "3 votes in favour",
	// "25 against to 12 in favour".
	tallyStart = scan.Compile(`\bvotes?(?: by (?:roll-?call|show of hands))? of (` + numeral + `)\b|` +
		`\b(` + numeral + `) (?:(?:\w+ )?votes?\b|(?:(?:members?|delegations?|States|Parties|countries)(?: of the [A-Z]\w+)? )?(?:voting|voted)\b|` +
		`in favou?r\b|against\b)`)
	// tallyWords are such that one stands where a tally begins.
	tallyWords = []string{"vot", "in favo", "against"}
	// One side of it: number, whose votes, bracket.
	tallyMember = scan.Compile(`^(` + numeral + `)(?: (?:affirmative |negative )?votes?\b| members?|` +
		` delegations?| States?| Parties| countries)?(?: of the [A-Z]\w+)?(?: cast| voting| voted)?` +
		`(?: ?(in favou?r|for|against|opposed|abstentions?|abstaining|abstained)\b(?: (?:of )?(?:the|that|this|it)\b[a-z ]{0,40}(?:[A-Z]\w*/[\w./-]+\w)?)?)?`)
	tallyJoint = scan.Compile(`^(?:[,.]? (?:to|io|and|with|and with|but with)|,|;) `)
	// "in favour: 23; against: 4; abstentions: 12"
	tallyItem = scan.Compile(`\b(?:[Nn]umber of )?(?:[Vv]otes? )?([Ii]n favou?r|[Ff]or|[Aa]gainst|` +
		`[Aa]bstentions?|[Aa]bstaining)` +
		`(?:: | \.* ?|, )(\d{1,3})\b`)
)

// sideOf is the side that a word of a tally names; noSide where it names none.
func sideOf(word string) int {
	switch {
	case word == "":
		return noSide
	case strings.HasPrefix(strings.ToLower(word), "ag"), word == "opposed":
		return against
	case strings.HasPrefix(strings.ToLower(word), "ab"):
		return abstaining
	}
	return inFavour
}

// reckonings lists the tallies of a text.
func reckonings(text string) (list []reckoning) {
	at, starts := 0, [][]int(nil)
	for _, word := range tallyWords {
		if strings.Contains(text, word) {
			starts = tallyStart.FindAll(text)
			break
		}
	}
	for _, m := range starts {
		from := max(m[2], m[4])
		if from < at || strings.HasSuffix(text[:m[0]], "f the ") {
			continue // also "of the 40 Parties present and voting", which is all of them
		}
		if k, ok := reckoningAt(text, from); ok {
			k.Start, at = m[0], k.End
			list = append(list, k)
		}
	}
	if len(list) == 0 {
		return itemized(text)
	}
	return list
}

// reckoningAt reads the sides of a tally from the first number on; ok needs two.
func reckoningAt(text string, at int) (k reckoning, ok bool) {
	k.Span = scan.Span{Start: at, End: at}
	for next := at; ; {
		m := tallyMember.FindStringSubmatchIndex(text[next:])
		if m == nil {
			break
		}
		n, number := numberOf(text[next : next+m[3]])
		side := noSide
		if m[4] >= 0 {
			side = sideOf(text[next+m[4] : next+m[5]])
		}
		if side == noSide { // "12 votes to 1"
			side, k.implied = k.nextSide(), true
		}
		if !number || side == noSide || k.tally[side] != "" {
			break
		}
		k.tally[side] = strconv.Itoa(n)
		k.End = next + m[1]
		list, end := bracketAt(text, k.End)
		if end > 0 && scan.IsCapitalAt(text, list) && !strings.HasPrefix(text[list:], "See") {
			k.lists, k.End = append(k.lists, bracketed{side, list, end}), min(end+1, len(text))
		}
		joint := tallyJoint.FindString(text[k.End:])
		if joint == "" {
			break
		}
		next = k.End + len(joint)
	}
	return k, k.printed() > 1
}

var misread = strings.NewReplacer("I", "1", "l", "1", "]", "1")

// numberOf reads a number of votes; in "I4 votes", "I abstention" and "] abstention" a 1
// was read wrongly from print.
func numberOf(word string) (n int, ok bool) {
	if n, ok = names.Cardinal(word); ok {
		return n, true
	}
	if tens, ones, ok := strings.Cut(word, "-"); ok { // "thirty-one"
		n, ok = names.Cardinal(tens)
		one, known := names.Cardinal(ones)
		return n + one, ok && known
	}
	return names.Cardinal(misread.Replace(word))
}

// nextSide is the side of a number that says none: the first is in favour, the
// second against.
func (t tally) nextSide() int {
	for _, side := range []int{inFavour, against} {
		if t[side] == "" {
			return side
		}
	}
	return noSide
}

// bracketAt finds the bracket that stands behind a byte: where its words begin,
// and where it closes; 0 where there is none.
func bracketAt(text string, at int) (from, to int) {
	if !strings.HasPrefix(text[at:], " (") {
		return 0, 0
	}
	from = scan.SkipPrefix(text, at+len(" ("), " ")
	depth := 0
	for to = from; to < len(text); to++ {
		switch text[to] {
		case '(':
			depth++
		case ')', '}':
			if depth--; depth < 0 {
				return from, to
			}
		}
	}
	return from, to
}

// itemized reads "in favour: 23; against: 4".
func itemized(text string) []reckoning {
	k := reckoning{Span: scan.Span{Start: len(text)}}
	for _, m := range tallyItem.FindAll(text) {
		if side := sideOf(text[m[2]:m[3]]); k.tally[side] == "" {
			k.tally[side] = text[m[4]:m[5]]
			k.Start, k.End = min(k.Start, m[0]), m[1]
		}
	}
	if k.printed() < 2 {
		return nil
	}
	return []reckoning{k}
}

// procedures say how a text was adopted or rejected; the first that a text holds
// counts.
var procedures = []struct {
	words *scan.Pattern
	name  string
}{
	{scan.Compile(`(?i)\brecorded vote\b|\broll-? ?call\b`), "recorded vote"},
	{
		scan.Compile(
			`(?i)\bwithout (?:a |being put to (?:a|the) |putting it to (?:a|the) )?vot(?:e|ing)\b|\bwithout objection\b|` +
				`\bby acclamation\b`,
		),
		"without a vote",
	},
	{scan.Compile(`\b[Bb]y consensus\b`), "consensus"},
	{scan.Compile(`(?i)\bunanimously\b|\bunanimous vote\b|\bshow of hands\b|\bby a vote\b`), "vote"},
}

// procedureOf is how a text says that something was decided, with a tally or
// without one; empty where it does not say.
func procedureOf(text string, counted bool) string {
	for _, p := range procedures {
		if p.words.MatchString(text) && !(counted && p.name == "consensus") {
			return p.name
		}
	}
	if counted {
		return "vote"
	}
	return ""
}
