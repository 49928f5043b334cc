package ask

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"mandategraph/graph/snapshot"
)

// Whether so many abstained, voted or sponsored: the number that is printed, or that of
// the sponsors that were read, is compared with the one of the question.

var (
	// soMany matches a number of votes or of those who vote or sponsor.
	soMany = regexp.MustCompile(`(?i)\b((?:at least|at most|more than|fewer than|less than|exactly|only|just) )?` +
		`(\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen) (?:abstentions?|abstained|(?:negative |affirmative )?votes?|` +
		`states?|members?|countries|country|delegations?|(?:co-?)?sponsors?)\b`)
	// whetherSoMany begins such a question.
	whetherSoMany = regexp.MustCompile(`(?i)^(?:were|was|did|are|is|have|has|had)\b`)
)

// numbersOf are the ways in which many can take part in an act: the words for it, the
// property with their number, and the question for their names.
var numbersOf = []struct {
	asks               *regexp.Regexp
	property, did, who string
}{
	{regexp.MustCompile(`(?i)\babst`), "abstentions", "abstained", "Who abstained on "},
	{regexp.MustCompile(`(?i)\bagainst\b|\bnegative\b`), "votesAgainst", "voted against", "Who voted against "},
	{regexp.MustCompile(`(?i)\bvoted? for\b|\bfavour\b|\baffirmative\b`), "votesFor", "in favour", "What was the vote on "},
	{regexp.MustCompile(`(?i)sponsor`), "", "sponsored", "Who sponsored "},
}

// answerNumber answers such a question about one act; ok is false where it names none or
// several, somebody besides, or where no number is known.
func (r *Reader) answerNumber(ctx context.Context, question string) (answer Answer, ok bool, err error) {
	m := soMany.FindStringSubmatch(question)
	if m == nil || !whetherSoMany.MatchString(question) {
		return Answer{}, false, nil
	}
	act, one := r.onlyAct(question)
	if !one {
		return Answer{}, false, nil
	}
	number, did, answer, err := r.numberTold(ctx, act, question)
	if err != nil || did == "" {
		return Answer{}, false, err
	}
	so := compares(strings.ToLower(strings.TrimSpace(m[1])), number, numberOf(m[2]))
	said := fmt.Sprintf("Yes: %s (%s, %s).", decimal(number), r.called(act), did)
	if !so {
		said = fmt.Sprintf("No: %s (%s, %s), not %s.", decimal(number), r.called(act), did, strings.ToLower(m[1]+m[2]))
	}
	answer.Sentence, answer.Verdict, answer.Text = said, &so, said+"\n\n"+answer.Text
	return answer, true, nil
}

// onlyAct is the one act that a question names, where it names no State.
func (r *Reader) onlyAct(question string) (act snapshot.Node, ok bool) {
	var acts []snapshot.Node
	for _, n := range r.read(question).mentioned {
		switch {
		case r.Kind(n) == "State":
			return snapshot.NoNode, false
		case r.isAct(n) && !slices.Contains(acts, n):
			acts = append(acts, n)
		}
	}
	if len(acts) != 1 {
		return snapshot.NoNode, false
	}
	return acts[0], true
}

// compares says that a number is what was asked for.
func compares(how string, number, asked int) bool {
	switch how {
	case "at least":
		return number >= asked
	case "at most":
		return number <= asked
	case "more than":
		return number > asked
	case "fewer than", "less than":
		return number < asked
	}
	return number == asked
}

// numberTold is the number of votes that an act prints, or that of the sponsors that were
// read, with an answer that shows them; did is empty where it is not known.
func (r *Reader) numberTold(
	ctx context.Context, act snapshot.Node, question string,
) (n int, did string, a Answer, err error) {
	for _, way := range numbersOf {
		if !way.asks.MatchString(question) {
			continue
		}
		if a, err = r.answer(ctx, way.who+r.sayable(act)+"?"); err != nil || a.Data == nil {
			return 0, "", a, err
		}
		if way.property == "" {
			return len(a.Rows), map[bool]string{true: way.did}[len(a.Rows) > 0], a, nil
		}
		if n, err := strconv.Atoi(r.Text(act, way.property)); err == nil {
			return n, way.did, a, nil
		}
		return 0, "", a, nil // no number is printed
	}
	return 0, "", a, nil
}
