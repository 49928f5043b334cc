package ask

import (
	"slices"
	"strings"

	"mandategraph/graph/snapshot"
)

// What describes a thing that is named already, and words that stand for what was
// named before.

// appositions takes out what describes an act behind its number: resolution 678
// (1990), the use of force against Iraq; resolution 864 on UNITA. Where the act
// does not have the words that is said.
func (p *parser) appositions() {
	for i := range p.parts {
		if !p.isName(i) || !p.ofKinds(i, "Act", "Document", "AgendaItem") {
			continue
		}
		if !p.ofKinds(i, "AgendaItem") {
			p.owned(i)
			p.described(i)
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
		if len(carried) > 0 && q.text != "this" && q.text != "that" {
			q.nodes, q.near, q.cue = carried, asName, ""
		}
	}
}
