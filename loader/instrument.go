package loader

import (
	"context"
	"strings"
)

// mostName is the most bytes of the short name of an instrument.
const mostName = 120

// readInstruments lists the instruments on which the paragraphs of a document say
// something.
func readInstruments(ctx context.Context, t *Tree) (list []instrument) {
	for _, p := range t.Paragraphs {
		if ctx.Err() != nil {
			return list
		}
		if p.Kind != preambular && p.Kind != operative && p.Kind != decided {
			continue
		}
		for _, part := range p.Parts {
			if namesInstrument.in(part) {
				list = append(list, instrumentsIn(p, part)...)
			}
		}
	}
	return list
}

func instrumentsIn(p *Paragraph, part Text) (list []instrument) {
	text := part.S
	_, from := readLabel(text)
	for _, v := range clauseVerbs(p, text, from) {
		hit, ok := nameAt(text, skipPrefix(text, v.end, " the ", " also the ", " its ", " "), instrumentNouns)
		if !ok || len(hit.short) > mostName || ownerOf(text[hit.end:]) {
			continue
		}
		name, title := instrumentName(text, hit), text[hit.start:hit.end]
		if title == name {
			title = ""
		}
		list = append(list, instrument{id: instrumentID(name), name: name, title: title,
			relation: v.relation, verb: v.verb, paragraph: p, part: part, start: hit.start, end: hit.end})
	}
	return list
}

// ownerOf says by the words behind a name that it tells whose something else is.
func ownerOf(after string) bool {
	return strings.HasPrefix(after, " resolution") || strings.HasPrefix(after, "’s") || strings.HasPrefix(after, "'s")
}

// A clauseVerb is a verb that governs a clause of its paragraph.
type clauseVerb struct {
	start, end     int
	relation, verb string
}

// clauseVerbs lists the verbs of the vocabulary that govern a clause of the
// paragraph itself.
func clauseVerbs(p *Paragraph, s string, from int) []clauseVerb {
	var verbs []clauseVerb
	for i := from; i < len(s); {
		w, next := word(s, i)
		if w == "" {
			i = max(next, i) + 1
			continue
		}
		if _, known := verbWordOf(w); !known {
			i = next
			continue
		}
		start := next - len(w)
		c, end, ok := verbAt(s, start, false)
		if ok && clauseStart(p, s, start) && allowed(p, c, s, start) {
			_, verb := printedVerb(s, from, start, end)
			verbs = append(verbs, clauseVerb{start, end, c.relation, verb})
			i = end
			continue
		}
		i = next
	}
	return verbs
}
