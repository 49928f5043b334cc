package loader

import (
	"maps"
	"slices"
	"strings"

	"mandategraph/graph"
)

// instrumentNouns end the short name of an instrument that is no treaty.
var instrumentNouns = wordSet("Declaration Programme Agenda Plan Platform Pact Framework Compact Consensus Strategy " +
	"Guidelines Principles Rules Guide Roadmap Vision Commitment Instrument Accord Mandates Understanding")

// namesInstrument is for texts that may name an instrument.
var namesInstrument = newGate(slices.Sorted(maps.Keys(instrumentNouns))...)

// genericNouns name too many things: such an instrument keeps its full name.
var genericNouns = wordSet("Principles Guidelines Rules Framework Strategy Plan Programme Guide Instrument " +
	"Understanding Mandates")

// treatyNouns end the short name of a treaty.
var treatyNouns = wordSet("Convention Protocol Treaty Covenant Statute Charter Agreement")

// An instrument is a declaration, programme or other named instrument that is the
// direct object of a verb.
type instrument struct {
	id, name string
	title    string // the full name as printed, where it says more
	// relation is what the paragraph says of it, and verb the printed verb.
	relation, verb string
	paragraph      *Paragraph
	part           Text
	start, end     int // the name in the part
}

// instrumentName is the name by which an instrument is known whose name stands in
// a text: the short one, where that tells it from others.
func instrumentName(s string, hit nameHit) string {
	if genericNouns[hit.noun] || !strings.Contains(hit.short, " ") {
		return s[hit.start:hit.end]
	}
	return hit.short
}

// instrumentID is the id of the instrument with a name.
func instrumentID(name string) string { return "instrument/" + graph.Slug(name) }

// addInstrument makes an instrument known by the first name that it is given, and
// gives its id.
func addInstrument(found *findings, name string) string {
	id := instrumentID(name)
	found.newEntity(id, "Instrument", [2]string{"name", name})
	return id
}
