package ask

import (
	"slices"
	"strings"
	"unicode/utf8"

	"mandategraph/graph/search"
	"mandategraph/graph/snapshot"
)

// The words of the texts below an answer of which they say more than was read.

// shownSupport is how many paragraphs are shown below an answer.
const shownSupport = 6

// support adds to an answer the paragraphs that tell it in full.
func (r *Reader) support(u *understanding, answer *Answer) {
	if u.support == nil {
		return
	}
	list := u.support()
	if len(list) == 0 {
		return
	}
	var shown []Passage
	for _, n := range list[:min(len(list), shownSupport)] {
		text := r.Text(n, "text")
		shown = append(shown, Passage{Node: n, Whole: r.wholeOf(n), Text: text, Matches: placesOf(text, u.marked)})
	}
	answer.Passages = append(answer.Passages, shown...)
	answer.Text += "\nThe texts say:\n\n" + r.passageLines(shown)
}

// placesOf are the places of words in a text, in code points.
func placesOf(text, words string) (list []search.Match) {
	for from := 0; words != ""; {
		at := strings.Index(text[from:], words)
		if at < 0 {
			break
		}
		start := utf8.RuneCountInString(text[:from+at])
		list = append(list, search.Match{Start: start, End: start + utf8.RuneCountInString(words)})
		from += at + len(words)
	}
	return list
}

// tellingOf are the paragraphs that tell of an act or draft: its own last words, those
// that prove some statements about it, and those that have its symbol.
func (r *Reader) tellingOf(n snapshot.Node, relations ...string) (list []snapshot.Node) {
	add := func(p snapshot.Node, ok bool) {
		if ok && r.Text(p, "text") != "" && !slices.Contains(list, p) {
			list = append(list, p)
		}
	}
	end, ok := r.Lookup(r.ID(n) + "#end")
	add(end, ok)
	for _, e := range slices.Concat(r.In(n, relations...), r.Out(n, relations...)) {
		if _, locator, _ := strings.Cut(r.Evidence(e).Paragraph, "#"); locator != "head" {
			p, ok := r.Lookup(r.Evidence(e).Paragraph)
			add(p, ok)
		}
	}
	if symbol, is := strings.CutPrefix(r.ID(n), "document/"); is && figures.MatchString(symbol) {
		for _, p := range r.printedIn(symbol, namedPlaces) {
			add(p, r.wholeOf(p) != n)
		}
	}
	return list
}
