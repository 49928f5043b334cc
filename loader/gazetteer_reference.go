package loader

import "mandategraph/graph"

// ReferenceData is the document of facts that come from our own tables: the
// kinds, names and codes of States, groups, organizations, bodies and treaties.
func ReferenceData() graph.Document {
	d := graph.Document{ID: graph.ReferenceData}
	fact := func(subject, property string, values ...string) {
		for _, v := range values {
			if v != "" {
				d.Facts = append(d.Facts, graph.Fact{Subject: subject, Property: property, Value: v})
			}
		}
	}
	entity := func(id, kind, code, name string, aliases []string) {
		fact(id, "kind", kind)
		fact(id, "name", name)
		fact(id, "alias", aliases...)
		fact(id, "code", code)
	}
	for _, table := range [][]namedEntity{stateTable, groupTable, organizationTable} {
		for _, e := range table {
			entity(e.ID, e.Kind, e.Code, e.Name, e.Aliases)
		}
	}
	for _, b := range graph.BodyNames {
		id := graph.BodyID(b.Code)
		entity(id, "Body", b.Code, b.Name, b.Aliases)
		if b.Parent != "" {
			fact(id, "partOf", graph.BodyID(b.Parent))
		}
	}
	for _, t := range treatyTable {
		entity("treaty/"+t.Code, "Treaty", t.Code, t.Name, t.Short)
		if t.Supplements == ownProtocols {
			id := "treaty/" + t.Supplements + "-protocols"
			entity(id, "Treaty", "", "Protocols to the "+treatyName1(t.Supplements), nil)
			fact("treaty/"+t.Code, "partOf", id)
		}
	}
	d.Normalize()
	return d
}
