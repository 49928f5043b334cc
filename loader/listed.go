package loader

import (
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
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

// markAnnounced finds the headings of acts, "78/402. Election of members", below
// which, with at most two lines of their title between, a body speaks.
func markAnnounced(list []block) {
	for i := range list {
		if list[i].kind != blockAct {
			continue
		}
		for k, titles := i+1, 0; k < len(list) && titles < 3; k++ {
			next := list[k]
			if next.kind == blockNote {
				continue // stands before the paragraph that it interrupts
			}
			if next.kind == blockBody || meetingDecides(next.text.S) || namesBody(next.text.S) || strings.HasPrefix(next.text.S, "The Conference of the Parties") {
				list[i].announced, list[i].decides = true, meetingDecides(next.text.S)
				for t := i + 1; t < k; t++ {
					list[t].title = list[t].kind != blockNote
				}
				break
			}
			titled := next.kind == blockHeading || next.kind == blockOpener && !endsClosed(next.text.S) || next.kind == blockProse && startsLower(next.text.S) && len(next.text.S) < 160 && !endsClosed(next.text.S)
			if titles++; !titled || upperLabel(next.text.S) {
				break
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
// meeting: "At its 8th meeting, on 19 December 2025, the Conference of the Parties
// decided".
func meetingDecides(s string) bool {
	return atMeeting(s) && len(findBodies(s[:min(len(s), 240)])) > 0
}

// houseDecides is the same where the sentence has the house by its short name.
func (p *parser) houseDecides(s string) bool {
	house, ok := names.BodyByCode(p.tree.Body)
	return meetingDecides(s) || ok && atMeeting(s) && strings.Contains(s[:min(len(s), 120)], ", the "+house.Short)
}

func atMeeting(s string) bool {
	return (strings.HasPrefix(s, "At its ") || strings.HasPrefix(s, "At the ")) && strings.Contains(s[:min(len(s), 40)], " meeting")
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
