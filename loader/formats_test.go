package loader

import (
	"archive/zip"
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const formats = "../testdata/formats"

// packed makes a DOCX of its parts in a folder.
func packed(t testing.TB, folder string) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	require.NoError(t, z.AddFS(os.DirFS(folder)))
	require.NoError(t, z.Close())
	return b.Bytes()
}

// proofs are what a document says, wherever in its text.
func proofs(t testing.TB, name string, data []byte) []string {
	r, err := Load(context.Background(), name, data, Options{})
	require.NoError(t, err)
	var list []string
	for _, s := range r.Document.Statements {
		list = append(list, strings.Join([]string{s.Subject, s.Relation, s.Object, s.Evidence.Paragraph, s.Evidence.Quote, s.Qualifiers["verb"], s.Qualifiers["citedTitle"]}, " | "))
	}
	return list
}

// The made-up report is printed in each format as that is used to: automatic
// numbers, footnotes and deleted text in DOCX; lists, navigation and endnotes
// in HTML; a contents list with leaders, running heads, broken words and
// footnotes at the feet of pages in PDF.
func TestOneReportSaysTheSameInEveryFormat(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(formats, "report.txt"))
	require.NoError(t, err)
	want := proofs(t, "report.txt", text)
	require.Len(t, want, 24)
	printings := map[string][]byte{
		"DOCX":              packed(t, filepath.Join(formats, "docx")),
		"UTF-16":            wide(string(text)),
		"lines of 72":       []byte(wrap(string(text), 72)),
		"tabs after labels": []byte(strings.NewReplacer(". ", ".\t", ") ", ")\t").Replace(string(text))),
	}
	for _, name := range []string{"report.html", "report.akn.xml", "report.pdf"} {
		printings[name], err = os.ReadFile(filepath.Join(formats, name))
		require.NoError(t, err)
	}
	for name, data := range printings {
		assert.ElementsMatch(t, want, proofs(t, name, data), name)
	}
}

func wide(s string) []byte {
	b := []byte{0xFF, 0xFE}
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, byte(u), byte(u>>8))
	}
	return b
}

// wrap breaks paragraphs into lines.
func wrap(s string, width int) string {
	var b strings.Builder
	for _, line := range strings.Split(s, "\n") {
		n := 0
		for i, word := range strings.Split(line, " ") {
			if n += len(word) + 1; i > 0 && n > width && !strings.Contains(line, "\t") {
				b.WriteByte('\n')
				n = len(word)
			} else if i > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(word)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func TestADocumentNeedsAnIdentity(t *testing.T) {
	for _, text := range []string{"", "\xef\xbb\xbf", " \n \n", "----\n1.\n"} {
		_, err := Load(context.Background(), "empty.txt", []byte(text), Options{})
		assert.ErrorContains(t, err, "empty.txt: expected a text, found no words", "%q", text)
	}
}
