// Package ask answers questions in words by the saved queries.
//
// In go a question and a [Reader]: a snapshot of the graph, an [Index] of what
// its keeper has sorted, and [Execute], which runs a saved query. Out come an
// [Answer], which holds as data all that its text says, and what a search box
// offers: [Reader.Examples] and [Reader.Suggest]. Nothing here talks to a
// network or keeps anything between two questions; what one question has found out is
// kept for its time (memory.go).
//
// It goes like this. Every phrasing of every saved query is compared with the
// question (understand.go), which is read once more with its words put right
// where that does not help (reread.go). What stands in the slots is looked up
// (slot.go, session.go). Where it is clear, the query is run to its last page
// (page.go), its form (form.go) says which results answer the question, and
// tell.go says them in words and data.go as values. Where it is not, refusal.go
// says why and what to ask instead, and named.go where the words stand.
//
// A sentence with several questions is cut into them (divide.go), each is read with what
// those before it named (inturn.go), and the answers are told one after another
// (tellinturn.go).
//
// A question that no phrasing fits exactly is taken apart (byparts.go): cut into
// names of the store, verbs, nouns, times and the words between (part.go, lexicon.go,
// cues.go, nameindex.go), read by English word order into what is wanted and what must
// hold of it (grammar.go, clause.go, operation.go, remainder.go, meaning.go), and
// composed into a query through the fields that clients have (compose.go and its
// neighbours). Words that fit nothing make it a search for passages, said to be one.
//
// What is printed of a vote beside what was read of it is in votes.go and
// unreadvotes.go; votedwhether.go decides with yes and no, voterank.go ranks acts by
// their votes, fallen.go lists drafts that were not adopted. What was said about an act
// is looked for in the report on it (tellers.go), acronyms in the texts that define
// them (acronym.go). Names that a query leaves out are said (unusednames.go).
//
// Below an answer that leaves words of its question out stand the paragraphs that have
// them (evidence.go).
//
// Words of which a reading takes no account are not passed over: strictly.go answers by
// order in time (comparedates.go), by number (numberwhether.go) and by manner, and
// qualified.go withholds the Yes and No of a reading that lacks every, only or none.
//
// How complete an answer is, and what comes near, is decided in complete.go,
// unread.go and near.go. Paragraphs are found by their words in passage.go, and
// what happened to something is told in story.go, both also for the fields of the
// API.
//
// It may import queries, and graph with its rooms names, snapshot, search and
// timeline; nothing of schema, and no GraphQL library.
package ask
