package store

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"mandategraph/graph"
)

// What follows from the ids of a document's entities, from its text and from its
// statements is not said in quads: the kind and number of an act from its id, the
// words of a paragraph from its extent, the paragraph of a statement from its
// range. Where a document says otherwise, what it says is written; where it says
// nothing, that is: see [withoutTerm].

// A span is a range of code points, from start to before end.
type span struct{ start, end int }

func (s span) String() string { return strconv.Itoa(s.start) + "," + strconv.Itoa(s.end) }

// spanOf undoes [span.String].
func spanOf(text string) (s span, ok bool) {
	first, second, _ := strings.Cut(text, ",")
	start, err := strconv.Atoi(first)
	end, failed := strconv.Atoi(second)
	s = span{start, end}
	return s, err == nil && failed == nil && s.String() == text
}

// An extent is where a paragraph stands.
type extent struct {
	span
	id string
}

// A ground is what facts and evidence follow from.
type ground struct {
	id         string
	source     *cutter
	extents    []extent // by start, the longer first
	statements []graph.Statement
}

func newGround(id, source string, extents []extent, statements []graph.Statement) *ground {
	slices.SortFunc(extents, func(a, b extent) int {
		return cmp.Or(a.start-b.start, b.end-a.end, strings.Compare(a.id, b.id))
	})
	return &ground{id, newCutter(source), extents, statements}
}

// nearest bounds how many paragraphs are looked at to find one that holds a
// range: paragraphs that begin earlier than that are written.
const nearest = 16

// paragraph is the one that holds a range, of several the last that begins;
// empty for none.
func (g *ground) paragraph(r span) string {
	after, _ := slices.BinarySearchFunc(g.extents, r.start+1, func(e extent, start int) int { return e.start - start })
	for i := after - 1; i >= max(0, after-nearest); i-- {
		if g.extents[i].end >= r.end {
			return g.extents[i].id
		}
	}
	return ""
}

// Names of the vocabulary that have rules here.
const (
	kindProperty, textProperty, headingProperty = "kind", "text", "heading"
	startProperty, endProperty                  = "start", "end"
	mandateQualifier                            = "mandate"
)

// followingQualifiers are those that [qualifierOf] knows.
var followingQualifiers = []string{"confidence", "rule"}

// qualifierOf is the value of a qualifier that follows from the others of a
// statement; empty for none. A statement is certain unless it says otherwise, and
// one of a mandate is ruled by its operative verb.
func qualifierOf(s *graph.Statement, name string) string {
	switch {
	case name == "confidence":
		return "certain"
	case name == "rule" && s.Qualifiers[mandateQualifier] != "":
		return "operative verb"
	}
	return ""
}

// all are the facts that follow where those of a document are known, sorted.
func (g *ground) all(facts []graph.Fact) []graph.Fact {
	return sortedFacts(slices.Concat(g.facts(), g.headings(facts), g.kinds(facts)))
}

// facts are those that follow, but for kinds and headings.
func (g *ground) facts() []graph.Fact {
	facts := make([]graph.Fact, 0, 8*len(g.extents)+4*len(g.statements))
	fact := func(subject, property, value string) {
		if value != "" {
			facts = append(facts, graph.Fact{Subject: subject, Property: property, Value: value})
		}
	}
	for i, e := range g.extents {
		fact(e.id, startProperty, strconv.Itoa(e.start))
		fact(e.id, endProperty, strconv.Itoa(e.end))
		fact(e.id, "position", strconv.Itoa(i+1))
		fact(e.id, textProperty, g.source.cut(e.span))
		followParagraph(e.id, fact)
	}
	asked := map[string]bool{}
	for i := range g.statements {
		s := &g.statements[i]
		mandate := s.Qualifiers[mandateQualifier]
		if mandate == "" {
			continue
		}
		if !asked[mandate] {
			asked[mandate] = true
			fact(mandate, "verb", s.Relation)
		}
		if addressed[graph.KindOfID(s.Object)] {
			fact(mandate, "addressee", s.Object)
		}
	}
	for _, id := range g.named(nil) {
		followID(id, fact)
	}
	return facts
}

// addressed are the kinds of those who can be asked.
var addressed = map[string]bool{
	"AddresseeClass": true, "Organization": true, "Role": true, "State": true, "Group": true, "Body": true,
	"Secretariat": true, "Person": true,
}

// named are the entities that a document speaks of, in its statements and in
// facts other than their kinds, sorted.
func (g *ground) named(facts []graph.Fact) []string {
	ids := make([]string, 0, 1+len(g.extents)+2*len(g.statements)+len(facts)/4)
	ids = append(ids, g.id)
	for _, e := range g.extents {
		ids = append(ids, e.id)
	}
	for i := range g.statements {
		s := &g.statements[i]
		ids = append(ids, s.Subject)
		if !graph.IsLiteral(*s) {
			ids = append(ids, s.Object)
		}
		if mandate := s.Qualifiers[mandateQualifier]; mandate != "" {
			ids = append(ids, mandate)
		}
	}
	for _, f := range facts {
		if f.Property == kindProperty {
			continue
		}
		if f.Subject != ids[len(ids)-1] {
			ids = append(ids, f.Subject)
		}
		if graph.PropertyRange[f.Property] == graph.Entity {
			ids = append(ids, f.Value)
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// kinds are those that the ids of all that is named tell.
func (g *ground) kinds(facts []graph.Fact) []graph.Fact {
	var kinds []graph.Fact
	for _, id := range g.named(facts) {
		if kind := graph.KindOfID(id); kind != "" {
			kinds = append(kinds, graph.Fact{Subject: id, Property: kindProperty, Value: kind})
		}
	}
	return kinds
}

// headings follow from those of the paragraph before: one holds until the next.
func (g *ground) headings(facts []graph.Fact) []graph.Fact {
	said := headingsOf(facts)
	var follow []graph.Fact
	for i := 1; i < len(g.extents); i++ {
		for _, value := range said[g.extents[i-1].id] {
			follow = append(follow, graph.Fact{Subject: g.extents[i].id, Property: headingProperty, Value: value})
		}
	}
	return follow
}

// inheritedHeadings are [ground.headings] where only those are known that are said.
func (g *ground) inheritedHeadings(said, withheld []graph.Fact) (follow []graph.Fact) {
	headings, none := headingsOf(said), headingsOf(withheld)
	var before []string
	for _, e := range g.extents {
		switch {
		case headings[e.id] != nil:
			before = headings[e.id]
			continue
		case none[e.id] != nil:
			before = nil
		}
		for _, value := range before {
			follow = append(follow, graph.Fact{Subject: e.id, Property: headingProperty, Value: value})
		}
	}
	return follow
}

func headingsOf(facts []graph.Fact) map[string][]string {
	headings := map[string][]string{}
	for _, f := range facts {
		if f.Property == headingProperty {
			headings[f.Subject] = append(headings[f.Subject], f.Value)
		}
	}
	return headings
}
