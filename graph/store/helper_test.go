package store

import (
	"bytes"
	"context"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	bolt "go.etcd.io/bbolt"

	"mandategraph/graph/export"
	"mandategraph/graph/snapshot"
)

// dropJournal makes a store as version 1 left it.
func dropJournal(b backend) error {
	switch b := b.(type) {
	case *boltStore:
		return b.file.Update(func(tx *bolt.Tx) error { return tx.DeleteBucket([]byte(journalBucket)) })
	case *sqlStore:
		_, err := b.db.Exec(`DROP TABLE mandategraph_journal`)
		return err
	}
	return nil
}

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
