package loader

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/graph"
)

// What a reader finds wrong in lighthouses is put right by hand.
const lighthouses = `Conference of the Parties to the United Nations Convention against Transnational Organized Crime

Report of the Conference of the Parties to the United Nations Convention against Transnational Organized Crime on its thirtieth session, held in Vienna from 4 to 8 June 2040

I. Resolutions and decisions adopted by the Conference

A. Resolutions

Resolution 30/1

Lighthouses

The Conference of the Parties to the United Nations Convention against Transnational Organized Crime,

Recalling its resolutions 28/1 and 28/2 of 7 June 2036,

1. Requests the Lamp Foundation to report to the Conference at its thirty-first session;
`

const fixed = `corrections:
  - do: drop
    source: ctoc-cop/resolution/30/1
    relation: recalls
    target: ctoc-cop/resolution/28/1
    paragraph: ctoc-cop/resolution/30/1#pp1
    who: A. Reader
    when: 2041-01-02
    why: A misprint.
  - do: amend
    source: ctoc-cop/resolution/30/1
    relation: recalls
    target: ctoc-cop/resolution/28/2
    paragraph: ctoc-cop/resolution/30/1#pp1
    to: {target: ctoc-cop/resolution/28/3, qualifiers: {pin: annex}}
    who: A. Reader
    when: 2041-01-02
    why: The corrigendum says 28/3.
  - do: add
    source: ctoc-cop/resolution/30/1
    relation: requests
    target: organization/lamp-foundation
    paragraph: ctoc-cop/resolution/30/1#op1
    quote: the Lamp Foundation
    who: B. Reader
    when: 2041-01-03
    why: It is an organization.
  - do: merge
    entity: organization/lamp-foundation
    into: organization/lamps
    who: B. Reader
    when: 2041-01-03
    why: It was renamed.
  - do: drop
    source: ctoc-cop/resolution/30/1
    relation: recalls
    target: ga/resolution/1/1
    paragraph: ctoc-cop/resolution/30/1#pp1
    who: B. Reader
    when: 2041-01-03
    why: There is no such statement.
`

func TestCorrectionsAreAppliedAndShown(t *testing.T) {
	list, err := ParseCorrections("fixed.yaml", []byte(fixed))
	require.NoError(t, err)
	plain, err := Load(context.Background(), "report.txt", []byte(lighthouses), Options{})
	require.NoError(t, err)
	assert.False(t, Corrected(plain.Document))
	read, err := Load(context.Background(), "report.txt", []byte(lighthouses), Options{Corrections: list})
	require.NoError(t, err)
	assert.True(t, Corrected(read.Document))
	got := map[string]graph.Statement{}
	for _, st := range read.Document.Statements {
		got[st.Relation+" "+st.Object] = st
	}
	assert.NotContains(t, got, "recalls ctoc-cop/resolution/28/1")
	assert.NotContains(t, got, "recalls ctoc-cop/resolution/28/2")
	amended := got["recalls ctoc-cop/resolution/28/3"]
	assert.Equal(t, "A. Reader, 2041-01-02: The corrigendum says 28/3.", amended.Qualifiers["correction"])
	assert.Equal(t, "annex", amended.Qualifiers["pin"])
	added := got["requests organization/lamps"]
	assert.Equal(t, "the Lamp Foundation", added.Evidence.Quote)
	assert.Equal(t, "the Lamp Foundation", string([]rune(read.Document.Source)[added.Evidence.Start:added.Evidence.End]))
	assert.Contains(t, added.Qualifiers["correction"], "It was renamed.")
	assert.Contains(t, read.Document.Facts, graph.Fact{Subject: "ctoc-cop/resolution/30/1#pp1", Property: "correction",
		Value: "drop ctoc-cop/resolution/30/1 recalls ctoc-cop/resolution/28/1 (A. Reader, 2041-01-02: A misprint.)"})
	last := read.Diagnostics[len(read.Diagnostics)-1]
	assert.Equal(t, "correction by hand without effect: nothing to drop", last.Reason)
	assert.Contains(t, last.Text, "ga/resolution/1/1")
}

func TestACorrectionOfAParagraphThatIsNotThereIsReported(t *testing.T) {
	list, err := ParseCorrections("x.yaml", []byte(strings.ReplaceAll(fixed, "#pp1", "#pp77")))
	require.NoError(t, err)
	read, err := Load(context.Background(), "report.txt", []byte(lighthouses), Options{Corrections: list})
	require.NoError(t, err)
	assert.NotEmpty(t, read.Diagnostics)
	assert.Contains(t, read.Diagnostics[len(read.Diagnostics)-1].Reason, "correction by hand without effect")
}

func TestCorrectionsAreCheckedWithTheirLine(t *testing.T) {
	for text, want := range map[string]string{
		"corrections:\n  - do: undo\n": `x.yaml:2: do: expected add, drop, amend or merge, found "undo"`,
		"corrections:\n\n  - do: merge\n    entity: state/fra\n    into: body/ga\n    who: A\n    when: 2041-01-02\n    why: B\n":                     "x.yaml:3: merge: state/fra and body/ga are of different kinds",
		"corrections:\n  - do: drop\n    who: A\n    when: yesterday\n    why: B\n    source: a/resolution/1\n    relation: recalls\n    target: b\n": "x.yaml:2: drop: expected paragraph",
		strings.Replace(fixed, "2041-01-02", "yesterday", 1):              `x.yaml:2: when: expected YYYY-MM-DD, found "yesterday"`,
		strings.Replace(fixed, "relation: recalls", "relation: likes", 1): `x.yaml:2: relation: "likes" is not in the vocabulary`,
		strings.Replace(fixed, "pin:", "pen:", 1):                         `x.yaml:10: qualifiers: "pen" is not in the vocabulary`,
		"corrections:\n  - do: drop\n    sauce: a\n":                      `x.yaml:3: expected a part of a correction (do, source,`,
		"corrections: 3\n":         "x.yaml: expected a list of corrections: line 1: cannot unmarshal",
		"corrections:\n - do: [\n": "x.yaml: expected a list of corrections in YAML: line 2",
	} {
		_, err := ParseCorrections("x.yaml", []byte(text))
		if assert.Error(t, err, text) {
			assert.Contains(t, err.Error(), want)
		}
	}
	assert.True(t, IsCorrections([]byte("# by hand\n\ncorrections:\n")))
	assert.False(t, IsCorrections([]byte("Corrections:\n1. Recalling\n")))
}

func TestWhatLooksLikeAReferenceIsReported(t *testing.T) {
	text := strings.Replace(lighthouses, "Recalling its resolutions 28/1 and 28/2 of 7 June 2036,",
		"Mindful of recommendation XI/7 and of article 12, and having seen X/9-K/4,", 1)
	read, err := Load(context.Background(), "report.txt", []byte(text), Options{})
	require.NoError(t, err)
	var found []string
	for _, d := range read.Diagnostics {
		if strings.Contains(d.Paragraph, "#pp1") {
			found = append(found, d.Text)
		}
	}
	assert.Contains(t, found, "recommendation XI/7")
	assert.Contains(t, found, "article 12")
	for _, d := range read.Diagnostics {
		assert.Equal(t, d.Text, strings.TrimSpace(d.Text))
	}
}
