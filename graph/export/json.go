package export

import (
	"bufio"
	"bytes"
	"encoding/json"
)

// A jsonList writes the elements of JSON arrays one a line. It keeps the first
// error and writes nothing after it.
type jsonList struct {
	w    *bufio.Writer
	more bool
	err  error
}

func (l *jsonList) text(text string) {
	if l.err == nil {
		_, l.err = l.w.WriteString(text)
	}
}

// head writes what stands before the elements: text around one value.
func (l *jsonList) head(before string, value any, after string) {
	l.text(before)
	l.value(value)
	l.text(after)
	l.more = false
}

// add writes one element.
func (l *jsonList) add(element any) {
	separator := "\n"
	if l.more {
		separator = ",\n"
	}
	l.more = true
	l.text(separator)
	l.value(element)
}

func (l *jsonList) value(value any) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(value); err != nil && l.err == nil {
		l.err = err
	}
	l.text(string(bytes.TrimSuffix(b.Bytes(), []byte("\n"))))
}
