// Package graph is what Mandate Graph knows: the vocabulary of kinds,
// relations, properties and qualifiers, the identifiers of entities,
// statements with their evidence, the quad store that keeps them and the
// immutable snapshots that answer questions about them.
//
// It is the only package that imports Cayley, and it imports no other package
// of this module.
package graph
