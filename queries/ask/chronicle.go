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

// How a subject went on that is no entity with a life of its own: the texts that are about
// it in the order of their dates, and the acts that carry on what these began. A later act
// seldom repeats the words of its subject: it decides on "the measures set out in
// paragraphs 5 to 9" of an earlier one, which it cites.

// A chronicler chooses what a chronicle tells.
type chronicler struct {
	*Reader
	passages *Passages
	query    PassageQuery
	// verbs match what decides.
	verbs *regexp.Regexp
	// names are the stems of the proper names among the words.
	names []string
	// kept are the paragraphs of each text that is told of, the best first; wholes are
	// these texts.
	kept   map[snapshot.Node][]snapshot.Node
	wholes []snapshot.Node
}

const (
	// mostTold is how many texts a chronicle tells of, mostAbout of them for their words,
	// which are looked for in mostLooked of the best.
	mostTold, mostAbout, mostLooked = 50, 30, 90
	// fewTexts and someTexts are so few that each is told with three, or two, paragraphs.
	fewTexts, someTexts = 8, 16
	// openingLength is how much of a paragraph has its verb, in bytes.
	openingLength = 160
	// inTable is the rank of a table or note, and enoughActs how many acts tell so much that
	// reports are left out.
	inTable, enoughActs = 3, 4
)

// inTime makes a chronicle of passages: of each text that is about the words the
// paragraphs that say most, and of those that carry it on, in the order of their dates.
func (r *Reader) inTime(p *Passages, q PassageQuery) {
	c := chronicler{r, p, q, chosenVerbs(q.Question), nil, map[snapshot.Node][]snapshot.Node{}, nil}
	c.about()
	c.carriedOn()
	if c.verbs == ending {
		c.onlyEnding()
	}
	c.byDate()
	p.byDate, p.nodes = true, nil
	most := 1
	switch n := len(c.wholes); {
	case n <= fewTexts, c.verbs == ending:
		most = 3
	case n <= someTexts:
		most = 2
	}
	for _, whole := range c.wholes {
		most := most
		switch {
		case c.calledMostly(whole) && len(c.wholes) <= fewTexts:
			most, c.kept[whole] = mostOfCalled, c.decidedFirst(whole, c.kept[whole])
		case c.calledSo(whole):
			most = max(most, 2)
		}
		list := c.kept[whole][:min(most, len(c.kept[whole]))]
		slices.SortFunc(list, func(a, b snapshot.Node) int { return graph.CompareNatural(r.ID(a), r.ID(b)) })
		for _, n := range list {
			if before, ok := c.before(n); ok && !slices.Contains(list, before) {
				p.nodes = append(p.nodes, before)
			}
			p.nodes = append(p.nodes, n)
		}
	}
}

// onlyEnding keeps what ends something, and nothing where nothing does.
func (c *chronicler) onlyEnding() {
	for whole, list := range c.kept {
		c.kept[whole] = slices.DeleteFunc(list, func(n snapshot.Node) bool { return c.rank(n) > 0 })
	}
	c.wholes = slices.DeleteFunc(c.wholes, func(whole snapshot.Node) bool { return len(c.kept[whole]) == 0 })
}

// about keeps the texts with paragraphs that have nearly all words, and the proper names
// among these in any paragraph; of too many those that are called so, then the best.
func (c *chronicler) about() {
	fewest, lacks := -1, make([]int, len(c.passages.nodes))
	for i, n := range c.passages.nodes {
		if lacks[i] = len(c.passages.found[n].Lacks(n)); fewest < 0 || lacks[i] < fewest {
			fewest = lacks[i]
		}
	}
	for i, n := range c.passages.nodes {
		if lacks[i] <= fewest+search.CountWords(sayingWords(c.query.Words))/4 {
			c.keep(n)
		}
	}
	for _, h := range c.find(c.query.Words, mostTold, "Act") {
		c.keepCalled(h.Node)
	}
	order := map[snapshot.Node]int{}
	for _, whole := range c.wholes {
		order[whole] = c.order(whole)
	}
	slices.SortStableFunc(c.wholes, func(a, b snapshot.Node) int { return order[a] - order[b] })
	c.wholes = c.wholes[:min(len(c.wholes), mostLooked)]
	c.names = c.properNames()
	c.wholes = slices.DeleteFunc(c.wholes, func(whole snapshot.Node) bool { return !c.hasNames(whole) })
	c.wholes = c.wholes[:min(len(c.wholes), mostAbout)]
	for _, whole := range c.wholes {
		c.decisive(whole)
	}
	c.leaveOut(func(whole snapshot.Node) bool { return c.rank(c.kept[whole][0]) == inTable })
	if acts := slices.DeleteFunc(
		slices.Clone(c.wholes),
		func(whole snapshot.Node) bool { return !c.isAct(whole) },
	); len(
		acts,
	) >= enoughActs {
		c.wholes = acts
	}
}

// decisive adds what a text decides on the proper names in further paragraphs, and puts
// in front what decides most: of a text that is called by the words in its own order, of
// another one what has the most of them.
func (c *chronicler) decisive(whole snapshot.Node) {
	list := c.kept[whole]
	decided := c.verbs != ending && slices.ContainsFunc(list, func(n snapshot.Node) bool { return c.rank(n) == 0 })
	for p := whole + 1; !decided && len(c.names) > 0 && int(p) < c.Len() && strings.HasPrefix(c.ID(p), c.ID(whole)+"#"); p++ {
		text := c.Text(p, "text")
		if text != "" && !slices.Contains(list, p) && c.rank(p) == 0 && hasAll(graph.Slug(text), c.names) {
			list = append(list, p)
		}
	}
	stems, called, rank, words := stemsOf(
		c.query.Words,
	), c.calledSo(
		whole,
	), map[snapshot.Node]int{}, map[snapshot.Node]int{}
	for _, n := range list {
		rank[n], words[n] = c.rank(n), having(graph.Slug(c.Text(n, "text")), stems)
	}
	slices.SortStableFunc(list, func(a, b snapshot.Node) int {
		order := 0
		if called {
			order = graph.CompareNatural(c.ID(a), c.ID(b))
		}
		return cmp.Or(rank[a]-rank[b], order, words[b]-words[a])
	})
	c.kept[whole] = list
}

// calledSo says that the title of a text, or what it is about, has the words.
func (c *chronicler) calledSo(whole snapshot.Node) bool {
	return hasAll(graph.Slug(c.Title(whole)+" "+c.Text(whole, "about")), stemsOf(c.query.Words))
}

// order puts the texts in front that are called so.
func (c *chronicler) order(whole snapshot.Node) int {
	if c.calledSo(whole) {
		return 0
	}
	return 1
}

// leaveOut leaves texts out, where others stay.
func (c *chronicler) leaveOut(drop func(whole snapshot.Node) bool) {
	if left := slices.DeleteFunc(slices.Clone(c.wholes), drop); len(left) > 0 {
		c.wholes = left
	}
}

func (c *chronicler) keep(n snapshot.Node) {
	whole := c.wholeOf(n)
	if c.kept[whole] == nil {
		c.wholes = append(c.wholes, whole)
	}
	if !slices.Contains(c.kept[whole], n) {
		c.kept[whole] = append(c.kept[whole], n)
	}
}

// keepCalled keeps what an act decides that is called by the words and need not repeat
// them.
func (c *chronicler) keepCalled(act snapshot.Node) {
	passes := c.passageFilter(c.query)
	if !c.isAct(act) || c.kept[act] != nil || !c.calledSo(act) {
		return
	}
	for p := act + 1; int(p) < c.Len() && strings.HasPrefix(c.ID(p), c.ID(act)+"#"); p++ {
		if c.Text(p, "paragraphKind") == "operative" && c.rank(p) == 0 && (passes == nil || passes(p, act)) {
			c.keep(p)
		}
	}
}

// rank puts in front what an act decides, with a verb that begins, changes or ends
// something; the verb of an item is that of the paragraph it is a part of.
func (c *chronicler) rank(n snapshot.Node) int {
	text, kind := c.Text(n, "text"), c.Text(n, "paragraphKind")
	verb := text
	if at := strings.LastIndexByte(c.ID(n), '.'); at > strings.IndexByte(c.ID(n), '#') {
		if over, ok := c.Lookup(c.ID(n)[:at]); ok {
			verb = c.Text(over, "text")
		}
	}
	switch {
	case strings.Contains(c.ID(n), "#fn"), isTable(text):
		return inTable
	case c.verbs == beginning && beginning.MatchString(text):
		return 0 // a recital tells how it began
	case kind == "preambular":
		return 2
	case !c.isAct(c.wholeOf(n)), routine.MatchString(text), !c.verbs.MatchString(verb[:min(len(verb), openingLength)]):
		return 1
	}
	return 0
}

// carriedOn keeps the acts that cite one of those kept, or are cited by it, and have the
// proper names among the words: what they decide on is the same thing.
func (c *chronicler) carriedOn() {
	if len(c.names) == 0 {
		return
	}
	passes := c.passageFilter(c.query)
	core := slices.Clone(c.wholes)
	links := map[snapshot.Node][]snapshot.Node{}
	var acts []snapshot.Node
	for _, one := range core {
		if !c.isAct(one) {
			continue
		}
		for _, act := range c.citers(one) {
			if links[act] == nil {
				acts = append(acts, act)
			}
			links[act] = append(links[act], one)
		}
	}
	for _, act := range acts {
		if slices.Contains(core, act) || len(links[act]) < (len(core)+3)/4 {
			continue // of what many acts deal with, one citation makes no other
		}
		if list := c.ofSame(act, links[act]); len(list) > 0 && (passes == nil || passes(list[0], c.wholeOf(list[0]))) {
			for _, n := range list {
				c.keep(n)
			}
		}
	}
}

// citers are the loaded acts that cite an act or are cited by it, each once.
func (c *chronicler) citers(act snapshot.Node) (list []snapshot.Node) {
	for _, e := range slices.Concat(c.In(act, narrower(graph.Cites)...), c.Out(act, narrower(graph.Cites)...)) {
		other, to := c.Ends(e)
		if other == act {
			other = to
		}
		if other != act && c.isAct(other) && c.Loaded(other) && !slices.Contains(list, other) {
			list = append(list, other)
		}
	}
	return list
}

// ofSame are the paragraphs of an act that carry on what others decided: what cites
// them and has a verb that changes something, else what has the names; none where the act
// does not have them.
func (c *chronicler) ofSame(act snapshot.Node, cores []snapshot.Node) (list []snapshot.Node) {
	var citing []snapshot.Node
	for _, e := range c.Out(act, narrower(graph.Cites)...) {
		if _, to := c.Ends(e); slices.Contains(cores, to) {
			if p, ok := c.Lookup(c.Evidence(e).Paragraph); ok {
				citing = append(citing, p)
			}
		}
	}
	if !c.hasNames(act) {
		return nil
	}
	for p := act + 1; int(p) < c.Len() && strings.HasPrefix(c.ID(p), c.ID(act)+"#"); p++ {
		text := c.Text(p, "text")
		if text != "" && (hasAll(graph.Slug(text), c.names) || slices.Contains(citing, p) && c.rank(p) == 0) {
			list = append(list, p)
		}
	}
	slices.SortStableFunc(list, func(a, b snapshot.Node) int {
		cites := func(n snapshot.Node) int {
			if slices.Contains(citing, n) {
				return 0
			}
			return 1
		}
		return cmp.Or(c.rank(a)-c.rank(b), cites(a)-cites(b))
	})
	return list
}
