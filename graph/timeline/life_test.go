package timeline

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// lived says in a document of its own that an act did something on a day.
func lived(number, date, relation, target string, qualifiers ...string) graph.Document {
	act, document := "sc/resolution/"+number, "document/S/RES/"+number
	d := graph.Document{ID: document, Facts: []graph.Fact{
		{Subject: act, Property: "kind", Value: "Act"}, {Subject: act, Property: "adoptedOn", Value: date},
	}}
	st := graph.Statement{Subject: act, Relation: relation, Object: target, Evidence: graph.Evidence{
		Document: document, Paragraph: act + "#op1", Quote: "the words", Start: 1, End: 10,
	}, Qualifiers: map[string]string{}}
	for i := 0; i < len(qualifiers); i += 2 {
		st.Qualifiers[qualifiers[i]] = qualifiers[i+1]
	}
	d.Statements = []graph.Statement{st}
	return d
}

func TestALifeIsInTheOrderOfItsDates(t *testing.T) {
	s := snapshot.New([]graph.Document{
		lived("3003", "2031-07-30", "terminates", "body/unlake"),
		lived("3002", "2030-07-31", "extends", "body/unlake", "until", "2031-07-31"),
		lived("3001", "2029-07-31", "establishes", "body/unlake", "until", "2030-07-31"),
		lived("3004", "", "amends", "body/unlake"),
	})
	n, ok := s.Lookup("body/unlake")
	require.True(t, ok)
	life := LifeOf(s, n, "")
	var steps []string
	for _, step := range life.Steps {
		steps = append(steps, step.Date+" "+step.Relation)
	}
	assert.Equal(t, []string{"2029-07-31 establishes", "2030-07-31 extends", "2031-07-30 terminates", " amends"}, steps)
	assert.Equal(t, "2031-07-31", life.Until)
	assert.Empty(t, life.Gaps)
}

// Between the end that one step set and the next step something is missing.
func TestALifeSaysWhatIsNotLoaded(t *testing.T) {
	s := snapshot.New([]graph.Document{
		lived("3021", "2029-07-31", "extends", "body/unlake", "until", "2030-01-31"),
		lived("3022", "2031-07-29", "extends", "body/unlake", "until", "2032-01-31"),
		lived("3023", "2032-01-31", "extends", "body/unlake", "until", "2032-07-31"),
	})
	n, _ := s.Lookup("body/unlake")
	assert.Equal(t, []Gap{{"2030-01-31", "2031-07-29"}}, LifeOf(s, n, "").Gaps)
}

// A period whose end the text does not print leaves no gap behind the end before.
func TestALifeGoesOnForAPeriodThatIsNotPrinted(t *testing.T) {
	again := lived("3033", "2031-06-01", "recalls", "sc/resolution/3031")
	again.Statements[0] = graph.Statement{Subject: "sc/resolution/3031", Relation: "establishes", Object: "body/unlake",
		Evidence: again.Statements[0].Evidence, Qualifiers: map[string]string{"rule": "told in passing"}}
	s := snapshot.New([]graph.Document{
		lived("3031", "2029-07-31", "establishes", "body/unlake", "until", "2030-01-31"),
		lived("3032", "2030-01-30", "renews", "body/unlake"),
		again,
		lived("3034", "2030-07-29", "extends", "body/unlake", "until", "2031-01-31"),
	})
	n, _ := s.Lookup("body/unlake")
	life := LifeOf(s, n, "")
	assert.Empty(t, life.Gaps)
	assert.Len(t, life.Steps, 3, "what is told again later is no step of its own")
	assert.Equal(t, "2030-01-31", life.Steps[0].Until)
	assert.Equal(t, "2031-01-31", life.Until)
}

// A measure has no entity of its own: the act that laid it down stands for it, with
// the paragraph.
func TestAMeasureIsAnActAndItsParagraph(t *testing.T) {
	s := snapshot.New([]graph.Document{
		lived("3010", "2029-01-01", "recalls", "sc/resolution/2900"),
		lived("3011", "2030-01-01", "renews", "sc/resolution/3010", "pin", "paragraphs 9 and 11", "until", "2031-01-01"),
		lived("3012", "2030-02-01", "extends", "sc/resolution/3010", "pin", "paragraph 4"),
		lived("3013", "2031-01-01", "terminates", "sc/resolution/3010", "pin", "para. 11"),
	})
	n, _ := s.Lookup("sc/resolution/3010")
	assert.Len(t, LifeOf(s, n, "").Steps, 4)
	life := LifeOf(s, n, "11")
	require.Len(t, life.Steps, 3)
	assert.Empty(t, life.Steps[0].Edges, "the act that laid it down")
	assert.Equal(t, "2029-01-01", life.Steps[0].Date)
	assert.True(t, life.Ended)
	assert.Len(t, LifeOf(s, n, "para. 9").Steps, 2)
}
