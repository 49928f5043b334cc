package format

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/gabriel-vasile/mimetype"
	"golang.org/x/net/html/charset"
)

var aknTags = tagTable{
	"meta": skipped, "components": block, "remark": skipped, "eol": lineBreak, "br": lineBreak,
	"tr": rowTag, "td": cellTag, "th": cellTag, "sup": superTag, "num": numberTag,
	"p": block, "heading": block, "subheading": block, "crossHeading": block, "longTitle": block, "block": block,
	"li": block, "item": block, "listIntroduction": block, "listWrapUp": block, "tocItem": block, "blockList": block,
	"paragraph": block, "subparagraph": block, "point": block, "indent": block, "content": block, "intro": block,
	"wrapUp": block, "container": block, "blockContainer": block, "preface": block, "preamble": block, "body": block,
	"mainBody": block, "conclusions": block, "section": block, "chapter": block, "part": block, "article": block,
	"attachment": block, "citation": block, "recital": block, "formula": block, "table": tableTag, "caption": block,
	"title": block, "clause": block, "division": block, "list": block, "level": block, "hcontainer": block, "ul": block, "ol": block,
	"speech": block, "narrative": block, "toc": block, "debateSection": block,
}

// An akn reads Akoma Ntoso from its tokens.
type akn struct {
	markup
	texts map[string]string // notes kept in the metadata, by their id
	id    string            // the note of the metadata that is open
	depth int               // elements deep in an open note
	mark  string
	noted strings.Builder
	count int // notes without a marker
}

func isAKN(data []byte, _ *mimetype.MIME) bool {
	return rootElement(data) == "akomaNtoso"
}

// rootElement is the local name of the first element of XML; empty where bytes
// are no XML.
func rootElement(data []byte) string {
	trimmed := bytes.TrimLeft(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")), " \t\r\n")
	if len(trimmed) == 0 || trimmed[0] != '<' {
		return ""
	}
	d := newXML(bytes.NewReader(trimmed))
	for {
		token, err := d.RawToken()
		if err != nil {
			return ""
		}
		if start, ok := token.(xml.StartElement); ok {
			return start.Name.Local
		}
	}
}

// newXML reads XML in the encoding that it declares. Entities that it declares
// itself are not expanded: a reference to one is an error.
func newXML(r io.Reader) *xml.Decoder {
	d := xml.NewDecoder(r)
	d.CharsetReader = charset.NewReaderLabel
	return d
}

// readAKN decodes an Akoma Ntoso document of any kind.
func readAKN(ctx context.Context, data []byte, limits Limits) (string, error) {
	if len(data) > limits.markup() {
		return "", limits.tooMuchText()
	}
	a := &akn{markup: markup{flow: flow{limits: limits}, tags: &aknTags}, texts: map[string]string{}}
	d := newXML(stoppable{ctx, bytes.NewReader(data)})
	for !a.over {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			line, _ := d.InputPos()
			return "", fmt.Errorf("line %d: expected well-formed Akoma Ntoso without entities of its own: %w", line, err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			a.start(t)
		case xml.EndElement:
			a.finish(t.Name.Local)
		case xml.CharData:
			if a.depth > 0 {
				a.note(string(t))
			} else {
				a.characters(collapse(string(t)))
			}
		}
	}
	return a.text()
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func (a *akn) start(e xml.StartElement) {
	name := e.Name.Local
	switch {
	case a.depth > 0:
		a.depth++
		return
	case name == "authorialNote" && a.skip == 0:
		a.depth, a.id, a.mark = 1, "", attribute(e, "marker")
		return
	case name == "note" && a.skip > 0:
		a.depth, a.id = 1, "#"+firstOf(attribute(e, "eId"), attribute(e, "id"))
		return
	case name == "noteRef" && a.skip == 0:
		a.cite(attribute(e, "marker"), a.texts[attribute(e, "href")])
		return
	}
	a.open(name)
}

func firstOf(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

func (a *akn) note(text string) {
	if a.noted.Len()+len(text) < a.limits.text() {
		a.noted.WriteString(text)
	}
}

func (a *akn) finish(name string) {
	if a.depth == 0 {
		if name != "noteRef" {
			a.close(name)
		}
		return
	}
	if a.depth--; a.depth > 0 {
		if aknTags[name] == block {
			a.note(" ")
		}
		return
	}
	text := collapse(a.noted.String())
	a.noted.Reset()
	if a.id != "" {
		a.texts[a.id] = text
		return
	}
	a.cite(a.mark, text)
}

// cite prints the mark of a footnote; the note follows the paragraph.
func (a *akn) cite(mark, text string) {
	a.count++
	switch mark = strings.Trim(mark, "[]() "); {
	case mark == "":
		mark = strconv.Itoa(a.count)
	case strings.Trim(mark, "0123456789") != "":
		mark = "*"
	}
	a.raised(mark)
	if text != "" {
		a.notes = append(a.notes, note{mark, text})
	}
}
