package schema

import (
	"cmp"
	"slices"
	"strings"

	"github.com/graphql-go/graphql"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// An ordering is a value of the enumeration that says by what a list is sorted.
type ordering[T any] struct {
	name, doc string
	compare   func(a, b T) int
	// absent says what has nothing to be sorted by: it comes last in both directions.
	// It is nil where all have something.
	absent func(a T) bool
	// equals sorts what compare does not tell apart, the same way in both directions;
	// where it is nil, that stays in the usual order.
	equals func(a, b T) int
}

// natively marks the order in which lists come anyway.
func natively[T cmp.Ordered](a, b T) int { return cmp.Compare(a, b) }

func entityOrders(v *view) []ordering[snapshot.Node] {
	number := func(a, b snapshot.Node) int { return graph.CompareNatural(v.ID(a), v.ID(b)) }
	return []ordering[snapshot.Node]{
		{"ID", "By id.", natively[snapshot.Node], nil, nil},
		{
			"DATE", "By date, those of one day by number; those without one come last.",
			func(a, b snapshot.Node) int { return cmp.Compare(v.dateOfOwner(a), v.dateOfOwner(b)) },
			func(n snapshot.Node) bool { return v.dateOfOwner(n) == "" }, number,
		},
		{
			"DUE", "Mandates by when they are due first; those that do not say come last.",
			func(a, b snapshot.Node) int { return cmp.Compare(v.firstMoment(a, "due"), v.firstMoment(b, "due")) },
			func(n snapshot.Node) bool { return v.firstMoment(n, "due") == "" }, number,
		},
		{
			"ENDS", "Mandates by when they end; those that do not say come last.",
			func(a, b snapshot.Node) int { return cmp.Compare(v.firstMoment(a, "until"), v.firstMoment(b, "until")) },
			func(n snapshot.Node) bool { return v.firstMoment(n, "until") == "" }, number,
		},
		{"TITLE", "By title, whatever its case and accents.", func(a, b snapshot.Node) int { return v.compareTitles(a, b) }, nil, number},
		{
			"NUMBER", "By id, with runs of digits as numbers: 12/4 before 12/10.",
			number, nil, nil,
		},
		{
			"TIMES_CITED", "By how many statements cite it.",
			func(a, b snapshot.Node) int { return v.timesCited(a) - v.timesCited(b) }, nil, number,
		},
		{
			"PARAGRAPHS", "By how many paragraphs it has; what has none comes last.",
			func(a, b snapshot.Node) int { return v.paragraphsIn(a) - v.paragraphsIn(b) },
			func(n snapshot.Node) bool { return v.paragraphsIn(n) == 0 }, number,
		},
	}
}

func statementOrders(v *view, far ends) []ordering[snapshot.Edge] {
	end := func(e snapshot.Edge) snapshot.Node { return far(v.Ends(e)) }
	date := func(e snapshot.Edge) string {
		if end(e) == snapshot.NoNode {
			return ""
		}
		return v.date(end(e))
	}
	until := func(e snapshot.Edge) string { return v.dateOf(v.Qualifier(e, "until")) }
	return []ordering[snapshot.Edge]{
		{"TEXT", "In the order in which a reader of the texts meets them.", natively[snapshot.Edge], nil, nil},
		{"PLACE", "By document and place in it.", func(a, b snapshot.Edge) int { return v.comparePlaces(a, b) }, nil, nil},
		{"RELATION", "By relation.", func(a, b snapshot.Edge) int { return cmp.Compare(v.Relation(a), v.Relation(b)) }, nil, nil},
		{
			"DATE", "By the date of the entity at the far end; those without one come last.",
			func(a, b snapshot.Edge) int { return cmp.Compare(date(a), date(b)) },
			func(e snapshot.Edge) bool { return date(e) == "" }, nil,
		},
		{
			"ENDS", "By until when the statement says that something goes on; those that do not say come last.",
			func(a, b snapshot.Edge) int { return cmp.Compare(until(a), until(b)) },
			func(e snapshot.Edge) bool { return until(e) == "" }, nil,
		},
		{
			"ID", "By the id of the entity at the far end.",
			func(a, b snapshot.Edge) int { return cmp.Compare(end(a), end(b)) }, nil, nil,
		},
		{
			"NUMBER", "By the id of the entity at the far end, with runs of digits as numbers: 12/4 before 12/10.",
			func(a, b snapshot.Edge) int {
				if end(a) == snapshot.NoNode || end(b) == snapshot.NoNode {
					return cmp.Compare(end(a), end(b))
				}
				return graph.CompareNatural(v.ID(end(a)), v.ID(end(b)))
			},
			func(e snapshot.Edge) bool { return end(e) == snapshot.NoNode }, nil,
		},
	}
}

func (v *view) comparePlaces(a, b snapshot.Edge) int {
	x, y := v.Evidence(a), v.Evidence(b)
	return cmp.Or(cmp.Compare(x.Document, y.Document), x.Start-y.Start)
}

func (v *view) compareTitles(a, b snapshot.Node) int {
	return strings.Compare(v.titles.get(a, v.sortTitle), v.titles.get(b, v.sortTitle))
}

func (v *view) sortTitle(n snapshot.Node) string { return strings.ToLower(graph.Fold(v.Title(n))) }

// timesCited counts the statements by which others cite an entity.
func (v *view) timesCited(n snapshot.Node) int { return len(v.In(n, citationRelations()...)) }

// paragraphsIn counts the paragraphs of an act or document, which follow it in the
// order of ids.
func (v *view) paragraphsIn(n snapshot.Node) (count int) {
	for p := n + 1; int(p) < v.Len() && strings.HasPrefix(v.ID(p), v.ID(n)+"#"); p++ {
		if v.Kind(p) == "Paragraph" {
			count++
		}
	}
	return count
}

// ordered sorts a list as the argument orderBy says; equals stay in the order of
// their numbers. sorted says that this is the order of all.
func ordered[T cmp.Ordered](c call, list []T, orders []ordering[T]) (result []T, sorted bool) {
	by, _ := c.args["orderBy"].(map[string]any)
	i := slices.IndexFunc(orders, func(o ordering[T]) bool { return o.name == by["field"] })
	if i < 0 || i == 0 && by["direction"] != "DESC" {
		return list, true
	}
	list = slices.Clone(list)
	have := len(list)
	if absent := orders[i].absent; absent != nil {
		list, have = lastOf(list, absent)
	}
	slices.SortStableFunc(list[:have], func(a, b T) int {
		if c.request.stopped() {
			return 0
		}
		order := orders[i].compare(a, b)
		if by["direction"] == "DESC" {
			order = -order
		}
		if order == 0 && orders[i].equals != nil {
			return orders[i].equals(a, b)
		}
		return order
	})
	return list, false
}

// lastOf puts what is absent behind the others, which stay as they are; have is the
// number of these.
func lastOf[T any](list []T, absent func(T) bool) (sorted []T, have int) {
	var missing []T
	kept := list[:0]
	for _, e := range list {
		if absent(e) {
			missing = append(missing, e)
		} else {
			kept = append(kept, e)
		}
	}
	return append(kept, missing...), len(kept)
}

// declareInputs makes the input types that lists share.
func (b *builder) declareInputs() {
	direction := enum("OrderDirection", "The direction of an order.", func(add func(name, doc string)) {
		add("ASC", "The least first.")
		add("DESC", "The greatest first.")
	})
	b.entityOrder = orderInput("Entity", "entities", direction, entityOrders(nil))
	b.statementOrder = orderInput("Statement", "statements", direction, statementOrders(nil, nil))
	var rows []argument
	for _, f := range b.entityFilters() {
		rows = append(rows, f.argument)
	}
	b.entityFilter = inputObject("EntityFilter", "Which entities count: those that fit every member given.", rows)
	rows = nil
	for _, f := range b.statementFilters() {
		rows = append(rows, f.argument)
	}
	b.statementFilter = inputObject(
		"StatementFilter", "Which statements a list shows: those that fit every member given.", rows,
	)
}

func orderInput[T any](name, plural string, direction *graphql.Enum, orders []ordering[T]) *graphql.InputObject {
	by := enum(name+"OrderField", "By what "+plural+" are sorted.", func(add func(name, doc string)) {
		for _, o := range orders {
			add(o.name, o.doc)
		}
	})
	return inputObject(name+"Order", "The order of "+plural+"; equals keep the usual order.", []argument{
		{name: "field", typ: required(by), doc: "By what to sort."},
		{name: "direction", typ: direction, doc: "ASC where not given."},
	})
}

func inputObject(name, doc string, rows []argument) *graphql.InputObject {
	fields := graphql.InputObjectConfigFieldMap{}
	for _, r := range rows {
		fields[r.name] = &graphql.InputObjectFieldConfig{Type: r.typ, Description: r.doc}
	}
	return graphql.NewInputObject(graphql.InputObjectConfig{Name: name, Description: doc, Fields: fields})
}
