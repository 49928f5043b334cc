package ask

import (
	"regexp"
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// mostOfCalled is how many paragraphs are told of an act that is on the subject of a
// chronicle as a whole, where the chronicle has few texts; leastCalled is how many of the
// words its title has at least.
const mostOfCalled, leastCalled = 8, 3

// calledMostly says that an act is called by most words of a chronicle: "New harbour dues for
// small boats" for the harbour dues on boats up to the Osterholm session.
func (c *chronicler) calledMostly(whole snapshot.Node) bool {
	stems := stemsOf(c.query.Words)
	n := having(graph.Slug(c.Title(whole)), stems)
	return c.isAct(whole) && n >= leastCalled && n*5 >= len(stems)*3
}

// decides matches a paragraph that begins with a verb by which an organ does something itself:
// it decides, and does not only note or encourage (UN Editorial Manual, operative paragraphs).
var decides = regexp.MustCompile(`^(?:\(?\w{1,4}[.)]\s+)?(?:(?:Also|Further|Hereby) )?` +
	`(?i:decides|adopts|establishes|approves|agrees|launches|initiates|extends|renews|terminates|reaffirms its decision)\b`)

// decidedFirst puts in front of what was found in an act by its words that of it which decides
// something and, in their order, the other operative paragraphs that do.
func (c *chronicler) decidedFirst(act snapshot.Node, found []snapshot.Node) (list []snapshot.Node) {
	passes := c.passageFilter(c.query)
	does := func(n snapshot.Node) bool {
		return c.Text(n, "paragraphKind") == "operative" && decides.MatchString(c.Text(n, "text"))
	}
	for _, n := range found {
		if does(n) {
			list = append(list, n)
		}
	}
	for p := act + 1; int(p) < c.Len() && strings.HasPrefix(c.ID(p), c.ID(act)+"#"); p++ {
		if does(p) && !slices.Contains(list, p) && (passes == nil || passes(p, act)) {
			list = append(list, p)
		}
	}
	for _, n := range found {
		if !slices.Contains(list, n) {
			list = append(list, n)
		}
	}
	return list
}
