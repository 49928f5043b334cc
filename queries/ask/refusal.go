package ask

import (
	"context"
	"fmt"
	"regexp"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/search"
	"mandategraph/graph/snapshot"
	"mandategraph/queries"
)

// unknown is the answer to a question that is not understood: the questions that
// come nearest to it, about what it names; else those to begin with.
func (r *Reader) unknown(why, question string) Answer {
	lead, list := "The nearest that are known:", r.nearestQuestions(question)
	if words := r.wordsQuestions(question); len(words) > 0 {
		list = append(list[:min(len(list), maxSuggestions-1)], words...)
	}
	absent := r.absences(question, r.read(question))
	if len(list) == 0 && len(absent) > 0 {
		lead = ""
	} else if len(list) == 0 {
		lead = "These have an answer:"
		for _, example := range r.Examples() {
			list = append(list, Suggestion{Question: example, Whole: true})
		}
	}
	if len(absent) > 0 {
		why += " " + strings.Join(absent, " ")
	}
	answer := Answer{Sentence: strings.TrimSpace(why + " " + lead), Parse: notUnderstood, Suggestions: list}
	var lines [][]string
	for _, s := range list {
		lines = append(lines, []string{s.Question, s.Title})
	}
	answer.Text = answer.Sentence + "\n\n" + align(lines)
	return answer
}

// notUnderstood is how a question was understood that was not.
const notUnderstood = "not understood"

// maxSuggestions is the number of questions that are suggested.
const maxSuggestions = 5

// Known lists the questions that ask understands, in words.
func Known() string { return legend(queries.All()) }

// legend lists questions with what stands in their slots.
func legend(list []queries.Query) string {
	var lines [][]string
	for _, q := range list {
		if len(q.Phrasings) > 0 {
			lines = append(lines, []string{q.Phrasings[0], q.Title})
		}
	}
	return align(lines) + "\n{act} is an act (12/4, resolution 76/185), {thing} an act or anything else with a name; " +
		"a name or an id stands for the others.\n"
}

// sorts of slots in words.
var sorts = map[string]string{
	"act": "act", "thing": "act or other entity", "entity": "entity", "body": "body",
	"state": "State, group or organization", "treaty": "treaty", "session": "session",
	"item": "item of an agenda", "adopter": "body", "words": "act about this", "day": "day",
}

// nothing is the answer where nothing fits a slot.
func (r *Reader) nothing(u *understanding, question string) Answer {
	sort, value := sorts[u.trouble.slot], shorten(u.trouble.value)
	if looseWords.MatchString(u.trouble.value) {
		return r.unknown(fmt.Sprintf("I cannot read %q as one %s.", value, sort), question)
	}
	why := fmt.Sprintf("No %s in the store fits %q", sort, value) + r.whyNothing(u.trouble) + "."
	for _, absent := range r.unknownActs(question) {
		if strings.Contains(absent, heldBeside) {
			why += " " + absent
		}
	}
	return Answer{Query: u.query.Name, Sentence: why, Text: why + "\n", Parse: u.parse()}
}

// whyNothing says what the words mean that fit no slot, or what is written nearly
// like them.
func (r *Reader) whyNothing(t *trouble) string {
	if other := r.resolveSlot("thing", t.value); len(other) > 0 {
		return fmt.Sprintf("; %s (%s) is none", r.called(other[0]), r.ID(other[0]))
	}
	kinds := slotKinds[t.slot]
	if t.slot == "thing" || t.slot == "entity" {
		kinds = namedKinds()
	}
	name, _ := cutFold(t.value, "the ")
	if len(kinds) > 0 && len(strings.Fields(name)) <= longestName {
		nearest, _ := search.FindFuzzy(r.ctx, r.Snapshot, name, 1, kinds...) // none where there are too many words
		for _, h := range nearest {
			return fmt.Sprintf("; the nearest is %s (%s)", r.called(h.Node), r.ID(h.Node))
		}
	}
	if where := r.whereNamed(t.value); where != "" {
		return "; its words stand in " + where
	}
	if search.CountWords(t.value) > 2 {
		return "; no paragraph has all these words"
	}
	return "; these words stand in no loaded text"
}

// longestName is the number of words in a name that is compared with all there are.
const longestName = 8

// looseWords belong to the question and not to a name: where one stands in a
// slot that nothing fits, the question was not understood.
var looseWords = regexp.MustCompile(`(?i)(?:^| )(?:not|never|no|without|except|but|why|how|when|where|who|what|which|` +
	`also|else|or|instead|did|does|do|is|was|were)(?: |$)`)

// ambiguous is the answer where several entities fit a slot.
func (r *Reader) ambiguous(u *understanding) Answer {
	sentence := fmt.Sprintf("%q may mean %d things:", shorten(u.trouble.value), len(u.trouble.candidates))
	var lines [][]string
	var again strings.Builder
	var suggestions []Suggestion
	for _, n := range u.trouble.candidates {
		lines = append(lines, []string{r.called(n), r.ID(n), r.Date(n), r.Title(n)})
		question := u.again(r.unique(n, u.trouble.candidates))
		suggestions = append(suggestions, Suggestion{Question: question, Whole: true})
		again.WriteString("  " + question + "\n")
	}
	return Answer{
		Query: u.query.Name, Variables: u.variables, Parse: u.parse(), Sentence: sentence,
		Text:       sentence + "\n\n" + align(lines) + "\nAsk again with:\n" + again.String(),
		Candidates: u.trouble.candidates, Suggestions: suggestions,
	}
}

// again is the phrasing of the question in plain words, with a clear name in
// place of the doubtful one.
func (u *understanding) again(clear string) string {
	words := plain(u.phrasing)
	for i, slot := range u.slots {
		value := u.values[i]
		if value == u.trouble.value {
			value = clear
		}
		for _, mark := range []string{"{" + slot.Variable + ":" + slot.Sort + "}", "{" + slot.Sort + "}"} {
			words = strings.Replace(words, mark, value, 1)
		}
	}
	return words
}

var alternatives = regexp.MustCompile(`\(([^|)]*)[^)]*\)|\[[^]]*\]`)

// plain takes the first of alternatives, and leaves out what may be left out.
func plain(phrasing string) string {
	return strings.Join(strings.Fields(alternatives.ReplaceAllString(phrasing, "$1")), " ")
}

// maxReadings is the number of candidates that are tried.
const maxReadings = 5

// mostMeant is of how many candidates the answers are told one after the other.
const mostMeant = 3

// eachAnswered tells of the candidates for which there is an answer, where the
// texts of all of them are loaded. It does not settle which one was meant.
func (r *Reader) eachAnswered(ctx context.Context, u *understanding) (string, error) {
	if len(u.trouble.candidates) > maxReadings {
		return "", nil
	}
	var told []string
	for _, n := range u.trouble.candidates {
		if r.Kind(n) != "Act" || !r.Loaded(n) {
			return "", nil
		}
		clear := r.understand(u.again(r.unique(n, u.trouble.candidates)))
		if clear == nil || clear.trouble != nil || clear.query.Name != u.query.Name {
			return "", nil
		}
		data, err := r.allPages(ctx, clear)
		if err != nil {
			return "", err
		}
		answer := r.tell(clear, data)
		if len(answer.Rows) > 0 {
			told = append(told, answer.Text)
		}
	}
	switch n := len(told); {
	case n == 1:
		return "\nOnly one of them has an answer:\n\n" + told[0], nil
	case n > 1 && n <= mostMeant:
		return "\nThe answers for each of them:\n\n" + strings.Join(told, "\n"), nil
	}
	return "", nil
}

// unique is the shortest way to name an entity that none of the others has.
func (r *Reader) unique(n snapshot.Node, among []snapshot.Node) string {
	_, kind, number, ok := graph.SplitActID(r.ID(n))
	if !ok {
		return r.ID(n)
	}
	for _, other := range among {
		_, k, m, _ := graph.SplitActID(r.ID(other))
		if other != n && k == kind && strings.EqualFold(m, number) {
			return r.ID(n)
		}
	}
	return kind + " " + number
}

// shorten keeps what somebody typed from filling an answer.
func shorten(s string) string {
	runes := []rune(s)
	if len(runes) > maxEcho {
		return string(runes[:maxEcho]) + "..."
	}
	return s
}

// maxEcho is how much of what somebody typed an answer repeats, in code points.
const maxEcho = 80
