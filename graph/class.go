package graph

import "slices"

// A Class says what relations have in common to whoever looks at a drawing: it
// has a line of its own there.
type Class struct {
	// Name is the one of the API, Title what a legend says.
	Name, Title string
}

// Classes from the strongest to the weakest: a line that stands for statements of
// several has the first one's look.
var Classes = []Class{
	{"makes", "makes and changes"}, {"restsOn", "rests on"}, {"takesUp", "takes up"}, {"asks", "asks"},
	{"standsFor", "stands for"}, {"names", "names"},
}

// ofClass are the relations whose class is not the usual one of their broader
// relation: citations take up, addressing relations ask, all others make.
var ofClass = map[string][]string{
	"restsOn": {
		"recalls", "reaffirms", "affirms", "confirms", "reconfirms", "reiterates", "bearsInMind", "keepsInMind",
		"takesIntoAccount", "takesIntoConsideration", "refersTo", "hasRegardTo", "actsUnder", "actsInAccordanceWith",
		"guidedBy", "mindfulOf", "consciousOf", "awareOf", "cognizantOf", "inspiredBy", "faithfulTo", "committedTo",
		"implements", "respondsTo",
	},
	"makes": {
		"renews", "extends", "amends", "revises", "supersedes", "repeals", "revokes", "terminates", "reinforces",
	},
	"standsFor": {
		"sponsors", "submits", "alignsWith", "speaksOn", "chairs", "holdsOffice", "nominates", "votedFor", "votedAgainst",
		"abstained",
	},
	"names": {
		"mentions", "adoptedAt", "draftOf", "hasMember", "containedIn", "hasBefore", "servedBy", "registeredAs",
		"includes", "transmits", "describes", "hasSubject", "adoptedUnder", "reportedIn", "relatedTo",
	},
}

// classed gives every relation its class.
func classed(relations []Relation) []Relation {
	usual := map[string]string{Cites: "takesUp", Addresses: "asks", Acts: "makes"}
	for i, r := range relations {
		relations[i].Class = usual[r.Broader]
		for class, names := range ofClass {
			if slices.Contains(names, r.Name) {
				relations[i].Class = class
			}
		}
	}
	return relations
}

// ClassOf is the class of a relation; one that the vocabulary does not know only
// names.
func ClassOf(relation string) string {
	if r, ok := RelationByName(relation); ok {
		return r.Class
	}
	return Classes[len(Classes)-1].Name
}

// StrongerClass is the one of two classes that comes first in [Classes]; an empty
// one is weaker than all.
func StrongerClass(a, b string) string {
	for _, c := range Classes {
		if c.Name == a || c.Name == b {
			return c.Name
		}
	}
	return a
}
