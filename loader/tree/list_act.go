package tree

import (
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
	"mandategraph/loader/scan"
	"mandategraph/loader/text"
)

// loneNumber is an act's number without its kind, with the title behind it where
// the print joins them.
var loneNumber = scan.Compile(`^(\d{1,3}/\d{1,3})(?:\s+(\S.*))?$`)

// markListed finds the acts that a commission's report lists under their numbers
// alone: "56/101", the title, "The Statistical Commission:" or "took note".
func markListed(list []text.Block) {
	for i := range list {
		if k := list[i].Kind; k != text.BlockHeading && k != text.BlockProse || !loneNumber.MatchString(list[i].Text.S) {
			continue
		}
		for k, titles := i+1, 0; k < len(list) && titles < 3; k++ {
			switch next := list[k]; {
			case next.Kind == text.BlockNote: // stands before the paragraph that a page breaks
			case next.Kind == text.BlockBody || namesBody(next.Text.S):
				list[i].Listed, titles = true, 3
			case next.Kind == text.BlockHeading && !loneNumber.MatchString(next.Text.S):
				titles++
			default:
				titles = 3
			}
		}
	}
}

// markAnnounced finds the headings of acts, "78/402. Election of members", below
// which, with at most two lines of their title between, a body speaks.
func markAnnounced(list []text.Block) {
	for i := range list {
		if list[i].Kind != text.BlockAct {
			continue
		}
		for k, titles := i+1, 0; k < len(list) && titles < 3; k++ {
			next := list[k]
			if next.Kind == text.BlockNote {
				continue // stands before the paragraph that it interrupts
			}
			if next.Kind == text.BlockBody || meetingDecides(next.Text.S) || namesBody(next.Text.S) || strings.HasPrefix(next.Text.S, "The Conference of the Parties") {
				list[i].Announced, list[i].Decides = true, meetingDecides(next.Text.S)
				for t := i + 1; t < k; t++ {
					list[t].Title = list[t].Kind != text.BlockNote
				}
				break
			}
			titled := next.Kind == text.BlockHeading || next.Kind == text.BlockOpener && !text.EndsClosed(next.Text.S) || next.Kind == text.BlockProse && text.StartsLower(next.Text.S) && len(next.Text.S) < 160 && !text.EndsClosed(next.Text.S)
			if titles++; !titled || text.UpperLabel(next.Text.S) {
				break
			}
		}
	}
}

// startListed begins a listed act; false where no heading above says whether it
// is a resolution or a decision.
func (p *parser) startListed(b text.Block) bool {
	kind := p.headedKind()
	if kind == "" || p.tree.Body == "" {
		return false
	}
	m := loneNumber.FindStringSubmatchIndex(b.Text.S)
	a := &Act{Place: b.Place, Body: p.tree.Body, Kind: kind, Number: b.Text.S[m[2]:m[3]]}
	if m[4] >= 0 {
		a.Title = cutText(b.Text, m[4])
	}
	p.begin(a)
	return true
}

// meetingDecides recognizes the sentence of a decision that begins with its
// meeting: "At its 8th meeting, on 19 December 2025, the Conference of the Parties
// decided".
func meetingDecides(s string) bool {
	return atMeeting(s) && len(FindBodies(s[:min(len(s), 240)])) > 0
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
	found := FindBodies(s[:min(len(s), 200)])
	return len(found) > 0 && found[0].Start == len("The ")
}
