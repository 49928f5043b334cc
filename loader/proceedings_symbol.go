package loader

import (
	"strings"
)

// A symbolHit is a document symbol in a text. start and end are of what is
// printed, which for "and Add.1" is shorter than the symbol.
type symbolHit struct {
	symbol     string
	start, end int
}

var (
	symbolShape = compile(`\b[A-Z][A-Z0-9]*(?:\.[A-Z0-9]+)*(?:/(?:[A-Z][A-Za-z]*(?:\.[A-Z0-9a-z]+)*(?:-[A-Z0-9]+)?|\d+(?:-\d+)?)(?:\([A-Z]+\))?)+`)
	symbolTail  = compile(`^(?:, and|,| and| &) ((?:Add|Corr|Rev)\.(\d+))(?:[–-](\d+))?`)
	typeMarks   = []struct{ mark, name string }{
		{"L.", "draft"}, {"CRP.", "conference room paper"}, {"INF", "information"}, {"Rev.", "revision"}, {"Add.", "addendum"}, {"Corr.", "corrigendum"}, {"NGO", "non-governmental organization"}, {"WP.", "working paper"}, {"WG.", "working group document"}, {"PV.", "verbatim record"}, {"SR.", "summary record"},
	}
)

// findSymbols lists the symbols of documents in a text; symbols of resolutions
// are citations of acts, not of documents.
func findSymbols(s string) (hits []symbolHit) {
	if strings.IndexByte(s, '/') < 0 {
		return nil
	}
	for _, m := range symbolShape.findAll(s) {
		symbol := s[m[0]:m[1]]
		if !strings.ContainsAny(symbol, "0123456789") || strings.Contains(symbol, "/RES/") || !symbolLike(symbol) || m[0] > 0 && (s[m[0]-1] == '/' || s[m[0]-1] == '.' || s[m[0]-1] == '-') || strings.HasPrefix(s[m[1]:], "/") {
			continue
		}
		hits = append(hits, symbolHit{symbol, m[0], m[1]})
		base := symbol
		for at := m[1]; ; {
			t := symbolTail.FindStringSubmatchIndex(s[at:])
			if t == nil {
				break
			}
			hits = append(hits, symbolHit{base + "/" + s[at+t[2]:at+t[3]], at + t[2], at + t[3]})
			at += t[1]
		}
	}
	return hits
}

// symbolLike wants two strokes, or one where the first part is one capital
// letter or the last a number of a session: "A/60" is none, "S/2020/1" is one.
func symbolLike(symbol string) bool {
	parts := strings.Split(symbol, "/")
	if len(parts) > 2 {
		return true
	}
	return len(parts) == 2 && len(parts[0]) <= 4 && len(parts[1]) > 3
}

// symbolEntity makes a document known, with its symbol and what that says.
func (s *stater) symbolEntity(y symbolHit) string {
	id := s.document(y.symbol)
	if !s.kinds[id+"\x00type"] {
		s.kinds[id+"\x00type"] = true
		for _, part := range strings.Split(y.symbol, "/")[1:] {
			for _, k := range typeMarks {
				if strings.HasPrefix(part, k.mark) {
					s.fact(id, "documentType", k.name)
				}
			}
		}
	}
	return id
}
