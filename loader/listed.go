package loader

import (
	"strings"

	"mandategraph/graph"
)

// loneNumber is an act's number without its kind, with the title behind it where
// the print joins them.
var loneNumber = compile(`^(\d{1,3}/\d{1,3})(?:\s+(\S.*))?$`)

// markListed finds the acts that a commission's report lists under their numbers
// alone: "56/101", the title, "The Statistical Commission:" or "took note".
func markListed(list []block) {
	for i := range list {
		if k := list[i].kind; k != blockHeading && k != blockProse || !loneNumber.MatchString(list[i].text.S) {
			continue
		}
		for k, titles := i+1, 0; k < len(list) && titles < 3; k++ {
			switch next := list[k]; {
			case next.kind == blockNote: // stands before the paragraph that a page breaks
			case next.kind == blockBody || namesBody(next.text.S):
				list[i].listed, titles = true, 3
			case next.kind == blockHeading && !loneNumber.MatchString(next.text.S):
				titles++
			default:
				titles = 3
			}
		}
	}
}

// startListed begins a listed act; false where no heading above says whether it
// is a resolution or a decision.
func (p *parser) startListed(b block) bool {
	kind := p.headedKind()
	if kind == "" || p.tree.Body == "" {
		return false
	}
	m := loneNumber.FindStringSubmatchIndex(b.text.S)
	a := &Act{Place: b.place, Body: p.tree.Body, Kind: kind, Number: b.text.S[m[2]:m[3]]}
	if m[4] >= 0 {
		a.Title = cutText(b.text, m[4])
	}
	p.begin(a)
	return true
}

// meetingDecides recognizes the sentence of a decision that begins with its
// meeting: "At its 8th meeting, on 19 December 2025, the Conference decided".
func (p *parser) meetingDecides(s string) bool {
	if !strings.HasPrefix(s, "At its ") && !strings.HasPrefix(s, "At the ") || !strings.Contains(s[:min(len(s), 40)], " meeting") {
		return false
	}
	house, ok := graph.BodyByCode(p.tree.Body)
	return len(findBodies(s[:min(len(s), 240)])) > 0 || ok && strings.Contains(s[:min(len(s), 120)], ", the "+house.Short)
}

// headedKind is the kind of the acts under the headings above; empty where none
// tells it.
func (p *parser) headedKind() (kind string) {
	for _, h := range p.headings {
		switch text := strings.ToLower(h.text); {
		case strings.Contains(text, "resolution") && strings.Contains(text, "decision"):
		case strings.Contains(text, "resolution"):
			kind = graph.Resolution
		case strings.Contains(text, "decision"):
			kind = graph.Decision
		}
	}
	return kind
}

// namesBody says that a text begins with the name of a body: "The Statistical
// Commission took note of".
func namesBody(s string) bool {
	if !strings.HasPrefix(s, "The ") {
		return false
	}
	found := findBodies(s[:min(len(s), 200)])
	return len(found) > 0 && found[0].start == len("The ")
}
