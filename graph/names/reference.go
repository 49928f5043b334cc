package names

import (
	"cmp"
	"regexp"
	"strings"

	"mandategraph/graph"
)

// A Reference is what somebody types to mean an act: "12/4", "resolution
// 12/4", "General Assembly decision 60/519", "A/RES/76/185", "1/CP.21", or a
// full id. Empty fields were left open.
type Reference struct {
	Body   string // code
	Kind   string // resolution or decision
	Number string // without spaces
}

var referencePattern = regexp.MustCompile(`(?i)^(?:(?P<body>.*?)[\s,]*)?(?P<kind>\bresolutions?|\bdecisions?|\bres\.?|\bdec\.?)?` +
	`\s*(?P<number>\bConf\.\s*\d+\.\d+(?:\s*\(Rev\.\s*CoP\d+\))?` +
	`|\bWHA\d+\.\d+|\bSS\.[IVXLC]+/\d+|\b[IVXLC]+/\d+|\bIPBES[/-]\d+/\d+|\d+\.\d+` +
	`|(?:[A-Z]{1,4}-)?\d+\s*(?:/\s*[A-Z0-9.]+)?(?:\s*[A-Z])?(?:\s*\([IVXLC\d]+\))?)(?:\s*of the (?P<after>.+))?$`)

// ParseReference reads a reference to an act; ok is false where the text is
// none.
func ParseReference(text string) (Reference, bool) {
	text = strings.Trim(strings.TrimSpace(text), "?.!\"'“”")
	if body, kind, number, ok := graph.SplitActID(text); ok {
		return Reference{body, kind, number}, true
	}
	first := min(2, len(text))
	if r, end, ok := ActOfSymbol(strings.ToUpper(text[:first]) + text[first:]); ok && end == len(text) {
		return r, true
	}
	if r, ok := ownReference(text); ok {
		return r, true
	}
	m := referencePattern.FindStringSubmatch(text)
	if m == nil {
		return Reference{}, false
	}
	r := Reference{Number: strings.Join(strings.Fields(m[referencePattern.SubexpIndex("number")]), "")}
	switch kind := strings.ToLower(m[referencePattern.SubexpIndex("kind")]); {
	case strings.HasPrefix(kind, "res"):
		r.Kind = graph.Resolution
	case strings.HasPrefix(kind, "dec"):
		r.Kind = graph.Decision
	}
	body := m[referencePattern.SubexpIndex("body")]
	if body == "" {
		body = m[referencePattern.SubexpIndex("after")]
	}
	if body = strings.TrimPrefix(strings.TrimSpace(body), "the "); body != "" {
		b, ok := BodyByText(body)
		if !ok {
			return Reference{}, false
		}
		r.Body = b.Code
	}
	if r.Body == "" {
		r.Body = BodyOfNumber(r.Number)
	}
	r.Number = Canonical(r.Body, r.Kind, r.Number)
	return r, true
}

// ownReference reads a number in a form that only one body has, with or without its
// noun: "A45-13", "decision GB.341/POL/3".
func ownReference(text string) (Reference, bool) {
	kind := ""
	for _, k := range []string{graph.Resolution, graph.Decision} {
		if len(text) > len(k) && strings.EqualFold(text[:len(k)+1], k+" ") {
			kind, text = k, text[len(k)+1:]
		}
	}
	n, ok := ReadOwnNumber(text)
	if !ok || !n.Distinct || n.End < len(text) {
		return Reference{}, false
	}
	b, _ := BodyByCode(n.Bodies[0])
	return Reference{Body: b.Code, Kind: cmp.Or(n.Kind, kind, b.Kind()), Number: n.Number}, true
}

// Matches reports whether an act's id fits the reference.
func (r Reference) Matches(id string) bool {
	body, kind, number, ok := graph.SplitActID(id)
	return ok && strings.EqualFold(number, Canonical(body, kind, r.Number)) &&
		(r.Body == "" || r.Body == body) && (r.Kind == "" || r.Kind == kind)
}
