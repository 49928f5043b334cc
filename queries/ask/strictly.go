package ask

import (
	"context"
	"regexp"
	"slices"
	"strings"
)

// Questions with a word that the parts of a question do not carry: in which order, how
// many, in what manner.

// inWhatManner matches the question in what manner one act was adopted.
var inWhatManner = regexp.MustCompile(`(?i)^how (?:was|were|is|did) (.+?) (?:adopted|passed|approved)\??$`)

// answerStrictly answers such a question; ok is false for any other.
func (r *Reader) answerStrictly(ctx context.Context, question string) (answer Answer, ok bool, err error) {
	if answer, ok, err = r.answerOrder(ctx, question); ok || err != nil {
		return answer, ok, err
	}
	if answer, ok, err = r.answerNumber(ctx, question); ok || err != nil {
		return answer, ok, err
	}
	m := inWhatManner.FindStringSubmatch(question)
	if m == nil {
		return Answer{}, false, nil
	}
	acts := r.actsReferred(m[1])
	if len(acts) != 1 || !r.Loaded(acts[0]) {
		return Answer{}, false, nil
	}
	if answer, ok, err = r.answerByParts(ctx, question); !ok || err != nil {
		return Answer{}, false, err
	}
	answer.Sentence = telling{Reader: r}.howTold(acts[0])
	answer.Text = wrap(answer.Sentence, 0) + "\n\n" + answer.Text
	return answer, true, nil
}

// takesYear says that a reading takes the year behind “in” for an act of that number.
func (u *understanding) takesYear(question string) bool {
	for i, s := range u.slots {
		if s.Sort == "act" && isYear(u.values[i]) && strings.Contains(question, " in "+u.values[i]) {
			return true
		}
	}
	return false
}

// guessesObject says that the object of a question whether was only guessed: a fund is not
// the fund that the store knows by a longer name.
func (r *Reader) guessesObject(u *understanding, question string) bool {
	if u.meant == nil || u.meant.Operation != opWhether {
		return false
	}
	return slices.ContainsFunc(u.meant.Clauses, func(c clause) bool {
		n, one := c.Object.one()
		text := strings.ToLower(c.Object.Text)
		asked := strings.ToLower(question)
		some := strings.Contains(asked, " a "+text) || strings.Contains(asked, " an "+text)
		return one && text != "" && some && !r.isCalled(n, text)
	})
}
