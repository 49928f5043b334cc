// Package duty reads what is asked, of whom, until when and under which
// conditions: the operative verbs of acts, recommendations, and what a text tells
// in passing of what earlier acts did. A tree and its citations go in, and mandates
// and findings come out.
//
// It may import loader/scan, loader/text, loader/tree, loader/clause, loader/cite,
// graph and graph/names.
package duty
