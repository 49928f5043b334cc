package graph

import (
	"strings"
	"unicode"
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
func wordsOf(text string) []word {
	runes := []rune(text)
	var list []word
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
		if form := searchForm(runes[i:end]); form != "" {
			list = append(list, word{form, i, end, place})
			if isSymbol {
				list = append(list, partsOfSymbol(runes, i, end, place)...)
			}
			place++
		}
		i = end
	}
	return list
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
			parts = append(parts, word{searchForm(runes[i:stop]), i, stop, place})
		}
		i = stop
	}
	return parts
}

func searchForm(runes []rune) string { return strings.ToLower(Fold(string(runes))) }

func isWordRune(r rune) bool {
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
	return i > 0 && i+1 < len(runes) && strings.ContainsRune(joints, runes[i]) && isWordRune(runes[i-1]) && isWordRune(runes[i+1])
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
// in quotation marks.
type term struct {
	forms  []string
	phrase bool
}

// termsOf reads a query. A quotation mark without its partner opens a phrase
// up to the end. Repeated terms count once.
func termsOf(query string) []term {
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
			add(term{forms, true})
			continue
		}
		for _, form := range forms {
			add(term{[]string{form}, false})
		}
	}
	return terms
}

// splitAtQuotes gives the text outside and inside of quotation marks in turn.
func splitAtQuotes(query string) []string {
	return strings.Split(strings.NewReplacer("“", `"`, "”", `"`, "„", `"`, "«", `"`, "»", `"`).Replace(query), `"`)
}

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
