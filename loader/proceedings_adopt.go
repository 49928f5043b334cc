package loader

import (
	"strings"

	"mandategraph/graph"
)

var (
	// A pointer to the text of an act that the same report prints.
	textPointer = compile(`\((?:For|See|The) [^()]*?\b(resolution|decision|Resolution|Decision)s? ([A-Z]?-?\d[\w/.\-]*\w)[^()]*\)`)
	deciding    = compile(`\b(?:(?:the|The) ([A-Z][\w ]*?|extended Bureau|[A-Z]\w+ of the [A-Z]\w+)) (?:also |then |further |subsequently |thereupon |thus )?(adopted|approved)\b`)
	sponsoring  = []struct {
		pattern  *pattern
		relation string
	}{
		{compile(`\b(?:co-?)?sponsored by (?:the delegations of )?`), "sponsors"},
		{compile(`\b(?:submitted|tabled|proposed) by (?:the delegations of )?`), "submits"},
	}
	draftWords = compile(`\bdraft (?:resolution|decision|proposal|declaration)s?\b`)
)

// action reads adoptions, approvals and who put drafts forward.
func (r *reporter) action(x utterance) {
	act := ""
	symbols := findSymbols(x.text)
	verbs := decisions(x.text)
	for i, m := range verbs {
		organ := r.organ(x.text[m[2]:m[3]])
		if organ == "" {
			continue
		}
		limit := len(x.text)
		if i+1 < len(verbs) {
			limit = verbs[i+1][0]
		}
		if p := r.pointer(x, m[1], limit); p != nil && x.text[m[4]:m[5]] == "adopted" {
			act = p.id
			r.adopts(x, organ, m[1], p, symbols)
			continue
		}
		r.adoptsDocuments(x, organ, m, symbols, limit)
		r.adoptsUnnamed(x, organ, m, symbols)
	}
	r.sponsors(x, act, symbols, len(verbs) > 0)
}

// subjectBytes is about how long the subject of "adopted" is at most.
const subjectBytes = 200

// decisions finds each "the Conference adopted" with subject and verb, in time
// that grows with the text.
func decisions(text string) (list [][]int) {
	done := 0
	adopted, approved := newSeeker(text, "adopted"), newSeeker(text, "approved")
	for at := 0; ; {
		at = min(adopted.from(at), approved.from(at))
		if at == len(text) {
			return list
		}
		from, to := max(done, at-subjectBytes), at+len("adopted")
		if text[at+1] == 'p' {
			to++
		}
		for from > done && from < at && isWord(text[from-1]) {
			from++
		}
		if m := deciding.FindStringSubmatchIndex(text[from:min(to+1, len(text))]); m != nil && from+m[1] == to {
			for i := range m {
				m[i] += from
			}
			list, done = append(list, m), to
		}
		at = to
	}
}

// organ resolves the subject of "adopted". "The Committee" alone is no organ of
// the house by name.
func (r *reporter) organ(name string) string {
	switch {
	case name == r.short || strings.HasPrefix(name, r.short+" of the "):
		return graph.BodyID(r.body)
	case strings.HasSuffix(name, "Bureau"), strings.HasPrefix(name, "Bureau"), strings.HasPrefix(name, "Committee of"):
		id := graph.BodyID(r.body) + "/" + graph.Slug(strings.TrimSuffix(name, " of the "+r.short))
		r.s.entity(id, "Body")
		r.s.fact(id, "name", name)
		r.s.fact(id, "partOf", graph.BodyID(r.body))
		return id
	}
	return ""
}

type actPointer struct {
	id         string
	start, end int // of the number, in the part
}

// pointerBytes is about how long the sentence is that points to an act's text.
const pointerBytes = 300

// pointer finds the pointer that follows an adoption, in its sentence or right
// after it, before the next adoption.
func (r *reporter) pointer(x utterance, from, limit int) *actPointer {
	s, at := x.part.S, x.start+from
	if end := x.start + limit; limit < len(x.text) {
		s = s[:end]
	} else {
		s = s[:min(len(s), end+pointerBytes)]
	}
	m := textPointer.FindStringSubmatchIndex(s[at:])
	if m == nil {
		return nil
	}
	if at+m[0] > x.start+len(x.text)+2 {
		return nil
	}
	kind := strings.ToLower(s[at+m[2] : at+m[3]])
	return &actPointer{graph.ActID(r.body, kind, s[at+m[4]:at+m[5]]), at + m[4], at + m[5]}
}

// adopts states the adoption of an act.
func (r *reporter) adopts(x utterance, organ string, from int, p *actPointer, symbols []symbolHit) {
	s := r.s
	s.cited(p.id)
	to := len(x.text)
	if p.start < x.start+to {
		to = p.end - x.start
	}
	verb := strings.LastIndex(x.text[:from], " ") + 1
	s.state(x.p, x.part, x.start+verb, max(p.end, x.start+from), organ, "adopts", p.id, qualifiers{{"date", r.date}, {"rule", "adoption"}})
	if len(r.meetings) == 1 {
		s.state(x.p, x.part, x.start, max(p.end, x.start+from), p.id, "adoptedAt", r.meetings[0], qualifiers{{"date", r.date}, {"rule", "adoption"}})
	}
	s.fact(p.id, "adoptedOn", r.date)
	s.fact(p.id, "agendaItem", r.item)
	for _, y := range symbols {
		if y.start > from && y.start < to {
			s.named(s.symbolEntity(y), x.text[:y.start])
			x.state(s, y.start, y.end, graph.DocumentID(y.symbol), "draftOf", p.id, qualifiers{{"rule", "adoption"}})
			break
		}
	}
	r.adopted = true
}

// adoptsDocuments states that an organ adopts or approves documents, also with
// the relative clause after them: "document X, which the Conference approved".
func (r *reporter) adoptsDocuments(x utterance, organ string, m []int, symbols []symbolHit, limit int) {
	relation := map[string]string{"adopted": "adopts", "approved": "approves"}[x.text[m[4]:m[5]]]
	relative := strings.HasSuffix(strings.TrimSuffix(x.text[:m[0]], " "), "which")
	for _, y := range symbols {
		if relative && y.end < m[0] || !relative && y.start > m[1] && y.end <= limit {
			r.s.named(r.s.symbolEntity(y), x.text[:y.start])
			x.state(r.s, y.start, y.end, organ, relation, graph.DocumentID(y.symbol), qualifiers{{"date", r.date}, {"rule", "adoption"}})
		}
	}
}

// A report without a symbol that an organ adopts: "the report of the Bureau on
// credentials", "the report on its twelfth session".
var plainReport = compile(`^ the ((?:[a-z]+ )?report (?:of the [A-Z][\w ]*? on [a-z][\w ]*?|on its [a-z-]+ session))(?:,? (?:at|as|in|by) |[,.]| \(|$)`)

// adoptsUnnamed states the adoption of a report that has no symbol; its own
// report is this document.
func (r *reporter) adoptsUnnamed(x utterance, organ string, m []int, symbols []symbolHit) {
	p := plainReport.FindStringSubmatchIndex(x.text[m[1]:])
	if p == nil {
		return
	}
	from, to := m[1]+p[2], m[1]+p[3]
	name := x.text[from:to]
	id := graph.DocumentID(graph.Slug(name))
	if strings.Contains(name, " on its ") {
		words := strings.Fields(name)
		if id = r.s.tree.ID; itoa(ordinalWord(words[len(words)-2])) != r.s.tree.Session {
			return
		}
	} else {
		for _, y := range symbols {
			if y.start >= to && y.start < to+60 {
				return // it has one
			}
		}
		r.s.entity(id, "Document")
		r.s.fact(id, "title", name)
		r.s.call(id, name)
	}
	relation := map[string]string{"adopted": "adopts", "approved": "approves"}[x.text[m[4]:m[5]]]
	date := r.date
	if days := laterDate.FindStringSubmatch(x.text[to:]); days != nil {
		date = parseDate(days[1])
	}
	x.state(r.s, from, to, organ, relation, id, qualifiers{{"date", date}, {"rule", "adoption"}})
}

var laterDate = compile(`^ at its \d+(?:st|nd|rd|th) meeting,? (?:held )?on (\d{1,2} [A-Z][a-z]+ \d{4})`)

// sponsors states who put a draft forward: of the act, where it was adopted,
// else of the draft.
func (r *reporter) sponsors(x utterance, act string, symbols []symbolHit, adopting bool) {
	for _, k := range sponsoring {
		for _, m := range k.pattern.findAll(x.text) {
			target := act
			if act == "" {
				if !draftWords.MatchString(x.text[:m[0]]) {
					continue
				}
				for _, y := range symbols {
					if y.end <= m[0] {
						target = graph.DocumentID(y.symbol)
						r.s.symbolEntity(y)
					}
				}
			}
			if target == "" {
				continue
			}
			list, _ := r.actorList(x.text, m[1])
			for _, a := range list {
				r.declare(a)
				x.state(r.s, a.start, max(a.end, a.stop+1), a.id, k.relation, target, qualifiers{{"onBehalfOf", a.onBehalf(x.text)}, {"rule", "sponsors"}})
			}
		}
	}
}
