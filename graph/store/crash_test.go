package store

import (
	"context"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/graph"
	"mandategraph/graph/graphtest"
)

// killsVariable asks for another number of kills than kills.
const (
	killsVariable = "MANDATEGRAPH_TEST_KILLS"
	kills         = 20
)

// edition is the n-th state of a small library: documents of very different
// length, of which a third changes from one edition to the next.
func edition(n int) []graph.Document {
	var documents []graph.Document
	for i := range 40 {
		var recalls []string
		for j := range 1 + i*i%90 {
			recalls = append(recalls, fmt.Sprintf("ga/resolution/%d/%d", 40+(n+i)/3, j))
		}
		documents = append(documents, graphtest.Sample(fmt.Sprint(i), recalls...))
	}
	return documents
}

// helpLoad loads editions from the given number on, for ever, a few documents at
// a time, and makes snapshots. It tells what it begins and what is written.
func helpLoad(args []string) error {
	ctx := context.Background()
	s, err := Open(ctx, args[0], Options{})
	if err != nil {
		return err
	}
	from, err := strconv.Atoi(args[1])
	for n := from; err == nil; n++ {
		fmt.Println("edition", n)
		documents := edition(n)
		for begin, end := 0, 0; begin < len(documents) && err == nil; begin = end {
			end = min(begin+1+begin%7, len(documents))
			err = s.Load(ctx, documents[begin:end], func(i int, _ Change) { fmt.Println("written", begin+i) })
		}
		if err == nil {
			_, err = s.Snapshot(ctx)
		}
	}
	return err
}

// A loader may be killed at any moment: the store then opens, nothing is lost
// that was written, no document is there in part, and a second run comes to the
// same end as one that nobody disturbed.
func TestKilledLoaderLosesNothing(t *testing.T) {
	rounds := countFrom(t, killsVariable, kills)
	directory := t.TempDir()
	url := "bbolt:" + filepath.Join(directory, "graph.db")
	random := rand.New(rand.NewPCG(1, uint64(rounds)))
	at, written := 0, -1
	for range rounds {
		at, written = killOnce(t, url, at, written, time.Duration(random.IntN(120))*time.Millisecond)
		requireEditions(t, url, at, written)
	}
	disturbed, calm := openStore(t, url), openStore(t, "bbolt:"+filepath.Join(directory, "calm.db"))
	for _, s := range []*Store{disturbed, calm} {
		require.NoError(t, s.Load(context.Background(), edition(at), func(int, Change) {}))
	}
	assert.Equal(t, exported(t, requireNewest(t, calm)), exported(t, requireNewest(t, disturbed)))
}

// killOnce lets a loader go on for a while from an edition, and gives the one
// that it was at and the last document of it that was told to be written; what
// the loader before wrote of it counts too.
func killOnce(t *testing.T, url string, from, before int, after time.Duration) (at, written int) {
	loader, lines, _ := helper(t, "load", url, strconv.Itoa(from))
	at, written = from, before
	require.True(t, lines.Scan(), "the loader ended")
	kill := time.AfterFunc(after, func() { _ = loader.Process.Kill() }) // it runs for ever otherwise
	defer kill.Stop()
	for ok := true; ok; ok = lines.Scan() {
		var n int
		if _, err := fmt.Sscanf(lines.Text(), "edition %d", &n); err == nil && n > at {
			at, written = n, -1
		} else if _, err := fmt.Sscanf(lines.Text(), "written %d", &n); err == nil {
			written = max(written, n)
		}
	}
	assert.Error(t, loader.Wait(), "it was killed")
	return at, written
}

// requireEditions checks that a store holds the documents of an edition up to
// one, and of the others that or the edition before.
func requireEditions(t *testing.T, url string, at, written int) {
	s := openStore(t, url)
	defer s.Close()
	snapshot := requireNewest(t, s)
	newest, before := edition(at), edition(max(at-1, 0))
	for i := range newest {
		d, ok := snapshot.Document(newest[i].ID)
		switch {
		case i <= written:
			require.Equal(t, newest[i], d, "edition %d up to %d was written", at, written)
		case ok && !assert.ObjectsAreEqual(newest[i], d):
			require.Equal(t, before[i], d, "a document is there whole, as before or as it shall be")
		}
		require.True(t, ok || at == 0)
	}
}
