package loader

import (
	"strings"

	"mandategraph/graph"
)

// mayPoint says that a pointer at a byte may tell of a decision: right after it,
// or later where what it decides is a draft.
func (a adoption) mayPoint(s string, at int) bool {
	between := s[a.to:at]
	stop := strings.Index(between, ". ")
	if a.verb == "decided" {
		return strings.Contains(between, " to adopt ")
	}
	return stop < 0 || stop+2 >= len(between) || draftWords.MatchString(between[:stop]) || strings.HasPrefix(between, " the recommendation")
}

// pointed is the act that a pointer names; of drafts for another body the one of
// that number in this document.
func (s *stater) pointed(text string, m []int) (p *actPointer, draft bool) {
	kind, number := strings.ToLower(text[m[4]:m[5]]), text[m[6]:m[7]]
	if m[2] < 0 {
		if !strings.ContainsAny(number, "0123456789") {
			return nil, false
		}
		return &actPointer{graph.ActID(s.tree.Body, kind, number), m[6], m[7]}, false
	}
	id := s.tree.ID + "/draft-" + kind + "/" + number
	known := s.printed(id)
	if s.printed(id + "~2") {
		return nil, false // one for each body that is to adopt: which?
	}
	if !known {
		return nil, false
	}
	return &actPointer{id, m[6], m[7]}, true
}

// byTitle is the draft for another body whose title the text gives before it
// says that the house recommends it.
func (r *reporter) byTitle(s string, a adoption) *actPointer {
	if a.organ == "" || a.verb != "approved" && a.verb != "recommended" {
		return nil
	}
	m := titled.FindStringSubmatchIndex(s[:a.limit])
	if m == nil || !draftWords.MatchString(s[:m[0]]) {
		return nil
	}
	if acts := r.titles()[plainKey(s[m[2]:m[3]])]; len(acts) == 1 {
		return &actPointer{acts[0], m[2], m[3]}
	}
	return nil
}

// titles are the drafts that the report prints, by their titles.
func (r *reporter) titles() map[string][]string {
	if r.titled == nil {
		r.titled = map[string][]string{}
		for _, a := range r.s.tree.Acts {
			if key := plainKey(a.Title.S); a.Draft && !a.Whole {
				r.titled[key] = append(r.titled[key], a.ID)
			}
		}
	}
	return r.titled
}
