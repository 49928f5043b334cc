package main

import (
	"errors"
	"fmt"
	"runtime/debug"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// A misuse is an error in how the program was called; it exits with 2.
type misuse struct{ error }

func (m misuse) Unwrap() error { return m.error }

func misusef(format string, args ...any) error { return misuse{fmt.Errorf(format, args...)} }

// errQuiet fails a command whose output already says why.
var errQuiet = errors.New("failed")

// expect checks the number of arguments; most below 0 means any number.
func expect(least, most int, what string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) < least {
			return misusef("expected %s", what)
		}
		if most >= 0 && len(args) > most {
			return misusef("expected %s and nothing else, found %q", what, args[most])
		}
		return nil
	}
}

// showDefaults completes the help of options whose default is empty, which
// the flag package leaves out.
func showDefaults(c *cobra.Command) {
	c.Flags().VisitAll(func(f *pflag.Flag) {
		switch f.DefValue {
		case "", "[]":
			f.Usage += " (default none)"
		case "false", "0", "0s":
			f.Usage += " (default " + f.DefValue + ")"
		}
	})
}

// spareGarbage is how far garbage may grow, in per cent of what is in use, before
// it is cleared away. Little is in use, both while texts are read and while a
// server answers from a snapshot, and much is soon garbage.
const spareGarbage = 400

// letGarbageGrow sets spareGarbage, where the environment's GOGC says nothing
// else, until restore is called.
func (p *program) letGarbageGrow() (restore func()) {
	if p.getenv("GOGC") != "" {
		return func() {}
	}
	before := debug.SetGCPercent(spareGarbage)
	return func() { debug.SetGCPercent(before) }
}

// plural writes a count with its noun.
func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
