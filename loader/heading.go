package loader

import "strings"

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
		return true
	}
	return false
}
