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

// Questions that are answered by the passages that have their words.

// answerByPassages looks for the words of a question, inside the texts that it
// names; ok is false where no paragraph has any.
func (r *Reader) answerByPassages(ctx context.Context, question string) (answer Answer, ok bool, err error) {
	d := r.read(question)
	if d.needsMore() || len(r.unknownActs(question)) > 0 {
		return Answer{}, false, nil
	}
	if told := d.inReports(r); told != nil {
		if answer, ok, err = r.passagesFor(ctx, told, question); ok || err != nil {
			return answer, ok, err
		}
	}
	if answer, ok, err = r.passagesFor(ctx, d, question); !ok && err == nil && asksHistory.MatchString(question) {
		plain := *r.read(question)
		plain.noStory = true // nothing has all the names: what comes near is found by its words
		answer, ok, err = r.passagesFor(ctx, &plain, question)
	}
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
	d.asksFact = d.asksFact || d.Operation == opWhether ||
		d.Operation == opList && len(d.Clauses) > 0 && d.Wanted != nil && d.Wanted.kind == "Act"
	c.asSearch()
	if !c.passages() {
		return Answer{}, false, nil
	}
	c.finish()
	c.u.readAs = r.line(d)
	answer, err = r.answerMeant(ctx, c.u, question)
	if err == nil {
		r.addOtherTimes(c, question, &answer)
	}
	ok = c.Words != "" && askedToSay.MatchString(question) && r.allLoaded(d.texts) || answer.hasRareOfTwo(d.Words) ||
		enough(answer.Passages, search.CountWords(sayingWords(d.Words)), len(d.texts) > 0)
	return answer, err == nil && ok, err
}

// askedToSay matches a question what a text says or mentions: its words tell, and
// where they lack, it does not.
var askedToSay = regexp.MustCompile(
	`(?i)\b(?:says?|said|states?|mention\w*|refers? to|referred to|about|concern\w*|address(?:es)?|deals? with)\b`,
)

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
	if d.Words = sessionsSpelt(strings.Join(d.content, " ")); d.Words == "" && d.Operation == opReport {
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
	if c.Operation != opSay && c.Words == "" || c.Since == "" && len(c.unknownActs(c.question)) > 0 {
		return false
	}
	c.asksFact = c.Operation == opWhether
	c.asSearch()
	return c.passages()
}

// passages composes the search for passages.
func (c *composer) passages() bool {
	if !search.HasWords(c.Words) {
		return false
	}
	if len(c.Since) == 4 && c.Since == c.Until && !c.holdsTextsOf(c.Since, c.Until) {
		c.Words += " " + c.Since // a year that texts of other years tell of
	}
	c.ranksByTime()
	c.declare("words", "String!", c.Words)
	absent := c.absences(c.question, c.meaning)
	c.text("passages(" + c.passageArguments() + ")" + passageFields())
	own := forms["passages"]
	own.remark = func(t telling) string {
		return strings.TrimSpace(strings.Join(absent, " ") + " " + partly(t) + " " + c.votesUntold(t))
	}
	c.u.form = &own
	c.u.form.header = ""
	if c.u.beside, c.u.form.lead = c.besides, noneOrCounted; c.proceedings {
		c.u.beside = c.roundAdoption
	} else if howAdopted.MatchString(c.question) {
		c.u.beside = c.adoptionsOf
	}
	switch {
	case c.Operation == opHistory:
		c.chronicle()
	case c.nearest:
		c.u.form.lead = nearestLead
	case c.asksFact:
		c.u.form.lead = factLead
	}
	if c.Operation != opHistory {
		c.u.form.lead = c.namesLacking(c.u.form.lead)
	}
	if said := c.acronymsSaid(c.Words, asksMeaning.MatchString(c.question)); said != "" {
		lead := c.u.form.lead
		c.u.form.lead = func(t telling) string {
			if more := lead(t); more != "" {
				return said + "; " + more
			}
			return said + "."
		}
	}
	return true
}

// asksMeaning matches a question what something is.
var asksMeaning = regexp.MustCompile(`(?i)^(?:what|who) (?:is|are|does|do|was|were)\b`)

// passageFields are what the saved query asks of each passage.
func passageFields() string {
	saved, _ := queries.ByName("passages")
	_, fields, _ := strings.Cut(saved.Text, "within: $within, first: 20)")
	fields, _, _ = strings.Cut(fields, "\n}")
	return fields
}

// yearPattern matches a year that is no part of the number of an act.
var yearPattern = regexp.MustCompile(`(?:^|[\s–-])((?:19|20)\d\d)(?:[\s,;:?.–-]|$)`)

// yearsIn are the years that a question names, in order.
func yearsIn(question string) (years []string) {
	for _, m := range yearPattern.FindAllStringSubmatch(strings.ReplaceAll(question, " ", "  "), -1) {
		if !slices.Contains(years, m[1]) {
			years = append(years, m[1])
		}
	}
	slices.Sort(years)
	return years
}

// passageArguments are those of the search: words, the question, where and when.
func (c *composer) passageArguments() string {
	arguments := "words: $words, first: 20"
	if c.Operation == opHistory {
		arguments = fmt.Sprintf("words: $words, chronicle: true, first: %d", mostTold)
	}
	if !mentioning.MatchString(c.question) {
		c.declare("question", "String", c.question)
		arguments += ", question: $question"
	}
	if c.proceedings {
		c.declare("kinds", "[PassageKind!]", []any{KindDocument}) // the report itself, not the acts that it prints
		arguments += ", kinds: $kinds"
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
	if years := yearsIn(c.question); len(years) > 1 {
		c.Since, c.Until = years[0], years[len(years)-1] // the embargoes of 1963 and of 1977
	}
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
	return arguments
}
