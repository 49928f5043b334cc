package ask

import (
	"context"
	"errors"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
	"mandategraph/queries"
)

// bare is an index of a snapshot that has nothing to look up.
type bare struct{}

func (bare) Having(string, snapshot.Node, string) []snapshot.Node { return nil }

func (bare) Below(string, string) []snapshot.Node { return nil }

func (bare) OwnerOf(snapshot.Node) string { return "" }

func (bare) ActsAbout(context.Context, string) map[snapshot.Node]bool { return nil }

func (bare) EachDiagnostic(visit func(reason, paragraph string)) {
	visit("unresolved: no such act", "ga/resolution/76/185#pp1")
	visit("orphan footnote", "ga/resolution/76/185#pp1")
}

// reading is a reader over two acts, a State and a treaty; run stands for the
// saved queries.
func reading(run Execute) *Reader {
	d := graph.Document{ID: "document/x", Source: "x"}
	for _, f := range [][3]string{
		{"ga/resolution/76/185", "kind", "Act"}, {"ga/resolution/76/185", "title", "Widgets"},
		{"ga/resolution/76/185", "inDocument", "document/x"}, {"hrc/resolution/76/185", "kind", "Act"},
		{"ctoc-cop/decision/2/2", "kind", "Act"}, {"state/alb", "kind", "State"}, {"state/alb", "name", "Albania"},
		{"treaty/untoc", "kind", "Treaty"}, {"treaty/untoc", "title", "Organized Crime Convention"},
	} {
		d.Facts = append(d.Facts, graph.Fact{Subject: f[0], Property: f[1], Value: f[2]})
	}
	d.Normalize()
	return New(snapshot.New([]graph.Document{d}), bare{}, run)
}

// edges is what a saved query returns where it has one page.
func edges(list ...any) map[string]any {
	return map[string]any{"pageInfo": map[string]any{"hasNextPage": false}, "edges": list}
}

// nothing is what a query returns that finds nothing.
func nothing(context.Context, queries.Query, map[string]any) (map[string]any, error) {
	return map[string]any{}, nil
}

func answer(t *testing.T, r *Reader, question string) Answer {
	t.Helper()
	a, err := r.Answer(context.Background(), question)
	require.NoError(t, err)
	return a
}

func ids(r *Reader, nodes []snapshot.Node) []string {
	var list []string
	for _, n := range nodes {
		list = append(list, r.ID(n))
	}
	return list
}

func TestEverySavedQueryHasAForm(t *testing.T) {
	for _, q := range queries.All() {
		assert.NotEmpty(t, forms[q.Name].header, q.Name)
		assert.NotEmpty(t, forms[q.Name].columns, q.Name)
	}
	assert.Len(t, forms, len(queries.All()))
}

// What the text says, the other fields say as data.
func TestAnAnswerIsData(t *testing.T) {
	statement := map[string]any{"statement": "x#s1", "source": "ga/resolution/76/185",
		"relation": "requests", "verb": "Requests", "locator": "op1",
		"target": "ctoc-cop/decision/2/2", "node": map[string]any{"id": "ctoc-cop/decision/2/2"},
		"mandate": map[string]any{"id": "ga/resolution/76/185#op1/mandate/1", "clause": "to mend them"}}
	r := reading(func(_ context.Context, q queries.Query, variables map[string]any) (map[string]any, error) {
		assert.Equal(t, "requests", q.Name)
		assert.Equal(t, map[string]any{"act": "ga/resolution/76/185"}, variables)
		return map[string]any{"act": map[string]any{"requests": edges(statement)}}, nil
	})
	a := answer(t, r, "what does General Assembly resolution 76/185 request and of whom?")
	assert.Equal(t, "General Assembly resolution 76/185 (Widgets) requests:", a.Sentence)
	assert.Nil(t, a.Verdict)
	assert.Equal(t, []string{
		"1 found; 1 mention in this text left unresolved; 1 of the acts is not loaded itself"}, a.Remarks)
	assert.Equal(t, []string{"title", "verb", "locator"}, a.Columns)
	require.Len(t, a.Rows, 1)
	assert.Equal(t, []string{"", "Requests", "op1"}, a.Rows[0].Cells)
	assert.Equal(t, []string{"to mend them"}, a.Rows[0].Details)
	assert.Equal(t, "ctoc-cop/decision/2/2", r.ID(a.Rows[0].Node))
	assert.Equal(t, []string{"ga/resolution/76/185"}, ids(r, a.Subjects))
	require.Len(t, a.Statements, 1)
	assert.Equal(t, "to mend them", a.Statements[0]["clause"])
	assert.NotContains(t, a.Statements[0], "mandate")
	assert.Contains(t, a.Text, a.Sentence+"\n\n  Requests  op1\n      to mend them\n\n"+a.Remarks[0]+"\n")
}

func TestAQuestionWhetherHasAVerdict(t *testing.T) {
	found := edges()
	r := reading(func(context.Context, queries.Query, map[string]any) (map[string]any, error) {
		return map[string]any{"statements": found}, nil
	})
	const question = "does General Assembly resolution 76/185 recall decision 2/2"
	assert.Equal(t, false, *answer(t, r, question).Verdict)
	found = edges(map[string]any{"statement": "x#s1", "source": "a"})
	a := answer(t, r, question)
	assert.Equal(t, true, *a.Verdict)
	assert.Contains(t, a.Sentence, "Yes: General Assembly resolution 76/185 (Widgets) recalls CTOC COP decision 2/2.")
}

func TestWhatHasNoAnswerIsLedOn(t *testing.T) {
	r := reading(nothing)
	a := answer(t, r, "what does 76/185 recall")
	assert.Equal(t, []string{"ga/resolution/76/185", "hrc/resolution/76/185"}, ids(r, a.Candidates))
	assert.Equal(t, []Suggestion{{"what does ga/resolution/76/185 recall", "", true},
		{"what does hrc/resolution/76/185 recall", "", true}}, a.Suggestions)

	a = answer(t, r, "when was 76/185 rejected")
	assert.Contains(t, a.Sentence, "The nearest that are known:")
	assert.Equal(t, Suggestion{
		"when was General Assembly resolution 76/185 adopted", "When was an act adopted?", true,
	}, a.Suggestions[0])

	assert.Len(t, answer(t, r, "resolution 76/185").Named, 2)
	assert.Equal(t, []string{"state/alb"}, ids(r, answer(t, r, "albania").Named))
	a = answer(t, r, "99/9")
	assert.Equal(t, "There is no 99/9 in the loaded texts.", a.Sentence)
	assert.Empty(t, a.Suggestions)
	assert.Contains(t, a.Text, "I do not know the question", "what a terminal is told stays")
}

func TestErrorsAreHandedOn(t *testing.T) {
	failure := errors.New("late")
	r := reading(func(context.Context, queries.Query, map[string]any) (map[string]any, error) { return nil, failure })
	_, err := r.Answer(context.Background(), "what cites the Organized Crime Convention")
	assert.ErrorIs(t, err, failure)
}

func TestSuggestions(t *testing.T) {
	r := reading(nothing)
	assert.Equal(t, []string{"what does General Assembly resolution 76/185 recall",
		"who sponsored General Assembly resolution 76/185",
		"what cites General Assembly resolution 76/185", "what does General Assembly resolution 76/185 request and of whom",
		"lineage of General Assembly resolution 76/185",
		"how did States vote on General Assembly resolution 76/185", "who must report what to whom by when",
		"what is cited but not loaded"}, r.Examples())
	questions, entities := r.Suggest(context.Background(), "what does 76/185 re")
	assert.Equal(t, []string{"what does General Assembly resolution 76/185 recall",
		"what does General Assembly resolution 76/185 request and of whom",
		"what does Human Rights Council resolution 76/185 recall",
		"what does Human Rights Council resolution 76/185 request and of whom"}, questions)
	assert.Equal(t, []string{"ga/resolution/76/185", "hrc/resolution/76/185"}, ids(r, entities))
	questions, entities = r.Suggest(context.Background(), "a")
	assert.Empty(t, questions)
	assert.Empty(t, entities)
}

func TestWhatAQuestionNames(t *testing.T) {
	for words, want := range map[string]string{
		"what does 12/4 recall?":                  "12/4",
		"where is the Firearms Protocol cited":    "Firearms Protocol",
		"Who cites the Convention on the Law of,": "Convention on the Law",
		"lineage of mexico":                       "of mexico",
	} {
		assert.Equal(t, want, reference(words), words)
	}
}
