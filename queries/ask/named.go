package ask

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"mandategraph/graph/search"
	"mandategraph/graph/snapshot"
)

// What is typed where a question is expected: a reference or a name alone, or
// words that stand somewhere in the texts.

// bareReference is a reference to an act and nothing else: 12/4, decision 1/CP.21,
// A/RES/76/185, or the id of an act.
var bareReference = regexp.MustCompile(`(?i:^(?:(?:resolution|decision)\s+)?\S*\d+/\S*\d+(?:\([IVXLC]+\))?$)|` +
	`^[A-Z]+/(?:RES/)?\S+$|^[^/#\s]+/(?:resolution|decision)/[^#\s]+$`)

// lookAround adds to an answer without data what its words name, and where they
// stand.
func (r *Reader) lookAround(answer *Answer, words string) {
	bare := strings.TrimSpace(words)
	if bareReference.MatchString(bare) {
		if answer.Named = r.actsReferred(bare); len(answer.Named) > 0 {
			return
		}
		answer.Sentence, answer.Suggestions = fmt.Sprintf("There is no %s in the loaded texts.", shorten(bare)), nil
	}
	answer.Entities, answer.Passages = r.namedLike(words), r.passages(words)
	var named []snapshot.Node
	for _, n := range answer.Entities {
		if r.isCalled(n, words) {
			named = append(named, n)
		}
	}
	if len(named) == 1 {
		answer.Named = named
	}
}

// isCalled tells whether words are a whole name of an entity: its title, what
// sentences call it, or the code that its id ends with.
func (r *Reader) isCalled(n snapshot.Node, words string) bool {
	id, slug := r.ID(n), nameSlug(words)
	names := []string{r.Title(n), r.called(n), id[strings.LastIndex(id, "/")+1:], strings.TrimPrefix(id, "document/")}
	return slices.ContainsFunc(names, func(name string) bool { return nameSlug(name) == slug })
}

// nameSlug is a name without what may differ.
func nameSlug(name string) string {
	name, _ = cutFold(strings.TrimSpace(name), "the ")
	return strings.Join(strings.FieldsFunc(strings.ToLower(name), func(c rune) bool {
		return !unicode.IsLetter(c) && !unicode.IsNumber(c)
	}), "-")
}

var (
	searchWord = regexp.MustCompile(`[\p{L}\p{N}/-]{3,}`)
	emptyWord  = regexp.MustCompile(`(?i)^(?:what|which|who|whom|where|when|why|how|does|did|is|are|was|were|the|` +
		`and|for|from|with|has|have|been|that|this|any|all|not)$`)
)

// maxPassages is the number of passages that are looked up.
const maxPassages = 12

// passages have the words of a question: all that mean something, together or else
// in the paragraphs of one act; else the three longest of them, the two longest, the
// longest, the next.
func (r *Reader) passages(question string) []search.Hit {
	words := slices.DeleteFunc(searchWord.FindAllString(question, -1), emptyWord.MatchString)
	slices.SortStableFunc(words, func(a, b string) int {
		return cmp.Compare(utf8.RuneCountInString(b), utf8.RuneCountInString(a))
	})
	upTo := func(n int) []string { return words[:min(len(words), n)] }
	for i, some := range [][]string{words, upTo(3), upTo(2), upTo(1), upTo(2)[len(upTo(1)):]} {
		text := strings.Join(some, " ")
		if !search.HasWords(text) {
			continue
		}
		// The clause of a mandate is a part of its paragraph, which is found as well.
		isMandate := func(h search.Hit) bool { return r.Kind(h.Node) == "Mandate" }
		if hits := slices.DeleteFunc(r.find(text, maxPassages), isMandate); len(hits) > 0 {
			return hits
		}
		if i > 0 {
			continue
		}
		if hits := r.findInActs(text); len(hits) > 0 {
			return hits
		}
	}
	return nil
}

// findInActs finds acts that have words in different paragraphs, each by the
// paragraph that has most of them.
func (r *Reader) findInActs(words string) []search.Hit {
	hits, _ := search.FindInAct(r.ctx, r.Snapshot, words, maxPassages) // none is an answer
	for i := range hits {
		hits[i].Node = hits[i].Part
	}
	return hits
}
