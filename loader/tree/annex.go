package tree

import (
	"cmp"
	"strconv"
	"strings"

	"mandategraph/graph"
	"mandategraph/loader/scan"
	"mandategraph/loader/text"
)

// An act's text announces each of its annexes ("set out in the annex to the present
// resolution"); those of a report stand behind its last chapter, and are counted
// through. Each is a part of its own with numbers of its own.

// annexOfAct is the heading of an annex that says to what it belongs: "Annex I to
// resolution 1267 (1999)".
var annexOfAct = scan.Compile(`^(?i:annex|appendix|enclosure)(?:\s+([IVXLC]+|\d+|[A-Z]))? to ` +
	`(?:the )?(?:present |identical )?(?:draft )?(?i:resolution|decision|report|letters?|note)\b[^.;,]*$`)

// appendix is the report's annex that is being read.
type appendix struct {
	appended int // its number; 0 outside of all
	outer    outerText
	untitled bool // its title comes next
	// annexText are the paragraphs of all of them for what has no number.
	annexText map[int]*Paragraph
}

// outerText is what the report's annexes interrupt: its headings and its last number.
type outerText struct {
	headings []heading
	number   string
	counted  *Paragraph
}

// annexRank puts an annex above all other headings.
const annexRank = text.LabelKind(-1)

// startAnnex begins an annex of the act that is being read, or of the document.
func (p *parser) startAnnex(b text.Block) {
	if len(p.tree.Paragraphs) == 0 && len(p.tree.headings) > 0 {
		return // an entry of the table of contents
	}
	mark, title := annexMark(b.Text.S)
	if p.act == nil || p.ofReport(b, mark) {
		p.startAppended(b, mark, title)
		return
	}
	p.zone, p.stack, p.topic, p.last, p.intro = inAnnex, nil, title, nil, true
	p.annex++
	if n, ok := ListNumber(mark); ok {
		p.annex = n
	}
}

// annexMark reads the number or letter of an annex's heading and the title behind it.
func annexMark(s string) (mark, title string) {
	s = strings.Trim(s, "* ")
	if m := annexHeading.FindStringSubmatch(s); m != nil {
		return m[1], ""
	}
	if m := annexOfAct.FindStringSubmatch(s); m != nil {
		return m[1], ""
	}
	if m := markedAnnex.FindStringSubmatch(s); m != nil {
		return m[1], m[2]
	}
	return "", ""
}

// ofReport says that an annex behind an act is the report's: the act has no text, or
// none that names an annex and the report ends with it; the report's table of contents
// lists it; or it goes on with the report's annexes and not with the act's.
func (p *parser) ofReport(b text.Block, mark string) bool {
	n, counted := ListNumber(mark)
	switch {
	case p.act.Whole || p.counted == nil && p.appended == 0 || annexOfAct.MatchString(b.Text.S):
		return false
	case len(p.act.Paragraphs) == 0:
		return true
	case p.appended > 0 && counted && n == p.appended+1 && n != p.annex+1:
		return true
	case p.annex > 0 && (!counted || n <= p.annex):
		return true
	}
	return p.listedNext() || !p.act.namesAnnex() && !p.reportGoesOn()
}

// listedNext says that the table of contents lists the line below.
func (p *parser) listedNext() bool {
	return p.at+1 < len(p.list) && p.tree.headings[PlainKey(p.list[p.at+1].Text.S)]
}

// namesAnnex says that the act's text speaks of an annex.
func (a *Act) namesAnnex() bool {
	for _, q := range a.Paragraphs {
		for _, part := range q.Parts {
			if strings.Contains(part.S, "nnex") || strings.Contains(part.S, "ppendi") || strings.Contains(part.S, "ttach") {
				return true
			}
		}
	}
	return false
}

// startAppended begins an annex of the document.
func (p *parser) startAppended(b text.Block, mark, title string) {
	n, counted := ListNumber(mark)
	if !counted && p.appended > 0 { // an annex in an annex, such as a draft that it prints
		p.leaveAct()
		p.number, p.counted = "", nil
		return
	}
	if p.appended == 0 {
		p.outer = outerText{p.headings, p.number, p.counted}
	}
	if p.appended++; counted {
		p.appended = n
	}
	p.leaveAct()
	p.number, p.counted, p.contents, p.before = "", nil, false, nil
	p.headings = []heading{{annexRank, cmp.Or(title, strings.Trim(b.Text.S, "* "))}}
	p.untitled = title == ""
}

// endsAppended goes back to the report where its chapters or its numbers go on behind
// what looked like an annex.
func (p *parser) endsAppended() {
	p.appended, p.untitled = 0, false
	p.leaveAct()
	p.headings, p.number, p.counted = p.outer.headings, p.outer.number, p.outer.counted
}

// chaptersGoOn says that a heading is the report's next chapter, which its table of
// contents lists.
func (p *parser) chaptersGoOn(b text.Block) bool {
	if p.appended == 0 || !p.tree.headings[PlainKey(b.Text.S)] {
		return false
	}
	inside := p.headings
	p.headings = p.outer.headings
	next := p.nextChapter(b.Label)
	p.headings = inside
	return next
}

// numbersGoOn says that a number is that of the report's next paragraph, and not of
// the annex that is being read.
func (p *parser) numbersGoOn(l text.Label) bool {
	return p.act == nil && p.appended > 0 && l.Kind == text.LabelNumber && l.Mark != "1" &&
		text.Succeeds(p.outer.number, l.Mark) && !text.Succeeds(p.number, l.Mark)
}

// annexLine adds a line without a number to the text of the document's annex.
func (p *parser) annexLine(b text.Block) {
	q := p.annexText[p.appended]
	if q == nil {
		if p.annexText == nil {
			p.annexText = map[int]*Paragraph{}
		}
		p.add(b, p.annexName(), Annexed, 0, 0)
		p.annexText[p.appended] = p.last
		return
	}
	q.Parts = append(q.Parts, b.Text)
	q.End = max(q.End, b.End)
}

// rising reads a paragraph with a number without a stop, "2.1 Coastal States should".
func (p *parser) rising(b text.Block) {
	number := strings.Fields(b.Text.S)[0]
	b.Label = text.Label{Kind: text.LabelNumber, Mark: b.Rising}
	p.stack, p.intro = nil, false
	p.add(b, p.annexName()+"."+b.Rising, Annexed, min(len(number)+1, len(b.Text.S)), 0)
	p.stack = []level{{text.LabelNumber, b.Rising, p.last}}
}

func (p *parser) annexName() string { return "an" + strconv.Itoa(max(p.annex, 1)) }

// citingHeading keeps a heading inside an annex that cites as a piece of its text.
func (p *parser) citingHeading(b text.Block) {
	if p.zone != inAnnex || !cites(b.Text.S) {
		return
	}
	switch l, words := text.ReadLabel(b.Text.S); {
	case l.Kind == text.LabelRoman || l.Kind == text.LabelLetter:
		p.add(b, p.annexName()+"."+strings.ToLower(l.Mark), Annexed, words, 1)
	case p.act == nil:
		last := p.last
		p.annexLine(b)
		p.last = last
	case p.intro && p.ids[graph.ParagraphID(p.act.ID, p.annexName())] == 0:
		p.add(b, p.annexName(), Annexed, 0, 0)
		p.intro = false
	}
}

// actNumber is the noun of an act with a number.
var actNumber = scan.Compile(`(?:[Rr]esolution|[Dd]ecision)s? (?:No\. ?)?[A-Z]{0,4}[./-]?\d`)

// cites says that a line names an act or a document.
func cites(s string) bool { return actNumber.MatchString(s) || SymbolShape.MatchString(s) }

// ListNumber reads the number or letter of an annex: 2, II, B.
func ListNumber(mark string) (int, bool) {
	if n, err := strconv.Atoi(mark); err == nil {
		return n, true
	}
	if n := graph.Roman(mark); n > 0 {
		return n, true
	}
	if len(mark) == 1 && mark[0] >= 'A' && mark[0] <= 'Z' {
		return int(mark[0]-'A') + 1, true
	}
	return 0, false
}
