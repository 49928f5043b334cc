// Package scan is what every reader of text needs: words and names at a place,
// spans, quotations, sentences, and patterns that are not tried where they cannot
// match. Strings go in, and places in them come out.
//
// It imports nothing of this module.
package scan
