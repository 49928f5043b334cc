package assist

import "strings"

// What the tools of mcp take and give. The schemas of the protocol are made of
// these types, and the queries have the same names.

// A thing is an entity.
type thing struct {
	ID    string `json:"id" jsonschema:"the id, which every tool takes"`
	Kind  string `json:"kind,omitempty" jsonschema:"Act, Paragraph, Body, State, Treaty, Document ..."`
	Title string `json:"title,omitempty"`
	Date  string `json:"date,omitempty" jsonschema:"of adoption or of the event: YYYY, YYYY-MM or YYYY-MM-DD"`
	URL   string `json:"url,omitempty" jsonschema:"the official text, where its symbol is known"`
	Link  string `json:"link,omitempty" jsonschema:"its page in the explorer, where one was named"`
}

// A said is a statement with the words that prove it.
type said struct {
	Statement string `json:"statement" jsonschema:"the id of the statement, for the tool proof"`
	Source    string `json:"source"`
	Relation  string `json:"relation"`
	Target    string `json:"target"`
	Verb      string `json:"verb,omitempty" jsonschema:"as printed"`
	Until     string `json:"until,omitempty"`
	Paragraph string `json:"paragraph,omitempty" jsonschema:"the id of the paragraph that says it"`
	Quote     string `json:"quote,omitempty" jsonschema:"the words, as printed"`
	Link      string `json:"link,omitempty"`
}

// A place is a paragraph that has words.
type place struct {
	Paragraph thing    `json:"paragraph"`
	Text      string   `json:"text" jsonschema:"the whole paragraph, as printed"`
	Matches   []mark   `json:"matches" jsonschema:"where in the text the words stand"`
	Lacking   []string `json:"lacking" jsonschema:"the words looked for that it does not have"`
	In        thing    `json:"in" jsonschema:"the act or document that it is a part of"`
}

type mark struct {
	Start int `json:"start" jsonschema:"the first code point"`
	End   int `json:"end" jsonschema:"the code point after the last one"`
}

// A telling is one sentence of a story.
type telling struct {
	Date       string `json:"date,omitempty"`
	Text       string `json:"text"`
	Gap        bool   `json:"gap" jsonschema:"whether it says that nothing is loaded of a time"`
	Until      string `json:"until,omitempty"`
	Quote      string `json:"quote,omitempty" jsonschema:"the paragraph around the words that prove it"`
	Act        *thing `json:"act,omitempty"`
	Statements []said `json:"statements"`
}

// A trust says how far an answer is all that the texts say.
type trust struct {
	State string `json:"state" jsonschema:"COMPLETE, CUT, UNRESOLVED, RELATION_NOT_READ, NOT_LOADED, READING_GUESSED or UNANSWERED"`
	Found int    `json:"found"`
	Lacks []struct {
		State string `json:"state"`
		Count int    `json:"count"`
		Text  string `json:"text"`
	} `json:"lacks" jsonschema:"why it may not be all"`
	Near []struct {
		Relation string `json:"relation,omitempty"`
		Count    int    `json:"count"`
		Question string `json:"question,omitempty"`
	} `json:"near" jsonschema:"what the texts say instead, where nothing was found"`
}

// A listed is a list of statements with the number of all.
type listed struct {
	Total      int    `json:"total" jsonschema:"how many there are; the first are listed"`
	Statements []said `json:"statements"`
}

// fragments are the fields of these types; Told spreads the others.
var fragments = []struct{ name, text string }{
	{"Told", "fragment Told on Story { total other sentences { date text gap until quote act { ...Thing } statements { ...Said } } }"},
	{"Said", "fragment Said on Statement { statement source relation target verb until paragraph quote }"},
	{"Thing", "fragment Thing on Entity { id kind: __typename title date url }"},
}

// withFragments adds to a query the fragments that it spreads.
func withFragments(query string) string {
	for _, f := range fragments {
		if strings.Contains(query, "..."+f.name) {
			query += "\n" + f.text
		}
	}
	return query
}
