// Package loader reads documents of United Nations bodies and turns them into
// statements with evidence: bytes become lines, lines become blocks, blocks a
// document tree, its paragraphs are searched for mentions, mentions are
// resolved to entities, and entities and the verbs that govern them become
// statements.
//
// Content never makes it fail. What is not understood is kept, counted and
// reported as a diagnostic; errors are for input and output and for misuse.
//
// It imports package graph and no other package of this module.
package loader
