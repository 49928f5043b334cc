package loader

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/loader/format"
)

func TestRecordsKeepToTheLimits(t *testing.T) {
	limits := format.DefaultLimits()
	limits.Paragraphs = 3
	_, err := LoadText(context.Background(), "long", "=001  7\n=245  \\\\$aTides\n=500  \\\\$aOne\n=500  \\\\$aTwo\n", Options{Limits: &limits})
	assert.ErrorContains(t, err, "expected a record of at most 3 fields, found 4; --max-paragraphs raises")
	limits = format.DefaultLimits()
	limits.Findings = 5
	_, err = LoadText(context.Background(), "rich", "=001  7\n=245  \\\\$aTides\n"+strings.Repeat("=650  \\\\$aTIDES\n", 9), Options{Limits: &limits})
	assert.ErrorContains(t, err, "--max-findings raises")
}

// FuzzRecords reads files of records, whatever is in them.
func FuzzRecords(f *testing.F) {
	for _, name := range []string{"drafts.xml", "votes.xml", "acts.xml"} {
		data, err := os.ReadFile(filepath.Join("testdata", "records", name))
		require.NoError(f, err)
		f.Add(data)
	}
	f.Add([]byte("=001  7\n=245  \\\\$a$b$\n=515  \\\\$aAdditional sponsors: , and [on behalf of"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if !IsRecords(data) {
			return
		}
		results, _ := Records(context.Background(), "fuzz", data, Options{})
		for _, r := range results {
			require.NoError(t, r.Document.Check())
			runes := []rune(r.Document.Source)
			for _, s := range r.Document.Statements {
				assert.LessOrEqual(t, s.Evidence.End, len(runes))
				assert.Less(t, s.Evidence.Start, s.Evidence.End)
			}
			again, err := LoadText(context.Background(), "fuzz", r.Document.Source, Options{ID: r.Document.ID})
			require.NoError(t, err)
			assert.Equal(t, r.Document, again.Document)
		}
	})
}
