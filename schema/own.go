package schema

import (
	"strings"

	"github.com/graphql-go/graphql"

	"mandategraph/graph"
	"mandategraph/graph/timeline"
	"mandategraph/schema/guard"
)

// ownRows are the fields that one kind has beyond the vocabulary's properties
// and relations, most of them derived from the id.
func (b *builder) ownRows(kind string) []field {
	return map[string][]field{
		"Act": {
			{
				name: "number", typ: graphql.String, doc: "The number as printed, without spaces.",
				text: text(func(e entity) string { return e.either("number", actNumber) }),
			},
			{
				name: "kind", typ: b.actKind, doc: "Resolution or decision.",
				text: text(func(e entity) string { return e.either("actKind", actKind) }),
			},
			{
				name: "adoptedOn", typ: b.date, doc: "The date of adoption, else the date under which it is most often cited.",
				text: text(func(e entity) string { return e.Date(e.node) }),
			},
			{
				name: "loaded", typ: required(graphql.Boolean), doc: "Whether its own text is in the store.",
				resolve: of(func(e entity) any { return e.Loaded(e.node) }),
			},
			b.availableRow(),
		},
		"Body": {
			{
				name: "shortName", typ: required(graphql.String),
				doc:     "The form in use, as drawings and tables show it: its name where that is short, else its shortest alias.",
				resolve: of(func(e entity) any { return timeline.ShortName(e.Snapshot, e.id()) }),
			},
		},
		"Document": documentRows(),
		"Paragraph": {
			{
				name: "locator", typ: required(graphql.String), doc: "Its place in the act or document, for example op5.a.",
				resolve: of(func(e entity) any { _, l, _ := strings.Cut(e.id(), "#"); return l }),
			},
			{name: "parent", typ: b.entity, doc: "The act or document in which it stands.", resolve: of(entity.parent)},
		},
		"Mandate": {
			{name: "act", typ: b.entity, doc: "The act that gives the mandate.", resolve: of(entity.parent)},
			{
				name: "paragraph", typ: b.entity, doc: "The paragraph that gives the mandate.",
				resolve: of(func(e entity) any { p, _, _ := strings.Cut(e.id(), "/mandate/"); return e.find(p) }),
			},
			{
				name: "statements", typ: listOf(b.link), weight: inherit,
				doc:     "The statements by which it asks each of its addressees, with the words that prove them.",
				resolve: of(entity.asking),
			},
		},
	}[kind]
}

func documentRows() []field {
	return []field{
		{
			name: "loaded", typ: required(graphql.Boolean), doc: "Whether its text is in the store.",
			resolve: of(func(e entity) any { _, ok := e.Document(e.id()); return ok }),
		},
		{
			name: "source", typ: graphql.String,
			doc: "The text from one code point up to another, as decoded: what start and end of a statement count. " +
				"At most 20,000 code points.",
			args: []argument{
				{name: "start", typ: graphql.Int, doc: "The first code point; 0 where not given."},
				{name: "end", typ: graphql.Int, doc: "The code point after the last one."},
			},
			resolve: with(entity.source),
		},
	}
}

// asking are the statements of a mandate.
func (e entity) asking() any {
	list := []statement{}
	for _, edge := range e.Out(e.owning().node) {
		if e.Qualifier(edge, "mandate") == e.id() {
			_, target := e.Ends(edge)
			list = append(list, statement{e.view, edge, target})
		}
	}
	return list
}

// either is a property, or what the id says where no text states the property.
func (e entity) either(property string, derive func(id string) string) string {
	if v := e.value(property); v != "" {
		return v
	}
	return derive(e.id())
}

func actNumber(id string) string { _, _, number, _ := graph.SplitActID(id); return number }

func actKind(id string) string { _, kind, _, _ := graph.SplitActID(id); return kind }

// parent is the act or document before the '#' of an id.
func (e entity) parent() any { id, _, _ := strings.Cut(e.id(), "#"); return e.find(id) }

// maxExcerpt bounds Document.source, in code points.
const maxExcerpt = 20_000

func (e entity) source(c call) (any, error) {
	d, ok := e.Document(e.id())
	if !ok {
		return nil, nil
	}
	source := []rune(d.Source)
	start, _ := c.args["start"].(int)
	end, given := c.args["end"].(int)
	if !given {
		end = min(len(source), start+maxExcerpt)
	}
	end = min(end, len(source))
	if start < 0 || end < start {
		return nil, guard.Refuse(
			guard.BadRequest, "start and end must lie in the text, which has %d code points", len(source),
		)
	}
	if end-start > maxExcerpt {
		return nil, guard.Refuse(guard.TooComplex, "at most %d code points at a time", maxExcerpt)
	}
	return string(source[start:end]), nil
}
