package schema

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"strings"
	"sync"

	"mandategraph/queries"
)

// Persisted operations: the saved queries by name, and any query by the SHA-256
// of its text once a client has sent both (automatic persisted queries). What
// is kept is bounded and gone with the process; clients then send the text
// again.

// hashPrefix marks a hash in the parameter documentId (GraphQL over HTTP,
// appendix on persisted documents).
const hashPrefix = "sha256:"

// errNotPersisted has the message that clients of automatic persisted queries
// look for.
var errNotPersisted = refuse(PersistedQueryNotFound, "PersistedQueryNotFound")

// savedTexts are the saved queries by name and by hash.
var savedTexts = sync.OnceValue(func() map[string]string {
	texts := map[string]string{}
	for _, q := range queries.All() {
		texts[q.Name] = q.Text
		texts[hashPrefix+hashOf(q.Text)] = q.Text
	}
	return texts
})

func hashOf(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

// A persistence is what a request says of its persisted operation.
type persistence struct {
	// id is the parameter documentId, or hashPrefix and the hash of the extension.
	id string
	// automatic says that the id is the hash of an extension.
	automatic bool
}

// readPersistence finds the id of a persisted operation in a request's
// parameters; it is empty where there is none.
func (a *API) readPersistence(members map[string]json.RawMessage, extensions map[string]any) (persistence, *rejection) {
	if extension, ok := extensions["persistedQuery"].(map[string]any); ok {
		if version, given := extension["version"]; given && version != json.Number("1") {
			return persistence{}, reject(a.options.RequestStatus, "the extension persistedQuery is known in version 1 only")
		}
		hash, _ := extension["sha256Hash"].(string)
		if hash == "" {
			return persistence{}, reject(a.options.RequestStatus, "the extension persistedQuery must have a sha256Hash")
		}
		return persistence{hashPrefix + strings.ToLower(hash), true}, nil
	}
	if isNull(members["documentId"]) {
		return persistence{}, nil
	}
	var id string
	if json.Unmarshal(members["documentId"], &id) != nil || id == "" {
		return persistence{}, reject(a.options.RequestStatus, "the parameter documentId must be a string")
	}
	return persistence{id: id}, nil
}

// lookUp sets the query that a request names.
func (a *API) lookUp(p *params) *fault {
	id := p.persisted.id
	switch {
	case id == "":
		return nil
	case p.query != "" && !p.persisted.automatic:
		return refuse(BadRequest, "give either query or documentId")
	case p.query != "":
		if hashPrefix+hashOf(p.query) != id {
			return refuse(BadRequest, "the sha256Hash is not that of the query")
		}
		return nil
	}
	if text, ok := savedTexts()[id]; ok {
		p.query = text
		return nil
	}
	if text, ok := a.persisted.get(id); ok {
		p.query = text
		return nil
	}
	if strings.HasPrefix(id, hashPrefix) {
		return errNotPersisted
	}
	return refuse(PersistedQueryNotFound, "there is no saved query %q", shorten(id))
}

// keep remembers a valid query that came with its hash.
func (a *API) keep(p params) {
	if p.persisted.automatic && savedTexts()[p.persisted.id] == "" {
		a.persisted.put(p.persisted.id, p.query)
	}
}
