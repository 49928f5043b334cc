package ask

import (
	"cmp"
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/search"
	"mandategraph/graph/snapshot"
	"mandategraph/queries"
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
var sessionInWords = regexp.MustCompile(`(?i)\b(?:\d+(?:st|nd|rd|th)|[a-z]+(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tieth)) ` +
	`(?:regular |special |annual |resumed )?session\b|\bsession \d`)

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
	if r.foundNothing(u, answer) {
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
		r.support(u, &answer)
	}
	return answer, err
}

// answerByPassages looks for the words of a question, inside the texts that it
// names; ok is false where no paragraph has any.
func (r *Reader) answerByPassages(ctx context.Context, question string) (answer Answer, ok bool, err error) {
	d := r.read(question)
	if d.needsMore() || len(r.unknownActs(question)) > 0 {
		return Answer{}, false, nil
	}
	answer, ok, err = r.passagesFor(ctx, d, question)
	if wide := d.widened(r); !ok && err == nil && wide != nil {
		answer, ok, err = r.passagesFor(ctx, wide, question)
	}
	return answer, ok, err
}

// passagesFor looks for the words of a meaning.
func (r *Reader) passagesFor(ctx context.Context, d *meaning, question string) (answer Answer, ok bool, err error) {
	c := &composer{Reader: r, meaning: d, declared: map[string]string{}, u: &understanding{
		variables: map[string]any{}, nodes: map[string]snapshot.Node{}, lists: map[string][]snapshot.Node{}, meant: d,
	}}
	d.asksFact = d.asksFact || d.Operation == opWhether || d.Operation == opList && len(d.Clauses) > 0 && d.Wanted != nil && d.Wanted.kind == "Act"
	d.asWords()
	if !c.passages() {
		return Answer{}, false, nil
	}
	c.finish()
	c.u.readAs = r.line(d)
	answer, err = r.answerMeant(ctx, c.u, question)
	ok = enough(answer.Passages, search.CountWords(sayingWords(d.Words)), len(d.texts) > 0) ||
		mentioning.MatchString(question) && r.allLoaded(d.texts) || answer.hasRareOfTwo(d.Words)
	return answer, err == nil && ok, err
}

// hasRareOfTwo says that what was found has one of two words that few paragraphs have:
// Nagorno-Karabakh, of which a text spells half in another way.
func (a Answer) hasRareOfTwo(words string) bool {
	return search.CountWords(sayingWords(words)) == 2 && len(a.Passages) > 0 && len(a.Passages[0].Lacking) == 1 &&
		a.Completeness.Found <= fewHaving
}

// fewHaving is how many paragraphs have a word that is rare.
const fewHaving = 60

// allLoaded says that the texts of a question are there, so that what is not found in
// them does not stand in them.
func (r *Reader) allLoaded(texts []term) bool {
	return len(texts) > 0 && !slices.ContainsFunc(texts, func(t term) bool {
		return slices.ContainsFunc(t.Nodes, func(n snapshot.Node) bool { return !r.isAct(n) || !r.Loaded(n) })
	})
}

// widened is a meaning with the bodies and sessions as words to look for, in whose own
// texts nothing was found; nil where it looks into none.
func (d *meaning) widened(r *Reader) *meaning {
	wide := *d
	wide.texts = slices.DeleteFunc(slices.Clone(d.texts), func(t term) bool {
		return slices.ContainsFunc(t.Nodes, func(n snapshot.Node) bool { return r.Kind(n) == "Body" || r.Kind(n) == "Session" })
	})
	if len(wide.texts) == len(d.texts) {
		return nil
	}
	for _, t := range d.texts {
		within := slices.ContainsFunc(wide.texts, func(other term) bool { return other.Text == t.Text })
		said := t.Text
		if n, one := t.one(); one && r.Kind(n) == "Session" {
			said = cmp.Or(r.sessionInTexts(n), said)
		}
		if !within && !slices.Contains(d.content, said) {
			wide.content = append(slices.Clone(wide.content), said)
		}
	}
	return &wide
}

// needsMore says that passages would answer another question: one that denies
// something, or asks about an act that is not there.
func (d *meaning) needsMore() bool {
	return slices.ContainsFunc(d.Left, func(word string) bool {
		return lexicon()[graph.Slug(word)].cue == "not" || numberInWords.MatchString(word)
	}) || slices.ContainsFunc(d.content, actNumber.MatchString)
}

// actNumber matches the number of an act as people write it, and nothing else.
var actNumber = regexp.MustCompile(`^\d+/(?:\d+|[A-Z]+\.\d+)$`)

// enough says that the best passage has three words that were looked for, or three
// in five of them; one is enough inside a text that the question names.
func enough(found []Passage, words int, within bool) bool {
	if len(found) == 0 {
		return false
	}
	lacking := len(found[0].Lacking)
	return within || words-lacking >= 3 || 5*lacking <= 2*words
}

// asWords makes a search for passages of a meaning: all words that mean something
// and are no text to look into.
func (d *meaning) asWords() {
	if d.Words = strings.Join(d.content, " "); d.Words == "" && d.Operation == opReport {
		d.Words = "report"
	}
	d.Operation, d.Clauses, d.Wanted, d.Pick, d.Bodies, d.Sessions = opSay, nil, nil, "", nil, nil
	d.Names = nil
	for _, name := range d.texts {
		same := func(other term) bool { return slices.Equal(other.Nodes, name.Nodes) }
		if !slices.ContainsFunc(d.Names, same) {
			d.Names = append(d.Names, name)
		}
	}
}

// says looks for passages about words, inside what the question names.
func (c *composer) says() bool {
	if c.Operation != opSay && c.Words == "" {
		return false
	}
	c.asksFact = c.Operation == opWhether
	c.asWords()
	return c.passages()
}

// passages composes the search for passages.
func (c *composer) passages() bool {
	if !search.HasWords(c.Words) {
		return false
	}
	c.declare("words", "String!", c.Words)
	arguments := "words: $words, first: 20"
	if !mentioning.MatchString(c.question) {
		c.declare("question", "String", c.question)
		arguments += ", question: $question"
	}
	var within []snapshot.Node
	for _, name := range c.Names {
		within = append(within, name.Nodes...)
	}
	within = slices.Concat(within, c.Sessions, c.Bodies)
	if len(within) > 0 {
		c.declare("within", "[ID!]", c.idsOf(within))
		arguments += ", within: $within"
	}
	absent := c.absences(c.question, c.meaning)
	if c.Since = toYear(c.Since); c.Until != "" {
		c.Until = toYear(c.Until)
	}
	if !c.holdsTextsOf(c.Since, c.Until) {
		c.Since, c.Until = "", "" // a text tells of other times than its own
	}
	for name, value := range map[string]string{"from": c.Since, "to": c.Until} {
		if value != "" {
			c.declare(name, "String", value)
		}
	}
	if c.Since != "" {
		arguments += ", from: $from"
	}
	if c.Until != "" {
		arguments += ", to: $to"
	}
	saved, _ := queries.ByName("passages")
	_, fields, _ := strings.Cut(saved.Text, "within: $within, first: 20)")
	fields, _, _ = strings.Cut(fields, "\n}")
	c.text("passages(" + arguments + ")" + fields)
	own := forms["passages"]
	own.remark = func(t telling) string { return strings.TrimSpace(strings.Join(absent, " ") + " " + partly(t)) }
	c.u.form = &own
	c.u.form.header = ""
	c.u.beside = c.besides
	if c.asksFact {
		c.u.form.lead = factLead
	}
	return true
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
		return "no loaded paragraph has the words."
	case len(lacking) > 0:
		return "not found in so many words: no paragraph that was searched has all of them (the best lacks “" +
			strings.Join(lacking, "”, “") + "”). The nearest paragraphs:"
	}
	return "this was not read as a fact; these paragraphs have all the words looked for:"
}
