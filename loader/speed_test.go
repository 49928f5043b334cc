package loader

import (
	"context"
	"regexp"
	"runtime/debug"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/loader/scan"
)

// plainCitation is what a script would look for: the acts that are named by
// "resolution" or "decision" and a number. No body, date, list, paragraph or
// verb, no evidence, no diagnostics.
var plainCitation = regexp.MustCompile(`(?:resolution|decision)s? \d+/\d+`)

// The whole reading of a report, from its bytes to its statements with
// evidence, beside one pass of one regular expression over the same bytes.
func BenchmarkLoad(b *testing.B) {
	defer debug.SetGCPercent(debug.SetGCPercent(400)) // as the program has it while it reads
	text := sampleText()
	read := func(b *testing.B, text func() int) {
		b.ReportAllocs()
		n := 0
		for b.Loop() {
			n = text()
		}
		b.SetBytes(int64(len(sampleText())))
		b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "documents/s")
		b.ReportMetric(float64(n), "found")
	}
	var whole, pass float64
	b.Run("statements", func(b *testing.B) {
		read(b, func() int {
			result, err := LoadText(context.Background(), "report", text, Options{})
			require.NoError(b, err)
			return len(result.Document.Statements)
		})
		whole = b.Elapsed().Seconds() / float64(b.N)
	})
	b.Run("one regexp", func(b *testing.B) {
		read(b, func() int { return len(plainCitation.FindAllString(text, -1)) })
		pass = b.Elapsed().Seconds() / float64(b.N)
		if whole > 0 {
			b.ReportMetric(whole/pass, "statements/regexp-time")
		}
	})
}

// Reading takes time in proportion to the text: what is made for each byte of a
// report eight times as long is no more than half as much again.
func TestReadingIsLinear(t *testing.T) {
	text := sampleText()
	perByte := func(text string) float64 {
		allocations := testing.AllocsPerRun(2, func() {
			_, err := LoadText(context.Background(), "report", text, Options{})
			require.NoError(t, err)
		})
		return allocations / float64(len(text))
	}
	once, eight := perByte(text), perByte(strings.Repeat(text, 8))
	assert.Less(t, eight, 1.5*once, "allocations for each byte: %g in one report, %g in eight", once, eight)
}

// Every pattern finds what its expression finds, though it is tried only where
// its start and its anchors allow.
func TestPatternsFindWhatTheirExpressionsFind(t *testing.T) {
	texts := strings.Split(sampleText(), "\n")
	for _, p := range scan.Patterns() {
		for _, text := range texts {
			want := p.Regexp().FindAllStringSubmatchIndex(text, -1)
			if got := p.FindAll(text); !assert.Equal(t, want, got, "%s in %q", p, text) {
				break
			}
		}
	}
}
