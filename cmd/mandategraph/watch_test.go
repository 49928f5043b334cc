package main

import (
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// watching runs load --watch in a process of its own, until the test ends it.
func (d *desk) watching(folder string) *exec.Cmd {
	c := exec.Command(os.Args[0], "load", "--watch", folder)
	c.Env = append(os.Environ(), asProgram+"=1", storeVariable+"="+d.store)
	c.Stderr = os.Stderr
	require.NoError(d, c.Start())
	d.Cleanup(func() { _ = c.Process.Kill() }) // has ended where the test went well
	return c
}

// comesTrue waits until something holds.
func (d *desk) comesTrue(what string, holds func() bool) {
	d.Helper()
	require.Eventually(d, holds, time.Minute, 20*time.Millisecond, what)
}

// What appears in a watched folder is loaded when it is whole, and a server that runs
// beside answers from it.
func TestWatchedFolder(t *testing.T) {
	d := newDesk(t)
	folder := filepath.Dir(d.file("in/first.txt", text))
	process := d.watching(folder)
	listed := func() string { return d.typed("", "list").out }
	d.comesTrue("what is there at the beginning", func() bool { return strings.Contains(listed(), "document/E/2044/L.3") })

	_, address := d.started("--refresh", "20ms")
	served := func(id string) func() bool {
		return func() bool {
			query := url.Values{"query": {`{ document(id: "` + id + `") { loaded } }`}}.Encode()
			return strings.Contains(d.body(http.Get("http://"+address+"/graphql?"+query)), `"loaded":true`)
		}
	}
	other := strings.ReplaceAll(text, "E/2044/L.3", "E/2044/L.4")
	slow, err := os.Create(filepath.Join(d.file("in/.keep", ""), "..", "slow.txt"))
	require.NoError(t, err)
	for _, part := range strings.SplitAfter(other, "\n\n") { // in pieces, each a moment after the other
		_, err := slow.WriteString(part)
		require.NoError(t, err)
		time.Sleep(20 * time.Millisecond)
	}
	require.NoError(t, slow.Close())
	d.comesTrue("a file that was written in pieces", served("document/E/2044/L.4"))
	assert.Contains(t, d.must("show", "document/E/2044/L.4#op2"), "mend widgets", "the whole of it")

	moved := d.file("deep/er/moved.txt", strings.ReplaceAll(text, "E/2044/L.3", "E/2044/L.5"))
	require.NoError(t, os.Rename(filepath.Dir(filepath.Dir(moved)), filepath.Join(folder, "deep")))
	d.comesTrue("a folder that was moved there", served("document/E/2044/L.5"))

	d.file("in/first.txt", strings.ReplaceAll(text, "mend widgets", "paint widgets"))
	d.comesTrue("a file that has changed", func() bool {
		return strings.Contains(d.must("show", "document/E/2044/L.3#op2"), "paint widgets")
	})

	d.file("in/unfinished.txt.part", strings.ReplaceAll(text, "E/2044/L.3", "E/2044/L.6"))
	require.NoError(t, os.Remove(filepath.Join(folder, "first.txt")))
	d.file("in/last.txt", strings.ReplaceAll(text, "E/2044/L.3", "E/2044/L.7"))
	d.comesTrue("one more", served("document/E/2044/L.7"))
	assert.NotContains(t, listed(), "E/2044/L.6", "what is not finished is left alone")
	assert.Contains(t, listed(), "E/2044/L.3", "what goes stays loaded")

	require.NoError(t, process.Process.Signal(syscall.SIGTERM))
	var ended *exec.ExitError
	require.ErrorAs(t, process.Wait(), &ended)
	assert.Equal(t, exitSignal+int(syscall.SIGTERM), ended.ExitCode())
}

func TestWatchWantsFolders(t *testing.T) {
	d := newDesk(t)
	r := d.typed("", "load", "--watch", d.file("a.txt", text))
	assert.Equal(t, exitMisuse, r.code)
	assert.Contains(t, r.err, "--watch: expected a folder, found")
}
