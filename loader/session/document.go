package session

import (
	"context"
	"strings"

	"mandategraph/graph"
	"mandategraph/loader/clause"
	"mandategraph/loader/scan"
	"mandategraph/loader/text"
	"mandategraph/loader/tree"
)

// UsedDocuments are the documents that statements use, by paragraph and id.
func UsedDocuments(statements []graph.Statement) map[[2]string]bool {
	used := map[[2]string]bool{}
	for i := range statements {
		st := &statements[i]
		if graph.HasTrait(st.Relation, graph.UsesDocument) {
			used[[2]string{st.Evidence.Paragraph, st.Object}] = true
		}
		if st.Relation == "draftOf" {
			used[[2]string{st.Evidence.Paragraph, st.Subject}] = true
		}
		if _, _, number, act := graph.SplitActID(st.Object); act { // which may be shaped as a symbol: PCL/6/3
			used[[2]string{st.Evidence.Paragraph, graph.DocumentID(number)}] = true
		}
	}
	return used
}

// A documentReader reads the symbols of documents in one document.
type documentReader struct {
	tree  *tree.Tree
	fates fateReader
	found tree.Findings
}

// Documents reads every symbol of a document that nothing else has used: in the
// report's own paragraphs, in acts and in footnotes. used holds paragraph and
// document of those that something has; limit is the number of mentions at
// which the reading ends, since the whole document is refused then.
func Documents(ctx context.Context, t *tree.Tree, used map[[2]string]bool, limit int) tree.Findings {
	r := &documentReader{tree: t}
	orphans := make(map[*tree.Paragraph]bool, len(t.Orphans))
	for _, p := range t.Orphans {
		orphans[p] = true // reported; who mentions it cannot be known
	}
	mentioned := map[[2]string]bool{} // of used's kind
	for _, p := range t.Paragraphs {
		if ctx.Err() != nil {
			return r.found
		}
		if orphans[p] {
			continue
		}
		for _, part := range p.Parts {
			if !tree.HoldsSlash.In(part) {
				continue
			}
			for _, y := range tree.FindSymbols(part.S) {
				if len(mentioned) >= limit {
					return r.found
				}
				key := [2]string{p.ID, graph.DocumentID(y.Symbol)}
				if !used[key] && key[1] != t.ID {
					mentioned[key] = true
					r.mention(p, part, y)
				}
			}
		}
	}
	return r.found
}

// mention adds that a paragraph mentions a document, where in it and what
// became of it.
func (r *documentReader) mention(p *tree.Paragraph, part text.Text, y tree.SymbolHit) {
	id := tree.AddSymbol(&r.found, y.Symbol)
	pin, end := pinsAfter(part.S, closedName(part.S, y.End))
	addNameBefore(&r.found, id, part.S[:y.Start])
	joint := ""
	if p.Kind == tree.Footnote {
		if strings.Trim(part.S[:y.Start]+part.S[y.End:], " .*¹²³⁴⁵⁶⁷⁸⁹⁰") == "" {
			r.nameAtMark(p, id)
		}
		if strings.HasPrefix(part.S, "See ") {
			joint = "See"
		}
	}
	outcome := r.fates.of(part.S, y)
	r.found.FirstFact(id, "outcome", outcome)
	if closedName(part.S, y.End) > y.End {
		end = y.End // the title's end stands between symbol and pin
	}
	r.found.State(p, part, y.Start, end, p.Source(r.tree), "mentions", id, tree.Qualifiers{
		{"pin", pin}, {"connective", joint}, {"outcome", outcome}, {"rule", "symbol"}, {"confidence", "certain"},
	})
}

// pinsAfter reads the places in a document that stand at a byte, one after
// another, and where they end.
func pinsAfter(s string, at int) (pins string, end int) {
	for end = at; ; {
		pin, next, ok := clause.PinAfter(s, end)
		if !ok {
			return pins, end
		}
		if pins != "" {
			pins += ", "
		}
		pins, end = pins+pin, next
	}
}

// closedName passes what closes the title in which a symbol stands, so that
// the pin after it is read: "*... (A/CONF.192/15)*, chap. IV".
func closedName(s string, end int) int {
	at := end
	for at < len(s) && strings.IndexByte(")]*", s[at]) >= 0 {
		at++
	}
	if _, _, ok := clause.PinAfter(s, at); ok {
		return at
	}
	return end
}

// calledMark is what a text calls the document in the footnote at its end.
var calledMark = scan.Compile(`\b(?:the|its|their|a|an) ((?:[a-z]+ )?(?:report|study|note|` +
	`outcome document)\b[^.;]{0,300})$`)

// nameAtMark keeps what stands before the mark of a footnote that is nothing
// but a symbol.
func (r *documentReader) nameAtMark(note *tree.Paragraph, id string) {
	for _, q := range r.tree.Paragraphs {
		if q.Kind == tree.Footnote || q.Act != note.Act || q.Start > note.Start {
			continue
		}
		for _, part := range q.Parts {
			for _, m := range part.Marks {
				if m.Note != note.Note {
					continue
				}
				if c := calledMark.FindStringSubmatch(strings.TrimRight(part.S[:m.At], ", ")); c != nil {
					addCalled(&r.found, id, c[1])
				}
			}
		}
	}
}
