package ask

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"

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
	answer.Entities = r.namedLike(words)
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

// shownPassages is the number of passages in the text of an answer that is none.
const shownPassages = 5

// passageLines are the places of passages with their words below; a title that says when and
// where a session was held stands above the first of its report.
func (r *Reader) passageLines(list []Passage) string {
	var b strings.Builder
	titled := map[snapshot.Node]bool{}
	for _, p := range list {
		place := shortPlace(r.ID(p.Node))
		if date := r.Date(p.Whole); date != "" {
			place += "  " + date
		}
		b.WriteString("  " + place + "\n")
		if title := r.Title(p.Whole); !titled[p.Whole] && len(title) <= longTitle && heldIn.MatchString(title) {
			titled[p.Whole] = true
			b.WriteString("      " + wrap(title, len("      ")) + "\n")
		}
		for _, line := range slices.Concat(r.leadOf(p.Node), []string{p.starred()}, r.itemsOf(p.Node)) {
			b.WriteString("      " + wrap(line, len("      ")) + "\n")
		}
	}
	return b.String()
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

// maxPassages is the number of passages that are shown where a question has no
// answer.
const maxPassages = 12
