package tree

import (
	"sort"
	"strconv"
	"strings"

	"mandategraph/graph"
	"mandategraph/loader/text"
)

// footnote keeps a footnote apart from the running text. Whose it is shows the
// mark in the text; until all text is read, the current act's.
func (p *parser) footnote(b text.Block) {
	p.tree.Notes = append(p.tree.Notes, noteRange{b.Place, b.End})
	if b.Text.S == "" {
		return
	}
	q := &Paragraph{Kind: Footnote, Label: b.Note, Act: p.act, Parts: []text.Text{b.Text}, Start: b.Place, End: b.End, Note: b.Note}
	p.tree.Paragraphs = append(p.tree.Paragraphs, q)
}

// ownNotes gives every footnote to the act or document in whose text its mark
// stands. Numbers may begin again, so the nearest mark before the note in the
// text decides.
func (p *parser) ownNotes() {
	uses, raised := p.markUses()
	last := -1                // where the mark of the note before stands
	taken := map[string]int{} // by number, where the note before of that number begins
	for i, q := range p.tree.Paragraphs {
		if q.Kind != Footnote {
			continue
		}
		marked := q.Note == "*"
		best := -1
		list := uses[q.Note]
		if k := sort.Search(len(list), func(k int) bool { return list[k].place >= q.Start }); k > 0 && list[k-1].place >= taken[q.Note] {
			best, q.Act, marked = list[k-1].place, list[k-1].act, true
		} else if place, act, ok := p.plainUse(i, last); ok {
			best, q.Act, marked = place, act, true
		}
		last, taken[q.Note] = max(last, best), q.Start
		orphan := !marked && raised || strings.Trim(q.Note, "*") == "" && best < 0
		if orphan {
			q.Act = nil // whose it is cannot be known
		}
		p.nameNote(q)
		if orphan {
			p.tree.Orphans = append(p.tree.Orphans, q)
		}
	}
}

// A markUse is the mark of a footnote in the text.
type markUse struct {
	place int
	act   *Act
}

// markUses lists the marks of footnotes, in the order of the text; raised says
// that some are raised figures, as then all are.
func (p *parser) markUses() (uses map[string][]markUse, raised bool) {
	uses = map[string][]markUse{}
	for _, a := range p.tree.Acts {
		for _, m := range a.Title.Marks {
			uses[m.Note] = append(uses[m.Note], markUse{a.Title.SourceStart(max(m.At-1, 0)), a})
		}
	}
	for _, q := range p.tree.Paragraphs {
		if q.Kind == Footnote {
			continue
		}
		for _, part := range q.Parts {
			for _, m := range part.Marks {
				raised = raised || !m.Plain
				uses[m.Note] = append(uses[m.Note], markUse{part.SourceStart(max(m.At-1, 0)), q.Act})
			}
		}
	}
	for _, list := range uses {
		sort.SliceStable(list, func(i, j int) bool { return list[i].place < list[j].place })
	}
	return uses, raised
}

func (p *parser) nameNote(q *Paragraph) {
	parent := p.tree.ID
	if q.Act != nil {
		parent = q.Act.ID
		q.Act.Paragraphs = append(q.Act.Paragraphs, q)
	}
	q.Locator = "fn" + q.Note
	id := graph.ParagraphID(parent, q.Locator)
	if p.ids[id]++; p.ids[id] > 1 {
		q.Locator += "~" + strconv.Itoa(p.ids[id])
		id = graph.ParagraphID(parent, q.Locator)
	}
	q.ID = id
}
