package main

import (
	"context"
	"database/sql"
	"fmt"
	"net"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"

	_ "github.com/jackc/pgx/v5/stdlib" // registers "pgx"
)

// measurePostgres starts a server of its own, from Debian's packages.
func measurePostgres(ctx context.Context, d *data, directory string) (results, error) {
	address, stop, err := startPostgres(directory)
	if err != nil {
		return nil, err
	}
	defer stop()
	db, err := sql.Open("pgx", address)
	if err != nil {
		return nil, err
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	for attempt := 0; db.Ping() != nil; attempt++ {
		if attempt == 200 {
			return nil, db.Ping()
		}
		time.Sleep(50 * time.Millisecond)
	}
	var pid int
	if err := db.QueryRow(`SELECT pg_backend_pid()`).Scan(&pid); err != nil {
		return nil, err
	}
	if _, err := db.Exec(`SET jit = off`); err != nil {
		return nil, err
	}
	e := sqlEngine{
		db,
		func() time.Duration { return processor() + processorOf(pid) },
		"json_agg",
		"json_build_object",
		"json_build_array",
		numbered,
	}
	if err := e.fill(ctx, directory, func(tx *sql.Tx) func(string, []any) error { return e.insert(ctx, tx) }); err != nil {
		return nil, err
	}
	return e.measure(ctx, d)
}

// numbered writes parameters as PostgreSQL does.
func numbered(query string) string {
	for n := 1; strings.Contains(query, "?"); n++ {
		place := fmt.Sprintf("$%d", n)
		if strings.Contains(query, "SELECT ?, 0") || strings.Contains(query, "SELECT ? UNION") {
			place += "::text"
		}
		query = strings.Replace(query, "?", place, 1)
	}
	return query
}

// processorOf is the time that another process has spent computing, in steps of
// a hundredth of a second (proc(5)).
func processorOf(pid int) time.Duration {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return 0
	}
	fields := strings.Fields(string(text[strings.LastIndexByte(string(text), ')')+1:]))
	user, _ := strconv.Atoi(fields[11])
	system, _ := strconv.Atoi(fields[12])
	return time.Duration(user+system) * 10 * time.Millisecond
}

func startPostgres(directory string) (address string, stop func(), err error) {
	programs, _ := filepath.Glob("/usr/lib/postgresql/*/bin")
	if len(programs) == 0 {
		return "", nil, fmt.Errorf("install Debian's postgresql: make postgres")
	}
	bin := programs[len(programs)-1]
	place, err := os.MkdirTemp("", "mandategraph-bench-postgres")
	if err != nil {
		return "", nil, err
	}
	attributes, err := ordinaryUser(place)
	if err != nil {
		return "", nil, err
	}
	initdb := exec.Command(
		filepath.Join(bin, "initdb"),
		"-D",
		place+"/data",
		"-U",
		"postgres",
		"-A",
		"trust",
		"-E",
		"UTF8",
		"--locale=C",
		"--no-sync",
	)
	initdb.Dir, initdb.SysProcAttr = place, attributes
	if output, err := initdb.CombinedOutput(); err != nil {
		return "", nil, fmt.Errorf("initdb: %w: %s", err, output)
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", nil, err
	}
	port := listener.Addr().(*net.TCPAddr).Port
	listener.Close()
	server := exec.Command(
		filepath.Join(bin, "postgres"),
		"-D",
		place+"/data",
		"-p",
		strconv.Itoa(port),
		"-c",
		"listen_addresses=127.0.0.1",
		"-c",
		"unix_socket_directories=",
		"-c",
		"fsync=off",
		"-c",
		"shared_buffers=1GB",
		"-c",
		"work_mem=512MB",
		"-c",
		"max_parallel_workers_per_gather=0",
		"-c",
		"autovacuum=off",
	)
	server.Dir, server.SysProcAttr = place, attributes
	if err := server.Start(); err != nil {
		return "", nil, err
	}
	return fmt.Sprintf("postgres://postgres@127.0.0.1:%d/postgres?sslmode=disable", port), func() {
		_ = server.Process.Signal(syscall.SIGQUIT)
		_ = server.Wait() // its status tells of the signal
		_ = os.RemoveAll(place)
	}, nil
}

// ordinaryUser gives a folder to another user where this one is root, as whom
// PostgreSQL does not start.
func ordinaryUser(place string) (*syscall.SysProcAttr, error) {
	if os.Getuid() != 0 {
		return nil, nil
	}
	account, err := user.Lookup("postgres")
	if err != nil {
		return nil, err
	}
	uid, _ := strconv.Atoi(account.Uid)
	gid, _ := strconv.Atoi(account.Gid)
	return &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}}, os.Chown(place, uid, gid)
}
