// Command mandategraph loads documents of United Nations bodies into a graph
// of resolutions and answers questions about it.
//
// It may import every package of this module and is imported by none. The
// commands stand in one table below and in one file each.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"
	"golang.org/x/term"
)

// commands in the order in which the help lists them.
var commands = []func(*program) *cobra.Command{
	loadCommand, unloadCommand, listCommand, showCommand, askCommand, serveCommand,
	extractCommand, exportCommand, scoreCommand, checkCommand, versionCommand,
}

// Exit codes.
const (
	exitGood   = 0
	exitFailed = 1
	exitMisuse = 2
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second signal ends the program at once
	p := &program{
		in: os.Stdin, out: os.Stdout, err: os.Stderr, getenv: os.Getenv,
		terminal: term.IsTerminal(int(os.Stderr.Fd())),
	}
	code := p.run(ctx, os.Args[1:])
	stop()
	os.Exit(code)
}

// A program is one run of the command line with the world around it.
type program struct {
	in       io.Reader
	out, err io.Writer
	getenv   func(string) string
	// terminal says that err is one, so that progress may be shown there.
	terminal bool
	// store is the URL that --store or the environment names.
	store string
	// reported counts the files that could not be read.
	reported int
}

// run executes the arguments and gives the exit code. Errors go to standard
// error; a misuse also says where the help is.
func (p *program) run(ctx context.Context, args []string) int {
	root := p.root()
	root.SetArgs(args)
	c, err := root.ExecuteContextC(ctx)
	var m misuse
	switch {
	case err == nil && p.reported == 0:
		return exitGood
	case err == nil:
		return exitFailed
	case errors.As(err, &m):
		fmt.Fprintf(p.err, "mandategraph: %v\nSee '%s -h'.\n", err, c.CommandPath())
		return exitMisuse
	case !errors.Is(err, errQuiet):
		fmt.Fprintf(p.err, "mandategraph: %v\n", err)
	}
	return exitFailed
}

// root is the command that all others stand under.
func (p *program) root() *cobra.Command {
	cobra.EnableCommandSorting = false
	root := &cobra.Command{
		Use:   "mandategraph",
		Short: "A knowledge graph of United Nations resolutions",
		Long: "Mandate Graph reads reports, resolutions and decisions of United Nations bodies and\n" +
			"answers what they recall, request and adopt, with the words that prove each answer.\n\n" +
			"Exit codes: 0 good, 1 failed, 2 misuse.",
		Args: func(c *cobra.Command, args []string) error {
			if len(args) > 0 {
				return misusef("there is no command %q", args[0])
			}
			return misusef("a command is expected")
		},
		RunE:          func(*cobra.Command, []string) error { return nil },
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	root.SetIn(p.in)
	root.SetOut(p.out)
	root.SetErr(p.err)
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return misuse{err} })
	for _, make := range commands {
		c := make(p)
		showDefaults(c)
		root.AddCommand(c)
	}
	return root
}
