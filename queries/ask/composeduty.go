package ask

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// Who must do what, and whether one thing does something to another.

// reports answers who must report what to whom.
func (c *composer) reports() bool {
	if c.Operation == opReport {
		c.freeNames()
	}
	if c.Operation == opDuties && len(c.Clauses) == 0 && len(c.things()) > 0 {
		c.mandates(c.due())
		return true
	}
	wantsMandates := c.Wanted != nil && c.Wanted.kind == "Mandate" && c.Operation != opReport
	if wantsMandates && len(c.Clauses) == 0 && len(c.things()) > 0 {
		filter := map[string]any{}
		switch {
		case c.Wanted.word == "deadlines":
			filter["withDeadline"] = true
		case noDate.MatchString(c.question):
			filter["withDeadline"] = false
		}
		c.mandates(filter)
		return true
	}
	if c.Operation != opReport || len(c.things()) == 0 && c.Words == "" && c.Since == "" && c.Until == "" {
		return false
	}
	filter := map[string]any{}
	if len(c.Sessions) > 0 {
		filter = c.due()
	}
	filter["reports"] = true
	c.mandates(filter)
	return true
}

// dueAt takes the session of a question, the later one of two, as that at which
// something is due where its day is not known: the texts print the session.
func (c *composer) dueAt() {
	i := slices.IndexFunc(c.Sessions, func(s snapshot.Node) bool { return c.Date(s) == "" })
	for k, s := range c.Sessions {
		if i < 0 && len(c.Sessions) > 1 || i >= 0 && graph.CompareNatural(c.ID(s), c.ID(c.Sessions[i])) > 0 {
			i = k
		}
	}
	if i < 0 {
		return
	}
	session := c.ID(c.Sessions[i])
	owner, _, _ := strings.Cut(session, "/session/")
	c.dueBody = c.node(owner)
	c.u.lists["due"] = []snapshot.Node{c.Sessions[i]}
	c.Sessions = slices.Delete(slices.Clone(c.Sessions), i, i+1)
	c.keeps = append(c.keeps, func(_ telling, r row) bool {
		due, _ := inner(r)["due"].([]any)
		return slices.Contains(due, any(session))
	})
	c.Since, c.Until = "", "" // the year of the session
}

// freeNames takes what stands beside a verb as a name of its own: who was asked to
// report under 478. Bodies that adopted acts and are asked nothing gave the mandates.
func (c *composer) freeNames() {
	for _, cl := range c.Clauses {
		if strings.HasSuffix(cl.Verb, " to") && cl.Object.prep == "" {
			cl.Object.prep = "to" // submit to: the verb has its preposition
		}
		for _, t := range []term{cl.Subject, cl.Object} {
			if len(t.Nodes) > 0 {
				c.Names = append(c.Names, t)
			}
		}
	}
	c.Clauses = nil
}

// noDate matches that no date is set for something.
var noDate = regexp.MustCompile(`(?i)\b(?:no|without(?: an?)?|not) (?:fixed |due )?(?:date|deadline|time limit)s?\b`)

// due takes the time of a question, or the session that it names, as the time by
// which something is to be done.
func (c *composer) due() map[string]any {
	filter := map[string]any{}
	c.dueAt()
	if len(c.Sessions) == 1 {
		if date := c.Date(c.Sessions[0]); date != "" {
			filter["dueSince"], filter["dueUntil"] = date, cmp.Or(c.Text(c.Sessions[0], "endDate"), date)
			c.u.lists["due"], c.Sessions = c.Sessions, nil
		}
	}
	if c.Until != "" {
		filter["dueUntil"], c.Until = c.Until, ""
	}
	if c.Since != "" {
		filter["dueSince"], c.Since = c.Since, ""
	}
	return filter
}

// ends answers what ends in a time.
func (c *composer) ends() bool {
	if len(c.Clauses) != 1 || len(c.things()) > 0 || c.Until == "" ||
		!slices.Equal(c.Clauses[0].Relations, []string{"terminates"}) {
		return false
	}
	filter := map[string]any{"endsUntil": c.Until}
	if c.Since != "" {
		filter["endsSince"] = c.Since
	}
	ended := map[string]any{"relations": anys([]string{"terminates", "supersedes"}), "source": c.timeOf()}
	c.declare("filter", "StatementFilter", filter)
	c.declare("ended", "StatementFilter", ended)
	c.declare("mandates", "MandateFilter", filter)
	c.text("ended: statements(filter: $ended, first: 100, after: $afterEnded) " + edgeFields +
		"\n  statements(filter: $filter, first: 100, after: $afterStatements) " + edgeFields +
		"\n  mandates(filter: $mandates, first: 100, after: $afterMandates) {" + pageFields +
		"    edges { node { id verb clause until addressees { id title } } }\n  }")
	c.form().lists = append([]string{"ended"}, forms["endsBefore"].lists...)
	c.form().columns = append([]column{inSubject, inSubjectDate}, forms["endsBefore"].columns...)
	c.form().header = "What acts of that time ended, and terms that run until a day of it, prolonged since or not:"
	return true
}

// timeOf is the time of a question as a filter of entities.
func (c *composer) timeOf() map[string]any {
	filter := map[string]any{"until": c.Until}
	if c.Since != "" {
		filter["since"] = c.Since
	}
	return filter
}

// decides answers whether one entity does something to another.
func (c *composer) decides() bool {
	for _, cl := range c.Clauses {
		if len(cl.Subject.Nodes) == 0 || len(cl.Object.Nodes) == 0 || cl.Subject.Wanted || cl.Object.Wanted && !cl.asks() {
			continue
		}
		if cl.asks() && c.isAct(cl.Subject.Nodes[0]) {
			c.asks(cl)
			return true
		}
		subject := cl.Subject.Nodes[0]
		if c.Kind(subject) == "Body" && c.adopting(subject) && !slices.Contains(cl.Relations, "adopts") {
			c.Bodies = append(c.Bodies, cl.Subject.Nodes...)
			cl.Subject = term{Wanted: true}
			c.Clauses = []clause{cl}
			return false
		}
		c.between(cl)
		return true
	}
	return false
}

func (r *Reader) isAct(n snapshot.Node) bool { return r.Kind(n) == "Act" }

func (r *Reader) adopting(n snapshot.Node) bool { return len(r.Having("body", n, "Act")) > 0 }

// forSoLong matches how long something goes on: by one year.
var forSoLong = regexp.MustCompile(
	`(?i)\b(?:by|for) (?:an?|another|one|two|three|four|five|six|nine|twelve|\d+) (?:more |further |additional )?(?:day|week|month|year)s?\b`,
)

// timed says that a question names a day or a length of time.
func (c *composer) timed() bool {
	return c.Since != "" || c.Until != "" || forSoLong.MatchString(c.question)
}

// allUsed says that a clause is all that the question says, so that yes and no answer
// it.
func (c *composer) allUsed(cl clause) bool {
	return len(c.Clauses) == 1 && len(c.Names) == 0 && c.Words == "" && c.Pick == "" && !c.timed() &&
		len(cl.Subject.Nodes) == 1 && len(cl.Object.Nodes) == 1
}

// namesSomebody answers which texts mention a State, body or the like, which is no
// citation, by their passages.
func (c *composer) namesSomebody() bool {
	if len(c.Clauses) != 1 || !speaking.MatchString(c.Clauses[0].Verb) || slices.Contains(c.Clauses[0].Relations, "speaksOn") {
		return false
	}
	cl := c.Clauses[0]
	if len(cl.Object.Nodes) == 0 || cl.Passive || cl.Object.acts || slices.ContainsFunc(cl.Object.Nodes, func(n snapshot.Node) bool {
		return slices.Contains([]string{"Act", "Document", "Treaty", "Article", "Instrument", "Recommendations"}, c.Kind(n))
	}) {
		return false
	}
	c.Operation, c.Words, c.Clauses = opSay, cl.Object.Text, nil
	if len(cl.Subject.Nodes) > 0 {
		c.Names = append(c.Names, cl.Subject)
	}
	return c.passages()
}

var speaking = regexp.MustCompile(`(?i)^(?:mention|name|refer|speak|talk)`)

// asks says that a clause directs somebody.
func (cl clause) asks() bool {
	return len(cl.Relations) > 0 && !slices.ContainsFunc(cl.Relations, func(name string) bool {
		rel, _ := graph.RelationByName(name)
		return rel.Broader != graph.Addresses
	})
}

// between asks for the statements between two entities.
func (c *composer) between(cl clause) {
	relations := cl.relations()
	c.u.nodes["subject"], c.u.nodes["object"] = cl.Subject.Nodes[0], cl.Object.Nodes[0]
	c.declare("subjects", "[ID!]", c.idsOf(cl.Subject.Nodes))
	c.declare("objects", "[ID!]", c.idsOf(cl.Object.Nodes))
	only := ""
	if len(relations) <= manyRelations {
		c.declare("relations", "[RelationName!]", anys(relations))
		only = ", relations: $relations"
	} else {
		c.keeps = append(c.keeps, func(_ telling, r row) bool { return slices.Contains(relations, str(r, "relation")) })
	}
	c.text("statements(subjects: $subjects, objects: $objects" + only + ", first: 100, after: $after) " +
		edgeFields)
	f := c.form()
	f.lists, f.decides = []string{"statements"}, c.Operation == opWhether && c.allUsed(cl)
	c.u.tentative = c.u.tentative || !c.allUsed(cl)
	f.columns = []column{inSubject, inRelation, inObject, inDocument, inQuote}
	if c.isAct(cl.Subject.Nodes[0]) {
		f.subject = "subject"
	}
	if cl.is("sponsors", "submits") && c.isAct(cl.Object.Nodes[0]) {
		c.u.support = func() []snapshot.Node { return c.tellingOf(cl.Object.Nodes[0], "sponsors", "submits") }
	}
	if cl.is(voting...) {
		f.remark, c.u.sure = c.votesLacking(cl.Subject.Nodes, cl.Object.Nodes), true
	}
}

// relations are those of a clause, all citations where it only cites.
func (cl clause) relations() []string {
	if cl.Cites && len(cl.Relations) == 0 {
		return narrower(graph.Cites)
	}
	return cl.Relations
}

// asks answers what an act asks of somebody.
func (c *composer) asks(cl clause) {
	c.mandates(map[string]any{
		"act": c.ID(cl.Subject.Nodes[0]), "addressee": c.ID(cl.Object.Nodes[0]), "relations": anys(cl.Relations),
	})
	c.u.nodes["act"] = cl.Subject.Nodes[0]
	c.form().subject = "act"
}
