package text

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

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
	Title              bool // it stands between such a heading and who speaks
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
	b := &blocker{Grammar: g, source: s.Text, wrapped: isWrapped(list)}
	b.builder.b.Grow(len(s.Text))
	b.builder.fixes = fixes(s.Text, list)
	b.done = make([]Block, 0, b.about(list))
	for i := range list {
		b.line(list, i)
	}
	b.close()
	return b.done
}

// isWrapped tells a text broken into lines of a page's width from one with a
// line for each paragraph.
func isWrapped(list []line) bool {
	long, all := 0, 0
	for _, l := range list {
		n := l.end - l.start
		all += n
		if n > 180 {
			long += n
		}
	}
	return all > 0 && long*10 < all
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
	if b.current != nil && b.continues(content, fresh) && !(fresh == BlockHeading && b.headsRecital(list, i)) {
		b.extend(l)
	} else {
		b.open(l, fresh)
	}
	b.gap = false
}

// cells reads a row of a table in whose cells paragraphs of an act stand, as drafts
// are set for comments: each cell is a line of its own. False where the row is a row.
func (b *blocker) cells(row line) bool {
	list := b.cellLines(row)
	if !slices.ContainsFunc(list, b.isParagraphCell) {
		return false
	}
	for _, cell := range list {
		content := b.source[cell.start:cell.end]
		fresh := b.Classify(content)
		if b.current != nil && b.current.Kind == BlockLabel && bareLabel(b.builder.sofar()) && fresh != BlockLabel {
			b.extend(cell) // the number stands in a cell of its own
		} else {
			b.open(cell, fresh)
		}
	}
	b.gap = true
	return true
}

// cellLines cuts a row of a table at its bars into the cells that are not empty.
func (b *blocker) cellLines(row line) []line {
	var list []line
	for at := row.start; at < row.end; {
		end := at + 1
		for end < row.end && b.source[end] != '|' {
			end++
		}
		cell := row
		cell.start, cell.end = at+1, end
		for cell.start < cell.end && isSpace(b.source[cell.start]) {
			cell.start++
		}
		for cell.end > cell.start && isSpace(b.source[cell.end-1]) {
			cell.end--
		}
		if at = end; cell.start < cell.end {
			list = append(list, cell)
		}
	}
	return list
}

// isParagraphCell says that a cell of a table is a paragraph of an act: it is long
// enough and begins with a verb of the vocabulary.
func (b *blocker) isParagraphCell(cell line) bool {
	return cell.end-cell.start > leastCell && b.Classify(b.source[cell.start:cell.end]) == BlockOpener
}

// leastCell is the fewest bytes of a cell that is a paragraph of an act.
const leastCell = 24

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

// headsRecital says that a line is a heading between the recitals of a preamble or
// before the first paragraph: recitals end in a comma, and behind the line the next
// one begins.
func (b *blocker) headsRecital(list []line, i int) bool {
	l := list[i]
	if b.current.Kind != BlockOpener || l.end-l.start > maxHeading || !b.wrapped {
		return false
	}
	if last := LastLetter(b.builder.sofar()); last != ',' && last != ';' {
		return false
	}
	for k := i + 1; k < len(list); k++ {
		if list[k].kind == lineText {
			next := b.source[list[k].start:list[k].end]
			return !inQuotation(b.builder.sofar()) && b.Classify(next) == BlockOpener
		}
	}
	return false
}

// maxHeading is the most bytes of a heading that no blank line sets apart.
const maxHeading = 60

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
		b.done = append(b.done, *b.current)
	}
	b.current = nil
}

// continues says whether a line goes on with the current block. The rules are asked
// in their order, and the first that knows decides.
func (b *blocker) continues(content string, fresh BlockKind) bool {
	so := b.builder.sofar()
	switch {
	case so == "" || b.isAdoptionDate(so, content):
		return false
	case b.namedInSentence(so, content, fresh):
		return true
	case b.startsPart(so, fresh):
		return false
	}
	if goesOn, known := b.continuesByKind(so, content, fresh); known {
		return goesOn
	}
	if goesOn, known := b.continuesByWords(so, content, fresh); known {
		return goesOn
	}
	if !b.wrapped || b.gap {
		return b.gap && b.isOpen(so)
	}
	return b.wrappedContinues(so, content, fresh)
}

// isAdoptionDate says that a line is the date when an act was adopted, below its
// last paragraph.
func (b *blocker) isAdoptionDate(so, content string) bool {
	return b.wrapped && so[len(so)-1] == '.' && len(content) < 20 && dateAlone.MatchString(content)
}

// namedInSentence says that the act or body that a line begins with is only named
// in the sentence that the line above breaks off.
func (b *blocker) namedInSentence(so, content string, fresh BlockKind) bool {
	if !b.wrapped || b.gap || headsAct.MatchString(content) {
		return false
	}
	switch fresh {
	case BlockAct: // "... immediately Security Council / resolution 338 (1973)"
		return b.midSentence(so)
	case BlockBody: // "The Hague, Geneva and Vienna,"
		return b.current.Kind == BlockOpener && b.midSentence(so) && LastLetter(so) != ','
	}
	return false
}

// headsAct is the heading of an act with a colon behind its noun, which no sentence has:
// "Decision: 40 COM 7B.2".
var headsAct = scan.Compile(`^(?i:resolution|decision): ?\d`)

// startsPart says that a line begins an act, an annex, the words of a body or the
// closing lines of an act.
func (b *blocker) startsPart(so string, fresh BlockKind) bool {
	switch fresh {
	case BlockAct, BlockAnnex, BlockBody:
		return true
	case BlockClosing:
		return b.gap || !b.midSentence(so)
	}
	return false
}

// continuesByKind decides where the kind of the current block or of the line tells
// whether the line goes on with the block; known is false where they do not.
func (b *blocker) continuesByKind(so, content string, fresh BlockKind) (goesOn, known bool) {
	switch {
	case b.current.Kind == BlockClosing:
		return b.closingGoesOn(so, fresh), true
	case b.current.Kind == BlockAct || b.current.Kind == BlockAnnex || IsContentsEntry(content) || b.current.Contents:
		return false, true
	case b.current.Kind == BlockLabel && bareLabel(so):
		return fresh != BlockLabel, true
	case LastLetter(so) == ':' && FollowingDraft.MatchString(strings.TrimRight(LastBytes(so), " *")):
		return false, true // the draft's title begins
	case fresh == BlockLabel:
		return b.wrapped && !b.gap && !b.plausible(content, so), true
	case b.current.Kind == BlockTable || fresh == BlockTable:
		return false, true
	}
	return false, false
}

// closingGoesOn says that a line goes on with the closing lines of an act.
func (b *blocker) closingGoesOn(so string, fresh BlockKind) bool {
	return b.wrapped && !b.gap && fresh != BlockLabel && fresh != BlockOpener && strings.IndexByte(".]", so[len(so)-1]) < 0
}

// continuesByWords decides where the first words of the line tell whether it goes
// on with the current block; known is false where they do not.
func (b *blocker) continuesByWords(so, content string, fresh BlockKind) (goesOn, known bool) {
	switch {
	case b.gap && strings.HasPrefix(content, "“") && strings.HasPrefix(so, "“"):
		return false, true // each paragraph of a statement opens its quotation again
	case StartsLower(content) && !b.closedFor(so):
		return true, true
	case b.gap && fresh == BlockOpener && (b.current.Kind == BlockOpener || b.current.Kind == BlockLabel && so[len(so)-1] == ','):
		return false, true // also the recital behind the items of another
	case b.gap && so[len(so)-1] == ',' && listGoesOn.MatchString(content):
		return true, true
	}
	return false, false
}

// dateAlone is a line that is a date and nothing else.
var dateAlone = scan.Compile(`^\d{1,2} [A-Z][a-z]{2,8} (?:19|20)\d\d$`)

// listGoesOn is the number of an act with its date or the next one behind it, as
// a list has it that a page breaks: "69/214 of 19 December 2014".
var listGoesOn = scan.Compile(`^\d{1,4}(?:/\d{1,4}[A-Z]?| [A-Z]? ?\([IVXLC\d-]+\))(?:,| of \d| and \d| on )`)

// LastBytes is the end of a long text, which tells how it goes on.
func LastBytes(so string) string { return so[max(0, len(so)-2000):] }

// midSentence says that the running text of the block ends with no stop.
func (b *blocker) midSentence(so string) bool {
	switch b.current.Kind {
	case BlockProse, BlockOpener, BlockLabel:
		return strings.IndexByte(".;:", LastLetter(so)) < 0 && !UpperLabel(so) && len(so) > 20
	}
	return false
}

// inQuotation says that a short text ends within a quotation, as where a title
// is broken.
func inQuotation(so string) bool {
	return len(so) < 300 && strings.LastIndex(so, "“") > strings.LastIndex(so, "”")
}

// closedFor says that even a lower-case line begins something new: the list
// items of a decision after a colon.
func (b *blocker) closedFor(so string) bool {
	return b.gap && !b.wrapped && (b.current.Kind == BlockHeading && EndsClosed(so))
}

// isOpen says that the block's own kind of text does not end as this one does,
// so that what follows a page break belongs to it.
func (b *blocker) isOpen(so string) bool {
	last := LastLetter(so)
	if inQuotation(so) {
		return true
	}
	switch b.current.Kind {
	case BlockOpener:
		return strings.IndexByte(",;:.", last) < 0
	case BlockLabel:
		if UpperLabel(so) || len(so) < 60 || len(so) < longTitle && b.wrapped && len(so)-b.current.lastLine < shortLine {
			return false // what a page breaks fills its last line
		}
		return strings.IndexByte(";:.?", last) < 0
	case BlockProse:
		return len(so) > 160 && strings.IndexByte(";:.,?", last) < 0 && strings.Contains(LastBytes(so), ", ")
	}
	return false
}

// shortLine is how many bytes a line has at least that fills a page's width, longTitle
// how many a text has that is no title.
const (
	shortLine = 40
	longTitle = 120
)

// wrappedContinues decides within a page of a wrapped text, where only the
// shape of the lines tells paragraphs apart.
func (b *blocker) wrappedContinues(so, content string, fresh BlockKind) bool {
	last := LastLetter(so)
	switch {
	case fresh == BlockOpener && (last == ',' || last == ';' || last == '.'):
		return false
	case fresh == BlockOpener && (b.current.Kind == BlockBody || UpperLabel(so)):
		return false // "A. Arms embargo" heads recitals
	case b.current.Kind == BlockHeading:
		return !Speaks(content) && !b.NamesBody(content) && fresh != BlockOpener
	case last == '.' || last == ':' || last == ';':
		return len(so)-b.current.lastLine > 55
	}
	return b.current.Kind != BlockBody
}

// plausible says whether a number at the start of a line can be a paragraph's:
// it follows the last one, begins a series, or is that of the first operative
// paragraph, which opens with its verb.
func (b *blocker) plausible(content, so string) bool {
	content = Unmarked(content)
	l, words := ReadLabel(content)
	if l.Kind == LabelNumber && l.Mark == "1" && words < len(content) && b.Classify(content[words:]) == BlockOpener {
		return true
	}
	if l.Kind != LabelNumber && (l.Mark == "" || !scan.IsDigit(l.Mark[0])) {
		return true
	}
	if Succeeds(b.number, l.Mark) || b.current.Kind == BlockLabel && len(so) < 200 && Succeeds(b.outer, l.Mark) {
		return true // also behind the numbered title above it
	}
	last := LastLetter(so)
	return strings.IndexByte(".;:,", last) >= 0 || b.current.Kind == BlockHeading || b.current.Kind == BlockBody || UpperLabel(so)
}

// Succeeds says that one number is the other's successor.
func Succeeds(a, b string) bool {
	if a == "" || b == "" || !scan.IsDigit(a[0]) || !scan.IsDigit(b[0]) {
		return false
	}
	m, err1 := strconv.Atoi(a)
	n, err2 := strconv.Atoi(b)
	return err1 == nil && err2 == nil && n == m+1
}

// LastLetter is the last byte of a text that is no quotation mark, bracket or
// plain footnote number ("Society, 1").
func LastLetter(s string) byte {
	s = strings.TrimRight(s[max(0, len(s)-scan.LongestWord):], " \"'”’)»*")
	digits := strings.TrimRight(s, "0123456789")
	if n := len(s) - len(digits); n > 0 && n < 4 {
		if before := strings.TrimRight(digits, " "); before != "" && strings.IndexByte(",;.", before[len(before)-1]) >= 0 {
			s = before
		}
	}
	if s == "" {
		return 0
	}
	return s[len(s)-1]
}

func EndsClosed(s string) bool { return strings.IndexByte(".;:,", LastLetter(s)) >= 0 }

func StartsLower(s string) bool {
	s = strings.TrimLeft(s, "*\"“(‘'")
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}
