package record

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/net/html/charset"
)

// looked is how much of a file is looked at to know what it is.
const looked = 1 << 14

// wrapping is how deep the fields of a record may lie in what a protocol of
// exchange wraps around it.
const wrapping = 16

// Is recognizes files of records by their content: MARCXML in any namespace, with
// whatever a protocol wraps around it, and the mnemonic form.
func Is(data []byte) bool {
	start := bytes.TrimLeft(bytes.TrimPrefix(data[:min(len(data), looked)], []byte("\xef\xbb\xbf")), " \t\r\n")
	if isText(string(start[:min(len(start), 64)])) {
		return true
	}
	if !bytes.HasPrefix(start, []byte("<")) && !isWide(data) {
		return false
	}
	d := newDecoder(start)
	if isWide(data) {
		d = newDecoder(data)
	}
	for depth := 0; depth < wrapping; {
		token, err := d.RawToken()
		if err != nil {
			return false
		}
		switch t := token.(type) {
		case xml.StartElement:
			if isField(t) {
				return true
			}
			depth++
		case xml.CharData:
			if nested(t) {
				return bytes.Contains(t, []byte("controlfield")) || bytes.Contains(t, []byte("datafield"))
			}
		}
	}
	return false
}

// isWide says that a byte order mark of UTF-16 begins the bytes.
func isWide(data []byte) bool {
	return bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff"))
}

// isField says that an element is a field of a record, whatever its prefix.
func isField(e xml.StartElement) bool {
	switch e.Name.Local {
	case "controlfield", "datafield":
		return attribute(e, "tag") != ""
	}
	return false
}

// nested says that the text between elements is itself XML, as where a whole record
// stands in a section of characters (CDATA).
func nested(text []byte) bool { return bytes.HasPrefix(bytes.TrimSpace(text), []byte("<")) }

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// newDecoder reads XML as libraries hand it on: with entities of HTML, and in an
// encoding that is not the declared one where the bytes are UTF-8.
func newDecoder(data []byte) *xml.Decoder {
	if isWide(data) {
		if r, err := charset.NewReaderLabel("utf-16", bytes.NewReader(data)); err == nil {
			data, _ = io.ReadAll(r) // what cannot be decoded becomes U+FFFD
		}
	}
	d := xml.NewDecoder(bytes.NewReader(wellFormed(data)))
	d.Entity = xml.HTMLEntity
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	return d
}

// Texts are the records of a file, each in the mnemonic form, in their order; err
// says what is wrong with the XML and in which line, where the file is cut off or
// broken, or that ctx ended. The records before that place are whole.
func Texts(ctx context.Context, data []byte) (list []string, err error) {
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	if start := bytes.TrimLeft(data, " \t\r\n"); isText(string(start[:min(len(start), 64)])) {
		return split(string(wellFormed(data))), nil
	}
	r := &xmlReader{}
	if err := r.read(ctx, data); err != nil {
		return r.list, err
	}
	r.end()
	if len(r.list) == 0 {
		return nil, errors.New("expected records in MARCXML, found no field in it")
	}
	return r.list, nil
}

// An xmlReader makes the texts of the records of a file.
type xmlReader struct {
	list   []string
	record mnemonic
	field  *rawField
	sub    int             // the subfield that is open, from 1; 0 for none
	text   strings.Builder // of the element that is open
}

// read takes the elements of a piece of XML: the file, or what stands in a section
// of characters.
func (r *xmlReader) read(ctx context.Context, data []byte) error {
	d := newDecoder(data)
	for {
		token, err := d.Token()
		switch {
		case ctx.Err() != nil:
			return context.Cause(ctx)
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			line, _ := d.InputPos()
			return fmt.Errorf("line %d: expected well-formed MARCXML: %w", line, err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			r.start(t)
		case xml.CharData:
			if r.field != nil {
				r.text.Write(t)
			} else if nested(t) {
				if err := r.read(ctx, t); err != nil {
					return err
				}
			}
		case xml.EndElement:
			r.finish(t.Name.Local)
		}
	}
}

func (r *xmlReader) start(e xml.StartElement) {
	switch e.Name.Local {
	case "record":
		r.end()
	case "leader":
		r.field = &rawField{tag: leaderTag}
	case "controlfield", "datafield":
		r.field = &rawField{tag: attribute(e, "tag"), first: attribute(e, "ind1"), second: attribute(e, "ind2"),
			control: e.Name.Local == "controlfield"}
	case "subfield":
		if r.field != nil {
			r.field.subs = append(r.field.subs, rawSub{code: attribute(e, "code")})
			r.sub = len(r.field.subs)
		}
	}
	r.text.Reset()
}

func (r *xmlReader) finish(name string) {
	switch {
	case r.field == nil:
		if name == "record" {
			r.end()
		}
		return
	case name == "subfield" && r.sub > 0:
		r.field.subs[r.sub-1].value = heal(r.text.String())
		r.sub = 0
	case name == "leader", name == "controlfield":
		r.field.value, r.field.control = heal(r.text.String()), true
		r.record.add(*r.field)
		r.field = nil
	case name == "datafield":
		r.record.add(*r.field)
		r.field = nil
	}
	r.text.Reset()
}

// end ends a record that has fields.
func (r *xmlReader) end() {
	if text := r.record.String(); text != "" {
		r.list = append(r.list, text)
	}
	r.record, r.field, r.sub = mnemonic{}, nil, 0
}
