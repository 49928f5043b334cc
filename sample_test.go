package layout

import (
	"context"
	"os"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
	"mandategraph/loader"
)

const sampleFile = "testdata/cop12-report.txt"

// readSample reads the sample once for all tests, which must not change it.
var readSample = sync.OnceValues(func() (*loader.Result, error) {
	data, err := os.ReadFile(sampleFile)
	if err != nil {
		return nil, err
	}
	return loader.Load(context.Background(), "cop12-report.txt", data, loader.Options{})
})

func sample(t testing.TB) *loader.Result {
	read, err := readSample()
	require.NoError(t, err)
	return read
}

// sampleSnapshot is the sample as it is read, with the reference data.
func sampleSnapshot(t testing.TB) *snapshot.Snapshot {
	return snapshot.New([]graph.Document{loader.ReferenceData(), sample(t).Document})
}
