package snapshot

import (
	"net/url"
	"strings"

	"mandategraph/graph"
)

// officialBase is where the United Nations serve a document by its symbol.
const officialBase = "https://docs.un.org/"

// Symbol is the document symbol of an entity: its own, else that of an act of a
// body that numbers its documents like its resolutions; empty where neither is
// known. Those of the Security Council end with the year: S/RES/1373(2001).
func (s *Snapshot) Symbol(n Node) string {
	if symbol := s.Text(n, "symbol"); symbol != "" {
		return symbol
	}
	code, kind, number, ok := graph.SplitActID(s.ID(n))
	body, known := graph.BodyByCode(code)
	if !ok || !known || kind != graph.Resolution || body.ResolutionSymbol == "" {
		return ""
	}
	if code != "sc" {
		return body.ResolutionSymbol + number
	}
	year, _, _ := strings.Cut(s.Date(n), "-")
	if year == "" {
		return ""
	}
	return body.ResolutionSymbol + number + "(" + year + ")"
}

// Address is where the official text can be read, or empty where the symbol is
// not known.
func (s *Snapshot) Address(n Node) string {
	symbol := s.Symbol(n)
	if symbol == "" {
		return ""
	}
	return officialBase + (&url.URL{Path: symbol, RawPath: symbol}).EscapedPath()
}
