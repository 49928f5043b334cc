package session

import (
	"strings"

	"mandategraph/graph/names"
	"mandategraph/loader/text"
	"mandategraph/loader/tree"
)

// A table of a vote has a column for each side, with a mark in the row of each State,
// or one column with the side's own word: "| Chile | X | | |", "| Chile | Yes |".

// tableWords are the words of the sides in the head of a table and in its cells.
var tableWords = map[string]int{
	"yes": inFavour, "y": inFavour, "in favour": inFavour, "for": inFavour, "+": inFavour,
	"no": against, "n": against, "against": against,
	"abstain": abstaining, "abstaining": abstaining, "abstention": abstaining, "abstentions": abstaining,
	"abstained": abstaining, "a": abstaining,
	"absent": noSide, "not voting": noSide,
}

// A cell is what stands between two bars of a row, and where.
type cell struct {
	text     string
	from, to int
}

// cellsOf cuts a row of a table at its bars; nil where the text is no row.
func cellsOf(s string) (cells []cell) {
	if !strings.HasPrefix(s, "|") {
		return nil
	}
	for from := 1; from < len(s); {
		end := strings.IndexByte(s[from:], '|')
		if end < 0 {
			break
		}
		words := s[from : from+end]
		at := from + len(words) - len(strings.TrimLeft(words, " *"))
		words = strings.Trim(words, " *")
		cells, from = append(cells, cell{words, at, at + len(words)}), from+end+1
	}
	return cells
}

// tableHead reads the sides of the columns; ok needs a side in favour and one against,
// or one column of votes.
func tableHead(cells []cell) (sides []int, ok bool) {
	found := map[int]bool{}
	for _, c := range cells {
		side, known := tableWords[strings.ToLower(c.text)]
		switch {
		case known:
			found[side] = true
		case strings.EqualFold(c.text, "vote"):
			side, found[inFavour], found[against] = ownWord, true, true
		default:
			side = -1
		}
		sides = append(sides, side)
	}
	return sides, found[inFavour] && found[against]
}

// ownWord is the column in whose cells the side itself is written.
const ownWord = noSide + 1

// row reads a row of the table of a vote: its head, or a State and its side. It gives
// false where the row is none of it.
func (r *roll) row(p *tree.Paragraph, part text.Text) bool {
	cells := cellsOf(part.S)
	if sides, ok := tableHead(cells); ok {
		r.sides, r.full = sides, true
		return true
	}
	if len(cells) == 0 || r.sides == nil {
		return false
	}
	state, at, ok := stateOfRow(cells)
	if !ok {
		return false
	}
	for i, c := range cells {
		side := -1
		if i < len(r.sides) && i != at && c.text != "" {
			side = r.sides[i]
		}
		if side == ownWord {
			word, known := tableWords[strings.ToLower(c.text)]
			if side = word; !known {
				side = -1
			}
		}
		if side >= 0 {
			r.listed[side] = true
			r.add(voter{p, part, cells[at].from, max(cells[at].to, c.to), state, side})
			break
		}
	}
	return true
}

// stateOfRow finds the cell of the State.
func stateOfRow(cells []cell) (id string, at int, ok bool) {
	for i, c := range cells {
		if e, known := names.StateFinder().Named(strings.TrimPrefix(c.text, "the ")); known {
			return e.ID, i, true
		}
	}
	return "", 0, false
}
