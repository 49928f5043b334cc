package session

import (
	"strings"

	"mandategraph/graph"
	"mandategraph/loader/scan"
	"mandategraph/loader/tree"
)

// textPointer points to the text of an act that the same report prints.
var textPointer = scan.Compile(`(?:\((?:For|[Ss]ee|The)|For the text,? see) [^()]*?` +
	`\b([Dd]raft )?(resolution|decision|Resolution|Decision)s? ([A-Z]?-?\d[\w/.\-]*\w|[IVXLC]+\b|\d+\b)`)

// draftWords name a draft.
var draftWords = scan.Compile(`\b[Dd]raft (?:resolution|decision|proposal|declaration)s?\b`)

// An actPointer is where a text names an act.
type actPointer struct {
	id         string
	start, end int // of the number, in the part
}

// printedActs are the acts whose texts a document prints.
type printedActs struct {
	tree *tree.Tree
	ids  map[string]bool
}

func newPrintedActs(t *tree.Tree) printedActs {
	ids := make(map[string]bool, len(t.Acts))
	for _, a := range t.Acts {
		ids[a.ID] = true
	}
	return printedActs{t, ids}
}

// pointed is the act that a match of textPointer names; of drafts for another
// body the one of that number in this document.
func (a printedActs) pointed(text string, m []int) (p *actPointer, draft bool) {
	kind, number := strings.ToLower(text[m[4]:m[5]]), text[m[6]:m[7]]
	if m[2] < 0 {
		if !strings.ContainsAny(number, "0123456789") {
			return nil, false
		}
		return &actPointer{graph.ActID(a.tree.Body, kind, number), m[6], m[7]}, false
	}
	id := a.tree.ID + "/draft-" + kind + "/" + number
	if !a.ids[id] || a.ids[id+"~2"] {
		return nil, false // none, or one for each body that is to adopt: which?
	}
	return &actPointer{id, m[6], m[7]}, true
}

// draftsByTitle are the drafts that the document prints, by their titles.
func (a printedActs) draftsByTitle() map[string][]string {
	titles := map[string][]string{}
	for _, act := range a.tree.Acts {
		if key := tree.PlainKey(act.Title.S); act.Draft && !act.Whole {
			titles[key] = append(titles[key], act.ID)
		}
	}
	return titles
}
