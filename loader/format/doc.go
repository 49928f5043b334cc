// Package format recognizes what kind of file bytes are, by their content, and
// decodes each kind to the text that package loader reads: a paragraph on each
// line, blank lines between, footnote marks as superscript digits, a footnote
// as a line that begins with its mark, the cells of a row between bars, an entry
// of a table of contents with its page after a tab. Page furniture of PDF is no
// content and is left out.
//
// Whatever the bytes are, reading ends with a text or an error that says what
// was expected and what was found, within the limits of limit.go.
//
// It imports no other package of this module.
package format
