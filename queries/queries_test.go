package queries

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestEveryQuestionIsWhole(t *testing.T) {
	require.GreaterOrEqual(t, len(All()), 18)
	for _, q := range All() {
		assert.NotEmpty(t, q.Title, q.Name)
		assert.NotEmpty(t, q.Description, q.Name)
		assert.NotEmpty(t, q.Phrasings, q.Name)
		assert.Contains(t, q.Text, "query "+q.Name+"(")
		assert.NotContains(t, q.Text, askMark)
		for name := range q.Variables {
			assert.Contains(t, q.Text, "$"+name+":", q.Name)
		}
		for _, phrasing := range q.Phrasings {
			p, err := Compile(phrasing, nil)
			require.NoError(t, err)
			for _, s := range p.Slots {
				if s.Sort == "adopter" {
					assert.Contains(t, phrasing, "{act}", "an adopter is that of the act")
					continue
				}
				assert.Contains(t, q.Text, "$"+s.Variable+":", phrasing)
			}
		}
	}
}

func TestJSONListsEveryQuestion(t *testing.T) {
	var list []map[string]any
	require.NoError(t, json.Unmarshal(JSON(), &list))
	require.Len(t, list, len(All()))
	for i, q := range All() {
		assert.Equal(t, map[string]any{"name": q.Name, "title": q.Title, "description": q.Description, "query": q.Text, "variables": q.Variables}, list[i])
	}
}

func TestAPatternFits(t *testing.T) {
	p, err := Compile("(what|which acts) does {act} {relations:verb} [now]", map[string][]string{"verb": {"take note of", "note"}})
	require.NoError(t, err)
	assert.Equal(t, []Slot{{"act", "act"}, {"relations", "verb"}}, p.Slots)
	for question, values := range map[string][]string{
		"what does 12/4 take note of":                   {"12/4", "take note of"},
		"Please, which acts does the 12/4 NOTE now??":   {"the 12/4", "NOTE"},
		"  what   does resolution 12/4 note,  please. ": {"resolution 12/4", "note"},
	} {
		m, ok := p.Match(Clean(question))
		assert.True(t, ok, question)
		assert.Equal(t, values, m.Values, question)
	}
	_, ok := p.Match("what does 12/4 forget")
	assert.False(t, ok)
	_, ok = p.Match(strings.Repeat("what does ", 50))
	assert.False(t, ok)
}
