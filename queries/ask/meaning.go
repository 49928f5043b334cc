package ask

import (
	"cmp"
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// Operations: what a question wants done with what it speaks of.
const (
	opList     = "list"
	opWhether  = "whether"
	opCount    = "count"
	opMost     = "most"
	opByYear   = "by year"
	opLongest  = "the longest"
	opWhen     = "when"
	opUntil    = "until when"
	opLife     = "life"
	opLineage  = "lineage"
	opFollow   = "what followed"
	opHistory  = "history"
	opPath     = "path"
	opCompare  = "compare"
	opSay      = "passages"
	opReport   = "reports due"
	opOutcome  = "outcome"
	opDuties   = "what is to be done"
	opDraft    = "draft"
	opDescribe = "describe"
)

// A meaning is a question taken apart: what is to be done, what is wanted, and
// what must hold of it.
type meaning struct {
	// Operation is what is to be done: list, count, whether ...
	Operation string
	// Wanted is what the question asks for; nil where it asks for nothing by a noun.
	Wanted *nounSense
	// Clauses must all hold of what is wanted.
	Clauses []clause
	// Names are entities that stand in no clause, in the order of the question.
	Names []term
	// Bodies are those whose acts are meant; Sessions those at which.
	Bodies, Sessions []snapshot.Node
	// Since and Until bound the time: years, months or days.
	Since, Until string
	// Words are what it must be about.
	Words string
	// Pick is first or last where only that one is wanted.
	Pick string
	// group is the key by which is counted, as the API has it; least says that the
	// smallest come first, and top how many are wanted, 0 where that is not said.
	group string
	least bool
	top   int
	// acts is the noun for acts that the question has, wanted or not.
	acts *nounSense
	// Left are words that fit nothing; Assumed says what was guessed.
	Left, Assumed []string
	// forOffice says that the question asks who was put forward for an office.
	forOffice bool
	// noStory says that no history is told although the question asks for one.
	noStory bool
	// proceedings says that the words are looked for in the reports on the acts in question.
	proceedings bool
	// nearest says that the words are only looked for as the question was not read.
	nearest bool
	// asksFact says that passages are to decide whether something is so.
	asksFact bool
	// votes is the number of votes by which acts are wanted; nil for none. Tallied is by which
	// votes they must have been adopted; nil where that is not said.
	votes   *voteRank
	tallied *manner
	// manner is how acts must have been adopted, in the words of the question.
	manner string
	// saysOutcome says that the question speaks of how a proposal was decided on.
	saysOutcome bool
	// mentioned are all entities that the question names, whatever for.
	mentioned []snapshot.Node
	// named are these names, each with all that it may mean.
	named []term
	// content are the words of the question that a search for passages looks for, and
	// texts the names of what it looks into.
	content []string
	texts   []term
	// question is as it was asked.
	question string
	// doubt is a name that means several things; described says that it is a description.
	doubt     *term
	described bool
}

// A clause says that a subject does something to an object; one of them can be
// what is wanted.
type clause struct {
	Relations       []string
	Cites           bool
	Verb            string // as the question has it
	Subject, Object term
	Passive         bool
	// together says that each of the subjects must have done it to one object.
	together bool
}

// A term is one side of a clause: what is wanted, entities, or anything.
type term struct {
	Wanted bool
	Nodes  []snapshot.Node
	Text   string
	prep   string
	at     int
	// acts says that the acts of the bodies are meant: a Security Council resolution.
	acts bool
}

func (t term) empty() bool { return !t.Wanted && len(t.Nodes) == 0 }

// one is the entity of a term that names exactly one.
func (t term) one() (snapshot.Node, bool) {
	if len(t.Nodes) == 1 {
		return t.Nodes[0], true
	}
	return snapshot.NoNode, false
}

// weight says how much of the question a reading explains: words left over count
// against it.
func (d *meaning) weight() int { return -len(d.Left)*3 - len(d.Assumed) }

// certain says that every word of the question is in the reading.
func (d *meaning) certain() bool { return len(d.Left) == 0 && len(d.Assumed) == 0 }

// line says in one line how the question was read.
func (r *Reader) line(d *meaning) string {
	parts := []string{r.lead(d)}
	add := func(words ...string) {
		if s := strings.Join(slices.DeleteFunc(words, func(w string) bool { return w == "" }), " "); s != "" {
			parts = append(parts, s)
		}
	}
	if len(d.Bodies) > 0 {
		add("of", r.calledAll(d.Bodies, " or "))
	}
	if len(d.Sessions) > 0 {
		add("at", r.calledAll(d.Sessions, " or "))
	}
	add(span(d.Since, d.Until))
	if d.manner != "" {
		add("adopted: “" + d.manner + "”")
	}
	for _, c := range d.Clauses {
		add(r.clauseWords(c))
	}
	for _, n := range d.Names {
		add(r.calledAll(n.Nodes, " or "))
	}
	if d.Words != "" {
		add("about “" + d.Words + "”")
	}
	return strings.Join(parts, " · ")
}

// lead is what is wanted, with the operation.
func (r *Reader) lead(d *meaning) string {
	noun := "what"
	if d.Wanted != nil {
		noun = d.Wanted.word
	}
	switch d.Operation {
	case opList:
		if d.Pick != "" {
			return noun + ", the " + d.Pick + " one"
		}
		return noun
	case opCount:
		if d.Wanted == nil {
			return "how many times"
		}
		return "how many " + noun
	case opMost:
		if d.least {
			return noun + ", the least often first"
		}
		return noun + ", the most often first"
	case opByYear:
		return noun + " by " + cmp.Or(strings.ToLower(d.group), "year")
	case opWhether:
		return "whether"
	}
	if d.Pick != "" {
		return d.Operation + ", the " + d.Pick + " time"
	}
	return d.Operation
}

func (r *Reader) calledAll(nodes []snapshot.Node, between string) string {
	var list []string
	for _, n := range nodes {
		if name := r.inFull(n); !slices.Contains(list, name) {
			list = append(list, name)
		}
	}
	if n := len(list); n > 3 {
		list = append(list[:3], decimal(n-3)+" more")
	}
	return strings.Join(list, between)
}

// inFull is what an entity is called, an office with its body.
func (r *Reader) inFull(n snapshot.Node) string {
	symbol := r.Text(n, "symbol")
	switch {
	case r.Kind(n) == "Document" && figures.MatchString(symbol) && r.Title(n) != "" && r.Title(n) != symbol:
		return symbol + " (" + shorten(r.Title(n)) + ")"
	case r.Kind(n) != "Role":
		return r.called(n)
	}
	code := r.bodyOfRole(n)
	if body, ok := r.Lookup(graph.BodyID(code)); ok && strings.Contains(code, "/") {
		return r.called(n) + " of " + cmp.Or(r.Title(body), r.called(body))
	}
	return r.called(n) + " of " + ShortBody(code)
}

// bodyOfRole is the code of the body in which somebody holds an office.
func (r *Reader) bodyOfRole(n snapshot.Node) string {
	id := strings.TrimPrefix(r.ID(n), "role/")
	return id[:max(strings.LastIndexByte(id, '/'), 0)]
}

// span is a time in words.
func span(since, until string) string {
	switch {
	case since == until && len(since) > 7:
		return since
	case since == until && since != "":
		return "in " + since
	case since != "" && until != "":
		return since + " to " + until
	case since != "":
		return "since " + since
	case until != "":
		return "until " + until
	}
	return ""
}

// clauseWords is a clause seen from what is wanted: that recall 1373; recalled by
// 12/4.
func (r *Reader) clauseWords(c clause) string {
	verb := c.Verb
	if len(c.Relations) > 0 && len(c.Relations) <= 3 {
		var list []string
		for _, name := range c.Relations {
			list = append(list, graph.Spaced(name))
		}
		verb = strings.Join(list, " or ")
	} else if c.Cites {
		verb = "cites"
	}
	if strings.HasSuffix(verb, "abstained") && len(c.Object.Nodes) > 0 {
		verb += " on"
	}
	between := " or "
	if c.together {
		between = " and "
	}
	subject, object := r.calledAll(c.Subject.Nodes, between), r.calledAll(c.Object.Nodes, " or ")
	switch {
	case subject == "" && c.Passive && object != "":
		return "that " + object + " was " + c.Verb
	case subject == "":
		return "that " + verb + " " + cmp.Or(object, "something")
	case object == "":
		return "that " + subject + " " + verb
	}
	return subject + " " + verb + " " + object
}
