package tree

import (
	"strings"

	"mandategraph/graph/names"
	"mandategraph/loader/scan"
)

// The symbols on a line of the masthead.

// stopApart is a space that a scanner puts behind the stop of a symbol's part: "L. 12".
var stopApart = scan.Compile(`(/(?:[A-Z]{1,3}|Add|Corr|Rev))\. (\d)`)

// withoutApart takes the spaces out that a scanner put into a line's symbol: beside a
// stroke and behind a stop.
func withoutApart(s string) string {
	if strings.IndexByte(s, '/') < 0 ||
		!strings.Contains(s, " /") && !strings.Contains(s, "/ ") && !strings.Contains(s, ". ") {
		return s
	}
	for _, fix := range [][2]string{{" /", "/"}, {"/ ", "/"}} {
		s = strings.ReplaceAll(s, fix[0], fix[1])
	}
	return stopApart.Regexp().ReplaceAllString(s, "$1.$2")
}

// withFigures puts the figures back that a scanner took for letters on a line that holds a
// symbol: "S/RES/l044 (1996)".
func withFigures(s string) string {
	if strings.IndexByte(s, '/') < 0 || !strings.ContainsAny(s, "lO") {
		return s
	}
	restored, _ := scan.InFigures(s)
	return restored
}

// readSymbols finds the symbols of a line that is theirs: nothing but words of
// the form stand beside them.
func (l *headLine) readSymbols(source string) {
	rest := withFigures(withoutApart(l.text))
	var found []ownSymbol
	column := false
	for at := 0; at < len(rest); {
		y, length := symbolIn(rest, at)
		if length == 0 {
			at++
			continue
		}
		if start := strings.Index(source[l.start:l.end], rest[at:at+length]); start >= 0 {
			y.start, y.end = l.start+start, l.start+start+length
		} else {
			y.start, y.end = l.start, l.end
		}
		y.bracketed = at > 0 && rest[at-1] == '('
		column = column || y.start > l.start && setApart(source[l.start:y.start])
		found = append(found, y)
		rest = rest[:at] + strings.Repeat(" ", length) + rest[at+length:]
		at += length
	}
	switch words := strings.Trim(rest, " *-–"); {
	case onlyForm(rest):
		l.kind, l.symbols, l.date = formLine, found, dateIn(rest)
	case column:
		l.text, l.symbols = words, found // the title's column beside the symbol's
	}
}

// setApart says that a column of white space ends a text.
func setApart(s string) bool { return strings.HasSuffix(s, "   ") || strings.HasSuffix(s, "\t") }

// symbolIn reads a symbol at byte at of a line of the masthead, where a part of
// an act stands apart (97/270 B) and a year may be glued to it.
func symbolIn(s string, at int) (y ownSymbol, length int) {
	joins := strings.HasSuffix(s[:at], "–") // two organs' symbols of one report: E/2025/34–E/ICEF/2025/7
	if at > 0 && !joins && (scan.IsWord(s[at-1]) || strings.IndexByte("/.", s[at-1]) >= 0) {
		return y, 0
	}
	symbol, ok := names.ReadSymbol(s[at:])
	if !ok || !SymbolLike(symbol.Text) && names.BodyOfSymbol(symbol.Text) == "" && !actAlone(symbol.Text) {
		return y, 0
	}
	y.text, length = symbol.Text, symbol.End
	if year := yearBehind(s[at+length:]); year != "" && names.BodyOfSymbol(y.text) == "" && namesDocument(y.text) {
		return ownSymbol{text: y.text + "(" + year + ")"}, length + len(" (") + len(year) + len(")")
	}
	if cut := gluedYear(y.text); cut > 0 {
		return ownSymbol{text: y.text[:len(y.text)-cut]}, length
	}
	if _, _, act := names.ActOfSymbol(y.text); act {
		if m := partLetters.FindStringSubmatch(s[at+length:]); m != nil {
			y.text += strings.ReplaceAll(m[1], "–", "-")
			length += len(" ") + len(m[1])
		}
	}
	return y, length
}

// actAlone says that a symbol with a stroke is the number of an act in the form of its
// body's own, which organizations with few kinds of documents print as its symbol:
// GC.9/Res.2.
func actAlone(symbol string) bool {
	n, ok := names.ReadOwnNumber(symbol)
	return ok && n.Alone && n.End == len(symbol) && strings.IndexByte(symbol, '/') > 0
}

// lastYear is the year in brackets that ends a line.
var lastYear = scan.Compile(`^ \(((?:19|20)\d\d)\)$`)

// yearBehind is the year in brackets behind a symbol that ends its line of the masthead.
// Regional organizations count their documents anew each year, so that it is part of the
// symbol, with a space or without: "COMM.301 (2019)".
func yearBehind(rest string) string {
	if m := lastYear.FindStringSubmatch(rest); m != nil {
		return m[1]
	}
	return ""
}

// gluedYear is the length of the year that a PDF without spaces joins to a number
// of a session's act or document, 0 for none: no session has numbers of so many
// figures.
func gluedYear(symbol string) int {
	last := lastPart(symbol)
	if len(last) < 5 || scan.DigitsEnd(last, 0) != len(last) {
		return 0
	}
	_, _, act := names.ActOfSymbol(symbol[:len(symbol)-4])
	year := last[len(last)-4:]
	if (act || len(last) > 6) && year > "1945" && year < "2200" {
		return 4
	}
	return 0
}
