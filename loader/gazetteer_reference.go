package loader

import (
	"mandategraph/graph"
	"mandategraph/graph/names"
)

// ReferenceData is the document of facts that come from our own tables: the
// kinds, names and codes of States, groups, organizations, bodies and treaties.
// Its source are the rows that a reader added, so that later commands know them.
func ReferenceData() graph.Document {
	d := graph.Document{ID: graph.ReferenceData, Source: names.WriteRows(names.Current().Own)}
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
	for _, e := range names.Current().ActorTable() {
		entity(e.ID, e.Kind, e.Code, e.Name, e.Aliases)
	}
	for _, b := range names.Bodies() {
		id := graph.BodyID(b.Code)
		entity(id, "Body", b.Code, b.Name, b.Aliases)
		if b.Parent != "" {
			fact(id, "partOf", graph.BodyID(b.Parent))
		}
	}
	for _, t := range names.Treaties() {
		entity("treaty/"+t.Code, "Treaty", t.Code, t.Name, t.Aliases)
		if parent, _ := names.TreatyByCode(t.Parent); parent.Protocols {
			id := "treaty/" + parent.Code + "-protocols"
			entity(id, "Treaty", "", "Protocols to the "+parent.Name, nil)
			fact("treaty/"+t.Code, "partOf", id)
		}
	}
	for _, o := range names.Current().Operations {
		if !o.Single() {
			continue
		}
		entity(o.ID(""), "Body", o.Code, o.Name, o.Aliases)
		if o.Parent != "" {
			fact(o.ID(""), "partOf", graph.BodyID(o.Parent))
		}
	}
	d.Normalize()
	return d
}
