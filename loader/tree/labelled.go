package tree

import (
	"strings"

	"mandategraph/graph"
	"mandategraph/loader/scan"
	"mandategraph/loader/text"
)

// labelled reads a numbered or lettered paragraph or item.
func (p *parser) labelled(b text.Block) {
	_, words := text.ReadLabel(b.Text.S)
	if p.quoted > 0 && p.quotes(b) || p.preambularItem(b) {
		return
	}
	if p.zone == inTitle || p.zone == inPreamble {
		p.zone = inOperative
	}
	if p.agendaItem(b) {
		b.Label.Kind = text.LabelParen // an item of its paragraph, not the report's next paragraph
	}
	depth := p.depth(b.Label)
	before := p.last
	if depth < len(p.stack) {
		before = p.stack[depth].par
	}
	p.stack = p.stack[:min(depth, len(p.stack))]
	marks := make([]string, 0, 4)
	for _, l := range p.stack {
		marks = append(marks, l.mark)
	}
	marks = append(marks, b.Label.Mark)
	locator, kind := strings.Join(marks, "."), Narrative
	switch p.zone {
	case inOperative:
		kind, locator = Operative, "op"+locator
		if p.stack == nil && b.Label.Kind == text.LabelParen {
			locator = "op" + b.Label.Mark
		}
	case inDecision:
		kind, locator = Decided, "dec."+locator
	case inAnnex:
		kind, locator = Annexed, p.annexName()+"."+locator
	}
	p.add(b, locator, kind, words, depth)
	switch {
	case depth > 0:
		p.last.Lead = p.stack[depth-1].par
		p.last.Intro = p.last.Lead
	case b.Label.Kind == text.LabelParen && before != nil && before.Act == p.act:
		p.last.Intro = before
		if before.Depth == 0 && before.Label != "" {
			p.last.Intro = before.Intro
		}
	}
	p.stack = append(p.stack, level{b.Label.Kind, b.Label.Mark, p.last})
}

// agendaLead ends a paragraph that prints an agenda.
var agendaLead = scan.Compile(`\bagenda(?: and [a-z ]{1,60})?(?: \([^()]*\))?(?:,? (?:as|was|for|contained) [^:.;]{1,60})?:$|\bagenda items? [^:.;]{1,20}, which reads? as follows:$`)

// LeadsToAgenda says that the items of a paragraph are those of an agenda.
func (p *Paragraph) LeadsToAgenda() bool {
	return strings.HasSuffix(p.Parts[0].S, ":") && agendaLead.MatchString(p.Parts[0].S)
}

// agendaItem says that a number is that of an item of the agenda which the
// report's paragraph before prints.
func (p *parser) agendaItem(b text.Block) bool {
	if p.act != nil || b.Label.Kind != text.LabelNumber || len(p.stack) == 0 || !p.stack[0].par.LeadsToAgenda() || text.Succeeds(p.told, b.Label.Mark) {
		return false
	}
	if len(p.stack) == 1 {
		return b.Label.Mark == "1"
	}
	return p.stack[1].kind == text.LabelParen && text.Succeeds(p.stack[1].mark, b.Label.Mark)
}

// preambularItem reads "(a) ..." under a preambular paragraph that ends in a
// colon.
func (p *parser) preambularItem(b text.Block) bool {
	if p.zone != inPreamble || b.Label.Kind != text.LabelParen || p.last == nil || p.last.Kind != Preambular {
		return false
	}
	lead := p.last
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
