package ask

import (
	"regexp"
	"slices"
	"strings"
)

// anyBody are the nouns that mean bodies of every kind.
var anyBody = []string{"bodies", "organs"}

// allBodies says, where a question asks for committees, missions or another kind of body,
// that bodies of every kind are listed, and which names have the word: a force is a
// mission and a panel a committee without being called so, so that none is left out and
// none is counted.
func (c *composer) allBodies(f *form) {
	w := c.Wanted
	if w == nil || w.kind != "Body" || slices.Contains(anyBody, w.word) || f.lead != nil || f.decides || f.words ||
		!slices.ContainsFunc(c.Clauses, func(cl clause) bool { return cl.is("establishes") }) {
		return
	}
	words := strings.Fields(w.word)
	stem := strings.TrimSuffix(words[len(words)-1], "s")
	inName := regexp.MustCompile(`(?i)\b` + regexp.QuoteMeta(stem))
	ofKind := func(t telling) (named []string, all bool) {
		all = true
		for _, r := range t.found {
			name := objectOf(t, r)
			if !inName.MatchString(name) {
				all = false
			} else if !slices.Contains(named, name) {
				named = append(named, name)
			}
		}
		return named, all && t.left == 0
	}
	f.number = func(t telling) string {
		if named, all := ofKind(t); all {
			return decimal(len(named))
		}
		return ""
	}
	f.lead = func(t telling) string {
		named, all := ofKind(t)
		said := "the kinds of bodies are not told apart, so bodies of every kind are listed"
		switch {
		case all:
			return ""
		case len(named) == 0:
			return said + "; none of those shown has “" + stem + "” in its name."
		}
		return said + "; “" + stem + "” stands in the name of " + decimal(len(named)) + " of those shown: " + enumerated(named) + "."
	}
}
