// Package clause says which verb governs what a paragraph names, and how: as the
// object of the verb, as one of a list, behind a connective, or with a pin to a
// part of it. A paragraph and a place in it go in, and a ruling comes out.
//
// It may import loader/scan, loader/text, loader/tree, graph and graph/names.
package clause
