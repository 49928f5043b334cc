package ask

import (
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// What describes a thing that is named already, and words that stand for what was
// named before.

// appositions takes out what describes an act behind its number: resolution 678
// (1990), the use of force against Iraq; resolution 864 on UNITA. Where the act
// does not have the words that is said.
func (p *parser) appositions() {
	for i := range p.parts {
		if p.draftSaid(i) && p.ofKinds(i+1, "Document", "Act") && !p.at(i).stop {
			p.parts[i] = part{sense: sense{cue: "the"}, near: closenesses}
		}
		if !p.isName(i) || !p.ofKinds(i, "Act", "Document", "AgendaItem") {
			continue
		}
		if !p.ofKinds(i, "AgendaItem") {
			p.owned(i)
			p.described(i)
			p.explained(i)
		}
		k := i + 1
		if p.at(k).text == "on" {
			k++
		} else if !p.at(i).stop {
			continue
		}
		p.takeApposition(i, k)
	}
}

// actsOn reads "on" behind a noun for acts as about: resolutions on Cyprus.
func (p *parser) actsOn() {
	for i := range p.parts {
		before := p.at(i - 1)
		if strings.EqualFold(p.at(i).text, "on") && before.noun != nil && before.noun.kind == "Act" && !p.isName(i-1) &&
			p.at(i+1).since == "" && !p.ofKinds(i+1, "Act", "Document") {
			p.parts[i].cue = "about"
		}
	}
}

// maxRange is the most acts that a range of them names.
const maxRange = 20

// ranges reads a range of acts of one body and session: resolutions 81/1 to 81/4.
func (p *parser) ranges() {
	for i := range p.parts {
		if !p.ofKinds(i, "Act") || !p.ofKinds(i+2, "Act") || !slices.Contains([]string{"to", "through"}, strings.ToLower(p.at(i+1).text)) {
			continue
		}
		var between []snapshot.Node
		for _, first := range p.ofTheirKind(p.at(i).nodes) {
			for _, last := range p.ofTheirKind(p.at(i + 2).nodes) {
				between = append(between, p.actsBetween(first, last)...)
			}
		}
		if len(between) > 1 {
			p.parts[i].nodes, p.parts[i].text = between, p.at(i).text+" to "+p.at(i+2).text
			p.parts[i].stop, p.parts[i].several = p.at(i+2).stop, true
			for k := i + 1; k <= i+2; k++ {
				p.parts[k] = part{sense: sense{cue: "the"}, near: closenesses}
			}
		}
	}
}

// actsBetween are the acts from one to another of one body, kind and session; none
// where they are not of one.
func (r *Reader) actsBetween(first, last snapshot.Node) (list []snapshot.Node) {
	start, from := splitLast(r.ID(first))
	end, to := splitLast(r.ID(last))
	if start != end || from <= 0 || to <= from || to-from >= maxRange {
		return nil
	}
	for k := from; k <= to; k++ {
		if n, ok := r.Lookup(start + decimal(k)); ok {
			list = append(list, n)
		}
	}
	return list
}

// splitLast cuts an id before the number at its end; 0 where there is none.
func splitLast(id string) (start string, number int) {
	start = strings.TrimRight(id, "0123456789")
	return start, numberOf(id[len(start):])
}

// owned takes the body behind an act as the one that adopted it: resolution 12/4 of
// the Conference. An act that it did not adopt is none.
func (p *parser) owned(act int) {
	k := act + 1
	for k < len(p.parts) && (p.at(k).is("the") || p.at(k).is("of") || p.at(k).is("by")) && !p.isName(k) {
		k++
	}
	if k == act+1 || k-act > 3 || !p.isName(k) || !p.bodies(k) {
		return
	}
	own := slices.DeleteFunc(slices.Clone(p.at(act).nodes), func(n snapshot.Node) bool {
		return !slices.Contains(p.at(k).nodes, p.owner(n))
	})
	if len(own) == 0 {
		p.out.Left = append(p.out.Left, p.at(act).text+" of "+p.at(k).text)
		return
	}
	p.parts[act].nodes, p.parts[act].stop = own, p.parts[k].stop
	for n := act + 1; n <= k; n++ {
		p.parts[n] = part{sense: sense{cue: "the"}, near: closenesses}
	}
}

// described takes the words right before the number of an act as what it is about:
// the settlements resolutions 446 and 452.
func (p *parser) described(act int) {
	from := act
	for from > 0 && p.at(from-1).unknown() && p.at(from-1).text != "" && !p.at(from-1).stop {
		from--
	}
	if from == act {
		return
	}
	var words []string
	for k := from; k < act; k++ {
		words = append(words, p.at(k).text)
		p.parts[k] = part{sense: sense{cue: "the"}, near: closenesses}
	}
	p.out.Assumed = append(p.out.Assumed, "“"+strings.Join(words, " ")+"” describes "+p.at(act).text)
}

// explained takes what stands before an act in brackets as what the act is called: the
// gender programme (decision 18/CP.20).
func (p *parser) explained(act int) {
	named := inBracketsNamed(p.out.question)
	if named == "" ||
		!strings.HasPrefix(graph.Slug(named), graph.Slug(p.at(act).text)) &&
			!strings.HasSuffix(graph.Slug(named), graph.Slug(p.at(act).text)) {
		return
	}
	k := act
	if p.at(k-1).noun != nil && p.at(k-1).noun.kind == "Act" {
		k--
	}
	from := k
	for from > 0 && p.at(from-1).since != "" && p.at(from-2).is("of") && p.at(from-3).noun != nil {
		from -= 3 // the resolution of 2022 (11/3)
	}
	for from > 0 && (p.isName(from-1) && !p.ofKinds(from-1, "Act") || p.at(from-1).unknown() && p.at(from-1).text != "" || from == k && p.at(from-1).noun != nil) {
		from--
	}
	for n := from; n < act; n++ {
		p.parts[n] = part{sense: sense{cue: "the"}, near: closenesses}
	}
}

// takeApposition takes the words from a part on, up to a mark, a verb or a word
// that asks.
func (p *parser) takeApposition(act, from int) {
	var words []string
	k := from
	for ; k < len(p.parts); k++ {
		q := p.at(k)
		if p.goesOn(q, p.at(from-1).text == "on") || len(q.nodes) > 0 && p.ofKinds(k, "Act") {
			break
		}
		words = append(words, q.text)
		if q.stop {
			k++
			break
		}
	}
	described := strings.TrimSpace(strings.Join(words, " "))
	inside := k < len(p.parts) && !p.at(k-1).stop && p.at(k).verb != nil && !p.at(k).is("aux")
	if described == "" || inside && p.at(from-1).text != "on" {
		return
	}
	about := p.ActsAbout(p.ctx, sayingWords(described))
	if len(p.at(act).nodes) == 1 && !about[p.at(act).nodes[0]] {
		p.out.Assumed = append(p.out.Assumed, "“"+described+"” describes "+p.at(act).text)
	}
	for n := from - 1; n < k; n++ {
		if n != act {
			p.parts[n] = part{sense: sense{cue: "the"}, near: closenesses, stop: p.parts[n].stop}
		}
	}
}

// goesOn says that the question goes on with a part, which describes nothing: a word
// that asks, an operation, a verb, or behind "on" a time.
func (p *parser) goesOn(q *part, on bool) bool {
	for _, cue := range []string{"ask", "aux", "count", "when", "how", "until", "say", "report", "draft", "outcome", "life"} {
		if q.is(cue) {
			return true
		}
	}
	return on && q.since != "" || q.verb != nil && !q.verb.ing && q.noun == nil
}

// pronouns stand for what an earlier question named.
const pronouns = " it its they them their he she him her this that one "

// refer lets pronouns stand for what was named before them in an earlier part of
// the question, or in this one.
func (p *parser) refer(carried []snapshot.Node) {
	for i := range p.parts {
		q := p.at(i)
		if !strings.Contains(pronouns, " "+strings.ToLower(q.text)+" ") || len(q.nodes) > 0 || q.text == "" {
			continue
		}
		if strings.HasPrefix(q.text, "its") && len(p.at(i+1).nodes) > 0 {
			continue // its 2026 session: of the Council that stands there
		}
		if len(carried) > 0 && q.text != "this" && q.text != "that" {
			q.nodes, q.near, q.cue = carried, asName, ""
		}
	}
}

// carry puts what was named before into a question that names nothing: as what its
// verb is done to where that is left open (who extended it? established by?), else
// beside it.
func (d *meaning) carry(carried []snapshot.Node) {
	t := term{Nodes: carried}
	if len(d.Clauses) != 1 || d.Clauses[0].Cites {
		d.Names = append(d.Names, t)
		return
	}
	switch c := &d.Clauses[0]; {
	case c.Passive:
		c.Object, c.Subject = t, term{Wanted: true}
	case c.Subject.Wanted && c.Object.empty() && d.Wanted != nil:
		c.Object = t
	default:
		d.Names = append(d.Names, t)
	}
}
