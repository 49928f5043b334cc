package snapshot

import (
	"encoding/binary"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
	"unsafe"
)

// AppendJSON appends the statement of an edge with its evidence and qualifiers,
// as the line of the format jsonl without its line end, straight from the
// arrays.
func (s *Snapshot) AppendJSON(to []byte, e Edge) []byte {
	if s.layered != nil {
		layer, number := s.layered.edge(e)
		return layer.AppendJSON(to, number)
	}
	r := s.said(uint32(e))
	document := s.documentID[r.document]
	to = s.appendString(append(to, `{"type":"statement","document":`...), document)
	to = s.appendString(append(to, `,"subject":`...), r.subject)
	to = append(append(to, `,"relation":`...), s.relationJSON[s.relation[e]]...)
	to = s.appendString(append(to, `,"object":`...), s.object[e])
	to = s.appendString(append(to, `,"evidence":{"document":`...), document)
	to = s.appendString(append(to, `,"paragraph":`...), r.paragraph)
	to = strconv.AppendInt(append(to, `,"start":`...), int64(r.start), 10)
	to = strconv.AppendInt(append(to, `,"end":`...), int64(r.end), 10)
	to = s.appendString(append(to, `,"quote":`...), r.quote)
	if r.qualifiers.left() == 0 {
		return append(to, `},"qualifiers":null}`...)
	}
	to = append(to, `},"qualifiers":`...)
	for mark := byte('{'); r.qualifiers.more(); mark = ',' {
		to = append(append(to, mark), s.qualifierJSON[r.qualifiers.name]...)
		to = s.appendString(to, r.qualifiers.value)
	}
	return append(to, "}}"...)
}

// appendString is appendText of an interned string.
func (s *Snapshot) appendString(to []byte, i uint32) []byte {
	first, second, two := s.parts(i)
	if !s.isPlain(first) || two && !s.isPlain(second) {
		return appendText(to, s.text(i))
	}
	to = append(append(to, '"'), s.entry(first)...)
	if two {
		to = append(to, s.entry(second)...)
	}
	return append(to, '"')
}

// AppendText appends a string in JSON, as [Snapshot.AppendJSON] does.
func AppendText(to []byte, text string) []byte { return appendText(to, text) }

// appendText appends a string (RFC 8259, section 7) as encoding/json does
// without escaping HTML.
func appendText(to []byte, text string) []byte {
	to = append(to, '"')
	if plain(text) {
		return append(append(to, text...), '"')
	}
	from := 0
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		escaped, ok := escape(r, size)
		if ok {
			to = append(append(to, text[from:i]...), escaped...)
			from = i + size
		}
		i += size
	}
	return append(append(to, text[from:]...), '"')
}

// escapes are the characters that have a short form of their own.
var escapes = map[rune]string{'"': `\"`, '\\': `\\`, '\b': `\b`, '\f': `\f`, '\n': `\n`, '\r': `\r`, '\t': `\t`}

// escape is how a character is written, where not as itself.
func escape(r rune, size int) (string, bool) {
	switch {
	case r >= ' ' && r < utf8.RuneSelf && r != '"' && r != '\\':
		return "", false
	case escapes[r] != "":
		return escapes[r], true
	case r < ' ', r == '\u2028', r == '\u2029', r == utf8.RuneError && size == 1:
		return fmt.Sprintf(`\u%04x`, r), true
	}
	return "", false
}

// plain reports that nothing in a text needs an escape. It may say no where
// that is so: it looks at eight bytes at a time, at the last eight once more.
func plain(text string) bool {
	const tops = 0x8080808080808080
	if len(text) < 8 {
		for i := range len(text) {
			if c := text[i]; c < ' ' || c == '"' || c == '\\' || c >= 0x80 {
				return c >= 0x80 && plain(text+"        ")
			}
		}
		return true
	}
	bytes := unsafe.Slice(unsafe.StringData(text), len(text))
	last := binary.LittleEndian.Uint64(bytes[len(bytes)-8:])
	all, found := last, escaped(last)
	for ; len(bytes) > 8; bytes = bytes[8:] {
		word := binary.LittleEndian.Uint64(bytes)
		all |= word
		found |= escaped(word)
	}
	return found&tops == 0 &&
		(all&tops == 0 || !strings.Contains(text, "\u2028") && !strings.Contains(text, "\u2029") && utf8.ValidString(text))
}

// escaped has the top bit of a byte set where one at or before it in the word is
// a quotation mark, a backslash or a control character (Warren, Hacker's
// Delight, section 6-1); other bits say nothing.
func escaped(word uint64) uint64 {
	const ones = 0x0101010101010101
	quote, backslash := word^ones*'"', word^ones*'\\'
	return (word-ones*' ')&^word | (quote-ones)&^quote | (backslash-ones)&^backslash
}
