package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"mandategraph/fetch"
	"mandategraph/graph"
	"mandategraph/graph/names"
	"mandategraph/loader/format"
)

// A fetching is what fetch was told, and how far it has come.
type fetching struct {
	*program
	options fetch.Options
	path    string // of the folder
	loads   bool
	cited   citing
	dryRun  bool

	folder *fetch.Folder
	client *fetch.Client
	// asked are the symbols for which this run has an answer, read the files that it
	// has loaded.
	asked, read map[string]bool
	// how many came now, and how many were there
	came, there int
}

const termsOfUse = "Documents are brought from the official document service of the United Nations, whose terms\n" +
	"of use apply to them (https://www.un.org/en/about-us/terms-of-use: personal, non-commercial\n" +
	"use, no resale). One request at a time, a second apart, as far as its robots.txt allows. The\n" +
	"pages of the Digital Library are not fetched, as its terms forbid it; records that you have\n" +
	"exported there yourself can be loaded. No other command reaches out of this machine."

// fetchCommand brings documents from the official document service.
func fetchCommand(p *program) *cobra.Command {
	f := &fetching{program: p, asked: map[string]bool{}, read: map[string]bool{}}
	c := &cobra.Command{
		Use:   "fetch [SYMBOL...]",
		Short: "Bring documents from the official document service",
		Long: "Brings the documents of SYMBOLs into a folder, with an index of address, date, size and\n" +
			"SHA-256. What is there is not asked for again, and the same command goes on after a stop.\n" +
			"What is not to be had is named, the others are fetched, and the exit code is 1.\n\n" + termsOfUse,
		Example: "  mandategraph fetch --load A/RES/76/185 'S/RES/1373 (2001)'\n" +
			"  mandategraph fetch --cited --dry-run\n  mandategraph fetch --load --cited --depth 2 --body ga",
		RunE: func(c *cobra.Command, symbols []string) error { return f.run(c.Context(), symbols) },
	}
	f.flags(c)
	p.storeFlag(c)
	p.readFlags(c)
	return c
}

func (f *fetching) flags(c *cobra.Command) {
	o, flags := &f.options, c.Flags()
	flags.StringVar(&f.path, "folder", filepath.Join("data", "documents"), "`FOLDER` for the files and their index")
	flags.BoolVar(&f.loads, "load", false, "load what came into the store")
	flags.BoolVar(&f.cited.on, "cited", false, "also the acts that are cited and not loaded, most cited first: by what\n"+
		"SYMBOLs cite, or by everything that is loaded where none is given")
	flags.IntVar(&f.cited.depth, "depth", 1, "how many citations away; more than 1 needs --load")
	flags.StringVar(&f.cited.body, "body", "", "only cited acts of this `BODY`, by code or name")
	flags.IntVar(&f.cited.limit, "limit", 0, "how many documents to ask for at most; 0 for any number")
	flags.BoolVar(&f.dryRun, "dry-run", false, "only list what would be asked for, and how long it would take")
	flags.StringVar(&o.Address, "address", fetch.DefaultAddress, "`URL` of the service")
	flags.StringVar(&o.Format, "format", "pdf", "pdf, or doc for Word")
	agent := "mandategraph/" + strings.Fields(version())[0] + " (documents by symbol, one at a time)"
	flags.StringVar(&o.Agent, "agent", agent,
		"how requests call this program: name/version and a comment, such as an address\nto write to")
	flags.DurationVar(&o.Every, "every", time.Second, "least time between two requests")
	flags.IntVar(&o.Tries, "tries", 4, "how often a document is asked for while the service is down or cuts it off")
	flags.DurationVar(&o.Pause, "pause", 2*time.Second,
		"how long to wait before the second try; each further pause is twice as long")
	flags.DurationVar(&o.Patience, "patience", 5*time.Minute, "the longest pause, also where the service asks for one")
	flags.DurationVar(&o.Timeout, "timeout", 2*time.Minute, "in which one request must be answered whole")
	flags.BoolVar(&o.Again, "again", false, "also ask for what the index says is not to be had")
}

// check finds misuse before anything is done.
func (f *fetching) check(symbols []string) error {
	switch {
	case len(symbols) == 0 && !f.cited.on:
		return misusef("expected at least one SYMBOL, or --cited")
	case f.options.Format != "pdf" && f.options.Format != "doc":
		return misusef("expected --format pdf or doc, found %q", f.options.Format)
	case f.cited.depth < 1:
		return misusef("expected --depth of 1 or more, found %d", f.cited.depth)
	case f.cited.on && f.cited.depth > 1 && !f.loads && !f.dryRun:
		return misusef("--depth %d needs --load: what a document cites is known when it is loaded", f.cited.depth)
	case f.options.Every < 0 || f.options.Tries < 1:
		return misusef("expected --every of 0s or more and --tries of 1 or more")
	}
	if b, ok := names.BodyByText(f.cited.body); ok {
		f.cited.body = b.Code
	} else if f.cited.body != "" {
		return misusef("--body: there is no body %q", f.cited.body)
	}
	return nil
}

func (f *fetching) run(ctx context.Context, arguments []string) (err error) {
	if err := f.check(arguments); err != nil {
		return err
	}
	var symbols []string
	for _, a := range arguments {
		symbols = append(symbols, symbolsOf(a)...)
	}
	if f.dryRun {
		return f.preview(ctx, symbols)
	}
	if f.folder, err = fetch.OpenFolder(f.path); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.folder.Close()) }()
	f.options.Check, f.options.Most = f.readable, f.limits.File<<20
	if f.client, err = fetch.New(f.options, f.folder); err != nil {
		return misuse{err}
	}
	if err := f.getAll(ctx, symbols, false); err != nil {
		return err
	}
	if f.cited.on {
		err = f.follow(ctx, symbols)
	}
	fmt.Fprintf(f.out, "%d fetched, %d there already, %d not to be had; the files are in %s\n",
		f.came, f.there, len(f.asked)-f.came-f.there, f.path)
	return err
}

// symbolsOf are the symbols that an argument means: itself, or that of the act which
// it names, or those of the parts of the report in which that is printed.
func symbolsOf(argument string) (symbols []string) {
	plain := strings.Join(strings.Fields(argument), "")
	if y, ok := names.ReadSymbol(plain); ok && y.End == len(plain) {
		return []string{plain}
	}
	if r, ok := names.ParseReference(argument); ok && r.Body != "" && r.Kind != "" {
		for _, s := range names.Sources(graph.ActID(r.Body, r.Kind, r.Number), "") {
			if symbols = append(symbols, s.Symbol); !s.Report {
				break
			}
		}
		if symbols != nil {
			return symbols
		}
	}
	return []string{plain}
}

// getAll asks for documents one after another, and loads what came.
func (f *fetching) getAll(ctx context.Context, symbols []string, cited bool) error {
	files := make([]file, len(symbols))
	for i, symbol := range symbols {
		files[i].path = symbol
	}
	progress := f.progress("fetch", files)
	defer progress.done()
	for i, symbol := range symbols {
		progress.step(files[i], symbol)
		if err := f.get(ctx, symbol, cited); err != nil {
			return err
		}
	}
	if !f.loads {
		return nil
	}
	return f.loadNew(ctx)
}

// get asks for one document, and names what came of it.
func (f *fetching) get(ctx context.Context, symbol string, cited bool) error {
	if f.asked[symbol] {
		return nil
	}
	e, fetched, err := f.client.Get(ctx, symbol, cited)
	var failure *fetch.Failure
	switch {
	case errors.As(err, &failure):
		f.asked[symbol] = true
		if failure.Kind == fetch.Forbidden {
			return failure // the same for all others
		}
		if !cited || !failure.Remembered { // what was named when it was found out need not be named each time
			f.report(failure)
		}
		return nil
	case err != nil:
		return err
	case fetched:
		f.came++
		fmt.Fprintf(f.out, "%s: %s, %d bytes\n", symbol, f.folder.Path(e), e.Size)
	default:
		f.there++
	}
	f.asked[symbol] = true
	return nil
}

// readable looks at a file before it is kept.
func (f *fetching) readable(ctx context.Context, symbol string, data []byte) error {
	ctx, cancel := f.limits.Within(ctx)
	defer cancel()
	_, err := format.Text(ctx, data, f.limits)
	var foreign format.ForeignLanguage
	switch {
	case errors.As(err, &foreign):
		return &fetch.Failure{Symbol: symbol, Kind: fetch.OtherLanguage, Detail: string(foreign)}
	case err != nil && ctx.Err() == nil:
		return &fetch.Failure{Symbol: symbol, Kind: fetch.Unreadable, Detail: err.Error()}
	}
	return err
}

// loadNew loads the files of the folder whose documents the store does not hold.
func (f *fetching) loadNew(ctx context.Context) error {
	held, err := f.held(ctx)
	if err != nil {
		return err
	}
	var paths []string
	for _, e := range f.folder.Entries() {
		if path := f.folder.Path(e); e.Whole() && !f.read[path] && !held[documentOf(e.Symbol)] {
			f.read[path] = true
			paths = append(paths, path)
		}
	}
	if len(paths) == 0 {
		return nil
	}
	return f.loadNamed(func() error { return f.program.load(ctx, paths, "", false) })
}

// loadNamed loads with sums of its own. That nothing could be read is no error of a
// longer work: each was named, and the exit code is 1 at its end.
func (p *program) loadNamed(load func() error) error {
	before := p.reported
	p.reported = 0
	err := load()
	if p.reported += before; errors.Is(err, errQuiet) {
		return nil
	}
	return err
}
