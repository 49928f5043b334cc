package loader

import "strings"

func plainKey(s string) string {
	return strings.ToLower(strings.Join(strings.Fields(strings.Trim(s, ". \t")), " "))
}

// rank puts chapters above sections and both above headings without a label.
func (h heading) rank() int {
	if h.kind == noLabel {
		return int(labelLetter) + 1
	}
	return int(h.kind)
}

// extendTitle joins the lines of an act's title.
func (p *parser) extendTitle(b block) {
	p.act.Title = joinTexts(p.act.Title, b.text)
}

func joinTexts(a, b Text) Text {
	if a.S == "" {
		return b
	}
	offset := len(a.S) + 1
	joined := Text{S: a.S + " " + b.S, runs: append(append([]run{}, a.runs...), run{len(a.S), b.SourceStart(0) - 1}), Marks: append([]Mark{}, a.Marks...)}
	for _, r := range b.runs {
		joined.runs = append(joined.runs, run{r.at + offset, r.source})
	}
	for _, m := range b.Marks {
		joined.Marks = append(joined.Marks, Mark{m.At + offset, m.Note, m.Plain})
	}
	return joined
}

// listHeading takes an item of the agenda above some of the documents in a list
// as a line of the paragraph that leads to the list.
func (p *parser) listHeading(b block) bool {
	if p.act != nil || len(p.stack) == 0 || !p.stack[0].par.introduces() || !listedItem.MatchString(b.text.S) {
		return false
	}
	lead := p.stack[0].par
	lead.Parts = append(lead.Parts, b.text)
	return true
}

func (p *parser) leaveAct() {
	p.act, p.zone, p.annex, p.topic, p.stack, p.last, p.unnamed = nil, outside, 0, "", nil, nil, 0
}

// titleOrItem reads "II. Organizational matters" and "B. Decisions": a
// heading of the document, or inside an act a heading of a part.
func (p *parser) titleOrItem(b block) {
	text := b.text.S
	_, words := readLabel(text)
	if p.act != nil {
		known := p.tree.headings[plainKey(text)] || p.tree.headings[plainKey(text[words:])] || words < len(text) && p.nextChapter(b.label)
		if !known && !(b.label.kind == labelRoman && len(p.tree.headings) == 0 && strings.HasPrefix(p.tree.Title, "Report")) {
			if p.zone == inTitle {
				p.zone = inOperative
			}
			p.topic = text
			p.section = p.zone == inOperative
			return
		}
	}
	p.heading(b, p.headingKind(b))
}

// nextChapter says that a label follows that of an open heading of the
// document: "B." after section "A." in which the act stands.
func (p *parser) nextChapter(l label) bool {
	for _, h := range p.headings {
		open, _ := readLabel(h.text)
		series := h.kind == l.kind || len(l.mark) == 1 && h.kind == labelLetter // "C." may be a Roman number, too
		if series && open.kind != noLabel && follows(open.mark, l.mark) {
			return true
		}
	}
	return false
}

// headingKind tells "C." after "B." from the Roman number of a chapter.
func (p *parser) headingKind(b block) labelKind {
	text := b.text.S
	if b.label.kind == labelRoman && len(text) > 1 && text[1] == '.' {
		for _, h := range p.headings {
			if h.kind == labelLetter && h.text[0] == text[0]-1 {
				return labelLetter
			}
		}
	}
	return b.label.kind
}

// introduces says that a paragraph or the piece that ends it leads to a list.
func (p *Paragraph) introduces() bool {
	return lastLetter(p.Parts[0].S) == ':' || lastLetter(p.Parts[len(p.Parts)-1].S) == ':'
}

// inAct reads a heading as a line of the act; false where it ends the act.
func (p *parser) inAct(b block, kind labelKind) bool {
	text := b.text.S
	if p.zone == inDecision && p.last != nil && listedPaper.MatchString(text) && strings.Contains(p.last.Parts[0].S, "following") {
		p.last.Parts = append(p.last.Parts, b.text)
		p.last.End = b.end
		return true
	}
	if p.zone == inTitle && p.act.Title.S != "" && namesBody(text) {
		p.prose(b) // a decision that ends in a list has no stop
		return true
	}
	if kind != noLabel {
		return false
	}
	if p.zone == inTitle && adoptionLine.MatchString(text) {
		p.act.Adopted = parseDate(dateLine.FindString(text))
		return true
	}
	if p.zone == inTitle && p.act.Title.S == "" && revisedLine.MatchString(text) && !strings.Contains(p.act.Number, "(") {
		p.act.Number += strings.TrimSuffix(compact(text), "*")
		p.act.ID = p.actID(p.act)
		return true
	}
	if p.zone == inTitle && p.act.Title.S == "" {
		if date, end, ok := dateAt(text, 0); ok && end == len(text) {
			p.act.Adopted = date
		} else if !strings.HasPrefix(text, "Agenda item ") {
			p.act.Title = b.text
		}
		return true
	}
	if p.zone == inTitle {
		p.extendTitle(b)
		return true
	}
	if !p.tree.headings[plainKey(text)] && !chapterLine.MatchString(text) {
		if p.zone == inDecision && len(p.stack) == 0 {
			p.zone, p.annex, p.intro = inAnnex, p.annex+1, false
		}
		p.topic = text
		p.intro = p.zone == inAnnex
		p.section = p.zone == inOperative
		return true
	}
	return false
}
