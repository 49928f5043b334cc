package store

import (
	"context"
	"iter"
	"runtime"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// makeReady makes the quads of documents on all processors, a few documents ahead,
// and gives them in their order.
func (s *Store) makeReady(ctx context.Context, documents iter.Seq2[graph.Document, string]) <-chan chan part {
	s.mu.Lock()
	base := s.snapshot // while a transaction is written, the lock is taken
	s.mu.Unlock()
	workers := runtime.GOMAXPROCS(0)
	made := make(chan chan part, 16*workers)
	free := make(chan struct{}, workers)
	go func() {
		defer close(made)
		for d, rules := range documents {
			one := make(chan part, 1)
			select {
			case made <- one:
			case <-ctx.Done():
				return
			}
			free <- struct{}{} // those that have it need nothing else
			go func() {
				one <- ready(d, rules, base)
				<-free
			}()
		}
	}()
	return made
}

// ready makes one document ready, unless a snapshot has it as it is.
func ready(d graph.Document, rules string, base *snapshot.Snapshot) part {
	d = normalized(d)
	if base != nil {
		if shown, ok := base.Document(d.ID); ok && equal(&shown, &d) {
			return part{id: d.ID, document: d, rules: rules, same: true}
		}
	}
	return newPart(d, rules)
}

// settled looks again whether the store has a document as it is, with its mark:
// another one of the same identity may have been written since.
func (s *Store) settled(ctx context.Context, p part) (part, error) {
	if p.refused != nil {
		return p, nil
	}
	p.same = s.holds(&p.document)
	if p.same && p.rules != "" {
		err := s.with(ctx, func(b backend) (err error) {
			p.same, err = s.marks.know(ctx, b, p.id, p.rules)
			return err
		})
		if err != nil {
			return p, err
		}
	}
	if !p.same && p.quads == nil {
		p = newPart(p.document, p.rules)
	}
	return p, nil
}
