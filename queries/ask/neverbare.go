package ask

import (
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/search"
	"mandategraph/graph/snapshot"
)

// A question that was not read is never refused barely: the paragraphs with the most of its
// words are shown, and it is said which of its words no loaded text has.

// notReadAsFact stands instead of the refusal where paragraphs follow.
const notReadAsFact = "This was not read as a question that facts answer."

// addNearest gives such an answer the paragraphs with the most of the words of the whole
// question, where it has none.
func (r *Reader) addNearest(question string, answer *Answer) {
	if answer.Data != nil || len(answer.Named) > 0 || len(r.unknownActs(question)) > 0 {
		return
	}
	words := sayingWords(votingAsked.ReplaceAllString(besideWords(question), ""))
	if !search.HasWords(words) ||
		len(answer.Candidates) > 0 &&
			!slices.ContainsFunc(answer.Candidates, func(n snapshot.Node) bool { return !r.isAct(n) }) {
		return
	}
	absent := r.inNoText(words)
	list := answer.Passages
	if len(list) == 0 {
		list = r.nearestOf(words, question)
	}
	lacking := ""
	if len(absent) > 0 {
		lacking = "No loaded text has the words “" + strings.Join(absent, "”, “") + "”."
	}
	if len(list) == 0 {
		if lacking != "" && answer.Parse == notUnderstood {
			answer.Text = strings.TrimRight(answer.Text, "\n") + "\n\n" + lacking + "\n"
		}
		return
	}
	said := notReadAsFact
	if why, _, more := strings.Cut(answer.Sentence, " The nearest that are known"); more && !strings.HasPrefix(why, "I do not know") {
		said = why + " " + said
	}
	if len(answer.Candidates) > 0 || answer.Parse != notUnderstood {
		said = strings.TrimRight(answer.Text, "\n") + "\n\n" + said
	}
	said = strings.TrimSpace(said + " " + lacking)
	if len(answer.Candidates) == 0 && answer.Parse == notUnderstood {
		answer.Sentence = said
	}
	answer.Passages = list
	answer.Text = said + "\n\n" + evidenceLead + "\n\n" + r.passageLines(list)
	if answer.Parse == notUnderstood && len(answer.Suggestions) > 0 {
		answer.Text += "\nThe nearest questions that are known:\n\n" + suggested(answer.Suggestions)
	}
}

// suggested lists questions, one a line.
func suggested(list []Suggestion) string {
	lines := make([][]string, len(list))
	for i, s := range list {
		lines[i] = []string{s.Question, s.Title}
	}
	return align(lines)
}

// nearestOf are the best paragraphs that have at least two of some words, or the only one.
func (r *Reader) nearestOf(words, question string) []Passage {
	q := PassageQuery{Words: words, Question: question, Within: r.begunBy(question)}
	found, err := r.FindPassages(r.ctx, q)
	if err == nil && found.Total() == 0 && len(q.Within) > 0 {
		q.Within = nil
		found, err = r.FindPassages(r.ctx, q)
	}
	if err != nil || found.Total() == 0 {
		return nil
	}
	if len(q.Within) > 0 {
		return found.First(shownPassages)
	}
	having := search.CountWords(words) - len(found.At(0).Lacking)
	if having < min(leastHaving, search.CountWords(words)) {
		return nil
	}
	return found.First(shownPassages)
}

// begunBy are the loaded acts that began what a question names: what it was to do stands there.
func (r *Reader) begunBy(question string) (acts []snapshot.Node) {
	for _, n := range r.read(question).mentioned {
		if !r.hasLife(n) {
			continue
		}
		for _, e := range r.In(n, graph.Life[0]) {
			if act, _ := r.Ends(e); r.Loaded(act) && !slices.Contains(acts, act) {
				acts = append(acts, act)
			}
		}
	}
	return acts
}

// inNoText are the words among some that no loaded text has.
func (r *Reader) inNoText(words string) (list []string) {
	for w := range strings.FieldsSeq(strings.ReplaceAll(words, `"`, " ")) {
		w = strings.Trim(w, ",.;:?!()'’+")
		if len(w) < len("ECE") || !search.HasWords(w) || slices.Contains(list, w) {
			continue
		}
		if !r.foundIn(w, PassageQuery{}) {
			list = append(list, w)
		}
	}
	return list
}
