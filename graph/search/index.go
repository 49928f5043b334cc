package search

import (
	"cmp"
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// Ranks of what names an entity as a whole.
const (
	byName = iota + 1
	byNumber
	byID
)

// searchWeights say what is searched and how much a word there counts: what an
// entity is called tells more about it than a word somewhere in its text.
var searchWeights = []struct {
	property string
	weight   float64
	rank     int // of the whole value as a query; 0 where it names nothing
}{
	{"title", 5, byName}, {"name", 5, byName}, {"number", 4, byNumber}, {"symbol", 4, byID}, {"alias", 4, byName},
	{"code", 3, byNumber}, {citedTitle, 3, 0}, {"called", 2, 0}, {"clause", 1, 0}, {"text", 1, 0},
}

// citedTitle stands for the title that others give an entity which says none
// itself: see [Snapshot.Title].
const citedTitle = "citedTitle"

// A textIndex is an inverted index: where each word stands.
type textIndex struct {
	units    []textUnit
	postings map[string][]posting // sorted by unit and place
	forms    []string             // the keys of postings, sorted
	mean     []float64            // words per unit, of each row of searchWeights
	exact    map[string][]exactly
}

// A textUnit is one value of one searched property.
type textUnit struct {
	node   snapshot.Node
	field  uint8 // row of searchWeights
	length int32
	text   string
}

type posting struct{ unit, place int32 }

// exactly says which entity a whole text is an identifier of.
type exactly struct {
	node     snapshot.Node
	property string
	rank     int
}

// indexKey is where a snapshot keeps its index.
type indexKey struct{}

// indexOf is the index of a snapshot.
func indexOf(s *snapshot.Snapshot) *textIndex {
	return s.Derived(indexKey{}, func() any { return newIndex(s) }).(*textIndex)
}

func newIndex(s *snapshot.Snapshot) *textIndex {
	x := &textIndex{postings: map[string][]posting{}, exact: map[string][]exactly{}, mean: make([]float64, len(searchWeights))}
	for n := range snapshot.Node(s.Len()) {
		for field, row := range searchWeights {
			for _, value := range searched(s, n, row.property) {
				x.add(n, uint8(field), value)
			}
		}
		x.identify(s, n)
	}
	x.settle()
	return x
}

// searched are the values of a property as the index takes them.
func searched(s *snapshot.Snapshot, n snapshot.Node, property string) []string {
	values := s.Values(n, property)
	switch {
	case len(values) > 0:
		return values
	case property == citedTitle && s.Text(n, "title") == "" && s.Text(n, "name") == "":
		if title := s.Title(n); title != "" {
			return []string{title}
		}
	case property == "number":
		if _, _, number, ok := graph.SplitActID(s.ID(n)); ok {
			return []string{number}
		}
	case property == "symbol":
		if symbol, ok := symbolOfID(s.ID(n)); ok {
			return []string{symbol}
		}
	}
	return nil
}

// symbolOfID is the symbol in a document's id; a slug of a title is none, and a
// draft inside a document has none of its own.
func symbolOfID(id string) (string, bool) {
	symbol, ok := strings.CutPrefix(id, "document/")
	return symbol, ok && !strings.Contains(symbol, "#") && !strings.Contains(symbol, "/draft-") && strings.ToLower(symbol) != symbol
}

func (x *textIndex) add(n snapshot.Node, field uint8, value string) {
	unit := int32(len(x.units))
	list := wordsOf(value)
	if len(list) == 0 {
		return
	}
	for _, w := range list {
		x.postings[w.form] = append(x.postings[w.form], posting{unit, int32(w.place)})
	}
	x.units = append(x.units, textUnit{n, field, int32(list[len(list)-1].place + 1), value})
}

// identify notes what names the entity as a whole.
func (x *textIndex) identify(s *snapshot.Snapshot, n snapshot.Node) {
	note := func(text, property string, rank int) {
		key := exactKey(text)
		x.exact[key] = append(x.exact[key], exactly{n, property, rank})
	}
	note(s.ID(n), "id", byID)
	for _, row := range searchWeights {
		for _, value := range searched(s, n, row.property) {
			if row.rank > 0 {
				note(value, row.property, row.rank)
			}
		}
	}
}

// exactKey lets spaces, case and accents not matter.
func exactKey(text string) string {
	return strings.ToLower(graph.Fold(strings.Join(strings.Fields(text), "")))
}

func (x *textIndex) settle() {
	counts := make([]float64, len(searchWeights))
	for _, u := range x.units {
		x.mean[u.field] += float64(u.length)
		counts[u.field]++
	}
	for field := range x.mean {
		x.mean[field] /= max(counts[field], 1)
	}
	for form := range x.postings {
		x.forms = append(x.forms, form)
	}
	slices.Sort(x.forms)
}

// find lists, by unit, how often a term stands there, each place by how well it
// fits.
func (x *textIndex) find(t term) map[int32]float64 {
	found := map[int32]float64{}
	if t.phrase {
		for _, p := range x.phrase(t.forms) {
			found[p.unit]++
		}
		return found
	}
	for _, form := range x.candidates(t) {
		if fit := t.fit(form); fit > 0 {
			for _, p := range x.postings[form] {
				found[p.unit] += fit
			}
		}
	}
	return found
}

// candidates are the searched words that may fit a term: those that begin with
// it or, for a fuzzy one, all.
func (x *textIndex) candidates(t term) []string {
	if t.fuzzy {
		return x.forms
	}
	from, _ := slices.BinarySearch(x.forms, t.forms[0])
	to := from
	for to < len(x.forms) && strings.HasPrefix(x.forms[to], t.forms[0]) {
		to++
	}
	return x.forms[from:to]
}

// phrase lists where words follow one another.
func (x *textIndex) phrase(forms []string) []posting {
	starts := x.postings[forms[0]]
	for i, form := range forms[1:] {
		next := x.postings[form]
		var kept []posting
		for _, p := range starts {
			after := posting{p.unit, p.place + int32(i) + 1}
			if _, ok := slices.BinarySearchFunc(next, after, posting.compare); ok {
				kept = append(kept, p)
			}
		}
		starts = kept
	}
	return starts
}

func (p posting) compare(q posting) int {
	return cmp.Or(cmp.Compare(p.unit, q.unit), cmp.Compare(p.place, q.place))
}
