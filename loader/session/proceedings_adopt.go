package session

import (
	"strconv"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
	"mandategraph/loader/scan"
	"mandategraph/loader/tree"
)

// action reads adoptions, approvals and who put drafts forward.
func (r *reporter) action(x utterance) {
	symbols := tree.FindSymbols(x.text)
	r.readDraft(x, symbols)
	for i := range r.acts {
		a := &r.acts[i]
		if a.organ == "" || !x.holds(a.from) {
			continue
		}
		switch {
		case a.act != nil:
			r.act = a.act.id
			r.adopts(x, a, symbols)
		case a.verb == "adopted" && (r.adoptsNamed(x, a, symbols) || r.adoptsCounted(x, a)):
		case a.verb == "adopted" || a.verb == "approved":
			r.adoptsDocuments(x, a, symbols)
			r.adoptsUnnamed(x, a, symbols)
		}
	}
	r.sponsors(x, symbols)
}

// organ resolves the subject of "adopted". "The Committee" alone is no organ of
// the body by name.
func (r *reporter) organ(name string) string {
	switch {
	case name == "":
	case r.ownName(name) || strings.HasPrefix(name, r.short+" of the "):
		return graph.BodyID(r.body)
	case strings.HasSuffix(name, "Bureau"), strings.HasPrefix(name, "Bureau"), strings.HasPrefix(name, "Committee of"):
		id := graph.BodyID(r.body) + "/" + graph.Slug(strings.TrimSuffix(name, " of the "+r.short))
		r.found.Entity(id, "Body")
		r.found.Fact(id, "name", name)
		r.found.Fact(id, "partOf", graph.BodyID(r.body))
		return id
	}
	if b, ok := names.BodyByCode(r.body); ok && name == b.Name {
		return graph.BodyID(r.body)
	}
	return ""
}

// by lists the qualifiers of what is found by a rule, with the date of the
// meetings.
func (r *reporter) by(rule string) tree.Qualifiers {
	return tree.Qualifiers{{"date", r.date}, {"rule", rule}}
}

// adopts adds the adoption of an act, or for which act for another body the
// body recommends a draft.
func (r *reporter) adopts(x utterance, a *adoption, symbols []tree.SymbolHit) {
	p, from, to := a.act, a.to-x.start, min(len(x.text), a.limit-x.start)
	if !a.draft {
		r.found.Cited(p.id)
		if p.start > max(a.to, a.after) && p.start < x.start+to && draftWords.MatchString(x.text[from:to]) {
			to = p.end - x.start
		}
	}
	if a.verb == "adopted" || a.verb == "decided" {
		r.adoptsAct(x, a)
	}
	if a.after > p.start && strings.Contains(x.text[from:to], "respectively") {
		return // see respectively
	}
	read := max(0, a.after-x.start)
	for _, y := range symbols {
		lead := x.text[min(read, y.Start):y.Start]
		read = max(read, y.End)
		draft := lead == " (" || strings.Contains(y.Symbol, "/L.") || strings.Contains(y.Symbol, "/CRP.") || strings.Contains(lead, "draft")
		if draft && y.Start > a.after-x.start && y.Start < to {
			id := tree.AddSymbol(&r.found, y.Symbol)
			addNameBefore(&r.found, id, x.text[:y.Start])
			r.becomes(&draftHit{id, x, y.Start, y.End, false}, p.id)
			return
		}
	}
	if r.draft != nil && theDraft.MatchString(x.text[from:to]) {
		r.became(x, scan.Span{Start: strings.LastIndex(x.text[:from], " ") + 1, End: from}, r.draft, p)
	}
}

// adoptsAct adds who adopted an act, when and at which meeting.
func (r *reporter) adoptsAct(x utterance, a *adoption) {
	p, from := a.act, a.to-x.start
	verb := strings.LastIndex(x.text[:from], " ") + 1
	end := max(p.end, a.to)
	r.found.State(x.p, x.part, x.start+verb, end, a.organ, "adopts", p.id, r.how(x, a))
	if len(r.meetings) == 1 {
		r.found.State(x.p, x.part, min(x.start, p.start), end, p.id, "adoptedAt", r.meetings[0], r.by("adoption"))
	}
	if !a.draft {
		r.found.Fact(p.id, "adoptedOn", r.date)
		r.found.Fact(p.id, "agendaItem", r.item)
	}
	r.adopted = true
}

// becomes adds of which act a text was the draft, where the text names it.
func (r *reporter) becomes(d *draftHit, act string) { r.becameIn(d.x, d.start, d.end, d.id, act) }

// became adds the same where the text tells of the adoption without the draft's symbol.
func (r *reporter) became(x utterance, e scan.Span, d *draftHit, act *actPointer) {
	r.becameIn(x, e.Start, max(e.End, act.end-x.start), d.id, act.id)
}

func (r *reporter) becameIn(x utterance, from, to int, draft, act string) {
	x.state(&r.found, from, min(to, len(x.text)), draft, "draftOf", act, tree.Qualifiers{{"rule", "adoption"}})
	if r.drafts[draft] = act; r.draft != nil && r.draft.id == draft {
		r.draft = nil
	}
}

// theDraft is how a text names again the draft of which it spoke.
var theDraft = scan.Compile(`^ (?:the (?:[a-z]+ )?draft (?:resolution|decision)\b|(?:it|the resolution|the decision) as\b)`)

var (
	// "adopted decisions 54/102 and 54/103"
	actsNamed = scan.Compile(
		`^(?:,? and| also|,? without a vote,?|,? by (?:consensus|acclamation),?|,? unanimously,?)? ?(?:(resolution|decision)s? )(` + actNumber + `)`,
	)
	actsFurther = scan.Compile(`^(?: \([A-Z][\w./]*/[\w./]+\))?(?:, and |, | and )(?:(resolution|decision)s? )?(` + actNumber + `)`)
)

// nextDecision begins a further decision in "decision 10/1, on the basis of a
// draft (...), and decision 10/2", also with how it was adopted before it.
var (
	nextDecision = scan.Compile(` and` + howNext + `(?: (?:resolution|decision)s? ` + actNumber + `| [A-Z]{2,6}-\d[\w/.\-]*\w)`)
	actNext      = scan.Compile(`^ and` + howNext + `(?: (resolution|decision)s?)? (` + actNumber + `)`)
)

const howNext = `(?:,? (?:also|without a vote|by consensus|by acclamation),?)?`

// adoptsNamed reads "adopted decisions 54/102 and 54/103": acts of the body
// that the report prints.
func (r *reporter) adoptsNamed(x utterance, a *adoption, symbols []tree.SymbolHit) (any bool) {
	defer func(n int) { r.respectively(x, a, symbols, r.named[n:]) }(len(r.named))
	r.together = nil
	at, limit := a.to-x.start, min(a.limit-x.start, len(x.text))
	form, kind := actsNamed, ""
	for at < limit {
		m := form.FindStringSubmatchIndex(x.text[at:limit])
		if m == nil {
			next := nextDecision.FindStringIndex(x.text[at:limit])
			if !any || next == nil {
				return any
			}
			at, form = at+next[0], actNext
			continue
		}
		if m[2] >= 0 {
			kind = x.text[at+m[2] : at+m[3]]
		}
		id := graph.ActID(r.body, kind, x.text[at+m[4]:at+m[5]])
		if !r.printed.ids[id] && !r.ofSession(x.text[at+m[4]:at+m[5]]) {
			return any
		}
		named := *a
		named.act = &actPointer{id, x.start + at + m[4], x.start + at + m[5]}
		at += m[1]
		named.after, named.limit = x.start+at, x.start+limit
		if next := nextDecision.FindStringIndex(x.text[at:limit]); next != nil {
			named.limit = x.start + at + next[0]
		}
		r.act, r.named = id, append(r.named, id)
		named.procedure = r.procedureOfEach(x, a, named.act)
		r.adopts(x, &named, symbols)
		form, any = actsFurther, true
	}
	return any
}

// respectively gives acts the drafts that a sentence names in their order: "adopted
// decisions 41/14 and 41/15 on the basis of draft decisions X and Y, respectively".
func (r *reporter) respectively(x utterance, a *adoption, symbols []tree.SymbolHit, acts []string) {
	words := x.text[a.to-x.start : min(a.limit-x.start, len(x.text))]
	var drafts []tree.SymbolHit
	for _, y := range symbols {
		if y.Start >= a.to-x.start && y.End <= a.limit-x.start {
			drafts = append(drafts, y)
		}
	}
	if len(acts) < 2 || len(drafts) != len(acts) || !strings.Contains(words, "respectively") || !draftWords.MatchString(words) {
		return
	}
	for i, y := range drafts {
		r.becomes(&draftHit{tree.AddSymbol(&r.found, y.Symbol), x, y.Start, y.End, false}, acts[i])
	}
}

// adoptsCounted reads "adopted four decisions (2041/1, 2041/2 and 2041/3)".
func (r *reporter) adoptsCounted(x utterance, a *adoption) (any bool) {
	m := countedActs.FindStringSubmatchIndex(x.text[a.to-x.start:])
	if m == nil {
		return false
	}
	from := a.to - x.start
	kind, list := x.text[from+m[2]:from+m[3]], x.text[from+m[4]:from+m[5]]
	for _, n := range actInList.FindAll(list) {
		if number := list[n[0]:n[1]]; r.ofSession(number) {
			named := *a
			start := a.to + m[4] + n[0]
			named.act = &actPointer{graph.ActID(r.body, kind, number), start, start + len(number)}
			r.adoptsAct(x, &named)
			r.found.Cited(named.act.id)
			any = true
		}
	}
	return any
}

var (
	countedActs = scan.Compile(
		`^ (?:[a-z]+|\d+) (resolution|decision)s \((?:(?:resolution|decision)s? )?(` + actNumber + `(?:(?:, | and |, and )` + actNumber + `)+)\)`,
	)
	actInList = scan.Compile(actNumber)
)

// otherwiseDecided begins what became of another text: "adopted X and rejected Y".
var otherwiseDecided = scan.Compile(
	`,? (?:and|but) (?:also |then )?(?:rejected|did not|decided not|withdrew|deferred|postponed|took no action)\b`,
)

var adoptingRelations = map[string]string{"adopted": "adopts", "approved": "approves"}

// adoptsDocuments adds that an organ adopts or approves documents, also with
// the relative clause after them: "document X, which the Conference approved".
func (r *reporter) adoptsDocuments(x utterance, a *adoption, symbols []tree.SymbolHit) {
	from, to, limit := a.from-x.start, a.to-x.start, min(a.limit-x.start, len(x.text))
	relative := strings.HasSuffix(strings.TrimSuffix(x.text[:from], " "), "which")
	if m := otherwiseDecided.FindStringIndex(x.text[to:limit]); m != nil {
		limit = to + m[0]
	}
	read, how := to, r.how(x, a)
	for _, y := range symbols {
		lead := x.text[min(read, y.Start):y.Start]
		if read = y.End; besideProposal.MatchString(lead) {
			continue
		}
		if relative && y.End < from || !relative && y.Start > to && y.End <= limit {
			id := tree.AddSymbol(&r.found, y.Symbol)
			addNameBefore(&r.found, id, x.text[:y.Start])
			if act := r.drafts[id]; act != "" && a.verb == "adopted" {
				a.act = &actPointer{act, x.start + y.Start, x.start + y.End}
				r.adoptsAct(x, a)
				continue
			}
			x.state(&r.found, y.Start, y.End, a.organ, adoptingRelations[a.verb], id, how)
			if a.verb == "adopted" && len(r.meetings) == 1 && draftWords.MatchString(lead) {
				x.state(&r.found, y.Start, y.End, id, "adoptedAt", r.meetings[0], r.by("adoption"))
			}
		}
	}
}

var (
	// A report without a symbol that an organ adopts: "the report of the Bureau on
	// credentials", "the report on its twelfth session".
	plainReport = scan.Compile(`^ the ((?:[a-z]+ )?report (?:of the [A-Z][\w ]*? on [a-z][\w ]*?|` +
		`on its [a-z-]+ session))` +
		`(?:,? (?:at|as|in|by) |[,.]| \(|$)`)
	laterDate = scan.Compile(`^ at its \d+(?:st|nd|rd|th) meeting,? (?:held )?on (\d{1,2} [A-Z][a-z]+ \d{4})`)
)

// symbolNear is how far behind a report's name its symbol begins at most.
const symbolNear = 60

// adoptsUnnamed adds the adoption of a report that has no symbol; the body's
// report on its own session is this document.
func (r *reporter) adoptsUnnamed(x utterance, a *adoption, symbols []tree.SymbolHit) {
	after := a.to - x.start
	p := plainReport.FindStringSubmatchIndex(x.text[after:])
	if p == nil {
		return
	}
	from, to := after+p[2], after+p[3]
	name := x.text[from:to]
	id := graph.DocumentID(graph.Slug(name))
	if strings.Contains(name, " on its ") {
		words := strings.Fields(name)
		if id = r.tree.ID; strconv.Itoa(names.OrdinalNumber(words[len(words)-2])) != r.tree.Session {
			return
		}
	} else {
		for _, y := range symbols {
			if y.Start >= to && y.Start < to+symbolNear {
				return // it has one
			}
		}
		r.found.Entity(id, "Document")
		r.found.Fact(id, "title", name)
		addCalled(&r.found, id, name)
	}
	date := r.date
	if days := laterDate.FindStringSubmatch(x.text[to:]); days != nil {
		date = tree.ParseDate(days[1])
	}
	q := tree.Qualifiers{{"date", date}, {"rule", "adoption"}}
	x.state(&r.found, from, to, a.organ, adoptingRelations[a.verb], id, q)
}
