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

// decidedIn are the operative paragraphs by which an act decides something, but for some.
func (c *chronicler) decidedIn(act snapshot.Node, but []snapshot.Node) (list []snapshot.Node) {
	passes := c.passageFilter(c.query)
	for p := act + 1; int(p) < c.Len() && strings.HasPrefix(c.ID(p), c.ID(act)+"#"); p++ {
		if c.Text(p, "paragraphKind") == "operative" && decides.MatchString(c.Text(p, "text")) && !slices.Contains(but, p) && (passes == nil || passes(p)) {
			list = append(list, p)
		}
	}
	return list
}
