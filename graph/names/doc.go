// Package names is the gazetteer: what the program knows of bodies,
// organizations, treaties, States, groups, offices and operations before it
// reads a text, and the words of the calendar and of counting.
//
// In goes one table a sort of name (data/*.tsv, see [Columns]), one row a thing,
// and the rows that a reader adds by --names. Out come typed rows, found by code
// or by text. A new thing is one row; nothing else of the program lists names.
//
// It may import graph alone.
package names
