package main

import (
	_ "embed"
	"fmt"
	"runtime/debug"

	"github.com/spf13/cobra"
)

// versionCommand prints what was built.
func versionCommand(p *program) *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version",
		Args:  expect(0, 0, "no argument"),
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintln(p.out, "mandategraph", version())
			return err
		},
	}
}

// version is that of the module, with the revision and Go version it was built
// from.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	text := info.Main.Version
	if text == "" {
		text = "(devel)"
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" {
			text += " " + s.Value[:min(len(s.Value), 12)]
		}
	}
	return text + " " + info.GoVersion
}

// notices are the licences of all that is in the program; notices.sh writes them.
//
//go:embed notices.txt
var notices string

// licensesCommand prints the licences of what the program is made of.
func licensesCommand(p *program) *cobra.Command {
	return &cobra.Command{
		Use:   "licenses",
		Short: "Print the licence notices of all modules in the program",
		Args:  expect(0, 0, "no argument"),
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprint(p.out, notices)
			return err
		},
	}
}
