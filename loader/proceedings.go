package loader

import (
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
)

// A reporter reads the report's own paragraphs in their order and remembers
// what later ones leave out: meeting, date, agenda item.
type reporter struct {
	s             *stater
	body, session string
	short         string   // the house's word for itself: "Conference"
	agenda        string   // the session whose agenda it follows
	meetings      []string // ids
	date          string
	dates         map[string]string   // of meetings, where the text pairs them
	chapter       string              // headings of the paragraph
	item          string              // agenda item, or empty
	items         []string            // all that the last sentence on items names
	subItem       string              // of which the paragraph last spoke, or empty
	itemsAt       map[string][]string // agenda items that a meeting considers
	adopted       bool                // the house has adopted an act under these headings
	acts          []adoption          // what the paragraph adopts
	act           string              // the last of them so far
	draft         *draftHit           // the draft of which the text last spoke
	drafts        map[string]string   // acts by the drafts of which they were made
	titled        map[string][]string // see titles
	put           []puttingForward
	listed        map[*Paragraph][]*Paragraph // items by the paragraphs that lead to them
	group         string                      // the last group that spoke
	behalf        string                      // for whom the speakers of this sentence also speak
	function      string                      // the office in which they speak
	office        string                      // the office of the lines of officers
	surnames      map[string]string           // persons by their surnames; empty where several have one
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
	r := &reporter{s: s, body: t.Body, short: "Conference", itemsAt: map[string][]string{}, drafts: map[string]string{}, listed: map[*Paragraph][]*Paragraph{}, surnames: map[string]string{}}
	if b, ok := names.BodyByCode(t.Body); ok {
		r.short = b.Short
	} else if t.HouseName != "" {
		r.short = lastWord(t.HouseName)
	}
	for _, p := range t.Paragraphs {
		if p.Lead != nil {
			r.listed[p.Lead] = append(r.listed[p.Lead], p)
		}
	}
	r.sitsIn()
	for _, p := range t.Paragraphs {
		if p.Act == nil && p.Kind == narrative {
			r.paragraph(p)
		}
	}
	r.putForward()
}

// sitsIn finds the session of the house, and that of whose agenda it considers
// items: a Main Committee those of the General Assembly.
func (r *reporter) sitsIn() {
	t := r.s.tree
	if t.Session == "" {
		return
	}
	r.session = graph.BodyID(t.Body) + "/session/" + t.Session
	r.agenda = r.session
	if parent, _, ok := strings.Cut(t.Body, "/"); ok && hasMainCommittees(parent) && r.short == "Committee" {
		r.agenda = r.s.session(parent, t.Session)
	}
	if t.Item != "" && r.agenda != r.session {
		r.item = r.agendaItem(t.Item)
	}
}

func hasMainCommittees(code string) bool {
	b, _ := names.BodyByCode(code)
	return b.MainCommittees
}

func (r *reporter) paragraph(p *Paragraph) {
	if p.Lead != nil {
		return // an item of a list; its lead reads it
	}
	r.heading(p)
	r.subItem, r.act = "", ""
	for i, part := range p.Parts {
		if r.officerLine(p, part, i == 0) {
			continue
		}
		from := 0
		if i == 0 {
			from = p.Words
		}
		r.acts = r.adoptions(part)
		for _, c := range cutSentences(part.S, from) {
			r.sentence(utterance{p, part, c.start, part.S[c.start:c.end]})
		}
	}
}

// sameItem begins headings under which a report goes on with its item.
var sameItem = compile(`^(?:[A-Z]\.\s+)?(?:Action taken|Deliberations|Consideration of)\b`)

// heading forgets the agenda item at a new chapter or section.
func (r *reporter) heading(p *Paragraph) {
	var kept []string
	for _, h := range p.Headings {
		if !sameItem.MatchString(h) {
			kept = append(kept, h)
		}
	}
	if chapter := strings.Join(kept, " > "); chapter != r.chapter {
		r.chapter, r.adopted, r.group, r.draft = chapter, false, "", nil
		r.meetings, r.date = nil, ""
		if r.agenda == r.session {
			r.item, r.items = "", nil // a Main Committee reports on one
		}
	}
}

// What tells of meetings, of what they did, of speeches and of officers holds
// one of these words.
var (
	whenGate     = newGate(" meeting")
	actionGate   = newGate("adopted", "approved", "recommended", "decided", "sponsor", "submitted", "tabled", "proposed", "introduced", "draft")
	speechGate   = newGate("tatement", "remarks", "accorded the right", "spoke", "aligned", "associated", "address", "took the floor", "Speaking on behalf", "introduced the", "introduced agenda")
	officersGate = newGate("elected", "appointed", "designated", "nominated", "chaired", "presided", "opened", "took the", "President", "Chair")
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

// shortened are words whose full stop ends no sentence.
var shortened = wordSet("Mr Ms Mrs Mme Dr Prof Ma St Sra")

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
		case s[i] == '.' && depth == 0 && i+2 < len(s) && s[i+1] == ' ' && (s[i+2] >= 'A' && s[i+2] <= 'Z' || s[i+2] == '(') && !shortened[lastWord(s[start:i])]:
			list = append(list, span{start, i + 1})
			start = i + 2
		}
	}
	if start < len(s) {
		list = append(list, span{start, len(s)})
	}
	return list
}
