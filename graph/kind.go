package graph

import "strings"

// kindsByLead are the kinds of ids by their first part.
var kindsByLead = map[string]string{
	"document": "Document", "treaty": "Treaty", "state": "State", "group": "Group", "organization": "Organization",
	"person": "Person", "role": "Role", "instrument": "Instrument", "addressee": "AddresseeClass", "body": "Body",
	"subject": "Subject",
}

// kindsByPart are the kinds of ids that have a certain part, the most special
// first; last says that it is the last part.
var kindsByPart = []struct {
	lead, part, kind string
	last             bool
}{
	{"", "mandate", "Mandate", false},
	{"body", "recommendations", "Recommendations", true},
	{"body", "agenda", "AgendaItem", false},
	{"body", "meeting", "Meeting", false},
	{"body", "session", "Session", false},
	{"body", "secretariat", "Secretariat", true},
	{"treaty", "article", "Article", false},
}

// KindOfID says of what kind an entity is by the form of its id; empty where
// the id has none of the forms.
func KindOfID(id string) string {
	lead, _, _ := strings.Cut(id, "/")
	_, locator, paragraph := strings.Cut(id, "#")
	for _, k := range kindsByPart {
		switch {
		case k.lead == "" && paragraph && strings.Contains(locator, "/"+k.part+"/"),
			k.lead == lead && k.last && strings.HasSuffix(id, "/"+k.part),
			k.lead == lead && k.lead != "" && !k.last && strings.Contains(id, "/"+k.part+"/"):
			return k.kind
		}
	}
	if paragraph {
		return "Paragraph"
	}
	if _, _, _, act := SplitActID(id); act {
		return "Act"
	}
	if !strings.Contains(id, "/") {
		return ""
	}
	return kindsByLead[lead]
}
