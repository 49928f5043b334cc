package tree

import (
	"slices"
	"strconv"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
	"mandategraph/loader/scan"
	"mandategraph/loader/text"
)

// startPart reads the lone letter above a part of a resolution: "A" after the
// title, then "B" after the end of part A. Each part is an act of its own, 3485
// A (XXX); those of the Security Council share their number.
func (p *parser) startPart(b text.Block) bool {
	letter := strings.Trim(b.Text.S, "* ")
	if p.act == nil || p.act.Draft || p.act.Number == "" || len(letter) != 1 || !scan.IsCapital(letter) {
		return false
	}
	if names.IsDated(p.act.Body) {
		return false
	}
	switch {
	case letter == "A" && p.zone == inTitle && p.act.Part == "":
		p.act.Number, p.act.Part = withPart(p.act.Number, letter), letter
		p.speaksAs(p.act.Body)
		return true
	case p.act.Part != "" && follows(p.act.Part, letter):
		before := p.act
		number := withPart(strings.Replace(before.Number, before.Part, "", 1), letter)
		p.begin(&Act{
			Place: b.Place, Body: before.Body, Kind: before.Kind, Number: number, Title: before.Title, Part: letter,
		})
		return true
	}
	return false
}

// withPart is the number of a part: 75/290A, 3485A(XXX).
func withPart(number, letter string) string {
	if head, session, ok := strings.Cut(number, "("); ok {
		return head + letter + "(" + session
	}
	return number + letter
}

// startFollowing begins the draft that the paragraph before announces, "adopt
// the following draft resolution:", at its title; such drafts are counted, as
// the text gives them no number.
func (p *parser) startFollowing(b text.Block) bool {
	if p.act != nil || p.last == nil || p.last.Act != nil || p.last.Label == "" || len(p.last.Parts) > 1 {
		return false
	}
	m := text.FollowingDraft.FindStringSubmatch(strings.TrimRight(p.last.Parts[0].S, " *"))
	if m == nil || text.UpperLabel(b.Text.S) {
		return false
	}
	a := &Act{
		Place: b.Place, Body: p.tree.Body, Kind: strings.ToLower(m[1]), Draft: true, Following: p.last.Label, Title: b.Text,
	}
	count := 1
	for _, other := range p.tree.Acts {
		if other.Following != "" && other.Kind == a.Kind {
			count++
		}
	}
	a.Number = strconv.Itoa(count)
	p.begin(a)
	return true
}

// followingDrafts ends a paragraph behind which drafts stand.
var followingDrafts = scan.Compile(`(?i)\bfollowing draft (?:resolution|decision)s?:$`)

// endsFollowing says that a numbered paragraph of the report goes on after a
// draft: it follows the one that announced it, or announces another.
func (p *parser) endsFollowing(b text.Block) bool {
	if p.act == nil || b.Label.Kind != text.LabelNumber {
		return false
	}
	if p.onlyNamed(b.Label) {
		return true
	}
	announced := p.act.Following
	if announced == "" {
		if !p.act.Draft || !followingDrafts.MatchString(b.Text.S) {
			return false
		}
		announced = p.number
	} else if strings.Contains(b.Text.S, " following draft ") {
		return true
	}
	return text.Succeeds(announced, b.Label.Mark) && !p.nextInAct(b.Label)
}

// onlyNamed says that the report's numbers go on behind what looked like the heading of
// an act and has neither recitals nor numbers: a row of a table, a short decision.
func (p *parser) onlyNamed(l text.Label) bool {
	if p.act.preambles > 0 || len(p.stack) > 0 || l.Mark == "1" || !text.Succeeds(p.number, l.Mark) {
		return false
	}
	return !slices.ContainsFunc(
		p.act.Paragraphs,
		func(q *Paragraph) bool { return q.Kind != Footnote && q.Label != "" },
	)
}

// nextInAct says that a number goes on with the act's own paragraphs, or with a list below
// one of its items.
func (p *parser) nextInAct(l text.Label) bool {
	return slices.ContainsFunc(p.stack, func(s level) bool {
		return s.kind == text.LabelNumber && text.Succeeds(s.mark, l.Mark)
	})
}

// soleParagraphs names the one operative paragraph without a number that a
// decision has: it is the decision's text.
func (p *parser) soleParagraphs() {
	for _, a := range p.tree.Acts {
		if a.Kind != graph.Decision || !solelyDecides(a) {
			continue
		}
		for _, q := range a.Paragraphs {
			if rest, ok := strings.CutPrefix(q.Locator, "op1"); ok && q.Kind == Operative {
				q.Locator = "dec" + rest
				q.ID = graph.ParagraphID(a.ID, q.Locator)
				p.ids[q.ID]++
			}
		}
	}
}

// solelyDecides says that an act has one operative paragraph, without a number.
func solelyDecides(a *Act) bool {
	count := 0
	for _, q := range a.Paragraphs {
		if q.Kind == Decided || q.Kind == Operative && q.Depth == 0 && q.Label != "" {
			return false
		}
		if q.Kind == Operative && q.Depth == 0 {
			count++
		}
	}
	return count == 1
}
