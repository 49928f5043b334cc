package ask

import (
	"context"
	"fmt"
	"regexp"
	"strings"
	"time"

	"mandategraph/graph/snapshot"
)

// Whether one thing came about before or after another, and which acts did: the days on
// which they began are compared. What stands behind “before” did nothing.

var (
	// cameBefore matches the question whether.
	cameBefore = regexp.MustCompile(`(?i)^(?:was|were|is|did|has) (.+?) (set up|taken up|\w+) ` +
		`(before|after|prior to|earlier than|later than) (.+?)\??$`)
	// beginningVerb are the participles of what has a first day.
	beginningVerb = regexp.MustCompile(`(?i)^(?:established|created|adopted|passed|founded|set up|formed)$`)
	// actsBefore matches the question which acts.
	actsBefore = regexp.MustCompile(`(?i)^(.*\b(?:resolutions|decisions|acts)\b.*\b(?:adopted|passed)) ` +
		`(before|after|prior to|earlier than|later than) (.+?)\??$`)
)

// earlier says that a word asks for what was first.
func earlier(word string) bool {
	return !strings.EqualFold(word, "after") && !strings.EqualFold(word, "later than")
}

// answerOrder answers such a question; ok is false where what stands behind the word is
// no thing with a name, such as a year.
func (r *Reader) answerOrder(ctx context.Context, question string) (answer Answer, ok bool, err error) {
	if m := actsBefore.FindStringSubmatch(question); m != nil {
		return r.actsInOrder(ctx, m[1], m[2], m[3])
	}
	m := cameBefore.FindStringSubmatch(question)
	if m == nil || r.saysTime(m[4]) {
		return Answer{}, false, nil
	}
	first, second := r.resolveSlot("thing", m[1]), r.resolveSlot("thing", m[4])
	if len(second) == 0 {
		return Answer{}, false, nil
	}
	if !beginningVerb.MatchString(m[2]) || len(first) != 1 || len(second) != 1 {
		return r.undecidedOrder(ctx, question)
	}
	a, b := r.beginningOf(first[0]), r.beginningOf(second[0])
	known := a != "" && b != "" && r.savedFor(first[0]) != "" && r.savedFor(second[0]) != ""
	if !known || a != b && (strings.HasPrefix(a, b) || strings.HasPrefix(b, a)) {
		return r.undecidedOrder(ctx, question)
	}
	so := a < b && earlier(m[3]) || a > b && !earlier(m[3])
	said := fmt.Sprintf("%s %s, %s %s.", r.called(first[0]), a, r.called(second[0]), b)
	if so {
		said = "Yes: " + said
	} else {
		said = "No: " + said
	}
	answer, err = r.besideEachOther(ctx, []snapshot.Node{first[0], second[0]}, said)
	answer.Verdict = &so
	return answer, err == nil, err
}

// saysTime says that words are a year, a month or a day.
func (r *Reader) saysTime(words string) bool {
	parts := r.parted(words)
	return len(parts) > 0 && parts[len(parts)-1].since != ""
}

// besideEachOther puts the beginnings of several things under one sentence.
func (r *Reader) besideEachOther(ctx context.Context, things []snapshot.Node, said string) (Answer, error) {
	var parts []Answer
	for _, n := range things {
		part, err := r.beganBy(ctx, n)
		if err != nil {
			return Answer{}, err
		}
		part.Question = r.called(n)
		part.shorten()
		parts = append(parts, part)
	}
	answer := parts[0]
	answer.Parts, answer.Question, answer.Sentence = parts, "", said
	answer.Text = wrap(said, 0) + "\n\n"
	for _, part := range parts {
		answer.Text += part.Text + "\n"
	}
	return answer, nil
}

// undecidedOrder shows the paragraphs for a question whose days are not both known.
func (r *Reader) undecidedOrder(ctx context.Context, question string) (Answer, bool, error) {
	answer, ok, err := r.answerByPassages(ctx, question)
	if !ok && err == nil {
		answer = r.unknown("The days that this question compares were not both read.", question)
	}
	return answer, true, err
}

// actsInOrder lists the acts of the days before or after that of one act.
func (r *Reader) actsInOrder(ctx context.Context, asked, word, name string) (Answer, bool, error) {
	named := r.actsReferred(name)
	if len(named) != 1 {
		return Answer{}, false, nil
	}
	day, err := time.Parse(time.DateOnly, r.Date(named[0]))
	if err != nil {
		return Answer{}, false, nil // no full day: nothing comes before or after it for certain
	}
	read := asked + " since " + day.AddDate(0, 0, 1).Format("2 January 2006")
	if earlier(word) {
		read = asked + " until " + day.AddDate(0, 0, -1).Format("2 January 2006")
	}
	answer, ok, err := r.answerByParts(ctx, read)
	if ok && err == nil {
		said := fmt.Sprintf("%s was adopted on %s; others of that day are left out.", r.called(named[0]), r.Date(named[0]))
		answer.ReadAs, answer.Text = read, said+"\n"+answer.Text
	}
	return answer, ok, err
}
