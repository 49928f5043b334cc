package ask

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"mandategraph/graph/snapshot"
)

// Questions that no phrasing fits: answered by their parts, else by the passages
// that have their words.

// answerByParts reads a question by its parts, composes the query for it and
// answers; ok is false where it has words that fit nothing, or where nothing is
// found and the reading is not sure.
func (r *Reader) answerByParts(ctx context.Context, question string) (answer Answer, ok bool, err error) {
	if u := r.meant(question); u != nil {
		return r.answerSurely(ctx, u, question)
	}
	return Answer{}, false, nil
}

// answerOtherwise answers a question that neither a phrasing nor its parts fit as it
// stands: with its words put right, as several questions, or by the passages that
// have its words.
func (r *Reader) answerOtherwise(ctx context.Context, question string) (answer Answer, ok bool, err error) {
	if right := r.corrected(question); right != question {
		if answer, ok, err = r.answerByParts(ctx, right); !ok && err == nil {
			answer, ok, err = r.answerOtherwise(ctx, right)
		}
		if ok {
			return r.spelt(answer, right), ok, err
		}
		answer.ReadAs = right
		return answer, ok, err
	}
	if left := besides.ReplaceAllString(question, ""); left != question {
		if answer, ok, err = r.answerByParts(ctx, left); ok || err != nil {
			said := "not read: " + strings.TrimSpace(besides.FindString(question))
			answer.Text += said + "\n"
			answer.Completeness.add(Lack{State: Guessed, Text: said})
			return answer, ok, err
		}
	}
	if answer, ok, err = r.answerByRegister(ctx, question); ok || err != nil {
		return answer, ok, err
	}
	return r.answerByPassages(ctx, question)
}

// spelt says that a question was read with other spellings.
func (r *Reader) spelt(answer Answer, right string) Answer {
	answer.ReadAs, answer.Text = right, fmt.Sprintf("Spelt as: %s\n", right)+answer.Text
	answer.Completeness.add(Lack{State: Guessed, Text: "the question was read with other spellings: " + right})
	return answer
}

// besides matches a remark in brackets that names nothing by a number.
var besides = regexp.MustCompile(`\s*\([^()\d]{3,}\)`)

// meant is what a question means; nil where it has words that fit nothing.
func (r *Reader) meant(question string, carried ...snapshot.Node) *understanding {
	d := r.read(question, carried...)
	if len(d.Left) > 0 || sessionInWords.MatchString(question) && !d.ofSession(r) {
		return nil
	}
	u := r.compose(d)
	if u != nil && len(d.Assumed) > 0 {
		u.readAs = r.line(d)
	}
	return u
}

// sessionInWords matches a session by its number: where no such session is known, an
// answer without it would be one to another question.
var sessionInWords = regexp.MustCompile(
	`(?i)\b(?:\d+(?:st|nd|rd|th)|[a-z]+(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tieth)) ` +
		`(?:regular |special |annual |resumed )?session\b|\bsession \d`,
)

// ofSession says that a session is among what a question means.
func (d *meaning) ofSession(r *Reader) bool {
	return len(d.Sessions) > 0 || slices.ContainsFunc(d.things(), func(n snapshot.Node) bool {
		return strings.Contains(r.ID(n), "/session/")
	})
}

// answerSurely answers what a question means; ok is false where nothing is found
// and the reading is not sure.
func (r *Reader) answerSurely(
	ctx context.Context, u *understanding, question string,
) (answer Answer, ok bool, err error) {
	answer, err = r.answerMeant(ctx, u, question)
	if err != nil || u.tentative && len(answer.Rows) == 0 {
		return Answer{}, false, err
	}
	if len(answer.Rows) == 0 && r.guessesObject(u, question) {
		return r.answerByPassages(ctx, question)
	}
	if right := r.corrected(question); len(answer.Rows) == 0 && u.meant.Words != "" && right != question {
		if other, found, err := r.answerByParts(ctx, right); found || err != nil {
			return r.spelt(other, right), found, err
		}
	}
	if r.foundNothing(u, answer) {
		if listed, found, err := r.answerByRegister(ctx, question); found || err != nil {
			return listed, found, err
		}
		if passages, found, err := r.answerByPassages(ctx, question); found || err != nil {
			return passages, found, err
		}
	}
	if u.query.Name == "about" && len(answer.Subjects) == 1 {
		r.offer(&answer)
	}
	if u.meant.Operation == opCount {
		answer.shorten()
	}
	return answer, true, nil
}

// foundNothing says that an answer has nothing to show, not even what comes near,
// where the texts may say more than was read: their words are better than a nought.
func (r *Reader) foundNothing(u *understanding, answer Answer) bool {
	if len(answer.Rows) == 0 && len(u.meant.Clauses) == 1 && u.meant.Clauses[0].is("speaksOn") {
		return true // texts tell who spoke under an item, seldom on what
	}
	nothing := len(answer.Rows) == 0 && len(answer.Passages) == 0 && len(answer.Candidates) == 0 && u.trouble == nil
	return nothing && !u.sure && answer.Completeness.State != Whole && (u.meant.Words != "" || len(answer.Completeness.Near) == 0)
}

// offer adds to what a name alone is the questions about it that have an answer.
func (r *Reader) offer(answer *Answer) {
	answer.Named = answer.Subjects
	list := r.about(answer.Subjects[0])
	if len(list) == 0 {
		return
	}
	answer.Text += "\nAsk about it:\n"
	for _, question := range list[:min(len(list), maxSuggestions)] {
		answer.Suggestions = append(answer.Suggestions, Suggestion{Question: question, Whole: true})
		answer.Text += "  " + question + "\n"
	}
}

// answerMeant answers what a question means, and says first how it was read.
func (r *Reader) answerMeant(ctx context.Context, u *understanding, question string) (Answer, error) {
	answer, err := r.answerUnderstood(ctx, u, question)
	if u.trouble == nil && err == nil {
		answer.Text = fmt.Sprintf("Read as: %s\n\n", r.line(u.meant)) + answer.Text
		r.saysLeftOut(u, &answer)
		r.saysUnloaded(u, &answer)
		r.support(u, &answer)
	}
	return answer, err
}

// readingOf says how a question was read by its parts.
func (r *Reader) readingOf(d *meaning) Reading {
	read := Reading{Line: r.line(d)}
	add := func(role, words string, nodes []snapshot.Node) {
		if words != "" || len(nodes) > 0 {
			read.Parts = append(read.Parts, Part{Role: role, Words: words, Nodes: nodes})
		}
	}
	add("operation", d.Operation, nil)
	if d.Wanted != nil {
		add("wanted", d.Wanted.word, nil)
	}
	for _, c := range d.Clauses {
		add("subject", c.Subject.Text, c.Subject.Nodes)
		add("relation", strings.Join(c.relations(), " "), nil)
		add("object", c.Object.Text, c.Object.Nodes)
	}
	for _, n := range d.Names {
		add("name", n.Text, n.Nodes)
	}
	add("body", "", d.Bodies)
	add("session", "", d.Sessions)
	add("time", span(d.Since, d.Until), nil)
	add("words", d.Words, nil)
	return read
}

// factLead says first of passages for a question whether something is so, or which act
// did something, how far they decide it.
func factLead(t telling) string {
	lacking := t.lackingWords()
	switch {
	case len(t.found) == 0:
		return "no paragraph that was searched has the words."
	case len(lacking) > 0:
		return "not found in so many words: no paragraph that was searched has all of them (the best lacks “" +
			strings.Join(lacking, "”, “") + "”). The nearest paragraphs:"
	}
	return "this was not read as a fact; these paragraphs have all the words looked for:"
}
