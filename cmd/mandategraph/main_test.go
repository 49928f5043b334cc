package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// text is a made-up document whose act cites three others.
const text = `United Nations                                             E/2044/L.3

Economic and Social Council

Draft resolution submitted by the President of the Council

Mending of widgets

The Economic and Social Council,

Recalling General Assembly resolution 76/185 of 16 December 2021, entitled "Cogs", and its resolution 2038/9 of 4 December 2038,

Noting its resolution 2040/5 of July 2040,

1. Requests the Secretary-General to report to it at its next session;

2. Urges Member States to mend widgets.
`

// A desk is a folder with a store, where commands are typed.
type desk struct {
	*testing.T
	dir, store string
}

func newDesk(t *testing.T) *desk {
	dir := t.TempDir()
	return &desk{t, dir, "bbolt:" + filepath.Join(dir, "graph.db")}
}

// result is what a user sees of a command.
type result struct {
	code     int
	out, err string
}

// typed runs a command with standard input.
func (d *desk) typed(input string, args ...string) result {
	d.Helper()
	var out, errs bytes.Buffer
	p := &program{in: strings.NewReader(input), out: &out, err: &errs, getenv: func(name string) string {
		if name == storeVariable {
			return d.store
		}
		return ""
	}}
	code := p.run(context.Background(), args)
	return result{code, out.String(), errs.String()}
}

// must runs a command that succeeds and says nothing on standard error.
func (d *desk) must(args ...string) string {
	d.Helper()
	r := d.typed("", args...)
	require.Equal(d, exitGood, r.code, r.err)
	assert.Empty(d, r.err, "nothing is on standard error where it is no terminal")
	return r.out
}

// file writes a file into the folder.
func (d *desk) file(name, content string) string {
	d.Helper()
	path := filepath.Join(d.dir, name)
	require.NoError(d, os.MkdirAll(filepath.Dir(path), 0o755))
	require.NoError(d, os.WriteFile(path, []byte(content), 0o644))
	return path
}

func TestHelpShowsEveryOptionWithItsDefault(t *testing.T) {
	d := newDesk(t)
	for _, make := range commands {
		c := make(&program{})
		help := d.must(c.Name(), "-h")
		for _, line := range strings.Split(help, "\n") {
			if trimmed := strings.TrimSpace(line); strings.HasPrefix(trimmed, "--") && strings.Contains(help, "default") {
				assert.Contains(t, help[strings.Index(help, line):], "(default ", "%s: %s", c.Name(), line)
			}
		}
		assert.Contains(t, d.must("-h"), "  "+c.Name()+" ")
	}
	assert.Contains(t, d.must("load", "-h"), defaultStore)
	assert.Contains(t, d.must("version"), "mandategraph ")
}

func TestMisuseExitsWith2AndSaysWhatWasExpected(t *testing.T) {
	d := newDesk(t)
	path := d.file("a.txt", text)
	for _, c := range []struct {
		args []string
		says string
	}{
		{nil, "a command is expected"},
		{[]string{"lode"}, `no command "lode"`},
		{[]string{"load"}, "at least one PATH"},
		{[]string{"load", "--nope", path}, "unknown flag: --nope"},
		{[]string{"load", "--id", "document/x", path, path}, "--id names one document"},
		{[]string{"load", "--id", "bad id", path}, "expected an identity"},
		{[]string{"extract", "--id", "a#b", path}, "expected an identity"},
		{[]string{"list", "more"}, `found "more"`},
		{[]string{"export", "--format", "docx"}, `no format "docx"; expected one of csv`},
		{[]string{"extract", "--format", "docx", path}, `no format "docx"`},
		{[]string{"extract", "--sheet-safe=yes", path}, `no sheet safety "yes"; expected formulas, all or off`},
		{[]string{"score", path}, "expected --gold FILE.tsv"},
		{
			[]string{"check", "--only", "spelling", path},
			"expected one of unresolved, conflicts, records, dangling, dates, corrections, outdated, integrity",
		},
	} {
		r := d.typed("", c.args...)
		assert.Equal(t, exitMisuse, r.code, c.args)
		assert.Contains(t, r.err, c.says)
		assert.Contains(t, r.err, "-h'", "it says where the help is")
		assert.Empty(t, r.out)
	}
}

func TestReadingWithoutAStoreFailsAndMakesNone(t *testing.T) {
	d := newDesk(t)
	for _, args := range [][]string{
		{"list"}, {"show", "12/4"}, {"ask", "what does 12/4 recall"}, {"export"}, {"check"}, {"unload", "x"},
		{"serve", "--listen", "127.0.0.1:0"},
	} {
		r := d.typed("", args...)
		assert.Equal(t, exitFailed, r.code, args)
		assert.Contains(t, r.err, "load a document first")
	}
	left, err := os.ReadDir(d.dir)
	require.NoError(t, err)
	assert.Empty(t, left)
}
