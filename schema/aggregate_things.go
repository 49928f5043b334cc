package schema

import (
	"iter"
	"slices"

	"mandategraph/schema/guard"
)

// thingsCounted gives what the argument of says, as far as it fits the argument filter.
func (c call) thingsCounted(filters []statementFilter, acts []filter) (iter.Seq[counted], error) {
	switch c.string("of") {
	case "ACTS":
		return c.actsCounted(acts)
	case "MANDATES":
		statements, err := c.statementsCounted(filters)
		return c.mandatesCounted(statements), err
	}
	return c.statementsCounted(filters)
}

// actsCounted gives the acts that fit the member source of the argument filter; an act
// has no other end and no relation, so that the other members are refused.
func (c call) actsCounted(filters []filter) (iter.Seq[counted], error) {
	given, _ := c.args["filter"].(map[string]any)
	for name, value := range given {
		if name != "source" && value != nil {
			return nil, guard.Refuse(guard.BadRequest, "filter: acts are counted by source alone, not by %s", name)
		}
	}
	source, _ := given["source"].(map[string]any)
	holds, err := c.fitting(filters, source)
	return func(yield func(counted) bool) {
		v := c.request.view
		for n := range slices.Values(v.Nodes("Act")) {
			if c.request.stopped() || holds(entity{v, n}) && !yield(counted{source: n}) {
				return
			}
		}
	}, err
}
