package ask

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"mandategraph/graph/search"
	"mandategraph/graph/snapshot"
)

// Paragraphs with the words of a whole question, below an answer that leaves some of
// them out: what was not read as a fact can still be read where it stands.

// evidenceLead stands above them.
const evidenceLead = "Nearest words to the whole question, not read as a fact:"

// addEvidence adds them to an answer that has not used all words of its question, has
// found nothing, or is none. An answer that is itself the passages of the question has
// them already.
func (r *Reader) addEvidence(question string, answer *Answer) {
	if !r.wantsEvidence(question, *answer) {
		return
	}
	list := r.evidence(question)
	shown := slices.DeleteFunc(slices.Clone(list), func(p Passage) bool {
		return strings.Contains(answer.Text, shortPlace(r.ID(p.Node)))
	})
	if shown = shown[:min(len(shown), shownPassages)]; len(shown) == 0 {
		return
	}
	answer.Passages = append(answer.Passages, shown...)
	answer.Text += "\n" + evidenceLead + "\n\n" + r.passageLines(shown)
}

// wantsEvidence says that an answer leaves words of its question out. A phrasing that fits
// takes all of them; where only parts were read, each word has to come up.
func (r *Reader) wantsEvidence(question string, answer Answer) bool {
	parts := strings.HasPrefix(answer.Parse, byItsParts)
	names := search.HasWords(unsaid(strings.Join(r.read(question).content, " ")))
	switch {
	case len(answer.Named) > 0, !names && !parts, strings.Contains(answer.Text, wordsStandIn):
		return false // a name alone, nothing to look for, or shown already
	case answer.Data == nil && len(answer.Candidates) == 0, answer.leavesOut():
		return true
	case answer.Data != nil && len(answer.Rows) == 0 && answer.Verdict == nil,
		strings.Contains(answer.Text, "established it "+notReadBefore):
		return true
	case strings.HasPrefix(answer.Parse, byItsParts+opHistory),
		answer.saysPassages() && len(r.divide(question).pieces) == 0:
		return false
	}
	words := timeWord.ReplaceAllString(besideWords(cmp.Or(answer.ReadAs, question)), "")
	return parts && len(search.Missing(words, answer.Text)) > 0
}

// timeWord matches what only says of which time something is asked, and words that stand for
// what was named before: which ones.
var timeWord = regexp.MustCompile(`\b(?:19|20)\d\d(?:[-–/](?:19|20)?\d\d)?s?\b|\b(?i:ones?|respectively|each)\b`)

// unsaid are the words of a text that mean nothing in a question by themselves.
func unsaid(text string) string {
	left := slices.DeleteFunc(tokens(text), func(w token) bool {
		s := lexicon()[w.key]
		return s.cue != "" || s.verb != nil || s.noun != nil
	})
	words, _ := joined(left, 0, len(left))
	return sayingWords(words)
}

// evidence are the best paragraphs for a whole question, inside the texts that it names;
// none where they have too few of its words.
func (r *Reader) evidence(question string) []Passage {
	d := r.read(question)
	words := strings.Join(d.content, " ")
	if search.CountWords(sayingWords(words)) < fewWords {
		words = besideWords(question)
	}
	var within []snapshot.Node
	for _, t := range d.texts {
		if len(d.Clauses) > 0 && slices.ContainsFunc(t.Nodes, r.isAct) {
			words += " " + t.Text // what other acts do to it stands in them
			continue
		}
		within = append(within, t.Nodes...)
	}
	q := PassageQuery{Words: words, Question: question, Within: within, From: toYear(d.Since), To: toYear(d.Until)}
	inside, timed, any := q, q, q
	inside.From, inside.To, timed.Within = "", "", nil
	any.From, any.To, any.Within = "", "", nil
	tried := []PassageQuery{q, inside, timed, any}
	for i, q := range tried {
		same := func(other PassageQuery) bool {
			return len(other.Within) == len(q.Within) && other.From == q.From && other.To == q.To
		}
		if slices.ContainsFunc(tried[:i], same) {
			continue // it found too little
		}
		found, err := r.FindPassages(r.ctx, q)
		if err == nil &&
			enough(found.First(1), search.CountWords(sayingWords(words)), len(q.Within) > 0 || q.From+q.To != "") {
			return found.First(maxPassages)
		}
	}
	return nil
}
