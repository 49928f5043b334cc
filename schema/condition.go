package schema

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"net/http"
	"os"
	"strings"
	"sync"
)

// version identifies the answers that a view gives: it changes with what the
// store holds and with the program.
func (v *view) version() string {
	v.versionOnce.Do(func() { v.versionText = v.Version() + "-" + program() })
	return v.versionText
}

// program identifies the build by the bytes of the executable: a revision of the
// source is not known to every build, and says nothing of what was changed since.
// It is empty where the executable cannot be read.
var program = sync.OnceValue(func() string {
	path, err := os.Executable()
	if err != nil {
		return ""
	}
	file, err := os.Open(path)
	if err != nil {
		return ""
	}
	defer func() { _ = file.Close() }() // it was only read
	sum := sha256.New()
	if _, err := io.Copy(sum, file); err != nil {
		return ""
	}
	return hex.EncodeToString(sum.Sum(nil)[:6])
})

// entityTag is a weak validator of every answer of a version in one media type:
// compressed or not, it is the same answer (RFC 9110, section 8.8.3).
func entityTag(version, mediaType string) string {
	return `W/"` + version + strings.TrimPrefix(mediaType, "application/") + `"`
}

// matches reports whether an If-None-Match header holds a tag, by the weak
// comparison (RFC 9110, section 13.1.2).
func matches(header []string, tag string) bool {
	opaque := strings.TrimPrefix(tag, "W/")
	for _, candidate := range strings.Split(strings.Join(header, ","), ",") {
		candidate = strings.TrimSpace(candidate)
		if candidate == "*" || strings.TrimPrefix(candidate, "W/") == opaque {
			return true
		}
	}
	return false
}

// Unmodified marks the response to a GET with the entity tag of what the API
// knows now, and reports whether the client has that already: then it has
// answered 304.
func (a *API) Unmodified(w http.ResponseWriter, r *http.Request) bool {
	tag := entityTag(a.view().version(), "")
	w.Header().Set("ETag", tag)
	w.Header().Set("Cache-Control", a.options.cacheControl())
	if !matches(r.Header.Values("If-None-Match"), tag) {
		return false
	}
	w.WriteHeader(http.StatusNotModified)
	return true
}

// passing reports whether an answer holds an error that another try may not
// have.
func (r Result) passing() bool {
	for _, e := range r.Errors {
		if code := e.Code(); code == Internal || code == TimedOut || code == Overloaded {
			return true
		}
	}
	return false
}

// forget takes the permission to keep an answer back.
func forget(h http.Header) {
	h.Del("ETag")
	h.Set("Cache-Control", "no-store")
}
