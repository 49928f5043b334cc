package store

import (
	"context"
	"iter"
	"runtime"

	"mandategraph/graph"
)

// makeReady makes the quads of documents on all processors, a few documents ahead,
// and gives them in their order.
func (s *Store) makeReady(ctx context.Context, documents iter.Seq[graph.Document]) <-chan chan part {
	workers := runtime.GOMAXPROCS(0)
	made := make(chan chan part, 16*workers)
	free := make(chan struct{}, workers)
	go func() {
		defer close(made)
		for d := range documents {
			one := make(chan part, 1)
			select {
			case made <- one:
			case <-ctx.Done():
				return
			}
			free <- struct{}{} // those that have it need nothing else
			go func() {
				one <- s.ready(d)
				<-free
			}()
		}
	}()
	return made
}

// ready makes one document ready, unless the store has it as it is.
func (s *Store) ready(d graph.Document) part {
	if d = normalized(d); s.holds(&d) {
		return part{id: d.ID, document: d, same: true}
	}
	return newPart(d)
}

// settled looks again whether the store has a document as it is: another one of the
// same identity may have been written since.
func (s *Store) settled(p part) part {
	switch {
	case p.refused != nil || p.same && s.holds(&p.document):
		return p
	case p.same:
		return newPart(p.document)
	}
	if s.holds(&p.document) {
		return part{id: p.id, document: p.document, same: true}
	}
	return p
}
