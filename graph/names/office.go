package names

import "strings"

// An Office is the title of whoever holds it.
type Office struct {
	Code, Name string
	// Same is the title under which the office stands in the graph, where another printing
	// of its title is the usual one: "Chair" for "Chairman"; empty elsewhere.
	Same string
	// Plural is the word for several; empty where texts have none.
	Plural string
	// Traits, each explained in [Traits].
	Addressed, AddressedPlural, Executive, Holder bool
}

func newOffice(r Row) Office {
	return Office{
		Code: r.text(
			"code",
		), Name: r.text("name"), Same: r.text("same"), Plural: r.text("plural"), Addressed: r.has("addressed"),
		AddressedPlural: r.has("addressed-plural"), Executive: r.has("executive"), Holder: r.has("holder"),
	}
}

// AddressedOffices are the titles, and their plurals, of those of whom texts ask
// something.
func (t *Tables) AddressedOffices() (titles []string) {
	for _, o := range t.Offices {
		if o.Addressed {
			titles = append(titles, o.Name)
		}
		if o.AddressedPlural {
			titles = append(titles, o.Plural)
		}
	}
	return titles
}

// Executive says that whoever holds an office heads an organization.
func Executive(title string) bool {
	for _, o := range Current().Offices {
		if o.Name == title {
			return o.Executive
		}
	}
	return false
}

// SingularOffice is the title of one holder of an office; a title that no table
// has in the plural is its own.
func SingularOffice(title string) string {
	for _, o := range Current().Offices {
		if o.Plural == title {
			return o.Name
		}
	}
	return title
}

// SameOffice is the usual title of an office, with what stands before and behind the title
// kept: "First Vice-Chairman" is "First Vice-Chair".
func SameOffice(title string) string {
	for _, o := range Current().Offices {
		if o.Same == "" {
			continue
		}
		if at := strings.Index(title, o.Name); at >= 0 && (at == 0 || title[at-1] == ' ') {
			return title[:at] + o.Same + title[at+len(o.Name):]
		}
	}
	return title
}
