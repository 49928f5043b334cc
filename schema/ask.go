package schema

import (
	"context"
	"encoding/json"

	"mandategraph/graph/snapshot"
	"mandategraph/queries"
	questions "mandategraph/queries/ask"
	"mandategraph/schema/guard"
)

// Answer is what [API.Ask] gives.
type Answer = questions.Answer

// Ask answers a question in words by one of the saved queries, in a place and
// with the deadline of a request. What it cannot answer is no error: the answer
// then says why, and what to ask instead.
func (a *API) Ask(ctx context.Context, question string) (Answer, error) {
	if r := requestFrom(ctx); r != nil {
		return a.reader(r.view).Answer(ctx, question)
	}
	ctx, cancel := context.WithTimeout(ctx, a.options.Timeout)
	defer cancel()
	inside, leave, err := a.Enter(ctx)
	if err != nil {
		return Answer{}, err
	}
	defer leave()
	return a.reader(requestFrom(inside).view).Answer(inside, question)
}

// reader reads questions about a view.
func (a *API) reader(v *view) *questions.Reader { return questions.New(v.Snapshot, index{v}, a.saved) }

// saved executes a saved query in the request of a context and decodes its data.
func (a *API) saved(ctx context.Context, q queries.Query, variables map[string]any) (map[string]any, error) {
	result := a.inProcess(ctx, Params{Query: q.Text, OperationName: q.Name, Encoded: true}, variables)
	if len(result.Errors) > 0 {
		return nil, &guard.Fault{Code: result.Errors[0].Code(), Message: result.Errors[0].Message}
	}
	encoded, err := json.Marshal(result)
	if err != nil {
		return nil, err
	}
	var decoded struct{ Data map[string]any }
	return decoded.Data, json.Unmarshal(encoded, &decoded)
}

// An index is a view as questions look things up in it.
type index struct{ *view }

func (v index) Having(property string, value snapshot.Node, kind string) []snapshot.Node {
	return v.having(property, value, kind)
}

func (v index) Below(kind, prefix string) []snapshot.Node { return v.below(kind, prefix) }

func (v index) OwnerOf(n snapshot.Node) string { return v.ownerOf(n) }

func (v index) ActsAbout(ctx context.Context, words string) map[snapshot.Node]bool {
	acts, _ := v.actsAbout(ctx, words)
	return acts
}

func (v index) EachDiagnostic(visit func(reason, paragraph string)) {
	for _, d := range v.diagnostics() {
		visit(d.Reason, d.Paragraph)
	}
}

// Named are the ids of the entities that a text may mean: the one with that id,
// acts that fit it as a reference, else what has it as a name. It is for one who has
// not entered a request.
func (a *API) Named(ctx context.Context, text string) ([]string, error) {
	ctx, cancel := context.WithTimeout(ctx, a.options.Timeout)
	defer cancel()
	inside, leave, err := a.Enter(ctx)
	if err != nil {
		return nil, err
	}
	defer leave()
	v := requestFrom(inside).view
	var ids []string
	for _, n := range a.reader(v).Named(inside, text) {
		ids = append(ids, v.ID(n))
	}
	return ids, inside.Err()
}
