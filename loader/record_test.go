package loader

import (
	"bytes"
	"context"
	"encoding/xml"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/graph"
)

// marc is a record as the test itself reads it.
type marc struct {
	control map[string]string
	fields  []marcField
}

type marcField struct {
	tag  string
	subs [][2]string
}

// values lists the subfields of a code in the fields of a tag.
func (m marc) values(tag, code string) (list []string) {
	for _, f := range m.fields {
		for _, s := range f.subs {
			if f.tag == tag && s[0] == code {
				list = append(list, s[1])
			}
		}
	}
	return list
}

// readMARC reads fields with the standard library alone.
func readMARC(t *testing.T, data []byte) (list []marc) {
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		token, err := d.Token()
		if err != nil {
			return list
		}
		e, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		attributes := map[string]string{}
		for _, a := range e.Attr {
			attributes[a.Name.Local] = a.Value
		}
		switch e.Name.Local {
		case "record":
			list = append(list, marc{control: map[string]string{}})
		case "controlfield":
			var text string
			require.NoError(t, d.DecodeElement(&text, &e))
			list[len(list)-1].control[attributes["tag"]] = text
		case "datafield":
			var f struct {
				Subs []struct {
					Code string `xml:"code,attr"`
					Text string `xml:",chardata"`
				} `xml:"subfield"`
			}
			require.NoError(t, d.DecodeElement(&f, &e))
			field := marcField{tag: attributes["tag"]}
			for _, s := range f.Subs {
				field.subs = append(field.subs, [2]string{s.Code, s.Text})
			}
			list[len(list)-1].fields = append(list[len(list)-1].fields, field)
		}
	}
}

// loadRecords reads a file of made-up records.
func loadRecords(t *testing.T, name string) (data []byte, byID map[string]*Result, faults []error) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "records", name))
	require.NoError(t, err)
	require.True(t, IsRecords(data))
	results, faults := Records(context.Background(), name, data, Options{})
	byID = map[string]*Result{}
	for _, r := range results {
		byID[r.Document.ID] = r
	}
	return data, byID, faults
}

// quotes lists the words that prove the statements of a relation in the fields of
// a tag.
func quotes(r *Result, relation, tag string) (list []string) {
	for _, s := range r.Document.Statements {
		if field, _, _ := strings.Cut(s.Evidence.Locator(), "~"); s.Relation == relation && field == tag {
			list = append(list, s.Evidence.Quote)
		}
	}
	slices.Sort(list)
	return list
}

func sorted(list []string) []string { return slices.Sorted(slices.Values(list)) }

// Every field of the kinds that are read gives its statement, with its own words.
func TestRecordsSayWhatTheirFieldsHold(t *testing.T) {
	leads := regexp.MustCompile(`[\[( ].*`)
	for _, name := range []string{"drafts.xml", "votes.xml", "acts.xml"} {
		data, byID, _ := loadRecords(t, name)
		for _, m := range readMARC(t, data) {
			r := byID["document/record/"+m.control["001"]]
			if r == nil {
				continue // without a number: see below
			}
			assert.Equal(t, sorted(m.values("650", "a")), quotes(r, "hasSubject", "650"))
			assert.Len(t, quotes(r, "containedIn", "991"), len(m.values("991", "b")))
			assert.Len(t, slices.Concat(quotes(r, "hasBefore", "991"), quotes(r, "adoptedUnder", "991")), len(m.values("991", "b")))
			assert.Equal(t, sorted(m.values("993", "a")), sorted(slices.Concat(
				quotes(r, "draftOf", "993"), quotes(r, "reportedIn", "993"), quotes(r, "relatedTo", "993"))))
			assert.Len(t, quotes(r, "describes", "269"), len(m.values("269", "a")))
			assert.Len(t, quotes(r, "describes", "245"), len(m.values("245", "a")))
			votes := 0
			for _, v := range m.values("967", "d") {
				votes += len(leads.ReplaceAllString(v, ""))
			}
			assert.Len(t, slices.Concat(quotes(r, "votedFor", "967"), quotes(r, "votedAgainst", "967"), quotes(r, "abstained", "967")), votes)
			for _, s := range r.Document.Statements {
				runes := []rune(r.Document.Source)
				assert.Equal(t, s.Evidence.Quote, string(runes[s.Evidence.Start:s.Evidence.End]))
			}
		}
	}
}

// stated lists the statements of one relation as source, target and the field.
func stated(r *Result, relation string) (list []string) {
	for _, s := range r.Document.Statements {
		if s.Relation == relation {
			list = append(list, s.Subject+" "+s.Object+" "+s.Evidence.Locator())
		}
	}
	return list
}

func TestRecordOfADraft(t *testing.T) {
	_, byID, faults := loadRecords(t, "drafts.xml")
	r := byID["document/record/9900101"]
	require.NotNil(t, r)
	assert.Equal(t, []string{
		"state/bel document/A/C.2/99/L.7/Rev.1 710", "state/bih document/A/C.2/99/L.7/Rev.1 515",
		"state/civ document/A/C.2/99/L.7/Rev.1 710~2", "state/cub document/A/C.2/99/L.7/Rev.1 710~3",
		"state/fsm document/A/C.2/99/L.7/Rev.1 515", "state/gbr document/A/C.2/99/L.7/Rev.1 515",
		"state/tto document/A/C.2/99/L.7/Rev.1 710~4", "state/tur document/A/C.2/99/L.7/Rev.1 515",
		"state/ven document/A/C.2/99/L.7/Rev.1 245",
	}, stated(r, "sponsors"), "those of the headings, those whom only the title has, and the additional ones")
	for _, s := range r.Document.Statements {
		if s.Relation == "sponsors" {
			assert.Equal(t, s.Evidence.Locator() == "515", s.Qualifiers["connective"] == "Additional sponsors", s.Subject)
			assert.Equal(t, s.Subject == "state/cub", s.Qualifiers["onBehalfOf"] == "group/g77-and-china", s.Subject)
		}
		if s.Subject == "state/civ" {
			assert.Equal(t, "Côte d'Ivoire", s.Evidence.Quote, "what was encoded twice is healed")
		}
	}
	assert.Equal(t, []string{"document/A/C.2/99/L.7/Rev.1 ga/resolution/99/207 993"}, stated(r, "draftOf"))
	assert.Equal(t, []string{"document/A/C.2/99/L.7/Rev.1 document/A/99/412/Add.3 993~2"}, stated(r, "reportedIn"))
	assert.Equal(t, []string{"document/A/C.2/99/L.7/Rev.1 document/A/C.2/99/L.7 191"}, stated(r, "revises"))
	assert.Equal(t, []string{
		"body/ga/session/99/agenda/18(c) document/A/C.2/99/L.7/Rev.1 991",
		"body/ga/session/99/agenda/18(c) document/A/C.2/99/L.7/Rev.1 991~2",
	}, stated(r, "hasBefore"))
	assert.Equal(t, []string{
		"document/A/C.2/99/L.7/Rev.1 subject/990001 650", "document/A/C.2/99/L.7/Rev.1 subject/coastal-navigation 650~2",
	}, stated(r, "hasSubject"))
	for _, f := range []graph.Fact{
		{Subject: "subject/990001", Property: "name", Value: "LIGHTHOUSES"},
		{Subject: "subject/990001", Property: "kind", Value: "Subject"},
		{Subject: "document/A/C.2/99/L.7/Rev.1", Property: "body", Value: "body/ga/second-committee"},
		{Subject: "body/ga/session/99/agenda/18(c)", Property: "title", Value: "Safety of coasts"},
		{Subject: "document/record/9900101#650~2", Property: "paragraphKind", Value: "field"},
	} {
		assert.Contains(t, r.Document.Facts, f)
	}
	assert.Empty(t, r.Diagnostics)
	require.Len(t, faults, 1)
	assert.ErrorContains(t, faults[0], "drafts.xml, record 3: expected a record with its number in field 001")
}

func TestRecordOfADraftThatAnOfficerSubmits(t *testing.T) {
	_, byID, _ := loadRecords(t, "drafts.xml")
	r := byID["document/record/9900102"]
	require.NotNil(t, r)
	assert.Equal(t, []string{"role/ecosoc/president document/E/2044/L.9 710"}, stated(r, "submits"))
	assert.Empty(t, stated(r, "sponsors"))
	assert.Equal(t, []string{"body/ecosoc/session/2044/agenda/12(a) document/E/2044/L.9 991"}, stated(r, "hasBefore"))
	assert.Equal(t, []string{"document/E/2044/L.9 ecosoc/resolution/2044/31 993"}, stated(r, "draftOf"))
	qualifiers := map[string]string{}
	for _, s := range r.Document.Statements {
		if s.Relation == "describes" {
			qualifiers[s.Evidence.Locator()] = s.Qualifiers["citedTitle"] + s.Qualifiers["citedDate"]
		}
	}
	assert.Equal(t, map[string]string{"191": "", "245": "Buoys & beacons", "269": "2044-07"}, qualifiers)
	require.Len(t, r.Diagnostics, 1, "a name that no table has is reported, not made up")
	assert.Equal(t, "Ruritania", r.Diagnostics[0].Text)
}

func TestRecordOfAVote(t *testing.T) {
	_, byID, _ := loadRecords(t, "votes.xml")
	r := byID["document/record/9900201"]
	require.NotNil(t, r)
	assert.Equal(t, []string{"state/bel ga/resolution/99/211 967", "state/tur ga/resolution/99/211 967~2"}, stated(r, "votedFor"))
	assert.Equal(t, []string{"state/cub ga/resolution/99/211 967~3"}, stated(r, "votedAgainst"))
	assert.Equal(t, []string{"state/per ga/resolution/99/211 967~4"}, stated(r, "abstained"))
	assert.Equal(t, []string{"document/A/99/L.40 ga/resolution/99/211 993"}, stated(r, "draftOf"))
	assert.Equal(t, []string{"ga/resolution/99/211 document/A/99/PV.66 993~2"}, stated(r, "reportedIn"))
	assert.Equal(t, []string{"ga/resolution/99/211 body/ga/session/99/agenda/74 991"}, stated(r, "adoptedUnder"))
	for property, value := range map[string]string{"procedure": "recorded vote", "votesFor": "2", "votesAgainst": "1", "abstentions": "2"} {
		assert.Contains(t, r.Document.Facts, graph.Fact{Subject: "ga/resolution/99/211", Property: property, Value: value})
	}
	assert.Contains(t, r.Document.Source, "=996  \\\\$b2$c1$d2$e1$f5", "what is not read is kept as printed")
	require.Len(t, r.Diagnostics, 1)
	assert.Equal(t, "recorded vote: 2 counted and 1 named (abstained)", r.Diagnostics[0].Reason)
}

func TestRecordsOfActs(t *testing.T) {
	_, byID, faults := loadRecords(t, "acts.xml")
	require.Empty(t, faults)
	r := byID["document/record/9900301"]
	assert.Equal(t, []string{
		"document/record/9900301 document/A/RES/99/207 191", "document/record/9900301 document/A/RES/99/207 269",
		"document/record/9900301 ga/resolution/99/207 191", "document/record/9900301 ga/resolution/99/207 245",
		"document/record/9900301 ga/resolution/99/207 992",
	}, sorted(stated(r, "describes")), "the day of the adoption is not that of the document")
	assert.Equal(t, []string{"document/A/C.2/99/L.7/Rev.1 ga/resolution/99/207 993"}, stated(r, "draftOf"))
	assert.Equal(t, []string{"ga/resolution/99/207 body/ga/session/99/agenda/18(c) 991"}, stated(r, "adoptedUnder"))
	assert.Equal(t, []string{"ga/resolution/99/207 body/ga/session/99/meeting/55 996"}, stated(r, "adoptedAt"))
	assert.Empty(t, stated(r, "sponsors"))
	for property, value := range map[string]string{"outcome": "adopted", "procedure": "without a vote", "agendaItem": "body/ga/session/99/agenda/18(c)"} {
		assert.Contains(t, r.Document.Facts, graph.Fact{Subject: "ga/resolution/99/207", Property: property, Value: value})
	}
	assert.Empty(t, r.Diagnostics)

	r = byID["document/record/9900302"]
	assert.Contains(t, stated(r, "describes"), "document/record/9900302 sc/resolution/3901 245")
	assert.Equal(t, []string{"sc/resolution/3901 document/S/PV.9999 952"}, stated(r, "reportedIn"))
	assert.Empty(t, r.Diagnostics)

	r = byID["document/record/9900303"]
	assert.Equal(t, []string{"state/fji document/A/HRC/99/L.5 245", "state/gmb document/A/HRC/99/L.5 245", "state/uga document/A/HRC/99/L.5 245"},
		stated(r, "sponsors"))
	assert.Equal(t, []string{"role/hrc/special-rapporteur-on-lighthouses document/A/HRC/99/L.5 710"}, stated(r, "submits"))
	assert.Equal(t, []string{"body/hrc/session/99/agenda/3 document/A/HRC/99/L.5 991"}, stated(r, "hasBefore"))
	assert.Empty(t, r.Diagnostics)
}

// Broken XML is read as far as it is clear what it means.
func TestRecordsAreHealed(t *testing.T) {
	const field = `<controlfield tag="001">77</controlfield><datafield tag="191" ind1=" " ind2=" "><subfield code="a">S/2044/9</subfield></datafield>` +
		`<datafield tag="245" ind1=" " ind2=" "><subfield code="a">%</subfield></datafield>`
	for what, c := range map[string]struct{ file, title string }{
		"a record inside CDATA":            {"<collection><record><![CDATA[" + strings.ReplaceAll(field, "%", "Tides") + "]]></record></collection>", "Tides"},
		"bytes of Windows-1252":            {"<record>" + strings.ReplaceAll(field, "%", "Caf\xe9 \x96 quay") + "</record>", "Café – quay"},
		"encoded twice, then once more":    {"<record>" + strings.ReplaceAll(field, "%", "CafÃƒÂ© of the quay") + "</record>", "Café of the quay"},
		"an entity of HTML":                {"<record>" + strings.ReplaceAll(field, "%", "Caf&eacute;&nbsp;of the quay") + "</record>", "Café of the quay"},
		"an ampersand alone":               {"<record>" + strings.ReplaceAll(field, "%", "Buoys & beacons") + "</record>", "Buoys & beacons"},
		"characters that XML forbids":      {"<record>" + strings.ReplaceAll(field, "%", "Ti\x1fd&#x1F;es") + "</record>", "Tides"},
		"a declared encoding that is none": {`<?xml version="1.0" encoding="ISO-8859-1"?><record>` + strings.ReplaceAll(field, "%", "Café") + "</record>", "Café"},
		"letters that need no healing":     {"<record>" + strings.ReplaceAll(field, "%", "Éire, Åland, São Tomé") + "</record>", "Éire, Åland, São Tomé"},
		"signs of the form itself":         {"<record>" + strings.ReplaceAll(field, "%", "A {dollar} is $1") + "</record>", "A {dollar} is $1"},
		"the mnemonic form":                {"=001  77\n=191  \\\\$aS/2044/9\n=245  \\\\$aTides :$bletter\n", "Tides"},
	} {
		require.True(t, IsRecords([]byte(c.file)), what)
		results, faults := Records(context.Background(), "x", []byte(c.file), Options{})
		require.Empty(t, faults, what)
		require.Len(t, results, 1, what)
		var titles []string
		for _, s := range results[0].Document.Statements {
			if title := s.Qualifiers["citedTitle"]; title != "" {
				assert.Equal(t, "document/S/2044/9", s.Object, what)
				titles = append(titles, title)
			}
		}
		assert.Equal(t, []string{c.title}, titles, what)
		again, err := LoadText(context.Background(), "x", results[0].Document.Source, Options{ID: results[0].Document.ID})
		require.NoError(t, err, what)
		assert.Equal(t, results[0].Document, again.Document, "%s: a store reads it again from its text", what)
	}
}

func TestFilesThatHoldNoRecords(t *testing.T) {
	for _, text := range []string{
		"", "<html><body>controlfield</body></html>", "A text about =245 fields", "<akomaNtoso><act/></akomaNtoso>", "<record><title>x</title></record>",
	} {
		assert.False(t, IsRecords([]byte(text)), text)
	}
	const cut = `<collection><record><controlfield tag="001">1</controlfield><datafield tag="245"><subfield code="a">Tides</subfield></datafield></record>` +
		"\n" + `<record><controlfield tag="001">2</controlfield><datafield tag="245"><subfield co`
	results, faults := Records(context.Background(), "cut.xml", []byte(cut), Options{})
	require.Len(t, faults, 1)
	assert.ErrorContains(t, faults[0], "cut.xml: line 2: expected well-formed MARCXML")
	assert.Len(t, results, 1, "the record before the end is whole")
}
