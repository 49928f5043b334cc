package schema

import "mandategraph/graph/snapshot"

// An Answer is what ask gives for a question in words: the saved query that
// fits it, and what that query returned.
type Answer struct {
	// Query is the name of the saved query; empty where none fits.
	Query string
	// Variables are the values that the question supplied.
	Variables map[string]any
	// Text is the answer in words.
	Text string
	// Data is the result of the saved query.
	Data any
	// Candidates are the entities that an ambiguous question may mean.
	Candidates []snapshot.Node
	// Parse says how the question was understood.
	Parse string
}

// Complete reports whether the question was understood and answered whole: not
// where it is ambiguous, where no saved query fits, or where nothing is known by
// a name in it.
func (a Answer) Complete() bool { return a.Query != "" && len(a.Candidates) == 0 && a.Data != nil }
