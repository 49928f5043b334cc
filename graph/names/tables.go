package names

import (
	"embed"
	"fmt"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
)

//go:embed data/*.tsv
var data embed.FS

// Sorts of names in the order in which their tables are read: what a row names
// by its code stands before it, or in its own table.
var Sorts = []string{"treaty", "organization", "body", "state", "group", "office", "operation"}

// files holds the table of each sort.
var files = map[string]string{
	"treaty": "treaties.tsv", "organization": "organizations.tsv", "body": "bodies.tsv", "state": "states.tsv",
	"group": "groups.tsv", "office": "offices.tsv", "operation": "operations.tsv",
}

// Tables hold everything that is known by name. They do not change: [Tables.With]
// makes larger ones.
type Tables struct {
	// Rows in the order of precedence among equal matches.
	Bodies        []Body
	Organizations []Organization
	Treaties      []Treaty
	States        []Actor
	Groups        []Actor
	Offices       []Office
	Operations    []Operation

	// Own are the rows that were added to those of the program.
	Own []Row

	bodyCodes, bodyTexts, treatyCodes, organizationCodes map[string]int
	actorKinds                                           map[string]string
	actors, organizations, states                        *Finder
}

// Default is the tables of the program.
var Default = sync.OnceValue(func() *Tables {
	t, err := build(ownRows(), nil)
	if err != nil {
		panic(err) // a test reads the tables that are built in
	}
	return t
})

// current is the tables with what [Add] added; nil for none.
var current atomic.Pointer[Tables]

// Current is the tables of this process: those of the program and what [Add]
// added.
func Current() *Tables {
	if t := current.Load(); t != nil {
		return t
	}
	return Default()
}

// Add makes rows known to the whole process. It is called at the start, before
// anything is read or asked; what texts were read before is not read again.
func Add(rows []Row) error {
	t, err := Current().With(rows)
	if err == nil {
		current.Store(t)
	}
	return err
}

// Forget leaves the tables of the program only; tests end with it.
func Forget() { current.Store(nil) }

// With is the tables with further rows. A row takes the place of an added one of
// its sort and code; one that takes a code or name of another thing is an error.
func (t *Tables) With(rows []Row) (*Tables, error) {
	own := slices.Clone(t.Own)
	for _, r := range rows {
		same := func(o Row) bool { return o.Sort == r.Sort && o.text("code") == r.text("code") }
		if i := slices.IndexFunc(own, same); i >= 0 {
			own[i] = r
		} else {
			own = append(own, r)
		}
	}
	return build(ownRows(), own)
}

// ownRows reads the tables of the program.
func ownRows() (rows []Row) {
	for _, sort := range Sorts {
		text, err := data.ReadFile("data/" + files[sort])
		if err != nil {
			panic(err) // it is built in
		}
		lines := strings.Split(strings.TrimRight(string(text), "\n"), "\n")
		header := strings.Split(lines[0], "\t")
		for i, line := range lines[1:] {
			r := newRow(fmt.Sprintf("%s, line %d", files[sort], i+2), header, strings.Split(line, "\t"))
			r.Sort = sort
			rows = append(rows, r)
		}
	}
	return rows
}

// build makes tables of the rows of the program and of those that were added.
func build(rows, own []Row) (*Tables, error) {
	t := &Tables{Own: own}
	for _, r := range rows {
		if err := r.check(); err != nil {
			return nil, err
		}
		t.add(r)
	}
	for _, r := range own {
		if err := cmpErrors(r.checkOwn(), t.taken(r)); err != nil {
			return nil, err
		}
		t.add(completed(r))
	}
	t.index()
	for _, r := range slices.Concat(rows, own) {
		if err := t.checkCodes(r); err != nil {
			return nil, err
		}
	}
	return t, nil
}

func cmpErrors(list ...error) error {
	for _, err := range list {
		if err != nil {
			return err
		}
	}
	return nil
}

// completed fills what a reader's own row may leave blank.
func completed(r Row) Row {
	cells := map[string]string{}
	for k, v := range r.cells {
		cells[k] = v
	}
	set := func(column string, value string) {
		if cells[column] == "" {
			cells[column] = value
		}
	}
	switch aliases := r.aliases(); r.Sort {
	case "body":
		if set("called", r.text("acronym")); len(aliases) > 0 {
			set("called", aliases[len(aliases)-1])
		}
	case "treaty":
		set("parties", strings.Join(r.names(), "|"))
	case "organization":
		set("addressed", strings.Join(r.names(), "|"))
	case "office":
		set("traits", "addressed")
	}
	return Row{r.Sort, cells, r.place}
}

// add appends a row to its table.
func (t *Tables) add(r Row) {
	switch r.Sort {
	case "body":
		t.Bodies = append(t.Bodies, newBody(r))
	case "organization":
		t.Organizations = append(t.Organizations, newOrganization(r))
	case "treaty":
		t.Treaties = append(t.Treaties, newTreaty(r))
	case "state":
		t.States = append(t.States, newActor(r, "State"))
	case "group":
		t.Groups = append(t.Groups, newActor(r, "Group"))
	case "office":
		t.Offices = append(t.Offices, newOffice(r))
	case "operation":
		t.Operations = append(t.Operations, newOperation(r))
	}
}

// index makes what the tables are searched by.
func (t *Tables) index() {
	t.bodyCodes = keyed(t.Bodies, func(b Body) []string { return []string{b.Code} })
	t.bodyTexts = keyed(t.Bodies, func(b Body) []string {
		return append([]string{b.Code, strings.ToLower(b.Name)}, lowered(b.Aliases)...)
	})
	t.treatyCodes = keyed(t.Treaties, func(t Treaty) []string { return []string{t.Code} })
	t.organizationCodes = keyed(t.Organizations, func(o Organization) []string { return []string{o.Code} })
	organizations := t.listed()
	t.actors = newFinder(t.States, t.Groups, organizations)
	t.organizations = newFinder(organizations)
	t.states = newFinder(t.States)
	t.actorKinds = map[string]string{}
	for _, table := range [][]Actor{t.States, t.Groups, organizations} {
		for _, a := range table {
			t.actorKinds[a.ID] = a.Kind
		}
	}
}

// taken says that a row has the code or a name of another thing of its sort.
func (t *Tables) taken(r Row) error {
	for _, other := range t.named(r.Sort) {
		if other.code == r.text("code") {
			return r.errorf("expected a code of its own, found %s, which is that of %s", other.code, other.names[0])
		}
		for _, name := range r.names() {
			if slices.ContainsFunc(other.names, func(n string) bool { return nameKey(n) == nameKey(name) }) {
				return r.errorf("expected names of its own, found %q, which is one of %s (%s)", name, other.names[0], other.code)
			}
		}
	}
	return nil
}

// checkCodes expects that the codes which a row names exist.
func (t *Tables) checkCodes(r Row) error {
	parents, parent := t.bodyCodes, "body"
	if r.Sort == "treaty" {
		parents, parent = t.treatyCodes, "treaty"
	}
	for _, c := range []struct {
		column string
		codes  map[string]int
		sort   string
	}{{"parent", parents, parent}, {"treaty", t.treatyCodes, "treaty"}, {"serves", t.organizationCodes, "organization"}} {
		code := r.text(c.column)
		if _, known := c.codes[code]; code != "" && !known {
			return r.errorf("column %s: expected the code of a known %s, found %q", c.column, c.sort, code)
		}
	}
	return nil
}

// A named is a thing with its names, of whatever sort.
type named struct {
	code  string
	names []string
}

// named lists the things of a sort.
func (t *Tables) named(sort string) (list []named) {
	add := func(code, name string, aliases []string) {
		list = append(list, named{code, append([]string{name}, aliases...)})
	}
	switch sort {
	case "body":
		for _, b := range t.Bodies {
			add(b.Code, b.Name, b.Aliases)
		}
	case "organization":
		for _, o := range t.Organizations {
			add(o.Code, o.Name, o.Aliases)
		}
	case "treaty":
		for _, x := range t.Treaties {
			add(x.Code, x.Name, x.Aliases)
		}
	case "state", "group":
		table := t.States
		if sort == "group" {
			table = t.Groups
		}
		for _, a := range table {
			add(a.Code, a.Name, a.Aliases)
		}
	case "office":
		for _, o := range t.Offices {
			add(o.Code, o.Name, nil)
		}
	case "operation":
		for _, o := range t.Operations {
			add(o.Code, o.Name, o.Aliases)
		}
	}
	return list
}

// keyed finds rows by keys; the first row that has one keeps it.
func keyed[T any](rows []T, keys func(T) []string) map[string]int {
	table := make(map[string]int, len(rows))
	for i, r := range rows {
		for _, key := range keys(r) {
			if _, taken := table[key]; !taken {
				table[key] = i
			}
		}
	}
	return table
}

func lowered(list []string) (lower []string) {
	for _, s := range list {
		lower = append(lower, strings.ToLower(s))
	}
	return lower
}

// Derived keeps what a reader of texts makes of the tables, and makes it anew
// when rows were added.
func Derived[T any](make func(*Tables) T) func() T {
	type made struct {
		of    *Tables
		value T
	}
	var last atomic.Pointer[made]
	return func() T {
		t, m := Current(), last.Load()
		if m == nil || m.of != t {
			m = &made{t, make(t)}
			last.Store(m)
		}
		return m.value
	}
}
