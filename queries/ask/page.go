package ask

import (
	"context"
	"maps"
	"slices"
	"strconv"
	"strings"

	"mandategraph/queries"
)

func decimal(n int) string { return strconv.Itoa(n) }

// shownRows is about how many results are told of a list that may have any number:
// nobody reads more as lines, and the composed query gives the rest.
const shownRows = 1000

// allPages runs the query of a question until every connection directly below its
// root fields is complete, or more was read than is told. The variable of a
// connection's cursor is after, or after and the name of its field or of the root
// field where the query declares that.
func (r *Reader) allPages(ctx context.Context, u *understanding) (map[string]any, error) {
	q, variables, whole := u.query, maps.Clone(u.variables), u.needsAll()
	data, err := r.execute(ctx, q, variables)
	for err == nil && (whole || !readEnough(data)) && advance(q, data, variables) {
		var next map[string]any
		if next, err = r.execute(ctx, q, variables); err == nil {
			extend(data, next)
		}
	}
	return data, err
}

// needsAll says that an answer rests on all results, as where some are dropped or
// put in another order, and not on the first and their number.
func (u *understanding) needsAll() bool {
	f := u.told()
	return f.keep != nil || len(f.also) > 0 || f.pick != "" || f.tells != nil || f.total != "" ||
		f.sorted && !strings.Contains(u.query.Text, "orderBy")
}

// readEnough says that what was read of the open connections is all that is told of
// them, and that their totals are known.
func readEnough(data map[string]any) bool {
	read := 0
	for _, c := range connections(data) {
		edges, _ := c["edges"].([]any)
		read += len(edges)
		info, _ := c["pageInfo"].(map[string]any)
		if _, known := c["totalCount"].(float64); !known && info["hasNextPage"] == true {
			return false
		}
	}
	return read >= shownRows
}

// unread is the number of results of connections that were not read to their ends.
func unread(data map[string]any, lists []string) (n int) {
	for path, c := range connections(data) {
		info, _ := c["pageInfo"].(map[string]any)
		total, _ := c["totalCount"].(float64)
		if edges, _ := c["edges"].([]any); info["hasNextPage"] == true && slices.Contains(lists, path) {
			n += int(total) - len(edges)
		}
	}
	return n
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
