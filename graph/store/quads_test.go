package store

import (
	"math/rand"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

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
		Evidence: graph.Evidence{
			Document: "document/CTOC/COP/2024/10", Paragraph: "ctoc-cop/resolution/12/4#pp3", Start: 15, End: 21, Quote: "76/185",
		},
		Qualifiers: map[string]string{"verb": "Recalling also", "citedDate": "2021-12-16", "confidence": "certain"},
	}
	d := graph.Document{ID: "document/CTOC/COP/2024/10", Source: "Recalling also\n76/185,", Statements: []graph.Statement{s},
		Facts: facts("ctoc-cop/resolution/12/4#pp3", "kind", "Paragraph", "partOf", "ctoc-cop/resolution/12/4",
			"paragraphKind", "preambular", "position", "1", "start", "0", "end", "22", "text", "Recalling also 76/185,")}
	d.Facts = append(d.Facts, facts("ctoc-cop/resolution/12/4", "kind", "Act", "number", "12/4", "actKind", "resolution",
		"body", "body/ctoc-cop", "title", "Words")...)
	d.Facts = append(d.Facts, facts("document/CTOC/COP/2024/10", "kind", "Document", "symbol", "CTOC/COP/2024/10")...)
	d.Facts = append(d.Facts, facts("body/ctoc-cop", "kind", "Body")...)
	d.Facts = append(d.Facts, facts("ga/resolution/76/185", "kind", "Act", "body", "body/ga")...)
	d.Normalize()
	doc, node := "<un:document/CTOC/COP/2024/10>", "<un:"+s.Node()+">"
	assert.Regexp(t, `^document/CTOC/COP/2024/10#s[0-9a-f]{16}$`, s.Node())
	assert.Equal(t, []string{
		"<un:store> <unv:holds> " + doc + " " + doc,
		doc + ` <unv:sourceText> "Recalling also\n76/185," ` + doc,
		"<un:ctoc-cop/resolution/12/4> <unv:recalls> <un:ga/resolution/76/185> " + node,
		node + ` <unv:range> "15,21" ` + doc,
		node + ` <unv:verb> "Recalling also" ` + doc,
		node + ` <unv:citedDate> "2021-12-16"^^<http://www.w3.org/2001/XMLSchema#date> ` + doc,
		`<un:ctoc-cop/resolution/12/4#pp3> <unv:extent> "0,22" ` + doc,
		"<un:body/ga> <unv:without> <unv:kind> " + doc,
		`<un:ctoc-cop/resolution/12/4> <unv:title> "Words" ` + doc,
		"<un:ga/resolution/76/185> <unv:without> <unv:actKind> " + doc,
		"<un:ga/resolution/76/185> <unv:without> <unv:number> " + doc,
	}, linesOf(Quads(&d)))
	assert.Subset(t, linesOf(spelledOut(&d)), []string{
		doc + " <unv:hasStatement> " + node + " " + doc,
		node + " <unv:document> " + doc + " " + doc,
		node + ` <unv:end> "21"^^<xsd:integer> ` + doc,
		node + " <unv:paragraph> <un:ctoc-cop/resolution/12/4#pp3> " + doc,
		node + ` <unv:quote> "76/185" ` + doc,
		node + ` <unv:confidence> "certain" ` + doc,
		`<un:ctoc-cop/resolution/12/4#pp3> <unv:position> "1"^^<xsd:integer> ` + doc,
	})
	back, err := spelledDocument(d.ID, spelledOut(&d))
	require.NoError(t, err)
	assert.Equal(t, d, back)
}

// facts are pairs of property and value.
func facts(subject string, pairs ...string) (list []graph.Fact) {
	for i := 0; i < len(pairs); i += 2 {
		list = append(list, graph.Fact{Subject: subject, Property: pairs[i], Value: pairs[i+1]})
	}
	return list
}

func linesOf(quads []quad.Quad) (lines []string) {
	for _, q := range quads {
		parts := []string{q.Subject.String(), q.Predicate.String(), q.Object.String(), q.Label.String()}
		lines = append(lines, strings.Join(parts, " "))
	}
	return lines
}

// What a document does not say, although it would follow, it does not say either
// when it is read back; and what it says otherwise stays.
func TestDocumentThatSaysOtherThanFollowsComesBackExactly(t *testing.T) {
	const source = "Agreed conclusions\n\nDeeply  aware of resolution 5/6,\n1. Asks the Élan Office to\nreport;\n(a) yearly;\n"
	for seed := range int64(300) {
		r := rand.New(rand.NewSource(seed))
		d := likeRead(source)
		for range r.Intn(12) {
			spoil(r, &d)
		}
		d.Normalize()
		require.NoError(t, d.Check())
		quads := Quads(&d)
		r.Shuffle(len(quads), func(i, j int) { quads[i], quads[j] = quads[j], quads[i] })
		back, err := DocumentOf(d.ID, quads)
		require.NoError(t, err)
		require.Equal(t, d, back, "seed %d", seed)
	}
}

// likeRead is a document such as the loader makes.
func likeRead(source string) graph.Document {
	const id, act, asked = "document/X/7", "ga/resolution/5/7", "ga/resolution/5/7#op1/mandate/1"
	d := graph.Document{ID: id, Source: source}
	said := func(subject, relation, object, paragraph, quote string, qualifiers map[string]string) {
		start := utf8.RuneCountInString(source[:strings.Index(source, quote)])
		d.Statements = append(d.Statements, graph.Statement{
			Subject: subject, Relation: relation, Object: object, Qualifiers: qualifiers, Evidence: graph.Evidence{
				Document: id, Paragraph: act + "#" + paragraph, Quote: quote,
				Start: start, End: start + utf8.RuneCountInString(quote),
			}})
	}
	said(act, "mentions", "ga/resolution/5/6", "pp1", "resolution 5/6", map[string]string{"confidence": "certain", "rule": "mention"})
	said(act, "requests", "organization/elan", "op1", "Élan Office", map[string]string{
		"confidence": "certain", "rule": "operative verb", "mandate": asked,
	})
	for i, p := range []struct{ locator, kind, label, text string }{
		{"pp1", "preambular", "", "Deeply  aware of resolution 5/6,"},
		{"op1", "operative", "1", "1. Asks the Élan Office to\nreport;"},
		{"op1.a", "operative", "a", "(a) yearly;"},
	} {
		at := strings.Index(source, p.text)
		start := utf8.RuneCountInString(source[:at])
		d.Facts = append(d.Facts, facts(act+"#"+p.locator, "kind", "Paragraph", "partOf", act, "paragraphKind", p.kind,
			"position", strconv.Itoa(i+1), "start", strconv.Itoa(start),
			"end", strconv.Itoa(start+utf8.RuneCountInString(p.text)), "text", strings.Join(strings.Fields(p.text), " "), "heading", "Agreed conclusions")...)
		if p.label != "" {
			d.Facts = append(d.Facts, facts(act+"#"+p.locator, "label", p.label)...)
		}
	}
	d.Facts = append(d.Facts, facts(
		asked, "kind", "Mandate", "partOf", act+"#op1", "verb", "requests", "addressee", "organization/elan")...)
	d.Facts = append(d.Facts, facts(act, "kind", "Act", "number", "5/7", "actKind", "resolution", "body", "body/ga")...)
	d.Facts = append(d.Facts, facts(id, "kind", "Document", "symbol", "X/7")...)
	return d
}

// spoil changes one thing in a document.
func spoil(r *rand.Rand, d *graph.Document) {
	f, s := &d.Facts[r.Intn(len(d.Facts))], &d.Statements[r.Intn(len(d.Statements))]
	switch r.Intn(6) {
	case 0:
		*f = d.Facts[len(d.Facts)-1]
		d.Facts = d.Facts[:max(1, len(d.Facts)-1)]
	case 1:
		f.Value = []string{"7", "other"}[r.Intn(2)]
	case 2:
		d.Facts = append(d.Facts, graph.Fact{Subject: f.Subject, Property: f.Property, Value: "3"})
	case 3:
		s.Evidence.Quote = []string{"", "other", "Élan"}[r.Intn(3)]
	case 4:
		s.Evidence.Paragraph = []string{"", "ga/resolution/5/7#op1", "x"}[r.Intn(3)]
	case 5:
		s.Qualifiers = map[string]string{"rule": "mention", "confidence": "likely"}
		if name := []string{"rule", "confidence", "verb"}[r.Intn(3)]; r.Intn(2) == 0 {
			delete(s.Qualifiers, name)
		}
	}
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
	layout := []string{
		graph.HoldsTerm, graph.SourceTerm, graph.StatementTerm, graph.VersionTerm, graph.ExtentTerm, graph.WithoutTerm,
	}
	for _, p := range graph.Properties {
		assert.NotContains(t, layout, p.Name)
	}
	evidence := []string{graph.DocumentTerm, graph.ParagraphTerm, graph.StartTerm, graph.EndTerm, graph.QuoteTerm, graph.RangeTerm, graph.WithoutTerm}
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
		if q.Predicate == vocabularyIRI(graph.HoldsTerm) || !slices.Contains([]string{graph.RangeTerm, "recalls", graph.SourceTerm}, strings.TrimPrefix(string(q.Predicate.(quad.IRI)), graph.VocabularyPrefix)) {
			continue
		}
		_, err := DocumentOf("d", slices.Delete(slices.Clone(quads), i, i+1))
		assert.Error(t, err, "without %v", q)
	}
	stray := quad.Quad{Subject: quad.IRI("un:a"), Predicate: quad.IRI("unv:title"), Object: quad.String("x"), Label: quad.IRI("un:other")}
	_, err := DocumentOf("d", append(quads, stray))
	assert.ErrorContains(t, err, "unexpected quad")
}
