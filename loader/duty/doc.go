// Package duty reads what is asked, of whom, by when and under which
// conditions; what acts begin, extend, change and end; what they are about; and what a text tells
// in passing of what earlier acts did. A tree and its citations go in, and mandates
// and findings come out.
//
// It may import loader/scan, loader/text, loader/tree, loader/clause, loader/cite,
// graph and graph/names.
package duty
