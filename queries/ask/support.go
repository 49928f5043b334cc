package ask

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"mandategraph/graph"
	"mandategraph/graph/names"
	"mandategraph/graph/search"
	"mandategraph/graph/snapshot"
)

// The words of the texts below an answer of which they say more than was read.

// shownSupport is how many paragraphs are shown below an answer.
const shownSupport = 6

// support adds to an answer the paragraphs that tell it in full.
func (r *Reader) support(u *understanding, answer *Answer) {
	var list []snapshot.Node
	lead := "The texts say"
	switch {
	case u.support != nil:
		list = u.support()
	case u.beside != nil:
		list, lead = u.beside(answer.Passages), "The same text says besides"
	default:
		list = r.proofsOf(u, answer)
	}
	if len(list) == 0 {
		return
	}
	var shown []Passage
	for _, n := range list[:min(len(list), shownSupport)] {
		text := r.Text(n, "text")
		shown = append(shown, Passage{Node: n, Whole: r.wholeOf(n), Text: text, Matches: placesOf(text, u.marked)})
	}
	answer.Passages = append(answer.Passages, shown...)
	answer.Text += "\n" + lead + ":\n\n" + r.passageLines(shown)
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

// longestHead is how long a head may be that is shown: that of a draft lists its sponsors.
const longestHead = 1500

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
		p, ok := r.Lookup(r.Evidence(e).Paragraph)
		add(p, ok && len(r.Text(p, "text")) < longestHead)
	}
	if symbol, is := strings.CutPrefix(r.ID(n), "document/"); is && figures.MatchString(symbol) {
		for _, p := range r.printedIn(symbol, namedPlaces) {
			add(p, r.wholeOf(p) != n)
		}
	}
	return list
}

// ofSession is how many paragraphs are shown that tell of a session.
const ofSession = 3

// lastOrdinal is up to which number sessions are written out.
const lastOrdinal = 99

// sessionInTexts is how texts write a session, as a phrase; empty for one that has no
// number that is written out.
func (r *Reader) sessionInTexts(n snapshot.Node) string {
	_, number, _ := strings.Cut(r.ID(n), "/session/")
	at, err := strconv.Atoi(number)
	if err != nil || at < 1 || at > lastOrdinal {
		return ""
	}
	return `"` + names.Ordinals(at)[at-1] + ` session"`
}

// tellingOfSession are the paragraphs of its body that tell when and where a session is
// held.
func (r *Reader) tellingOfSession(n snapshot.Node) []snapshot.Node {
	owner, _, _ := strings.Cut(r.ID(n), "/session/")
	body, ok := r.Lookup(owner)
	phrase := r.sessionInTexts(n)
	if !ok || phrase == "" {
		return nil
	}
	found, err := r.FindPassages(r.ctx, PassageQuery{
		Words: phrase, Question: "when and where is it held, from which date, hosted by whom, how many meetings",
		Within: []snapshot.Node{body},
	})
	if err != nil {
		return nil
	}
	return slices.Clone(found.Nodes()[:min(found.Total(), ofSession)])
}

// fewFound is how many paragraphs are few, so that others of their act are shown as well.
const fewFound = 3

// besides are the operative paragraphs of the one short act in which all that was found
// stands: it is about what was asked for, also where it does not repeat the words.
func (c *composer) besides(found []Passage) (list []snapshot.Node) {
	if acts := c.ofKind("Act"); len(found) == 0 && len(acts) == 1 && c.Loaded(acts[0]) {
		return c.operativesOf(acts[0], nil)
	}
	if len(found) == 0 || len(found) > fewFound {
		return nil
	}
	whole := found[0].Whole
	for _, p := range found {
		if p.Whole != whole || !c.isAct(whole) || len(p.Lacking) > 0 {
			return nil
		}
	}
	return c.operativesOf(whole, found)
}

// operativesOf are the operative paragraphs of a short act but for those found.
func (c *composer) operativesOf(whole snapshot.Node, found []Passage) (list []snapshot.Node) {
	for n := whole + 1; int(n) < c.Len() && strings.HasPrefix(c.ID(n), c.ID(whole)+"#"); n++ {
		is := func(p Passage) bool { return p.Node == n }
		if c.Text(n, "paragraphKind") == "operative" && !strings.Contains(c.ID(n), ".") && !slices.ContainsFunc(found, is) {
			list = append(list, n)
		}
	}
	slices.SortFunc(list, func(a, b snapshot.Node) int { return graph.CompareNatural(c.ID(a), c.ID(b)) })
	if len(list) > 2*shownSupport {
		return nil
	}
	return list
}
