package schema

import (
	"github.com/graphql-go/graphql"

	"mandategraph/schema/guard"
)

// aggregateRow is the root field that counts.
func (b *builder) aggregateRow() field {
	of := enum("Countable", "What is counted.", func(add func(name, doc string)) {
		add("STATEMENTS", "Statements, each with its source and target.")
		add("ACTS", "Acts, each as its own source; of the filter only its member source is taken.")
		add("MANDATES", "Mandates, each with its act as source and its addressees as targets.")
	})
	key := enum("AggregateKey", "By what is counted.", func(add func(name, doc string)) {
		for _, d := range dimensions {
			add(d.name, d.doc)
		}
	})
	order := enum("AggregateOrder", "The order of groups.", func(add func(name, doc string)) {
		add("COUNT", "The largest first, equals by their values.")
		add("SOURCES", "Those with the most different sources first.")
		add("KEY", "By the values, numbers as numbers; what has none comes last.")
	})
	return field{
		name: "aggregate", typ: required(b.aggregateType(key)), weight: groupWeight,
		doc: "Statements, mandates or acts counted by what they have in common, such as year and relation. Counts are of the " +
			"whole store, or of what fits the filter.",
		args: []argument{
			{name: "of", typ: of, doc: "What is counted; STATEMENTS where not given."},
			{name: "by", typ: graphql.NewList(required(key)), doc: "By what; at most three. All together where empty."},
			{
				name: "filter", typ: b.statementFilter,
				doc: "Only statements that fit; the far end is the target. Of mandates relations, source, target and quote count.",
			},
			{name: "top", typ: graphql.Int, fallback: 100, doc: "How many groups, at most 1,000."},
			{name: "orderBy", typ: order, doc: "The order of the groups; COUNT where not given."},
		},
		resolve: b.aggregated(),
	}
}

func groupWeight(_ *guard.Limits, argument func(string) any) int {
	n, _ := argument("top").(int)
	return max(1, n/4) // a group is a line, not an entity
}

func (b *builder) aggregateType(key *graphql.Enum) *graphql.Object {
	value := b.object("AggregateValue", "One value that the things of a group share.", nil, func() []field {
		return b.aggregateValue(key)
	})
	groups := b.object("AggregateGroup", "The things that share their values.", nil, func() []field {
		return append([]field{{
			name: "keys", typ: listOf(value), weight: inherit, doc: "The values, in the order of the argument by.",
			resolve: of(func(g *group) any { return g.keys }),
		}}, countFields()...)
	})
	total := b.object("AggregateTotal", "All that was counted.", nil, countFields)
	doc := "A count. A thing with several values of one key is counted in the group of each."
	return b.object("Aggregate", doc, nil, func() []field {
		return []field{
			{
				name: "total", typ: required(total), doc: "All together, each thing once.",
				resolve: of(func(a *aggregate) any { return a.all }),
			},
			{
				name: "groups", typ: listOf(groups), weight: inherit, doc: "The groups, as many as top says.",
				resolve: of(func(a *aggregate) any { return a.groups }),
			},
			{
				name: "groupCount", typ: required(graphql.Int), doc: "How many groups there are in all.",
				resolve: of(func(a *aggregate) any { return a.length }),
			},
		}
	})
}

// aggregateValue are the fields of a value of a key by which things are counted.
func (b *builder) aggregateValue(key *graphql.Enum) []field {
	return []field{
		{
			name: "by", typ: required(key), doc: "What it is a value of.",
			resolve: of(func(k groupKey) any { return k.dimension.name }),
		},
		{
			name: "value", typ: graphql.String, doc: "The value, as filters take it; null where things have none.",
			resolve: of(func(k groupKey) any { return orNull(k.value) }),
		},
		{name: "label", typ: required(graphql.String), doc: "The value in words.", resolve: of(groupKey.label)},
		{name: "entity", typ: b.entity, doc: "The entity, where the value is an id.", resolve: of(groupKey.entity)},
	}
}

// countFields are the counts of a group, and of all groups together.
func countFields() []field {
	return []field{
		{
			name: "count", typ: required(graphql.Int), doc: "How many there are.",
			resolve: of(func(g *group) any { return g.count }),
		},
		{
			name: "sources", typ: required(graphql.Int), doc: "How many different sources they have.",
			resolve: of(func(g *group) any { return len(g.sources) }),
		},
		{
			name: "targets", typ: required(graphql.Int), doc: "How many different targets they have.",
			resolve: of(func(g *group) any { return len(g.targets) }),
		},
	}
}
