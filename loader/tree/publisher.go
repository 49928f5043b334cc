package tree

import (
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
	"mandategraph/loader/scan"
	"mandategraph/loader/text"
)

// A publisher is whose document it is.
type publisher struct {
	code string // of the body, or <parent>/<slug> of one that no table names
	name string // as printed, where no table names it
}

// organNouns tell the name of an organ from that of an officer or office.
var organNouns = map[string]bool{
	"Committee":      true,
	"Commission":     true,
	"Board":          true,
	"Council":        true,
	"Panel":          true,
	"Group":          true,
	"Body":           true,
	"Forum":          true,
	"Assembly":       true,
	"Conference":     true,
	"Meeting":        true,
	"Plenary":        true,
	"Subcommittee":   true,
	"Sub-Commission": true,
	"Congress":       true,
	"Tribunal":       true,
}

// publisher finds whose document it is, best evidence first: its symbol, the body
// whose report it is, the body named in the masthead, the first body that speaks
// in an act.
func (p *parser) publisher(list []text.Block, end int) publisher {
	if own, ok := p.ofOrganization(); ok {
		p.foreign = own.code
		return own
	}
	for _, symbol := range p.tree.Symbols {
		if r, ok := p.actOf(symbol); ok {
			return publisher{code: r.Body}
		}
		if code := names.BodyOfSymbol(symbol); code != "" {
			return publisher{code: code}
		}
	}
	if own, ok := p.ofCommittee(); ok {
		return own
	}
	if name := p.compound(); name != "" {
		return publisher{code: graph.Slug(name), name: name}
	}
	for _, title := range p.titlesAbove(list[:end]) {
		if name := reporting(title); strings.Contains(name, " ") { // "the Conference" alone is no name
			if h, ok := p.reported(name); ok {
				return h
			}
		}
	}
	if code := p.organNamed(list, end); code != "" {
		return publisher{code: code}
	}
	return p.unknown(list, end)
}

// organNamed is the code of the first known body that the masthead names, which are the
// blocks before end, else of the first that speaks in an act.
func (p *parser) organNamed(list []text.Block, end int) string {
	for _, b := range list[:end] {
		if found := FindBodies(b.Text.S); len(found) > 0 && !strings.HasPrefix(b.Text.S, "United Nations ") {
			return found[0].Code
		}
	}
	for _, l := range p.lines {
		if body, ok := names.BodyByText(l.text); ok && l.kind == formLine {
			return body.Code // alone on its line: "General Assembly"
		}
	}
	for _, b := range list {
		if b.Kind == text.BlockBody {
			if body, ok := names.BodyByText(strings.TrimSuffix(b.Text.S, ",")); ok {
				return body.Code
			}
		}
	}
	return ""
}

// compound is the name of an organ on a line of the masthead that ends as a known
// one's does and is longer: Peace and Security Council.
func (p *parser) compound() string {
	for _, l := range p.lines {
		name := asName(l.text)
		if l.kind != titleLine && l.kind != formLine || !wholeOrgan(name) {
			continue
		}
		if hits := FindBodies(name); len(hits) == 1 && hits[0].End == len(name) && strings.HasSuffix(name[:hits[0].Start], " and ") {
			return name
		}
	}
	return ""
}

// acronymOf is the acronym that a text gives a name in brackets; empty for none.
func acronymOf(list []text.Block, name string) string {
	for _, b := range list {
		i := strings.Index(b.Text.S, name+" (")
		if i < 0 {
			continue
		}
		inner, _, closed := strings.Cut(b.Text.S[i+len(name)+len(" ("):], ")")
		if word := strings.Trim(inner, "“”\"‘’ "); closed && len(word) <= 12 && acronym(strings.ReplaceAll(word, "-", "")) {
			return word
		}
	}
	return ""
}

// unknown is the body that no table names, by the form of the text: an organ on
// lines of its own in the masthead, or who speaks before a recital.
func (p *parser) unknown(list []text.Block, end int) publisher {
	if end < len(list) && list[end].Kind == text.BlockAct {
		if a := p.headed(list[end]); a != nil && a.Body != "" {
			return publisher{} // its number tells, and what stands above is its title
		}
	}
	if name := p.organOfForm(); name != "" {
		return publisher{code: graph.Slug(name), name: name}
	}
	for _, b := range list[:end] {
		if name := asName(b.Text.S); namedInFull(name) {
			return publisher{code: graph.Slug(name), name: name}
		}
	}
	for i, b := range list {
		if name := speakerOf(b); (tells(name) || name != "" && slices.ContainsFunc(list[:i], lettered)) && recites(list[i+1:]) {
			return publisher{code: graph.Slug(name), name: name}
		}
	}
	return publisher{}
}

// commonWords are words of the names of organs that tell none from another.
var commonWords = scan.WordSet(strings.Join(names.Words(names.CommonWord), " "))

// tells says that an organ's name tells it from others: "the Council" and "the Executive
// Board" are names that any organization's organ may bear.
func tells(name string) bool {
	for i := 0; i < len(name); {
		w, next := scan.WordInName(name, i)
		if scan.IsCapital(w) && !organNouns[w] && !commonWords[w] && names.OrdinalNumber(w) == 0 {
			return true
		}
		i = max(next, i+1)
	}
	return false
}

// lettered says that a line numbers its act in a way of one organization's own, with
// letters before a stroke: "48 C/Resolution 7". Then even "The General Conference" is
// nobody else's.
func lettered(b text.Block) bool {
	s := b.Text.S
	stroke := strings.IndexByte(s, '/')
	return stroke > 0 && stroke < len("123 ABC/") && scan.IsDigit(s[0]) && scan.IsCapitalAt(s, stroke-1)
}

// columnEnd is what the right column of a masthead leaves at the end of a line of the
// left one.
var columnEnd = scan.Compile(`(?i) *(?:\bDistr\.?:? ?(?:General|Limited|Restricted)?|\bOriginal: ?(?:English)?|\bEnglish)$`)

// organOfForm is the organ whose name stands above the session in the masthead,
// over several lines and between those of the other column: "Executive Board of
// the / Distr.: General / United Nations Entity".
func (p *parser) organOfForm() string {
	var words []string
	for _, l := range p.lines {
		if l.kind == agendaLine || isSessionLine(l.text) {
			break
		}
		if l.kind == titleLine {
			s := l.text
			if at := columnEnd.FindStringIndex(s); at != nil {
				s = s[:at[0]]
			}
			if words = append(words, s); namedInFull(asName(s)) {
				words = words[len(words)-1:]
			}
		}
		if name := asName(strings.Join(words, " ")); l.kind != blankLine && len(name) > 200 {
			break
		}
	}
	if name := asName(strings.Join(words, " ")); namedInFull(name) {
		return name
	}
	return ""
}

// namedInFull says that an organ's name tells it from those of other organizations:
// it has three words and more, and a conference its treaty.
func namedInFull(name string) bool {
	return wholeOrgan(name) && strings.Count(name, " ") > 1 &&
		(!strings.HasPrefix(name, "Conference of the Parties") || strings.HasPrefix(name, "Conference of the Parties to "))
}

// speakerOf is the name of the organ that speaks in a line, "The General
// Conference,"; empty where it is no organ's.
func speakerOf(b text.Block) string {
	if b.Kind != text.BlockBody {
		return ""
	}
	name := asName(speakersName(b.Text.S))
	if session, rest, _ := strings.Cut(name, " "); names.OrdinalNumber(session) > 0 {
		name = rest // "The Forty-fourth General Conference of the League"
	}
	if !wholeOrgan(name) {
		return ""
	}
	return name
}

// speakersName is the name in the line of a body that speaks, without where and when it
// met: "The Plenipotentiary Conference (Lakeport, 2030),".
func speakersName(line string) string {
	name := strings.TrimRight(strings.TrimPrefix(strings.TrimPrefix(line, "The "), "THE "), ",.:")
	if open := strings.LastIndex(name, " ("); open > 0 && strings.HasSuffix(name, ")") {
		return name[:open]
	}
	return name
}

// recites says that what follows begins with a verb of recitals or of operative
// paragraphs.
func recites(list []text.Block) bool {
	for _, b := range list {
		if b.Kind == text.BlockNote {
			continue
		}
		words := b.Text.S
		if b.Kind == text.BlockLabel {
			_, at := text.ReadLabel(words)
			words = words[at:]
		}
		_, _, verb := VerbAt(words, 0, true)
		return verb
	}
	return false
}

// actOf is the act whose own document a symbol is. Symbols of other organizations
// look like those of the United Nations; the masthead says whose they are.
func (p *parser) actOf(symbol string) (names.Reference, bool) {
	if n := len(symbol) - len("-C"); n > 1 && symbol[n] == '-' && scan.IsCapitalAt(symbol, n-1) && scan.IsCapitalAt(symbol, n+1) {
		symbol = symbol[:n-1] // all parts of one act, A/RES/77/265A-C
	}
	r, _, ok := names.ActOfSymbol(symbol)
	if p.foreign != "" {
		if b, _ := names.BodyByCode(r.Body); ok && b.Principal() {
			r.Body = p.foreign // A/RES/712(XXIII) of another organization's General Assembly
		}
	}
	return r, ok
}

// reported is the publisher of that name.
func (p *parser) reported(name string) (publisher, bool) {
	if found := FindBodies(name); len(found) > 0 && found[0].Start == 0 {
		return publisher{code: found[0].Code}, true
	}
	for _, parent := range names.Bodies() {
		if parent.Organs != "" && strings.HasPrefix(p.tree.Symbol, parent.Organs) {
			return publisher{code: parent.Code + "/" + graph.Slug(name), name: name}, true
		}
	}
	if !tells(name) {
		return publisher{}, false // of which treaty or organization, only the symbol tells
	}
	return publisher{code: graph.Slug(name), name: name}, true
}

// sessionsFollow goes on from the ordinal of a session: "Eighty-third and
// eighty-fourth sessions".
var sessionsFollow = scan.Compile(`^(?:,? (?:and|to) [A-Za-z]+(?:-[a-z]+)?)? [Ss]ession`)

// OrganName reads the name of an organ at the start of a text: capitalized words
// and small ones between them, up to what the report is on.
func OrganName(s string) string {
	end, organ := 0, false
	for i := 0; i < len(s); {
		w, next := scan.WordInName(s, i)
		if w == "" || strings.TrimLeft(s[i:next-len(w)], " ") != "" || !wordOfOrgan(w) || actNouns[w] {
			break
		}
		if scan.IsCapital(w) {
			if names.OrdinalNumber(w) > 0 && sessionsFollow.MatchString(s[next:]) {
				break
			}
			organ = organ || organNouns[w]
			next = possessiveEnd(s, next)
			end = next
		}
		i = next
		if i < len(s) && s[i] != ' ' && s[i] != ',' {
			break
		}
		if i < len(s) && s[i] == ',' {
			i++
		}
	}
	if !organ {
		return ""
	}
	return s[:end]
}

// actNouns stand behind the name of a body, and in none.
var actNouns = scan.WordSet("Resolution Resolutions Decision Decisions")

// wordOfOrgan says that a word may stand in the name of an organ: a capitalized
// one, or a small one such as "of"; "its" begins what the report is on.
func wordOfOrgan(w string) bool {
	return w != "its" && (scan.IsCapital(w) || scan.SmallWords[w])
}

// possessiveEnd is the byte after the 's that follows a word, which belongs to the
// name: the Children's Fund.
func possessiveEnd(s string, at int) int {
	if strings.HasPrefix(s[at:], "’s") || strings.HasPrefix(s[at:], "'s") {
		return at + strings.Index(s[at:], "s") + 1
	}
	return at
}
