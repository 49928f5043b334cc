package loader

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"mandategraph/loader/format"
)

// repeatedPieces each stand for a loop of some rule: over marks, levels of
// items, names, symbols, lists, quotations, sentences and lines.
var repeatedPieces = []string{
	"²", "“a” ", "(a) a\n", "* a\n", "## 1.\n", "1 A/80/1\n", "A/80/1 ", "and 3/4 ", "1/2, ", "Article 5, ", "the Conference ",
	"of the Convention ", "the Bureau, ", "Against: Ghana, ", "Assembly Resolution ", "members to:\n", "Recalling x,\n", "The General Assembly,\n",
	"the recommendations of the Working Group at its fifth meeting ", "adopted ", "to CITES\n", "Resolution 1/2\n", "| a ", "((",
}

// BenchmarkGrowth reads texts of one piece repeated, which no text is, but which
// show where time grows faster than the text. The figure "tenfold/text" is the
// time of a text ten times as long by ten times the time of the text: about 1
// where reading is linear, 10 where it is quadratic.
func BenchmarkGrowth(b *testing.B) {
	const size = 60_000
	limits := format.DefaultLimits()
	limits.Paragraphs = 10 * size // a piece may be a paragraph
	for _, piece := range repeatedPieces {
		b.Run(fmt.Sprintf("%q", piece), func(b *testing.B) {
			read := func(n int) time.Duration {
				text := "Resolution 1/2\n\nThe General Assembly,\n\nRecalling " + strings.Repeat(piece, n/len(piece))
				began := time.Now()
				if _, err := LoadText(context.Background(), "report", text, Options{Limits: &limits}); err != nil {
					b.Fatal(err)
				}
				return time.Since(began)
			}
			var once, ten time.Duration
			for b.Loop() {
				once += read(size)
				ten += read(10 * size)
			}
			b.ReportMetric(float64(ten)/float64(10*once), "tenfold/text")
		})
	}
}
