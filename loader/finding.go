package loader

// A finding is one thing that a reader found in a text: that an entity is there
// and of what kind, a property of it, a relation that words prove, or something
// that is not understood. Readers return findings as values, in the order of
// their reading; the sink alone turns them into facts and statements.
type finding struct {
	what findingKind
	// subject is the entity of which something is said.
	subject string
	// name is the kind of an entity, or the name of a property or relation.
	name string
	// object is the value of a property, or the other entity of a relation.
	object string
	// paragraph, part, from and to say which words prove it: bytes from to to of
	// a part of a paragraph.
	paragraph  *Paragraph
	part       Text
	from, to   int
	qualifiers qualifiers
	// facts are further properties and their values.
	facts [][2]string
	// diagnostic is what was not understood, and why.
	diagnostic *Diagnostic
}

type findingKind int

const (
	anEntity findingKind = iota
	aFact
	// aNewEntity comes with properties that count only where the entity is not
	// known yet.
	aNewEntity
	// firstFact is a property that is said only where its entity has none of
	// that name yet; further ones depend on the same.
	firstFact
	// aName is how a text prints the name of a role or an organization.
	aName
	aStatement
	aReport
	// aDiagnostic is a report whose place is given.
	aDiagnostic
	// aBody, aSession and anAct are entities that come with the properties that
	// their ids say.
	aBody
	aSession
	anAct
)

// findings collects what a reader finds.
type findings struct{ list []finding }

// entity says of what kind an id is.
func (f *findings) entity(id, kind string) {
	f.list = append(f.list, finding{what: anEntity, subject: id, name: kind})
}

// fact adds a property of an entity; none where the value is empty.
func (f *findings) fact(subject, property, value string) {
	if value != "" {
		f.list = append(f.list, finding{what: aFact, subject: subject, name: property, object: value})
	}
}

// newEntity says of what kind an id is and, where no earlier finding has said
// so, gives its properties.
func (f *findings) newEntity(id, kind string, facts ...[2]string) {
	f.list = append(f.list, finding{what: aNewEntity, subject: id, name: kind, facts: facts})
}

// firstFact adds a property of an entity unless an earlier finding has given it
// that property in this way; none where the value is empty.
func (f *findings) firstFact(subject, property, value string) {
	if value != "" {
		f.firstFacts(subject, [2]string{property, value})
	}
}

// firstFacts adds properties of an entity unless an earlier finding has given it
// the first of them in this way.
func (f *findings) firstFacts(subject string, facts ...[2]string) {
	f.list = append(f.list, finding{what: firstFact, subject: subject, name: facts[0][0], facts: facts})
}

// printedName says how a text prints the name of a role or an organization; the
// last one counts.
func (f *findings) printedName(id, name string) {
	f.list = append(f.list, finding{what: aName, subject: id, name: name})
}

// state adds a relation proved by bytes from to to of a part of a paragraph.
func (f *findings) state(p *Paragraph, part Text, from, to int, subject, relation, object string, q qualifiers) {
	if subject != "" && object != "" {
		f.list = append(f.list, finding{what: aStatement, subject: subject, name: relation, object: object,
			paragraph: p, part: part, from: from, to: to, qualifiers: q})
	}
}

// report adds something at bytes from to to of a part that is not understood.
func (f *findings) report(p *Paragraph, part Text, from, to int, d Diagnostic) {
	f.list = append(f.list, finding{what: aReport, paragraph: p, part: part, from: from, to: to, diagnostic: &d})
}

// diagnostic adds something that is not understood and knows its own place.
func (f *findings) diagnostic(d Diagnostic) {
	f.list = append(f.list, finding{what: aDiagnostic, diagnostic: &d})
}

// body adds a body by its code.
func (f *findings) body(code string) {
	f.list = append(f.list, finding{what: aBody, subject: code})
}

// session adds a session of a body by the body's code and the session's number.
func (f *findings) session(code, number string) {
	f.list = append(f.list, finding{what: aSession, subject: code, object: number})
}

// add appends what another reader found.
func (f *findings) add(other findings) { f.list = append(f.list, other.list...) }

// cited adds an act of which no text is at hand, by its id.
func (f *findings) cited(id string) {
	f.list = append(f.list, finding{what: anAct, subject: id})
}
