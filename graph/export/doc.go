// Package export writes a snapshot, or a part of it, in the formats of other
// programs: one row of [Formats] each, with one function that writes it.
//
// It may import graph, graph/names, graph/snapshot and, for the places of a
// drawing, graph/timeline.
package export
