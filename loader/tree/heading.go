package tree

import (
	"slices"
	"strconv"
	"strings"

	"mandategraph/loader/scan"
	"mandategraph/loader/text"
)

// PlainKey is a heading as it is compared with others: small letters, single spaces.
func PlainKey(s string) string {
	return strings.ToLower(strings.Join(strings.Fields(strings.Trim(s, ". \t")), " "))
}

// rank puts chapters above sections, those above numbered subheadings, and all above
// headings without a label.
func (h heading) rank() int {
	switch h.kind {
	case text.LabelNumber:
		return int(text.LabelLetter) + 1
	case text.LabelParen:
		return int(text.LabelLetter) + 2
	case text.NoLabel:
		return int(text.LabelLetter) + 3
	}
	return int(h.kind)
}

// heading reads a heading of the document or of the act that is being read; kind is
// that of its label.
func (p *parser) heading(b text.Block, kind text.LabelKind) {
	if p.chaptersGoOn(b) {
		p.endsAppended()
	}
	if p.untitled && len(p.headings) > 0 && p.act == nil && kind == text.NoLabel {
		p.headings[0].text, p.untitled = b.Text.S, false
		p.citingHeading(b)
		return
	}
	p.untitled = false
	labelled := kind != text.NoLabel
	if labelled && p.act != nil && p.inAct(b, kind) || !labelled && p.noHeading(b) || p.listHeading(b) {
		return
	}
	if kind == text.NoLabel && chapterLine.MatchString(b.Text.S) {
		kind = text.LabelRoman
	}
	p.open(b, kind)
}

// noHeading reads a line without a label that only looks like a heading of the
// document: the title of a draft or part, a line of an act, of a list or of a table,
// the title under "Chapter II".
func (p *parser) noHeading(b text.Block) bool {
	body := b.Text.S
	if p.startPart(b) || p.startFollowing(b) || p.act != nil && p.inAct(b, text.NoLabel) {
		return true
	}
	if p.act == nil && p.last != nil && p.last.introduces() && !p.tree.headings[PlainKey(body)] {
		p.extend(b) // such as the officers
		return true
	}
	if p.cell(b) || p.listLine(b) {
		return true
	}
	last := len(p.headings) - 1
	if p.act == nil && last >= 0 && bareChapter.MatchString(p.headings[last].text) && !chapterLine.MatchString(body) {
		p.headings[last].text += " " + body
		return true
	}
	return false
}

// open makes a heading that of what follows, below those of a higher rank.
func (p *parser) open(b text.Block, kind text.LabelKind) {
	for len(p.headings) > 0 && p.headings[len(p.headings)-1].rank() >= (heading{kind, ""}).rank() {
		p.headings = p.headings[:len(p.headings)-1]
	}
	if p.act == nil && len(p.stack) > 0 {
		p.before = p.stack
	}
	p.leaveAct()
	p.headings = append(p.headings, heading{kind, b.Text.S})
	p.chaptered = p.chaptered || kind == text.LabelRoman || kind == text.LabelLetter
	p.citingHeading(b)
}

// SubmittedLine matches the line below the title of an act that says who put it forward, as
// conferences of parties print it: "Draft resolution submitted by Fiji".
var SubmittedLine = scan.Compile(
	`(?:^| )(?:(?:Revised d|D)raft (?:resolution|decision)|Resolution|Decision) submitted by (?:the )?\p{Lu}`)

// extendTitle joins the lines of an act's title.
func (p *parser) extendTitle(b text.Block) {
	if title := p.withoutSubmitter(b); title.S != "" {
		p.act.Title = joinTexts(p.act.Title, title)
	}
}

// withoutSubmitter is a line of an act's title without what says who submitted the act,
// which becomes a part of the act's head. A title that is nothing else stays one.
func (p *parser) withoutSubmitter(b text.Block) text.Text {
	at := SubmittedLine.FindStringIndex(b.Text.S)
	if at == nil || at[0] == 0 && p.act.Title.S == "" {
		return b.Text
	}
	title := text.Text{S: b.Text.S[:at[0]]}
	for _, r := range b.Text.Runs {
		if r.At < at[0] {
			title.Runs = append(title.Runs, r)
		}
	}
	b.Text = cutText(b.Text, at[0]+len(b.Text.S[at[0]:])-len(strings.TrimLeft(b.Text.S[at[0]:], " ")))
	p.close(b, HeadLocator)
	return title
}

func joinTexts(a, b text.Text) text.Text {
	if a.S == "" {
		return b
	}
	offset := len(a.S) + 1
	space := text.Run{At: len(a.S), Source: b.SourceStart(0) - 1}
	joined := text.Text{S: a.S + " " + b.S, Runs: append(slices.Clone(a.Runs), space), Marks: slices.Clone(a.Marks)}
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

// documentsHead stands above the documents before a meeting or under an item of an
// agenda.
var documentsHead = scan.Compile(`^(?:(?:Background|Parliamentary) )?(?:[Dd]ocumentation|[Dd]ocuments)$`)

// listLine takes a line under an item of a list as a piece of it: the documents for
// an item of an agenda, and what stands before the list's next item.
func (p *parser) listLine(b text.Block) bool {
	if !p.inItems() || chapterLine.MatchString(b.Text.S) || p.tree.headings[PlainKey(b.Text.S)] || p.last == nil {
		return false
	}
	last, _ := strconv.Atoi(p.number)
	above := p.last.Parts[len(p.last.Parts)-1].S
	papers := documentsHead.MatchString(b.Text.S) || listedPaper.MatchString(b.Text.S) ||
		documentsHead.MatchString(above)
	if next := p.nextNumber(); !papers && (next == 0 || next == last+1) {
		return false
	}
	p.extend(b)
	return true
}

func (p *parser) leaveAct() {
	p.act, p.zone, p.annex, p.topic, p.stack, p.last, p.unnamed = nil, outside, 0, "", nil, nil, 0
	if p.appended > 0 {
		p.zone, p.annex = inAnnex, p.appended
	}
}

// titleOrItem reads "II. Organizational matters" and "B. Decisions": a
// heading of the document, or inside an act a heading of a part.
func (p *parser) titleOrItem(b text.Block) {
	body := b.Text.S
	_, words := text.ReadLabel(body)
	if p.act != nil && words >= len(body) && p.itemComes() {
		return // the letter of a later section, which a converter printed at the head of the page
	}
	if p.chaptersGoOn(b) {
		p.endsAppended()
	}
	if p.act != nil {
		known := p.listed(body) || words < len(body) && p.nextChapter(b.Label)
		if !known && !p.chapterBegins(b.Label) {
			if p.zone == inTitle {
				p.zone = inOperative
			}
			p.topic = body
			p.section = p.zone == inOperative
			if romanSection(b.Label) {
				p.sectionMark, p.sectionOf = b.Label.Mark, p.act
			}
			p.citingHeading(b)
			return
		}
	}
	p.heading(b, p.headingKind(b))
}

// chapterBegins says that a Roman number inside an act is that of a chapter of a report
// without a table of contents: the first section of an act, and the one behind it, are no
// chapters.
func (p *parser) chapterBegins(l text.Label) bool {
	return romanSection(l) && len(p.tree.headings) == 0 && p.report && l.Mark != "I" &&
		(p.sectionOf != p.act || !follows(p.sectionMark, l.Mark))
}

// romanSection says that a label is a Roman number; C. and D. are letters.
func romanSection(l text.Label) bool {
	return l.Kind == text.LabelRoman && !strings.Contains("CDLM", l.Mark)
}

// itemComes says that an item of a list, (c), stands next: a section begins with its
// title or a paragraph.
func (p *parser) itemComes() bool {
	below := p.list[min(p.at+1, len(p.list)-1)]
	return below.Kind == text.BlockLabel && below.Label.Kind == text.LabelParen
}

// nextChapter says that a label follows that of an open heading of the
// document: "B." after section "A." in which the act stands.
func (p *parser) nextChapter(l text.Label) bool {
	for _, h := range p.headings {
		open, _ := text.ReadLabel(h.text)
		// "C." may be a Roman number, too.
		series := h.kind == l.Kind || len(l.Mark) == 1 && h.kind == text.LabelLetter
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
	lists := p.zone == inDecision && p.last != nil && strings.Contains(p.last.Parts[0].S, "following")
	switch {
	case lists && listedPaper.MatchString(body):
		p.extend(b)
	case p.zone == inTitle && p.act.Title.S != "" && namesBody(body):
		p.prose(b) // a decision that ends in a list has no stop
	case kind != text.NoLabel || chapterLine.MatchString(body) && p.zone == inTitle:
		return false // also below an act of which the report lists nothing but the title
	case p.zone == inTitle:
		p.titleLine(b)
	case p.tree.headings[PlainKey(body)] || chapterLine.MatchString(body) && !(p.zone == inAnnex && otherChapter.MatchString(body)):
		return false
	case p.last != nil && p.zone != inAnnex && p.adoptedOn(body):
		p.close(b, EndLocator)
	default:
		p.partOfAct(b)
	}
	return true
}

// partOfAct reads the heading of a part of an act; below a short decision it begins
// what that adopts.
func (p *parser) partOfAct(b text.Block) {
	if p.zone == inDecision && len(p.stack) == 0 {
		p.zone, p.annex, p.intro = inAnnex, p.annex+1, false
	}
	p.topic = b.Text.S
	p.intro = p.zone == inAnnex
	p.section = p.zone == inOperative
	p.citingHeading(b)
}

// adoptedOn reads the date on which an act was adopted, on a line of its own below its
// text.
func (p *parser) adoptedOn(line string) bool {
	date, end, ok := DateAt(line, 0)
	if !ok || date == "" || end != len(line) {
		return false
	}
	if p.act.Adopted == "" && !p.act.Draft {
		p.act.Adopted = date
	}
	return true
}

// dayOfAct reads the day of an act on a line of its own above its text, below "Adopted
// by the Security Council at its 3087th meeting," with "on" before it.
func (p *parser) dayOfAct(line string) bool {
	line = strings.TrimPrefix(line, "on ")
	date, end, dated := DateAt(line, 0)
	if !dated || end != len(line) {
		return false
	}
	p.act.Adopted = date
	return true
}

// titleLine reads a line of an act's title: when it was adopted, that it was revised,
// or the title itself.
func (p *parser) titleLine(b text.Block) {
	body := b.Text.S
	switch {
	case adoptionLine.MatchString(body):
		p.act.Adopted = ParseDate(dateLine.FindString(body))
	case p.act.Title.S != "":
		p.extendTitle(b)
	case revisedLine.MatchString(body) && !strings.Contains(p.act.Number, "("):
		p.act.Number += strings.TrimSuffix(WithoutSpaces(body), "*")
		p.act.ID = p.actID(p.act)
	case p.dayOfAct(body):
	case !strings.HasPrefix(body, "Agenda item "):
		p.act.Title = p.withoutSubmitter(b)
	}
}
