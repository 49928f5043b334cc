package loader

import (
	"context"
	"strings"

	"mandategraph/graph"
)

// usedDocuments are the documents that statements use, by paragraph and id.
func usedDocuments(statements []graph.Statement) map[[2]string]bool {
	used := map[[2]string]bool{}
	for i := range statements {
		st := &statements[i]
		if graph.HasTrait(st.Relation, graph.UsesDocument) {
			used[[2]string{st.Evidence.Paragraph, st.Object}] = true
		}
		if st.Relation == "draftOf" {
			used[[2]string{st.Evidence.Paragraph, st.Subject}] = true
		}
	}
	return used
}

// A documentReader reads the symbols of documents in one document.
type documentReader struct {
	tree  *Tree
	fates fateReader
	found findings
}

// documents reads every symbol of a document that nothing else has used: in the
// report's own paragraphs, in acts and in footnotes. used holds paragraph and
// document of those that something has; limit is the number of mentions at
// which the reading ends, since the whole document is refused then.
func documents(ctx context.Context, t *Tree, used map[[2]string]bool, limit int) findings {
	r := &documentReader{tree: t}
	orphans := make(map[*Paragraph]bool, len(t.orphans))
	for _, p := range t.orphans {
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
			if !holdsSlash.in(part) {
				continue
			}
			for _, y := range findSymbols(part.S) {
				if len(mentioned) >= limit {
					return r.found
				}
				key := [2]string{p.ID, graph.DocumentID(y.symbol)}
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
func (r *documentReader) mention(p *Paragraph, part Text, y symbolHit) {
	id := addSymbol(&r.found, y.symbol)
	pin, end := pinsAfter(part.S, closedName(part.S, y.end))
	addNameBefore(&r.found, id, part.S[:y.start])
	joint := ""
	if p.Kind == footnote {
		if strings.Trim(part.S[:y.start]+part.S[y.end:], " .*¹²³⁴⁵⁶⁷⁸⁹⁰") == "" {
			r.nameAtMark(p, id)
		}
		if strings.HasPrefix(part.S, "See ") {
			joint = "See"
		}
	}
	status := r.fates.of(part.S, y)
	r.found.fact(id, "status", status)
	if closedName(part.S, y.end) > y.end {
		end = y.end // the title's end stands between symbol and pin
	}
	r.found.state(p, part, y.start, end, p.Source(r.tree), "mentions", id, qualifiers{
		{"pin", pin}, {"connective", joint}, {"status", status}, {"rule", "symbol"}, {"confidence", "certain"},
	})
}

// pinsAfter reads the places in a document that stand at a byte, one after
// another, and where they end.
func pinsAfter(s string, at int) (pins string, end int) {
	for end = at; ; {
		pin, next, ok := pinAfter(s, end)
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
	if _, _, ok := pinAfter(s, at); ok {
		return at
	}
	return end
}

// calledMark is what a text calls the document in the footnote at its end.
var calledMark = compile(`\b(?:the|its|their|a|an) ((?:[a-z]+ )?(?:report|study|note|outcome document)\b[^.;]{0,300})$`)

// nameAtMark keeps what stands before the mark of a footnote that is nothing
// but a symbol.
func (r *documentReader) nameAtMark(note *Paragraph, id string) {
	for _, q := range r.tree.Paragraphs {
		if q.Kind == footnote || q.Act != note.Act || q.Start > note.Start {
			continue
		}
		for _, part := range q.Parts {
			for _, m := range part.Marks {
				if m.Note != note.note {
					continue
				}
				if c := calledMark.FindStringSubmatch(strings.TrimRight(part.S[:m.At], ", ")); c != nil {
					addCalled(&r.found, id, c[1])
				}
			}
		}
	}
}
