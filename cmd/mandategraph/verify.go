package main

import (
	"context"
	"errors"
	"fmt"
)

// integrity is the check that reads a store quad by quad.
const (
	integrity      = "integrity"
	integrityFinds = "what does not fit together: quads and journal, snapshot and quads, inverse and forward " +
		"relations, quotes and sources"
)

// verify prints what is wrong with a store, and fails where something is. That
// nothing is, it says only when asked.
func (p *program) verify(ctx context.Context, asked bool) (err error) {
	store, err := p.openExisting(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	found, err := store.Verify(ctx)
	if err != nil {
		return err
	}
	if asked || len(found) > 0 {
		fmt.Fprintf(p.out, "%s (%s): %d\n", integrity, integrityFinds, len(found))
	}
	for _, line := range found {
		fmt.Fprintf(p.out, "  %s\n", line)
	}
	if len(found) > 0 {
		return fmt.Errorf("%s wrong with the store; load its documents into a new one", plural(len(found), "thing"))
	}
	return nil
}
