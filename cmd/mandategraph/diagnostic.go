package main

import (
	"encoding/json"
	"slices"

	"mandategraph/graph"
)

// A diagnostic is something in a text that was not understood, as the
// property of that name holds it.
type diagnostic struct {
	Reason     string   `json:"reason"`
	Text       string   `json:"text"`
	Range      []int    `json:"range"`
	Paragraph  string   `json:"paragraph"`
	Candidates []string `json:"candidates"`
	// Line is the line of the source, from 1; 0 where no range is known.
	Line int `json:"-"`
}

// diagnosticsOf lists those of a document. One that cannot be read is shown
// with its text alone, so that nothing is hidden.
func diagnosticsOf(d graph.Document) []diagnostic {
	var list []diagnostic
	var lines []int
	for _, f := range d.Facts {
		if f.Property != "diagnostic" {
			continue
		}
		var g diagnostic
		if json.Unmarshal([]byte(f.Value), &g) != nil {
			g = diagnostic{Reason: "unreadable", Text: f.Value}
		}
		if len(g.Range) > 0 {
			if lines == nil {
				lines = lineStarts(d.Source)
			}
			g.Line = lineAt(lines, g.Range[0])
		}
		list = append(list, g)
	}
	return list
}

// lineStarts are the code points at which lines begin.
func lineStarts(source string) []int {
	starts, n := []int{0}, 0
	for _, r := range source {
		n++
		if r == '\n' {
			starts = append(starts, n)
		}
	}
	return starts
}

// lineAt is the number of the line that holds a code point.
func lineAt(starts []int, point int) int {
	i, found := slices.BinarySearch(starts, point)
	if found {
		return i + 1
	}
	return i
}
