package tree

import (
	"strconv"

	"mandategraph/loader/text"
)

// A finding is one thing that a reader found in a text: that an entity is there
// and of what kind, a property of it, a relation that words prove, or something
// that is not understood. Readers return findings as values, in the order of
// their reading; the sink alone turns them into facts and statements.
type finding struct {
	What findingKind
	// Subject is the entity of which something is said.
	Subject string
	// Name is the kind of an entity, or the name of a property or relation.
	Name string
	// Object is the value of a property, or the other entity of a relation.
	Object string
	// Paragraph, part, from and to say which words prove it: bytes from to to of
	// a part of a paragraph.
	Paragraph  *Paragraph
	Part       text.Text
	From, To   int
	Qualifiers Qualifiers
	// Facts are further properties and their values.
	Facts [][2]string
	// Diagnostic is what was not understood, and why.
	Diagnostic *Diagnostic
}

type findingKind int

const (
	AnEntity findingKind = iota
	AFact
	// ANewEntity comes with properties that count only where the entity is not
	// known yet.
	ANewEntity
	// firstFact is a property that is said only where its entity has none of
	// that name yet; further ones depend on the same.
	AFirstFact
	// AName is how a text prints the name of a role or an organization.
	AName
	AStatement
	AReport
	// ADiagnostic is a report whose place is given.
	ADiagnostic
	// ABody, aSession and anAct are entities that come with the properties that
	// their ids say.
	ABody
	ASession
	AnAct
)

// Findings collects what a reader finds.
type Findings struct{ List []finding }

// Entity says of what kind an id is.
func (f *Findings) Entity(id, kind string) {
	f.List = append(f.List, finding{What: AnEntity, Subject: id, Name: kind})
}

// Fact adds a property of an entity; none where the value is empty.
func (f *Findings) Fact(subject, property, value string) {
	if value != "" {
		f.List = append(f.List, finding{What: AFact, Subject: subject, Name: property, Object: value})
	}
}

// NewEntity says of what kind an id is and, where no earlier finding has said
// so, gives its properties.
func (f *Findings) NewEntity(id, kind string, facts ...[2]string) {
	f.List = append(f.List, finding{What: ANewEntity, Subject: id, Name: kind, Facts: facts})
}

// FirstFact adds a property of an entity unless an earlier finding has given it
// that property in this way; none where the value is empty.
func (f *Findings) FirstFact(subject, property, value string) {
	if value != "" {
		f.FirstFacts(subject, [2]string{property, value})
	}
}

// FirstFacts adds properties of an entity unless an earlier finding has given it
// the first of them in this way.
func (f *Findings) FirstFacts(subject string, facts ...[2]string) {
	f.List = append(f.List, finding{What: AFirstFact, Subject: subject, Name: facts[0][0], Facts: facts})
}

// PrintedName says how a text prints the name of a role or an organization; the
// last one counts.
func (f *Findings) PrintedName(id, name string) {
	f.List = append(f.List, finding{What: AName, Subject: id, Name: name})
}

// State adds a relation proved by bytes from to to of a part of a paragraph.
func (f *Findings) State(p *Paragraph, part text.Text, from, to int, subject, relation, object string, q Qualifiers) {
	if subject != "" && object != "" {
		f.List = append(f.List, finding{What: AStatement, Subject: subject, Name: relation, Object: object,
			Paragraph: p, Part: part, From: from, To: to, Qualifiers: q})
	}
}

// Report adds something at bytes from to to of a part that is not understood.
func (f *Findings) Report(p *Paragraph, part text.Text, from, to int, d Diagnostic) {
	f.List = append(f.List, finding{What: AReport, Paragraph: p, Part: part, From: from, To: to, Diagnostic: &d})
}

// Diagnostic adds something that is not understood and knows its own place.
func (f *Findings) Diagnostic(d Diagnostic) {
	f.List = append(f.List, finding{What: ADiagnostic, Diagnostic: &d})
}

// Head adds the paragraph of a masthead from which something was read: its id and
// text, of which document it is, and its first and last code point.
func (f *Findings) Head(p *Paragraph, document string, start, end int) {
	f.NewEntity(p.ID, "Paragraph", [2]string{"text", p.Text()}, [2]string{"paragraphKind", p.Kind},
		[2]string{"partOf", document}, [2]string{"position", "0"},
		[2]string{"start", strconv.Itoa(start)}, [2]string{"end", strconv.Itoa(end)})
}

// Body adds a body by its code.
func (f *Findings) Body(code string) {
	f.List = append(f.List, finding{What: ABody, Subject: code})
}

// Session adds a session of a body by the body's code and the session's number.
func (f *Findings) Session(code, number string) {
	f.List = append(f.List, finding{What: ASession, Subject: code, Object: number})
}

// add appends what another reader found.
func (f *Findings) add(other Findings) { f.List = append(f.List, other.List...) }

// Cited adds an act of which no text is at hand, by its id.
func (f *Findings) Cited(id string) {
	f.List = append(f.List, finding{What: AnAct, Subject: id})
}
