package export

import (
	"bufio"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"mandategraph/graph/snapshot"
)

// maxMermaid is how much of a name is shown, in code points.
const maxMermaid = 60

// writeMermaid writes a flowchart of Mermaid (https://mermaid.js.org), from
// right to left as citations go back in time. It shows names, relations and
// paragraphs; Mermaid itself draws at most 500 edges where it is not told
// otherwise.
func writeMermaid(w *bufio.Writer, s *snapshot.Snapshot, o Options) error {
	numbers := map[string]string{}
	put := func(format string, args ...any) { _, _ = fmt.Fprintf(w, format, args...) } // the buffer keeps the first error
	put("flowchart RL\n")
	eachNode(s, o, func(id string, list []attribute) {
		numbers[id] = "n" + strconv.Itoa(len(numbers))
		label := list[1].value
		if n, ok := s.Lookup(id); ok {
			label = short(s, n)
		}
		put("  %s[\"%s\"]\n", numbers[id], mermaidText(label))
	})
	eachEdge(s, o, func(e joined) {
		label := e.statement.Relation
		if locator := e.statement.Evidence.Locator(); locator != "" {
			label += " (" + locator + ")"
		}
		put("  %s -->|\"%s\"| %s\n", numbers[e.source], mermaidText(label), numbers[e.target])
	})
	return w.Flush()
}

// mermaidText is text that may stand between quotation marks: what Mermaid or
// the HTML it makes could read as anything else is written as an entity code.
func mermaidText(text string) string {
	if utf8.RuneCountInString(text) > maxMermaid {
		text = string([]rune(text)[:maxMermaid-1]) + "…"
	}
	var b strings.Builder
	for _, r := range text {
		switch {
		case r < ' ' || r == 0x7f:
			b.WriteByte(' ')
		case strings.ContainsRune("\"#;<>&`\\*_", r):
			fmt.Fprintf(&b, "#%d;", r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
