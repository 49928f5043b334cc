package main

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"
	"sync"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
	"mandategraph/graph/store"
	"mandategraph/loader"
)

// A loading is one run of load: documents on their way from files into the store.
// They are taken in the order of the files, by one goroutine, and written by
// another.
type loading struct {
	*program
	replace  func(reading) bool // the text under the same identity in the store
	again    bool               // what the store holds is read anew
	rules    string             // by which texts are read
	progress *progress
	store    *store.Store
	before   *snapshot.Snapshot  // what the store held
	kept     []loader.Correction // in the store
	first    firsts
	fresh    []loader.Correction // among what is loaded
	whole    map[string]bool     // documents that are not read again
	refused  map[string]int      // by the reason
	failed   error               // why no more is taken

	lock    sync.Mutex
	handed  []handed // to the store, in this order
	written int      // of them
}

func (p *program) newLoading(replace func(reading) bool) *loading {
	return &loading{program: p, replace: replace, first: firsts{}, whole: map[string]bool{}, refused: map[string]int{}}
}

// A handed document is on its way into the store.
type handed struct {
	file                   file
	name                   string // of the file, or of the member of an archive
	id                     string
	statements, unresolved int
	nothing                bool // was found in its text
}

// Why a text or file is refused, for the sums.
const (
	unreadable   = "cannot be read"
	sameIdentity = "another text of this load has the identity"
	takenBefore  = "another text in the store has the identity"
)

func (l *loading) refuse(reason string, err error) {
	l.report(err)
	l.refused[reason]++
}

// write puts into the store what begun says, and then what comes. Where nothing
// comes that could be read, no store is opened.
func (l *loading) write(ctx context.Context, begun []outcome, more <-chan outcome) (err error) {
	l.refused = map[string]int{unreadable: l.reported}
	if !slices.ContainsFunc(begun, func(o outcome) bool { return len(o.read) > 0 }) {
		for range l.documents(ctx, begun, nil) {
		}
		if l.failed == nil && l.reported > 0 {
			l.failed = errQuiet
		}
		return l.failed
	}
	return l.writeInto(ctx, func() iter.Seq2[graph.Document, string] { return l.documents(ctx, begun, more) })
}

// writeInto opens the store and puts into it what is given once it is open.
func (l *loading) writeInto(ctx context.Context, documents func() iter.Seq2[graph.Document, string]) (err error) {
	if l.store, err = l.open(ctx); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, l.store.Close()) }()
	if l.before, err = l.store.Snapshot(ctx); err != nil {
		return err
	}
	if l.kept, err = keptCorrections(ctx, l.store, nil); err != nil {
		return err
	}
	if _, err := l.store.Replace(ctx, loader.ReferenceData()); err != nil {
		return fmt.Errorf("write the reference data: %w", err)
	}
	l.rules = loader.Rules()
	err = l.store.Feed(ctx, documents(), l.tellWritten)
	if err == nil {
		err = l.failed
	}
	if err == nil {
		err = l.finish(ctx)
	}
	if err != nil && ctx.Err() == nil {
		err = fmt.Errorf("%w; %s are in the store, and the same command goes on from there", err, plural(l.written, "document"))
	}
	return err
}

// finish reads again what new corrections concern, keeps the snapshot of the outcome
// for those who ask, and tells the sums.
func (l *loading) finish(ctx context.Context) error {
	if l.fresh != nil {
		kept, err := keptCorrections(ctx, l.store, nil)
		if err != nil {
			return err
		}
		if err := l.correctAgain(ctx, l.store, kept, l.whole); err != nil {
			return err
		}
	}
	if err := l.settle(ctx); err != nil {
		return err
	}
	l.progress.done()
	fmt.Fprintln(l.out, l.sums())
	return nil
}

// settle leaves the snapshot, its index of words, and the store's file in good order:
// the last two at the same time.
func (l *loading) settle(ctx context.Context) error {
	s, err := l.store.Snapshot(ctx)
	if err != nil {
		return err
	}
	settled := make(chan error, 1)
	go func() { settled <- l.store.Settle(ctx) }()
	err = l.keepWords(ctx, s, l.store)
	return errors.Join(err, <-settled)
}

// documents gives those that can be written, corrected, and notes the others.
func (l *loading) documents(ctx context.Context, begun []outcome, more <-chan outcome) iter.Seq2[graph.Document, string] {
	return func(yield func(graph.Document, string) bool) {
		for _, o := range begun {
			if !l.take(ctx, o, yield) {
				return
			}
		}
		for more != nil {
			select {
			case o, ok := <-more:
				if !ok || !l.take(ctx, o, yield) {
					return
				}
			case <-ctx.Done():
				return
			}
		}
	}
}

// take hands on what one file says; it is false where nothing more shall come.
func (l *loading) take(ctx context.Context, o outcome, yield func(graph.Document, string) bool) bool {
	var m misuse
	switch {
	case errors.As(o.err, &m):
		l.failed = o.err
		return false
	case o.err != nil:
		l.refuse(unreadable, o.err)
	}
	for _, r := range o.read {
		if !l.admit(r) {
			continue
		}
		corrected, err := correctAll(ctx, []reading{r}, l.kept)
		if err != nil {
			l.failed = err
			return false
		}
		r = corrected[0]
		l.note(o.file, r)
		rules := l.rules
		if r.whole {
			rules = "" // which a reading elsewhere does not tell
		}
		if !yield(r.document, rules) {
			return false
		}
	}
	return true
}

// admit says whether a document may be written under its identity.
func (l *loading) admit(r reading) bool {
	again, err := l.first.take(r)
	if err != nil {
		l.refuse(sameIdentity, err)
	}
	if again {
		return false
	}
	if l.replace(r) {
		return true
	}
	present, ok := l.before.Document(r.document.ID)
	if !ok || present.Source == r.document.Source {
		return true
	}
	l.refuse(takenBefore, fmt.Errorf(
		"%s: %s is already loaded with another text; load it with --replace or, where it prints no symbol, "+
			"under another identity with --id", r.name, r.document.ID,
	))
	return false
}

func (l *loading) note(of file, r reading) {
	l.fresh = append(l.fresh, r.corrections...)
	if r.whole {
		l.whole[r.document.ID] = true
	}
	d := &r.document
	h := handed{of, r.name, d.ID, len(d.Statements), r.unresolved, false}
	h.nothing = h.statements+h.unresolved == 0 && !loader.IsCorrections([]byte(d.Source))
	l.lock.Lock()
	defer l.lock.Unlock()
	l.handed = append(l.handed, h)
}

// tellWritten tells of a document that the store now holds.
func (l *loading) tellWritten(i int, change store.Change) {
	l.lock.Lock()
	h := l.handed[i]
	l.written = i + 1
	l.lock.Unlock()
	l.progress.step(h.file, h.id)
	fmt.Fprintf(l.out, "%s: %s, %s added, %d removed; %d unresolved\n",
		h.id, plural(h.statements, "statement"), plural(change.Added, "quad"), change.Removed, h.unresolved)
	if h.nothing {
		fmt.Fprintf(l.out, "%s: no act, citation, duty or speaker was found in its text\n", h.id)
	}
}

// sums is the line at the end.
func (l *loading) sums() string {
	statements, unresolved, refused := 0, 0, 0
	for _, h := range l.handed[:l.written] {
		statements, unresolved = statements+h.statements, unresolved+h.unresolved
	}
	var reasons []string
	for _, reason := range slices.Sorted(maps.Keys(l.refused)) {
		if n := l.refused[reason]; n > 0 {
			refused += n
			reasons = append(reasons, fmt.Sprintf("%d %s", n, reason))
		}
	}
	line := fmt.Sprintf("%s, %s, %d unresolved; %d refused",
		plural(l.written, "document"), plural(statements, "statement"), unresolved, refused)
	if refused > 0 {
		line += ": " + strings.Join(reasons, ", ")
	}
	return line
}
