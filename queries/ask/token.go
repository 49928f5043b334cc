package ask

import (
	"regexp"
	"strings"

	"mandategraph/graph"
)

// A question as its words, before it is known what they mean.

// A token is a word of a question.
type token struct {
	// text is the word as typed, without marks around it; key is it folded, with
	// hyphens for what is no letter or figure.
	text, key string
	// stop says that a comma or the like stands behind it; owns that it is a possessive.
	stop, owns bool
}

var (
	// possessive is the ending of a name that owns something: UNIFIL's.
	possessive = regexp.MustCompile(`['’]s?$`)
	// marksAround are what may stand around a word and is no part of it.
	marksAround = " ,.;:?!\"“”„«»‘’'`[]{}<>"
)

// maxTokens bounds the words of a question that are read.
const maxTokens = 80

// tokens splits a question into words. A number keeps the bracket behind it:
// 1373 (2001) is two words, the second of which is the year.
func tokens(question string) []token {
	var list []token
	question = strings.ReplaceAll(strings.ReplaceAll(question, "—", " "), "–", "-")
	for _, field := range strings.Fields(question) {
		word := unbracketed(strings.Trim(field, marksAround))
		owns := possessive.MatchString(word)
		if owns {
			word = possessive.ReplaceAllString(word, "")
		}
		opens := strings.HasPrefix(field, "(") && !inBrackets.MatchString(strings.Trim(field, marksAround))
		if opens && len(list) > 0 {
			list[len(list)-1].stop = true
		}
		key := graph.Slug(word)
		if key == "" {
			if len(list) > 0 && strings.ContainsAny(field, ",;:") {
				list[len(list)-1].stop = true
			}
			continue
		}
		list = append(list, token{word, key, stops(field, word), owns})
		if len(list) == maxTokens {
			break
		}
	}
	return list
}

// stops says that a comma or the like, or a bracket that is no part of the word, stands
// behind it.
func stops(field, word string) bool {
	return strings.TrimRight(field, ",;:") != field || strings.TrimRight(field, ",;:)") != field && !inBrackets.MatchString(word)
}

// unbracketed is a word without a bracket that opens or closes around several
// words; one around a number, or around a part of a word, belongs to it.
func unbracketed(word string) string {
	if inBrackets.MatchString(word) {
		return word
	}
	if strings.Count(word, "(") != strings.Count(word, ")") || strings.HasPrefix(word, "(") {
		word = strings.TrimRight(strings.TrimPrefix(word, "("), marksAround)
		if strings.Count(word, "(") < strings.Count(word, ")") {
			word = strings.TrimSuffix(word, ")")
		}
	}
	return strings.Trim(word, marksAround)
}

var inBrackets = regexp.MustCompile(`^\((?:\d+|[IVXLC]+|E?S-[\dIVXLC]+)\)$`)

// spelled are the letters in which British and American spelling differ inside
// names of bodies: organised, organized.
var spelled = regexp.MustCompile(`is(e|ed|es|ing|ation|ations)\b`)

// nameKey is a name folded so that what people leave out or write otherwise makes
// no difference: the article, United Nations or UN, organised or organized.
func nameKey(slug string) string {
	slug = strings.ReplaceAll("-"+slug+"-", "-united-nations-", "-un-")
	slug = strings.ReplaceAll(slug, "-wg-", "-working-group-")
	slug = strings.ReplaceAll(slug, "-the-", "-")
	slug = strings.ReplaceAll(slug, "-and-", "-")
	return spelled.ReplaceAllString(strings.Trim(slug, "-"), "iz$1")
}

// joined are the words from one to before another as typed, and their key.
func joined(words []token, from, to int) (text, key string) {
	texts, keys := make([]string, 0, to-from), make([]string, 0, to-from)
	for _, w := range words[from:to] {
		texts, keys = append(texts, w.text), append(keys, w.key)
	}
	return strings.Join(texts, " "), strings.Join(keys, "-")
}
