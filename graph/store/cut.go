package store

import (
	"strings"
	"unicode/utf8"
)

// A cutter cuts ranges of code points out of a text.
type cutter struct {
	text   string
	length int   // in code points
	marks  []int // the byte of every stride-th code point; nil where each has one byte
}

const stride = 64

func newCutter(text string) *cutter {
	c := &cutter{text: text, length: utf8.RuneCountInString(text)}
	if c.length == len(text) {
		return c
	}
	c.marks = make([]int, 0, c.length/stride+1)
	n := 0
	for at := range text {
		if n%stride == 0 {
			c.marks = append(c.marks, at)
		}
		n++
	}
	return c
}

// byteOf is where a code point of the text begins, or its end.
func (c *cutter) byteOf(n int) int {
	switch {
	case c.marks == nil || n == 0:
		return n
	case n == c.length:
		return len(c.text)
	}
	at := c.marks[n/stride]
	for range n % stride {
		_, size := utf8.DecodeRuneInString(c.text[at:])
		at += size
	}
	return at
}

// cut is what a range holds, single-spaced; empty where the text has no such
// range.
func (c *cutter) cut(r span) string {
	if r.start < 0 || r.end <= r.start || r.end > c.length {
		return ""
	}
	return singleSpaced(c.text[c.byteOf(r.start):c.byteOf(r.end)])
}

// singleSpaced is a text with one space for each run of white space; one that
// has no other is the same string.
func singleSpaced(text string) string {
	spaced := true // after a space, or at the beginning
	for _, r := range text {
		if r == ' ' && !spaced {
			spaced = true
		} else if r == ' ' || r < ' ' || r == 0x85 || r == 0xA0 || r >= 0x1680 {
			return strings.Join(strings.Fields(text), " ")
		} else {
			spaced = false
		}
	}
	return strings.TrimSuffix(text, " ")
}
