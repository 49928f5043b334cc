// Package treaty finds treaties with their articles, and declarations,
// mechanisms and other named instruments. A tree goes in, and mentions, instruments
// and findings come out.
//
// It may import loader/scan, loader/text, loader/tree, loader/clause, graph and
// graph/names.
package treaty
