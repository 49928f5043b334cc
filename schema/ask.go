package schema

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"mandategraph/graph"
	"mandategraph/graph/search"
	"mandategraph/graph/snapshot"
	"mandategraph/queries"
)

// maxQuestion bounds a question in words, in code points.
const maxQuestion = 500

// Ask answers a question in words by one of the saved queries. What it cannot
// answer is no error: the answer's text then says why, and what to ask instead.
func (a *API) Ask(ctx context.Context, question string) (Answer, error) {
	if requestFrom(ctx) != nil {
		return a.answerWords(ctx, question)
	}
	ctx, cancel := context.WithTimeout(ctx, a.options.Timeout)
	defer cancel()
	if err := a.slots.take(ctx); err != nil {
		return Answer{}, errBusy
	}
	defer a.slots.give()
	return a.answerWords(a.request(ctx, a.view()).ctx, question)
}

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
	// trouble is the first slot that does not stand for exactly one thing.
	trouble *trouble
}

// trouble with a slot: nothing fits it, or several things do.
type trouble struct {
	slot, value string
	candidates  []snapshot.Node
}

// answerWords works inside a request, on its view.
func (a *API) answerWords(ctx context.Context, question string) (Answer, error) {
	v := requestFrom(ctx).view
	if utf8.RuneCountInString(question) > maxQuestion {
		return unknown(fmt.Sprintf("The question is longer than %d characters.", maxQuestion), ""), nil
	}
	u := v.understand(queries.Clean(question))
	if u == nil || u.rank() == 0 {
		if other, read := v.reread(queries.Clean(question), u); other != nil {
			answer, err := a.answerUnderstood(ctx, other, read)
			answer.Text = fmt.Sprintf("Read as: %s\n\n", read) + answer.Text
			return answer, err
		}
	}
	return a.answerUnderstood(ctx, u, question)
}

// answerUnderstood answers a question as it was understood.
func (a *API) answerUnderstood(ctx context.Context, u *understanding, question string) (Answer, error) {
	v := requestFrom(ctx).view
	switch {
	case u == nil:
		return unknown(fmt.Sprintf("I do not know the question %q.", shorten(question)), queries.Clean(question)), nil
	case u.trouble != nil && len(u.trouble.candidates) == 0:
		return v.nothing(u, queries.Clean(question)), nil
	case u.trouble != nil:
		answer := v.ambiguous(u)
		only, err := a.onlyAnswer(ctx, u)
		answer.Text += only
		return answer, err
	}
	data, err := a.allPages(ctx, u.query, u.variables)
	if err != nil {
		return Answer{}, err
	}
	return Answer{Query: u.query.Name, Variables: u.variables, Text: v.tell(u, data), Data: data, Parse: u.parse()}, nil
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
	return slices.SortedFunc(maps.Keys(table), func(a, b string) int { return cmp.Or(len(b)-len(a), strings.Compare(a, b)) })
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
// literal one, then the one whose slots take the fewest sorts of things. It is nil where no phrasing fits.
func (v *view) understand(question string) *understanding {
	var best *understanding
	for _, p := range patterns() {
		m, ok := p.Match(question)
		if !ok {
			continue
		}
		u := &understanding{query: p.query, phrasing: p.Phrasing, slots: p.Slots, values: m.Values, literal: m.Literal}
		v.fill(u)
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
		if s.Sort == "thing" || s.Sort == "entity" {
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
func (v *view) fill(u *understanding) {
	u.variables, u.nodes, u.lists = map[string]any{}, map[string]snapshot.Node{}, map[string][]snapshot.Node{}
	for i, slot := range u.slots {
		if value := v.plainValue(slot.Sort, u.values[i]); value != nil {
			u.variables[slot.Variable] = value
			continue
		}
		found := v.resolveSlot(slot.Sort, u.values[i])
		switch {
		case slot.Sort == "adopter":
			v.checkAdopter(u, found, u.values[i])
		case slot.Sort == "item" && v.ofOneSession(found):
			u.variables[slot.Variable], u.lists[slot.Variable] = v.idsOf(found), found
		case len(found) != 1:
			u.doubt(&trouble{slot.Sort, u.values[i], found})
		default:
			u.variables[slot.Variable], u.nodes[slot.Variable] = v.ID(found[0]), found[0]
		}
	}
}

// plainValue is what stands in a slot that takes no entity; nil where it does, or
// where the words mean nothing here.
func (v *view) plainValue(sort, words string) any {
	switch sort {
	case "verb":
		return []any{verbs()[withoutArticles(words)]}
	case "kind":
		return []any{kindWords()[withoutArticles(words)]}
	case "words":
		if search.HasWords(words) && len(v.actsAbout(words)) > 0 {
			return words
		}
	}
	return nil
}

// doubt keeps the first trouble.
func (u *understanding) doubt(t *trouble) {
	if u.trouble == nil {
		u.trouble = t
	}
}

// checkAdopter compares the body that a question names with that of its act,
// which stands in a later slot of all phrasings.
func (v *view) checkAdopter(u *understanding, bodies []snapshot.Node, named string) {
	for k, slot := range u.slots {
		if slot.Sort != "act" {
			continue
		}
		acts := slices.DeleteFunc(v.resolveSlot("act", u.values[k]), func(act snapshot.Node) bool {
			return !slices.ContainsFunc(bodies, func(b snapshot.Node) bool { return v.ID(b) == graph.BodyID(v.ownerOf(act)) })
		})
		if len(acts) == 0 {
			u.doubt(&trouble{"act", u.values[k] + " of " + named, nil})
		}
	}
}

func (v *view) idsOf(nodes []snapshot.Node) []any {
	ids := make([]any, len(nodes))
	for i, n := range nodes {
		ids[i] = v.ID(n)
	}
	return ids
}

// withoutArticles is a verb as it stands in the table.
func withoutArticles(words string) string {
	fields := strings.Fields(strings.ToLower(words))
	return strings.Join(slices.DeleteFunc(fields, func(w string) bool { return w == "the" }), " ")
}

// parse says how a question was understood.
func (u *understanding) parse() string {
	var b strings.Builder
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
