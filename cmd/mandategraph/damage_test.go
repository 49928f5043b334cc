package main

import (
	"bytes"
	"context"
	"errors"
	"net/http"
	"net/url"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/graph/store"
)

// eventually asks for a path until the answer holds a text.
func (d *desk) eventually(address, holds string) string {
	d.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	for {
		answer := d.body(http.Get(address))
		if strings.Contains(answer, holds) {
			return answer
		}
		require.NoError(d, ctx.Err(), answer)
		time.Sleep(5 * time.Millisecond)
	}
}

// A spoiling of a store's files, with the trouble that a server then has; none where
// it need not notice.
type spoiling struct {
	spoil   func() error
	trouble string
}

// Whatever is done to the files of its store, a server goes on with its last good
// answers, says so, and recovers when the files do.
func TestServeOutlivesTheFilesOfItsStore(t *testing.T) {
	d := newDesk(t)
	d.must("load", sample)
	path := strings.TrimPrefix(d.store, "bbolt:")
	whole, kept := readFile(t, path), readFile(t, path+store.SnapshotExtension)
	var log lockedBuffer
	at, end := d.serving(&log, "--refresh", "5ms")
	defer end()
	question := at + "/graphql?query=" + url.QueryEscape(`{resolution(number:"12/4"){title recalls{totalCount}}}`)
	answer := d.body(http.Get(question))
	assert.Contains(t, answer, `"totalCount":15`)
	garbled := strings.Repeat("garbled ", len(whole)/8)
	write := func(path, content string) func() error {
		return func() error {
			file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE, 0o644) // never empty meanwhile
			if err != nil {
				return err
			}
			_, err = file.WriteString(content)
			return errors.Join(err, file.Close())
		}
	}
	troubles := 0
	for name, c := range map[string]spoiling{
		"store overwritten in place":    {write(path, garbled), "damaged"},
		"store garbled behind its head": {write(path, whole[:len(whole)/4]+garbled[:len(whole)-len(whole)/4]), "damaged"},
		"store cut off":                 {func() error { return os.Truncate(path, 10_000) }, "damaged"},
		"store gone":                    {func() error { return os.Remove(path) }, "missing"},
		"snapshot overwritten in place": {write(path+store.SnapshotExtension, garbled), ""},
		"snapshot cut off":              {func() error { return os.Truncate(path+store.SnapshotExtension, 100) }, ""},
	} {
		require.NoError(t, c.spoil())
		if c.trouble != "" {
			troubles++
			assert.Contains(t, d.eventually(at+"/readyz", "degraded: "), path)
			metrics := d.eventually(at+"/metrics", `mandategraph_store_failures_total{reason="`+c.trouble+`"} `)
			assert.Contains(t, metrics, "mandategraph_store_degraded 1\n")
		}
		assert.Equal(t, answer, d.body(http.Get(question)), name)
		assert.Contains(t, d.body(http.Get(at+"/export?format=csv")), "ctoc-cop/resolution/12/4,recalls")
		for name, content := range map[string]string{path: whole, path + store.SnapshotExtension: kept} {
			require.NoError(t, os.Rename(d.file("put back", content), name))
		}
		d.eventually(at+"/readyz", "ready\n")
		assert.Contains(t, d.body(http.Get(at+"/metrics")), "mandategraph_store_degraded 0\n")
	}
	log.Lock()
	defer log.Unlock()
	assert.Equal(t, troubles, strings.Count(log.String(), "the store cannot be read"), "one line each time")
}

// No damage makes a command panic, or say nothing.
func TestDamagedStoresAreErrorsOfEveryCommand(t *testing.T) {
	d := newDesk(t)
	d.must("load", d.file("a.txt", text))
	path := strings.TrimPrefix(d.store, "bbolt:")
	whole, again := []byte(readFile(t, path)), d.file("a.txt", text)
	tail := bytes.Clone(whole)
	copy(tail[4*os.Getpagesize():], bytes.Repeat([]byte{0xA5}, len(whole)))
	for name, content := range map[string][]byte{
		"no store at all": []byte("Recalling its resolution 12/4"), "one byte": {0}, "half": whole[:len(whole)/2],
		"only its head": tail, "noise": bytes.Repeat([]byte{0xFF, 0x00, 0x12}, len(whole)/3),
	} {
		require.NoError(t, os.Remove(path))
		require.NoError(t, os.RemoveAll(path+store.SnapshotExtension))
		require.NoError(t, os.WriteFile(path, content, 0o644))
		for _, args := range [][]string{
			{"list"}, {"show", textID}, {"ask", "what does 12/4 recall"}, {"export"}, {"check"},
			{"check", "--only", "integrity"}, {"backup", path + ".backup"}, {"unload", textID}, {"load", again}, {"serve", "--listen", "127.0.0.1:0"},
		} {
			r := d.typed("", args...)
			assert.Equal(t, exitFailed, r.code, "%s: %v", name, args)
			assert.Contains(t, r.err, path, "%s: %v", name, args)
			assert.NotContains(t, r.out+r.err, "goroutine")
		}
	}
}
