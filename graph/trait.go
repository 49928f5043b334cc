package graph

// Traits of a verb, a set.
type Traits uint16

// The traits of verbs.
const (
	// MayBeginClause: besides those that address somebody, its third person may
	// begin a second clause inside a paragraph. Others have third persons that look
	// like plural nouns.
	MayBeginClause Traits = 1 << iota
	// NounLike: addresses somebody, but its third person is a plural noun as often
	// ("requests" is not, "demands" is) and begins no second clause.
	NounLike
	// TakesLists: is followed by lists of things of all kinds; others govern what
	// stands right behind them.
	TakesLists
	// OnlyOpening: says something of an act only where it opens the paragraph;
	// inside it is part of a clause ("in implementing resolution 5/4").
	OnlyOpening
	// Creates: brings its own object into being.
	Creates
	// Settles: settles what shall be done instead of asking it of an addressee.
	Settles
	// TakesDuty: may be followed by "that" and who shall do what.
	TakesDuty
	// ToldInPassing: texts tell in the past tense that an earlier act did it.
	ToldInPassing
	// ToldAsDecision: a report tells it as a decision although it asks nothing.
	ToldAsDecision
	// Informs: addresses somebody without asking anything of him.
	Informs
	// Lives: begins, carries on, changes or ends something.
	Lives
	// PluralNoun: its third person is also the plural of a noun, "requests received".
	PluralNoun
	// OfOrgans: an organ's report tells with its past tense what the organ decided.
	OfOrgans
	// UsesDocument: beside it a mention of the same document would say nothing new.
	UsesDocument
)

// A Variant is a printed form of a verb besides those of [Relation.Forms].
type Variant struct {
	Form   Form
	Phrase string
}

// A Form is a grammatical form of a verb.
type Form int

// The forms of verbs.
const (
	Present Form = iota // recalling
	Third               // recalls
	Past                // recalled
	Base                // recall
)

// HasTrait says that the verb of a relation has one of the traits.
func HasTrait(relation string, t Traits) bool {
	i, ok := relationIndex[relation]
	return ok && Relations[i].Traits&t != 0
}

// with gives a row traits.
func (r Relation) with(t Traits) Relation {
	r.Traits |= t
	return r
}

// printed gives a row further forms of its verb.
func (r Relation) printed(form Form, phrases ...string) Relation {
	for _, p := range phrases {
		r.Variants = append(r.Variants, Variant{form, p})
	}
	return r
}
