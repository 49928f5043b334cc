package ask

import (
	"fmt"
	"regexp"
	"strings"

	"mandategraph/graph/snapshot"
)

// Lists of acts by how they were adopted: unanimously, without a vote, against votes.

// A manner is one way of being adopted.
type manner struct {
	asked *regexp.Regexp
	holds func(r *Reader, n snapshot.Node) bool
}

var manners = []manner{
	{regexp.MustCompile(`(?i)\bunanimous`), func(r *Reader, n snapshot.Node) bool {
		return strings.Contains(strings.ToLower(r.closing(n)), "unanimously")
	}},
	{regexp.MustCompile(`(?i)\bconsensus\b`), func(r *Reader, n snapshot.Node) bool {
		return r.Text(n, "procedure") == "consensus"
	}},
	{withoutVote, func(r *Reader, n snapshot.Node) bool {
		return r.Text(n, "procedure") == "consensus" || r.noVote(n)
	}},
	{regexp.MustCompile(`(?i)\bvotes? against\b|\bnegative votes?\b`), counting("votesAgainst")},
	{regexp.MustCompile(`(?i)\babstentions?\b`), counting("abstentions")},
	{regexp.MustCompile(`(?i)\brecorded vote\b|\bby (?:a )?vote\b|\bto (?:a|the) vote\b`), func(r *Reader, n snapshot.Node) bool {
		return r.Text(n, "votesFor") != ""
	}},
}

// counting says that an act has a number of votes of some sort that is not nought.
func counting(property string) func(r *Reader, n snapshot.Node) bool {
	return func(r *Reader, n snapshot.Node) bool { return strings.Trim(r.Text(n, property), "0") != "" }
}

// withoutVote matches how texts say that none was taken.
var withoutVote = regexp.MustCompile(`(?i)\bwithout (?:a )?vote\b`)

// noVote says that an act was adopted without a vote, in its text or as it was read.
func (r *Reader) noVote(n snapshot.Node) bool {
	return r.Text(n, "procedure") == "without a vote" || withoutVote.MatchString(r.printedVote(n))
}

// howTold says in one sentence how an act was adopted.
func (t telling) howTold(n snapshot.Node) string {
	switch printed := t.printedVote(n); {
	case printed != "":
		return t.called(n) + " prints " + printed + "."
	case strings.Contains(strings.ToLower(t.closing(n)), "unanimously"):
		return t.called(n) + " was adopted unanimously."
	case t.Text(n, "votesFor") != "":
		return t.tally(n) + "."
	case t.Text(n, "procedure") != "":
		return t.called(n) + " was adopted: " + t.Text(n, "procedure") + "."
	}
	return "How " + t.called(n) +
		" was adopted is not told in what was read of it: no vote and no word on consensus."
}

// closing is what stands below an act, or in its heading, of its adoption.
func (r *Reader) closing(n snapshot.Node) string {
	said := ""
	for _, place := range []string{"#end", "#head"} {
		if p, ok := r.Lookup(r.ID(n) + place); ok {
			said += r.Text(p, "text") + "\n"
		}
	}
	return said
}

// knownManner says that it was read at all how an act was adopted.
func (r *Reader) knownManner(n snapshot.Node) bool {
	return r.Text(n, "procedure") != "" || r.Text(n, "votesFor") != "" || r.noVote(n) ||
		strings.Contains(strings.ToLower(r.closing(n)), "unanimously")
}

// mannerAsked is the manner of adoption that a question speaks of; nil for none.
func (d *meaning) mannerAsked() *manner {
	if d.tallied != nil {
		return d.tallied
	}
	for i, m := range manners {
		if m.asked.MatchString(d.question) {
			return &manners[i]
		}
	}
	return nil
}

// adoptedSo keeps acts that were adopted in a manner, and says of how many the manner is
// not known.
func (c *composer) adoptedSo(m *manner) {
	looked, unknown := 0, 0
	c.keep(func(t telling, n snapshot.Node) bool {
		looked++
		if !t.knownManner(n) {
			unknown++
		}
		return m.holds(t.Reader, n)
	})
	c.form().lead = func(t telling) string {
		return fmt.Sprintf("%d of the %d that were looked at; of %d of these it was not read how they were adopted.",
			len(t.found)+t.left, looked, unknown)
	}
}
