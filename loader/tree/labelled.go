package tree

import (
	"slices"
	"strconv"
	"strings"

	"mandategraph/graph"
	"mandategraph/loader/scan"
	"mandategraph/loader/text"
)

// labelled reads a numbered or lettered paragraph or item.
func (p *parser) labelled(b text.Block) {
	_, words := text.ReadLabel(b.Text.S)
	if strings.IndexByte(b.Label.Mark, ' ') > 0 {
		b.Label.Mark = WithoutSpaces(b.Label.Mark) // 1 bis
	}
	if p.quoted > 0 && p.quotes(b) || p.preambularItem(b) || p.act == nil && p.ofReportOnly(&b) {
		return
	}
	switch {
	case p.zone == inTitle && b.Label.Kind == text.LabelParen && p.act.Kind == graph.Decision:
		p.zone = inDecision // "The Board:" is followed by its items
	case p.zone == inTitle || p.zone == inPreamble:
		p.zone = inOperative
	}
	p.resume(b.Label)
	b.Label.Mark = p.misread(b.Label)
	depth := p.depth(b.Label)
	before := p.last
	if depth < len(p.stack) {
		before = p.stack[depth].par
	}
	p.stack = p.stack[:min(depth, len(p.stack))]
	item, both := p.itemBehind(&b, words)
	locator, kind := p.locator(b.Label)
	p.add(b, locator, kind, min(words, len(b.Text.S)), depth)
	p.introduce(b.Label, before)
	p.stack = append(p.stack, level{b.Label.Kind, b.Label.Mark, p.last})
	if both {
		p.labelled(item)
	}
}

// misread is the mark of an item; one between (a) and (c) that was read as a figure from
// print, (6), is the letter that is missing there.
func (p *parser) misread(l text.Label) string {
	last := len(p.stack) - 1
	if l.Kind != text.LabelParen || len(l.Mark) != 1 || !scan.IsDigit(l.Mark[0]) || last < 0 ||
		p.stack[last].kind != l.Kind {
		return l.Mark
	}
	before, next := p.stack[last].mark, text.Label{}
	if len(before) != 1 || !text.IsLower(before[0]) {
		return l.Mark
	}
	if next, _ = p.nextLabel(); next.Kind == l.Kind && next.Mark == string(before[0]+2) {
		return string(before[0] + 1)
	}
	return l.Mark
}

// introduce gives the last paragraph that of which it is an item, and the one that
// leads to it, which the paragraph before may be.
func (p *parser) introduce(l text.Label, before *Paragraph) {
	switch {
	case p.last.Depth > 0:
		p.last.Lead = p.stack[p.last.Depth-1].par
		p.last.Intro = p.last.Lead
	case l.Kind == text.LabelParen && before != nil && before.Act == p.act:
		p.last.Intro = before
		if before.Depth == 0 && before.Label != "" {
			p.last.Intro = before.Intro
		}
	}
}

// ofReportOnly reads a label in the report's own text: true for a title, and an item
// of a list is marked as one.
func (p *parser) ofReportOnly(b *text.Block) bool {
	switch {
	case b.Label.Kind == text.LabelParen && p.subsection(*b):
		p.heading(*b, text.LabelParen)
		return true
	case b.Label.Kind != text.LabelNumber:
		return false
	}
	switch p.numbering(*b) {
	case aSubheading:
		p.heading(*b, text.LabelNumber)
		return true
	case anItem:
		p.openItems()
		b.Label.Kind = text.LabelParen
	}
	return false
}

// locator is that of a label below the open levels, with the kind of its paragraph.
func (p *parser) locator(l text.Label) (locator, kind string) {
	marks := make([]string, 0, 4)
	for _, s := range p.stack {
		marks = append(marks, s.mark)
	}
	locator = strings.Join(append(marks, l.Mark), ".")
	switch p.zone {
	case inOperative:
		return "op" + locator, Operative
	case inDecision:
		return "dec." + locator, Decided
	case inAnnex:
		return p.annexName() + "." + locator, Annexed
	}
	return locator, Narrative
}

// itemBehind parts a paragraph that begins with its first item, "1. (a) Requests",
// from that item: the paragraph keeps the number alone.
func (p *parser) itemBehind(b *text.Block, words int) (item text.Block, both bool) {
	if b.Label.Kind != text.LabelNumber || words >= len(b.Text.S) || b.Text.S[words] != '(' {
		return item, false
	}
	l, _ := text.ReadLabel(b.Text.S[words:])
	if l.Kind != text.LabelParen || !first(l.Mark) {
		return item, false
	}
	item = *b
	item.Label, item.Text, item.Place = l, cutText(b.Text, words), b.Text.SourceStart(words)
	b.Text = cutBefore(b.Text, words)
	b.End = b.Text.SourceEnd(len(b.Text.S))
	return item, true
}

// agendaLead ends a paragraph that prints an agenda.
var agendaLead = scan.Compile(`\bagenda(?: and [a-z ]{1,60})?(?: \([^()]*\))?` +
	`(?:,? (?:as|was|for|contained) [^:.;]{1,60})?:$|\bagenda items? [^:.;]{1,20}, which reads? as follows:$`)

// LeadsToAgenda says that the items of a paragraph are those of an agenda.
func (p *Paragraph) LeadsToAgenda() bool {
	return strings.HasSuffix(p.Parts[0].S, ":") && agendaLead.MatchString(p.Parts[0].S)
}

// resume goes on with a list that a heading or a stray line interrupts: "(f)" after
// "(e)".
func (p *parser) resume(l text.Label) {
	if len(p.stack) == 0 && l.Kind == text.LabelParen && !first(l.Mark) {
		for i := len(p.before) - 1; i > 0; i-- {
			if p.before[i].kind == l.Kind && follows(p.before[i].mark, l.Mark) {
				p.stack, p.last = p.before, p.before[i].par
				break
			}
		}
	}
	p.before = nil
}

// preambularItem reads "(a) ..." under a preambular paragraph that ends in a
// colon.
func (p *parser) preambularItem(b text.Block) bool {
	if p.zone != inPreamble || b.Label.Kind != text.LabelParen && !p.capitalRecital(b) {
		return false
	}
	if p.last == nil || p.last.Kind != Preambular || p.last.Act != p.act {
		return p.letteredRecital(b)
	}
	lead := p.last
	if lead.Lead == nil && p.letteredRecital(b) {
		return true
	}
	if lead.Lead != nil {
		lead = lead.Lead
	} else if text.LastLetter(lead.Parts[len(lead.Parts)-1].S) != ':' {
		return false
	}
	_, words := text.ReadLabel(b.Text.S)
	p.add(b, lead.Locator+"."+b.Label.Mark, Preambular, words, 1)
	p.last.Lead, p.last.Intro = lead, lead
	return true
}

// capitalRecital says that a block is a recital with its verb in capitals, "RECALLING",
// as conventions print them above the name of the body, some with a number.
func (p *parser) capitalRecital(b text.Block) bool {
	words := 0
	if b.Kind == text.BlockLabel {
		_, words = text.ReadLabel(b.Text.S)
	}
	w, next := scan.Word(b.Text.S, words)
	if len(w) < 4 || strings.ToUpper(w) != w || next >= len(b.Text.S) {
		return false
	}
	c, _, verb := VerbAt(b.Text.S, words, true)
	return verb && c.Form == PresentForm
}

// letteredRecital reads a recital with a letter: some bodies letter all of them, "(b)
// Recalling", as others leave them without one. They are counted.
func (p *parser) letteredRecital(b text.Block) bool {
	_, words := text.ReadLabel(b.Text.S)
	c, _, verb := VerbAt(b.Text.S, words, true)
	if !verb || c.Form != PresentForm ||
		p.last != nil && p.last.Act == p.act && text.LastLetter(p.last.Parts[len(p.last.Parts)-1].S) == ':' {
		return false
	}
	p.stack = nil
	p.add(b, "pp"+strconv.Itoa(p.act.preambles+1), Preambular, words, 0)
	return true
}

// deepest is the level below which items are not nested further; the UN Editorial
// Manual has four.
const deepest = 8

// depth finds where a label belongs: after its predecessor at some level, or
// one level deeper.
func (p *parser) depth(l text.Label) int {
	if l.Kind == text.LabelNumber {
		for i, s := range p.stack {
			if s.kind == text.LabelNumber {
				return i
			}
		}
		if p.zone == inDecision && l.Mark == "1" && len(p.stack) > 0 && p.last.announces() {
			return len(p.stack) // "(b) Approves the provisional agenda as set out below."
		}
		return 0
	}
	for i := len(p.stack) - 1; i >= 0; i-- {
		if p.stack[i].kind == l.Kind && follows(p.stack[i].mark, l.Mark) {
			return i
		}
	}
	if first(l.Mark) {
		return min(len(p.stack), deepest)
	}
	for i := len(p.stack) - 1; i >= 0; i-- {
		if p.stack[i].kind == l.Kind {
			return i
		}
	}
	return min(len(p.stack), deepest)
}

func first(mark string) bool {
	return mark == "a" || mark == "1" || mark == "i" || mark == "A" || mark == "aa"
}

// follows says whether b comes after a in a series of letters or of numerals.
func follows(a, b string) bool {
	if len(a) == 1 && len(b) == 1 && b[0] == a[0]+1 {
		return true
	}
	if text.Succeeds(a, b) {
		return true
	}
	if x, y := graph.Roman(strings.ToUpper(a)), graph.Roman(strings.ToUpper(b)); x > 0 && y == x+1 {
		return true
	}
	return a == "z" && b == "aa" || len(a) == 2 && len(b) == 2 && a[0] == a[1] && b[0] == b[1] && b[0] == a[0]+1
}

// flush adds text without a label to the paragraph to which it belongs. Behind the
// last item of a list it stands flush under the paragraph that leads to the list;
// between two items it goes on with the one before, as it does behind a colon.
func (p *parser) flush(b text.Block) {
	q := p.last
	deep := len(p.stack) - 1
	before := q.Parts[len(q.Parts)-1].S
	closed := deep > 0 && p.stack[deep].par == q && text.EndsClosed(before) && text.LastLetter(before) != ':'
	if closed && !text.StartsLower(b.Text.S) && !dashed(b.Text.S) {
		level := p.backTo()
		for level < deep && !slices.Equal(p.stack[level].par.Headings, q.Headings) {
			level++ // a heading parts the list from what led to it
		}
		q = p.stack[level].par
	}
	q.Parts = append(q.Parts, b.Text)
	q.End = max(q.End, b.End)
}

// backTo is the level with whose items the text goes on; the paragraph's own where no
// item follows.
func (p *parser) backTo() int {
	next, ok := p.nextLabel()
	deep := len(p.stack) - 1
	switch {
	case !ok || next.Kind == text.LabelNumber && p.stack[0].kind == text.LabelNumber:
		return 0
	case first(next.Mark):
		return deep
	}
	for i := deep; i > 0; i-- {
		if p.stack[i].kind == next.Kind && follows(p.stack[i].mark, next.Mark) {
			return i
		}
	}
	return 0
}
