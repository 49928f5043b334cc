package ask

import (
	"slices"
	"strings"

	"mandategraph/graph/snapshot"
)

// Which texts a search for passages looks into, where a question names several or a year.

// narrowed are the texts to look into without those that another of them is a part of: the
// Conference, where its resolution is named as well.
func (r *Reader) narrowed(within []snapshot.Node) []snapshot.Node {
	list := slices.DeleteFunc(slices.Clone(within), func(n snapshot.Node) bool {
		return slices.ContainsFunc(within, func(other snapshot.Node) bool {
			return other != n && r.isWithin(other, other, n) && !r.isWithin(n, n, other)
		})
	})
	if len(list) < len(within) && slices.ContainsFunc(list, r.isAct) {
		return slices.DeleteFunc(list, func(n snapshot.Node) bool { return r.Kind(n) == "Body" }) // the other Council
	}
	return list
}

// noneLoaded says that some texts are acts of which none is loaded: what others say is no
// answer to what they say.
func (r *Reader) noneLoaded(texts []snapshot.Node) bool {
	return len(texts) > 0 && !slices.ContainsFunc(texts, func(n snapshot.Node) bool { return !r.isAct(n) || r.Loaded(n) })
}

// tellsOfYear says that the title of a report names the one year that a question asks about:
// a report comes out after the session, often in the next year.
func (r *Reader) tellsOfYear(whole snapshot.Node, q PassageQuery) bool {
	return len(q.From) == 4 && q.From == q.To && q.Question != "" && r.Kind(whole) == "Document" &&
		strings.Contains(r.Title(whole), q.From)
}
