package main

import (
	"errors"
	"fmt"
	"os"

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

// isTerminal reports whether a file is a character device other than the null
// device.
func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	if err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return false
	}
	null, err := os.Stat(os.DevNull)
	return err != nil || !os.SameFile(info, null)
}

// plural writes a count with its noun.
func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
