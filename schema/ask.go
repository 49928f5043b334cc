package schema

import (
	"context"
	"encoding/json"

	"mandategraph/graph/snapshot"
	"mandategraph/queries"
	questions "mandategraph/queries/ask"
)

// Answer is what [API.Ask] gives.
type Answer = questions.Answer

// Ask answers a question in words by one of the saved queries, in a slot and
// with the deadline of a request. What it cannot answer is no error: the answer
// then says why, and what to ask instead.
func (a *API) Ask(ctx context.Context, question string) (Answer, error) {
	if r := requestFrom(ctx); r != nil {
		return a.reader(r.view).Answer(ctx, question)
	}
	ctx, cancel := context.WithTimeout(ctx, a.options.Timeout)
	defer cancel()
	if err := a.slots.take(ctx); err != nil {
		return Answer{}, errBusy
	}
	defer a.slots.give()
	r := a.request(ctx, a.view())
	return a.reader(r.view).Answer(r.ctx, question)
}

// reader reads questions about a view.
func (a *API) reader(v *view) *questions.Reader { return questions.New(v.Snapshot, index{v}, a.saved) }

// saved executes a saved query in the request of a context and decodes its data.
func (a *API) saved(ctx context.Context, q queries.Query, variables map[string]any) (map[string]any, error) {
	result := a.inProcess(ctx, params{query: q.Text, operationName: q.Name, encoded: true}, variables)
	if len(result.Errors) > 0 {
		return nil, &fault{code: result.Errors[0].Code(), message: result.Errors[0].Message}
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

func (v index) Below(kind, prefix string) []snapshot.Node     { return v.below(kind, prefix) }
func (v index) OwnerOf(n snapshot.Node) string                { return v.ownerOf(n) }
func (v index) ActsAbout(words string) map[snapshot.Node]bool { return v.actsAbout(words) }
func (v index) EachDiagnostic(visit func(reason, paragraph string)) {
	for _, d := range v.diagnostics() {
		visit(d.Reason, d.Paragraph)
	}
}
