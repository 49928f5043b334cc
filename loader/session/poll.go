package session

import (
	"cmp"
	"strings"

	"mandategraph/graph"
	"mandategraph/loader/text"
	"mandategraph/loader/tree"
)

// A poll is what became of a proposal: outcome, procedure, tally, and who voted
// how. It is stated when all of the document is read, as the draft may become an
// act later in it.
type poll struct {
	p *tree.Paragraph
	// targets are the acts and documents that were decided on; with pins the
	// paragraphs of the one target that were voted on apart.
	targets, pins []string
	// none says that what was decided on has no id, as an oral amendment.
	none               bool
	outcome, procedure string
	// follows says that the text tells it as what followed from a vote, replaced is the
	// draft on which that was taken.
	follows  bool
	replaced string
	tally    tally
	roll     roll
}

// unvoted says that a proposal ended without a vote, so that no lists of voters are its own.
func (v *poll) unvoted() bool {
	switch v.outcome {
	case "withdrawn", "discontinued", "deferred", "not put to the vote":
		return true
	}
	return v.tally.printed() == 0 && (v.procedure == "consensus" || v.procedure == "without a vote")
}

// brackets takes the States in the brackets of a tally in a part, at whose byte
// from the text of the tally begins.
func (v *poll) brackets(p *tree.Paragraph, part text.Text, from int, k reckoning) {
	for _, b := range k.lists {
		v.roll.side = b.side
		v.roll.list(p, part, from+b.from, from+b.to)
	}
}

// qualifiers say of the adoption of a text how it was adopted.
func (v *poll) qualifiers() (q tree.Qualifiers) {
	if v.procedure != "" {
		q = append(q, [2]string{"procedure", v.procedure})
	}
	for side, n := range v.tally {
		if n != "" {
			q = append(q, [2]string{sideCounts[side], n})
		}
	}
	return q
}

// state adds all that is known of a poll; becomes gives the acts that drafts became.
func (v *poll) state(found *tree.Findings, becomes func(id string) string) {
	if len(v.targets) == 0 || v.none {
		v.lost(found)
		return
	}
	counts := v.roll.counts(v.p, v.tally)
	if v.procedure == "vote" && v.roll.full && v.roll.listed[inFavour] {
		v.procedure = "recorded vote" // by names
	}
	for _, id := range v.objects(found, becomes) {
		if len(v.pins) == 0 || v.outcome != "adopted" { // a paragraph that is kept is not adopted
			found.FirstFact(id, "outcome", v.outcome)
		}
		found.FirstFact(id, "procedure", v.procedure)
		for side, n := range counts {
			found.FirstFact(id, sideCounts[side], n)
		}
		v.roll.state(id)
	}
}

// lost reports a vote of which the text does not say by act or symbol what was
// voted on.
func (v *poll) lost(found *tree.Findings) {
	if len(v.roll.voters) > 0 {
		part := v.roll.voters[0].part
		found.Report(v.p, part, 0, min(len(part.S), 80), tree.Diagnostic{
			Reason: "unresolved: the text does not say by act or symbol what was voted on",
		})
	}
}

// objects are what was decided on: the acts that the drafts became, else the
// drafts, or single paragraphs of one.
func (v *poll) objects(found *tree.Findings, becomes func(id string) string) (ids []string) {
	for _, id := range v.targets {
		if becomes != nil && len(v.pins) == 0 { // an act may count its paragraphs otherwise
			id = cmp.Or(becomes(id), id)
		}
		if len(v.pins) == 0 {
			ids = append(ids, id)
		}
		for _, pin := range v.pins {
			paragraph := id + "#" + pin
			found.NewEntity(paragraph, "Paragraph", [2]string{"partOf", id})
			ids = append(ids, paragraph)
		}
	}
	return ids
}

// known makes a target known: an act that is only named, or a document.
func known(found *tree.Findings, id string) string {
	if _, _, _, ok := graph.SplitActID(id); ok && !strings.HasPrefix(id, "document/") {
		found.Cited(id)
	}
	return id
}
