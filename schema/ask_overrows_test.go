package schema

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// counting is an API over a made-up session: two resolutions and a decision, their drafts
// and sponsors, and who spoke under which item.
func counting(t testing.TB) *API {
	t.Helper()
	d := graph.Document{ID: "document/report"}
	session := "body/ctoc-cop/session/31"
	d.Facts = append(d.Facts, facts(d.ID, "kind", "Document", "title", "Report on the thirty-first session")...)
	act := func(id, title, date string) {
		d.Facts = append(d.Facts, facts(id, "kind", "Act", "title", title, "inDocument", d.ID, "session", session,
			"body", "body/ctoc-cop", "date", date)...)
	}
	act("ctoc-cop/resolution/31/1", "Sprockets", "2031-05-06")
	act("ctoc-cop/resolution/31/2", "Expression of thanks to the people of Lindow", "2031-05-06")
	act("ctoc-cop/decision/31/1", "Levers", "2031")
	for _, p := range []string{
		"ctoc-cop/resolution/31/1#pp1", "ctoc-cop/resolution/31/1#op1", "ctoc-cop/resolution/31/1#op2",
		"ctoc-cop/resolution/31/1#op2.a", "ctoc-cop/resolution/31/2#op1", "ctoc-cop/decision/31/1#op1",
	} {
		d.Facts = append(d.Facts, facts(p, "kind", "Paragraph", "text", "Levers are to be oiled.")...)
	}
	d.Facts = append(d.Facts, facts("body/ctoc-cop", "kind", "Body", "name", "Conference of Levers")...)
	d.Facts = append(d.Facts, facts(session, "kind", "Session", "number", "31")...)
	for _, item := range []string{"1", "2", "2(a)", "2(b)", "3"} {
		d.Facts = append(d.Facts, facts(session+"/agenda/"+item, "kind", "AgendaItem", "number", item)...)
	}
	for id, name := range map[string]string{"alb": "Albania", "tur": "Türkiye", "fji": "Fiji"} {
		d.Facts = append(d.Facts, facts("state/"+id, "kind", "State", "name", name)...)
	}
	for _, id := range []string{"document/X/L.4", "document/X/L.5/Rev.1"} {
		d.Facts = append(d.Facts, facts(id, "kind", "Document")...)
	}
	for i, s := range [][3]string{
		{"document/X/L.4", "draftOf", "ctoc-cop/resolution/31/1"},
		{"document/X/L.5/Rev.1", "draftOf", "ctoc-cop/resolution/31/2"},
		{"state/alb", "sponsors", "document/X/L.4"}, {"state/alb", "sponsors", "ctoc-cop/resolution/31/2"},
		{"state/tur", "sponsors", "ctoc-cop/resolution/31/1"}, {"state/fji", "submits", "ctoc-cop/resolution/31/2"},
		{"state/tur", "speaksOn", session + "/agenda/1"}, {"state/tur", "speaksOn", session + "/agenda/2(b)"},
	} {
		d.Statements = append(
			d.Statements,
			graph.Statement{Subject: s[0], Relation: s[1], Object: s[2], Evidence: graph.Evidence{
				Document: d.ID, Paragraph: "ctoc-cop/resolution/31/1#op1", Start: i, End: i + 1,
			}},
		)
	}
	d.Normalize()
	snap := snapshot.New([]graph.Document{d})
	a, err := New(func() *snapshot.Snapshot { return snap }, Options{})
	require.NoError(t, err)
	return a
}

// What is counted and crossed over what was read answers as such, in whatever words.
func TestAnswersAreCountedOverWhatWasRead(t *testing.T) {
	a := counting(t)
	for question, words := range map[string]string{
		"which States sponsored at least two of the resolutions":      "at least 2 are sponsored by",
		"which countries are sponsors of two or more resolutions":     "Albania  2: ",
		"who sponsored more than two resolutions":                     "nobody sponsors 3",
		"which resolution has the most operative paragraphs":          "resolution 31/1 (2), fewest in",
		"which text is the shortest in operative paragraphs":          "resolution 31/2 (1)",
		"how many operative paragraphs does each resolution have":     "resolution 31/1  2 operative paragraphs",
		"which L-documents turned into resolutions, and into which":   "document/X/L.5/Rev.1  became ",
		"what became of the drafts":                                   "2 drafts became acts",
		"which drafts became resolutions":                             "document/X/L.4        became ",
		"who tabled the resolution thanking the people of Lindow":     "was submitted by Albania and Fiji",
		"Türkiye spoke under every agenda item, right?":               "no statement was read under item 2(a) and 3",
		"did Türkiye speak on all items of the agenda":                "no statement was read under item 2(a) and 3",
		"how many resolutions and decisions were adopted in May 2031": "decision 31/1",
	} {
		assert.Contains(t, asked(t, a, question).Text, words, question)
	}
	assert.NotContains(t, asked(t, a, "which States sponsored at least two of the resolutions").Text, "Türkiye  ")
}

// Plain words are no slips, and a special session is none that a number names.
func TestPlainWordsAreNotRespelt(t *testing.T) {
	a := counting(t)
	for _, question := range []string{
		"which levers were oiled three times", "whose levers were oiled twice", "levers oiled by nobody then",
	} {
		assert.NotContains(t, asked(t, a, question).Text, "Spelt as", question)
	}
	assert.NotContains(
		t,
		asked(t, a, "which levers were oiled at an emergency special session of the Conference").Text,
		"session 31 of",
	)
}
