package schema

import (
	"github.com/graphql-go/graphql"

	"mandategraph/graph/snapshot"
	questions "mandategraph/queries/ask"
)

// askRows are the question in words, and what a search box offers.
func (b *builder) askRows() []field {
	b.answer = b.object("Answer", "What a question in words found.", nil, b.answerRows)
	offers := b.object("Offers", "What words that somebody types may become.", nil, func() []field {
		return []field{
			{name: "questions", typ: listOf(graphql.String),
				doc:     "Questions that have the words, or ask about what they name.",
				resolve: of(func(o offers) any { return append([]string{}, o.questions...) })},
			{name: "entities", typ: listOf(b.entity), weight: inherit, doc: "What they may name, the best first.",
				resolve: of(func(o offers) any { return o.each(o.entities) })},
		}
	})
	question := argument{name: "question", typ: required(graphql.String),
		doc: "A question, for example: what does 12/4 recall"}
	words := argument{name: "words", typ: required(graphql.String), doc: "What stands in the search box so far."}
	return []field{
		{name: "ask", typ: required(b.answer), args: []argument{question}, weight: fixedWeight(200),
			doc: "The answer to a question in words, by one of the saved queries.",
			resolve: func(c call) (any, error) {
				a, err := c.request.ask(c.ctx, c.string("question"))
				return answered{c.request.view, a}, err
			}},
		{name: "offers", typ: required(offers), args: []argument{words}, weight: fixedWeight(10),
			doc:     "Questions and entities for words that somebody types where a question is expected.",
			resolve: offer},
		{name: "examples", typ: listOf(graphql.String),
			doc:     "Questions to begin with, which the loaded texts answer.",
			resolve: func(c call) (any, error) { return readerOf(c.request.view).Examples(), nil }},
	}
}

// readerOf reads questions without answering them.
func readerOf(v *view) *questions.Reader { return questions.New(v.Snapshot, index{v}, nil) }

// offers belong to a view.
type offers struct {
	*view
	questions []string
	entities  []snapshot.Node
}

func offer(c call) (any, error) {
	v := c.request.view
	questions, entities := readerOf(v).Suggest(c.ctx, c.string("words"))
	return offers{v, questions, entities}, nil
}

// An answered question with the view that its entities belong to.
type answered struct {
	*view
	Answer
}
