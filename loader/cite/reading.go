package cite

import (
	"context"
	"strings"

	"mandategraph/graph"
	"mandategraph/loader/text"
	"mandategraph/loader/tree"
)

// Citations are the acts that the texts of a document name: every citation with
// the act that it means, or why that stays open.
type Citations struct {
	tree *tree.Tree
	// memory is what the document says in full.
	memory *memory
	// read are the citations of the texts read so far, by who speaks.
	read map[readingKey][]Citation
	// meetings of subsidiary bodies in the texts asked about so far.
	meetings map[readingKey][]Sitting
}

// A readingKey is a text of the tree, known by the words that were looked for
// in it, and the body that speaks in it.
type readingKey struct {
	text *text.HeldWords
	body string
}

// A reading is a text in which acts are cited, and what was found there.
type reading struct {
	p    *tree.Paragraph
	part text.Text
	f    *finder
}

// Of lists the citations of a text of the tree in which a body speaks. Each has
// the id of the act that it means, or in open why the text does not say it.
func (c *Citations) Of(part text.Text, body string) []Citation {
	if !NamesActs.In(part) {
		return nil
	}
	key := readingKey{part.Held, body}
	if list, read := c.read[key]; read && part.Held != nil {
		return list
	}
	list := newFinder(part, body, c.tree).found
	c.memory.settle(list)
	c.anew(part.S, list)
	c.read[key] = list
	return list
}

// Sittings lists the meetings of the subsidiary bodies of a body that a text of
// the tree names.
func (c *Citations) Sittings(part text.Text, body string) []Sitting {
	if !sittingGate.In(part) {
		return nil
	}
	key := readingKey{part.Held, body}
	list, read := c.meetings[key]
	if !read || part.Held == nil {
		list = sittingsOf(part.S, Subsidiaries(part, body))
		c.meetings[key] = list
	}
	return list
}

// Read finds every act that a document names and says which one it is. All are
// found before the first is resolved: what is said in short may be said in full
// later.
func Read(ctx context.Context, t *tree.Tree) (*Citations, tree.Findings) {
	var found tree.Findings
	c := &Citations{tree: t, memory: newMemory(t)}
	c.read, c.meetings = map[readingKey][]Citation{}, map[readingKey][]Sitting{}
	readings := c.find(ctx)
	named := bodiesByAct{tree: t, lists: map[*tree.Act][]string{}}
	for _, r := range readings {
		for i := range r.f.found {
			if m := &r.f.found[i]; m.how == foreignBody && m.short != "" && m.body == "" && named.explain(r.p, m) {
				c.memory.learn(m)
			}
		}
	}
	memo, last := said{}, map[*tree.Paragraph]string{}
	for i, r := range readings {
		if ctx.Err() != nil {
			break
		}
		if i == 0 || readings[i-1].p != r.p {
			memo = said{}
		}
		c.memory.agree(r.f.found)
		c.memory.resolve(r.f.found, memo)
		c.anew(r.part.S, r.f.found)
		c.state(&found, r)
		for _, m := range r.f.found {
			if body, _, _, ok := graph.SplitActID(m.ID); ok && len(r.p.Listed) > 0 {
				last[r.p] = body
			}
		}
	}
	c.listedActs(&found, last)
	return c, found
}

// find reads every text of the tree and learns what it says in full.
func (c *Citations) find(ctx context.Context) (readings []reading) {
	for _, p := range c.tree.Paragraphs {
		if ctx.Err() != nil {
			return nil
		}
		body := c.tree.Speaker(p)
		for _, part := range p.Parts {
			body = announced(part.S, body)
			if !NamesActs.In(part) {
				continue
			}
			f := newFinder(part, body, c.tree)
			c.read[readingKey{part.Held, body}] = f.found
			for i := range f.found {
				c.memory.learn(&f.found[i])
			}
			if len(f.found) > 0 {
				readings = append(readings, reading{p, part, f})
			}
		}
	}
	return readings
}

// mostAnnouncing is about how many bytes a line has that says who speaks below.
const mostAnnouncing = 220

// announced is the body that speaks from a line on, "The Economic and Social
// Council,", which begins a draft printed inside the report's own text; else the
// body that spoke before.
func announced(line, before string) string {
	line = strings.TrimLeft(line, "“\"") // drafts are also printed as quotations
	if len(line) < mostAnnouncing && tree.NamesSpeaker(line) {
		if body, ok := tree.BodyNamed(strings.Trim(strings.TrimPrefix(line, "The "), ",.")); ok {
			return body.Code
		}
	}
	return before
}

// state adds what a text says of the acts that it names.
func (c *Citations) state(found *tree.Findings, r reading) {
	p, part := r.p, r.part
	ruled := rules(p, part.S, r.f.found)
	subject := p.Source(c.tree)
	for i := range r.f.found {
		m := &r.f.found[i]
		if m.open != nil {
			found.Report(p, part, m.Start, m.End, *m.open)
			continue
		}
		if m.ID == subject || strings.HasPrefix(subject, m.ID+"(Rev.") || c.pointsInside(part.S, m) {
			continue
		}
		if m.name != "" {
			found.NewEntity(graph.BodyID(m.body), "Body", [2]string{"name", m.name})
		}
		found.Cited(m.ID)
		rule := ruled[i]
		pin := rule.Pin
		if m.Pin != "" {
			pin = m.Pin
		}
		for v := &rule; v != nil; v = v.Also {
			found.State(p, part, m.Start, m.End, subject, v.Relation, m.ID, tree.Qualifiers{
				{"verb", v.Verb}, {"rule", rule.Rule}, {"connective", rule.Connective}, {"pin", pin},
				{"citedDate", m.date}, {"citedTitle", m.title}, {"confidence", "certain"},
			})
		}
	}
	for i, d := range r.f.reports {
		found.Report(p, part, r.f.places[i].Start, r.f.places[i].End, d)
	}
}

// pointsInside recognizes a pointer to a text printed in the same document:
// "(For the text, see chapter I, section A, resolution 12/3.)".
func (c *Citations) pointsInside(text string, m *Citation) bool {
	own := false
	for _, a := range c.tree.Acts {
		own = own || a.ID == m.ID
	}
	if !own {
		return false
	}
	lead := text[max(0, m.LeadStart-60):m.LeadStart]
	return strings.Contains(lead, "chapter ") || strings.Contains(lead, "chap. ") ||
		strings.Contains(strings.ToLower(lead), "for the text")
}
