// Package loader reads a document of a United Nations body from its bytes to
// statements with evidence. The stages stand on one page, [Load]; what they find
// comes back as values, and the sink alone turns these into facts and statements.
// Checks of what was read and corrections by hand are here too.
//
// A file or text goes in, and a graph.Document with diagnostics comes out.
// Content never makes it fail: what is not understood is kept, counted and
// reported as a diagnostic; errors are for input and output and for misuse.
//
// It may import all packages below it, graph and graph/names.
package loader
