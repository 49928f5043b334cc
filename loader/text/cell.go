package text

import "slices"

// cells reads a row of a table in whose cells paragraphs of an act stand, as drafts
// are set for comments: each cell is a line of its own. False where the row is a row.
func (b *blocker) cells(row line) bool {
	list := b.cellLines(row)
	if !slices.ContainsFunc(list, b.isParagraphCell) {
		return false
	}
	for _, cell := range list {
		content := b.source[cell.start:cell.end]
		fresh := b.Classify(content)
		if b.current != nil && b.current.Kind == BlockLabel && bareLabel(b.builder.sofar()) && fresh != BlockLabel {
			b.extend(cell) // the number stands in a cell of its own
		} else {
			b.open(cell, fresh)
		}
	}
	b.gap = true
	return true
}

// cellLines cuts a row of a table at its bars into the cells that are not empty.
func (b *blocker) cellLines(row line) []line {
	var list []line
	for at := row.start; at < row.end; {
		end := at + 1
		for end < row.end && b.source[end] != '|' {
			end++
		}
		cell := row
		cell.start, cell.end = at+1, end
		for cell.start < cell.end && isSpace(b.source[cell.start]) {
			cell.start++
		}
		for cell.end > cell.start && isSpace(b.source[cell.end-1]) {
			cell.end--
		}
		if at = end; cell.start < cell.end {
			list = append(list, cell)
		}
	}
	return list
}

// isParagraphCell says that a cell of a table is a paragraph of an act: it is long
// enough and begins with a verb of the vocabulary.
func (b *blocker) isParagraphCell(cell line) bool {
	return cell.end-cell.start > leastCell && b.Classify(b.source[cell.start:cell.end]) == BlockOpener
}

// leastCell is the fewest bytes of a cell that is a paragraph of an act.
const leastCell = 24
