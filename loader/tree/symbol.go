package tree

import (
	"strconv"
	"strings"

	"mandategraph/graph/names"
	"mandategraph/loader/scan"
	"mandategraph/loader/text"
)

// A SymbolHit is a document symbol in a text. start and end are of what is
// printed, which for "and Add.1" is shorter than the symbol.
type SymbolHit struct {
	Symbol     string
	Start, End int
}

var (
	SymbolShape = scan.Compile(`\b[A-Z][A-Z0-9]*(?:\.[A-Z0-9]+)*(?:/(?:[A-Z][A-Za-z]*(?:\.[A-Z0-9a-z]+)*(?:-[A-Z0-9]+)?` +
		`|\d+(?:-\d+)?)(?:\([A-Z]+\)|\(\d{1,3}\)/\d+)?)+`)
	// "and Add.1", "to Add.4", "–CRP.7"; and "2" in "Add.1, 2 and 4"
	symbolTail   = scan.Compile(`^(, and |, | and | & |–| to )((?:(Add|Corr|Rev)|CRP|INF|L|WP|NGO)[./](\d+))\b`)
	symbolNumber = scan.Compile(`^(, and |, | and |–|-)(\d{1,2})(?:[),;]|\.?$| and \d{1,2}[),;.]|, \d)`)
	numberedPart = scan.Compile(`^(.*[A-Za-z]\.)(\d+)$`)
)

// HoldsSlash is for texts that may hold a symbol.
var HoldsSlash = text.NewGate("/")

// FindSymbols lists the symbols of documents in a text; symbols of resolutions
// are citations of acts, not of documents.
func FindSymbols(s string) (hits []SymbolHit) {
	if strings.IndexByte(s, '/') < 0 {
		return nil
	}
	for at := 0; ; {
		stroke := strings.IndexByte(s[at:], '/')
		if stroke < 0 {
			return hits
		}
		start := symbolStart(s, at, at+stroke)
		symbol, ok := names.ReadSymbol(s[start:])
		end := start + symbol.End
		if at += stroke + 1; !ok || end < at {
			at = max(at, end)
			continue
		}
		at = end
		if n, own := names.ReadOwnNumber(s[start:]); own && n.Alone {
			continue // an act, and no document
		}
		if inPath(s, start, end) || !namesDocument(symbol.Text) {
			continue
		}
		hit := SymbolHit{symbol.Text, start, end}
		if n := len(hits); n > 0 && s[hits[n-1].End:start] == "–" {
			hits = through(hits, hit)
		}
		hits = symbolSeries(s, append(hits, hit))
		at = max(at, hits[len(hits)-1].End)
	}
}

// inPath says that what looks like a symbol is a part of a longer word or path.
func inPath(s string, start, end int) bool {
	before := start > 0 && (s[start-1] < 0x80 && scan.IsWord(s[start-1]) || strings.IndexByte("/.-", s[start-1]) >= 0)
	return before || strings.HasPrefix(s[end:], "/")
}

// symbolStart is where the word of capitals before a stroke begins, at byte from
// or behind it.
func symbolStart(s string, from, stroke int) int {
	start := stroke
	for start > from && (scan.IsCapitalAt(s, start-1) || scan.IsDigit(s[start-1]) || strings.IndexByte(".()", s[start-1]) >= 0) {
		start--
	}
	for start < stroke && !scan.IsCapitalAt(s, start) {
		start++
	}
	return start
}

// seriesBytes is more than the next member of a series takes with what joins it.
const seriesBytes = 100

// symbolSeries reads what goes on with the last symbol: "and Add.1", "Add.1–3",
// "CRP.3, CRP.7 and CRP.12".
func symbolSeries(s string, hits []SymbolHit) []SymbolHit {
	base, last := hits[len(hits)-1], hits[len(hits)-1]
	for {
		rest := s[last.End:min(len(s), last.End+seriesBytes)]
		glue, next := "", SymbolHit{}
		if t := symbolTail.FindStringSubmatchIndex(rest); t != nil {
			glue = rest[t[2]:t[3]]
			next = SymbolHit{sibling(last.Symbol, rest[t[4]:t[5]]), last.End + t[4], last.End + t[5]}
			if t[6] >= 0 && !strings.HasPrefix(lastPart(last.Symbol), rest[t[6]:t[7]]) {
				next.Symbol = base.Symbol + "/" + rest[t[4]:t[5]]
			}
		} else if t := symbolNumber.FindStringSubmatchIndex(rest); t != nil && last != base {
			if p := numberedPart.FindStringSubmatch(last.Symbol); p != nil {
				glue, next = rest[t[2]:t[3]], SymbolHit{p[1] + rest[t[4]:t[5]], last.End + t[4], last.End + t[5]}
			}
		}
		if next.Symbol == "" {
			return hits
		}
		if glue == "–" || glue == "-" || glue == " to " {
			hits = through(hits, next)
		}
		hits, last = append(hits, next), next
	}
}

func lastPart(symbol string) string { return symbol[strings.LastIndexByte(symbol, '/')+1:] }

// sibling is the symbol whose last part is another one of the same series; none
// where the series is another.
func sibling(symbol, part string) string {
	stem, _, _ := strings.Cut(part, ".")
	if cut := strings.LastIndexByte(symbol, '/'); cut > 0 && strings.HasPrefix(symbol[cut+1:], stem+".") {
		return symbol[:cut+1] + part
	}
	if stem == "Add" || stem == "Corr" || stem == "Rev" {
		return symbol + "/" + part
	}
	return ""
}

// mostThrough bounds the symbols of a range.
const mostThrough = 60

// through adds the symbols between the last one and the end of a range, which
// proves them.
func through(hits []SymbolHit, end SymbolHit) []SymbolHit {
	first := hits[len(hits)-1]
	a, b := numberedPart.FindStringSubmatch(first.Symbol), numberedPart.FindStringSubmatch(end.Symbol)
	if a == nil || b == nil || a[1] != b[1] {
		return hits
	}
	from, _ := strconv.Atoi(a[2])
	to, _ := strconv.Atoi(b[2])
	for k := from + 1; k < to && k < from+mostThrough; k++ {
		hits = append(hits, SymbolHit{a[1] + strconv.Itoa(k), end.Start, end.End})
	}
	return hits
}

// namesDocument says that a symbol may be of a document and is of no resolution.
func namesDocument(symbol string) bool {
	return strings.ContainsAny(symbol, "0123456789") && !strings.Contains(symbol, "/RES/") && SymbolLike(symbol)
}

// SymbolLike wants two strokes, or one between a short word and a longer one:
// "A/60" is none, "S/2020/1" is one.
func SymbolLike(symbol string) bool {
	parts := strings.Split(symbol, "/")
	if len(parts) > 2 {
		return true
	}
	return len(parts) == 2 && len(parts[0]) <= 4 && len(parts[1]) > 3
}
