package ask

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// A part of a name names an entity only where the words before it do not name another one.

// ofWholeName leaves out what is called by a part of its name where the question writes
// another distinguishing word right before it: the Widget Advisory Board is not the Advisory
// Board of the Lamp Centre, and Paula Lindqvist is not Erik Lindqvist. Names are written with
// capitals throughout (UN Editorial Manual, capitalization).
func (r *Reader) ofWholeName(found []snapshot.Node, words []token, from int) []snapshot.Node {
	if len(found) == 0 || from == 0 || !distinguishes(words[from-1]) {
		return found
	}
	before := "-" + stem(words[from-1].key)
	return slices.DeleteFunc(slices.Clone(found), func(n snapshot.Node) bool {
		if r.Kind(n) != "Person" && !slices.Contains(partlyNamed, r.Kind(n)) || r.fullyNamed(n, words[from:]) {
			return false
		}
		return !strings.Contains("-"+graph.Slug(r.Title(n)+" "+r.Text(n, "name")), before)
	})
}

// fullyNamed says that the words of a question begin with one of the names of an entity that
// is more than the last name of a person.
func (r *Reader) fullyNamed(n snapshot.Node, words []token) bool {
	said, _ := joined(words, 0, len(words))
	key := graph.Slug(said) + "-"
	for _, name := range append([]string{r.Title(n), r.Text(n, "name")}, r.Values(n, "alias")...) {
		if slug := graph.Slug(name); slug != "" && strings.HasPrefix(key, slug+"-") {
			return true
		}
	}
	return false
}

// distinguishes says that a word can be a part of a name: written with a capital, neither
// the form of address of a person nor a word that questions are made of.
func distinguishes(w token) bool {
	first, _ := utf8.DecodeRuneInString(w.text)
	s := lexicon()[w.key]
	return unicode.IsUpper(first) && w.text != strings.ToUpper(w.text) && !figures.MatchString(w.text) &&
		s.cue == "" && s.verb == nil && s.noun == nil && !functionWord.MatchString(w.text) && !addressedAs[w.key]
}

// addressedAs are the words before the last name of a person.
var addressedAs = setOf(
	"mr mrs ms miss dr sir dame lord lady prof professor judge justice ambassador president minister " +
		"chair chairman chairperson chairwoman rapporteur general colonel captain prince princess king queen commissioner " +
		"secretary representative envoy mediator administrator director adviser justice president-elect excellency",
)
