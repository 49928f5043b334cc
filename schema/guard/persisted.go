package guard

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
)

// HashPrefix marks a hash in the parameter documentId (GraphQL over HTTP,
// appendix on persisted documents).
const HashPrefix = "sha256:"

// errNotPersisted has the message that clients of automatic persisted queries
// look for.
var errNotPersisted = Refuse(PersistedQueryNotFound, "PersistedQueryNotFound")

// Persisted are the operations that requests may name: saved queries by name,
// and any query by the SHA-256 of its text once a client has sent both
// (automatic persisted queries). What clients sent is bounded and gone with the
// process; they then send the text again.
type Persisted struct {
	saved map[string]string // by name and by hash
	kept  *Cache[string, string]
}

// A Reference is what a request says of its persisted operation.
type Reference struct {
	// ID is a name, or HashPrefix and a hash; empty where the request names none.
	ID string
	// Automatic says that the id is the hash of an automatic persisted query.
	Automatic bool
}

// NewPersisted serves saved queries, whose texts are given by name, and keeps at
// most a number of others.
func NewPersisted(saved map[string]string, size int) *Persisted {
	p := &Persisted{saved: map[string]string{}, kept: NewCache[string, string](size)}
	for name, text := range saved {
		p.saved[name], p.saved[HashPrefix+Hash(text)] = text, text
	}
	return p
}

// Hash is the SHA-256 of a query's text, in hexadecimal digits.
func Hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

// Text is the query of a request: the one that it holds, else the one that it
// names. It refuses a hash that is not that of the query.
func (p *Persisted) Text(query string, r Reference) (string, *Fault) {
	switch {
	case r.ID == "":
		return query, nil
	case query != "" && !r.Automatic:
		return "", Refuse(BadRequest, "give either query or documentId")
	case query != "":
		if HashPrefix+Hash(query) != r.ID {
			return "", Refuse(BadRequest, "the sha256Hash is not that of the query")
		}
		return query, nil
	}
	if text, ok := p.saved[r.ID]; ok {
		return text, nil
	}
	if text, ok := p.kept.Get(r.ID); ok {
		return text, nil
	}
	if strings.HasPrefix(r.ID, HashPrefix) {
		return "", errNotPersisted
	}
	return "", Refuse(PersistedQueryNotFound, "there is no saved query %q", Shorten(r.ID))
}

// Keep remembers a valid query that came with its hash.
func (p *Persisted) Keep(query string, r Reference) {
	if r.Automatic && p.saved[r.ID] == "" {
		p.kept.Put(r.ID, query)
	}
}
