package ask

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// Acts by the number of votes that is printed of them: those with most abstentions, with
// the narrowest majority, and those adopted by so many votes to so many.

// votesMost and votesClose match a question for the acts with most or fewest votes of some
// sort, and with the smallest majority.
var (
	votesMost = regexp.MustCompile(
		`(?i)\b(?:received |drew |attracted |saw |got )?(?:the )?(most|fewest|least|highest number of|largest number of) ` +
			`(abstentions|votes against|negative votes|votes for|votes in favou?r|affirmative votes)\b`,
	)
	votesClose = regexp.MustCompile(
		`(?i)\b(?:by |with )?(?:the )?(?:narrowest|smallest|closest|tightest|slimmest|thinnest) (?:margin|majority|votes?)\b(?: of votes)?`,
	)
	votesTally = regexp.MustCompile(
		`(?i)\b(?:by |with )?(?:a vote of )?(\d+|` + smallNumber + `)( votes?)?(?: in favou?r)? ?(?:to|against|-|–) ?` +
			`(\d+|none|nil|zero|` + smallNumber + `)\b( votes?)?(?: against)?(?:,? (?:and |with )*(\d+|no|` + smallNumber + `) abstentions?)?`,
	)
)

const smallNumber = `one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen`

// A voteRank says by which number of votes acts are wanted.
type voteRank struct {
	property, words string
	least           bool
}

// votesWanted notes that acts are wanted by their numbers of votes, and takes these words
// out of the question.
func (p *parser) votesWanted() {
	question := p.out.question
	switch most, close := votesMost.FindStringSubmatch(question), votesClose.FindString(question); {
	case p.out.acts == nil:
	case most != nil:
		rank := voteRank{
			property: "votesFor",
			words:    strings.ToLower(most[2]),
			least: strings.HasPrefix(strings.ToLower(most[1]), "few") ||
				strings.EqualFold(most[1], "least"),
		}
		switch {
		case strings.EqualFold(most[2], "abstentions"):
			rank.property = "abstentions"
		case strings.Contains(rank.words, "against"), strings.Contains(rank.words, "negative"):
			rank.property = "votesAgainst"
		}
		p.out.votes = &rank
		p.useWords(most[0])
	case close != "":
		p.out.votes = &voteRank{property: "", words: "majority", least: true}
		p.useWords(close)
	default:
		p.tally()
	}
}

// tally notes by how many votes acts were adopted: 13 votes to none, with 2 abstentions.
func (p *parser) tally() {
	m := votesTally.FindStringSubmatch(p.out.question)
	if m == nil || m[2]+m[4] == "" && !strings.EqualFold(m[3], "none") {
		return
	}
	yes, no, abstained := numberOf(m[1]), numberOf(m[3]), m[5]
	p.out.tallied = &manner{
		asked: regexp.MustCompile(regexp.QuoteMeta(m[0])),
		holds: func(r *Reader, n snapshot.Node) bool {
			is := func(property string, count int) bool {
				printed, _ := strconv.Atoi(r.Text(n, property)) // none printed is none
				return printed == count
			}
			return r.Text(n, "votesFor") != "" && is("votesFor", yes) && is("votesAgainst", no) &&
				(abstained == "" || is("abstentions", numberOf(abstained)))
		},
	}
	p.out.saysOutcome = true
	p.useWords(m[0])
}

// useWords marks the parts as used that are made of some words of the question.
func (p *parser) useWords(text string) {
	words := map[string]bool{}
	for _, w := range tokens(text) {
		words[w.key] = !functionWord.MatchString(w.text) || w.key == "none" || w.key == "not"
	}
	for i := range p.parts {
		outside := func(w token) bool { return !words[w.key] && !functionWord.MatchString(w.text) }
		list := tokens(p.parts[i].text)
		if len(list) > 0 && words[list[len(list)-1].key] && !slices.ContainsFunc(list, outside) {
			p.parts[i].nodes, p.parts[i].sense, p.used[i] = nil, sense{cue: "all"}, true
		}
	}
}

// said are the words for so many votes.
func (v voteRank) said(count int) string {
	if count == 1 {
		return strings.NewReplacer("votes", "vote", "abstentions", "abstention").Replace(v.words)
	}
	return v.words
}

// shownRanked is how many acts are listed by a number of votes.
const shownRanked = 12

// votesRanked lists the acts with most, or fewest, votes of a sort.
func (c *composer) votesRanked() bool {
	if c.meaning.votes == nil || !c.onlyAdopts() || len(c.Names) > 0 || c.Words != "" {
		return false
	}
	rank, amount := *c.meaning.votes, map[snapshot.Node]int{}
	var list []snapshot.Node
	for _, n := range c.Nodes("Act") {
		if _, kind, _, _ := graph.SplitActID(c.ID(n)); c.Text(n, "votesFor") == "" || !c.isDated(n, c.Since, c.Until) ||
			c.acts.actKind != "" &&
				kind != c.acts.actKind || len(c.Bodies) > 0 && !slices.Contains(c.Bodies, c.owner(n)) {
			continue
		}
		amount[n] = c.votesOf(n, rank.property)
		list = append(list, n)
	}
	if len(list) == 0 {
		return false
	}
	slices.SortStableFunc(list, func(a, b snapshot.Node) int {
		if rank.least {
			a, b = b, a
		}
		return amount[b] - amount[a]
	})
	looked := len(list)
	list = list[:min(looked, shownRanked)]
	c.declare("ids", "[ID!]!", c.idsOf(list))
	c.text("nodes(ids: $ids) { ...Named }")
	f := c.form()
	f.lists = []string{"nodes"}
	f.columns = append(
		[]column{
			{
				"count",
				func(t telling, r row) string { return decimal(amount[t.node(r)]) + " " + rank.said(amount[t.node(r)]) },
			},
		},
		simple...)
	f.header = "By the number of votes that is printed:"
	if rank.property == "" {
		f.header = "By the number of votes for less those against, as printed:"
	}
	f.lead = func(telling) string {
		return fmt.Sprintf(
			"of %d acts whose numbers of votes were read; of an act adopted unanimously none is printed.",
			looked,
		)
	}
	return true
}

// votesOf is a number of votes of an act, or by how many those for are more than those
// against.
func (r *Reader) votesOf(n snapshot.Node, property string) int {
	number := func(name string) int {
		v, _ := strconv.Atoi(r.Text(n, name))
		return v
	}
	if property == "" {
		return number("votesFor") - number("votesAgainst")
	}
	return number(property)
}
