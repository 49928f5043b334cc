package tree

import (
	"strconv"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
	"mandategraph/loader/scan"
	"mandategraph/loader/text"
)

// prose reads a paragraph without a label.
func (p *parser) prose(b text.Block) {
	switch {
	case p.act == nil && p.isWholeDecision(b):
		p.wholeAct(b)
		p.act.Kind = graph.Decision
		p.zone = inDecision
		p.speaker(b.Text.S)
		p.add(b, "dec", Decided, 0, 0)
	case p.act == nil && p.mandateLine(b):
	case p.act == nil:
		p.narrative(b)
	case !p.quotes(b):
		p.proseOfAct(b)
	}
}

// proseOfAct reads a paragraph without a label in an act.
func (p *parser) proseOfAct(b text.Block) {
	c, _, verb := VerbAt(b.Text.S, 0, true)
	recital, operative := whereas(b.Text.S), p.zone == inOperative && verb
	if p.zone == inTitle && !recital && p.above(b, verb) {
		return
	}
	switch {
	case p.zone == inPreamble, p.zone == inTitle && (verb || recital), operative && p.section && c.Form == PresentForm:
		p.preamble(b, c, verb)
	case operative && c.Form == ThirdForm && (p.last == nil || p.unnamed > 0):
		p.withoutNumber(b)
	default:
		p.goesOn(b)
	}
}

// whereas says that a recital begins as those do that state a fact: "Whereas the
// Council has reported".
func whereas(s string) bool {
	w, _ := scan.Word(s, 0)
	return strings.EqualFold(w, "whereas") && scan.IsCapital(s)
}

// goesOn reads text in an act that begins no paragraph of its own, but for the
// introduction of an annex and the text of a short decision.
func (p *parser) goesOn(b text.Block) {
	switch {
	case p.zone == inAnnex && p.intro && len(p.stack) == 0:
		p.add(b, p.annexName(), Annexed, 0, 0)
		p.intro = false
	case p.last != nil:
		p.flush(b)
	default:
		p.add(b, "dec", Decided, 0, 0)
	}
}

// above reads a block between an act's heading and its text: how it was adopted,
// its title, or the one sentence of a decision; false where the text begins.
func (p *parser) above(b text.Block, verb bool) bool {
	body := b.Text.S
	switch {
	case b.Title && b.Kind == text.BlockOpener: // a title that begins like a preamble
		p.extendTitle(b)
	case adoptionLine.MatchString(body):
		if p.act.Adopted == "" {
			p.act.Adopted = ParseDate(dateLine.FindString(body))
		}
	case p.act.Title.S == "" && p.dayOfAct(body):
	case text.LastLetter(body) == ':' && text.FollowingDraft.MatchString(body):
		p.close(b, HeadLocator) // who recommends the draft, below its title
	case verb:
		return false
	case text.Speaks(body) || namesBody(body) || p.shortSpeaks(body) || p.act.Kind == graph.Decision && p.bodyDecides(body):
		p.zone = inDecision
		p.speaker(body)
		p.add(b, "dec", Decided, 0, 0)
	case recitesFact.MatchString(body) && text.LastLetter(body) == ';':
		p.preamble(b, Cue{}, false)
	case p.act.Title.S == "" || strings.IndexByte(".;:,", text.LastLetter(body)) < 0:
		p.extendTitle(b)
	default:
		return false
	}
	return true
}

// recitesFact begins a recital of the first years that has no verb of its own: "As the General
// Assembly has decided that ...;".
var recitesFact = scan.Compile(`^(?:As|Since|Because) (?:the|it|this|these|no|in)\b`)

// shortSpeaks says that a decision begins with the body by its short name, or the last
// word of it: "The Board approved", "The Governing Body:".
func (p *parser) shortSpeaks(s string) bool {
	body, known := names.BodyByCode(p.act.Body)
	if !known || body.Short == "" || p.act.Kind != graph.Decision {
		return false
	}
	for _, short := range []string{body.Short, body.Short[strings.LastIndexByte(body.Short, ' ')+1:]} {
		if rest, ok := strings.CutPrefix(
			s,
			"The "+short,
		); ok && rest != "" &&
			(rest[0] == ' ' || rest[0] == ':' || rest[0] == ',') {
			return true
		}
	}
	return false
}

// preamble reads a block of an act's preamble, or the first operative paragraph
// without a number.
func (p *parser) preamble(b text.Block, c Cue, verb bool) {
	p.zone = inPreamble
	switch {
	case verb && operates(b.Text.S, c) && !p.recital(b):
		p.zone = inOperative
		p.withoutNumber(b)
	case p.last != nil && p.last.Kind == Preambular && dashed(b.Text.S):
		p.extend(b) // an item without a letter
	default:
		p.stack = nil
		p.add(b, "pp"+strconv.Itoa(p.act.preambles+1), Preambular, 0, 0)
	}
}

// operates says that a block with that verb at its head is an operative paragraph.
func operates(s string, c Cue) bool {
	past := c.Form == PastForm && text.LastLetter(s) != ',' && !strings.HasPrefix(s, "Having ")
	return c.Form == ThirdForm || past
}

// recital says that a block that begins like an operative paragraph is a recital, as
// recitals end in a comma and operative paragraphs are numbered: it ends in one or a
// recital follows it, and the first number is still to come.
func (p *parser) recital(b text.Block) bool {
	return text.LastLetter(b.Text.S) == ',' && p.unnamed == 0 && p.nextNumber() == 1
}

// extend adds a block to the last paragraph.
func (p *parser) extend(b text.Block) {
	p.last.Parts = append(p.last.Parts, b.Text)
	p.last.End = max(p.last.End, b.End)
}

func dashed(s string) bool {
	return strings.HasPrefix(s, "- ") || strings.HasPrefix(s, "– ") || strings.HasPrefix(s, "• ")
}

// mostQuoted bounds the pieces of a quotation whose end is not found.
const mostQuoted = 12

// quotes takes the pieces of a quotation that a paragraph of an act introduces
// ("on the question:") as parts of it, up to the piece that closes it.
func (p *parser) quotes(b text.Block) bool {
	if p.act == nil || p.last == nil || p.last.Act != p.act || p.last.Kind != Preambular && p.last.Kind != Operative {
		return false
	}
	opens := strings.HasPrefix(b.Text.S, "“")
	if p.quoted == 0 && !(opens && text.LastLetter(p.last.Parts[len(p.last.Parts)-1].S) == ':') {
		return false
	}
	p.extend(b)
	closed := strings.LastIndex(b.Text.S, "”") > strings.LastIndex(b.Text.S, "“")
	if p.quoted++; p.quoted > mostQuoted || closed {
		p.quoted = 0
	}
	return true
}

// speaker takes the body from the sentence of a decision.
func (p *parser) speaker(s string) {
	found := FindBodies(s)
	if len(found) == 0 {
		return
	}
	other := p.act.Body != found[0].Code && (found[0].Start == len("The ") ||
		!names.CanNumber(p.act.Body, p.act.Kind, p.act.Number) && names.CanNumber(found[0].Code, p.act.Kind, p.act.Number))
	if other || p.act.Body == "" && p.bodyDecides(s) {
		p.speaksAs(found[0].Code)
	}
}

func (p *parser) withoutNumber(b text.Block) {
	p.unnamed++
	p.stack = nil
	p.add(b, "op"+strconv.Itoa(p.unnamed), Operative, 0, 0)
	p.stack = []level{{text.LabelNumber, strconv.Itoa(p.unnamed), p.last}}
}

// narrative reads a paragraph without a label in the report's own text. Where no
// paragraph has a number, as in a letter, a statement or a verbatim record, they are
// counted in their order.
func (p *parser) narrative(b text.Block) {
	if p.unnumbered && p.zone == outside && !(p.last != nil && (dashed(b.Text.S) || text.StartsLower(b.Text.S))) {
		p.prosed++
		p.add(b, strconv.Itoa(p.prosed), Narrative, 0, 0)
		p.stack = []level{{text.LabelNumber, p.last.Locator, p.last}}
		return
	}
	if p.last != nil && p.last.Act == nil {
		p.flush(b)
		return
	}
	if p.titlesLetter(b) {
		return
	}
	if p.column.kind != "" && p.counted != nil && p.zone == outside {
		p.counted.Parts = append(p.counted.Parts, b.Text) // words of a row
		p.counted.End = max(p.counted.End, b.End)
		return
	}
	if p.zone == inAnnex {
		p.annexLine(b)
		return
	}
	if len(b.Text.S) > 40 && len(p.headings) > 0 {
		p.prosed++
		p.add(b, "u"+strconv.Itoa(p.prosed), Narrative, 0, 0)
	}
}

// titlesLetter takes the long title of a section whose letter a converter printed on a
// line of its own, "C.", as what it is: no stop ends it.
func (p *parser) titlesLetter(b text.Block) bool {
	last := len(p.headings) - 1
	if last < 0 || p.act != nil || p.at == 0 || text.EndsClosed(b.Text.S) || !scan.IsCapital(b.Text.S) {
		return false
	}
	above := p.list[p.at-1]
	if _, words := text.ReadLabel(
		above.Text.S,
	); above.Kind != text.BlockLabel || words < len(above.Text.S) ||
		p.headings[last].text != above.Text.S {
		return false
	}
	p.headings[last].text += " " + b.Text.S
	return true
}

// begins finds out whether the document is prose without numbers, and where that
// begins: at its first sentence, as no number or body that speaks ends its masthead.
func (p *parser) begins() {
	sentence, contents := -1, false
	if p.draft {
		return // its one sentence is a decision
	}
	for i, b := range p.list {
		switch {
		case headsContents(b.Text.S):
			contents = true
		case b.Kind == text.BlockAnnex && sentence >= 0 && !contents:
			p.startsProse(sentence)
			return
		case b.Kind == text.BlockAct || b.Kind == text.BlockBody || b.Listed || b.Label.Kind == text.LabelNumber || b.Rising != "":
			return
		case (b.Kind == text.BlockProse || b.Kind == text.BlockOpener) && sentence < 0 && isSentence(b.Text.S):
			sentence = i
		}
	}
	p.startsProse(sentence)
}

func (p *parser) startsProse(sentence int) {
	if p.unnumbered = sentence >= 0; p.unnumbered {
		p.first = min(p.first, sentence)
	}
}

// shortestSentence is how many bytes the first sentence of a text has at least.
const shortestSentence = 60

// isSentence says that a line is one of a text, and not of a masthead.
func isSentence(s string) bool {
	last := text.LastLetter(s)
	return len(s) >= shortestSentence && (last == '.' || last == ':' || last == ';') && strings.IndexByte(s, ' ') > 0
}
