package graph

import (
	"slices"
	"strings"
)

// A numbering says how a body numbers its acts and documents.
type numbering struct {
	// forms are the shapes of its numbers; none means 12/4, UnknownForm that it
	// adopts no numbered acts.
	forms []NumberForm
	// prefixes are letters that its numbers may begin with: the BC of BC-14/12.
	prefixes []string
	// symbols are the document symbols of its acts up to the number. # stands
	// for the session's number and * for any part between strokes: UNEP/EA.4/Res.1
	// is resolution 4/1.
	symbols []string
	// documents are what the symbols of its documents begin with.
	documents []string
	// first is the first session that has the form 12/4.
	first int
	// last is the last session that has the form 217 A (III); 0 for no end.
	last int
	// decides says that its acts are decisions alone.
	decides bool
}

// numberings by the code of the body. The General Assembly numbers by session
// and serial since its thirty-first session.
var numberings = map[string]numbering{
	"ga":      {forms: []NumberForm{SessionForm, BracketForm, SpecialForm}, symbols: []string{"A/RES/", "A/DEC/"}, first: 31, last: 30},
	"sc":      {forms: []NumberForm{PlainForm, DatedForm}, symbols: []string{"S/RES/"}, documents: []string{"S/"}},
	"ecosoc":  {forms: []NumberForm{YearForm, BracketForm}, symbols: []string{"E/RES/", "E/DEC/"}},
	"tc":      {forms: []NumberForm{BracketForm}, documents: []string{"T/"}},
	"hrc":     {forms: []NumberForm{SessionForm, SpecialForm}, symbols: []string{"A/HRC/RES/", "A/HRC/DEC/"}, documents: []string{"A/HRC/"}},
	"chr":     {forms: []NumberForm{YearForm, BracketForm, SpecialForm}, symbols: []string{"E/CN.4/RES/", "E/CN.4/DEC/"}, documents: []string{"E/CN.4/"}},
	"cnd":     {forms: []NumberForm{SessionForm, BracketForm, SpecialForm}, symbols: []string{"E/CN.7/RES/"}, documents: []string{"E/CN.7/"}},
	"ccpcj":   {symbols: []string{"E/CN.15/RES/"}, documents: []string{"E/CN.15/"}},
	"csw":     {forms: []NumberForm{SessionForm, BracketForm}, documents: []string{"E/CN.6/"}},
	"cpd":     {forms: []NumberForm{SessionForm, YearForm}, documents: []string{"E/CN.9/"}},
	"csocd":   {forms: []NumberForm{SessionForm, YearForm, BracketForm}, documents: []string{"E/CN.5/"}},
	"statcom": {forms: []NumberForm{SessionForm, BracketForm}, documents: []string{"E/CN.3/"}},
	"cstd":    {documents: []string{"E/CN.16/"}},
	"unff":    {documents: []string{"E/CN.18/"}},
	"unpfii":  {forms: []NumberForm{UnknownForm}, documents: []string{"E/C.19/"}},
	"escap":   {forms: []NumberForm{SessionForm, BracketForm}, documents: []string{"E/ESCAP/", "ESCAP/"}},
	"escwa":   {forms: []NumberForm{SessionForm, BracketForm}, documents: []string{"E/ESCWA/"}},
	"ece":     {forms: []NumberForm{SessionForm, BracketForm, RomanSessionForm}, documents: []string{"E/ECE/", "ECE/"}},
	"eca":     {forms: []NumberForm{SessionForm, BracketForm}, documents: []string{"E/ECA/"}},
	"eclac":   {forms: []NumberForm{SessionForm, BracketForm}, documents: []string{"LC/"}},
	"unep-gc": {forms: []NumberForm{SessionForm, RomanSessionForm, BracketForm}, documents: []string{"UNEP/GC"}},
	"unea":    {symbols: []string{"UNEP/EA.#/Res.", "UNEP/EA.#/Dec.", "UNEP/EA.#/RES/"}, documents: []string{"UNEP/EA."}},
	"wha":     {forms: []NumberForm{DottedForm}, prefixes: []string{"WHA", "SSA"}},
	"who-eb":  {forms: []NumberForm{PrefixForm}, prefixes: []string{"EB"}},
	"sub-commission-on-the-promotion-and-protection-of-human-rights": {forms: []NumberForm{YearForm, BracketForm}},
	"unctad":                      {forms: []NumberForm{BracketForm}, documents: []string{"TD/"}},
	"trade-and-development-board": {forms: []NumberForm{BracketForm}, documents: []string{"TD/B/"}},
	"imo-assembly":                {forms: []NumberForm{PrefixForm}, prefixes: []string{"A"}},
	"imo-msc":                     {forms: []NumberForm{PrefixForm}, prefixes: []string{"MSC"}},
	"imo-mepc":                    {forms: []NumberForm{PrefixForm}, prefixes: []string{"MEPC"}},
	"ctoc-cop":                    {symbols: []string{"CTOC/COP/RES/", "CTOC/COP/*/Res.", "CTOC/COP/*/RES/"}, documents: []string{"CTOC/COP/"}},
	"cac-cosp":                    {symbols: []string{"CAC/COSP/RES/", "CAC/COSP/*/Res.", "CAC/COSP/*/RES/"}, documents: []string{"CAC/COSP/"}},
	"unfccc-cop":                  {forms: []NumberForm{SuffixForm}, documents: []string{"FCCC/CP/"}},
	"unfccc-cmp":                  {forms: []NumberForm{SuffixForm}, documents: []string{"FCCC/KP/CMP/"}},
	"sbsta":                       {forms: []NumberForm{UnknownForm}, documents: []string{"FCCC/SBSTA/"}},
	"sbi":                         {forms: []NumberForm{UnknownForm}, documents: []string{"FCCC/SBI/"}},
	"unfccc-cma":                  {forms: []NumberForm{SuffixForm}, documents: []string{"FCCC/PA/CMA/"}},
	"tpnw-msp":                    {forms: []NumberForm{PlainForm}, decides: true, documents: []string{"TPNW/MSP/"}},
	"ipbes":                       {forms: []NumberForm{PrefixForm}, prefixes: []string{"IPBES"}, documents: []string{"IPBES/"}},
	"basel-cop":                   {forms: []NumberForm{RomanSessionForm}, decides: true, prefixes: []string{"BC"}, documents: []string{"UNEP/CHW"}},
	"basel-oewg":                  {forms: []NumberForm{RomanSessionForm}, prefixes: []string{"OEWG"}},
	"rotterdam-cop":               {forms: []NumberForm{PrefixForm}, decides: true, prefixes: []string{"RC"}, documents: []string{"UNEP/FAO/RC/COP"}},
	"stockholm-cop":               {forms: []NumberForm{PrefixForm}, decides: true, prefixes: []string{"SC"}, documents: []string{"UNEP/POPS/COP"}},
	"poprc":                       {forms: []NumberForm{PrefixForm}, prefixes: []string{"POPRC"}, documents: []string{"UNEP/POPS/POPRC"}},
	"minamata-cop":                {forms: []NumberForm{PrefixForm}, decides: true, prefixes: []string{"MC"}, documents: []string{"UNEP/MC/COP"}},
	"ramsar-cop":                  {forms: []NumberForm{RomanDottedForm}},
	"cartagena-protocol-mop":      {forms: []NumberForm{PrefixForm}, decides: true, prefixes: []string{"CP"}, documents: []string{"CBD/CP/MOP/"}},
	"nagoya-protocol-mop":         {forms: []NumberForm{PrefixForm}, decides: true, prefixes: []string{"NP"}, documents: []string{"CBD/NP/MOP/"}},
	"cites-cop":                   {forms: []NumberForm{DottedForm}, prefixes: []string{"Conf"}},
	"cbd-cop":                     {forms: []NumberForm{SessionForm, RomanSessionForm}, decides: true, symbols: []string{"CBD/COP/DEC/", "UNEP/CBD/COP/DEC/"}, documents: []string{"CBD/COP/", "UNEP/CBD/COP/"}},
}

// CanNumber says whether the body of that code can have an act of that number:
// a number of another shape is never its own. A body outside the table numbers
// by session or year.
func CanNumber(code, kind, number string) bool {
	n := ReadNumber(number)
	if code == "" || n.Form == UnknownForm {
		return false
	}
	row, known := numberings[code]
	switch n.Form {
	case SuffixForm:
		b, _ := BodyByCode(code)
		return b.Suffix != "" && b.Suffix == n.Prefix
	case PrefixForm:
		return slices.Contains(row.prefixes, n.Prefix)
	}
	if (row.decides || strings.Contains(code, "/")) && kind != Decision {
		return false // committees and boards decide; resolutions are their parents'
	}
	if len(row.forms) == 0 {
		return n.Form == SessionForm || (n.Form == YearForm || n.Form == RomanSessionForm) && !known
	}
	return slices.Contains(row.forms, n.Form) && (n.Form != SessionForm || n.Session >= row.first) && (n.Form != BracketForm || row.last == 0 || n.Session <= row.last)
}

// BodyOfNumber knows the bodies that mark their numbers: 1/CP.21, BC-14/12,
// WHA64.24; empty where the number does not tell.
func BodyOfNumber(number string) string {
	n := ReadNumber(number)
	switch {
	case n.Prefix == "":
	case n.Form == SuffixForm:
		for _, b := range BodyNames {
			if b.Suffix == n.Prefix {
				return b.Code
			}
		}
	case n.Form == PrefixForm:
		for _, b := range BodyNames {
			if slices.Contains(numberings[b.Code].prefixes, n.Prefix) {
				return b.Code
			}
		}
	case n.Form == RomanSessionForm:
		return "unep-gc" // SS.XI/9
	case n.Form == SpecialForm && n.Prefix == "ES":
		return "ga"
	}
	return ""
}

// BodyOfSymbol is the code of the body whose documents bear symbols of this
// kind; empty where the table does not tell.
func BodyOfSymbol(symbol string) string {
	code, length := "", 0
	for _, b := range BodyNames {
		for _, prefix := range numberings[b.Code].documents {
			if len(prefix) > length && strings.HasPrefix(symbol, prefix) {
				code, length = b.Code, len(prefix)
			}
		}
	}
	return code
}

// ActOfSymbol reads the symbol of an act's own document at the start of a text:
// A/RES/70/1, S/RES/1373 (2001), UNEP/EA.4/Res.1. end is the byte after it; ok
// is false where the text begins with no such symbol.
func ActOfSymbol(text string) (r Reference, end int, ok bool) {
	for _, b := range BodyNames {
		for _, template := range numberings[b.Code].symbols {
			session, at, fits := matchTemplate(template, text)
			if !fits {
				continue
			}
			number, length := symbolNumber(text[at:])
			if session != "" {
				number = session + "/" + number
			}
			kind := Resolution
			if strings.Contains(strings.ToUpper(template), "/DEC") {
				kind = Decision
			}
			if length > 0 && CanNumber(b.Code, kind, number) {
				return Reference{b.Code, kind, canonicalNumber(b.Code, number)}, at + length, true
			}
		}
	}
	return Reference{}, 0, false
}

// matchTemplate compares the beginning of a text with a template of symbols.
func matchTemplate(template, text string) (session string, end int, ok bool) {
	for i := 0; i < len(template); i++ {
		switch c := template[i]; {
		case c == '#':
			k := digits(text[end:])
			session = text[end : end+k]
			if k == 0 {
				return "", 0, false
			}
			end += k
		case c == '*':
			k := strings.IndexByte(text[end:], '/')
			if k <= 0 || strings.ContainsAny(text[end:end+k], " ,;") {
				return "", 0, false
			}
			end += k
		case end < len(text) && text[end] == c:
			end++
		default:
			return "", 0, false
		}
	}
	return session, end, true
}

// symbolNumber reads the number that ends a symbol, with a year or session in
// brackets, without spaces.
func symbolNumber(s string) (number string, length int) {
	for length < len(s) && (isDigit(s[length]) || s[length] >= 'A' && s[length] <= 'Z' || s[length] == '/' || s[length] == '-' || s[length] == '.' && length+1 < len(s) && isDigit(s[length+1])) {
		length++
	}
	length = len(strings.TrimRight(s[:length], "/-"))
	number = s[:length]
	rest := s[length:]
	open := len(rest) - len(strings.TrimPrefix(rest, " "))
	if closing := strings.IndexByte(rest, ')'); closing > open && closing < 12 && rest[open] == '(' {
		if inner := rest[open+1 : closing]; Roman(inner) > 0 || digits(inner) == 4 && len(inner) == 4 {
			return number + "(" + inner + ")", length + closing + 1
		}
	}
	return number, length
}
