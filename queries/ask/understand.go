package ask

import (
	"cmp"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"sync"

	"mandategraph/graph"
	"mandategraph/graph/names"
	"mandategraph/graph/search"
	"mandategraph/graph/snapshot"
	"mandategraph/queries"
)

// How a question is understood: the phrasing that fits it best, and what stands in its slots.

// An understanding is one way to read a question.
type understanding struct {
	query     queries.Query
	phrasing  string
	slots     []queries.Slot
	values    []string
	variables map[string]any
	// nodes are the entities in the slots, by variable; lists those of slots that
	// take several.
	nodes   map[string]snapshot.Node
	lists   map[string][]snapshot.Node
	literal int
	// meant is what the question means where its parts were read, and form how its
	// answer is told; nil where a phrasing fits it.
	meant *meaning
	form  *form
	// tentative says that the reading is worth nothing where it finds nothing; sure that
	// finding nothing is an answer.
	tentative, sure bool
	// seeks is what a composed query looks for; empty where it is none.
	seeks soughtRelation
	// readAs is the question as it was read where that is not how it stands.
	readAs string
	// asked is the question as it was answered.
	asked string
	// support are paragraphs that tell the answer in full; nil for none.
	support func() []snapshot.Node
	// beside are further paragraphs that tell more than those found; nil for none.
	beside func(found []Passage) []snapshot.Node
	// marked are words to be marked in them.
	marked string
	// trouble is the first slot that does not stand for exactly one thing.
	trouble *trouble
}

// trouble with a slot: nothing fits it, or several things do.
type trouble struct {
	slot, value string
	candidates  []snapshot.Node
}

// A savedPattern is a phrasing of a saved query.
type savedPattern struct {
	query queries.Query
	queries.Pattern
}

// patterns are all phrasings of all saved queries.
var patterns = sync.OnceValue(func() []savedPattern {
	words := map[string][]string{"verb": verbForms(), "kind": longestFirst(kindWords())}
	var list []savedPattern
	for _, q := range queries.All() {
		for _, phrasing := range q.Phrasings {
			p, err := queries.Compile(phrasing, words)
			if err != nil {
				panic(err) // phrasings are part of the program; a test compiles them all
			}
			list = append(list, savedPattern{q, p})
		}
	}
	return list
})

// verbForms are the printed forms of all verbs, longest first.
func verbForms() []string { return longestFirst(verbs()) }

// longestFirst are the words of a table, in the order in which they are tried.
func longestFirst(table map[string]string) []string {
	return slices.SortedFunc(maps.Keys(table), func(a, b string) int {
		return cmp.Or(len(b)-len(a), strings.Compare(a, b))
	})
}

// verbs maps the printed forms of each verb to its relation.
var verbs = sync.OnceValue(func() map[string]string {
	table := map[string]string{}
	for _, r := range graph.Relations {
		f, ok := r.Forms()
		if !ok {
			continue
		}
		for _, form := range []string{f.Base, f.Third, f.Present, f.Past, f.Participle} {
			if _, taken := table[form]; !taken {
				table[form] = r.Name
			}
		}
	}
	return table
})

// understand finds the best reading of a question: one whose slots are clear
// before one with several candidates before one with none; among those the most
// literal one, then the one whose slots take the fewest sorts of things. It is nil where none fits.
func (r *Reader) understand(question string) *understanding {
	var best *understanding
	for _, p := range patterns() {
		m, ok := p.Match(question)
		if !ok || r.ended() {
			continue
		}
		u := &understanding{query: p.query, phrasing: p.Phrasing, slots: p.Slots, values: m.Values, literal: m.Literal}
		if u.takesYear(question) {
			continue
		}
		r.fill(u)
		if best == nil || u.compare(best) > 0 {
			best = u
		}
	}
	return best
}

// compare is positive where u is the better reading. Where nothing fits a slot
// of either, the one that anything may fill says more about why.
func (u *understanding) compare(other *understanding) int {
	vague := other.vague() - u.vague()
	if u.rank() == 0 {
		vague = -vague
	}
	return cmp.Or(u.rank()-other.rank(), u.literal-other.literal, vague)
}

// vague counts the slots that anything may fill.
func (u *understanding) vague() int {
	count := 0
	for _, s := range u.slots {
		if s.Sort == "thing" || s.Sort == "entity" || s.Sort == "topic" {
			count++
		}
	}
	return count
}

// rank is 2 where every slot is clear, 1 where one has several candidates.
func (u *understanding) rank() int {
	switch {
	case u.trouble == nil:
		return 2
	case len(u.trouble.candidates) > 0:
		return 1
	}
	return 0
}

// fill resolves the slots.
func (r *Reader) fill(u *understanding) {
	u.variables, u.nodes, u.lists = map[string]any{}, map[string]snapshot.Node{}, map[string][]snapshot.Node{}
	for i, slot := range u.slots {
		if value := r.plainValue(slot.Sort, u.values[i]); value != nil {
			u.variables[slot.Variable] = value
			continue
		}
		found := r.meantByAcronym(r.resolveSlot(slot.Sort, u.values[i]), strings.TrimPrefix(u.values[i], "the "))
		if slot.Sort == "act" {
			found = r.toldFor(u.query.Name, found)
		}
		switch {
		case slot.Sort == "adopter":
			r.checkAdopter(u, found, u.values[i])
		case slot.Sort == "item" && r.ofOneSession(found):
			u.variables[slot.Variable], u.lists[slot.Variable] = r.idsOf(found), found
		case len(found) != 1:
			u.doubt(&trouble{slot.Sort, u.values[i], found})
		default:
			u.variables[slot.Variable], u.nodes[slot.Variable] = r.ID(found[0]), found[0]
		}
	}
}

// plainValue is what stands in a slot that takes no entity; nil where it does, or
// where the words mean nothing here.
func (r *Reader) plainValue(sort, words string) any {
	switch sort {
	case "verb":
		return []any{verbs()[withoutArticles(words)]}
	case "kind":
		return []any{kindWords()[withoutArticles(words)]}
	case "day":
		if day := names.ReadDay(words); day != "" {
			return day
		}
	case "topic":
		if search.HasWords(words) {
			return words
		}
	case "words":
		if search.HasWords(words) && len(r.ActsAbout(r.ctx, words)) > 0 {
			return words
		}
	}
	return nil
}

// exact says that the entities of a reading are called what stands in its slots,
// not only something like it.
func (r *Reader) exact(u *understanding) bool {
	for i, slot := range u.slots {
		n, ok := u.nodes[slot.Variable]
		if !ok || slot.Sort == "session" || len(r.actsReferred(u.values[i])) > 0 {
			continue
		}
		if !r.isCalled(n, u.values[i]) && !slices.Contains(r.calledExactly(graph.Slug(u.values[i])), n) {
			return false
		}
	}
	return true
}

// vague says that none of the entities that a name may mean is called so.
func (r *Reader) vague(t *trouble) bool {
	return len(r.actsReferred(t.value)) == 0 && !slices.ContainsFunc(t.candidates, func(n snapshot.Node) bool {
		return r.isCalled(n, t.value)
	})
}

// saysMore says that the parts of a question say more than the phrasing that fits
// it: a verb by which people mean another relation, or a thing of which the
// statements tell more than its properties.
func (r *Reader) saysMore(u *understanding) bool {
	for i, slot := range u.slots {
		v := lexicon()[strings.ReplaceAll(graph.Slug(u.values[i]), "-the-", "-")].verb
		named := verbs()[withoutArticles(u.values[i])]
		if slot.Sort == "verb" && v != nil && !v.cites && !slices.Contains(v.relations, named) {
			return true
		}
	}
	n, ok := u.nodes["thing"]
	switch {
	case u.query.Name == "actsAbout" && yearAtEnd.MatchString(str(u.variables, "subject")):
		return true // resolutions on East Timor 1975
	case !ok:
		return false
	case u.query.Name == "about":
		return slices.Contains([]string{"Role", "Person", "Meeting", "AgendaItem"}, r.Kind(n))
	}
	return u.query.Name == "story" && r.Kind(n) == "Document"
}

// yearAtEnd matches words with a year behind them, which is when and not what.
var yearAtEnd = regexp.MustCompile(`\b(?:19|20)\d\d$`)

// doubt keeps the first trouble.
func (u *understanding) doubt(t *trouble) {
	if u.trouble == nil {
		u.trouble = t
	}
}

// checkAdopter compares the body that a question names with that of its act,
// which stands in a later slot of all phrasings.
func (r *Reader) checkAdopter(u *understanding, bodies []snapshot.Node, named string) {
	for k, slot := range u.slots {
		if slot.Sort != "act" {
			continue
		}
		acts := slices.DeleteFunc(r.resolveSlot("act", u.values[k]), func(act snapshot.Node) bool {
			owner := graph.BodyID(r.OwnerOf(act))
			return !slices.ContainsFunc(bodies, func(b snapshot.Node) bool { return r.ID(b) == owner })
		})
		if len(acts) == 0 {
			u.doubt(&trouble{"act", u.values[k] + " of " + named, nil})
		}
	}
}

func (r *Reader) idsOf(nodes []snapshot.Node) []any {
	ids := make([]any, len(nodes))
	for i, n := range nodes {
		ids[i] = r.ID(n)
	}
	return ids
}

// withoutArticles is a verb as it stands in the table.
func withoutArticles(words string) string {
	fields := strings.Fields(strings.ToLower(words))
	return strings.Join(slices.DeleteFunc(fields, func(w string) bool { return w == "the" }), " ")
}

// byItsParts begins what is said of a question that no phrasing fits.
const byItsParts = "by its parts: "

// parse says how a question was understood.
func (u *understanding) parse() string {
	var b strings.Builder
	if u.meant != nil {
		return byItsParts + u.phrasing
	}
	fmt.Fprintf(&b, "%s, by the phrasing %q", u.query.Name, u.phrasing)
	for i, slot := range u.slots {
		separator := "; "
		if i == 0 {
			separator = ": "
		}
		fmt.Fprintf(&b, "%s%s = %q", separator, slot.Variable, u.values[i])
		if id, ok := u.variables[slot.Variable].(string); ok {
			fmt.Fprintf(&b, " (%s)", id)
		}
	}
	return b.String()
}
