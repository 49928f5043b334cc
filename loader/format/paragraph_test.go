package format

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// letterWidth is how wide a letter of set lines is, in letter sizes.
const letterWidth = 0.5

// A setLine is a line of a page as a typesetter sets it: where it begins, and its text.
// Where the text has two spaces, a piece stands apart.
type setLine struct {
	left float64
	text string
}

// setPage sets lines in ten points below one another.
func setPage(lines ...setLine) page {
	p := page{width: 600, height: 790}
	for i, l := range lines {
		x, base := l.left, 640-12*float64(i)
		for _, word := range strings.Fields(l.text) {
			end := x + 10*letterWidth*float64(len([]rune(word)))
			p.runs = append(p.runs, glyphRun{text: word, x0: x, x1: end, base: base, size: 10, sits: true, spaced: true})
			x = end + 10*letterWidth
		}
	}
	return p
}

// set sets lines that all begin at one edge.
func set(left float64, lines ...string) (list []setLine) {
	for _, l := range lines {
		list = append(list, setLine{left, l})
	}
	return list
}

func paragraphsOf(t *testing.T, pages ...page) []string {
	t.Helper()
	text, err := layOut(pages, DefaultLimits())
	require.NoError(t, err)
	return strings.Split(strings.TrimSpace(text), "\n\n")
}

// full are lines of a paragraph that fill their column.
var full = []string{
	"5. The Committee met in the spring of the year, heard its Chair and the",
	"pilots of the harbour, and elected the officers that are listed below, as",
	"its rules provide and as Ana Example had proposed at the meeting before:",
}

func TestALineThatLeavesRoomEndsAnEntryOfAList(t *testing.T) {
	lines := append(set(100, full...), set(130, "Chair:", "Ana Example (Fiji)", "Vice-Chairs:", "Bo Example (Nepal)", "Cecilia Longer Example (Peru)")...)
	assert.Equal(t, []string{strings.Join(full, " "), "Chair:", "Ana Example (Fiji)", "Vice-Chairs:", "Bo Example (Nepal)", "Cecilia Longer Example (Peru)"},
		paragraphsOf(t, setPage(lines...)))
	quoted := []string{"“Pilots know the channels of", "Peru and of the islands, and", "Fiji has asked them to stay”."}
	assert.Equal(t, []string{strings.Join(full, " "), strings.Join(quoted, " ")},
		paragraphsOf(t, setPage(append(set(100, full...), set(160, quoted...)...)...)), "a narrower column is full sooner")
	open := []string{"Report of the Secretary-", "General on buoys, and of", "Members of the Council"}
	assert.Equal(t, []string{strings.Join(full, " "), "Report of the Secretary-General on buoys, and of Members of the Council"},
		paragraphsOf(t, setPage(append(set(100, full...), set(130, open...)...)...)), "no entry ends in a hyphen or a small word")
}

func TestHyphensAtTheEndOfLines(t *testing.T) {
	for _, c := range []struct{ first, second, want string }{
		{"6. The meeting was opened by the representative of the Under-", "Secretary-General for Ferries.", "the Under-Secretary-General for Ferries."},
		{"6. The meeting had before it the report on the ferries (A/99/81-", "E/2047/62).", "(A/99/81-E/2047/62)."},
		{"6. The meeting considered, as in years before, a number of short-", "and long-term measures.", "short- and long-term measures."},
		{"6. The meeting heard of the need for safe ferries and of well-", "kept buoys.", "well-kept buoys."},
	} {
		text := paragraphsOf(t, setPage(set(100, append(full[:3:3], c.first, c.second)...)...))
		assert.Contains(t, text[len(text)-1], c.want)
	}
}

func TestAnItalicLetterLeansOverTheSpaceBehindIt(t *testing.T) {
	g := &gatherer{}
	for _, c := range []struct {
		letter      rune
		left, right float64
	}{{'o', 0, 5}, {'f', 5, 11}, {' ', 0, 0}, {'I', 11.8, 15}, {'n', 15, 20}, {' ', 0, 0}, {'3', 24, 29}, {'–', 29, 34}, {' ', 0, 0}, {'4', 34.8, 39}} {
		g.char(char{letter: c.letter, left: c.left, right: c.right, top: 10, typeface: typeface{size: 10}})
	}
	g.close()
	line := printedLines(g.runs)
	require.Len(t, line, 1)
	assert.Equal(t, "of In 3–4", line[0].text)
}
