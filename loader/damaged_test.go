package loader

import (
	"bytes"
	"context"
	"math/rand"
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestDamagedTexts reads texts of all houses as a bad scan or a slip of an
// editor leaves them: lines cut, swapped and doubled, marks and numbers set
// anywhere. Every one gives a document or a clear error, and evidence that
// stands in its text.
func TestDamagedTexts(t *testing.T) {
	var texts [][]byte
	for _, pattern := range []string{"testdata/houses/*.txt", "../testdata/*.txt"} {
		files, err := filepath.Glob(pattern)
		require.NoError(t, err)
		for _, file := range files {
			text, err := os.ReadFile(file)
			require.NoError(t, err)
			for ; len(text) > 20_000; text = text[15_000:] {
				texts = append(texts, text[:20_000])
			}
			texts = append(texts, text)
		}
	}
	require.NotEmpty(t, texts)
	random := rand.New(rand.NewSource(1))
	for range 5000 {
		text := damage(random, texts[random.Intn(len(texts))], texts)
		if !assert.NotPanics(t, func() { readsDamaged(t, text) }) {
			file := filepath.Join(os.TempDir(), "damaged.txt")
			require.NoError(t, os.WriteFile(file, text, 0o644))
			t.Fatalf("the text is kept as %s", file)
		}
	}
}

func readsDamaged(t *testing.T, text []byte) {
	r, err := Load(context.Background(), "damaged.txt", text, Options{})
	if err != nil {
		assert.ErrorContains(t, err, "damaged.txt: expected ")
		return
	}
	inSource(t, r)
}

// inSource fails where evidence or a paragraph stands outside its source.
func inSource(t *testing.T, r *Result) {
	length := utf8.RuneCountInString(r.Document.Source)
	for _, s := range r.Document.Statements {
		if e := s.Evidence; e.Start < 0 || e.End > length || e.Start >= e.End || e.Quote == "" || !utf8.ValidString(e.Quote) {
			t.Fatalf("evidence outside its source: %q %+v", e.Quote, e)
		}
	}
	for _, p := range r.Tree.Paragraphs {
		for _, part := range p.Parts {
			if !utf8.ValidString(part.S) || part.SourceEnd(len(part.S)) > len(r.Document.Source) {
				t.Fatalf("paragraph outside its source: %q", part.S)
			}
		}
	}
}

// slips are what gets into a text where it does not belong.
var slips = []string{
	"*", "_", "#", "1.", "(a)", "I.", "A.", "“", "”", "\n", "\n\n", " ", "\t", ".", ",", ";", "(", ")", "[", "]", "/", "- ", "• ", "|", "\f",
	"\xff", "\x00", "’", "S/", "resolution ", "para. ", "its ", "and ", "of the ", "3/CMA.1", "54/", "Decision ", "(XX", "para. 5 (e)",
	"Recalling ", "1 January ", "²", "Annex", "1373 (2001)", "Chapter ", "Section ", "Ibid.", "draft ", "on behalf of ", "adopted ", "Item 3",
}

// damage gives a text with up to sixty slips.
func damage(random *rand.Rand, text []byte, others [][]byte) []byte {
	text = bytes.Clone(text)
	for slips := 1 + random.Intn(60); slips > 0 && len(text) > 10; slips-- {
		text = slip(random, text, others)
	}
	return text
}

func slip(random *rand.Rand, text []byte, others [][]byte) []byte {
	at := random.Intn(len(text))
	end := min(len(text), at+1+random.Intn(60))
	put := []byte(slips[random.Intn(len(slips))])
	line := bytes.IndexByte(text[at:], '\n')
	word := bytes.IndexByte(text[at:], ' ')
	switch random.Intn(8) {
	case 0:
		put = nil
	case 1:
		end = at
	case 2:
		put, end = []byte{byte(random.Intn(256))}, at+1
	case 3: // a line of another text
		lines := bytes.SplitAfter(others[random.Intn(len(others))], []byte("\n"))
		put = lines[random.Intn(len(lines))]
	case 4: // at the start of a line
		if line >= 0 {
			at, end = at+line+1, at+line+1
		}
	case 5: // a line breaks off
		if line >= 0 {
			put, end = nil, at+line
		}
	case 6: // between words
		if word >= 0 {
			at, end = at+word, at+word
		}
	case 7: // said twice
		put, end = text[at:end], at
	}
	return append(append(bytes.Clone(text[:at]), put...), text[end:]...)
}
