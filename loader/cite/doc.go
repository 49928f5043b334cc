// Package cite finds the acts, bodies and meetings that a text names, says whose
// they are, and resolves each to an id or leaves it open with the reason. A tree
// goes in, and citations with findings come out; it states nothing.
//
// It may import loader/scan, loader/text, loader/tree, loader/clause, graph and
// graph/names.
package cite
