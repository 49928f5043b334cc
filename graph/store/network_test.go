package store

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/graph"
)

// processes are the ids of a server and of what it has started for its clients.
func processes(t *testing.T, data string) []int {
	text, err := os.ReadFile(filepath.Join(data, "postmaster.pid"))
	require.NoError(t, err)
	first, _, _ := strings.Cut(string(text), "\n")
	children, err := os.ReadFile("/proc/" + first + "/task/" + first + "/children")
	require.NoError(t, err)
	var ids []int
	for _, field := range append([]string{first}, strings.Fields(string(children))...) {
		id, err := strconv.Atoi(field)
		require.NoError(t, err)
		ids = append(ids, id)
	}
	return ids
}

// sendAll sends one to all; some may have ended.
func sendAll(ids []int, s syscall.Signal) {
	for _, id := range ids {
		_ = syscall.Kill(id, s)
	}
}

// ownServer starts one that only this test has, and gives where its data is and
// what ends it and starts it again.
func ownServer(t *testing.T) (server runningServer, data string, again func(longest string)) {
	directory, account := postgresDirectory(t)
	data = filepath.Join(directory, "data")
	runPostgres(
		t, directory, account, "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync",
		"--wal-segsize=1",
	)
	server = servePostgres(t, directory, data, account)
	return server, data, func(longest string) {
		server.stop()
		server = servePostgresAt(t, directory, data, account, server.port, longest)
	}
}

// A server that is stopped keeps its connections and takes new ones, and never
// answers.
func TestAServerThatDoesNotAnswerIsAnError(t *testing.T) {
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	defer cancel()
	server, data, again := ownServer(t)
	options := Options{ConnectTimeout: time.Second, StatementTimeout: 500 * time.Millisecond}
	s, err := Open(ctx, server.address, options)
	require.NoError(t, err)
	replace(t, s, numbered(0))
	paused := processes(t, data)
	sendAll(paused, syscall.SIGSTOP)
	defer func() { sendAll(paused, syscall.SIGCONT) }()
	_, err = s.Replace(ctx, numbered(1))
	assert.ErrorContains(t, err, "the database server has not answered for 500ms")
	assert.Equal(t, "unreachable", Trouble(err), err)
	_, err = s.Snapshot(ctx)
	require.Error(t, err)
	assert.Equal(t, "unreachable", Trouble(err), err)
	_, err = Open(ctx, server.address, options)
	require.Error(t, err)
	assert.Equal(t, "unreachable", Trouble(err), err)
	require.NoError(t, ctx.Err(), "nothing has waited for the server")
	sendAll(paused, syscall.SIGCONT)
	replace(t, s, numbered(1))
	requireDocument(t, s, numbered(1))
	requireNewest(t, s)

	server.stop()
	_, err = s.Replace(ctx, numbered(2))
	require.Error(t, err)
	assert.Equal(t, "unreachable", Trouble(err), err)
	assert.Contains(t, err.Error(), "127.0.0.1:"+server.port)
	again("unlimited")
	replace(t, s, numbered(2))
	requireNewest(t, s)
	again("unlimited")
	requireNewest(t, s)
	require.NoError(t, s.Close())
}

// A file of the server that cannot grow is what a full disk looks like to it.
func TestAFullServerLosesNothingAndCanBeGoneOnFrom(t *testing.T) {
	ctx := context.Background()
	server, _, again := ownServer(t)
	again("4096")
	s := openStore(t, server.address)
	written := 0
	var err error
	for err == nil {
		d := numbered(written)
		d.ID = fmt.Sprint("document/", written)
		for i := range d.Statements {
			d.Statements[i].Evidence.Document = d.ID
		}
		err = s.Load(ctx, []graph.Document{d}, func(int, Change) { written++ })
	}
	assert.ErrorContains(t, err, "writing document")
	assert.ErrorContains(t, err, "File too large")
	assert.Len(t, requireNewest(t, s).Documents(), written)
	again("unlimited")
	replace(t, s, numbered(1))
	requireNewest(t, s)
}
