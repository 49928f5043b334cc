package text

import (
	"strings"

	"mandategraph/loader/scan"
)

type LabelKind int

const (
	NoLabel     LabelKind = iota
	LabelNumber           // 5.
	LabelParen            // (a), (iv), (2)
	LabelRoman            // II.
	LabelLetter           // B.
)

// A Label is the number or letter that a paragraph begins with.
type Label struct {
	Kind LabelKind
	Mark string
}

// ReadLabel reads the label at the start of a text and where its words begin:
// 5. or (a) or II. or B., behind a dash or bullet and between the stars of
// Markdown.
func ReadLabel(s string) (l Label, words int) {
	if s == "" {
		return Label{}, 0
	}
	if IsLower(s[0]) {
		return smallLabel(s)
	}
	if !labelStarts[s[0]] {
		return Label{}, 0
	}
	s = s[:min(len(s), 40)]
	at := afterStars(s, afterBullet(s))
	from := at
	if l, at = labelAt(s, at); l.Kind == NoLabel {
		l, at = verbNumber(s, from)
	}
	if l.Kind == NoLabel {
		l, at = commaNumber(s, from)
	}
	if l.Kind == NoLabel && scan.IsDigit(s[0]) {
		if l, words := misreadNumber(s); words > 0 {
			return l, words
		}
	}
	if l.Kind == NoLabel || at < len(s) && breakAt(s, at) == 0 && !(l.Kind == LabelNumber && beginsWord(s[at:])) {
		return Label{}, 0
	}
	for at < len(s) && breakAt(s, at) > 0 {
		at += breakAt(s, at)
	}
	return l, afterStars(s, at)
}

// beginsWord says that a word with a capital begins right behind the number of a
// paragraph, where a narrow tab of the print was lost: "10.The Executive Board".
func beginsWord(s string) bool {
	if len(s) < 2 || !scan.IsCapital(s) {
		return false
	}
	acronym := classEnd(s, 0, 12, func(c byte) bool { return c >= 'A' && c <= 'Z' })
	return IsLower(s[1]) || s[1] == ' ' || acronym > 2 && acronym+1 < len(s) && s[acronym] == ' ' && IsLower(s[acronym+1])
}

// afterStars passes over the stars, at most two, with which Markdown sets a label in
// italics or bold.
func afterStars(s string, at int) int {
	for stars := 0; at < len(s) && s[at] == '*' && stars < 2; stars++ {
		at++
	}
	return at
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

// misreadNumber reads the number of a paragraph of which a scanner read figures as
// letters: "l. Reaffirms", "1l. Requests", "2O. Notes".
func misreadNumber(s string) (l Label, words int) {
	end := classEnd(s, 0, 3, func(c byte) bool { return scan.IsDigit(c) || c == 'l' || c == 'O' })
	if end == 0 || end+2 >= len(s) || s[end] != '.' || !isBreak(s[end+1]) || !scan.IsCapital(s[end+2:]) {
		return Label{}, 0
	}
	mark, changed := scan.InFigures(s[:end])
	if s[:end] == "l" {
		mark, changed = "1", true
	}
	if !changed || mark[0] == '0' {
		return Label{}, 0
	}
	return Label{LabelNumber, mark}, end + 2
}

// smallLabel reads the label of an item that has no opening bracket, as in a) or iv),
// and a number that begins with a misread figure.
func smallLabel(s string) (l Label, words int) {
	if l, words = misreadNumber(s); words > 0 {
		return l, words
	}
	end := classEnd(s, 0, 5, IsLower)
	if end+2 >= len(s) || s[end] != ')' || !isBreak(s[end+1]) || end > 1 && strings.Trim(s[:end], "ivx") != "" {
		return Label{}, 0
	}
	for words = end + 2; words < len(s) && isBreak(s[words]); {
		words++
	}
	return Label{LabelParen, s[:end]}, words
}

// verbNumber reads the number without a stop before a verb in capitals, as the
// International Maritime Organization prints it: "3 REQUESTS the Committee".
func verbNumber(s string, at int) (l Label, end int) {
	end = classEnd(s, at, 2, scan.IsDigit)
	if end == at || end >= len(s) || breakAt(s, end) == 0 {
		return Label{}, 0
	}
	verb := end + breakAt(s, end)
	behind := classEnd(s, verb, 20, func(c byte) bool { return c >= 'A' && c <= 'Z' })
	if behind-verb < 4 || s[behind-1] != 'S' || behind+2 >= len(s) || s[behind] != ' ' || !IsLower(s[behind+1]) && !IsLower(s[behind+2]) {
		return Label{}, 0
	}
	return Label{LabelNumber, s[at:end]}, end
}

// commaNumber reads the number of an operative paragraph of which the stop was read as a
// comma from print: "3, Extends once more the stationing".
func commaNumber(s string, at int) (l Label, end int) {
	end = classEnd(s, at, 2, scan.IsDigit)
	if end == at || end+2 >= len(s) || s[end] != ',' || breakAt(s, end+1) == 0 {
		return Label{}, 0
	}
	w, _ := scan.Word(s, end+1+breakAt(s, end+1))
	if !beginsOperative[w] {
		return Label{}, 0
	}
	return Label{LabelNumber, s[at:end]}, end + 1
}

// beginsOperative are words with which most operative paragraphs begin.
var beginsOperative = scan.WordSet(
	"Affirms Appeals Approves Authorizes Calls Commends Condemns Confirms Considers Decides Declares Demands " +
		"Deplores Determines Directs Emphasizes Encourages Endorses Expresses Extends Invites Notes Reaffirms Recalls Recognizes Recommends " +
		"Reiterates Renews Requests Requires Resolves Stresses Supports Takes Underlines Urges Welcomes",
)

// labelAt reads a label without what may stand around it.
func labelAt(s string, at int) (l Label, end int) {
	switch {
	case at >= len(s):
		return Label{}, 0
	case scan.IsDigit(s[at]):
		return numberLabel(s, at)
	case s[at] == '(' && at+1 < len(s):
		return parenLabel(s, at+1)
	}
	if l, end = endedLabel(s, LabelRoman, at, classEnd(s, at, 6, isRoman), '.'); end > 0 {
		return l, end
	}
	if scan.IsCapital(s[at:]) {
		return endedLabel(s, LabelLetter, at, at+1, '.')
	}
	return Label{}, 0
}

// numberLabel reads the number of a paragraph, also of one put between two others:
// 5. or 5 bis.
func numberLabel(s string, at int) (l Label, end int) {
	digits := classEnd(s, at, 3, scan.IsDigit)
	for _, again := range insertedNumbers {
		if strings.HasPrefix(s[digits:], again) {
			return endedLabel(s, LabelNumber, at, digits+len(again), '.')
		}
	}
	return endedLabel(s, LabelNumber, at, digits, '.')
}

// parenLabel reads a label behind the bracket that opens it: (2), (A), (iv).
func parenLabel(s string, at int) (l Label, end int) {
	switch {
	case scan.IsDigit(s[at]):
		return endedLabel(s, LabelParen, at, classEnd(s, at, 3, scan.IsDigit), ')')
	case scan.IsCapital(s[at:]):
		return endedLabel(s, LabelParen, at, at+1, ')')
	}
	return endedLabel(s, LabelParen, at, classEnd(s, at, 5, IsLower), ')')
}

// classEnd is where the bytes of a class end that stand in a row, at most so many.
func classEnd(s string, from, most int, class func(byte) bool) int {
	n := from
	for n < len(s) && n < from+most && class(s[n]) {
		n++
	}
	return n
}

// endedLabel is the label between two places of a text, where the stop or bracket
// that ends it stands behind; none where it does not.
func endedLabel(s string, kind LabelKind, from, to int, after byte) (Label, int) {
	if to > from && to < len(s) && s[to] == after {
		return Label{kind, s[from:to]}, to + 1
	}
	return Label{}, 0
}

// insertedNumbers mark paragraphs that are put between two others: "1 bis.".
var insertedNumbers = []string{" bis", " ter", " quater", " quinquies"}

func IsLower(c byte) bool { return c >= 'a' && c <= 'z' }

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
	l, words := ReadLabel(s)
	return l.Kind != NoLabel && words >= len(strings.TrimRight(s, " "))
}

func UpperLabel(s string) bool {
	l, _ := ReadLabel(s)
	return l.Kind == LabelRoman || l.Kind == LabelLetter
}

// IsContentsEntry recognizes a line that ends in a page number set apart by a
// tab or by three dots, or in eight dots.
func IsContentsEntry(s string) bool {
	if len(s) < 3 || len(s) >= 600 || !scan.IsDigit(s[len(s)-1]) && s[len(s)-1] != '.' {
		return false
	}
	end := len(s)
	for end > 0 && scan.IsDigit(s[end-1]) {
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

// BeforePage cuts the page number, or eight dots and more, with what leads to it
// from an entry of a table of contents.
func BeforePage(s string) string {
	end := len(s)
	for end > 0 && scan.IsDigit(s[end-1]) && len(s)-end < 4 {
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

// BodyLine is the line of a body that speaks: "The General Assembly,".
var BodyLine = scan.Compile(`^(?:The [A-Z][^.;:]*|THE [A-Z][A-Z ]+),$`)

// Speaks recognizes the beginning of a line that names the body that speaks,
// "The General Assembly,", also where the line is broken.
func Speaks(s string) bool {
	if BodyLine.MatchString(s) {
		return true
	}
	for _, start := range []string{"The Conference of ", "The Commission ", "The Economic and Social Council", "The General Assembly", "The Security Council", "The Human Rights Council", "The Plenary", "The Meeting of ", "The World Health Assembly", "The Executive Board", "The Governing Council"} {
		if strings.HasPrefix(s, start) {
			return true
		}
	}
	return false
}

// Unmarked is a line without the marks of Markdown around it and the backslash
// before the stop of a number ("1\.").
func Unmarked(raw string) string {
	raw = strings.Trim(raw, "*_# \t")
	if at := strings.IndexByte(raw[:min(len(raw), 8)], '\\'); at >= 0 && at+1 < len(raw) && escapable(raw[at+1]) {
		return raw[:at] + raw[at+1:]
	}
	return raw
}

// FollowingDraft ends a paragraph behind which a draft stands under its title
// alone.
var FollowingDraft = scan.Compile(`(?i)\bfollowing draft (resolution|decision):$`)
