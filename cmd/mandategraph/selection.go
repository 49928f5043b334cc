package main

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
	"mandategraph/schema"
)

// A selection says which part of the graph is meant. The zero value is all of
// it; around, question and query exclude each other.
type selection struct {
	// around lists ids of entities: what lies within depth steps of them along
	// relations (all where empty) in direction.
	around, relations []string
	depth             int
	direction         string
	// question in words and query in GraphQL: the statements and entities of
	// the answer. A statement is recognized by the field statement.
	question, query string
}

// directions by their names.
var directions = map[string]snapshot.Direction{"both": snapshot.Both, "backward": snapshot.Backward, "forward": snapshot.Forward}

// in finds the part; nil stands for everything. Errors name what does not fit.
func (s selection) in(ctx context.Context, api *schema.API, snapshot *snapshot.Snapshot) (*snapshot.Neighbourhood, error) {
	given := 0
	for _, is := range []bool{len(s.around) > 0, s.question != "", s.query != ""} {
		if is {
			given++
		}
	}
	switch {
	case given == 0:
		return nil, nil
	case given > 1:
		return nil, misusef("around, question and query exclude each other")
	case s.question != "":
		return s.answered(ctx, api, snapshot)
	case s.query != "":
		return s.queried(ctx, api, snapshot)
	}
	return s.nearby(snapshot)
}

// nearby walks from entities.
func (s selection) nearby(snap *snapshot.Snapshot) (*snapshot.Neighbourhood, error) {
	direction, ok := directions[s.direction]
	if !ok {
		return nil, misusef("direction %q: expected both, backward or forward", s.direction)
	}
	if s.depth < 0 {
		return nil, misusef("depth %d: expected 0 or more", s.depth)
	}
	for _, name := range s.relations {
		if _, ok := graph.RelationByName(name); !ok {
			return nil, misusef("there is no relation %q", name)
		}
	}
	var start []snapshot.Node
	for _, id := range s.around {
		n, err := only(snap, id)
		if err != nil {
			return nil, err
		}
		start = append(start, n)
	}
	limits := snapshot.Limits{Depth: s.depth, Relations: s.relations}
	var found snapshot.Neighbourhood
	if direction == snapshot.Both {
		found = snap.Subgraph(start, limits)
	} else {
		found = snap.Lineage(start, direction, limits)
	}
	return &found, nil
}

// answered is the part that answers a question in words.
func (s selection) answered(ctx context.Context, api *schema.API, snapshot *snapshot.Snapshot) (*snapshot.Neighbourhood, error) {
	answer, err := api.Ask(ctx, s.question)
	if err != nil {
		return nil, err
	}
	if answer.Data == nil {
		return nil, fmt.Errorf("no answer to %q:\n%s", s.question, answer.Text)
	}
	return partOf(snapshot, answer.Data), nil
}

// queried is the part that a GraphQL query returns.
func (s selection) queried(ctx context.Context, api *schema.API, snapshot *snapshot.Snapshot) (*snapshot.Neighbourhood, error) {
	result := api.Execute(ctx, s.query, nil, "")
	if len(result.Errors) > 0 {
		return nil, fmt.Errorf("query: %s", result.Errors[0].Message)
	}
	encoded, err := json.Marshal(result)
	if err != nil {
		return nil, err
	}
	var data any
	if err := json.Unmarshal(encoded, &data); err != nil {
		return nil, err
	}
	return partOf(snapshot, data), nil
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

func gather(snapshot *snapshot.Snapshot, data any, part *snapshot.Neighbourhood) {
	switch value := data.(type) {
	case []any:
		for _, v := range value {
			gather(snapshot, v, part)
		}
	case map[string]any:
		if id, ok := value["id"].(string); ok {
			if n, known := snapshot.Lookup(id); known {
				part.Nodes = append(part.Nodes, n)
				part.Edges = append(part.Edges, directives(snapshot, id)...)
			}
		}
		if id, ok := value["statement"].(string); ok {
			if e, known := snapshot.StatementByNode(id); known {
				part.Edges = append(part.Edges, e)
			}
		}
		for _, v := range value {
			gather(snapshot, v, part)
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
