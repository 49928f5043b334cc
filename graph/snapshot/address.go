package snapshot

import (
	"net/url"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
)

// officialBase is where the United Nations serve a document by its symbol.
const officialBase = "https://docs.un.org/"

// Symbol is the document symbol of an entity: its own, else that of an act of a
// body that numbers its documents like its resolutions; empty where neither is
// known. Where the year is no part of the number they end with it: S/RES/1373(2001).
func (s *Snapshot) Symbol(n Node) string {
	if symbol := s.Text(n, "symbol"); symbol != "" {
		return symbol
	}
	code, kind, number, ok := graph.SplitActID(s.ID(n))
	body, known := names.BodyByCode(code)
	if !ok || !known || kind != graph.Resolution || body.Resolutions == "" {
		return ""
	}
	if !body.Dated() {
		return body.Resolutions + number
	}
	year, _, _ := strings.Cut(s.Date(n), "-")
	if year == "" {
		return ""
	}
	return body.Resolutions + number + "(" + year + ")"
}

// Address is where the official text can be read, or empty where the symbol is
// not known.
func (s *Snapshot) Address(n Node) string {
	symbol := s.Symbol(n)
	if symbol == "" {
		return ""
	}
	return OfficialAddress(symbol)
}

// OfficialAddress is where the United Nations serve the document of a symbol.
func OfficialAddress(symbol string) string {
	return officialBase + (&url.URL{Path: symbol, RawPath: symbol}).EscapedPath()
}
