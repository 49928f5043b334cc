package ask

import (
	"slices"
	"strings"

	"mandategraph/graph/search"
	"mandategraph/graph/snapshot"
)

// Which paragraphs a search for passages may find.

// passageFilter is the condition of a query on a paragraph and what it is a part of. What
// holds of a text holds of all its paragraphs. It is nil where every one fits.
func (r *Reader) passageFilter(q PassageQuery) func(n, whole snapshot.Node) bool {
	if len(q.Within) == 0 && q.Body == "" && q.From == "" && q.To == "" && len(q.Kinds) == 0 {
		return nil
	}
	parts := slices.DeleteFunc(
		slices.Clone(q.Within),
		func(in snapshot.Node) bool { return !strings.Contains(r.ID(in), "#") },
	)
	texts, mayBeUndated := map[snapshot.Node]textFits{}, r.passesUndated(q)
	return func(n, whole snapshot.Node) bool {
		text, known := texts[whole]
		if !known {
			timely := r.isDated(whole, q.From, q.To) || mayBeUndated && r.dateOf(whole) == "" || r.tellsOfYear(whole, q)
			text.passes = timely && r.isOfKind(whole, q.Kinds) && (q.Body == "" || r.OwnerOf(whole) == q.Body)
			text.within = text.passes && (len(q.Within) == 0 || r.isWithinAny(whole, whole, q.Within))
			texts[whole] = text
		}
		return text.within || text.passes && r.isWithinAny(n, whole, parts)
	}
}

// A textFits says that a text passes a filter, and that all its paragraphs are within what
// is looked into.
type textFits struct{ passes, within bool }

// isWithinAny is isWithin for one of several.
func (r *Reader) isWithinAny(n, whole snapshot.Node, list []snapshot.Node) bool {
	return slices.ContainsFunc(list, func(in snapshot.Node) bool { return r.isWithin(n, whole, in) })
}

// passesUndated says that a text without a date may answer as well: a question looks into
// some texts, or has so many words that it says which it means.
func (r *Reader) passesUndated(q PassageQuery) bool {
	return q.Question != "" && (len(q.Within) > 0 || search.CountWords(sayingWords(q.Words)) > manyWords)
}

// manyWords are enough words to say which text is meant.
const manyWords = 4
