package loader

import (
	"cmp"
	"strings"

	"mandategraph/graph"
)

var (
	agendaItem   = compile(`\b(?:agenda )?items? (\d+)(?: \(([a-z])\))?(?:,? (?:of its agenda,? )?entitled [“"]([^”"]+)[”"])?`)
	furtherItem  = compile(`^(?:, and |, | and )(\d+)?(?: ?\(([a-z])\))?`)
	considering  = compile(`\b(?:considered|began its consideration of|continued its consideration of|concluded its consideration of|resumed its consideration of|took up|discussed)(?: \w+)? (?:agenda )?items? \d`)
	hadBefore    = compile(`\b(?:had|has) before it\b`)
	headingItem  = compile(`\((?:agenda )?item (\d+)(?: \(([a-z])\))?\)`)
	beforeSymbol = compile(`(?:^ (?:a |an |the )?|^\([a-z]+\) |^\d+\. |^|\bbefore it (?:a |an |the )?|; |, and )((?:[A-Z]|report|note)[^;]*?),? \(?(?:\[)?$`)
)

var (
	itemGate   = newGate(" item")
	beforeGate = newGate("before it")
)

// considers reads which agenda item meetings consider and which documents the
// house has before it.
func (r *reporter) considers(x utterance) {
	if r.session == "" {
		return
	}
	if !itemGate.in(x.part) && !beforeGate.in(x.part) {
		return
	}
	if m := considering.FindStringIndex(x.text); m != nil {
		if at := agendaItem.FindStringSubmatchIndex(x.text[m[0]:]); at != nil {
			r.itemAt(x, m[0], at)
		}
	}
	r.generalDiscussion(x)
	if m := hadBefore.FindStringIndex(x.text); m != nil && r.item != "" {
		items := r.items
		if len(items) == 0 {
			items = []string{r.item}
		}
		r.before(x.p, x.part, x.start+m[1], x.start+len(x.text), items)
		r.listedBefore(x, items)
	}
}

// itemLine is a line that names the item of the documents below it.
var itemLine = compile(`^(?:Agenda i|I|Sub-i)tem (\d+)(?: ?\(([a-z])\))?$`)

// listedBefore states the documents in the items of the list that a paragraph
// leads to, each before the item of the agenda whose line stands last above it.
func (r *reporter) listedBefore(x utterance, items []string) {
	lines := x.p.Parts[1:]
	for _, q := range r.listed[x.p] {
		for len(lines) > 0 && lines[0].SourceStart(0) < q.Start {
			if m := itemLine.FindStringSubmatch(lines[0].S); m != nil {
				mark := m[1]
				if m[2] != "" {
					mark += "(" + m[2] + ")"
				}
				items = []string{r.agendaItem(mark)}
			}
			lines = lines[1:]
		}
		for _, part := range q.Parts {
			r.before(q, part, 0, len(part.S), items)
		}
	}
}

var (
	discussion  = compile(` held (?:a|its) general (?:discussion|debate)(?: jointly)? on (?:agenda |the )?(?:sub-)?items?(?: (\d+))?(?: ?\(([a-z])\))? at its (` + numberedMeetings + `) (?:plenary )?meetings?`)
	tookActions = compile(` (?:considered proposals|took action)(?: and took action)? (?:under|on) (?:the|that) item at its (` + numberedMeetings + `) (?:plenary )?meetings?`)
)

// generalDiscussion reads at which meetings a Main Committee discussed its item
// and took action on it.
func (r *reporter) generalDiscussion(x utterance) {
	for i, form := range []*pattern{discussion, tookActions} {
		m := form.FindStringSubmatchIndex(x.text)
		if m == nil || r.item == "" {
			continue
		}
		item, numbers := r.item, x.text[m[len(m)-2]:m[len(m)-1]]
		if i == 0 && m[4] >= 0 {
			item = r.subItemOf(x.text[m[4]:m[5]])
		}
		for _, n := range meetingNumbers(numbers) {
			meeting := r.meeting(n)
			r.itemsAt[meeting] = appendNew(r.itemsAt[meeting], item)
			x.state(r.s, m[0], m[1], meeting, "considers", item, map[string]string{"rule": "agenda"})
		}
	}
}

// subItemOf is the sub-item of the current item with a letter.
func (r *reporter) subItemOf(letter string) string {
	_, mark, _ := strings.Cut(r.item, "/agenda/")
	number, _, _ := strings.Cut(mark, "(")
	return r.agendaItem(number + "(" + letter + ")")
}

// itemAt states one agenda item, and those that follow it in a list.
func (r *reporter) itemAt(x utterance, offset int, m []int) {
	group := func(i int) string {
		if i*2+1 >= len(m) || m[i*2] < 0 {
			return ""
		}
		return x.text[offset+m[i*2] : offset+m[i*2+1]]
	}
	number, letter := group(1), group(2)
	r.items = nil
	r.considered(x, offset+m[0], offset+m[1], number, letter, group(3))
	if !strings.Contains(x.text[offset:offset+m[3]], "items ") {
		return
	}
	for at := offset + m[1]; at < len(x.text); {
		f := furtherItem.FindStringSubmatchIndex(x.text[at:])
		if f == nil || f[2] < 0 && f[4] < 0 {
			return
		}
		letter := ""
		if f[2] >= 0 {
			number = x.text[at+f[2] : at+f[3]]
		}
		if f[4] >= 0 {
			letter = x.text[at+f[4] : at+f[5]]
		}
		r.considered(x, at, at+f[1], number, letter, "")
		at += f[1]
	}
}

func (r *reporter) considered(x utterance, from, to int, number, letter, title string) {
	mark := number
	if letter != "" {
		mark += "(" + letter + ")"
	}
	r.item = r.agendaItem(mark)
	r.items = appendNew(r.items, r.item)
	r.s.fact(r.item, "title", title)
	for _, meeting := range r.meetings {
		r.itemsAt[meeting] = appendNew(r.itemsAt[meeting], r.item)
		x.state(r.s, from, to, meeting, "considers", r.item, map[string]string{"date": cmp.Or(r.date, r.dates[meeting]), "rule": "agenda"})
	}
}

// agendaItem makes an item of the agenda known.
func (r *reporter) agendaItem(mark string) string {
	id := r.agenda + "/agenda/" + mark
	if !r.s.kinds[id] {
		r.s.entity(id, "AgendaItem")
		r.s.fact(id, "number", mark)
		r.s.fact(id, "partOf", r.agenda)
	}
	return id
}

// formerDraft leads to a draft that the house has no longer before it.
var formerDraft = compile(`\b(?:sponsors of|supersed(?:ed|es|ing)|replac(?:ed|es|ing)) (?:the )?draft (?:resolution|decision)s? $`)

// before states the documents that the house had before it in a stretch of
// text, with what the text calls them.
func (r *reporter) before(p *Paragraph, part Text, from, to int, items []string) {
	for _, y := range findSymbols(part.S) {
		if y.start < from || y.end > to {
			continue
		}
		lead := part.S[from:y.start]
		if formerDraft.MatchString(lead) {
			continue
		}
		id := r.s.symbolEntity(y)
		if i := strings.LastIndexByte(lead, ';'); i > 0 {
			lead = lead[i:] // the name holds none
		}
		if strings.HasSuffix(strings.TrimRight(lead, "(["), " ") {
			if m := beforeSymbol.FindStringSubmatch(lead); m != nil {
				r.s.call(id, plainCall(m[1]))
			}
		}
		for _, item := range items {
			r.s.state(p, part, y.start, y.end, item, "hasBefore", id, map[string]string{"rule": "documents before"})
		}
	}
}

// documents states every symbol of a document that nothing else has used: in
// the report's own paragraphs, in acts and in footnotes.
func (s *stater) documents() {
	used := map[[2]string]bool{} // paragraph and document
	for i := range s.doc.Statements {
		st := &s.doc.Statements[i]
		if isUseOf[st.Relation] {
			used[[2]string{st.Evidence.Paragraph, st.Object}] = true
		}
		if st.Relation == "draftOf" {
			used[[2]string{st.Evidence.Paragraph, st.Subject}] = true
		}
	}
	orphans := make(map[*Paragraph]bool, len(s.tree.orphans))
	for _, p := range s.tree.orphans {
		orphans[p] = true
	}
	for _, p := range s.tree.Paragraphs {
		if orphans[p] {
			continue // reported; who mentions it cannot be known
		}
		for _, part := range p.Parts {
			if !holdsSlash.in(part) {
				continue
			}
			for _, y := range findSymbols(part.S) {
				if id := graph.DocumentID(y.symbol); !used[[2]string{p.ID, id}] && id != s.tree.ID {
					s.mentionOf(p, part, y)
				}
			}
		}
	}
}

// isUseOf lists relations beside which a mention would say nothing new.
var isUseOf = map[string]bool{"adopts": true, "approves": true, "hasBefore": true, "draftOf": true}

func (s *stater) mentionOf(p *Paragraph, part Text, y symbolHit) {
	id := s.symbolEntity(y)
	pin, end := "", closedName(part.S, y.end)
	for {
		more, next, ok := pinAfter(part.S, end)
		if !ok {
			break
		}
		if pin != "" {
			pin += ", "
		}
		pin, end = pin+more, next
	}
	s.named(id, part.S[:y.start])
	if p.Kind == footnote && strings.Trim(part.S[:y.start]+part.S[y.end:], " .*¹²³⁴⁵⁶⁷⁸⁹⁰") == "" {
		s.namedAtMark(p, id)
	}
	status := s.fates.of(part.S, y)
	s.fact(id, "status", status)
	if closedName(part.S, y.end) > y.end {
		end = y.end // the title's end stands between symbol and pin
	}
	joint := ""
	if p.Kind == footnote && strings.HasPrefix(part.S, "See ") {
		joint = "See"
	}
	s.state(p, part, y.start, end, p.Source(s.tree), "mentions", id, map[string]string{"pin": pin, "connective": joint, "status": status, "rule": "symbol", "confidence": "certain"})
}

var (
	// What a text calls the document whose symbol follows.
	calledBefore = compile(`(?:^\*?|[.,;:] |\b(?:adopted|approved|considered|of|in|the|The|a|A|an) )((?:(?:[Uu]pdated |[Rr]evised )?(?:[Ll]ist|[Dd]raft|[Rr]eport|[Nn]ote|text|[Pp]rovisional agenda|annotated provisional agenda|organization of work|conference room paper|background paper)\b)[^.;()\[\]]*?)(?:,? (?:as |is |are |was |were )?(?:contained|set out|reproduced|issued|available) in (?:document )?)? ?[(\[]*$`)
)

// calledMark is what a text calls the document in the footnote at its end.
var calledMark = compile(`\b(?:the|its|their|a|an) ((?:[a-z]+ )?(?:report|study|note|outcome document)\b[^.;]{0,300})$`)

// namedAtMark keeps what stands before the mark of a footnote that is nothing
// but a symbol.
func (s *stater) namedAtMark(note *Paragraph, id string) {
	for _, q := range s.tree.Paragraphs {
		if q.Kind == footnote || q.Act != note.Act || q.Start > note.Start {
			continue
		}
		for _, part := range q.Parts {
			for _, m := range part.Marks {
				if m.Note != note.note {
					continue
				}
				if c := calledMark.FindStringSubmatch(strings.TrimRight(part.S[:m.At], ", ")); c != nil {
					s.call(id, c[1])
				}
			}
		}
	}
}

// closedName passes what closes the title in which a symbol stands, so that
// the pin after it is read: "*... (A/CONF.192/15)*, chap. IV".
func closedName(s string, end int) int {
	at := end
	for at < len(s) && strings.IndexByte(")]*", s[at]) >= 0 {
		at++
	}
	if _, _, ok := pinAfter(s, at); ok {
		return at
	}
	return end
}

// calledBytes is about how long what a text calls a document is at most.
const calledBytes = 1000

// named keeps what the words before a symbol call the document.
func (s *stater) named(id, lead string) {
	// What the document is called holds none of these marks, except before the symbol.
	lead = lead[max(0, len(lead)-calledBytes):]
	if i := strings.LastIndexAny(strings.TrimRight(lead, " (["), ".;()[]"); i > 0 {
		lead = lead[i:]
	}
	if m := calledBefore.FindStringSubmatch(lead); m != nil {
		s.call(id, plainCall(m[1]))
	}
}

// calledTypes are the types of documents by the first words of what a text
// calls them.
var calledTypes = []struct{ lead, name string }{
	{"report", "report"}, {"note", "note"}, {"provisional agenda", "agenda"}, {"annotated provisional agenda", "agenda"}, {"draft resolution", "draft resolution"},
	{"draft decision", "draft decision"}, {"revised draft resolution", "draft resolution"}, {"revised draft decision", "draft decision"}, {"conference room paper", "conference room paper"},
	{"list", "list"}, {"updated list", "list"}, {"background paper", "background paper"}, {"letter", "letter"},
}

// call keeps what a text calls a document, and the type which that says.
func (s *stater) call(id, called string) {
	s.fact(id, "called", called)
	lower := strings.ToLower(called)
	for _, t := range calledTypes {
		if rest, ok := strings.CutPrefix(lower, t.lead); ok && (rest == "" || rest[0] == ' ') {
			s.fact(id, "documentType", t.name)
		}
	}
}

// plainCall leaves out another symbol in the same brackets: "Report (CTOC/1 and".
func plainCall(called string) string {
	if i := strings.LastIndex(called, " ("); i > 0 && !strings.Contains(called[i:], ")") {
		called = called[:i]
	}
	return strings.Trim(called, " ,")
}
