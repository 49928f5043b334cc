package text

import (
	"strings"

	"mandategraph/loader/scan"
)

// A Block is a paragraph, heading or list line of the running text, or a
// footnote, with page breaks and footnotes taken out of it.
type Block struct {
	Text  Text
	Label Label
	Note  string // a footnote's mark
	Place int    // source offset at which it begins
	End   int    // source offset after its last byte
	Kind  BlockKind
	// lastLine is the text's length before the last line was added.
	lastLine int
	// Contents says that it is an entry of a table of contents.
	Contents bool
	indented bool
	Listed   bool // number of an act without its kind
	// Announced says that below a heading of an act its body speaks, decides that
	// it does so in the sentence of a decision.
	Announced, Decides bool
	Title              bool   // it stands between such a heading and who speaks
	Rising             string // number without a stop of a paragraph of an annex or report: 2.1
}

type BlockKind int

const (
	BlockProse   BlockKind = iota // text without a label
	BlockLabel                    // numbered or lettered paragraph
	BlockOpener                   // begins with a verb of the vocabulary
	BlockBody                     // "The General Assembly,"
	BlockHeading                  // line that titles what follows
	BlockAct                      // "Resolution 12/1"
	BlockAnnex                    // "Annex I"
	BlockNote                     // footnote
	BlockTable                    // row of a table between bars
	BlockClosing                  // "50th plenary meeting", "Adopted by a recorded vote"
)

// A Grammar says what the words of a line mean, which the shape of the lines does
// not tell.
type Grammar struct {
	// Classify says what a line may be the beginning of.
	Classify func(raw string) BlockKind
	// NamesBody says that a line begins with the name of a body.
	NamesBody func(line string) bool
}

// Blocks joins lines into blocks and heals what pages broke.
func Blocks(s *Source, g Grammar) []Block {
	list := lines(s)
	b := &blocker{Grammar: g, source: s.Text, wrapped: isWrapped(s.Text, list)}
	if b.wrapped {
		b.width = usualWidth(list)
	}
	b.rising = b.risingNumbers(list)
	b.builder.b.Grow(len(s.Text))
	b.builder.fixes = fixes(s.Text, list)
	b.done = make([]Block, 0, b.about(list))
	for i := range list {
		b.line(list, i)
	}
	b.close()
	return b.done
}

// isWrapped tells a text broken into lines of a page's width from one with a line for
// each paragraph. Few long lines are not what healing left of some paragraphs in a
// wrapped text: there every fourth line goes on in small letters with the one above.
func isWrapped(text string, list []line) bool {
	long, all, lines, broken := 0, 0, 0, 0
	for i, l := range list {
		n := l.end - l.start
		if all += n; n > longLine {
			long += n
		}
		if l.kind != lineText {
			continue
		}
		lines++
		if i > 0 && list[i-1].kind == lineText && IsLower(text[l.start]) {
			if above := list[i-1].end - list[i-1].start; above >= narrowLine && above <= longLine {
				broken++
			}
		}
	}
	return all > 0 && (long*10 < all || broken*4 > lines)
}

// longLine is how many bytes a line of a page's width has at most.
const longLine = 180

// narrowLine is how many bytes a line has at least that may be a full one.
const narrowLine = 40

// usualWidth is how many bytes a full line of a wrapped text has: most lines of its
// paragraphs do.
func usualWidth(list []line) int {
	var counts [longLine + 1]int
	all := 0
	for _, l := range list {
		if n := l.end - l.start; l.kind == lineText && n >= narrowLine && n < len(counts) {
			counts[n]++
			all++
		}
	}
	for n, seen := narrowLine, 0; n < len(counts); n++ {
		if seen += counts[n]; seen*5 > all*3 {
			return n
		}
	}
	return 0
}

// about guesses how many blocks the lines make.
func (b *blocker) about(list []line) int {
	n := 0
	for i := range list {
		if list[i].kind == lineText {
			n++
		}
	}
	if b.wrapped {
		return n/4 + 16
	}
	return n + 16
}

type blocker struct {
	Grammar
	source  string
	wrapped bool
	width   int // bytes of a full line of a wrapped text
	done    []Block
	current *Block // the open one, or nil
	space   Block  // where it is kept
	builder textBuilder
	// gap says that a blank line, furniture or a footnote came since the last
	// line of the current block.
	gap    bool
	number string // of the last numbered paragraph
	outer  string // of the one before the series of that number began
	note   *Block // the footnote being read
	notes  textBuilder
	// divided says that the line being read ends in a hyphen that only divides a word.
	divided bool
	entries bool           // a list of entries is being read
	rising  map[int]string // numbers without a stop, by the line they begin
	// missing says of words how far they were looked for and not found.
	missing map[string]int
}

func (b *blocker) line(list []line, i int) {
	l := list[i]
	switch l.kind {
	case lineBlank:
		b.gap = true
		b.closeNote(!b.wrapped)
		return
	case lineEdge:
		b.gap = true
		return
	case lineNote:
		b.gap = true
		b.footnote(l)
		return
	case lineMark:
		if b.current != nil {
			b.builder.marks = append(b.builder.marks, Mark{b.builder.length(), l.note, true})
			b.current.End = l.end
		}
		return
	}
	b.closeNote(true)
	b.divided = b.divides(list, i)
	if end := b.speakerEnd(l); end > 0 {
		body := l
		body.end = end
		b.open(body, BlockBody)
		b.gap = false
		for l.start = end; isSpace(b.source[l.start]); l.start++ {
		}
	}
	content := b.source[l.start:l.end]
	fresh := b.Classify(content)
	if fresh == BlockTable && b.cells(l) {
		return
	}
	if number := b.rising[i]; number != "" {
		b.open(l, BlockProse)
		b.current.Rising = number
	} else if b.current != nil && !b.opensEntry(list, i) && b.continues(content, fresh) && !(fresh == BlockHeading && b.headsRecital(list, i)) {
		b.extend(l)
	} else {
		b.open(l, fresh)
	}
	b.gap = false
}

// maxSpeaker is the most bytes of the name of a body that speaks.
const maxSpeaker = 200

// speakerEnd is where the name of the body ends in a line that goes on with the
// first recital, as resolutions set in running text have it: "The Security Council,
// Recalling ..."; 0 where the line does not.
func (b *blocker) speakerEnd(l line) int {
	content := b.source[l.start:l.end]
	if !strings.HasPrefix(strings.TrimLeft(content, "*_"), "The ") {
		return 0
	}
	for at := 0; ; {
		comma := strings.IndexByte(content[at:min(len(content), maxSpeaker)], ',')
		if comma < 0 {
			return 0
		}
		at += comma + 1
		rest := strings.TrimLeft(content[at:], "*_ ")
		if !scan.IsCapital(rest) || b.Classify(rest) != BlockOpener {
			continue
		}
		if end := at + len(content[at:]) - len(strings.TrimLeft(content[at:], "*_")); b.Classify(content[:end]) == BlockBody {
			return l.start + end
		}
	}
}

func (b *blocker) footnote(l line) {
	if l.note == "+" && b.note != nil {
		b.notes.gap()
		b.notes.add(b.source, l.start, l.end)
		b.note.End = l.end
		return
	}
	b.closeNote(true)
	start := l.start
	content := b.source[l.start:l.end]
	if strings.HasPrefix(content, l.note) {
		if start += len(l.note); start < l.end && (b.source[start] == '/' || b.source[start] == ')') {
			start++
		}
	} else if _, n := superscript(content); n > 0 {
		start += n
	}
	b.note = &Block{Kind: BlockNote, Note: l.note, Place: l.start, End: l.end}
	b.notes.begin()
	for start < l.end && isSpace(b.source[start]) {
		start++
	}
	b.notes.add(b.source, start, l.end)
}

func (b *blocker) closeNote(now bool) {
	if b.note == nil || !now {
		return
	}
	b.note.Text = b.notes.text()
	b.done = append(b.done, *b.note)
	b.note = nil
}

func (b *blocker) open(l line, k BlockKind) {
	b.close()
	if k == BlockLabel {
		if label, _ := ReadLabel(Unmarked(b.source[l.start:l.end])); label.Kind == LabelNumber {
			if !Succeeds(b.number, label.Mark) {
				b.outer = b.number
			}
			b.number = label.Mark
		}
	}
	b.space = Block{Kind: k, Place: l.start, End: l.end, Contents: IsContentsEntry(b.source[l.start:l.end]), indented: l.indented}
	b.current = &b.space
	b.builder.begin()
	b.put(l)
}

func (b *blocker) extend(l line) {
	b.current.lastLine = b.builder.length()
	if !goesOn(b.source[:b.current.End], b.source[l.start:l.end]) {
		b.builder.gap()
	}
	b.put(l)
	b.current.End = l.end
}

func (b *blocker) close() {
	b.closeNote(true)
	if b.current == nil {
		return
	}
	b.current.Text = b.builder.text()
	if b.current.Text.S != "" {
		b.current.Label, _ = ReadLabel(b.current.Text.S)
		if k := b.current.Kind; (k == BlockHeading || k == BlockProse) && b.current.Text.S != b.source[b.current.Place:b.current.End] {
			b.current.Kind = b.Classify(b.current.Text.S)
		}
		if b.current.Rising != "" {
			b.rises()
		}
		b.done = append(b.done, *b.current)
	}
	b.current = nil
}
