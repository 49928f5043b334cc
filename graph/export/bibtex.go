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
	if b, ok := s.Lookup(author); ok {
		author = caption(s, b)
	} else if b, ok := names.BodyByText(author); ok {
		author = b.Name
	}
	if author != "" {
		author = "{" + latex(author) + "}"
	}
	list := []attribute{{"author", author}, {"title", "{" + latex(caption(s, n)) + "}"}}
	if kind != "" {
		list = append(list, attribute{"type", strings.ToUpper(kind[:1]) + kind[1:]}, attribute{"number", latex(number)})
	}
	return append(list, attribute{"note", latex(s.Symbol(n))}, attribute{"year", year}, attribute{"month", month},
		attribute{"date", date}, attribute{"url", strings.NewReplacer("{", "%7B", "}", "%7D").Replace(s.Address(n))})
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
