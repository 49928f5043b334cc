package session

import (
	"context"

	"mandategraph/loader/text"
	"mandategraph/loader/tree"
)

// voteGate is for texts that may tell of a vote, or of a decision without one.
var voteGate = text.NewGate("avour", "gainst", "bst", "vote", "dopted", "consensus", "roll", "Absent")

// Votes reads how acts print that they were adopted, above their text or below
// it: outcome, procedure, tally, and who voted how.
func Votes(ctx context.Context, t *tree.Tree) (found tree.Findings) {
	for _, p := range t.Paragraphs {
		if ctx.Err() != nil {
			break
		}
		if p.Act != nil && !p.Act.Draft && (p.Locator == tree.HeadLocator || p.Locator == tree.EndLocator) {
			ownVote(&found, p)
		}
	}
	return found
}

// ownVote reads what an act prints of its own vote.
func ownVote(found *tree.Findings, p *tree.Paragraph) {
	v := poll{targets: []string{p.Act.ID}, roll: roll{found: found}, p: p}
	for _, part := range p.Parts {
		if !voteGate.In(part) {
			v.roll.read(p, part)
			continue
		}
		list := reckonings(part.S)
		if len(list) > 0 && v.tally.printed() == 0 {
			v.tally = list[0].tally
			v.brackets(p, part, 0, list[0])
		}
		if v.procedure == "" {
			v.procedure = procedureOf(part.S, len(list) > 0)
		}
		v.roll.read(p, part)
	}
	if v.procedure != "" || len(v.roll.voters) > 0 {
		v.outcome = "adopted"
	}
	v.state(found, nil)
}
