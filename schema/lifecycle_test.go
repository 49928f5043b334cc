package schema

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"mandategraph/graph"
	"mandategraph/schema/guard"
)

func TestALifecycleHasItsStepsWithTheirProof(t *testing.T) {
	step := func(number, date, relation, until string) graph.Document {
		act, document := "sc/resolution/"+number, "document/S/RES/"+number
		return graph.Document{
			ID: document, Facts: facts(act, "kind", "Act", "adoptedOn", date),
			Statements: []graph.Statement{{
				Subject: act, Relation: relation, Object: "body/unlake", Qualifiers: map[string]string{"until": until},
				Evidence: graph.Evidence{Document: document, Paragraph: act + "#op1", Quote: "UNLAKE until " + until, Start: 1, End: 9},
			}},
		}
	}
	body := graph.Document{ID: "document/names", Facts: facts("body/unlake", "kind", "Body", "name", "United Nations Mission in Lakeland")}
	a := apiOf(t, Options{}, body, step("3002", "2031-01-30", "extends", "2031-07-31"), step("3001", "2030-07-31", "establishes", "2031-01-31"))
	r := ask(t, a, `{ lifecycle(id: "body/unlake") { until ended gaps { from } entity { name } steps { words date until derived act { id } statements { quote } } } }`)
	assert.Equal(t, "2031-07-31", r.get("lifecycle until"))
	assert.Equal(t, false, r.get("lifecycle ended"))
	assert.Equal(t, []any{"establishes", "extends"}, r.each("lifecycle steps", "words"))
	assert.Equal(t, "UNLAKE until 2031-07-31", r.get("lifecycle steps 1 statements 0 quote"))
	assert.Equal(t, []string{guard.NotFound}, execute(t, a, `{ lifecycle(id: "body/none") { until } }`, nil).codes())
}
