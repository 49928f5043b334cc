package loader

import (
	"strconv"
	"strings"

	"mandategraph/graph"
)

var (
	annexNamed    = compile(`annex(?: ([IVXLC]+|[A-Z]|\d+))? to the present|annexed to the present`)
	paragraphsPin = compile(`\bparas?\. \d+(?:[–-]\d+)?(?:(?:, | and )\d+(?:[–-]\d+)?)*|\bsects?\. [IVX]+`)
)

// recommendations states which recommendations an annex holds, where they were
// printed first, and what each of them asks of whom.
func (s *stater) recommendations() {
	for _, a := range s.tree.Acts {
		for annex, e := range s.annexes(a) {
			s.annexOf(a, annex, e)
		}
	}
	for _, p := range s.tree.Paragraphs {
		s.passing(p)
	}
}

// An endorsed is a meeting whose recommendations an annex holds, and the marks
// of the footnotes behind it in the paragraph that endorses them.
type endorsed struct {
	sitting
	marks []Mark
}

// annexes finds the meeting whose recommendations each annex of an act holds:
// as the paragraph says that endorses them, else as the annex itself says.
func (s *stater) annexes(a *Act) map[int]endorsed {
	found := map[int]endorsed{}
	for _, p := range a.Paragraphs {
		text := p.Parts[0].S
		if p.Kind != operative || !endorsing.in(p.Parts[0]) || !namesSubsidiary().in(p.Parts[0]) {
			continue
		}
		list := sittings(text, s.speaker(p))
		for _, m := range annexNamed.findAll(text) {
			n := 1
			if m[2] >= 0 {
				n, _ = ordinal(text[m[2]:m[3]])
			}
			for _, meeting := range list {
				if meeting.start < m[0] {
					found[n] = endorsed{meeting, p.Parts[0].MarksIn(meeting.end, m[0])}
				}
			}
		}
	}
	for _, p := range a.Paragraphs {
		n := introductionOf(p)
		if _, known := found[n]; n == 0 || known {
			continue
		}
		for _, text := range append([]string{p.Parts[0].S}, p.Headings...) {
			if list := sittings(text, s.speaker(p)); len(list) == 1 && strings.Contains(text, "ecommendations") {
				found[n] = endorsed{sitting: list[0]}
				break
			}
		}
	}
	return found
}

var endorsing = newGate("recommendations")

// introductionOf gives the number of the annex that a paragraph introduces,
// else 0.
func introductionOf(p *Paragraph) int {
	if p.Kind != annexed || !strings.HasPrefix(p.Locator, "an") {
		return 0
	}
	n, _ := strconv.Atoi(p.Locator[2:])
	return n
}

// annexOf states the members of one annex.
func (s *stater) annexOf(a *Act, annex int, e endorsed) {
	id := s.recommended(e.sitting)
	prefix, title, printed := "an"+itoa(annex)+".", "", false
	for _, p := range a.Paragraphs {
		if introductionOf(p) == annex {
			title = strings.Join(p.Headings, "")
			printed = s.printedIn(a, p.Start, p.Parts[0].Marks, id)
			s.adoptedBy(p, e.sitting, id)
		}
		if p.Kind != annexed || !strings.HasPrefix(p.Locator, prefix) || p.Depth > 0 {
			continue
		}
		part, words := worded(p)
		s.state(p, part, words, len(part.S), id, "hasMember", p.ID, qualifiers{{"rule", "annex of recommendations"}, {"confidence", "certain"}})
		if topic := strings.Join(p.Headings, " > "); topic != title {
			s.fact(p.ID, "topic", topic)
		}
		s.asks(p, part, words)
	}
	if !printed {
		s.printedIn(a, a.Paragraphs[0].Start, e.marks, id)
	}
}

// worded is the first text of a paragraph that has words behind the label, and
// where they begin: a label may stand on a line of its own.
func worded(p *Paragraph) (part Text, words int) {
	if p.Words >= len(p.Parts[0].S) && len(p.Parts) > 1 {
		return p.Parts[1], 0
	}
	return p.Parts[0], p.Words
}

var adoptedRecommendations = compile(`\b(?:adopted|agreed on|agreed upon|made|formulated) the following (?:[a-z-]+ )*recommendations\b`)

// adoptedBy states that the body whose meeting it was adopted what follows.
func (s *stater) adoptedBy(p *Paragraph, m sitting, id string) {
	part := p.Parts[0]
	if at := adoptedRecommendations.FindStringIndex(part.S); at != nil {
		s.state(p, part, at[0], at[1], m.body.id, "adopts", id, qualifiers{{"rule", "annex of recommendations"}, {"confidence", "certain"}})
	}
}

// recommended states the recommendations of a meeting as an entity.
func (s *stater) recommended(m sitting) string {
	s.sitting(m)
	id := m.id + "/recommendations"
	if !s.kinds[id] {
		s.entity(id, "Recommendations")
		s.fact(id, "partOf", m.id)
	}
	return id
}

// printedIn states the document that one of the footnotes names whose marks an
// introduction has, or an endorsement; false where none does.
func (s *stater) printedIn(a *Act, from int, marks []Mark, id string) bool {
	for _, mark := range marks {
		for _, note := range a.Paragraphs {
			if note.Kind != footnote || note.note != mark.Note || note.Start < from {
				continue
			}
			part := note.Parts[0]
			at := symbolShape.FindStringIndex(part.S)
			if at == nil {
				break
			}
			s.state(note, part, at[0], at[1], id, "containedIn", s.document(part.S[at[0]:at[1]]), qualifiers{
				{"pin", paragraphsPin.FindString(part.S)}, {"rule", "footnote of recommendations"}, {"confidence", "certain"}})
			return true
		}
	}
	return false
}

// document states a document known by its symbol.
func (s *stater) document(symbol string) string {
	id := graph.DocumentID(symbol)
	if !s.kinds[id] {
		s.entity(id, "Document")
		s.fact(id, "symbol", symbol)
	}
	return id
}

// recommendationRule names the rule by which recommendations are read.
const recommendationRule = "recommendation"

// asks states verb and addressees of each sentence of a recommendation.
func (s *stater) asks(p *Paragraph, part Text, words int) {
	for _, ask := range askings {
		for _, m := range ask.find(part.S) {
			relation := ask.relation
			if relation == "" {
				relation = byParticiple[part.S[m[2]:m[3]]]
			}
			asked := s.subjectsBefore(p, part.S, words, m[0])
			if len(asked) == 0 {
				continue
			}
			clause := restOfSentence(part.S, m[0])
			deadline, verb := deadlineIn(clause), strings.TrimSpace(part.S[m[0]:m[1]])
			for _, a := range asked {
				s.entity(a.id, a.kind)
				condition := ""
				if conditionGate.in(part) {
					condition = ownCondition(clause, a.id)
				}
				s.state(p, part, a.start, a.end, p.ID, relation, a.id, qualifiers{
					{"verb", verb}, {"restriction", a.restriction}, {"condition", condition},
					{"deadline", deadline}, {"rule", recommendationRule}, {"confidence", "certain"}})
			}
		}
	}
}

// restOfSentence is the rest of the sentence from byte at.
func restOfSentence(s string, at int) string {
	rest := s[at:]
	for _, stop := range []string{". ", "; "} {
		if i := strings.Index(rest, stop); i >= 0 {
			rest = rest[:i]
		}
	}
	return rest
}

// subjectsBefore reads the addressees that stand as the subject directly
// before byte limit: the longest list that begins where a clause may begin.
func (s *stater) subjectsBefore(p *Paragraph, text string, words, limit int) []addressee {
	for at := words; at < limit; at++ {
		if at > words && !subjectMayBegin(text, at) {
			continue
		}
		if list, ok := s.exactAddressees(p, text, at, limit); ok {
			return list
		}
	}
	return nil
}

func subjectMayBegin(s string, at int) bool {
	if s[at-1] != ' ' {
		return false
	}
	for _, lead := range []string{". ", "; ", ", ", " and ", ": "} {
		if strings.HasSuffix(s[:at], lead) {
			return true
		}
	}
	return false
}
