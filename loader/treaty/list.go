package treaty

import (
	"strings"

	"mandategraph/graph/names"
	"mandategraph/loader/scan"
)

// ofBody says that a treaty's name is part of the name of a body, a programme or
// an act: "Basel Convention Partnership", "Rotterdam Convention decision RC-9/4".
func ofBody(after string) bool {
	w, _ := scan.Word(after, 0)
	return strings.HasPrefix(after, " ") && bodyNouns[w]
}

var bodyNouns = scan.WordSet("decision decisions Partnership Secretariat secretariat Regional Coordinating " +
	"Organization Organisation")

// protocolTo is the optional protocol to the treaty that is named last before
// byte at; empty where the table has none.
func protocolTo(known []treatyHit, at int) string {
	last := treatyHit{}
	for _, h := range known {
		if h.End <= at && h.Start >= last.Start {
			last = h
		}
	}
	for _, t := range names.Treaties() {
		if last.Code != "" && t.Name == "Optional Protocol to the "+names.TreatyName(last.Code) {
			return t.Code
		}
	}
	return ""
}
