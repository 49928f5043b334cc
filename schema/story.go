package schema

import (
	"github.com/graphql-go/graphql"

	"mandategraph/graph/snapshot"
	questions "mandategraph/queries/ask"
	"mandategraph/schema/guard"
)

// A story is what happened to something, with its view; shown is how many of its
// sentences are wanted.
type story struct {
	*view
	questions.Story
	shown int
}

// A toldSentence is one step of it.
type toldSentence struct {
	*view
	questions.Sentence
}

// lifeScope is the value of StoryScope for what begins, carries on and ends.
const lifeScope = "LIFE"

// storyRow is the root field that tells what happened to something.
func (b *builder) storyRow() field {
	scope := enum("StoryScope", "Of what a story tells.", func(add func(name, doc string)) {
		add(lifeScope, "Of what began, carried on, changed and ended it; of everything where nothing did.")
		add("ALL", "Also of the acts that took it up otherwise.")
	})
	return field{
		name: "story", typ: required(b.told), weight: pageWeight, resolve: tellStory,
		doc: "What happened to something, in dated sentences that each say what statements say: how a body, operation " +
			"or mechanism began, was carried on, changed and ended; of an act, what later acts made of it. With to, how " +
			"one thing led to another. For how long nothing is loaded is said in a sentence of its own.",
		args: []argument{
			idArgument("The id of an entity."),
			{name: "to", typ: graphql.ID, doc: "The id of the entity to which it leads."},
			{name: "scope", typ: scope, doc: "Of what to tell; ALL where not given."},
			{name: "first", typ: graphql.Int, doc: "How many sentences from the start; 20 where not given, at most 100."},
		},
	}
}

func tellStory(c call) (any, error) {
	v := c.request.view
	shown, given := c.args["first"].(int)
	if !given {
		shown = c.request.options.DefaultPage
	}
	ends := []string{c.string("id")}
	if to := c.string("to"); to != "" {
		ends = append(ends, to)
	}
	nodes, err := c.starts(ends)
	switch {
	case err != nil:
		return nil, err
	case shown < 0:
		return nil, guard.Refuse(guard.BadRequest, "first must not be negative")
	case len(nodes) == 1:
		return story{v, readerOf(v).StoryOf(c.ctx, nodes[0], c.string("scope") != lifeScope), shown}, nil
	}
	told, err := readerOf(v).StoryBetween(c.ctx, nodes[0], nodes[1])
	if err != nil {
		return nil, errLate
	}
	return story{v, told, shown}, nil
}

// storyType is the type of a story.
func (b *builder) storyType() *graphql.Object {
	sentence := b.object("Sentence", "One step of a story, or a time of which nothing is loaded.", nil, b.sentenceRows)
	return b.object("Story", "What happened to something, in dated sentences.", nil, func() []field {
		return []field{
			{name: "subject", typ: required(b.entity), weight: inherit, doc: "What it is about.",
				resolve: of(func(s story) any { return s.at(s.Subject) })},
			{name: "to", typ: b.entity, weight: inherit, doc: "Where it leads, where that was asked.",
				resolve: of(func(s story) any { return s.at(s.To) })},
			{name: "total", typ: required(graphql.Int), doc: "The number of all sentences.",
				resolve: of(func(s story) any { return len(s.Sentences) })},
			{name: "other", typ: required(graphql.Int), doc: "How many further acts name it and are not told of.",
				resolve: of(func(s story) any { return s.Other })},
			{name: "sentences", typ: listOf(sentence), weight: inherit,
				doc:     "The sentences in the order of their dates; those without a date come last.",
				resolve: of(story.sentences)},
		}
	})
}

func (s story) sentences() any {
	list := make([]toldSentence, min(len(s.Sentences), s.shown))
	for i := range list {
		list[i] = toldSentence{s.view, s.Sentences[i]}
	}
	return list
}

func (b *builder) sentenceRows() []field {
	return []field{
		{name: "date", typ: b.date, doc: "When; of a time of which nothing is loaded its first day.",
			text: text(func(s toldSentence) string { return s.Date })},
		{name: "text", typ: required(graphql.String), doc: "The sentence, without the date.",
			resolve: of(func(s toldSentence) any { return s.Text })},
		{name: "gap", typ: required(graphql.Boolean), doc: "Whether it says that nothing is loaded of a time.",
			resolve: of(func(s toldSentence) any { return s.Gap })},
		{name: "places", typ: listOf(b.entity), weight: inherit, doc: "Of a time of which nothing was read: paragraphs that name the subject.",
			resolve: of(func(s toldSentence) any { return s.each(s.Places[:min(len(s.Places), 20)]) })},
		{name: "act", typ: b.entity, weight: inherit, doc: "The act that did it.",
			resolve: of(func(s toldSentence) any { return s.at(s.Act) })},
		{name: "relations", typ: listOf(b.relationName), doc: "What the act did.",
			resolve: of(func(s toldSentence) any { return append([]string{}, s.Relations...) })},
		{name: "target", typ: b.entity, weight: inherit, doc: "To what it did it.",
			resolve: of(func(s toldSentence) any { return s.at(s.Target) })},
		{name: "until", typ: graphql.String, doc: "The date, or the id of the session, until which it goes on; of a gap its last day.",
			text: text(func(s toldSentence) string { return s.Until })},
		{name: "quote", typ: graphql.String, doc: "The paragraph around the words that prove it.",
			text: text(func(s toldSentence) string { return readerOf(s.view).QuoteOf(s.Sentence) })},
		{name: "statements", typ: listOf(b.link), weight: inherit,
			doc:     "The statements that prove it; none where it tells the date of an act, which is a property of the act.",
			resolve: of(toldSentence.statements)},
	}
}

func (s toldSentence) statements() any {
	list := make([]statement, len(s.Edges))
	for i, e := range s.Edges {
		_, target := s.Ends(e)
		if target == snapshot.NoNode {
			target = s.Target
		}
		list[i] = statement{s.view, e, target}
	}
	return list
}
