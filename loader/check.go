package loader

import (
	"strconv"
	"strings"
)

// check reports what is odd in what was read: a number missing in a series of
// paragraphs, a date without a day.
func (s *stater) check() {
	for _, q := range s.tree.orphans {
		s.report(q, q.Parts[0], 0, len(q.Parts[0].S), Diagnostic{Reason: "orphan footnote: no mark in the text"})
	}
	last := map[string]int{} // of each act or document, the last number
	for _, p := range s.tree.Paragraphs {
		if p.Depth > 0 || p.Kind != operative && p.Kind != narrative {
			continue
		}
		if p.Label == "" || !isDigit(p.Label[0]) {
			continue
		}
		n, err := strconv.Atoi(p.Label)
		if err != nil {
			continue
		}
		source := p.Source(s.tree)
		if want := last[source] + 1; n != want && !(last[source] == 0 && p.Kind == narrative) {
			s.report(p, p.Parts[0], 0, min(len(p.Parts[0].S), 24), Diagnostic{Reason: "paragraph number out of sequence: expected " + strconv.Itoa(want), Text: p.Label})
		}
		last[source] = n
	}
	for i := range s.doc.Statements {
		st := &s.doc.Statements[i]
		if date := st.Qualifiers["citedDate"]; strings.Count(date, "-") == 1 {
			s.found = append(s.found, Diagnostic{Reason: "date without a day", Text: date, Paragraph: st.Evidence.Paragraph, Start: st.Evidence.Start, End: st.Evidence.End, Candidates: []string{st.Object}})
		}
	}
}
