package store

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/graph"
	"mandategraph/graph/graphtest"
)

// helperVariable makes this test binary one of helpers instead, as another
// process on the same store.
const helperVariable = "MANDATEGRAPH_TEST_HELPER"

var helpers = map[string]func(args []string) error{"load": helpLoad, "hold": helpHold, "fill": helpFill}

func TestMain(m *testing.M) {
	if f, ok := helpers[os.Getenv(helperVariable)]; ok {
		if err := f(os.Args[1:]); err != nil {
			fmt.Println("error:", err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

func helper(t *testing.T, name string, args ...string) (*exec.Cmd, *bufio.Scanner, io.WriteCloser) {
	c := exec.Command(os.Args[0], args...)
	c.Env = append(os.Environ(), helperVariable+"="+name)
	c.Stderr = os.Stderr
	out, err := c.StdoutPipe()
	require.NoError(t, err)
	in, err := c.StdinPipe()
	require.NoError(t, err)
	require.NoError(t, c.Start())
	return c, bufio.NewScanner(out), in
}

// numbered is the document that the n-th write of a helper makes: one of five
// ids, each time with other content.
func numbered(n int) graph.Document {
	var recalls []string
	for i := range 20 + n%7*10 {
		recalls = append(recalls, fmt.Sprintf("ga/resolution/%d/%d", n%3, i*(n%4+1)))
	}
	return graphtest.Sample(strconv.Itoa(n%5), recalls...)
}

func helpHold(args []string) error {
	s, err := Open(context.Background(), args[0], Options{})
	if err != nil {
		return err
	}
	fmt.Println("open")
	if _, err := io.ReadAll(os.Stdin); err != nil {
		return err
	}
	return s.Close()
}

func TestStoreInUseByAnotherProcess(t *testing.T) {
	path := filepath.Join(t.TempDir(), "graph.db")
	holder, lines, input := helper(t, "hold", "bbolt:"+path)
	require.True(t, lines.Scan())
	require.Equal(t, "open", lines.Text())
	var told []error
	options := Options{Wait: 100 * time.Millisecond, Warn: func(err error) { told = append(told, err) }}
	_, err := Open(context.Background(), "bbolt:"+path, options)
	assert.ErrorIs(t, err, ErrLocked)
	assert.EqualError(t, err, "store bbolt:"+path+": in use by another process")
	require.Len(t, told, 1)
	assert.EqualError(t, told[0], "store bbolt:"+path+": in use by another process; waiting for it up to 100ms")
	cancelled, cancel := context.WithCancel(context.Background())
	cancel()
	_, err = Open(cancelled, "bbolt:"+path, Options{Wait: time.Hour})
	assert.ErrorIs(t, err, context.Canceled)
	// Readers wait neither for a writer nor for each other, and it does not wait for them.
	for range 2 {
		s, err := Open(context.Background(), "bbolt:"+path, Options{ReadOnly: true})
		require.NoError(t, err)
		defer s.Close()
		_, err = s.Snapshot(context.Background())
		require.NoError(t, err)
	}
	require.NoError(t, input.Close())
	require.NoError(t, holder.Wait())
	replace(t, openStore(t, "bbolt:"+path), numbered(0))
}

// helpFill lets no file grow beyond a megabyte, as a full disk would, until a
// write fails; then it lifts the limit and goes on with the same store.
func helpFill(args []string) error {
	ctx := context.Background()
	s, err := Open(ctx, args[0], Options{})
	if err != nil {
		return err
	}
	signal.Ignore(syscall.SIGXFSZ)
	var limit syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
		return err
	}
	full := syscall.Rlimit{Cur: 1 << 20, Max: limit.Max}
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &full); err != nil {
		return err
	}
	n := 0
	for ; err == nil; n++ {
		d := numbered(n)
		d.ID = fmt.Sprint("document/", n)
		for i := range d.Statements {
			d.Statements[i].Evidence.Document = d.ID
		}
		_, err = s.Replace(ctx, d)
	}
	fmt.Println("full:", err)
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
		return err
	}
	snapshot, err := s.Snapshot(ctx)
	if err != nil {
		return err
	}
	fmt.Println("kept:", n-1-len(snapshot.Documents()))
	if _, err := s.Replace(ctx, numbered(1)); err != nil {
		return err
	}
	if _, err := s.Snapshot(ctx); err != nil {
		return err
	}
	return s.Close()
}

func TestFullDiskLosesNothingAndCanBeGoneOnFrom(t *testing.T) {
	url := "bbolt:" + filepath.Join(t.TempDir(), "graph.db")
	filler, lines, _ := helper(t, "fill", url)
	require.True(t, lines.Scan())
	assert.Contains(t, lines.Text(), "full: writing document")
	assert.Contains(t, lines.Text(), "file too large")
	require.True(t, lines.Scan())
	assert.Equal(t, "kept: 0", lines.Text(), "documents that were written but are gone")
	assert.False(t, lines.Scan(), lines.Text())
	require.NoError(t, filler.Wait())
	requireDocument(t, openStore(t, url), numbered(1))
}

func TestPathsThatAreNoStore(t *testing.T) {
	directory := t.TempDir()
	at := func(name string) string { return filepath.Join(directory, name) }
	require.NoError(t, os.WriteFile(at("text"), []byte(strings.Repeat("Recalling its resolution 12/4\n", 1000)), 0o644))
	require.NoError(t, os.WriteFile(at("short"), []byte("x"), 0o644))
	require.NoError(t, syscall.Mkfifo(at("pipe"), 0o644))
	s := openStore(t, "bbolt:"+at("whole"))
	replace(t, s, numbered(3))
	require.NoError(t, s.Close())
	whole, err := os.ReadFile(at("whole"))
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(at("half"), whole[:16<<10], 0o644))
	for path, want := range map[string]string{
		"":                                    "a path is missing",
		directory:                             "this is a directory",
		at("text"):                            "this is not a bbolt file",
		at("short"):                           "this is not a bbolt file",
		at("pipe"):                            "this is not a regular file",
		at("half"):                            "this bbolt file is damaged",
		at("text/graph.db"):                   "not a directory",
		"/proc/mandategraph/graph.db":         "no such file or directory",
		at("long" + strings.Repeat("x", 300)): "file name too long",
	} {
		_, err := Open(context.Background(), "bbolt:"+path, Options{})
		assert.ErrorContains(t, err, "store bbolt:"+path+": ")
		assert.ErrorContains(t, err, want)
	}
	text, err := os.ReadFile(at("text"))
	require.NoError(t, err)
	assert.Len(t, text, 30000, "a file of somebody else stays as it is")
	_, err = Open(context.Background(), "bbolt:"+at("none"), Options{ReadOnly: true})
	assert.ErrorIs(t, err, ErrNoStore)
	assert.NoFileExists(t, at("none"))
}

func TestStoreThatMayOnlyBeRead(t *testing.T) {
	directory := t.TempDir()
	path := filepath.Join(directory, "graph.db")
	s := openStore(t, "bbolt:"+path)
	replace(t, s, numbered(0))
	require.NoError(t, s.Close())
	require.NoError(t, os.Chmod(path, 0o444))
	require.NoError(t, os.Chmod(directory, 0o555))
	require.NoError(t, os.Chmod(filepath.Dir(directory), 0o755))
	// Root may write everywhere: give this thread the rights of nobody.
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	if os.Getuid() == 0 {
		require.NoError(t, syscall.Setfsuid(65534))
		defer func() { assert.NoError(t, syscall.Setfsuid(0)) }()
	}
	_, err := Open(context.Background(), "bbolt:"+path, Options{})
	assert.ErrorContains(t, err, "store bbolt:"+path+": open "+path+": permission denied")
	_, err = Open(context.Background(), "bbolt:"+filepath.Join(directory, "new.db"), Options{})
	assert.ErrorContains(t, err, "new.db: permission denied")
	reader, err := Open(context.Background(), "bbolt:"+path, Options{ReadOnly: true})
	require.NoError(t, err)
	requireDocument(t, reader, numbered(0))
	if os.Getuid() == 0 {
		require.NoError(t, syscall.Setfsuid(0))
	}
	require.NoError(t, os.Chmod(path, 0))
	if os.Getuid() == 0 {
		require.NoError(t, syscall.Setfsuid(65534))
	}
	_, err = reader.Refresh(context.Background())
	assert.ErrorContains(t, err, path)
	assert.Equal(t, "forbidden", Trouble(err), err)
	require.NoError(t, reader.Close())
}

func TestURLsThatNameNoStore(t *testing.T) {
	for url, want := range map[string]string{
		"":            `store "": expected mem:, bbolt:PATH`,
		"graph.db":    `store "graph.db": expected mem:`,
		"sqlite:x":    `unknown kind`,
		"mem:somehow": "mem: takes no path",
	} {
		_, err := Open(context.Background(), url, Options{})
		assert.ErrorContains(t, err, want)
	}
}

// A disk that takes no more, and one that takes data but does not keep it: the
// write fails, what was there before is there, and the same store goes on.
func TestFailingWritesAndSyncsLoseNothing(t *testing.T) {
	ctx := context.Background()
	for device, says := range map[string]string{"/dev/full": "no space left on device", "/dev/null": "invalid argument"} {
		s := openStore(t, "bbolt:"+filepath.Join(t.TempDir(), "graph.db"))
		for n := range 15 { // then there is room for a small one in the file
			replace(t, s, numbered(n))
		}
		before := exported(t, requireNewest(t, s))
		failing, err := os.OpenFile(device, os.O_RDWR, 0)
		require.NoError(t, err)
		// From here on the store's file is the device.
		disk := s.backend.(*boltStore).disk
		require.NoError(t, syscall.Dup3(int(failing.Fd()), int(disk.Fd()), syscall.O_CLOEXEC))
		require.NoError(t, failing.Close())
		_, err = s.Replace(ctx, graphtest.Sample("1"))
		require.ErrorContains(t, err, "writing document document/1", device)
		require.ErrorContains(t, err, says)
		assert.Equal(t, before, exported(t, requireNewest(t, s)))
		replace(t, s, numbered(1))
		requireDocument(t, s, numbered(1))
		requireNewest(t, s)
	}
}
