package store

import (
	"context"
	"database/sql"
	"fmt"
	"net"
	"net/url"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/graph/graphtest"
)

// A postgresServer makes empty databases on a server, for tests.
type postgresServer struct {
	admin *url.URL
	count atomic.Int64
}

// startPostgres gives the server that MANDATEGRAPH_TEST_POSTGRES names, by the
// URL of a user who may make databases. Without it, it starts a server of its
// own on a free port of 127.0.0.1, which ends with the test or its process.
func startPostgres(t *testing.T) *postgresServer {
	address := os.Getenv("MANDATEGRAPH_TEST_POSTGRES")
	if address == "" {
		address = startOwnPostgres(t)
	}
	admin, err := url.Parse(address)
	require.NoError(t, err)
	return &postgresServer{admin: admin}
}

// postgresProgram finds a program of the server in PATH or where Debian has it.
func postgresProgram(t *testing.T, name string) string {
	if path, err := exec.LookPath(name); err == nil {
		return path
	}
	paths, err := filepath.Glob("/usr/lib/postgresql/*/bin/" + name)
	require.NoError(t, err)
	require.NotEmpty(t, paths, "the tests need PostgreSQL: install it (Debian: apt-get install postgresql), or set MANDATEGRAPH_TEST_POSTGRES to a server's URL")
	return paths[len(paths)-1]
}

func startOwnPostgres(t *testing.T) string {
	directory, account := postgresDirectory(t)
	data := filepath.Join(directory, "data")
	runPostgres(t, directory, account, "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
	return servePostgres(t, directory, data, account).address
}

// postgresDirectory is a folder in which the user may write as whom the server
// runs.
func postgresDirectory(t *testing.T) (string, *syscall.SysProcAttr) {
	directory, err := os.MkdirTemp("", "mandategraph-postgres")
	require.NoError(t, err)
	t.Cleanup(func() { assert.NoError(t, os.RemoveAll(directory)) })
	return directory, ordinaryUser(t, directory)
}

// runPostgres runs one of the server's programs to its end.
func runPostgres(t *testing.T, directory string, account *syscall.SysProcAttr, name string, args ...string) {
	c := exec.Command(postgresProgram(t, name), args...)
	c.Dir, c.SysProcAttr = directory, account
	output, err := c.CombinedOutput()
	require.NoError(t, err, "%s: %s", name, output)
}

// A runningServer is one on a free port of 127.0.0.1.
type runningServer struct {
	address, port string
	stop          func()
}

// servePostgres starts a server on a folder that has its data. It ends with the
// test at the latest.
func servePostgres(t *testing.T, directory, data string, account *syscall.SysProcAttr) runningServer {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	port := strconv.Itoa(listener.Addr().(*net.TCPAddr).Port)
	require.NoError(t, listener.Close())
	return servePostgresAt(t, directory, data, account, port, "unlimited")
}

// servePostgresAt also says how long a file of the server may be, in units of
// 512 bytes.
func servePostgresAt(
	t *testing.T, directory, data string, account *syscall.SysProcAttr, port, longest string,
) runningServer {
	// The shell ends the server when its input ends: also where the process of
	// the test was killed.
	server := exec.Command("sh", "-c", `ulimit -f "$1"; shift; "$@" & read end; kill -QUIT $!; wait $!`, "sh", longest,
		postgresProgram(t, "postgres"), "-D", data, "-p", port, "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "fsync=off", "-c", "full_page_writes=off")
	server.Dir, server.SysProcAttr = directory, account
	log, err := os.Create(data + ".log")
	require.NoError(t, err)
	server.Stdout, server.Stderr = log, log
	input, err := server.StdinPipe()
	require.NoError(t, err)
	require.NoError(t, server.Start())
	stop := sync.OnceFunc(func() {
		assert.NoError(t, input.Close())
		_ = server.Wait() // its status tells of the signal
		assert.NoError(t, log.Close())
	})
	t.Cleanup(stop)
	address := fmt.Sprintf("postgres://postgres@127.0.0.1:%s/postgres?sslmode=disable", port)
	waitForPostgres(t, address, log.Name())
	return runningServer{address, port, stop}
}

// ordinaryUser gives the directory to another user where the test runs as
// root, as whom PostgreSQL does not start.
func ordinaryUser(t *testing.T, directory string) *syscall.SysProcAttr {
	if os.Getuid() != 0 {
		return nil
	}
	account, err := user.Lookup("postgres")
	if err != nil {
		account, err = user.Lookup("nobody")
	}
	require.NoError(t, err)
	uid, err := strconv.Atoi(account.Uid)
	require.NoError(t, err)
	gid, err := strconv.Atoi(account.Gid)
	require.NoError(t, err)
	require.NoError(t, os.Chown(directory, uid, gid))
	return &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}}
}

func waitForPostgres(t *testing.T, address, log string) {
	db, err := sql.Open(sqlDriver, address)
	require.NoError(t, err)
	defer db.Close()
	for range 600 {
		if err = db.Ping(); err == nil {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	text, _ := os.ReadFile(log)
	require.NoError(t, err, "%s", text)
}

// database makes an empty database, dropped after the test. It gives the URL
// without its scheme.
func (s *postgresServer) database(t *testing.T) string {
	admin, err := sql.Open(sqlDriver, s.admin.String())
	require.NoError(t, err)
	name := fmt.Sprintf("mandategraph_test_%d_%d", os.Getpid(), s.count.Add(1))
	_, err = admin.Exec(`CREATE DATABASE ` + name)
	require.NoError(t, err)
	t.Cleanup(func() {
		_, err := admin.Exec(`DROP DATABASE ` + name + ` WITH (FORCE)`)
		assert.NoError(t, err)
		assert.NoError(t, admin.Close())
	})
	address := *s.admin
	address.Path = "/" + name
	address.Scheme = ""
	return ":" + address.String()
}

func TestDatabaseURLs(t *testing.T) {
	for _, address := range []string{"postgres:", "postgres:graph", "cockroach://", "cockroach:///graph", "postgres://%zz"} {
		_, err := Open(context.Background(), address, Options{})
		assert.ErrorContains(t, err, "://user@host/database", address)
	}
	for _, scheme := range []string{"postgres", "postgresql", "cockroach"} {
		_, err := Open(context.Background(), scheme+"://somebody:secret@127.0.0.1:1/graph?connect_timeout=1", Options{})
		require.Error(t, err)
		assert.Contains(t, err.Error(), scheme+"://somebody:xxxxx@127.0.0.1:1/graph")
		assert.NotContains(t, err.Error(), "secret")
	}
}

// Two processes with the same database do not know each other's locks.
func testTwoWriters(t *testing.T, url string) {
	ctx := context.Background()
	// All make the tables at the same time.
	stores := make([]*Store, 3)
	var group sync.WaitGroup
	for i := range stores {
		group.Go(func() {
			var err error
			stores[i], err = Open(ctx, url, Options{Wait: time.Minute}) // they take turns
			assert.NoError(t, err)
		})
	}
	group.Wait()
	require.NotContains(t, stores, (*Store)(nil))
	for i, s := range stores {
		group.Go(func() {
			for n := range 10 {
				own := numbered(n)
				_, err := s.Replace(ctx, graphtest.Sample(fmt.Sprint("own", i), fmt.Sprintf("ga/resolution/%d/1", n)))
				assert.NoError(t, err)
				_, err = s.Replace(ctx, own)
				assert.NoError(t, err)
				_, err = s.Snapshot(ctx)
				assert.NoError(t, err)
			}
		})
	}
	group.Wait()
	for _, s := range stores {
		snapshot, err := s.Snapshot(ctx)
		require.NoError(t, err)
		assert.Len(t, snapshot.Documents(), 8)
		for i := range stores {
			requireDocument(t, s, graphtest.Sample(fmt.Sprint("own", i), "ga/resolution/9/1"))
		}
		require.NoError(t, s.Close())
	}
}

// testConnectionsCut is what a restart of the server looks like.
func testConnectionsCut(t *testing.T, server *postgresServer, scheme string) {
	place := server.database(t)
	s := openStore(t, scheme+place)
	replace(t, s, numbered(0))
	admin, err := sql.Open(sqlDriver, "postgres"+place)
	require.NoError(t, err)
	_, err = admin.Exec(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`)
	require.NoError(t, err)
	require.NoError(t, admin.Close())
	replace(t, s, numbered(1))
	requireDocument(t, s, numbered(0))
	requireDocument(t, s, numbered(1))
}
