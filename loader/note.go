package loader

import (
	"strconv"

	"mandategraph/graph"
)

// footnote keeps a footnote apart from the running text. Whose it is shows the
// mark in the text; until all text is read, the current act's.
func (p *parser) footnote(b block) {
	p.tree.notes = append(p.tree.notes, noteRange{b.place, b.end})
	if b.text.S == "" {
		return
	}
	q := &Paragraph{Kind: footnote, Label: b.note, Act: p.act, Parts: []Text{b.text}, Start: b.place, End: b.end, note: b.note}
	p.notes = append(p.notes, q)
	p.tree.Paragraphs = append(p.tree.Paragraphs, q)
}

// ownNotes gives every footnote to the act or document in whose text its mark
// stands. Numbers may begin again, so the nearest mark before the note in the
// text decides.
func (p *parser) ownNotes() {
	type use struct {
		place int
		act   *Act
	}
	uses := map[string][]use{}
	for _, q := range p.tree.Paragraphs {
		if q.Kind == footnote {
			continue
		}
		for _, part := range q.Parts {
			for _, m := range part.Marks {
				uses[m.Note] = append(uses[m.Note], use{part.SourceStart(max(m.At-1, 0)), q.Act})
			}
		}
	}
	for _, q := range p.notes {
		marked := q.note == "*"
		best := -1
		for _, u := range uses[q.note] {
			if u.place < q.Start && u.place > best {
				best, q.Act, marked = u.place, u.act, true
			}
		}
		orphan := !marked && len(uses) > 0 || q.note == "*" && best < 0
		if orphan {
			q.Act = nil // whose it is cannot be known
		}
		p.nameNote(q)
		if orphan {
			p.tree.orphans = append(p.tree.orphans, q)
		}
	}
}

func (p *parser) nameNote(q *Paragraph) {
	parent := p.tree.ID
	if q.Act != nil {
		parent = q.Act.ID
		q.Act.Paragraphs = append(q.Act.Paragraphs, q)
	}
	q.Locator = "fn" + q.note
	id := graph.ParagraphID(parent, q.Locator)
	if p.ids[id]++; p.ids[id] > 1 {
		q.Locator += "~" + strconv.Itoa(p.ids[id])
		id = graph.ParagraphID(parent, q.Locator)
	}
	q.ID = id
}
