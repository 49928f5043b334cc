package session

import (
	"context"
	"strings"

	"mandategraph/loader/scan"
	"mandategraph/loader/text"
	"mandategraph/loader/tree"
)

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
		v.roll.read(p, part)
	}
	whole := allParts(p)
	list := reckonings(whole.S)
	if len(list) > 0 {
		v.tally = list[0].tally
		v.brackets(p, whole, 0, list[0])
	} else if m := votesAlone.FindStringSubmatch(whole.S); m != nil {
		v.tally[inFavour] = m[1]
	}
	v.procedure = procedureOf(whole.S, v.tally.printed() > 0)
	if v.procedure != "" || len(v.roll.voters) > 0 || strings.HasPrefix(whole.S, "Adopted ") {
		v.outcome = "adopted"
	}
	v.state(found, nil)
}

// votesAlone are those in favour where a text prints no others: "Adopted at the 40th
// meeting by 10 votes (Fiji, absent)".
var votesAlone = scan.Compile(`^Adopted at [^.;()]* by (\d{1,3}) votes\b`)

// allParts is the running text of a paragraph whose lines stand apart.
func allParts(p *tree.Paragraph) (t text.Text) {
	if len(p.Parts) == 1 {
		return p.Parts[0]
	}
	var b strings.Builder
	for i, part := range p.Parts {
		if i > 0 {
			b.WriteByte(' ')
		}
		for _, run := range part.Runs {
			t.Runs = append(t.Runs, text.Run{At: run.At + b.Len(), Source: run.Source})
		}
		b.WriteString(part.S)
	}
	t.S = b.String()
	return t
}
