package ask

import (
	"context"
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/search"
	"mandategraph/graph/snapshot"
)

// What the texts tell of something whose life the statements tell only in part.

// mostBeside is how many paragraphs are shown below a life.
const mostBeside = 12

// shownBeside is how much of each is shown, in code points: few are longer.
const shownBeside = 900

// fewSentences is how many sentences of a story are so few that the texts tell more.
const fewSentences = 3

// besideLife adds to a life with few steps, or without its beginning, what the texts tell
// of the thing, by date.
func (r *Reader) besideLife(ctx context.Context, u *understanding, question string, answer *Answer) {
	n, ok := u.nodes["entity"]
	if !ok {
		n, ok = u.nodes["thing"]
	}
	name := r.Title(n)
	if !ok || answer.Story == nil || !r.hasLife(n) || !search.HasWords(name) || r.wellTold(answer.Story, n) {
		return
	}
	places, err := r.tellingOfLife(ctx, n, question)
	if err != nil {
		return
	}
	told := map[string]bool{}
	for _, s := range answer.Story.Sentences {
		for _, e := range s.Edges {
			told[r.Evidence(e).Paragraph] = true
		}
	}
	list := slices.DeleteFunc(places, func(p snapshot.Node) bool { return told[r.ID(p)] })
	c := chronicler{Reader: r, verbs: chosenVerbs(question)}
	decides := slices.DeleteFunc(slices.Clone(list), func(p snapshot.Node) bool { return c.rank(p) > 0 })
	if len(decides) > 0 || len(told) > 0 {
		list = decides
	}
	list = list[:min(len(list), mostBeside)]
	answer.Text += r.calledAfter(n, answer.Story)
	if len(list) == 0 {
		return
	}
	var shown []Passage
	for _, p := range list {
		text := r.Text(p, "text")
		shown = append(shown, Passage{Node: p, Whole: r.wholeOf(p), Text: text, Matches: placesOf(text, name)})
	}
	answer.Passages = append(answer.Passages, shown...)
	answer.Text += "\nThe texts tell besides, by date:\n\n"
	for _, p := range shown {
		row := Row{Cells: []string{r.dateOf(p.Whole), shortPlace(r.ID(p.Node))}, Details: p.step(r, shownBeside)}
		answer.Text += lines([]Row{row})
	}
}

// tellingOfLife are the paragraphs that tell of a thing by its name or its acronym, by date.
func (r *Reader) tellingOfLife(ctx context.Context, n snapshot.Node, question string) (list []snapshot.Node, err error) {
	for i, name := range append([]string{r.Title(n), r.Text(n, "name")}, r.Values(n, "alias")...) {
		if i > 0 && !isAcronym(name) {
			continue
		}
		found, err := r.FindPassages(ctx, PassageQuery{Words: `"` + name + `"`, Question: question, Chronicle: true})
		if err != nil {
			return nil, err
		}
		for _, p := range found.Nodes() {
			if !slices.Contains(list, p) {
				list = append(list, p)
			}
		}
	}
	slices.SortStableFunc(list, func(a, b snapshot.Node) int { return strings.Compare(r.dateOf(r.wholeOf(a)), r.dateOf(r.wholeOf(b))) })
	return list, nil
}

// calledAfter names the acts that are called after a thing and are not told of, by date:
// of one that is not loaded the title may be all that is known.
func (r *Reader) calledAfter(n snapshot.Node, s *Story) string {
	stems := stemsOf(r.Title(n))
	if len(stems) < 2 {
		return ""
	}
	told := func(act snapshot.Node) bool {
		return slices.ContainsFunc(s.Sentences, func(sentence Sentence) bool { return sentence.Act == act })
	}
	var acts []snapshot.Node
	for _, h := range r.find(r.Title(n), mostTold, "Act") {
		if r.isAct(h.Node) && !told(h.Node) && hasAll(graph.Slug(r.Title(h.Node)), stems) {
			acts = append(acts, h.Node)
		}
	}
	if len(acts) == 0 {
		return ""
	}
	slices.SortStableFunc(acts, func(a, b snapshot.Node) int { return strings.Compare(r.dateOf(a), r.dateOf(b)) })
	var rows []Row
	for _, act := range acts {
		rows = append(rows, Row{Cells: []string{r.dateOf(act), r.called(act), shorten(r.Title(act))}})
	}
	return "\nActs that are called after it:\n\n" + lines(rows)
}

// hasLife says that an entity is of a kind that begins, goes on and ends.
func (r *Reader) hasLife(n snapshot.Node) bool {
	return n != snapshot.NoNode && (r.Kind(n) == "Body" || r.Kind(n) == "Instrument")
}

// wellTold says that a story has many sentences, and the beginning among them.
func (r *Reader) wellTold(s *Story, n snapshot.Node) bool {
	said := 0
	for _, sentence := range s.Sentences {
		if !sentence.Gap {
			said++
		}
	}
	return said > fewSentences && len(r.In(n, graph.Life[0])) > 0
}

// ofAnother says that a question for a life names a State that neither the name of what
// lives has nor any act that began it or carried it on: the Panel of Experts on Norderholm is
// not that of another State.
func (c *composer) ofAnother(n snapshot.Node) bool {
	texts := []string{c.Title(n), c.Text(n, "name")}
	texts = append(texts, c.Values(n, "alias")...)
	for _, e := range c.In(n, graph.Life...) {
		act, _ := c.Ends(e)
		for p := act + 1; int(p) < c.Len() && strings.HasPrefix(c.ID(p), c.ID(act)+"#"); p++ {
			texts = append(texts, c.Text(p, "text"))
		}
	}
	return slices.ContainsFunc(c.things(), func(other snapshot.Node) bool {
		named := c.namePattern(other)
		return c.Kind(other) == "State" && !slices.ContainsFunc(texts, named.MatchString)
	})
}
