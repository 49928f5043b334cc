package tree

import (
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
	"mandategraph/loader/scan"
	"mandategraph/loader/text"
)

// loneNumber is an act's number without its kind, also a letter with the session, "A (75)",
// with the title behind it where the print joins them. yearNumber is such a number by the year, as executive boards
// head their decisions.
var (
	loneNumber = scan.Compile(`^(\d{1,3}/\d{1,3}|(?:19|20)\d\d/\d{1,4}|[A-Z] ?\(\d{1,3}\))(?:\s+(\S.*))?$`)
	yearNumber = scan.Compile(`^(?:19|20)\d\d/\d{1,4}(?:\s+[A-Z].*[^.;:,])?$`)
)

// markListed finds the acts that a commission's or board's report lists under their
// numbers alone: "56/101", the title, "The Statistical Commission:" or "took note".
func markListed(list []text.Block) {
	for i := range list {
		k := list[i].Kind
		if k == text.BlockAct && yearNumber.MatchString(list[i].Text.S) {
			list[i].Kind = text.BlockHeading
		} else if k != text.BlockHeading && k != text.BlockProse || !loneNumber.MatchString(list[i].Text.S) {
			continue
		}
		for k, titles := i+1, 0; k < len(list) && titles < 3; k++ {
			switch next := list[k]; {
			case next.Kind == text.BlockNote: // stands before the paragraph that a page breaks
			case next.Kind == text.BlockBody || namesBody(next.Text.S) || speaksAlone(next.Text.S):
				list[i].Listed, list[i].Kind, titles = true, text.BlockAct, 3
			case next.Kind == text.BlockHeading && !loneNumber.MatchString(next.Text.S):
				titles++
			default:
				titles = 3
			}
		}
	}
}

// numberTitle is the heading of an act of a body that counts its acts from 1 at each
// meeting, with the title behind its number: "Decision 3 Dates of the next meeting"; or
// that of one numbered by the session or meeting: "Decision 12/3. Quiet lakes", "Decision
// XII/3: Quiet lakes".
var numberTitle = scan.Compile(
	`^(?i:(resolution|decision)) ((?:(?:\d{1,4}|[IVXLC]{1,7})/)?\d{1,3})[.:]? +([A-Z][^.;:]*)$`,
)

// markAnnounced finds the headings of acts, "78/402. Election of members", below
// which, with at most two lines of their title between, a body speaks.
func markAnnounced(list []text.Block) {
	for i := range list {
		numbered := list[i].Kind == text.BlockHeading && numberTitle.MatchString(list[i].Text.S)
		if list[i].Kind != text.BlockAct && !numbered {
			continue
		}
		for k, titles := i+1, 0; k < len(list) && titles < 3; k++ {
			next := list[k]
			if next.Kind == text.BlockNote {
				continue // stands before the paragraph that it interrupts
			}
			if begins(next) || numbered && decidesBelow(next) {
				list[i].Kind, list[i].Announced, list[i].Decides = text.BlockAct, true, meetingDecides(next.Text.S)
				for t := i + 1; t < k; t++ {
					list[t].Title = list[t].Kind != text.BlockNote
				}
				break
			}
			if titles++; !titled(next) || text.UpperLabel(next.Text.S) {
				break
			}
		}
	}
}

// begins says that a block is the first of an act's text: its body speaks.
func begins(b text.Block) bool {
	return b.Kind == text.BlockBody || meetingDecides(b.Text.S) || namesBody(b.Text.S) ||
		strings.HasPrefix(b.Text.S, "The Conference of the Parties") || organDecides(b.Text.S)
}

// infinitive begins what a body decides to do where "decides:" stands once, above all of
// its decisions, as the reports of meetings of parties print them.
var infinitive = scan.Compile(`^(?:To [a-z]{3,}|That,? [a-z])`)

// decidesBelow says that an act without the name of its body begins at a block: with a
// recital that ends in a comma, or with a first paragraph in the infinitive.
func decidesBelow(b text.Block) bool {
	_, words := text.ReadLabel(b.Text.S)
	if b.Kind == text.BlockLabel {
		return b.Label.Mark == "1" && infinitive.MatchString(b.Text.S[words:])
	}
	return b.Kind == text.BlockOpener && text.LastLetter(b.Text.S) == ','
}

// organDecides says that an organ is the subject of a verb that a text begins with:
// "The Conference of States Parties decides:", or of those in the items below it.
func organDecides(s string) bool {
	name, the := strings.CutPrefix(s[:min(len(s), 200)], "The ")
	if !the {
		return false
	}
	organ := OrganName(name)
	_, _, verb := VerbAt(name, len(organ), false)
	return organ != "" && (verb || name[len(organ):] == ":")
}

// titled says that a block may be a line of a title.
func titled(b text.Block) bool {
	if b.Kind == text.BlockHeading {
		return true
	}
	opener := b.Kind == text.BlockOpener
	broken := b.Kind == text.BlockProse && text.StartsLower(b.Text.S) && len(b.Text.S) < 160
	return (opener || broken) && !text.EndsClosed(b.Text.S)
}

// startListed begins a listed act; false where no heading above says whether it
// is a resolution or a decision.
func (p *parser) startListed(b text.Block) bool {
	kind := p.headedKind()
	if kind == "" || p.tree.Body == "" {
		return false
	}
	m := loneNumber.FindStringSubmatchIndex(b.Text.S)
	a := &Act{Place: b.Place, Body: p.tree.Body, Kind: kind, Number: WithoutSpaces(b.Text.S[m[2]:m[3]])}
	if scan.IsCapital(a.Number) && !names.CanNumber(a.Body, kind, a.Number) {
		return false
	}
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

// bodyDecides is the same where the sentence has the body by its short name.
func (p *parser) bodyDecides(s string) bool {
	body, ok := names.BodyByCode(p.tree.Body)
	return meetingDecides(s) || ok && atMeeting(s) && strings.Contains(s[:min(len(s), 120)], ", the "+body.Short)
}

func atMeeting(s string) bool {
	at := strings.HasPrefix(s, "At its ") || strings.HasPrefix(s, "At the ")
	return at && strings.Contains(s[:min(len(s), 40)], " meeting")
}

// headedKind is the kind of the acts under the headings above, else under those of
// the masthead; empty where none tells it.
func (p *parser) headedKind() (kind string) {
	for _, h := range p.headings {
		if k := kindIn(h.text); k != "" {
			kind = k
		}
	}
	for i := p.first - 1; i >= 0 && kind == ""; i-- {
		kind = kindIn(p.list[i].Text.S)
	}
	return kind
}

// kindIn is the kind of act that a heading names; empty where it names both or none.
func kindIn(heading string) string {
	heading = strings.ToLower(heading)
	resolution, decision := strings.Contains(heading, "resolution"), strings.Contains(heading, "decision")
	switch {
	case resolution == decision:
		return ""
	case resolution:
		return graph.Resolution
	}
	return graph.Decision
}

// markSpeakers finds the lines of bodies that speak without a comma, "The Executive
// Board", above the first paragraph of an act.
func markSpeakers(list []text.Block) {
	for i := range list {
		if list[i].Kind != text.BlockHeading || !speaksAlone(list[i].Text.S) {
			continue
		}
		next := i + 1
		for next < len(list) && list[next].Kind == text.BlockNote {
			next++
		}
		if next == len(list) {
			return
		}
		if b := list[next]; b.Kind == text.BlockOpener || b.Kind == text.BlockLabel && b.Label.Mark == "1" {
			list[i].Kind = text.BlockBody
		}
	}
}

// speaksAlone says that a line is the name of an organ and nothing else.
func speaksAlone(s string) bool {
	name, the := strings.CutPrefix(s, "The ")
	if !the || len(name) > 200 {
		return false
	}
	_, known := BodyNamed(name)
	return known || OrganName(name) == name
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

// beginsDecision says that a line is the first of a decision's sentence, behind its
// title: it names the body, or the meeting at which it decided.
func beginsDecision(s string) bool { return namesBody(s) || atMeeting(s) }
