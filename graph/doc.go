// Package graph holds what everything else speaks of: the vocabulary (kinds of
// entities, relations with their verbs, properties, qualifiers), identifiers,
// and documents as facts and statements with their evidence.
//
// Nothing goes in but text, and nothing comes out but values: it reads no file,
// opens no connection and imports the standard library and golang.org/x/text.
package graph
