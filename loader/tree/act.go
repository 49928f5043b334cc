package tree

import (
	"cmp"
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
	a := &Act{Place: b.Place, Body: p.tree.Body}
	s := strings.Trim(b.Text.S, "* ")
	if !p.ownHeading(a, b, s) && !numberedHeading(a, s) && !p.titledHeading(a, b, s) && !p.bareNumber(a, b, s) {
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
	p.numberAnew(a)
	p.begin(a)
	return true
}

// numberedHeading reads a heading that is the kind and number of an act and nothing
// else.
func numberedHeading(a *Act, s string) bool {
	switch {
	case scan.IsCapital(s) && actHeading.MatchString(s):
		m := actHeading.FindStringSubmatch(s)
		a.Draft, a.Kind = m[1] != "", strings.ToLower(m[2])
		a.Number, a.Adopted = WithoutSpaces(m[3]), ParseDate(m[4])
	case betweenHeading.MatchString(s):
		a.Kind, a.Number = graph.Decision, between+betweenHeading.FindStringSubmatch(s)[1]
	case oldHeading.MatchString(s):
		m := oldHeading.FindStringSubmatch(s)
		a.Kind, a.Number, a.Adopted = strings.ToLower(m[3]), m[1], ParseDate(m[4])
		if a.Body == "" {
			a.Body = names.DatedBody()
		}
	case conferenceHeading.MatchString(s):
		a.Kind, a.Number = graph.Resolution, strings.TrimSuffix(WithoutSpaces(s), "*")
	default:
		return false
	}
	return true
}

// titledHeading reads a heading whose number tells its body, with the title behind it.
func (p *parser) titledHeading(a *Act, b text.Block, s string) bool {
	if m := titledHeading.FindStringSubmatchIndex(s); m != nil {
		a.Kind, a.Number = strings.ToLower(s[m[2]:m[3]]), s[m[4]:m[5]]
		titleAct(a, b, m[6])
		return true
	}
	if m := healthHeading.FindStringSubmatchIndex(s); m != nil {
		if a.Kind, a.Number = graph.Resolution, s[m[2]:m[3]]; strings.HasSuffix(a.Number, ")") {
			a.Kind = graph.Decision
		}
		titleAct(a, b, m[4])
		return true
	}
	if m := numberTitle.FindStringSubmatchIndex(s); m != nil && b.Announced {
		a.Kind, a.Number = strings.ToLower(s[m[2]:m[3]]), s[m[4]:m[5]]
		titleAct(a, b, m[6])
		return true
	}
	m := markedHeading.FindStringSubmatchIndex(s)
	if m == nil || a.Body == "" || graph.ReadNumber(s[m[2]:m[3]]).Form == graph.SpecialForm {
		return false
	}
	a.Kind, a.Number = graph.Decision, s[m[2]:m[3]]
	titleAct(a, b, m[4])
	body := names.BodyOfNumber(a.Number)
	return body == a.Body || b.Announced && names.CanNumber(body, a.Kind, a.Number)
}

// ownHeading reads a heading with a number in a form of its body's own: "Decision: 40
// COM 7B.2", "A38-4: Clean air at aerodromes". Where several bodies have the form it
// is the one whose document it is.
func (p *parser) ownHeading(a *Act, b text.Block, s string) bool {
	kind, n, title := readOwnHeading(s)
	if n.End == 0 || !n.Distinct && !slices.Contains(n.Bodies, a.Body) {
		return false
	}
	if a.Number = n.Number; n.Distinct {
		a.Body = n.Bodies[0]
	}
	body, _ := names.BodyByCode(a.Body)
	a.Kind = cmp.Or(n.Kind, kind, body.Kind())
	titleAct(a, b, title)
	return true
}

// readOwnHeading reads the words of such a heading: the noun, else none, the number,
// and where the title begins, negative for none. Without a noun a number is a heading's
// before a colon, or where it names an act alone before a title.
func readOwnHeading(s string) (kind string, n names.OwnNumber, title int) {
	kind, at := nounOfHeading(s)
	n, ok := names.ReadOwnNumber(s[at:])
	if !ok {
		return "", names.OwnNumber{}, -1
	}
	rest := strings.TrimRight(s[at+n.End:], "* ")
	behind := strings.TrimLeft(rest, ".: \t–—-")
	colon := strings.HasPrefix(rest, ":") && behind != ""
	switch {
	case behind == "" && kind != "":
		return kind, n, -1
	case behind == "", kind == "" && !colon && (!n.Alone || n.Kind != ""), !scan.IsCapital(behind),
		!colon && strings.IndexByte(".;,", behind[len(behind)-1]) >= 0,
		strings.HasPrefix(rest, ","):
		return "", names.OwnNumber{}, -1
	}
	return kind, n, at + n.End + strings.Index(s[at+n.End:], behind)
}

// nounOfHeading is the noun that a heading begins with, else none, and where its
// number begins.
func nounOfHeading(s string) (kind string, at int) {
	for _, k := range []string{graph.Resolution, graph.Decision} {
		if len(s) > len(k) && strings.EqualFold(s[:len(k)], k) && (s[len(k)] == ' ' || s[len(k)] == ':') {
			kind, at = k, len(k)+1
		}
	}
	for at < len(s) && s[at] == ' ' {
		at++
	}
	return kind, at
}

// bareNumber reads a heading that begins with the number alone, "73/7. Rivers".
func (p *parser) bareNumber(a *Act, b text.Block, s string) bool {
	m := bareHeading.FindStringSubmatchIndex(s)
	if m == nil || !b.Announced && !p.bareNumbers() {
		return false
	}
	a.Number = WithoutSpaces(s[m[2]:m[3]])
	if a.Kind = p.symbolKind(a.Number); b.Decides {
		a.Kind = graph.Decision
	}
	titleAct(a, b, m[4])
	return true
}

// between marks the number of a decision taken between two meetings.
const between = "intersessional-"

// betweenHeading heads a decision taken between two meetings of a body.
var betweenHeading = scan.Compile(`^(?i:intersessional decision)\s+(\d{1,3})\*?$`)

// numberAnew puts the session before the number of a decision of a body that counts
// its decisions from 1 at each session or meeting.
func (p *parser) numberAnew(a *Act) {
	if a.Draft || a.Kind != graph.Decision || p.tree.Session == "" {
		return
	}
	if strings.Trim(strings.TrimPrefix(a.Number, between), "0123456789") != "" {
		return
	}
	if body, known := names.BodyByCode(a.Body); !known || body.NumbersAnew() {
		a.Number = p.tree.Session + "/" + a.Number
	}
}

// partiesMeet is the meeting of the parties to a treaty that has no sessions.
var partiesMeet = scan.Compile(`(?i)\b([a-z]+(?:-[a-z]+)?) (?:meeting|conference) of ` +
	`(?:the )?(?:states |high contracting |contracting )?parties\b`)

// meeting is the number of the meeting of parties whose document it is, where the
// masthead prints it: "Third Meeting of States Parties".
func (p *parser) meeting() string {
	body, known := names.BodyByCode(p.tree.Body)
	if known && !strings.HasPrefix(body.Name, "Meeting ") && !strings.HasPrefix(body.Name, "Conference ") {
		return ""
	}
	for _, b := range p.list[:p.first] {
		for _, m := range partiesMeet.Regexp().FindAllStringSubmatchIndex(b.Text.S, -1) {
			if n := names.OrdinalNumber(b.Text.S[m[2]:m[3]]); n > 0 {
				return strconv.Itoa(n)
			}
		}
	}
	if m := reportOfMeeting.FindStringSubmatch(p.tree.Title); m != nil && names.OrdinalNumber(m[1]) > 0 {
		return strconv.Itoa(names.OrdinalNumber(m[1]))
	}
	return ""
}

// reportOfMeeting is the title of the report of parties that meet in meetings: "Report of
// the Conference of the Parties to the Convention on the work of its fourth meeting".
var reportOfMeeting = scan.Compile(
	`(?i)^Report of the (?:conference|meeting) of the parties\b.* on (?:the work of )?its ([a-z]+(?:-[a-z]+)?) meeting$`,
)

// nthAssembly is the session that stands before the name of the body in the masthead:
// "NINETIETH WORLD HEALTH ASSEMBLY".
func (p *parser) nthAssembly() string {
	body, known := names.BodyByCode(p.tree.Body)
	if !known {
		return ""
	}
	for _, b := range p.list[:p.first] {
		ordinal, name, _ := strings.Cut(b.Text.S, " ")
		if n := names.OrdinalNumber(ordinal); n > 0 && len(name) >= len(body.Name) && strings.EqualFold(name[:len(body.Name)], body.Name) {
			return strconv.Itoa(n)
		}
	}
	return ""
}

// titleAct gives an act the title that stands behind its number, at byte i of the
// heading without asterisks; none where i is negative.
func titleAct(a *Act, b text.Block, i int) {
	if s := strings.Trim(b.Text.S, "* "); i >= 0 {
		a.Title = cutText(b.Text, strings.Index(b.Text.S, s)+i)
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
	return graph.ActID(a.Body, a.Kind, names.Canonical(a.Body, a.Kind, a.Number))
}

// communique is the line of a masthead that says what the document is.
var communique = scan.Compile(`^(?i:(?:final |joint )?communiqu[ée])\*?$`)

// wholeAct opens the act of a document that is itself one draft, or one
// resolution known by its symbol.
func (p *parser) wholeAct(b text.Block) {
	a := &Act{
		Kind: graph.Resolution, Place: b.Place, Body: p.tree.Body, Whole: true, Draft: true,
		Title: text.Text{S: p.tree.Title},
	}
	for _, s := range p.tree.Symbols {
		if r, ok := p.actOf(s); ok {
			a.Whole, a.Draft, a.Body, a.Kind, a.Number = false, false, r.Body, r.Kind, r.Number
		}
	}
	if n, ok := names.ReadOwnNumber(p.tree.Source.Text[p.own.start:p.own.end]); a.Whole && ok && n.Alone && n.Distinct && n.Kind != "" {
		a.Whole, a.Draft, a.Body, a.Kind, a.Number = false, false, n.Bodies[0], n.Kind, n.Number
	}
	a.Communique = a.Whole && slices.ContainsFunc(p.list[:p.at], func(b text.Block) bool { return communique.MatchString(b.Text.S) })
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
