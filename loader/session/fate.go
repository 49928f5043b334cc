package session

import (
	"sort"

	"mandategraph/loader/scan"
	"mandategraph/loader/tree"
)

// Drafts end in other ways than by their adoption.
var fates = []struct {
	words   *scan.Pattern
	outcome string
}{
	{scan.Compile(`\bdiscontinue[ds]?\b|\bdiscontinuing\b`), "discontinued"},
	{scan.Compile(`\bwithdr[ae]wn?\b|\bwithdrawn\b|\bwithdrawal of (?:the|that) draft\b`), "withdrawn"},
	{scan.Compile(`\b(?:rejected|did not (?:adopt|approve|retain)|(?:not|not been) (?:adopted|approved|` +
		`retained|carried)|` +
		`failed to (?:(?:be )?(?:adopt|approve|retain)(?:ed)?|receive|obtain|secure|gain|achieve)|` +
		`did not (?:receive|obtain|secure|gain|achieve) (?:the|a) [^;.()]{0,40}majority|not carried|decided not to (?:adopt|approve)|defeated|voted down|` +
		`(?:deleted|lost) by (?:an?|\d+|roll))\b`), "rejected"},
	{
		scan.Compile(
			`\b(?:deferred|postponed|decided to (?:defer|postpone)|to (?:defer|postpone) (?:the )?(?:consideration|action))\b`,
		),
		"deferred",
	},
	{scan.Compile(`\b(?:not (?:be )?put (?:\w+ )?to (?:the|a) vote|not to put (?:\w+ )?to (?:the|a) vote|` +
		`not to vote on|` +
		`(?:not to take|to take no|not taken?|no) (?:any )?(?:further )?action (?:on|be taken on)|` +
		`no action (?:was|had been) taken on)\b`), "not put to the vote"},
}

// A fated is a sentence with where it first speaks of a draft and where it last
// says what became of one.
type fated struct {
	scan.Span
	draft    int // end of the first words, or the sentence's
	outcomes []int
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
	for k, at := range r.sentences[i].outcomes {
		if at >= y.End {
			return fates[k].outcome
		}
	}
	return ""
}

// partOfDraft names a part of a draft before it: "paragraphs 1 and 2 of the".
var partOfDraft = scan.Compile(`\b(?:[Pp]aragraphs?|[Aa]mendments?|[Mm]otions?|[Rr]equests?|sponsorship)\b[^,;]{0,60}$`)

// readFates reads what a sentence says of a draft.
func readFates(text string, c scan.Span) fated {
	f := fated{Span: c, draft: c.End}
	sentence := text[c.Start:c.End]
	m := draftWords.FindStringIndex(sentence)
	if m == nil || partOfDraft.MatchString(sentence[:m[0]]) {
		return f
	}
	f.draft = c.Start + m[1]
	f.outcomes = make([]int, len(fates))
	for k, fate := range fates {
		f.outcomes[k] = -1
		for _, m := range fate.words.FindAll(sentence) {
			f.outcomes[k] = c.Start + m[0]
		}
	}
	return f
}
