package loader

import (
	"strings"
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

// bodyLine is the line of a body that speaks: "The General Assembly,".
var bodyLine = compile(`^(?:The [A-Z][^.;:]*|THE [A-Z][A-Z ]+),$`)

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

// followingDraft ends a paragraph behind which a draft stands under its title
// alone.
var followingDraft = compile(`(?i)\bfollowing draft (resolution|decision):$`)
