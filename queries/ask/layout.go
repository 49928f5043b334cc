package ask

import (
	"strings"
	"unicode/utf8"
)

// Lines of an answer in a terminal.

const (
	lineWidth = 120
	minWidth  = 40
)

// align sets cells in columns of equal width, without those that are empty in
// every line; the last one wraps.
func align(cells [][]string) string { return strings.Join(alignRows(cells), "") }

func alignRows(cells [][]string) []string {
	var widths []int
	for _, line := range cells {
		for i, cell := range line {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], utf8.RuneCountInString(cell))
		}
	}
	lines := make([]string, len(cells))
	for k, line := range cells {
		if tooWide(widths) {
			lines[k] = stacked(line)
			continue
		}
		var b strings.Builder
		b.WriteString(" ")
		indent := 1
		for i, cell := range line {
			if widths[i] == 0 {
				continue
			}
			b.WriteByte(' ')
			indent++
			if i == len(line)-1 {
				b.WriteString(wrap(cell, indent))
				break
			}
			b.WriteString(cell + strings.Repeat(" ", widths[i]-utf8.RuneCountInString(cell)+1))
			indent += widths[i] + 1
		}
		lines[k] = strings.TrimRight(b.String(), " ") + "\n"
	}
	return lines
}

// tooWide says that the columns leave no room for the last one beside them.
func tooWide(widths []int) bool {
	sum := 0
	for _, w := range widths[:max(len(widths)-1, 0)] {
		sum += w + 2
	}
	return sum > lineWidth-minWidth
}

// stacked sets the short cells on one line and the last one below.
func stacked(line []string) string {
	var first []string
	for _, cell := range line[:len(line)-1] {
		if cell != "" {
			first = append(first, cell)
		}
	}
	text := "  " + wrap(strings.Join(first, " · "), 4) + "\n"
	if last := line[len(line)-1]; last != "" {
		text += "      " + wrap(last, 6) + "\n"
	}
	return text
}

// wrap breaks text at blanks; lines after the first are indented.
func wrap(text string, indent int) string {
	width := max(lineWidth-indent, minWidth)
	var b strings.Builder
	column := 0
	for i, word := range strings.Fields(text) {
		length := utf8.RuneCountInString(word)
		switch {
		case i == 0:
		case column+1+length > width:
			b.WriteString("\n" + strings.Repeat(" ", indent))
			column = 0
		default:
			b.WriteByte(' ')
			column++
		}
		b.WriteString(word)
		column += length
	}
	return b.String()
}
