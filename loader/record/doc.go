// Package record reads catalogue records of libraries, such as those of the
// United Nations Digital Library, in MARC 21: XML, or the mnemonic form of one
// field a line in which a store keeps them.
//
// The bytes of a file go in, and the records come out, each as its text; the text
// of one record goes in, and its fields come out as the paragraphs of a tree, with
// what they say of a document: symbol, title, dates, sponsors, links to other
// documents, agenda items, subjects and votes. It states nothing.
//
// What is healed is only what is sure: text whose UTF-8 was once taken for a code
// page of one byte, entities that were escaped twice, characters that XML forbids.
//
// It imports graph, graph/names, loader/scan, loader/text and loader/tree.
package record
