package schema

import (
	"cmp"
	"fmt"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
	"mandategraph/graph/snapshot"
)

// A form says how the answer of a saved query is told.
type form struct {
	// header is the first sentence; {variable} stands for the entity in a slot,
	// {verb} for the relations asked for.
	header string
	// lists are the paths to the results in the data.
	lists   []string
	columns []column
	// keep drops results that do not answer the question; nil keeps all.
	keep func(t telling, r row) bool
	// details are lines below a result.
	details func(t telling, r row) []string
	// subject is the variable of the act whose text must say it all; empty where
	// any loaded text may.
	subject string
	// verdict opens the first sentence; nil where there is nothing to decide.
	verdict func(t telling) string
	// remark is a sentence before the last one; nil for none.
	remark func(t telling) string
}

// A row is one result: an edge of a connection or an element of a list.
type row map[string]any

// A column is a piece of a result's line.
type column func(t telling, r row) string

var (
	citation = []column{number, bodyName, date, verb, locator, title}
	citing   = []column{number, bodyName, date, verb, place, title}
	actor    = []column{placeInDocument, who}
	simple   = []column{number, bodyName, date, title}
	duty     = []column{whom, mandateVerb, deadline, recipients, paragraphOf, clause}
)

// forms by the name of the saved query.
var forms = map[string]form{
	"recalls":           {header: "{act} recalls:", lists: []string{"act.recalls"}, columns: citation, subject: "act"},
	"citations":         {header: "{act} cites:", lists: []string{"act.citations"}, columns: citation, subject: "act"},
	"relations":         {header: "{act} {verb}:", lists: []string{"act.relations"}, columns: citation, details: clauses, subject: "act"},
	"requests":          {header: "{act} requests:", lists: []string{"act.requests"}, columns: []column{title, verb, locator}, details: clauses, subject: "act"},
	"relationsTo":       {header: "What {verb} {thing}:", lists: []string{"node.relationsTo"}, columns: citing},
	"citedBy":           {header: "{thing} is cited by:", lists: []string{"node.citedBy"}, columns: citing},
	"sponsors":          {header: "{act} was sponsored by:", lists: []string{"act.sponsoredBy"}, columns: actor, remark: kindsOfActors},
	"sponsoredNot":      {header: "{act} but not {other} was sponsored by:", lists: []string{"act.sponsoredBy"}, columns: actor, keep: notOther},
	"sponsoredBoth":     {header: "Both {act} and {other} were sponsored by:", lists: []string{"act.sponsoredBy"}, columns: actor, keep: alsoOther},
	"endorsedFrom":      {header: "Endorsed from {body}:", lists: []string{"allRecommendations"}, columns: []column{meeting, members}, keep: ofBody, details: endorsements},
	"recommendationsOf": {header: "{act} endorses:", lists: []string{"act.endorses"}, columns: []column{meeting, verb, locator, members}, details: items, subject: "act"},
	"lineage":           {header: "{thing} rests, step by step, on:", lists: []string{"lineage.nodes"}, columns: []column{distance, number, bodyName, date, title}, keep: notStart, remark: cutLineage},
	"path":              {header: "From {from} to {to}:", lists: []string{"path.paths"}, columns: []column{steps}, details: stepLines, remark: cutPaths},
	"actsOfSession":     {header: "Acts of {session}:", lists: []string{"session.acts"}, columns: simple, remark: kindsOfActs},
	"treaty":            {header: "{treaty} is cited by:", lists: []string{"treaty.citedBy", "treaty.articles"}, columns: citing, details: citers},
	"treatyArticles":    {header: "Articles of treaties that are cited:", lists: []string{"articles"}, columns: []column{articleOf}, details: citers},
	"notLoaded":         {header: "Cited but not loaded:", lists: []string{"acts"}, columns: simple, details: citers},
	"duties":            {header: "Who must report, or act by a date:", lists: []string{"mandates"}, columns: duty, keep: isDuty},
	"deadlines":         {header: "Deadlines in {act}:", lists: []string{"mandates"}, columns: duty, subject: "act"},
	"asksOf":            {header: "{act} asks of {entity}:", lists: []string{"mandates"}, columns: []column{mandateVerb, deadline, paragraphOf, clause}, subject: "act"},
	"citesKind":         {header: "{act} cites these {kind}:", lists: []string{"act.citations"}, columns: []column{verb, locator, pin, cited}, subject: "act"},
	"actsAbout":         {header: "Acts about {words}:", lists: []string{"acts"}, columns: simple, remark: kindsOfActs},
	"spokeOn":           {header: "{state} spoke on:", lists: []string{"node.relations"}, columns: []column{spokenOn, placeInDocument, edgeField("function"), behalf, title}},
	"tasksOf":           {header: "{entity} is addressed by:", lists: []string{"mandates"}, columns: []column{mandateVerb, deadline, paragraphOf, clause}, remark: alsoServes},
	"doings":            {header: "{state} did this:", lists: []string{"node.relations"}, columns: []column{relationWords, number, placeInDocument, behalf, title}, keep: atSession},
	"sponsored":         {header: "{state} sponsored:", lists: []string{"node.relations"}, columns: []column{number, bodyName, date, placeInDocument, behalf, title}},
	"whether":           {header: "{act} {verb} {thing}.", lists: []string{"statements"}, columns: []column{verb, locator, pin, quoted}, subject: "act", verdict: whether},
	"whetherCites":      {header: "{act} cites {thing}.", lists: []string{"act.citations"}, columns: []column{verb, locator, pin, quoted}, subject: "act", verdict: whether},
	"whetherSponsored":  {header: "{state} sponsored {act}.", lists: []string{"statements"}, columns: []column{placeInDocument, behalf, quoted}, verdict: whether},
	"about":             {header: "{thing}:", lists: []string{"node.properties", "node.relations.facets.relations", "node.relationsTo.facets.relations"}, columns: []column{aspectName, aspectValue}, keep: worthTelling},
	"adoption":          {header: "{act} was adopted:", lists: []string{"act.adoptedAt"}, columns: []column{edgeField("date"), event, placeInDocument}, remark: adoptionDate},
	"chairs":            {header: "{session} was chaired by:", lists: []string{"statements"}, columns: []column{chair, relationWords, chaired, origin, placeInDocument}, keep: presided},
	"speakers":          {header: "Under {items} spoke:", lists: []string{"statements"}, columns: []column{spokenOn, placeInDocument, who}, remark: kindsOfActors},
	"established":       {header: "{entity} was established by:", lists: []string{"node.relationsTo"}, columns: citing},
}

// node is the entity of a result, or NoNode.
func (t telling) node(r row) snapshot.Node {
	id := str(r, "id")
	if inner, ok := r["node"].(map[string]any); ok {
		id = cmp.Or(str(inner, "id"), id)
	}
	if n, ok := t.Lookup(id); ok {
		return n
	}
	return snapshot.NoNode
}

// str is a text in an object of the data, empty where there is none.
func str(object map[string]any, name string) string {
	s, _ := object[name].(string)
	return s
}

// inner is the object below the node of a result.
func inner(r row) map[string]any {
	if n, ok := r["node"].(map[string]any); ok {
		return n
	}
	return r
}

func edgeField(name string) column { return func(_ telling, r row) string { return str(r, name) } }

func nodeField(name string) column {
	return func(_ telling, r row) string { return str(inner(r), name) }
}

var (
	locator  = edgeField("locator")
	deadline = nodeField("deadline")
	clause   = nodeField("clause")
)

// number is an act's kind and number, or the kind of anything else.
func number(t telling, r row) string {
	n := t.node(r)
	if n == snapshot.NoNode {
		return ""
	}
	if _, kind, number, ok := graph.SplitActID(t.ID(n)); ok {
		return kind + " " + number
	}
	return phrase(strings.ToLower(t.Kind(n)[:min(1, len(t.Kind(n)))]) + t.Kind(n)[min(1, len(t.Kind(n))):])
}

func bodyName(t telling, r row) string {
	n := t.node(r)
	if n == snapshot.NoNode {
		return ""
	}
	code, _, _, ok := graph.SplitActID(t.ID(n))
	if !ok {
		return ""
	}
	return shortBody(code)
}

// shortBody is what a line calls a body, by its code.
func shortBody(code string) string { return names.Called(code, names.Line) }

func date(t telling, r row) string {
	if n := t.node(r); n != snapshot.NoNode {
		return t.Date(n)
	}
	return ""
}

func title(t telling, r row) string {
	n := t.node(r)
	if n == snapshot.NoNode {
		return ""
	}
	if s := t.Title(n); s != "" || t.Kind(n) == "Act" {
		return s
	}
	return t.ID(n)
}

// verb is that of the text, else the relation in words.
func verb(_ telling, r row) string { return cmp.Or(str(r, "verb"), phrase(str(r, "relation"))) }

func relationWords(_ telling, r row) string { return phrase(str(r, "relation")) }

// place is the asserting paragraph: its locator where it lies in the result
// itself, else its whole id.
func place(t telling, r row) string {
	paragraph := str(r, "paragraph")
	if n := t.node(r); n != snapshot.NoNode && strings.HasPrefix(paragraph, t.ID(n)+"#") {
		return str(r, "locator")
	}
	return shortPlace(paragraph)
}

func placeInDocument(_ telling, r row) string { return shortPlace(str(r, "paragraph")) }

// longestPlace is how much of a line the id of a paragraph may take.
const longestPlace = 60

// shortPlace names a paragraph of a document without a symbol, whose id is its
// whole title, by its number.
func shortPlace(paragraph string) string {
	id, locator, ok := strings.Cut(paragraph, "#")
	if !ok || len(paragraph) <= longestPlace || !strings.HasPrefix(id, "document/") {
		return paragraph
	}
	return "paragraph " + locator + " of the report"
}

func behalf(_ telling, r row) string {
	if s := str(r, "onBehalfOf"); s != "" {
		return "on behalf of " + s
	}
	return ""
}

func distance(_ telling, r row) string { return fmt.Sprintf("%v", r["distance"]) }
