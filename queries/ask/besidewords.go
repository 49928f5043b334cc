package ask

import (
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/search"
)

// The words of a question that say what is asked for, beside those that are looked for.

// connecting are the cues of words that only hold a question together.
var connecting = []string{
	"ask", "all", "when", "where", "how", "count", "most", "aux", "by", "of", "in", "to", "about", "since", "before",
	"between", "and", "that", "the", "define", "say",
}

// besideWords are the words of a question that say something of what is asked for, be they
// what is looked for or not.
func besideWords(question string) string {
	var list []string
	for _, w := range tokens(question) {
		s := lexicon()[w.key]
		other := func(cue string) bool { return !slices.Contains(connecting, cue) }
		connects := s.verb == nil && s.noun == nil && s.cue != "" && !slices.ContainsFunc(strings.Fields(s.cue), other)
		if !connects && !functionWord.MatchString(w.text) {
			list = append(list, w.text)
		}
	}
	return strings.Join(list, " ")
}

// besideWordsIn are those of a search, without the numbers of the acts to look into: these
// hold of all that is found.
func (r *Reader) besideWordsIn(q PassageQuery) string {
	numbers := ""
	for _, n := range q.Within {
		if _, _, number, ok := graph.SplitActID(r.ID(n)); ok {
			numbers += " " + number
		}
	}
	return strings.Join(search.Missing(besideWords(q.Question), numbers), " ")
}
