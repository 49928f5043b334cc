package main

import (
	"context"
	"fmt"
	"iter"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/store"
	"mandategraph/loader"
)

// loadAgain reads every document of the store anew from its text, by the rules of
// this program.
func (p *program) loadAgain(ctx context.Context) error {
	existing, err := p.openExisting(ctx)
	if err == nil {
		err = existing.Close()
	}
	if err != nil {
		return err
	}
	l := p.newLoading(func(reading) bool { return true })
	l.progress = p.progress("read again", nil)
	defer l.progress.done()
	return l.writeInto(ctx, func() iter.Seq2[graph.Document, string] { return l.stored(ctx) })
}

// stored gives the documents of the store as they are read now. One that cannot be
// read any more stays as it is, and is refused.
func (l *loading) stored(ctx context.Context) iter.Seq2[graph.Document, string] {
	return func(yield func(graph.Document, string) bool) {
		texts := l.texts()
		for _, f := range texts {
			l.progress.size += f.size
		}
		l.progress.all = len(texts)
		for _, f := range texts {
			if ctx.Err() != nil {
				return
			}
			id, o := f.path, outcome{file: f}
			held, _ := l.before.Document(id)
			if again, err := reread(ctx, held, l.kept); err != nil {
				o.err = err
			} else {
				o.read = []reading{{name: id, document: again.Document, unresolved: len(again.Diagnostics)}}
			}
			if !l.take(ctx, o, yield) {
				return
			}
		}
	}
}

// texts are the documents of the store that have been read from a text, as files.
func (l *loading) texts() (texts []file) {
	for _, id := range l.before.Documents() {
		if isRead(id) {
			d, _ := l.before.Document(id)
			texts = append(texts, file{path: id, size: int64(len(d.Source))})
		}
	}
	return texts
}

// isRead says that a document has been read from a text by rules.
func isRead(id string) bool {
	return id != graph.ReferenceData && !strings.HasPrefix(id, loader.CorrectionsLead)
}

// The check of the rules by which documents were read.
const (
	outdated      = "outdated"
	outdatedFinds = "documents that were read by other rules than this program's; 'load --again' reads them anew"
)

// listOutdated prints the documents that were read by other rules. That there are
// none, it says only when asked.
func (p *program) listOutdated(ctx context.Context, asked bool) error {
	st, err := p.openExisting(ctx)
	if err != nil {
		return err
	}
	infos, err := st.Documents(ctx)
	if failed := st.Close(); err == nil {
		err = failed
	}
	if err != nil {
		return err
	}
	found := outdatedOf(infos, loader.Rules())
	if asked || len(found) > 0 {
		fmt.Fprintf(p.out, "%s (%s): %d\n", outdated, outdatedFinds, len(found))
	}
	for _, line := range found {
		fmt.Fprintf(p.out, "  %s\n", line)
	}
	return nil
}

func outdatedOf(infos []store.DocumentInfo, rules string) (lines []string) {
	for _, info := range infos {
		switch {
		case !isRead(info.ID) || info.Rules == rules:
		case info.Rules == "":
			lines = append(lines, info.ID+": by which rules is not known")
		default:
			lines = append(lines, fmt.Sprintf("%s: by rules %s, now %s", info.ID, info.Rules, rules))
		}
	}
	return lines
}
