package schema

import (
	"github.com/graphql-go/graphql"

	questions "mandategraph/queries/ask"
)

// answerRows are the fields of an answer: how the question was understood, what
// the answer says, and what to do where there is none.
func (b *builder) answerRows() []field {
	rows := append(b.understoodRows(), b.resultRows()...)
	return append(append(rows, b.insteadRows()...),
		field{name: "parts", typ: listOf(b.answer), weight: inherit,
			doc:     "The answers to the questions of a sentence that asks several, in their order; the answer itself is the first.",
			resolve: of(answered.parts)},
		field{name: "question", typ: graphql.String, doc: "Of a part: the question that it answers.",
			text: text(func(a answered) string { return a.Question })})
}

func (b *builder) understoodRows() []field {
	return []field{
		{name: "query", typ: graphql.String, doc: "The name of the saved query that fits the question.",
			text: text(func(a answered) string { return a.Query })},
		{name: "variables", typ: b.json, doc: "The values that the question supplied.",
			resolve: of(func(a answered) any { return a.Variables })},
		{name: "graphql", typ: graphql.String, doc: "The query that was run, with these variables.",
			text: text(func(a answered) string { return a.GraphQL })},
		{name: "reading", typ: required(b.readingType()), weight: inherit, doc: "How the question was read.",
			resolve: of(func(a answered) any { return answeredReading{a.view, a.Reading} })},
		{name: "completeness", typ: required(b.completenessType()), weight: inherit,
			doc:     "How far the answer is all that the texts say.",
			resolve: of(func(a answered) any { return completeness{a.view, a.Completeness} })},
		{name: "answered", typ: required(graphql.Boolean),
			doc:     "Whether the question was understood and asked of the texts: false where it is ambiguous or nothing fits it.",
			resolve: of(func(a answered) any { return a.Answered() })},
		{name: "parse", typ: graphql.String, doc: "How the question was understood.",
			text: text(func(a answered) string { return a.Parse })},
		{name: "readAs", typ: graphql.String,
			doc:  "The question as it was read, where it could not be answered as it stands.",
			text: text(func(a answered) string { return a.ReadAs })},
		{name: "complete", typ: required(graphql.Boolean),
			doc:     "Whether the answer is all that the texts say, as far as is known: state COMPLETE of completeness.",
			resolve: of(func(a answered) any { return a.Complete() })},
		{name: "subjects", typ: listOf(b.entity), weight: inherit, doc: "The entities that the question names.",
			resolve: of(func(a answered) any { return a.each(a.Subjects) })},
	}
}

func (b *builder) resultRows() []field {
	row := b.object("AnswerRow", "One result of a question.", nil, b.answerRowRows)
	comparison := b.object("AnswerComparison", "Two entities that a question compares.", nil, b.comparisonRows)
	return []field{
		{name: "text", typ: graphql.String, doc: "The answer in words, in lines for a terminal.",
			text: text(func(a answered) string { return a.Text })},
		{name: "sentence", typ: graphql.String, doc: "What begins the answer, or says why there is none.",
			text: text(func(a answered) string { return a.Sentence })},
		{name: "verdict", typ: graphql.Boolean,
			doc:     "Of a question that asks whether: whether a loaded text says so. Null for any other question.",
			resolve: of(func(a answered) any { return orNone(a.Verdict) })},
		{name: "remarks", typ: listOf(graphql.String),
			doc: "What ends the answer: of what the results consist, how complete they are, what was " +
				"corrected by hand.",
			resolve: of(func(a answered) any { return append([]string{}, a.Remarks...) })},
		{name: "data", typ: b.json, doc: "The result of the saved query, with what does not answer the question.",
			resolve: of(func(a answered) any { return a.Data })},
		{name: "columns", typ: listOf(graphql.String), doc: "The names of the cells of a row.",
			resolve: of(func(a answered) any { return append([]string{}, a.Columns...) })},
		{name: "rows", typ: listOf(row), weight: inherit, doc: "The results that answer the question.",
			resolve: of(answered.rows)},
		{name: "profile", typ: required(graphql.Boolean),
			doc: "Whether the rows tell what is known of the one subject: properties with their values, " +
				"relations with their numbers.",
			resolve: of(func(a answered) any { return a.Profile })},
		{name: "statements", typ: b.json,
			doc: "The statements that prove the rows, each once, as a list of objects with the fields of " +
				"the saved query; clause is what a statement asks for.",
			resolve: of(func(a answered) any { return append([]map[string]any{}, a.Statements...) })},
		{name: "mandates", typ: b.json,
			doc:     "The mandates among the rows, as a list of objects with the fields of the saved query.",
			resolve: of(func(a answered) any { return append([]map[string]any{}, a.Mandates...) })},
		{name: "story", typ: b.told, weight: inherit, doc: "The dated sentences that tell it; null where the question asks for no story.",
			resolve: of(answered.story)},
		{name: "comparison", typ: comparison, weight: inherit,
			doc:     "What the question compares; null where it compares nothing.",
			resolve: of(answered.comparison)},
	}
}

func (b *builder) insteadRows() []field {
	suggestion := b.object("Suggestion", "A question that can be asked.", nil, suggestionRows)
	found := b.object("Passage", "A paragraph that has words of a question.", nil, b.passageRows)
	return []field{
		{name: "candidates", typ: listOf(b.entity), weight: inherit,
			doc:     "The entities that an ambiguous question may mean.",
			resolve: of(func(a answered) any { return a.each(a.Candidates) })},
		{name: "suggestions", typ: listOf(suggestion), weight: inherit,
			doc: "Questions to ask instead: for each candidate the one that means it, or the nearest to " +
				"one that is not understood.",
			resolve: of(func(a answered) any { return append([]questions.Suggestion{}, a.Suggestions...) })},
		{name: "named", typ: listOf(b.entity), weight: inherit,
			doc:     "The entities that the words name where they are no question: a reference or a name alone.",
			resolve: of(func(a answered) any { return a.each(a.Named) })},
		{name: "entities", typ: listOf(b.entity), weight: inherit,
			doc:     "Of a question that has no answer: the entities with its words in their names, the best first.",
			resolve: of(func(a answered) any { return a.each(a.Entities) })},
		{name: "passages", typ: listOf(found), weight: inherit,
			doc: "Of a question for what is said somewhere: the best paragraphs. Of a question that has no answer: " +
				"where its words stand in the texts.",
			resolve: of(func(a answered) any { return a.passagesOf(a.Passages) })},
	}
}

func (a answered) parts() any {
	list := make([]answered, len(a.Parts))
	for i, part := range a.Parts {
		list[i] = answered{a.view, part}
	}
	return list
}

func orNone(verdict *bool) any {
	if verdict == nil {
		return nil
	}
	return *verdict
}

// An answeredRow is a row with the view that its entity belongs to.
type answeredRow struct {
	*view
	questions.Row
}

func (b *builder) answerRowRows() []field {
	return []field{
		{name: "cells", typ: listOf(graphql.String),
			doc:     "What it says, one text for each column; empty where it says nothing.",
			resolve: of(func(r answeredRow) any { return append([]string{}, r.Cells...) })},
		{name: "details", typ: listOf(graphql.String),
			doc:     "Further lines: what a statement asks for, the steps of a path.",
			resolve: of(func(r answeredRow) any { return append([]string{}, r.Details...) })},
		{name: "node", typ: b.entity, weight: inherit,
			doc:     "The entity of the result, or the value of a property; null where it is none.",
			resolve: of(func(r answeredRow) any { return r.at(r.Node) })},
	}
}

func (a answered) rows() any {
	list := make([]answeredRow, len(a.Rows))
	for i, r := range a.Rows {
		list[i] = answeredRow{a.view, r}
	}
	return list
}

func (a answered) story() any {
	if a.Story == nil {
		return nil
	}
	return story{a.view, *a.Story, len(a.Story.Sentences)}
}

// A compared pair with the view that it belongs to.
type compared struct {
	*view
	questions.Comparison
}

func (a answered) comparison() any {
	if a.Compared == nil {
		return nil
	}
	return compared{a.view, *a.Compared}
}

func (b *builder) comparisonRows() []field {
	return []field{
		{name: "first", typ: required(b.entity), weight: inherit, doc: "The one that the question names first.",
			resolve: of(func(c compared) any { return c.at(c.First) })},
		{name: "second", typ: required(b.entity), weight: inherit, doc: "The other.",
			resolve: of(func(c compared) any { return c.at(c.Second) })},
		{name: "relation", typ: required(graphql.String),
			doc:     "By what they are compared, as a field of both: sponsoredBy.",
			resolve: of(func(c compared) any { return c.Relation })},
	}
}

func suggestionRows() []field {
	return []field{
		{name: "question", typ: required(graphql.String), doc: "The question in words.",
			resolve: of(func(s questions.Suggestion) any { return s.Question })},
		{name: "title", typ: graphql.String, doc: "The question in general.",
			text: text(func(s questions.Suggestion) string { return s.Title })},
		{name: "whole", typ: required(graphql.Boolean),
			doc:     "Whether it can be asked as it stands: it has no slot to fill, such as {act}.",
			resolve: of(func(s questions.Suggestion) any { return s.Whole })},
	}
}

func (b *builder) passageRows() []field {
	return append([]field{
		{name: "node", typ: required(b.entity), weight: inherit, doc: "The paragraph.",
			resolve: of(func(p passage) any { return p.at(p.Node) })},
	}, passageRows(b, func(source any) passage { return source.(passage) })...)
}
