package export

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

func TestJSONLinesComeBackEqual(t *testing.T) {
	text := export(t, "jsonl", Options{})
	for _, variant := range []string{text, "\ufeff" + text, strings.ReplaceAll(text, "\n", "\r\n\r\n"), strings.TrimSuffix(text, "\n")} {
		documents, err := ReadJSONLines(strings.NewReader(variant))
		require.NoError(t, err)
		assert.Equal(t, shelf(), documents)
	}
	var again bytes.Buffer
	require.NoError(t, Formats[2].Write(context.Background(), &again, snapshot.New(shelf()), Options{}))
	assert.Equal(t, text, again.String())
	documents, err := ReadJSONLines(strings.NewReader(""))
	assert.NoError(t, err)
	assert.Empty(t, documents)
}

func TestJSONLinesHaveNoLongestLine(t *testing.T) {
	want := []graph.Document{{ID: "document/X", Source: strings.Repeat("long ", 1<<20)}}
	var b bytes.Buffer
	require.NoError(t, Formats[2].Write(context.Background(), &b, snapshot.New(want), Options{}))
	documents, err := ReadJSONLines(&b)
	require.NoError(t, err)
	assert.Equal(t, want, documents)
}

func TestJSONLinesErrorsSayWhereAndWhat(t *testing.T) {
	const document = `{"type":"document","id":"document/X","source":""}` + "\n"
	for text, want := range map[string]string{
		`[`:                            "line 1: expected one JSON object",
		"\n\n7":                        "line 3: expected one JSON object",
		document + `{"type":"fact"} x`: "line 2: expected one JSON object",
		`{"type":"quad"}`:              `line 1: expected a type of document, fact or statement, found "quad"`,
		`{"type":"document"}`:          `line 1: expected "id"`,
		document + document:            "line 2: expected each document once, found document/X again",
		`{"type":"fact","document":"document/X","subject":"a","property":"title","value":"t"}`:                                                   `line 1: expected the document "document/X" on an earlier line`,
		document + `{"type":"fact","document":"document/X","subject":"a","value":"t"}`:                                                           `line 2: expected "property"`,
		document + `{"type":"fact","documnet":"document/X"}`:                                                                                     `line 2: expected the members that the type has: json: unknown field "documnet"`,
		document + `{"type":"statement","document":"document/X","subject":"a","relation":"recalls"}`:                                             `line 2: expected "object"`,
		document + `{"type":"statement","document":"document/X","subject":"a","relation":"recalls","object":"b","evidence":{"start":3,"end":2}}`: "line 2: expected a range",
		document + `{"type":"statement","document":"document/Y","subject":"a","relation":"recalls","object":"b"}`:                                `line 2: expected the document "document/Y"`,
		document + `{"type":"statement","document":"document/X","subject":1}`:                                                                    "line 2: expected the members that the type has",
		document + "{\"type\":\"\xff\"}": "line 2: expected UTF-8",
	} {
		_, err := ReadJSONLines(strings.NewReader(text))
		assert.ErrorContains(t, err, want)
	}
	broken := errors.New("broken")
	_, err := ReadJSONLines(io.MultiReader(strings.NewReader(document), iotest.ErrReader(broken)))
	assert.ErrorIs(t, err, broken)
	assert.ErrorContains(t, err, "line 2")
	err = Formats[2].Write(context.Background(), io.Discard, snapshot.New([]graph.Document{{ID: "document/X", Source: "\xff"}}), Options{})
	assert.ErrorContains(t, err, "document/X")
}
