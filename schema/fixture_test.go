package schema

import (
	"context"
	"encoding/json"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// The report is made up. Its acts share numbers on purpose: resolution 12/1
// and decision 12/1, and resolution 10/5 of two bodies.
const report = `Resolution 12/1: Widgets
The Conference,
Recalling its resolution 10/2 of 16 October 2020, entitled “Cogs”, and its decision 4/2,
Bearing in mind General Assembly resolution 76/185 of 16 December 2021 and résumé № 7,
1. Requests the secretariat to report by 2026;
2. Urges Member States to mend widgets.
Resolution 12/4: Sprockets
Recalling its resolutions 10/5 and 12/1 and General Assembly resolution 76/185,
Decision 12/1
Recalling decision 2/2.
Albania and the European Union sponsored the draft.
`

const reportID = "document/CTOC/COP/2024/11"

// words finds the evidence of a statement in the report.
func words(paragraph, quote string) graph.Evidence {
	i := strings.Index(report, quote)
	if i < 0 {
		panic("not in the report: " + quote)
	}
	start := utf8.RuneCountInString(report[:i])
	return graph.Evidence{Document: reportID, Paragraph: paragraph, Start: start, End: start + utf8.RuneCountInString(quote), Quote: quote}
}

func facts(subject string, pairs ...string) []graph.Fact {
	var list []graph.Fact
	for i := 0; i < len(pairs); i += 2 {
		list = append(list, graph.Fact{Subject: subject, Property: pairs[i], Value: pairs[i+1]})
	}
	return list
}

func fixture() graph.Document {
	const act121, act124, dec121 = "ctoc-cop/resolution/12/1", "ctoc-cop/resolution/12/4", "ctoc-cop/decision/12/1"
	d := graph.Document{ID: reportID, Source: report}
	for _, f := range [][]graph.Fact{
		facts(reportID, "kind", "Document", "title", "Report on widgets", "symbol", "CTOC/COP/2024/11", "language", "en", "called", "the report", "called", "the paper"),
		facts(act121, "kind", "Act", "title", "Widgets", "number", "12/1", "actKind", "resolution", "adoptedOn", "2024-10-18", "inDocument", reportID, "body", "body/ctoc-cop", "session", "body/ctoc-cop/session/12", "status", "adopted"),
		facts(act124, "kind", "Act", "title", "Sprockets", "number", "12/4", "actKind", "resolution", "adoptedOn", "2024-10-18", "inDocument", reportID, "body", "body/ctoc-cop", "session", "body/ctoc-cop/session/12"),
		facts(dec121, "kind", "Act", "number", "12/1", "actKind", "decision", "adoptedOn", "2024-10-17", "inDocument", reportID, "body", "body/ctoc-cop", "session", "body/ctoc-cop/session/12"),
		facts(act121+"#pp1", "kind", "Paragraph", "position", "1", "paragraphKind", "preambular", "text", "Recalling its resolution 10/2", "partOf", act121),
		facts(act121+"#op2", "kind", "Paragraph", "position", "4", "text", "2. Urges Member States", "partOf", act121),
		facts(act121+"#op1", "kind", "Paragraph", "position", "3", "text", "1. Requests the secretariat", "partOf", act121),
		facts(act121+"#op1/mandate/1", "kind", "Mandate", "verb", "requests", "clause", "to report by 2026", "deadline", "by 2026", "addressee", "body/ctoc-cop/secretariat"),
		facts(act121+"#op2/mandate/1", "kind", "Mandate", "verb", "urges", "clause", "to mend widgets", "addressee", "addressee/member-states"),
		facts("body/ctoc-cop/session/12", "kind", "Session", "number", "12", "date", "2024-10-14", "endDate", "2024-10-18", "body", "body/ctoc-cop"),
		facts("body/ctoc-cop/session/12/meeting/10", "kind", "Meeting", "number", "10", "session", "body/ctoc-cop/session/12"),
		facts("body/ctoc-cop/session/12/meeting/8", "kind", "Meeting", "number", "8", "session", "body/ctoc-cop/session/12"),
		facts(reportID, "diagnostic", `{"reason":"no-target","text":"résumé № 7","range":[1,2],"paragraph":"`+act121+`#pp1","candidates":["ga/resolution/76/185"]}`),
	} {
		d.Facts = append(d.Facts, f...)
	}
	state := func(subject, relation, object string, e graph.Evidence, pairs ...string) {
		q := map[string]string{}
		for i := 0; i < len(pairs); i += 2 {
			q[pairs[i]] = pairs[i+1]
		}
		d.Statements = append(d.Statements, graph.Statement{Subject: subject, Relation: relation, Object: object, Evidence: e, Qualifiers: q})
	}
	state(act121, "recalls", "ctoc-cop/resolution/10/2", words(act121+"#pp1", "resolution 10/2 of 16 October 2020, entitled “Cogs”"), "verb", "Recalling", "citedDate", "2020-10-16", "citedTitle", "Cogs")
	state(act121, "recalls", "ctoc-cop/decision/4/2", words(act121+"#pp1", "decision 4/2"), "verb", "Recalling")
	state(act121, "bearsInMind", "ga/resolution/76/185", words(act121+"#pp2", "General Assembly resolution 76/185 of 16 December 2021"), "verb", "Bearing in mind", "citedDate", "2021-12-16")
	state(act121, "requests", "body/ctoc-cop/secretariat", words(act121+"#op1", "the secretariat"), "verb", "Requests", "mandate", act121+"#op1/mandate/1", "deadline", "by 2026")
	state(act121, "urges", "addressee/member-states", words(act121+"#op2", "Member States"), "verb", "Urges")
	state(act124, "recalls", "ctoc-cop/resolution/10/5", words(act124+"#pp1", "resolutions 10/5"), "verb", "Recalling")
	state(act124, "recalls", act121, words(act124+"#pp1", "12/1 and"), "verb", "Recalling")
	state(act124, "recalls", "ga/resolution/76/185", words(act124+"#pp1", "General Assembly resolution 76/185,"), "verb", "Recalling")
	state("ctoc-cop/resolution/10/2", "recalls", "ctoc-cop/decision/2/2", words(act124+"#pp1", "decision 2/2"), "verb", "Recalling")
	state(dec121, "recalls", "ctoc-cop/decision/2/2", words(dec121+"#dec", "decision 2/2."), "verb", "Recalling")
	state("state/alb", "sponsors", act121, words(reportID+"#5", "Albania"))
	state("group/european-union", "sponsors", act121, words(reportID+"#5", "European Union"))
	state("treaty/untoc", "registeredAs", "vol. 2225, No. 39574", words(reportID+"#5", "draft"), "confidence", "certain")
	d.Normalize()
	return d
}

// reference data: kinds and names of what the report merely cites.
func referenceNames() graph.Document {
	d := graph.Document{ID: graph.ReferenceData}
	for _, f := range [][]graph.Fact{
		facts("ctoc-cop/resolution/10/2", "kind", "Act"), facts("ctoc-cop/decision/4/2", "kind", "Act"), facts("ctoc-cop/decision/2/2", "kind", "Act"),
		facts("ctoc-cop/resolution/10/5", "kind", "Act"), facts("cac-cosp/resolution/10/5", "kind", "Act"), facts("ga/resolution/76/185", "kind", "Act"),
		facts("sc/resolution/1373", "kind", "Act", "date", "2001-09-28"),
		facts("body/ctoc-cop", "kind", "Body", "name", "Conference of the Parties", "code", "ctoc-cop"),
		facts("body/ctoc-cop/secretariat", "kind", "Secretariat", "name", "Secretariat"),
		facts("addressee/member-states", "kind", "AddresseeClass", "name", "Member States"),
		facts("state/alb", "kind", "State", "name", "Albania", "code", "alb", "alias", "Republic of Albania"),
		facts("state/tur", "kind", "State", "name", "Türkiye", "code", "tur"),
		facts("group/european-union", "kind", "Group", "name", "European Union"),
		facts("treaty/untoc", "kind", "Treaty", "name", "Organized Crime Convention"),
		facts("something/odd", "name", "Without a kind"),
	} {
		d.Facts = append(d.Facts, f...)
	}
	return d
}

func newAPI(t testing.TB, options Options) *API {
	t.Helper()
	return apiOf(t, options, referenceNames(), fixture())
}

// apiOf answers from documents.
func apiOf(t testing.TB, options Options, documents ...graph.Document) *API {
	t.Helper()
	snap := snapshot.New(documents)
	a, err := New(func() *snapshot.Snapshot { return snap }, options)
	require.NoError(t, err)
	return a
}

// answer is a response as a client decodes it.
type answer struct {
	Data       map[string]any
	Errors     []Error
	Extensions map[string]any
}

func (a answer) codes() []string {
	var codes []string
	for _, e := range a.Errors {
		codes = append(codes, e.Code())
	}
	return codes
}

// get follows keys and indices into the data.
func (a answer) get(path string) any {
	var v any = a.Data
	for _, step := range strings.Fields(path) {
		switch node := v.(type) {
		case map[string]any:
			v = node[step]
		case []any:
			i, err := strconv.Atoi(step)
			if err != nil || i >= len(node) {
				return nil
			}
			v = node[i]
		default:
			return nil
		}
	}
	return v
}

// each gathers one value of every element of a list.
func (a answer) each(list, path string) []any {
	items, _ := a.get(list).([]any)
	values := []any{}
	for i := range items {
		values = append(values, a.get(list+" "+strconv.Itoa(i)+" "+path))
	}
	return values
}

func execute(t testing.TB, a *API, query string, variables map[string]any) answer {
	t.Helper()
	encoded, err := json.Marshal(a.Execute(context.Background(), query, variables, ""))
	require.NoError(t, err)
	var decoded answer
	require.NoError(t, json.Unmarshal(encoded, &decoded), string(encoded))
	return decoded
}

// ask is execute for queries that must succeed.
func ask(t testing.TB, a *API, query string) answer {
	t.Helper()
	r := execute(t, a, query, nil)
	require.Empty(t, r.Errors, query)
	return r
}
