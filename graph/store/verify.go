package store

import (
	"context"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/cayleygraph/quad"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// Verify reads everything that a store holds, quad by quad, and reports what
// does not fit together: the sum of all quads and the counts of each document
// against the journal, the snapshot against the quads, its inverse relations
// against its forward ones, and the quote of each statement against the words
// that its range cuts from the source. An error says that the store could not
// be read at all.
func (s *Store) Verify(ctx context.Context) (findings []string, err error) {
	var snap *snapshot.Snapshot
	err = s.with(ctx, func(b backend) (err error) {
		if snap, err = s.newest(ctx, b); err == nil {
			findings, err = verifyQuads(ctx, b, snap)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	findings = append(findings, snapshot.VerifyInverse(snap)...)
	for _, id := range snap.Documents() {
		d, _ := snap.Document(id)
		findings = append(findings, verifyEvidence(&d)...)
	}
	return findings, nil
}

// verifyQuads compares the quads of a store with its journal and a snapshot.
func verifyQuads(ctx context.Context, b backend, snap *snapshot.Snapshot) (findings []string, err error) {
	quads, v, err := b.everything(ctx)
	if err != nil {
		return nil, err
	}
	if snap.Revision != v {
		return nil, errChanged
	}
	var total snapshot.Sum
	addQuads(&total, quads)
	if total != v.Sum {
		findings = append(findings, "the store does not hold the quads that were written: their sum differs from the journal's")
	}
	byID, err := byDocument(quads)
	if err != nil {
		return append(findings, err.Error()), nil
	}
	manifests, err := manifests(ctx, b, v)
	if err != nil {
		return nil, err
	}
	for _, id := range slices.Sorted(maps.Keys(union(byID, manifests))) {
		findings = append(findings, verifyDocument(id, byID[id], manifests[id], snap)...)
	}
	return findings, nil
}

func union[A, B any](a map[string]A, b map[string]B) map[string]bool {
	keys := map[string]bool{}
	for key := range a {
		keys[key] = true
	}
	for key := range b {
		keys[key] = true
	}
	return keys
}

// manifests are what the journal says, up to a version, last of each document
// that is there.
func manifests(ctx context.Context, b backend, v snapshot.Revision) (map[string]manifest, error) {
	entries, err := b.journal(ctx, 0)
	last := map[string]manifest{}
	for _, e := range entries {
		for _, m := range e.Documents {
			if last[m.ID] = m; m.Quads == 0 {
				delete(last, m.ID)
			}
		}
		if e.Revision == v {
			break
		}
	}
	return last, err
}

func verifyDocument(id string, quads []quad.Quad, written manifest, snapshot *snapshot.Snapshot) (findings []string) {
	held := manifestOf(id, quads)
	if held.Quads != written.Quads || held.Statements != written.Statements || held.Facts != written.Facts {
		findings = append(findings, fmt.Sprintf("%s: %d quads, %d statements and %d facts were written, and %d, %d and %d are there", id,
			written.Quads, written.Statements, written.Facts, held.Quads, held.Statements, held.Facts))
	} else if held.Sum != written.Sum {
		findings = append(findings, id+": its quads are not those that were written")
	}
	stored, err := DocumentOf(id, quads)
	if err != nil {
		return append(findings, err.Error())
	}
	shown, ok := snapshot.Document(id)
	if !ok {
		return append(findings, id+": the snapshot lacks it")
	}
	if !equal(&stored, &shown) {
		findings = append(findings, id+": the snapshot shows it otherwise than the store holds it")
	}
	return findings
}

// verifyEvidence cuts the range of each statement out of the source again.
func verifyEvidence(d *graph.Document) (findings []string) {
	source := []rune(d.Source)
	for i := range d.Statements {
		e := &d.Statements[i].Evidence
		where := fmt.Sprintf(
			"%s: %s %s %s at %d to %d",
			d.ID,
			d.Statements[i].Subject,
			d.Statements[i].Relation,
			d.Statements[i].Object,
			e.Start,
			e.End,
		)
		if e.Start < 0 || e.End < e.Start || e.End > len(source) {
			findings = append(findings, fmt.Sprintf("%s: the source has only %d code points", where, len(source)))
			continue
		}
		if cut := string(source[e.Start:e.End]); !shows(cut, e.Quote) {
			findings = append(findings, fmt.Sprintf("%s: the source says %q, and the quote %q", where, cut, e.Quote))
		}
	}
	return findings
}

// shows reports that a range of the source has the words of a quote: its first
// line begins with them and its last line ends with them, and the others stand
// in their order. What lies between, a page break or footnotes, the quote leaves
// out.
func shows(source, quote string) bool {
	quote = letters(quote)
	var lines []string
	for line := range strings.Lines(markup.ReplaceAllString(source, "")) {
		if line = letters(line); line != "" {
			lines = append(lines, line)
		}
	}
	if len(lines) == 0 {
		return quote == ""
	}
	// Of the first and last lines a few letters are enough: they may end, or
	// begin, with the mark of a footnote.
	const ends = 8
	first, last := lines[0], lines[len(lines)-1]
	first, last = first[:min(ends, len(first), len(quote))], last[len(last)-min(ends, len(last), len(quote)):]
	return strings.HasPrefix(quote, first) && strings.HasSuffix(quote, last) && inOrder(strings.Join(lines, ""), quote)
}

// inOrder reports that all letters of a part stand in a text in their order.
func inOrder(text, part string) bool {
	for _, letter := range part {
		at := strings.IndexRune(text, letter)
		if at < 0 {
			return false
		}
		text = text[at+utf8.RuneLen(letter):]
	}
	return true
}

// markup of the sources: the target of a link, and tags.
var markup = regexp.MustCompile(`\]\([^)]*\)|</?[a-z]+>`)

// letters are the letters and decimal digits of a text: all that page breaks,
// spaces, markup and the marks of footnotes leave alone.
func letters(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.Is(unicode.Nd, r) {
			return r
		}
		return -1
	}, markup.ReplaceAllString(text, ""))
}
