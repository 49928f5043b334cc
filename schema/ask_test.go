package schema

import (
	"context"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
	"mandategraph/queries"
	questions "mandategraph/queries/ask"
)

// answering is an API over the fixture with what the questions need besides.
func answering(t testing.TB) *API { return answeringWith(t, Options{}) }

func answeringWith(t testing.TB, options Options) *API {
	t.Helper()
	more := graph.Document{ID: "document/more"}
	cop, group := "body/ctoc-cop", "body/ctoc-cop/working-group-on-widgets"
	for _, f := range [][]graph.Fact{
		facts("document/more", "kind", "Document", "diagnostic", `{"reason":"unresolved: no such act","text":"that resolution","range":[1,2],"paragraph":"ctoc-cop/resolution/12/1#pp1"}`),
		facts(group, "kind", "Body", "name", "Working Group on Widgets"),
		facts(group+"/meeting/3", "kind", "Meeting", "date", "2024-06-03"),
		facts(group+"/meeting/3/recommendations", "kind", "Recommendations", "body", group),
		facts("ctoc-cop/resolution/12/4#an1.a", "kind", "Paragraph", "label", "(a)", "text", "States should mend widgets."),
		facts("treaty/untoc/article/16", "kind", "Article"),
		facts(cop+"/session/12/agenda/2(a)", "kind", "AgendaItem", "number", "2(a)"), facts(cop+"/session/12/agenda/2(b)", "kind", "AgendaItem"), facts(cop+"/session/12/agenda/21", "kind", "AgendaItem"),
		facts("person/ann", "kind", "Person", "name", "Ann"), facts("person/bob", "kind", "Person", "name", "Bob"), facts("role/ctoc-cop/president", "kind", "Role", "name", "President"), facts("role/ctoc-cop/vice-president", "kind", "Role"),
		facts("organization/unodc", "kind", "Organization", "name", "United Nations Office on Drugs and Crime"),
		facts(cop+"/committee-of-the-whole", "kind", "Body", "name", "Committee of the Whole"),
		facts("instrument/kyoto-declaration", "kind", "Instrument", "title", "Kyoto Declaration on Widgets"),
	} {
		more.Facts = append(more.Facts, f...)
	}
	for i, s := range [][3]string{
		{"ctoc-cop/resolution/12/4", "endorses", group + "/meeting/3/recommendations"},
		{group + "/meeting/3/recommendations", "hasMember", "ctoc-cop/resolution/12/4#an1.a"},
		{"ctoc-cop/resolution/12/4", "recalls", "instrument/kyoto-declaration"},
		{"ctoc-cop/resolution/12/4", "mentions", "treaty/untoc/article/16"},
		{"ctoc-cop/decision/4/2", "establishes", cop + "/committee-of-the-whole"},
		{cop + "/secretariat", "servedBy", "organization/unodc"},
		{"state/alb", "sponsors", "ctoc-cop/resolution/12/4"},
		{"state/tur", "speaksOn", cop + "/session/12/agenda/2(a)"},
		{"state/alb", "speaksOn", cop + "/session/12/agenda/2(b)"},
		{"state/tur", "speaksOn", cop + "/session/12/agenda/21"},
		{"person/ann", "chairs", cop + "/session/12/meeting/10"},
		{"person/bob", "holdsOffice", "role/ctoc-cop/president"},
		{"ctoc-cop/resolution/12/4", "adoptedAt", cop + "/session/12/meeting/10"},
	} {
		more.Statements = append(more.Statements, graph.Statement{Subject: s[0], Relation: s[1], Object: s[2],
			Evidence: graph.Evidence{Document: "document/more", Paragraph: "ctoc-cop/resolution/12/4#op1", Start: i, End: i + 1}})
	}
	more.Normalize()
	snap := snapshot.New([]graph.Document{referenceNames(), fixture(), more})
	a, err := New(func() *snapshot.Snapshot { return snap }, options)
	require.NoError(t, err)
	return a
}

func asked(t testing.TB, a *API, question string) Answer {
	t.Helper()
	answer, err := a.Ask(context.Background(), question)
	require.NoError(t, err, question)
	return answer
}

// samples fill the slots of phrasings.
var samples = map[string]string{
	"day": "31 December 2031", "act": "resolution 12/4", "other:act": "resolution 12/1", "thing": "the Kyoto Declaration", "from:thing": "12/4", "to:thing": "decision 2/2", "relations:verb": "take note of",
	"body": "the Working Group on Widgets", "state": "ALBANIA", "treaty": "Organized Crime Convention", "entity": "UNODC", "session": "session 12 of the Conference of the Parties",
	"adopter": "the Conference", "items:item": "item 2", "kinds:kind": "agenda items", "subject:words": "widgets", "words:topic": "mend widgets", "within:thing": "resolution 12/4",
}

var (
	slotMark = regexp.MustCompile(`\{([\w:]+)\}`)
	choice   = regexp.MustCompile(`[(\[]([^()\[\]{}]*)[)\]]`)
)

// spelled lists a phrasing with every alternative in turn.
func spelled(phrasing string) []string {
	at := choice.FindStringSubmatchIndex(phrasing)
	if at == nil {
		filled := slotMark.ReplaceAllStringFunc(phrasing, func(m string) string { return samples[strings.Trim(m, "{}")] })
		return []string{strings.Join(strings.Fields(filled), " ")}
	}
	options := strings.Split(phrasing[at[2]:at[3]], "|")
	if phrasing[at[0]] == '[' {
		options = append(options, "")
	}
	var list []string
	for _, o := range options {
		list = append(list, spelled(phrasing[:at[0]]+o+phrasing[at[1]:])...)
	}
	return list
}

func TestEveryPhrasingIsRecognized(t *testing.T) {
	a := answering(t)
	none := func(context.Context, queries.Query, map[string]any) (map[string]any, error) {
		return map[string]any{}, nil
	}
	reader := questions.New(a.view().Snapshot, index{a.view()}, none)
	for _, q := range queries.All() {
		require.NotEmpty(t, q.Phrasings, q.Name)
		for _, phrasing := range q.Phrasings {
			for _, question := range spelled(phrasing) {
				read, err := reader.Answer(context.Background(), "Please, "+question+"?")
				require.NoError(t, err)
				assert.Equal(t, q.Name, read.Query, question)
				assert.True(t, read.Answered(), "%s: %s", question, read.Text)
				assert.Empty(t, read.ReadAs, question)
			}
		}
		first := spelled(q.Phrasings[0])[0]
		answer := asked(t, a, first)
		assert.Equal(t, q.Name, answer.Query, first)
		assert.Contains(t, answer.Text, " found; ", first)
		assert.NotContains(t, answer.Text, "{", first)
	}
}

func TestEverySavedQueryFitsTheSchema(t *testing.T) {
	a := answering(t)
	for _, q := range queries.All() {
		_, errs := a.prepare(q.Text)
		assert.Empty(t, errs, q.Name)
	}
}

func TestWhatAnActRecalls(t *testing.T) {
	answer := asked(t, answering(t), "What does 12/4 recall?")
	assert.Equal(t, map[string]any{"act": "ctoc-cop/resolution/12/4"}, answer.Variables)
	assert.Equal(t, `CTOC COP resolution 12/4 (Sprockets) recalls:

  resolution 10/5    CTOC COP                      Recalling  pp1
  resolution 12/1    CTOC COP          2024-10-18  Recalling  pp1  Widgets
  resolution 76/185  General Assembly  2021-12-16  Recalling  pp1
  instrument                                       recalls    op1  Kyoto Declaration on Widgets

4 found; nothing in this text left unresolved; 2 of the acts are not loaded themselves
`, answer.Text)
}

func TestUnresolvedMentionsAreCountedInTheirText(t *testing.T) {
	a := answering(t)
	assert.Contains(t, asked(t, a, "what does resolution 12/1 recall").Text, "2 found; 2 mentions in this text left unresolved; 2 of the acts are not loaded themselves")
	assert.Contains(t, asked(t, a, "what does resolution 10/2 recall").Text, "1 found; the text itself is not loaded")
	assert.Contains(t, asked(t, a, "what recalls 76/185").Text, "1 found; 2 mentions in the loaded texts left unresolved; all of the acts are loaded themselves")
}

func TestAnAmbiguousActGivesItsCandidates(t *testing.T) {
	answer := asked(t, answering(t), "what does 12/1 recall?")
	assert.Len(t, answer.Candidates, 2)
	assert.Equal(t, "recalls", answer.Query)
	assert.Nil(t, answer.Data)
	for _, words := range []string{"Widgets", "what does resolution 12/1 recall", "what does decision 12/1 recall"} {
		assert.Contains(t, answer.Text, words)
	}
}

func TestAnUnknownQuestionListsTheKnownOnes(t *testing.T) {
	a := answering(t)
	for _, question := range []string{"", "wonderful weather", strings.Repeat("x ", 600)} {
		answer := asked(t, a, question)
		assert.Empty(t, answer.Query)
		assert.Contains(t, answer.Text, "These have an answer:\n\n  what does 12/4 recall")
		assert.NotRegexp(t, `[{}|\\[\]]`, answer.Text, "no syntax is shown")
	}
	for _, q := range queries.All() {
		assert.Contains(t, questions.Known(), q.Phrasings[0])
	}
	near := asked(t, a, "when was 12/4 rejected").Text
	assert.Contains(t, near, "The nearest that are known:\n\n  when was resolution 12/4 adopted")
	assert.NotContains(t, near, "treaty articles")
	for question, words := range map[string]string{
		"what does 99/99 recall":                            `No act in the store fits "99/99"; these words stand in no loaded text.`,
		"when was the Kyoto Declaration on Widgets adopted": "Kyoto Declaration on Widgets (instrument/kyoto-declaration) is none.",
	} {
		assert.Contains(t, asked(t, a, question).Text, words, question)
	}
}

// Of several questions those that are understood are answered, and the others said.
func TestWhatIsNotUnderstoodOfSeveralQuestionsIsSaid(t *testing.T) {
	answer := asked(t, answering(t), "what does 12/4 recall and why")
	assert.Contains(t, answer.Text, "Not answered: “why”")
	assert.Contains(t, answer.Text, "76/185")
	assert.False(t, answer.Complete())
}

// Words that no slot may take make a question one that is not understood.
func TestLoosePhrasingsSwallowNoWords(t *testing.T) {
	a := answering(t)
	for _, question := range []string{
		"what does 12/4 not recall", "what recalls 12/4 not", "who sponsored 12/4 not 12/1",
		"does 12/4 never recall 76/185", "what did Albania not sponsor", "when was 12/4 not adopted", "who spoke under item 2 but not item 3",
		"what did the General Assembly recall in 12/4", "who chaired no session", "what was adopted at the next session", "who chaired the previous session",
	} {
		answer := asked(t, a, question)
		assert.False(t, answer.Answered(), "%s: %s", question, answer.Text)
		assert.Nil(t, answer.Data, question)
	}
}

func TestAnswersInWords(t *testing.T) {
	a := answering(t)
	for question, words := range map[string]string{
		"who sponsored 12/4":                                "Albania",
		"who sponsored resolution 12/1 but not 12/4":        "European Union",
		"what does UNODC have to do after this session":     "It also serves Secretariat",
		"what does the secretariat have to do":              "to report by 2026",
		"who must report what to whom by when":              "by 2026",
		"what did Albania do at this session":               "sponsors",
		"what established the Committee of the Whole":       "decision 4/2",
		"what does Albania sponsor":                         "resolution 12/1",
		"which resolutions did Albania co-sponsor":          "2 found",
		"what was sponsored by Albania":                     "resolution 12/4",
		"what sponsors 12/4":                                "Albania",
		"when was 12/4 adopted":                             "meeting 10 of session 12 of CTOC COP",
		"when was 76/185 adopted":                           "the date under which others cite it is 2021-12-16",
		"what did the Conference recall in 12/4":            "4 found",
		"does 12/4 recall 76/185":                           "Yes: CTOC COP resolution 12/4 (Sprockets) recalls General Assembly resolution 76/185.",
		"does 12/4 endorse 76/185":                          "No loaded text says that CTOC COP resolution 12/4 (Sprockets) endorses General Assembly resolution 76/185.",
		"does 12/4 cite decision 4/2":                       "No loaded text says that",
		"was 76/185 cited in 12/4":                          "Yes: ",
		"who chaired the session":                           "Ann  chairs  meeting 10",
		"who spoke under item 2":                            "2 found",
		"who spoke under agenda item 2 (b)":                 "Albania",
		"who spoke on item 21":                              "1 found",
		"which treaty articles does the report cite":        "article 16 of Organized Crime Convention",
		"where is the organized crime convention cited":     "ctoc-cop/resolution/12/4#op1",
		"which recommendations did 12/4 endorse":            "(a) States should mend widgets.",
		"what was endorsed from working group on widgets":   "by resolution 12/4 CTOC COP",
		"path from 12/4 to decision 2/2":                    "3 steps",
		"acts of the twelfth session":                       "3 found",
		"what is cited but not loaded":                      "resolution 76/185",
		"what does resolution 12/1 bear in mind":            "resolution 76/185",
		"what does resolution 12/1 request and of whom?":    "to report by 2026",
		"lineage of decision 12/1":                          "decision 2/2",
		"what cites the kyoto declaration":                  "resolution 12/4",
		"what does general assembly resolution 76/185 cite": "0 found",
	} {
		assert.Contains(t, asked(t, a, question).Text, words, question)
	}
}

func TestAnswersAreReadToTheEnd(t *testing.T) {
	d := graph.Document{ID: "document/long"}
	d.Facts = facts("ga/resolution/80/1", "kind", "Act", "inDocument", "document/long")
	for i := range 250 {
		id := fmt.Sprintf("ga/resolution/70/%d", i)
		d.Facts = append(d.Facts, facts(id, "kind", "Act")...)
		d.Statements = append(d.Statements, graph.Statement{Subject: "ga/resolution/80/1", Relation: "recalls", Object: id,
			Evidence: graph.Evidence{Document: d.ID, Paragraph: "ga/resolution/80/1#pp1", Start: i, End: i + 1}})
	}
	snap := snapshot.New([]graph.Document{d})
	a, err := New(func() *snapshot.Snapshot { return snap }, Options{})
	require.NoError(t, err)
	for _, question := range []string{"what does 80/1 recall", "what is cited but not loaded"} {
		assert.Contains(t, asked(t, a, question).Text, "250 found; ", question)
	}
}

func TestTheFieldAskAnswers(t *testing.T) {
	a := answering(t)
	r := ask(t, a, `{ ask(question: "what does 12/4 recall") { query variables text candidates { id } complete data } }`)
	assert.Equal(t, "recalls", r.get("ask query"))
	assert.Equal(t, true, r.get("ask complete"))
	assert.Len(t, r.get("ask data act recalls edges"), 4)
}

// What an answer says in words, it also gives as data.
func TestTheFieldAskGivesWhatItKeeps(t *testing.T) {
	a := answering(t)
	r := ask(t, a, `{ ask(question: "what does 12/1 recall") { sentence verdict } }`)
	assert.Contains(t, r.get("ask sentence"), "may mean 2 things")
	r = ask(t, a, `{ ask(question: "who sponsored resolution 12/1 but not 12/4") { sentence remarks columns verdict
		rows { cells node { id } } statements subjects { id } comparison { relation } suggestions { question } } }`)
	assert.Contains(t, r.get("ask sentence"), "but not CTOC COP resolution 12/4")
	assert.Nil(t, r.get("ask verdict"))
	assert.Equal(t, []any{"paragraph", "who"}, r.get("ask columns"))
	assert.Equal(t, []any{"group/european-union"}, r.each("ask rows", "node id"))
	assert.Equal(t, []any{"group/european-union"}, r.each("ask statements", "source"), "without what the other act has too")
	assert.Equal(t, []any{"ctoc-cop/resolution/12/1", "ctoc-cop/resolution/12/4"}, r.each("ask subjects", "id"))
	assert.Nil(t, r.get("ask comparison"))
	r = ask(t, a, `{ ask(question: "who sponsored both resolution 12/1 and 12/4") { comparison { first { id } second { id } relation } } }`)
	assert.Equal(t, map[string]any{"first": map[string]any{"id": "ctoc-cop/resolution/12/1"},
		"second": map[string]any{"id": "ctoc-cop/resolution/12/4"}, "relation": "sponsoredBy"}, r.get("ask comparison"))
	r = ask(t, a, `{ ask(question: "does 12/4 endorse 76/185") { verdict } }`)
	assert.Equal(t, false, r.get("ask verdict"))
	r = ask(t, a, `{ ask(question: "what is resolution 12/4") { profile rows { cells node { id } } } }`)
	assert.Equal(t, true, r.get("ask profile"))
}

func TestTheFieldAskLeadsOn(t *testing.T) {
	a := answering(t)
	r := ask(t, a, `{ ask(question: "albania") { complete named { id } entities { id } passages { snippet node { id } } } }`)
	assert.Equal(t, []any{"state/alb"}, r.each("ask named", "id"))
	r = ask(t, a, `{ ask(question: "when was 12/4 rejected") { suggestions { question title whole } } }`)
	assert.Equal(t, map[string]any{"question": "when was resolution 12/4 adopted", "title": "When was an act adopted?", "whole": true},
		r.get("ask suggestions").([]any)[0])
	r = ask(t, a, `{ examples offers(words: "alba") { questions entities { id } } body(id: "ctoc-cop") { shortName } }`)
	assert.Contains(t, r.get("examples"), "what does 12/4 recall")
	assert.Equal(t, []any{"what did Albania do at this session", "what did Albania sponsor"}, r.get("offers questions"))
	assert.Equal(t, []any{"state/alb"}, r.each("offers entities", "id"))
	assert.Equal(t, "CTOC COP", r.get("body shortName"))
}
