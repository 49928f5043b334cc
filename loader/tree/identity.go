package tree

import (
	"cmp"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
	"mandategraph/loader/scan"
	"mandategraph/loader/text"
)

// Where a symbol may stand that is the document's own, best evidence first.
const (
	fromForm    = ""
	fromBracket = "brackets"
	fromHeads   = "its page heads"
)

// publishedAs is how a publishing tool names a document: "meeting report
// IPBES-1-12 of 2013".
var publishedAs = scan.Compile(`\breport ([A-Z]{2,10}-\d+-\d+) of \d{4}$`)

// readIdentity finds the document's symbols: those of its masthead, else those
// in brackets, else of its page heads. One that a note,
// an item of the agenda or a sentence cites is none of them.
func (p *parser) readIdentity(list []text.Block, end int) {
	source := p.tree.Source.Text
	to := len(source)
	if end < len(list) {
		to = list[end].Place
	}
	p.lines = readHead(source, 0, to)
	own, place := p.formSymbols(), fromForm
	if len(own) == 0 {
		own = belowHeading(source, list, end)
	}
	if len(own) == 0 {
		own, place = p.bracketed(), fromBracket
	}
	if len(own) == 0 {
		own, place = pageHeads(p.tree.Source), fromHeads
	}
	if len(own) == 0 {
		p.published(list[:end])
		return
	}
	p.own, p.place, p.tree.Symbol = own[0], place, own[0].text
	for _, y := range own {
		p.tree.Symbols = scan.AppendNew(p.tree.Symbols, y.text)
	}
	if place != fromForm {
		p.doubt("identity rests on a symbol in "+place+" alone", own[0])
	}
}

// doubt reports an identity that rests on little.
func (p *parser) doubt(reason string, y ownSymbol) {
	s := p.tree.Source
	p.tree.Found = append(p.tree.Found, Diagnostic{Reason: reason, Text: y.text, Start: s.CodePoint(y.start), End: s.CodePoint(y.end)})
}

// formSymbols are the symbols of the masthead's form. An act that says that it
// was adopted is not known by its draft's.
func (p *parser) formSymbols() (own []ownSymbol) {
	adopted := false
	for _, l := range p.lines {
		adopted = adopted || strings.HasPrefix(l.text, "Resolution adopted ") || strings.HasPrefix(l.text, "Decision adopted ")
	}
	for _, l := range p.lines {
		for _, y := range l.symbols {
			if !y.bracketed && !(adopted && strings.Contains(y.text, "/L.")) {
				own = append(own, y)
			}
		}
	}
	return own
}

// bracketed are the symbols in brackets that stand alone on a line, as official
// records print them: "Supplement No. 51 / (A/96/51)".
func (p *parser) bracketed() (own []ownSymbol) {
	for _, l := range p.lines {
		for _, y := range l.symbols {
			if y.bracketed && !strings.Contains(y.text, "/L.") {
				return []ownSymbol{y}
			}
		}
	}
	return nil
}

// belowHeading finds the symbol of an act between its heading and the body that
// speaks, as collections print it.
func belowHeading(source string, list []text.Block, end int) []ownSymbol {
	if end >= len(list) || list[end].Kind != text.BlockAct {
		return nil
	}
	to := len(source)
	for _, b := range list[end+1:] {
		if b.Kind == text.BlockAct || b.Kind == text.BlockBody || b.Kind == text.BlockOpener || b.Kind == text.BlockLabel {
			to = b.Place
			break
		}
	}
	for _, l := range readHead(source, list[end].End, to) {
		for _, y := range l.symbols {
			if r, _, ok := names.ActOfSymbol(y.text); ok && !y.bracketed && strings.Contains(WithoutSpaces(list[end].Text.S), r.Number) {
				return []ownSymbol{y}
			}
		}
	}
	return nil
}

// pageHeads finds the symbol that the heads of the document's pages print.
func pageHeads(s *text.Source) []ownSymbol {
	printed := text.HeadSymbol(s)
	y, ok := names.ReadSymbol(printed)
	if !ok {
		return nil
	}
	start := strings.Index(s.Text, printed)
	return []ownSymbol{{text: y.Text, start: start, end: start + y.End}}
}

// published takes the name that a publishing tool gave the document.
func (p *parser) published(list []text.Block) {
	for _, b := range list {
		if len(b.Text.S) > 400 {
			continue
		}
		if m := publishedAs.FindStringSubmatch(b.Text.S); m != nil {
			p.tree.Symbols, p.tree.Symbol = append(p.tree.Symbols, m[1]), m[1]
			return
		}
	}
}

// identify gives the document its id: its symbol, else the one that is asked for, else
// the symbol of the one act that it is, else its title. A symbol that is printed in
// brackets or page heads alone may be another's, so that what is asked for goes before.
func (p *parser) identify(list []text.Block, asked Asked) {
	t := p.tree
	if t.Symbol == "" && asked.ID == "" {
		p.soleAct(list)
	}
	switch doubtful := p.place != fromForm; {
	case asked.ID != "" && (asked.Stays || t.Symbol == "" || doubtful):
		t.ID = asked.ID
	case t.Symbol != "":
		if t.ID = graph.DocumentID(t.Symbol); asked.ID != "" && asked.ID != t.ID {
			p.doubt("identity "+asked.ID+" is not taken: the text prints its symbol", p.own)
		}
	default:
		if t.Title == "" {
			t.Title = p.firstTitle(list)
		}
		t.ID = graph.DocumentID(graph.Slug(t.Title))
	}
}

// soleAct takes symbol or title from the act that is the whole document: its
// number makes its symbol, S/RES/1373, or is one, WHA66.1.
func (p *parser) soleAct(list []text.Block) {
	if p.first >= len(list) || list[p.first].Kind != text.BlockAct {
		return
	}
	a := p.headed(list[p.first])
	if a == nil || a.Draft {
		return
	}
	for _, b := range list[p.first+1:] {
		if b.Kind != text.BlockAct {
			continue
		}
		if other := p.headed(b); other != nil && other.Number != a.Number {
			return
		}
	}
	body, _ := names.BodyByCode(a.Body)
	switch form := graph.ReadNumber(a.Number).Form; {
	case body.Resolutions != "" && a.Kind == graph.Resolution && names.CanNumber(a.Body, a.Kind, a.Number):
		p.tree.Symbol = body.Resolutions + a.Number
	case form == graph.PrefixForm && names.BodyOfNumber(a.Number) != "":
		p.tree.Symbol = a.Number
	default:
		return
	}
	p.tree.Symbols = append(p.tree.Symbols, p.tree.Symbol)
}

// firstTitle is a title for a text that begins with an act: that act's, else its
// heading.
func (p *parser) firstTitle(list []text.Block) string {
	if p.first >= len(list) || list[p.first].Kind != text.BlockAct {
		return ""
	}
	if a := p.headed(list[p.first]); a != nil && a.Title.S != "" {
		return a.Title.S
	}
	return list[p.first].Text.S
}

// headed is the act whose heading a block is; nil where it is none.
func (p *parser) headed(b text.Block) *Act {
	other := &parser{tree: &Tree{Source: p.tree.Source, Body: p.tree.Body, headings: map[string]bool{}}, ids: map[string]int{}}
	other.tree.Symbols = p.tree.Symbols
	if !other.startAct(b) {
		return nil
	}
	return other.act
}

// printsOwn says that a line is the document's own symbol, as collections print it
// below the heading of an act.
func (p *parser) printsOwn(s string) bool {
	if len(s) > 60 || p.tree.Symbol == "" || strings.IndexByte(s, '/') < 0 {
		return false
	}
	l := readHeadLine(s, 0, len(s))
	return len(l.symbols) == 1 && l.symbols[0].text == p.tree.Symbol
}

// titleOfAct gives a document without a title of its own that of its one act. A
// symbol in brackets is none, nor is a day.
func (p *parser) titleOfAct() {
	t := p.tree
	for _, a := range t.Acts {
		day := scannedDay.MatchString(a.Title.S)
		if day {
			a.Adopted = cmp.Or(a.Adopted, scannedDate(a.Title.S))
		}
		if day || issuedAs.MatchString(a.Title.S) {
			a.Title = text.Text{}
		}
	}
	if t.Title != "" || len(t.Acts) != 1 {
		return
	}
	if title := t.Acts[0].Title.S; len(title) < mostTitle && !text.EndsClosed(title) {
		t.Title = title
	}
}
