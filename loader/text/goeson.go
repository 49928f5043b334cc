package text

import (
	"strings"

	"mandategraph/loader/scan"
)

// Whether a line goes on with the block above it, or begins the next.

// continues says whether a line goes on with the current block. The rules are asked
// in their order, and the first that knows decides.
func (b *blocker) continues(content string, fresh BlockKind) bool {
	so := b.builder.sofar()
	switch {
	case so == "" || b.isAdoptionDate(so, content):
		return false
	case b.namedInSentence(so, content, fresh), so[len(so)-1] == '/' && numberBroken(so, content):
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

// numberBroken says that a line begins with the second half of an act's number of which
// the text above, perhaps on another page, ends with the first: "resolution 2033/".
func numberBroken(so, content string) bool {
	return len(so) > 1 && scan.IsDigit(so[len(so)-2]) && numberGoesOn(content)
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
		return b.midSentence(so) ||
			b.current.Kind == BlockHeading && !b.leavesRoom(so, content) && endsInKind.MatchString(LastBytes(so))
	case BlockBody: // "The Hague, Geneva and Vienna,"
		return b.current.Kind == BlockOpener && b.midSentence(so) && LastLetter(so) != ','
	}
	return false
}

// headsAct is the heading of an act with a colon behind its noun, which no sentence has:
// "Decision: 40 COM 7B.2".
var headsAct = scan.Compile(`^(?i:resolution|decision): ?\d`)

// endsInKind ends a full line whose sentence goes on with the number of an act: "under
// General Assembly resolution".
var endsInKind = scan.Compile(`[a-z)] (?:resolutions?|decisions?)$| (?:Assembly|Council) (?:resolutions?|decisions?)$`)

// startsPart says that a line begins an act, an annex, the words of a body or the
// closing lines of an act.
func (b *blocker) startsPart(so string, fresh BlockKind) bool {
	switch fresh {
	case BlockAct:
		l, _ := ReadLabel(so)
		return l.Kind != LabelParen || !bareLabel(so) // "(b)" stands on a line of its own
	case BlockAnnex, BlockBody:
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
	return b.wrapped && !b.gap && fresh != BlockLabel && fresh != BlockOpener &&
		strings.IndexByte(".]", so[len(so)-1]) < 0
}

// continuesByWords decides where the first words of the line tell whether it goes
// on with the current block; known is false where they do not.
func (b *blocker) continuesByWords(so, content string, fresh BlockKind) (goesOn, known bool) {
	switch {
	case b.gap && strings.HasPrefix(content, "“") && strings.HasPrefix(so, "“"):
		return false, true // each paragraph of a statement opens its quotation again
	case strings.HasPrefix(content, "“") && quotesOn(so):
		return false, true
	case StartsLower(content) && !b.closedFor(so):
		return true, true
	case b.gap && fresh == BlockOpener && (b.current.Kind == BlockOpener || b.current.Kind == BlockLabel && (so[len(so)-1] == ',' || scan.IsCapital(content))):
		return false, true // also the recital behind the items of another, whose comma scanning may have lost
	case b.gap && so[len(so)-1] == ',' && listGoesOn.MatchString(content):
		return true, true
	}
	return false, false
}

// quotesOn says that a text ends with a sentence of a quotation that no mark closes. By
// the rule of printing (UN Editorial Manual, quotations) each further paragraph of it
// begins with an opening mark, also where no blank line sets it apart.
func quotesOn(so string) bool {
	return so[len(so)-1] == '.' && strings.Count(so, "“") > strings.Count(so, "”")
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
		if UpperLabel(so) || len(so) < 60 ||
			len(so) < longTitle && b.wrapped && len(so)-b.current.lastLine < shortLine {
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
	case b.opensAnew(so, content, fresh):
		return false
	case b.current.Kind == BlockHeading && (last != '.' || len(so) < longTitle):
		return b.titleGoesOn(content, fresh) &&
			(!b.leavesRoom(so, content) || !b.beginsText(content) && !listed(so, content))
	case last == ':' && content[len(content)-1] == ':' && len(content) < maxHeading:
		return false // "Chair:" below "the following officers:"
	case last == '.' && inName.MatchString(so[b.current.lastLine:]) && !b.leavesRoom(so, content):
		return scan.IsCapital(content)
	case last == '.' || last == ':' || last == ';':
		return len(so)-b.current.lastLine > 55 && !b.leavesRoom(so, content)
	}
	return b.current.Kind != BlockBody
}

// inName ends a line within the name of a person, behind a form of address or the initial
// of a further name: "Mr. Moses M.".
var inName = scan.Compile(`(?:^| )(?:Mr|Mrs|Ms|Dr|Prof|H\.E|(?:Mr|Mrs|Ms|Dr)\. (?:[A-Z][\p{L}-]* )*[A-Z])\.$`)

// opensAnew says that a line opens a recital, or a decision below a title that itself
// begins like a recital.
func (b *blocker) opensAnew(so, content string, fresh BlockKind) bool {
	if b.current.Kind == BlockOpener && strings.HasPrefix(content, "At its ") &&
		strings.Contains(content, " meeting, on ") {
		return true
	}
	if fresh != BlockOpener {
		return false
	}
	last := LastLetter(so)
	return last == ',' || last == ';' || last == '.' ||
		b.current.Kind == BlockBody || UpperLabel(so) || // "A. Arms embargo" heads recitals
		len(b.done) > 0 && b.done[len(b.done)-1].Kind == BlockAct && scan.IsCapital(content) // the act's title ends
}

// titleGoesOn says that a line may be the next of a title. One in square brackets is a
// remark: "[To be completed]".
func (b *blocker) titleGoesOn(content string, fresh BlockKind) bool {
	return content[0] != '[' && !Speaks(content) && !b.NamesBody(content) && fresh != BlockOpener
}

// leavesRoom says that the first word of a line had room on the one above, so that the
// typesetter ended that one there.
func (b *blocker) leavesRoom(so, content string) bool {
	word := strings.IndexByte(content, ' ')
	if word < 0 {
		word = len(content)
	}
	return (len(so)-b.current.lastLine+1+word)*5 < b.width*4
}

// beginsText says that a line is a full one and begins a sentence: the first of a
// paragraph below a heading.
func (b *blocker) beginsText(content string) bool {
	return len(content)*8 > b.width*7 && scan.IsCapital(content)
}

// listed says that a line and the one above are entries of a list, one to a line, as
// officers are listed: names with their States in brackets under the offices, "Chair:".
func listed(so, content string) bool {
	last := content[len(content)-1]
	return last == ':' || last == ')' && so[len(so)-1] == ')'
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
	return strings.IndexByte(".;:,", last) >= 0 || b.current.Kind == BlockHeading || b.current.Kind == BlockBody ||
		UpperLabel(so)
}

// headsRecital says that a line is a heading between the recitals of a preamble or
// before the first paragraph: recitals end in a comma, and behind the line the next
// one begins.
func (b *blocker) headsRecital(list []line, i int) bool {
	l := list[i]
	if b.current.Kind != BlockOpener || l.end-l.start > maxHeading || !b.wrapped || scan.IsDigit(b.source[l.start]) {
		return false // also where "662 (1990)" begins the line of a list
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
