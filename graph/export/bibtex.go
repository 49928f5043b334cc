package export

import (
	"bufio"
	"fmt"
	"strconv"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
	"mandategraph/graph/snapshot"
)

// writeBibTeX writes one entry for each act and each document, with the id as
// slug for its key. The date stands both as year and month, for BibTeX, and as
// date, for biblatex.
func writeBibTeX(w *bufio.Writer, s *snapshot.Snapshot, o Options) error {
	used := map[string]int{}
	for n := range eachOf(o, o.nodes(s)) {
		if kind := s.Kind(n); kind != "Act" && kind != "Document" {
			continue
		}
		key := graph.Slug(s.ID(n))
		if used[key]++; used[key] > 1 {
			key += "-" + strconv.Itoa(used[key])
		}
		if _, err := fmt.Fprintf(w, "@misc{%s,\n", key); err != nil {
			return err
		}
		for _, f := range bibliography(s, n) {
			if f.value != "" {
				_, _ = fmt.Fprintf(w, "  %s = {%s},\n", f.name, f.value) // the buffer keeps the first error
			}
		}
		_, _ = w.WriteString("}\n\n")
	}
	return w.Flush()
}

// bibliography are the fields of an entry.
func bibliography(s *snapshot.Snapshot, n snapshot.Node) []attribute {
	date := s.Date(n)
	if _, ok := graph.DateType(date); !ok {
		date = ""
	}
	year, rest, _ := strings.Cut(date, "-")
	month, _, _ := strings.Cut(rest, "-")
	code, kind, number, _ := graph.SplitActID(s.ID(n))
	author := s.Text(n, "body")
	if code != "" {
		author = graph.BodyID(code)
	}
	if author = bodyInFull(s, author); author != "" {
		author = "{" + latex(author) + "}"
	}
	title := caption(s, n)
	if code != "" && s.Title(n) == "" {
		title = bodyInFull(s, graph.BodyID(code)) + " " + kind + " " + number
	}
	list := []attribute{{"author", author}, {"title", "{" + latex(title) + "}"}}
	if kind != "" {
		list = append(list, attribute{"type", strings.ToUpper(kind[:1]) + kind[1:]}, attribute{"number", latex(number)})
	}
	return append(list, attribute{"note", latex(s.Symbol(n))}, attribute{"year", year}, attribute{"month", month},
		attribute{"date", date}, attribute{"url", strings.NewReplacer("{", "%7B", "}", "%7D").Replace(s.Address(n))})
}

// bodyInFull is the name of a body by its id or one of its names: that which a text
// prints, else that of the tables.
func bodyInFull(s *snapshot.Snapshot, body string) string {
	if b, ok := s.Lookup(body); ok && s.Title(b) != "" {
		return s.Title(b)
	}
	code := strings.TrimPrefix(body, "body/")
	if b, ok := names.BodyByCode(code); ok {
		return b.Name
	}
	if b, ok := names.BodyByText(body); ok {
		return b.Name
	}
	return code
}

var latexEscapes = strings.NewReplacer(`\`, `\textbackslash{}`, `{`, `\{`, `}`, `\}`, `&`, `\&`, `%`, `\%`, `$`, `\$`, `#`, `\#`, `_`, `\_`,
	`~`, `\textasciitilde{}`, `^`, `\textasciicircum{}`)

// latex writes text so that LaTeX prints it; control characters and line ends
// become spaces.
func latex(text string) string {
	text = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return ' '
		}
		return r
	}, text)
	return latexEscapes.Replace(text)
}
