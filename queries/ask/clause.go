package ask

import (
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// Who does what to whom: the verbs of a question with their sides.

// clauses makes a clause of each verb.
func (p *parser) clauses() {
	for n := 0; n < len(p.verbs); n++ {
		v := p.verbs[n]
		if p.used[v] {
			continue
		}
		p.used[v] = true
		c := clause{Relations: p.at(v).verb.relations, Cites: p.at(v).verb.cites, Verb: p.at(v).text}
		last := v
		for n+1 < len(p.verbs) && p.joinsVerb(last, p.verbs[n+1]) {
			n++
			last = p.verbs[n]
			p.used[last] = true
			c.Relations = append(slices.Clone(c.Relations), p.at(last).verb.relations...)
			c.Verb += " or " + p.at(last).text
		}
		end := len(p.parts)
		if n+1 < len(p.verbs) {
			end = p.verbs[n+1]
		}
		p.sides(&c, v, last, end)
		p.out.Clauses = append(p.out.Clauses, c)
	}
}

// joinsVerb says that only "and" or "or" stands between two verbs.
func (p *parser) joinsVerb(a, b int) bool {
	for k := a + 1; k < b; k++ {
		if !p.at(k).is("and") && !p.at(k).is("all") {
			return false
		}
	}
	return b > a+1
}

// sides finds who does what a verb says, and to whom.
func (p *parser) sides(c *clause, v, last, end int) {
	before, auxiliary := p.nameBefore(v)
	passive := p.at(v).verb.past && auxiliary == "be"
	reduced := p.at(v).verb.past && auxiliary == "" && (p.at(last+1).is("by") || p.at(last+1).is("in")) && !p.at(v-1).is("that") &&
		!(p.at(v - 1).is("ask"))
	c.Passive = passive || reduced
	asked := term{Wanted: true}
	objects, agents := p.namesAfter(last, end)
	if !c.Passive && auxiliary == "do" && len(before) == 0 && p.nounBefore(v) {
		c.Subject = asked // how did the States vote
		if len(objects) > 0 {
			c.Object = p.take(objects[0])
		}
		return
	}
	switch {
	case c.Passive && len(before) > 0:
		c.Object, c.Subject = p.take(before[0]), asked
	case c.Passive:
		c.Object = asked
	case len(before) > 0:
		c.Subject, c.Object = p.take(before[0]), asked
		if p.ofKinds(before[0], "State", "Group") { // how did Oman, Chad and the USA vote
			p.more(&c.Subject, before[1:])
		}
	default:
		c.Subject = asked
	}
	if c.Passive {
		c.fillSubject(p, append(agents, objects...))
		return
	}
	if len(objects) > 0 {
		if c.Object.Wanted && !p.fronted() || c.Object.empty() {
			c.Object = p.take(objects[0])
			p.more(&c.Object, objects[1:])
		} else if c.Object.Wanted { // what does 12/4 ask of the Secretariat
			c.Object = p.take(objects[0])
			c.Object.Wanted = true
		}
	}
}

// nounBefore says that the wanted noun stands between the auxiliary and a verb.
func (p *parser) nounBefore(v int) bool {
	for k := v - 1; k >= 0; k-- {
		if p.at(k).is("aux") {
			return false
		}
		if p.at(k).noun != nil && !p.isName(k) && p.out.Wanted == p.at(k).noun {
			return true
		}
	}
	return false
}

// fillSubject takes the doer of a passive verb.
func (c *clause) fillSubject(p *parser, agents []int) {
	if len(agents) == 0 {
		return
	}
	if !c.Subject.Wanted || !c.Object.Wanted {
		c.Subject = p.take(agents[0])
	}
}

// more joins the names of a list: 12/3 and 12/4.
func (p *parser) more(t *term, rest []int) {
	for _, i := range rest {
		before := i - 1
		for p.at(before).is("the") && !p.isName(before) { // and the USA
			before--
		}
		if p.at(before).is("and") || p.at(before).stop && p.isName(before) {
			p.used[i] = true
			t.Nodes = append(slices.Clone(t.Nodes), p.at(i).nodes...)
		}
	}
}

// fronted says that what is wanted stands before the verb's subject: what does
// 12/4 recall.
func (p *parser) fronted() bool {
	return p.out.Wanted != nil || p.at(0).is("ask") || p.at(0).is("where")
}

// term takes a name out of the question.
func (p *parser) take(i int) term {
	p.used[i] = true
	t := term{Nodes: p.at(i).nodes, Text: p.at(i).text, prep: p.prepBefore(i), at: i}
	t.acts = p.bodies(i) && p.at(i+1).noun != nil && p.at(i+1).noun.kind == "Act"
	if len(t.Nodes) > 1 && p.bodies(i) {
		t.Nodes = p.namedElsewhere(i, p.adoptersOf(t.Nodes))
	}
	t.Nodes = p.ofTheirKind(t.Nodes)
	if len(t.Nodes) > 1 && !p.at(i).several && !p.ofKinds(i, "Body") && !p.ofKinds(i, severalKinds...) && p.out.doubt == nil {
		p.out.doubt = &t
	}
	return t
}

// namedElsewhere is the body among several of one short name that the question names in
// full: ECOSOC drafts ... to the Council.
func (p *parser) namedElsewhere(i int, nodes []snapshot.Node) []snapshot.Node {
	for k := range p.parts {
		if one := p.at(k).nodes; k != i && len(one) == 1 && len(nodes) > 1 && slices.Contains(nodes, one[0]) {
			return one
		}
	}
	return nodes
}

// ofTheirKind are the acts among several of one number that are called what the
// question calls acts, resolutions or decisions; all where it does not say.
func (p *parser) ofTheirKind(nodes []snapshot.Node) []snapshot.Node {
	if len(nodes) < 2 || p.out.acts == nil || p.out.acts.actKind == "" {
		return nodes
	}
	kept := slices.DeleteFunc(slices.Clone(nodes), func(n snapshot.Node) bool {
		_, kind, _, ok := graph.SplitActID(p.ID(n))
		return ok && kind != p.out.acts.actKind
	})
	if len(kept) == 0 {
		return nodes
	}
	return kept
}

// severalKinds are those of which a name can mean several that the rest of the
// question tells apart: the President, the 8th meeting.
var severalKinds = []string{"Session", "Meeting", "AgendaItem", "Role"}

// adoptersOf are the bodies among several of one name of which acts are loaded; all
// where none are. The Council is any of them.
func (r *Reader) adoptersOf(nodes []snapshot.Node) []snapshot.Node {
	list := slices.DeleteFunc(slices.Clone(nodes), func(n snapshot.Node) bool {
		return !slices.ContainsFunc(r.Having("body", n, "Act"), r.Loaded)
	})
	if len(list) == 0 {
		return nodes
	}
	return list
}

// nameBefore finds the names between a verb and its auxiliary, or the wanted noun,
// or the beginning; and the auxiliary: do, be or none.
func (p *parser) nameBefore(v int) (list []int, auxiliary string) {
	passive := false
	for k := v - 1; k >= 0; k-- {
		q := p.at(k)
		if slices.Contains(p.verbs, k) || q.is("that") && !p.isName(k) && q.text != "this" && q.text != "these" {
			break
		}
		if q.is("aux") && !p.isName(k) {
			if been := strings.EqualFold(q.text, "been"); been || passive {
				p.used[k], passive = true, been // has it been renewed
				if auxiliary = "be"; !been && len(list) > 0 {
					break
				}
				continue
			}
			if auxiliary = auxiliaryOf(q.text); auxiliary != "have" {
				p.used[k] = true
				break
			}
			p.used[k] = true
			auxiliary = ""
			continue
		}
		if p.isName(k) && !p.used[k] && p.prepBefore(k) == "" {
			list = append([]int{k}, list...)
		}
	}
	if auxiliary == "" && len(list) > 0 && p.at(list[0]-1).noun != nil {
		return nil, auxiliary // in "resolutions SC ..." the name belongs to the noun
	}
	return list, auxiliary
}

func auxiliaryOf(word string) string {
	switch strings.ToLower(word) {
	case "is", "are", "was", "were", "be", "been", "being", "got", "get":
		return "be"
	case "has", "have", "had":
		return "have"
	}
	return "do"
}

// prepBefore is the cue of the preposition before a part; empty for none.
func (p *parser) prepBefore(i int) string {
	k := i - 1
	for k >= 0 && (p.at(k).is("the") || p.at(k).is("all")) && !p.isName(k) {
		k--
	}
	for _, cue := range []string{"by", "about", "of", "in", "to", "since", "before"} {
		if p.at(k).is(cue) && !p.isName(k) {
			return cue
		}
	}
	return ""
}

// does says that a name stands right before the next verb, which it does: although
// France voted against them.
func (p *parser) does(name, verb int) bool {
	if verb >= len(p.parts) || p.at(verb).verb == nil || p.at(verb).verb.ing || p.prepBefore(name) != "" {
		return false
	}
	for k := name + 1; k < verb; k++ {
		if !p.isName(k) && !p.at(k).is("and") && !p.at(k).is("the") {
			return false
		}
	}
	return true
}

// namesAfter finds the names behind a verb: its objects, and its doers by "by".
func (p *parser) namesAfter(v, end int) (objects, agents []int) {
	for k := v + 1; k < end; k++ {
		if !p.isName(k) || p.used[k] || p.does(k, end) {
			continue
		}
		switch p.prepBefore(k) {
		case "by":
			agents = append(agents, k)
		case "in":
			if p.ofKinds(k, "Act", "Document", "Treaty", "AgendaItem", "Meeting") {
				objects = append(objects, k)
			}
		case "about":
		case "of":
			if k > v+2 && !p.at(v+1).is("of") && len(objects) > 0 {
				continue
			}
			objects = append(objects, k)
		default:
			objects = append(objects, k)
		}
	}
	return objects, agents
}
