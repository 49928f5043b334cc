package ask

import (
	"regexp"
	"slices"
	"strings"

	"mandategraph/graph/search"
	"mandategraph/graph/snapshot"
)

// The paragraphs of an act that speak of reports to be made and of which no duty was read: an
// item under "decides to establish a committee with the following tasks" asks for one as well.

// printedReport matches what texts say of a report that is still to be made.
var printedReport = regexp.MustCompile(
	`(?i)\bto report\b|\bto (?:submit|make|present|provide|prepare)\b[^.;]{0,60}\breports?\b|\bshall (?:report|submit)\b`)

// mostReports is how many of them are shown.
const mostReports = 6

// besideReports adds to the reports due under one act the paragraphs of it with further ones.
func (r *Reader) besideReports(u *understanding, answer *Answer) {
	if u.meant == nil || u.meant.Operation != opReport || len(answer.Mandates) == 0 || !strings.Contains(u.meant.question, "report") {
		return
	}
	told := map[string]bool{}
	var act snapshot.Node
	for i, m := range answer.Mandates {
		paragraph, _, _ := strings.Cut(str(m, "id"), "/mandate/")
		n, ok := r.Lookup(paragraph)
		if whole := r.wholeOf(n); !ok || i > 0 && whole != act || !r.isAct(whole) {
			return
		} else if told[paragraph] = true; i == 0 {
			act = whole
		}
	}
	list := r.saysReport(act, told)
	for i, p := range list[:min(len(list), mostReports)] {
		if i == 0 {
			answer.Text += "\nThe act speaks of reports besides in:\n\n"
		}
		text := r.Text(p, "text")
		marks := placesOf(text, printedReport.FindString(text))
		cut, at := search.CutTo(text, marks[:min(1, len(marks))], shownOfStep)
		details := append(r.leadOf(p), Passage{Text: cut, Matches: at}.starred())
		answer.Text += lines([]Row{{Cells: []string{shortPlace(r.ID(p))}, Details: details}})
		answer.Passages = append(answer.Passages, Passage{Node: p, Whole: act, Text: text, Matches: marks})
	}
}

// saysReport are the operative paragraphs of an act that speak of a report, other than some.
func (r *Reader) saysReport(act snapshot.Node, told map[string]bool) (list []snapshot.Node) {
	for p := act + 1; int(p) < r.Len() && strings.HasPrefix(r.ID(p), r.ID(act)+"#"); p++ {
		text := r.Text(p, "text")
		own := r.Kind(p) == "Paragraph" && r.Text(p, "paragraphKind") == "operative"
		if own && !told[r.ID(p)] && printedReport.MatchString(text) && !isTable(text) {
			list = append(list, p)
		}
	}
	slices.Sort(list)
	return list
}
