package store

import (
	"strings"

	"mandategraph/graph"
)

// paragraphKinds are those of paragraphs by the letters that their locator begins
// with.
var paragraphKinds = map[string]string{
	"pp": "preambular", "op": "operative", "an": "annex", "fn": "footnote", "dec": "decision",
}

// followParagraph gives what a paragraph's id tells.
func followParagraph(id string, fact func(subject, property, value string)) {
	owner, locator, ok := strings.Cut(id, "#")
	if !ok {
		return
	}
	fact(id, "partOf", owner)
	lead := locator
	if i := strings.IndexFunc(locator, func(r rune) bool { return r < 'a' || r > 'z' }); i >= 0 {
		lead = locator[:i]
	}
	kind, known := paragraphKinds[lead]
	if !known {
		kind = "narrative"
	} else {
		locator = locator[len(lead):]
	}
	fact(id, "paragraphKind", kind)
	label := locator[strings.LastIndexByte(locator, '.')+1:]
	label, _, _ = strings.Cut(label, "~")
	if lead != "pp" && label != "end" && label != "head" {
		fact(id, "label", label)
	}
}

// followID gives what the id of any other entity tells.
func followID(id string, fact func(subject, property, value string)) {
	up := func(parts int) string {
		for range parts {
			id, _, _ = cutLast(id)
		}
		return id
	}
	entity := id
	switch graph.KindOfID(id) {
	case "Mandate":
		fact(entity, "partOf", up(2))
	case "Act":
		body, kind, number, _ := graph.SplitActID(id)
		fact(entity, "number", number)
		fact(entity, "actKind", kind)
		fact(entity, "body", graph.BodyID(body))
	case "Document":
		if symbol := strings.TrimPrefix(id, "document/"); strings.ToLower(symbol) != symbol {
			fact(entity, "symbol", symbol)
		}
	case "Article", "Session", "Meeting", "AgendaItem":
		_, number, _ := cutLast(id)
		fact(entity, "number", number)
		fact(entity, "partOf", up(2))
	case "Recommendations":
		fact(entity, "partOf", up(1))
	case "Body":
		if strings.Count(id, "/") > 1 {
			fact(entity, "partOf", up(1))
		}
	}
}

// cutLast cuts an id before its last part.
func cutLast(id string) (owner, part string, ok bool) {
	i := strings.LastIndexByte(id, '/')
	if i < 0 {
		return id, "", false
	}
	return id[:i], id[i+1:], true
}
