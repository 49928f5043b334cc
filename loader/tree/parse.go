package tree

import (
	"slices"
	"strconv"
	"strings"

	"mandategraph/graph"
	"mandategraph/loader/text"
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

// Parse builds the tree of a document; err says that it has too many pieces.
func Parse(s *text.Source, id string) (*Tree, error) {
	p := &parser{tree: &Tree{Source: s, headings: map[string]bool{}}, ids: map[string]int{}}
	list := text.Blocks(s, text.Grammar{Classify: classify, NamesBody: namesBody})
	if len(list) > MaxPieces {
		return nil, TooManyPieces(len(list))
	}
	markListed(list)
	markAnnounced(list)
	p.masthead(list, id)
	for i, b := range list[p.first:] {
		p.after = list[p.first+i+1:]
		p.block(b)
	}
	p.titleOfAct()
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
	intro    bool         // the annex's introduction is still open
	draft    bool         // the masthead says that the document is a draft
	quoted   int          // pieces of a quotation that is still open
	unnamed  int          // operative paragraphs without a number
	ending   *Paragraph   // the head or end of the act, still open
	head     []text.Block // the same in the masthead, above the act
	section  bool         // a heading of the operative part was the last thing read
	lines    []headLine   // of the masthead
	matter   frontMatter
	own      ownSymbol // the document's, as printed
	foreign  string    // the body, where the document is another organization's
	report   bool      // the masthead begins a block with that word
	after    []text.Block
	told     string // number of the report's last paragraph
}

type level struct {
	kind text.LabelKind
	mark string
	par  *Paragraph
}

type heading struct {
	kind text.LabelKind
	text string
}

func (p *parser) block(b text.Block) {
	switch {
	case b.Kind == text.BlockNote:
		p.footnote(b)
	case p.inContents(b):
	case p.zone == inTitle && p.printsOwn(b.Text.S):
	case b.Kind == text.BlockTable:
		p.row(b)
	case b.Listed && p.startListed(b):
	case b.Kind == text.BlockClosing:
		p.closing(b)
	case p.endsOpen(b):
		p.close(b, EndLocator)
	case b.Kind == text.BlockAct && p.startAct(b):
	case b.Kind == text.BlockAnnex && (p.act != nil):
		p.startAnnex(b)
	case b.Kind == text.BlockBody:
		p.bodySpeaks(b)
	case b.Kind == text.BlockLabel && (b.Label.Kind == text.LabelRoman || b.Label.Kind == text.LabelLetter):
		p.titleOrItem(b)
	case b.Kind == text.BlockLabel:
		if p.endsFollowing(b) {
			p.leaveAct()
		}
		p.labelled(b)
	case b.Kind == text.BlockHeading:
		p.heading(b, text.NoLabel)
	default:
		p.prose(b)
	}
}

// inContents passes over the table of contents, which repeats every title, and
// remembers its entries: they tell a chapter's heading from one inside an act.
func (p *parser) inContents(b text.Block) bool {
	body := b.Text.S
	if strings.EqualFold(body, "contents") {
		p.contents = true
		return true
	}
	if !p.contents {
		return false
	}
	if b.Contents {
		key := PlainKey(text.BeforePage(body))
		p.tree.headings[key] = true
		if _, words := text.ReadLabel(key); words > 0 {
			p.tree.headings[key[words:]] = true
		}
		_, words := text.ReadLabel(body)
		p.tree.headings[PlainKey(text.BeforePage(body[words:]))] = true
		return true
	}
	if b.Kind == text.BlockAct && loneEntry.MatchString(body) && !p.bareNumbers() {
		return true
	}
	_, words := text.ReadLabel(body)
	known := p.tree.headings[PlainKey(body)] || words > 0 && p.tree.headings[PlainKey(body[words:])]
	if known || bareChapter.MatchString(body) || b.Kind == text.BlockAct || b.Kind == text.BlockBody || b.Kind == text.BlockOpener || b.Kind == text.BlockLabel && b.Label.Kind == text.LabelNumber && len(body) > 120 {
		p.contents = false
		return false
	}
	if words > 0 && text.UpperLabel(body) { // an entry without a page number
		p.tree.headings[PlainKey(body)], p.tree.headings[PlainKey(body[words:])] = true, true
	}
	return true
}

func (p *parser) heading(b text.Block, kind text.LabelKind) {
	body := b.Text.S
	if kind == text.NoLabel && (p.startPart(b) || p.startFollowing(b)) || p.act != nil && p.inAct(b, kind) {
		return
	}
	if kind == text.NoLabel && p.act == nil && p.last != nil && p.last.introduces() && !p.tree.headings[PlainKey(body)] {
		p.last.Parts = append(p.last.Parts, b.Text) // a line of a list, such as the officers
		p.last.End = b.End
		return
	}
	if p.listHeading(b) {
		return
	}
	if kind == text.NoLabel && chapterLine.MatchString(body) {
		kind = text.LabelRoman
	} else if last := len(p.headings) - 1; kind == text.NoLabel && p.act == nil && last >= 0 && bareChapter.MatchString(p.headings[last].text) {
		p.headings[last].text += " " + body
		return
	}
	for len(p.headings) > 0 && p.headings[len(p.headings)-1].rank() >= (heading{kind, ""}).rank() {
		p.headings = p.headings[:len(p.headings)-1]
	}
	p.leaveAct()
	p.headings = append(p.headings, heading{kind, body})
}

func (p *parser) startAnnex(b text.Block) {
	m := annexHeading.FindStringSubmatch(strings.Trim(b.Text.S, "* "))
	p.zone, p.stack, p.topic, p.last, p.intro = inAnnex, nil, "", nil, true
	p.annex++
	if m == nil {
		if m = markedAnnex.FindStringSubmatch(b.Text.S); m != nil {
			p.topic = m[2]
		}
	}
	if m != nil && m[1] != "" {
		if n, ok := ListNumber(m[1]); ok {
			p.annex = n
		}
	}
}

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

// prose reads a paragraph without a label.
func (p *parser) prose(b text.Block) {
	if p.act == nil && p.isWholeDecision(b) {
		p.wholeAct(b)
		p.act.Kind = graph.Decision
		p.zone = inDecision
		p.speaker(b.Text.S)
		p.add(b, "dec", Decided, 0, 0)
		return
	}
	if p.act == nil {
		p.narrative(b)
		return
	}
	if p.quotes(b) {
		return
	}
	c, _, verb := VerbAt(b.Text.S, 0, true)
	switch {
	case p.zone == inTitle && p.above(b, verb):
	case p.zone == inTitle && verb || p.zone == inPreamble || p.zone == inOperative && p.section && verb && c.Form == PresentForm:
		p.preamble(b, c, verb)
	case p.zone == inOperative && verb && c.Form == ThirdForm && (p.last == nil || p.unnamed > 0):
		p.unnumbered(b)
	case p.zone == inAnnex && p.intro && len(p.stack) == 0:
		p.add(b, p.annexName(), Annexed, 0, 0)
		p.intro = false
	case p.last != nil:
		p.last.Parts = append(p.last.Parts, b.Text)
		p.last.End = b.End
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
	case verb:
		return false
	case text.Speaks(body) || namesBody(body) || p.act.Kind == graph.Decision && p.houseDecides(body):
		p.zone = inDecision
		p.speaker(body)
		p.add(b, "dec", Decided, 0, 0)
	case p.act.Title.S == "" || strings.IndexByte(".;:,", text.LastLetter(body)) < 0:
		p.extendTitle(b)
	default:
		return false
	}
	return true
}

// preamble reads a block of an act's preamble, or the first operative paragraph
// without a number.
func (p *parser) preamble(b text.Block, c Cue, verb bool) {
	p.zone = inPreamble
	switch {
	case verb && (c.Form == ThirdForm || c.Form == PastForm && text.LastLetter(b.Text.S) != ',' && !strings.HasPrefix(b.Text.S, "Having ")):
		p.zone = inOperative
		p.unnumbered(b)
	case p.last != nil && p.last.Kind == Preambular && dashed(b.Text.S):
		p.extend(b) // an item without a letter
	default:
		p.stack = nil
		p.add(b, "pp"+strconv.Itoa(p.act.preambles+1), Preambular, 0, 0)
	}
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
	if p.quoted++; p.quoted > mostQuoted || strings.LastIndex(b.Text.S, "”") > strings.LastIndex(b.Text.S, "“") {
		p.quoted = 0
	}
	return true
}

// speaker takes the body from the sentence of a decision.
func (p *parser) speaker(s string) {
	found := FindBodies(s)
	if len(found) > 0 && (found[0].Start == len("The ") && p.act.Body != found[0].Code || p.act.Body == "" && p.houseDecides(s)) {
		p.speaksAs(found[0].Code)
	}
}

func (p *parser) unnumbered(b text.Block) {
	p.unnamed++
	p.stack = nil
	p.add(b, "op"+strconv.Itoa(p.unnamed), Operative, 0, 0)
	p.stack = []level{{text.LabelNumber, strconv.Itoa(p.unnamed), p.last}}
}

// row reads a row of a table: in an annex it belongs to the annex, elsewhere to
// the paragraph before.
func (p *parser) row(b text.Block) {
	to := p.last
	if p.act != nil && p.zone == inAnnex {
		id := graph.ParagraphID(p.act.ID, p.annexName())
		if p.ids[id] == 0 {
			p.add(b, p.annexName(), Annexed, 0, 0)
			return
		}
		if p.table == nil || p.table.ID != id {
			p.table = p.act.Paragraphs[slices.IndexFunc(p.act.Paragraphs, func(q *Paragraph) bool { return q.ID == id })]
		}
		to = p.table
	}
	if to != nil {
		to.Parts = append(to.Parts, b.Text)
		to.End = max(to.End, b.End)
	}
}

func (p *parser) annexName() string { return "an" + strconv.Itoa(max(p.annex, 1)) }

func (p *parser) narrative(b text.Block) {
	if strings.Contains(p.tree.Symbol, "/PRST/") { // a statement without numbers or headings
		p.add(b, strconv.Itoa(len(p.tree.Paragraphs)+1), Narrative, 0, 0)
		return
	}
	if p.last != nil && p.last.Act == nil {
		p.last.Parts = append(p.last.Parts, b.Text)
		p.last.End = b.End
		return
	}
	if len(b.Text.S) > 40 && len(p.headings) > 0 {
		p.add(b, "u"+strconv.Itoa(len(p.tree.Paragraphs)+1), Narrative, 0, 0)
	}
}

func (p *parser) add(b text.Block, locator, kind string, words, depth int) {
	parent := p.tree.ID
	if p.act != nil {
		parent = p.act.ID
	}
	id := graph.ParagraphID(parent, locator)
	if p.ids[id]++; p.ids[id] > 1 {
		locator += "~" + strconv.Itoa(p.ids[id])
		id = graph.ParagraphID(parent, locator)
	}
	q := &Paragraph{ID: id, Locator: locator, Kind: kind, Label: b.Label.Mark, Act: p.act, Parts: []text.Text{b.Text},
		Words: words, Depth: depth, Publisher: p.tree.Body, Start: b.Place, End: b.End, Note: b.Note}
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
		if kind == Preambular && depth == 0 {
			p.act.preambles++
		}
	}
	if kind == Narrative && p.act == nil && depth == 0 {
		p.told = b.Label.Mark
	}
	if kind != Footnote {
		p.last, p.section = q, false
	}
}
