package record

import (
	"strings"

	"mandategraph/graph"
	"mandategraph/loader/scan"
	"mandategraph/loader/tree"
)

// Indicators of field 993: what the related document is.
const (
	draftIndicator   = '2'
	reportIndicator  = '3'
	meetingIndicator = '4'
)

// related reads a link to another document: in field 993, and in 952, where the
// record of a vote has the record of its meeting. What the two are to each other follows
// from what they are: a draft is the draft of the act, the report of a committee and
// the record of a meeting tell of it. Of others it is only known that they belong
// together.
func (r *reader) related(f *field) {
	for _, s := range f.subs {
		if s.code == 'a' && s.value != "" {
			r.link(f, s)
		}
	}
}

func (r *reader) link(f *field, s subfield) {
	if act, ok := actOf(s.value); ok {
		r.found.Cited(act)
		switch {
		case r.draft && r.document != "":
			r.state(f, s, r.document, "draftOf", act)
		case act != r.subject:
			r.state(f, s, r.subject, "relatedTo", act)
		}
		return
	}
	symbol := canonical(s.value)
	if !tree.SymbolLike(symbol) {
		r.report(f, s.from, s.to, "no symbol of a document")
		return
	}
	other := r.addDocument(s.value)
	record := strings.Contains(symbol, "PV.") || strings.Contains(symbol, "/SR.")
	switch {
	case other == r.document:
	case r.act && (f.first == draftIndicator || strings.Contains(symbol, "/L.")):
		r.state(f, s, other, "draftOf", r.subject)
	case record || f.first == reportIndicator || f.first == meetingIndicator:
		r.state(f, s, r.subject, "reportedIn", other)
	default:
		r.state(f, s, r.subject, "relatedTo", other)
	}
}

// itemShape is the number of an agenda item as catalogues write it: 71b for 71 (b);
// a number in square brackets behind it is of their own index.
var itemShape = scan.Compile(`^(\d+)(?:[. ]?\(?([a-z])\)?(?:[. ]?\(?([ivx]+)\)?)?)?\.?(\[\d+\])?$`)

// agenda reads under which item of which agenda the document was considered, or the
// act adopted.
func (r *reader) agenda(f *field) {
	item := f.get('b')
	m := itemShape.FindStringSubmatch(strings.TrimSpace(item.value))
	body, session, ok := series(f.get('a').value)
	if !ok {
		body, session = r.body, r.session
	}
	switch {
	case item.value == "":
		return // a heading of the index alone
	case m == nil:
		r.report(f, item.from, item.to, "no number of an agenda item")
		return
	case body == "" || session == "":
		r.report(f, item.from, item.to, "agenda item of no known session")
		return
	}
	number := m[1]
	for _, part := range m[2:4] {
		if part != "" {
			number += "(" + part + ")"
		}
	}
	sitting := tree.SessionID(body, session)
	id := sitting + "/agenda/" + number
	r.found.Session(body, session)
	r.found.Body(body)
	r.found.NewEntity(id, "AgendaItem", [2]string{"number", number}, [2]string{"partOf", sitting})
	if m[4] == "" {
		r.found.FirstFact(id, "title", strings.TrimSuffix(plain(f.get('c').value), "."))
	}
	if r.act {
		r.found.Fact(r.subject, "agendaItem", id)
		r.state(f, item, r.subject, "adoptedUnder", id)
	} else {
		r.state(f, item, id, "hasBefore", r.document)
	}
	if agenda := f.get('a'); agenda.value != "" && tree.SymbolLike(canonical(agenda.value)) {
		r.state(f, agenda, id, "containedIn", r.addDocument(agenda.value))
	}
}

// thesaurusID is the number of a heading in the file of the thesaurus.
var thesaurusID = scan.Compile(`^\((?:DHLAUTH|UNBIST?)\)(\d+)$`)

// topic reads a subject of the thesaurus.
func (r *reader) topic(f *field) {
	s := f.get('a')
	name := s.value
	for _, part := range f.subs {
		if part.code >= 'v' && part.code <= 'z' {
			name += "--" + part.value
		}
	}
	key, facts := graph.Slug(name), [][2]string{{"name", name}}
	if m := thesaurusID.FindStringSubmatch(f.get('0').value); m != nil {
		key, facts = m[1], append(facts, [2]string{"code", m[1]})
	}
	if key == "" {
		return
	}
	id := "subject/" + key
	r.found.NewEntity(id, "Subject", facts...)
	r.state(f, s, r.subject, "hasSubject", id)
}
