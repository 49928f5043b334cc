package text

import (
	"strings"

	"mandategraph/loader/scan"
)

// Words that the end of a line divides.

// nearby is how far around a divided word it is looked for as a whole, in bytes.
const nearby = 16000

// mostBetween is how many lines of a page's furniture and notes may stand between
// the parts of a word.
const mostBetween = 12

// put adds a line to the block, without the hyphen that only divides a word.
func (b *blocker) put(l line) {
	end := l.end
	if b.divided {
		end--
	}
	b.builder.add(b.source, l.start, end)
}

// divides says that the hyphen at the end of a line is none of the word's: the
// word stands nearby without it, and nowhere with it.
func (b *blocker) divides(list []line, i int) bool {
	l := list[i]
	if l.end-l.start < 3 || b.source[l.end-1] != '-' {
		return false
	}
	k := i + 1
	for k < len(list) && k < i+mostBetween && list[k].kind != lineText {
		k++
	}
	if k == len(list) || list[k].kind != lineText {
		return false
	}
	next := b.source[list[k].start:list[k].end]
	left := scan.LastWord(b.source[l.start : l.end-1])
	right := next[:scan.WordEnd(next, 0)]
	if left == "" || right == "" || !IsLower(right[0]) {
		return false
	}
	from, to := max(0, l.start-nearby), min(len(b.source), l.end+nearby)
	return (actWords[left+right] || b.holds(" "+left+right, from, to)) && !b.holds(left+"-"+right, from, to)
}

// holds says that words stand between two bytes of the source, of which the first
// never goes back. Where they were looked for before it does not look again: many
// lines may be divided at the same word.
func (b *blocker) holds(words string, from, to int) bool {
	at := from
	if seen, ok := b.missing[words]; ok && seen > from {
		at = max(from, min(seen, to)-len(words)+1)
	}
	if strings.Contains(b.source[at:max(at, to)], words) {
		return true
	}
	if b.missing == nil || len(b.missing) > mostMissing {
		b.missing = map[string]int{}
	}
	b.missing[words] = to
	return false
}

// mostMissing is how many words that are missing are remembered.
const mostMissing = 1000

// actWords are the words by which acts are found; they are whole in no short text.
var actWords = scan.WordSet(
	"resolution resolutions decision decisions recommendation recommendations Resolution Resolutions Decision Decisions",
)

// goesOn says that a line's end divides a word at a hyphen, "Secretary-" and
// "General", at a stroke the number of an act, "72/" and "225", or a symbol, "S/" and
// "1996/210".
func goesOn(before, line string) bool {
	if number, divided := strings.CutSuffix(before, "/"); divided {
		if number == "" || line == "" {
			return false
		}
		return scan.IsDigit(number[len(number)-1]) && numberGoesOn(line) ||
			(scan.IsDigit(line[0]) || scan.IsCapital(line)) && symbolBegun.MatchString(number[max(0, len(number)-scan.LongestWord):])
	}
	head, divided := strings.CutSuffix(before, "-")
	return divided &&
		(StartsLower(line) || line != "" && scan.IsCapital(line) && head != "" && scan.IsWord(head[len(head)-1]) && !scan.IsDigit(head[len(head)-1]))
}

// symbolBegun ends a line that a stroke of a symbol ends: "(S", "A/C.3".
var symbolBegun = scan.Compile(`(?:^|[ (,])[A-Z]{1,6}(?:\.\d+)?(?:/[A-Z0-9][A-Za-z0-9.()-]*)*$`)

// numberGoesOn says that a line begins with the second half of an act's number.
func numberGoesOn(line string) bool {
	end := scan.DigitsEnd(line, 0)
	if end == 0 || end > 3 {
		return false
	}
	if end == len(line) || strings.IndexByte(",;.)", line[end]) >= 0 {
		return true
	}
	for _, after := range []string{" of ", " and ", " or ", " on ", " A", " B"} {
		if strings.HasPrefix(line[end:], after) {
			return true
		}
	}
	return false
}
