package layout

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/graph/snapshot"
	"mandategraph/graph/store"
	"mandategraph/loader"
	"mandategraph/queries"
	"mandategraph/schema"
)

var update = flag.Bool("update", false, "accept the answers as golden; read them before")

// journey walks the sample from its bytes to an API over a store.
func journey(t testing.TB) *schema.API {
	ctx := context.Background()
	read := sample(t)
	st, err := store.Open(ctx, "bbolt:"+filepath.Join(t.TempDir(), "journey.db"), store.Options{})
	require.NoError(t, err)
	t.Cleanup(func() { assert.NoError(t, st.Close()) })
	_, err = st.Replace(ctx, loader.ReferenceData())
	require.NoError(t, err)
	change, err := st.Replace(ctx, read.Document)
	require.NoError(t, err)
	assert.Positive(t, change.Added)
	again, err := st.Replace(ctx, read.Document)
	require.NoError(t, err)
	assert.Equal(t, store.Change{}, again, "the same document again changes nothing")
	snap, err := st.Snapshot(ctx)
	require.NoError(t, err)
	api, err := schema.New(func() *snapshot.Snapshot { return snap }, schema.Options{})
	require.NoError(t, err)
	return api
}

// questions to the sample, each with an answer that was read against the text.
var questions = map[string]string{
	"recalls":           "what does 12/4 recall",
	"ambiguous":         "what does 12/1 recall",
	"citations":         "what does 12/3 cite",
	"citedBy":           "what cites resolution 9/1",
	"sponsors":          "who sponsored 12/3",
	"sponsoredBoth":     "who sponsored both 12/3 and 12/4",
	"sponsoredNot":      "who sponsored 12/3 but not 12/4",
	"requests":          "what does 12/4 request and of whom",
	"endorsedFrom":      "what was endorsed from the Working Group on International Cooperation",
	"lineage":           "lineage of resolution 12/1",
	"path":              "path from ctoc-cop/resolution/12/1 to ctoc-cop/decision/2/2",
	"actsOfSession":     "acts of session 12",
	"treaty":            "where is the Firearms Protocol cited",
	"notLoaded":         "what is cited but not loaded",
	"duties":            "who must report what to whom by when",
	"tasksOf":           "what does UNODC have to do after this session",
	"doings":            "what did Mexico do at this session",
	"treatyArticles":    "which treaty articles does the report cite",
	"established":       "what established the Committee of the Whole",
	"recommendationsOf": "which recommendations did resolution 12/2 endorse and where were they adopted",
	"relations":         "what does 12/3 take note of",
	"relationsTo":       "what recalls resolution 11/3",
	"sponsored":         "what does Brazil sponsor",
	"whether":           "does 12/4 recall 76/185",
	"whetherCites":      "does 12/4 cite resolution 11/3",
	"whetherSponsored":  "did Brazil sponsor 12/4",
	"about":             "what is resolution 12/4",
	"deadlines":         "what is the deadline of 12/4",
	"asksOf":            "what does 12/4 request the secretariat to do",
	"citesKind":         "which articles does resolution 12/1 cite",
	"actsAbout":         "which resolutions deal with firearms",
	"spokeOn":           "on what did Mexico speak",
	"misspelt":          "waht does resoluton 12/4 of the Conference recal",
	"adoption":          "when was 12/4 adopted",
	"voted":             "how did States vote on 12/4",
	"stand":             "what did Chile sponsor and how did it vote",
	"renewals":          "what was renewed or extended how often",
	"lifecycle":         "life of the Working Group on International Cooperation",
	"requestsDue":       "what is due from the secretariat",
	"endless":           "mandates without an end",
	"endsBefore":        "what ends before 31 December 2030",
	"chairs":            "who chaired the session",
	"speakers":          "who spoke under item 2",
	"endorsedIn":        "what did the Conference endorse in 12/2",
	"passages":          "what does 12/4 say about wildlife",
	"story":             "history of the Working Group on Firearms",
	"storyBetween":      "from decision 2/2 to ctoc-cop/resolution/12/1",
	"wayBack":           "path from resolution 76/185 to resolution 12/4",
	"otherVerbs":        "what does resolution 12/4 extend",
	"notTold":           "did Albania sponsor resolution 76/185",
	"notUnderstood":     "what does 12/4 not recall",
	"notKnown":          "what cites resolution 55/25",
}

func TestAnswersFromTheSample(t *testing.T) {
	api := journey(t)
	for name, question := range questions {
		answer, err := api.Ask(context.Background(), question)
		require.NoError(t, err, question)
		golden := filepath.Join("testdata", "answers", name+".txt")
		text := "> " + question + "\n\n" + answer.Text + "\n"
		if *update {
			require.NoError(t, os.MkdirAll(filepath.Dir(golden), 0o755))
			require.NoError(t, os.WriteFile(golden, []byte(text), 0o644))
		}
		want, err := os.ReadFile(golden)
		require.NoError(t, err)
		assert.Equal(t, string(want), text, question)
	}
	for _, q := range queries.All() {
		assert.Contains(t, questions, q.Name, "every saved question has a reviewed answer")
		assert.Empty(t, api.Execute(context.Background(), q.Text, q.Variables, "").Errors, "the example of %s", q.Name)
	}
}

// The queries that clients rely on, as they are written in the documentation.
func TestQueriesOfTheContract(t *testing.T) {
	api := journey(t)
	for text, check := range map[string]func(map[string]any){
		`{ resolution(number: "12/4", body: "ctoc-cop") { id number title adoptedOn
		    recalls(first: 50) { totalCount edges { relation verb locator quote node { id ... on Act { number title } } } } } }`: func(d map[string]any) {
			r := d["resolution"].(map[string]any)
			assert.Equal(t, "2024-10-18", r["adoptedOn"])
			assert.EqualValues(t, 15, r["recalls"].(map[string]any)["totalCount"])
		},
		`{ lineage(id: "ctoc-cop/resolution/12/1", direction: BACKWARD, depth: 3) {
		    nodes { id distance } edges { source target relation locator } } }`: func(d map[string]any) {
			assert.Greater(t, len(d["lineage"].(map[string]any)["nodes"].([]any)), 11)
		},
		`{ path(from: "ctoc-cop/resolution/12/1", to: "ctoc-cop/decision/2/2") { length paths { edges { source target relation quote } } } }`: func(d map[string]any) {
			assert.EqualValues(t, 1, d["path"].(map[string]any)["length"])
		},
		`{ ask(question: "what does 12/4 recall") { query variables text candidates { id } } }`: func(d map[string]any) {
			assert.Contains(t, d["ask"].(map[string]any)["text"], "15 found; nothing in this text left unresolved; 14 of the acts are not loaded themselves")
		},
	} {
		check(query(t, api, text))
	}
}

// query runs a query that must succeed and gives its data as a client decodes it.
func query(t testing.TB, api *schema.API, text string) map[string]any {
	t.Helper()
	result := api.Execute(context.Background(), text, nil, "")
	require.Empty(t, result.Errors, text)
	encoded, err := json.Marshal(result)
	require.NoError(t, err)
	var decoded struct{ Data map[string]any }
	require.NoError(t, json.Unmarshal(encoded, &decoded))
	return decoded.Data
}

// Loading the sample: reading it and writing it durably into an empty store.
func BenchmarkLoadSampleIntoStore(b *testing.B) {
	ctx := context.Background()
	data, err := os.ReadFile(sampleFile)
	require.NoError(b, err)
	b.SetBytes(int64(len(data)))
	for n := 0; b.Loop(); n++ {
		read, err := loader.Load(context.Background(), "cop12-report.txt", data, loader.Options{})
		require.NoError(b, err)
		b.StopTimer()
		store, err := store.Open(ctx, "bbolt:"+filepath.Join(b.TempDir(), fmt.Sprint(n, ".db")), store.Options{})
		require.NoError(b, err)
		b.StartTimer()
		_, err = store.Replace(ctx, read.Document)
		require.NoError(b, err)
		b.StopTimer()
		require.NoError(b, store.Close())
		b.StartTimer()
	}
}
