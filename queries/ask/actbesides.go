package ask

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/search"
	"mandategraph/graph/snapshot"
)

// What an act decides besides the paragraphs that have the words of a question. An act says
// its subject in the preamble and seldom again: its operative paragraphs speak of "the
// Mission" or "any such acts" (UN Editorial Manual, resolutions and other formal decisions).

const (
	// mostBesides is how many such paragraphs are shown, besidesLength how much of each, in bytes.
	mostBesides, besidesLength = 12, 320
	// bestPassages is among how many of the first passages an act has to be the one meant.
	bestPassages = 6
	// mostMeantActs is of how many acts of a search, and someActs of a history, it is told.
	mostMeantActs, someActs = 2, 6
)

// oneParagraph matches a question for one paragraph, beside which nothing is asked.
var oneParagraph = regexp.MustCompile(`(?i)\b(?:para(?:graph)?\.?|op|pp) ?\d`)

// onlyVote matches a question for the vote alone.
var onlyVote = regexp.MustCompile(
	`(?i)^(?:how did|who|which (?:states|members|countries)|compare|could you compare|was|were)\b.*\b(?:vote[ds]?|abstain\w*)\b`,
)

// passageLists are the passages of each part of an answer that is told by them, the best of
// each part first; byDate says that one of them is a history.
func (a Answer) passageLists() (lists [][]Passage, byDate bool) {
	parts := a.Parts
	if len(parts) == 0 {
		parts = []Answer{a}
	}
	for _, p := range parts {
		history := strings.HasPrefix(p.Parse, byItsParts+opHistory)
		told := p.Data == nil || history || p.Query == "passages" || strings.HasPrefix(p.Parse, byItsParts+opSay)
		if told && len(p.Passages) > 0 && p.Story == nil {
			lists, byDate = append(lists, p.Passages), byDate || history
		}
	}
	if len(lists) == 0 && a.Data == nil && len(a.Passages) > 0 {
		lists = append(lists, a.Passages)
	}
	return lists, byDate
}

// addBesides adds the other operative paragraphs of the acts that most of the best passages
// of an answer are of.
func (r *Reader) addBesides(question string, answer *Answer) {
	lists, byDate := answer.passageLists()
	if oneParagraph.MatchString(question) || len(lists) == 0 || onlyVote.MatchString(question) || answer.saysIt(question) ||
		answer.Parse == notUnderstood && figures.MatchString(question) {
		return
	}
	stems := stemsOf(besideWords(question))
	var acts []snapshot.Node
	for _, list := range lists {
		meant := r.actsMeant(list)
		if byDate {
			meant = r.actsOfHistory(list, stems)
		}
		for _, n := range meant {
			if !slices.Contains(acts, n) {
				acts = append(acts, n)
			}
		}
	}
	each := mostBesides / max(len(acts), 1)
	var lines strings.Builder
	for _, act := range acts {
		lines.WriteString(r.besidesOf(act, stems, each, answer))
	}
	if lines.Len() == 0 {
		return
	}
	lead := "The same act decides besides:"
	if len(acts) > 1 {
		lead = "The same acts decide besides:"
	}
	answer.Text += "\n" + lead + "\n\n" + lines.String()
}

// saysIt says that a question asks what a text that it numbers says of something and that a paragraph with
// all of the words answers it.
func (a Answer) saysIt(question string) bool {
	return figures.MatchString(question) && askedToSay.MatchString(question) && len(a.Passages) > 0 && len(a.Passages[0].Lacking) == 0
}

// actsMeant are the one or two acts that at least half of the best passages are of.
func (r *Reader) actsMeant(list []Passage) (acts []snapshot.Node) {
	list = list[:min(len(list), bestPassages)]
	times, all := map[snapshot.Node]int{}, 0
	for _, p := range list {
		if times[p.Whole]++; times[p.Whole] == 1 && r.isAct(p.Whole) {
			acts = append(acts, p.Whole)
		}
	}
	slices.SortStableFunc(acts, func(a, b snapshot.Node) int { return times[b] - times[a] })
	acts = slices.DeleteFunc(acts, func(n snapshot.Node) bool { return times[n] < min(2, len(list)) })
	acts = acts[:min(len(acts), mostMeantActs)]
	for _, n := range acts {
		all += times[n]
	}
	if 2*all < len(list) {
		return nil
	}
	return acts
}

// actsOfHistory are the acts of a history that have the most of its words, in their order.
func (r *Reader) actsOfHistory(list []Passage, stems []string) (acts []snapshot.Node) {
	having := map[snapshot.Node]int{}
	for _, p := range list {
		if !r.isAct(p.Whole) {
			continue
		}
		if !slices.Contains(acts, p.Whole) {
			acts = append(acts, p.Whole)
		}
		having[p.Whole] = max(having[p.Whole], countStems(p.Text, stems))
	}
	best := slices.Clone(acts)
	slices.SortStableFunc(best, func(a, b snapshot.Node) int { return having[b] - having[a] })
	best = best[:min(len(best), someActs)]
	return slices.DeleteFunc(acts, func(n snapshot.Node) bool { return !slices.Contains(best, n) })
}

// countStems is how many of some stems a text has.
func countStems(text string, stems []string) (n int) {
	folded := "-" + graph.Slug(text)
	for _, s := range stems {
		if strings.Contains(folded, s) {
			n++
		}
	}
	return n
}

// besidesOf are the lines on an act: its operative paragraphs that the answer does not show,
// with their items; where they are more than are shown, those nearest to the question.
func (r *Reader) besidesOf(act snapshot.Node, stems []string, most int, answer *Answer) string {
	list := r.operativesOf(act)
	list = slices.DeleteFunc(list, func(n snapshot.Node) bool {
		return answer.shows(shortPlace(r.ID(n))) || routine.MatchString(r.Text(n, "text"))
	})
	if len(list) == 0 {
		return ""
	}
	best, c := slices.Clone(list), chronicler{Reader: r, verbs: turning}
	slices.SortStableFunc(best, func(a, b snapshot.Node) int {
		return cmp.Or(countStems(r.Text(b, "text"), stems)-countStems(r.Text(a, "text"), stems), c.rank(a)-c.rank(b))
	})
	best = best[:min(len(best), most)]
	var b strings.Builder
	for _, n := range list {
		if !slices.Contains(best, n) {
			continue
		}
		b.WriteString("  " + shortPlace(r.ID(n)) + "\n")
		for _, line := range append([]string{shortTo(r.Text(n, "text"), besidesLength)}, r.itemsOf(n)...) {
			b.WriteString("      " + wrap(line, len("      ")) + "\n")
		}
		answer.Passages = append(
			answer.Passages,
			Passage{Node: n, Whole: act, Text: r.Text(n, "text"), Matches: []search.Match{}},
		)
	}
	if more := len(list) - len(best); more > 0 {
		b.WriteString("  and " + counted(more, "more operative paragraph") + " of " + r.called(act) + "\n")
	}
	return b.String()
}

// operativesOf are the operative paragraphs of an act, without their items, in their order.
func (r *Reader) operativesOf(act snapshot.Node) (list []snapshot.Node) {
	begin := r.ID(act) + "#op"
	for p := act + 1; int(p) < r.Len() && strings.HasPrefix(r.ID(p), r.ID(act)+"#"); p++ {
		id := r.ID(p)
		if strings.HasPrefix(id, begin) && !strings.Contains(id[len(begin):], ".") && r.Text(p, "text") != "" {
			list = append(list, p)
		}
	}
	slices.SortFunc(list, func(a, b snapshot.Node) int { return graph.CompareNatural(r.ID(a), r.ID(b)) })
	return list
}

// shows says that an answer shows a place, and not only one that begins with it: op1, not op12.
func (a Answer) shows(place string) bool {
	for text := a.Text; ; {
		_, behind, ok := strings.Cut(text, place)
		if !ok {
			return false
		}
		if behind == "" || strings.ContainsRune(" \n\t,;:)", rune(behind[0])) {
			return true
		}
		text = behind
	}
}
