package graph

import (
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// awkward texts that a store or a syntax may trip over.
var awkward = []string{
	"", " ", "%", "%2F", "a b", `"quoted" <b> {c} |d| ^e` + "`", `back\slash \x00 \u0041`, "NUL \x00 inside", "tab\tline\nreturn\r",
	"Türkiye – “curly” 𝔘𝔫 \u2028 \U000F0001 \u0085", "un:x", "_:b", "<iri>", `"lit"^^<t>`, "#a#b", "[76/185](#)", "-0", "007", "12", "-5",
	"2024", "2024-10", "2024-10-18", "2024-13-01", "9223372036854775808", "e\u0301", "\uFFFD",
}

func randomText(r *rand.Rand) string {
	if r.Intn(3) > 0 {
		return awkward[r.Intn(len(awkward))]
	}
	return fmt.Sprintf("%s %d", awkward[r.Intn(len(awkward))], r.Intn(1000))
}

func randomID(r *rand.Rand) string { return "x/" + randomText(r) }

// randomDocument makes a normalized document of about that many statements and
// facts, with every property and qualifier among the possible ones.
func randomDocument(r *rand.Rand, id string, size int) Document {
	d := Document{ID: id, Source: randomText(r)}
	for range size {
		p := Properties[r.Intn(len(Properties))]
		value := randomText(r)
		if p.Range == Entity {
			value = randomID(r)
		}
		d.Facts = append(d.Facts, Fact{randomID(r), p.Name, value})
		s := Statement{Subject: randomID(r), Relation: Relations[r.Intn(len(Relations))].Name, Object: randomID(r)}
		start := r.Intn(1000)
		s.Evidence = Evidence{Document: id, Paragraph: randomText(r), Start: start, End: start + r.Intn(100), Quote: randomText(r)}
		for range r.Intn(4) {
			if s.Qualifiers == nil {
				s.Qualifiers = map[string]string{}
			}
			q := Qualifiers[r.Intn(len(Qualifiers))]
			s.Qualifiers[q.Name] = randomID(r)
			if q.Range != Entity {
				s.Qualifiers[q.Name] = randomText(r)
			}
		}
		d.Statements = append(d.Statements, s)
	}
	d.Normalize()
	return d
}

func TestDocumentComesBackFromItsQuadsExactly(t *testing.T) {
	for seed := range int64(200) {
		r := rand.New(rand.NewSource(seed))
		d := randomDocument(r, "document/"+randomText(r), r.Intn(20))
		require.NoError(t, d.Check())
		quads := Quads(&d)
		r.Shuffle(len(quads), func(i, j int) { quads[i], quads[j] = quads[j], quads[i] })
		back, err := DocumentOf(d.ID, quads)
		require.NoError(t, err)
		require.Equal(t, d, back, "seed %d", seed)
	}
}

func TestQuadsOfAStatement(t *testing.T) {
	s := Statement{
		Subject: "ctoc-cop/resolution/12/4", Relation: "recalls", Object: "ga/resolution/76/185",
		Evidence:   Evidence{"document/CTOC/COP/2024/10", "ctoc-cop/resolution/12/4#pp3", 100, 107, "76/185"},
		Qualifiers: map[string]string{"verb": "Recalling also", "citedDate": "2021-12-16", "mandate": "ctoc-cop/resolution/12/4#op5/mandate/1"},
	}
	d := Document{ID: "document/CTOC/COP/2024/10", Source: "text", Statements: []Statement{s}, Facts: []Fact{
		{"ctoc-cop/resolution/12/4", "body", "body/ctoc-cop"}, {"ctoc-cop/resolution/12/4", "position", "7"}}}
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
		back, ok := nameOf(entityIRI(id), EntityPrefix)
		assert.True(t, ok)
		assert.Equal(t, id, back)
	}
}

func TestTermsOfTheLayoutAreNoNamesOfTheVocabulary(t *testing.T) {
	layout := []string{holdsTerm, sourceTerm, statementTerm, versionTerm}
	for _, p := range Properties {
		assert.NotContains(t, layout, p.Name)
	}
	evidence := []string{documentTerm, paragraphTerm, startTerm, endTerm, quoteTerm}
	for _, q := range Qualifiers {
		assert.NotContains(t, evidence, q.Name)
	}
}

func TestDocumentThatNoStoreCouldKeepIsRefused(t *testing.T) {
	good := func() Statement {
		return Statement{Subject: "a", Relation: "recalls", Object: "b", Evidence: Evidence{Document: "d"}}
	}
	change := func(f func(*Statement)) []Statement { s := good(); f(&s); return []Statement{s} }
	for want, d := range map[string]Document{
		`identity cannot be ""`:                   {},
		`identity cannot be "store"`:              {ID: "store"},
		`document "d" is not valid UTF-8`:         {ID: "d", Source: "\xff"},
		`has no property "colour"`:                {ID: "d", Facts: []Fact{{"a", "colour", "red"}}},
		`title cannot be about ""`:                {ID: "d", Facts: []Fact{{"", "title", "x"}}},
		"body is empty":                           {ID: "d", Facts: []Fact{{"a", "body", ""}}},
		`title is not valid UTF-8`:                {ID: "d", Facts: []Fact{{"a", "title", "\xff"}}},
		`has no relation "likes"`:                 {ID: "d", Statements: change(func(s *Statement) { s.Relation = "likes" })},
		"an end is missing":                       {ID: "d", Statements: change(func(s *Statement) { s.Object = "" })},
		`its evidence is of document "e"`:         {ID: "d", Statements: change(func(s *Statement) { s.Evidence.Document = "e" })},
		`"\xff" is not valid UTF-8`:               {ID: "d", Statements: change(func(s *Statement) { s.Evidence.Quote = "\xff" })},
		`has no qualifier "mood"`:                 {ID: "d", Statements: change(func(s *Statement) { s.Qualifiers = map[string]string{"mood": "x"} })},
		`mandate cannot be ""`:                    {ID: "d", Statements: change(func(s *Statement) { s.Qualifiers = map[string]string{"mandate": ""} })},
		`title cannot be about "` + good().Node(): {ID: "d", Statements: []Statement{good()}, Facts: []Fact{{good().Node(), "title", "x"}}},
	} {
		assert.ErrorContains(t, d.Check(), want)
	}
}

func TestQuadsThatAreNoDocumentAreRefused(t *testing.T) {
	d := randomDocument(rand.New(rand.NewSource(1)), "d", 2)
	quads := Quads(&d)
	for i, q := range quads {
		if q.Predicate == vocabularyIRI(holdsTerm) || !slices.Contains([]string{"start", "recalls", sourceTerm}, strings.TrimPrefix(string(q.Predicate.(quad.IRI)), VocabularyPrefix)) {
			continue
		}
		_, err := DocumentOf("d", slices.Delete(slices.Clone(quads), i, i+1))
		assert.Error(t, err, "without %v", q)
	}
	stray := quad.Quad{Subject: quad.IRI("un:a"), Predicate: quad.IRI("unv:title"), Object: quad.String("x"), Label: quad.IRI("un:other")}
	_, err := DocumentOf("d", append(quads, stray))
	assert.ErrorContains(t, err, "unexpected quad")
}
