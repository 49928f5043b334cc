package store

import (
	"math/rand"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/graph"
	"mandategraph/graph/graphtest"
)

func TestDocumentComesBackFromItsQuadsExactly(t *testing.T) {
	for seed := range int64(200) {
		r := rand.New(rand.NewSource(seed))
		d := graphtest.RandomDocument(r, "document/"+graphtest.RandomText(r), r.Intn(20))
		require.NoError(t, d.Check())
		quads := Quads(&d)
		r.Shuffle(len(quads), func(i, j int) { quads[i], quads[j] = quads[j], quads[i] })
		back, err := DocumentOf(d.ID, quads)
		require.NoError(t, err)
		require.Equal(t, d, back, "seed %d", seed)
	}
}

func TestQuadsOfAStatement(t *testing.T) {
	s := graph.Statement{
		Subject: "ctoc-cop/resolution/12/4", Relation: "recalls", Object: "ga/resolution/76/185",
		Evidence:   graph.Evidence{Document: "document/CTOC/COP/2024/10", Paragraph: "ctoc-cop/resolution/12/4#pp3", Start: 100, End: 107, Quote: "76/185"},
		Qualifiers: map[string]string{"verb": "Recalling also", "citedDate": "2021-12-16", "mandate": "ctoc-cop/resolution/12/4#op5/mandate/1"},
	}
	d := graph.Document{ID: "document/CTOC/COP/2024/10", Source: "text", Statements: []graph.Statement{s}, Facts: []graph.Fact{
		{Subject: "ctoc-cop/resolution/12/4", Property: "body", Value: "body/ctoc-cop"}, {Subject: "ctoc-cop/resolution/12/4", Property: "position", Value: "7"}}}
	doc, node := "<un:document/CTOC/COP/2024/10>", "<un:"+s.Node()+">"
	assert.Regexp(t, `^document/CTOC/COP/2024/10#s[0-9a-f]{16}$`, s.Node())
	var lines []string
	for _, q := range Quads(&d) {
		lines = append(lines, strings.Join([]string{q.Subject.String(), q.Predicate.String(), q.Object.String(), q.Label.String()}, " "))
	}
	assert.Equal(t, []string{
		"<un:store> <unv:holds> " + doc + " " + doc,
		doc + ` <unv:sourceText> "text" ` + doc,
		doc + " <unv:hasStatement> " + node + " " + doc,
		"<un:ctoc-cop/resolution/12/4> <unv:recalls> <un:ga/resolution/76/185> " + node,
		node + " <unv:document> " + doc + " " + doc,
		node + ` <unv:start> "100"^^<xsd:integer> ` + doc,
		node + ` <unv:end> "107"^^<xsd:integer> ` + doc,
		node + " <unv:paragraph> <un:ctoc-cop/resolution/12/4#pp3> " + doc,
		node + ` <unv:quote> "76/185" ` + doc,
		node + ` <unv:verb> "Recalling also" ` + doc,
		node + ` <unv:citedDate> "2021-12-16"^^<http://www.w3.org/2001/XMLSchema#date> ` + doc,
		node + " <unv:mandate> <un:ctoc-cop/resolution/12/4#op5/mandate/1> " + doc,
		"<un:ctoc-cop/resolution/12/4> <unv:body> <un:body/ctoc-cop> " + doc,
		`<un:ctoc-cop/resolution/12/4> <unv:position> "7"^^<xsd:integer> ` + doc,
	}, lines)
}

func TestIRIsHoldOnlyWhatRFC3987Allows(t *testing.T) {
	for id, want := range map[string]string{
		"body/ctoc-cop/session/12/agenda/2(d)":  "un:body/ctoc-cop/session/12/agenda/2(d)",
		"document/A/60/88 and Corr.2":           "un:document/A/60/88%20and%20Corr.2",
		`document/<a>"b"{c}|d^e` + "`f\\g[h]%":  "un:document/%3Ca%3E%22b%22%7Bc%7D%7Cd%5Ee%60f%5Cg%5Bh%5D%25",
		"state/türkiye":                         "un:state/türkiye",
		"ctoc-cop/resolution/12/2#an1.c":        "un:ctoc-cop/resolution/12/2#an1.c",
		"document/x#58#s0123456789abcdef":       "un:document/x#58%23s0123456789abcdef",
		"document/\x00\n\u0085\uE000\U000F0000": "un:document/%00%0A%C2%85%EE%80%80%F3%B0%80%80",
	} {
		assert.Equal(t, want, string(entityIRI(id)))
		back, ok := nameOf(entityIRI(id), graph.EntityPrefix)
		assert.True(t, ok)
		assert.Equal(t, id, back)
	}
}

func TestTermsOfTheLayoutAreNoNamesOfTheVocabulary(t *testing.T) {
	layout := []string{graph.HoldsTerm, graph.SourceTerm, graph.StatementTerm, graph.VersionTerm}
	for _, p := range graph.Properties {
		assert.NotContains(t, layout, p.Name)
	}
	evidence := []string{graph.DocumentTerm, graph.ParagraphTerm, graph.StartTerm, graph.EndTerm, graph.QuoteTerm}
	for _, q := range graph.Qualifiers {
		assert.NotContains(t, evidence, q.Name)
	}
}

func TestDocumentThatNoStoreCouldKeepIsRefused(t *testing.T) {
	good := func() graph.Statement {
		return graph.Statement{Subject: "a", Relation: "recalls", Object: "b", Evidence: graph.Evidence{Document: "d"}}
	}
	change := func(f func(*graph.Statement)) []graph.Statement { s := good(); f(&s); return []graph.Statement{s} }
	for want, d := range map[string]graph.Document{
		`identity cannot be ""`:                   {},
		`identity cannot be "store"`:              {ID: "store"},
		`document "d" is not valid UTF-8`:         {ID: "d", Source: "\xff"},
		`has no property "colour"`:                {ID: "d", Facts: []graph.Fact{{Subject: "a", Property: "colour", Value: "red"}}},
		`title cannot be about ""`:                {ID: "d", Facts: []graph.Fact{{Subject: "", Property: "title", Value: "x"}}},
		"body is empty":                           {ID: "d", Facts: []graph.Fact{{Subject: "a", Property: "body", Value: ""}}},
		`title is not valid UTF-8`:                {ID: "d", Facts: []graph.Fact{{Subject: "a", Property: "title", Value: "\xff"}}},
		`has no relation "likes"`:                 {ID: "d", Statements: change(func(s *graph.Statement) { s.Relation = "likes" })},
		"an end is missing":                       {ID: "d", Statements: change(func(s *graph.Statement) { s.Object = "" })},
		`its evidence is of document "e"`:         {ID: "d", Statements: change(func(s *graph.Statement) { s.Evidence.Document = "e" })},
		`"\xff" is not valid UTF-8`:               {ID: "d", Statements: change(func(s *graph.Statement) { s.Evidence.Quote = "\xff" })},
		`has no qualifier "mood"`:                 {ID: "d", Statements: change(func(s *graph.Statement) { s.Qualifiers = map[string]string{"mood": "x"} })},
		`mandate cannot be ""`:                    {ID: "d", Statements: change(func(s *graph.Statement) { s.Qualifiers = map[string]string{"mandate": ""} })},
		`title cannot be about "` + good().Node(): {ID: "d", Statements: []graph.Statement{good()}, Facts: []graph.Fact{{Subject: good().Node(), Property: "title", Value: "x"}}},
	} {
		assert.ErrorContains(t, d.Check(), want)
	}
}

func TestQuadsThatAreNoDocumentAreRefused(t *testing.T) {
	d := graphtest.RandomDocument(rand.New(rand.NewSource(1)), "d", 2)
	quads := Quads(&d)
	for i, q := range quads {
		if q.Predicate == vocabularyIRI(graph.HoldsTerm) || !slices.Contains([]string{"start", "recalls", graph.SourceTerm}, strings.TrimPrefix(string(q.Predicate.(quad.IRI)), graph.VocabularyPrefix)) {
			continue
		}
		_, err := DocumentOf("d", slices.Delete(slices.Clone(quads), i, i+1))
		assert.Error(t, err, "without %v", q)
	}
	stray := quad.Quad{Subject: quad.IRI("un:a"), Predicate: quad.IRI("unv:title"), Object: quad.String("x"), Label: quad.IRI("un:other")}
	_, err := DocumentOf("d", append(quads, stray))
	assert.ErrorContains(t, err, "unexpected quad")
}
