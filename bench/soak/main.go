// Command soak lets one server run for a long time under all that is thrown at
// it, and says what it kept up:
//
//	go run ./bench/soak -program bin/mandategraph -for 30m testdata/*.txt
//
// It loads the texts into a new bbolt file, serves it, and at the same time asks
// as usual clients do, searches for what is dear to look for, exports, holds
// connections that neither read nor write on, loads and unloads the last of the
// texts, and garbles the snapshot's file. Every answer to a usual client is
// compared with the one that was given before anything else began. Exit code 1
// where one is wrong or missing, or the server is gone.
//
// It imports nothing of ours: it knows the program as its users do.
package main

import (
	"context"
	"flag"
	"fmt"
	"log"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"time"
)

// soak is one run.
type soak struct {
	program string
	store   string // URL of the store
	file    string // path of its file
	address string
	texts   []string
	tally   tally
}

func main() {
	s := &soak{}
	var length, every time.Duration
	flag.StringVar(&s.program, "program", "bin/mandategraph", "the program")
	flag.StringVar(&s.address, "listen", "127.0.0.1:8392", "where it is served")
	flag.DurationVar(&length, "for", 30*time.Minute, "how long")
	flag.DurationVar(&every, "every", time.Minute, "how often a line is printed")
	flag.Parse()
	s.texts = flag.Args()
	if len(s.texts) < 2 {
		log.Fatal("soak: expected at least two texts")
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := s.run(ctx, length, every); err != nil {
		log.Fatal("soak: ", err)
	}
}

// run prepares the store and the server, lets all clients loose and prints.
func (s *soak) run(ctx context.Context, length, every time.Duration) error {
	folder, err := os.MkdirTemp("", "soak")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	s.file = filepath.Join(folder, "graph.db")
	s.store = "bbolt:" + s.file
	if err := s.call(append([]string{"load"}, s.texts...)...); err != nil {
		return err
	}
	server, err := s.serve(folder)
	if err != nil {
		return err
	}
	gone := make(chan error, 1)
	go func() { gone <- server.Wait() }()
	defer func() {
		_ = server.Process.Signal(os.Interrupt)
		<-gone
	}()
	if err := s.learn(); err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, length)
	defer cancel()
	done := s.loose(ctx)
	return s.watch(ctx, every, gone, done)
}

// call runs a command of the program over the store.
func (s *soak) call(arguments ...string) error {
	c := exec.Command(s.program, append(arguments, "--store", s.store)...)
	if out, err := c.CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %w: %.300s", arguments[0], err, out)
	}
	return nil
}

// serve starts the server, with its log in the folder, and waits until it is ready.
func (s *soak) serve(folder string) (*exec.Cmd, error) {
	out, err := os.Create(filepath.Join(folder, "log"))
	if err != nil {
		return nil, err
	}
	c := exec.Command(s.program, "serve", "--store", s.store, "--listen", s.address)
	c.Stdout, c.Stderr = out, out
	if err := c.Start(); err != nil {
		return nil, err
	}
	for range 100 {
		if status, _, err := s.get(context.Background(), "/readyz"); err == nil && status == 200 {
			return c, nil
		}
		time.Sleep(100 * time.Millisecond)
	}
	_ = c.Process.Kill()
	return nil, fmt.Errorf("the server was not ready after ten seconds")
}
