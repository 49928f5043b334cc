package loader

import (
	"strings"

	"mandategraph/graph"
)

// A reporter reads the report's own paragraphs in their order and remembers
// what later ones leave out: meeting, date, agenda item.
type reporter struct {
	s             *stater
	body, session string
	short         string   // the house's word for itself: "Conference"
	meetings      []string // ids
	date          string
	dates         map[string]string // of meetings, where the text pairs them
	chapter       string            // headings of the paragraph
	item          string            // agenda item, or empty
	adopted       bool              // the house has adopted an act under these headings
	group         string            // the last group that spoke
	behalf        string            // for whom the speakers of this sentence also speak
	function      string            // the office in which they speak
	office        string            // the office of the lines of officers
}

// An utterance is a sentence of one part of a paragraph.
type utterance struct {
	p     *Paragraph
	part  Text
	start int
	text  string
}

// proceedings reads what a report tells of its session.
func (s *stater) proceedings() {
	t := s.tree
	if t.Body == "" {
		return
	}
	r := &reporter{s: s, body: t.Body, short: "Conference"}
	if b, ok := graph.BodyByCode(t.Body); ok {
		r.short = b.Short
	}
	if t.Session != "" {
		r.session = graph.BodyID(t.Body) + "/session/" + t.Session
	}
	for _, p := range t.Paragraphs {
		if p.Act == nil && p.Kind == narrative {
			r.paragraph(p)
		}
	}
}

func (r *reporter) paragraph(p *Paragraph) {
	if p.Lead != nil {
		return // an item of a list; its lead reads it
	}
	r.heading(p)
	for i, part := range p.Parts {
		if r.officerLine(p, part, i == 0) {
			continue
		}
		from := 0
		if i == 0 {
			from = p.Words
		}
		for _, c := range cutSentences(part.S, from) {
			r.sentence(utterance{p, part, c.start, part.S[c.start:c.end]})
		}
	}
}

// heading forgets the agenda item at a new chapter or section.
func (r *reporter) heading(p *Paragraph) {
	var kept []string
	for _, h := range p.Headings {
		if !strings.HasPrefix(h, "Action taken") {
			kept = append(kept, h)
		}
	}
	if chapter := strings.Join(kept, " > "); chapter != r.chapter {
		r.chapter, r.item, r.adopted, r.group = chapter, "", false, ""
	}
}

// What tells of meetings, of what they did, of speeches and of officers holds
// one of these words.
var (
	whenGate     = newGate(" meeting")
	actionGate   = newGate("adopted", "approved", "sponsored", "submitted", "tabled", "proposed")
	speechGate   = newGate("tatement", "remarks", "accorded the right", "spoke", "aligned", "associated")
	officersGate = newGate("elected", "appointed", "designated", "nominated", "chaired", "presided")
)

func (r *reporter) sentence(x utterance) {
	if whenGate.in(x.part) {
		r.when(x)
	}
	r.considers(x)
	if actionGate.in(x.part) {
		r.action(x)
	}
	if speechGate.in(x.part) {
		r.speakers(x)
	}
	if officersGate.in(x.part) {
		r.officers(x)
	}
}

// state proves a statement by bytes of the sentence.
func (x utterance) state(s *stater, from, to int, subject, relation, object string, q qualifiers) {
	if to > from {
		s.state(x.p, x.part, x.start+from, x.start+to, subject, relation, object, q)
	}
}

// cutSentences cuts a paragraph at full stops outside brackets and quotes.
func cutSentences(s string, start int) (list []span) {
	depth, masks := 0, quoted(s)
	for i := start; i < len(s); i++ {
		for len(masks) > 0 && masks[0].end <= i {
			masks = masks[1:]
		}
		switch {
		case len(masks) > 0 && i >= masks[0].start:
			i = masks[0].end - 1
		case s[i] == '(':
			depth++
		case s[i] == ')':
			depth = max(0, depth-1)
		case s[i] == '.' && depth == 0 && i+2 < len(s) && s[i+1] == ' ' && (s[i+2] >= 'A' && s[i+2] <= 'Z' || s[i+2] == '('):
			list = append(list, span{start, i + 1})
			start = i + 2
		}
	}
	if start < len(s) {
		list = append(list, span{start, len(s)})
	}
	return list
}

var (
	meetingPhrase = compile(`^(?:At|During) (?:its|the) ((?:\d+(?:st|nd|rd|th)|, | and |,? and )+) (?:plenary )?meetings?(?: of the session)?(?:,? (?:held )?on ((?:\d{1,2}|, | and |[A-Z][a-z]+| )+\d{4}))?`)
	meetingLater  = compile(`^(.*) at its ((?:\d+(?:st|nd|rd|th)|, | and |,? and )+) (?:plenary )?meetings?,? (?:held )?on ((?:\d{1,2}|, | and |[A-Z][a-z]+| )+\d{4})`)
	otherOrgan    = compile(`^,? (?:the )?(?:\w+ )?(?:Bureau|Committee|Working Group|Subcommittee)\b`)
	digitsOnly    = compile(`\d+`)
)

// when reads the meetings and the date of a sentence that begins with them or
// has the house as its subject; other organs count their own meetings.
func (r *reporter) when(x utterance) {
	if r.session == "" {
		return
	}
	if m := meetingPhrase.FindStringSubmatch(x.text); m != nil {
		if !otherOrgan.MatchString(x.text[len(m[0]):]) {
			r.setMeetings(m[1], m[2])
		}
		return
	}
	if !strings.HasPrefix(x.text, "The ") || !strings.HasPrefix(x.text[len("The "):], r.short) {
		return
	}
	if m := meetingLater.FindStringSubmatch(x.text); m != nil && strings.HasPrefix(m[1], "The "+r.short+" ") && !strings.Contains(m[1], "Bureau at") {
		r.setMeetings(m[2], m[3])
	}
}

// setMeetings states the meetings. A date belongs to a meeting only where it is
// the only one or there are as many dates as meetings.
func (r *reporter) setMeetings(numbers, dates string) {
	days := daysOf(dates)
	r.meetings, r.date, r.dates = nil, "", map[string]string{}
	list := digitsOnly.findAllStrings(numbers)
	for i, n := range list {
		id := r.session + "/meeting/" + n
		r.s.entity(id, "Meeting")
		r.s.fact(id, "number", n)
		r.s.fact(id, "partOf", r.session)
		switch {
		case len(days) == 1:
			r.s.fact(id, "date", days[0])
		case len(days) == len(list):
			r.s.fact(id, "date", days[i])
			r.dates[id] = days[i]
		}
		r.meetings = append(r.meetings, id)
	}
	if len(days) == 1 {
		r.date = days[0]
	}
}

// daysOf reads "14, 15 and 16 October 2024" and "30 September and 1 October
// 2024".
func daysOf(s string) (days []string) {
	cut := strings.LastIndexByte(s, ' ')
	if cut < 0 {
		return nil
	}
	var open []string
	for _, f := range strings.FieldsFunc(s[:cut], func(c rune) bool { return c == ' ' || c == ',' }) {
		switch {
		case f == "and":
		case f[0] >= '0' && f[0] <= '9':
			open = append(open, f)
		default:
			for _, d := range open {
				if date := parseDate(d + " " + f + s[cut:]); date != "" {
					days = append(days, date)
				}
			}
			open = nil
		}
	}
	return days
}
