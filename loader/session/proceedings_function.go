package session

import (
	"strings"

	"mandategraph/graph/names"
	"mandategraph/loader/scan"
)

var (
	// The head of a State's office, which names no person.
	functionHead = scan.Compile(`^(?:[Tt]he |[Aa]n? )?((?:[A-Z][\w’-]*,? )*?` +
		`(?:Minister|Secretary|Director|Envoy|Prosecutor|President|Head|Attorney|Commissioner|Chief|Ambassador|` +
		`Governor|Chancellor|Representative)\b[^,;:.()]*?) of (?:the )?$`)
	functionEnd = scan.Compile(` and the | made | addressed | delivered | also | gave | spoke `)
)

// functionBytes is about how long an office of a State is at most.
const functionBytes = 160

// officer reads the office of a State's speaker: "the Minister of Justice of
// Colombia".
func (r *reporter) officer(s string, at int) (a listedActor, next int, ok bool) {
	piece := s[at:min(len(s), at+functionBytes)]
	if i := strings.IndexAny(piece, ",;:.("); i >= 0 {
		piece = piece[:i]
	}
	if !strings.Contains(piece, " of ") {
		return a, at, false
	}
	if m := functionEnd.FindStringIndex(piece); m != nil {
		piece = piece[:m[0]]
	}
	of := strings.LastIndex(piece, " of ")
	if of < 0 {
		return a, at, false
	}
	name := strings.TrimPrefix(piece[of+len(" of "):], "the ")
	e, known := names.StateFinder().Named(name)
	m := functionHead.FindStringSubmatch(piece[:len(piece)-len(name)])
	if !known || m == nil {
		return a, at, false
	}
	a = listedActor{id: e.ID, kind: e.Kind, name: e.Name, start: at, end: at + len(piece), function: m[1]}
	a.brackets(s)
	return a, a.insertion(s), true
}
