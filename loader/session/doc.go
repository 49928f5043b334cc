// Package session reads proceedings: meetings and sessions, agenda items and the
// documents before them, drafts, sponsors and adoption, votes, speakers, officers.
// A tree and its citations go in, and findings come out.
//
// It may import loader/scan, loader/text, loader/tree, loader/clause, loader/cite,
// graph and graph/names.
package session
