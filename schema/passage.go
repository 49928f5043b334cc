package schema

import (
	"github.com/graphql-go/graphql"

	"mandategraph/graph"
	"mandategraph/graph/search"
	questions "mandategraph/queries/ask"
	"mandategraph/schema/guard"
)

// A passage is a paragraph that has words, with the view that it belongs to.
type passage struct {
	*view
	questions.Passage
}

// passagesRow is the root field that finds paragraphs by their words.
func (b *builder) passagesRow() field {
	kind := enum("PassageKind", "Of which texts paragraphs are wanted.", func(add func(name, doc string)) {
		add(graph.Resolution, "Of resolutions, adopted or in draft.")
		add(graph.Decision, "Of decisions, adopted or in draft.")
		add(questions.KindDocument, "Of texts that are neither: reports, records, letters.")
	})
	list := b.connection(
		"Passage",
		"paragraphs that have words, the best first.",
		b.objects["Paragraph"],
		func() []field {
			return passageRows(b, func(v any) passage { return v.(connectionEdge).value.(passage) })
		},
		nil,
		func(v any) any { p := v.(passage); return entity{p.view, p.Node} },
	)
	return field{
		name: "passages", typ: required(list), weight: pageWeight, effort: wordEffort("words"), resolve: passages,
		doc: "Paragraphs by their words, the best first: those with all words where one paragraph has all, else those " +
			"with as many as any has. A word also finds its inflections; words in quotation marks must follow one " +
			"another; articles, prepositions and the like count only there.",
		args: paged(
			argument{name: "words", typ: required(graphql.String), doc: "Words to look for."},
			argument{
				name: "question",
				typ:  graphql.String,
				doc: "A question that the paragraphs are to answer: those that hold " +
					"what it asks for come first, a word also counts where a title or heading above a paragraph has it, and " +
					"nearly all words are enough.",
			},
			argument{name: "within", typ: graphql.NewList(required(graphql.ID)),
				doc: "Only in these acts or documents, or in what these sessions or bodies adopted; ids."},
			argument{name: "body", typ: graphql.String, doc: "Only in texts of this body: its code, id or name."},
			argument{
				name: "from",
				typ:  graphql.String,
				doc:  "Only in texts of this day, month or year, or later ones.",
			},
			argument{
				name: "to",
				typ:  graphql.String,
				doc:  "Only in texts of this day, month or year, or earlier ones.",
			},
			argument{
				name: "chronicle",
				typ:  graphql.Boolean,
				doc: "How the subject of the words went on: a few paragraphs of each text " +
					"that is about it, and of the acts that carry on what these decided, in the order of their dates.",
			},
			argument{
				name: "kinds",
				typ:  graphql.NewList(required(kind)),
				doc:  "Only in texts of these kinds; all where empty.",
			},
		),
	}
}

// passageRows say what a passage is; get takes it out of what the rows belong to.
func passageRows(b *builder, get func(source any) passage) []field {
	about := func(find func(p passage) any) resolver {
		return func(c call) (any, error) { return find(get(c.source)), nil }
	}
	return []field{
		{
			name:    "whole",
			typ:     required(b.entity),
			weight:  inherit,
			doc:     "The act or document that the paragraph is a part of.",
			resolve: about(func(p passage) any { return entity{p.view, p.Whole} }),
		},
		{
			name:    "text",
			typ:     graphql.String,
			doc:     "The whole paragraph.",
			resolve: about(func(p passage) any { return orNull(p.Text) }),
		},
		{name: "matches", typ: listOf(b.match), weight: inherit, doc: "Where in the text the words stand.",
			resolve: about(func(p passage) any { return append([]search.Match{}, p.Matches...) })},
		{name: "lacking", typ: listOf(graphql.String), doc: "The words looked for that the paragraph does not have.",
			resolve: about(func(p passage) any { return append([]string{}, p.Lacking...) })},
		{name: "snippet", typ: graphql.String, doc: "The text around the first of the words.",
			resolve: about(func(p passage) any { text, _ := p.Cut(); return orNull(text) })},
		{
			name:    "highlighted",
			typ:     graphql.String,
			doc:     "The snippet as HTML: escaped, and with the words in mark elements.",
			resolve: about(func(p passage) any { return orNull(highlighted(p.Cut())) }),
		},
	}
}

func passages(c call) (any, error) {
	v := c.request.view
	q := questions.PassageQuery{
		Words: c.string(
			"words",
		), Question: c.string("question"), From: c.string("from"), To: c.string("to"), Kinds: c.strings("kinds"),
		Chronicle: c.args["chronicle"] == true,
	}
	if !search.HasWords(q.Words) {
		return nil, guard.Refuse(guard.BadRequest, "there is no word to look for")
	}
	for _, id := range c.strings("within") {
		n, ok := v.Lookup(id)
		if !ok {
			return nil, guard.Refuse(guard.NotFound, "there is no entity %q", guard.Shorten(id))
		}
		q.Within = append(q.Within, n)
	}
	if body := c.string("body"); body != "" {
		n, ok := v.ofKind("Body", body)
		if !ok {
			return nil, guard.Refuse(guard.NotFound, "there is no body %q", guard.Shorten(body))
		}
		q.Body = bodyCode(v.ID(n))
	}
	found, err := readerOf(v).FindPassages(c.ctx, q)
	if err != nil {
		return nil, searchFault(err)
	}
	sequence := v.entities(found.Nodes(), false)
	sequence.at = func(i int) any { return passage{v, found.At(i)} }
	return sequence.page(c)
}

// passagesOf are passages of an answer with their view.
func (v *view) passagesOf(list []questions.Passage) []passage {
	found := make([]passage, len(list))
	for i, p := range list {
		found[i] = passage{v, p}
	}
	return found
}
