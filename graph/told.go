package graph

import "slices"

// A Teller is the kind of text in which a relation is told.
type Teller int

// The kinds of texts that tell relations.
const (
	// ToldByText: the text that is the subject, or that holds it, says so itself.
	ToldByText Teller = iota
	// ToldByProceedings: reports of sessions, records of meetings, mastheads of drafts
	// and records of a catalogue tell who did it; the act itself does not.
	ToldByProceedings
	// ToldByCatalogue: only records of a library's catalogue.
	ToldByCatalogue
	// ToldByTables: mostly the tables of names.
	ToldByTables
)

// tellers are the relations that a text does not state of itself.
var tellers = map[Teller][]string{
	ToldByProceedings: {
		"sponsors", "submits", "adoptedAt", "draftOf", "hasBefore", "alignsWith", "speaksOn", "chairs", "holdsOffice",
		"nominates", "votedFor", "votedAgainst", "abstained",
	},
	ToldByCatalogue: {"describes", "hasSubject", "adoptedUnder", "reportedIn", "relatedTo"},
	ToldByTables:    {"servedBy", "supplements", "hasMember", "registeredAs"},
}

// ToldBy says in what kind of text a relation is told.
func ToldBy(relation string) Teller {
	for teller, relations := range tellers {
		if slices.Contains(relations, relation) {
			return teller
		}
	}
	return ToldByText
}

// ToldIn are the relations that a kind of text tells besides those of any text.
func ToldIn(t Teller) []string { return tellers[t] }

// PrintedForms are all printed forms of the verb of a relation, variants among
// them; none where no verb states it.
func (r Relation) PrintedForms() []string {
	f, ok := r.Forms()
	if !ok {
		return nil
	}
	list := []string{f.Third, f.Present, f.Base, f.Past, f.Participle}
	for _, v := range r.Variants {
		list = append(list, v.Phrase)
	}
	slices.Sort(list)
	return slices.Compact(list)
}
