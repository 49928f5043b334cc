package search

import (
	"context"
	"errors"
	"fmt"
	"os"
	"runtime/debug"

	"mandategraph/graph/snapshot"
)

// FileExtension follows the path of a snapshot's file in the name of that which
// keeps the index of its words.
const FileExtension = ".words"

// The file of an index is one of arrays ([snapshot.WriteArrays]). fileFormat counts
// what changes them: their layout, what is a word, what is searched.
const (
	fileMagic  = "mandategraph index of words\n"
	fileFormat = 1
)

// indexKey is where a snapshot keeps its index, and keptKey where it keeps the
// path of the file for it.
type (
	indexKey struct{}
	keptKey  struct{}
)

// A pending index is being made, or is there once done is closed.
type pendingIndex struct {
	done   chan struct{}
	index  *index
	failed error
}

// kept is where an index is kept, and who is told what goes wrong there.
type kept struct {
	path string
	warn func(error)
}

// Keep says, before the first search of a snapshot, in which file the index of its
// words is kept. The first search takes it from there, or makes it and keeps it
// there where no file is of this snapshot and this program; warn is told where the
// file is damaged or cannot be written, which is no error of a search. Of a snapshot
// that was extended the index of its base is kept.
func Keep(s *snapshot.Snapshot, path string, warn func(error)) {
	s = s.Base()
	if path != "" && s.Revision != (snapshot.Revision{}) {
		s.Derived(keptKey{}, func() any { return kept{path, warn} })
	}
}

// Prepare makes the index of a snapshot, or takes it from its file: see [Keep]. The
// error is that of the context, or says what failed.
func Prepare(ctx context.Context, s *snapshot.Snapshot) error {
	_, err := indexOf(ctx, s)
	return err
}

// indexOf is the index of a snapshot. The first who asks has it made, which goes
// on when nobody waits any more: the next one will want it.
func indexOf(ctx context.Context, s *snapshot.Snapshot) (*index, error) {
	p := s.Derived(indexKey{}, func() any {
		p := &pendingIndex{done: make(chan struct{})}
		go p.make(s)
		return p
	}).(*pendingIndex)
	select {
	case <-p.done:
		return p.index, errors.Join(p.failed, ctx.Err())
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func (p *pendingIndex) make(s *snapshot.Snapshot) {
	defer close(p.done)
	defer func() {
		if cause := recover(); cause != nil {
			p.failed = fmt.Errorf("making the index of words: %v\n%s", cause, debug.Stack())
		}
	}()
	if s.Base() != s {
		p.index, p.failed = over(context.Background(), s)
		return
	}
	k := s.Derived(keptKey{}, func() any { return kept{} }).(kept)
	x := k.read(s)
	if x == nil {
		x = newIndex(s, allNodes(s)...)
		k.write(s, x)
	}
	p.index = alone(s, x)
}

// read takes an index from its file; nil where that is of no use.
func (k kept) read(s *snapshot.Snapshot) *textIndex {
	if k.path == "" {
		return nil
	}
	x := &textIndex{}
	_, err := snapshot.ReadArrays(k.path, fileMagic, x.sections(), func(l snapshot.Label) bool {
		return l.Format == fileFormat && l.Vocabulary == wordsHash() && l.Version == s.Revision
	})
	switch {
	case err == nil:
		return x
	case !errors.Is(err, os.ErrNotExist) && !errors.Is(err, snapshot.ErrOther):
		k.warn(fmt.Errorf("index of words %s: %w; it is made anew", k.path, err))
	}
	return nil
}

func (k kept) write(s *snapshot.Snapshot, x *textIndex) {
	if k.path == "" {
		return
	}
	label := snapshot.Label{Format: fileFormat, Vocabulary: wordsHash(), Version: s.Revision}
	if err := snapshot.WriteArrays(k.path, fileMagic, label, x.sections()); err != nil {
		k.warn(fmt.Errorf("the index of words is not kept, so the next first search takes longer: %w", err))
	}
}
