package tree

import (
	"maps"
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/loader/scan"
	"mandategraph/loader/text"
)

// InstrumentNouns end the short name of an instrument that is no treaty.
var InstrumentNouns = scan.WordSet("Declaration Programme Agenda Plan Platform Pact Framework Compact Consensus Strategy " +
	"Guidelines Principles Rules Guide Roadmap Vision Commitment Instrument Accord Mandates Understanding")

// NamesInstrument is for texts that may name an instrument.
var NamesInstrument = text.NewGate(slices.Sorted(maps.Keys(InstrumentNouns))...)

// genericNouns name too many things: such an instrument keeps its full name.
var genericNouns = scan.WordSet("Principles Guidelines Rules Framework Strategy Plan Programme Guide Instrument " +
	"Understanding Mandates")

// TreatyNouns end the short name of a treaty.
var TreatyNouns = scan.WordSet("Convention Protocol Treaty Covenant Statute Charter Agreement")

// An Instrument is a declaration, programme or other named instrument that is the
// direct object of a verb.
type Instrument struct {
	ID, Name string
	Title    string // the full name as printed, where it says more
	// Relation is what the paragraph says of it, and verb the printed verb.
	Relation, Verb string
	Paragraph      *Paragraph
	Part           text.Text
	Start, End     int // the name in the part
}

// InstrumentName is the name by which an instrument is known whose name stands in
// a text: the short one, where that tells it from others.
func InstrumentName(s string, hit scan.NameHit) string {
	if genericNouns[hit.Noun] || !strings.Contains(hit.Short, " ") {
		return s[hit.Start:hit.End]
	}
	return hit.Short
}

// InstrumentID is the id of the instrument with a name.
func InstrumentID(name string) string { return "instrument/" + graph.Slug(name) }

// AddInstrument makes an instrument known by the first name that it is given, and
// gives its id.
func AddInstrument(found *Findings, name string) string {
	id := InstrumentID(name)
	found.NewEntity(id, "Instrument", [2]string{"name", name})
	return id
}
