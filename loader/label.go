package loader

import (
	"strings"

	"mandategraph/graph/names"
)

type labelKind int

const (
	noLabel     labelKind = iota
	labelNumber           // 5.
	labelParen            // (a), (iv), (2)
	labelRoman            // II.
	labelLetter           // B.
)

// A label is the number or letter that a paragraph begins with.
type label struct {
	kind labelKind
	mark string
}

// readLabel reads the label at the start of a text and where its words begin:
// 5. or (a) or II. or B., behind a dash or bullet and between the stars of
// Markdown.
func readLabel(s string) (l label, words int) {
	if s == "" {
		return label{}, 0
	}
	if isLower(s[0]) && len(s) > 3 && s[1] == ')' && isBreak(s[2]) {
		return label{labelParen, s[:1]}, 3 // a) as the Parties to CITES print it
	}
	if !labelStarts[s[0]] {
		return label{}, 0
	}
	s = s[:min(len(s), 40)]
	at := afterBullet(s)
	for stars := 0; at < len(s) && s[at] == '*' && stars < 2; stars++ {
		at++
	}
	if l, at = labelAt(s, at); l.kind == noLabel || at < len(s) && breakAt(s, at) == 0 {
		return label{}, 0
	}
	for at < len(s) && breakAt(s, at) > 0 {
		at += breakAt(s, at)
	}
	for stars := 0; at < len(s) && s[at] == '*' && stars < 2; stars++ {
		at++
	}
	return l, at
}

// labelStarts are the first bytes of labels.
var labelStarts = func() (starts [256]bool) {
	for c := range starts {
		starts[c] = c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c == '(' || c == '*' || c == '-' || c == 0xE2
	}
	return starts
}()

// afterBullet passes over a dash or bullet with the space behind it.
func afterBullet(s string) int {
	for _, bullet := range []string{"-", "–", "•"} {
		if !strings.HasPrefix(s, bullet) {
			continue
		}
		at := len(bullet)
		for at < len(s) && isBreak(s[at]) {
			at++
		}
		if at > len(bullet) {
			return at
		}
	}
	return 0
}

// labelAt reads a label without what may stand around it.
func labelAt(s string, at int) (l label, end int) {
	count := func(from, most int, class func(byte) bool) int {
		n := from
		for n < len(s) && n < from+most && class(s[n]) {
			n++
		}
		return n
	}
	mark := func(kind labelKind, from, to int, after byte) (label, int) {
		if to > from && to < len(s) && s[to] == after {
			return label{kind, s[from:to]}, to + 1
		}
		return label{}, 0
	}
	switch {
	case at >= len(s):
		return label{}, 0
	case isDigit(s[at]):
		return mark(labelNumber, at, count(at, 3, isDigit), '.')
	case s[at] == '(' && at+1 < len(s):
		at++
		switch {
		case isDigit(s[at]):
			return mark(labelParen, at, count(at, 3, isDigit), ')')
		case isCapital(s[at:]):
			return mark(labelParen, at, at+1, ')')
		}
		return mark(labelParen, at, count(at, 5, isLower), ')')
	}
	if l, end = mark(labelRoman, at, count(at, 6, isRoman), '.'); end > 0 {
		return l, end
	}
	if isCapital(s[at:]) {
		return mark(labelLetter, at, at+1, '.')
	}
	return label{}, 0
}

func isLower(c byte) bool { return c >= 'a' && c <= 'z' }

func isRoman(c byte) bool { return strings.IndexByte("IVXLC", c) >= 0 }

// isBreak is the white space that ends a label.
func isBreak(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r' }

// breakAt is the length of the white space at byte i, also of one that does not
// break the line; 0 where there is none.
func breakAt(s string, i int) int {
	switch {
	case isBreak(s[i]):
		return 1
	case strings.HasPrefix(s[i:], "\u00a0"):
		return len("\u00a0")
	}
	return 0
}

func bareLabel(s string) bool {
	l, words := readLabel(s)
	return l.kind != noLabel && words >= len(strings.TrimRight(s, " "))
}

func upperLabel(s string) bool {
	l, _ := readLabel(s)
	return l.kind == labelRoman || l.kind == labelLetter
}

var (
	actHeading = compile(`^(?i:(draft )?(resolution|decision))\s+(?:No\. )?(Conf\.\s*\d+\.\d+(?:\s*\(Rev\. CoP\d+\))?|[A-Z]{0,8}[-/]?(?:[0-9]+|[IVXLC]+|[A-Z]|-)(?:[./-][A-Z0-9]+)*(?:\.\d+)?(?:\s[A-Z])?(?:\s*\([A-Z0-9-]+\))?)\.?\*?(?:\s+of\s+(\d{1,2} \w+ \d{4}))?$`)
	oldHeading = compile(`^(\d+) \((\d{4})\)\.? (Resolution|Decision) of (\d{1,2} \w+ \d{4})(?:\s+\d{1,3})?$`)
	// Decision IPBES/1/2 Next steps, where the number tells its house
	titledHeading = compile(`^(?i:(resolution|decision))\s+([A-Z]{2,8}[-/]\d+/\d+|\d+/C(?:P|MP|MA)\.\d+)[:.]?\s+([A-Z][^.;:]*)$`)
	// 73/7. or 54/1. Title
	bareHeading = compile(`^((?:[A-Z]{1,2}-)?\d{1,3}/\d{1,3}|(?:19|20)\d\d/\d{1,4}|\d{1,4} \((?:E?S-)?[IVXL]+\))\.(?:\s+(.*))?$`)
	// WHA75.8, also beside the Assembly's name, and WHA75(11) with its title
	healthHeading = compile(`^(?:[A-Z -]+ WORLD HEALTH ASSEMBLY\s+)?((?:WHA|EB|SSA)\d{1,3}(?:\.R?\d{1,3}|\(\d{1,3}\)))\.?(?:\s+([A-Z].*[^.;:,]))?$`)
	// BC-15/1: Title
	markedHeading = compile(`^([A-Z]{2,8}-\d{1,3}/\d{1,3})[:.]\s+(\S.*)$`)
	// Conf. 9.24 and, on the next line, (Rev. CoP17)
	conferenceHeading = compile(`^Conf\.\s*\d+\.\d+(?:\s*\(Rev\. CoP\d+\))?\*?$`)
	// Annex 1    Information that should be included
	titledAnnex  = compile(`^(?i:annex|appendix)\s+([IVXLC]+|\d+|[A-Z])(?:[\s\x{A0}]{2,}|\t|\s*[:–—]\s+)([A-Z].*[^.;,])$`)
	markedAnnex  = compile(`^(?i:annex|appendix)\s+([IVXLC]+|\d+|[A-Z])\b[ :–—]*(.*)$`)
	revisedLine  = compile(`^\(Rev\. CoP\d+\)\*?$`)
	annexHeading = compile(`^(?i:annex|appendix)(?:\s+([IVXLC]+|\d+|[A-Z]))?\*?$`)
	// papers of which a decision takes note, each on a line
	listedPaper = compile(`^(?:Reports?|Notes?|Letters?|Statements?) (?:of|by|from|on) `)
	bareChapter = compile(`^(?i:chapter) [IVXLC]+$`)
	// "Item 67 (b)" between the documents that a report lists
	listedItem  = compile(`^(?:Agenda i|I|Sub-i)tem \d+(?: ?\([a-z]\))?$`)
	chapterLine = compile(`^(?i:chapter) [IVXLC]+\b`)
	// 56/101., an entry of a table of contents whose title stands apart
	loneEntry = compile(`^\d{1,3}/\d{1,3}\.$`)
	bodyLine  = compile(`^(?:The [A-Z][^.;:]*|THE [A-Z][A-Z ]+),$`)
)

// isContentsEntry recognizes a line that ends in a page number set apart by a
// tab or by three dots, or in eight dots.
func isContentsEntry(s string) bool {
	if len(s) < 3 || len(s) >= 600 || !isDigit(s[len(s)-1]) && s[len(s)-1] != '.' {
		return false
	}
	end := len(s)
	for end > 0 && isDigit(s[end-1]) {
		end--
	}
	if end == len(s) {
		return (strings.HasSuffix(s, " . .") || strings.HasSuffix(s, "...")) && dotsBefore(s) >= 8
	}
	dots := end
	for dots > 0 && isBreak(s[dots-1]) {
		dots--
	}
	return len(s)-end <= 4 && (strings.IndexByte(s[dots:end], '\t') >= 0 || dotsBefore(s[:dots]) >= 3)
}

// beforePage cuts the page number, or eight dots and more, with what leads to it
// from an entry of a table of contents.
func beforePage(s string) string {
	end := len(s)
	for end > 0 && isDigit(s[end-1]) && len(s)-end < 4 {
		end--
	}
	if end < len(s) {
		for end > 0 && (s[end-1] == '.' || isBreak(s[end-1])) {
			end--
		}
		return s[:end]
	}
	if n := dotsBefore(s); n >= 8 {
		for ; n > 0; n-- {
			if end--; end > 0 && isBreak(s[end-1]) {
				end--
			}
		}
	}
	return s[:end]
}

// dotsBefore counts the dots that end a text, each behind at most one space.
func dotsBefore(s string) int {
	n := 0
	for at := len(s); at > 0 && s[at-1] == '.'; n++ {
		if at--; at > 0 && isBreak(s[at-1]) {
			at--
		}
	}
	return n
}

// namesSpeaker recognizes the line of a body that speaks, "The General
// Assembly,"; a point for the comma is a slip of the scanner where the rest is a
// body's name.
func namesSpeaker(s string) bool {
	if bodyLine.MatchString(s) {
		return !strings.Contains(s, ", having ") && !strings.Contains(s, ", recalling ")
	}
	name, point := strings.CutSuffix(s, ".")
	name, the := strings.CutPrefix(name, "The ")
	if !point || !the {
		return false
	}
	_, known := names.BodyByText(name)
	return known
}

// speaks recognizes the beginning of a line that names the body that speaks,
// "The General Assembly,", also where the line is broken.
func speaks(s string) bool {
	if bodyLine.MatchString(s) {
		return true
	}
	for _, start := range []string{"The Conference of ", "The Commission ", "The Economic and Social Council", "The General Assembly", "The Security Council", "The Human Rights Council", "The Plenary", "The Meeting of ", "The World Health Assembly", "The Executive Board", "The Governing Council"} {
		if strings.HasPrefix(s, start) {
			return true
		}
	}
	return false
}

// unmarked is a line without the marks of Markdown around it.
func unmarked(raw string) string { return strings.Trim(raw, "*_# \t") }

// classify says what a line may be the beginning of.
func classify(raw string) blockKind {
	content := unmarked(raw)
	if content == "" {
		return blockHeading // nothing but marks of Markdown
	}
	if strings.HasPrefix(content, "| ") && strings.HasSuffix(content, "|") {
		return blockTable
	}
	if closes(content) {
		return blockClosing
	}
	if isContentsEntry(content) {
		return blockHeading
	}
	if l, _ := readLabel(content); l.kind != noLabel {
		if bareHeading.MatchString(content) {
			return blockAct
		}
		return blockLabel
	}
	switch {
	case len(content) < 90 && (isCapital(content) && actHeading.MatchString(content) || oldHeading.MatchString(content) || bareHeading.MatchString(content) || conferenceHeading.MatchString(content)):
		return blockAct
	case len(content) < 300 && (bareHeading.MatchString(content) || markedHeading.MatchString(content) || healthHeading.MatchString(content)):
		return blockAct
	case len(content) < 400 && (content[0]|0x20 == 'd' || content[0]|0x20 == 'r') && titledHeading.MatchString(content):
		return blockAct
	case len(content) < 24 && annexHeading.MatchString(content):
		return blockAnnex
	case len(content) < 200 && titledAnnex.MatchString(content):
		return blockAnnex
	case len(content) < 220 && namesSpeaker(content):
		return blockBody
	}
	if _, _, ok := openingVerb(content); ok {
		return blockOpener
	}
	if len(content) < 700 && strings.IndexByte(".;:,", lastLetter(content)) < 0 && !startsLower(content) {
		return blockHeading
	}
	return blockProse
}
