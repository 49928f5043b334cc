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
	"runtime/debug"
	"syscall"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"mandategraph/graph/names"
	"mandategraph/loader/format"
)

// commands in the order in which the help lists them.
var commands = []func(*program) *cobra.Command{
	loadCommand, fetchCommand, unloadCommand, listCommand, showCommand, askCommand, serveCommand,
	mcpCommand, extractCommand, exportCommand, backupCommand, restoreCommand, scoreCommand, checkCommand, healthcheckCommand,
	versionCommand, licensesCommand,
}

// Exit codes. A command that a signal stops exits with exitSignal and the number
// of the signal, as a shell would say of it.
const (
	exitGood   = 0
	exitFailed = 1
	exitMisuse = 2
	exitSignal = 128
)

func main() {
	p := &program{in: os.Stdin, out: os.Stdout, err: &harmless{Writer: os.Stderr}, getenv: os.Getenv}
	if term.IsTerminal(int(os.Stderr.Fd())) {
		p.screen = os.Stderr
	}
	if term.IsTerminal(int(os.Stdout.Fd())) {
		p.out = &harmless{Writer: os.Stdout}
	}
	os.Exit(p.run(untilSignal(), os.Args[1:]))
}

// untilSignal gives a context that Ctrl-C or TERM ends; a second one ends the
// program at once.
func untilSignal() context.Context {
	ctx, stop := context.WithCancelCause(context.Background())
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	go func() {
		s := (<-signals).(syscall.Signal)
		signal.Stop(signals)
		stop(stopped{s})
	}()
	return ctx
}

// stopped is why a context ended that a signal ends.
type stopped struct{ signal syscall.Signal }

func (s stopped) Error() string { return "stopped by a signal: " + s.signal.String() }

// Is makes it what callers know as the end of a context.
func (s stopped) Is(target error) bool { return target == context.Canceled }

// A program is one run of the command line with the world around it.
type program struct {
	in       io.Reader
	out, err io.Writer
	getenv   func(string) string
	// screen is where progress is shown; nil where standard error is no terminal.
	screen io.Writer
	// store is the URL that --store or the environment names.
	store string
	// wait, connectTimeout and statementTimeout are those of stores.
	wait, connectTimeout, statementTimeout time.Duration
	// reported counts the files that could not be read.
	reported int
	// limits and followLinks are those of reading.
	limits      format.Limits
	followLinks bool
}

// run executes the arguments and gives the exit code. Errors go to standard
// error; a misuse also says where the help is.
func (p *program) run(ctx context.Context, args []string) int {
	names.Forget()
	c, err := p.execute(ctx, args)
	var m misuse
	var s stopped
	switch {
	case err == nil && p.reported == 0:
		return exitGood
	case err == nil:
		return exitFailed
	case errors.As(err, &m):
		p.tell(err)
		fmt.Fprintf(p.err, "See '%s -h'.\n", c.CommandPath())
		return exitMisuse
	case !errors.Is(err, errQuiet):
		p.tell(err)
	}
	if errors.As(context.Cause(ctx), &s) {
		return exitSignal + int(s.signal)
	}
	return exitFailed
}

// execute runs the command that the arguments name. A fault becomes an error, also
// one in memory that is mapped from a file.
func (p *program) execute(ctx context.Context, args []string) (c *cobra.Command, err error) {
	root := p.root()
	root.SetArgs(args)
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer format.Recovered(&err)
	return root.ExecuteContextC(ctx)
}

// tell writes an error to standard error, each of joined ones on its line.
func (p *program) tell(err error) {
	list := []error{err}
	if j, ok := err.(interface{ Unwrap() []error }); ok && err.Error() == errors.Join(j.Unwrap()...).Error() {
		list = j.Unwrap()
	}
	for _, e := range list {
		text := shown(e.Error())
		if p.getenv(format.TraceVariable) != "" {
			text = e.Error()
		}
		fmt.Fprintf(p.err, "mandategraph: %s\n", text)
	}
}

// root is the command that all others stand under.
func (p *program) root() *cobra.Command {
	cobra.EnableCommandSorting = false
	p.limits = format.DefaultLimits()
	root := &cobra.Command{
		Use:   "mandategraph",
		Short: "A knowledge graph of United Nations resolutions",
		Long: "Mandate Graph reads reports, resolutions and decisions of United Nations bodies and\n" +
			"answers what they recall, request and adopt, with the words that prove each answer.\n\n" +
			"Exit codes: 0 good, 1 failed, 2 misuse, 130 stopped by Ctrl-C, 143 by TERM.",
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
