package search

import (
	"strings"
	"unicode"

	"github.com/agnivade/levenshtein"

	"mandategraph/graph"
)

// A word is a searched form and where it stands in its text, in code points.
type word struct {
	form       string
	start, end int
	// place counts the words of the text; the parts of a symbol share its own.
	place int
}

// wordsOf splits a text into words: lower case, folded to ASCII. Numbers and
// symbols such as 12/4, L.8/Rev.1 and CTOC/COP/2024/5 are one word each; their
// parts of two letters and more are words as well.
func wordsOf(text string) []word { return (&reader{}).words(text) }

// A reader splits many texts into words, with room that it uses again.
type reader struct {
	runes []rune
	list  []word
	forms map[string]string // of words in lower case
}

// words is [wordsOf], until the next call.
func (r *reader) words(text string) []word {
	r.runes, r.list = r.runes[:0], r.list[:0]
	for _, c := range text {
		r.runes = append(r.runes, c)
	}
	runes := r.runes
	place := 0
	for i := 0; i < len(runes); {
		if !isWordRune(runes[i]) {
			i++
			continue
		}
		end := endOfSymbol(runes, i)
		isSymbol := hasDigit(runes[i:end])
		if !isSymbol {
			end = endOfRun(runes, i)
		}
		if form := r.form(runes[i:end]); form != "" {
			r.list = append(r.list, word{form, i, end, place})
			if isSymbol {
				r.list = append(r.list, partsOfSymbol(runes, i, end, place)...)
			}
			place++
		}
		i = end
	}
	return r.list
}

// partsOfSymbol are the runs of letters between the joints of a symbol.
func partsOfSymbol(runes []rune, start, end, place int) []word {
	var parts []word
	for i := start; i < end; {
		if !isWordRune(runes[i]) {
			i++
			continue
		}
		stop := min(endOfRun(runes, i), end)
		if stop-i > 1 && stop-i < end-start && !hasDigit(runes[i:stop]) {
			parts = append(parts, word{(&reader{}).form(runes[i:stop]), i, stop, place})
		}
		i = stop
	}
	return parts
}

// form is how a word is looked for. Most are ASCII and short, and have been met before.
func (r *reader) form(runes []rune) string {
	var space [32]byte
	lower := space[:0]
	for _, c := range runes {
		if c >= unicode.MaxASCII || c == '\'' || len(lower) == len(space) {
			return oneSpelling(strings.ToLower(graph.Fold(string(runes))))
		}
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		lower = append(lower, byte(c))
	}
	form, known := r.forms[string(lower)]
	if !known {
		form = oneSpelling(string(lower))
		if r.forms != nil {
			r.forms[string(lower)] = form
		}
	}
	return form
}

// spellings of one word: United Nations texts follow the Oxford spelling
// (organized, labour; UN Editorial Manual), readers their own.
var spellings = []struct{ ending, instead string }{
	{
		"isations",
		"izations",
	}, {"isation", "ization"}, {"ising", "izing"}, {"ised", "ized"}, {"ises", "izes"}, {"ise", "ize"},
	{
		"ours",
		"ors",
	}, {"our", "or"}, {"programmes", "programs"}, {"programme", "program"}, {"centres", "centers"}, {"centre", "center"},
}

func oneSpelling(form string) string {
	if len(form) < 6 {
		return form // four, raise
	}
	for _, s := range spellings {
		if stem, ok := strings.CutSuffix(form, s.ending); ok {
			return stem + s.instead
		}
	}
	return form
}

func isWordRune(r rune) bool {
	if r <= unicode.MaxASCII {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}

// endOfRun is where a run of letters and digits ends; an apostrophe between
// letters belongs to it, as [Fold] drops it.
func endOfRun(runes []rune, i int) int {
	for i < len(runes) && (isWordRune(runes[i]) || joins(runes, i, "'’")) {
		i++
	}
	return i
}

// endOfSymbol is the same where slashes, full stops and hyphens join as well.
func endOfSymbol(runes []rune, i int) int {
	for i < len(runes) && (isWordRune(runes[i]) || joins(runes, i, "'’/.-")) {
		i++
	}
	return i
}

func joins(runes []rune, i int, joints string) bool {
	return i > 0 && i+1 < len(runes) && strings.ContainsRune(joints, runes[i]) && isWordRune(runes[i-1]) &&
		isWordRune(runes[i+1])
}

func hasDigit(runes []rune) bool {
	for _, r := range runes {
		if unicode.IsDigit(r) {
			return true
		}
	}
	return false
}

// A term is one thing that a query asks for: a word, or the words of a phrase
// in quotation marks. A fuzzy word also finds those that are nearly written
// like it.
type term struct {
	forms  []string
	base   string // what inflected returns of a word
	phrase bool
	fuzzy  bool
}

// How much a searched word counts by how it fits the asked one.
const (
	whole    = 1.0
	inflects = 0.9
	longer   = 0.5
	similar  = 0.25
)

// fit tells how well a searched word fits a term that is no phrase; 0 where it
// does not.
func (t term) fit(form string) float64 { return t.fitBase(form, inflected(form)) }

// fitBase is fit of a word of which inflected returns base.
func (t term) fitBase(form, base string) float64 {
	switch asked := t.forms[0]; {
	case form == asked:
		return whole
	case base == t.base:
		return inflects
	case beginsWith(form, asked):
		return longer
	case t.fuzzy && isSimilar(form, asked):
		return similar
	}
	return 0
}

const digits = "0123456789"

// isSimilar allows one slip ([Slips]) in words of four letters and more and two in those
// of eight and more. Numbers and symbols are never taken for one another.
func isSimilar(form, asked string) bool {
	slips, difference := slipsIn(asked), len(form)-len(asked)
	if slips == 0 || difference > slips || -difference > slips || strings.ContainsAny(form, digits) {
		return false
	}
	return Slips(form, asked) <= slips
}

// slipsIn is how many slips an asked word may have.
func slipsIn(asked string) int {
	if strings.ContainsAny(asked, digits) {
		return 0
	}
	return min(len(asked)/4, 2)
}

// Slips is the number of letters to put in, take out or change that make one word
// of another; two neighbours that changed places are one slip.
func Slips(a, b string) int {
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	if c, d := a[i:], b[i:]; len(c) > 1 && len(c) == len(d) && c[0] == d[1] && c[1] == d[0] && c[2:] == d[2:] {
		return 1
	}
	return levenshtein.ComputeDistance(a, b)
}

// termsOf reads a query; fuzzy makes its words so. A quotation mark without its
// partner opens a phrase up to the end. Repeated terms count once.
func termsOf(query string, fuzzy bool) []term {
	var terms []term
	seen := map[string]bool{}
	add := func(t term) {
		if key := strings.Join(t.forms, " "); key != "" && !seen[key] {
			seen[key] = true
			terms = append(terms, t)
		}
	}
	for i, piece := range splitAtQuotes(query) {
		var forms []string
		last := -1
		for _, w := range wordsOf(piece) {
			if w.place != last {
				forms = append(forms, w.form)
			}
			last = w.place
		}
		if i%2 == 1 {
			add(term{forms: forms, phrase: true})
			continue
		}
		for _, form := range forms {
			add(term{forms: []string{form}, base: inflected(form), fuzzy: fuzzy})
		}
	}
	return terms
}

// splitAtQuotes gives the text outside and inside of quotation marks in turn.
func splitAtQuotes(query string) []string {
	return strings.Split(plainMarks.Replace(query), `"`)
}

var plainMarks = strings.NewReplacer("“", `"`, "”", `"`, "„", `"`, "«", `"`, "»", `"`)

// beginsWith reports whether a searched word has a form as its beginning. A number
// is never the beginning of a longer one: 12/4 is not found in 12/40.
func beginsWith(form, beginning string) bool {
	rest, ok := strings.CutPrefix(form, beginning)
	if !ok || rest == "" || beginning == "" {
		return ok
	}
	isDigit := func(b byte) bool { return b >= '0' && b <= '9' }
	if isDigit(beginning[len(beginning)-1]) {
		return !isDigit(rest[0])
	}
	return len(beginning) >= shortestBeginning
}

// shortestBeginning keeps "a" from finding every word with that letter.
const shortestBeginning = 3
