package layout

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
	"mandategraph/loader"
	"mandategraph/schema"
)

// Two acts about a mission that nobody has heard of.
var ferryTexts = []string{`S/RES/3901 (2041)

Security Council

Distr.: General
14 March 2041

Resolution 3901 (2041)

Adopted by the Security Council at its 11203rd meeting, on 14 March 2041

The Security Council,

Noting with concern the closing of the ferry lines,

1. Decides to establish a United Nations Ferry Mission in the Outer Isles (UNFMOI) for an initial period of six months;

2. Requests the Secretary-General to report to the Council every three months on lighthouses;

3. Decides to remain seized of the matter.
`, `S/RES/3950 (2047)

Security Council

Distr.: General
2 September 2047

Resolution 3950 (2047)

Adopted by the Security Council at its 11590th meeting, on 2 September 2047

The Security Council,

Recalling its resolution 3901 (2041) of 14 March 2041,

Recalling the importance of lighthouses and buoys for the islanders,

1. Reaffirms its resolution 3901 (2041);

2. Decides to extend until 31 March 2048 the mandate of UNFMOI;

3. Calls upon the parties to keep the ferry lines open.
`}

// ferries is an API over these texts, and more.
func ferries(t testing.TB, more ...string) *schema.API {
	documents := []graph.Document{loader.ReferenceData()}
	for _, text := range slices.Concat(ferryTexts, more) {
		read, err := loader.Load(context.Background(), "ferry.txt", []byte(text), loader.Options{})
		require.NoError(t, err)
		documents = append(documents, read.Document)
	}
	snap := snapshot.New(documents)
	api, err := schema.New(func() *snapshot.Snapshot { return snap }, schema.Options{})
	require.NoError(t, err)
	return api
}

func told(t testing.TB, api *schema.API, question string) schema.Answer {
	t.Helper()
	answer, err := api.Ask(context.Background(), question)
	require.NoError(t, err, question)
	return answer
}

// What an answer lacks is said with it, and never is it called complete that is not.
func TestAnswersSayHowCompleteTheyAre(t *testing.T) {
	api := ferries(t)
	for question, want := range map[string]struct{ state, text string }{
		"what does resolution 3950 reaffirm": {"COMPLETE", "1 found; nothing in this text left unresolved"},
		"what does resolution 3950 recall": {"RELATION_NOT_READ", "1 found; 1 paragraph begins with the verb and is not among the results, " +
			"as its object is no act, body or other thing with an id (pp2)"},
		"who sponsored resolution 3950":                           {"RELATION_NOT_READ", "0 found; this is told by reports of sessions"},
		"waht does resoluton 3950 reaffirm":                       {"READING_GUESSED", "the question was read as said above"},
		"history of UNFMOI":                                       {"NOT_LOADED", "of 1 time no loaded text was found that names it"},
		"does resolution 3950 endorse resolution 3901":            {"COMPLETE", "But Security Council resolution 3950 reaffirms it and recalls it."},
		"what does resolution 3950 endorse":                       {"COMPLETE", "endorses nothing that was read; it extends 1, reaffirms 1 and recalls 1"},
		"what does resolution 3901 call upon":                     {"COMPLETE", "0 found; nothing in this text"},
		"what does resolution 3901 note":                          {"RELATION_NOT_READ", "sc/resolution/3901#pp1\n      Noting with concern the closing of the ferry lines,"},
		"what renews UNFMOI":                                      {"COMPLETE", "Nothing that was read renews it; by other verbs: establishes 1 and extends 1."},
		"path from resolution 3901 to resolution 3950":            {"COMPLETE", "A way leads back: from Security Council resolution 3950 to Security Council resolution 3901 in 1 step."},
		"what does the Lighthouse Committee of the Isles request": {"UNANSWERED", "no paragraph has all these words"},
		"what does resolution 1325 recall":                        {"UNANSWERED", "these words stand in no loaded text"},
	} {
		answer := told(t, api, question)
		assert.Equal(t, want.state, string(answer.Completeness.State), "%s: %s", question, answer.Text)
		assert.Contains(t, answer.Text, want.text, question)
		assert.Equal(t, want.state == "COMPLETE", answer.Complete(), question)
	}
	near := told(t, api, "what does resolution 3950 endorse").Suggestions
	require.Len(t, near, 3)
	assert.Contains(t, told(t, api, near[0].Question).Text, "1 found", "what is offered instead has an answer: %s", near[0].Question)
}

// Paragraphs are found by their words, those with all of them first.
func TestPassages(t *testing.T) {
	api := ferries(t)
	answer := told(t, api, "which paragraphs mention ferry lines")
	assert.Equal(t, 2, answer.Completeness.Found)
	assert.Contains(t, answer.Text, "resolution 3901  Security Council  2041-03-14  sc/resolution/3901#pp1")
	assert.Contains(t, answer.Text, "Noting with concern the closing of the *ferry* *lines*,")
	require.Len(t, answer.Passages, 2)
	for _, p := range answer.Passages {
		require.Len(t, p.Matches, 2)
		runes := []rune(p.Text)
		assert.Equal(t, "ferry", string(runes[p.Matches[0].Start:p.Matches[0].End]))
	}
	answer = told(t, api, "what does resolution 3950 say about lighthouses")
	assert.Equal(t, "Passages on “lighthouses” in Security Council resolution 3950:", answer.Sentence)
	assert.Equal(t, 1, answer.Completeness.Found)
	answer = told(t, api, "which paragraphs mention lighthouses in winter storms")
	assert.Contains(t, answer.Text, "No paragraph has all of the words; these have the most of them, the first one without “winter”, “storms”.")

	for filter, want := range map[string]int{
		`from: "2042"`: 1, `to: "2041-03"`: 1, `from: "2041", to: "2047"`: 2, `body: "sc"`: 2, `body: "General Assembly"`: 0,
		`kinds: [decision]`: 0, `kinds: [resolution]`: 2, `within: ["sc/resolution/3901"]`: 1, `within: ["body/sc"]`: 2,
		`within: ["sc/resolution/3950#pp2", "document/S/RES/3901"]`: 2,
	} {
		result := query(t, api, `{ passages(words: "the lighthouses", `+filter+`) { totalCount } }`)
		assert.EqualValues(t, want, result["passages"].(map[string]any)["totalCount"], filter)
	}
}

// A story tells in dated sentences what statements say, with its gaps.
func TestStories(t *testing.T) {
	api := ferries(t)
	answer := told(t, api, "history of UNFMOI")
	require.NotNil(t, answer.Story)
	var sentences []string
	for _, s := range answer.Story.Sentences {
		sentences = append(sentences, s.Date+" "+s.Text)
		assert.Equal(t, !s.Gap, len(s.Edges) > 0, "each sentence has its proof: %s", s.Text)
	}
	assert.Equal(t, []string{
		"2041-03-14 Security Council resolution 3901 established the UNFMOI until 2041-09-14.",
		"2041-09-14 Between 2041-09-14 and 2047-09-02 nothing that carried it on was read.",
		"2047-09-02 Security Council resolution 3950 extended the UNFMOI until 2048-03-31.",
	}, sentences)
	assert.Contains(t, answer.Text, "op2 “2. Decides to extend until 31 March 2048 the mandate of UNFMOI;”")

	followed := told(t, api, "what followed resolution 3901")
	assert.Contains(t, followed.Text, "2047-09-02  Security Council resolution 3950 recalled and reaffirmed Security Council resolution 3901.")
	between := told(t, api, "from resolution 3901 to resolution 3950")
	assert.Contains(t, between.Text, "2041-03-14  Security Council resolution 3901 was adopted at meeting 11203 of Security Council")
	assert.Contains(t, told(t, api, "how did UNFMOI start and who extended it").Text, "2047-09-02  extends      Security Council resolution 3950")

	result := query(t, api, `{ story(id: "body/unfmoi", scope: LIFE) { total sentences { date gap act { id } quote statements { quote } } } }`)
	assert.EqualValues(t, 3, result["story"].(map[string]any)["total"])
	result = query(t, api, `{ ask(question: "history of UNFMOI") { graphql reading { line parts { words entities { id } } }
		completeness { state found lacks { state count text } } story { sentences { text } } } }`)
	asked := result["ask"].(map[string]any)
	assert.Equal(t, "What happened to something? · UNFMOI", asked["reading"].(map[string]any)["line"])
	assert.Equal(t, "NOT_LOADED", asked["completeness"].(map[string]any)["state"])
	assert.Len(t, asked["story"].(map[string]any)["sentences"], 3)
	assert.Contains(t, asked["graphql"], "story(id: $thing")
}

// That nothing is loaded of a time is not said where a text of that time has the
// name.
func TestStoriesDoNotDenyWhatTextsSay(t *testing.T) {
	api := ferries(t, `S/RES/3920 (2044)

Security Council

Distr.: General
5 May 2044

Resolution 3920 (2044)

Adopted by the Security Council at its 11400th meeting, on 5 May 2044

The Security Council,

Emphasizing that the presence of UNFMOI continues to calm the waters,

1. Calls upon the parties to repair the piers.
`)
	for _, question := range []string{"history of UNFMOI", "life of UNFMOI"} {
		answer := told(t, api, question)
		assert.Contains(t, strings.Join(strings.Fields(answer.Text), " "),
			"Between 2041-09-14 and 2047-09-02 nothing that carried it on was read, but sc/resolution/3920#pp1 names it.", question)
		assert.Equal(t, "RELATION_NOT_READ", string(answer.Completeness.State), question)
	}
	assert.Contains(t, told(t, api, "life of UNFMOI").Remarks[0], "The last end that is known is 2048-03-31.")
}

// What a question leaves open is answered by passages, never by a nought or by
// another question.
func TestQuestionsThatAskForMoreThanWasRead(t *testing.T) {
	api := ferries(t)
	for question, want := range map[string]string{
		// A duty, not the day on which the act was adopted.
		"who must report to whom under resolution 3901 (2041) and by when": "3901#op2",
		"by when does the Secretary-General have to report under 3901":     "3901#op2",
		"until when was UNFMOI extended by the Security Council":           "2048-03-31",
	} {
		a := told(t, api, question)
		assert.NotContains(t, a.Text, "Date of adoption", question)
		assert.Contains(t, a.Text, want, question)
	}
	a := told(t, api, "what does 3950 (2047) say about buoys")
	assert.Contains(t, a.Text, "Recalling the importance of lighthouses and *buoys* for the islanders,", "a paragraph is whole")
}

func TestWhatIsCitedMostIsAskedInEitherOrder(t *testing.T) {
	api := ferries(t)
	for _, question := range []string{"most cited resolutions", "what are the most cited resolutions", "which resolutions are cited most"} {
		assert.Contains(t, told(t, api, question).Text, "resolution 3901", question)
	}
	assert.Contains(t, told(t, api, "which resolutions are recalled most").Text, "Security Council resolution 3901")
	assert.NotContains(t, told(t, api, "which decisions are recalled most").Text, "3901")
}

// Yes and no answer the whole of a question or are not said.
func TestNoHalfOfAQuestionIsAffirmedOrDenied(t *testing.T) {
	api := ferries(t)
	for question, want := range map[string]string{
		"does resolution 3901 (2041) mention the Secretary-General":       "3901#op2",
		"was UNFMOI extended until 31 March 2099":                         "2048-03-31",
		"which resolution extended UNFMOI until 31 March 2099":            "2048-03-31",
		"was UNFMOI extended":                                             "Yes:",
		"did resolution 3950 (2047) reaffirm 3901 (2041) and 1325 (2000)": "3901",
	} {
		a := told(t, api, question)
		assert.Contains(t, a.Text, want, question)
		if want != "Yes:" {
			assert.NotContains(t, a.Text, "Yes:", question)
			assert.NotContains(t, a.Text, "No loaded text says", question)
		}
	}
}
