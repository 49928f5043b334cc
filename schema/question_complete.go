package schema

import (
	"github.com/graphql-go/graphql"

	questions "mandategraph/queries/ask"
)

// A completeness and a reading are those of an answer, with its view.
type (
	completeness struct {
		*view
		questions.Completeness
	}
	lack struct {
		*view
		questions.Lack
	}
	answeredReading struct {
		*view
		questions.Reading
	}
	readingPart struct {
		*view
		questions.Part
	}
)

// readingType says how a question was read.
func (b *builder) readingType() *graphql.Object {
	part := b.object("ReadingPart", "What some words of a question were taken for.", nil, func() []field {
		return []field{
			{name: "role", typ: required(graphql.String), doc: "The part that they play, as a variable of the query: act, words.",
				resolve: of(func(p readingPart) any { return p.Role })},
			{name: "words", typ: graphql.String, doc: "The words.", text: text(func(p readingPart) string { return p.Words })},
			{name: "entities", typ: listOf(b.entity), weight: inherit, doc: "What they name.",
				resolve: of(func(p readingPart) any { return p.each(p.Nodes) })},
		}
	})
	return b.object("Reading", "How a question was read.", nil, func() []field {
		return []field{
			{name: "line", typ: graphql.String, doc: "What it was taken for, in one line.",
				text: text(func(r answeredReading) string { return r.Line })},
			{name: "parts", typ: listOf(part), weight: inherit, doc: "What its words were taken for.",
				resolve: of(func(r answeredReading) any {
					list := make([]readingPart, len(r.Parts))
					for i, p := range r.Parts {
						list[i] = readingPart{r.view, p}
					}
					return list
				})},
		}
	})
}

// completenessType says how complete an answer is.
func (b *builder) completenessType() *graphql.Object {
	state := enum("AnswerState", "How far an answer is all that the texts say.", func(add func(name, doc string)) {
		add(string(questions.Unanswered), "The question was not understood, or may mean several things.")
		add(string(questions.Guessed), "The question was answered as it was read, which is not as it stands.")
		add(string(questions.NotLoaded), "The text that would say it is not in the store.")
		add(string(questions.NotRead), "It is not read from such texts, or stands in paragraphs of which nothing was read.")
		add(string(questions.Unresolved), "Some of what the texts name could not be made out.")
		add(string(questions.Cut), "There is more than the answer shows.")
		add(string(questions.Whole), "Nothing of this is known.")
	})
	reason := b.object("LackReason", "Why mentions could not be made out, and how many.", nil, func() []field {
		return []field{
			{name: "reason", typ: required(graphql.String), doc: "The reason, as in diagnostics.",
				resolve: of(func(t questions.Tally) any { return t.Name })},
			{name: "count", typ: required(graphql.Int), doc: "How many mentions.", resolve: of(func(t questions.Tally) any { return t.Count })},
		}
	})
	near := b.object("Near", "What the texts say where they do not say what is asked for.", nil, func() []field {
		return []field{
			{name: "relation", typ: graphql.String, doc: "The relation; null for a way that leads back.",
				text: text(func(n questions.Near) string { return n.Relation })},
			{name: "count", typ: required(graphql.Int), doc: "How many other ends the statements have; of a way, its steps.",
				resolve: of(func(n questions.Near) any { return n.Count })},
			{name: "question", typ: graphql.String, doc: "The question that asks for it.",
				text: text(func(n questions.Near) string { return n.Question })},
		}
	})
	lacks := b.object("Lack", "Why an answer may not be all.", nil, func() []field { return b.lackRows(state, reason) })
	return b.object("Completeness", "How far an answer is all that the texts say.", nil, func() []field {
		return []field{
			{name: "state", typ: required(state), doc: "The gravest of the states that hold.",
				resolve: of(func(c completeness) any { return string(c.State) })},
			{name: "found", typ: required(graphql.Int), doc: "The number of all results.",
				resolve: of(func(c completeness) any { return c.Found })},
			{name: "absent", typ: required(graphql.Int), doc: "How many of the acts shown are known by citation only.",
				resolve: of(func(c completeness) any { return c.Absent })},
			{name: "line", typ: graphql.String, doc: "All of this in one line, as among the answer's remarks.",
				text: text(func(c completeness) string { return c.Line })},
			{name: "lacks", typ: listOf(lacks), weight: inherit, doc: "The reasons why it may not be all.",
				resolve: of(func(c completeness) any {
					list := make([]lack, len(c.Lacks))
					for i, l := range c.Lacks {
						list[i] = lack{c.view, l}
					}
					return list
				})},
			{name: "near", typ: listOf(near), weight: inherit, doc: "What the texts say instead, where nothing was found.",
				resolve: of(func(c completeness) any { return append([]questions.Near{}, c.Near...) })},
		}
	})
}

func (b *builder) lackRows(state *graphql.Enum, reason *graphql.Object) []field {
	return []field{
		{name: "state", typ: required(state), doc: "Of which state it is the reason.",
			resolve: of(func(l lack) any { return string(l.State) })},
		{name: "count", typ: required(graphql.Int), doc: "How many mentions, paragraphs or results it concerns; 0 where they are not counted.",
			resolve: of(func(l lack) any { return l.Count })},
		{name: "text", typ: required(graphql.String), doc: "The reason in words.", resolve: of(func(l lack) any { return l.Text })},
		{name: "everywhere", typ: required(graphql.Boolean),
			doc:     "Whether it holds of all loaded texts and not of those that the answer rests on.",
			resolve: of(func(l lack) any { return l.Everywhere })},
		{name: "reasons", typ: listOf(reason), weight: inherit, doc: "Of mentions that could not be made out: why.",
			resolve: of(func(l lack) any { return append([]questions.Tally{}, l.Reasons...) })},
		{name: "paragraphs", typ: listOf(b.entity), weight: inherit, doc: "The first paragraphs of which nothing was read.",
			resolve: of(func(l lack) any { return l.each(l.Paragraphs) })},
	}
}
