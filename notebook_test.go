package layout

import (
	"context"
	"log/slog"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/graph/snapshot"
	httpapi "mandategraph/schema/http"
)

// The blocks of docs/notebook.md run in their order against the server over the sample,
// print what stands there, and draw a figure.
func TestTheNotebookRuns(t *testing.T) {
	page, err := os.ReadFile("docs/notebook.md")
	require.NoError(t, err)
	address := sampleServer(t)
	for language, command := range map[string][]string{"python": {"/usr/bin/python3"}, "r": {"Rscript", "--vanilla"}} {
		var code, printed strings.Builder
		blocks := regexp.MustCompile("(?s)```"+language+"\n(.*?)```(?:\n\n```text\n(.*?)```)?").FindAllStringSubmatch(string(page), -1)
		for _, block := range blocks {
			code.WriteString(block[1])
			printed.WriteString(block[2])
		}
		require.GreaterOrEqual(t, len(blocks), 3, language)
		folder := t.TempDir()
		script, figure := filepath.Join(folder, "notebook"), filepath.Join(folder, "figure.svg")
		require.NoError(t, os.WriteFile(script, []byte(code.String()), 0o600))
		run := exec.Command(command[0], append(command[1:], script)...)
		run.Env = append(os.Environ(), "MANDATEGRAPH="+address, "FIGURE="+figure, "MPLCONFIGDIR="+folder)
		var errors strings.Builder
		run.Stderr = &errors
		out, err := run.Output()
		require.NoError(t, err, "%s: install what the notebook needs with: make readers (%s)", language, errors.String())
		assert.Equal(t, printed.String(), string(out), language)
		drawn, err := os.ReadFile(figure)
		require.NoError(t, err)
		assert.Contains(t, string(drawn), "<svg", language)
	}
}

// sampleServer serves the sample as the program does, and gives its address.
func sampleServer(t *testing.T) string {
	s := sampleSnapshot(t)
	site, err := httpapi.NewSite(func() *snapshot.Snapshot { return s }, httpapi.Options{}, slog.New(slog.DiscardHandler))
	require.NoError(t, err)
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	server := site.HTTP(context.Background())
	ended := make(chan struct{})
	go func() {
		_ = server.Serve(site.Limit(listener)) // http.ErrServerClosed
		close(ended)
	}()
	t.Cleanup(func() {
		assert.NoError(t, server.Close())
		<-ended
	})
	return "http://" + listener.Addr().String()
}
