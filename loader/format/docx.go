package format

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"github.com/gabriel-vasile/mimetype"
)

const (
	contentTypes  = "[Content_Types].xml"
	mainPart      = "word/document.xml"
	numberingPart = "word/numbering.xml"
	stylesPart    = "word/styles.xml"
	// maxParts is more than a document of Word has.
	maxParts = 20_000
)

var errNoDocument = fmt.Errorf("more than %d parts", maxParts)

// isDOCX looks for the parts of a word-processing document, whatever their
// order in the archive.
func isDOCX(data []byte, _ *mimetype.MIME) bool {
	if !bytes.HasPrefix(data, []byte("PK\x03\x04")) {
		return false
	}
	z, err := openZip(data, maxParts, errNoDocument)
	return err == nil && partOf(z, contentTypes) != nil && partOf(z, mainPart) != nil
}

func partOf(z *zip.Reader, name string) *zip.File {
	for _, f := range z.File {
		if strings.EqualFold(path.Clean(f.Name), name) {
			return f
		}
	}
	return nil
}

// A docx reads WordprocessingML (ECMA-376 part 1, section 17).
type docx struct {
	flow
	styles    map[string]style
	numbering *numbering
	footnotes map[string]string // text by kind and id
	stack     []wordParagraph   // paragraphs that are open: text boxes stand in paragraphs
	skip      int               // elements deep in what is not shown
	inText    bool
	inMark    bool // in the properties of a paragraph, whose run is its mark
	raise     bool // the run is superscript
	hidden    bool // the run is not shown
	cited     int  // footnotes cited so far
	custom    bool // the footnote just cited prints its own mark
}

// A wordParagraph is what a paragraph's properties say.
type wordParagraph struct {
	style, number string
	level         int
	line          string // inline text of the paragraph around it
}

// readDOCX decodes a document of Word.
func readDOCX(ctx context.Context, data []byte, limits Limits) (string, error) {
	z, err := openZip(data, maxParts, errNoDocument)
	if err != nil {
		return "", fmt.Errorf("expected a DOCX that can be unpacked: %w", err)
	}
	parts := &budget{left: int64(limits.markup()), over: limits.tooMuchText()}
	d := &docx{
		flow: flow{limits: limits}, footnotes: map[string]string{}, styles: map[string]style{}, numbering: &numbering{},
	}
	steps := []struct {
		part string
		read func(*xml.Decoder) error
	}{
		{stylesPart, d.readStyles},
		{numberingPart, d.numbering.read},
		{"word/footnotes.xml", d.readNotes},
		{"word/endnotes.xml", d.readNotes},
		{mainPart, d.read},
	}
	for _, s := range steps {
		if err := readPart(ctx, z, s.part, parts, s.read); err != nil {
			return "", fmt.Errorf("expected a whole DOCX: %s: %w", s.part, err)
		}
	}
	return d.text()
}

// readPart reads a part of the package, if it is there, within what is left for
// all parts.
func readPart(
	ctx context.Context, z *zip.Reader, name string, parts *budget, read func(*xml.Decoder) error,
) (err error) {
	f := partOf(z, name)
	if f == nil {
		return nil
	}
	r, err := openMember(f)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, r.Close()) }()
	return read(newXML(stoppable{ctx, parts.reader(r)}))
}

// eachToken calls visit for each token of a part.
func eachToken(d *xml.Decoder, visit func(xml.Token)) error {
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		visit(token)
	}
}

func (d *docx) read(x *xml.Decoder) error { return eachToken(x, d.token) }

// readNotes keeps the texts of footnotes or endnotes.
func (d *docx) readNotes(x *xml.Decoder) error {
	in := &docx{flow: flow{limits: d.limits}, styles: d.styles, numbering: &numbering{}}
	key := ""
	return eachToken(x, func(token xml.Token) {
		in.token(token)
		switch t := token.(type) {
		case xml.StartElement:
			if noteTags[t.Name.Local] {
				in.flow, key = flow{limits: d.limits}, t.Name.Local+attribute(t, "id")
			}
		case xml.EndElement:
			if noteTags[t.Name.Local] {
				in.end()
				d.footnotes[key] = collapse(in.out.String())
			}
		}
	})
}

var noteTags = map[string]bool{"footnote": true, "endnote": true}

func (d *docx) token(token xml.Token) {
	switch t := token.(type) {
	case xml.StartElement:
		d.start(t)
	case xml.EndElement:
		d.finish(t.Name.Local)
	case xml.CharData:
		if d.inText && d.skip == 0 && !d.hidden {
			d.characters(string(t))
		}
	}
}

func (d *docx) characters(text string) {
	if d.raise {
		d.raised(text)
		return
	}
	d.add(text)
}
