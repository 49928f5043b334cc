package names

import "slices"

// An Actor is a State, group or organization.
type Actor struct {
	// ID and Kind are those of the entity: state/alb, State.
	ID, Kind, Code, Name string
	Aliases              []string
	// Known are the names by which running texts mean it: all but short acronyms.
	Known []string
}

// An Organization is an intergovernmental or other organization, office or
// programme.
type Organization struct {
	Actor
	// Addressed are names by which a text that asks something of it means it
	// whatever follows; AddressedOnly says that it is known in no other place.
	Addressed     []string
	AddressedOnly bool
}

func newActor(r Row, kind string) Actor {
	return Actor{r.Sort + "/" + r.text("code"), kind, r.text("code"), r.text("name"), r.aliases(), r.known()}
}

func newOrganization(r Row) Organization {
	return Organization{newActor(r, "Organization"), r.list("addressed"), r.has("addressed-only")}
}

// organizationTexts are the organizations by their slugged names and aliases.
var organizationTexts = Derived(func(t *Tables) map[string]*Organization {
	table := map[string]*Organization{}
	for i := range t.Organizations {
		o := &t.Organizations[i]
		for _, name := range append([]string{o.Name}, o.Aliases...) {
			if key := nameKey(name); table[key] == nil {
				table[key] = o
			}
		}
	}
	return table
})

// OrganizationByText finds a row by its name or alias in any case.
func OrganizationByText(text string) (Organization, bool) {
	o := organizationTexts()[nameKey(text)]
	if o == nil {
		return Organization{}, false
	}
	return *o, true
}

// listed are the organizations that are known wherever they stand.
func (t *Tables) listed() (list []Actor) {
	for _, o := range t.Organizations {
		if !o.AddressedOnly {
			list = append(list, o.Actor)
		}
	}
	return list
}

// ActorTable lists States, groups and organizations.
func (t *Tables) ActorTable() []Actor { return slices.Concat(t.States, t.Groups, t.listed()) }

// Actors finds States, groups and organizations in texts, [OrganizationFinder]
// and [StateFinder] those of one sort alone.
func Actors() *Finder { return Current().actors }

// OrganizationFinder finds organizations in texts.
func OrganizationFinder() *Finder { return Current().organizations }

// StateFinder finds States in texts.
func StateFinder() *Finder { return Current().states }

// ActorKind is the kind of an actor of the tables by its id; ok is false where
// none has it.
func ActorKind(id string) (kind string, ok bool) {
	kind, ok = Current().actorKinds[id]
	return kind, ok
}

// StateNamed gives the code of a State by any of its names.
func StateNamed(text string) (code string, ok bool) {
	e, ok := StateFinder().Named(text)
	if !ok {
		return "", false
	}
	return e.Code, true
}
