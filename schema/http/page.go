package httpapi

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"html/template"
	"net/http"
	"os"

	"mandategraph/graph/export"
	"mandategraph/queries"
)

// maxForm bounds the body of a question sent from the page.
const maxForm = 16 << 10

// style is the page's only style sheet; its hash is in the policy.
const style = `body{font:1.1em/1.5 Georgia,serif;max-width:46em;margin:2em auto;padding:0 1em;color:#222;background:#fff}
input{font:inherit;width:100%;box-sizing:border-box;padding:.4em}
button{font:inherit;margin:.6em 0;padding:.3em 1.2em}
pre{white-space:pre-wrap;overflow-wrap:anywhere;background:#f5f5f0;padding:1em}`

// entityStyle is what pages of entities have beyond it.
const entityStyle = `
.kind,small,time{color:#555}
.title{font-size:1.15em}
dt{color:#555;float:left;clear:left;width:11em}
dd{margin-left:11.5em;overflow-wrap:anywhere}
li{margin:.4em 0}
.relation{font-style:italic}
q{color:#444}`

// pagePolicy lets the page style itself, send its form and do nothing else; entityPolicy
// is that of pages of entities.
var (
	pagePolicy   = policy(style, "'none'")
	entityPolicy = policy(style+entityStyle, "'none'")
)

// policy is that of a page with one style sheet, which pages of ancestors may frame.
func policy(style, ancestors string) string {
	sum := sha256.Sum256([]byte(style))
	return "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) +
		"'; form-action 'self'; base-uri 'none'; frame-ancestors " + ancestors
}

var pageTemplate = template.Must(template.New("page").Parse(`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Mandate Graph</title>
<style>{{.Style}}</style>
</head>
<body>
<main>
<h1>Mandate Graph</h1>
<p>What resolutions and decisions of United Nations bodies recall, request and adopt, with the words that prove it.
Documents loaded: {{.Documents}}, with {{.Statements}} statements.</p>
<form method="post" action="/ask">
<p><label for="question">Your question</label></p>
<p><input id="question" name="question" value="{{.Question}}" placeholder="what does 12/4 recall" maxlength="500" required autofocus></p>
<button>Ask</button>
</form>
{{with .Answer}}<h2>Answer</h2>
<pre>{{.}}</pre>
{{end}}<h2>What can be asked</h2>
<ul>
{{range .Queries}}<li>{{.Title}}</li>
{{end}}</ul>
<p><a href="/graphiql">GraphiQL</a> · <a href="/queries.json">saved questions</a>{{range .Formats}} · <a href="/export?format={{.Name}}">{{.Name}}</a>{{end}}</p>
</main>
</body>
</html>
`))

// A startPage is what the template shows.
type startPage struct {
	Style                 template.CSS
	Documents, Statements int
	Question, Answer      string
	Queries               []queries.Query
	Formats               []export.Format
}

func (s *Site) start(w http.ResponseWriter, _ *http.Request) { s.page(w, http.StatusOK, "", "") }

// ask answers the form of the page.
func (s *Site) ask(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, maxForm)
	var tooLarge *http.MaxBytesError
	switch err := r.ParseForm(); {
	case errors.As(err, &tooLarge):
		s.server.refused(refusedBody)
		http.Error(w, fmt.Sprintf("the form has more than %d bytes", maxForm), http.StatusRequestEntityTooLarge)
		return
	case errors.Is(err, os.ErrDeadlineExceeded):
		http.Error(w, "the form did not come in time", http.StatusRequestTimeout)
		return
	case err != nil:
		http.Error(w, "expected a form with a question", http.StatusBadRequest)
		return
	}
	question := r.PostForm.Get("question")
	if question == "" {
		s.page(w, http.StatusBadRequest, "", "A question is expected, for example: what does 12/4 recall")
		return
	}
	answer, err := s.server.API.Ask(r.Context(), question)
	if err != nil {
		status, text := s.failure(w, r, err)
		s.page(w, status, question, text)
		return
	}
	s.page(w, http.StatusOK, question, answer.Text)
}

func (s *Site) page(w http.ResponseWriter, status int, question, answer string) {
	var body bytes.Buffer
	err := pageTemplate.Execute(&body, startPage{
		Style: style, Documents: len(s.snapshot().Documents()), Statements: s.snapshot().Edges(),
		Question: question, Answer: answer, Queries: queries.All(), Formats: export.Formats,
	})
	if err != nil {
		http.Error(w, "the page cannot be shown", http.StatusInternalServerError)
		return
	}
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Content-Security-Policy", pagePolicy)
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("X-Content-Type-Options", "nosniff")
	w.WriteHeader(status)
	_, _ = body.WriteTo(w) // an error means that the client has gone
}
