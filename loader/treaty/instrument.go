package treaty

import (
	"context"
	"strings"

	"mandategraph/loader/clause"
	"mandategraph/loader/scan"
	"mandategraph/loader/text"
	"mandategraph/loader/tree"
)

// mostName is the most bytes of the short name of an instrument.
const mostName = 120

// Instruments lists the instruments on which the paragraphs of a document say
// something.
func Instruments(ctx context.Context, t *tree.Tree) (list []tree.Instrument) {
	for _, p := range t.Paragraphs {
		if ctx.Err() != nil {
			return list
		}
		if p.Kind != tree.Preambular && p.Kind != tree.Operative && p.Kind != tree.Decided {
			continue
		}
		for _, part := range p.Parts {
			if tree.NamesInstrument.In(part) {
				list = append(list, instrumentsIn(p, part)...)
			}
		}
	}
	return list
}

func instrumentsIn(p *tree.Paragraph, part text.Text) (list []tree.Instrument) {
	body := part.S
	_, from := text.ReadLabel(body)
	for _, v := range clauseVerbs(p, body, from) {
		hit, ok := scan.NameAt(body, scan.SkipPrefix(body, v.end, " the ", " also the ", " its ", " "), tree.InstrumentNouns)
		if !ok || len(hit.Short) > mostName || ownerOf(body[hit.End:]) {
			continue
		}
		name, title := tree.InstrumentName(body, hit), body[hit.Start:hit.End]
		if title == name {
			title = ""
		}
		list = append(list, tree.Instrument{ID: tree.InstrumentID(name), Name: name, Title: title,
			Relation: v.relation, Verb: v.verb, Paragraph: p, Part: part, Start: hit.Start, End: hit.End})
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
func clauseVerbs(p *tree.Paragraph, s string, from int) []clauseVerb {
	var verbs []clauseVerb
	for i := from; i < len(s); {
		w, next := scan.Word(s, i)
		if w == "" {
			i = max(next, i) + 1
			continue
		}
		if _, known := tree.VerbWordOf(w); !known {
			i = next
			continue
		}
		start := next - len(w)
		c, end, ok := tree.VerbAt(s, start, false)
		if ok && clause.ClauseStart(p, s, start) && clause.Allowed(p, c, s, start) {
			_, verb := clause.PrintedVerb(s, from, start, end)
			verbs = append(verbs, clauseVerb{start, end, c.Relation, verb})
			i = end
			continue
		}
		i = next
	}
	return verbs
}
