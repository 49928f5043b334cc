package queries

import (
	"fmt"
	"regexp"
	"strings"
)

// A Slot is a place in a phrasing that the question fills.
type Slot struct {
	// Variable is the name of the query's variable.
	Variable string
	// Sort says what may stand there: act, body, state, treaty, entity,
	// session, thing (an act or an entity), item (of an agenda, with its parts),
	// verb, kind (of entity), words (that acts are about), or adopter: the body of
	// the act in another slot, which the query does not need.
	Sort string
}

// A Pattern is a phrasing that can be compared with a question.
type Pattern struct {
	Phrasing string
	Slots    []Slot
	match    *regexp.Regexp
}

// A Match is what a question puts into the slots of a pattern.
type Match struct {
	// Values stand in the order of the pattern's slots.
	Values []string
	// Literal is the number of bytes of the question outside the slots: the
	// greater, the more specific is the pattern.
	Literal int
}

var slotPattern = regexp.MustCompile(`\{(?:(\w+):)?(\w+)\}`)

// Compile reads a phrasing: words; alternatives in (a|b); what may be left out
// in [a|b]; slots as {sort} or {variable:sort}. The alternatives of a slot come
// from words where the table has its sort, else anything fits. Between words,
// "the" may stand or be missing, and case makes no difference.
func Compile(phrasing string, words map[string][]string) (Pattern, error) {
	p := Pattern{Phrasing: phrasing}
	for _, m := range slotPattern.FindAllStringSubmatch(phrasing, -1) {
		s := Slot{Variable: m[1], Sort: m[2]}
		if s.Variable == "" {
			s.Variable = s.Sort
		}
		p.Slots = append(p.Slots, s)
	}
	var expression strings.Builder
	for _, piece := range pieces(phrasing) {
		expression.WriteString(piece.expression(words))
	}
	match, err := regexp.Compile(`(?is)^` + expression.String() + ` $`)
	if err != nil {
		return p, fmt.Errorf("phrasing %q: %w", phrasing, err)
	}
	p.match = match
	return p, nil
}

// A piece is a word, group, option or slot of a phrasing.
type piece struct {
	open byte // '(', '[', '{' or 0 for a word
	text string
}

// pieces splits at blanks outside brackets.
func pieces(phrasing string) []piece {
	closing := map[byte]string{'(': ")", '[': "]", '{': "}"}
	var list []piece
	for rest := strings.TrimSpace(phrasing); rest != ""; rest = strings.TrimSpace(rest) {
		if end, ok := closing[rest[0]]; ok {
			if text, after, found := strings.Cut(rest[1:], end); found {
				list = append(list, piece{rest[0], text})
				rest = after
				continue
			}
		}
		word, after, _ := strings.Cut(rest, " ")
		list = append(list, piece{0, word})
		rest = after
	}
	return list
}

// article may stand before any piece; every piece begins with a blank.
const article = `(?: the)?`

func (p piece) expression(words map[string][]string) string {
	switch p.open {
	case '{':
		_, sort, named := strings.Cut(p.text, ":")
		if !named {
			sort = p.text
		}
		if list, ok := words[sort]; ok {
			return article + ` (` + alternatives(list) + `)`
		}
		return ` (.+?)`
	case '(':
		return article + ` (?:` + alternatives(strings.Split(p.text, "|")) + `)`
	case '[':
		return `(?:` + article + ` (?:` + alternatives(strings.Split(p.text, "|")) + `))?`
	}
	return article + ` ` + regexp.QuoteMeta(p.text)
}

func alternatives(list []string) string {
	quoted := make([]string, len(list))
	for i, w := range list {
		quoted[i] = strings.ReplaceAll(regexp.QuoteMeta(w), " ", article+" ")
	}
	return strings.Join(quoted, "|")
}

// Match compares a question that [Clean] has tidied; ok is false where the
// pattern does not fit.
func (p Pattern) Match(question string) (m Match, ok bool) {
	groups := p.match.FindStringSubmatch(" " + question + " ")
	if groups == nil {
		return Match{}, false
	}
	m.Literal = len(question)
	for _, value := range groups[1:] {
		m.Values = append(m.Values, strings.TrimSpace(value))
		m.Literal -= len(value)
	}
	return m, true
}

var (
	courtesy = regexp.MustCompile(
		`(?i)^(?:please|can you|could you|would you|kindly|tell me|show me|give me|list|i want to know|i would like to know|the)\b[\s,:]*`,
	)
	ending = regexp.MustCompile(`(?i)(?:[\s,]+(?:please|thanks|thank you)|[\s?.!…;:"”]+)$`)
)

// contraction is a verb with its "not": didn't.
var contraction = regexp.MustCompile(`(?i)\b(did|does|do|was|were|is|are|has|have|had|would|should|could)n['’]t\b`)

// Clean takes from a question what says nothing: courtesies, the article in
// front, marks at the end, blanks in a row.
func Clean(question string) string {
	question = contraction.ReplaceAllString(strings.Join(strings.Fields(question), " "), "$1 not")
	for _, noise := range []*regexp.Regexp{courtesy, ending} {
		for previous := ""; previous != question; {
			previous, question = question, noise.ReplaceAllString(question, "")
		}
	}
	return question
}
