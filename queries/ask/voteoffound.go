package ask

import (
	"regexp"
	"slices"
	"strings"

	"mandategraph/graph/snapshot"
)

// How the acts were voted on in which the paragraphs stand that answer a question: the
// question describes an act and asks for the vote on it.

// votingAsked matches a question for a vote; aboutVoting one about the rules on voting.
var (
	votingAsked = regexp.MustCompile(
		`(?i)\b(?:votes?|voted|voting|unanimous(?:ly)?|unanimity|abstain(?:s|ed|ing)?|abstentions?|veto(?:ed|es)?)\b`,
	)
	aboutVoting = regexp.MustCompile(`(?i)\bquorum\b|\brules?\b|\bvoting rights?\b|\bright to vote\b|\bmajorit`)
)

// mostVotesTold is of how many acts the vote is told.
const mostVotesTold = 5

// addVotes adds to passages, or to a few acts, how these were adopted where a question asks
// for the vote and the answer does not tell it.
func (r *Reader) addVotes(question string, answer *Answer) {
	if !votingAsked.MatchString(question) || aboutVoting.MatchString(question) {
		return
	}
	var lines [][]string
	for _, act := range r.actsFound(*answer) {
		said := r.howVoted(act)
		if !strings.Contains(strings.Join(strings.Fields(answer.Text), " "), strings.Trim(said, "“”")) {
			lines = append(lines, []string{r.called(act), r.dateOf(act), said})
		}
	}
	if len(lines) > 0 {
		answer.Text += "\nThe vote on the texts found:\n\n" + align(lines)
	}
}

// actsFound are the acts of the best passages of an answer.
func (r *Reader) actsFound(answer Answer) (acts []snapshot.Node) {
	lists, _ := answer.passageLists()
	for _, list := range lists {
		if answer.Data == nil { // only near to the question
			acts = append(acts, r.actsMeant(list)...)
			continue
		}
		for _, p := range list[:min(len(list), bestPassages)] {
			if strings.HasSuffix(r.ID(p.Node), "#end") {
				continue // found by the word for the vote itself
			}
			if r.isAct(p.Whole) && !slices.Contains(acts, p.Whole) {
				acts = append(acts, p.Whole)
			}
		}
	}
	return slices.DeleteFunc(acts[:min(len(acts), mostVotesTold)], func(n snapshot.Node) bool { return !r.Loaded(n) })
}

// howVoted is the line below an act, or in its heading, that tells its adoption, else what
// is known of the vote on it; it says where no vote is told.
func (r *Reader) howVoted(act snapshot.Node) string {
	if line := r.adoptionLine(act); line != "" {
		return line
	}
	if r.Text(act, "votesFor") != "" || r.printedVote(act) != "" {
		_, said, _ := strings.Cut(r.tally(act), ": ")
		return said
	}
	return votesNotTold(r, act)
}

// adoptionLine is the line that tells how an act was adopted where it tells of a vote, or
// that there was none.
func (r *Reader) adoptionLine(act snapshot.Node) string {
	for line := range strings.SplitSeq(r.closing(act), "\n") {
		if len(line) < longestHead && strings.Contains(line, "dopted") &&
			(votingAsked.MatchString(line) || byConsensus.MatchString(line)) {
			return "“" + strings.Join(strings.Fields(line), " ") + "”"
		}
	}
	return ""
}
