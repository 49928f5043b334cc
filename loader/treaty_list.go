package loader

import (
	"slices"
	"strings"
)

// ofBody says that a treaty's name is part of the name of a body, a programme or
// an act: "Basel Convention Partnership", "Rotterdam Convention decision RC-9/4".
func ofBody(after string) bool {
	w, _ := word(after, 0)
	return strings.HasPrefix(after, " ") && bodyNouns[w]
}

var bodyNouns = wordSet("decision decisions Partnership Secretariat secretariat Regional Coordinating")

// protocolTo is the optional protocol to the treaty that is named last before
// byte at; empty where the table has none.
func protocolTo(known []treatyHit, at int) string {
	last := treatyHit{}
	for _, h := range known {
		if h.end <= at && h.start >= last.start {
			last = h
		}
	}
	for _, t := range treatyTable {
		if last.code != "" && t.Name == "Optional Protocol to the "+treatyName1(last.code) {
			return t.Code
		}
	}
	return ""
}

// conventionOf is the convention under which a protocol or agreement was made;
// empty for a convention itself.
func conventionOf(code string) string {
	for _, t := range treatyTable {
		if t.Code != code || strings.Contains(t.Name, "Convention") && t.Supplements == "" {
			continue
		}
		for _, c := range treatyTable {
			under := func(short string) bool { return strings.HasSuffix(short, " under the "+c.Name) }
			if c.Code == t.Supplements || slices.ContainsFunc(t.Short, under) {
				return c.Code
			}
		}
	}
	return ""
}
