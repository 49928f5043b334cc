package tree

import (
	"strings"

	"mandategraph/loader/text"
)

func PlainKey(s string) string {
	return strings.ToLower(strings.Join(strings.Fields(strings.Trim(s, ". \t")), " "))
}

// rank puts chapters above sections and both above headings without a label.
func (h heading) rank() int {
	if h.kind == text.NoLabel {
		return int(text.LabelLetter) + 1
	}
	return int(h.kind)
}

// extendTitle joins the lines of an act's title.
func (p *parser) extendTitle(b text.Block) {
	p.act.Title = joinTexts(p.act.Title, b.Text)
}

func joinTexts(a, b text.Text) text.Text {
	if a.S == "" {
		return b
	}
	offset := len(a.S) + 1
	joined := text.Text{S: a.S + " " + b.S, Runs: append(append([]text.Run{}, a.Runs...), text.Run{At: len(a.S), Source: b.SourceStart(0) - 1}), Marks: append([]text.Mark{}, a.Marks...)}
	for _, r := range b.Runs {
		joined.Runs = append(joined.Runs, text.Run{At: r.At + offset, Source: r.Source})
	}
	for _, m := range b.Marks {
		joined.Marks = append(joined.Marks, text.Mark{At: m.At + offset, Note: m.Note, Plain: m.Plain})
	}
	return joined
}

// listHeading takes an item of the agenda above some of the documents in a list
// as a line of the paragraph that leads to the list.
func (p *parser) listHeading(b text.Block) bool {
	if p.act != nil || len(p.stack) == 0 || !p.stack[0].par.introduces() || !listedItem.MatchString(b.Text.S) {
		return false
	}
	lead := p.stack[0].par
	lead.Parts = append(lead.Parts, b.Text)
	return true
}

func (p *parser) leaveAct() {
	p.act, p.zone, p.annex, p.topic, p.stack, p.last, p.unnamed = nil, outside, 0, "", nil, nil, 0
}

// titleOrItem reads "II. Organizational matters" and "B. Decisions": a
// heading of the document, or inside an act a heading of a part.
func (p *parser) titleOrItem(b text.Block) {
	body := b.Text.S
	_, words := text.ReadLabel(body)
	if p.act != nil {
		known := p.tree.headings[PlainKey(body)] || p.tree.headings[PlainKey(body[words:])] || words < len(body) && p.nextChapter(b.Label)
		if !known && !(b.Label.Kind == text.LabelRoman && len(p.tree.headings) == 0 && p.report) {
			if p.zone == inTitle {
				p.zone = inOperative
			}
			p.topic = body
			p.section = p.zone == inOperative
			return
		}
	}
	p.heading(b, p.headingKind(b))
}

// nextChapter says that a label follows that of an open heading of the
// document: "B." after section "A." in which the act stands.
func (p *parser) nextChapter(l text.Label) bool {
	for _, h := range p.headings {
		open, _ := text.ReadLabel(h.text)
		series := h.kind == l.Kind || len(l.Mark) == 1 && h.kind == text.LabelLetter // "C." may be a Roman number, too
		if series && open.Kind != text.NoLabel && follows(open.Mark, l.Mark) {
			return true
		}
	}
	return false
}

// headingKind tells "C." after "B." from the Roman number of a chapter.
func (p *parser) headingKind(b text.Block) text.LabelKind {
	body := b.Text.S
	if b.Label.Kind == text.LabelRoman && len(body) > 1 && body[1] == '.' {
		for _, h := range p.headings {
			if h.kind == text.LabelLetter && h.text[0] == body[0]-1 {
				return text.LabelLetter
			}
		}
	}
	return b.Label.Kind
}

// introduces says that a paragraph or the piece that ends it leads to a list.
func (p *Paragraph) introduces() bool {
	return text.LastLetter(p.Parts[0].S) == ':' || text.LastLetter(p.Parts[len(p.Parts)-1].S) == ':'
}

// inAct reads a heading as a line of the act; false where it ends the act.
func (p *parser) inAct(b text.Block, kind text.LabelKind) bool {
	body := b.Text.S
	if p.zone == inDecision && p.last != nil && listedPaper.MatchString(body) && strings.Contains(p.last.Parts[0].S, "following") {
		p.last.Parts = append(p.last.Parts, b.Text)
		p.last.End = b.End
		return true
	}
	if p.zone == inTitle && p.act.Title.S != "" && namesBody(body) {
		p.prose(b) // a decision that ends in a list has no stop
		return true
	}
	if kind != text.NoLabel {
		return false
	}
	if p.zone == inTitle && adoptionLine.MatchString(body) {
		p.act.Adopted = ParseDate(dateLine.FindString(body))
		return true
	}
	if p.zone == inTitle && p.act.Title.S == "" && revisedLine.MatchString(body) && !strings.Contains(p.act.Number, "(") {
		p.act.Number += strings.TrimSuffix(WithoutSpaces(body), "*")
		p.act.ID = p.actID(p.act)
		return true
	}
	if p.zone == inTitle && p.act.Title.S == "" {
		day := strings.TrimPrefix(body, "on ") // below "Adopted by the Security Council"
		if date, end, ok := DateAt(day, 0); ok && end == len(day) {
			p.act.Adopted = date
		} else if !strings.HasPrefix(body, "Agenda item ") {
			p.act.Title = b.Text
		}
		return true
	}
	if p.zone == inTitle {
		p.extendTitle(b)
		return true
	}
	if !p.tree.headings[PlainKey(body)] && !chapterLine.MatchString(body) {
		if p.zone == inDecision && len(p.stack) == 0 {
			p.zone, p.annex, p.intro = inAnnex, p.annex+1, false
		}
		p.topic = body
		p.intro = p.zone == inAnnex
		p.section = p.zone == inOperative
		return true
	}
	return false
}
