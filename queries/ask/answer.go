package ask

import (
	"mandategraph/graph/snapshot"
)

// An Answer is what a question in words found: the saved query that fits it,
// what that query returned, and what of that answers the question. Text says all
// of it for a terminal; the other fields say the same as data, so that nobody
// has to decide it again or to read it out of the text.
type Answer struct {
	// Query is the name of the saved query; empty where none fits.
	Query string
	// GraphQL is the query that was run, and Variables the values that the question
	// supplied.
	GraphQL   string
	Variables map[string]any
	// Reading says in one line and in parts how the question was read.
	Reading Reading
	// Parse says how the question was understood.
	Parse string
	// ReadAs is the question as it was read where it could not be answered as it
	// stands; else empty.
	ReadAs string

	// Parts are the answers to the questions of one sentence that asks several, each with
	// its Question, which is empty elsewhere; one that found nothing has no Data. The
	// answer itself is the first of them that has any, with the Text of all.
	Parts    []Answer
	Question string

	// Text is the answer in words, in lines for a terminal.
	Text string
	// Sentence begins the answer, or says why there is none.
	Sentence string
	// Verdict is what the loaded texts say to a question that asks whether: true
	// where one says so, false where none does; nil for any other question.
	Verdict *bool
	// Completeness says how far this is all that the texts say.
	Completeness Completeness
	// Remarks end the answer: of what the results consist, how complete they are,
	// what was corrected by hand.
	Remarks []string

	// Data is the result of the saved query; nil where it was not run.
	Data any
	// Subjects are the entities that the question names, by variable.
	Subjects []snapshot.Node
	// Columns name the cells of a row.
	Columns []string
	// Rows are the results that answer the question; some queries return more.
	Rows []Row
	// Profile says that the rows tell what is known of the one subject: properties
	// with their values, relations with their numbers.
	Profile bool
	// Statements are those that prove the rows, each once, with the fields of the
	// saved query; clause is what the statement asks for, where it asks.
	Statements []map[string]any
	// Mandates are those among the rows, with the fields of the saved query.
	Mandates []map[string]any
	// Story tells it in dated sentences; nil where the question asks for none.
	Story *Story
	// Compared says what the question compares; nil where it compares nothing.
	Compared *Comparison

	// Candidates are the entities that an ambiguous question may mean.
	Candidates []snapshot.Node
	// Suggestions are questions to ask instead: for each candidate the one that
	// means it, or the nearest to a question that is not understood.
	Suggestions []Suggestion
	// Named are the entities that the words name where they are no question: a
	// reference or a name alone.
	Named []snapshot.Node
	// Entities have words of a question that has no answer in their names; the best
	// come first.
	Entities []snapshot.Node
	// Passages are the best paragraphs of a question for what is said somewhere; of a
	// question that has no answer, where its words stand.
	Passages []Passage
}

// A Row is one result.
type Row struct {
	// Node is the entity of the result, or NoNode.
	Node snapshot.Node
	// Cells are the pieces of its line, one for each column; Details are lines below.
	Cells, Details []string
}

// A Reading says how a question was read.
type Reading struct {
	// Line is what it was taken for: What does an act recall? · resolution 12/4.
	Line  string
	Parts []Part
}

// A Part is what some words of a question were taken for.
type Part struct {
	// Role is the part that they play, such as the variable of the query: act, words.
	Role, Words string
	// Nodes are the entities that they name; none where they name none.
	Nodes []snapshot.Node
}

// A Suggestion is a question that can be asked.
type Suggestion struct {
	Question string
	// Title is the question in general; empty where the question says it all.
	Title string
	// Whole says that it can be asked as it stands: it has no slot to fill, such as
	// {act}.
	Whole bool
}

// A Comparison is of two entities by those that have one relation to each.
type Comparison struct {
	First, Second snapshot.Node
	// Relation is seen from the two: sponsoredBy.
	Relation string
}

// Answered reports whether the question was understood and asked of the texts: not
// where it is ambiguous, where nothing fits it, or where nothing is known by a name
// in it.
func (a Answer) Answered() bool { return a.Completeness.State != Unanswered }

// Complete reports whether the answer is all that the texts say, as far as is known.
func (a Answer) Complete() bool { return a.Completeness.State == Whole }
