package schema

import "github.com/graphql-go/graphql"

// askRows are the question in words.
func (b *builder) askRows() []field {
	answer := b.object("Answer", "What a question in words found.", nil, func() []field {
		return []field{
			{name: "query", typ: graphql.String, doc: "The name of the saved query that fits the question.", text: text(func(a answered) string { return a.Query })},
			{name: "variables", typ: b.json, doc: "The values that the question supplied.", resolve: of(func(a answered) any { return a.Variables })},
			{name: "parse", typ: graphql.String, doc: "How the question was understood.", text: text(func(a answered) string { return a.Parse })},
			{name: "text", typ: graphql.String, doc: "The answer in words.", text: text(func(a answered) string { return a.Text })},
			{name: "data", typ: b.json, doc: "The result of the saved query.", resolve: of(func(a answered) any { return a.Data })},
			{name: "complete", typ: required(graphql.Boolean), doc: "Whether the question was understood and answered whole: false where it is ambiguous or no saved query fits.", resolve: of(func(a answered) any { return a.Complete() })},
			{name: "candidates", typ: listOf(b.entity), weight: inherit, doc: "The entities that an ambiguous question may mean.", resolve: of(func(a answered) any { return a.candidates() })},
		}
	})
	question := argument{name: "question", typ: required(graphql.String), doc: "A question, for example: what does 12/4 recall"}
	return []field{{name: "ask", typ: required(answer), args: []argument{question}, weight: fixedWeight(200), doc: "The answer to a question in words, by one of the saved queries.", resolve: func(c call) (any, error) {
		a, err := c.request.ask(c.ctx, c.string("question"))
		return answered{c.request.view, a}, err
	}}}
}

// An answered question with the view that its candidates belong to.
type answered struct {
	*view
	Answer
}

func (a answered) candidates() any {
	list := make([]entity, len(a.Candidates))
	for i, n := range a.Candidates {
		list[i] = entity{a.view, n}
	}
	return list
}
