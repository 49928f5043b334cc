// Package snapshot shows everything that a store holds, in arrays that never
// change: entities, what is said of them, statements in both directions, and
// walks along them (lineage, paths, surroundings). Documents go in, or a file
// that an earlier process wrote; numbers of entities and statements come out.
//
// It may import graph and graph/names.
package snapshot
