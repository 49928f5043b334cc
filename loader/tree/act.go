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

// startAct reads an act's heading; false where the line is none.
func (p *parser) startAct(b text.Block) bool {
	text := strings.Trim(b.Text.S, "* ")
	a := &Act{Place: b.Place, Body: p.tree.Body}
	switch {
	case scan.IsCapital(text) && actHeading.MatchString(text):
		m := actHeading.FindStringSubmatch(text)
		a.Draft, a.Kind, a.Number, a.Adopted = m[1] != "", strings.ToLower(m[2]), WithoutSpaces(m[3]), ParseDate(m[4])
	case oldHeading.MatchString(text):
		m := oldHeading.FindStringSubmatch(text)
		a.Kind, a.Number, a.Adopted = strings.ToLower(m[3]), m[1], ParseDate(m[4])
		if a.Body == "" {
			a.Body = names.DatedBody()
		}
	case titledHeading.MatchString(text):
		m := titledHeading.FindStringSubmatchIndex(text)
		a.Kind, a.Number = strings.ToLower(text[m[2]:m[3]]), text[m[4]:m[5]]
		p.titled(a, b, m[6])
	case healthHeading.MatchString(text):
		m := healthHeading.FindStringSubmatchIndex(text)
		if a.Kind, a.Number = graph.Resolution, text[m[2]:m[3]]; strings.HasSuffix(a.Number, ")") {
			a.Kind = graph.Decision
		}
		p.titled(a, b, m[4])
	case markedHeading.MatchString(text) && !specialSession(text):
		m := markedHeading.FindStringSubmatchIndex(text)
		if a.Kind, a.Number = graph.Decision, text[m[2]:m[3]]; a.Body == "" || names.BodyOfNumber(a.Number) != a.Body && !(b.Announced && names.CanNumber(names.BodyOfNumber(a.Number), a.Kind, a.Number)) {
			return false
		}
		p.titled(a, b, m[4])
	case conferenceHeading.MatchString(text):
		a.Kind, a.Number = graph.Resolution, strings.TrimSuffix(WithoutSpaces(text), "*")
	case bareHeading.MatchString(text):
		if !b.Announced && !p.bareNumbers() {
			return false
		}
		m := bareHeading.FindStringSubmatchIndex(text)
		a.Number = WithoutSpaces(text[m[2]:m[3]])
		if a.Kind = p.symbolKind(a.Number); b.Decides {
			a.Kind = graph.Decision
		}
		p.titled(a, b, m[4])
	default:
		return false
	}
	if marked := markedBody(a.Number); marked != "" {
		a.Body = marked
		if p.tree.Body == "" {
			p.tree.Body = marked
		}
	}
	if names.IsDated(a.Body) {
		a.Number, _, _ = strings.Cut(a.Number, "(")
	}
	p.begin(a)
	return true
}

// specialSession says that a heading begins with the number of an act of a special
// session, ES-11/1, whose letters mark no body's decisions.
func specialSession(heading string) bool {
	number, _, _ := strings.Cut(heading, ".")
	return graph.ReadNumber(number).Form == graph.SpecialForm
}

// titled gives an act the title that stands behind its number, at byte i of the
// heading without asterisks; none where i is negative.
func (p *parser) titled(a *Act, b text.Block, i int) {
	if text := strings.Trim(b.Text.S, "* "); i >= 0 {
		a.Title = cutText(b.Text, strings.Index(b.Text.S, text)+i)
	}
}

// begin makes an act the one that is being read, from its title on.
func (p *parser) begin(a *Act) {
	a.ID = p.actID(a)
	for again := 2; a.Draft && p.hasAct(a.ID); again++ { // one series for each body that is to adopt
		a.Number, _, _ = strings.Cut(a.Number, "~")
		a.Number += "~" + strconv.Itoa(again)
		a.ID = p.actID(a)
	}
	p.act, p.zone, p.annex, p.topic, p.stack, p.last, p.unnamed = a, inTitle, 0, "", nil, nil, 0
	p.contents = false
	p.tree.Acts = append(p.tree.Acts, a)
	p.takeHead()
}

func (p *parser) hasAct(id string) bool {
	return slices.ContainsFunc(p.tree.Acts, func(a *Act) bool { return a.ID == id })
}

// markedBody is the body that a number marks by itself: 1/CP.21, 1373 (2001).
func markedBody(number string) string {
	if graph.ReadNumber(number).Form == graph.DatedForm {
		return names.DatedBody()
	}
	return names.BodyOfNumber(number)
}

// symbolKind is the kind of the act whose number the masthead's symbol bears; a
// number alone is a resolution's.
func (p *parser) symbolKind(number string) string {
	for _, s := range p.tree.Symbols {
		if r, ok := p.actOf(s); ok && r.Number == number {
			return r.Kind
		}
	}
	if kind := p.headedKind(); kind != "" {
		return kind
	}
	return graph.Resolution
}

// takeHead gives the first act what the masthead tells of its adoption.
func (p *parser) takeHead() {
	for _, b := range p.head {
		if date := ParseDate(dateLine.FindString(b.Text.S)); date != "" && p.act.Adopted == "" {
			p.act.Adopted = date
		}
		p.close(b, HeadLocator)
	}
	p.head = nil
}

// bareNumbers says whether "73/7." is an act's heading here: in documents that
// are resolutions themselves.
func (p *parser) bareNumbers() bool {
	for _, s := range p.tree.Symbols {
		if _, ok := p.actOf(s); ok {
			return true
		}
	}
	b, _ := names.BodyByCode(p.tree.Body)
	return b.BareHeadings || b.BareInside && p.act != nil
}

func WithoutSpaces(s string) string { return strings.Join(strings.Fields(s), "") }

// actID of an adopted act, or of a draft inside its document.
func (p *parser) actID(a *Act) string {
	switch {
	case a.Whole:
		return p.tree.ID
	case a.Draft || strings.HasPrefix(a.Number, "-"):
		return p.tree.ID + "/draft-" + a.Kind + "/" + strings.TrimPrefix(a.Number, "-/")
	case a.Body == "":
		return p.tree.ID + "/" + a.Kind + "/" + a.Number
	}
	return graph.ActID(a.Body, a.Kind, a.Number)
}

// wholeAct opens the act of a document that is itself one draft, or one
// resolution known by its symbol.
func (p *parser) wholeAct(b text.Block) {
	a := &Act{Kind: graph.Resolution, Place: b.Place, Body: p.tree.Body, Whole: true, Draft: true, Title: text.Text{S: p.tree.Title}}
	for _, s := range p.tree.Symbols {
		if r, ok := p.actOf(s); ok {
			a.Whole, a.Draft, a.Body, a.Kind, a.Number = false, false, r.Body, r.Kind, r.Number
		}
	}
	a.ID = p.actID(a)
	p.act = a
	p.tree.Acts = append(p.tree.Acts, a)
	p.takeHead()
}

// cutText is the text from byte i on.
func cutText(t text.Text, i int) text.Text {
	out := text.Text{S: t.S[i:]}
	for k, r := range t.Runs {
		end := len(t.S)
		if k+1 < len(t.Runs) {
			end = t.Runs[k+1].At
		}
		if end <= i {
			continue
		}
		at := max(r.At, i)
		out.Runs = append(out.Runs, text.Run{At: at - i, Source: r.Source + at - r.At})
	}
	for _, m := range t.Marks {
		if m.At >= i {
			out.Marks = append(out.Marks, text.Mark{At: m.At - i, Note: m.Note, Plain: m.Plain})
		}
	}
	return out
}
