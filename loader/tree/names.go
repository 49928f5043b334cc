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
	Principal  bool // other organizations have a body of this name
}

// bodyForms are the forms of bodies' names by their first word, longest first,
// also in the capital letters of old reports.
var bodyForms = names.Derived(func(t *names.Tables) map[string][]BodyForm {
	table := map[string][]BodyForm{}
	add := func(form string, b names.Body) {
		principal := b.Principal() && form == b.Name
		first, _, _ := strings.Cut(form, " ")
		table[first] = append(table[first], BodyForm{Form: form, Code: b.Code, Principal: principal})
		if upper := strings.ToUpper(form); upper != form {
			first, _, _ = strings.Cut(upper, " ")
			table[first] = append(table[first], BodyForm{Form: upper, Code: b.Code, Principal: principal})
		}
	}
	for _, b := range t.Bodies {
		add(b.Name, b)
		for _, a := range b.Aliases {
			if len(a) > 3 || b.ShortAcronym {
				add(a, b)
			}
		}
	}
	for first := range table {
		slices.SortStableFunc(table[first], func(a, b BodyForm) int { return len(b.Form) - len(a.Form) })
	}
	return table
})

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
		end := i
		for end < len(s) && scan.IsWord(s[end]) && s[end] < 0x80 {
			end++
		}
		next := end
		for _, f := range table[s[i:end]] {
			k := i + len(f.Form)
			if strings.HasPrefix(s[i:], f.Form) && (k == len(s) || !scan.IsWord(s[k]) || s[k] == 0xE2) {
				hit := BodyHit{f.Code, i, k}
				if f.Principal {
					if other, ok := foreign(s, i, k); ok {
						hit = other
					}
				}
				hits = append(hits, hit)
				next = hit.End
				break
			}
		}
		i = next
	}
	return hits
}
