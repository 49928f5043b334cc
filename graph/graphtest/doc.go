// Package graphtest makes documents for the tests of the packages below graph:
// small ones, random ones with every property and qualifier, and texts that a
// store or a syntax may trip over.
//
// It may import graph.
package graphtest
