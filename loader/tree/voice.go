package tree

import (
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
	"mandategraph/loader/text"
)

// bodySpeaks opens the preamble.
func (p *parser) bodySpeaks(b text.Block) {
	name := strings.TrimRight(strings.TrimPrefix(strings.TrimPrefix(b.Text.S, "The "), "THE "), ",.")
	body, ok := BodyNamed(name)
	switch {
	case p.act != nil && p.zone == inTitle:
	case p.act == nil && ok && len(p.tree.Acts) == 0 && len(p.tree.Paragraphs) == 0:
		// The document is itself one draft, or prints its act's number nowhere.
		p.wholeAct(b)
	default:
		p.prose(b)
		return
	}
	if ok {
		p.speaksAs(body.Code)
		if p.tree.Body == "" {
			p.tree.Body = body.Code
		}
	}
	p.zone = inPreamble
}

// BodyNamed is the body of that name, also with the number of its session:
// "Seventy-fourth World Health Assembly".
func BodyNamed(name string) (names.Body, bool) {
	if b, ok := names.BodyByText(name); ok {
		return b, true
	}
	if found := FindBodies(name); len(found) == 1 && found[0].End == len(name) && strings.Contains(strings.ToLower(name[:found[0].Start]), "-") {
		return names.BodyByCode(found[0].Code)
	}
	return names.Body{}, false
}

// isWholeDecision recognizes a document that is itself one draft decision in a
// sentence: "The Economic and Social Council, recalling ...".
func (p *parser) isWholeDecision(b text.Block) bool {
	return p.draft && len(p.tree.Acts) == 0 && len(p.tree.Paragraphs) == 0 && text.Speaks(b.Text.S)
}

// speaksAs gives the act its body, and what was read of it its id.
func (p *parser) speaksAs(code string) {
	p.act.Body = code
	p.act.ID = p.actID(p.act)
	for _, q := range p.act.Paragraphs {
		q.ID = graph.ParagraphID(p.act.ID, q.Locator)
	}
}
