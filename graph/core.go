package graph

import "slices"

// A joint says between which kinds a core relation runs.
type joint struct {
	name     string
	from, to []string
}

var (
	acts     = []string{"Act", "Document"}
	texts    = []string{"Act", "Document", "Treaty", "Article", "Instrument", "Recommendations", "Paragraph"}
	asking   = []string{"Act", "Document", "Paragraph"}
	named    = []string{"State", "Group", "Organization", "Body", "Secretariat", "Role", "Person", "AddresseeClass"}
	noted    = slices.Concat(texts, []string{"Meeting", "Session", "Body", "Organization", "Role"})
	living   = []string{"Body", "Act", "Instrument", "Organization", "Paragraph"}
	speaking = []string{"State", "Group", "Organization", "Body", "Secretariat", "Role", "Person"}
	voting   = []string{"State"}
)

// core are the relations that most questions are about. The API shows them as
// fields, both ways, on the kinds that they join; all others are had by name.
var core = []joint{
	{name: "recalls", from: acts, to: texts},
	{name: "reaffirms", from: acts, to: texts},
	{name: "takesNoteOf", from: acts, to: noted},
	{name: "notes", from: acts, to: noted},
	{name: "welcomes", from: acts, to: noted},
	{name: "endorses", from: acts, to: noted},
	{name: "mentions", from: asking, to: texts},
	{name: "requests", from: asking, to: named},
	{name: "urges", from: asking, to: named},
	{name: "invites", from: asking, to: named},
	{name: "encourages", from: asking, to: named},
	{name: "callsUpon", from: asking, to: named},
	{name: "decides", from: asking, to: slices.Concat(named, []string{"Paragraph"})},
	{name: "establishes", from: acts, to: living},
	{name: "renews", from: acts, to: living},
	{name: "extends", from: acts, to: living},
	{name: "amends", from: acts, to: slices.Concat(living, []string{"Document", "Treaty", "Article"})},
	{name: "terminates", from: acts, to: living},
	{name: "supersedes", from: acts, to: slices.Concat(living, []string{"Document", "Treaty", "Article"})},
	{name: "adopts", from: []string{"Body", "Act"}, to: []string{"Act", "Document", "Recommendations", "Instrument", "Treaty"}},
	{name: "adoptedAt", from: acts, to: []string{"Meeting", "Session"}},
	{name: "draftOf", from: []string{"Document"}, to: []string{"Act"}},
	{name: "sponsors", from: speaking, to: acts},
	{name: "submits", from: speaking, to: acts},
	{name: "votedFor", from: voting, to: acts},
	{name: "votedAgainst", from: voting, to: acts},
	{name: "abstained", from: voting, to: acts},
	{name: "chairs", from: []string{"Person", "Role", "State"}, to: []string{"Meeting", "Session", "Body"}},
	{name: "speaksOn", from: speaking, to: []string{"AgendaItem", "Meeting", "Session", "Act"}},
	{name: "considers", from: []string{"Meeting", "Act", "Session", "Body"}, to: []string{"AgendaItem", "Act", "Document"}},
	{name: "hasMember", from: []string{"Recommendations", "Group", "Body", "Treaty"}, to: []string{"Paragraph", "State", "Treaty", "Person"}},
	{name: "containedIn", from: []string{"Recommendations", "Instrument", "Act", "Document", "AgendaItem"}, to: acts},
}

// marked gives the rows of core relations the kinds that they join.
func marked(relations []Relation) []Relation {
	for _, j := range core {
		i := slices.IndexFunc(relations, func(r Relation) bool { return r.Name == j.name })
		r := &relations[i]
		r.Core, r.From, r.To = true, j.from, j.to
	}
	return relations
}

// Life are the relations that run from an act to what it begins, carries on,
// changes or ends; the last two end it.
var Life = []string{"establishes", "renews", "extends", "amends", "terminates", "supersedes"}

// EndsLife says that a relation of [Life] ends what it is about.
func EndsLife(relation string) bool { return relation == "terminates" || relation == "supersedes" }
