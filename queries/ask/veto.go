package ask

import (
	"cmp"
	"regexp"
	"slices"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// Vetoes: what a permanent member of the Council votes against is not adopted, so that
// collections of adopted acts do not hold it.

var (
	vetoing = regexp.MustCompile(`(?i)\bveto`)
	// ofVetoes matches a question what a text says of the veto.
	ofVetoes = regexp.MustCompile(
		`(?i)\b(?:says?|said|about|on|mention\w*|concerning|regarding) (?:the )?(?:\w+ )?vetoe?s?\b`,
	)
)

// saysVeto puts in front of an answer to a question about vetoes that no such draft is
// loaded, where that is so.
func (c *composer) saysVeto(f *form) {
	council, ok := c.Lookup(graph.BodyID("sc"))
	if !vetoing.MatchString(c.question) || ofVetoes.MatchString(c.question) || !ok ||
		slices.ContainsFunc(c.Nodes("Document"), func(n snapshot.Node) bool {
			return c.Loaded(n) && c.isDraft(n) && c.Text(n, "body") == c.ID(council)
		}) {
		return
	}
	said := "a draft that a permanent member of the Security Council vetoed was not adopted, and no draft of the Council that " +
		"was not adopted is among the loaded texts"
	if cl := c.Clauses; len(cl) == 1 && cl[0].is("votedAgainst") {
		said += "; these acts were adopted all the same"
	}
	lead := f.lead
	f.lead = func(t telling) string {
		if lead != nil && lead(t) != "" {
			return said + "; " + lead(t)
		}
		return said + "."
	}
}

// outlived says that an act that a question takes for vetoed was adopted; empty where the
// question does not, or where that is not known.
func (t telling) outlived(act snapshot.Node, question string) string {
	if vetoing.MatchString(question) && t.Text(act, "status") == "adopted" {
		return cmp.Or(t.called(act), t.ID(act)) + " was adopted, so that it was not vetoed; "
	}
	return ""
}
