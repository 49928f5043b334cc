package assist

import (
	"context"
	"errors"

	"github.com/modelcontextprotocol/go-sdk/mcp"
)

// A tool is what an assistant may call.
type tool struct {
	name string
	add  func(server *mcp.Server, a assistant)
}

// tools in the order in which help and documentation list them.
var tools = []tool{
	of("ask", "Ask in plain English",
		"Answers a question in plain English about what the loaded texts say: \"what does resolution 12/4 recall\", \"who sponsored "+
			"12/3\", \"history of UNIFIL\", \"which paragraphs mention wildlife\". Gives the answer in words, the statements that "+
			"prove it with quotes, and how complete it is; else questions to ask instead.", assistant.ask),
	of("find", "Find by words",
		"Finds acts, bodies, States, treaties, paragraphs and all else by the words of their names, numbers, symbols and texts.",
		assistant.find),
	of("act", "Read an act",
		"What is known of a resolution or decision: title, date, outcome, whether its text is loaded, what it cites and by what it is "+
			"cited, with quotes; with text also its paragraphs as printed.", assistant.act),
	of("passages", "Where something is said",
		"The paragraphs that have words, best first, each whole with the places of the words, and the act or document, title and date.",
		assistant.passages),
	of("lineage", "What an act rests on",
		"The acts that something cites, step by step (BACKWARD), or that cite it (FORWARD), with the statements that join them; with to, "+
			"the shortest ways between the two.", assistant.lineage),
	of("lifecycle", "How something began and went on",
		"The story of a body, operation, mechanism or act in dated sentences with quotes: what established, renewed, extended, amended "+
			"and ended it, and with all what took it up; with to, how one thing led to another. Gaps are said.", assistant.lifecycle),
	of("mandates", "Who is asked to do what",
		"What acts ask of whom, with due dates, ends, conditions and to whom it is to be reported.", assistant.mandates),
	of("proof", "Prove a statement",
		"The statement of an id with the paragraph that says it, the range of the words in the source, the rule by which it was read, and "+
			"the official document.", assistant.proof),
}

// of makes a tool of a function.
func of[In, Out any](name, title, help string, run func(a assistant, ctx context.Context, in In) (Out, error)) tool {
	closed := false
	return tool{name, func(server *mcp.Server, a assistant) {
		mcp.AddTool(server, &mcp.Tool{
			Name: name, Title: title, Description: help,
			Annotations: &mcp.ToolAnnotations{ReadOnlyHint: true, IdempotentHint: true, OpenWorldHint: &closed},
		}, func(ctx context.Context, _ *mcp.CallToolRequest, in In) (*mcp.CallToolResult, Out, error) {
			out, err := run(a, ctx, in)
			return inWords(out), out, err
		})
	}}
}

// inWords is the text of a result that says itself in words; nil where its data
// says it.
func inWords(out any) *mcp.CallToolResult {
	answer, ok := out.(asked)
	if !ok || answer.Text == "" {
		return nil
	}
	return &mcp.CallToolResult{Content: []mcp.Content{&mcp.TextContent{Text: answer.Text}}}
}

// Tools are the names of the tools.
func Tools() []string {
	list := make([]string, len(tools))
	for i, t := range tools {
		list[i] = t.name
	}
	return list
}

// An asking is the question of the tool ask.
type asking struct {
	Question string `json:"question" jsonschema:"a question in plain English"`
}

// An asked question with its answer.
type asked struct {
	Answered     bool      `json:"answered" jsonschema:"whether it was understood and asked of the texts"`
	Text         string    `json:"text" jsonschema:"the answer in words"`
	Reading      reading   `json:"reading" jsonschema:"how the question was read"`
	Completeness trust     `json:"completeness"`
	Subjects     []thing   `json:"subjects" jsonschema:"what the question names"`
	Columns      []string  `json:"columns" jsonschema:"the names of the cells of a row"`
	Rows         []line    `json:"rows" jsonschema:"the first results; text has all"`
	Statements   []said    `json:"statements" jsonschema:"what proves the answer"`
	Passages     []place   `json:"passages"`
	Story        *told     `json:"story,omitempty"`
	Candidates   []thing   `json:"candidates" jsonschema:"what an ambiguous question may mean"`
	Suggestions  []instead `json:"suggestions" jsonschema:"questions to ask instead"`
}

type reading struct {
	Line string `json:"line,omitempty"`
}

// A line is one result.
type line struct {
	Cells   []string `json:"cells"`
	Details []string `json:"details"`
	Thing   *thing   `json:"thing,omitempty"`
}

type instead struct {
	Question string `json:"question"`
}

// told is a story.
type told struct {
	Total     int       `json:"total" jsonschema:"the number of all sentences"`
	Other     int       `json:"other" jsonschema:"how many further acts name it and are not told of"`
	Sentences []telling `json:"sentences"`
}

func (a assistant) ask(ctx context.Context, in asking) (asked, error) {
	var out struct {
		Ask asked
	}
	err := a.run(ctx, `query($question: String!) { ask(question: $question) { answered text reading { line }
		completeness { state found lacks { state count text } near { relation count question } }
		subjects { ...Thing } columns rows { cells details thing: node { ...Thing } } statements candidates { ...Thing } suggestions { question } story { ...Told }
		passages { text lacking matches { start end } paragraph: node { ...Thing } in: whole { ...Thing } } } }`,
		map[string]any{"question": in.Question}, &out)
	answer := out.Ask
	answer.Rows = answer.Rows[:min(len(answer.Rows), mostResults)]
	answer.Statements = answer.Statements[:min(len(answer.Statements), mostResults)]
	return answer, err
}

// mostResults is how many rows and statements of an answer are given.
const mostResults = 100

// A finding is the search of the tool find.
type finding struct {
	Words string   `json:"words" jsonschema:"a name, number, symbol or other words; all must be there"`
	Kinds []string `json:"kinds,omitempty" jsonschema:"only these kinds: Act, Body, State, Treaty, Document, Paragraph ..."`
	Limit int      `json:"limit,omitempty" jsonschema:"how many at most; 10 where not given, at most 100"`
}

type found struct {
	Total   int   `json:"total"`
	Results []hit `json:"results"`
}

type hit struct {
	Thing   thing  `json:"thing"`
	Snippet string `json:"snippet,omitempty" jsonschema:"the words that fit, with those around them"`
}

func (a assistant) find(ctx context.Context, in finding) (found, error) {
	var out struct{ Search found }
	variables := map[string]any{"words": in.Words, "first": limited(in.Limit)}
	if len(in.Kinds) > 0 {
		variables["kinds"] = in.Kinds
	}
	err := a.run(ctx, `query($words: String!, $kinds: [KindName!], $first: Int) {
		search(query: $words, kinds: $kinds, first: $first) { total: totalCount results: edges { snippet thing: node { ...Thing } } } }`, variables, &out)
	return out.Search, err
}

// limited is a number of results within bounds.
func limited(n int) int {
	if n <= 0 {
		return 10
	}
	return min(n, 100)
}

// A wanted act is that of the tool act.
type wanted struct {
	Act  string `json:"act" jsonschema:"its id, a reference such as resolution 76/185 or A/RES/76/185, or its title"`
	Text bool   `json:"text,omitempty" jsonschema:"whether to give its paragraphs"`
}

type act struct {
	thing
	Number       string   `json:"number,omitempty"`
	Loaded       bool     `json:"loaded" jsonschema:"whether its own text is in the store"`
	Outcome      string   `json:"outcome,omitempty"`
	Procedure    string   `json:"procedure,omitempty"`
	VotesFor     *int     `json:"votesFor,omitempty"`
	VotesAgainst *int     `json:"votesAgainst,omitempty"`
	Abstentions  *int     `json:"abstentions,omitempty"`
	Document     *thing   `json:"document,omitempty" jsonschema:"where its text is printed"`
	Cites        listed   `json:"cites"`
	CitedBy      listed   `json:"citedBy"`
	Mandates     counted  `json:"mandates" jsonschema:"how much it asks; the tool mandates lists it"`
	Paragraphs   *printed `json:"paragraphs,omitempty"`
}

type counted struct {
	Total int `json:"total"`
}

type printed struct {
	Total int         `json:"total"`
	List  []paragraph `json:"list"`
}

type paragraph struct {
	ID   string `json:"id"`
	Text string `json:"text,omitempty"`
	Link string `json:"link,omitempty"`
}

func (a assistant) act(ctx context.Context, in wanted) (act, error) {
	id, err := a.id(ctx, in.Act)
	if err != nil {
		return act{}, err
	}
	var out struct{ Node *act }
	err = a.run(ctx, `query($id: ID!, $text: Boolean!) { node(id: $id) { ... on Act { ...Thing number loaded outcome procedure votesFor
		votesAgainst abstentions document { ...Thing } mandates: mandateItems(first: 1) { total: totalCount }
		cites: citations(first: 50) { total: totalCount statements: edges { ...Said } }
		citedBy(first: 50) { total: totalCount statements: edges { ...Said } }
		paragraphs(first: 100) @include(if: $text) { total: totalCount list: nodes { id text } } } } }`,
		map[string]any{"id": id, "text": in.Text}, &out)
	switch {
	case err != nil:
		return act{}, err
	case out.Node == nil || out.Node.ID == "":
		return act{}, errors.New(id + " is no act; the tools find, passages and lifecycle tell of other things")
	}
	return *out.Node, nil
}
