package loader

import "sort"

// Drafts end in other ways than by their adoption.
var fates = []struct {
	words  *pattern
	status string
}{
	{compile(`\bdiscontinue[ds]?\b|\bdiscontinuing\b`), "discontinued"},
	{compile(`\bwithdr[ae]wn?\b|\bwithdrawn\b|\bwithdrawal of (?:the|that) draft\b`), "withdrawn"},
	{compile(`\b(?:rejected|did not adopt|not adopted)\b`), "rejected"},
	{compile(`\b(?:deferred|postponed)\b`), "deferred"},
}

// A fated is a sentence with where it first speaks of a draft and where it last
// says what became of one.
type fated struct {
	span
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
func (r *fateReader) of(text string, y symbolHit) string {
	if r.text != text {
		r.text, r.sentences = text, r.sentences[:0]
		for _, c := range cutSentences(text, 0) {
			r.sentences = append(r.sentences, readFates(text, c))
		}
	}
	i := sort.Search(len(r.sentences), func(i int) bool { return r.sentences[i].end >= y.end })
	if i == len(r.sentences) || y.start < max(r.sentences[i].start, r.sentences[i].draft) {
		return ""
	}
	for k, at := range r.sentences[i].status {
		if at >= y.end {
			return fates[k].status
		}
	}
	return ""
}

// readFates reads what a sentence says of a draft.
func readFates(text string, c span) fated {
	f := fated{span: c, draft: c.end}
	sentence := text[c.start:c.end]
	m := draftWords.FindStringIndex(sentence)
	if m == nil {
		return f
	}
	f.draft = c.start + m[1]
	f.status = make([]int, len(fates))
	for k, fate := range fates {
		f.status[k] = -1
		for _, m := range fate.words.findAll(sentence) {
			f.status[k] = c.start + m[0]
		}
	}
	return f
}
