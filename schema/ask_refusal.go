package schema

import (
	"cmp"
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/search"
	"mandategraph/graph/snapshot"
	"mandategraph/queries"
)

// unknown is the answer to a question that no phrasing fits: the questions that
// come nearest to it.
func unknown(why, question string) Answer {
	return Answer{Text: why + " " + suggestions(question), Parse: "not understood"}
}

// maxSuggestions is the number of questions that are suggested.
const maxSuggestions = 5

func suggestions(question string) string {
	near := nearest(question)
	if len(near) == 0 {
		return "These are known:\n\n" + legend(queries.All())
	}
	return "The nearest that are known:\n\n" + legend(near[:min(len(near), maxSuggestions)])
}

// Known lists the questions that ask understands, in words.
func Known() string { return legend(queries.All()) }

// legend lists questions with what stands in their slots.
func legend(list []queries.Query) string {
	var lines [][]string
	for _, q := range list {
		if len(q.Phrasings) > 0 {
			lines = append(lines, []string{q.Phrasings[0], q.Title})
		}
	}
	return align(lines) + "\n{act} is an act (12/4, resolution 76/185), {thing} an act or anything else with a name; a name or an id stands for the others.\n"
}

// nearest lists the saved queries with a phrasing that shares words with a
// question, most first. A word counts by how few phrasings have it.
func nearest(question string) []queries.Query {
	asked := strings.Fields(strings.ToLower(question))
	having := usage()
	score := map[string]float64{}
	var list []queries.Query
	for _, q := range queries.All() {
		for _, phrasing := range q.Phrasings {
			words, sum := wordsOf(phrasing), 0.
			for _, w := range asked {
				if words[w] {
					sum += 1 / float64(having[w])
				}
			}
			score[q.Name] = max(score[q.Name], sum)
		}
		if score[q.Name] > 0 {
			list = append(list, q)
		}
	}
	slices.SortStableFunc(list, func(a, b queries.Query) int { return cmp.Compare(score[b.Name], score[a.Name]) })
	return list
}

var wordPattern = regexp.MustCompile(`[a-z-]+`)

// usage is the number of phrasings that have each word.
func usage() map[string]int {
	having := map[string]int{}
	for _, q := range queries.All() {
		for _, phrasing := range q.Phrasings {
			for w := range wordsOf(phrasing) {
				having[w]++
			}
		}
	}
	return having
}

// wordsOf are the words of a phrasing outside its slots, and the verbs where a
// slot takes one.
func wordsOf(phrasing string) map[string]bool {
	words := map[string]bool{}
	if strings.Contains(phrasing, ":verb}") {
		for _, form := range verbForms() {
			words[form] = true
		}
	}
	for _, w := range wordPattern.FindAllString(strings.ToLower(slotMarks.ReplaceAllString(phrasing, " ")), -1) {
		words[w] = true
	}
	return words
}

var slotMarks = regexp.MustCompile(`\{[^}]*\}`)

// sorts of slots in words.
var sorts = map[string]string{
	"act": "act", "thing": "act or other entity", "entity": "entity", "body": "body", "state": "State, group or organization", "treaty": "treaty", "session": "session",
	"item": "item of an agenda", "adopter": "body", "words": "act about this",
}

// nothing is the answer where nothing fits a slot.
func (v *view) nothing(u *understanding, question string) Answer {
	text := fmt.Sprintf("No %s in the store fits %q", sorts[u.trouble.slot], shorten(u.trouble.value)) + v.whyNothing(u.trouble) + "."
	if looseWords.MatchString(u.trouble.value) {
		text = fmt.Sprintf("I read the question as %q but cannot read %q as one %s.", u.phrasing, shorten(u.trouble.value), sorts[u.trouble.slot])
		return Answer{Text: text + " " + suggestions(question), Parse: "not understood"}
	}
	return Answer{Query: u.query.Name, Text: text + "\n", Parse: u.parse()}
}

// whyNothing says what the words mean that fit no slot, or what is written nearly
// like them.
func (v *view) whyNothing(t *trouble) string {
	if other := v.resolveSlot("thing", t.value); len(other) > 0 {
		return fmt.Sprintf("; %s (%s) is none", v.called(other[0]), v.ID(other[0]))
	}
	kinds := slotKinds[t.slot]
	if t.slot == "thing" || t.slot == "entity" {
		kinds = slices.DeleteFunc(everyKind(), func(kind string) bool { return slices.Contains(unnamed, kind) })
	}
	if len(kinds) > 0 {
		name, _ := cutFold(t.value, "the ")
		for _, h := range search.FindFuzzy(v.Snapshot, name, 1, kinds...) {
			return fmt.Sprintf("; the nearest is %s (%s)", v.called(h.Node), v.ID(h.Node))
		}
	}
	return "; no loaded text names it"
}

// looseWords belong to the question and not to a name: where one stands in a
// slot that nothing fits, the question was not understood.
var looseWords = regexp.MustCompile(`(?i)(?:^| )(?:not|never|no|without|except|but|why|how|when|where|who|what|which|also|else|or|instead|did|does|do|is|was|were)(?: |$)`)

// ambiguous is the answer where several entities fit a slot.
func (v *view) ambiguous(u *understanding) Answer {
	var b strings.Builder
	fmt.Fprintf(&b, "%q may mean %d things:\n\n", shorten(u.trouble.value), len(u.trouble.candidates))
	var lines [][]string
	for _, n := range u.trouble.candidates {
		lines = append(lines, []string{v.called(n), v.ID(n), v.Date(n), v.Title(n)})
	}
	b.WriteString(align(lines))
	b.WriteString("\nAsk again with:\n")
	for _, n := range u.trouble.candidates {
		b.WriteString("  " + u.again(v.unique(n, u.trouble.candidates)) + "\n")
	}
	return Answer{Query: u.query.Name, Variables: u.variables, Text: b.String(), Candidates: u.trouble.candidates, Parse: u.parse()}
}

// again is the phrasing of the question in plain words, with a clear name in
// place of the doubtful one.
func (u *understanding) again(clear string) string {
	words := plain(u.phrasing)
	for i, slot := range u.slots {
		value := u.values[i]
		if value == u.trouble.value {
			value = clear
		}
		for _, mark := range []string{"{" + slot.Variable + ":" + slot.Sort + "}", "{" + slot.Sort + "}"} {
			words = strings.Replace(words, mark, value, 1)
		}
	}
	return words
}

var alternatives = regexp.MustCompile(`\(([^|)]*)[^)]*\)|\[[^]]*\]`)

// plain takes the first of alternatives, and leaves out what may be left out.
func plain(phrasing string) string {
	return strings.Join(strings.Fields(alternatives.ReplaceAllString(phrasing, "$1")), " ")
}

// maxReadings is the number of candidates that are tried.
const maxReadings = 5

// onlyAnswer tells of the one candidate for which there is an answer, where the
// texts of all of them are loaded. It does not settle which one was meant.
func (a *API) onlyAnswer(ctx context.Context, u *understanding) (string, error) {
	v := requestFrom(ctx).view
	if len(u.trouble.candidates) > maxReadings {
		return "", nil
	}
	text := ""
	for _, n := range u.trouble.candidates {
		if v.Kind(n) != "Act" || !v.Loaded(n) {
			return "", nil
		}
		clear := v.understand(u.again(v.unique(n, u.trouble.candidates)))
		if clear == nil || clear.trouble != nil || clear.query.Name != u.query.Name {
			return "", nil
		}
		data, err := a.allPages(ctx, clear.query, clear.variables)
		if err != nil {
			return "", err
		}
		if len((telling{v, clear, data, forms[clear.query.Name]}).found()) == 0 {
			continue
		}
		if text != "" {
			return "", nil
		}
		text = "\nOnly one of them has an answer:\n\n" + v.tell(clear, data)
	}
	return text, nil
}

// unique is the shortest way to name an entity that none of the others has.
func (v *view) unique(n snapshot.Node, among []snapshot.Node) string {
	_, kind, number, ok := graph.SplitActID(v.ID(n))
	if !ok {
		return v.ID(n)
	}
	for _, other := range among {
		_, k, m, _ := graph.SplitActID(v.ID(other))
		if other != n && k == kind && strings.EqualFold(m, number) {
			return v.ID(n)
		}
	}
	return kind + " " + number
}
