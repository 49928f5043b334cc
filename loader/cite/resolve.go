package cite

import (
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
	"mandategraph/loader/scan"
	"mandategraph/loader/tree"
)

// A memory keeps what a document says in full, for what it says in short
// elsewhere.
type memory struct {
	// bodies of acts cited with their body, by kind and number.
	bodies map[string][]string
	// others are the acts that the document cites as those of bodies that it names only in
	// short, and which are therefore not its own, by kind and number.
	others map[string]bool
	// prints holds the bodies whose acts the document prints.
	prints map[string]bool
	// marks are the bodies whose acts the document prints, by the letters before their numbers.
	marks map[string]string
	// stranger is a publisher that no table knows and of which the document prints
	// no act, so that an act without a body need not be its own.
	stranger string
	// sessions are the bodies of whose acts the document names one with their body, and how
	// many of them, by session.
	sessions map[int]map[string]int
	// inYear and outOfYear count the numbers whose year is that of the act, and those whose
	// is not.
	inYear, outOfYear int
}

func newMemory(t *tree.Tree) *memory {
	m := &memory{
		bodies: map[string][]string{}, others: map[string]bool{}, prints: map[string]bool{},
		sessions: map[int]map[string]int{}, marks: map[string]string{},
	}
	for _, a := range t.Acts {
		m.prints[a.Body] = true
		if mark := markOf(a.Number); mark != "" {
			m.marks[mark] = a.Body
		}
	}
	if t.BodyName != "" && !m.prints[t.Body] {
		m.stranger = t.Body
	}
	return m
}

func (c *Citation) key() string { return c.Kind + " " + c.Number }

// learn notes whose act a citation is where the text says so.
func (m *memory) learn(c *Citation) {
	code := plainBody(c)
	if c.how == foreignBody && len(c.may) == 0 && c.short != "" {
		m.others[c.key()] = true
		return
	}
	if names.IsDated(code) {
		m.year(code, c)
	}
	if code == "" || c.how == unnamedBody || c.how == foreignBody {
		return
	}
	if n := graph.ReadNumber(c.Number); n.Form == graph.SessionForm && !slices.Contains(m.bodies[c.key()], code) {
		if m.sessions[n.Session] == nil {
			m.sessions[n.Session] = map[string]int{}
		}
		m.sessions[n.Session][code]++
	}
	m.bodies[c.key()] = scan.AppendNew(m.bodies[c.key()], code)
}

// markOf is the letters with which a number begins, two and more: the PCL of PCL/6/3.
func markOf(number string) string {
	end := 0
	for scan.IsCapitalAt(number, end) {
		end++
	}
	if end < 2 || end == len(number) {
		return ""
	}
	return number[:end]
}

// plainBody is the body that the number itself marks, or that the text names
// and whose acts have such numbers.
func plainBody(c *Citation) string {
	if c.among != nil && c.name == "" {
		if c.body != "" && c.how == namedBody && c.mayBe(c.body) {
			return c.body
		}
		return ""
	}
	if marked := names.BodyOfNumber(c.Number); marked != "" {
		return marked
	}
	if graph.ReadNumber(c.Number).Form == graph.DatedForm && c.how != namedBody {
		return names.DatedBody()
	}
	if c.name != "" {
		return c.body // of whose numbers no table tells the form
	}
	if c.body != "" && c.body != unknownBody && c.mayBe(c.body) {
		return c.body
	}
	return ""
}

// said are the bodies of the acts that one paragraph has cited so far, by kind
// and number; [unknownBody] where that was left open.
type said map[string]string

// settle finds the acts of a list that stands in a paragraph of its own.
func (m *memory) settle(list []Citation) { m.resolve(list, said{}) }

// resolve finds the act that each citation of a paragraph means. Where the text
// does not say whose act it is and nothing else in it settles it, it stays open
// with the candidates; it is never guessed.
func (m *memory) resolve(list []Citation, before said) {
	for i := range list {
		c := &list[i]
		code, reason := m.bodyOf(c, before)
		if c.numberless {
			code, reason = "", "the act has no number yet"
		}
		if c.broken {
			code, reason = "", "digits stand apart behind the number"
		}
		if names.IsDated(code) && m.misread(code, c) {
			code, reason = "", "the act of this number is of another year"
		}
		if otherSession(code, c) {
			code, reason = "", "its date is not of this session"
		}
		if code == "" {
			if before[c.key()] == "" {
				before[c.key()] = unknownBody // the same number again is as open
			}
			c.open = &tree.Diagnostic{Reason: "unresolved: " + reason, Text: c.Kind + " " + c.Number,
				Candidates: m.candidates(c)}
			continue
		}
		number := c.Number
		if names.IsDated(code) {
			number, c.date = yearToDate(number, c.date)
		}
		before[c.key()] = code
		c.ID = graph.ActID(code, c.Kind, names.Canonical(code, c.Kind, number))
	}
}

// candidates lists the acts that a citation may mean.
func (m *memory) candidates(c *Citation) (ids []string) {
	for _, may := range slices.Concat(c.may, m.bodies[c.key()]) {
		if may != unknownBody {
			ids = scan.AppendNew(ids, graph.ActID(may, c.Kind, c.Number))
		}
	}
	return ids
}

// agree leaves open whose the acts of a list without a body are, where the text
// gives one of them elsewhere to another body than the list's own: a list has one
// body.
func (m *memory) agree(list []Citation) {
	for i := 0; i < len(list); {
		end := i + 1
		for end < len(list) && list[end].group == list[i].group {
			end++
		}
		for _, c := range list[i:end] {
			known := m.bodies[c.key()]
			if c.how != unnamedBody || len(c.may) != 1 || len(known) != 1 || known[0] == c.may[0] {
				continue
			}
			for k := i; k < end; k++ {
				if o := &list[k]; o.how == unnamedBody && len(o.may) == 1 && len(m.bodies[o.key()]) == 0 {
					o.may = []string{o.may[0], known[0]}
				}
			}
			break
		}
		i = end
	}
}

// bodyOf says whose act it is, or says why it cannot.
func (m *memory) bodyOf(c *Citation, before said) (code, reason string) {
	if code := plainBody(c); code != "" && (names.BodyOfNumber(c.Number) != "" || names.IsDated(code) || c.plainly()) {
		return code, ""
	}
	if own := m.marks[markOf(c.Number)]; own != "" && c.how != namedBody {
		return own, ""
	}
	if c.how == namedBody {
		return "", "no act of " + c.body + " has a number of this form"
	}
	if c.how == unnamedBody {
		if m.others[c.key()] && len(m.bodies[c.key()]) == 0 {
			return "", sameNumber
		}
		if code, reason, ok := m.unnamed(c, before[c.key()]); ok {
			return code, reason
		}
	}
	return m.attributed(c, before[c.key()])
}

// plainly says that the words themselves say whose act it is.
func (c *Citation) plainly() bool {
	return c.how == namedBody || c.how == ownBody || c.how == fittingBody
}

// sole is the one body whose act it may be; empty where there are several or none.
func (c *Citation) sole() string {
	if len(c.may) == 1 {
		return c.may[0]
	}
	return ""
}

// Why a citation stays open.
const (
	openToSeveral = "the text leaves open which of several bodies is meant"
	openToAny     = "the text does not say whose act it is"
	sameNumber    = "acts of several bodies have this number in this document"
)

// unnamed settles whose act a bare "resolution 9/1" is, which the paragraph may
// have cited before as that of a body; false where that takes nothing more than
// for other acts.
func (m *memory) unnamed(c *Citation, before string) (code, reason string, ok bool) {
	known, own := m.bodies[c.key()], c.sole()
	if before == unknownBody && len(known) != 1 {
		return "", openToSeveral, true
	}
	if len(c.may) > 1 {
		return m.oneOf(c.may, known, before)
	}
	switch {
	case before != "" && before != unknownBody:
		return before, "", true // the same act again in the same paragraph
	case own == unknownBody && len(known) == 1:
		return known[0], "", true
	case own != "" && own == m.stranger && own != unknownBody && len(known) == 0:
		return "", openToAny, true
	}
	return "", "", false
}

// oneOf settles which of several bodies is meant: the one that the document names
// with the act, a subsidiary body that adopts acts of its own, or the one of which
// the paragraph cited it before.
func (m *memory) oneOf(may, known []string, before string) (code, reason string, ok bool) {
	switch {
	case len(known) == 1 && slices.Contains(may, known[0]):
		return known[0], "", true
	case len(may) == 2 && strings.HasPrefix(may[0], may[1]+"/") && m.prints[may[0]]:
		return may[0], "", true
	case !slices.Contains(may, before):
		return "", openToSeveral, true
	case before != unknownBody:
		return before, "", true
	}
	return "", "", false
}

// attributed settles whose act it is by what the words before it say.
func (m *memory) attributed(c *Citation, before string) (code, reason string) {
	known, own := m.bodies[c.key()], c.sole()
	if len(c.may) > 1 && !slices.Contains(c.may, before) {
		return "", openToSeveral
	}
	if before != "" && before != unknownBody && (own == "" || own == before) {
		return before, "" // the same act again in the same paragraph
	}
	if own != "" {
		return ownAct(c, own, known)
	}
	switch {
	case len(known) == 1 && c.how != ownBody && c.how != foreignBody:
		return known[0], ""
	case len(known) > 1:
		return "", sameNumber
	case c.how == unnamedBody && own == "" && len(c.may) == 0:
		if code := m.ofSession(c); code != "" {
			return code, ""
		}
	}
	return "", openToAny
}

// ofSession is the body whose act a bare "resolution 79/1" is, where the document names
// the body with other acts of that session, and never another body's.
func (m *memory) ofSession(c *Citation) string {
	n := graph.ReadNumber(c.Number)
	if n.Form != graph.SessionForm || len(m.sessions[n.Session]) != 1 {
		return ""
	}
	for code, acts := range m.sessions[n.Session] {
		if acts > 1 && c.mayBe(code) {
			return code
		}
	}
	return ""
}

// ownAct settles whether a citation means the act of the one body that it may;
// known are those whose act of this number the document names.
func ownAct(c *Citation, own string, known []string) (code, reason string) {
	switch {
	case own == unknownBody:
		return "", openToAny
	case len(known) == 0 || slices.Contains(known, own) || c.how == ownBody || c.how == shortBody:
		return own, ""
	}
	return "", sameNumber
}

// yearToDate drops the year of a Security Council number and keeps it as date.
func yearToDate(number, date string) (string, string) {
	n, year, ok := strings.Cut(strings.TrimSuffix(number, ")"), "(")
	if !ok {
		return number, date
	}
	if date == "" {
		date = year
	}
	return n, date
}
