package loader

import (
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
)

var (
	// A pointer to the text of an act that the same report prints.
	textPointer = compile(`(?:\((?:For|[Ss]ee|The)|For the text,? see) [^()]*?\b([Dd]raft )?(resolution|decision|Resolution|Decision)s? ([A-Z]?-?\d[\w/.\-]*\w|[IVXLC]+\b|\d+\b)`)
	deciding    = compile(`\b(?:(?:the|The) ([A-Z][\w ]*?|extended Bureau|[A-Z]\w+ of the [A-Z]\w+)) (?:also |then |further |subsequently |thereupon |thus )?(adopted|approved|recommended|decided)\b`)
	draftWords  = compile(`\b[Dd]raft (?:resolution|decision|proposal|declaration)s?\b`)
	// "adopted decisions 54/102 and 54/103"
	actsNamed   = compile(`^(?:,? and| also)? ?(?:(resolution|decision)s? )([A-Z]?-?\d[\w/.\-]*\w)`)
	actsFurther = compile(`^(?:, and |, | and )(?:(resolution|decision)s? )?([A-Z]?-?\d[\w/.\-]*\w)`)
	titled      = compile(`\bentitled [“"]([^”"]+)[”"]`)
)

// An adoption is what an organ decides in one place of a text: verb, and the act
// to whose text the words after it point.
type adoption struct {
	organ, verb string
	from, to    int // of subject and verb
	limit       int // where the next begins, or the text ends
	act         *actPointer
	draft       bool // the act is a draft for another body
	after       int  // from where on the draft may stand
}

// An actPointer is where a text names an act.
type actPointer struct {
	id         string
	start, end int // of the number, in the part
}

// adoptions lists what organs of the house decide in a text. A pointer belongs to
// the last decision before it.
func (r *reporter) adoptions(part Text) (list []adoption) {
	if !actionGate.in(part) {
		return nil
	}
	for _, m := range decisions(part.S) {
		a := adoption{organ: r.organ(part.S[m[2]:m[3]]), verb: part.S[m[4]:m[5]], from: m[0], to: m[1], after: m[1], limit: len(part.S)}
		if n := len(list); n > 0 {
			list[n-1].limit = m[0]
		}
		list = append(list, a)
	}
	if len(list) == 0 {
		return nil
	}
	k := 0
	for _, m := range textPointer.findAll(part.S) {
		for k+1 < len(list) && list[k+1].from < m[0] {
			k++
		}
		if a := &list[k]; a.act == nil && a.to <= m[0] && a.mayPoint(part.S, m[0]) {
			a.act, a.draft = r.s.pointed(part.S, m)
		}
	}
	for i := range list {
		if a := &list[i]; a.act == nil {
			a.act = r.byTitle(part.S, *a)
			a.draft = a.act != nil
		}
	}
	return list
}

// action reads adoptions, approvals and who put drafts forward.
func (r *reporter) action(x utterance) {
	symbols := findSymbols(x.text)
	r.readDraft(x, symbols)
	for i := range r.acts {
		a := &r.acts[i]
		if a.from < x.start || a.from >= x.start+len(x.text) || a.organ == "" {
			continue
		}
		m, limit := []int{a.from - x.start, a.to - x.start}, min(a.limit-x.start, len(x.text))
		switch {
		case a.act != nil:
			r.act = a.act.id
			r.adopts(x, a, symbols)
		case a.verb == "adopted" && r.adoptsNamed(x, a, symbols, limit):
		case a.verb == "adopted" || a.verb == "approved":
			r.adoptsDocuments(x, a, m, symbols, limit)
			r.adoptsUnnamed(x, a, m, symbols)
		}
	}
	r.sponsors(x, symbols)
}

// adoptsNamed reads "adopted decisions 54/102 and 54/103": acts of the house
// that the report prints.
func (r *reporter) adoptsNamed(x utterance, a *adoption, symbols []symbolHit, limit int) (any bool) {
	at := a.to - x.start
	form, kind := actsNamed, ""
	for at < limit {
		m := form.FindStringSubmatchIndex(x.text[at:limit])
		if m == nil {
			// "decision 10/1, on the basis of a draft (...), and decision 10/2"
			next := strings.Index(x.text[at+1:limit], " and decision")
			if !any || next < 0 {
				return any
			}
			at += 1 + next
			continue
		}
		if m[2] >= 0 {
			kind = x.text[at+m[2] : at+m[3]]
		}
		id := graph.ActID(r.body, kind, x.text[at+m[4]:at+m[5]])
		if !r.s.printed(id) {
			return any
		}
		named := *a
		named.act = &actPointer{id, x.start + at + m[4], x.start + at + m[5]}
		at += m[1]
		named.after, named.limit = x.start+at, x.start+limit
		if i := strings.Index(x.text[at:limit], " and decision"); i >= 0 {
			named.limit = x.start + at + i
		}
		r.act = id
		r.adopts(x, &named, symbols)
		form, any = actsFurther, true
	}
	return any
}

// printed says that the document prints the text of an act.
func (s *stater) printed(id string) bool {
	if s.acts == nil {
		s.acts = make(map[string]bool, len(s.tree.Acts))
		for _, a := range s.tree.Acts {
			s.acts[a.ID] = true
		}
	}
	return s.acts[id]
}

// subjectBytes is about how long the subject of "adopted" is at most.
const subjectBytes = 200

// decidingVerbs are the verbs by which an organ decides.
var decidingVerbs = []string{"adopted", "approved", "recommended", "decided"}

// decisions finds each "the Conference adopted" with subject and verb, in time
// that grows with the text.
func decisions(text string) (list [][]int) {
	done := 0
	seekers := make([]seeker, len(decidingVerbs))
	for i, verb := range decidingVerbs {
		seekers[i] = newSeeker(text, verb)
	}
	for at := 0; ; {
		next, verb := len(text), ""
		for i := range seekers {
			if k := seekers[i].from(at); k < next {
				next, verb = k, decidingVerbs[i]
			}
		}
		if at = next; at == len(text) {
			return list
		}
		from, to := max(done, at-subjectBytes), at+len(verb)
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
	case name == r.short || name == r.s.tree.HouseName || strings.HasPrefix(name, r.short+" of the "):
		return graph.BodyID(r.body)
	case strings.HasSuffix(name, "Bureau"), strings.HasPrefix(name, "Bureau"), strings.HasPrefix(name, "Committee of"):
		id := graph.BodyID(r.body) + "/" + graph.Slug(strings.TrimSuffix(name, " of the "+r.short))
		r.s.entity(id, "Body")
		r.s.fact(id, "name", name)
		r.s.fact(id, "partOf", graph.BodyID(r.body))
		return id
	}
	if b, ok := names.BodyByCode(r.body); ok && name == b.Name {
		return graph.BodyID(r.body)
	}
	return ""
}

// adopts states the adoption of an act, or for which act for another body the
// house recommends a draft.
func (r *reporter) adopts(x utterance, a *adoption, symbols []symbolHit) {
	s, p := r.s, a.act
	from, to := a.to-x.start, min(len(x.text), a.limit-x.start)
	if !a.draft {
		s.cited(p.id)
		if p.start > x.start+from && p.start < x.start+to && draftWords.MatchString(x.text[from:to]) {
			to = p.end - x.start
		}
	}
	if a.verb == "adopted" || a.verb == "decided" {
		verb := strings.LastIndex(x.text[:from], " ") + 1
		end := max(p.end, x.start+from)
		s.state(x.p, x.part, x.start+verb, end, a.organ, "adopts", p.id, qualifiers{{"date", r.date}, {"rule", "adoption"}})
		if len(r.meetings) == 1 {
			s.state(x.p, x.part, min(x.start, p.start), end, p.id, "adoptedAt", r.meetings[0], qualifiers{{"date", r.date}, {"rule", "adoption"}})
		}
		if !a.draft {
			s.fact(p.id, "adoptedOn", r.date)
			s.fact(p.id, "agendaItem", r.item)
		}
		r.adopted = true
	}
	for _, y := range symbols {
		if y.start > a.after-x.start && y.start < to {
			s.named(s.symbolEntity(y), x.text[:y.start])
			x.state(s, y.start, y.end, graph.DocumentID(y.symbol), "draftOf", p.id, qualifiers{{"rule", "adoption"}})
			r.drafts[graph.DocumentID(y.symbol)] = p.id
			r.draft = nil
			return
		}
	}
	if d := r.draft; d != nil && theDraft.MatchString(x.text[from:to]) {
		d.x.state(s, d.start, d.end, d.id, "draftOf", p.id, qualifiers{{"rule", "adoption"}})
		r.drafts[d.id], r.draft = p.id, nil
	}
}

// theDraft is how a text names again the draft of which it spoke.
var theDraft = compile(`^ the (?:[a-z]+ )?draft (?:resolution|decision)\b`)

var adoptingRelations = map[string]string{"adopted": "adopts", "approved": "approves"}

// adoptsDocuments states that an organ adopts or approves documents, also with
// the relative clause after them: "document X, which the Conference approved".
func (r *reporter) adoptsDocuments(x utterance, a *adoption, m []int, symbols []symbolHit, limit int) {
	organ, relation := a.organ, adoptingRelations[a.verb]
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
func (r *reporter) adoptsUnnamed(x utterance, a *adoption, m []int, symbols []symbolHit) {
	p := plainReport.FindStringSubmatchIndex(x.text[m[1]:])
	if p == nil {
		return
	}
	from, to := m[1]+p[2], m[1]+p[3]
	name := x.text[from:to]
	id := graph.DocumentID(graph.Slug(name))
	if strings.Contains(name, " on its ") {
		words := strings.Fields(name)
		if id = r.s.tree.ID; itoa(names.OrdinalNumber(words[len(words)-2])) != r.s.tree.Session {
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
	date := r.date
	if days := laterDate.FindStringSubmatch(x.text[to:]); days != nil {
		date = parseDate(days[1])
	}
	x.state(r.s, from, to, a.organ, adoptingRelations[a.verb], id, qualifiers{{"date", date}, {"rule", "adoption"}})
}

var laterDate = compile(`^ at its \d+(?:st|nd|rd|th) meeting,? (?:held )?on (\d{1,2} [A-Z][a-z]+ \d{4})`)
