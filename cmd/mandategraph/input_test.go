package main

import (
	"bytes"
	"context"
	"io"
	"net"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/spf13/cobra"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// until runs a command whose context a signal ends, and whose standard input never
// ends.
func (d *desk) until(ctx context.Context, args ...string) result {
	d.Helper()
	in, feed := io.Pipe()
	d.Cleanup(func() { _ = feed.Close() })
	var out, errs bytes.Buffer
	p := &program{in: in, out: &out, err: &errs, getenv: func(string) string { return "" }}
	return result{p.run(ctx, args), out.String(), errs.String()}
}

func TestASignalStopsReading(t *testing.T) {
	d := newDesk(t)
	long := d.file("long.txt", text+strings.Repeat("3. Requests the Secretary-General to recall resolution 76/185;\n\n", 60_000))
	for _, c := range []struct {
		signal syscall.Signal
		code   int
		path   string
	}{{syscall.SIGINT, 130, "-"}, {syscall.SIGTERM, 143, long}} {
		ctx := untilSignal()
		time.AfterFunc(100*time.Millisecond, func() { assert.NoError(t, syscall.Kill(os.Getpid(), c.signal)) })
		r := d.until(ctx, "extract", c.path) // much longer than that, were it not stopped
		assert.Equal(t, c.code, r.code)
		assert.Equal(t, "mandategraph: stopped by a signal: "+c.signal.String()+"\n", r.err)
		assert.Empty(t, r.out)
	}
}

func TestALimitNamesTheFileAndTheOthersAreRead(t *testing.T) {
	d := newDesk(t)
	d.file("in/a.txt", text)
	large := d.file("in/b.txt", text+strings.Repeat("The Council met. ", 1<<16))
	r := d.typed("", "extract", "--max-text", "1", filepath.Join(d.dir, "in"))
	assert.Equal(t, exitFailed, r.code)
	assert.Equal(t, "mandategraph: "+large+": too large: expected text of at most 1 MB; --max-text raises the limit\n", r.err)
	assert.Contains(t, r.out, textID)
	assert.Contains(t, d.must("extract", "-h"), "--max-unpacked MB")
}

func TestLinksOutOfAFolderAreFollowedOnlyWhenAsked(t *testing.T) {
	d := newDesk(t)
	outside := d.file("out/secret.txt", strings.ReplaceAll(text, "L.3", "L.4"))
	d.file("in/sub/a.txt", text)
	in := filepath.Join(d.dir, "in")
	link := func(to, name string) string {
		require.NoError(t, os.Symlink(to, filepath.Join(in, name)))
		return filepath.Join(in, name)
	}
	file, folder, broken := link(outside, "file.txt"), link(filepath.Dir(outside), "folder"), link("nowhere", "broken.txt")
	link(filepath.Join(in, "sub", "a.txt"), "again.txt")
	link(in, "sub/around")
	r := d.typed("", "extract", in)
	assert.Equal(t, exitFailed, r.code)
	assert.NotContains(t, r.out, "L.4")
	assert.Contains(t, r.out, textID, "the others are read")
	for _, path := range []string{file, folder} {
		assert.Contains(t, r.err, path+": expected a file of the folder, found a link that leads out of it; --follow-links")
	}
	assert.Contains(t, r.err, broken)
	r = d.typed("", "extract", "--follow-links", in)
	assert.Contains(t, r.out, "L.4")
	assert.Equal(t, 1, strings.Count(r.err, "\n"), "only the broken link: %s", r.err)
	require.NoError(t, os.Symlink(in, filepath.Join(d.dir, "to-in")))
	assert.Contains(t, d.typed("", "extract", filepath.Join(d.dir, "to-in")).out, textID, "a link that is named is followed")
}

func TestAnUnreadableFolderIsNamedAndPassed(t *testing.T) {
	d := newDesk(t)
	d.file("in/a.txt", text)
	d.file("in/closed/b.txt", text)
	closed := filepath.Join(d.dir, "in", "closed")
	require.NoError(t, os.Chmod(filepath.Dir(d.dir), 0o755))
	require.NoError(t, os.Chmod(closed, 0))
	if os.Geteuid() == 0 { // root reads everything; this thread becomes nobody towards files
		runtime.LockOSThread()
		defer runtime.UnlockOSThread()
		require.NoError(t, syscall.Setfsuid(65534))
		defer func() { require.NoError(t, syscall.Setfsuid(0)) }()
	}
	r := d.typed("", "extract", filepath.Join(d.dir, "in"))
	assert.Equal(t, exitFailed, r.code)
	assert.Contains(t, r.err, closed+": permission denied")
	assert.Contains(t, r.out, textID)
}

func TestPipesSocketsAndDevicesAreRefusedByName(t *testing.T) {
	d := newDesk(t)
	d.file("in/a.txt", text)
	pipe, socket := filepath.Join(d.dir, "in", "pipe"), filepath.Join(d.dir, "in", "socket")
	require.NoError(t, syscall.Mkfifo(pipe, 0o644))
	listener, err := net.Listen("unix", socket)
	require.NoError(t, err)
	defer func() { require.NoError(t, listener.Close()) }()
	r := d.typed("", "extract", filepath.Join(d.dir, "in"), pipe, "/dev/zero")
	assert.Equal(t, exitFailed, r.code)
	assert.Contains(t, r.out, textID)
	assert.Equal(t, 2, strings.Count(r.err, pipe+": expected a file, found a named pipe"))
	assert.Contains(t, r.err, socket+": expected a file, found a socket")
	assert.Contains(t, r.err, "/dev/zero: expected a file, found a device")
}

func TestNamesDoNotSteerATerminal(t *testing.T) {
	d := newDesk(t)
	d.file("a\x1b[31m\n\u202eb.txt", "\x00")
	r := d.typed("", "extract", d.dir)
	assert.Contains(t, r.err, `/a\x1b[31m\n\u202eb.txt: expected `)
	assert.Equal(t, 1, strings.Count(r.err, "\n"))

	var screen bytes.Buffer
	w := &harmless{Writer: &screen}
	for _, b := range []byte("é\x1b]0;title\a\u0085 \xff\r\n\tend\x7f") {
		n, err := w.Write([]byte{b})
		require.NoError(t, err)
		require.Equal(t, 1, n)
	}
	assert.Equal(t, "é\\x1b]0;title\\a\\u0085 \\xff\\r\n\tend\\x7f", screen.String())
}

func TestAFaultIsOneLineAndATraceOnlyWhenAsked(t *testing.T) {
	before := commands
	defer func() { commands = before }()
	commands = append(commands[:len(commands):len(commands)], func(*program) *cobra.Command {
		return &cobra.Command{Use: "fail", RunE: func(*cobra.Command, []string) error { panic("broken") }}
	})
	d := newDesk(t)
	r := d.typed("", "fail")
	assert.Equal(t, exitFailed, r.code)
	assert.Equal(t, "mandategraph: a fault of this program or of a library: broken; MANDATEGRAPH_TRACE=1 shows where\n", r.err)
	t.Setenv("MANDATEGRAPH_TRACE", "1")
	assert.Contains(t, d.typed("", "fail").err, "input_test.go")
}

func TestPasswordsOfAStoreAreNotShown(t *testing.T) {
	d := newDesk(t)
	for _, url := range []string{"postgre://me:s3cr3t@host/db", "postgres://127.0.0.1:1/db?user=me&password=s3cr3t"} {
		r := d.typed("", "list", "--store", url)
		assert.Equal(t, exitFailed, r.code)
		assert.NotContains(t, r.err, "s3cr3t")
	}
}
