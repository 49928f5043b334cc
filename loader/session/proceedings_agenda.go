package session

import (
	"cmp"
	"strings"

	"mandategraph/loader/scan"
	"mandategraph/loader/text"
	"mandategraph/loader/tree"
)

var (
	agendaItem = scan.Compile(`\b(?:agenda )?items? (\d+)(?: \(([a-z])\))?` +
		`(?:,? (?:of its agenda,? )?entitled [“"]([^”"]+)[”"])?`)
	furtherItem = scan.Compile(`^(?:, and |, | and )(\d+)?(?: ?\(([a-z])\))?`)
	considering = scan.Compile(`\b(?:considered|(?:began|continued|concluded|resumed) its consideration of|` +
		`took up|discussed)` +
		`(?: \w+)? (?:agenda )?(?:sub-)?items? \d`)
	// "held a general exchange of views (agenda item 9)"
	itemInBrackets = scan.Compile(
		`\b(?:held|began|continued|concluded|considered|took up|discussed|opened) [^.;:()]{3,120} \(agenda (?:sub-)?item (\d+)(?: ?\(([a-z])\))?\)`,
	)
	hadBefore = scan.Compile(`\b(?:had|has) before it\b`)
)

var (
	itemGate   = text.NewGate(" item", "sub-item")
	beforeGate = text.NewGate("before it")
)

// considers reads which agenda item meetings consider and which documents the
// body has before it.
func (r *reporter) considers(x utterance) {
	if r.session == "" {
		return
	}
	if !itemGate.In(x.part) && !beforeGate.In(x.part) {
		return
	}
	if m := considering.FindStringIndex(x.text); m != nil {
		if at := agendaItem.FindStringSubmatchIndex(x.text[m[0]:]); at != nil {
			r.itemAt(x, m[0], at)
		}
	}
	if strings.Contains(x.text, "(agenda ") {
		if m := itemInBrackets.FindStringSubmatchIndex(x.text); m != nil {
			r.itemAt(x, 0, []int{m[0], m[1], m[2], m[3], m[4], m[5], -1, -1})
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
var itemLine = scan.Compile(`^(?:Agenda i|I|Sub-i)tem (\d+)(?: ?\(([a-z])\))?$`)

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
	discussion = scan.Compile(` held (?:a|its) general (?:discussion|debate)(?: jointly)? on ` +
		`(?:agenda |the )?(?:sub-)?items?(?: (\d+))?(?: ?\(([a-z])\))? ` +
		`at its (` + numberedMeetings + `) (?:plenary )?meetings?`)
	tookActions = scan.Compile(` (?:considered proposals|took action)(?: and took action)? (?:under|on) (?:the|` +
		`that) item` +
		` at its (` + numberedMeetings + `) (?:plenary )?meetings?`)
)

// generalDiscussion reads at which meetings a Main Committee discussed its item
// and took action on it.
func (r *reporter) generalDiscussion(x utterance) {
	for i, form := range []*scan.Pattern{discussion, tookActions} {
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
			r.itemsAt[meeting] = scan.AppendNew(r.itemsAt[meeting], item)
			x.state(&r.found, m[0], m[1], meeting, "considers", item, tree.Qualifiers{{"rule", "agenda"}})
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
	r.items = scan.AppendNew(r.items, r.item)
	r.itemUnder[strings.Join(r.path, headingJoint)] = r.item
	r.found.Fact(r.item, "title", title)
	for _, meeting := range r.meetings {
		r.itemsAt[meeting] = scan.AppendNew(r.itemsAt[meeting], r.item)
		date := cmp.Or(r.date, r.dates[meeting])
		x.state(&r.found, from, to, meeting, "considers", r.item, tree.Qualifiers{{"date", date}, {"rule", "agenda"}})
	}
}

// agendaItem makes an item of the agenda known.
func (r *reporter) agendaItem(mark string) string { return addAgendaItem(&r.found, r.agenda, mark) }

// formerDraft leads to a draft that the body has no longer before it.
var formerDraft = scan.Compile(`\b(?:sponsors of|supersed(?:ed|es|ing)|replac(?:ed|es|ing)) ` +
	`(?:the )?draft (?:resolution|decision)s? $`)

// before states the documents that the body had before it in a stretch of
// text, with what the text calls them.
func (r *reporter) before(p *tree.Paragraph, part text.Text, from, to int, items []string) {
	for _, y := range tree.FindSymbols(part.S) {
		if y.Start < from || y.End > to {
			continue
		}
		lead := part.S[max(from, y.Start-calledBytes):y.Start]
		if formerDraft.MatchString(lead) {
			continue
		}
		id := tree.AddSymbol(&r.found, y.Symbol)
		if i := strings.LastIndexByte(lead, ';'); i > 0 {
			lead = lead[i:] // the name holds none
		}
		if called := beforeSymbol(lead); called != "" {
			addCalled(&r.found, id, plainCall(called))
		}
		for _, item := range items {
			r.found.State(p, part, y.Start, y.End, item, "hasBefore", id, tree.Qualifiers{{"rule", "documents before"}})
		}
	}
}
