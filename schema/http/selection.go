package httpapi

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
	"mandategraph/schema"
	"mandategraph/schema/guard"
)

// A Selection says which part of the graph is meant. The zero value is all of
// it; around, kind, network, question and query exclude each other.
type Selection struct {
	// Around lists ids of entities: what lies within Depth steps of them along
	// Relations (all where empty) in Direction: both, backward or forward.
	Around, Relations []string
	Depth             int
	Direction         string
	// Filter is a JSON object with members of the API's StatementFilter: the
	// statements that fit, without Around. Relations narrow it. With Kind the members
	// are those of the filter of the kind's list.
	Filter string
	// Kind is a class of entities: all of it, or those that fit Filter, with what they
	// state where the format holds statements.
	Kind string
	// Network is the name of a network, made of the statements that fit Filter, of
	// whose links those of at least the weight Least are written.
	Network string
	Least   int
	// Question in words and Query in GraphQL: the statements and entities of
	// the answer. A statement is recognized by the field statement.
	Question, Query string
}

// A Misuse is an error in how a selection is put together.
type Misuse struct{ error }

func misusef(format string, args ...any) error { return Misuse{fmt.Errorf(format, args...)} }

// directions by their names.
var directions = map[string]snapshot.Direction{
	"both": snapshot.Both, "backward": snapshot.Backward, "forward": snapshot.Forward,
}

// In finds the part; nil stands for everything. Errors name what does not fit;
// those of the caller are a [Misuse].
func (s Selection) In(ctx context.Context, api *schema.API, snap *snapshot.Snapshot) (*snapshot.Neighbourhood, error) {
	given := 0
	whole := s.Kind != "" || s.Network != ""
	byFilter := !whole && (s.Filter != "" || len(s.Around) == 0 && len(s.Relations) > 0)
	for _, is := range []bool{
		len(s.Around) > 0, byFilter, s.Kind != "", s.Network != "", s.Question != "", s.Query != "",
	} {
		if is {
			given++
		}
	}
	switch {
	case given == 0:
		return nil, nil
	case given > 1:
		return nil, misusef("around, filter, question and query exclude each other, as do kind and network; filter goes " +
			"with kind or network, relation with around or filter")
	case whole && len(s.Relations) > 0:
		return nil, misusef("give relations as a member of filter")
	case byFilter:
		return s.fitting(ctx, api, snap)
	case s.Kind != "":
		return s.ofKind(ctx, api, snap)
	case s.Question != "":
		return s.answered(ctx, api, snap)
	case s.Query != "":
		return s.queried(ctx, api, snap)
	case s.Network != "":
		return nil, misusef("a network is no part of the graph")
	}
	return s.nearby(ctx, snap)
}

// nearby walks from entities.
func (s Selection) nearby(ctx context.Context, snap *snapshot.Snapshot) (*snapshot.Neighbourhood, error) {
	direction, ok := directions[s.Direction]
	if !ok {
		return nil, misusef("direction %q: expected both, backward or forward", s.Direction)
	}
	if s.Depth < 0 {
		return nil, misusef("depth %d: expected 0 or more", s.Depth)
	}
	for _, name := range s.Relations {
		if _, ok := graph.RelationByName(name); !ok {
			return nil, misusef("there is no relation %q", name)
		}
	}
	var start []snapshot.Node
	for _, id := range s.Around {
		n, err := only(snap, id)
		if err != nil {
			return nil, err
		}
		start = append(start, n)
	}
	limits := snapshot.Limits{Depth: s.Depth, Relations: s.Relations}
	var found snapshot.Neighbourhood
	var err error
	if direction == snapshot.Both {
		found, err = snap.Subgraph(ctx, start, limits)
	} else {
		found, err = snap.Lineage(ctx, start, direction, limits)
	}
	return &found, err
}

// fitting is the part whose statements fit the filter, with the entities at their ends.
func (s Selection) fitting(
	ctx context.Context, api *schema.API, snap *snapshot.Snapshot,
) (*snapshot.Neighbourhood, error) {
	filter, err := s.filter("StatementFilter")
	if err != nil {
		return nil, err
	}
	if len(s.Relations) > 0 {
		if filter["relations"] != nil {
			return nil, misusef("give the relations either in filter or as relation")
		}
		list := make([]any, len(s.Relations))
		for i, name := range s.Relations {
			list[i] = name
		}
		filter["relations"] = list
	}
	edges, err := api.Statements(ctx, snap, filter)
	if err != nil {
		return nil, misused(err)
	}
	part := &snapshot.Neighbourhood{Edges: edges}
	for _, e := range edges {
		source, target := snap.Ends(e)
		part.Nodes = append(part.Nodes, source)
		if target != snapshot.NoNode {
			part.Nodes = append(part.Nodes, target)
		}
	}
	slices.Sort(part.Nodes)
	part.Nodes = slices.Compact(part.Nodes)
	return part, nil
}

// answered is the part that answers a question in words.
func (s Selection) answered(
	ctx context.Context, api *schema.API, snap *snapshot.Snapshot,
) (*snapshot.Neighbourhood, error) {
	answer, err := api.Ask(ctx, s.Question)
	if err != nil {
		return nil, err
	}
	if answer.Data == nil {
		return nil, fmt.Errorf("no answer to %q:\n%s", s.Question, answer.Text)
	}
	return partOf(snap, answer.Data), nil
}

// queried is the part that a GraphQL query returns.
func (s Selection) queried(
	ctx context.Context, api *schema.API, snap *snapshot.Snapshot,
) (*snapshot.Neighbourhood, error) {
	result := api.Execute(ctx, s.Query, nil, "")
	if len(result.Errors) > 0 {
		first := result.Errors[0]
		return nil, &guard.Fault{Code: first.Code(), Message: "query: " + first.Message}
	}
	encoded, err := json.Marshal(result)
	if err != nil {
		return nil, err
	}
	var data any
	if err := json.Unmarshal(encoded, &data); err != nil {
		return nil, err
	}
	return partOf(snap, data), nil
}

// partOf gathers the entities and statements that JSON names.
func partOf(snap *snapshot.Snapshot, data any) *snapshot.Neighbourhood {
	part := &snapshot.Neighbourhood{}
	gather(snap, data, part)
	slices.Sort(part.Nodes)
	part.Nodes = slices.Compact(part.Nodes)
	slices.Sort(part.Edges)
	part.Edges = slices.Compact(part.Edges)
	return part
}

func gather(snap *snapshot.Snapshot, data any, part *snapshot.Neighbourhood) {
	switch value := data.(type) {
	case []any:
		for _, v := range value {
			gather(snap, v, part)
		}
	case map[string]any:
		if id, ok := value["id"].(string); ok {
			if n, known := snap.Lookup(id); known {
				part.Nodes = append(part.Nodes, n)
				part.Edges = append(part.Edges, directives(snap, id)...)
			}
		}
		if id, ok := value["statement"].(string); ok {
			if e, known := snap.StatementByNode(id); known {
				part.Edges = append(part.Edges, e)
			}
		}
		for _, v := range value {
			gather(snap, v, part)
		}
	}
}

// directives are the statements by which a mandate asks somebody: without them
// an answer of mandates would have entities only.
func directives(snap *snapshot.Snapshot, id string) []snapshot.Edge {
	act, rest, _ := strings.Cut(id, "#")
	n, known := snap.Lookup(act)
	if !known || !strings.Contains(rest, "/mandate/") {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(snap.Out(n)), func(e snapshot.Edge) bool {
		return snap.Qualifier(e, "mandate") != id
	})
}

// only is the one entity that a text means; see [snapshot.Resolve]. The
// error says that there is none, or names two.
func only(s *snapshot.Snapshot, text string) (snapshot.Node, error) {
	found := snapshot.Resolve(s, text)
	switch len(found) {
	case 0:
		return 0, fmt.Errorf("there is no entity %q", text)
	case 1:
		return found[0], nil
	}
	return 0, fmt.Errorf("%q may mean %s or %s; give the id", text, s.ID(found[0]), s.ID(found[1]))
}
