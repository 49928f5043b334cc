package tree

import (
	"cmp"
	"slices"
	"strconv"

	"mandategraph/graph"
	"mandategraph/loader/scan"
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

// An Asked is the identity that a reader asks for.
type Asked struct {
	ID string // empty for none
	// Stays says that the document is stored under it, so that it stays whatever the
	// text prints.
	Stays bool
}

// Parse builds the tree of a document; err says that it has more pieces than most.
func Parse(s *text.Source, asked Asked, most int) (*Tree, error) {
	p := &parser{tree: &Tree{Source: s, headings: map[string]bool{}}, ids: map[string]int{}}
	list := mendStacked(mendStranded(text.Blocks(s, grammar)), s.Text)
	if len(list) > most {
		return nil, TooManyPieces(len(list))
	}
	markBlocks(list)
	p.masthead(list, asked)
	p.notesBehind(list)
	p.list, p.numbers = list, numbersOf(list)
	if p.tree.Session == "" {
		p.tree.Session = cmp.Or(p.meeting(), p.nthAssembly())
	}
	p.begins()
	if i := slices.IndexFunc(list[:p.first], func(b text.Block) bool { return headsContents(b.Text.S) }); i >= 0 {
		p.first = i
	}
	for p.at = p.first; p.at < len(list); p.at++ {
		p.block(list[p.at])
	}
	p.titleOfAct()
	p.soleParagraphs()
	p.ownNotes()
	p.tree.Apart = p.apart()
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
	begun    bool         // sentences of the text stand above this block of the masthead
	quoted   int          // pieces of a quotation that is still open
	unnamed  int          // operative paragraphs without a number
	ending   *Paragraph   // the head or end of the act, still open
	head     []text.Block // the same in the masthead, above the act
	section  bool         // a heading of the operative part was the last thing read
	// sectionMark is the number of the last Roman section of the act sectionOf.
	sectionMark string
	sectionOf   *Act
	lines       []headLine // of the masthead
	own         ownSymbol  // the document's, as printed
	place       string     // where it is printed
	foreign     string     // the body, where the document is another organization's
	report      bool       // the masthead begins a block with that word
	list        []text.Block
	at          int // the block that is being read
	numbers     []numberAt
	series
	appendix
	column column
	// unnumbered says that no paragraph of the document has a number, prosed how many
	// without one were counted so far.
	unnumbered bool
	prosed     int
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

// notesBehind puts the notes of the first page behind the first paragraph where that goes
// on behind the page, so that they stand above it.
func (p *parser) notesBehind(list []text.Block) {
	if p.first == len(list) {
		return
	}
	first, kept := list[p.first], list[:0:0]
	var notes []text.Block
	for _, b := range list[:p.first] {
		if b.Kind == text.BlockNote && scan.IsDigit(b.Note[0]) {
			notes = append(notes, b)
		} else {
			kept = append(kept, b)
		}
	}
	copy(list, slices.Concat(kept, []text.Block{first}, notes))
	p.first = len(kept)
}

// block reads the next block.
func (p *parser) block(b text.Block) {
	p.beginsDraft(b)
	switch {
	case b.Kind == text.BlockNote:
		p.footnote(b)
	case p.inContents(b):
		p.list[p.at].Contents = true
	case p.zone == inTitle && p.printsOwn(b.Text.S):
	case b.Kind == text.BlockTable:
		p.row(b)
	case b.Listed && p.startListed(b):
	case b.Kind == text.BlockClosing:
		p.closing(b)
	case p.endsOpen(b):
		p.close(b, EndLocator)
	case b.Kind == text.BlockAct && p.startAct(b):
	case b.Kind == text.BlockAnnex:
		p.startAnnex(b)
	case b.Kind == text.BlockBody:
		p.bodySpeaks(b)
	default:
		p.text(b)
	}
}

// beginsDraft begins the act of a draft whose body speaks behind the recitals.
func (p *parser) beginsDraft(b text.Block) {
	if p.draft && p.capitalRecital(b) && len(p.tree.Acts)+len(p.tree.Paragraphs) == 0 {
		p.wholeAct(b)
		p.zone = inPreamble
	}
}

// text reads a block of the running text.
func (p *parser) text(b text.Block) {
	switch {
	case b.Kind == text.BlockHeading || b.Listed:
		p.heading(b, text.NoLabel)
	case b.Rising != "" && p.zone == inAnnex:
		p.rising(b)
	case b.Rising != "" && p.act == nil:
		p.sectioned(b)
	case b.Kind != text.BlockLabel:
		p.prose(b)
	case b.Label.Kind == text.LabelRoman || b.Label.Kind == text.LabelLetter:
		p.titleOrItem(b)
	default:
		switch {
		case p.endsFollowing(b):
			p.leaveAct()
		case p.numbersGoOn(b.Label):
			p.endsAppended()
		}
		p.labelled(b)
	}
}

// add makes a block a paragraph of the act or the document; words is where its words
// begin, behind its label.
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
		Words: words, Depth: depth, Publisher: p.tree.Body, Start: b.Place, End: b.End, Note: b.Note,
		Headings: p.headingsAbove()}
	p.tree.Paragraphs = append(p.tree.Paragraphs, q)
	switch {
	case p.act != nil:
		p.act.Paragraphs = append(p.act.Paragraphs, q)
		if kind == Preambular && depth == 0 {
			p.act.preambles++
		}
	case depth == 0 && b.Label.Kind == text.LabelNumber && (kind == Narrative || kind == Annexed):
		p.count(q)
	}
	if kind != Footnote {
		p.last, p.section = q, false
	}
}

// headingsAbove are those of the next paragraph: that of an act's part, or all of the
// document's.
func (p *parser) headingsAbove() (list []string) {
	if p.act != nil {
		if p.topic != "" {
			list = []string{p.topic}
		}
		return list
	}
	if len(p.headings) > 0 {
		list = make([]string, len(p.headings))
		for i, h := range p.headings {
			list[i] = h.text
		}
	}
	return list
}
