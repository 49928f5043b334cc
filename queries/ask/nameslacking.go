package ask

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"mandategraph/graph/search"
	"mandategraph/graph/snapshot"
)

// namesLacking says first of passages that no text that was searched has a proper name of
// the question: paragraphs with its other words are on something else.
func (c *composer) namesLacking(lead func(t telling) string) func(t telling) string {
	return func(t telling) string {
		var nowhere, elsewhere []string
		for _, w := range t.lackingWords() {
			if !c.properName(w) || t.foundIn(w, t.lookedInto()) {
				continue
			}
			nowhere = append(nowhere, "“"+w+"”")
			if places := t.whereNamed(w); places != "" {
				elsewhere = append(elsewhere, "“"+w+"” stands in "+places)
			}
		}
		if len(nowhere) == 0 {
			return lead(t)
		}
		said := "no text that was searched has " + strings.Join(nowhere, " or ")
		if len(elsewhere) > 0 {
			said += " (of other times or texts, " + strings.Join(elsewhere, ", ") + ")"
		}
		return said + ". What follows has most of the other words and may be on something else:"
	}
}

// properName says that a question writes a word as a name in the middle of a sentence.
func (c *composer) properName(word string) bool {
	first, _ := utf8.DecodeRuneInString(word)
	part := strings.Contains(c.question, word+"-") || strings.Contains(c.question, "-"+word)
	return unicode.IsUpper(first) && !strings.HasPrefix(c.question, word) && !part &&
		lexicon()[strings.ToLower(word)].verb == nil &&
		lexicon()[strings.ToLower(word)].noun == nil
}

// lookedInto are the texts and times of the search of an answer.
func (t telling) lookedInto() PassageQuery {
	q := PassageQuery{From: str(t.u.variables, "from"), To: str(t.u.variables, "to")}
	ids, _ := t.u.variables["within"].([]any)
	for _, id := range ids {
		name, _ := id.(string)
		if n, ok := t.Lookup(name); ok && !slices.Contains(q.Within, n) {
			q.Within = append(q.Within, n)
		}
	}
	return q
}

// foundIn says that some paragraph of a search has a word, or a title does.
func (r *Reader) foundIn(word string, q PassageQuery) bool {
	q.Words, q.Question = word, word // in any writing of it, and in undated texts as well
	found, err := r.FindPassages(r.ctx, q)
	if err != nil || found.Total() > 0 {
		return true
	}
	return slices.ContainsFunc(r.find(word, fewHaving), func(h search.Hit) bool {
		n := r.wholeOf(h.Node)
		return r.isDated(n, q.From, q.To) &&
			(len(q.Within) == 0 || slices.ContainsFunc(q.Within, func(in snapshot.Node) bool {
				return r.isWithin(n, n, in)
			}))
	})
}
