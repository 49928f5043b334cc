package ask

import (
	"slices"

	"mandategraph/graph/timeline"
)

// Whether something was begun, extended or ended, or still goes on: its life tells, with
// a verdict where a verb asks for one.

// livesWhether answers such a question; an act in it is asked what it did itself.
func (c *composer) livesWhether() bool {
	asksEnd := c.Operation == opWhen && c.ending()
	if c.Operation != opWhether && !asksEnd || !c.onlyLife() || c.Wanted != nil && c.Wanted.kind != "" && c.Wanted.kind != "Mandate" {
		return false
	}
	if _, ofAct := c.first("Act", "Document"); ofAct || len(c.Clauses) == 0 {
		return false
	}
	n, ok := c.living("Body", "Instrument")
	if !ok || c.adopting(n) || !c.suffers(c.Clauses[0]) || !c.saved("lifecycle", nil) {
		return false
	}
	c.u.variables["entity"], c.u.nodes["entity"] = c.ID(n), n
	own := forms["lifecycle"]
	if relations := c.Clauses[0].Relations; c.Operation == opWhether && !c.timed() {
		own.asked = "was " + pastOf(relations[0])
		own.decided = func(t telling) bool {
			return slices.ContainsFunc(timeline.LifeOf(t.Snapshot, n, "").Steps, func(s timeline.Step) bool {
				return slices.Contains(relations, s.Relation) && !t.onlyProposed(s.Act)
			})
		}
	}
	c.u.form = &own
	return true
}

// suffers says that a clause does something to a thing that it names.
func (c *composer) suffers(cl clause) bool { return len(cl.Object.Nodes) > 0 || c.ending() }

// ending says that the verb of the question is that something ends, which a thing also
// does by itself: when did the mandate expire.
func (c *composer) ending() bool {
	return len(c.Clauses) == 1 && slices.Equal(c.Clauses[0].Relations, []string{"terminates"})
}
