// Package fetch brings documents from the official document service into a folder:
// one request at a time, with pauses, as far as robots.txt allows it, and nothing
// twice.
//
// The symbol of a document goes in, and its file with an entry of the folder's index
// comes out, or a [Failure] that names what came instead. A folder that was left in
// the middle of the work, by whatever end of the process, goes on where it was.
//
// Nothing in here is called unless somebody asks for documents.
//
// It imports no other package of this module.
package fetch
