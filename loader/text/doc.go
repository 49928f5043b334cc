// Package text restores a document's text: a decoded source goes in, and blocks
// come out (paragraphs, headings, notes, lines of tables) with page heads, page
// feet and footnotes taken out and broken words and paragraphs joined. Every byte
// of a block knows where it stands in the source.
//
// It may import loader/scan.
package text
