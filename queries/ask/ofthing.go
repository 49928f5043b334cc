package ask

import (
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// A thing with a mandate stands before what became of it, or its mandate stands for it:
// "UNIFIL extensions", "the mandate of UNDOF was renewed". The grammar reads both as the
// texts have them, "extensions of UNIFIL" and "UNDOF was renewed".

// ofThing puts such words into that order.
func (r *Reader) ofThing(question string) string {
	words := tokens(question)
	parts := r.cut(words)
	if !slices.ContainsFunc(parts, ofLife) {
		return question
	}
	changed := false
	for i := 0; i < len(parts); i++ {
		if !r.ofALife(parts[i]) {
			continue
		}
		thing := i
		for i+2 < len(parts) && all[parts[i+1].text] {
			parts = slices.Delete(parts, i+1, i+2)
		}
		if i > 2 && parts[i-1].text == "of" && parts[i-2].isLifeNoun() && isMandate(parts[i-3]) {
			parts, changed = slices.Delete(parts, i-3, i-2), true
			i--
			continue
		}
		if i+1 < len(parts) && isMandate(parts[i+1]) {
			parts, changed = slices.Delete(parts, i+1, i+2), true
			parts[i].owns = false
		} else if i > 1 && parts[i-1].text == "of" && isMandate(parts[i-2]) {
			parts, changed = slices.Delete(parts, i-2, i), true
			if i -= 2; i > 0 && parts[i-1].text == "the" {
				parts = slices.Delete(parts, i-1, i)
				i--
			}
			thing = i
		}
		if noun := thing + 1; noun < len(parts) && parts[noun].isLifeNoun() &&
			(noun+1 == len(parts) || parts[noun+1].text != "of") {
			name := parts[thing]
			name.owns = false
			of := part{from: -1, text: "of"}
			parts[thing] = parts[noun]
			parts, changed = slices.Replace(parts, noun, noun+1, of, name), true
			i = noun + 1
		}
	}
	if !changed {
		return question
	}
	return partWords(parts)
}

// all are words between a thing and a noun that say nothing more: UNIFIL, all extensions.
var all = map[string]bool{"all": true, "the": true, "its": true, "every": true, "each": true}

// ofLife says that a part is a verb or noun of the beginning, renewal or end of a mandate.
func ofLife(p part) bool {
	return p.verb != nil && slices.ContainsFunc(p.verb.relations, lifelong) || p.isLifeNoun()
}

func (p *part) isLifeNoun() bool {
	return p.noun != nil && slices.ContainsFunc(p.noun.relations, lifelong)
}

// lifelong says that a relation is a step in the life of a mandate.
func lifelong(relation string) bool { return slices.Contains(graph.Life, relation) }

func isMandate(p part) bool { return p.text == "mandate" || p.text == "mandates" }

// ofALife says that a part names something of whose life the store tells.
func (r *Reader) ofALife(p part) bool {
	return len(p.nodes) > 0 && !slices.ContainsFunc(p.nodes, func(n snapshot.Node) bool {
		return r.isAct(n) || len(r.In(n, graph.Life...)) == 0
	})
}

// partWords are the words of parts.
func partWords(parts []part) string {
	var s strings.Builder
	for _, p := range parts {
		if s.Len() > 0 {
			s.WriteByte(' ')
		}
		s.WriteString(p.text)
		if p.owns {
			s.WriteString("'s")
		}
		if p.stop {
			s.WriteByte(',')
		}
	}
	return s.String()
}
