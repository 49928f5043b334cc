package export

import (
	"bufio"
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// annotatedWidth is the longest piece of a line, in code points; beyond
// widestDrawing a label gets a line of its own.
const (
	annotatedWidth = 110
	widestDrawing  = 150
)

// A drawing is one finding to be drawn under the words that prove it.
type drawing struct {
	start, end int // code points of the source
	label      string
}

// writeAnnotated writes the source text of each document with its findings
// drawn under the lines, so that a person can check the reading of a text.
func writeAnnotated(w *bufio.Writer, s *snapshot.Snapshot, o Options) error {
	for d := range o.documents(s) {
		if d.ID != graph.ReferenceData {
			annotate(d, w)
		}
	}
	return nil
}

func annotate(d graph.Document, w *bufio.Writer) {
	fmt.Fprintf(w, "# %s\n", d.ID)
	drawings, paragraphs := drawings(d), paragraphStarts(d)
	at := 0
	for number, line := range strings.Split(d.Source, "\n") {
		text := []rune(line)
		for from := 0; from == 0 || from < len(text); {
			to := pieceEnd(text, from)
			for _, id := range paragraphs[at+from : min(at+to+1, len(paragraphs))] {
				if id != "" {
					fmt.Fprintf(w, "\n       § %s\n", strings.TrimPrefix(id, d.ID+"#"))
				}
			}
			mark := ""
			if from == 0 {
				mark = strconv.Itoa(number + 1)
			}
			fmt.Fprintf(w, "%s\n", strings.TrimRight(fmt.Sprintf("%6s %s", mark, visible(text[from:to])), " "))
			drawings = drawUnder(w, drawings, at+from, at+to)
			if from = to; from == 0 {
				break
			}
		}
		at += len(text) + 1
	}
}

// pieceEnd is where a long line is broken: after the last space that fits.
func pieceEnd(text []rune, from int) int {
	if len(text)-from <= annotatedWidth {
		return len(text)
	}
	for to := from + annotatedWidth; to > from+annotatedWidth/2; to-- {
		if text[to-1] == ' ' {
			return to
		}
	}
	return from + annotatedWidth
}

// visible keeps every code point one column wide.
func visible(text []rune) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7F {
			return ' '
		}
		return r
	}, string(text))
}

// drawUnder draws what lies in a piece, and gives what begins after it or goes
// on beyond it.
func drawUnder(w *bufio.Writer, drawings []drawing, from, to int) []drawing {
	var open []drawing
	i := 0
	for ; i < len(drawings) && drawings[i].start < to; i++ {
		g := drawings[i]
		start, end := max(g.start, from), min(g.end, to)
		same := i+1 < len(drawings) && drawings[i+1].start == g.start && drawings[i+1].end == g.end
		if end > start {
			label := g.label
			if g.start < from {
				label = "…"
			}
			if g.start >= from || !same {
				if 8+end-from+utf8.RuneCountInString(label) > widestDrawing {
					label = "\n" + strings.Repeat(" ", 10) + label
				} else {
					label = " " + label
				}
				fmt.Fprintf(w, "%s%s%s\n", strings.Repeat(" ", 7+start-from), strings.Repeat("^", end-start), label)
			}
		}
		if g.end > to {
			open = append(open, g)
		}
	}
	return slices.Concat(open, drawings[i:])
}

// drawings lists statements and diagnostics in the order of the text.
func drawings(d graph.Document) []drawing {
	var list []drawing
	for _, st := range d.Statements {
		list = append(list, drawing{st.Evidence.Start, st.Evidence.End, label(st)})
	}
	for _, f := range d.Facts {
		var g struct {
			Reason     string
			Range      [2]int
			Candidates []string
		}
		if f.Property != "diagnostic" || json.Unmarshal([]byte(f.Value), &g) != nil {
			continue
		}
		label := "?? " + g.Reason
		if len(g.Candidates) > 0 {
			label += ": " + strings.Join(g.Candidates, ", ")
		}
		list = append(list, drawing{g.Range[0], g.Range[1], label})
	}
	slices.SortStableFunc(list, func(a, b drawing) int {
		return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(b.end, a.end), cmp.Compare(a.label, b.label))
	})
	return list
}

// undrawn are qualifiers that the words above show, or that say how they were
// read.
var undrawn = []string{"rule", "confidence", "citedTitle", "mandate"}

// label says what a statement says; the subject is left out where it is what
// speaks in the paragraph.
func label(s graph.Statement) string {
	text := s.Relation + " " + s.Object
	if parent, _, _ := strings.Cut(s.Evidence.Paragraph, "#"); s.Subject != parent {
		text = s.Subject + " " + text
	}
	for _, q := range graph.Qualifiers {
		if v := s.Qualifiers[q.Name]; v != "" && !slices.Contains(undrawn, q.Name) {
			text += " · " + q.Name + "=" + v
		}
	}
	return text
}

// paragraphStarts gives the id of the paragraph that begins at a code point.
func paragraphStarts(d graph.Document) []string {
	starts := make([]string, len([]rune(d.Source))+1)
	for _, f := range d.Facts {
		if f.Property != "start" {
			continue
		}
		if at, err := strconv.Atoi(f.Value); err == nil && at < len(starts) {
			starts[at] = f.Subject
		}
	}
	return starts
}
