package format

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/gabriel-vasile/mimetype"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	utf16 "golang.org/x/text/encoding/unicode"
)

// looked is how much of a file is looked at to tell text from binary data.
const looked = 4096

// notProse are formats of text that are no documents.
var notProse = []string{"text/rtf", "application/json", "text/xml", "application/postscript", "text/x-php"}

// isPlain recognizes text by its bytes: no NUL and hardly a control character
// at its start, unless a byte order mark says UTF-16.
func isPlain(data []byte, m *mimetype.MIME) bool {
	for _, name := range notProse {
		if !strings.HasPrefix(m.String(), "text/plain") && (m.Is(name) || m.Parent() != nil && m.Parent().Is(name)) {
			return false
		}
	}
	if foreignEncoding(data) != "" {
		return false
	}
	if wide(data) != nil {
		return true
	}
	start := data[:min(len(data), looked)]
	controls := 0
	for _, c := range start {
		if c == 0 {
			return false
		}
		if c < ' ' && (c < '\t' || c > '\r') && c != '\x1b' {
			controls++
		}
	}
	return controls*50 <= len(start)
}

// IsPlain recognizes plain text and Markdown.
func IsPlain(data []byte) bool {
	m := mimetype.Detect(data)
	for _, k := range kinds {
		if k.is(data, m) {
			return k.name == plainName
		}
	}
	return false
}

// wide is the encoding that a byte order mark of UTF-16 declares.
func wide(data []byte) encoding.Encoding {
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return utf16.UTF16(utf16.LittleEndian, utf16.UseBOM)
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return utf16.UTF16(utf16.BigEndian, utf16.UseBOM)
	}
	return nil
}

// readPlain decodes UTF-8, UTF-16 with a byte order mark, and Windows-1252
// where a text has no character of UTF-8 beyond ASCII. Bytes that are no
// character become U+FFFD.
func readPlain(_ context.Context, data []byte, limits Limits) (string, error) {
	if len(data) > limits.text() {
		return "", limits.tooMuchText()
	}
	if e := wide(data); e != nil {
		return decode(e, data)
	}
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	if !utf8.Valid(data) && !hasUTF8(data) {
		return decode(charmap.Windows1252, data)
	}
	return string(data), nil
}

func decode(e encoding.Encoding, data []byte) (string, error) {
	text, err := e.NewDecoder().Bytes(data)
	if err != nil {
		return "", fmt.Errorf("expected text in %v: %w", e, err)
	}
	return string(text), nil
}

// hasUTF8 says that bytes have a character of UTF-8 beyond ASCII.
func hasUTF8(data []byte) bool {
	for len(data) > 0 {
		if data[0] < utf8.RuneSelf {
			data = data[1:]
			continue
		}
		r, n := utf8.DecodeRune(data)
		if r != utf8.RuneError {
			return true
		}
		data = data[n:]
	}
	return false
}

// hasWord says that a text has a letter.
func hasWord(text string) bool { return strings.IndexFunc(text, unicode.IsLetter) >= 0 }
