package schema

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"mandategraph/schema/guard"
)

func TestStatementsAreCountedByWhatTheyShare(t *testing.T) {
	a := newAPI(t, Options{})
	r := ask(t, a, `{ aggregate(by: [RELATION]) { total { count } groupCount groups { count sources targets keys { by value label entity { id } } } } }`)
	groups := r.get("aggregate groups").([]any)
	assert.Len(t, groups, int(r.get("aggregate groupCount").(float64)))
	sum, last := 0., 1e9
	for i, g := range groups {
		n := g.(map[string]any)["count"].(float64)
		assert.LessOrEqual(t, n, last, "the largest first: %d", i)
		sum, last = sum+n, n
	}
	assert.Equal(t, r.get("aggregate total count"), sum, "each statement has one relation")

	one := ask(t, a, `{ aggregate(filter: {relations: [recalls]}) { total { count sources targets } groups { count } }
		statements(relations: [recalls]) { totalCount } }`)
	assert.Equal(t, one.get("statements totalCount"), one.get("aggregate total count"))
	assert.Empty(t, one.get("aggregate groups"), "without keys all are together")
}

func TestCountsHaveTheUndatedAndTheEntities(t *testing.T) {
	a := newAPI(t, Options{})
	r := ask(t, a, `{ aggregate(by: [TARGET_YEAR], orderBy: KEY, top: 1000) { groups { keys { value label } } } }`)
	groups := r.get("aggregate groups").([]any)
	lastKey := groups[len(groups)-1].(map[string]any)["keys"].([]any)[0].(map[string]any)
	assert.Equal(t, map[string]any{"value": nil, "label": "undated"}, lastKey, "what has no year is counted, at the end")

	r = ask(t, a, `{ aggregate(by: [STATE, RELATION], filter: {relations: [sponsors]}, top: 1) {
		groups { keys { label entity { id name } } } } }`)
	assert.Equal(t, r.get("aggregate groups 0 keys 0 label"), r.get("aggregate groups 0 keys 0 entity name"))
	assert.Contains(t, r.get("aggregate groups 0 keys 0 entity id"), "state/")

	assert.Equal(t, []string{guard.BadRequest}, execute(t, a, `{ aggregate(by: [YEAR, BODY, STATE, TARGET]) { groupCount } }`, nil).codes())
	assert.Equal(t, []string{guard.BadRequest}, execute(t, a, `{ aggregate(top: 1001) { groupCount } }`, nil).codes())
}

// A mandate with several addressees is one mandate, and counted for each of them.
func TestMandatesAreCountedOnce(t *testing.T) {
	a := newAPI(t, Options{})
	r := ask(t, a, `{ aggregate(of: MANDATES, by: [TARGET]) { total { count targets } groups { count } } }`)
	sum := 0.
	for _, g := range r.get("aggregate groups").([]any) {
		sum += g.(map[string]any)["count"].(float64)
	}
	assert.GreaterOrEqual(t, sum, r.get("aggregate total count"))
	assert.Greater(t, r.get("aggregate total count"), 0.)
}
