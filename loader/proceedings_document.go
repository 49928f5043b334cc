package loader

import (
	"strings"

	"mandategraph/graph"
)

// documents states every symbol of a document that nothing else has used: in
// the report's own paragraphs, in acts and in footnotes.
func (s *stater) documents() {
	used := map[[2]string]bool{} // paragraph and document
	for i := range s.doc.Statements {
		st := &s.doc.Statements[i]
		if graph.HasTrait(st.Relation, graph.UsesDocument) {
			used[[2]string{st.Evidence.Paragraph, st.Object}] = true
		}
		if st.Relation == "draftOf" {
			used[[2]string{st.Evidence.Paragraph, st.Subject}] = true
		}
	}
	orphans := make(map[*Paragraph]bool, len(s.tree.orphans))
	for _, p := range s.tree.orphans {
		orphans[p] = true
	}
	for _, p := range s.tree.Paragraphs {
		if orphans[p] {
			continue // reported; who mentions it cannot be known
		}
		for _, part := range p.Parts {
			if !holdsSlash.in(part) {
				continue
			}
			for _, y := range findSymbols(part.S) {
				if s.full() {
					return
				}
				if id := graph.DocumentID(y.symbol); !used[[2]string{p.ID, id}] && id != s.tree.ID {
					s.mentionOf(p, part, y)
				}
			}
		}
	}
}

func (s *stater) mentionOf(p *Paragraph, part Text, y symbolHit) {
	id := s.symbolEntity(y)
	pin, end := "", closedName(part.S, y.end)
	for {
		more, next, ok := pinAfter(part.S, end)
		if !ok {
			break
		}
		if pin != "" {
			pin += ", "
		}
		pin, end = pin+more, next
	}
	s.named(id, part.S[:y.start])
	if p.Kind == footnote && strings.Trim(part.S[:y.start]+part.S[y.end:], " .*¹²³⁴⁵⁶⁷⁸⁹⁰") == "" {
		s.namedAtMark(p, id)
	}
	status := s.fates.of(part.S, y)
	s.fact(id, "status", status)
	if closedName(part.S, y.end) > y.end {
		end = y.end // the title's end stands between symbol and pin
	}
	joint := ""
	if p.Kind == footnote && strings.HasPrefix(part.S, "See ") {
		joint = "See"
	}
	s.state(p, part, y.start, end, p.Source(s.tree), "mentions", id, qualifiers{{"pin", pin}, {"connective", joint}, {"status", status}, {"rule", "symbol"}, {"confidence", "certain"}})
}

var (
	// What a text calls the document whose symbol follows.
	calledBefore = compile(`(?:^\*?|[.,;:] |\b(?:adopted|approved|considered|of|in|the|The|a|A|an) )((?:(?:[Uu]pdated |[Rr]evised )?(?:[Ll]ist|[Dd]raft|[Rr]eport|[Nn]ote|text|[Pp]rovisional agenda|annotated provisional agenda|organization of work|conference room paper|background paper)\b)[^.;()\[\]]*?)(?:,? (?:as |is |are |was |were )?(?:contained|set out|reproduced|issued|available) in (?:document )?)? ?[(\[]*$`)
)

// calledMark is what a text calls the document in the footnote at its end.
var calledMark = compile(`\b(?:the|its|their|a|an) ((?:[a-z]+ )?(?:report|study|note|outcome document)\b[^.;]{0,300})$`)

// namedAtMark keeps what stands before the mark of a footnote that is nothing
// but a symbol.
func (s *stater) namedAtMark(note *Paragraph, id string) {
	for _, q := range s.tree.Paragraphs {
		if q.Kind == footnote || q.Act != note.Act || q.Start > note.Start {
			continue
		}
		for _, part := range q.Parts {
			for _, m := range part.Marks {
				if m.Note != note.note {
					continue
				}
				if c := calledMark.FindStringSubmatch(strings.TrimRight(part.S[:m.At], ", ")); c != nil {
					s.call(id, c[1])
				}
			}
		}
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

// calledBytes is about how long what a text calls a document is at most.
const calledBytes = 1000

// named keeps what the words before a symbol call the document.
func (s *stater) named(id, lead string) {
	// What the document is called holds none of these marks, except before the symbol.
	lead = lead[max(0, len(lead)-calledBytes):]
	if i := strings.LastIndexAny(strings.TrimRight(lead, " (["), ".;()[]"); i > 0 {
		lead = lead[i:]
	}
	if m := calledBefore.FindStringSubmatch(lead); m != nil {
		s.call(id, plainCall(m[1]))
	}
}

// calledTypes are the types of documents by the first words of what a text
// calls them.
var calledTypes = []struct{ lead, name string }{
	{"report", "report"}, {"note", "note"}, {"provisional agenda", "agenda"}, {"annotated provisional agenda", "agenda"}, {"draft resolution", "draft resolution"},
	{"draft decision", "draft decision"}, {"revised draft resolution", "draft resolution"}, {"revised draft decision", "draft decision"}, {"conference room paper", "conference room paper"},
	{"list", "list"}, {"updated list", "list"}, {"background paper", "background paper"}, {"letter", "letter"},
}

// call keeps what a text calls a document, and the type which that says.
func (s *stater) call(id, called string) {
	s.fact(id, "called", called)
	lower := strings.ToLower(called)
	for _, t := range calledTypes {
		if rest, ok := strings.CutPrefix(lower, t.lead); ok && (rest == "" || rest[0] == ' ') {
			s.fact(id, "documentType", t.name)
		}
	}
}

// plainCall leaves out another symbol in the same brackets: "Report (CTOC/1 and".
func plainCall(called string) string {
	if i := strings.LastIndex(called, " ("); i > 0 && !strings.Contains(called[i:], ")") {
		called = called[:i]
	}
	return strings.Trim(called, " ,")
}

// beforeSymbol is what a text calls the document whose symbol follows: from the
// beginning, "before it", a semicolon or ", and" to the symbol and its bracket.
func beforeSymbol(lead string) string {
	end := strings.TrimSuffix(strings.TrimSuffix(lead, "["), "(")
	s, spaced := strings.CutSuffix(end, " ")
	if s = strings.TrimSuffix(s, ","); !spaced {
		return ""
	}
	if m := itemMark.FindString(s); m != "" {
		at := len(m)
		if m == " " {
			at = skipPrefix(s, at, "a ", "an ", "the ")
		}
		if begins(s[at:]) {
			return s[at:]
		}
	}
	if begins(s) {
		return s
	}
	for at := range s {
		if from := startOfCall(s, at); from > at && begins(s[from:]) {
			return s[from:]
		}
	}
	return ""
}

// startOfCall is where the document's name may begin behind words at byte at.
func startOfCall(s string, at int) int {
	switch {
	case s[at] == ';' || s[at] == ',':
		return skipPrefix(s, at, "; ", ", and ")
	case s[at] == 'b' && strings.HasPrefix(s[at:], "before it ") && (at == 0 || !isWord(s[at-1]) || s[at-1] >= 0x80):
		return skipPrefix(s, at+len("before it "), "a ", "an ", "the ")
	}
	return at
}

// begins says that a text begins like the name of a document.
func begins(s string) bool {
	return isCapital(s) || strings.HasPrefix(s, "report") || strings.HasPrefix(s, "note")
}
