package session

import (
	"sort"

	"mandategraph/loader/scan"
	"mandategraph/loader/tree"
)

// Drafts end in other ways than by their adoption.
var fates = []struct {
	words  *scan.Pattern
	status string
}{
	{scan.Compile(`\bdiscontinue[ds]?\b|\bdiscontinuing\b`), "discontinued"},
	{scan.Compile(`\bwithdr[ae]wn?\b|\bwithdrawn\b|\bwithdrawal of (?:the|that) draft\b`), "withdrawn"},
	{scan.Compile(`\b(?:rejected|did not adopt|not adopted)\b`), "rejected"},
	{scan.Compile(`\b(?:deferred|postponed)\b`), "deferred"},
}

// A fated is a sentence with where it first speaks of a draft and where it last
// says what became of one.
type fated struct {
	scan.Span
	draft  int // end of the first words, or the sentence's
	status []int
}

// A fateReader keeps the sentences of the text that was asked about last.
type fateReader struct {
	text      string
	sentences []fated
}

// of says what became of a draft, where the sentence that prints its symbol says
// so.
func (r *fateReader) of(text string, y tree.SymbolHit) string {
	if r.text != text {
		r.text, r.sentences = text, r.sentences[:0]
		for _, c := range scan.CutSentences(text, 0) {
			r.sentences = append(r.sentences, readFates(text, c))
		}
	}
	i := sort.Search(len(r.sentences), func(i int) bool { return r.sentences[i].End >= y.End })
	if i == len(r.sentences) || y.Start < max(r.sentences[i].Start, r.sentences[i].draft) {
		return ""
	}
	for k, at := range r.sentences[i].status {
		if at >= y.End {
			return fates[k].status
		}
	}
	return ""
}

// readFates reads what a sentence says of a draft.
func readFates(text string, c scan.Span) fated {
	f := fated{Span: c, draft: c.End}
	sentence := text[c.Start:c.End]
	m := draftWords.FindStringIndex(sentence)
	if m == nil {
		return f
	}
	f.draft = c.Start + m[1]
	f.status = make([]int, len(fates))
	for k, fate := range fates {
		f.status[k] = -1
		for _, m := range fate.words.FindAll(sentence) {
			f.status[k] = c.Start + m[0]
		}
	}
	return f
}
