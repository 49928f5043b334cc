// Package queries holds the saved questions: one GraphQL document each, with
// its help text, example variables and the wordings by which people ask it.
// It imports nothing of this module.
package queries

import (
	"embed"
	"encoding/json"
	"fmt"
	"strings"
	"sync"
)

//go:embed *.graphql
var files embed.FS

// A Query is one saved question.
type Query struct {
	// Name is that of the operation and of the file.
	Name string
	// Title is the question in general; Description says what it returns.
	Title, Description string
	// Text is the GraphQL document, with title and description as comment.
	Text string
	// Variables are examples, from the report that ships as the sample.
	Variables map[string]any
	// Phrasings are the wordings that mean this question, in the notation of
	// [Compile]; the first one is plain enough to be shown.
	Phrasings []string
}

// Marks of the lines in a file's comment that are data.
const (
	askMark       = "# ask: "
	variablesMark = "# variables: "
)

// All lists the saved questions by name. The caller must not change them.
func All() []Query { return all() }

var all = sync.OnceValue(func() []Query {
	entries, err := files.ReadDir(".")
	if err != nil {
		panic(err) // the directory is embedded
	}
	list := make([]Query, 0, len(entries))
	for _, e := range entries {
		text, err := files.ReadFile(e.Name())
		if err != nil {
			panic(err)
		}
		q, err := read(strings.TrimSuffix(e.Name(), ".graphql"), string(text))
		if err != nil {
			panic(err) // the files are part of the program; a test reads them all
		}
		list = append(list, q)
	}
	return list
})

// ByName finds a saved question; ok is false where there is none.
func ByName(name string) (Query, bool) {
	for _, q := range All() {
		if q.Name == name {
			return q, true
		}
	}
	return Query{}, false
}

// read takes the comment on top of a file apart.
func read(name, text string) (Query, error) {
	q := Query{Name: name, Variables: map[string]any{}}
	var kept, help []string
	body := false
	for line := range strings.Lines(text) {
		body = body || !strings.HasPrefix(line, "#")
		trimmed := strings.TrimRight(line, "\n")
		if phrasing, ok := strings.CutPrefix(trimmed, askMark); ok && !body {
			q.Phrasings = append(q.Phrasings, phrasing)
			continue
		}
		if values, ok := strings.CutPrefix(trimmed, variablesMark); ok && !body {
			if err := json.Unmarshal([]byte(values), &q.Variables); err != nil {
				return q, fmt.Errorf("variables of the query %s: %w", name, err)
			}
			continue
		}
		if !body {
			help = append(help, strings.TrimSpace(strings.TrimPrefix(trimmed, "#")))
		}
		kept = append(kept, line)
	}
	q.Text = strings.Join(kept, "")
	if len(help) > 0 {
		q.Title, q.Description = help[0], strings.TrimSpace(strings.Join(help[1:], " "))
	}
	return q, nil
}

// JSON is the list for /queries.json: an array of objects with name, title,
// description, query and variables.
func JSON() []byte {
	type entry struct {
		Name        string         `json:"name"`
		Title       string         `json:"title"`
		Description string         `json:"description"`
		Query       string         `json:"query"`
		Variables   map[string]any `json:"variables"`
	}
	list := make([]entry, 0, len(All()))
	for _, q := range All() {
		list = append(list, entry{q.Name, q.Title, q.Description, q.Text, q.Variables})
	}
	encoded, err := json.MarshalIndent(list, "", "  ")
	if err != nil {
		panic(err) // what came from JSON goes back to it
	}
	return append(encoded, '\n')
}
