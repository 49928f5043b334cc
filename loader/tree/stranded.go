package tree

import (
	"slices"

	"mandategraph/loader/text"
)

// A converter that reads the numbers in a page's margin before its text prints the
// number of a section between that of the paragraph above and its words: "22.", "B.",
// the words of paragraph 22, and then the title of section B.

// mendStranded gives such paragraphs their words and such titles their letter.
func mendStranded(list []text.Block) []text.Block {
	mended := list[:0:0]
	for i := 0; i < len(list); i++ {
		b := list[i]
		if i+1 < len(list) && strandedAt(b, list[i+1]) {
			if mended == nil {
				mended = append(make([]text.Block, 0, len(list)), list[:i]...)
			}
			title := list[i+1]
			_, words := text.ReadLabel(title.Text.S)
			b.Text, b.End = joinTexts(b.Text, cutText(title.Text, words)), title.End
			title.Text = cutBefore(title.Text, words)
			if i++; i+1 < len(list) && list[i+1].Kind == text.BlockHeading {
				i++
				title.Text, title.Place, title.End = joinTexts(title.Text, list[i].Text), list[i].Place, list[i].End
			}
			mended = append(mended, b, title)
			continue
		}
		if mended != nil {
			mended = append(mended, b)
		}
	}
	if mended == nil {
		return list
	}
	return mended
}

// shortestStranded is how many bytes the words have at least that are a paragraph's
// and no title.
const shortestStranded = 40

// strandedAt says that a number alone stands before a section's number with a
// sentence behind it.
func strandedAt(number, title text.Block) bool {
	if number.Kind != text.BlockLabel || number.Label.Kind != text.LabelNumber || title.Kind != text.BlockLabel ||
		title.Label.Kind != text.LabelRoman && title.Label.Kind != text.LabelLetter {
		return false
	}
	_, words := text.ReadLabel(number.Text.S)
	return words >= len(number.Text.S) && len(title.Text.S) > shortestStranded && text.LastLetter(title.Text.S) == '.'
}

// cutBefore is the text up to byte i, without the spaces at its end.
func cutBefore(t text.Text, i int) text.Text {
	for i > 0 && (t.S[i-1] == ' ' || t.S[i-1] == '\t') {
		i--
	}
	return text.Text{S: t.S[:i], Runs: slices.DeleteFunc(slices.Clone(t.Runs), func(r text.Run) bool { return r.At >= i })}
}
