package httpapi

import (
	"mandategraph/graph"
)

// schemaTypes are the types of schema.org for kinds, by which search engines know what
// a page is about; all others are things.
var schemaTypes = map[string]string{
	"Act": "Legislation", "Treaty": "Legislation", "Article": "Legislation", "Instrument": "CreativeWork",
	"Document": "DigitalDocument", "Recommendations": "CreativeWork", "Body": "GovernmentOrganization",
	"Secretariat": "Organization", "Organization": "Organization", "Group": "Organization", "State": "Country",
	"Person": "Person", "Role": "Role", "Session": "Event", "Meeting": "Event", "Subject": "DefinedTerm",
}

// linked is the JSON-LD inside of a page: what the entity is, in the words of
// schema.org, with the addresses of what it cites.
func (s *Site) linked(origin string, a *entityAnswer) map[string]any {
	n := &a.Node
	address := func(id string) map[string]any { return map[string]any{"@id": origin + "/id/" + graph.EscapeID(id)} }
	object := address(n.ID)
	set := func(name string, value string) {
		if value != "" {
			object[name] = value
		}
	}
	object["@context"], object["@type"] = "https://schema.org", schemaTypes[n.Kind]
	if object["@type"] == "" {
		object["@type"] = "Thing"
	}
	set("name", s.label(n.ID))
	set("url", origin+pageOf(n.ID))
	set("sameAs", n.URL)
	switch object["@type"] {
	case "Legislation":
		set("alternateName", n.Title)
		set("legislationDate", n.Date)
		set("legislationIdentifier", n.ID)
		if n.Body != nil {
			object["legislationPassedBy"] = address(n.Body.ID)
		}
		var cited []map[string]any
		for _, e := range n.Relations.Edges {
			if e.Node != nil && graph.KindOfID(e.Node.ID) == "Act" {
				cited = append(cited, address(e.Node.ID))
			}
		}
		if len(cited) > 0 {
			object["citation"] = cited
		}
	case "Event":
		set("startDate", n.Date)
	case "DigitalDocument":
		set("datePublished", n.Date)
		set("headline", n.Title)
	default:
		set("alternateName", n.Title)
	}
	return object
}
