package store

import (
	"bytes"
	"context"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"mandategraph/graph/export"
	"mandategraph/graph/snapshot"
)

func sorted(list []string) []string {
	slices.Sort(list)
	return list
}

// exported is what a snapshot writes as JSON lines.
func exported(t *testing.T, s *snapshot.Snapshot) string {
	format, _ := export.FormatByName("jsonl")
	var b bytes.Buffer
	require.NoError(t, format.Write(context.Background(), &b, s, export.Options{}))
	return b.String()
}
