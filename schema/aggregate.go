package schema

import (
	"cmp"
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
	questions "mandategraph/queries/ask"
	"mandategraph/schema/guard"
)

// Aggregation: statements, mandates or acts counted by what they have in common.

const (
	// maxDimensions bounds by how many things is counted at once, maxGroups how many
	// groups an answer has.
	maxDimensions = 3
	maxGroups     = 1000
)

// A counted thing is a statement, a mandate with its act and addressees, or an act,
// which is its own source.
type counted struct {
	source   snapshot.Node
	targets  []snapshot.Node
	relation string
	edge     snapshot.Edge // of a statement
}

// A dimension is something by which is counted: a value of AggregateKey.
type dimension struct {
	name, doc string
	// values are those of one thing; none where it has none, which is a value, too.
	values func(v *view, c counted) []string
	// label puts a value in words; nil where values are ids.
	label func(value string) string
}

var dimensions = []dimension{
	{"YEAR", "The year of the source: the act that says it.", ofSource((*view).year), same},
	{"MONTH", "The month of the source, 2004-06; none where its date has no month.", ofSource((*view).month), same},
	{"TARGET_YEAR", "The year of the target.", ofTargets((*view).year), same},
	{
		"RELATION", "The relation, of a mandate that of its verb.",
		func(_ *view, c counted) []string { return []string{c.relation} }, graph.Spaced,
	},
	{"BODY", "The code of the body whose act the source is.", ofSource((*view).ownerOf), questions.ShortBody},
	{"TARGET_BODY", "The code of the body whose act the target is.", ofTargets((*view).ownerOf), questions.ShortBody},
	{"SOURCE", "The source, by id.", ofSource((*view).idOf), nil},
	{"TARGET", "The target, by id; of a mandate its addressees.", ofTargets((*view).idOf), nil},
	{"SOURCE_KIND", "The kind of the source.", ofSource((*view).kindOf), graph.Spaced},
	{"TARGET_KIND", "The kind of the target.", ofTargets((*view).kindOf), graph.Spaced},
	{"STATE", "The State at either end, by id.", (*view).statesOf, nil},
	{"SESSION", "The session at which the source was adopted, by id.", ofSource((*view).sessionOf), nil},
	{
		"SUBJECT", "The subjects of the thesaurus under which the source is catalogued, by id.",
		func(v *view, c counted) []string { return v.subjectsOf(c.source) }, nil,
	},
	{
		"TARGET_SUBJECT", "The subjects of the thesaurus under which the target is catalogued, by id.",
		func(v *view, c counted) (ids []string) {
			for _, n := range c.targets {
				ids = append(ids, v.subjectsOf(n)...)
			}
			slices.Sort(ids)
			return slices.Compact(ids)
		}, nil,
	},
}

func same(value string) string { return value }

func (v *view) idOf(n snapshot.Node) string { return v.ID(n) }

func (v *view) kindOf(n snapshot.Node) string { return v.Kind(n) }

func (v *view) year(n snapshot.Node) string { d := v.date(n); return d[:min(4, len(d))] }

// month is that of an entity; empty where its date is a year.
func (v *view) month(n snapshot.Node) string {
	if d := v.date(n); len(d) >= len("2006-01") {
		return d[:len("2006-01")]
	}
	return ""
}

func (v *view) sessionOf(n snapshot.Node) string { return v.Text(n, "session") }

func ofSource(get func(*view, snapshot.Node) string) func(*view, counted) []string {
	return func(v *view, c counted) []string { return []string{get(v, c.source)} }
}

func ofTargets(get func(*view, snapshot.Node) string) func(*view, counted) []string {
	return func(v *view, c counted) []string {
		var values []string
		for _, n := range c.targets {
			if s := get(v, n); !slices.Contains(values, s) {
				values = append(values, s)
			}
		}
		return values
	}
}

func (v *view) statesOf(c counted) []string {
	var ids []string
	for _, n := range append([]snapshot.Node{c.source}, c.targets...) {
		if v.Kind(n) == "State" {
			ids = append(ids, v.ID(n))
		}
	}
	return ids
}

// A group is what is counted of the things that share their values.
type group struct {
	*view
	keys             []groupKey
	count            int
	sources, targets map[snapshot.Node]struct{}
}

// A groupKey is one value of a group.
type groupKey struct {
	*view
	dimension *dimension
	value     string
}

// An aggregate is a whole count.
type aggregate struct {
	all    *group
	groups []*group
	length int // of all groups
}

func (g *group) add(c counted) {
	g.count++
	g.sources[c.source] = struct{}{}
	for _, n := range c.targets {
		g.targets[n] = struct{}{}
	}
}

func (v *view) group(keys []groupKey) *group {
	return &group{view: v, keys: keys, sources: map[snapshot.Node]struct{}{}, targets: map[snapshot.Node]struct{}{}}
}

func (k groupKey) label() any {
	switch {
	case k.value == "" && strings.HasSuffix(k.dimension.name, "YEAR"):
		return "undated"
	case k.value == "":
		return "none"
	case k.dimension.label != nil:
		return k.dimension.label(k.value)
	}
	if n, ok := k.Lookup(k.value); ok {
		return k.nameOf(n)
	}
	return k.value
}

// nameOf is what people call an entity: its title or name, else its id.
func (v *view) nameOf(n snapshot.Node) string { return cmp.Or(v.Title(n), v.Text(n, "name"), v.ID(n)) }

func (k groupKey) entity() any {
	if k.dimension.label != nil || k.value == "" {
		return nil
	}
	return k.find(k.value)
}

func (b *builder) aggregated() resolver {
	filters, acts := b.statementFilters(), b.entityFilters()
	return func(c call) (any, error) {
		by, err := c.dimensions()
		if err != nil {
			return nil, err
		}
		v := c.request.view
		things, err := c.thingsCounted(filters, acts)
		if err != nil {
			return nil, err
		}
		a := &aggregate{all: v.group(nil)}
		groups := map[string]*group{}
		for thing := range things {
			a.all.add(thing)
			for _, keys := range v.keysOf(thing, by) {
				g := groups[joined(keys)]
				if g == nil {
					g = v.group(keys)
					groups[joined(keys)] = g
				}
				g.add(thing)
			}
		}
		if c.ctx.Err() != nil {
			return nil, errLate
		}
		for _, g := range groups {
			a.groups = append(a.groups, g)
		}
		slices.SortFunc(a.groups, groupOrder(c.string("orderBy")))
		a.length = len(a.groups)
		top, _ := c.args["top"].(int)
		a.groups = a.groups[:min(top, a.length)]
		return a, nil
	}
}

func (c call) dimensions() ([]*dimension, error) {
	names := c.strings("by")
	if top, _ := c.args["top"].(int); top < 0 || top > maxGroups || len(names) > maxDimensions {
		return nil, guard.Refuse(guard.BadRequest, "expected at most %d keys and %d groups", maxDimensions, maxGroups)
	}
	list := make([]*dimension, len(names))
	for i, name := range names {
		list[i] = &dimensions[slices.IndexFunc(dimensions, func(d dimension) bool { return d.name == name })]
	}
	return list, nil
}

// keysOf are the groups to which a thing belongs: one for each choice of its values.
func (v *view) keysOf(c counted, by []*dimension) [][]groupKey {
	choices := [][]groupKey{nil}
	for _, d := range by {
		values := d.values(v, c)
		if len(values) == 0 {
			values = []string{""}
		}
		var longer [][]groupKey
		for _, keys := range choices {
			for _, value := range values {
				longer = append(longer, append(slices.Clip(keys), groupKey{v, d, value}))
			}
		}
		choices = longer
	}
	if len(by) == 0 {
		return nil
	}
	return choices
}

func joined(keys []groupKey) string {
	var b strings.Builder
	for _, k := range keys {
		b.WriteString(k.value)
		b.WriteByte(0)
	}
	return b.String()
}

func groupOrder(by string) func(a, b *group) int {
	byKey := func(a, b *group) int {
		for i, k := range a.keys {
			other := b.keys[i].value
			if (k.value == "") != (other == "") {
				return len(other) - len(k.value) // what has no value comes last
			}
			if n := graph.CompareNatural(k.value, other); n != 0 {
				return n
			}
		}
		return 0
	}
	switch by {
	case "KEY":
		return byKey
	case "SOURCES":
		return func(a, b *group) int { return cmp.Or(len(b.sources)-len(a.sources), b.count-a.count, byKey(a, b)) }
	}
	return func(a, b *group) int { return cmp.Or(b.count-a.count, byKey(a, b)) }
}
