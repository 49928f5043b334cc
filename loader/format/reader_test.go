package format

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// reads decodes a document and gives its lines without the blank ones.
func reads(t *testing.T, data []byte) []string {
	t.Helper()
	text, err := textOf(data)
	require.NoError(t, err)
	return strings.FieldsFunc(text, func(r rune) bool { return r == '\n' })
}

func TestHTMLIsReadAsABrowserShowsIt(t *testing.T) {
	long := "<p>" + strings.Repeat("The text of the report. ", 6)
	for _, c := range []struct {
		html string
		want []string
	}{
		{"<h1>Annex\n I</h1><p>The <b>wid</b>gets&nbsp;of<br>the&#32;Council<script>no</script>", []string{"Annex I", "The widgets of the Council"}},
		{"<ol type=a start=2><li>To mend<ol type=i><li>one<li><p>two</ol><li value=5>to end</ol>the", []string{"(b) To mend", "(i) one", "(ii) two", "(e) to end", "the"}},
		{"<ol><li>(a) has its own</ol><ul><li>of the</ul>", []string{"(a) has its own", "of the"}},
		{`<p>lamps<sup><a href="#n1">1</a></sup> and <a href="#n2"><sup>[2]</sup></a></p><p><a href="#x">see</a></p><p id="x">12. Text</p><div id="n1"><p>1. See A/1.</p></div><p><a name="n2"></a>[2] A/2.</p>`,
			[]string{"lamps¹ and ²", "see", "12. Text", "¹ See A/1.", "² A/2."}},
		{`<p>the lamps<a href="#_ftn1" name="_ftnref1"><span>[1]</span></a></p><p><a href="#_ftnref1" name="_ftn1"><span>[1]</span></a> See A/1.</p>`,
			[]string{"the lamps¹", "¹ See A/1."}},
		{"<p>the Council,<sup>12</sup> the 21<sup>st</sup> and <sup>[3]</sup>", []string{"the Council,¹² the 21st and ³"}},
		{long + "<table><tr><td>the<td><p>b<tr><td><table><tr><td>c<td>d</table><td>e|f</table>of", []string{strings.Repeat("The text of the report. ", 5) + "The text of the report.", "| the | b |", "| c / d | e/f |", "of"}},
		{"<table><tr><td>United Nations<td>A/1/2<tr><td colspan=2>the<td></table>", []string{"United Nations", "A/1/2", "the"}},
		{"<pre>1.  The Council\n    of the world\n</pre>end", []string{"1.  The Council", "    of the world", "end"}},
	} {
		assert.Equal(t, c.want, reads(t, []byte("<html><body>"+c.html)), c.html)
	}
}

func TestAkomaNtosoNumbersStandBeforeTheirTexts(t *testing.T) {
	assert.Equal(t, []string{"Resolution 12/1", "I. Title of it", "1. The text² of the Council", "² See the report.", "(a) to be;", "the end,* of all", "* Kept apart."},
		reads(t, []byte(`<akomaNtoso><doc><meta><notes><note eId="n1"><p>Kept apart.</p></note></notes></meta><body>
<section><num>Resolution 12/1</num></section><chapter><num>I.</num><heading>Title of it</heading></chapter>
<paragraph><num> 1. </num><content><p>The <i>text</i><authorialNote marker="2"><p>See the <b>report</b>.</p></authorialNote> of the Council</p></content></paragraph>
<point><num>(a)</num><content><p>to be;</p></content></point><p>the end,<noteRef href="#n1" marker="a"/> of all</p></body></doc></akomaNtoso>`)))
}

const numberingXML = `<w:numbering xmlns:w="x"><w:abstractNum w:abstractNumId="1">
<w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1.(%3)"/></w:lvl></w:abstractNum>
<w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="8"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>`

// numberedParagraph is one of a list of Word.
func numberedParagraph(list, level, text string) string {
	return `<w:p><w:pPr><w:numPr><w:ilvl w:val="` + level + `"/><w:numId w:val="` + list + `"/></w:numPr></w:pPr><w:r><w:t>` + text + `</w:t></w:r></w:p>`
}

func TestWordCountsAsWordDoes(t *testing.T) {
	body := numberedParagraph("7", "0", "the") + numberedParagraph("7", "1", "of") + numberedParagraph("7", "1", "and") + numberedParagraph("7", "2", "in") +
		numberedParagraph("7", "0", "to") + numberedParagraph("7", "1", "be") + numberedParagraph("8", "0", "on") + numberedParagraph("8", "0", "by") + numberedParagraph("9", "0", "no list")
	assert.Equal(t, []string{"3. the", "(a) of", "(b) and", "3.(i) in", "4. to", "(a) be", "1. on", "2. by", "no list"},
		reads(t, worded(t, body, numberingPart, numberingXML)))
}

func TestWordShowsWhatIsShown(t *testing.T) {
	for _, c := range []struct {
		body string
		want []string
	}{
		{`<w:p><w:r><w:t>the</w:t></w:r><w:del><w:r><w:delText>no</w:delText></w:r></w:del><w:ins><w:r><w:t> of</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>no</w:t></w:r><w:r><w:noBreakHyphen/><w:t>it</w:t></w:r></w:p>`, []string{"the of-it"}},
		{`<w:p><w:r><w:t>the</w:t><w:br/><w:t>of</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:tab/><w:t>4</w:t></w:r></w:p>`, []string{"the of\t4"}},
		{`<w:p><w:r><w:t>outer </w:t><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>of a box</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:p><w:r><w:t>no</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent><w:t>text</w:t></w:r></w:p>`, []string{"of a box", "outer text"}},
		{`<w:p><w:r><w:t>the</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>12</w:t></w:r></w:p>`, []string{"the¹²"}},
	} {
		assert.Equal(t, c.want, reads(t, worded(t, c.body)), c.body)
	}
}
