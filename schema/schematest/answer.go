package schematest

import (
	"strconv"
	"strings"

	"mandategraph/schema/guard"
)

// An Answer is a response as a client decodes it.
type Answer struct {
	Data       map[string]any
	Errors     []guard.Error
	Extensions map[string]any
}

// Codes are those of the errors.
func (a Answer) Codes() []string {
	var codes []string
	for _, e := range a.Errors {
		codes = append(codes, e.Code())
	}
	return codes
}

// Get follows keys and indices into the data.
func (a Answer) Get(path string) any {
	var v any = a.Data
	for _, step := range strings.Fields(path) {
		switch node := v.(type) {
		case map[string]any:
			v = node[step]
		case []any:
			i, err := strconv.Atoi(step)
			if err != nil || i >= len(node) {
				return nil
			}
			v = node[i]
		default:
			return nil
		}
	}
	return v
}

// Each gathers one value of every element of a list.
func (a Answer) Each(list, path string) []any {
	items, _ := a.Get(list).([]any)
	values := []any{}
	for i := range items {
		values = append(values, a.Get(list+" "+strconv.Itoa(i)+" "+path))
	}
	return values
}
