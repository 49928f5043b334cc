package tree

import (
	"slices"
	"strings"

	"mandategraph/graph/names"
	"mandategraph/loader/scan"
)

// A BodyHit is a body named in a text.
type BodyHit struct {
	Code       string
	Start, End int
}

type BodyForm struct {
	Form, Code string
	Short      bool
	Plain      bool // a name that other organizations give their organs as well
}

// bodyForms are the forms of bodies' names by their first word, longest first,
// also in the capital letters of old reports.
var bodyForms = names.Derived(func(t *names.Tables) map[string][]BodyForm {
	table := map[string][]BodyForm{}
	add := func(b names.Body, form string) {
		code, plain := b.Code, form == b.Name && b.Treaty == theCharter
		first := form[:wordEnd(form, 0)]
		table[first] = append(table[first], BodyForm{Form: form, Code: code, Plain: plain})
		if upper := strings.ToUpper(form); upper != form {
			first = upper[:wordEnd(upper, 0)]
			table[first] = append(table[first], BodyForm{Form: upper, Code: code})
		}
	}
	for _, b := range t.Bodies {
		add(b, b.Name)
		for _, a := range b.Aliases {
			if len(a) > 3 || b.ShortAcronym {
				add(b, a)
			}
		}
	}
	for first := range table {
		slices.SortStableFunc(table[first], func(a, b BodyForm) int { return len(b.Form) - len(a.Form) })
	}
	return table
})

// theCharter makes the organs with names that other organizations use as well.
const theCharter = "un-charter"

// organizing are words in the names of organizations.
var organizing = scan.WordSet("Organization Organisation Union Federation League Association Tourism Community Order " +
	"Confederation Society Institute Parliament Interpol")

// ofAnother says that the plain name of an organ at bytes start to end is that of
// another organization's: "the General Assembly of the Organization of American
// States", "the OAS General Assembly".
func ofAnother(s string, start, end int) bool {
	w := scan.LastWord(strings.TrimSuffix(s[:start], " "))
	if w != s[:start] && len(w) > 2 && strings.ToUpper(w) == w && strings.ToLower(w) != w &&
		strings.ToUpper(s[start:end]) != s[start:end] && !verbInCapitals(s[:start], w) {
		return true
	}
	at := scan.SkipPrefix(s, end, " of the ", " of ")
	if at == end || !scan.IsCapitalAt(s, at) {
		return false
	}
	for i, to := at, scan.CapitalPhrase(s, at); i < to; {
		w, next := scan.PhraseWord(s[:to], i)
		acronym := i == at && len(w) > 2 && strings.ToUpper(w) == w && next == to
		if organizing[w] || acronym {
			return !strings.HasPrefix(s[at:], "United Nations ")
		}
		i = next + 1
	}
	return false
}

// verbInCapitals says that the last word before a name is of the verb that opens a
// paragraph, as some bodies print them: "NOTING", "BEARING IN MIND".
func verbInCapitals(before, w string) bool {
	if _, verb := CueOf(strings.ToLower(w)); verb {
		return true
	}
	other := scan.LastWord(strings.TrimRight(strings.TrimSuffix(strings.TrimRight(before, " "), w), " "))
	return len(other) > 1 && strings.ToUpper(other) == other && strings.ToLower(other) != other
}

// wordEnd is the end of the letters and figures at byte i, also of the first word of
// Sub-Commission and UN-Habitat Assembly.
func wordEnd(s string, i int) int {
	for i < len(s) && scan.IsWord(s[i]) && s[i] < 0x80 {
		i++
	}
	return i
}

// FindBodies lists the bodies named in full in a text, in its order, the
// longest name at each place.
func FindBodies(s string) []BodyHit {
	var hits []BodyHit
	table := bodyForms()
	for i := 0; i < len(s); {
		if s[i] < 'A' || s[i] > 'Z' || i > 0 && scan.IsWord(s[i-1]) {
			i++
			continue
		}
		end := wordEnd(s, i)
		next := end
		for _, f := range table[s[i:end]] {
			k := i + len(f.Form)
			if strings.HasPrefix(s[i:], f.Form) && (k == len(s) || !scan.IsWord(s[k]) || s[k] == 0xE2) {
				if !f.Plain || !ofAnother(s, i, k) {
					hits = append(hits, BodyHit{f.Code, i, k})
				}
				next = k
				break
			}
		}
		i = next
	}
	return hits
}
