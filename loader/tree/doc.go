// Package tree makes the tree of a document out of its blocks: masthead and
// identity, acts with preambular and operative paragraphs, annexes, paragraphs of
// the report, each with its locator. What the readers of the tree share is here
// too: symbols, dates, verbs, and the findings that they return.
//
// It may import loader/scan, loader/text, graph and graph/names.
package tree
