package httpapi

import (
	"net/http"
	"strings"

	"mandategraph/schema/guard"
)

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
func (s *Server) Unmodified(w http.ResponseWriter, r *http.Request) bool {
	tag := entityTag(s.API.Version(), "")
	w.Header().Set("ETag", tag)
	w.Header().Set("Cache-Control", s.options.cacheControl())
	if !matches(r.Header.Values("If-None-Match"), tag) {
		return false
	}
	w.WriteHeader(http.StatusNotModified)
	return true
}

// passing reports whether an answer holds an error that another try may not
// have.
func passing(errs []guard.Error) bool {
	for _, e := range errs {
		if code := e.Code(); code == guard.Internal || code == guard.TimedOut || code == guard.Overloaded {
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
