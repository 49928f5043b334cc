package format

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const prose = "Report of the Widget Commission on its fourth session\n\n1. The Commission recalled resolution 5/4 of the Assembly, and took note of the report of the Secretary-General that was before it.\n"

// zipped makes a zip archive of names and contents.
func zipped(t testing.TB, parts ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		w, err := z.Create(parts[i])
		require.NoError(t, err)
		_, err = w.Write([]byte(parts[i+1]))
		require.NoError(t, err)
	}
	require.NoError(t, z.Close())
	return b.Bytes()
}

func gzipped(t testing.TB, data []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	_, err := z.Write(data)
	require.NoError(t, err)
	require.NoError(t, z.Close())
	return b.Bytes()
}

func tarred(t testing.TB, name string, data []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	require.NoError(t, w.WriteHeader(&tar.Header{Name: name, Size: int64(len(data)), Mode: 0o644, Typeflag: tar.TypeReg}))
	_, err := w.Write(data)
	require.NoError(t, err)
	require.NoError(t, w.Close())
	return b.Bytes()
}

const documentXML = `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`

// worded makes a DOCX of the paragraphs of its body and further parts.
func worded(t testing.TB, body string, parts ...string) []byte {
	t.Helper()
	return zipped(t, append([]string{contentTypes, "<Types/>", mainPart, documentXML + body + "</w:body></w:document>"}, parts...)...)
}

func TestEachKindIsRecognizedByItsContent(t *testing.T) {
	for name, data := range map[string][]byte{
		"text":         []byte(prose),
		"UTF-8 mark":   append([]byte("\xef\xbb\xbf"), prose...),
		"UTF-16":       utf16LE(prose),
		"HTML":         []byte("<!-- made up --><html><head><title>x</title></head><body><p>" + strings.ReplaceAll(prose, "\n\n", "</p><p>")),
		"XHTML":        []byte(`<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body><p>` + strings.ReplaceAll(prose, "\n\n", "</p><p>") + `</p></body></html>`),
		"Akoma Ntoso":  []byte(`<?xml version="1.0"?><!-- made up --><akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement><mainBody><p>` + strings.ReplaceAll(prose, "\n\n", "</p><p>") + `</p></mainBody></statement></akomaNtoso>`),
		"DOCX":         worded(t, "<w:p><w:r><w:t>"+strings.ReplaceAll(prose, "\n\n", "</w:t></w:r></w:p><w:p><w:r><w:t>")+"</w:t></w:r></w:p>"),
		"Windows-1252": []byte(strings.Replace(prose, "Widget", "Widget \x96 caf\xe9 \x93Cogs\x94", 1)),
	} {
		text, err := textOf(data)
		if assert.NoError(t, err, name) {
			assert.Equal(t, "1. The Commission recalled resolution 5/4 of the Assembly, and took note of the report of the Secretary-General that was before it.", strings.Split(strings.TrimSpace(text), "\n")[2], name)
		}
	}
	text, err := textOf([]byte(strings.Replace(prose, "Widget", "caf\xe9 \x93Cogs\x94", 1)))
	require.NoError(t, err)
	assert.Contains(t, text, "café “Cogs” Commission")
}

func utf16LE(s string) []byte {
	b := []byte("\xff\xfe")
	for _, c := range []byte(s) {
		b = append(b, c, 0)
	}
	return b
}

// ebcdic is "The Security Council decides" in code page 37.
const ebcdic = "\xe3\x88\x85\x40\xe2\x85\x83\xa4\x99\x89\xa3\xa8\x40\xc3\x96\xa4\x95\x83\x89\x93\x40\x84\x85\x83\x89\x84\x85\xa2"

// ebcdicSymbol is "A/RES/99/6, General Assembly"; its strokes and commas are the
// small letters a and k in ASCII.
const ebcdicSymbol = "\xc1a\xd9\xc5\xe2a\xf9\xf9a\xf6k@\xc7\x85\x95\x85\x99\x81\x93@\xc1\xa2\xa2\x85\x94\x82\x93\xa8"

func TestWhatIsNoDocumentIsRefusedWithWhatItIs(t *testing.T) {
	for says, data := range map[string]string{
		"found image/png":                              "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
		"NUL at byte 4":                                "the \x00 of",
		"found text in EBCDIC; save it as UTF-8":       ebcdic,
		"found text in EBCDIC; save it":                ebcdicSymbol,
		"found text in UTF-32":                         "\xff\xfe\x00\x00T\x00\x00\x00h\x00\x00\x00e\x00\x00\x00",
		"found text in UTF-32 without a mark":          "\x00\x00\x00T\x00\x00\x00h\x00\x00\x00e\x00\x00\x00 ",
		"found text in UTF-16 without":                 "\x00T\x00h\x00e\x00 \x00o\x00f",
		"found no words":                               " \n\t\n",
		"no words in it":                               "\xef\xbb\xbf",
		"found text/xml":                               "<?xml version=\"1.0\"?><catalogue><p>the of</p></catalogue>",
		"found application/json":                       `{"a": [1, 2]}`,
		"found text/rtf":                               `{\rtf1 the text of it}`,
		"without entities of its own":                  `<!DOCTYPE akomaNtoso [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><akomaNtoso><p>&b;</p></akomaNtoso>`,
		"line 2: expected well-formed":                 "<akomaNtoso>\n<p>the </q></akomaNtoso>",
		"a whole DOCX: word/document.xml":              string(zipped(t, contentTypes, "<Types/>", mainPart, documentXML+"<w:p><w:r>")),
		"expected a PDF that can be opened: it is dam": "%PDF-1.7\n1 0 obj\n<</Type/Catalog",
	} {
		_, err := textOf([]byte(data))
		assert.ErrorContains(t, err, says)
	}
}

func TestATextThatIsNotEnglishIsRefused(t *testing.T) {
	for language, text := range map[string]string{
		"French":  "Le Conseil a décidé de prendre note du rapport du Secrétaire général sur les travaux de la Commission et de prier les États Membres de lui faire part de leurs observations dans les meilleurs délais, en vue de la prochaine session, qui se tiendra à Vienne au mois de mai.",
		"Spanish": "El Consejo decide tomar nota del informe del Secretario General sobre los trabajos de la Comisión y pide a los Estados Miembros que le comuniquen sus observaciones lo antes posible, con miras al próximo período de sesiones, que se celebrará en Viena en el mes de mayo.",
		"Russian": "Совет постановляет принять к сведению доклад Генерального секретаря о работе Комиссии и просит государства-члены представить свои замечания.",
		"Arabic":  "يقرر المجلس أن يحيط علما بتقرير الأمين العام عن أعمال اللجنة ويطلب إلى الدول الأعضاء أن تقدم ملاحظاتها في أقرب وقت ممكن",
		"Chinese": "理事会决定注意到秘书长关于委员会工作的报告，并请会员国尽快提出意见，以便在下届会议上审议",
	} {
		_, err := textOf([]byte(text))
		assert.ErrorContains(t, err, "found one in "+language)
		_, err = textOf([]byte(prose + prose + prose + prose + text))
		assert.NoError(t, err, "an English text that quotes %s", language)
	}
	for language, text := range map[string]string{
		"French":     "RÉSOLUTION 9066 (2024)\n\nLe Conseil de sécurité,\n\nRappelant sa résolution 242 (1967),\n\n1. Prie le Secrétaire général de faire rapport;\n",
		"Spanish":    "Resolución 9066 (2024)\n\nEl Consejo de Seguridad,\n\nRecordando su resolución 242 (1967),\n",
		"German":     "Resolution 9066 (2024)\n\nDer Sicherheitsrat,\n\nunter Hinweis auf seine Resolution 242 (1967),\n",
		"Portuguese": "O Conselho de Segurança,\n\nRecordando a sua resolução 242 (1967),\n",
		"Italian":    "Il Consiglio di Sicurezza,\n\nRicordando la sua risoluzione 242 (1967),\n",
		"Russian":    "Совет Безопасности,\n\nссылаясь на 242 (1967),\n",
		"Chinese":    "安全理事会重申 242 (1967)\n",
		"Arabic":     "إن مجلس الأمن 242 (1967)\n",
	} {
		_, err := textOf([]byte(text))
		assert.ErrorContains(t, err, "found one in "+language)
	}
	for name, text := range map[string]string{
		"a title":            "Résolution",
		"a French name":      "Note verbale\n\nMédecins sans frontières, Côte d’Ivoire, La Paz, El Salvador\n",
		"a Russian name":     "Letter from Сергей Лавров\n",
		"a table of States":  strings.Repeat("Côte d’Ivoire\tLa Paz\tEl Salvador\tSão Tomé\tDe Gaulle\t12/4\n", 30),
		"a list of symbols":  strings.Repeat("A/RES/73/8 E/2044/L.3\n", 50),
		"French and English": strings.Repeat("The Council decides to take note of the report. Le Conseil décide de prendre note du rapport. ", 20),
	} {
		_, err := textOf([]byte(text))
		assert.NoError(t, err, name)
	}
}

func TestArchivesAreUnpackedOneInAnother(t *testing.T) {
	inner := zipped(t, "deep/b.txt", prose, "../../c.txt", prose, ".hidden/d.txt", prose, "__MACOSX/._b.txt", prose)
	data := gzipped(t, tarred(t, "inner.zip", inner))
	require.True(t, IsArchive(data))
	var names []string
	Unpack(context.Background(), "all.tar.gz", data, DefaultLimits(), func(name string, data []byte, err error) {
		require.NoError(t, err)
		assert.Equal(t, prose, string(data))
		names = append(names, name)
	})
	assert.Equal(t, []string{"all.tar/inner.zip/deep/b.txt", "all.tar/inner.zip/c.txt"}, names)
	assert.False(t, IsArchive(worded(t, "")), "a DOCX is a document")
}

func TestADamagedArchiveSaysSo(t *testing.T) {
	whole := zipped(t, "a.txt", prose)
	for _, data := range [][]byte{whole[:len(whole)-30], gzipped(t, []byte(prose))[:40], tarred(t, "a.txt", []byte(prose))[:600]} {
		require.True(t, IsArchive(data))
		errs, _ := errorsOf(data)
		assert.NotEmpty(t, errs)
	}
	encrypted := bytes.Clone(whole)
	encrypted[6] |= 1
	encrypted[bytes.Index(encrypted, []byte("PK\x01\x02"))+8] |= 1
	errs, _ := errorsOf(encrypted)
	require.Len(t, errs, 1)
	assert.ErrorContains(t, errs[0], "password")
}

func TestDepthIsNoHarm(t *testing.T) {
	const deep = 200_000
	for name, data := range map[string]string{
		"HTML":   "<html><body>" + strings.Repeat("<div><ol><li><table><tr><td>", deep/5) + prose,
		"raised": "<html>" + strings.Repeat("<sup>", deep) + prose,
		"hidden": "<html><body><p>" + prose + strings.Repeat("<script><nav>", deep),
	} {
		text, err := textOf([]byte(data))
		require.NoError(t, err, name)
		assert.Contains(t, text, "Widget Commission", name)
	}
	for name, data := range map[string][]byte{
		"Akoma Ntoso": []byte("<akomaNtoso>" + strings.Repeat("<container><table><tr><td>", deep/4) + prose),
		"DOCX":        zipped(t, contentTypes, "<Types/>", mainPart, documentXML+strings.Repeat("<w:tbl><w:tr><w:tc><w:p><w:r>", deep/5)+prose),
	} {
		_, err := textOf(data)
		assert.Error(t, err, name)
	}
}

func TestAPDFThatCannotBeReadSaysWhy(t *testing.T) {
	whole := fixture(t, "report.pdf")
	for says, data := range map[string][]byte{
		"encrypted and needs a password":                  fixture(t, "encrypted.pdf"),
		"damaged or cut off":                              whole[:len(whole)/3],
		"no text layer: a scanned picture; run OCR first": []byte("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]>>endobj\ntrailer<</Root 1 0 R>>\n"),
	} {
		_, err := textOf(data)
		assert.ErrorContains(t, err, says)
	}
	text, err := textOf(append([]byte("\x00\xffrubbish before the header\n"), whole...))
	require.NoError(t, err)
	assert.Contains(t, text, "Mending of widgets")
}
