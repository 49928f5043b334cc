package schema

import (
	"slices"
	"strings"

	"github.com/graphql-go/graphql"

	"mandategraph/graph"
	"mandategraph/graph/names"
	"mandategraph/graph/snapshot"
	"mandategraph/schema/guard"
)

// rootRows are the fields of Query.
func (b *builder) rootRows() []field {
	return slices.Concat(b.nodeRows(), b.actRows(), b.kindRows(), b.traversalRows(), b.knowledgeRows(), b.askRows(),
		b.centralityRows(), []field{b.aggregateRow(), b.lifecycleRow(), b.networkRow()})
}

func idArgument(doc string) argument {
	return argument{name: "id", typ: required(graphql.ID), doc: doc}
}

func (b *builder) nodeRows() []field {
	ids := argument{name: "ids", typ: listOf(graphql.ID), doc: "Ids of entities, at most 100."}
	return []field{
		{
			name: "node", typ: b.node, doc: "The entity with an id; null where there is none.",
			args:    []argument{idArgument("The id of an entity.")},
			resolve: func(c call) (any, error) { return c.request.view.find(c.string("id")), nil },
		},
		{
			name: "nodes", typ: required(graphql.NewList(b.node)),
			doc: "The entities with these ids, in their order; null for each that there is none of.", args: []argument{ids},
			weight: listWeight("ids"), resolve: func(c call) (any, error) {
				list := c.strings("ids")
				found := make([]any, len(list))
				for i, id := range list {
					found[i] = c.request.view.find(id)
				}
				return found, nil
			},
		},
		{
			name: "statement", typ: b.link, doc: "The statement with an id; null where there is none.",
			args: []argument{idArgument("The id of a statement.")}, resolve: func(c call) (any, error) {
				v := c.request.view
				e, ok := v.StatementByNode(c.string("id"))
				if !ok {
					return nil, nil
				}
				return statement{v, e, snapshot.NoNode}, nil
			},
		},
	}
}

// actRows find one act by what people call it.
func (b *builder) actRows() []field {
	act := b.objects["Act"]
	number := argument{
		name: "number", typ: required(graphql.String), doc: "The number as printed, for example 12/4 or 1373.",
	}
	body := argument{
		name: "body", typ: graphql.String,
		doc: "The code, id or name of the adopting body; may be left out where the number alone is clear.",
	}
	return []field{
		{
			name: "act", typ: act,
			doc: "The act with an id, or the one that a reference means. Error AMBIGUOUS where several fit.", args: []argument{
				{name: "id", typ: graphql.ID, doc: "The id of an act."},
				{
					name: "reference", typ: graphql.String,
					doc: "A reference as people write it: A/RES/76/185, General Assembly decision 60/519, 12/4.",
				},
			},
			resolve: resolveAct,
		},
		{
			name: "resolution", typ: act, doc: "The resolution with a number. Error AMBIGUOUS where several bodies have one.",
			args: []argument{number, body}, resolve: numbered(graph.Resolution),
		},
		{
			name: "decision", typ: act, doc: "The decision with a number. Error AMBIGUOUS where several bodies have one.",
			args: []argument{number, body}, resolve: numbered(graph.Decision),
		},
	}
}

func resolveAct(c call) (any, error) {
	v := c.request.view
	id, reference := c.string("id"), c.string("reference")
	switch {
	case id != "" && reference != "" || id == "" && reference == "":
		return nil, guard.Refuse(guard.BadRequest, "give either id or reference")
	case id != "":
		if act := v.findKind(id, "Act"); act != nil {
			return act, nil
		}
		return nil, guard.Refuse(guard.NotFound, "there is no act %q", guard.Shorten(id))
	}
	found := slices.DeleteFunc(
		slices.Clone(snapshot.Resolve(v.Snapshot, reference)), func(n snapshot.Node) bool { return v.Kind(n) != "Act" },
	)
	return v.only(found, reference)
}

// numbered resolves an act of one kind by its number and body.
func numbered(kind string) resolver {
	return func(c call) (any, error) {
		v := c.request.view
		number := strings.Join(strings.Fields(c.string("number")), "")
		code := bodyCode(c.string("body"))
		if n, ok := v.Lookup(graph.ActID(code, kind, number)); ok && code != "" {
			return entity{v, n}, nil
		}
		reference := names.Reference{Body: code, Kind: kind, Number: number}
		var found []snapshot.Node
		for _, n := range v.Nodes("Act") {
			if reference.Matches(v.ID(n)) {
				found = append(found, n)
			}
		}
		return v.only(found, strings.TrimSpace(code+" "+kind+" "+number))
	}
}

// bodyCode is the code of a body given by code, id or name.
func bodyCode(text string) string {
	if b, ok := names.BodyByText(text); ok {
		return b.Code
	}
	return strings.TrimPrefix(strings.TrimSpace(text), "body/")
}

// only is the one entity found; none and several are errors.
func (v *view) only(found []snapshot.Node, what string) (any, error) {
	switch len(found) {
	case 0:
		return nil, guard.Refuse(guard.NotFound, "no act fits %q", guard.Shorten(what))
	case 1:
		return entity{v, found[0]}, nil
	}
	ids := make([]string, len(found))
	for i, n := range found {
		ids[i] = v.ID(n)
	}
	f := guard.Refuse(guard.Ambiguous, "%q fits %d acts; say which", guard.Shorten(what), len(found))
	f.Details = map[string]any{"candidates": ids}
	return nil, f
}

// kindRows are, for each kind, the entity with an id and the list of all.
func (b *builder) kindRows() []field {
	var rows []field
	for _, k := range graph.Kinds {
		one, all := strings.ToLower(k.Name[:1])+k.Name[1:], camel(k.Plural)
		if one == all {
			all = "all" + k.Name
		}
		if k.Name != "Act" {
			rows = append(rows, b.oneRow(k, one))
		}
		filters := b.filtersOf(k.Name)
		b.api.kindFilters[k.Name] = filters
		var args []argument
		for _, f := range filters {
			args = append(args, f.argument)
		}
		args = append(args,
			argument{
				name: "filter",
				typ: inputObject(
					k.Name+"Filter",
					"Which "+k.Plural+" a list shows: those that fit every member given. Each member is also an argument of its own.",
					args,
				),
				doc: "Only those that fit.",
			},
			argument{name: "orderBy", typ: b.entityOrder, doc: "The order; that of ids where not given."})
		rows = append(rows, field{
			name: all, typ: required(b.connections[k.Name]), args: paged(args...), weight: pageWeight,
			doc: "All " + k.Plural + ", or those that fit every filter given.", effort: wordEffort("subject"),
			resolve: filtered(k.Name, filters),
		})
	}
	return rows
}

// oneRow finds an entity of a kind by its id, with or without its first part.
func (b *builder) oneRow(k graph.Kind, name string) field {
	return field{
		name: name, typ: b.objects[k.Name], doc: "The " + graph.Spaced(name) + " with an id, for example " + k.Example + ".",
		args: []argument{idArgument("The id; " + firstPart(k) + " may be left out.")}, resolve: func(c call) (any, error) {
			id, v := c.string("id"), c.request.view
			if n, ok := v.ofKind(k.Name, id); ok {
				return entity{v, n}, nil
			}
			return nil, guard.Refuse(guard.NotFound, "there is no %s %q", graph.Spaced(name), guard.Shorten(id))
		},
	}
}

// firstPart is what the ids of a kind begin with, as its example does.
func firstPart(k graph.Kind) string {
	first, _, _ := strings.Cut(k.Example, "/")
	return first + "/"
}

// ofKind finds the entity of a kind by its id, with or without its first part.
func (v *view) ofKind(kind, id string) (snapshot.Node, bool) {
	k, _ := graph.KindByName(kind)
	for _, candidate := range []string{id, firstPart(k) + id, firstPart(k) + bodyCode(id)} {
		if n, ok := v.Lookup(candidate); ok && v.Kind(n) == kind {
			return n, true
		}
	}
	return snapshot.NoNode, false
}

// camel joins words into one lowerCamelCase name.
func camel(words string) string {
	parts := strings.Fields(words)
	for i, w := range parts {
		head := strings.ToUpper(w[:1])
		if i == 0 {
			head = strings.ToLower(w[:1])
		}
		parts[i] = head + w[1:]
	}
	return strings.Join(parts, "")
}
