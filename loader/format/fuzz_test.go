package format

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

const fixtures = "../../testdata/formats"

func fixture(t testing.TB, name string) []byte {
	data, err := os.ReadFile(filepath.Join(fixtures, name))
	require.NoError(t, err)
	return data
}

// decoded fails where a decoder gives what is no text.
func decoded(t *testing.T, text string, err error) {
	if err == nil && !utf8.ValidString(text) {
		t.Fatalf("not valid UTF-8: %q", text[:min(len(text), 100)])
	}
}

func FuzzText(f *testing.F) {
	for _, name := range []string{"report.txt", "report.html", "report.akn.xml"} {
		f.Add(fixture(f, name))
	}
	f.Add(worded(f, "<w:p><w:r><w:t>The text of it</w:t></w:r></w:p>"))
	f.Add(gzipped(f, []byte(prose)))
	f.Add(utf16LE(prose))
	f.Fuzz(func(_ *testing.T, data []byte) {
		_, _ = textOf(data) // what is plain text may be of any bytes
		_ = IsPlain(data)
	})
}

func FuzzUnpack(f *testing.F) {
	f.Add(zipped(f, "a.txt", prose, "b.zip", string(zipped(f, "c.txt", prose))))
	f.Add(gzipped(f, tarred(f, "a.txt", []byte(prose))))
	f.Add(tarred(f, "a.txt", []byte(prose)))
	f.Fuzz(func(t *testing.T, data []byte) {
		Unpack(context.Background(), "a", data, DefaultLimits(), func(name string, _ []byte, err error) {
			if name == "" {
				t.Fatal("a member without a name")
			}
		})
	})
}

func FuzzHTML(f *testing.F) {
	f.Add(fixture(f, "report.html"))
	f.Add([]byte("<ol type=i><li><table><tr><td><sup>1<p></ol><pre>a\nb<br>c"))
	f.Fuzz(func(t *testing.T, data []byte) {
		text, err := readHTML(context.Background(), data, DefaultLimits())
		decoded(t, text, err)
	})
}

func FuzzAKN(f *testing.F) {
	f.Add(fixture(f, "report.akn.xml"))
	f.Add([]byte(`<akomaNtoso><meta><note id="n"><p>x</p></note></meta><p>a<noteRef href="#n" marker="1"/><authorialNote>b</authorialNote></p></akomaNtoso>`))
	f.Fuzz(func(t *testing.T, data []byte) {
		text, err := readAKN(context.Background(), data, DefaultLimits())
		decoded(t, text, err)
	})
}

func FuzzDOCX(f *testing.F) {
	part := func(name string) []byte { return fixture(f, filepath.Join("docx", "word", name)) }
	f.Add(part("document.xml"), part("numbering.xml"), part("styles.xml"), part("footnotes.xml"))
	f.Fuzz(func(t *testing.T, document, numbers, styles, notes []byte) {
		text, err := readDOCX(context.Background(), zipped(t, contentTypes, "<Types/>", mainPart, string(document),
			numberingPart, string(numbers), stylesPart, string(styles), "word/footnotes.xml", string(notes)), DefaultLimits())
		decoded(t, text, err)
	})
}

func FuzzPDF(f *testing.F) {
	f.Add(fixture(f, "report.pdf"))
	f.Fuzz(func(t *testing.T, data []byte) {
		text, err := readPDF(context.Background(), data, DefaultLimits())
		decoded(t, text, err)
	})
}

// FuzzLayout puts characters anywhere on pages: six bytes for each.
func FuzzLayout(f *testing.F) {
	f.Add([]byte("A\x10\x10\x0a\x00\x00b\x18\x10\x0a\x00\x001\x20\x14\x06\x00\x00\n\x00\x00\x00\x00\x00a\x10\x30\x0a\x00\x01"))
	f.Fuzz(func(t *testing.T, data []byte) {
		pages := make([]page, 3)
		for i := range pages {
			g := &gatherer{}
			for at := i; at+6 <= len(data); at += 6 {
				x, y, size := float64(data[at+1])*3, float64(data[at+2])*3, float64(data[at+3])
				g.char(char{letter: rune(data[at]), left: x, bottom: y, right: x + size/2, top: y + size,
					typeface: typeface{size: size, bold: data[at+4] > 150}})
			}
			g.close()
			pages[i] = page{width: 600, height: 790, runs: g.runs}
		}
		text, err := layOut(pages, DefaultLimits())
		decoded(t, text, err)
	})
}
