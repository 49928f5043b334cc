package ask

import (
	"slices"
	"strings"

	"mandategraph/graph"
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
	p := &parser{Reader: r, parts: r.cut(tokens(question)), out: &meaning{Operation: opList, question: question}}
	p.used = make([]bool, len(p.parts))
	p.out.saysOutcome = slices.ContainsFunc(p.parts, func(q part) bool { return q.is("outcome") })
	p.describe()
	p.appositions()
	p.refer(carried)
	p.findVerbs()
	p.searchWords()
	p.operation()
	p.times()
	p.wanted()
	p.clauses()
	p.others()
	p.leftovers()
	if len(carried) > 0 && len(p.out.things()) == 0 {
		p.out.Names = append(p.out.Names, term{Nodes: carried})
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
	if q.noun == nil && !q.is("report") && !q.is("draft") {
		return true
	}
	before, after := p.at(i-1), p.at(i+1)
	switch {
	case before.is("count"), before.is("ask") && !after.is("the") && len(after.nodes) == 0, before.is("the"), before.is("of"), before.is("most"), i == 0:
		return false
	case after.is("of"):
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

// describe finds acts that are described and not named: the firearms resolution.
func (p *parser) describe() {
	for i := range p.parts {
		q := p.at(i)
		if q.noun == nil || q.noun.kind != "Act" || q.noun.actKind == "" || strings.HasSuffix(strings.ToLower(q.text), "s") || len(q.nodes) > 0 {
			continue
		}
		from := i
		for from > 0 && (p.at(from-1).unknown() || p.at(from-1).near >= asName && len(p.at(from-1).nodes) > 0 && !p.bodies(from-1)) {
			from--
		}
		if from == i || p.at(from-1).is("ask") && p.at(from-1).text != "find" || p.at(from-1).is("count") {
			continue
		}
		var words []string
		for k := from; k < i; k++ {
			words = append(words, p.at(k).text)
		}
		found := p.actsTitled(strings.Join(words, " "), q.noun.actKind)
		if len(found) == 0 {
			continue
		}
		q.nodes, q.near, q.noun = found, asPart, nil
		q.text = strings.Join(append(words, q.text), " ")
		p.out.Assumed = append(p.out.Assumed, q.text+" is "+p.calledAll(found, " or "))
		for k := from; k < i; k++ {
			p.parts[k] = part{text: "", sense: sense{cue: "the"}, near: closenesses}
		}
	}
}

// actsTitled are the loaded acts of a kind that have words in their titles, or in
// what they are about, in whatever inflection.
func (r *Reader) actsTitled(words, actKind string) []snapshot.Node {
	var found []snapshot.Node
	for _, n := range r.Nodes("Act") {
		_, kind, _, _ := graph.SplitActID(r.ID(n))
		fits := kind == actKind && r.Loaded(n)
		if !fits {
			continue
		}
		title := graph.Slug(r.Title(n) + " " + r.Text(n, "about"))
		for w := range strings.FieldsSeq(words) {
			fits = fits && strings.Contains("-"+title, "-"+stem(graph.Slug(w)))
		}
		if fits {
			found = append(found, n)
		}
	}
	return clip(found)
}

// stem is how a word begins in all its inflections, roughly: environ, crime.
func stem(word string) string { return strings.TrimSuffix(word[:min(len(word), stemLength)], "s") }

// stemLength is how many letters two words of one stem share at least.
const stemLength = 7

// bodies says that a part names bodies that adopt acts.
func (p *parser) bodies(i int) bool {
	nodes := p.at(i).nodes
	return len(nodes) > 0 && !slices.ContainsFunc(nodes, func(n snapshot.Node) bool { return p.Kind(n) != "Body" })
}

// ofKinds says that all entities of a part are of some kinds.
func (p *parser) ofKinds(i int, kinds ...string) bool {
	nodes := p.at(i).nodes
	return len(nodes) > 0 && !slices.ContainsFunc(nodes, func(n snapshot.Node) bool { return !slices.Contains(kinds, p.Kind(n)) })
}

// operations by the cue that asks for them, the surest first.
var operations = []struct{ cue, operation string }{
	{"byYear", opByYear}, {"count", opCount}, {"most", opMost}, {"compare", opCompare},
	{"until", opUntil}, {"follow", opFollow}, {"lineage", opLineage}, {"life", opLife},
	{"say", opSay}, {"path", opPath}, {"outcome", opOutcome}, {"when", opWhen}, {"where", opSay}, {"report", opReport},
	{"draft", opDraft}, {"define", opDescribe},
}

// operation finds what is to be done.
func (p *parser) operation() {
	if len(p.parts) > 0 && p.at(0).is("aux") && p.at(0).text != "be" {
		p.out.Operation, p.used[0] = opWhether, true
		return
	}
	if p.duties() {
		p.out.Operation = opDuties
		return
	}
	for _, o := range operations {
		for i := range p.parts {
			q := p.at(i)
			if !q.is(o.cue) || p.isName(i) || slices.Contains(p.verbs, i) || p.used[i] {
				continue
			}
			if o.operation == opReport && !p.mustBefore(i) || o.operation == opPath && len(p.entities()) < 2 ||
				o.operation == opDescribe && len(p.verbs) > 0 || o.operation == opDraft && !p.at(i+1).is("of") && !p.at(i+1).is("to") {
				continue
			}
			p.out.Operation, p.used[i] = o.operation, true
			return
		}
	}
	p.pick()
}

// duties says that the question is what somebody must do: what must the secretariat
// do by 2026.
func (p *parser) duties() bool {
	must := false
	for i := range p.parts {
		switch strings.ToLower(p.at(i).text) {
		case "must", "should", "shall", "has", "have", "supposed", "expected", "required", "need", "needs":
			must = true
		case "do":
			if must && i > 0 && (p.isName(i-1) || p.at(i-1).is("to")) && len(p.verbs) == 0 {
				return true
			}
		}
	}
	return false
}

// mustBefore says that a part is what somebody has to do.
func (p *parser) mustBefore(i int) bool {
	for k := range i {
		switch strings.ToLower(p.at(k).text) {
		case "must", "shall", "should", "has", "have", "to", "does", "do", "will":
			return true
		}
	}
	return strings.HasPrefix(p.at(i).text, "reporting") || p.at(i+1).is("to")
}

// pick finds that only the first or the last is wanted.
func (p *parser) pick() {
	for i := range p.parts {
		for _, which := range []string{"first", "last"} {
			if p.at(i).is(which) && !p.isName(i) && !p.used[i] {
				p.out.Pick, p.used[i] = which, true
			}
		}
	}
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

// times takes years and days out of the question.
func (p *parser) times() {
	for i := range p.parts {
		q := p.at(i)
		if q.since == "" || p.used[i] || len(q.nodes) > 0 && p.at(i-1).cue == "" {
			continue
		}
		p.used[i] = true
		before := p.at(i - 1)
		if p.at(i - 1).is("the") {
			before = p.at(i - 2)
		}
		switch {
		case before.is("and") && p.out.Since != "" && p.at(i-2).since != "", before.is("to") && p.out.Since != "":
			p.out.Until = q.until
		case before.text == "after" || before.text == "later than" || before.text == "following":
			p.out.Since = after(q.until)
		case before.is("since") && before.text != "from" || before.text == "from":
			p.out.Since = q.since
		case before.text == "before" || before.text == "prior to" || before.text == "earlier than":
			p.out.Until = beforeThat(q.since)
		case before.is("before") && !before.is("since"):
			p.out.Until = q.until
		default:
			p.out.Since, p.out.Until = q.since, q.until
		}
		for k := i - 1; k >= i-2 && k >= 0; k-- {
			if c := p.at(k); (c.is("since") || c.is("before") || c.is("between") || c.is("in") || c.is("and") || c.is("to") || c.is("of") || c.is("the")) && !p.isName(k) {
				p.used[k] = true
			} else {
				break
			}
		}
	}
}

// after is the first year or day that is later, as a filter takes it; a year that
// ends is followed by the next.
func after(until string) string {
	if len(until) == 4 {
		return nextYear(until, 1)
	}
	return until
}

func beforeThat(since string) string {
	if len(since) == 4 {
		return nextYear(since, -1)
	}
	return since
}

func nextYear(year string, step int) string {
	n := 0
	for _, c := range year {
		n = n*10 + int(c-'0')
	}
	return decimal(n + step)
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
		if w := p.out.Wanted; w != nil && w.kind == q.noun.kind && w.kind == "Act" && w.actKind != q.noun.actKind && p.at(i-1).is("and") {
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
		if p.at(i-1).is("and") || p.at(i-1).stop && p.isName(i-1) {
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
	if len(t.Nodes) > 1 && p.bodies(i) {
		t.Nodes = p.adoptersOf(t.Nodes)
	}
	if len(t.Nodes) > 1 && !p.ofKinds(i, "Body") && !p.ofKinds(i, severalKinds...) && p.out.doubt == nil {
		p.out.doubt = &t
	}
	return t
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
	for k := v - 1; k >= 0; k-- {
		q := p.at(k)
		if slices.Contains(p.verbs, k) || q.is("that") && !p.isName(k) && q.text != "this" && q.text != "these" {
			break
		}
		if q.is("aux") && !p.isName(k) {
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
