// Package search finds entities by words: a query and a snapshot go in, and
// entities come out, the best first, each with the words that were found.
//
// It may import graph, graph/names and graph/snapshot.
package search
