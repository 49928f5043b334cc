package ask

import (
	"regexp"
	"slices"
	"strings"

	"mandategraph/graph/search"
	"mandategraph/graph/snapshot"
)

// The terms that an act sets in paragraphs of which no mandate with a date was read: an item
// under "decides the following" asks as much as a paragraph of its own.

// printedTerm matches a term as UN texts print it.
var printedTerm = regexp.MustCompile(
	`(?i)\bwithin (?:[\w-]+ ){1,6}(?:days?|weeks?|months?|years?|hours?)\b|\b(?:not|no) later than\b[^;,.]{1,60}|` +
		`\b(?:by|before|until|prior to) (?:the end of )?(?:\d{1,2} )?(?:January|February|March|April|May|June|July|August|September|October|November|December)` +
		`(?: \d{4})?|\b(?:[\w-]+ )+(?:days|weeks|months) (?:of|after|following|from|prior to) `,
)

// setsTerms are the operative paragraphs of an act with a term, other than some.
func (r *Reader) setsTerms(act snapshot.Node, told map[string]bool) (list []snapshot.Node) {
	for p := act + 1; int(p) < r.Len() && strings.HasPrefix(r.ID(p), r.ID(act)+"#"); p++ {
		text := r.Text(p, "text")
		if r.Kind(p) == "Paragraph" && r.Text(p, "paragraphKind") != "preambular" && !told[r.ID(p)] && printedTerm.MatchString(text) &&
			!isTable(text) &&
			!strings.Contains(r.ID(p), "#fn") {
			list = append(list, p)
		}
	}
	return list
}

// besideDeadlines adds to the deadlines of an act the paragraphs with further terms.
func (r *Reader) besideDeadlines(u *understanding, answer *Answer) {
	filter, _ := u.variables["filter"].(map[string]any)
	id, _ := filter["act"].(string)
	if u.query.Name == "deadlines" {
		id, _ = u.variables["act"].(string)
	} else if filter["withDeadline"] != true || filter["addressee"] != nil || filter["recipient"] != nil {
		return
	}
	act, ok := r.Lookup(id)
	if !ok || !r.Loaded(act) {
		return
	}
	told := map[string]bool{}
	for _, m := range answer.Mandates {
		paragraph, _, _ := strings.Cut(str(m, "id"), "/mandate/")
		told[paragraph] = true
	}
	list := r.setsTerms(act, told)
	if len(list) == 0 {
		return
	}
	answer.Text += "\nTerms stand besides in:\n\n"
	slices.Sort(list)
	for _, p := range list {
		text := r.Text(p, "text")
		marks := placesOf(text, printedTerm.FindString(text))
		shown := Passage{Node: p, Whole: act, Text: text, Matches: marks}
		cut, at := search.CutTo(text, marks[:min(1, len(marks))], shownOfStep)
		details := append(r.leadOf(p), Passage{Text: cut, Matches: at}.starred())
		answer.Text += lines([]Row{{Cells: []string{shortPlace(r.ID(p))}, Details: details}})
		answer.Passages = append(answer.Passages, shown)
	}
}
