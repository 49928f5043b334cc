package tree

import (
	"strings"

	"mandategraph/loader/scan"
	"mandategraph/loader/text"
)

// A converter that reads the numbers in the margin of a page's foot before the text
// beside them prints them in a stack, and with them the short last line of the page:
// "2.", "3.", "18/4;", and then the words of paragraph 2 and those of paragraph 3.

// mendStacked gives such numbers their words, and the last paragraph its last line.
func mendStacked(list []text.Block, source string) []text.Block {
	for i := 0; i+1 < len(list); i++ {
		if !isNumberAlone(list[i]) {
			continue
		}
		count := 1
		for i+count < len(list) && stackedOn(list[i+count-1], list[i+count]) {
			count++
		}
		if count > 1 && openersFrom(list, i+count) == count {
			below, parted := unstack(list[i:i+2*count], source)
			if parted {
				list[i+count] = below
				list = append(list[:i+count+1], list[i+2*count:]...)
			} else {
				list = append(list[:i+count], list[i+2*count:]...)
			}
		}
		i += count - 1
	}
	return list
}

// isNumberAlone says that a block is the number of a paragraph without its words.
func isNumberAlone(b text.Block) bool {
	if b.Kind != text.BlockLabel || b.Label.Kind != text.LabelNumber {
		return false
	}
	_, words := text.ReadLabel(b.Text.S)
	return words >= len(b.Text.S)
}

// shortLastLine is how many bytes the last line of a page has at most that is read
// with the numbers beside it.
const shortLastLine = 40

// stackedOn says that a block is the next number of a stack, the last with the short
// line that ends a paragraph.
func stackedOn(above, b text.Block) bool {
	if !isNumberAlone(above) || b.Kind != text.BlockLabel || b.Label.Kind != text.LabelNumber ||
		!text.Succeeds(above.Label.Mark, b.Label.Mark) {
		return false
	}
	_, words := text.ReadLabel(b.Text.S)
	rest := b.Text.S[words:]
	return rest == "" || len(rest) < shortLastLine && text.EndsClosed(rest) && (scan.IsDigit(rest[0]) || text.StartsLower(rest))
}

// openersFrom counts the paragraphs that begin with a verb in a row, from one on; the
// last may be open, as its end stands elsewhere.
func openersFrom(list []text.Block, from int) (count int) {
	for _, b := range list[from:] {
		if b.Kind != text.BlockOpener {
			break
		}
		count++
	}
	return count
}

// unstack joins each number of the first half of a list with the words at the same
// place in the second, and puts what stood behind the last number behind its words. A
// heading below them that was taken for their end is given back.
func unstack(list []text.Block, source string) (heading text.Block, parted bool) {
	half := len(list) / 2
	for i := range list[:half] {
		b, opener := &list[i], list[half+i]
		_, words := text.ReadLabel(b.Text.S)
		rest := cutText(b.Text, words)
		if rest.S != "" {
			if at := lastApart(opener.Text, source); at > 0 {
				heading, parted = text.Block{Kind: text.BlockHeading, Text: cutText(opener.Text, at), End: opener.End}, true
				heading.Place = heading.Text.SourceStart(0)
				opener.Text = cutBefore(opener.Text, at)
				opener.End = opener.Text.SourceEnd(len(opener.Text.S))
			}
			opener.Text = joinTexts(opener.Text, rest)
		}
		b.Text, b.End = joinTexts(cutBefore(b.Text, words), opener.Text), opener.End
	}
	return heading, parted
}

// lastApart is where in a text the last line begins that a blank line sets apart; 0
// where none is.
func lastApart(t text.Text, source string) int {
	for k := len(t.Runs) - 1; k > 0; k-- {
		at, to := t.Runs[k].At, t.Runs[k].Source+1
		if from := t.SourceEnd(at - 1); from < to && t.S[at] == ' ' && strings.Contains(source[from:to], "\n\n") {
			return at + 1
		}
	}
	return 0
}
