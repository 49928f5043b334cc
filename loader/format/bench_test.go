package format

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"
)

// BenchmarkText decodes the made-up report, in each markup two hundred times
// over. MB/s are those of the file as it is.
func BenchmarkText(b *testing.B) {
	const times = 200
	again := func(name, from, to string) []byte {
		data := fixture(b, name)
		start := bytes.Index(data, []byte(from)) + len(from)
		end := bytes.LastIndex(data, []byte(to))
		return bytes.Join([][]byte{data[:start], bytes.Repeat(data[start:end], times), data[end:]}, nil)
	}
	part := func(name string) string { return string(fixture(b, filepath.Join("docx", "word", name))) }
	for _, f := range []struct {
		name string
		data []byte
		size int
	}{
		{name: "plain", data: []byte(strings.Repeat(string(fixture(b, "report.txt")), times))},
		{name: "HTML", data: again("report.html", "</nav>", "</body>")},
		{name: "AkomaNtoso", data: again("report.akn.xml", "<mainBody>", "</mainBody>")},
		{name: "DOCX", data: zipped(b, contentTypes, "<Types/>", mainPart, string(again("docx/word/document.xml", "<w:body>", "</w:body>")),
			numberingPart, part("numbering.xml"), stylesPart, part("styles.xml"), "word/footnotes.xml", part("footnotes.xml")),
			size: len(part("document.xml")) * times},
		{name: "PDF", data: fixture(b, "report.pdf")},
	} {
		b.Run(f.name, func(b *testing.B) {
			b.SetBytes(int64(max(f.size, len(f.data))))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := textOf(f.data); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
