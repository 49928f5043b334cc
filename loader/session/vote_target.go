package session

import (
	"strings"

	"mandategraph/loader/cite"
	"mandategraph/loader/scan"
	"mandategraph/loader/text"
	"mandategraph/loader/tree"
)

// ballotOf finds what was voted on: the act that tells of its own vote, else the
// one act or draft that the paragraph names before the lists.
func (r *voteReader) ballotOf(p *tree.Paragraph, part text.Text, before int) *ballot {
	var lead strings.Builder
	for _, q := range p.Parts {
		if q.S == part.S {
			lead.WriteString(q.S[:before])
			break
		}
		lead.WriteString(q.S + " ")
	}
	text := lead.String()
	b := newBallot("")
	b.count(text)
	if p.Act != nil {
		b.target = p.Act.ID
		return b
	}
	if b.target = r.votedOn(p, text); b.target == "" {
		r.found.Report(p, part, before, min(len(part.S), before+40), tree.Diagnostic{
			Reason: "unresolved: the text does not say by act or symbol what was voted on",
		})
	}
	return b
}

// otherVotes are words of votes on less than a whole text.
var otherVotes = []string{
	"amendment", "motion", "operative paragraph", "preambular paragraph", "vote on paragraph", "separate vote",
}

// votedOn is the one act or draft named in a text on which a vote was taken; of
// a vote on amendments, motions or single paragraphs there is none.
func (r *voteReader) votedOn(p *tree.Paragraph, text string) string {
	if id := r.amendmentVoted(text); id != "" {
		return id
	}
	for _, other := range otherVotes {
		if strings.Contains(text, other) {
			return ""
		}
	}
	if m := textPointer.FindStringSubmatchIndex(text); m != nil {
		if a, draft := r.printed.pointed(text, m); draft {
			return a.id
		}
	}
	targets := r.actsNamedIn(p, text)
	if len(targets) == 0 {
		targets = r.drafts(text, func(tree.SymbolHit) bool { return true })
	}
	return only(targets)
}

// actsNamedIn lists the acts of the document that a text names.
func (r *voteReader) actsNamedIn(p *tree.Paragraph, text string) (ids []string) {
	if len(r.tree.Acts) == 0 {
		return nil
	}
	named := cite.FindCitations(text, r.tree.Speaker(p), r.tree)
	for _, a := range r.tree.Acts {
		for i := range named {
			if c := &named[i]; a.Number == c.Number && a.Kind == c.Kind && !a.Draft {
				ids = scan.AppendNew(ids, a.ID)
			}
		}
	}
	return ids
}

// drafts makes the drafts known whose symbols in a text are wanted, and lists
// their ids.
func (r *voteReader) drafts(text string, wanted func(tree.SymbolHit) bool) (ids []string) {
	for _, y := range tree.FindSymbols(text) {
		if strings.Contains(y.Symbol, "/L.") && wanted(y) {
			ids = scan.AppendNew(ids, tree.AddSymbol(&r.found, y.Symbol))
		}
	}
	return ids
}

// only is the one string of a list, or empty.
func only(list []string) string {
	if len(list) != 1 {
		return ""
	}
	return list[0]
}

var (
	amendmentVote = scan.Compile(`\b(?:adopted|rejected) the (?:oral )?amendments? by a recorded vote\b`)
	draftBefore   = scan.Compile(`draft (?:resolution|decision) $`)
)

// amendmentVoted is the document of amendments to a draft on which a vote was
// taken, where it is the one besides the draft that the text names.
func (r *voteReader) amendmentVoted(text string) string {
	if !amendmentVote.MatchString(text) {
		return ""
	}
	return only(r.drafts(text, func(y tree.SymbolHit) bool {
		return !draftBefore.MatchString(text[max(0, y.Start-len("draft resolution ")):y.Start])
	}))
}
