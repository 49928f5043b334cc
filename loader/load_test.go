package loader

import (
	"context"
	"os"
	"regexp"
	"sort"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/graph"
	"mandategraph/loader/tree"
)

// sampleText and sampleResult are the sample and its reading, once for all
// tests, which must not change them.
var (
	sampleText = sync.OnceValue(func() string {
		data, err := os.ReadFile("../testdata/cop12-report.txt")
		if err != nil {
			panic(err)
		}
		return string(data)
	})
	sampleResult = sync.OnceValues(func() (*Result, error) {
		return Load(context.Background(), "test.txt", []byte(sampleText()), Options{})
	})
)

func sample(t testing.TB) *Result {
	r, err := sampleResult()
	require.NoError(t, err)
	return r
}

func load(t testing.TB, text string) *Result {
	r, err := Load(context.Background(), "test.txt", []byte(text), Options{})
	require.NoError(t, err)
	return r
}

// edges are what must not change when only the printing does.
func edges(r *Result) []string {
	var list []string
	for _, s := range r.Document.Statements {
		list = append(list, strings.Join([]string{s.Subject, s.Relation, s.Object, s.Evidence.Paragraph}, " "))
	}
	sort.Strings(list)
	return list
}

// The quote of every statement must be what its range cuts from the stored
// source, without footnotes between, markup and line breaks.
func TestEveryQuoteIsCutFromTheSource(t *testing.T) {
	for _, text := range []string{sampleText(), madeUp} {
		r := load(t, text)
		require.NotEmpty(t, r.Document.Statements)
		source := []rune(r.Document.Source)
		for _, s := range r.Document.Statements {
			e := s.Evidence
			require.True(t, 0 <= e.Start && e.Start < e.End && e.End <= len(source), "%v", e)
			cut := plainQuote(string(source[e.Start:e.End]))
			assert.Equal(t, e.Quote, cut, "%s %s %s", s.Subject, s.Relation, s.Object)
		}
	}
}

var (
	noteBlock = regexp.MustCompile(`(?m)^(?:[¹²³⁰⁴-⁹]+|\*) .*$`)
	link      = regexp.MustCompile(`\[([^\]]*)\]\([^)]*\)`)
	linkEnd   = regexp.MustCompile(`\]\([^)]*\)`)
	marks     = regexp.MustCompile(`[¹²³⁰⁴-⁹]+|\*|</?i>`)
)

func plainQuote(s string) string {
	if i := strings.IndexByte(s, '\n'); i >= 0 {
		s = s[:i] + noteBlock.ReplaceAllString(s[i:], "")
	}
	return strings.Join(strings.Fields(marks.ReplaceAllString(linkEnd.ReplaceAllString(link.ReplaceAllString(s, "$1"), ""), "")), " ")
}

func TestPrintingDoesNotChangeWhatIsSaid(t *testing.T) {
	text := sampleText()
	want := edges(load(t, text))
	for name, change := range map[string]func(string) string{
		"links as plain text": func(s string) string { return link.ReplaceAllString(s, "$1") },
		"no italics":          func(s string) string { return regexp.MustCompile(`(\s)\*(\S[^*\n]*)\*`).ReplaceAllString(s, "$1$2") },
		"no-break spaces":     func(s string) string { return strings.ReplaceAll(s, "resolution ", "resolution\u00a0") },
		"straight quotes":     func(s string) string { return strings.NewReplacer("“", `"`, "”", `"`).Replace(s) },
		"CR LF":               func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") },
		"a page break in the middle of a paragraph": func(s string) string {
			return strings.Replace(s, "the International Instrument to Enable States", "the\n\nInternational Instrument to Enable States", 1)
		},
		"a footnote block in the middle of a title": func(s string) string {
			return strings.Replace(s, "“Crime prevention and criminal justice responses against illicit", "“Crime prevention and\n\n⁹⁹ Text as adopted.\n\ncriminal justice responses against illicit", 1)
		},
	} {
		assert.Equal(t, want, edges(load(t, change(text))), name)
	}
}

func TestSampleTree(t *testing.T) {
	r := sample(t)
	counts := map[string]int{}
	recommendations := 0
	for _, p := range r.Tree.Paragraphs {
		counts[p.Kind]++
		if p.Kind == tree.Annexed && p.Act.Kind == graph.Resolution && p.Locator != "an1" && p.Locator != "an2" {
			recommendations++
		}
		if p.Kind == tree.Operative && p.Depth > 0 {
			counts[tree.Operative]--
		}
	}
	assert.Len(t, r.Tree.Acts, 6)
	assert.Equal(t, 36, counts[tree.Operative])
	assert.Equal(t, 40, counts[tree.Preambular])
	assert.Equal(t, 62, recommendations)
	assert.Equal(t, 22, counts[tree.Footnote])
}

func TestTitlesComeOutWhole(t *testing.T) {
	const want = "Outcomes of the joint thematic discussion of the Working Group of Government Experts on Technical Assistance and the Working Group on International Cooperation on the application of the United Nations Convention against Transnational Organized Crime for preventing and combating transnational organized crimes that affect the environment"
	titles := 0
	for _, s := range sample(t).Document.Statements {
		if s.Object == "ctoc-cop/resolution/11/3" && s.Qualifiers["citedTitle"] != "" {
			titles++
			assert.Equal(t, want, s.Qualifiers["citedTitle"], s.Evidence.Paragraph)
		}
	}
	assert.Equal(t, 3, titles)
}

func TestNothingThatIsNoTextIsRead(t *testing.T) {
	_, err := Load(context.Background(), "x.pdf", []byte("%PDF\x00\x00"), Options{})
	assert.ErrorContains(t, err, "x.pdf")
}
