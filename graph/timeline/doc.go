// Package timeline says where entities stand in a drawing on a time axis:
// entities and statements of a snapshot go in, and columns, lanes and places
// come out, the same for every front end.
//
// It may import graph, graph/names and graph/snapshot.
package timeline
