package session

import (
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
	"mandategraph/loader/scan"
	"mandategraph/loader/tree"
)

var (
	// An office, up to the words that end it.
	officePhrase = scan.Compile(`^(?:[Tt]he |[Aa]n? )?((?:[Aa]cting )?(?:Co-Chairs?|[Cc]o-[Cc]hairs?|` +
		`Vice[- ]Chairs?|Chairs?|` +
		`Chairpersons?|Chairm[ae]n|Presidents?|Vice[- ]Presidents?|Rapporteurs?|Executive Secretary|` +
		`Executive Director|` +
		`Special Representative of the Secretary-General|Secretary-General|Deputy Secretary-General|` +
		`Under-Secretary-General|Assistant Secretary-General|Secretary|Director-General|Director|` +
		`High Commissioner|Special Rapporteur|Facilitators?|Co-[Ff]acilitators?)\b` +
		`(?: (?:of|for|on|in) (?:(?:[A-Z][\w’'-]*|of|the|on|for|and|in|against|to|group|committee|panel)[ ,]?)+)?)`)
	nextOffice = scan.Compile(`,? and the (?:(?:Deputy |Acting )?(?:Under-|Assistant |Executive |` +
		`Special )?(?:Secretary|Director|President|Chair|` +
		`Rapporteur|Representative|High Commissioner|Vice-|Co-))`)
	officeEnd = scan.Compile(`,? (?:and|of|the|on|for|in|at|to)$|,$| $`)
)

// officeAt reads the office that begins at a byte, "the Chair of the Working
// Group on Kites"; empty where there is none.
func officeAt(s string, at int) (office string, end int) {
	m := officePhrase.FindStringSubmatchIndex(s[at:])
	if m == nil {
		return "", at
	}
	office = s[at+m[2] : at+m[3]]
	if next := nextOffice.FindStringIndex(office); next != nil {
		office = office[:next[0]]
	}
	for cut := officeEnd.FindString(office); cut != ""; cut = officeEnd.FindString(office) {
		office = strings.TrimSuffix(office, cut)
	}
	return office, at + m[2] + len(office)
}

// role is the id of an office: of the organization or body that its name ends
// with, else of the body; short names of the body are left out.
func (r *reporter) role(office string) string {
	if i := strings.LastIndex(office, " of "); i > 0 {
		owner := strings.TrimPrefix(office[i+len(" of "):], "the ")
		if e, ok := names.Actors().Named(owner); ok && e.Kind == "Organization" {
			return "role/" + e.Code + "/" + graph.Slug(office[:i])
		}
		if b, ok := names.BodyByText(owner); ok {
			return "role/" + b.Code + "/" + graph.Slug(office[:i])
		}
	}
	if i := strings.Index(office, " of the "); i > 0 {
		if e, ok := names.Actors().Named(office[i+len(" of the "):]); ok && e.Kind == "Organization" {
			return "role/" + e.Code + "/" + graph.Slug(office[:i])
		}
	}
	if tree.OfOrganization.MatchString(office) {
		return "role/un/" + graph.Slug(office)
	}
	office = strings.TrimSuffix(office, " of the "+r.short)
	return "role/" + r.body + "/" + graph.Slug(office)
}
