package loader

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A block is a paragraph, heading or list line of the running text, or a
// footnote, with page breaks and footnotes taken out of it.
type block struct {
	text  Text
	label label
	note  string // a footnote's mark
	place int    // source offset at which it begins
	end   int    // source offset after its last byte
	kind  blockKind
	// lastLine is the text's length before the last line was added.
	lastLine int
	// contents says that it is an entry of a table of contents.
	contents bool
	indented bool
	listed   bool // number of an act without its kind
	// announced says that below a heading of an act its body speaks, decides that
	// it does so in the sentence of a decision.
	announced, decides bool
	title              bool // it stands between such a heading and who speaks
}

type blockKind int

const (
	blockProse   blockKind = iota // text without a label
	blockLabel                    // numbered or lettered paragraph
	blockOpener                   // begins with a verb of the vocabulary
	blockBody                     // "The General Assembly,"
	blockHeading                  // line that titles what follows
	blockAct                      // "Resolution 12/1"
	blockAnnex                    // "Annex I"
	blockNote                     // footnote
	blockTable                    // row of a table between bars
	blockClosing                  // "50th plenary meeting", "Adopted by a recorded vote"
)

// A grammar says what the words of a line mean, which the shape of the lines does
// not tell.
type grammar struct {
	// classify says what a line may be the beginning of.
	classify func(raw string) blockKind
	// namesBody says that a line begins with the name of a body.
	namesBody func(line string) bool
}

// blocks joins lines into blocks and heals what pages broke.
func blocks(s *Source, g grammar) []block {
	list := lines(s)
	b := &blocker{grammar: g, source: s.Text, wrapped: isWrapped(list)}
	b.builder.b.Grow(len(s.Text))
	b.builder.glued = gluedMarks(s.Text, list)
	b.done = make([]block, 0, b.about(list))
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
	grammar
	source  string
	wrapped bool
	done    []block
	current *block // the open one, or nil
	space   block  // where it is kept
	builder textBuilder
	// gap says that a blank line, furniture or a footnote came since the last
	// line of the current block.
	gap    bool
	number string // of the last numbered paragraph
	note   *block // the footnote being read
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
	case lineFurniture:
		b.gap = true
		return
	case lineNote:
		b.gap = true
		b.footnote(l)
		return
	}
	b.closeNote(true)
	b.divided = b.divides(list, i)
	content := b.source[l.start:l.end]
	fresh := b.classify(content)
	if b.current != nil && b.continues(content, fresh) {
		b.extend(l)
	} else {
		b.open(l, fresh)
	}
	b.gap = false
}

func (b *blocker) footnote(l line) {
	if l.note == "+" && b.note != nil {
		b.notes.gap()
		b.notes.add(b.source, l.start, l.end)
		b.note.end = l.end
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
	b.note = &block{kind: blockNote, note: l.note, place: l.start, end: l.end}
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
	b.note.text = b.notes.text()
	b.done = append(b.done, *b.note)
	b.note = nil
}

func (b *blocker) open(l line, k blockKind) {
	b.close()
	if k == blockLabel {
		if label, _ := readLabel(unmarked(b.source[l.start:l.end])); label.kind == labelNumber {
			b.number = label.mark
		}
	}
	b.space = block{kind: k, place: l.start, end: l.end, contents: isContentsEntry(b.source[l.start:l.end]), indented: l.indented}
	b.current = &b.space
	b.builder.begin()
	b.put(l)
}

func (b *blocker) extend(l line) {
	b.current.lastLine = b.builder.length()
	if !goesOn(b.source[:b.current.end], b.source[l.start:l.end]) {
		b.builder.gap()
	}
	b.put(l)
	b.current.end = l.end
}

func (b *blocker) close() {
	b.closeNote(true)
	if b.current == nil {
		return
	}
	b.current.text = b.builder.text()
	if b.current.text.S != "" {
		b.current.label, _ = readLabel(b.current.text.S)
		if k := b.current.kind; (k == blockHeading || k == blockProse) && b.current.text.S != b.source[b.current.place:b.current.end] {
			b.current.kind = b.classify(b.current.text.S)
		}
		b.done = append(b.done, *b.current)
	}
	b.current = nil
}

// continues says whether a line goes on with the current block.
func (b *blocker) continues(content string, fresh blockKind) bool {
	so := b.builder.sofar()
	switch {
	case so == "":
		return false
	case fresh == blockAct && b.wrapped && !b.gap && b.midSentence(so):
		return true // "... immediately Security Council / resolution 338 (1973)"
	case fresh == blockAct || fresh == blockAnnex || fresh == blockBody || fresh == blockClosing && (b.gap || !b.midSentence(so)):
		return false
	case b.current.kind == blockClosing:
		return b.wrapped && !b.gap && fresh != blockLabel && fresh != blockOpener && strings.IndexByte(".]", so[len(so)-1]) < 0
	case b.current.kind == blockAct || b.current.kind == blockAnnex || isContentsEntry(content) || b.current.contents:
		return false
	case b.current.kind == blockLabel && bareLabel(so):
		return fresh != blockLabel
	case lastLetter(so) == ':' && followingDraft.MatchString(strings.TrimRight(lastBytes(so), " *")):
		return false // the draft's title begins
	case fresh == blockLabel:
		return b.wrapped && !b.gap && !b.plausible(content, so)
	case b.current.kind == blockTable || fresh == blockTable:
		return false
	case b.gap && strings.HasPrefix(content, "“") && strings.HasPrefix(so, "“"):
		return false // each paragraph of a statement opens its quotation again
	case startsLower(content) && !b.closedFor(so):
		return true
	case b.gap && fresh == blockOpener && b.current.kind == blockOpener:
		return false
	case b.gap && so[len(so)-1] == ',' && listGoesOn.MatchString(content):
		return true
	case !b.wrapped:
		return b.gap && b.isOpen(so)
	case b.gap:
		return b.isOpen(so)
	}
	return b.wrappedContinues(so, content, fresh)
}

// listGoesOn is the number of an act with its date or the next one behind it, as
// a list has it that a page breaks: "69/214 of 19 December 2014".
var listGoesOn = compile(`^\d{1,4}(?:/\d{1,4}[A-Z]?| [A-Z]? ?\([IVXLC\d-]+\))(?:,| of \d| and \d| on )`)

// lastBytes is the end of a long text, which tells how it goes on.
func lastBytes(so string) string { return so[max(0, len(so)-2000):] }

// midSentence says that the running text of the block ends with no stop.
func (b *blocker) midSentence(so string) bool {
	switch b.current.kind {
	case blockProse, blockOpener, blockLabel:
		return strings.IndexByte(".;:", lastLetter(so)) < 0 && !upperLabel(so) && len(so) > 20
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
	return b.gap && !b.wrapped && (b.current.kind == blockHeading && endsClosed(so))
}

// isOpen says that the block's own kind of text does not end as this one does,
// so that what follows a page break belongs to it.
func (b *blocker) isOpen(so string) bool {
	last := lastLetter(so)
	if inQuotation(so) {
		return true
	}
	switch b.current.kind {
	case blockOpener:
		return strings.IndexByte(",;:.", last) < 0
	case blockLabel:
		if upperLabel(so) || len(so) < 60 {
			return false
		}
		return strings.IndexByte(";:.?", last) < 0
	case blockProse:
		return len(so) > 160 && strings.IndexByte(";:.,?", last) < 0 && strings.Contains(lastBytes(so), ", ")
	}
	return false
}

// wrappedContinues decides within a page of a wrapped text, where only the
// shape of the lines tells paragraphs apart.
func (b *blocker) wrappedContinues(so, content string, fresh blockKind) bool {
	last := lastLetter(so)
	switch {
	case fresh == blockOpener && (last == ',' || last == ';' || last == '.'):
		return false
	case fresh == blockOpener && b.current.kind == blockBody:
		return false
	case b.current.kind == blockHeading:
		return !speaks(content) && !b.namesBody(content) && fresh != blockOpener
	case last == '.' || last == ':' || last == ';':
		return len(so)-b.current.lastLine > 55
	}
	return b.current.kind != blockBody
}

// plausible says whether a number at the start of a line can be a paragraph's:
// it follows the last one, or begins a series.
func (b *blocker) plausible(content, so string) bool {
	l, _ := readLabel(unmarked(content))
	if l.kind != labelNumber && (l.mark == "" || !isDigit(l.mark[0])) {
		return true
	}
	if next(b.number, l.mark) {
		return true
	}
	last := lastLetter(so)
	return strings.IndexByte(".;:,", last) >= 0 || b.current.kind == blockHeading || b.current.kind == blockBody || upperLabel(so)
}

// next says that one number is the other's successor.
func next(a, b string) bool {
	if a == "" || b == "" || !isDigit(a[0]) || !isDigit(b[0]) {
		return false
	}
	m, err1 := strconv.Atoi(a)
	n, err2 := strconv.Atoi(b)
	return err1 == nil && err2 == nil && n == m+1
}

// lastLetter is the last byte of a text that is no quotation mark, bracket or
// plain footnote number ("Society, 1").
func lastLetter(s string) byte {
	s = strings.TrimRight(s[max(0, len(s)-longestWord):], " \"'”’)»*")
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

func endsClosed(s string) bool { return strings.IndexByte(".;:,", lastLetter(s)) >= 0 }

func startsLower(s string) bool {
	s = strings.TrimLeft(s, "*\"“(‘'")
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}
