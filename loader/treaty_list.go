package loader

import (
	"strings"

	"mandategraph/graph/names"
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
	for _, t := range names.Treaties() {
		if last.code != "" && t.Name == "Optional Protocol to the "+names.TreatyName(last.code) {
			return t.Code
		}
	}
	return ""
}
