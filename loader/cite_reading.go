package loader

import (
	"context"
	"strings"
)

// citations are the acts that the texts of a document name: every citation with
// the act that it means, or why that stays open.
type citations struct {
	tree *Tree
	// memory is what the document says in full.
	memory *memory
	// read are the citations of the texts read so far, by who speaks.
	read map[readingKey][]citation
	// meetings of subsidiary bodies in the texts asked about so far.
	meetings map[readingKey][]sitting
}

// A readingKey is a text of the tree, known by the words that were looked for
// in it, and the body that speaks in it.
type readingKey struct {
	text *heldWords
	body string
}

// A reading is a text in which acts are cited, and what was found there.
type reading struct {
	p    *Paragraph
	part Text
	f    *finder
}

// of lists the citations of a text of the tree in which a body speaks. Each has
// the id of the act that it means, or in open why the text does not say it.
func (c *citations) of(part Text, body string) []citation {
	if !citing.in(part) {
		return nil
	}
	key := readingKey{part.held, body}
	if list, read := c.read[key]; read && part.held != nil {
		return list
	}
	list := newFinder(part, body, c.tree).found
	c.memory.settle(list)
	c.read[key] = list
	return list
}

// sittings lists the meetings of the subsidiary bodies of a body that a text of
// the tree names.
func (c *citations) sittings(part Text, body string) []sitting {
	key := readingKey{part.held, body}
	list, read := c.meetings[key]
	if !read || part.held == nil {
		list = sittingsOf(part.S, subsidiaries(part, body))
		c.meetings[key] = list
	}
	return list
}

// readCitations finds every act that a document names and states them. All are
// found before the first is resolved: what is said in short may be said in full
// later.
func readCitations(ctx context.Context, t *Tree) (*citations, findings) {
	var found findings
	c := &citations{tree: t, memory: newMemory(t)}
	c.read, c.meetings = map[readingKey][]citation{}, map[readingKey][]sitting{}
	readings := c.find(ctx)
	named := bodiesByAct{tree: t, lists: map[*Act][]string{}}
	for _, r := range readings {
		for i := range r.f.found {
			if m := &r.f.found[i]; m.how == foreignBody && m.short != "" && m.body == "" && named.explain(r.p, m) {
				c.memory.learn(m)
			}
		}
	}
	memo := said{}
	for i, r := range readings {
		if ctx.Err() != nil {
			break
		}
		if i == 0 || readings[i-1].p != r.p {
			memo = said{}
		}
		c.memory.agree(r.f.found)
		c.memory.resolve(r.f.found, memo)
		c.state(&found, r)
	}
	return c, found
}

// find reads every text of the tree and learns what it says in full.
func (c *citations) find(ctx context.Context) (readings []reading) {
	for _, p := range c.tree.Paragraphs {
		if ctx.Err() != nil {
			return nil
		}
		body := c.tree.speaker(p)
		for _, part := range p.Parts {
			body = announced(part.S, body)
			if !citing.in(part) {
				continue
			}
			f := newFinder(part, body, c.tree)
			c.read[readingKey{part.held, body}] = f.found
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
	if len(line) < mostAnnouncing && namesSpeaker(line) {
		if body, ok := bodyNamed(strings.Trim(strings.TrimPrefix(line, "The "), ",.")); ok {
			return body.Code
		}
	}
	return before
}

// state adds what a text says of the acts that it names.
func (c *citations) state(found *findings, r reading) {
	p, part := r.p, r.part
	ruled := rules(p, part.S, r.f.found)
	subject := p.Source(c.tree)
	for i := range r.f.found {
		m := &r.f.found[i]
		if m.open != nil {
			found.report(p, part, m.start, m.end, *m.open)
			continue
		}
		if m.id == subject || strings.HasPrefix(subject, m.id+"(Rev.") || c.pointsInside(part.S, m) {
			continue
		}
		found.cited(m.id)
		rule := ruled[i]
		pin := rule.pin
		if m.pin != "" {
			pin = m.pin
		}
		for v := &rule; v != nil; v = v.also {
			found.state(p, part, m.start, m.end, subject, v.relation, m.id, qualifiers{
				{"verb", v.verb}, {"rule", rule.rule}, {"connective", rule.connective}, {"pin", pin},
				{"citedDate", m.date}, {"citedTitle", m.title}, {"confidence", "certain"},
			})
		}
	}
	for i, d := range r.f.reports {
		found.report(p, part, r.f.places[i].start, r.f.places[i].end, d)
	}
}

// pointsInside recognizes a pointer to a text printed in the same document:
// "(For the text, see chapter I, section A, resolution 12/3.)".
func (c *citations) pointsInside(text string, m *citation) bool {
	own := false
	for _, a := range c.tree.Acts {
		own = own || a.ID == m.id
	}
	if !own {
		return false
	}
	lead := text[max(0, m.leadStart-60):m.leadStart]
	return strings.Contains(lead, "chapter ") || strings.Contains(lead, "chap. ") ||
		strings.Contains(strings.ToLower(lead), "for the text")
}
