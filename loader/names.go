package loader

import (
	"slices"
	"strings"

	"mandategraph/graph/names"
)

// A bodyHit is a body named in a text.
type bodyHit struct {
	code       string
	start, end int
}

type bodyForm struct {
	form, code string
	short      bool
}

// bodyForms are the forms of bodies' names by their first word, longest first,
// also in the capital letters of old reports.
var bodyForms = names.Derived(func(t *names.Tables) map[string][]bodyForm {
	table := map[string][]bodyForm{}
	add := func(form, code string) {
		first, _, _ := strings.Cut(form, " ")
		table[first] = append(table[first], bodyForm{form: form, code: code})
		if upper := strings.ToUpper(form); upper != form {
			first, _, _ = strings.Cut(upper, " ")
			table[first] = append(table[first], bodyForm{form: upper, code: code})
		}
	}
	for _, b := range t.Bodies {
		add(b.Name, b.Code)
		for _, a := range b.Aliases {
			if len(a) > 3 || b.ShortAcronym {
				add(a, b.Code)
			}
		}
	}
	for first := range table {
		slices.SortStableFunc(table[first], func(a, b bodyForm) int { return len(b.form) - len(a.form) })
	}
	return table
})

// findBodies lists the bodies named in full in a text, in its order, the
// longest name at each place.
func findBodies(s string) []bodyHit {
	var hits []bodyHit
	table := bodyForms()
	for i := 0; i < len(s); {
		if s[i] < 'A' || s[i] > 'Z' || i > 0 && isWord(s[i-1]) {
			i++
			continue
		}
		end := i
		for end < len(s) && isWord(s[end]) && s[end] < 0x80 {
			end++
		}
		next := end
		for _, f := range table[s[i:end]] {
			k := i + len(f.form)
			if strings.HasPrefix(s[i:], f.form) && (k == len(s) || !isWord(s[k]) || s[k] == 0xE2) {
				hits = append(hits, bodyHit{f.code, i, k})
				next = k
				break
			}
		}
		i = next
	}
	return hits
}
