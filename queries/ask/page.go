package ask

import (
	"context"
	"maps"
	"strconv"
	"strings"

	"mandategraph/queries"
)

func decimal(n int) string { return strconv.Itoa(n) }

// allPages runs a saved query until every connection directly below its root
// fields is complete. The variable of a connection's cursor is after, or after
// and the name of its field or of the root field where the query declares that.
func (r *Reader) allPages(ctx context.Context, q queries.Query, variables map[string]any) (map[string]any, error) {
	variables = maps.Clone(variables)
	data, err := r.execute(ctx, q, variables)
	for err == nil && advance(q, data, variables) {
		var next map[string]any
		if next, err = r.execute(ctx, q, variables); err == nil {
			extend(data, next)
		}
	}
	return data, err
}

// connections of an answer by the path of names to them: those of root fields
// and of the entities there.
func connections(data map[string]any) map[string]map[string]any {
	found := map[string]map[string]any{}
	for root, value := range data {
		object, _ := value.(map[string]any)
		if object["pageInfo"] != nil {
			found[root] = object
			continue
		}
		for name, value := range object {
			if c, _ := value.(map[string]any); c["pageInfo"] != nil {
				found[root+"."+name] = c
			}
		}
	}
	return found
}

// advance sets the cursors behind what was read; false where nothing is left.
func advance(q queries.Query, data, variables map[string]any) bool {
	more := false
	for path, c := range connections(data) {
		info, _ := c["pageInfo"].(map[string]any)
		if info["endCursor"] != nil {
			variables[cursorVariable(q, path)] = info["endCursor"]
		}
		more = more || info["hasNextPage"] == true
	}
	return more
}

func cursorVariable(q queries.Query, path string) string {
	for _, name := range strings.Split(path, ".") {
		if own := "after" + strings.ToUpper(name[:1]) + name[1:]; strings.Contains(q.Text, "$"+own+":") {
			return own
		}
	}
	return "after"
}

// extend appends the edges of the next pages.
func extend(data, next map[string]any) {
	whole := connections(data)
	for path, c := range connections(next) {
		old, edges := whole[path], c["edges"]
		if old == nil {
			continue
		}
		before, _ := old["edges"].([]any)
		after, _ := edges.([]any)
		old["edges"] = append(before, after...)
		info, _ := c["pageInfo"].(map[string]any)
		last, _ := old["pageInfo"].(map[string]any)
		last["hasNextPage"] = info["hasNextPage"]
		if info["endCursor"] != nil {
			last["endCursor"] = info["endCursor"]
		}
	}
}
