package loader

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
)

// A subsidiary is a subsidiary body named in a running text.
type subsidiary struct {
	id, name   string
	start, end int
}

// A sitting is a meeting of a subsidiary body named in a running text.
type sitting struct {
	id, number    string
	body          subsidiary
	date, endDate string
	place         string
	start, end    int
}

// A subsidiaryHead is what the name of a subsidiary body begins with, or all of
// it.
type subsidiaryHead struct {
	names.Operation
	head string
	gate *gate
}

// subsidiaryHeads are those of the tables.
var subsidiaryHeads = names.Derived(func(t *names.Tables) (heads []subsidiaryHead) {
	for _, o := range t.Operations {
		for _, name := range append([]string{o.Name}, o.Aliases...) {
			heads = append(heads, subsidiaryHead{o, name, knownGate(name)})
		}
	}
	return heads
})

// named is the subsidiary body whose name stands at bytes start to end.
func (h subsidiaryHead) named(s string, start, end int, parent string) subsidiary {
	b := newSubsidiary(s, start, end, cmp.Or(h.Parent, parent))
	if !h.Subject {
		b.id = graph.BodyID(cmp.Or(h.Parent, parent)) + "/" + h.Code
	}
	return b
}

// headNouns are words of which each head of the program holds one.
var headNouns = []string{"Committee", "Bureau", "Group", "Task Force", "Board"}

// namesSubsidiary is the gate of such words.
var namesSubsidiary = names.Derived(func(*names.Tables) *gate {
	words := headNouns
	for _, h := range subsidiaryHeads() {
		if !slices.ContainsFunc(words, func(w string) bool { return strings.Contains(h.head, w) }) {
			words = append(slices.Clip(words), h.head)
		}
	}
	return knownGate(words...)
})

// The words of all gates are known from the start.
var _ = func() bool {
	newGate(headNouns...)
	for _, o := range names.Default().Operations {
		newGate(o.Name)
	}
	return true
}()

var linkWords = map[string]bool{"of": true, "on": true, "the": true, "and": true, "for": true, "in": true, "against": true, "to": true, "with": true, "at": true, "from": true, "under": true}

// capitalPhrase gives the end of the name that begins at byte at: words with a
// capital letter and the small words between them. "and the" and "and of
// the" end a name, since another name follows.
func capitalPhrase(s string, at int) int {
	end, links := at, 0
	for i := at; i < len(s); {
		w, next := phraseWord(s, i)
		switch {
		case w == "":
			return end
		case w[0] >= 'A' && w[0] <= 'Z':
			end, links = next, 0
		case linkWords[w] && end > at && links < 3:
			if w == "and" && strings.HasPrefix(s[next:], " the Protocols thereto") {
				return next + len(" the Protocols thereto")
			}
			if w == "and" && (strings.HasPrefix(s[next:], " the ") || strings.HasPrefix(s[next:], " of the ")) {
				return end
			}
			links++
		default:
			return end
		}
		i = next
		if i < len(s) && s[i] == ' ' {
			i++
		} else {
			return end
		}
	}
	return end
}

// phraseWord reads one word of a name without the spaces before it.
func phraseWord(s string, i int) (w string, next int) {
	for next = i; next < len(s) && (isWord(s[next]) && !strings.HasPrefix(s[next:], "“") && !strings.HasPrefix(s[next:], "”") && !strings.HasPrefix(s[next:], "–") || s[next] == '-' || s[next] == '\''); next++ {
	}
	return s[i:next], next
}

// subsidiaries lists the subsidiary bodies that a text names in full.
func subsidiaries(text Text, parent string) []subsidiary {
	s := text.S
	var list []subsidiary
	var taken []bool // bytes of the names so far
	for _, h := range subsidiaryHeads() {
		for at := 0; h.gate.in(text); {
			i := strings.Index(s[at:], h.head)
			if i < 0 {
				break
			}
			start := at + i
			at = start + len(h.head)
			if start > 0 && (isWord(s[start-1]) || s[start-1] == '-') || taken != nil && taken[start] || at < len(s) && isWord(s[at]) {
				continue
			}
			end := at
			if h.Subject {
				end = subsidiaryEnd(s, at)
				if end == at {
					continue
				}
			}
			list = append(list, h.named(s, start, end, parent))
			if taken == nil {
				taken = make([]bool, len(s))
			}
			for i := start; i < end; i++ {
				taken[i] = true
			}
		}
	}
	sort.Slice(list, func(i, j int) bool { return list[i].start < list[j].start })
	return list
}

// subsidiaryAt reads the subsidiary body with whose name a text begins.
func subsidiaryAt(s, parent string) (b subsidiary, ok bool) {
	for _, h := range subsidiaryHeads() {
		if end := len(h.head); strings.HasPrefix(s, h.head) && (end == len(s) || !isWord(s[end])) {
			if h.Subject {
				if end = subsidiaryEnd(s, end); end == len(h.head) {
					continue
				}
			}
			return h.named(s, 0, end, parent), true
		}
	}
	return b, false
}

func newSubsidiary(s string, start, end int, parent string) subsidiary {
	return subsidiary{graph.BodyID(parent) + "/" + graph.Slug(s[start:end]), s[start:end], start, end}
}

// subsidiaryEnd reads " on X" or " of Government Experts on X" after a head.
func subsidiaryEnd(s string, at int) int {
	for _, lead := range []string{" on the ", " on ", " of the ", " of ", " for the ", " to "} {
		if strings.HasPrefix(s[at:], lead) {
			if end := capitalPhrase(s, at+len(lead)); end > at+len(lead) {
				return end
			}
		}
	}
	return at
}

const ordinalPattern = `[a-z]+(?:-[a-z]+)?|\d+(?:st|nd|rd|th)`

var (
	meetingsOf   = compile(`\b((?:(?:` + ordinalPattern + `)(?:, | and |, and ))*(?:` + ordinalPattern + `)) (?:meetings?|sessions?) of the $`)
	atItsMeeting = compile(`^(?:,? (?:at|during|in)|[^.;]{0,60}? at) (?:its|their) ((?:(?:` + ordinalPattern + `)(?:, | and |, and ))*(?:` + ordinalPattern + `)) meetings?\b`)
	atMeetingBy  = compile(`\b[Aa]t its (` + ordinalPattern + `) meeting(, held [^,;.]*)?, the $`)
	atTheirHeld  = compile(`^ at (?:its|their) (?:joint )?meetings?,? held `)
	held         = compile(`^,? ?held (?:in ([A-Z][^,;]*?) )?(?:on|from) `)
	splitList    = compile(`, and | and |, `)
)

// sittings lists the meetings of subsidiary bodies that a text names.
func sittings(s, parent string) []sitting { return sittingsOf(s, subsidiaries(Text{S: s}, parent)) }

// sittingsIn is the same of a text of the tree, which is asked for each verb.
func (s *stater) sittingsIn(part Text, parent string) []sitting {
	key := readingKey{part.held, parent}
	list, read := s.sittingLists[key]
	if !read || part.held == nil {
		list = sittingsOf(part.S, subsidiaries(part, parent))
		s.sittingLists[key] = list
	}
	return list
}

// heldBytes is about how far behind a body's name its meetings stand.
const heldBytes = 2000

// sittingsOf lists the meetings of the subsidiary bodies that a text names.
func sittingsOf(s string, bodies []subsidiary) []sitting {
	var list []sitting
	for i, b := range bodies {
		before := s[max(0, b.start-160):b.start]
		rest := s[b.end:min(len(s), b.end+heldBytes)]
		if m := meetingsOf.atEnd(before, "meeting of the ", "meetings of the ", "session of the ", "sessions of the "); m != nil {
			start := b.start - len(before) + m[2]
			list = append(list, ordinalMeetings(s, b, before[m[2]:m[3]], start, b.end, b.end)...)
		} else if m := atMeetingBy.atEnd(before, ", the "); m != nil {
			start := b.start - len(before)
			list = append(list, ordinalMeetings(s, b, before[m[2]:m[3]], start+m[0], b.end, start+max(m[4], m[3]))...)
		} else if m := meetingIn(rest); m != nil && (i+1 == len(bodies) || bodies[i+1].start > b.end+m[1]) && !strings.Contains(rest[:m[2]], "esolution") && itsOwn(s[:b.start], rest[:m[2]]) {
			list = append(list, ordinalMeetings(s, b, rest[m[2]:m[3]], b.start, b.end+m[1], b.end+m[1])...)
		} else if m := atTheirHeld.FindStringIndex(rest); m != nil {
			list = append(list, datedMeetings(s, bodies[:i+1], b.end)...)
		}
	}
	return list
}

// meetingIn is where "at its tenth meeting" stands behind a body's name.
func meetingIn(rest string) []int {
	near := rest[:min(len(rest), farOwn)]
	if !strings.Contains(near, " its ") && !strings.Contains(near, " their ") {
		return nil
	}
	return atItsMeeting.FindStringSubmatchIndex(rest)
}

// farOwn is more bytes than stand before "its" in atItsMeeting.
const farOwn = 4*60 + 16

// itsOwn says that "at its tenth meeting" is of the body named before it. In
// "the Conference adopted the report of the Bureau on credentials at its 10th
// meeting" it is not: no participle says that the body did something there.
func itsOwn(before, between string) bool {
	return !strings.HasSuffix(before, " of the ") || strings.HasPrefix(between, " at ") || strings.HasPrefix(between, ", at ") || itsDoing.MatchString(between)
}

var itsDoing = compile(`\b(?:[a-z]+ed|held|made|drawn|given)\b`)

// ordinalMeetings makes a meeting of each ordinal, with the dates that follow
// byte dates in their order.
func ordinalMeetings(s string, b subsidiary, ordinals string, start, end, dates int) []sitting {
	var list []sitting
	after := s[dates:min(len(s), dates+heldBytes)]
	days := heldDates(after)
	if m := onDays.FindStringSubmatch(after); m != nil && days == nil {
		for _, d := range daysOf(m[1]) {
			days = append(days, [2]string{d, ""})
		}
		if len(days) != len(splitList.Split(ordinals, -1)) {
			days = nil
		}
	}
	place := heldPlace(after)
	for _, w := range splitList.Split(ordinals, -1) {
		n := names.OrdinalNumber(w)
		if n == 0 {
			continue
		}
		m := sitting{id: b.id + "/meeting/" + itoa(n), number: itoa(n), body: b, place: place, start: start, end: end}
		if k := len(list); k < len(days) {
			m.date, m.endDate = days[k][0], days[k][1]
		}
		list = append(list, m)
	}
	return list
}

// onDays are the days of meetings that are only counted: "at its 1st and 2nd
// meetings, on 14 and 15 October 2024".
var onDays = compile(`^,? on ((?:\d{1,2}|, | and |[A-Z][a-z]+| )+\d{4})`)

// heldPlace reads "held in Vienna on".
func heldPlace(s string) string {
	if m := held.FindStringSubmatch(s); m != nil {
		return m[1]
	}
	return ""
}

// datedMeetings makes a meeting known by its first date of each body in the
// list that ends before "at their meetings held from ...".
func datedMeetings(s string, bodies []subsidiary, at int) []sitting {
	i := strings.Index(s[at:], "held ")
	days := heldDates(s[at+i : min(len(s), at+i+heldBytes)])
	if len(days) == 0 {
		return nil
	}
	var list []sitting
	for k := len(bodies) - 1; k >= 0; k-- {
		b := bodies[k]
		if k+1 < len(bodies) && !listGlueOnly(s[b.end:bodies[k+1].start]) {
			break
		}
		list = append([]sitting{{id: b.id + "/meeting/" + days[0][0], body: b, date: days[0][0], endDate: days[0][1], start: b.start, end: at + i + len("held")}}, list...)
	}
	return list
}

func listGlueOnly(s string) bool {
	switch strings.TrimSuffix(strings.TrimSpace(s), " the") {
	case "and", ",", ", and", "as well as":
		return true
	}
	return false
}

// heldDates reads "held in Vienna on 3 and 4 May 2023 and on 3 and 4 April
// 2024": first and last day of each.
func heldDates(s string) [][2]string {
	m := held.FindStringIndex(s)
	if m == nil {
		return nil
	}
	var days [][2]string
	for at := m[1]; ; {
		first, at2 := number(s, at)
		rest := s[at2:]
		for _, glue := range []string{" and ", " to ", "–", "-"} {
			if strings.HasPrefix(rest, glue) {
				at2 += len(glue)
				break
			}
		}
		date, end, ok := dateAt(s, at2)
		if !ok {
			if date, end, ok = dateAt(s, at); !ok {
				return days
			}
		}
		begin := date
		if first > 0 && len(date) == len("2006-01-02") && at2 > at {
			begin = date[:8] + twoDigits(first)
		}
		if days = append(days, [2]string{begin, date}); !strings.HasPrefix(s[end:], " and on ") {
			return days
		}
		at = end + len(" and on ")
	}
}

func twoDigits(n int) string {
	if n < 10 {
		return "0" + itoa(n)
	}
	return itoa(n)
}

// speaker is the code of the body that speaks in a paragraph.
func (s *stater) speaker(p *Paragraph) string {
	if p.Act != nil && p.Act.Body != "" {
		return p.Act.Body
	}
	return s.tree.Body
}

// meetings states the subsidiary bodies and their meetings.
func (s *stater) meetings() {
	for _, p := range s.tree.Paragraphs {
		parent := s.speaker(p)
		if parent == "" {
			continue
		}
		for _, part := range p.Parts {
			if !namesSubsidiary().in(part) {
				continue
			}
			for _, b := range subsidiaries(part, parent) {
				s.subsidiary(b)
			}
			for _, m := range s.sittingsIn(part, parent) {
				s.sitting(m)
			}
		}
	}
}

func (s *stater) subsidiary(b subsidiary) {
	if s.kinds[b.id] {
		return
	}
	s.entity(b.id, "Body")
	s.fact(b.id, "name", b.name)
	s.fact(b.id, "partOf", b.id[:strings.LastIndex(b.id, "/")])
}

func (s *stater) sitting(m sitting) {
	s.subsidiary(m.body)
	known := s.kinds[m.id]
	s.entity(m.id, "Meeting")
	if !known {
		s.fact(m.id, "number", m.number)
		s.fact(m.id, "partOf", m.body.id)
	}
	if key := m.id + "\x00date"; m.date != "" && !s.kinds[key] {
		s.kinds[key] = true
		s.fact(m.id, "date", m.date)
		s.fact(m.id, "endDate", m.endDate)
		s.fact(m.id, "place", m.place)
	}
}
