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

// bodySpeaks opens the preamble.
func (p *parser) bodySpeaks(b text.Block) {
	code, known := p.speaking(b)
	switch {
	case p.act != nil && p.zone == inTitle:
	case p.act == nil && known && p.startProposed(b, code):
	case p.act == nil && known && p.unwritten():
		// The document is itself one draft, or prints its act's number nowhere.
		p.wholeAct(b)
	default:
		p.prose(b)
		return
	}
	if known {
		p.speaksAs(code)
		if p.tree.Body == "" {
			p.tree.Body = code
		}
	}
	p.zone = inPreamble
}

// ofCommission says that an act which the report of a principal organ's commission
// prints is the commission's own: it speaks in it by its full name.
func (p *parser) ofCommission(organ string) bool {
	body, _ := names.BodyByCode(p.act.Body)
	return body.Principal() && names.BodyOfNumber(p.act.Number) == "" && namedInFull(organ) && !p.act.Draft
}

// A document proposes the text of an act to a body below a heading that says so, or
// below a paragraph that asks the body to adopt it: "may wish to adopt a decision along
// the following lines:". Such drafts have no number and are counted.
var (
	proposedBelow = scan.Compile(`(?i)\badopt(?:ion of)?\b[^.;]{0,80}\b(resolution|decision)\b[^.;:]{0,80}:$`)
	proposedHead  = scan.Compile(`(?i)^(?:suggested |proposed |draft )+(resolution|decision)\b`)
)

// startProposed begins such a draft where its body speaks.
func (p *parser) startProposed(b text.Block, body string) bool {
	if p.tree.Symbol == "" || len(p.tree.Acts)+len(p.tree.Paragraphs) == 0 || p.at == 0 {
		return false
	}
	above, kind := p.list[p.at-1], ""
	if m := proposedHead.FindStringSubmatch(above.Text.S); m != nil && above.Kind != text.BlockLabel && len(above.Text.S) < mostTitle {
		kind = m[1]
	} else if m := proposedBelow.FindStringSubmatch(above.Text.S); m != nil {
		kind = m[1]
	} else {
		return false
	}
	a := &Act{Place: b.Place, Body: body, Kind: strings.ToLower(kind), Draft: true}
	if p.last != nil {
		a.Following = p.last.Label
	}
	count := 1
	for _, other := range p.tree.Acts {
		if other.Draft && other.Kind == a.Kind {
			count++
		}
	}
	a.Number = strconv.Itoa(count)
	p.begin(a)
	return true
}

// unwritten says that nothing was read yet but the masthead, of which a revision or
// addendum has a paragraph.
func (p *parser) unwritten() bool {
	return len(p.tree.Acts) == 0 && !slices.ContainsFunc(p.tree.Paragraphs, func(q *Paragraph) bool { return q.Locator != HeadLocator })
}

// speaking is the code of the body whose line this is; a body that no table names
// is known by its form: an organ's name before a recital.
func (p *parser) speaking(b text.Block) (code string, known bool) {
	name := speakersName(b.Text.S)
	if p.foreign != "" {
		if speakerOf(b) != "" {
			return p.foreign, true
		}
		return "", false
	}
	if body, ok := BodyNamed(name); ok {
		return body.Code, true
	}
	organ := speakerOf(b)
	if organ == "" || !recites(p.list[p.at+1:]) || p.act != nil && p.act.Body != "" && !p.ofCommission(organ) {
		return "", false
	}
	if own, _ := names.BodyByCode(p.tree.Body); own.Short == organ || p.tree.BodyName != "" && strings.HasPrefix(p.tree.BodyName, organ) {
		return p.tree.Body, true // by the short form of its own texts
	}
	h, ok := p.reported(organ)
	return h.code, ok
}

// BodyNamed is the body of that name, also with the number of its session:
// "Seventy-fourth World Health Assembly".
func BodyNamed(name string) (names.Body, bool) {
	if b, ok := names.BodyByText(name); ok {
		return b, true
	}
	if found := FindBodies(
		name,
	); len(found) == 1 && found[0].End == len(name) &&
		strings.Contains(strings.ToLower(name[:found[0].Start]), "-") {
		return names.BodyByCode(found[0].Code)
	}
	return names.Body{}, false
}

// isWholeDecision recognizes a document that is itself one draft decision in a
// sentence: "The Economic and Social Council, recalling ...".
func (p *parser) isWholeDecision(b text.Block) bool {
	return p.draft && p.unwritten() && (text.Speaks(b.Text.S) || speaksWithin(b.Text.S))
}

// speaksWithin says that a body speaks in a sentence behind what it is about: "With
// regard to the meeting on lamps, the Economic and Social Council decides that:".
func speaksWithin(s string) bool {
	for _, b := range FindBodies(s[:min(len(s), maxWithin)]) {
		if c, _, verb := VerbAt(s, min(b.End+1, len(s)), false); verb && c.Form == ThirdForm && strings.HasSuffix(s[:b.Start], ", the ") {
			return true
		}
	}
	return false
}

// maxWithin is how many bytes of its sentence stand before a body that speaks at most.
const maxWithin = 300

// speaksAs gives the act its body, and what was read of it its id.
func (p *parser) speaksAs(code string) {
	if marked := markedBody(p.act.Number); marked != "" {
		code = marked // its number tells whose it is
	}
	p.act.Body = code
	p.act.ID = p.actID(p.act)
	for _, q := range p.act.Paragraphs {
		q.ID = graph.ParagraphID(p.act.ID, q.Locator)
	}
}
