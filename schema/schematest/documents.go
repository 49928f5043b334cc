// Package schematest holds what the tests of the schema and of its server share:
// a made-up report with the names that it cites, queries that are hostile, and
// responses as a client decodes them. It imports graph and schema/guard, and is
// imported by tests only.
package schematest

import (
	"slices"
	"strings"
	"unicode/utf8"

	"mandategraph/graph"
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

// ReportID is the id of the report.
const ReportID = "document/CTOC/COP/2024/11"

// words finds the evidence of a statement in the report.
func words(paragraph, quote string) graph.Evidence {
	i := strings.Index(report, quote)
	if i < 0 {
		panic("not in the report: " + quote)
	}
	start := utf8.RuneCountInString(report[:i])
	return graph.Evidence{
		Document: ReportID, Paragraph: paragraph, Start: start, End: start + utf8.RuneCountInString(quote), Quote: quote,
	}
}

// Facts are properties of a subject, as pairs of name and value.
func Facts(subject string, pairs ...string) []graph.Fact {
	var list []graph.Fact
	for i := 0; i < len(pairs); i += 2 {
		list = append(list, graph.Fact{Subject: subject, Property: pairs[i], Value: pairs[i+1]})
	}
	return list
}

// Report is the report as it is loaded.
func Report() graph.Document {
	d := graph.Document{ID: ReportID, Source: report, Facts: reportFacts(), Statements: reportStatements()}
	d.Normalize()
	return d
}

const act121, act124, dec121 = "ctoc-cop/resolution/12/1", "ctoc-cop/resolution/12/4", "ctoc-cop/decision/12/1"

func reportFacts() []graph.Fact {
	return slices.Concat(
		Facts(
			ReportID, "kind", "Document", "title", "Report on widgets", "symbol", "CTOC/COP/2024/11", "language", "en",
			"called", "the report", "called", "the paper",
		),
		Facts(
			act121, "kind", "Act", "title", "Widgets", "number", "12/1", "actKind", "resolution", "adoptedOn", "2024-10-18",
			"inDocument", ReportID, "body", "body/ctoc-cop", "session", "body/ctoc-cop/session/12", "status", "adopted",
		),
		Facts(
			act124, "kind", "Act", "title", "Sprockets", "number", "12/4", "actKind", "resolution", "adoptedOn", "2024-10-18",
			"inDocument", ReportID, "body", "body/ctoc-cop", "session", "body/ctoc-cop/session/12",
		),
		Facts(
			dec121, "kind", "Act", "number", "12/1", "actKind", "decision", "adoptedOn", "2024-10-17", "inDocument", ReportID,
			"body", "body/ctoc-cop", "session", "body/ctoc-cop/session/12",
		),
		Facts(
			act121+"#pp1", "kind", "Paragraph", "position", "1", "paragraphKind", "preambular", "text",
			"Recalling its resolution 10/2", "partOf", act121,
		),
		Facts(act121+"#op2", "kind", "Paragraph", "position", "4", "text", "2. Urges Member States", "partOf", act121),
		Facts(act121+"#op1", "kind", "Paragraph", "position", "3", "text", "1. Requests the secretariat", "partOf", act121),
		Facts(
			act121+"#op1/mandate/1", "kind", "Mandate", "verb", "requests", "clause", "to report by 2026", "dueText",
			"by 2026", "addressee", "body/ctoc-cop/secretariat",
		),
		Facts(
			act121+"#op2/mandate/1", "kind", "Mandate", "verb", "urges", "clause", "to mend widgets", "addressee",
			"addressee/member-states",
		),
		Facts(
			"body/ctoc-cop/session/12", "kind", "Session", "number", "12", "date", "2024-10-14", "endDate", "2024-10-18",
			"body", "body/ctoc-cop",
		),
		Facts(
			"body/ctoc-cop/session/12/meeting/10", "kind", "Meeting", "number", "10", "session", "body/ctoc-cop/session/12",
		),
		Facts("body/ctoc-cop/session/12/meeting/8", "kind", "Meeting", "number", "8", "session", "body/ctoc-cop/session/12"),
		Facts(
			ReportID, "diagnostic",
			`{"reason":"no-target","text":"résumé № 7","range":[1,2],"paragraph":"`+act121+`#pp1","candidates":["ga/resolution/76/185"]}`,
		),
	)
}

func reportStatements() (list []graph.Statement) {
	state := func(subject, relation, object string, e graph.Evidence, pairs ...string) {
		q := map[string]string{}
		for i := 0; i < len(pairs); i += 2 {
			q[pairs[i]] = pairs[i+1]
		}
		list = append(list, graph.Statement{
			Subject: subject, Relation: relation, Object: object, Evidence: e, Qualifiers: q,
		})
	}
	state(
		act121, "recalls", "ctoc-cop/resolution/10/2",
		words(act121+"#pp1", "resolution 10/2 of 16 October 2020, entitled “Cogs”"), "verb", "Recalling", "citedDate",
		"2020-10-16", "citedTitle", "Cogs",
	)
	state(act121, "recalls", "ctoc-cop/decision/4/2", words(act121+"#pp1", "decision 4/2"), "verb", "Recalling")
	state(
		act121, "bearsInMind", "ga/resolution/76/185",
		words(act121+"#pp2", "General Assembly resolution 76/185 of 16 December 2021"), "verb", "Bearing in mind",
		"citedDate", "2021-12-16",
	)
	state(
		act121, "requests", "body/ctoc-cop/secretariat", words(act121+"#op1", "the secretariat"), "verb", "Requests",
		"mandate", act121+"#op1/mandate/1", "due", "by 2026",
	)
	state(act121, "urges", "addressee/member-states", words(act121+"#op2", "Member States"), "verb", "Urges")
	state(act124, "recalls", "ctoc-cop/resolution/10/5", words(act124+"#pp1", "resolutions 10/5"), "verb", "Recalling")
	state(act124, "recalls", act121, words(act124+"#pp1", "12/1 and"), "verb", "Recalling")
	state(
		act124, "recalls", "ga/resolution/76/185", words(act124+"#pp1", "General Assembly resolution 76/185,"), "verb",
		"Recalling",
	)
	state(
		"ctoc-cop/resolution/10/2", "recalls", "ctoc-cop/decision/2/2", words(act124+"#pp1", "decision 2/2"), "verb",
		"Recalling",
	)
	state(dec121, "recalls", "ctoc-cop/decision/2/2", words(dec121+"#dec", "decision 2/2."), "verb", "Recalling")
	state("state/alb", "sponsors", act121, words(ReportID+"#5", "Albania"))
	state("group/european-union", "sponsors", act121, words(ReportID+"#5", "European Union"))
	state("treaty/untoc", "registeredAs", "vol. 2225, No. 39574", words(ReportID+"#5", "draft"), "confidence", "certain")
	return list
}

// Names are reference data: kinds and names of what the report merely cites.
func Names() graph.Document {
	d := graph.Document{ID: graph.ReferenceData}
	for _, f := range [][]graph.Fact{
		Facts(
			"ctoc-cop/resolution/10/2", "kind", "Act",
		), Facts("ctoc-cop/decision/4/2", "kind", "Act"), Facts("ctoc-cop/decision/2/2", "kind", "Act"),
		Facts(
			"ctoc-cop/resolution/10/5", "kind", "Act",
		), Facts("cac-cosp/resolution/10/5", "kind", "Act"), Facts("ga/resolution/76/185", "kind", "Act"),
		Facts("sc/resolution/1373", "kind", "Act", "date", "2001-09-28"),
		Facts("body/ctoc-cop", "kind", "Body", "name", "Conference of the Parties", "code", "ctoc-cop"),
		Facts("body/ctoc-cop/secretariat", "kind", "Secretariat", "name", "Secretariat"),
		Facts("addressee/member-states", "kind", "AddresseeClass", "name", "Member States"),
		Facts("state/alb", "kind", "State", "name", "Albania", "code", "alb", "alias", "Republic of Albania"),
		Facts("state/tur", "kind", "State", "name", "Türkiye", "code", "tur"),
		Facts("group/european-union", "kind", "Group", "name", "European Union"),
		Facts("treaty/untoc", "kind", "Treaty", "name", "Organized Crime Convention"),
		Facts("something/odd", "name", "Without a kind"),
	} {
		d.Facts = append(d.Facts, f...)
	}
	return d
}
