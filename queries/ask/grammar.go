package ask

import (
	"slices"
	"strings"

	"mandategraph/graph/snapshot"
)

// From the parts of a question to a reading. The rules are those of English
// word order: what stands before an active verb does it, what stands behind it
// suffers it; "by" names the doer of a passive one; a noun with a question word
// is what is wanted; the rest are filters.

// A parser reads the parts of one question.
type parser struct {
	*Reader
	parts []part
	used  []bool
	out   *meaning
	// passed is the first verb of the main clause, or len(parts).
	verbs []int
}

// read reads a question.
func (r *Reader) read(question string, carried ...snapshot.Node) *meaning {
	question = together(question)
	p := &parser{Reader: r, parts: r.parted(question), out: &meaning{Operation: opList, question: question}}
	p.used = make([]bool, len(p.parts))
	p.out.saysOutcome = slices.ContainsFunc(p.parts, func(q part) bool { return q.is("outcome") })
	p.ownSessions()
	p.nounForActs()
	p.votesWanted()
	p.fell()
	p.describe()
	p.actsOn()
	p.ranges()
	p.appositions()
	p.refer(carried)
	p.findVerbs()
	p.searchWords()
	p.candidate()
	p.operation()
	p.times()
	p.wanted()
	p.clauses()
	p.others()
	p.leftovers()
	if len(carried) > 0 && len(p.out.things()) == 0 {
		if w := p.out.Wanted; w != nil && w.kind == "Act" && p.adopting(carried[0]) {
			p.out.Bodies = carried // Security Council: how many resolutions in 1990?
		} else {
			p.out.carry(carried)
		}
	}
	return p.out
}

func (p *parser) at(i int) *part {
	if i < 0 || i >= len(p.parts) {
		return &part{near: closenesses}
	}
	return &p.parts[i]
}

// isName says that a part is an entity here, not the noun that is the same word.
func (p *parser) isName(i int) bool {
	q := p.at(i)
	if len(q.nodes) == 0 {
		return false
	}
	if q.noun == nil && q.cue == "" && q.verb == nil {
		return true
	}
	before := p.at(i - 1)
	if q.noun != nil && (before.is("ask") || before.is("count") || before.is("most") || i == 0 || p.doesLater(i)) {
		return false
	}
	if q.verb != nil && (p.isName(i-1) || p.at(i-1).is("aux") || p.at(i-1).is("ask")) {
		return false
	}
	return true
}

// doesLater says that States do here what only States do, so that they are what is
// wanted: how did the States vote.
func (p *parser) doesLater(i int) bool {
	v := p.at(i + 1).verb
	return p.ofKinds(i, "AddresseeClass") && v != nil && len(v.relations) > 0 && slices.Contains(voting, v.relations[0])
}

// isVerb says that a part is a verb here: a word that is a noun as well is one only
// where something can do it or suffer it.
func (p *parser) isVerb(i int) bool {
	q := p.at(i)
	if q.verb == nil || p.used[i] || q.is("compare") {
		return false
	}
	if p.isName(i) || q.is("about") || q.is("say") && !q.verb.past {
		return false
	}
	if q.verb.base && !q.verb.past && slices.Contains([]string{"its", "their", "his", "her"}, strings.ToLower(p.at(i-1).text)) {
		return false // its name
	}
	if q.noun == nil && !q.is("report") && !q.is("draft") {
		return true
	}
	before, after := p.at(i-1), p.at(i+1)
	switch {
	case i == 0, before.isAny("count", "the", "of", "most"), before.is("ask") && !after.is("the") && len(after.nodes) == 0:
		return false
	case after.is("of"), before.owns:
		return false
	case before.noun != nil || before.is("that") || before.is("ask") || before.is("aux") || before.is("not"):
		return true
	}
	return p.isName(i-1) && p.hasDo(i)
}

// hasDo says that do, does, did or the like stands before a part.
func (p *parser) hasDo(i int) bool {
	for k := range i {
		switch p.at(k).text {
		case "do", "does", "did", "Do", "Does", "Did", "will", "must", "should", "shall", "can":
			return true
		}
	}
	return false
}

func (p *parser) findVerbs() {
	for i := range p.parts {
		if p.isVerb(i) {
			p.verbs = append(p.verbs, i)
		}
	}
}

// bodies says that a part names bodies that adopt acts.
func (p *parser) bodies(i int) bool {
	nodes := p.at(i).nodes
	return len(nodes) > 0 && !slices.ContainsFunc(nodes, func(n snapshot.Node) bool { return p.Kind(n) != "Body" })
}

// ofKinds says that all entities of a part are of some kinds.
func (p *parser) ofKinds(i int, kinds ...string) bool {
	nodes := p.at(i).nodes
	other := func(n snapshot.Node) bool { return !slices.Contains(kinds, p.Kind(n)) }
	return len(nodes) > 0 && !slices.ContainsFunc(nodes, other)
}

// entities are the parts that name something.
func (p *parser) entities() []int {
	var list []int
	for i := range p.parts {
		if p.isName(i) {
			list = append(list, i)
		}
	}
	return list
}

// nounForActs finds the noun that the question has for acts.
func (p *parser) nounForActs() {
	for i := range p.parts {
		if q := p.at(i); q.noun != nil && q.noun.kind == "Act" && p.out.acts == nil {
			p.out.acts = q.noun
		}
	}
}

// wanted finds the noun that the question asks for, with what stands before it.
func (p *parser) wanted() {
	limit := len(p.parts)
	if len(p.verbs) > 0 {
		limit = p.verbs[0]
	}
	for i := range limit {
		q := p.at(i)
		if q.is("ask") && strings.HasPrefix(strings.ToLower(q.text), "who") && p.out.Wanted == nil {
			p.out.Wanted, p.used[i] = &nounSense{word: "who", kind: ""}, true
			continue
		}
		if q.noun == nil || p.isName(i) || p.used[i] {
			continue
		}
		w := p.out.Wanted
		if w != nil && w.kind == "Act" && q.noun.kind == "Act" && w.actKind != q.noun.actKind && p.at(i-1).is("and") {
			p.out.Wanted, p.used[i] = &nounSense{word: "resolutions and decisions", kind: "Act"}, true
			continue
		}
		if p.out.Wanted != nil && (p.out.Wanted.word != "who" || q.noun.kind == "Act") {
			continue
		}
		p.out.Wanted, p.used[i] = q.noun, true
		for k := i - 1; k >= 0 && !p.used[k]; k-- { // COP decisions, COP24 decisions
			if p.ofKinds(k, "Session") {
				p.out.Sessions, p.used[k] = append(p.out.Sessions, p.at(k).nodes...), true
			} else if p.bodies(k) {
				p.out.Bodies, p.used[k] = append(p.out.Bodies, p.adoptersOf(p.at(k).nodes)...), true
			} else {
				break
			}
		}
	}
}
