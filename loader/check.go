package loader

import (
	"context"
	"strconv"
	"strings"

	"mandategraph/graph"
	"mandategraph/loader/scan"
	"mandategraph/loader/tree"
)

// check reports what is odd in what was read: a footnote without a mark, a
// number missing in a series of paragraphs, a date without a day.
func check(ctx context.Context, t *tree.Tree, statements []graph.Statement) tree.Findings {
	var found tree.Findings
	for _, q := range t.Orphans {
		found.Report(q, q.Parts[0], 0, len(q.Parts[0].S), tree.Diagnostic{Reason: "orphan footnote: no mark in the text"})
	}
	checkNumbers(ctx, t, &found)
	for i := range statements {
		st := &statements[i]
		if date := st.Qualifiers["citedDate"]; strings.Count(date, "-") == 1 {
			found.Diagnostic(tree.Diagnostic{Reason: "date without a day", Text: date, Paragraph: st.Evidence.Paragraph,
				Start: st.Evidence.Start, End: st.Evidence.End, Candidates: []string{st.Object}})
		}
	}
	return found
}

// mostNumbered is how many bytes of a paragraph are shown for its number.
const mostNumbered = 24

// checkNumbers reports paragraphs whose number does not go on with the last one.
func checkNumbers(ctx context.Context, t *tree.Tree, found *tree.Findings) {
	last := map[string]int{} // of each act or document, the last number
	for _, p := range t.Paragraphs {
		if ctx.Err() != nil {
			return
		}
		if p.Depth > 0 || p.Kind != tree.Operative && p.Kind != tree.Narrative || p.Label == "" || !scan.IsDigit(p.Label[0]) {
			continue
		}
		n, err := strconv.Atoi(p.Label)
		if err != nil {
			continue
		}
		source := p.Source(t)
		if want := last[source] + 1; n != want && !(last[source] == 0 && p.Kind == tree.Narrative) {
			found.Report(p, p.Parts[0], 0, min(len(p.Parts[0].S), mostNumbered),
				tree.Diagnostic{Reason: "paragraph number out of sequence: expected " + strconv.Itoa(want), Text: p.Label})
		}
		last[source] = n
	}
}
