package main

import (
	"crypto/sha256"
	"fmt"
)

// firsts are the texts that were read first under their identities: where each was
// found, and its sum.
type firsts map[string]struct {
	name string
	sum  [sha256.Size]byte
}

// take says whether an identity is there already; err says why another text under it
// is not taken.
func (f firsts) take(r reading) (again bool, err error) {
	id, sum := r.document.ID, sha256.Sum256([]byte(r.document.Source))
	first, again := f[id]
	if !again {
		first.name, first.sum = r.name, sum
		f[id] = first
	} else if first.sum != sum {
		err = fmt.Errorf("%s and %s are different texts, but both are %s; the first is taken; load the other by "+
			"itself with --replace", first.name, r.name, id)
	}
	return again, err
}
