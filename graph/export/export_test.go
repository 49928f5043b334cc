package export

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/nquads"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// shelf is made up, and has what formats trip over: quotation marks, commas,
// line ends, control characters, spaces in ids, text beyond ASCII, targets that
// are text, and several values of one property.
func shelf() []graph.Document {
	const act = "ctoc-cop/resolution/12/4"
	report := graph.Document{ID: "document/CTOC/COP/2024/11", Source: "Line 1, “quoted”\nLine \"2\"\f\x01 & <tag> 𝒳\n",
		Facts: []graph.Fact{
			{Subject: act, Property: "adoptedOn", Value: "2024-10-18"}, {Subject: act, Property: "kind", Value: "Act"}, {Subject: act, Property: "position", Value: "3"}, {Subject: act, Property: "title", Value: "Cultural <property> & \"art\"\f"},
			{Subject: act, Property: "alias", Value: "one"}, {Subject: act, Property: "alias", Value: "two"}, {Subject: act, Property: "date", Value: "2024-10"}, {Subject: act, Property: "body", Value: "body/ctoc-cop"},
			{Subject: "document/CTOC/COP/2024/11", Property: "furniture", Value: "1,2,page"},
		},
		Statements: []graph.Statement{
			{Subject: act, Relation: "recalls", Object: "ga/resolution/217 A|<x>", Evidence: graph.Evidence{Document: "document/CTOC/COP/2024/11", Paragraph: act + "#pp1", Start: 5, End: 17, Quote: `its "resolution", of`}, Qualifiers: map[string]string{"verb": "Recalling", "citedDate": "1948", "rule": "a, b\n\"c\""}},
			{Subject: act, Relation: "requests", Object: "body/ctoc-cop/secretariat", Evidence: graph.Evidence{Document: "document/CTOC/COP/2024/11", Paragraph: act + "#op1.a", Start: 20, End: 31, Quote: "tab\tnul\x00 Türkiye"}, Qualifiers: map[string]string{"mandate": act + "#op1/mandate/1"}},
			{Subject: "treaty/untoc", Relation: "registeredAs", Object: "vol. 2225", Evidence: graph.Evidence{Document: "document/CTOC/COP/2024/11", Paragraph: "", Start: 0, End: 2, Quote: ""}, Qualifiers: nil},
		}}
	report.Normalize()
	names := graph.Document{ID: graph.ReferenceData, Facts: []graph.Fact{{Subject: "body/ctoc-cop", Property: "kind", Value: "Body"}, {Subject: "body/ctoc-cop", Property: "name", Value: "Conference"}}}
	return []graph.Document{report, names}
}

func export(t *testing.T, name string, o Options) string {
	t.Helper()
	f, ok := FormatByName(name)
	require.True(t, ok, name)
	var b bytes.Buffer
	require.NoError(t, f.Write(context.Background(), &b, snapshot.New(shelf()), o))
	return b.String()
}

func TestFormatsAreDescribedAndGiveTheSameBytes(t *testing.T) {
	for _, f := range Formats {
		assert.NotEmpty(t, f.Definition, f.Name)
		assert.Regexp(t, `^\.\w+$`, f.Extension)
		assert.Contains(t, f.MediaType, "/")
		documents := shelf()
		slices.Reverse(documents)
		var b bytes.Buffer
		require.NoError(t, f.Write(context.Background(), &b, snapshot.New(documents), Options{}))
		for range 5 {
			assert.Equal(t, export(t, f.Name, Options{}), b.String(), f.Name)
		}
		require.NoError(t, f.Write(context.Background(), io.Discard, snapshot.New(nil), Options{}), f.Name)
		assert.ErrorIs(t, f.Write(context.Background(), fullDisk{}, snapshot.New(shelf()), Options{}), errFull, f.Name)
	}
	_, ok := FormatByName("xls")
	assert.False(t, ok)
}

var errFull = errors.New("full")

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errFull }

func TestCSV(t *testing.T) {
	text := export(t, "csv", Options{})
	header, _, _ := strings.Cut(text, "\n")
	assert.Equal(t, "source,relation,target,locator,verb,quote,start,end,document,paragraph,rule,confidence,pin,connective,citedDate,citedTitle,citedNumber,date,mandate,restriction,condition,due,until,basis,onBehalfOf,statementType,function,state,session,topic,called,outcome,procedure,votesFor,votesAgainst,abstentions,via,correction", header)
	assert.Contains(t, text, `,"its ""resolution"", of",5,17,`)
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	require.NoError(t, err)
	require.Len(t, rows, 4)
	assert.True(t, slices.IsSortedFunc(rows[1:], slices.Compare))
	assert.Equal(t, []string{"ctoc-cop/resolution/12/4", "recalls", "ga/resolution/217 A|<x>", "pp1", "Recalling", `its "resolution", of`, "5", "17", "document/CTOC/COP/2024/11", "ctoc-cop/resolution/12/4#pp1", "a, b\n\"c\""}, rows[1][:11])
	assert.Equal(t, []string{"treaty/untoc", "registeredAs", "vol. 2225", ""}, rows[3][:4])
}

func TestCellsThatASpreadsheetWouldRun(t *testing.T) {
	for cell, safe := range map[string]string{
		"=HYPERLINK(\"http://x\")": "fa", "=\"a\"&b": "fa", "+1+cmd|' /C calc'!A0": "fa", "-2+3": "fa", "@SUM(1)": "fa", "-(1)": "fa",
		"\t=1": "fa", "-=1": "fa", "- an item": "a", "-1.5": "a", "+7": "a", "-": "a", "@ home": "a", "–1": "", "a=1": "", "": "", "12": "",
	} {
		documents := shelf()
		documents[0].Statements[0].Evidence.Quote = cell
		for _, s := range []SheetSafety{"", SafeFormulas, SafeAll, SafeOff} {
			var b bytes.Buffer
			require.NoError(t, writeBuffered(&b, documents, s))
			rows, err := csv.NewReader(&b).ReadAll()
			require.NoError(t, err)
			want := cell
			if s == SafeAll && safe != "" || s != SafeOff && strings.HasPrefix(safe, "f") {
				want = "'" + cell
			}
			assert.True(t, slices.ContainsFunc(rows, func(row []string) bool { return row[5] == want }), "%q %s", cell, s)
		}
	}
	_, err := SheetSafetyByName("yes")
	assert.ErrorContains(t, err, "expected formulas, all or off")
}

func writeBuffered(w io.Writer, documents []graph.Document, s SheetSafety) error {
	f, _ := FormatByName("csv")
	return f.Write(context.Background(), w, snapshot.New(documents), Options{SheetSafe: s})
}

func readQuads(t *testing.T, text string) []quad.Quad {
	t.Helper()
	all, err := quad.ReadAll(nquads.NewReader(strings.NewReader(text), false))
	require.NoError(t, err)
	return all
}

func TestNQuads(t *testing.T) {
	const base, vocabulary = DefaultBase, VocabularyBase
	text := export(t, "nquads", Options{})
	all := readQuads(t, text)
	assert.Len(t, all, strings.Count(text, "\n"))
	st := shelf()[0].Statements[0]
	node, document := quad.IRI(base+st.Node()), quad.IRI(base+"document/CTOC/COP/2024/11")
	act := quad.IRI(base + "ctoc-cop/resolution/12/4")
	for _, q := range []quad.Quad{
		{Subject: act, Predicate: quad.IRI(vocabulary + "recalls"), Object: quad.IRI(base + "ga/resolution/217%20A%7C%3Cx%3E"), Label: node},
		{Subject: document, Predicate: quad.IRI(vocabulary + "hasStatement"), Object: node, Label: document},
		{Subject: node, Predicate: quad.IRI(vocabulary + "quote"), Object: quad.String(`its "resolution", of`), Label: document},
		{Subject: node, Predicate: quad.IRI(vocabulary + "rule"), Object: quad.String("a, b\n\"c\""), Label: document},
		{Subject: node, Predicate: quad.IRI(vocabulary + "start"), Object: quad.Int(5), Label: document},
		{Subject: node, Predicate: quad.IRI(vocabulary + "paragraph"), Object: quad.IRI(base + "ctoc-cop/resolution/12/4#pp1"), Label: document},
		{Subject: act, Predicate: quad.IRI(vocabulary + "body"), Object: quad.IRI(base + "body/ctoc-cop"), Label: document},
		{Subject: quad.IRI(base + "body/ctoc-cop"), Predicate: quad.IRI(vocabulary + "name"), Object: quad.String("Conference"), Label: quad.IRI(base + graph.ReferenceData)},
	} {
		assert.Contains(t, all, q)
	}
	for _, part := range []string{
		`"2024-10-18"^^<http://www.w3.org/2001/XMLSchema#date>`, `"2024-10"^^<http://www.w3.org/2001/XMLSchema#gYearMonth>`,
		`"1948"^^<http://www.w3.org/2001/XMLSchema#gYear>`, `"3"^^<http://www.w3.org/2001/XMLSchema#integer>`, `"tab\tnul\u0000 Türkiye"`, `> "vol. 2225" <`,
	} {
		assert.Contains(t, text, part)
	}
	assert.Contains(t, export(t, "nquads", Options{Base: "urn:x:"}), "<urn:x:ctoc-cop/resolution/12/4>")
	for _, name := range []string{"nquads", "trig", "turtle", "jsonld", "annotations"} {
		f, _ := FormatByName(name)
		for _, wrong := range []string{"no scheme", "http://a b/", "http://x/#", "plain"} {
			assert.ErrorContains(t, f.Write(context.Background(), io.Discard, snapshot.New(shelf()), Options{Base: wrong}), "expected an absolute IRI", name+wrong)
		}
	}
}

func TestTermsOfPublicOntologiesExpand(t *testing.T) {
	for _, k := range graph.Kinds {
		assert.Contains(t, publicTerm(k.Term), "://", k.Name)
	}
	for _, r := range graph.Relations {
		assert.Contains(t, publicTerm(r.Term), "://", r.Name)
	}
	for _, p := range graph.Properties {
		assert.Contains(t, publicTerm(p.Term), "://", p.Name)
	}
}

// A base that is not hierarchical leaves every IRI whole.
func TestIRIsUnderAnyBase(t *testing.T) {
	for _, name := range []string{"trig", "turtle"} {
		assert.Contains(t, export(t, name, Options{}), "@base <"+DefaultBase+">")
		assert.Contains(t, export(t, name, Options{}), "<ctoc-cop/resolution/12/4>")
		assert.Contains(t, export(t, name, Options{Base: "urn:x:"}), "<urn:x:ctoc-cop/resolution/12/4>")
	}
	assert.Contains(t, export(t, "jsonld", Options{Base: "urn:x:"}), `"@id":"urn:x:ctoc-cop/resolution/12/4"`)
}

func TestDatesInGEXF(t *testing.T) {
	text := export(t, "gexf", Options{})
	assert.Contains(t, text, `mode="dynamic" timeformat="date"`)
	assert.Contains(t, text, `<node id="ctoc-cop/resolution/12/4" label="CTOC COP resolution 12/4" start="2024-10-18">`)
	assert.Contains(t, text, `label="recalls" weight="1" start="2024-10-18">`)
	assert.Equal(t, "2022-05-01", firstDay("2022-05"), "a day that is not printed is the first")
	assert.Equal(t, "1948-01-01", firstDay("1948"))
	assert.Empty(t, firstDay("May 2022"))
}

func TestNamesOfWhatHasNoTitle(t *testing.T) {
	s := snapshot.New(shelf())
	for id, name := range map[string]string{
		"body/ctoc-cop/secretariat":                           "Secretariat of CTOC COP",
		"body/ctoc-cop/session/12/meeting/10":                 "meeting 10, session 12, CTOC COP",
		"body/ctoc-cop/session/12/meeting/10/recommendations": "Recommendations of meeting 10, session 12, CTOC COP",
		"ctoc-cop/resolution/12/4#op1.a":                      "CTOC COP resolution 12/4, op1.a",
		"document/CTOC/COP/2024/99":                           "CTOC/COP/2024/99",
		"somebody/else":                                       "somebody/else",
	} {
		assert.Equal(t, name, nameByID(s, id))
	}
}

func TestMermaid(t *testing.T) {
	text := export(t, "mermaid", Options{})
	assert.True(t, strings.HasPrefix(text, "flowchart RL\n"))
	assert.Contains(t, text, `["CTOC COP resolution 12/4"]`)
	assert.Contains(t, text, `-->|"recalls (pp1)"| `)
	assert.Equal(t, "#34;#60;b#62;#34; #35;1", mermaidText("\"<b>\" #1"))
	assert.Equal(t, maxMermaid, len([]rune(mermaidText(strings.Repeat("é", 99)))))
}

func TestBibTeX(t *testing.T) {
	text := export(t, "bibtex", Options{})
	for _, line := range []string{"@misc{ctoc-cop-resolution-12-4,", "  year = {2024},", "  date = {2024-10-18},", "  author = {{Conference}},", `  title = {{Cultural <property> \& "art" }},`, "  number = {12/4},"} {
		assert.Contains(t, text, line)
	}
}

func TestGraphML(t *testing.T) {
	var g struct {
		XMLName xml.Name `xml:"http://graphml.graphdrawing.org/xmlns graphml"`
		Keys    []struct {
			ID   string `xml:"id,attr"`
			Type string `xml:"attr.type,attr"`
		} `xml:"key"`
		Nodes []graphMLElement `xml:"graph>node"`
		Edges []graphMLElement `xml:"graph>edge"`
	}
	require.NoError(t, xml.Unmarshal([]byte(export(t, "graphml", Options{})), &g))
	declared, nodes := map[string]string{}, map[string]graphMLElement{}
	for _, k := range g.Keys {
		declared[k.ID] = k.Type
	}
	for _, n := range g.Nodes {
		nodes[n.ID] = n
	}
	assert.Len(t, nodes, snapshot.New(shelf()).Len()+1, "one more for the text that is a target")
	assert.Len(t, g.Edges, 3)
	for _, e := range slices.Concat(g.Nodes, g.Edges) {
		for _, d := range e.Data {
			assert.NotEmpty(t, declared[d.Key], d.Key)
		}
	}
	for _, e := range g.Edges {
		assert.Contains(t, nodes, e.Source)
		assert.Contains(t, nodes, e.Target)
	}
	act := nodes["ctoc-cop/resolution/12/4"]
	assert.Equal(t, "Cultural <property> & \"art\"\ufffd", act.value("node-title"))
	assert.Equal(t, "one; two", act.value("node-alias"))
	assert.Equal(t, "recalls", g.Edges[0].value("edge-relation"))
	assert.Equal(t, "int", declared["edge-start"])
}

type graphMLElement struct {
	ID     string `xml:"id,attr"`
	Source string `xml:"source,attr"`
	Target string `xml:"target,attr"`
	Data   []struct {
		Key   string `xml:"key,attr"`
		Value string `xml:",chardata"`
	} `xml:"data"`
}

func (e graphMLElement) value(key string) string {
	for _, d := range e.Data {
		if d.Key == key {
			return d.Value
		}
	}
	return ""
}

func TestCytoscape(t *testing.T) {
	var c struct {
		Elements struct {
			Nodes, Edges []struct {
				Data     map[string]any
				Position *spot
			}
		}
	}
	require.NoError(t, json.Unmarshal([]byte(export(t, "cytoscape", Options{})), &c))
	ids, places := map[any]bool{}, map[spot]bool{}
	for _, n := range c.Elements.Nodes {
		ids[n.Data["id"]] = true
		require.NotNil(t, n.Position, n.Data)
		assert.False(t, places[*n.Position], "two nodes in one place")
		places[*n.Position] = true
	}
	require.Len(t, c.Elements.Edges, 3)
	for _, e := range c.Elements.Edges {
		assert.True(t, ids[e.Data["source"]] && ids[e.Data["target"]], e.Data)
	}
	assert.Equal(t, map[string]any{"id": shelf()[0].Statements[0].Node(), "key": shelf()[0].Statements[0].Node(), "source": "ctoc-cop/resolution/12/4", "relation": "recalls", "target": "ga/resolution/217 A|<x>",
		"locator": "pp1", "verb": "Recalling", "quote": `its "resolution", of`, "start": 5., "end": 17., "document": "document/CTOC/COP/2024/11",
		"paragraph": "ctoc-cop/resolution/12/4#pp1", "rule": "a, b\n\"c\"", "citedDate": "1948"}, c.Elements.Edges[0].Data)
}

func TestExportOfAPart(t *testing.T) {
	s := snapshot.New(shelf())
	only, err := s.Subgraph(context.Background(), []snapshot.Node{exportedNode(s, "treaty/untoc")}, snapshot.Limits{Depth: 1})
	require.NoError(t, err)
	only.Edges = s.Out(exportedNode(s, "ctoc-cop/resolution/12/4"), "requests")
	o := Options{Only: &only}
	assert.Equal(t, 2, strings.Count(export(t, "csv", o), "\n"))
	assert.Equal(t, 3, strings.Count(export(t, "graphml", o), "<node "), "the node asked for and the ends of the edge")
	assert.Contains(t, export(t, "cytoscape", o), `"caption":"body/ctoc-cop/secretariat"`)
	text := export(t, "nquads", o)
	assert.Contains(t, text, "vocabulary#title> ")
	assert.NotContains(t, text, "vocabulary#recalls> ")
	documents, err := ReadJSONLines(strings.NewReader(export(t, "jsonl", o)))
	require.NoError(t, err)
	require.Len(t, documents, 1, "reference data has no part in it")
	assert.Len(t, documents[0].Statements, 1)
}

func exportedNode(s *snapshot.Snapshot, id string) snapshot.Node {
	n, ok := s.Lookup(id)
	if !ok {
		panic("no " + id)
	}
	return n
}
