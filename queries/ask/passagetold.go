package ask

import (
	"cmp"
	"regexp"
	"strings"

	"mandategraph/graph/search"
)

// What answers say of passages.

var (
	inPassage     = column{"paragraph", func(_ telling, r row) string { return shortPlace(str(inner(r), "id")) }}
	inWholeNumber = ofWhole("act", number)
	inWholeBody   = ofWhole("body", bodyName)
	inWholeDate   = ofWhole("date", date)
	inWholeTitle  = column{"title", wholeTitle}
)

// longTitle is up to which length the title of a document is shown whole: that of a report
// says when and where the session was held (UN Editorial Manual, titles of reports).
const longTitle = 320

// wholeTitle is the title of the text of a passage, whole where it says that and is the
// first of its text.
func wholeTitle(t telling, r row) string {
	whole, _ := r["whole"].(map[string]any)
	said := title(t, whole)
	if len(said) > longTitle || !heldIn.MatchString(said) {
		return shorten(said)
	}
	for _, before := range t.found {
		if p := t.passageOf(before); p.Whole == t.node(whole) {
			if p.Node != t.node(r) {
				return shorten(said)
			}
			break
		}
	}
	return said
}

// heldIn matches what a title says beside the matter: where and when a session was held,
// and who submitted a draft.
var heldIn = regexp.MustCompile(`(?i)\bheld (?:in|at|from)\b|\bsubmitted by\b|\(\d{1,2} .*\d{4}\)`)

// ofWhole is a column about the act or document of a passage.
func ofWhole(name string, cell func(t telling, r row) string) column {
	return column{name, func(t telling, r row) string {
		whole, _ := r["whole"].(map[string]any)
		return cell(t, whole)
	}}
}

// passages are those in the data of an answer.
func (t telling) passages() []Passage {
	if !t.form.words {
		return nil
	}
	list := make([]Passage, len(t.found))
	for i, r := range t.found {
		list[i] = t.passageOf(r)
	}
	return list
}

func (t telling) passageOf(r row) Passage {
	whole, _ := r["whole"].(map[string]any)
	p := Passage{Node: t.node(r), Whole: t.node(whole), Text: str(r, "text")}
	matches, _ := r["matches"].([]any)
	for _, m := range matches {
		at, _ := m.(map[string]any)
		start, _ := at["start"].(float64)
		end, _ := at["end"].(float64)
		p.Matches = append(p.Matches, search.Match{Start: int(start), End: int(end)})
	}
	lacking, _ := r["lacking"].([]any)
	for _, word := range lacking {
		text, _ := word.(string)
		p.Lacking = append(p.Lacking, text)
	}
	return p
}

// passageText is a passage with its words between asterisks, under the beginning of the
// paragraph of which it is an item, and above its own items.
func passageText(t telling, r row) []string {
	p := t.passageOf(r)
	said := p.starredTo(t.lengthOf(p))
	lines := append(t.leadOf(p.Node), said)
	return append(lines, t.itemsOf(p.Node)...)
}

// lengthOf is how much of a passage is shown: all of most where few were found, and of the
// first where figures are asked for, since a table says its total last.
func (t telling) lengthOf(p Passage) int {
	first := t.passageOf(t.found[0]).Node == p.Node
	if len(t.found)+t.left <= fewShown || first && t.u.meant != nil && figuresAsked.MatchString(t.u.meant.question) {
		return wholeLength
	}
	for _, r := range t.found[:min(len(t.found), fewShown)] {
		if t.node(r) == p.Node {
			return firstLength
		}
	}
	return passageLength
}

// fewShown is how many passages come first, and firstLength how much of each is shown.
const fewShown, firstLength = 5, 1600

// figuresAsked matches a question for figures.
var figuresAsked = regexp.MustCompile(`(?i)\bhow (?:much|large|big)\b|\b(?:total|amounts?|figures?|budgets?|sums?|costs?|largest|highest)\b`)

func (p Passage) starred() string { return p.starredTo(passageLength) }

func (p Passage) starredTo(length int) string {
	text, matches := search.CutTo(p.Text, p.Matches, length)
	runes, at := []rune(text), 0
	var b strings.Builder
	for _, m := range matches {
		b.WriteString(string(runes[at:m.Start]) + "*" + string(runes[m.Start:m.End]) + "*")
		at = m.End
	}
	return b.String() + string(runes[at:])
}

// partly says that no paragraph has all the words.
func partly(t telling) string {
	lacking := t.lackingWords()
	if len(lacking) == 0 {
		return ""
	}
	return "No paragraph has all of the words; these have the most of them, the first one without “" +
		strings.Join(lacking, "”, “") + "”."
}

// noneHasThem says that nothing was found.
func noneHasThem(t telling) string {
	if len(t.found) == 0 {
		return "no paragraph that was searched has the words."
	}
	return ""
}

// noneOrCounted says that, or how many paragraphs have the words.
func noneOrCounted(t telling) string { return cmp.Or(noneHasThem(t), countedList(t)) }

// lackingWords are the words of a question that the best paragraph does not have.
func (t telling) lackingWords() []string {
	if !t.form.words || len(t.found) == 0 {
		return nil
	}
	return t.passageOf(t.found[0]).Lacking
}

// partial is the lack of passages that do not have all the words.
func (t telling) partial() Lack {
	lacking := t.lackingWords()
	if len(lacking) == 0 {
		return Lack{}
	}
	return Lack{State: Guessed, Count: len(lacking), Text: "not all of the words stand together in a paragraph"}
}
