package ask

import (
	"regexp"
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// What a question looks for, and where the texts may hold it although nothing was
// read.

// A soughtRelation is what a saved query looks for: relations of the entity in a
// variable, seen from their other end where inward is set. Without relations they
// are those that the question names.
type soughtRelation struct {
	variable  string
	relations []string
	inward    bool
}

var soughtBy = map[string]soughtRelation{
	"recalls":           {"act", []string{"recalls"}, false},
	"requests":          {"act", []string{"requests"}, false},
	"recommendationsOf": {"act", []string{"endorses"}, false},
	"relations":         {"act", nil, false},
	"whether":           {"act", nil, false},
	"relationsTo":       {"thing", nil, true},
	"established":       {"entity", []string{"establishes"}, true},
	"lifecycle":         {"entity", graph.Life, true},
	"sponsors":          {"act", []string{"sponsors"}, true},
	"whetherSponsored":  {"act", []string{"sponsors"}, true},
	"sponsored":         {"state", []string{"sponsors"}, false},
	"voted":             {"act", []string{"votedFor", "votedAgainst", "abstained"}, true},
	"adoption":          {"act", []string{"adoptedAt"}, false},
	"spokeOn":           {"state", []string{"speaksOn"}, false},
	"chairs":            {"session", []string{"chairs"}, true},
}

// sought is what the question looks for, and of which entity.
func (t telling) sought() (s soughtRelation, n snapshot.Node, ok bool) {
	s, known := soughtBy[t.u.query.Name]
	if t.u.seeks.variable != "" {
		s, known = t.u.seeks, true
	}
	n, named := t.u.nodes[s.variable]
	if s.relations == nil {
		list, _ := t.u.variables["relations"].([]any)
		for _, r := range list {
			name, _ := r.(string)
			s.relations = append(s.relations, name)
		}
	}
	return s, n, known && named && len(s.relations) > 0
}

// notRead is the lack of a relation that such texts do not tell, or of paragraphs
// that begin with its verb and of which nothing was read.
func (t telling) notRead() Lack {
	s, n, ok := t.sought()
	switch {
	case !ok:
		return Lack{}
	case len(t.naming) > 0:
		return Lack{State: NotRead, Count: len(t.naming), Paragraphs: t.naming[:min(len(t.naming), shownLacks)],
			Text: "not read as results: " + counted(len(t.naming), "paragraph") +
				" with the verb, where the name stands inside a phrase"}
	case graph.ToldBy(s.relations[0]) != graph.ToldByText:
		return t.notTold(s, n)
	case !s.inward && t.Loaded(n):
		return t.openings(s, n)
	}
	return Lack{}
}

// tellersInWords say which texts tell what an act does not say of itself.
var tellersInWords = map[graph.Teller]string{
	graph.ToldByProceedings: "this is told by reports of sessions, records of meetings and of catalogues, " +
		"and nothing of it was read from those loaded",
	graph.ToldByCatalogue: "this is told by records of catalogues, and nothing of it was read from those loaded",
	graph.ToldByTables:    "this is told by few texts, and nothing of it was read from those loaded",
}

// notTold is the lack of a relation of which no loaded text that would tell it
// speaks of the entity: where one says anything of the kind about it, silence is
// an answer. What an act says of its own adoption is not such a text.
func (t telling) notTold(s soughtRelation, n snapshot.Node) Lack {
	teller := graph.ToldBy(s.relations[0])
	kind := graph.ToldIn(teller)
	isTold := func(e snapshot.Edge) bool { return !strings.HasPrefix(t.Evidence(e).Paragraph, t.ID(n)+"#") }
	if len(t.found) > 0 || slices.ContainsFunc(slices.Concat(t.In(n, kind...), t.Out(n, kind...)), isTold) {
		return Lack{}
	}
	return Lack{State: NotRead, Text: tellersInWords[teller]}
}

// openings is the lack of the paragraphs of a text that begin with the verb asked
// for and of which no statement with it was made: what they speak of is no act,
// body or other thing that has an entity, or was not understood.
func (t telling) openings(s soughtRelation, n snapshot.Node) Lack {
	var forms []string
	for _, name := range s.relations {
		relation, _ := graph.RelationByName(name)
		forms = append(forms, relation.PrintedForms()...)
	}
	read := map[string]bool{}
	for _, e := range t.Out(n, s.relations...) {
		read[t.Evidence(e).Paragraph] = true
	}
	l := Lack{State: NotRead}
	var having []snapshot.Node
	for p := n + 1; int(p) < t.Len() && strings.HasPrefix(t.ID(p), t.ID(n)+"#"); p++ {
		switch text := t.Text(p, "text"); {
		case t.Kind(p) != "Paragraph" || read[t.ID(p)]:
		case opensWith(text, forms):
			l.Paragraphs = append(l.Paragraphs, p)
		case hasVerb(text, forms):
			having = append(having, p)
		}
	}
	l.Count = len(l.Paragraphs)
	switch {
	case l.Count > 0:
		return t.unopened(l)
	case len(t.found) == 0 && len(having) > 0:
		return Lack{State: NotRead, Count: len(having), Paragraphs: having[:min(len(having), shownLacks)],
			Text: "nothing was read from " + counted(len(having), "paragraph") + " with the verb (" + t.locators(having) + ")"}
	}
	return Lack{}
}

// unopened puts a lack of paragraphs that begin with the verb into words.
func (t telling) unopened(l Lack) Lack {
	list := t.locators(l.Paragraphs)
	l.Paragraphs = l.Paragraphs[:min(l.Count, shownLacks)]
	begin, are, their := " begin", "are", "their"
	if l.Count == 1 {
		begin, are, their = " begins", "is", "its"
	}
	l.Text = counted(l.Count, "paragraph") + begin + " with the verb and " + are +
		" not among the results, as " + their + " object is no act, body or other thing with an id (" + list + ")"
	return l
}

// locators names paragraphs of one text, the first of them where they are many.
func (t telling) locators(list []snapshot.Node) string {
	slices.SortFunc(list, func(a, b snapshot.Node) int { return graph.CompareNatural(t.ID(a), t.ID(b)) })
	var names []string
	for _, p := range list[:min(len(list), shownLacks)] {
		_, locator, _ := strings.Cut(t.ID(p), "#")
		names = append(names, locator)
	}
	if len(list) > len(names) {
		names = append(names, "...")
	}
	return strings.Join(names, ", ")
}

// hasVerb says that a text has one of the forms of a verb.
func hasVerb(text string, forms []string) bool {
	text = " " + strings.ToLower(text) + " "
	return slices.ContainsFunc(forms, func(form string) bool { return strings.Contains(text, " "+form+" ") })
}

// paragraphLabel is the number or letter that a paragraph begins with.
var paragraphLabel = regexp.MustCompile(`^\s*\(?[0-9A-Za-z]{1,5}[.)]\s*`)

// openingWords is how far from its beginning the verb of a paragraph stands, in
// words: "Also noting with concern", "Deeply and gravely deploring".
const openingWords = 3

// opensWith says that a paragraph begins with one of the forms of a verb, but for
// its label and adverbs.
func opensWith(text string, forms []string) bool {
	words := strings.Fields(strings.ToLower(paragraphLabel.ReplaceAllString(text, "")))
	for i := range words[:min(len(words), openingWords)] {
		rest := strings.Join(words[i:min(len(words), i+5)], " ") + " "
		if slices.ContainsFunc(forms, func(form string) bool {
			return strings.HasPrefix(strings.NewReplacer(",", "", ":", "").Replace(rest), form+" ")
		}) {
			return true
		}
	}
	return false
}
