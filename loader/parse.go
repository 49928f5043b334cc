package loader

import (
	"slices"
	"strconv"
	"strings"

	"mandategraph/graph"
)

// zone is the part of an act in which the parser is.
type zone int

const (
	outside zone = iota
	inTitle
	inPreamble
	inOperative
	inDecision
	inAnnex
)

// Parse builds the tree of a document; err says that it has more pieces than most.
func Parse(s *Source, id string, most int) (*Tree, error) {
	p := &parser{tree: &Tree{Source: s, headings: map[string]bool{}}, ids: map[string]int{}}
	list := blocks(s, grammar{classify, namesBody})
	if len(list) > most {
		return nil, TooManyPieces(len(list))
	}
	markListed(list)
	markAnnounced(list)
	p.masthead(list, id)
	for _, b := range list[p.first:] {
		p.block(b)
	}
	p.soleParagraphs()
	p.ownNotes()
	return p.tree, nil
}

type parser struct {
	tree     *Tree
	first    int // the block after the masthead
	contents bool
	act      *Act
	zone     zone
	annex    int
	stack    []level
	last     *Paragraph
	table    *Paragraph // to which rows of an annex go
	headings []heading
	topic    string
	ids      map[string]int
	intro    bool       // the annex's introduction is still open
	draft    bool       // the masthead says that the document is a draft
	quoted   int        // pieces of a quotation that is still open
	unnamed  int        // operative paragraphs without a number
	ending   *Paragraph // the head or end of the act, still open
	head     []block    // the same in the masthead, above the act
	section  bool       // a heading of the operative part was the last thing read
	// symbolLine is the line of the masthead that bears the symbol.
	symbolLine block
	told       string // number of the report's last paragraph
}

type level struct {
	kind labelKind
	mark string
	par  *Paragraph
}

type heading struct {
	kind labelKind
	text string
}

func (p *parser) block(b block) {
	switch {
	case b.kind == blockNote:
		p.footnote(b)
	case p.inContents(b):
	case b.kind == blockTable:
		p.row(b)
	case b.listed && p.startListed(b):
	case b.kind == blockClosing:
		p.closing(b)
	case p.endsOpen(b):
		p.close(b, endLocator)
	case b.kind == blockAct && p.startAct(b):
	case b.kind == blockAnnex && (p.act != nil):
		p.startAnnex(b)
	case b.kind == blockBody:
		p.bodySpeaks(b)
	case b.kind == blockLabel && (b.label.kind == labelRoman || b.label.kind == labelLetter):
		p.titleOrItem(b)
	case b.kind == blockLabel:
		if p.endsFollowing(b) {
			p.leaveAct()
		}
		p.labelled(b)
	case b.kind == blockHeading:
		p.heading(b, noLabel)
	default:
		p.prose(b)
	}
}

// inContents passes over the table of contents, which repeats every title, and
// remembers its entries: they tell a chapter's heading from one inside an act.
func (p *parser) inContents(b block) bool {
	text := b.text.S
	if strings.EqualFold(text, "contents") {
		p.contents = true
		return true
	}
	if !p.contents {
		return false
	}
	if b.contents {
		key := plainKey(beforePage(text))
		p.tree.headings[key] = true
		if _, words := readLabel(key); words > 0 {
			p.tree.headings[key[words:]] = true
		}
		_, words := readLabel(text)
		p.tree.headings[plainKey(beforePage(text[words:]))] = true
		return true
	}
	if b.kind == blockAct && loneEntry.MatchString(text) && !p.bareNumbers() {
		return true
	}
	_, words := readLabel(text)
	known := p.tree.headings[plainKey(text)] || words > 0 && p.tree.headings[plainKey(text[words:])]
	if known || bareChapter.MatchString(text) || b.kind == blockAct || b.kind == blockBody || b.kind == blockOpener || b.kind == blockLabel && b.label.kind == labelNumber && len(text) > 120 {
		p.contents = false
		return false
	}
	if words > 0 && upperLabel(text) { // an entry without a page number
		p.tree.headings[plainKey(text)], p.tree.headings[plainKey(text[words:])] = true, true
	}
	return true
}

func (p *parser) heading(b block, kind labelKind) {
	text := b.text.S
	if kind == noLabel && (p.startPart(b) || p.startFollowing(b)) || p.act != nil && p.inAct(b, kind) {
		return
	}
	if kind == noLabel && p.act == nil && p.last != nil && p.last.introduces() && !p.tree.headings[plainKey(text)] {
		p.last.Parts = append(p.last.Parts, b.text) // a line of a list, such as the officers
		p.last.End = b.end
		return
	}
	if p.listHeading(b) {
		return
	}
	if kind == noLabel && chapterLine.MatchString(text) {
		kind = labelRoman
	} else if last := len(p.headings) - 1; kind == noLabel && p.act == nil && last >= 0 && bareChapter.MatchString(p.headings[last].text) {
		p.headings[last].text += " " + text
		return
	}
	for len(p.headings) > 0 && p.headings[len(p.headings)-1].rank() >= (heading{kind, ""}).rank() {
		p.headings = p.headings[:len(p.headings)-1]
	}
	p.leaveAct()
	p.headings = append(p.headings, heading{kind, text})
}

func (p *parser) startAnnex(b block) {
	m := annexHeading.FindStringSubmatch(strings.Trim(b.text.S, "* "))
	p.zone, p.stack, p.topic, p.last, p.intro = inAnnex, nil, "", nil, true
	p.annex++
	if m == nil {
		if m = markedAnnex.FindStringSubmatch(b.text.S); m != nil {
			p.topic = m[2]
		}
	}
	if m != nil && m[1] != "" {
		if n, ok := ordinal(m[1]); ok {
			p.annex = n
		}
	}
}

func ordinal(mark string) (int, bool) {
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

// prose reads a paragraph without a label.
func (p *parser) prose(b block) {
	if p.act == nil && p.isWholeDecision(b) {
		p.wholeAct(b)
		p.act.Kind = graph.Decision
		p.zone = inDecision
		p.speaker(b.text.S)
		p.add(b, "dec", decided, 0, 0)
		return
	}
	if p.act == nil {
		p.narrative(b)
		return
	}
	if p.quotes(b) {
		return
	}
	c, _, verb := verbAt(b.text.S, 0, true)
	switch {
	case p.zone == inTitle && p.above(b, verb):
	case p.zone == inTitle && verb || p.zone == inPreamble || p.zone == inOperative && p.section && verb && c.form == presentForm:
		p.preamble(b, c, verb)
	case p.zone == inOperative && verb && c.form == thirdForm && (p.last == nil || p.unnamed > 0):
		p.unnumbered(b)
	case p.zone == inAnnex && p.intro && len(p.stack) == 0:
		p.add(b, p.annexName(), annexed, 0, 0)
		p.intro = false
	case p.last != nil:
		p.last.Parts = append(p.last.Parts, b.text)
		p.last.End = b.end
	default:
		p.add(b, "dec", decided, 0, 0)
	}
}

// above reads a block between an act's heading and its text: how it was adopted,
// its title, or the one sentence of a decision; false where the text begins.
func (p *parser) above(b block, verb bool) bool {
	text := b.text.S
	switch {
	case b.title && b.kind == blockOpener: // a title that begins like a preamble
		p.extendTitle(b)
	case adoptionLine.MatchString(text):
		if p.act.Adopted == "" {
			p.act.Adopted = parseDate(dateLine.FindString(text))
		}
	case verb:
		return false
	case speaks(text) || namesBody(text) || p.act.Kind == graph.Decision && p.houseDecides(text):
		p.zone = inDecision
		p.speaker(text)
		p.add(b, "dec", decided, 0, 0)
	case p.act.Title.S == "" || strings.IndexByte(".;:,", lastLetter(text)) < 0:
		p.extendTitle(b)
	default:
		return false
	}
	return true
}

// preamble reads a block of an act's preamble, or the first operative paragraph
// without a number.
func (p *parser) preamble(b block, c cue, verb bool) {
	p.zone = inPreamble
	switch {
	case verb && (c.form == thirdForm || c.form == pastForm && lastLetter(b.text.S) != ',' && !strings.HasPrefix(b.text.S, "Having ")):
		p.zone = inOperative
		p.unnumbered(b)
	case p.last != nil && p.last.Kind == preambular && dashed(b.text.S):
		p.extend(b) // an item without a letter
	default:
		p.stack = nil
		p.add(b, "pp"+strconv.Itoa(p.act.preambles+1), preambular, 0, 0)
	}
}

// extend adds a block to the last paragraph.
func (p *parser) extend(b block) {
	p.last.Parts = append(p.last.Parts, b.text)
	p.last.End = max(p.last.End, b.end)
}

func dashed(s string) bool {
	return strings.HasPrefix(s, "- ") || strings.HasPrefix(s, "– ") || strings.HasPrefix(s, "• ")
}

// mostQuoted bounds the pieces of a quotation whose end is not found.
const mostQuoted = 12

// quotes takes the pieces of a quotation that a paragraph of an act introduces
// ("on the question:") as parts of it, up to the piece that closes it.
func (p *parser) quotes(b block) bool {
	if p.act == nil || p.last == nil || p.last.Act != p.act || p.last.Kind != preambular && p.last.Kind != operative {
		return false
	}
	opens := strings.HasPrefix(b.text.S, "“")
	if p.quoted == 0 && !(opens && lastLetter(p.last.Parts[len(p.last.Parts)-1].S) == ':') {
		return false
	}
	p.extend(b)
	if p.quoted++; p.quoted > mostQuoted || strings.LastIndex(b.text.S, "”") > strings.LastIndex(b.text.S, "“") {
		p.quoted = 0
	}
	return true
}

// speaker takes the body from the sentence of a decision.
func (p *parser) speaker(s string) {
	found := findBodies(s)
	if len(found) > 0 && (found[0].start == len("The ") && p.act.Body != found[0].code || p.act.Body == "" && p.houseDecides(s)) {
		p.speaksAs(found[0].code)
	}
}

func (p *parser) unnumbered(b block) {
	p.unnamed++
	p.stack = nil
	p.add(b, "op"+strconv.Itoa(p.unnamed), operative, 0, 0)
	p.stack = []level{{labelNumber, strconv.Itoa(p.unnamed), p.last}}
}

// row reads a row of a table: in an annex it belongs to the annex, elsewhere to
// the paragraph before.
func (p *parser) row(b block) {
	to := p.last
	if p.act != nil && p.zone == inAnnex {
		id := graph.ParagraphID(p.act.ID, p.annexName())
		if p.ids[id] == 0 {
			p.add(b, p.annexName(), annexed, 0, 0)
			return
		}
		if p.table == nil || p.table.ID != id {
			p.table = p.act.Paragraphs[slices.IndexFunc(p.act.Paragraphs, func(q *Paragraph) bool { return q.ID == id })]
		}
		to = p.table
	}
	if to != nil {
		to.Parts = append(to.Parts, b.text)
		to.End = max(to.End, b.end)
	}
}

func (p *parser) annexName() string { return "an" + strconv.Itoa(max(p.annex, 1)) }

func (p *parser) narrative(b block) {
	if strings.Contains(p.tree.Symbol, "/PRST/") { // a statement without numbers or headings
		p.add(b, strconv.Itoa(len(p.tree.Paragraphs)+1), narrative, 0, 0)
		return
	}
	if p.last != nil && p.last.Act == nil {
		p.last.Parts = append(p.last.Parts, b.text)
		p.last.End = b.end
		return
	}
	if len(b.text.S) > 40 && len(p.headings) > 0 {
		p.add(b, "u"+strconv.Itoa(len(p.tree.Paragraphs)+1), narrative, 0, 0)
	}
}

func (p *parser) add(b block, locator, kind string, words, depth int) {
	parent := p.tree.ID
	if p.act != nil {
		parent = p.act.ID
	}
	id := graph.ParagraphID(parent, locator)
	if p.ids[id]++; p.ids[id] > 1 {
		locator += "~" + strconv.Itoa(p.ids[id])
		id = graph.ParagraphID(parent, locator)
	}
	q := &Paragraph{ID: id, Locator: locator, Kind: kind, Label: b.label.mark, Act: p.act, Parts: []Text{b.text},
		Words: words, Depth: depth, House: p.tree.Body, Start: b.place, End: b.end, note: b.note}
	switch {
	case p.act != nil && p.topic != "":
		q.Headings = []string{p.topic}
	case p.act == nil && len(p.headings) > 0:
		q.Headings = make([]string, len(p.headings))
		for i, h := range p.headings {
			q.Headings[i] = h.text
		}
	}
	p.tree.Paragraphs = append(p.tree.Paragraphs, q)
	if p.act != nil {
		p.act.Paragraphs = append(p.act.Paragraphs, q)
		if kind == preambular && depth == 0 {
			p.act.preambles++
		}
	}
	if kind == narrative && p.act == nil && depth == 0 {
		p.told = b.label.mark
	}
	if kind != footnote {
		p.last, p.section = q, false
	}
}
