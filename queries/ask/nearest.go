package ask

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"mandategraph/graph/snapshot"
	"mandategraph/queries"
)

// The known questions that come nearest to one that is not understood.

// nearestQuestions are questions about what a question names: by the saved queries
// that share words with it, then those that fit what it names.
func (r *Reader) nearestQuestions(question string) []Suggestion {
	things := r.read(question).mentioned
	var list []Suggestion
	add := func(s Suggestion) {
		known := slices.ContainsFunc(list, func(other Suggestion) bool { return other.Question == s.Question })
		if s.Question != "" && !known && len(list) < maxSuggestions {
			list = append(list, s)
		}
	}
	for _, q := range nearest(question) {
		if len(list) < maxSuggestions-1 {
			add(Suggestion{r.filled(q, things), q.Title, true})
		}
	}
	for _, n := range things {
		for _, about := range r.about(n) {
			add(Suggestion{Question: about, Whole: true})
		}
	}
	return list
}

// filled is the plainest phrasing of a saved query about some things; empty where
// they do not fill its slots, or where it has none to fill.
func (r *Reader) filled(q queries.Query, things []snapshot.Node) string {
	if len(q.Phrasings) == 0 || !slotMarks.MatchString(q.Phrasings[0]) {
		return ""
	}
	words, left := plain(q.Phrasings[0]), slices.Clone(things)
	for _, mark := range slotMarks.FindAllString(words, -1) {
		sort := mark[strings.IndexByte(mark, ':')+1:]
		sort = strings.Trim(sort, "{}")
		fits := slices.IndexFunc(left, func(n snapshot.Node) bool { return r.fitsSlot(sort, n) })
		if fits < 0 {
			return ""
		}
		words = strings.Replace(words, mark, r.sayable(left[fits]), 1)
		left = slices.Delete(left, fits, fits+1)
	}
	return words
}

// fitsSlot says that an entity can stand in a slot.
func (r *Reader) fitsSlot(sort string, n snapshot.Node) bool {
	kind := r.Kind(n)
	switch sort {
	case "act":
		return kind == "Act"
	case "session", "item":
		return kind == map[string]string{"session": "Session", "item": "AgendaItem"}[sort]
	case "thing":
		return true
	case "entity":
		return kind != "Act"
	}
	return slices.Contains(slotKinds[sort], kind)
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
