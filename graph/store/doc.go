// Package store keeps documents as quads: documents go in whole or not at all,
// and come out as they were, or all together as a snapshot. It is the only
// package that imports Cayley and its engines.
//
// It may import graph and graph/snapshot.
package store
