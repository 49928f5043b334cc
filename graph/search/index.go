package search

import (
	"slices"
	"sort"
	"strings"

	"github.com/cespare/xxhash/v2"

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
	{"code", 3, byNumber}, {citedTitle, 3, 0}, {"about", 3, 0},
	{"called", 2, 0}, {"clause", 1, 0}, {"text", 1, 0}, {theID, 0, byID}, {heading, 0.8, 0},
}

// heading is what stands above a paragraph, of which only [Most] takes the words: they
// are those of many paragraphs.
const heading = "heading"

var headingField = byte(len(searchWeights) - 1)

// citedTitle stands for the title that others give an entity which says none
// itself: see [snapshot.Snapshot.Title]. theID is an entity's id, whose words are
// not looked for.
const (
	citedTitle = "citedTitle"
	theID      = "id"
)

// A textIndex is an inverted index in arrays: where each word stands. A unit is
// one value of one searched property; units come in the order of their nodes, of
// the rows of searchWeights, and of the values.
type textIndex struct {
	// Of each unit: its node; the node that it is a part of, or the same; its row of
	// searchWeights; and how many words it has.
	node, whole []uint32
	field       []byte
	length      []uint32
	// The words, sorted, one after the other, and the same in the order of what
	// inflected returns of them.
	arena  []byte
	begin  []uint32
	byBase []uint32
	// Of each word the units where it stands: how far each is from the one before and
	// how often the word stands there; and, apart, the places in each, likewise.
	units, places           []byte
	unitsBegin, placesBegin []uint64
	// What names entities as a whole: the hash of its [exactKey], sorted, the node and
	// the row of searchWeights.
	exactHash  []uint64
	exactNode  []uint32
	exactField []byte
	// Of each row of searchWeights, how many units have words, and how many words.
	count, words []uint64
}

func (x *textIndex) sections() []snapshot.Section {
	list := []snapshot.Section{
		snapshot.ArrayOf(&x.field), snapshot.ArrayOf(&x.arena), snapshot.ArrayOf(&x.units), snapshot.ArrayOf(&x.places),
		snapshot.ArrayOf(&x.exactField),
	}
	for _, at := range []*[]uint32{&x.node, &x.whole, &x.length, &x.begin, &x.byBase, &x.exactNode} {
		list = append(list, snapshot.ArrayOf(at))
	}
	for _, at := range []*[]uint64{&x.unitsBegin, &x.placesBegin, &x.exactHash, &x.count, &x.words} {
		list = append(list, snapshot.ArrayOf(at))
	}
	return list
}

// forms is the number of different words; form is one of them.
func (x *textIndex) forms() int { return len(x.begin) - 1 }

func (x *textIndex) form(i int) string { return string(x.arena[x.begin[i]:x.begin[i+1]]) }

// findForm is the place of the first word that is not less than a text.
func (x *textIndex) findForm(text string) (place int, ok bool) {
	return sort.Find(x.forms(), func(i int) int { return strings.Compare(text, x.form(i)) })
}

// text is the value of a unit.
func (x *textIndex) text(s *snapshot.Snapshot, unit uint32) string {
	before := 0
	for u := unit; u > 0 && x.node[u-1] == x.node[unit] && x.field[u-1] == x.field[unit]; u-- {
		before++
	}
	return searched(s, snapshot.Node(x.node[unit]), searchWeights[x.field[unit]].property)[before]
}

// searched are the values of a property as the index takes them.
func searched(s *snapshot.Snapshot, n snapshot.Node, property string) []string {
	if property == theID {
		return []string{s.ID(n)}
	}
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
	return symbol, ok && !strings.Contains(symbol, "#") && !strings.Contains(symbol, "/draft-") &&
		strings.ToLower(symbol) != symbol
}

// exactKey lets spaces, case and accents not matter.
func exactKey(text string) string {
	return strings.ToLower(graph.Fold(strings.Join(strings.Fields(text), "")))
}

// An exactly says which entity a whole text is an identifier of.
type exactly struct {
	node     snapshot.Node
	property string
	rank     int
}

// identified are the entities of a snapshot that a text names as a whole.
func (x *textIndex) identified(s *snapshot.Snapshot, text string) (list []exactly) {
	key := exactKey(text)
	hash := xxhash.Sum64String(key)
	for i, _ := slices.BinarySearch(x.exactHash, hash); i < len(x.exactHash) && x.exactHash[i] == hash; i++ {
		n, row := snapshot.Node(x.exactNode[i]), searchWeights[x.exactField[i]]
		if slices.ContainsFunc(searched(s, n, row.property), func(v string) bool { return exactKey(v) == key }) {
			list = append(list, exactly{n, row.property, row.rank})
		}
	}
	return list
}

// unitsOf are the units of a node: from the first up to the last.
func (x *textIndex) unitsOf(n uint32) (from, to uint32) {
	first, _ := slices.BinarySearch(x.node, n)
	for to = uint32(first); int(to) < len(x.node) && x.node[to] == n; to++ {
	}
	return uint32(first), to
}
