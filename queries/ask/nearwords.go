package ask

import (
	"context"
	"regexp"
	"strings"

	"mandategraph/graph/names"
	"mandategraph/graph/search"
)

// The paragraphs that come nearest to a question that was not read, and how texts write the
// sessions that questions name by a figure.

// nearestPassages shows the paragraphs that have most of the words of a question that was
// not read, and says that they are only that; ok is false where they have few, and where
// the question names an act that is not there.
func (r *Reader) nearestPassages(ctx context.Context, question string) (answer Answer, ok bool, err error) {
	d := r.read(question)
	if len(r.unknownActs(question)) > 0 {
		return Answer{}, false, nil
	}
	d.nearest = true
	if answer, _, err = r.passagesFor(ctx, d, question); err != nil || len(answer.Passages) == 0 {
		return Answer{}, false, err
	}
	words := search.CountWords(sayingWords(d.Words))
	having := words - len(answer.Passages[0].Lacking)
	return answer, having >= leastHaving && having*5 >= words*2, nil
}

// leastHaving is how many words of a question a paragraph must have to be near to it.
const leastHaving = 2

// nearestLead says what such paragraphs are.
func nearestLead(telling) string {
	return "this was not read as a question that facts answer; these paragraphs have most of its words:"
}

// sessionFigures matches the number of a session, in figures or letters.
var sessionFigures = regexp.MustCompile(`(?i)"?\b([\w-]+(?:st|nd|rd|th)) session\b"?`)

// ordinalFigures matches an ordinal number in figures.
var ordinalFigures = regexp.MustCompile(`\b\d{1,2}(?:st|nd|rd|th)\b`)

// sessionsSpelt writes the numbers of sessions as texts do: the fourteenth session.
func sessionsSpelt(words string) string {
	if strings.Contains(words, "sessions") { // the 39th and 40th sessions
		words = ordinalFigures.ReplaceAllStringFunc(words, func(word string) string {
			if n := numberOf(strings.TrimRight(word, "stndrh")); n > 0 {
				return names.Ordinals(n)[n-1]
			}
			return word
		})
	}
	return sessionFigures.ReplaceAllStringFunc(words, func(found string) string {
		word := strings.ToLower(sessionFigures.FindStringSubmatch(found)[1])
		n := max(names.OrdinalNumber(word), numberOf(strings.TrimRight(word, "stndrh")))
		if n < 1 || n > lastOrdinal {
			return found
		}
		return `"` + names.Ordinals(n)[n-1] + ` session"`
	})
}
