package ask

import (
	"regexp"
	"slices"
	"strings"

	"mandategraph/graph"
)

// pointsBack matches a question that speaks of what the one before it named, by a pronoun or
// by the noun alone: it, afterwards, the Institute, the text.
var pointsBack = regexp.MustCompile(
	`(?i)\b(?:it|its|they|them|their|he|him|his|she|her|those|these|afterwards|thereafter|then)\b|` +
		`\bthe (?:text|draft|resolution|decision|body|group|committee|commission|institute|programme|mission` +
		`|operation|fund|panel|forum|` +
		`conference|plan|embargo|measures|sanctions|mechanism|platform|network|university|office|centre|force)\b`,
)

// mostSpoken is how many words say what a question is about.
const mostSpoken = 6

// spokenOf are the names in a question, else the words that it looks for.
func (r *Reader) spokenOf(question string) string {
	d := r.read(question)
	var list []string
	for _, t := range d.texts {
		if _, one := t.one(); one {
			list = append(list, t.Text)
		}
	}
	words := strings.Fields(strings.Join(append(list, d.content...), " "))
	return strings.Join(words[:min(len(words), mostSpoken)], " ")
}

// hasOwnWord says that the best paragraph found for a question has one of its own words, and
// not only those of what it points back to.
func (r *Reader) hasOwnWord(answer Answer, question string) bool {
	if len(answer.Passages) == 0 {
		return true // it was not looked for by words
	}
	own := slices.DeleteFunc(slices.Clone(r.read(question).content), func(w string) bool {
		return functionWord.MatchString(w) || lexicon()[graph.Slug(w)].verb != nil
	})
	has := func(w string) bool { return !slices.Contains(answer.Passages[0].Lacking, w) }
	return len(own) == 0 || slices.ContainsFunc(own, has)
}
