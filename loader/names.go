package loader

import (
	"sort"
	"strings"

	"mandategraph/graph"
)

// A bodyHit is a body named in a text.
type bodyHit struct {
	code       string
	start, end int
	short      bool
}

type bodyForm struct {
	form, code string
	short      bool
}

// bodyForms are the forms of bodies' names, longest first.
var bodyForms = func() []bodyForm {
	var forms []bodyForm
	for _, b := range graph.BodyNames {
		forms = append(forms, bodyForm{b.Name, b.Code, false})
		for _, a := range b.Aliases {
			if len(a) > 4 || a == "CMA" || a == "CMP" {
				forms = append(forms, bodyForm{a, b.Code, false})
			}
		}
	}
	sort.SliceStable(forms, func(i, j int) bool { return len(forms[i].form) > len(forms[j].form) })
	return forms
}()

// findBodies lists the bodies named in full in a text, in its order, the
// longest name at each place.
func findBodies(s string) []bodyHit {
	var hits []bodyHit
	for _, f := range bodyForms {
		for at := 0; ; {
			i := strings.Index(s[at:], f.form)
			if i < 0 {
				break
			}
			start := at + i
			at = start + len(f.form)
			if at < len(s) && isWord(s[at]) || start > 0 && isWord(s[start-1]) || overlaps(hits, start, at) {
				continue
			}
			hits = append(hits, bodyHit{f.code, start, at, false})
		}
	}
	sort.Slice(hits, func(i, j int) bool { return hits[i].start < hits[j].start })
	return hits
}

func overlaps(hits []bodyHit, start, end int) bool {
	for _, h := range hits {
		if start < h.end && h.start < end {
			return true
		}
	}
	return false
}
